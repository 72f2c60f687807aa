//! The cases that are documents, each a test by its own name: `cargo test --test documents
//! broken-link`.
//!
//! With `UPDATE_EXPECT=1` the documents are written anew: read the difference.

mod mistakes;
mod pages;
#[path = "../support/mod.rs"]
mod support;
mod texts;

use std::fs;
use std::path::{Path, PathBuf};

use libtest_mimic::{Arguments, Failed, Trial};

use support::project;

fn main() {
    let mut trials = mistakes::trials();
    trials.extend(texts::trials());
    trials.extend(pages::trials());
    libtest_mimic::run(&Arguments::from_args(), trials).exit();
}

/// The documents in a folder of `tests`, in their order.
fn documents(folder: &str) -> Vec<PathBuf> {
    let mut documents: Vec<PathBuf> = fs::read_dir(project().join("tests").join(folder))
        .expect("the documents are there")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    documents.sort();
    documents
}

/// A test for each document in a folder of `tests`.
fn trials(folder: &str, check: fn(&Path) -> Result<(), Failed>) -> Vec<Trial> {
    documents(folder)
        .into_iter()
        .map(|document| {
            let name = format!("{folder}/{}", name(&document));
            Trial::test(name, move || check(&document))
        })
        .collect()
}

/// The name of a document: that of its file, without the ending.
fn name(document: &Path) -> String {
    let name = document.file_stem().expect("a document has a name");
    name.to_string_lossy().into_owned()
}

fn read(document: &Path) -> String {
    fs::read_to_string(document).expect("a document can be read")
}

/// Compares the last part of a document, behind `before`, with what it should be now.
fn compare(document: &Path, before: &str, expected: &str, actual: &str) -> Result<(), Failed> {
    if actual == expected {
        return Ok(());
    }
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(document, format!("{before}{actual}")).expect("a document can be written");
        return Ok(());
    }
    let path = document.strip_prefix(project()).unwrap_or(document);
    Err(format!(
        "{}\n--- expected\n{expected}--- actual\n{actual}\
         To accept: UPDATE_EXPECT=1 cargo test --test documents {}",
        path.display(),
        name(document)
    )
    .into())
}
