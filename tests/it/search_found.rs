//! The page that is found, however its words are written in it and in the question.

use noaber::search::language::SearchLanguage;
use noaber::search::query::Query;
use noaber::search::search;
use noaber::search::snippet::SnippetPart;

use crate::support::{NOW, TestSite, compiled};

/// The page that comes first for each of these questions, on a site that has these texts as well.
#[track_caller]
fn check(language: SearchLanguage, texts: &[(&str, &str)], questions: &[(&str, Option<&str>)]) {
    let site = TestSite::new();
    let folder = match language {
        SearchLanguage::Dutch => "",
        SearchLanguage::German => "de/",
        SearchLanguage::English => "en/",
    };
    for (name, text) in texts {
        let page = format!("+++\ntitle = \"{name}\"\nsummary = \"Xx.\"\n+++\n{text}\n");
        site.write(&format!("{folder}{}.md", name.to_lowercase()), page);
    }
    let compiled = compiled(&site.path(""), NOW.parse().expect("a moment"), None);
    for (question, expected) in questions {
        let query = Query {
            language: Some(language),
            ..Query::new(question)
        };
        let found = search(compiled.index.wait(), &query);
        let first = found.hits.first().map(|hit| hit.page.route.as_str());
        let expected = expected.map(|name| format!("/{folder}{name}/"));
        assert_eq!(first, expected.as_deref(), "{question}");
    }
}

#[test]
fn a_number_is_found_as_people_write_it() {
    check(
        SearchLanguage::Dutch,
        &[
            ("Aa", "Een kaart kost 12,50, een kind betaalt 7,25."),
            ("Bb", "Er wonen 1.234.567 mensen. Het kost € 2.500,00."),
            ("Cc", "Dicht om 19.30 uur op 31.12.2027. De rente is 3,75%."),
            ("Dd", "De lijnen 81,82,83 rijden over de N347 en de A-28."),
        ],
        &[
            ("12,50", Some("aa")),
            ("€ 12,50", Some("aa")),
            ("12.50", Some("aa")),
            ("kaart van 7,25.", Some("aa")),
            ("1234567", Some("bb")),
            ("1,234,567", Some("bb")),
            ("2500", Some("bb")),
            ("€ 2.500,-", Some("bb")),
            ("19:30", Some("cc")),
            ("31-12-2027", Some("cc")),
            ("3,75 procent", Some("cc")),
            ("82", Some("dd")),
            ("n347", Some("dd")),
            ("N 347", Some("dd")),
            ("A28", Some("dd")),
            ("12,60", None),
            ("1234568", None),
        ],
    );
}

#[test]
fn an_apostrophe_is_no_part_of_a_word_whichever_it_is() {
    check(
        SearchLanguage::Dutch,
        &[
            ("Aa", "Ouders sturen hun baby’s foto’s van zo'n hobby."),
            ("Bb", "Panelen op het dak maken stroom van de zon."),
            ("Cc", "Voor zzp'ers in 's-Hertogenbosch is er een loket."),
        ],
        &[
            ("foto", Some("aa")),
            ("fotos", Some("aa")),
            ("foto's", Some("aa")),
            ("foto`s", Some("aa")),
            ("FOTOʼS", Some("aa")),
            ("baby", Some("aa")),
            ("babys", Some("aa")),
            ("zon", Some("bb")),
            ("zzp’er", Some("cc")),
            ("hertogenbosch", Some("cc")),
        ],
    );
    check(
        SearchLanguage::English,
        &[
            ("Aa", "The mayor chairs the council. Residents elect it."),
            ("Bb", "Who lives here knows what it is. It's theirs."),
        ],
        &[
            ("who's the mayor?", Some("aa")),
            ("who’s mayor", Some("aa")),
            ("whos the mayor", Some("aa")),
            ("what's a council", Some("aa")),
            ("I'd like the council's mayor", Some("aa")),
            ("don't residents elect", Some("aa")),
        ],
    );
}

