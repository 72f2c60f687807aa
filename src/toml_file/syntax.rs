//! The mistake in a line that is no TOML, in the words of an editor: the character, and what to
//! write instead.

use crate::toml_file::messages::{
    COMMA, DATES, DUPLICATE_KEY, ESCAPE, QUOTES, STRING, WHAT_FOLLOWS,
};
use crate::toml_file::values::{as_choice, as_date, as_number};

/// The mistakes by their names: what is wrong, and what to write. `{}` stands for words of the
/// line.
const MISTAKES: &str = include_str!("syntax.txt");

/// The quotes that word processors write.
const CURLY: [char; 7] = ['“', '”', '„', '‘', '’', '«', '»'];

/// The mistake in a line.
pub struct SyntaxError {
    /// Its offset in the line, in bytes.
    pub at: usize,
    pub message: String,
    pub help: String,
}

/// The mistake of a name, about these words of the line.
fn mistake(name: &str, at: usize, words: &str) -> SyntaxError {
    let mut mistakes = MISTAKES.split("\n\n");
    let mistake = mistakes.find_map(|mistake| mistake.strip_prefix(name)?.strip_prefix('\n'));
    let lines = mistake.and_then(|mistake| mistake.trim_end().split_once('\n'));
    let (message, help) = lines.expect("every mistake is in the list");
    SyntaxError {
        at,
        message: message.replace("{}", words),
        help: help.replace("{}", words),
    }
}

/// The key that a line begins with, if it has one.
pub fn key(line: &str) -> &str {
    line.split(['=', ':'])
        .next()
        .unwrap_or_default()
        .trim()
        .trim_matches(['"', '\''])
}

/// True for a character that a key may have without quotes around it.
pub fn is_of_key(c: char) -> bool {
    c.is_ascii_alphanumeric() || "-_".contains(c)
}

/// The mistake in a line about whose character at `at` the parser has a message.
pub fn syntax_error(line: &str, at: usize, message: &str) -> SyntaxError {
    let start = line.len() - line.trim_start().len();
    if message.contains(DUPLICATE_KEY) {
        return mistake("twice", at, "");
    }
    if line[start..].starts_with('[') {
        return mistake("open heading", start, "");
    }
    let Some((key, value)) = line.split_once('=') else {
        return match line.split_once(':') {
            Some((name, _)) => mistake("colon", name.len(), name.trim()),
            None => mistake("no equals", start, ""),
        };
    };
    let key = key.trim();
    if key.is_empty() {
        return mistake("no key", start, "");
    }
    if !key.chars().all(is_of_key) && !key.starts_with(['"', '\'']) {
        return mistake("no such key", start, key);
    }
    let value_at = line.len() - value.trim_start().len();
    match of_value(value.trim(), at.saturating_sub(value_at), message) {
        Some(error) => SyntaxError {
            at: error.at + value_at,
            ..error
        },
        None => mistake("unreadable", at, ""),
    }
}

/// The mistake in a value; `at` is where the parser stopped in it.
fn of_value(value: &str, at: usize, message: &str) -> Option<SyntaxError> {
    Some(match value.chars().next() {
        None | Some('#') => mistake("no value", 0, ""),
        Some('[') => of_list(value, at, message),
        Some('"' | '\'') => of_text(value, at, message),
        Some(first) if CURLY.contains(&first) => {
            mistake("curly quotes", 0, value.trim_matches(CURLY))
        }
        Some(first) => {
            let other = || as_choice(value).map(str::to_owned);
            if let Some(date) = as_date(value) {
                mistake("other date", 0, &date)
            } else if DATES.iter().any(|word| message.contains(word)) {
                mistake("no date", 0, "")
            } else if let Some(remedy) = other().or_else(|| as_number(value)) {
                SyntaxError {
                    help: mistake("other value", 0, &remedy).help,
                    ..mistake("other value", 0, value)
                }
            } else if first.is_alphabetic() || message.contains(QUOTES) || message.contains(STRING)
            {
                mistake("no quotes", 0, value)
            } else {
                return None;
            }
        }
    })
}

fn of_list(value: &str, at: usize, message: &str) -> SyntaxError {
    if message.contains(QUOTES) {
        mistake("list: no quotes", at, "")
    } else if !value.contains(']') {
        mistake("list: open", 0, "")
    } else if message.contains(COMMA) {
        mistake("list: no comma", at, "")
    } else {
        mistake("list", at.min(value.len()), "")
    }
}

fn of_text(value: &str, at: usize, message: &str) -> SyntaxError {
    let quote = &value[..1];
    if message.contains(WHAT_FOLLOWS) {
        let rest = value.get(at..).unwrap_or_default().trim();
        if rest.starts_with(',') {
            mistake("text: several", 0, value)
        } else if value.matches(quote).count() > 2 {
            mistake("text: quotes in it", at.saturating_sub(1), "")
        } else {
            mistake("text: more behind", at, "")
        }
    } else if message.contains(ESCAPE) {
        mistake("text: escape", at.saturating_sub(1), "")
    } else {
        mistake("text: open", 0, quote)
    }
}
