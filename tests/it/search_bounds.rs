//! Whatever is asked, the search answers, with a bounded effort and text that can be shown.

use std::sync::LazyLock;

use noaber::Compiled;
use noaber::html::Html;
use noaber::search::query::Query;
use noaber::search::score::terms::QueryBudget;
use noaber::search::search;
use noaber::search::snippet::SnippetPart;
use noaber::snapshot::Answer;
use proptest::prelude::*;

use crate::support::rng::SeededRng;
use crate::support::{NOW, TestSite, compiled};

/// Words of the site, and of the questions about it.
const WORDS: &[&str] = &[
    "arbeidsmarkt",
    "bereikbaarheid",
    "bestuur",
    "bedrijf",
    "cheque",
    "de",
    "deal",
    "duitsland",
    "een",
    "en",
    "energie",
    "fonds",
    "gemeente",
    "grens",
    "het",
    "in",
    "kanaal",
    "landschap",
    "netwerk",
    "omgevingsagenda",
    "onderzoek",
    "opleiding",
    "overleg",
    "plan",
    "project",
    "provincie",
    "regio",
    "scholing",
    "sport",
    "techniek",
    "trein",
    "van",
    "vervoer",
    "water",
    "werk",
    "werkgever",
    "woningbouw",
];

/// The small site with pages of these words beside its own, a thousand together.
static LARGE: LazyLock<(TestSite, Compiled)> = LazyLock::new(|| {
    let site = TestSite::new();
    let mut rng = SeededRng(1);
    for number in 0..970 {
        let words: Vec<&str> = (0..200).map(|_| *rng.choose(WORDS)).collect();
        let paragraphs: Vec<String> = words.chunks(40).map(|part| part.join(" ") + ".").collect();
        let text = format!(
            "+++\ntitle = \"Pagina woord{number}\"\nsummary = \"Over getal{} en woord{number}.\"\n+++\n{}\n\n\
             Nog een eigenwoord{number}.\n",
            number % 97,
            paragraphs.join("\n\n")
        );
        site.write(&format!("veel/pagina-{number}.md"), text);
    }
    let compiled = compiled(&site.path(""), NOW.parse().expect("a moment"), None);
    assert!(compiled.index.wait().pages().count() >= 1000);
    (site, compiled)
});

/// Questions that people or machines may send: words of the site, whole, cut or misspelt, and any
/// characters at all.
fn questions() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        3 => prop::sample::select(vec!["arbeidsmarkt", "regio", "deal", "omgevingsagenda", "twente", "de", "en", "grens", "e", "en", "ing", "gemeente"]).prop_map(str::to_owned),
        2 => "[a-z]{1,12}",
        1 => "[a-zA-Zéüß0-9'’\"“” .,\\-]{0,20}",
        1 => any::<String>(),
    ];
    prop::collection::vec(word, 0..24).prop_map(|words| words.join(" "))
}

/// Questions that cost much: twelve words that are misspelt, made of others or on every page, that
/// begin many others, and odd letters.
const COSTLY: [&str; 9] = [
    "arbeidsmarktprojeckt bereikbaarheidsnetwerk vervoersakoord opleidingsfons natuuronderzoeck klimaatprograma \
     jeugdinitatief regioplatvorm sportconvenand gemeentebudjet energiestratgie scholingscheqeu",
    "arbeidsmarktbereikbaarheid vervoersruimteloket opleidingstechniekfonds gemeenteprovinciebestuur regiodealagenda \
     omgevingsplan werkgeversoverleg woningbouwakkoord treinkanaalweg scholingsfondscheque grensbelemmeringsoverleg bedrijfsgebied",
    "gemeente regio provincie bestuur plan werk scholing fonds twente duitsland trein bedrijf",
    "de het een van en in op aan met voor naar over",
    "e n a r t i o s d l g v",
    "ver bes pro reg gem ont wer woo bed lan sch sta",
    "eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee woordwoordwoordwoordwoord paginapaginapaginapagina",
    "ᝐ𐔔s",
    "ﷺﷺﷺﷺﷺﷺ İstanbul Straße é́́́́́́n 👨‍👩‍👧",
];

