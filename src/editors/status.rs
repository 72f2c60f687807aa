//! Is it live, and is it whole? The answer for a person, a page and a script.

use askama::Template;
use serde::{Deserialize, Serialize};

use crate::Compiled;
use crate::content::page::Standing;
use crate::date::Timestamp;
use crate::editors::moment;
use crate::problem::Report;
use crate::rule::Severity;
use crate::site::Entry;

/// The style sheet of the page: the values of the site, and what is the page's own.
pub const STYLE: [&str; 2] = [include_str!("../../static/css/tokens.css"), include_str!("../../templates/editors/status.css")];

/// How many problems are told one by one.
const TOLD: usize = 50;

/// How a site that is being served stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Status {
    /// The name of the site.
    pub site: String,
    /// The commit that stood in the content folder when it was read, where that lies in a repository.
    pub commit: Option<String>,
    /// What every answer has in its header `x-content-version`.
    pub version: String,
    /// When this content was taken into service (RFC 3339), and as people read it.
    pub since: String,
    pub since_in_words: String,
    pub pages: usize,
    pub errors: usize,
    pub warnings: usize,
    pub tips: usize,
    /// The first problems, each on a line of its own.
    pub problems: Vec<String>,
    pub next_change: Option<Change>,
    /// Why the last change of the files could not be taken into service; the site is as it was before.
    pub failure: Option<String>,
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

impl Status {
    /// The status of a site that has just been taken into service.
    pub fn new(compiled: &Compiled, now: Timestamp) -> Self {
        let config = compiled.config();
        let report = &compiled.report;
        let next_change = compiled.snapshot.until.map(|at| Change {
            at: at.to_string(),
            at_in_words: moment(at, now, &config.time_zone),
            files: compiled.entries.iter().filter(|entry| changes(entry, at)).map(|entry| entry.file.to_string()).collect(),
        });
        Status {
            site: config.name.clone(),
            commit: compiled.commit().map(str::to_owned),
            version: compiled.snapshot.version.clone(),
            since: now.to_string(),
            since_in_words: moment(now, now, &config.time_zone),
            pages: compiled.entries.iter().filter(|entry| entry.standing == Some(Standing::Live)).count(),
            errors: report.count(Severity::Error),
            warnings: report.count(Severity::Warning),
            tips: report.count(Severity::Tip),
            problems: lines(report),
            next_change,
            failure: None,
        }
    }

    /// What a person asks of it, with the answers.
    pub fn rows(&self) -> Vec<Row> {
        let row = |question: &str, answer: String| Row { question: question.to_owned(), answer };
        let failure = self.failure.iter().map(|failure| row("Laatste wijziging", format!("niet te zien: {failure}")));
        let next = self.next_change.as_ref().map_or_else(
            || "geen gepland".to_owned(),
            |change| match change.files.as_slice() {
                [] => format!("{}: de melding", change.at_in_words),
                files => format!("{}: {}", change.at_in_words, files.join(", ")),
            },
        );
        failure
            .chain([
                row("Te zien sinds", self.since_in_words.clone()),
                row("Commit", self.commit.clone().unwrap_or_else(|| "de map staat niet in git".to_owned())),
                row("Versie", self.version.clone()),
                row("Pagina's", self.pages.to_string()),
                row("Problemen", self.counts()),
                row("Volgende wijziging", next),
            ])
            .collect()
    }

    /// For a terminal.
    pub fn in_words(&self) -> String {
        let widest = self.rows().iter().map(|row| row.question.chars().count()).max().unwrap_or(0);
        let rows = self.rows().into_iter().map(|Row { question, answer }| format!("{question:widest$}  {answer}\n"));
        let problems = self.problems.iter().map(|problem| format!("  {problem}\n"));
        format!("{}\n", self.site) + &rows.chain(problems).collect::<String>()
    }

    /// For a program.
    pub fn data(&self) -> String {
        serde_json::to_string_pretty(self).expect("texts and numbers can be written as JSON") + "\n"
    }

    /// For a browser.
    pub fn page(&self) -> String {
        let page = StatusPage { title: format!("Hoe {} ervoor staat", self.site), rows: self.rows(), problems: self.problems.clone() };
        page.render().expect("a template only prints finished values")
    }

    fn counts(&self) -> String {
        let count = |count: usize, one: &str, more: &str| match count {
            0 => None,
            1 => Some(format!("1 {one}")),
            count => Some(format!("{count} {more}")),
        };
        let counts =
            [count(self.errors, "fout", "fouten"), count(self.warnings, "waarschuwing", "waarschuwingen"), count(self.tips, "tip", "tips")];
        let counts: Vec<String> = counts.into_iter().flatten().collect();
        if counts.is_empty() { "geen".to_owned() } else { counts.join(", ") }
    }
}

/// A question with its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub question: String,
    pub answer: String,
}

#[derive(Template)]
#[template(path = "editors/status.html")]
struct StatusPage {
    title: String,
    rows: Vec<Row>,
    problems: Vec<String>,
}

/// Whether a page appears or expires at this moment.
fn changes(entry: &Entry, at: Timestamp) -> bool {
    !entry.visibility.draft && [entry.visibility.publish, entry.visibility.expires].contains(&Some(at))
}

fn lines(report: &Report) -> Vec<String> {
    let worst = report.problems().iter().filter(|problem| problem.severity < Severity::Tip);
    worst.take(TOLD).map(|problem| format!("{}: {}: {} ({})", problem.place, problem.severity, problem.message, problem.help)).collect()
}
