//! Strict reading of TOML into a `Raw…` struct: every mistake of the text in one run, in Dutch,
//! each at its place.
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

use std::collections::BTreeMap;
use std::ops::Range;

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue, Deserializer};

use crate::problem::Report;
use crate::rule::Rule;
use crate::source::Source;
use crate::toml_file::messages::{in_dutch, misspelt};
use crate::toml_file::recovery::{recover, report_too_many};
use crate::toml_file::removal::remove_entry;

/// After so many mistakes a text is given up: nobody reads more, and each costs a reading.
const MAX_ERRORS: usize = 50;

/// A text that was read as a whole.
pub struct Read<T> {
    pub raw: T,
    /// As in [`Entries`].
    pub reported_keys: Vec<String>,
    pub state: ParseState,
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

/// Reads the TOML that stands at `range` of the source. `None` when too much is wrong with it.
pub fn read<T: DeserializeOwned>(
    source: &Source,
    range: Range<usize>,
    report: &mut Report,
) -> Option<Read<T>> {
    let mut recovered = String::new();
    let mut entries = Entries::parse(source, range, &mut recovered, report)?;
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
    /// The offsets of the keys of entries that were read.
    taken: Vec<usize>,
    has_syntax_errors: bool,
    /// The paths of keys that were written wrongly: `publisher.name`.
    /// They are reported already.
    pub reported_keys: Vec<String>,
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
        hidden_characters(table.get_ref(), &mut removed);
        for span in &removed {
            let (message, help) = hidden_character();
            let place = source.place(start + span.start);
            report.add(place, Rule::HiddenCharacter, message, help);
            reported_keys.extend(remove_entry(table.get_mut(), span));
        }
        Some(Entries {
            source,
            start,
            text,
            table,
            removed,
            taken: Vec::new(),
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
        let starts: Vec<usize> = wanted.keys().map(|key| key.span().start).collect();
        let mut corrections: BTreeMap<String, String> = BTreeMap::new();
        loop {
            let part = Spanned::new(span.clone(), wanted);
            let error = match T::deserialize(Deserializer::from(part)) {
                Ok(raw) => {
                    self.taken.extend(starts);
                    for key in &mut self.reported_keys {
                        if let Some(known) = corrections.remove(key) {
                            *key = known;
                        }
                    }
                    return Some(raw);
                }
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
                .filter(|(key, _)| {
                    is_wanted(key.get_ref()) && !self.taken.contains(&key.span().start)
                })
                .collect();
            for span in &self.removed {
                remove_entry(&mut wanted, span);
            }
            let is_top = wanted.keys().any(|key| key.span() == at);
            let also_known = if is_top { also_known } else { &[] };
            let is_heading = wanted
                .iter()
                .any(|(key, value)| at.contains(&key.span().start) && value.get_ref().is_table());
            let (rule, message, help) = in_dutch(
                error.message(),
                also_known,
                &self.text[at.clone()],
                is_heading,
                below_a_heading(self.text, at.start),
            );
            let place = self.source.place(self.start + at.start);
            report.add(place, rule, message, help);
            if at.is_empty() {
                return None;
            }
            if let Some(path) = remove_entry(&mut wanted, &at) {
                if let Some((_, known)) = misspelt(error.message(), also_known) {
                    let table = path.rsplit_once('.').map(|(table, _)| format!("{table}."));
                    corrections.insert(path.clone(), table.unwrap_or_default() + known);
                }
                self.reported_keys.push(path);
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

/// The message and the remedy about a character that nobody sees and that no page may hold.
pub fn hidden_character() -> (&'static str, &'static str) {
    (
        "hier staat een onzichtbaar teken dat geen tekst is",
        "haal het weg: wis wat hier staat en typ het opnieuw",
    )
}

/// The spans of texts with a character that no page can hold, which TOML lets people write by its
/// number.
fn hidden_characters(table: &DeTable<'_>, spans: &mut Vec<Range<usize>>) {
    fn collect(value: &Spanned<DeValue<'_>>, spans: &mut Vec<Range<usize>>) {
        match value.get_ref() {
            DeValue::String(text) if has_forbidden(text) => spans.push(value.span()),
            DeValue::Array(items) => items.iter().for_each(|item| collect(item, spans)),
            DeValue::Table(inner) => hidden_characters(inner, spans),
            _ => {}
        }
    }
    table.values().for_each(|value| collect(value, spans));
}

/// The heading above an offset, if there is one: `[[sources]]`.
fn below_a_heading(text: &str, at: usize) -> Option<&str> {
    text[..text[..at].rfind('\n')?]
        .lines()
        .rev()
        .find(|line| line.starts_with('['))
        .map(str::trim)
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
