//! Strict reading of TOML into a `Raw…` struct: every mistake of the text in one run, in Dutch, each at its place.
//!
//! serde stops at the first mistake. Here the entry that holds a mistake is reported and left out, and the rest is read
//! again, until nothing is wrong any more; so fields of a `Raw…` struct are optional, and who needs one says so later.
//! A line that is no TOML is reported and passed over in the same way. A text with very many mistakes is given up.

mod syntax;

use std::collections::BTreeMap;
use std::ops::Range;

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue, Deserializer};

use crate::problem::Report;
use crate::rule::Rule;
use crate::source::Source;
use crate::suggest::nearest;

pub use syntax::hidden_character;

/// After so many mistakes a text is given up: nobody reads more, and each costs a reading.
const MAX_ERRORS: usize = 50;

/// What was read, and the keys that somebody meant to write but wrote wrongly: they are reported already.
pub struct Read<T> {
    pub raw: T,
    pub reported_keys: Vec<String>,
    pub state: ParseState,
}

/// How much of a text could be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParseState {
    Ok,
    /// Some entries have a mistake and were left out.
    PartlyInvalid,
    /// Some lines are no TOML and were passed over.
    SyntaxErrors,
}

/// Reads the TOML that stands at `range` of the source. `None` when too much is wrong with it.
pub fn read<T: DeserializeOwned>(
    source: &Source,
    range: Range<usize>,
    report: &mut Report,
) -> Option<Read<T>> {
    let written = &source.text[range.clone()];
    let (table, errors) = DeTable::parse_recoverable(written);
    let mended;
    let (text, mut table, mut reported_keys, mut state) = if errors.is_empty() {
        (written, table, Vec::new(), ParseState::Ok)
    } else {
        let reported_keys;
        (mended, reported_keys) = recover(source, written, range.start, report)?;
        (
            mended.as_str(),
            DeTable::parse(&mended).ok()?,
            reported_keys,
            ParseState::SyntaxErrors,
        )
    };
    let mut faults: Vec<Range<usize>> = Vec::new();
    hidden_characters(table.get_ref(), &mut faults);
    for fault in &faults {
        let (message, help) = hidden_character();
        report.add(
            source.place(range.start + fault.start),
            Rule::HiddenCharacter,
            message,
            help,
        );
        reported_keys.extend(remove_entry(table.get_mut(), fault));
    }
    let mut meant: BTreeMap<String, String> = BTreeMap::new();
    // Most texts have no mistake, and are not kept for a second reading.
    let mut next = Some(table);
    let mut kept: Option<Spanned<DeTable<'_>>> = None;
    loop {
        let table = next
            .take()
            .or_else(|| kept.clone())
            .expect("a table is kept after a mistake");
        let error = match T::deserialize(Deserializer::from(table)) {
            Ok(raw) => {
                if !faults.is_empty() && state == ParseState::Ok {
                    state = ParseState::PartlyInvalid;
                }
                let reported_keys = reported_keys
                    .into_iter()
                    .map(|key| meant.get(&key).cloned().unwrap_or(key))
                    .collect();
                return Some(Read {
                    raw,
                    reported_keys,
                    state,
                });
            }
            Err(error) => error,
        };
        let span = error.span().unwrap_or(0..0);
        if faults.contains(&span) {
            return None;
        }
        if faults.len() >= MAX_ERRORS {
            report_too_many(source, range.start + span.start, report);
            return None;
        }
        if let Some((written, known)) = misspelt(error.message()) {
            meant.insert(written.to_owned(), known.to_owned());
        }
        if kept.is_none() {
            let mut table = DeTable::parse(text).ok()?;
            faults
                .iter()
                .for_each(|fault| drop(remove_entry(table.get_mut(), fault)));
            kept = Some(table);
        }
        let table = kept.as_mut()?.get_mut();
        let is_heading = table
            .iter()
            .any(|(key, value)| span.contains(&key.span().start) && value.get_ref().is_table());
        let (rule, message, help) = in_dutch(
            error.message(),
            &text[span.clone()],
            is_heading,
            below_a_heading(text, span.start),
        );
        report.add(source.place(range.start + span.start), rule, message, help);
        if span.is_empty() {
            return None;
        }
        reported_keys.extend(remove_entry(table, &span));
        faults.push(span);
    }
}

