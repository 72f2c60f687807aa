//! What Markdown becomes: one document for each thing a text can hold, in `tests/texts/`.
//!
//! A document is a sentence, the Markdown behind `=== text`, and the HTML behind `=== html`. With `UPDATE_EXPECT=1` the
//! HTML is written anew: read the difference.

use std::fs;
use std::path::Path;

use crate::support::{TestSite, project, run};

#[test]
fn every_text_becomes_the_html_that_its_document_says() {
    let mut documents: Vec<_> = fs::read_dir(project().join("tests/texts"))
        .expect("the documents are there")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    documents.sort();
    assert!(documents.len() >= 12, "the documents are there");
    let copy = TestSite::new();
    for document in &documents {
        let text = fs::read_to_string(document).expect("a document can be read");
        let markdown = text
            .split("=== text\n")
            .nth(1)
            .and_then(|rest| rest.split("=== html\n").next())
            .expect("a document has a text");
        copy.write(
            &format!("teksten/{}.md", name(document)),
            format!(
                "+++\ntitle = \"{0}\"\nsummary = \"{0}.\"\n+++\n{markdown}",
                name(document)
            ),
        );
    }
    let out = tempfile::tempdir().expect("a folder can be made");
    let folder = out.path().join("site");
    let output = run(&[
        "build",
        folder.to_str().expect("a plain path"),
        "--content",
        &copy.content(),
        "--now",
        "2026-11-23T12:00:00Z",
    ]);
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let wrong: Vec<String> = documents
        .iter()
        .filter_map(|document| check(document, &folder).err())
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn name(document: &Path) -> String {
    document
        .file_stem()
        .expect("a document has a name")
        .to_string_lossy()
        .into_owned()
}

fn check(document: &Path, folder: &Path) -> Result<(), String> {
    let text = fs::read_to_string(document).expect("a document can be read");
    let (rest, expected) = text
        .split_once("=== html\n")
        .expect("a document ends with HTML");
    let page = fs::read_to_string(
        folder
            .join("teksten")
            .join(name(document))
            .join("index.html"),
    )
    .expect("the page was built");
    let actual = page
        .split("<div class=\"prose\">\n")
        .nth(1)
        .and_then(|rest| rest.split_once("</div>\n\n</div>\n"))
        .expect("the page has a text")
        .0;
    let actual = crate::support::without_digests(actual);
    if actual == expected {
        return Ok(());
    }
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(document, format!("{rest}=== html\n{actual}"))
            .expect("a document can be written");
        return Ok(());
    }
    Err(format!(
        "{}\n--- expected\n{expected}--- actual\n{actual}To accept: UPDATE_EXPECT=1 cargo test --test it texts",
        document.display()
    ))
}
