//! Sentences and words in a text.

use expect_test::{Expect, expect};
use noaber::content::prose::{self, LINE_BREAK};
use noaber::site::rules::language::sentences::of_page;
use noaber::site::rules::language::tokens;
use noaber::source::Source;

#[track_caller]
fn check(body: &str, expected: Expect) {
    let source = Source::new("a.md", &format!("+++\n+++\n{body}"));
    let blocks = prose::read(&source);
    let sentences = of_page(&blocks);
    let lines = sentences.iter().map(|sentence| {
        format!(
            "{}\n",
            sentence.text(&blocks).replace(['\n', LINE_BREAK], " ")
        )
    });
    expected.assert_eq(&lines.collect::<String>());
}

#[test]
fn a_stop_ends_a_sentence_where_another_begins() {
    check(
        "Dit is een zin. En dit! Wat nu? \"Dat weet ik niet.\" (Zij ook niet.) 's Avonds niet… Nooit.",
        expect![[r#"
            Dit is een zin.
            En dit!
            Wat nu?
            "Dat weet ik niet."
            (Zij ook niet.)
            's Avonds niet…
            Nooit.
        "#]],
    );
}

#[test]
fn a_point_in_a_number_an_abbreviation_or_a_name_ends_nothing() {
    check(
        "Met Th. Smit en i.s.m. Twente is op 3 jan. Anna gekozen. Het werd plan B. Eet vitamine C. Om 9.00 uur komen dr. Jansen, J.H. de Vries en o.a. Twente op nr. 12. Op samentwente.nl staat meer. Wat? zei hij. Enz. Het regent.",
        expect![[r#"
            Met Th. Smit en i.s.m. Twente is op 3 jan. Anna gekozen.
            Het werd plan B.
            Eet vitamine C.
            Om 9.00 uur komen dr. Jansen, J.H. de Vries en o.a. Twente op nr. 12.
            Op samentwente.nl staat meer.
            Wat? zei hij.
            Enz.
            Het regent.
        "#]],
    );
}

#[test]
fn blank_lines_and_headings_do_not_end_a_sentence() {
    check(
        "De gemeenten\nwerken\n\n## Een kop\n\nsamen met\n\nde provincie. Dat gaat goed.\n\nNieuwe alinea.\n",
        expect![[r#"
            De gemeenten werken samen met de provincie.
            Dat gaat goed.
            Nieuwe alinea.
        "#]],
    );
}

#[test]
fn points_of_a_list_and_lines_of_an_address_are_sentences_of_their_own() {
    check(
        "Neem mee:\n\n- een jas\n- een tas\n\nDorpsstraat 1  \n1234 Dorp\n\nTot dan.\n\n> Iemand zei dit.\n\n| A | B |\n|---|---|\n| c | d |\n",
        expect![[r#"
            Neem mee:
            een jas
            een tas
            Dorpsstraat 1
            1234 Dorp
            Tot dan.
        "#]],
    );
}

#[test]
fn marks_inside_a_word_belong_to_it_and_others_do_not() {
    let words = |text: &str| {
        tokens::of(text)
            .into_iter()
            .map(|token| text[token.range].to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        words("De foto's (m.b.t. Rijssen-Holten) om 9.00 uur, 12,5 km - zo'n 'goed' plan…"),
        [
            "De",
            "foto's",
            "m.b.t",
            "Rijssen-Holten",
            "om",
            "9.00",
            "uur",
            "12,5",
            "km",
            "zo'n",
            "goed",
            "plan"
        ]
    );
    assert!(words(" – !").is_empty());
}
