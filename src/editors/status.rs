//! The status of the site that is served, for a terminal, a browser and a program.

use askama::Template;
use serde::{Deserialize, Serialize};

use crate::Compiled;
use crate::date::Timestamp;
use crate::editors::full_moment;
use crate::message;
use crate::message::Message;
use crate::problem::Report;
use crate::report;
use crate::rule::Severity;
use crate::site::Entry;
use crate::visibility::PublishState;

/// The style sheet of the page: the values of a site that has none of its own, and what is the
/// page's own.
pub const STYLE: [&str; 4] = [
    include_str!("../../templates/css/tokens.css"),
    include_str!("../../templates/css/colours.css"),
    include_str!("../../templates/css/contrast.css"),
    include_str!("../../templates/editors/status.css"),
];

/// The most problems and the most searches without results that are listed.
const MAX_PROBLEMS: usize = 50;
pub const MAX_QUERIES: usize = 20;

/// The status of a site that is served.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Status {
    /// The name of the site, and the tag of the language in which its editors are spoken to.
    pub site: String,
    #[serde(default)]
    pub language: String,
    /// The commit that stood in the content folder when it was read, where that lies in a
    /// repository.
    pub commit: Option<String>,
    /// The value of the header `x-content-version`.
    pub version: String,
    /// The time when this content was published (RFC 3339), and the same as people read it.
    pub since: String,
    pub since_in_words: String,
    pub pages: usize,
    /// The pages that cannot be shown as they are, each with the reason.
    #[serde(default)]
    pub hidden: Vec<String>,
    pub errors: usize,
    /// Counted a while after the content was taken into service; `None` until then. The spelling is
    /// left to `noaber check`.
    pub warnings: Option<usize>,
    pub tips: Option<usize>,
    /// The first problems, each on a line of its own.
    pub problems: Vec<String>,
    pub next_change: Option<Change>,
    /// The reason why the last change of the files could not be published; the site is as it was
    /// before.
    pub failure: Option<String>,
    /// Searches without results, the most frequent first; `None` if they are not counted.
    pub searched_in_vain: Option<Vec<QueryCount>>,
    /// Addresses that do not exist, the most frequent first; `None` if they are not counted.
    #[serde(default)]
    pub missing_addresses: Option<Vec<AddressCount>>,
}

/// A change that comes by itself, because a page or an alert was planned so.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Change {
    /// RFC 3339, and as people read it.
    pub at: String,
    pub at_in_words: String,
    /// The content files that appear or expire then.
    pub files: Vec<String>,
}

/// Words that visitors searched for, and how often.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct QueryCount {
    pub words: String,
    pub times: u32,
}

/// An address that visitors asked for and that does not exist, and how often.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AddressCount {
    pub address: String,
    pub times: u32,
}

impl Status {
    /// The status of a site that was taken into service at `since`. `all` is the report of every
    /// check, once that is there.
    pub fn new(
        compiled: &Compiled,
        all: Option<&Report>,
        since: Timestamp,
        failure: Option<&Message>,
        searched_in_vain: Option<Vec<QueryCount>>,
        missing_addresses: Option<Vec<AddressCount>>,
    ) -> Self {
        let config = compiled.config();
        let report = all.unwrap_or(&compiled.report);
        let say = |message: Message| message.in_language(report.language);
        let hidden = report.hidden.iter().take(MAX_PROBLEMS);
        let next_change = compiled.snapshot.until.map(|at| Change {
            at: at.to_string(),
            at_in_words: say(full_moment(at, &config.time_zone)),
            files: compiled
                .entries
                .iter()
                .filter(|entry| changes(entry, at))
                .map(|entry| entry.file.to_string())
                .collect(),
        });
        Status {
            site: config.name.clone(),
            language: report.language.to_owned(),
            commit: compiled.commit().map(str::to_owned),
            version: compiled.snapshot.version.clone(),
            since: since.to_string(),
            since_in_words: say(full_moment(since, &config.time_zone)),
            pages: compiled
                .entries
                .iter()
                .filter(|entry| entry.state == Some(PublishState::Live))
                .count(),
            hidden: hidden
                .map(|page| say(report::hidden_line(page, &page.file)))
                .collect(),
            errors: report.count(Severity::Error),
            warnings: all.map(|all| all.count(Severity::Warning)),
            tips: all.map(|all| all.count(Severity::Tip)),
            problems: lines(report),
            next_change,
            failure: failure.cloned().map(say),
            searched_in_vain,
            missing_addresses,
        }
    }

    fn say(&self, message: Message) -> String {
        message.in_language(&self.language)
    }

