//! Collecting what is wrong with the settings.

use std::collections::BTreeSet;
use std::ops::Range;

use toml::Spanned;

use crate::message;
use crate::message::{Message, MessageValue};
use crate::problem::Report;
use crate::route::is_slug;
use crate::rule::Rule;
use crate::source::Source;
use crate::suggest::{did_you_mean, nearest};
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
    pub fn wrong(&mut self, span: Range<usize>, message: Message, help: Message) {
        self.is_valid = false;
        self.left_out(span.start, message, help);
    }

    /// Reports what is wrong with a part that the site can do without.
    pub fn left_out(&mut self, at: usize, message: Message, help: Message) {
        self.report
            .add(self.source.place(at), Rule::Settings, message, help);
    }

    /// A text that readers see, by its key; `None` where it is empty, which is reported.
    pub fn text(&mut self, key: &str, text: Spanned<String>) -> Option<String> {
        if text.get_ref().trim().is_empty() {
            let message = message!("key-empty", key);
            self.left_out(text.span().start, message, message!("key-empty-help"));
            return None;
        }
        Some(text.into_inner())
    }

    /// The value of a key, by its path, that the site cannot do without: `publisher.name`.
    pub fn required<T>(&mut self, path: &str, value: Option<T>) -> Option<T> {
        let (message, help) = match path.rsplit_once('.') {
            None => (
                message!("key-missing", key = path),
                message!("settings-key-missing-help", key = path),
            ),
            Some((table, key)) => (
                message!("settings-key-of-table-missing", key, table),
                message!("settings-key-of-table-missing-help", key, table),
            ),
        };
        self.required_at(path, message, help, value)
    }

    /// The value of a table that the site cannot do without.
    pub fn required_table<T>(&mut self, table: &str, value: Option<T>) -> Option<T> {
        let message = message!("settings-table-missing", table);
        let help = message!("settings-table-missing-help", table);
        self.required_at(table, message, help, value)
    }

    fn required_at<T>(
        &mut self,
        path: &str,
        message: Message,
        help: Message,
        value: Option<T>,
    ) -> Option<T> {
        if value.is_none() {
            self.is_valid = false;
            if !self.is_reported(path) {
                self.wrong(0..0, message, help);
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
                message!("settings-address", word = word.get_ref(), key),
                message!("settings-address-help"),
            );
        }
    }

    /// Reports a key of a table that takes only these.
    pub fn unknown_key(&mut self, key: &Spanned<String>, known: &[&str]) {
        let (at, key) = (key.span().start, key.get_ref());
        let meant = nearest(key, known.iter().copied());
        let known: MessageValue = known.iter().copied().collect();
        let help = did_you_mean(meant, message!("key-unknown-help", known));
        let message = message!("key-unknown", key);
        let place = self.source.place(at);
        self.report.add(place, Rule::UnknownKey, message, help);
    }
}
