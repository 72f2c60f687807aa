//! The build time, memory and latency of the search at three sizes of site:
//! `cargo bench --bench search`.
//!
//! The pages are those of the corpus that all measurements share, with a median of 500 words. They
//! are kept in `target/tmp`.
#![expect(clippy::print_stdout, reason = "the figures are the output")]

use std::fmt;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::atomic::AtomicBool;
use std::time::{Duration, Instant};

use noaber::content::{self, Content, Folders, SourceRetention};
use noaber::kinds::KINDS;
use noaber::problem::Report;
use noaber::search::corpus::Corpus;
use noaber::search::index::Index;
use noaber::search::query::Query;
use noaber::search::search;
use noaber::site::{self, Drafts};

/// Ordinary queries: names, compounds, questions, misspellings in one word and in all, prefixes,
/// long ones, and words of no page.
const QUERIES: &[&str] = &[
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

/// Expensive queries: twelve words that are all misspelt, that are compounds, that every page has,
/// that begin many others, that are quoted, and odd letters.
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

/// The number of times that each query is timed.
const ROUNDS: usize = 40;

fn main() {
    println!(
        "{:>7} {:>12} {:>14} {:>9} {:>9} {:>9}  the slowest query",
        "pages", "index", "bytes a page", "p50", "p99", "slowest"
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
    let content = content::load(&folders, KINDS, SourceRetention::Drop, None)
        .expect("the corpus makes a site");
    let corpus = corpus(&content);
    let before = resident_bytes();
    let index = build(&corpus);
    let after = resident_bytes();
    let cold = fastest(|| timed(|| build(&corpus)));
    let pages = index.pages().count();
    println!(
        "{pages:>7} {:>12} {:>14} {}",
        shown(cold),
        after.saturating_sub(before) / pages,
        Latencies::of(&index, QUERIES)
    );
    println!(
        "{:>7} {:>12} {:>14} {}",
        "hostile",
        "",
        "",
        Latencies::of(&index, HOSTILE)
    );
}

/// The latencies of queries, sorted.
struct Latencies(Vec<(Duration, &'static str)>);

impl Latencies {
    fn of(index: &Index, queries: &[&'static str]) -> Self {
        let mut times: Vec<_> = (0..ROUNDS)
            .flat_map(|_| queries)
            .map(|query| (timed(|| search(index, &Query::new(query)).total), *query))
            .collect();
        times.sort_unstable();
        Latencies(times)
    }
}

impl fmt::Display for Latencies {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let at = |share: f64| self.0[((self.0.len() - 1) as f64 * share) as usize];
        let (slowest, query) = at(1.0);
        let query: String = query.chars().take(60).collect();
        write!(
            out,
            "{:>9} {:>9} {:>9}  {query}",
            shown(at(0.5).0),
            shown(at(0.99).0),
            shown(slowest)
        )
    }
}

fn corpus(content: &Content) -> Corpus {
    let site = site::build(
        content,
        "2026-11-23T12:00:00Z".parse().expect("a moment"),
        Drafts::Hide,
        &mut Report::default(),
    );
    Corpus::of(&site, &site.interface_texts(), content.synonyms.clone())
}

fn build(corpus: &Corpus) -> Index {
    Index::build(corpus, &AtomicBool::new(false)).expect("nobody cancels it")
}

fn timed<T>(work: impl FnOnce() -> T) -> Duration {
    let begun = Instant::now();
    std::hint::black_box(work());
    begun.elapsed()
}

/// The memory of this process, as Linux tells it; elsewhere zero.
fn resident_bytes() -> usize {
    let status = fs::read_to_string("/proc/self/statm").unwrap_or_default();
    let pages = status
        .split(' ')
        .nth(1)
        .and_then(|pages| pages.parse::<usize>().ok());
    pages.unwrap_or(0) * 4096
}

fn fastest(mut measure: impl FnMut() -> Duration) -> Duration {
    (0..5).map(|_| measure()).min().expect("it was measured")
}

fn shown(time: Duration) -> String {
    format!("{:.2} ms", time.as_secs_f64() * 1000.0)
}