fn report_too_many(source: &Source, at: usize, report: &mut Report) {
    report.add(
        source.place(at),
        Rule::Syntax,
        "er zijn er meer: vanaf hier is niet verder gekeken",
        "herstel eerst de fouten hierboven",
    );
}

/// Whether a character can stand in no page: feeds and maps of the site would not be XML with it.
pub fn is_forbidden(c: char) -> bool {
    matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}

/// Whether a text has such a character.
pub fn has_forbidden(text: &str) -> bool {
    // Nearly no text has, which is soon seen: all of these have a byte below the space, or begin with that of `\u{f000}` and beyond.
    let may_be =
        |byte: &u8| (*byte < b' ') & !matches!(byte, b'\t' | b'\n' | b'\r') | (*byte == 0xef);
    text.as_bytes()
        .chunks(64)
        .any(|bytes| bytes.iter().fold(false, |any, byte| any | may_be(byte)))
        && text.chars().any(is_forbidden)
}

/// The texts with a character that no page can hold, which TOML lets people write by its number.
fn hidden_characters(table: &DeTable<'_>, faults: &mut Vec<Range<usize>>) {
    fn look(value: &Spanned<DeValue<'_>>, faults: &mut Vec<Range<usize>>) {
        match value.get_ref() {
            DeValue::String(text) if has_forbidden(text) => faults.push(value.span()),
            DeValue::Array(items) => items.iter().for_each(|item| look(item, faults)),
            DeValue::Table(inner) => hidden_characters(inner, faults),
            _ => {}
        }
    }
    table.values().for_each(|value| look(value, faults));
}

/// Tells of every line that is no TOML. Returns the text with spaces in the place of those, so that all else can be read, and the
/// keys that they began with. `None` where too much is wrong.
fn recover(
    source: &Source,
    text: &str,
    start: usize,
    report: &mut Report,
) -> Option<(String, Vec<String>)> {
    let mut text = text.to_owned();
    let mut keys = Vec::new();
    for _ in 0..MAX_ERRORS {
        let (table, errors) = DeTable::parse_recoverable(&text);
        if errors.is_empty() {
            return Some((text, keys));
        }
        let mut errors: Vec<(usize, &str)> = errors
            .iter()
            .map(|error| {
                (
                    error.span().map_or(0, |span| span.start).min(text.len()),
                    error.message(),
                )
            })
            .collect();
        errors.sort_by_key(|(at, _)| *at);
        let mut passed: Vec<Range<usize>> = Vec::new();
        for (at, complaint) in errors {
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
            // What goes on over many lines is told where it begins.
            let first = &text[lines.start..line_end(&text, lines.start)];
            let syntax_error =
                syntax::syntax_error(first, (at - lines.start).min(first.len()), complaint);
            report.add(
                syntax_error.place(source, start + lines.start),
                syntax_error.rule,
                syntax_error.message.as_str(),
                syntax_error.help.as_str(),
            );
            keys.push(syntax::key(first).to_owned());
            let is_one_line = at <= lines.start + first.len();
            passed.push(lines);
            if !is_one_line {
                // What the parser says of the lines behind it means nothing.
                break;
            }
        }
        let blanks: Vec<u8> = text
            .bytes()
            .enumerate()
            .map(|(at, byte)| {
                if byte != b'\n' && passed.iter().any(|lines| lines.contains(&at)) {
                    b' '
                } else {
                    byte
                }
            })
            .collect();
        text = String::from_utf8(blanks).ok()?;
    }
    None
}

/// Where the list begins that is still open at the line of an offset.
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

/// Where the entry begins that the parser was reading at an offset.
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

/// The lines from the one with `from` to the one with `at`; of a list or text without an end, those before the next key.
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

/// Whether a line looks like the beginning of an entry: `naam = …`, `[naam]`.
fn begins_entry(line: &str) -> bool {
    let line = line.lines().next().unwrap_or_default();
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_".contains(c);
    line.split_once('=')
        .is_some_and(|(key, _)| !key.trim().is_empty() && key.trim().chars().all(plain))
        || line.trim_start().trim_start_matches('[').starts_with(plain) && line.starts_with('[')
}

