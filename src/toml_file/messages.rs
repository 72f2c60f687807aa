//! The English messages of `toml` and serde. Nothing else depends on their wording, which no
//! version number promises: `Cargo.toml` pins the version, and the tests of this folder show a
//! change.

use crate::message;
use crate::message::{Message, MessageValue};
use crate::rule::Rule;
use crate::suggest::nearest;
use crate::toml_file::values::{as_choice, as_date, as_whole_number};

/// Parts of the messages of the TOML parser about a line that is no TOML.
pub const DUPLICATE_KEY: &str = "duplicate key";
pub const QUOTES: &str = "quot";
pub const STRING: &str = "string";
pub const COMMA: &str = "comma";
pub const ESCAPE: &str = "escape";
/// Of something behind a value that is complete.
pub const WHAT_FOLLOWS: &str = "unexpected key or value";
/// Of a date or a time: one of these.
pub const DATES: [&str; 4] = ["date", "day", "month", "time"];

/// The names that serde puts between backticks.
fn quoted(message: &str) -> Vec<&str> {
    message.split('`').skip(1).step_by(2).collect()
}

/// The known key that was probably intended, in a message of serde about an unknown one.
pub fn intended<'a>(message: &'a str, also_known: &[&'a str]) -> Option<&'a str> {
    let names = quoted(message);
    let (written, known) = names
        .split_first()
        .filter(|_| message.starts_with("unknown field"))?;
    let of_others = || nearest(written, also_known.iter().copied());
    nearest(written, known.iter().copied()).or_else(of_others)
}

/// True for the message about a list that has too few values, or too many.
pub fn is_length(message: &str) -> bool {
    message.starts_with("invalid length")
}

/// The view of serde on a value, as a rule, a message and its remedy. `heading` is the one above
/// the key.
pub fn mistake(
    message: &str,
    also_known: &[&str],
    found: &str,
    is_heading: bool,
    heading: Option<&str>,
) -> (Rule, Message, Message) {
    let names = quoted(message);
    if message.starts_with("unknown field") {
        let known = names[1..].iter().chain(also_known).copied();
        let known: MessageValue = known.collect();
        let help = match (intended(message, also_known), heading) {
            (Some(name), _) => message!("did-you-mean", name),
            // A key of the page itself that was written at the end belongs to the block above it.
            (None, Some(heading)) if !is_heading => {
                message!("key-unknown-in-block-help", known, heading)
            }
            (None, _) => message!("key-unknown-help", known),
        };
        (
            Rule::UnknownKey,
            message!("key-unknown", key = names[0]),
            help,
        )
    } else if message.starts_with("missing field") {
        let key = names[0];
        let help = message!("key-missing-help", key);
        (Rule::MissingKey, message!("key-missing", key), help)
    } else if message.starts_with("unknown variant") {
        let choices = names[1..].iter().copied();
        let help = message!("choose-from", names = choices.collect::<MessageValue>());
        (
            Rule::WrongType,
            message!("no-choice", name = names[0]),
            help,
        )
    } else {
        let value = found.lines().next().unwrap_or_default();
        let help = expected(message, value);
        (Rule::WrongType, message!("value-unfit", value), help)
    }
}

fn expected(message: &str, found: &str) -> Message {
    let expected = message
        .rsplit_once("expected ")
        .map_or(message, |(_, expected)| expected);
    if let Some(length) = expected.strip_prefix("an array of length ") {
        message!("expected-list-of", length)
    } else if expected.contains("string") {
        message!("expected-text")
    } else if expected.contains("bool") {
        let value = as_choice(found).unwrap_or(message!("expected-choice"));
        message!("expected-bare", value)
    } else if expected.contains("datetime") || expected.contains("Datetime") {
        match as_date(found) {
            Some(value) => message!("expected-bare", value),
            None => message!("expected-bare", value = message!("expected-date")),
        }
    } else if expected.contains("sequence") {
        if found.starts_with('[') {
            let name = found.trim_matches(['[', ']']);
            return message!("expected-blocks", name);
        }
        message!("expected-list")
    } else if expected.starts_with(['u', 'i']) {
        let most = largest(expected);
        match as_whole_number(found) {
            Some(number) if number.parse().is_ok_and(|number: u64| number <= most) => {
                message!("expected-this-whole-number", number)
            }
            Some(_) => message!("expected-whole-number-to", most = most.to_string()),
            None => message!("expected-whole-number"),
        }
    } else if expected.starts_with('f') {
        message!("expected-number")
    } else if expected.contains("struct") || expected.contains("map") {
        let block = found.strip_prefix("[[");
        if let Some(name) = block.and_then(|rest| rest.strip_suffix("]]")) {
            return message!("expected-block", name);
        }
        message!("expected-table")
    } else {
        message!("expected-other")
    }
}

/// The largest number that a type of Rust and TOML alike can hold.
fn largest(kind: &str) -> u64 {
    match kind {
        "u8" => u8::MAX.into(),
        "i16" => i16::MAX.unsigned_abs().into(),
        "u16" => u16::MAX.into(),
        "u32" => u32::MAX.into(),
        _ => i64::MAX.unsigned_abs(),
    }
}
