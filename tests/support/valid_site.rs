//! A small site in which nothing is wrong, over which a test writes files of its own.

use std::fs;
use std::path::Path;
use std::process::Output;
use std::sync::LazyLock;

use noaber::Options;
use noaber::content::LoadError;
use noaber::dictionary::Dictionary;
use noaber::report::{self, Extent, ReportFormat};
use noaber::site::Drafts;
use noaber::site::rules::Checks;

use super::noaber;

const FILES: &[(&str, &str)] = &[
    (
        "site.toml",
        r#"name = "Voorbeeld"
description = "Een kleine site."
base-url = "https://voorbeeld.example"
language = "nl"
time-zone = "Europe/Amsterdam"
[publisher]
name = "Voorbeeld"
[kinds.news]
folder = "nieuws"
address = "/nieuws/"
[kinds.themes]
folder = "themas"
address = "/themas/"
[kinds.municipalities]
folder = "gemeenten"
address = "/gemeenten/"
[kinds.events]
folder = "agenda"
address = "/agenda/"
[kinds.projects]
folder = "projecten"
address = "/projecten/"
[kinds.documents]
folder = "documenten"
address = "/documenten/"
[kinds.bodies]
folder = "bestuur"
address = "/bestuur/"
[kinds.meetings]
folder = "vergaderingen"
address = "/vergaderingen/"
[addresses]
page = "pagina"
lists = { themes = "thema" }
"#,
    ),
    (
        "index.md",
        "+++\ntitle = \"Voorbeeld\"\nsummary = \"De homepage.\"\nowner = \"redactie\"\n+++\nKijk bij [het nieuws](nieuws/index.md), [de thema's](themas/index.md) of [de gemeenten](gemeenten/index.md).\n",
    ),
    (
        "nieuws/index.md",
        "+++\ntitle = \"Nieuws\"\nsummary = \"Al het nieuws.\"\nowner = \"redactie\"\n+++\n",
    ),
    (
        "themas/index.md",
        "+++\ntitle = \"Thema's\"\nsummary = \"Alle thema's.\"\nowner = \"redactie\"\n+++\n",
    ),
    (
        "themas/bereikbaarheid.md",
        "+++\ntitle = \"Bereikbaarheid\"\nsummary = \"Over weg en spoor.\"\norder = 1\nowner = \"redactie\"\n+++\n## Spoor\n\nTreinen.\n",
    ),
    (
        "gemeenten/index.md",
        "+++\ntitle = \"Gemeenten\"\nsummary = \"Alle gemeenten.\"\nowner = \"redactie\"\n+++\n",
    ),
];

/// Settings without the findings that every page of a test would have. A test that brings settings
/// of its own under `[check]` has them.
const QUIET: &str = "[check.severity]\nspelling = \"uit\"\ngeen-eigenaar = \"uit\"\n";

/// A file of the site: its path from the content folder, and its text. With a `+` in front of its
/// path it is appended to the file that is there already.
pub type File<'a> = (&'a str, String);

/// The moment at which the site is checked.
pub const NOW: &str = "2026-06-01T12:00:00Z";

/// The result of `noaber check` for the valid site with these files written over it, and its report
/// with paths from the content folder.
pub fn check(files: &[File<'_>], arguments: &[&str]) -> (Output, String) {
    let site = write(files);
    let output = noaber(&["check", "--now", NOW])
        .args(arguments)
        .current_dir(site.path())
        .output()
        .expect("the binary starts");
    let report = String::from_utf8(output.stdout.clone()).expect("the report is UTF-8");
    (output, without_folder(&report))
}

/// The report on the valid site with these files written over it, as [`check`] has it, without
/// another process.
pub fn report(files: &[File<'_>], extent: Extent) -> String {
    report_in(&write(files), extent)
}

/// The report on a site with these files alone.
pub fn report_alone(files: &[File<'_>], extent: Extent) -> String {
    report_in(&write_over(&[], files), extent)
}

fn report_in(site: &tempfile::TempDir, extent: Extent) -> String {
    static DICTIONARY: LazyLock<Dictionary> = LazyLock::new(|| {
        Dictionary::at(Path::new(&dictionary())).expect("the dictionary is there")
    });
    let options = Options {
        checks: Checks::All {
            dictionary: Some(&DICTIONARY),
        },
        ..Drafts::Hide.into()
    };
    let now = NOW.parse().expect("a moment");
    let folders = super::folders(&site.path().join("content"));
    let report = match noaber::check(&folders, now, options) {
        Ok(report) => report,
        Err(LoadError::Settings(report)) => *report,
        Err(error) => panic!("there is a site: {error:?}"),
    };
    let text = report::write(&report, Path::new("content"), ReportFormat::Text, extent);
    let has_errors = [": fout: ", ": error: ", ": Fehler: "]
        .iter()
        .any(|word| text.contains(word));
    assert_eq!(report.has_errors(), has_errors, "{text}");
    without_folder(&text)
}

/// A report in which paths begin at the content folder.
fn without_folder(report: &str) -> String {
    report.lines().fold(String::new(), |text, line| {
        text + line.strip_prefix("content/").unwrap_or(line) + "\n"
    })
}

/// A folder with the valid site and these files.
pub fn write(files: &[File<'_>]) -> tempfile::TempDir {
    write_over(FILES, files)
}

fn write_over(base: &[(&str, &str)], files: &[File<'_>]) -> tempfile::TempDir {
    let site = tempfile::tempdir().expect("a folder can be made");
    let base = base.iter().map(|(path, text)| (*path, (*text).to_owned()));
    let judges = |(path, text): &File<'_>| {
        path.ends_with("site.toml") && (text.contains("[check") || !path.starts_with('+'))
    };
    let quiet = (!files.iter().any(judges)).then(|| ("+site.toml", QUIET.to_owned()));
    for (path, text) in base.chain(files.iter().cloned()).chain(quiet) {
        let (path, more) = path
            .trim()
            .strip_prefix('+')
            .map_or((path.trim(), false), |path| (path, true));
        let path = site.path().join("content").join(path);
        fs::create_dir_all(path.parent().expect("a file lies in a folder"))
            .expect("a folder can be made");
        let before = if more {
            fs::read_to_string(&path).expect("there is a file to write behind")
        } else {
            String::new()
        };
        fs::write(path, before + &text).expect("a file can be written");
    }
    site
}

/// A dictionary with the words of these tests, as an argument.
pub fn dictionary() -> String {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/support/small.dic")
        .display()
        .to_string()
}