/// The heading above an offset, if there is one: `[[sources]]`.
fn below_a_heading(text: &str, at: usize) -> Option<&str> {
    text[..text[..at].rfind('\n')?]
        .lines()
        .rev()
        .find(|line| line.starts_with('['))
        .map(str::trim)
}

/// Removes the innermost entry that holds the fault, and says its key.
fn remove_entry(table: &mut DeTable<'_>, fault: &Range<usize>) -> Option<String> {
    let holds = |range: Range<usize>| range.start <= fault.start && fault.end <= range.end;
    let (key, value) = table
        .iter_mut()
        .find(|(key, value)| holds(key.span()) || holds_inside(value, fault))?;
    let name = key.get_ref().to_string();
    let within = match value.get_mut() {
        DeValue::Table(inner) if !holds(key.span()) => remove_entry(inner, fault),
        DeValue::Array(items)
            if items
                .iter()
                .any(|item| item.get_ref().is_table() && holds_inside(item, fault)) =>
        {
            let within = items
                .iter_mut()
                .filter(|item| holds_inside(item, fault))
                .find_map(|item| match item.get_mut() {
                    DeValue::Table(inner) => remove_entry(inner, fault),
                    _ => None,
                });
            if within.is_none() {
                // The block as a whole is wrong; the others may be sound.
                let others = std::mem::replace(items, DeArray::new())
                    .into_iter()
                    .filter(|item| !holds(item.span()));
                *items = others.collect();
                return Some(name);
            }
            within
        }
        _ => None,
    };
    within.or_else(|| table.remove(name.as_str()).map(|_| name))
}

