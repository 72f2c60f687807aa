//! `texts/`, beside the content folder: the strings of the interface that a site has of its own, a
//! file a language. A language that the program does not know needs no more than such a file.

use std::collections::BTreeMap;
use std::path::Path;

use crate::content::Folders;
use crate::message;
use crate::message::MessageValue;
use crate::problem::Report;
use crate::rule::Rule;
use crate::source::Source;
use crate::text::{self, Review, StringFault};

/// The folder, as it is seen from the content folder.
pub const FOLDER: &str = "../texts";

/// The names that are told of those that a file lacks.
const TOLD: usize = 5;

/// The strings that can be used, in Fluent, by the tag of their language.
#[derive(Clone, Debug, Default)]
pub struct OwnTexts(BTreeMap<&'static str, String>);

impl OwnTexts {
    /// The strings of a language.
    pub fn of(&self, language: &str) -> Option<&str> {
        self.0.get(language).map(String::as_str)
    }

    /// The languages that have strings.
    pub fn languages(&self) -> impl Iterator<Item = &'static str> {
        self.0.keys().copied()
    }

    pub fn add(&mut self, language: &'static str, source: &Source, report: &mut Report) {
        self.0.insert(language, read(language, source, report));
    }
}

/// The files, each with its language, in the order of their names. The name of one that is of no
/// language is reported where it is read.
pub fn files(folders: &Folders) -> Vec<(String, Option<&'static str>)> {
    let entries = std::fs::read_dir(folders.texts());
    let names = entries.into_iter().flatten().flatten();
    let names = names.filter_map(|entry| entry.file_name().into_string().ok());
    let mut names: Vec<String> = names.filter(|name| name.ends_with(".ftl")).collect();
    names.sort_unstable();
    let with_language = |name: String| {
        let stem = Path::new(&name).file_stem().and_then(|stem| stem.to_str());
        let language = stem.and_then(text::language_tag);
        (format!("{FOLDER}/{name}"), language)
    };
    names.into_iter().map(with_language).collect()
}

/// The strings of a file that can be used; the others are reported, and so is what is missing.
fn read(language: &'static str, source: &Source, report: &mut Report) -> String {
    let Review {
        strings,
        faults,
        missing,
    } = text::review(language, &source.text);
    for (at, fault) in faults {
        let (message, help) = match fault {
            StringFault::Syntax => (message!("texts-syntax"), message!("texts-syntax-help")),
            StringFault::Unknown(name) => (
                message!("texts-unknown", name),
                message!("texts-unknown-help"),
            ),
            StringFault::Value(name) => {
                (message!("texts-value", name), message!("texts-value-help"))
            }
        };
        report.add(source.place(at), Rule::OwnText, message, help);
    }
    if !missing.is_empty() {
        let told = missing.iter().take(TOLD).map(|name| format!("`{name}`"));
        let names: MessageValue = told.collect();
        let message = message!("texts-missing", count = missing.len(), names);
        let help = message!("texts-missing-help");
        report.add(source.start(), Rule::MissingText, message, help);
    }
    strings
}
