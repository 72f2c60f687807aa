//! After any row of edits the index that took over what it could answers as one that was made anew, to the last digit.

use noaber::content::Folders;
use noaber::search::query::Query;
use noaber::search::search;
use noaber::site::Drafts;
use noaber::{Compiled, compile};

use crate::support::TestSite;
use crate::support::rng::SeededRng;

/// How many pages the site has beside the real ones: more than fit in the segment that small changes go into.
const PAGES: usize = 300;

/// How many times some pages are edited, how often the answers are compared, and how many pages are edited at the most at one time.
const EDITS: usize = 12;
const COMPARED: usize = 4;
const AT_A_TIME: usize = 90;

const WORDS: [&str; 16] = [
    "arbeidsmarkt",
    "kanaal",
    "fietspad",
    "fietsroute",
    "gemeente",
    "gemeenten",
    "markt",
    "arbeid",
    "scholingscheque",
    "zwaluw",
    "woningbouwproject",
    "woning",
    "trein",
    "openbaar",
    "vervoer",
    "molen",
];

const QUESTIONS: [&str; 14] = [
    "arbeidsmarkt",
    "markt voor arbeid",
    "kanalen",
    "fiets",
    "gemeentn",
    "scholing cheque",
    "zwaluw",
    "woningbouw",
    "ov",
    "\"openbaar vervoer\"",
    "trein enschede",
    "zonsverduistering",
    "mole",
    "regio deal",
];

/// A page of words drawn by chance.
fn page(rng: &mut SeededRng, number: usize) -> String {
    let mut words = |count: usize| {
        (0..count)
            .map(|_| *rng.choose(&WORDS))
            .collect::<Vec<_>>()
            .join(" ")
    };
    let (title, summary, text, heading) = (words(2), words(6), words(40), words(2));
    format!(
        "+++\ntitle = \"{title} {number}\"\nsummary = \"Over {summary}.\"\n+++\nEerst {text}.\n\n## {heading}\n\nEn {text} {summary}.\n"
    )
}

fn compiled(copy: &TestSite, previous: Option<&Compiled>) -> Compiled {
    let folders = Folders {
        content: copy.path(""),
        assets: copy.path("../static"),
    };
    compile(
        &folders,
        "2026-11-23T12:00:00Z".parse().expect("a moment"),
        Drafts::Hide,
        &previous.map(|last| last.parsed.clone()).unwrap_or_default(),
    )
    .expect("a site")
}

/// What a site answers to every question: each hit with its score, what it may have meant, and how hits divide.
fn answers(compiled: &Compiled) -> Vec<String> {
    let answer = |question: &&str| {
        let found = search(&compiled.index, &Query::new(question));
        let hits: Vec<_> = found
            .hits
            .iter()
            .map(|hit| {
                (
                    hit.page.route.to_string(),
                    hit.score.to_bits(),
                    &hit.passage,
                )
            })
            .collect();
        format!(
            "{question}: {} {:?} {:?} {hits:?}",
            found.total, found.suggestion, found.facets
        )
    };
    QUESTIONS.iter().map(answer).collect()
}

#[test]
fn after_any_row_of_edits_the_answers_are_those_of_an_index_made_anew() {
    let copy = TestSite::of_real_content();
    let mut rng = SeededRng(20_261_123);
    for number in 0..PAGES {
        copy.write(&format!("veel/pagina-{number}.md"), page(&mut rng, number));
    }
    let mut last = compiled(&copy, None);
    for edit in 0..EDITS {
        for _ in 0..=rng.below(AT_A_TIME) {
            let number = rng.below(PAGES + 20);
            let file = format!("veel/pagina-{number}.md");
            match rng.below(5) {
                0 => _ = std::fs::remove_file(copy.path(&file)),
                _ => copy.write(&file, page(&mut rng, number)),
            }
        }
        last = compiled(&copy, Some(&last));
        if edit % COMPARED == COMPARED - 1 {
            assert_eq!(
                answers(&last),
                answers(&compiled(&copy, None)),
                "after edit {edit}"
            );
        }
    }
}