/// Whether the fault lies in the value or, for tables whose span is only their heading, in one of its entries.
fn holds_inside(value: &Spanned<DeValue<'_>>, fault: &Range<usize>) -> bool {
    let holds = |range: Range<usize>| range.start <= fault.start && fault.end <= range.end;
    holds(value.span())
        || match value.get_ref() {
            DeValue::Table(inner) => inner
                .iter()
                .any(|(key, value)| holds(key.span()) || holds_inside(value, fault)),
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
    let (written, known) = names
        .split_first()
        .filter(|_| message.starts_with("unknown field"))?;
    Some((written, nearest(written, known.iter().copied())?))
}

/// serde's sentence about a value, as rule, message and remedy. `heading` is the one that the key stands below.
fn in_dutch(
    message: &str,
    found: &str,
    is_heading: bool,
    heading: Option<&str>,
) -> (Rule, String, String) {
    let names = quoted(message);
    if message.starts_with("unknown field") {
        let known = &names[1..];
        let help = match (misspelt(message), heading) {
            (Some((_, name)), _) => format!("bedoelt u `{name}`?"),
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
        format!("schrijf hier een lijst van precies {length} waarden")
    } else if expected.contains("string") {
        "schrijf tekst tussen aanhalingstekens: \"tekst\"".to_owned()
    } else if expected.contains("bool") {
        let meant = syntax::as_choice(found).unwrap_or("true (ja) of false (nee)");
        format!("schrijf {meant}, zonder aanhalingstekens")
    } else if expected.contains("datetime") || expected.contains("Datetime") {
        let meant = syntax::as_date(found).unwrap_or_else(|| "een datum als 2026-03-31".to_owned());
        format!("schrijf {meant}, zonder aanhalingstekens")
    } else if expected.contains("sequence") && found.starts_with('[') {
        let name = found.trim_matches(['[', ']']);
        format!("zet twee haken om de naam: [[{name}]]")
    } else if expected.contains("sequence") {
        "schrijf een lijst tussen vierkante haken: [\"een\", \"twee\"]".to_owned()
    } else if expected.starts_with('u') || expected.starts_with('i') {
        let whole = found.replace(['.', ',', '"'], "");
        match !whole.is_empty() && whole.bytes().all(|byte| byte.is_ascii_digit()) {
            true => format!("schrijf een heel getal, zonder punten of aanhalingstekens: {whole}"),
            false => {
                "schrijf een heel getal van 0 of hoger, zonder punten of aanhalingstekens: 74000"
                    .to_owned()
            }
        }
    } else if expected.starts_with('f') {
        "schrijf een getal met een punt als decimaalteken, zonder aanhalingstekens: 176.83"
            .to_owned()
    } else if expected.contains("struct") || expected.contains("map") {
        match found
            .strip_prefix("[[")
            .and_then(|rest| rest.strip_suffix("]]"))
        {
            Some(name) => format!("zet één haak om de naam: [{name}]"),
            None => "schrijf hier een tabel: een kop tussen vierkante haken met sleutels eronder"
                .to_owned(),
        }
    } else {
        "pas de waarde aan; LEESMIJ.md zegt wat hier hoort".to_owned()
    }
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
        let _ = read::<Raw>(&source, 0..text.len(), &mut report);
        report.sort();
        expected.assert_eq(
            &report
                .problems()
                .iter()
                .map(|problem| format!("{problem}\n"))
                .collect::<String>(),
        );
    }

    #[test]
    fn sound_text_has_no_problems() {
        check(
            "title = \"a\"\ndate = 2026-01-31\ntags = [\"x\"]\n[[sources]]\ntitle = \"b\"",
            expect![[""]],
        );
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
                  hulp: haal de regel weg, kies uit: title, of zet haar boven `[[sources]]` als zij bij het geheel hoort
            "#]],
        );
    }

    #[test]
    fn text_that_is_not_toml_is_told_in_dutch() {
        check(
            "title = Zonder aanhalingstekens\ndate = 2026-02-30\ntitle = \"a",
            expect![[r#"
            a.md:1:9: fout: om deze tekst staan geen aanhalingstekens [V102 schrijfwijze]
              hulp: zet rechte aanhalingstekens om de hele tekst: "Zonder aanhalingstekens"
            a.md:2:8: fout: deze datum of tijd bestaat niet [V102 schrijfwijze]
              hulp: schrijf een bestaande datum als 2026-03-31, of 2026-03-31T09:00:00 met een tijd
            a.md:3:1: fout: deze sleutel staat er twee keer [V102 schrijfwijze]
              hulp: haal een van de twee regels weg
        "#]],
        );
    }

    #[test]
    fn a_remedy_is_one_that_helps() {
        check(
            "title = \"De \"brug\" is open\"\ndate = 1 mei 2026\ntags = [\"a\", \"b\"\nkleur = 3\n",
            expect![[r#"
                a.md:1:13: fout: de tekst eindigt bij dit aanhalingsteken, maar de regel gaat door [V102 schrijfwijze]
                  hulp: zet een \ voor elk aanhalingsteken binnen de tekst: \", of schrijf daar ‘ en ’
                a.md:2:8: fout: deze datum is niet geschreven als jaar-maand-dag [V102 schrijfwijze]
                  hulp: schrijf 2026-05-01
                a.md:3:8: fout: deze lijst heeft geen einde [V102 schrijfwijze]
                  hulp: sluit de lijst met een ]: ["een", "twee"]
                a.md:4:1: fout: onbekende sleutel `kleur` [V103 onbekende-sleutel]
                  hulp: haal de regel weg, of kies uit: title, date, tags, sources
            "#]],
        );
        check(
            "title: \"a\"\ndate = 2026/03/01\ntags = \"a\", \"b\"\n",
            expect![[r#"
                a.md:1:6: fout: achter `title` hoort een = en geen dubbele punt [V102 schrijfwijze]
                  hulp: schrijf `title = …`
                a.md:2:8: fout: deze datum is niet geschreven als jaar-maand-dag [V102 schrijfwijze]
                  hulp: schrijf 2026-03-01
                a.md:3:8: fout: hier staan meer waarden zonder haken eromheen [V102 schrijfwijze]
                  hulp: schrijf een lijst tussen vierkante haken: ["a", "b"]
            "#]],
        );
        check(
            "title = “a”\ndate =\ntags = [a, \"b\"]\nzomaar wat tekst\n",
            expect![[r#"
            a.md:1:9: fout: dit zijn geen rechte aanhalingstekens [V102 schrijfwijze]
              hulp: schrijf rechte aanhalingstekens: "a"
            a.md:2:7: fout: achter de = staat niets [V102 schrijfwijze]
              hulp: schrijf de waarde achter de =, of haal de regel weg
            a.md:3:9: fout: om dit woord staan geen aanhalingstekens [V102 schrijfwijze]
              hulp: zet elk woord in de lijst tussen aanhalingstekens: ["een", "twee"]
            a.md:4:1: fout: op deze regel staat geen = [V102 schrijfwijze]
              hulp: schrijf een regel als `sleutel = "tekst"`; hoort de regel bij de tekst, zet haar dan onder de kopregels
        "#]],
        );
        check(
            "title = \"a\\qb\"\ndate = 31-12-2026\ntags = [\"a\" \"b\"]\nmijn titel = 3\n",
            expect![[r#"
            a.md:1:11: fout: een \ in een tekst heeft een eigen betekenis [V102 schrijfwijze]
              hulp: schrijf \\ als er een \ moet staan, of haal hem weg
            a.md:2:8: fout: deze datum is niet geschreven als jaar-maand-dag [V102 schrijfwijze]
              hulp: schrijf 2026-12-31
            a.md:3:13: fout: tussen twee woorden in deze lijst ontbreekt een komma [V102 schrijfwijze]
              hulp: schrijf een lijst als ["een", "twee"]
            a.md:4:1: fout: `mijn titel` kan geen sleutel zijn [V102 schrijfwijze]
              hulp: schrijf een sleutel met letters zonder accent, cijfers en streepjes, zonder spaties
        "#]],
        );
        check(
            "title = \"a\nnaam = ja\n[[sources]\ntitle = \"b\"\n",
            expect![[r#"
            a.md:1:9: fout: deze tekst eindigt niet met een aanhalingsteken [V102 schrijfwijze]
              hulp: zet achter de tekst een "
            a.md:2:8: fout: de waarde `ja` is zo niet te lezen [V102 schrijfwijze]
              hulp: schrijf true (dat is ja)
            a.md:3:1: fout: deze kop tussen vierkante haken is niet af [V102 schrijfwijze]
              hulp: sluit de kop met evenveel haken als waarmee hij begint: [naam] of [[naam]]
            a.md:4:1: fout: deze sleutel staat er twee keer [V102 schrijfwijze]
              hulp: haal een van de twee regels weg
        "#]],
        );
        check(
            "title = \"a\\u0001b\"\ndate = \"1-5-2026\"\n[sources]\ntitle = \"b\"\n",
            expect![[r#"
            a.md:1:9: fout: hier staat een onzichtbaar teken dat geen tekst is [B108 onzichtbaar-teken]
              hulp: haal het weg: wis wat hier staat en typ het opnieuw
            a.md:2:8: fout: de waarde `"1-5-2026"` past hier niet [V104 verkeerde-waarde]
              hulp: schrijf 2026-05-01, zonder aanhalingstekens
            a.md:3:1: fout: de waarde `[sources]` past hier niet [V104 verkeerde-waarde]
              hulp: zet twee haken om de naam: [[sources]]
        "#]],
        );
        check(
            "[[sources]]\ntitle = \"b\"\ndate = 2026-05-01\n",
            expect![[r#"
            a.md:3:1: fout: onbekende sleutel `date` [V103 onbekende-sleutel]
              hulp: haal de regel weg, kies uit: title, of zet haar boven `[[sources]]` als zij bij het geheel hoort
        "#]],
        );
    }

    #[test]
    fn a_text_with_very_many_mistakes_is_given_up() {
        for text in [
            (0..4_000)
                .map(|key| format!("k{key} = 1\n"))
                .collect::<String>(),
            "a = b\n".repeat(4_000),
        ] {
            let source = Source::new("a.md", &text);
            let mut report = Report::default();
            assert!(read::<Raw>(&source, 0..text.len(), &mut report).is_none());
            assert_eq!(report.problems().len(), MAX_ERRORS + 1);
            assert!(
                report
                    .problems()
                    .last()
                    .is_some_and(|problem| problem.message.starts_with("er zijn er meer"))
            );
        }
    }

    #[test]
    fn a_text_is_forbidden_where_a_character_of_it_is() {
        for c in '\0'..=char::MAX {
            assert_eq!(
                has_forbidden(&format!("{}{c}é", "a".repeat(70))),
                is_forbidden(c),
                "{c:?}"
            );
        }
    }
}
