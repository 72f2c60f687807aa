//! What editors get to read: one document for each mistake in `tests/mistakes/`.
//!
//! A document is a sentence, then the files that are laid over a small sound site, each behind a line `=== path`, and last
//! `=== report` with the report that is expected. With `UPDATE_EXPECT=1` the reports are written anew: read the difference.

mod support;

use std::fs;
use std::path::Path;

use support::project;

/// A site in which nothing is wrong.
const SOUND: &[(&str, &str)] = &[
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
[addresses]
page = "pagina"
theme = "thema"
"#,
    ),
    ("index.md", "+++\ntitle = \"Voorbeeld\"\nsummary = \"De homepage.\"\n+++\nWelkom.\n"),
    ("nieuws/index.md", "+++\ntitle = \"Nieuws\"\nsummary = \"Al het nieuws.\"\n+++\n"),
    ("themas/index.md", "+++\ntitle = \"Thema's\"\nsummary = \"Alle thema's.\"\n+++\n"),
    (
        "themas/bereikbaarheid.md",
        "+++\ntitle = \"Bereikbaarheid\"\nsummary = \"Over weg en spoor.\"\norder = 1\n+++\n## Spoor\n\nTreinen.\n",
    ),
    ("gemeenten/index.md", "+++\ntitle = \"Gemeenten\"\nsummary = \"Alle gemeenten.\"\n+++\n"),
];

#[test]
fn every_mistake_is_reported_as_its_document_says() {
    let folder = project().join("tests/mistakes");
    let mut documents: Vec<_> =
        fs::read_dir(&folder).expect("the documents are there").map(|entry| entry.expect("an entry").path()).collect();
    documents.sort();
    assert!(documents.len() >= 25, "the documents are there");
    let wrong: Vec<String> = documents.iter().filter_map(|document| check(document).err()).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn check(document: &Path) -> Result<(), String> {
    let text = fs::read_to_string(document).expect("a document can be read");
    let (rest, expected) = text.rsplit_once("=== report\n").expect("a document ends with a report");
    let site = tempfile::tempdir().expect("a folder can be made");
    let own = rest.split("=== ").skip(1).map(|part| part.split_once('\n').expect("a path stands on a line of its own"));
    for (path, content) in SOUND.iter().copied().chain(own) {
        let path = site.path().join(path.trim());
        fs::create_dir_all(path.parent().expect("a file lies in a folder")).expect("a folder can be made");
        fs::write(path, content).expect("a file can be written");
    }
    let output = support::noaber(&["check", "--now", "2026-06-01T12:00:00Z", "--content", "."])
        .current_dir(site.path())
        .output()
        .expect("the binary starts");
    let actual = String::from_utf8(output.stdout)
        .expect("the report is UTF-8")
        .lines()
        .fold(String::new(), |text, line| text + line.strip_prefix("./").unwrap_or(line) + "\n");
    let failed = actual.contains(": fout: ");
    assert_eq!(output.status.code(), Some(i32::from(failed)), "{} exits as its report says\n{actual}", document.display());
    if actual == expected {
        return Ok(());
    }
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(document, format!("{rest}=== report\n{actual}")).expect("a document can be written");
        return Ok(());
    }
    Err(format!(
        "{}\n--- expected\n{expected}--- actual\n{actual}To accept: UPDATE_EXPECT=1 cargo test --test mistakes",
        document.display()
    ))
}
