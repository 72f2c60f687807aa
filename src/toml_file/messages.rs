//! The English messages of `toml` and serde. Nothing else depends on their wording, which no
//! version number promises: `Cargo.toml` pins the version, and the tests of this folder show a
//! change.

use crate::rule::Rule;
use crate::suggest::nearest;
use crate::toml_file::values::{as_choice, as_date};

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
    nearest(written, known.iter().chain(also_known).copied())
}

/// A message of serde about a value, as rule, message and remedy. `heading` is the one above the
/// key.
pub fn in_dutch(
    message: &str,
    also_known: &[&str],
    found: &str,
    is_heading: bool,
    heading: Option<&str>,
) -> (Rule, String, String) {
    let names = quoted(message);
    if message.starts_with("unknown field") {
        let known: Vec<&str> = names[1..].iter().chain(also_known).copied().collect();
        let help = match (intended(message, also_known), heading) {
            (Some(name), _) => format!("bedoelt u `{name}`?"),
            // A key of the page itself that was written at the end belongs to the block above it.
            (None, Some(heading)) if !is_heading => {
                format!(
                    "haal de regel weg, kies uit: {}, of zet haar boven `{heading}` als zij bij het geheel hoort",
                    known.join(", ")
                )
            }
            (None, _) => format!("haal de regel weg, of kies uit: {}", known.join(", ")),
        };
        return (
            Rule::UnknownKey,
            format!("onbekende sleutel `{}`", names[0]),
            help,
        );
    }
    if message.starts_with("missing field") {
        let name = names[0];
        return (
            Rule::MissingKey,
            format!("`{name}` ontbreekt"),
            format!("voeg een regel `{name} = …` toe"),
        );
    }
    if message.starts_with("unknown variant") {
        let help = format!("kies uit: {}", names[1..].join(", "));
        return (
            Rule::WrongType,
            format!("`{}` is hier geen keuze", names[0]),
            help,
        );
    }
    let first_line = found.lines().next().unwrap_or_default();
    (
        Rule::WrongType,
        format!("de waarde `{first_line}` past hier niet"),
        expected_in_dutch(message, first_line),
    )
}

fn expected_in_dutch(message: &str, found: &str) -> String {
    let expected = message
        .rsplit_once("expected ")
        .map_or(message, |(_, expected)| expected);
    if let Some(length) = expected.strip_prefix("an array of length ") {
        return format!("schrijf hier een lijst van precies {length} waarden");
    }
    let remedy = if expected.contains("string") {
        "schrijf tekst tussen aanhalingstekens: \"tekst\""
    } else if expected.contains("bool") {
        let remedy = as_choice(found).unwrap_or("true (ja) of false (nee)");
        return format!("schrijf {remedy}, zonder aanhalingstekens");
    } else if expected.contains("datetime") || expected.contains("Datetime") {
        let remedy = as_date(found).unwrap_or_else(|| "een datum als 2026-03-31".to_owned());
        return format!("schrijf {remedy}, zonder aanhalingstekens");
    } else if expected.contains("sequence") {
        if found.starts_with('[') {
            let name = found.trim_matches(['[', ']']);
            return format!("zet twee haken om de naam: [[{name}]]");
        }
        "schrijf een lijst tussen vierkante haken: [\"een\", \"twee\"]"
    } else if expected.starts_with(['u', 'i']) {
        let whole = found.replace(['.', ',', '"'], "");
        if !whole.is_empty() && whole.bytes().all(|byte| byte.is_ascii_digit()) {
            return format!("schrijf een heel getal, zonder punten of aanhalingstekens: {whole}");
        }
        "schrijf een heel getal van 0 of hoger, zonder punten of aanhalingstekens: 74000"
    } else if expected.starts_with('f') {
        "schrijf een getal met een punt als decimaalteken, zonder aanhalingstekens: 176.83"
    } else if expected.contains("struct") || expected.contains("map") {
        let block = found.strip_prefix("[[");
        if let Some(name) = block.and_then(|rest| rest.strip_suffix("]]")) {
            return format!("zet één haak om de naam: [{name}]");
        }
        "schrijf hier een tabel: een kop tussen vierkante haken met sleutels eronder"
    } else {
        "pas de waarde aan; LEESMIJ.md zegt wat hier hoort"
    };
    remedy.to_owned()
}
