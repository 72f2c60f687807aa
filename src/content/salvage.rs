//! The text of a file as far as it can be read. What cannot stand in a page is reported and
//! blanked, so that the rest is shown and every place in it is right.

use std::ops::Range;

use crate::message;
use crate::problem::{Excerpt, Problem, Report};
use crate::rule::Rule;
use crate::source::{Place, Source, is_invisible, lines_at};
use crate::toml_file::{has_forbidden, is_forbidden, report_hidden_character};

/// The most invisible characters that are reported of one file.
const MOST_HIDDEN: usize = 5;

/// The characters of Windows-1252 from 0x80 up to 0x9f; the others are those of Unicode.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The text in the bytes of a file. What is not UTF-8 is read as Windows-1252, which nearly all
/// such text is.
///
/// # Errors
/// Bytes that are no text at all are one.
pub fn decode(name: &str, bytes: &[u8], report: &mut Report) -> Result<Source, Problem> {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(Source::new(name, text));
    }
    let problem = |place: Place| {
        Problem::new(
            place,
            Rule::NotUtf8,
            message!("not-utf8"),
            message!("not-utf8-help"),
        )
    };
    if bytes.contains(&0) {
        return Err(problem(Place::of_file(name)));
    }
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 8);
    let mut first = None;
    for chunk in bytes.utf8_chunks() {
        text += chunk.valid();
        if !chunk.invalid().is_empty() {
            first.get_or_insert(text.len());
        }
        text.extend(chunk.invalid().iter().map(|byte| windows_1252(*byte)));
    }
    let source = Source::new(name, &text);
    report.extend([problem(source.place(first.unwrap_or_default()))]);
    Ok(source)
}

/// The text of a file from any program of an office: UTF-8, UTF-16 with a mark in front, or else
/// Windows-1252.
pub fn text_of_file(bytes: &[u8]) -> String {
    let wide = |of: fn([u8; 2]) -> u16| {
        let units = bytes[2..]
            .chunks_exact(2)
            .map(|pair| of([pair[0], pair[1]]));
        char::decode_utf16(units)
            .map(|read| read.unwrap_or(char::REPLACEMENT_CHARACTER))
            .collect()
    };
    let text: String = match bytes {
        [0xff, 0xfe, ..] => wide(u16::from_le_bytes),
        [0xfe, 0xff, ..] => wide(u16::from_be_bytes),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => text.trim_start_matches('\u{feff}').to_owned(),
            Err(_) => bytes.iter().map(|byte| windows_1252(*byte)).collect(),
        },
    };
    text.replace(is_forbidden, "")
}

/// The character that a byte is in Windows-1252.
fn windows_1252(byte: u8) -> char {
    let special = byte.checked_sub(0x80);
    let special = special.and_then(|at| WINDOWS_1252.get(usize::from(at)));
    special.copied().unwrap_or(char::from(byte))
}

/// A text without what cannot stand in a page.
pub fn without_faults(source: Source, report: &mut Report) -> Source {
    report_invisible(&source, report);
    let mut faults = conflicts(&source, report);
    faults.extend(hidden_characters(&source, report));
    if faults.is_empty() {
        return source;
    }
    let mut text = source.text.as_bytes().to_vec();
    for byte in faults.into_iter().flatten() {
        if !matches!(text[byte], b'\n' | b'\r') {
            text[byte] = b' ';
        }
    }
    let text = str::from_utf8(&text).expect("whole characters were blanked");
    Source::new(&source.path, text)
}

/// The characters that no page can hold.
fn hidden_characters(source: &Source, report: &mut Report) -> Vec<Range<usize>> {
    if !has_forbidden(&source.text) {
        return Vec::new();
    }
    let characters = source.text.char_indices();
    let hidden: Vec<Range<usize>> = characters
        .filter(|(_, c)| is_forbidden(*c))
        .map(|(at, c)| at..at + c.len_utf8())
        .collect();
    for hidden in hidden.iter().take(MOST_HIDDEN) {
        report_hidden_character(source, hidden.start, report);
    }
    hidden
}

/// Reports a character that nobody sees and that can stay.
pub fn report_invisible_character(source: &Source, at: usize, c: char, report: &mut Report) {
    let code = format!("U+{:04X}", u32::from(c));
    let message = message!("invisible-mark", code);
    let help = message!("invisible-mark-help");
    report.add(source.place(at), Rule::InvisibleMark, message, help);
}

/// True for a character that what stands before it needs: a word in a script whose letters join,
/// and the flag of a part of a country.
fn is_needed(before: &str, c: char) -> bool {
    let of_flag = |c: char| matches!(c, '\u{e0000}'..='\u{e007f}');
    if of_flag(c) {
        return before.trim_end_matches(of_flag).ends_with('\u{1f3f4}');
    }
    let joins = |c: char| matches!(c, '\u{600}'..='\u{18af}');
    c == '\u{200c}' && before.ends_with(joins)
}

/// Reports all such characters, but for those of which there are too many.
pub fn report_invisible(source: &Source, report: &mut Report) {
    if source.text.is_ascii() {
        return;
    }
    let characters = source.text.char_indices();
    // Some programs begin a file with one.
    let invisible = characters
        .filter(|(at, c)| *at > 0 && is_invisible(*c) && !is_needed(&source.text[..*at], *c));
    for (at, c) in invisible.take(MOST_HIDDEN) {
        report_invisible_character(source, at, c, report);
    }
}

/// The marks of git between two versions of a text, each with the second version: what was there
/// before stays.
fn conflicts(source: &Source, report: &mut Report) -> Vec<Range<usize>> {
    const MARK: &str = "<<<<<<< ";
    let mut faults = Vec::new();
    if memchr::memmem::find(source.text.as_bytes(), MARK.as_bytes()).is_none() {
        return faults;
    }
    let mut is_open = false;
    let mut second = None;
    for (at, line) in lines_at(&source.text) {
        let end = at + line.len();
        if line.starts_with(MARK) {
            (is_open, second) = (true, None);
            report_conflict(source, at, line, report);
        } else if is_open && (line.trim_end() == "=======" || line.starts_with("||||||| ")) {
            second.get_or_insert(at);
        } else if is_open && line.starts_with(">>>>>>> ") {
            faults.push(second.unwrap_or(at)..end);
            (is_open, second) = (false, None);
            continue;
        } else {
            continue;
        }
        // Without an end nobody knows where the second version ends: only the mark goes.
        faults.push(at..end);
    }
    faults
}

fn report_conflict(source: &Source, at: usize, line: &str, report: &mut Report) {
    let problem = Problem::new(
        source.place(at),
        Rule::MergeConflict,
        message!("merge-conflict"),
        message!("merge-conflict-help"),
    );
    let excerpt = Some(Box::new(Excerpt::of(line.trim_end(), 1)));
    report.extend([Problem { excerpt, ..problem }]);
}
