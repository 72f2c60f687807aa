//! The words of texts and of queries, as the search reads them.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use noaber::search::analyse::{fold, tokenize};
use noaber::search::index::lexicon::Lexicon;
use noaber::search::index::postings::{
    WordOccurrence, document_frequency, pages_with_all, phrase_frequency,
};
use noaber::search::language::SearchLanguage;
use noaber::search::query::{ParsedQuery, WordRole};
use noaber::search::spelling::distance;

use crate::support::project;

fn parsed(text: &str) -> ParsedQuery {
    ParsedQuery::parse(text, SearchLanguage::Dutch, &SearchLanguage::ALL)
}

#[track_caller]
fn check_tokens(text: &str, expected: &str) {
    let folded: Vec<String> = tokenize(text)
        .iter()
        .map(|word| word.folded.to_string())
        .collect();
    assert_eq!(folded.join(" "), expected);
}

#[test]
fn case_accents_and_apostrophes_do_not_matter() {
    check_tokens("Coördinatie van thema’s", "coordinatie van thema");
    check_tokens(
        "zo'n we`re O'Brien rock'n'roll zzp´er",
        "zo we obrien rocknroll zzper",
    );
    check_tokens("cafe\u{301} CAFÉ caf\u{ad}é", "cafe cafe cafe");
    check_tokens("Straße, Ĳssel & Œuvre", "strasse ijssel oeuvre");
    check_tokens("", "");
    check_tokens("!? –", "");
}

#[test]
fn hyphenated_words_give_their_parts_and_a_joined_token() {
    check_tokens(
        "Rijssen-Holten en e-mail",
        "rijssen holten rijssenholten en e mail email",
    );
    check_tokens(
        "Oost-Nederland–Münsterland",
        "oost nederland oostnederland munsterland",
    );
    check_tokens("mbo-", "mbo");
    check_tokens("a-b-c d", "a b c abc d");
}

#[test]
fn a_number_is_one_token() {
    check_tokens(
        "€ 5.000 in 2022. A1 en N35: 4,8 procent",
        "5000 in 2022 a1 en n35 4,8 procent",
    );
    check_tokens(
        "12,50, 1.234,50 of 1,234.5; 2.0",
        "12,50 1234,50 of 1234,5 2",
    );
    check_tokens("1,2,3 en 2.5.2026 om 9:30", "1 2 3 en 2 5 2026 om 9,30");
}

#[test]
fn the_range_of_a_token_covers_it_in_the_text() {
    let text = "Éen thema's";
    for word in tokenize(text) {
        assert_eq!(fold(&text[word.range.clone()]), word.folded);
    }
}

#[test]
fn the_words_of_each_language_are_folded_and_stand_in_their_list_once() {
    for language in ["nl", "de", "en"] {
        let path = format!("src/search/languages/{language}.toml");
        let text = std::fs::read_to_string(project().join(path)).expect("the words are there");
        let lists: BTreeMap<String, toml::Value> =
            toml::from_str(&text).expect("the words are valid");
        for name in ["stop-words", "weak-words", "definition-words", "suffixes"] {
            let words: Vec<&str> = lists[name]
                .as_array()
                .expect("a list")
                .iter()
                .filter_map(toml::Value::as_str)
                .collect();
            let distinct: BTreeSet<&str> = words.iter().copied().collect();
            assert_eq!(distinct.len(), words.len(), "{language}: {name}");
            for word in words {
                assert_eq!(fold(word), word, "{language}: {name}");
            }
        }
    }
}

#[test]
fn the_forms_of_a_word_have_one_stem() {
    let check = |language: SearchLanguage, pairs: &[(&str, &str)]| {
        for (one, other) in pairs {
            assert_eq!(language.stem(one), language.stem(other), "{one}, {other}");
        }
    };
    check(
        SearchLanguage::Dutch,
        &[
            ("gemeente", "gemeenten"),
            ("baan", "banen"),
            ("subsidie", "subsidies"),
            ("thema", "themas"),
            ("huis", "huizen"),
            ("brief", "brieven"),
            ("fiets", "fietsen"),
            ("cheque", "cheques"),
            ("proces", "processen"),
            ("ambulance", "ambulances"),
        ],
    );
    check(SearchLanguage::German, &[("grenzganger", "grenzgangern")]);
    check(
        SearchLanguage::English,
        &[("municipality", "municipalities"), ("bus", "buses")],
    );
}

#[test]
fn a_longer_word_may_have_more_mistakes() {
    assert_eq!(distance("borne", "borne"), Some(0));
    assert_eq!(distance("bonre", "borne"), Some(2));
    assert_eq!(distance("bonne", "borne"), Some(2));
    assert_eq!(distance("bon", "borne"), None);
    assert_eq!(distance("omgevinsagende", "omgevingsagenda"), Some(4));
    assert_eq!(distance("bereikbarheit", "bereikbaarheid"), Some(2));
}

