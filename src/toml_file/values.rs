//! Values as people write them, and as TOML wants them.

use crate::date::{Date, month_named};
use crate::message;
use crate::message::Message;

/// A date that is written in another form, as TOML writes it: `1 mei 2026`, `2026/05/01`,
/// `1-5-2026`.
pub fn as_date(value: &str) -> Option<String> {
    let value = value.trim_matches(['"', '\'']);
    let parts: Vec<&str> = value
        .split([' ', '/', '-', '.'])
        .filter(|part| !part.is_empty())
        .collect();
    let [first, month, last] = parts.as_slice() else {
        return None;
    };
    let (year, day) = if first.len() == 4 {
        (first, last)
    } else {
        (last, first)
    };
    let month = month.parse().ok().or_else(|| month_named(month))?;
    let date = Date::new(year.parse().ok()?, month, day.parse().ok()?).ok()?;
    (year.len() == 4 && date.to_string() != value).then(|| date.to_string())
}

/// The boolean that is meant by yes or no.
pub fn as_choice(value: &str) -> Option<Message> {
    match value.trim_matches(['"', '\'']).to_lowercase().as_str() {
        "ja" | "yes" | "waar" | "true" | "aan" | "on" => Some(message!("choice-true")),
        "nee" | "no" | "onwaar" | "false" | "uit" | "off" => Some(message!("choice-false")),
        _ => None,
    }
}

/// The whole number that a value with quotation marks around it, or points between its thousands,
/// stands for.
pub fn as_whole_number(value: &str) -> Option<String> {
    let value = value.trim_matches(['"', '\'']);
    let mut groups = value.split(['.', ',', ' ', '_']);
    let is_number = |group: &str| !group.is_empty() && group.bytes().all(|b| b.is_ascii_digit());
    let is_whole = groups.next().is_some_and(is_number)
        && groups.all(|group| group.len() == 3 && is_number(group));
    is_whole.then(|| value.replace(['.', ',', ' ', '_'], ""))
}

/// A number with the points and commas that people write, as TOML writes it.
pub fn as_number(value: &str) -> Option<Message> {
    let value = value.trim_matches(['"', '\'']);
    let is_number = value.starts_with(|c: char| c.is_ascii_digit())
        && value
            .chars()
            .all(|c| c.is_ascii_digit() || ".,".contains(c));
    if !is_number {
        return None;
    }
    let (whole, part) = value
        .split_once(',')
        .map_or((value, None), |(whole, part)| (whole, Some(part)));
    let in_thousands =
        whole.contains('.') && whole.split('.').skip(1).all(|group| group.len() == 3);
    let whole = if in_thousands {
        whole.replace('.', "")
    } else {
        whole.to_owned()
    };
    match part {
        None if whole == value => None,
        None => Some(message!("number-without-points", number = whole)),
        Some(part) => {
            let number = format!("{whole}.{part}");
            Some(message!("number-with-point", number))
        }
    }
}
