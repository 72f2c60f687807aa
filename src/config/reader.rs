//! Collecting what is wrong with the settings.

use std::collections::BTreeSet;
use std::ops::Range;

use toml::Spanned;

use crate::message::Message;
use crate::problem::Report;
use crate::route::is_slug;
use crate::rule::Rule;
use crate::source::Source;
use crate::toml_file::ReportedKey;

/// Collects what is wrong with the settings.
pub struct ConfigReader<'a> {
    pub source: &'a Source,
    pub report: &'a mut Report,
    /// The keys that are there but wrong, and reported.
    pub reported_keys: Vec<ReportedKey>,
    /// The languages that have strings.
    pub languages: BTreeSet<&'static str>,
    /// False where something that every page needs is missing or wrong.
    pub is_valid: bool,
}

impl ConfigReader<'_> {
    /// Reports a mistake with which there can be no site.
    pub fn wrong(
        &mut self,
        span: Range<usize>,
        message: impl Into<Message>,
        help: impl Into<Message>,
    ) {
        self.is_valid = false;
        self.left_out(span.start, message, help);
    }

    /// Reports what is wrong with a part that the site can do without.
    pub fn left_out(&mut self, at: usize, message: impl Into<Message>, help: impl Into<Message>) {
        self.report
            .add(self.source.place(at), Rule::Settings, message, help);
    }

    /// A text that readers see, by its key; `None` where it is empty, which is reported.
    pub fn text(&mut self, key: &str, text: Spanned<String>) -> Option<String> {
        if text.get_ref().trim().is_empty() {
            let message = format!("`{key}` is leeg");
            let help = "schrijf de tekst tussen de aanhalingstekens";
            self.left_out(text.span().start, &message, help);
            return None;
        }
        Some(text.into_inner())
    }

    /// The value of a key, by its path, that the site cannot do without: `publisher.name`.
    pub fn required<T>(&mut self, path: &str, value: Option<T>) -> Option<T> {
        let name = match path.rsplit_once('.') {
            None => format!("`{path}`"),
            Some((table, key)) => format!("`{key}` onder `[{table}]`"),
        };
        self.required_at(path, &name, value)
    }

    /// The same for a table.
    pub fn required_table<T>(&mut self, table: &str, value: Option<T>) -> Option<T> {
        self.required_at(table, &format!("`[{table}]`"), value)
    }

    fn required_at<T>(&mut self, path: &str, name: &str, value: Option<T>) -> Option<T> {
        if value.is_none() {
            self.is_valid = false;
            if !self.is_reported(path) {
                let help = format!("voeg {name} toe; LEESMIJ.md zegt wat het is");
                self.wrong(0..0, format!("{name} ontbreekt"), &help);
            }
        }
        value
    }

    /// True for a key that is there but wrong, and reported.
    pub fn is_reported(&self, path: &str) -> bool {
        self.reported_keys.iter().any(|key| key.path == path)
    }

    /// Reports a word that cannot stand in an address.
    pub fn check_word(&mut self, word: &Spanned<String>, key: &str) {
        if !is_slug(word.get_ref()) {
            self.wrong(
                word.span(),
                format!("het adres `{}` van `{key}` kan niet", word.get_ref()),
                "schrijf een woord in kleine letters, zonder schuine strepen",
            );
        }
    }
}
