//! What can be wrong with content, told so that an editor can mend it: the place, what is wrong, and the remedy.

use std::fmt;
use std::sync::Arc;

use crate::rule::{Rule, Severity};

/// A place in a content file. Lines and columns count from 1; columns count characters, not bytes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
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
    pub rule: Rule,
    pub message: String,
    pub help: String,
}

/// Every mistake of one compile, in the order of the files and then of the lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    problems: Vec<Problem>,
    /// How many content files were read.
    pub files: usize,
}

impl Problem {
    pub fn new(place: Place, rule: Rule, message: impl Into<String>, help: impl Into<String>) -> Self {
        Problem { place, rule, message: message.into(), help: help.into() }
    }
}

impl Report {
    pub fn add(&mut self, place: Place, rule: Rule, message: impl Into<String>, help: impl Into<String>) {
        self.problems.push(Problem::new(place, rule, message, help));
    }

    pub fn extend(&mut self, problems: impl IntoIterator<Item = Problem>) {
        self.problems.extend(problems);
    }

    /// Puts the problems in their order, once all stages have reported.
    pub fn sort(&mut self) {
        self.problems.sort_by(|a, b| (&a.place, a.rule, &a.message).cmp(&(&b.place, b.rule, &b.message)));
    }

    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    pub fn count(&self, severity: Severity) -> usize {
        self.problems.iter().filter(|problem| problem.rule.severity() == severity).count()
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
        let Problem { place, rule, message, help } = self;
        write!(out, "{place}: {}: {message} [{rule}]\n  hulp: {help}", rule.severity())
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
