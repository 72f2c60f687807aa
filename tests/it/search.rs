//! The search finds what people ask, on the real content.
//! `cargo test --test it search -- --nocapture` prints how well.
#![expect(
    clippy::print_stdout,
    reason = "how well it does is worth reading also when it is enough"
)]

use std::collections::BTreeMap;
use std::sync::LazyLock;

use noaber::content::Folders;
use noaber::search::language::SearchLanguage;
use noaber::search::query::Query;
use noaber::search::search;
use noaber::site::Drafts;
use noaber::{Compiled, compile};
use serde::Deserialize;

use crate::support::project;

/// The mean reciprocal rank of the wanted page, and the share of the queries with that page in the
/// first three.
const LEAST_MEAN: f64 = 0.94;
const LEAST_SHARE: f64 = 0.98;

static SITE: LazyLock<Compiled> = LazyLock::new(|| {
    let folders = Folders {
        content: project().join("content"),
        assets: project().join("static"),
    };
    compile(
        &folders,
        "2026-11-23T12:00:00Z".parse().expect("a moment"),
        Drafts::Hide,
        &noaber::CompileCache::default(),
    )
    .expect("the content makes a site")
});

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Wanted {
    q: String,
    first: Option<String>,
    #[serde(default)]
    among: Vec<String>,
}

impl Wanted {
    fn is(&self, route: &str) -> bool {
        self.first.as_deref() == Some(route) || self.among.iter().any(|other| other == route)
    }
}

/// Questions of residents, each with the address to which the answer above the results leads or,
/// without one, of the first result.
const RESIDENTS: [(&str, &str); 21] = [
    ("wat is SamenTwente", "/vragen/wat-doet-samentwente/"),
    ("wie bel ik over de regio", "/contact/"),
    ("wat doet de regio in Vasse", "/gemeenten/tubbergen/"),
    (
        "wanneer vergadert het bestuur",
        "/vragen/wanneer-vergadert-het-bestuur/",
    ),
    ("geld regio deal Hengelo", "/gemeenten/hengelo/"),
    ("evenementen Ootmarsum", "https://www.visittwente.nl/"),
    ("kaart", "/gemeenten/"),
    (
        "werken in Duitsland belasting",
        "/vragen/werken-in-duitsland/",
    ),
    ("wat is een regio deal", "/begrippen/regio-deal/"),
    ("nieuws uit Tubbergen volgen", "/nieuws/"),
    ("jaarverslag", "/documenten/"),
    ("besluiten 2019", "/documenten/"),
    ("in English", "/en/"),
    ("auf Deutsch", "/de/"),
    ("klacht indienen", "/vragen/bij-wie-moet-ik-zijn/"),
    (
        "is dit een officiële site",
        "/vragen/is-dit-een-site-van-de-overheid/",
    ),
    ("N35", "/themas/bereikbaarheid/"),
    ("geld voor scholing", "/vragen/scholing/"),
    ("windmolens bij mij", "/vragen/windmolens/"),
    ("GGD vaccinatie", "https://samentwente.nl/"),
    ("vuilniszakken", "/gemeenten/"),
];

#[test]
fn what_residents_ask_is_answered_or_said_to_be_elsewhere() {
    for (question, expected) in RESIDENTS {
        let query = Query {
            language: Some(SearchLanguage::Dutch),
            ..Query::new(question)
        };
        let found = search(SITE.index.wait(), &query);
        let answer = found.answers.first();
        let answer = answer.and_then(|answer| answer.link.as_ref());
        let page = found.hits.first().map(|hit| hit.page.route.as_str());
        let first = answer.map(|(_, address)| address.as_str()).or(page);
        assert_eq!(first, Some(expected), "{question}");
        assert!(found.unmatched.is_empty(), "{question}");
    }
}

#[test]
fn people_find_the_page_they_ask_for() {
    let text = std::fs::read_to_string(project().join("tests/search/queries.toml"))
        .expect("the questions are there");
    let groups: BTreeMap<String, Vec<Wanted>> =
        toml::from_str(&text).expect("the questions are valid");
    let (mut asked, mut sum, mut near) = (0, 0.0, 0);
    let mut missed = String::new();
    for (group, questions) in &groups {
        let (mut group_sum, mut group_near) = (0.0, 0);
        let language = Some(match group.as_str() {
            "german" => SearchLanguage::German,
            "english" => SearchLanguage::English,
            _ => SearchLanguage::Dutch,
        });
        for wanted in questions {
            let found = search(
                SITE.index.wait(),
                &Query {
                    language,
                    ..Query::new(&wanted.q)
                },
            );
            let rank = found
                .hits
                .iter()
                .position(|hit| wanted.is(hit.page.route.as_str()))
                .map(|at| at + 1);
            group_sum += rank.map_or(0.0, |rank| 1.0 / rank as f64);
            group_near += usize::from(rank.is_some_and(|rank| rank <= 3));
            if rank != Some(1) && (wanted.first.is_some() || rank.is_none_or(|rank| rank > 3)) {
                let first: Vec<&str> = found
                    .hits
                    .iter()
                    .take(3)
                    .map(|hit| hit.page.route.as_str())
                    .collect();
                missed.push_str(&format!(
                    "  {group}: `{}` has its page at {rank:?}; first come {first:?}\n",
                    wanted.q
                ));
            }
        }
        let count = questions.len() as f64;
        println!(
            "{group:16} {:3} questions  MRR {:.3}  in the first three {:.1} %",
            questions.len(),
            group_sum / count,
            100.0 * group_near as f64 / count
        );
        (asked, sum, near) = (asked + questions.len(), sum + group_sum, near + group_near);
    }
    let (mean, share) = (sum / asked as f64, near as f64 / asked as f64);
    println!(
        "{:16} {asked:3} questions  MRR {mean:.3}  in the first three {:.1} %\n{missed}",
        "all",
        100.0 * share
    );
    assert!(asked >= 120, "there are {asked} questions");
    assert!(
        mean >= LEAST_MEAN && share >= LEAST_SHARE,
        "MRR {mean:.3}, {:.1} % in the first three:\n{missed}",
        100.0 * share
    );
}
