//! Reading on after lines that are no TOML: they are reported and blanked, and the rest is parsed
//! again.

use std::ops::Range;

use toml::de::{DeTable, DeValue};

use crate::message;
use crate::problem::Report;
use crate::rule::Rule;
use crate::source::Source;
use crate::toml_file::syntax::{is_of_key, key, syntax_error};
use crate::toml_file::{
    MAX_ERRORS, ReportedKey, below_a_heading, is_forbidden, report_hidden_character,
};

/// Reports every line that is no TOML. Returns the text with spaces in the place of those, so that
/// all else can be read, and the keys that they began with. `None` where too much is wrong.
pub fn recover(
    source: &Source,
    text: &str,
    start: usize,
    report: &mut Report,
) -> Option<(String, Vec<ReportedKey>)> {
    let mut text = text.to_owned();
    let mut keys = Vec::new();
    for _ in 0..MAX_ERRORS {
        let (table, errors) = DeTable::parse_recoverable(&text);
        if errors.is_empty() {
            return Some((text, keys));
        }
        let place = |span: Range<usize>| span.start.min(text.len());
        let mut errors: Vec<(usize, &str)> = errors
            .iter()
            .map(|error| (error.span().map_or(0, place), error.message()))
            .collect();
        errors.sort_by_key(|(at, _)| *at);
        let mut passed: Vec<Range<usize>> = Vec::new();
        for (at, message) in errors {
            if passed.last().is_some_and(|last| at <= last.end) {
                continue;
            }
            if keys.len() >= MAX_ERRORS {
                report_too_many(source, start + at, report);
                return None;
            }
            let begun = open_list(&text, at)
                .or_else(|| entry_at(table.get_ref(), at))
                .unwrap_or(at);
            let lines = lines_of(&text, begun, at);
            // What goes on over many lines is reported where it begins.
            let first = &text[lines.start..line_end(&text, lines.start)];
            let line_start = start + lines.start;
            if let Some(hidden) = first.find(is_forbidden) {
                report_hidden_character(source, line_start + hidden, report);
            } else {
                let error = syntax_error(first, (at - lines.start).min(first.len()), message);
                let place = source.place(line_start + error.at);
                report.add(place, Rule::Syntax, error.message, error.help);
            }
            let path = path_of(&text, lines.start, key(first));
            keys.push(ReportedKey::of_last(path, report));
            let is_one_line = at <= lines.start + first.len();
            passed.push(lines);
            if !is_one_line {
                // What the parser says of the lines behind it means nothing.
                break;
            }
        }
        for lines in passed {
            let blank = |byte| if byte == b'\n' { '\n' } else { ' ' };
            let blanks: String = text[lines.clone()].bytes().map(blank).collect();
            text.replace_range(lines, &blanks);
        }
    }
    None
}

/// The start of the list that is still open at the line of an offset.
fn open_list(text: &str, at: usize) -> Option<usize> {
    let above = &text[..text[..at].rfind('\n')?];
    let start = above
        .rmatch_indices('\n')
        .map(|(newline, _)| newline + 1)
        .chain([0])
        .find(|start| begins_entry(&above[*start..]))?;
    let (_, value) = above[start..].split_once('=')?;
    let is_open = value.trim_start().starts_with('[')
        && value.matches('[').count() > value.matches(']').count();
    is_open.then_some(start)
}

/// The start of the entry that the parser was reading at an offset.
fn entry_at(table: &DeTable<'_>, at: usize) -> Option<usize> {
    table.iter().find_map(|(key, value)| match value.get_ref() {
        DeValue::Table(inner) if !(key.span().start..=value.span().end).contains(&at) => {
            entry_at(inner, at)
        }
        DeValue::Array(items) if items.iter().any(|item| item.get_ref().is_table()) => {
            items.iter().find_map(|item| match item.get_ref() {
                DeValue::Table(inner) => entry_at(inner, at),
                _ => None,
            })
        }
        _ => (key.span().start..=value.span().end)
            .contains(&at)
            .then(|| key.span().start),
    })
}

/// The lines from the one with `from` to the one with `at`; of a list or text without an end, those
/// before the next key.
fn lines_of(text: &str, from: usize, at: usize) -> Range<usize> {
    let start = text[..from.min(at)]
        .rfind('\n')
        .map_or(0, |newline| newline + 1);
    let mut end = line_end(text, start);
    while end < at && !begins_entry(&text[end + 1..line_end(text, end + 1)]) {
        end = line_end(text, end + 1);
    }
    start..end
}

fn line_end(text: &str, from: usize) -> usize {
    text[from..]
        .find('\n')
        .map_or(text.len(), |newline| from + newline)
}

/// True if a line looks like the beginning of an entry: `naam = …`, `[naam]`.
fn begins_entry(line: &str) -> bool {
    let line = line.lines().next().unwrap_or_default();
    line.split_once('=')
        .is_some_and(|(key, _)| !key.trim().is_empty() && key.trim().chars().all(is_of_key))
        || line
            .trim_start()
            .trim_start_matches('[')
            .starts_with(is_of_key)
            && line.starts_with('[')
}

pub fn report_too_many(source: &Source, at: usize, report: &mut Report) {
    report.add(
        source.place(at),
        Rule::Syntax,
        message!("too-many-mistakes"),
        message!("too-many-mistakes-help"),
    );
}

/// The path of a key that stands at an offset: `publisher.name`.
fn path_of(text: &str, at: usize, key: &str) -> String {
    match below_a_heading(text, at) {
        Some(heading) => format!("{}.{key}", heading.trim_matches(['[', ']'])),
        None => key.to_owned(),
    }
}
