//! The small site as its readers get it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use crate::support::html::Document;
use crate::support::{TestSite, noaber, run};

const BASE: &str = "https://streek.example";

/// The files of the built site by their address.
static FILES: LazyLock<BTreeMap<String, String>> =
    LazyLock::new(|| TestSite::new().build(&[]).files());

/// The pages among the files of a built site.
fn pages(files: &BTreeMap<String, String>) -> impl Iterator<Item = (&str, Document<'_>)> {
    files
        .iter()
        .filter(|(address, _)| address.ends_with('/'))
        .map(|(address, html)| (address.as_str(), Document::parse(html)))
}

/// Asserts that every link within the site has a target, and that every page but the first is one.
pub fn assert_links_lead_somewhere(files: &BTreeMap<String, String>) {
    let ids: BTreeMap<&str, Vec<String>> = pages(files)
        .map(|(address, page)| (address, page.attributes("*", "id")))
        .collect();
    let mut linked = BTreeSet::new();
    for (address, page) in pages(files) {
        let mut links = page.attributes("*", "href");
        links.extend(page.attributes("*", "src"));
        for link in links {
            let (path, fragment) = link.split_once('#').unwrap_or((&link, ""));
            let path = path.split('?').next().unwrap_or(path);
            if !path.is_empty() && !path.starts_with('/') {
                let schemes = ["https://", "http://", "mailto:", "tel:"];
                assert!(
                    schemes.iter().any(|scheme| path.starts_with(scheme)),
                    "{address} links to {link}"
                );
                continue;
            }
            let path = if path.is_empty() { address } else { path };
            assert!(
                files.contains_key(path),
                "{address} links to {link}, which is not there"
            );
            let has_part = |ids: &Vec<String>| ids.iter().any(|id| id == fragment);
            assert!(
                fragment.is_empty() || ids.get(path).is_some_and(has_part),
                "{address} links to {link}, which has no such part"
            );
            if path != address {
                linked.insert(path.to_owned());
            }
        }
    }
    for (address, _) in pages(files) {
        // Whoever works on the parts knows where the patterns are; nobody else needs them.
        assert!(
            ["/", "/patronen/"].contains(&address) || linked.contains(address),
            "no page links to {address}"
        );
    }
}

/// Asserts that every page has one title, which no other has, one address, and no id twice.
pub fn assert_frames(files: &BTreeMap<String, String>, base: &str) {
    let mut titles = BTreeMap::new();
    for (address, page) in pages(files) {
        assert_eq!(page.count("h1"), 1, "{address}");
        assert_eq!(page.count("main"), 1, "{address}");
        let title = page.texts("title").concat();
        if let Some(other) = titles.insert(title.clone(), address) {
            panic!("{address} and {other} are both called {title}");
        }
        let ids = page.attributes("*", "id");
        assert_eq!(
            ids.iter().collect::<BTreeSet<_>>().len(),
            ids.len(),
            "{address} has an id twice: {ids:?}"
        );
        if !is_hidden(&page) {
            assert_eq!(
                page.attributes("link[rel=canonical]", "href"),
                [format!("{base}{address}")],
                "{address}"
            );
        }
    }
}

/// Asserts that the site map has every page that search engines may show, once.
pub fn assert_map_lists_every_page(files: &BTreeMap<String, String>, base: &str) {
    let map = Document::parse(&files["/sitemap.xml"]);
    let mut listed = map.texts("loc");
    listed.sort();
    let mut expected: Vec<String> = pages(files)
        .filter(|(_, page)| !is_hidden(page))
        .map(|(address, _)| format!("{base}{address}"))
        .collect();
    expected.sort();
    assert_eq!(listed, expected);
}

/// True if search engines are told not to show this page.
fn is_hidden(page: &Document) -> bool {
    page.attributes("meta[name=robots]", "content")
        .concat()
        .contains("noindex")
}

#[test]
fn every_link_leads_somewhere_and_every_page_is_linked() {
    assert_links_lead_somewhere(&FILES);
}

#[test]
fn every_page_has_one_title_one_address_and_no_id_twice() {
    assert_frames(&FILES, BASE);
    for (address, page) in pages(&FILES) {
        let language = address.split('/').nth(1).filter(|part| part.len() == 2);
        assert_eq!(
            page.attributes("html", "lang"),
            [language.unwrap_or("nl")],
            "{address}"
        );
        assert_eq!(
            page.count(".alert") > 0,
            language.is_none(),
            "{address}: the announcement is in Dutch"
        );
    }
}

