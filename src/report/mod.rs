//! The report as its readers want it: people at a terminal, editors' programs, and the services
//! that check every change.

mod github;
mod json;
mod sarif;
mod text;

use std::path::{Component, Path, PathBuf};

use crate::problem::Report;

/// The format of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportFormat {
    /// For people, in Dutch.
    Text(Extent),
    /// Everything, for programs.
    Json,
    /// Workflow commands, which GitHub shows at the lines of a change.
    Github,
    /// SARIF 2.1.0, for services that gather findings.
    Sarif,
}

/// The extent of a long report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// The first of each rule, and how many more there are.
    Capped,
    All,
}

/// Writes the report. `content` is the content folder, as it should stand in front of the names of
/// files.
pub fn write(report: &Report, content: &Path, format: ReportFormat) -> String {
    let paths = Paths { content };
    match format {
        ReportFormat::Text(extent) => text::write(report, &paths, extent),
        ReportFormat::Json => json::write(report, &paths),
        ReportFormat::Github => github::write(report, &paths),
        ReportFormat::Sarif => sarif::write(report, &paths),
    }
}

/// A number with what it counts: `1 bestand`, `3 bestanden`.
pub fn counted(count: usize, one: &str, more: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { more })
}

/// The problems of each severity that there are: `1 fout, 2 tips`. Empty where there are none.
pub fn counts(errors: usize, warnings: usize, tips: usize) -> String {
    let counts = [
        (errors, "fout", "fouten"),
        (warnings, "waarschuwing", "waarschuwingen"),
        (tips, "tip", "tips"),
    ];
    let there = counts.into_iter().filter(|(count, _, _)| *count > 0);
    let there: Vec<String> = there
        .map(|(count, one, more)| counted(count, one, more))
        .collect();
    there.join(", ")
}

/// The names of files, seen from where the program was started.
struct Paths<'a> {
    content: &'a Path,
}

impl Paths<'_> {
    /// `nieuws/naam.md` becomes `content/nieuws/naam.md`, and `../static/beeld.svg` becomes
    /// `static/beeld.svg`.
    fn of(&self, file: &str) -> String {
        let mut path = PathBuf::new();
        for component in self.content.join(file).components() {
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
}
