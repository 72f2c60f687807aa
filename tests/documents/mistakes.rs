//! The messages that editors get to read: one document for each mistake, in `tests/mistakes/`.
//!
//! A document is a sentence, then the files that are written over a small valid site, each behind a
//! line `=== path` (`=== +path` appends to a file that is there), and last `=== report` with the
//! report that is expected.

use std::path::Path;

use libtest_mimic::{Failed, Trial};
use noaber::report::Extent;

use crate::support::valid_site::{self, File};
use crate::{compare, documents, name, read};

/// The documents that are read by the program as well, and not by the library alone.
const BY_THE_PROGRAM: &[&str] = &[
    "a-valid-site",
    "all-mistakes-in-one-run",
    "settings",
    "spelling",
];

pub fn trials() -> Vec<Trial> {
    let mut trials = crate::trials("mistakes", check);
    trials.push(Trial::test("mistakes by the program", check_by_the_program));
    trials
}

/// The files of a document.
fn files(text: &str) -> Vec<File<'_>> {
    text.split("=== ")
        .skip(1)
        .map(|part| {
            let (path, text) = part.split_once('\n').expect("a path has a line of its own");
            (path, text.to_owned())
        })
        .collect()
}

/// The files of a document and its report.
fn split(text: &str) -> (&str, &str) {
    text.rsplit_once("=== report\n")
        .expect("a document ends with a report")
}

fn check(document: &Path) -> Result<(), Failed> {
    let text = read(document);
    let (rest, expected) = split(&text);
    let actual = valid_site::report(&files(rest), Extent::Capped);
    compare(document, &format!("{rest}=== report\n"), expected, &actual)
}

fn check_by_the_program() -> Result<(), Failed> {
    for document in documents("mistakes") {
        if !BY_THE_PROGRAM.contains(&name(&document).as_str()) {
            continue;
        }
        let text = read(&document);
        let (rest, expected) = split(&text);
        let arguments = ["--dictionary", &valid_site::dictionary()];
        let (output, actual) = valid_site::check(&files(rest), &arguments);
        if actual != expected {
            return Err(format!("{}:\n{actual}", document.display()).into());
        }
        let code = i32::from(
            [": fout: ", ": error: "]
                .iter()
                .any(|error| expected.contains(error)),
        );
        if output.status.code() != Some(code) {
            return Err(format!("{}: {output:?}", document.display()).into());
        }
    }
    Ok(())
}
