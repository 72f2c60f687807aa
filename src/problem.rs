//! What can be wrong with content, told so that an editor can mend it: the place, what is wrong, and the remedy.

use std::fmt;
use std::sync::Arc;

use crate::rule::policy::Policy;
use crate::rule::{Rule, Severity};

/// A place in a content file. Lines and columns count from 1; columns count characters, not bytes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Path of the file within the content folder, with `/` between the parts.
    pub file: Arc<str>,
    pub line: usize,
    pub column: usize,
}

/// One mistake. `message` is understandable on its own; `help` says what to do. Both are in Dutch, for editors.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub place: Place,
    /// How many characters of the line are meant; 0 where only their start is known.
    pub length: usize,
    pub rule: Rule,
    /// That of the rule, or what the site's settings make of it.
    pub severity: Severity,
    pub message: String,
    pub help: String,
    /// The line of the file at `place`, where the text was kept.
    pub excerpt: Option<String>,
}

/// Every mistake of one compile, in the order of the files and then of the lines.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    problems: Vec<Problem>,
    /// How many content files were read.
    pub files: usize,
    /// How many problems the settings exempt, each for a stated reason.
    pub exempted: usize,
    /// How hard the text of each page is, where that was measured.
    pub readability: Vec<Readability>,
    /// What was not looked at, and what to do about it.
    pub notes: Vec<String>,
}

/// What two formulas make of the text of a page. Both run from about 0, very hard, to 100, very easy.
#[derive(Clone, Debug, PartialEq)]
pub struct Readability {
    pub file: Arc<str>,
    pub flesch_douma: f64,
    pub brouwer: f64,
    pub words: usize,
    pub sentences: usize,
}

impl Problem {
    pub fn new(place: Place, rule: Rule, message: impl Into<String>, help: impl Into<String>) -> Self {
        let (message, help) = (message.into(), help.into());
        Problem { place, length: 0, rule, severity: rule.severity(), message, help, excerpt: None }
    }

    /// With the characters from the place that are meant.
    pub fn spanning(self, length: usize) -> Self {
        Problem { length, ..self }
    }
}

impl Report {
    pub fn add(&mut self, place: Place, rule: Rule, message: impl Into<String>, help: impl Into<String>) {
        self.problems.push(Problem::new(place, rule, message, help));
    }

    pub fn extend(&mut self, problems: impl IntoIterator<Item = Problem>) {
        self.problems.extend(problems);
    }

    /// Gives each problem the severity that the settings say, and takes out those that they exempt.
    pub fn judge(&mut self, policy: &Policy) {
        let before = self.problems.len();
        self.problems.retain(|problem| !policy.exempts(&problem.place.file, problem.rule));
        self.exempted = before - self.problems.len();
        self.problems.retain_mut(|problem| match policy.severity(problem.rule) {
            Some(severity) => {
                problem.severity = severity;
                true
            }
            None => false,
        });
    }

    /// Puts the problems in their order, once all stages have reported.
    pub fn sort(&mut self) {
        self.problems.sort_by(|a, b| (&a.place, a.rule, &a.message).cmp(&(&b.place, b.rule, &b.message)));
    }

    /// Gives each problem the line it is about, as far as `line` knows it.
    pub fn quote(&mut self, line: impl Fn(&Place) -> Option<String>) {
        for problem in &mut self.problems {
            problem.excerpt = line(&problem.place);
        }
    }

    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    pub fn count(&self, severity: Severity) -> usize {
        self.problems.iter().filter(|problem| problem.severity == severity).count()
    }

    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }
}

impl fmt::Display for Place {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}:{}:{}", self.file, self.line, self.column)
    }
}

impl fmt::Display for Problem {
    /// One line that stands alone, then the remedy, indented.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Problem { place, rule, severity, message, help, .. } = self;
        write!(out, "{place}: {severity}: {message} [{rule}]\n  hulp: {help}")
    }
}

/// The candidate that was probably meant, when one is near enough to suggest.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase();
    candidates
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(&word, &candidate.to_lowercase()), candidate))
        .filter(|(distance, candidate)| *distance <= 1 + candidate.chars().count().min(word.chars().count()) / 4)
        .min()
        .map(|(_, candidate)| candidate)
}
