//! The report as its readers want it: people at a terminal, editors' programs, and the services
//! that check every change.

mod github;
mod json;
mod sarif;
mod text;

use std::path::{Component, Path, PathBuf, absolute};

use crate::message;
use crate::message::{Message, MessageValue};
use crate::problem::{HiddenPage, Problem, Report, Seen};
use crate::rule::Severity;

/// The format of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum ReportFormat {
    /// For people, in the language of the site.
    Text,
    /// Everything, for programs.
    Json,
    /// Workflow commands, which GitHub shows at the lines of a change.
    Github,
    /// SARIF 2.1.0, for services that gather findings.
    Sarif,
}

/// The extent of a long report for people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// The first of each rule, and how many more there are.
    Capped,
    All,
}

/// Writes the report. `content` is the content folder, as it should stand in front of the names of
/// files.
pub fn write(report: &Report, content: &Path, format: ReportFormat, extent: Extent) -> String {
    match format {
        ReportFormat::Text => text::write(report, content, extent),
        ReportFormat::Json => json::write(report, content),
        ReportFormat::Github => github::write(report, content),
        ReportFormat::Sarif => sarif::write(report, content),
    }
}

/// Leaves of a report what is about these files, or those in these folders.
pub fn limit(report: &mut Report, content: &Path, paths: &[PathBuf]) {
    let is_wanted = |file: &str| {
        let file = absolute(shown(file, content)).unwrap_or_default();
        paths.iter().any(|path| file.starts_with(path))
    };
    report.retain(|problem| is_wanted(&problem.place.file));
    report.files.retain(|file| is_wanted(file));
    report.hidden.retain(|page| is_wanted(&page.file));
    report.readability.retain(|page| is_wanted(&page.file));
}

/// The problems of each severity that there are: `1 fout, 2 tips`. `None` where there are none.
pub fn counts(errors: usize, warnings: usize, tips: usize) -> Option<Message> {
    let counts = [
        (errors, message!("count-errors", count = errors)),
        (warnings, message!("count-warnings", count = warnings)),
        (tips, message!("count-tips", count = tips)),
    ];
    let there = counts.into_iter().filter(|(count, _)| *count > 0);
    let there: Vec<Message> = there.map(|(_, message)| message).collect();
    let counts = (!there.is_empty()).then(|| there.into_iter().collect::<MessageValue>())?;
    Some(message!("counts", counts))
}

/// A page that cannot be shown, with the reason, on a line of its own.
pub fn hidden_line(page: &HiddenPage, name: &str) -> Message {
    let (seen, cause) = (seen_message(page.seen), page.cause.in_short());
    message!("hidden-page", name, seen, cause)
}

/// The page that visitors see where a file has a mistake.
pub fn seen_message(seen: Seen) -> Message {
    match seen {
        Seen::Page => message!("seen-page"),
        Seen::OldVersion => message!("seen-old-version"),
        Seen::Nothing => message!("seen-nothing"),
    }
}

/// The page that visitors see of a file with an error. `None` for other problems, and for an error
/// in a file that is no page.
fn seen_by_error(report: &Report, problem: &Problem) -> Option<Seen> {
    let is_error = problem.severity == Severity::Error;
    report.seen(&problem.place.file).filter(|_| is_error)
}

/// The number of pages that cannot be shown, behind a summary. Nothing where there are none.
pub fn hidden_count(report: &Report) -> Message {
    message!("hidden-count", count = report.hidden.len())
}

/// The name of a file, seen from where the program was started: `nieuws/naam.md` becomes
/// `content/nieuws/naam.md`, and `../static/beeld.svg` becomes `static/beeld.svg`.
fn shown(file: &str, content: &Path) -> String {
    let mut path = PathBuf::new();
    for component in content.join(file).components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir
                if matches!(path.components().next_back(), Some(Component::Normal(_))) =>
            {
                path.pop();
            }
            component => path.push(component),
        }
    }
    let folder = if file.ends_with('/') { "/" } else { "" };
    format!("{}{folder}", path.display())
}
