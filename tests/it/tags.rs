//! The lists of pages by the words that their editors put on them.

use crate::support::TestSite;
use crate::support::html::Document;

/// A site with lists of words, and two pages with some.
fn site() -> TestSite {
    let site = TestSite::new();
    let settings = site.read("site.toml");
    site.write(
        "site.toml",
        settings.replace("[addresses]\n", "[addresses]\ntags = \"onderwerp\"\n"),
    );
    site.write(
        "nieuws/2026-11-20-huizen.md",
        "+++\ntitle = \"Nieuwe huizen\"\nsummary = \"Er komen huizen.\"\ndate = 2026-11-20\ntags = [\"Wonen & bouwen\", \"water\"]\n+++\nTekst.\n",
    );
    site.write(
        "uitleg/huren.md",
        "+++\ntitle = \"Huren\"\nsummary = \"Hoe u huurt.\"\ntags = [\"wonen & Bouwen\"]\n+++\nTekst.\n",
    );
    site
}

#[test]
fn a_word_of_editors_has_a_list_of_the_pages_that_have_it() {
    let built = site().build(&[]);
    let all = built.read("/onderwerp/");
    let list = Document::parse(&all);
    let list = Document::parse(list.inner(".directory--wide").expect("a list"));
    let links = list.attributes("a", "href");
    assert_eq!(links, ["/onderwerp/water/", "/onderwerp/wonen-bouwen/"]);
    let one = built.read("/onderwerp/wonen-bouwen/");
    let list = Document::parse(&one);
    let list = Document::parse(list.inner(".teasers").expect("a list"));
    let titles = list.texts("h3");
    assert_eq!(titles, ["Nieuwe huizen", "Huren"], "however it is written");
    let page = built.read("/uitleg/huren/");
    assert!(
        page.contains("<a href=\"/onderwerp/wonen-bouwen/\">"),
        "{page}"
    );
}

#[test]
fn a_list_of_a_word_is_in_the_site_map_and_has_a_feed() {
    let built = site().build(&[]);
    let map = built.read("/sitemap.xml");
    for address in [
        "/onderwerp/",
        "/onderwerp/water/",
        "/onderwerp/wonen-bouwen/",
    ] {
        assert!(map.contains(&format!("{address}</loc>")), "{address}");
    }
    for file in ["feed.xml", "feed.json"] {
        let feed = built.read(&format!("/onderwerp/wonen-bouwen/{file}"));
        assert!(feed.contains("/nieuws/huizen/"), "{feed}");
    }
    let news = built.read("/nieuws/feed.xml");
    assert!(news.contains("<category term=\"water\"/>"));
}
