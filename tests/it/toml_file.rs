//! Mistakes in TOML, each in the words of an editor and at its place.

use expect_test::{Expect, expect};
use noaber::problem::Report;
use noaber::source::Source;
use noaber::toml_file::{has_forbidden, is_forbidden, literal::offsets, read};
use proptest::prelude::*;
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
    let _ = read::<Raw>(&source, &mut report);
    report.sort();
    expected.assert_eq(
        &report
            .problems()
            .iter()
            .map(|problem| format!("{}\n", problem.in_language("nl")))
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
        assert!(read::<Raw>(&source, &mut report).is_none());
        assert_eq!(report.problems().len(), 51);
        assert!(report.problems().last().is_some_and(|problem| {
            problem
                .message
                .in_language("nl")
                .starts_with("er zijn er meer")
        }));
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

/// The literal of each character of the text that TOML reads from `literal`.
#[track_caller]
fn check_offsets(literal: &str, expected: &[&str]) {
    let document = format!("a = {literal}");
    let table: toml::Table = document.parse().expect("a TOML document");
    let offsets = offsets(literal, table["a"].as_str().expect("a string"));
    let ends = offsets.iter().skip(1).map(|(_, end)| *end);
    let read: Vec<&str> = std::iter::zip(&offsets, ends)
        .map(|((_, start), end)| &literal[*start..end])
        .collect();
    assert_eq!(read, expected);
}

#[test]
fn every_character_is_found_in_its_literal() {
    check_offsets(r#""a'é.""#, &["a", "'", "é"]);
    check_offsets(r#""a\"\u00e9\\b.""#, &["a", "\\\"", "\\u00e9", "\\\\", "b"]);
    check_offsets(r"'a\b.'", &["a", "\\", "b"]);
    check_offsets(
        "\"\"\"\r\na\r\nb \\\n  \n  c.\"\"\"",
        &["a", "\r", "\n", "b", " \\\n  \n  ", "c"],
    );
    check_offsets("'''\na \\\nb.'''", &["a", " ", "\\", "\n", "b"]);
}

proptest! {
    #[test]
    fn every_character_of_any_text_stands_where_it_is_said_to(text in r#"["'’\\\\a-cé😀 \t\n]{0,40}"#) {
        let document = toml::Value::String(text.clone()).to_string();
        let mut behind = 0;
        for (at, offset) in offsets(&document, &text) {
            prop_assert!(offset >= behind.max(1));
            let written = &document[offset..];
            let is_there = written.starts_with('\\') || text[at..].starts_with(&written[..written.ceil_char_boundary(1)]);
            prop_assert!(is_there, "{} at {} of {}", at, offset, document);
            behind = offset + 1;
        }
    }
}
