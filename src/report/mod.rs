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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_file_is_seen_from_where_the_program_was_started() {
        let of = |content: &str, file: &str| {
            Paths {
                content: Path::new(content),
            }
            .of(file)
        };
        assert_eq!(of("content", "nieuws/a.md"), "content/nieuws/a.md");
        assert_eq!(of("content", "../static/a.svg"), "static/a.svg");
        assert_eq!(of("content", "nieuws/"), "content/nieuws/");
        assert_eq!(of(".", "a.md"), "a.md");
        assert_eq!(of(".", "../static/a.svg"), "../static/a.svg");
        assert_eq!(
            of("/srv/site/content", "../static/a.svg"),
            "/srv/site/static/a.svg"
        );
    }
}
