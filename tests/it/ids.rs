//! The ids of a page: an address with `#` leads to one element.

use std::collections::BTreeSet;

use crate::support::html::Document;
use crate::support::{BuiltSite, TestSite};

/// A page of each kind.
const PAGES: &[&str] = &[
    "begrippen/index.md",
    "begrippen/kade.md",
    "contact.md",
    "gemeenten/duin.md",
    "gemeenten/index.md",
    "index.md",
    "nieuws/2026-02-03-brug-open.md",
    "nieuws/index.md",
    "themas/index.md",
    "themas/wegen.md",
    "uitleg/alles.md",
    "uitleg/woorden.md",
];

/// The ids of each page, in their order.
fn ids(site: &BuiltSite) -> Vec<(String, Vec<String>)> {
    let pages = site
        .files()
        .into_iter()
        .filter(|(address, _)| address.ends_with('/'));
    pages
        .map(|(address, html)| {
            let ids = Document::parse(&html).attributes("*", "id");
            (address, ids)
        })
        .collect()
}

#[test]
fn no_heading_or_term_gets_an_id_that_its_page_has_already() {
    let site = TestSite::new();
    // Whatever a page can have beside its headings.
    let alles = "+++\ntitle = \"Alles\"\nsummary = \"Alles.\"\nbrief = [\"Kort.\"]\n\
                   [[contacts]]\nname = \"Loket\"\n[[sources]]\ntitle = \"Bron\"\n\
                   address = \"https://bron.example\"\n[[downloads]]\ntitle = \"Schip\"\n\
                   file = \"../../static/beeld/schip.svg\"\n+++\nTekst.[^1]\n\n[^1]: Noot.\n";
    site.write("uitleg/alles.md", alles);
    let below = alles.replace("Alles", "Onder");
    site.write(
        "uitleg/alles/onder.md",
        below.replace("../../", "../../../"),
    );
    let used: BTreeSet<String> = ids(&site.build(&[]))
        .into_iter()
        .flat_map(|(_, ids)| ids)
        .collect();
    for known in [
        "s-below",
        "fn-1",
        "fnref-1",
        "s-contact-1",
        "zoek",
        "vraag",
        "inhoud",
        "s-brief",
        "letter-b",
    ] {
        assert!(used.contains(known), "the site has #{known}");
    }
    let headings: String = used
        .iter()
        .map(|id| format!("\n## {}\n\nTekst.\n", id.replace('-', " ")))
        .collect();
    for file in PAGES {
        site.write(file, site.read(file) + &headings);
    }
    for term in ["zoek", "vraag", "inhoud"] {
        site.write(
            &format!("begrippen/{term}.md"),
            format!("+++\ntitle = \"{term}\"\nsummary = \"Een woord.\"\n+++\n"),
        );
    }
    for (address, ids) in ids(&site.build(&[])) {
        let mut seen = BTreeSet::new();
        let twice: Vec<&String> = ids.iter().filter(|id| !seen.insert(*id)).collect();
        assert!(twice.is_empty(), "{address} has {twice:?} twice");
    }
}
