//! What editors get to read: one document for each mistake in `tests/mistakes/`.
//!
//! A document is a sentence, then the files that are laid over a small valid site, each behind a line `=== path` (`=== +path`
//! writes behind a file that is there), and last `=== report` with the report that is expected. With `UPDATE_EXPECT=1` the reports are written anew: read the difference.

use std::fs;
use std::path::Path;

use crate::support::{project, valid_site};

#[test]
fn every_mistake_is_reported_as_its_document_says() {
    let folder = project().join("tests/mistakes");
    let mut documents: Vec<_> = fs::read_dir(&folder)
        .expect("the documents are there")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    documents.sort();
    assert!(documents.len() >= 25, "the documents are there");
    let wrong: Vec<String> = documents
        .iter()
        .filter_map(|document| check(document).err())
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn check(document: &Path) -> Result<(), String> {
    let text = fs::read_to_string(document).expect("a document can be read");
    let (rest, expected) = text
        .rsplit_once("=== report\n")
        .expect("a document ends with a report");
    let own = rest.split("=== ").skip(1).map(|part| {
        part.split_once('\n')
            .expect("a path stands on a line of its own")
    });
    let files: Vec<(&str, String)> = own.map(|(path, text)| (path, text.to_owned())).collect();
    let (output, actual) = valid_site::check(&files, &["--dictionary", &valid_site::dictionary()]);
    let failed = actual.contains(": fout: ");
    assert_eq!(
        output.status.code(),
        Some(i32::from(failed)),
        "{} exits as its report says\n{actual}",
        document.display()
    );
    if actual == expected {
        return Ok(());
    }
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(document, format!("{rest}=== report\n{actual}"))
            .expect("a document can be written");
        return Ok(());
    }
    Err(format!(
        "{}\n--- expected\n{expected}--- actual\n{actual}To accept: UPDATE_EXPECT=1 cargo test --test it mistakes",
        document.display()
    ))
}
