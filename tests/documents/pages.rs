//! The pages of the small site, one of each kind, as they were last looked at, in
//! `tests/pages/expected/`: their `<main>`, and of one the whole frame.

use std::fs;
use std::sync::LazyLock;

use libtest_mimic::{Failed, Trial};

use crate::compare;
use crate::support::html::Document;
use crate::support::{BuiltSite, TestSite, project, without_digests};

const PAGES: &[(&str, &str)] = &[
    ("home", "/"),
    ("page", "/uitleg/"),
    ("page-below", "/uitleg/woorden/"),
    ("news-list", "/nieuws/"),
    ("news", "/nieuws/brug-open/"),
    ("theme-list", "/themas/"),
    ("theme", "/themas/wegen/"),
    ("municipality-list", "/gemeenten/"),
    ("municipality", "/gemeenten/oever/"),
    ("term-list", "/begrippen/"),
    ("term", "/begrippen/kade/"),
    ("question-list", "/vragen/"),
    ("question", "/vragen/zwemmen/"),
    ("index", "/a-z/"),
    ("overview", "/overzicht/"),
    ("patterns", "/patronen/"),
    ("not-found", "/404.html"),
];

/// The whole of one page, with its frame, and the files that are no page.
const WHOLE: &[(&str, &str)] = &[
    ("frame", "/nieuws/brug-open/"),
    ("feed", "/nieuws/feed.xml"),
    ("sitemap", "/sitemap.xml"),
    ("robots", "/robots.txt"),
    ("redirects", "/_redirects"),
];

static SITE: LazyLock<BuiltSite> = LazyLock::new(|| TestSite::new().build(&[]));

pub fn trials() -> Vec<Trial> {
    let trial = |name: &'static str, check: Box<dyn Fn() -> Result<(), Failed> + Send>| {
        Trial::test(format!("pages/{name}"), check)
    };
    let main = PAGES.iter().map(|(name, address)| {
        let check = move || {
            let page = SITE.read(address);
            let page = Document::parse(&page);
            let main = page.outer("main").ok_or("the page has a main part")?;
            compare_page(name, &format!("{main}\n"))
        };
        trial(name, Box::new(check))
    });
    let whole = WHOLE
        .iter()
        .map(|(name, address)| trial(name, Box::new(|| compare_page(name, &SITE.read(address)))));
    main.chain(whole).collect()
}

fn compare_page(name: &str, actual: &str) -> Result<(), Failed> {
    let path = project().join(format!("tests/pages/expected/{name}.txt"));
    let expected = fs::read_to_string(&path).unwrap_or_default();
    compare(&path, "", &expected, &without_digests(actual))
}
