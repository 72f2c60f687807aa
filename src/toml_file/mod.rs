//! Strict reading of TOML into a `Raw…` struct: every mistake of the text in one run, each at its
//! place.
//!
//! serde stops at the first mistake. Here the entry that holds a mistake is reported and left out,
//! and the rest is read again, until nothing is wrong any more; so fields of a `Raw…` struct are
//! optional, and who needs one says so later. A line that is no TOML is reported and passed over in
//! the same way. A text with very many mistakes is given up.

pub mod literal;
mod messages;
mod recovery;
mod removal;
mod syntax;
mod values;

use std::collections::BTreeSet;
use std::ops::Range;

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue, Deserializer};

use crate::message;
use crate::problem::{Problem, Report};
use crate::rule::Rule;
use crate::source::Source;
use crate::toml_file::messages::{intended, is_length, mistake};
use crate::toml_file::recovery::{recover, report_too_many};
use crate::toml_file::removal::remove_entry;

/// The most mistakes after which a text is given up: nobody reads more, and each takes another
/// parse of the text.
const MAX_ERRORS: usize = 50;

/// A text that was read as a whole.
pub struct Read<T> {
    pub raw: T,
    /// As in [`Entries`].
    pub reported_keys: Vec<ReportedKey>,
    pub state: ParseState,
}

/// A key that was written wrongly.
pub struct ReportedKey {
    /// `publisher.name`
    pub path: String,
    pub problem: Problem,
}

/// The extent to which a text could be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParseState {
    Ok,
    /// Some entries have a mistake and were left out.
    PartlyInvalid,
    /// Some lines are no TOML and were passed over.
    SyntaxErrors,
}

/// Reads a file in TOML. `None` when too much is wrong with it.
pub fn read<T: DeserializeOwned>(source: &Source, report: &mut Report) -> Option<Read<T>> {
    let mut recovered = String::new();
    let mut entries = Entries::parse(source, 0..source.text.len(), &mut recovered, report)?;
    let raw = entries.read(|_| true, &[], report)?;
    Some(Read {
        raw,
        state: entries.state(),
        reported_keys: entries.reported_keys,
    })
}

/// The entries of a text that are still to be read, all at once or by key.
pub struct Entries<'a> {
    source: &'a Source,
    start: usize,
    text: &'a str,
    table: Spanned<DeTable<'a>>,
    /// The spans of entries that were reported and left out.
    removed: Vec<Range<usize>>,
    has_syntax_errors: bool,
    /// The keys that were written wrongly. They are reported already.
    pub reported_keys: Vec<ReportedKey>,
}

impl ReportedKey {
    /// The key that the last problem of the report is about.
    fn of_last(path: String, report: &Report) -> Self {
        let problem = report.problems().last();
        let problem = problem.expect("a problem was reported").clone();
        ReportedKey { path, problem }
    }
}

impl<'a> Entries<'a> {
    /// The entries at `range` of the source. `None` when too much is wrong with them. The text
    /// without the lines that are no TOML goes into `recovered`.
    pub fn parse(
        source: &'a Source,
        range: Range<usize>,
        recovered: &'a mut String,
        report: &mut Report,
    ) -> Option<Self> {
        let start = range.start;
        let mut text = &source.text[range];
        let (mut table, errors) = DeTable::parse_recoverable(text);
        let has_syntax_errors = !errors.is_empty();
        let mut reported_keys = Vec::new();
        if has_syntax_errors {
            (*recovered, reported_keys) = recover(source, text, start, report)?;
            text = recovered;
            table = DeTable::parse(text).ok()?;
        }
        let mut removed = Vec::new();
        // TOML lets people write a character by its number.
        texts(table.get_ref(), has_forbidden, &mut removed);
        for span in &removed {
            report_hidden_character(source, start + span.start, report);
            if let Some(path) = remove_entry(table.get_mut(), span) {
                reported_keys.push(ReportedKey::of_last(path, report));
            }
        }
        Some(Entries {
            source,
            start,
            text,
            table,
            removed,
            has_syntax_errors,
            reported_keys,
        })
    }

    /// The extent to which the text could be read so far.
    pub fn state(&self) -> ParseState {
        match (self.has_syntax_errors, self.removed.is_empty()) {
            (true, _) => ParseState::SyntaxErrors,
            (false, false) => ParseState::PartlyInvalid,
            (false, true) => ParseState::Ok,
        }
    }

    /// The spans of the values that are texts as meant, at any depth.
    pub fn texts(&self, is_meant: fn(&str) -> bool) -> Vec<Range<usize>> {
        let mut spans = Vec::new();
        texts(self.table.get_ref(), is_meant, &mut spans);
        spans
    }

    /// Takes out an entry without reading it. Returns where its value stands in the text.
    pub fn remove(&mut self, key: &str) -> Option<Range<usize>> {
        self.table.get_mut().remove(key).map(|value| value.span())
    }