    /// The facts for a person, each with its label.
    fn rows(&self) -> Vec<Row> {
        let next = match &self.next_change {
            None => self.say(message!("status-no-change")),
            Some(change) => {
                let moment = &change.at_in_words;
                self.say(match change.files.join(", ") {
                    none if none.is_empty() => message!("status-change-of-alert", moment),
                    files => message!("status-change", moment, files),
                })
            }
        };
        let failure = self.failure.as_ref();
        let failure = failure.map(|failure| self.say(message!("status-not-shown", failure)));
        let commit = self.commit.clone();
        let commit = commit.unwrap_or_else(|| self.say(message!("status-no-commit")));
        let rows = [
            (message!("status-label-failure"), failure),
            (
                message!("status-label-since"),
                Some(self.since_in_words.clone()),
            ),
            (message!("status-label-commit"), Some(commit)),
            (message!("status-label-version"), Some(self.version.clone())),
            (message!("status-label-pages"), Some(self.pages.to_string())),
            (
                message!("status-label-problems"),
                Some(self.say(self.counts())),
            ),
            (message!("status-label-next-change"), Some(next)),
        ];
        let rows = rows
            .into_iter()
            .filter_map(|(label, value)| Some((label, value?)));
        rows.map(|(label, value)| Row {
            label: self.say(label),
            value,
        })
        .collect()
    }

    /// The lists for a person.
    fn lists(&self) -> Vec<List> {
        let asked = |what: &str, times: u32| {
            self.say(message!("status-asked", what, times = times as usize))
        };
        let queries = self.searched_in_vain.iter().flatten();
        let missing = self.missing_addresses.iter().flatten();
        let lists = [
            (message!("status-label-hidden"), self.hidden.clone()),
            (message!("status-label-problems"), self.problems.clone()),
            (
                message!("status-label-searches"),
                queries
                    .map(|query| asked(&query.words, query.times))
                    .collect(),
            ),
            (
                message!("status-label-addresses"),
                missing
                    .map(|missing| asked(&missing.address, missing.times))
                    .collect(),
            ),
        ];
        let lists = lists.into_iter().filter(|(_, lines)| !lines.is_empty());
        lists
            .map(|(title, lines)| List {
                title: self.say(title),
                lines,
            })
            .collect()
    }

    /// For a terminal.
    pub fn in_words(&self) -> String {
        let rows = self.rows();
        let widest = rows
            .iter()
            .map(|row| row.label.chars().count())
            .max()
            .unwrap_or(0);
        let mut words = format!("{}\n", self.site);
        for Row { label, value } in rows {
            words += &format!("{label:widest$}  {value}\n");
        }
        for List { title, lines } in self.lists() {
            words += &format!("{title}:\n");
            for line in lines {
                words += &format!("  {line}\n");
            }
        }
        words
    }

    /// For a program.
    pub fn data(&self) -> String {
        serde_json::to_string_pretty(self).expect("texts and numbers can be written as JSON") + "\n"
    }

    /// For a browser.
    pub fn page(&self) -> String {
        let page = StatusPage {
            language: &self.language,
            title: self.say(message!("status-title", site = &self.site)),
            rows: self.rows(),
            lists: self.lists(),
        };
        page.render()
            .expect("a template only prints finished values")
    }

    fn counts(&self) -> Message {
        let (Some(warnings), Some(tips)) = (self.warnings, self.tips) else {
            return message!("status-counting", errors = self.errors);
        };
        let counts = report::counts(self.errors, warnings, tips);
        counts.unwrap_or_else(|| message!("status-no-problems"))
    }
}

/// A label with its value.
struct Row {
    label: String,
    value: String,
}

/// Lines below a heading.
struct List {
    title: String,
    lines: Vec<String>,
}

#[derive(Template)]
#[template(path = "editors/status.html")]
struct StatusPage<'a> {
    language: &'a str,
    title: String,
    rows: Vec<Row>,
    lists: Vec<List>,
}

/// True if a page appears or expires at this moment.
fn changes(entry: &Entry, at: Timestamp) -> bool {
    !entry.visibility.draft
        && [entry.visibility.publish, entry.visibility.expires].contains(&Some(at))
}

fn lines(report: &Report) -> Vec<String> {
    let mut worst: Vec<_> = report
        .problems()
        .iter()
        .filter(|problem| problem.severity < Severity::Tip)
        .collect();
    worst.sort_by_key(|problem| problem.severity);
    worst
        .into_iter()
        .take(MAX_PROBLEMS)
        .map(|problem| {
            let (place, severity) = (problem.place.to_string(), problem.severity.word());
            let (said, help) = (problem.message.clone(), problem.help.clone());
            message!("status-problem", place, severity, said, help).in_language(report.language)
        })
        .collect()
}
