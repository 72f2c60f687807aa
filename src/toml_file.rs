//! Strict reading of TOML into a `Raw…` struct: every mistake of the text in one run, in Dutch, each at its place.
//!
//! serde stops at the first mistake. Here the entry that holds a mistake is reported and left out, and the rest is read
//! again, until nothing is wrong any more; so fields of a `Raw…` struct are optional, and who needs one says so later.

use std::collections::BTreeMap;
use std::ops::Range;

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue, Deserializer};

use crate::problem::{Report, nearest};
use crate::rule::Rule;
use crate::source::Source;

/// What was read, and the keys that somebody meant to write but wrote wrongly: they are reported already.
pub struct Read<T> {
    pub raw: T,
    pub troubled: Vec<String>,
}

/// Reads the TOML that stands at `range` of the source. `None` when it is not TOML at all.
pub fn read<T: DeserializeOwned>(source: &Source, range: Range<usize>, report: &mut Report) -> Option<Read<T>> {
    let text = &source.text[range.clone()];
    let mut faults: Vec<Range<usize>> = Vec::new();
    let mut troubled: Vec<String> = Vec::new();
    let mut meant: BTreeMap<String, String> = BTreeMap::new();
    loop {
        let mut table = parse(source, text, range.start, report)?;
        troubled.clear();
        for fault in &faults {
            troubled.extend(leave_out(table.get_mut(), fault));
        }
        match T::deserialize(Deserializer::from(table)) {
            Ok(raw) => {
                return Some(Read { raw, troubled: troubled.into_iter().map(|key| meant.get(&key).cloned().unwrap_or(key)).collect() });
            }
            Err(error) => {
                let span = error.span().unwrap_or(0..0);
                if let Some((written, known)) = misspelt(error.message()) {
                    meant.insert(written.to_owned(), known.to_owned());
                }
                let (rule, message, help) = in_dutch(error.message(), &text[span.clone()]);
                report.add(source.place(range.start + span.start), rule, message, help);
                if faults.contains(&span) || span.is_empty() {
                    return None;
                }
                faults.push(span);
            }
        }
    }
}

fn parse<'a>(source: &Source, text: &'a str, start: usize, report: &mut Report) -> Option<Spanned<DeTable<'a>>> {
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in &errors {
        let offset = error.span().map_or(0, |span| span.start);
        let (message, help) = syntax_in_dutch(error.message());
        report.add(source.place(start + offset), Rule::Syntax, message, help);
    }
    errors.is_empty().then_some(table)
}

/// Removes the innermost entry that holds the fault, and says its key.
fn leave_out(table: &mut DeTable<'_>, fault: &Range<usize>) -> Option<String> {
    let holds = |range: Range<usize>| range.start <= fault.start && fault.end <= range.end;
    let (key, value) = table.iter_mut().find(|(key, value)| holds(key.span()) || holds_inside(value, fault))?;
    let name = key.get_ref().to_string();
    match value.get_mut() {
        DeValue::Table(inner) if !holds(key.span()) => leave_out(inner, fault),
        DeValue::Array(items) if items.iter().any(|item| item.get_ref().is_table() && holds_inside(item, fault)) => {
            items.iter_mut().find_map(|item| match item.get_mut() {
                DeValue::Table(inner) => leave_out(inner, fault),
                _ => None,
            })
        }
        _ => table.remove(name.as_str()).map(|_| name),
    }
}

/// Whether the fault lies in the value or, for tables whose span is only their heading, in one of its entries.
fn holds_inside(value: &Spanned<DeValue<'_>>, fault: &Range<usize>) -> bool {
    let holds = |range: Range<usize>| range.start <= fault.start && fault.end <= range.end;
    holds(value.span())
        || match value.get_ref() {
            DeValue::Table(inner) => inner.iter().any(|(key, value)| holds(key.span()) || holds_inside(value, fault)),
            DeValue::Array(items) => items.iter().any(|item| holds_inside(item, fault)),
            _ => false,
        }
}

/// The names that serde puts between backticks.
fn quoted(message: &str) -> Vec<&str> {
    message.split('`').skip(1).step_by(2).collect()
}

/// The unknown key that serde complains of, and the one that was probably meant.
fn misspelt(message: &str) -> Option<(&str, &str)> {
    let names = quoted(message);
    let (written, known) = names.split_first().filter(|_| message.starts_with("unknown field"))?;
    Some((written, nearest(written, known.iter().copied())?))
}

/// serde's sentence about a value, as rule, message and remedy.
fn in_dutch(message: &str, found: &str) -> (Rule, String, String) {
    let names = quoted(message);
    if message.starts_with("unknown field") {
        let known = &names[1..];
        let help = match misspelt(message) {
            Some((_, name)) => format!("bedoelt u `{name}`?"),
            None => format!("haal de regel weg, of kies uit: {}", known.join(", ")),
        };
        return (Rule::UnknownKey, format!("onbekende sleutel `{}`", names[0]), help);
    }
    if message.starts_with("missing field") {
        let name = names[0];
        return (Rule::MissingKey, format!("`{name}` ontbreekt"), format!("voeg een regel `{name} = …` toe"));
    }
    if message.starts_with("unknown variant") {
        let help = format!("kies uit: {}", names[1..].join(", "));
        return (Rule::WrongType, format!("`{}` is hier geen keuze", names[0]), help);
    }
    let first_line = found.lines().next().unwrap_or_default();
    (Rule::WrongType, format!("de waarde `{first_line}` past hier niet"), expected_in_dutch(message))
}

