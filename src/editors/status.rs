//! The status of the site that is served, for a terminal, a browser and a program.

use askama::Template;
use serde::{Deserialize, Serialize};

use crate::Compiled;
use crate::date::Timestamp;
use crate::editors::full_moment;
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
    /// The name of the site.
    pub site: String,
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
        failure: Option<String>,
        searched_in_vain: Option<Vec<QueryCount>>,
        missing_addresses: Option<Vec<AddressCount>>,
    ) -> Self {
        let config = compiled.config();
        let report = all.unwrap_or(&compiled.report);
        let hidden = report.hidden.iter().take(MAX_PROBLEMS);
        let next_change = compiled.snapshot.until.map(|at| Change {
            at: at.to_string(),
            at_in_words: full_moment(at, &config.time_zone),
            files: compiled
                .entries
                .iter()
                .filter(|entry| changes(entry, at))
                .map(|entry| entry.file.to_string())
                .collect(),
        });
        Status {
            site: config.name.clone(),
            commit: compiled.commit().map(str::to_owned),
            version: compiled.snapshot.version.clone(),
            since: since.to_string(),
            since_in_words: full_moment(since, &config.time_zone),
            pages: compiled
                .entries
                .iter()
                .filter(|entry| entry.state == Some(PublishState::Live))
                .count(),
            hidden: hidden
                .map(|page| report::hidden_line(page, &page.file, report.language))
                .collect(),
            errors: report.count(Severity::Error),
            warnings: all.map(|all| all.count(Severity::Warning)),
            tips: all.map(|all| all.count(Severity::Tip)),
            problems: lines(report),
            next_change,
            failure,
            searched_in_vain,
            missing_addresses,
        }
    }

    /// The facts for a person, each with its label.
    fn rows(&self) -> Vec<Row> {
        let next = match &self.next_change {
            None => "geen gepland".to_owned(),
            Some(change) if change.files.is_empty() => {
                format!("{}: de melding", change.at_in_words)
            }
            Some(change) => format!("{}: {}", change.at_in_words, change.files.join(", ")),
        };
        let failure = self.failure.as_ref();
        let commit = self
            .commit
            .as_deref()
            .unwrap_or("de map staat niet in git, of de commit is niet te lezen");
        let rows = [
            (
                "Laatste wijziging",
                failure.map(|failure| format!("niet te zien: {failure}")),
            ),
            ("Te zien sinds", Some(self.since_in_words.clone())),
            ("Commit", Some(commit.to_owned())),
            ("Versie", Some(self.version.clone())),
            ("Pagina's", Some(self.pages.to_string())),
            ("Problemen", Some(self.counts())),
            ("Volgende wijziging", Some(next)),
        ];
        rows.into_iter()
            .filter_map(|(label, value)| {
                Some(Row {
                    label,
                    value: value?,
                })
            })
            .collect()
    }

    /// The lists for a person.
    fn lists(&self) -> Vec<List> {
        let queries = self.searched_in_vain.iter().flatten();
        let queries = queries.map(|query| format!("{} ({} keer)", query.words, query.times));
        let missing = self.missing_addresses.iter().flatten();
        let missing = missing.map(|asked| format!("{} ({} keer)", asked.address, asked.times));
        let mut lists = vec![
            List {
                title: "Niet te zien",
                lines: self.hidden.clone(),
            },
            List {
                title: "Problemen",
                lines: self.problems.clone(),
            },
            List {
                title: "Gezocht en niet gevonden",
                lines: queries.collect(),
            },
            List {
                title: "Gevraagd adres dat er niet is",
                lines: missing.collect(),
            },
        ];
        lists.retain(|list| !list.lines.is_empty());
        lists
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
            title: format!("Hoe {} ervoor staat", self.site),
            rows: self.rows(),
            lists: self.lists(),
        };
        page.render()
            .expect("a template only prints finished values")
    }

    fn counts(&self) -> String {
        let (Some(warnings), Some(tips)) = (self.warnings, self.tips) else {
            let errors = match self.errors {
                0 => "geen fouten".to_owned(),
                errors => report::counts(errors, 0, 0),
            };
            return format!("{errors}; de waarschuwingen worden nog geteld");
        };
        match report::counts(self.errors, warnings, tips) {
            none if none.is_empty() => "geen".to_owned(),
            counts => counts,
        }
    }
}

/// A label with its value.
struct Row {
    label: &'static str,
    value: String,
}

/// Lines below a heading.
struct List {
    title: &'static str,
    lines: Vec<String>,
}

#[derive(Template)]
#[template(path = "editors/status.html")]
struct StatusPage {
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
            let message = problem.message.in_language(report.language);
            let help = problem.help.in_language(report.language);
            format!(
                "{}: {}: {message} ({help})",
                problem.place, problem.severity
            )
        })
        .collect()
}