#[test]
fn the_site_map_lists_every_page_once_with_the_date_of_its_last_change() {
    assert_map_lists_every_page(&FILES, BASE);
    let map = &FILES["/sitemap.xml"];
    assert!(map.contains("/nieuws/brug-open/</loc><lastmod>2026-02-03</lastmod>"));
    assert!(
        map.contains("/uitleg/</loc><lastmod>2026-03-04</lastmod>"),
        "it tells what happened later"
    );
}

/// The targets of the links in the main part of a page.
fn links_in_main(address: &str) -> Vec<String> {
    let page = Document::parse(&FILES[address]);
    let main = page.outer("main").expect("a page has a main part");
    Document::parse(main).attributes("a", "href")
}

#[test]
fn news_stands_on_the_pages_of_its_themes_and_municipalities() {
    for (address, link) in [
        ("/themas/wegen/", "/nieuws/brug-open/"),
        ("/nieuws/brug-open/", "/themas/wegen/"),
        ("/gemeenten/oever/", "/nieuws/brug-open/"),
        ("/nieuws/brug-open/", "/gemeenten/oever/"),
    ] {
        let links = links_in_main(address);
        assert!(
            links.iter().any(|href| href == link),
            "{address}: {links:?}"
        );
    }
}

#[test]
fn the_news_is_paged_and_has_archives_by_year_and_by_theme() {
    for address in [
        "/nieuws/",
        "/nieuws/pagina/2/",
        "/nieuws/2024/",
        "/nieuws/thema/wegen/",
    ] {
        assert!(FILES.contains_key(address), "{address}");
    }
    assert!(
        !FILES.contains_key("/nieuws/pagina/1/"),
        "the first page has one address"
    );
    let links = links_in_main("/nieuws/2024/");
    assert!(links.contains(&"/nieuws/strand-schoon/".to_owned()));
    assert!(!links.contains(&"/nieuws/brug-open/".to_owned()));
}

#[test]
fn the_feed_holds_the_latest_news_with_absolute_addresses() {
    let site = TestSite::new();
    for day in 10..30 {
        let page = format!(
            "+++\ntitle = \"Dag {day}\"\nsummary = \"Nieuws van dag {day}.\"\n\
             date = 2026-04-{day}\n+++\nZie [contact](../contact.md).\n"
        );
        site.write(&format!("nieuws/2026-04-{day}-dag-{day}.md"), page);
    }
    let feed = site.build(&[]).read("/nieuws/feed.xml");
    // Older ones stand in archives of twenty, so the feed has from twenty to forty.
    assert!((20..40).contains(&Document::parse(&feed).count("entry")));
    assert!(feed.contains("<updated>2026-04-29T00:00:00+02:00</updated>"));
    assert!(
        !feed.contains("href=&quot;/"),
        "no address in the feed is relative"
    );
}

#[test]
fn commands_say_what_they_cannot_do() {
    let missing = run(&["check", "--content", "no-such-folder"]);
    assert_eq!(missing.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&missing.stderr).contains("no-such-folder"));
    assert_eq!(
        run(&["check", "--colour"]).status.code(),
        Some(2),
        "unknown options are errors"
    );
    let from_environment = noaber(&["check"])
        .env("NOABER_CONTENT", "no-such-folder")
        .output()
        .expect("the binary starts");
    assert_eq!(
        from_environment.status.code(),
        Some(2),
        "every option is also a variable"
    );
}

#[test]
fn an_alert_about_a_municipality_stands_on_its_page_and_on_pages_that_name_it() {
    let copy = TestSite::new();
    let alerts = copy.read("meldingen.toml").replacen(
        "[[alert]]\n",
        "[[alert]]\non = [\"gemeenten/oever.md\", \"uitleg/woorden.md\"]\n",
        1,
    );
    copy.write("meldingen.toml", alerts);
    let page = "+++\ntitle = \"Bericht\"\nsummary = \"Over Oever.\"\ndate = 2026-03-03\nmunicipalities = [\"oever\"]\n+++\nTekst.\n";
    copy.write("nieuws/2026-03-03-bericht.md", page);
    let files = copy.build(&[]).files();
    let alerted: Vec<&str> = files
        .iter()
        .filter(|(address, html)| {
            address.ends_with('/')
                && !["/patronen/", "/meldingen/"].contains(&address.as_str())
                && Document::parse(html).count(".alert") > 0
        })
        .map(|(address, _)| address.as_str())
        .collect();
    assert_eq!(
        alerted,
        [
            "/gemeenten/oever/",
            "/nieuws/afspraken-getekend/",
            "/nieuws/bericht/",
            "/nieuws/brug-open/",
            "/nieuws/dijk-wordt-hoger/",
            "/nieuws/gemeenten/oever/",
            "/nieuws/markt-op-de-kade/",
            "/nieuws/school-begint/",
            "/nieuws/veerpont-vaart-weer/",
            "/uitleg/woorden/"
        ]
    );
}