fn expected_in_dutch(message: &str) -> String {
    let expected = message.rsplit_once("expected ").map_or(message, |(_, expected)| expected);
    if expected.contains("string") {
        "schrijf tekst tussen aanhalingstekens: \"tekst\"".to_owned()
    } else if expected.contains("bool") {
        "schrijf true (ja) of false (nee), zonder aanhalingstekens".to_owned()
    } else if expected.contains("datetime") || expected.contains("Datetime") {
        "schrijf een datum als 2026-03-31, zonder aanhalingstekens".to_owned()
    } else if expected.contains("sequence") {
        "schrijf een lijst tussen vierkante haken: [\"een\", \"twee\"]".to_owned()
    } else if expected.starts_with('u') || expected.starts_with('i') || expected.starts_with('f') {
        "schrijf een getal met een punt als decimaalteken, zonder aanhalingstekens: 176.83".to_owned()
    } else if expected.contains("struct") || expected.contains("map") {
        "schrijf hier een tabel: een kop tussen vierkante haken met sleutels eronder".to_owned()
    } else {
        format!("pas de waarde aan ({expected})")
    }
}

/// The TOML parser's sentence about the text, as message and remedy.
fn syntax_in_dutch(message: &str) -> (String, String) {
    let (what, remedy) = if message.contains("duplicate key") {
        ("deze sleutel staat er twee keer", "haal een van de twee regels weg")
    } else if message.contains("date") || message.contains("day") || message.contains("month") || message.contains("time") {
        ("deze datum of tijd bestaat niet", "schrijf een bestaande datum als 2026-03-31, of 2026-03-31T09:00:00 met een tijd")
    } else if message.contains("string") || message.contains("quot") {
        ("deze tekst begint of eindigt niet met een aanhalingsteken", "zet rechte aanhalingstekens om de hele tekst: \"tekst\"")
    } else if message.contains("array") {
        ("deze lijst is niet af", "schrijf een lijst als [\"een\", \"twee\"]")
    } else {
        ("deze regel is geen geldige TOML", "schrijf een regel als `sleutel = \"tekst\"`, met rechte aanhalingstekens om tekst")
    };
    (what.to_owned(), remedy.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};
    use serde::Deserialize;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Raw {
        #[expect(dead_code)]
        title: Option<String>,
        #[expect(dead_code)]
        date: Option<toml::value::Datetime>,
        #[expect(dead_code)]
        tags: Option<Vec<String>>,
        #[expect(dead_code)]
        sources: Option<Vec<Inner>>,
    }

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Inner {
        #[expect(dead_code)]
        title: Option<String>,
    }

    #[track_caller]
    fn check(text: &str, expected: Expect) {
        let source = Source::new("a.md", text);
        let mut report = Report::default();
        read::<Raw>(&source, 0..text.len(), &mut report);
        report.sort();
        expected.assert_eq(&report.problems().iter().map(|problem| format!("{problem}\n")).collect::<String>());
    }

    #[test]
    fn sound_text_has_no_problems() {
        check("title = \"a\"\ndate = 2026-01-31\ntags = [\"x\"]\n[[sources]]\ntitle = \"b\"", expect![[""]]);
    }

    #[test]
    fn every_mistake_is_told_at_its_own_place() {
        check(
            "titel = \"a\"\ndate = \"morgen\"\ntags = [1, \"x\"]\nkleur = 3\n[[sources]]\ntitle = 5\n[[sources]]\nnaam = \"b\"",
            expect![[r#"
                a.md:1:1: fout: onbekende sleutel `titel` [V103 onbekende-sleutel]
                  hulp: bedoelt u `title`?
                a.md:2:8: fout: de waarde `"morgen"` past hier niet [V104 verkeerde-waarde]
                  hulp: schrijf een datum als 2026-03-31, zonder aanhalingstekens
                a.md:3:9: fout: de waarde `1` past hier niet [V104 verkeerde-waarde]
                  hulp: schrijf tekst tussen aanhalingstekens: "tekst"
                a.md:4:1: fout: onbekende sleutel `kleur` [V103 onbekende-sleutel]
                  hulp: haal de regel weg, of kies uit: title, date, tags, sources
                a.md:6:9: fout: de waarde `5` past hier niet [V104 verkeerde-waarde]
                  hulp: schrijf tekst tussen aanhalingstekens: "tekst"
                a.md:8:1: fout: onbekende sleutel `naam` [V103 onbekende-sleutel]
                  hulp: haal de regel weg, of kies uit: title
            "#]],
        );
    }

    #[test]
    fn text_that_is_not_toml_is_told_in_dutch() {
        check(
            "title = Zonder aanhalingstekens\ndate = 2026-02-30\ntitle = \"a",
            expect![[r#"
            a.md:1:9: fout: deze tekst begint of eindigt niet met een aanhalingsteken [V102 schrijfwijze]
              hulp: zet rechte aanhalingstekens om de hele tekst: "tekst"
            a.md:2:8: fout: deze datum of tijd bestaat niet [V102 schrijfwijze]
              hulp: schrijf een bestaande datum als 2026-03-31, of 2026-03-31T09:00:00 met een tijd
            a.md:3:1: fout: deze sleutel staat er twee keer [V102 schrijfwijze]
              hulp: haal een van de twee regels weg
            a.md:3:11: fout: deze tekst begint of eindigt niet met een aanhalingsteken [V102 schrijfwijze]
              hulp: zet rechte aanhalingstekens om de hele tekst: "tekst"
        "#]],
        );
    }
}