    /// Takes out the entries whose key is wanted, and reads them. `also_known` are keys that may
    /// stand in the text beside those of `T`: an unknown key may be a misspelling of one.
    pub fn read<T: DeserializeOwned>(
        &mut self,
        is_wanted: impl Fn(&str) -> bool,
        also_known: &[&str],
        report: &mut Report,
    ) -> Option<T> {
        let span = self.table.span();
        let (mut wanted, others): (DeTable<'_>, DeTable<'_>) = std::mem::take(self.table.get_mut())
            .into_iter()
            .partition(|(key, _)| is_wanted(key.get_ref()));
        *self.table.get_mut() = others;
        let starts: BTreeSet<usize> = wanted.keys().map(|key| key.span().start).collect();
        loop {
            let part = Spanned::new(span.clone(), wanted);
            let error = match T::deserialize(Deserializer::from(part)) {
                Ok(raw) => return Some(raw),
                Err(error) => error,
            };
            let at = error.span().unwrap_or(0..0);
            if self.removed.contains(&at) {
                return None;
            }
            if self.removed.len() >= MAX_ERRORS {
                report_too_many(self.source, self.start + at.start, report);
                return None;
            }
            // Most texts have no mistake, and are not kept for a second reading.
            let all = DeTable::parse(self.text).ok()?.into_inner().into_iter();
            wanted = all
                .filter(|(key, _)| starts.contains(&key.span().start))
                .collect();
            for span in &self.removed {
                remove_entry(&mut wanted, span);
            }
            let is_top = wanted.keys().any(|key| key.span() == at);
            let also_known = if is_top { also_known } else { &[] };
            let is_heading = wanted
                .iter()
                .any(|(key, value)| at.contains(&key.span().start) && value.get_ref().is_table());
            let (rule, message, help) = mistake(
                error.message(),
                also_known,
                &self.text[at.clone()],
                is_heading,
                below_a_heading(self.text, at.start),
            );
            // A list is too short where what was wrong in it was taken out.
            let is_rest = self.removed.iter().any(|removed| {
                at.start < removed.start && removed.end <= at.end && is_length(error.message())
            });
            if is_rest {
                remove_entry(&mut wanted, &at);
                self.removed.push(at);
                continue;
            }
            let place = self.source.place(self.start + at.start);
            report.add(place, rule, message, help);
            if at.is_empty() {
                return None;
            }
            if let Some(mut path) = remove_entry(&mut wanted, &at) {
                // Of a key that was misspelt, it is the right one that is reported.
                if let Some(known) = intended(error.message(), also_known) {
                    path.truncate(path.rfind('.').map_or(0, |dot| dot + 1));
                    path.push_str(known);
                }
                self.reported_keys.push(ReportedKey::of_last(path, report));
            }
            self.removed.push(at);
        }
    }
}

/// True if a character can stand in no page: feeds and maps of the site would not be XML with it.
pub fn is_forbidden(c: char) -> bool {
    matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}

/// True if a text has such a character.
pub fn has_forbidden(text: &str) -> bool {
    // Nearly no text has, which is soon seen: all of these have a byte below the space, or begin
    // with that of `\u{f000}` and beyond.
    let may_be =
        |byte: &u8| (*byte < b' ') & !matches!(byte, b'\t' | b'\n' | b'\r') | (*byte == 0xef);
    text.as_bytes()
        .chunks(64)
        .any(|bytes| bytes.iter().fold(false, |any, byte| any | may_be(byte)))
        && text.chars().any(is_forbidden)
}

/// Reports a character that nobody sees and that no page may hold.
pub fn report_hidden_character(source: &Source, at: usize, report: &mut Report) {
    report.add(
        source.place(at),
        Rule::HiddenCharacter,
        message!("hidden-character"),
        message!("hidden-character-help"),
    );
}

/// Adds the spans of the values of a table, at any depth, that are texts as meant.
fn texts(table: &DeTable<'_>, is_meant: fn(&str) -> bool, spans: &mut Vec<Range<usize>>) {
    type IsMeant = fn(&str) -> bool;
    fn collect(value: &Spanned<DeValue<'_>>, is_meant: IsMeant, spans: &mut Vec<Range<usize>>) {
        match value.get_ref() {
            DeValue::String(text) if is_meant(text) => spans.push(value.span()),
            DeValue::Array(items) => items.iter().for_each(|item| collect(item, is_meant, spans)),
            DeValue::Table(inner) => texts(inner, is_meant, spans),
            _ => {}
        }
    }
    table
        .values()
        .for_each(|value| collect(value, is_meant, spans));
}

/// The heading above an offset, if there is one: `[[sources]]`.
fn below_a_heading(text: &str, at: usize) -> Option<&str> {
    text[..text[..at].rfind('\n')?]
        .lines()
        .rev()
        .find(|line| line.starts_with('['))
        .map(str::trim)
}
