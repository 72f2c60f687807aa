//! Problems in content, so reported that an editor can repair them: the place, what is wrong, and
//! the remedy.

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

use crate::message;
use crate::message::Message;
use crate::rule::{Rule, Severity};
use crate::source::Place;

/// One mistake. `message` is understandable on its own; `help` says what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub place: Place,
    /// The number of characters that it is about; 0 if only their start is known.
    pub length: usize,
    pub rule: Rule,
    /// The severity of the rule, or the one that the settings of the site give it.
    pub severity: Severity,
    pub message: Message,
    pub help: Message,
    /// The text of the file at `place`, if it was kept.
    pub excerpt: Option<Box<Excerpt>>,
}

/// The line that a problem is about, or the part of a long line that stands around its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    pub text: String,
    /// The column of its first character.
    pub start: usize,
    /// True if it is the line up to its end.
    pub is_whole: bool,
}

/// A page that visitors cannot see because of a mistake.
#[derive(Clone, Debug, PartialEq)]
pub struct HiddenPage {
    pub file: Arc<str>,
    pub cause: Problem,
    pub seen: Seen,
}

/// The page that visitors see of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seen {
    Page,
    /// Its last good version, until the server starts again.
    OldVersion,
    Nothing,
}

/// Every mistake of one compile, in the order of the files and then of the lines.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// The tag of the language in which its readers are spoken to.
    pub language: &'static str,
    problems: Vec<Problem>,
    /// The pages that visitors cannot see because of a mistake, in the order of their files.
    pub hidden: Vec<HiddenPage>,
    /// The files of pages that visitors do not see as their editors want it: drafts, and those that
    /// are planned or have expired.
    pub unpublished: BTreeSet<Arc<str>>,
    /// The content files that were read.
    pub files: Vec<Arc<str>>,
    /// The number of problems that the settings exempt, each for a stated reason.
    pub exempted: usize,
    /// The readability of each page where it was measured.
    pub readability: Vec<Readability>,
    /// Notes on what was not checked, and what to do about it.
    pub notes: Vec<Message>,
}

/// The scores of two formulas for the text of a page, from about 0, very hard, to 100, very easy.
#[derive(Clone, Debug, PartialEq)]
pub struct Readability {
    pub file: Arc<str>,
    pub flesch_douma: f64,
    pub brouwer: f64,
    pub words: usize,
    pub sentences: usize,
}

impl Problem {
    pub fn new(place: Place, rule: Rule, message: Message, help: Message) -> Self {
        Problem {
            place,
            length: 0,
            rule,
            severity: rule.severity(),
            message,
            help,
            excerpt: None,
        }
    }

    /// The line and the message: `regel 3, de waarde 5 past hier niet`. What is about the file as a
    /// whole has no line.
    pub fn in_short(&self) -> Message {
        let message = self.message.clone();
        match (self.place.line, self.place.column) {
            (1, 1) => message,
            (line, _) => message!("at-line", line, message),
        }
    }

    /// One line that stands alone, then the remedy, indented.
    pub fn in_language(&self, language: &str) -> String {
        let (said, help) = self.lines(language);
        format!("{}: {said}\n  {help}", self.place)
    }

    /// The severity, the message and the rule on one line, and the remedy on another.
    pub fn lines(&self, language: &str) -> (String, String) {
        let severity = self.severity.word().in_language(language);
        let message = self.message.in_language(language);
        let help = message!("problem-help", help = self.help.clone()).in_language(language);
        (format!("{severity}: {message} [{}]", self.rule), help)
    }

    /// With the number of characters from the place that it is about.
    pub fn spanning(self, length: usize) -> Self {
        Problem { length, ..self }
    }
}

impl Excerpt {
    /// The number of characters that are kept, in all and before the place: enough for every format
    /// of the report.
    const LONGEST: usize = 240;
    const BEFORE: usize = 80;

    /// Of a line, around a column.
    pub fn of(line: &str, column: usize) -> Self {
        let start = if line.len() <= Self::LONGEST {
            0
        } else {
            column.saturating_sub(1 + Self::BEFORE)
        };
        let rest = line
            .char_indices()
            .nth(start)
            .map_or("", |(at, _)| &line[at..]);
        let end = rest
            .char_indices()
            .nth(Self::LONGEST)
            .map_or(rest.len(), |(at, _)| at);
        Excerpt {
            text: rest[..end].to_owned(),
            start: start + 1,
            is_whole: end == rest.len(),
        }
    }
}

impl Default for Report {
    fn default() -> Self {
        Report::new(message::FALLBACK)
    }
}

impl Report {
    /// An empty report for readers of a language.
    pub fn new(language: &'static str) -> Self {
        Report {
            language,
            problems: Vec::new(),
            hidden: Vec::new(),
            unpublished: BTreeSet::new(),
            files: Vec::new(),
            exempted: 0,
            readability: Vec::new(),
            notes: Vec::new(),
        }
    }

    pub fn add(&mut self, place: Place, rule: Rule, message: Message, help: Message) {
        self.problems.push(Problem::new(place, rule, message, help));
    }

    pub fn extend(&mut self, problems: impl IntoIterator<Item = Problem>) {
        self.problems.extend(problems);
    }

    /// Keeps the problems that `keep` says, with what it makes of them. Returns how many went.
    pub fn retain(&mut self, keep: impl FnMut(&mut Problem) -> bool) -> usize {
        let before = self.problems.len();
        self.problems.retain_mut(keep);
        before - self.problems.len()
    }

    /// Puts the problems in their order, once all stages have reported.
    pub fn sort(&mut self) {
        self.problems.par_sort_by(|a, b| {
            (&a.place, a.rule, &a.message).cmp(&(&b.place, b.rule, &b.message))
        });
    }

    /// Gives each problem what stands at its place, as far as `line` knows the line.
    pub fn quote<'a>(&mut self, line: impl Fn(&Place) -> Option<&'a str> + Sync) {
        self.problems.par_iter_mut().for_each(|problem| {
            if problem.excerpt.is_none() {
                let line = line(&problem.place);
                let excerpt = line.map(|line| Excerpt::of(line, problem.place.column));
                problem.excerpt = excerpt.map(Box::new);
            }
        });
    }

    pub fn into_problems(self) -> Vec<Problem> {
        self.problems
    }

    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// The page of a file, if visitors cannot see it because of a mistake.
    pub fn hidden_page(&self, file: &str) -> Option<&HiddenPage> {
        let found = self.hidden.binary_search_by(|page| (*page.file).cmp(file));
        Some(&self.hidden[found.ok()?])
    }

    /// The page that visitors see of a file; `None` for a file that is no page.
    pub fn seen(&self, file: &str) -> Option<Seen> {
        let seen = match self.hidden_page(file) {
            Some(page) => page.seen,
            None if self.unpublished.contains(file) => Seen::Nothing,
            None => Seen::Page,
        };
        file.ends_with(".md").then_some(seen)
    }

    pub fn count(&self, severity: Severity) -> usize {
        self.problems
            .iter()
            .filter(|problem| problem.severity == severity)
            .count()
    }

    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }
}
