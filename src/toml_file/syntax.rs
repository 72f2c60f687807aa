//! The mistake in a line that is no TOML, as an editor sees it: the character, and what to
//! write instead.

use crate::message;
use crate::message::Message;
use crate::toml_file::messages::{
    COMMA, DATES, DUPLICATE_KEY, ESCAPE, QUOTES, STRING, WHAT_FOLLOWS,
};
use crate::toml_file::values::{as_choice, as_date, as_number};

/// The quotes that word processors write.
const CURLY: [char; 7] = ['“', '”', '„', '‘', '’', '«', '»'];

/// The mistake in a line.
pub struct SyntaxError {
    /// Its offset in the line, in bytes.
    pub at: usize,
    pub message: Message,
    pub help: Message,
}

/// The mistake at an offset of the line.
fn mistake(at: usize, message: Message, help: Message) -> SyntaxError {
    SyntaxError { at, message, help }
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
        return mistake(at, message!("toml-twice"), message!("toml-twice-help"));
    }
    if line[start..].starts_with('[') {
        return mistake(
            start,
            message!("toml-open-heading"),
            message!("toml-open-heading-help"),
        );
    }
    let Some((key, value)) = line.split_once('=') else {
        return match line.split_once(':') {
            Some((name, _)) => {
                let (at, key) = (name.len(), name.trim());
                mistake(
                    at,
                    message!("toml-colon", key),
                    message!("toml-colon-help", key),
                )
            }
            None => mistake(
                start,
                message!("toml-no-equals"),
                message!("toml-no-equals-help"),
            ),
        };
    };
    let key = key.trim();
    if key.is_empty() {
        return mistake(start, message!("toml-no-key"), message!("toml-no-key-help"));
    }
    if !key.chars().all(is_of_key) && !key.starts_with(['"', '\'']) {
        return mistake(
            start,
            message!("toml-no-such-key", key),
            message!("toml-no-such-key-help"),
        );
    }
    let value_at = line.len() - value.trim_start().len();
    match of_value(value.trim(), at.saturating_sub(value_at), message) {
        Some(error) => SyntaxError {
            at: error.at + value_at,
            ..error
        },
        None => mistake(
            at,
            message!("toml-unreadable"),
            message!("toml-unreadable-help"),
        ),
    }
}

/// The mistake in a value; `at` is where the parser stopped in it.
fn of_value(value: &str, at: usize, message: &str) -> Option<SyntaxError> {
    Some(match value.chars().next() {
        None | Some('#') => mistake(0, message!("toml-no-value"), message!("toml-no-value-help")),
        Some('[') => of_list(value, at, message),
        Some('"' | '\'') => of_text(value, at, message),
        Some(first) if CURLY.contains(&first) => {
            let help = message!("toml-curly-quotes-help", text = value.trim_matches(CURLY));
            mistake(0, message!("toml-curly-quotes"), help)
        }
        Some(first) => {
            if let Some(date) = as_date(value) {
                mistake(
                    0,
                    message!("toml-other-date"),
                    message!("toml-write", value = date),
                )
            } else if DATES.iter().any(|word| message.contains(word)) {
                mistake(0, message!("toml-no-date"), message!("toml-no-date-help"))
            } else if let Some(remedy) = as_choice(value).or_else(|| as_number(value)) {
                let help = message!("toml-write", value = remedy);
                mistake(0, message!("toml-other-value", value), help)
            } else if first.is_alphabetic() || message.contains(QUOTES) || message.contains(STRING)
            {
                mistake(
                    0,
                    message!("toml-no-quotes"),
                    message!("toml-no-quotes-help", text = value),
                )
            } else {
                return None;
            }
        }
    })
}

fn of_list(value: &str, at: usize, message: &str) -> SyntaxError {
    if message.contains(QUOTES) {
        mistake(
            at,
            message!("toml-list-no-quotes"),
            message!("toml-list-no-quotes-help"),
        )
    } else if !value.contains(']') {
        mistake(
            0,
            message!("toml-list-open"),
            message!("toml-list-open-help"),
        )
    } else if message.contains(COMMA) {
        mistake(
            at,
            message!("toml-list-no-comma"),
            message!("toml-list-no-comma-help"),
        )
    } else {
        mistake(
            at.min(value.len()),
            message!("toml-list"),
            message!("toml-list-help"),
        )
    }
}

fn of_text(value: &str, at: usize, message: &str) -> SyntaxError {
    let quote = &value[..1];
    if message.contains(WHAT_FOLLOWS) {
        let rest = value.get(at..).unwrap_or_default().trim();
        if rest.starts_with(',') {
            mistake(
                0,
                message!("toml-several"),
                message!("toml-several-help", values = value),
            )
        } else if value.matches(quote).count() > 2 {
            mistake(
                at.saturating_sub(1),
                message!("toml-quotes-inside"),
                message!("toml-quotes-inside-help"),
            )
        } else {
            mistake(
                at,
                message!("toml-text-goes-on"),
                message!("toml-text-goes-on-help"),
            )
        }
    } else if message.contains(ESCAPE) {
        mistake(
            at.saturating_sub(1),
            message!("toml-escape"),
            message!("toml-escape-help"),
        )
    } else {
        mistake(
            0,
            message!("toml-text-open"),
            message!("toml-text-open-help", quote),
        )
    }
}