#[test]
fn german_is_found_with_and_without_umlauts() {
    check(
        SearchLanguage::German,
        &[
            ("Aa", "Die Müllabfuhr räumt die Straße für Fußgänger."),
            ("Bb", "Das Buergerbuero in Koeln, nahe der Schlossstrasse."),
            ("Cc", "Neue Quellen und Feuer sind aktuell."),
        ],
        &[
            ("Muellabfuhr", Some("aa")),
            ("Müllabfuhr", Some("aa")),
            ("Muell", Some("aa")),
            ("raeumen", Some("aa")),
            ("fuer Fussgaenger", Some("aa")),
            ("Fußgänger", Some("aa")),
            ("Strasse", Some("aa")),
            ("Bürgerbüro", Some("bb")),
            ("Köln", Some("bb")),
            ("Schloßstraße", Some("bb")),
            ("Quelle", Some("cc")),
            ("Feuer", Some("cc")),
        ],
    );
}

#[test]
fn marks_on_letters_and_what_nobody_sees_do_not_matter() {
    check(
        SearchLanguage::Dutch,
        &[
            ("Aa", "Reële ideeën over financiële coördinatie."),
            (
                "Bb",
                "Het vlieg\u{ad}veld\u{200b}terrein in Oud\u{2011}Ootmarsum.",
            ),
        ],
        &[
            ("reeel", Some("aa")),
            ("reëel", Some("aa")),
            ("ideeen", Some("aa")),
            ("coordinatie", Some("aa")),
            ("co\u{f6}rdinatie", Some("aa")),
            ("coo\u{308}rdinatie", Some("aa")),
            ("vliegveldterrein", Some("bb")),
            ("oudootmarsum", Some("bb")),
            ("oud-ootmarsum", Some("bb")),
        ],
    );
}

#[test]
fn a_participle_finds_its_verb_and_a_compound_the_parts_of_others() {
    check(
        SearchLanguage::Dutch,
        &[
            ("Aa", "Bij sneeuw strooien wij eerst de busroutes."),
            ("Bb", "Wij ophalen: grofvuil op afspraak. Wij melden het."),
            ("Cc", "De buurt houdt een buurtbarbecue."),
        ],
        &[
            ("gestrooid", Some("aa")),
            ("opgehaald", Some("bb")),
            ("gemeld", Some("bb")),
            ("straatbarbecue", Some("cc")),
        ],
    );
}

#[test]
fn a_page_that_shares_only_a_fragment_of_a_word_is_no_result() {
    check(
        SearchLanguage::Dutch,
        &[
            ("Aa", "In dat jaar viel er veel sneeuw neer."),
            ("Bb", "De straat is open."),
            ("Cc", "Wij lezen een verslag voor."),
        ],
        &[
            ("jaarboek", None),
            ("abonneren", None),
            ("jaarboek straat", Some("bb")),
            ("straatboek", Some("bb")),
            ("jaarverslag", Some("cc")),
        ],
    );
}

#[test]
fn a_stop_word_that_is_the_question_is_found_and_marked() {
    let site = TestSite::new();
    for (name, title, text) in [
        (
            "aa",
            "Aa",
            "Ik word lid. Zij worden dat ook, hij wordt het.",
        ),
        ("bb", "Word of iets anders", "Een bestand maakt u met Word."),
        ("cc", "Cc", "Wat zij worden wordt wel duidelijk."),
    ] {
        let page = format!("+++\ntitle = \"{title}\"\nsummary = \"Xx.\"\n+++\n{text}\n");
        site.write(&format!("{name}.md"), page);
    }
    let compiled = compiled(&site.path(""), NOW.parse().expect("a moment"), None);
    let found = search(compiled.index.wait(), &Query::new("word"));
    let routes: Vec<&str> = found
        .hits
        .iter()
        .map(|hit| hit.page.route.as_str())
        .collect();
    assert_eq!(routes, ["/bb/", "/aa/"]);
    let marked = SnippetPart::Highlighted("Word".to_owned());
    assert!(found.hits[0].title.contains(&marked));
    assert!(found.hits[0].snippet.contains(&marked));
}
