//! Pages in another language than the site's own: all that stands around them is in it, and each
//! version leads to the others.

use crate::support::html::Document;
use crate::support::{Server, TestSite, run};

fn page(title: &str, keys: &str, text: &str) -> String {
    format!(
        "+++\ntitle = \"{title}\"\nsummary = \"Worum es hier geht: {title}.\"\nowner = \"redactie\"\n{keys}+++\n{text}\n"
    )
}

fn start(copy: &TestSite) -> Server {
    Server::start(&[
        "--no-watch",
        "--now",
        "2026-11-23T12:00:00Z",
        "--content",
        &copy.content(),
    ])
}

#[test]
fn all_around_a_page_is_in_its_language() {
    let copy = TestSite::new();
    let reply = start(&copy).get("/de/wasser/");
    let text = reply.text();
    assert_eq!(reply.header("content-language"), Some("de"));
    for part in [
        "<html lang=\"de\">",
        "<a class=\"site-name\" href=\"/de/\">",
        "<form action=\"/de/suche/\" method=\"get\">",
        "<li><a href=\"/de/wasser/\" aria-current=\"page\">Wasser</a></li>",
        "<p>Ein Beispiel.</p>",
        "2.\u{a0}März\u{a0}2026",
        "<li><a href=\"/de/\">Startseite</a></li>",
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
    assert!(
        !text.contains("class=\"alert"),
        "an alert in Dutch says nothing to whoever reads German: {text}"
    );
    assert!(
        !text.contains("s-themes") && !text.contains("s-words") && !text.contains("term-link"),
        "{text}"
    );
    assert!(
        !text.contains("Zoek"),
        "no Dutch word is left around it: {text}"
    );
}

#[test]
fn a_crisis_is_told_in_every_language_and_marked_as_the_dutch_that_it_is() {
    let copy = TestSite::new();
    copy.write(
        "meldingen.toml",
        copy.read("meldingen.toml")
            .replace("level = \"warning\"", "level = \"crisis\""),
    );
    let text = start(&copy).get("/de/wasser/").text();
    assert!(
        text.contains("class=\"alert alert--crisis\" lang=\"nl\"")
            && text.contains(" (Nederlands)</p>"),
        "{text}"
    );
}

#[test]
fn the_way_to_another_language_keeps_the_question_and_the_own_language_is_no_link() {
    let copy = TestSite::new();
    let server = start(&copy);
    let text = server.get("/zoeken/?q=wat+nu%3F").text();
    assert!(
        text.contains("<a href=\"/de/suche/?q=wat+nu%3F\" lang=\"de\" hreflang=\"de\">DE<span class=\"visually-hidden\"> Deutsch</span></a>"),
        "{text}"
    );
    assert!(
        text.contains("<span lang=\"nl\" aria-current=\"true\">NL<span class=\"visually-hidden\"> Nederlands</span></span>"),
        "{text}"
    );
    assert!(
        server
            .get("/zoeken/")
            .text()
            .contains("<a href=\"/de/suche/\" lang=\"de\"")
    );
}

#[test]
fn a_browser_can_offer_the_search_in_each_language() {
    let copy = TestSite::new();
    let server = start(&copy);
    assert!(server.get("/de/wasser/").text().contains(
        "<link rel=\"search\" type=\"application/opensearchdescription+xml\" title=\"Streek aan zee\" href=\"/de/opensearch.xml\">"
    ));
    let description = server.get("/de/opensearch.xml").text();
    for part in [
        "<Description>Worum es hier geht: die Gegend am Meer.</Description>",
        "<Language>de</Language>",
        "/de/suche/?q={searchTerms}",
    ] {
        assert!(description.contains(part), "{part} in {description}");
    }
}

#[test]
fn every_version_of_a_page_leads_to_the_others_and_no_other_page_claims_to() {
    let copy = TestSite::new();
    let server = start(&copy);
    let alternates = |path: &str| -> Vec<String> {
        let text = server.get(path).text();
        let page = Document::parse(&text);
        let links = page.attributes("link[hreflang]", "href");
        let languages = page.attributes("link[hreflang]", "hreflang");
        languages
            .into_iter()
            .zip(links)
            .map(|(language, link)| format!("{language} {link}"))
            .collect()
    };
    let expected = [
        ("nl", "themas/water"),
        ("de", "de/wasser"),
        ("x-default", "themas/water"),
    ]
    .map(|(language, path)| format!("{language} https://streek.example/{path}/"));
    assert_eq!(alternates("/themas/water/"), expected);
    assert_eq!(alternates("/de/wasser/"), expected);
    assert!(alternates("/themas/wegen/").is_empty() && alternates("/de/").is_empty());
    let way = "<li><a href=\"/de/wasser/\" lang=\"de\" hreflang=\"de\">DE<span class=\"visually-hidden\"> Deutsch</span></a></li>";
    assert!(server.get("/themas/water/").text().contains(way));
    assert!(
        server
            .get("/themas/wegen/")
            .text()
            .contains(&way.replace("/wasser", "")),
        "a page without a translation leads to the German home"
    );
    assert!(
        server
            .get("/de/")
            .text()
            .contains("<a href=\"/themas/wegen/\" hreflang=\"nl\">Wege (auf Niederländisch)</a>")
    );
}

#[test]
fn a_translation_that_is_not_there_yet_is_no_version() {
    let copy = TestSite::new();
    copy.write(
        "de/wasser.md",
        copy.read("de/wasser.md")
            .replace("owner", "publish = 2026-12-01\nowner"),
    );
    copy.write("de/index.md", page("Die Gegend am Meer", "", "Text."));
    let server = start(&copy);
    assert_eq!(server.get("/de/wasser/").status, 404);
    let original = server.get("/themas/water/").text();
    assert!(
        !original.contains("/de/wasser/") && !original.contains("rel=\"alternate\" hreflang"),
        "{original}"
    );
}

#[test]
fn lists_hold_the_pages_of_their_own_language() {
    let copy = TestSite::new();
    let server = start(&copy);
    for path in ["/a-z/", "/zoeken/", "/themas/wegen/", "/begrippen/kade/"] {
        assert!(!server.get(path).text().contains("Das Wasser"), "{path}");
    }
    let overview = server.get("/overzicht/").text();
    assert!(
        overview.contains(" lang=\"de\">\n<h2 id=\"s-de\"><a href=\"/de/\" hreflang=\"de\">Die Gegend am Meer</a></h2>"),
        "it has all pages: {overview}"
    );
    let index = server.get("/de/suche/").text();
    assert!(
        index.contains("Das Wasser") && !index.contains("Wegen"),
        "{index}"
    );
    assert!(
        server
            .get("/sitemap.xml")
            .text()
            .contains("https://streek.example/de/wasser/")
    );
}

#[test]
fn a_search_finds_pages_in_the_language_of_whoever_asks_first_and_marks_the_others() {
    let copy = TestSite::new();
    copy.write(
        "uitleg/deich.md",
        page("Deich", "", "De deich is een dijk."),
    );
    copy.write(
        "uitleg/index.md",
        copy.read("uitleg/index.md") + "\nOver [het Duitse woord Deich](deich.md).\n",
    );
    let server = start(&copy);
    let german = server.get("/de/suche/?q=wassers").text();
    assert!(
        german.contains("<h2><a href=\"/de/wasser/\">Das <mark>Wasser</mark></a></h2>"),
        "by the German stem: {german}"
    );
    assert!(german.contains("für „wassers“"), "{german}");
    let dutch = server.get("/zoeken/?q=wasser").text();
    assert!(
        dutch.contains("<h2><a href=\"/de/wasser/\" lang=\"de\" hreflang=\"de\">")
            && dutch.contains(" in het Duits"),
        "{dutch}"
    );
    assert!(
        server
            .get("/de/suche/?q=deich")
            .text()
            .contains("\" lang=\"nl\" hreflang=\"nl\">")
    );
}

#[test]
fn an_address_that_does_not_exist_is_told_in_the_language_that_it_asks_for() {
    let copy = TestSite::new();
    let server = start(&copy);
    let reply = server.get("/de/waser/");
    assert_eq!(
        (reply.status, reply.header("content-language")),
        (404, Some("de"))
    );
    assert!(
        reply.text().contains("<html lang=\"de\">")
            && reply
                .text()
                .contains("<a href=\"/de/wasser/\">Das Wasser</a>"),
        "{}",
        reply.text()
    );
    assert_eq!(server.get("/delta/").header("content-language"), Some("nl"));
    let nothing_near = server.get("/de/xx/").text();
    assert!(
        nothing_near.contains("<h2 id=\"s-offer\">Hier geht es weiter</h2>")
            && nothing_near.contains("<h3><a href=\"/de/wasser/\">Das Wasser</a></h3>"),
        "the main pages are offered: {nothing_near}"
    );
}

#[test]
fn the_rules_for_dutch_leave_other_languages_alone() {
    let copy = TestSite::new();
    let long = "Dies ist ein Satz, der mit sehr vielen Wörtern so lange weitergeht, dass er auf Niederländisch viel zu lang wäre, und noch länger wird.";
    copy.write("de/wasser.md", copy.read("de/wasser.md") + long);
    let report =
        String::from_utf8(run(&["check", "--content", &copy.content()]).stdout).expect("text");
    assert!(!report.contains("de/wasser.md"), "{report}");
}
