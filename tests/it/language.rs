//! Sentences, words and syllables in a text, and what is made of them.

use expect_test::{Expect, expect};
use noaber::content::prose::{self, LINE_BREAK};
use noaber::problem::Readability;
use noaber::site::rules::language::sentences::of_page;
use noaber::site::rules::language::{passive, readability, syllables, tokens};
use noaber::source::Source;

#[track_caller]
fn check(body: &str, expected: Expect) {
    let source = Source::new("a.md", &format!("+++\n+++\n{body}"));
    let blocks = prose::read(&source);
    let sentences = of_page(&blocks);
    let lines = sentences.iter().map(|sentence| {
        let text = &blocks[sentence.block].text[sentence.range.clone()];
        format!("{}\n", text.replace(['\n', LINE_BREAK], " "))
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
fn a_blank_line_or_a_heading_ends_a_sentence() {
    check(
        "De gemeenten\nwerken\n\nlogo van de gemeente\n\n## Een kop\n\nsamen met\n\nde provincie. Dat gaat goed.\n",
        expect![[r#"
            De gemeenten werken
            logo van de gemeente
            samen met
            de provincie.
            Dat gaat goed.
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

#[track_caller]
fn check_passives(sentence: &str, expected: usize) {
    let words: Vec<&str> = sentence.split(' ').collect();
    assert_eq!(passive::count(&words), expected, "{sentence}");
}

#[test]
fn a_form_of_worden_with_a_participle_is_passive() {
    check_passives("de weg wordt volgend jaar aangelegd", 1);
    check_passives(
        "dat besloten werd nadat het plan was besproken en gelezen",
        2,
    );
    check_passives(
        "het plan werd gemaakt en daarna door de raad aangenomen terwijl er niets meer aan veranderd kon worden",
        2,
    );
}

#[test]
fn a_form_of_zijn_with_a_participle_is_the_perfect_of_a_passive() {
    check_passives("het plan is in maart door de raad vastgesteld", 1);
    check_passives("omdat de wegen al aangelegd waren", 1);
    for sentence in [
        "het aantal inwoners is gegroeid en de prijs is gedaald",
        "de winkel is op zondag gesloten en de regeling is bedoeld voor ouderen",
        "hij heeft zijn huis zelf gebouwd",
        "dat is de gebouwde brug",
    ] {
        check_passives(sentence, 0);
    }
}

#[test]
fn worden_without_a_participle_is_no_passive() {
    for sentence in [
        "het gebruikte plan als dat mogelijk wordt",
        "de raad heeft besloten dat dit beter wordt",
        "het gebied wordt groter en de gemeenten worden sterker",
        "zij wordt burgemeester van een grote gemeente",
        "de gezondheid wordt beter en de bereikbaarheid wordt groter",
        "het verschil in bereid wordt kleiner nu het bestuursbesluit langer wordt",
        "het gebouwde huis staat er",
    ] {
        check_passives(sentence, 0);
    }
}

#[test]
fn two_modals_on_worden_are_a_pile() {
    let is_pile = |sentence: &str| {
        let words: Vec<&str> = sentence.split(' ').collect();
        passive::has_stacked_modals(&words)
    };
    assert!(is_pile("dat zou kunnen worden aangepast"));
    assert!(!is_pile("dat kan worden aangepast nu"));
    assert!(!is_pile("het zou moeten kunnen lukken"));
}

/// The readability of a text in which a sentence stands so many times.
fn measured(sentence: &str, times: usize) -> Option<Readability> {
    let source = Source::new(
        "a.md",
        &format!("+++\n+++\n{}", format!("{sentence} ").repeat(times)),
    );
    let blocks = prose::read(&source);
    readability::measure(&source.path, &of_page(&blocks), &blocks)
}

#[test]
fn the_formulas_of_readability_are_those_of_douma_and_brouwer() {
    // 18 syllables in 12 words: 150 per 100 words, worked out by hand.
    let sentence = "De boten varen en de mannen werken met een grote rode kar.";
    let measured = measured(sentence, 10).expect("enough text");
    assert!(
        (measured.flesch_douma - 80.18).abs() < 0.001,
        "{measured:?}"
    );
    assert!((measured.brouwer - 71.0).abs() < 0.001, "{measured:?}");
}

#[test]
fn the_readability_of_a_short_text_is_not_measured() {
    let sentence = "De boten varen en de mannen werken met een rode kar.";
    assert_eq!(measured(sentence, 9), None);
    let long = ["De boten varen"; 10].join(" en ");
    assert_eq!(measured(&format!("{long}."), 4), None);
}

#[test]
fn at_most_three_in_a_hundred_words_get_a_wrong_number_of_syllables() {
    /// Counted by hand, with a hyphen between the syllables.
    const WORDS: &str = include_str!("../support/syllables.txt");
    let words: Vec<&str> = WORDS.split_whitespace().collect();
    let is_wrong =
        |word: &&&str| syllables::count(&word.replace('-', "")) != word.split('-').count();
    let wrong: Vec<&&str> = words.iter().filter(is_wrong).collect();
    assert!(words.len() >= 200, "{}", words.len());
    assert!(
        wrong.len() * 100 <= words.len() * 3,
        "{} of {}: {wrong:?}",
        wrong.len(),
        words.len()
    );
}

#[test]
fn a_word_without_vowels_is_one_syllable() {
    let counts = ["bv", "'s", "reünie"].map(syllables::count);
    assert_eq!(counts, [1, 1, 3]);
}
