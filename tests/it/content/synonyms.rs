//! The synonyms of a site.

use expect_test::{Expect, expect};
use noaber::content::synonyms::{FILE, read};
use noaber::problem::Report;
use noaber::source::Source;

#[track_caller]
fn check(text: &str, synonyms: usize, expected: Expect) {
    let mut report = Report::default();
    let read = read(&Source::new(FILE, text), &mut report);
    report.sort();
    expected.assert_eq(
        &report
            .problems()
            .iter()
            .map(|problem| format!("{}\n", problem.in_language("nl")))
            .collect::<String>(),
    );
    assert_eq!(read.groups.len() + read.one_way.len(), synonyms);
}

#[test]
fn groups_and_words_that_only_lead_one_way_are_read() {
    check(
        "groups = [[\"werk\", \"banen\"]]\n[[one-way]]\nword = \"trein\"\nfinds = [\"openbaar vervoer\"]",
        2,
        expect![[""]],
    );
}

#[test]
fn a_group_may_be_of_one_language() {
    check(
        "[groups-in]\nde = [[\"Zug\", \"Bahn\"]]\nen = [[\"train\", \"railway\"]]\n",
        2,
        expect![[""]],
    );
    check(
        "[groups-in]\nxx = [[\"a\", \"b\"]]\n",
        0,
        expect![[r#"
            synoniemen.toml:2:1: fout: `xx` is geen taal van de site [S102 synoniemen]
              hulp: schrijf een van deze: de, en, nl
        "#]],
    );
}

#[test]
fn each_mistake_is_reported_and_the_rest_counts() {
    check(
        "groups = [\n[\"werk\"],\n[\"ov\", \"OV\", \"openbaar vervoer\"],\n[\"\", \"een twee drie vier vijf zes\"],\n]\n[[one-way]]\nword = \"trein\"\n",
        1,
        expect![[r#"
            synoniemen.toml:2:1: fout: deze groep heeft geen twee woorden [S102 synoniemen]
              hulp: een groep noemt twee of meer woorden die hetzelfde betekenen
            synoniemen.toml:3:8: fout: `OV` staat er twee keer [S102 synoniemen]
              hulp: haal een van de twee weg
            synoniemen.toml:4:1: fout: deze groep heeft geen twee woorden [S102 synoniemen]
              hulp: een groep noemt twee of meer woorden die hetzelfde betekenen
            synoniemen.toml:4:2: fout: hier staat geen woord [S102 synoniemen]
              hulp: schrijf een woord, of haal de lege tekst weg
            synoniemen.toml:4:6: fout: `een twee drie vier vijf zes` heeft meer dan 5 woorden [S102 synoniemen]
              hulp: gebruik een woord of een korte naam
            synoniemen.toml:6:1: fout: hier ontbreekt `word` of `finds` [S102 synoniemen]
              hulp: schrijf het woord, en wat het ook vindt: word = "trein", finds = ["spoor"]
        "#]],
    );
}
