//! What the search costs to make and to ask, at three sizes of site: `cargo bench --bench search`.
//!
//! The pages are those of the corpus that all measurements share, with a median of 500 words. They are kept in `target/tmp`.
#![expect(clippy::print_stdout, reason = "the figures are the output")]

use std::fmt;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use noaber::content::{self, Content, Folders, SourceRetention};
use noaber::kinds::KINDS;
use noaber::problem::Report;
use noaber::search::query::Query;
use noaber::search::{Corpus, Index, search};
use noaber::site::{self, Drafts};

/// What is asked in turn: names, compounds, questions, mistakes in one word and in all, beginnings, long ones, and what is nowhere.
const QUESTIONS: &[&str] = &[
    "arbeidsmarkt",
    "wie doet wat in de regio",
    "agenda omgeving",
    "regiodeal",
    "bereikbaarhijd",
    "arbeidsmrkt scholling subsitie fitspad",
    "hoe kom ik aan een cheque voor scholing in de gemeente",
    "gemeente",
    "\"de gemeente\" water",
    "werkgelegenheidscijfers",
    "samenw",
    "xyzzyplugh",
    "economie energie vervoer gezondheid onderwijs wonen grens afval",
];

/// What costs most to answer: twelve words that are all misspelt, that the site can take apart, that stand on every page, that begin
/// a great many others, in quotation marks, and letters that nobody types.
const HOSTILE: &[&str] = &[
    "woningbouwprojeckt gezondheitsnetwerk vervoersakoord opleidingsfons natuuronderzoeck klimaatprograma \
     jeugdinitatief wijkoverlech kanaaltrajekt regioplatvorm sportconvenand spoorbudjet",
    "woningbouwklimaatregioplan gezondheidskennisproject vervoersruimteloket opleidingstechniekfonds warmtekanaalprogramma \
     erfgoedmilieubeleid buurtsportakkoord wijkstadsgebied fietsschoolonderzoek landschapsoverleg",
    "gemeente regio provincie bestuur plan project fonds onderzoek water werk energie school",
    "gemeenten regios besturen plannen projecten fondsen onderzoeken wateren werken scholen wegen wijken",
    "de het een van en in op aan met voor naar over",
    "\"de gemeente\" \"de regio\" \"het bestuur\" \"van de\" \"in de\" \"voor de\"",
    "\"de de de de de de de de de de de de\"",
    "e n a r t i o s d l g v",
    "ver bes pro reg gem ont wer won bew lan sch sta",
    "eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn projectprojectprojectproject",
    "ﷺﷺﷺﷺﷺﷺ İstanbul Straße é́́́́́́n 👨‍👩‍👧",
    "pl",
    "s",
];

/// How often all of them are asked.
const ROUNDS: usize = 40;

fn main() {
    println!(
        "{:>7} {:>12} {:>12} {:>14} {:>9} {:>9} {:>9}  the slowest question",
        "pages", "index, cold", "one changed", "bytes a page", "p50", "p99", "slowest"
    );
    for pages in [100, 1_000, 10_000] {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("corpus-{pages}"));
        if !folder.exists() {
            let mut corpus = Command::new(env!("CARGO"));
            corpus
                .args([
                    "run",
                    "--quiet",
                    "--release",
                    "--example",
                    "corpus",
                    "--",
                    &pages.to_string(),
                ])
                .arg(&folder);
            assert!(
                corpus.status().is_ok_and(|status| status.success()),
                "the corpus is written"
            );
        }
        measure(&folder.join("noaber"));
    }
}

fn measure(root: &Path) {
    let folders = Folders {
        content: root.join("content"),
        assets: root.join("static"),
    };
    let before = content::load(&folders, KINDS, SourceRetention::Drop, None)
        .expect("the corpus makes a site");
    let (index, _) = made(&before, None);
    let cold = fastest(|| made(&before, None).1);
    let file = folders.content.join("dossiers/dossier-1/pagina-0.md");
    let text = fs::read_to_string(&file).expect("the page is there");
    fs::write(&file, format!("{text}\nNog een zin over zwaluwstaarten.\n"))
        .expect("the page can be written");
    let after = content::load(&folders, KINDS, SourceRetention::Drop, Some(&before))
        .expect("the corpus makes a site");
    fs::write(&file, text).expect("the page can be written");
    let changed = fastest(|| made(&after, Some(&index)).1);
    let pages = index.pages().count();
    println!(
        "{pages:>7} {:>12} {:>12} {:>14} {}",
        shown(cold),
        shown(changed),
        index.bytes() / pages,
        Answers::of(&index, QUESTIONS)
    );
    println!(
        "{:>7} {:>12} {:>12} {:>14} {}",
        "hostile",
        "",
        "",
        "",
        Answers::of(&index, HOSTILE)
    );
}

/// How long questions took, and which of them took longest.
struct Answers(Vec<(Duration, &'static str)>);

impl Answers {
    fn of(index: &Index, questions: &[&'static str]) -> Self {
        let mut times: Vec<_> = (0..ROUNDS)
            .flat_map(|_| questions)
            .map(|question| (asked(index, question), *question))
            .collect();
        times.sort_unstable();
        Answers(times)
    }
}

impl fmt::Display for Answers {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let at = |share: f64| self.0[((self.0.len() - 1) as f64 * share) as usize];
        let (slowest, question) = at(1.0);
        let question: String = question.chars().take(60).collect();
        write!(
            out,
            "{:>9} {:>9} {:>9}  {question}",
            shown(at(0.5).0),
            shown(at(0.99).0),
            shown(slowest)
        )
    }
}

fn made(content: &Content, previous: Option<&Index>) -> (Index, Duration) {
    let site = site::build(
        content,
        "2026-11-23T12:00:00Z".parse().expect("a moment"),
        Drafts::Hide,
        &mut Report::default(),
    );
    let begun = Instant::now();
    let index = Index::new(Corpus::of(&site, content.synonyms.clone()), previous);
    (index, begun.elapsed())
}

fn asked(index: &Index, question: &str) -> Duration {
    let begun = Instant::now();
    std::hint::black_box(search(index, &Query::new(question)).total);
    begun.elapsed()
}

fn fastest(mut measure: impl FnMut() -> Duration) -> Duration {
    (0..5).map(|_| measure()).min().expect("it was measured")
}

fn shown(time: Duration) -> String {
    format!("{:.2} ms", time.as_secs_f64() * 1000.0)
}