#[test]
fn a_costly_question_takes_no_more_than_a_bounded_effort() {
    for text in COSTLY {
        let QueryBudget {
            lookups,
            scored,
            compared,
        } = search(LARGE.1.index.wait(), &Query::new(text)).budget;
        let most = QueryBudget::MAX;
        assert!(
            lookups <= most.lookups && scored <= most.scored && compared <= most.compared,
            "{text}"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 160, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_question_is_answered_with_text_that_can_be_shown(text in questions(), page in 1usize..50, year in prop::option::of(any::<i16>())) {
        let index = LARGE.1.index.wait();
        let filters = year.map(|year| ("year", year.to_string())).into_iter().collect();
        let query = Query { page, filters, ..Query::new(&text) };
        let found = search(index, &query);
        prop_assert!(found.hits.len() <= noaber::search::PAGE_LENGTH && found.page <= found.pages);
        for hit in &found.hits {
            let title: String = hit.title.iter().map(|piece| match piece { SnippetPart::Plain(text) | SnippetPart::Highlighted(text) => text.as_str() }).collect();
            prop_assert_eq!(&title, &hit.page.meta.title);
            prop_assert!(hit.scored.score().is_finite() && hit.scored.score() > 0.0);
            let mut source = format!("{}\n", hit.page.meta.summary);
            hit.page.body.blocks.iter().for_each(|block| source.push_str(&format!("{}\n", block.text)));
            // The facts of a municipality are no part of its text; a visitor finds them on the
            // page.
            if let Some(Answer::Stored(page)) = LARGE.1.snapshot.get(hit.page.route.as_str()) {
                source.push_str(&String::from_utf8_lossy(&page.body()));
            }
            // There they stand as items of a list, which begin with a capital.
            let source = source.to_lowercase();
            let words: Vec<&str> = source.split(|c: char| !c.is_alphanumeric()).collect();
            for piece in &hit.snippet {
                let (SnippetPart::Plain(text) | SnippetPart::Highlighted(text)) = piece;
                prop_assert!(!text.is_empty());
                let html = Html::text(text);
                prop_assert!(!html.as_str().contains(['<', '>', '"']));
            }
            let passage: String = hit.snippet.iter().map(|piece| match piece { SnippetPart::Plain(text) | SnippetPart::Highlighted(text) => text.as_str() }).collect();
            for word in passage.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
                prop_assert!(words.contains(&&*word.to_lowercase()), "{word:?} is a whole word of the page");
            }
        }
    }

    #[test]
    fn the_same_question_has_the_same_answer(text in questions()) {
        let index = LARGE.1.index.wait();
        let answer = || search(index, &Query::new(&text)).hits.iter().map(|hit| (hit.page.route.to_string(), hit.scored.score().to_bits())).collect::<Vec<_>>();
        prop_assert_eq!(answer(), answer());
    }
}

/// Texts that people or machines may leave in a page: any characters, marks without letters, and
/// words without end.
fn texts() -> impl Strategy<Value = String> {
    let text = prop_oneof![
        any::<String>(),
        "[\u{300}-\u{345}a-eé'’.~-]{0,40}",
        ("[a-zßﷺİ]{1,3}", 1usize..9_000).prop_map(|(letters, times)| letters.repeat(times)),
        prop::collection::vec("\\PC{0,12}", 0..60).prop_map(|words| words.join(" ")),
    ];
    prop::collection::vec(text, 1..5).prop_map(|texts| texts.join("\n\n"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_of_a_page_keeps_the_others_from_being_found(pages in prop::collection::vec((texts(), texts()), 12)) {
        let site = TestSite::new();
        for (number, (title, text)) in pages.iter().enumerate() {
            let title = toml::Value::String(format!("Bladzijde {title}"));
            site.write(&format!("veel/pagina-{number}.md"), format!("+++\ntitle = {title}\nsummary = \"Veel.\"\n+++\n{text}\n"));
        }
        let compiled = compiled(&site.path(""), NOW.parse().expect("a moment"), None);
        let first = search(compiled.index.wait(), &Query::new("oever")).hits.first().map(|hit| hit.page.route.to_string());
        prop_assert_eq!(first.as_deref(), Some("/gemeenten/oever/"));
    }
}