#[test]
fn words_that_sound_the_same_are_near() {
    assert_eq!(distance("enskede", "enschede"), Some(2));
    assert_eq!(distance("reyssen", "rijssen"), None);
    assert_eq!(distance("reissen", "rijssen"), Some(2));
    assert_eq!(distance("subsitie", "subsidie"), Some(2));
    assert_eq!(distance("praktizch", "praktisch"), Some(2));
    assert_eq!(distance("lobbie", "lobby"), Some(2));
}

#[test]
fn a_wrong_first_letter_weighs_more() {
    assert_eq!(distance("nengelo", "hengelo"), Some(3));
}

#[track_caller]
fn check_roles(text: &str, expected: &str) {
    let parsed = parsed(text);
    let words = parsed.words.iter().map(|word| match word.role {
        WordRole::Content => word.folded.clone(),
        WordRole::Stop => format!("({})", word.folded),
        WordRole::Literal => format!("\"{}\"", word.folded),
    });
    assert_eq!(words.collect::<Vec<_>>().join(" "), expected);
}

#[test]
fn stop_words_are_told_from_content_words() {
    check_roles(
        "Hoe kom ik aan een baan?",
        "(hoe) (kom) (ik) (aan) (een) baan",
    );
    check_roles("wie doet wat", "wie doet wat");
    check_roles("werk werk Werk", "werk");
    check_roles("", "");
}

#[test]
fn quoted_words_are_literal() {
    check_roles("\"Regio Deal\" geld", "\"regio\" \"deal\" geld");
    check_roles("“wie doet wat” “los", "\"wie\" \"doet\" \"wat\" los");
    check_roles("een \"\" twee", "(een) twee");
}

#[test]
fn the_language_of_a_query_is_that_of_its_stop_words() {
    let check = |text, expected| assert_eq!(parsed(text).language, expected, "{text}");
    check("wie is de voorzitter", SearchLanguage::Dutch);
    check("was ist die Regio Deal", SearchLanguage::German);
    check("how many people live in Enschede", SearchLanguage::English);
    check("labour market", SearchLanguage::Dutch);
}

#[test]
fn a_query_is_truncated_to_a_dozen_words() {
    let long = (0..50)
        .map(|number| format!("de woord{number}"))
        .collect::<Vec<_>>()
        .join(" ");
    let parsed = parsed(&long);
    assert_eq!((parsed.words.len(), parsed.is_truncated), (12, true));
    assert!(
        parsed
            .words
            .iter()
            .all(|word| word.role == WordRole::Content)
    );
}

#[test]
fn a_word_of_the_site_is_found_by_text_stem_prefix_part_and_spelling() {
    let lexicon = Lexicon::new(
        [
            (SearchLanguage::Dutch, "gemeente", 3),
            (SearchLanguage::Dutch, "gemeenten", 1),
            (SearchLanguage::English, "gemeente", 1),
        ]
        .map(|(language, text, pages)| (language, text.into(), pages)),
    );
    let dutch = lexicon.in_language(SearchLanguage::Dutch);
    assert_eq!(dutch.id("gemeente"), Some(0));
    let english = lexicon.in_language(SearchLanguage::English);
    assert_eq!(english.id("gemeente"), Some(2));
    assert_eq!(dutch.with_stem_of("gemeenten"), [0, 1]);
    assert_eq!(dutch.with_prefix("gem").collect::<Vec<_>>(), [0, 1]);
    assert_eq!(dutch.containing("meente").collect::<Vec<_>>(), [0, 1]);
    assert_eq!(dutch.fuzzy_candidates("gemente"), [0]);
    assert_eq!(dutch.fuzzy_candidates("kanaal").first(), None);
    assert_eq!(dutch.forms_of("gemeente"), [0, 1]);
}

/// The occurrences of a word on the first page.
fn term(positions: &[u32]) -> Vec<WordOccurrence> {
    positions
        .iter()
        .map(|position| WordOccurrence {
            page: 0,
            position: *position,
        })
        .collect()
}

#[test]
fn a_phrase_may_be_out_of_place_as_far_as_the_slop_allows() {
    let (market, labour) = (term(&[4, 20]), term(&[5, 18, 40]));
    let count = |slop| phrase_frequency(&[&market, &labour], &(0..100), slop);
    assert_eq!(count(0), 1);
    assert_eq!(count(3), 2);
    assert_eq!(phrase_frequency(&[&market, &labour], &(5..100), 0), 0);
    let third = term(&[6]);
    assert_eq!(
        phrase_frequency(&[&market, &labour, &third], &(0..100), 0),
        1
    );
}

#[test]
fn a_page_counts_where_it_has_all_terms() {
    let at = |page, position| WordOccurrence { page, position };
    let (one, other) = ([at(0, 1), at(2, 0), at(2, 9)], [at(1, 1), at(2, 3)]);
    let terms = [Cow::Borrowed(&one[..]), Cow::Borrowed(&other[..])];
    let pages: Vec<_> = pages_with_all(&terms)
        .map(|(page, found)| (page, found[0].len()))
        .collect();
    assert_eq!(pages, [(2, 2)]);
    assert_eq!(document_frequency(&one), 2);
}
