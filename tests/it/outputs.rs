//! The parts that pages are made of: lists from A to Z and pagers; and the site map.

use std::collections::BTreeMap;

use expect_test::{Expect, expect};
use noaber::outputs::alphabet::{self, LetterEntry};
use noaber::outputs::pager::{Pager, PagerStep};
use noaber::outputs::sitemap::{SiteMapEntry, SiteMapLimits};
use noaber::outputs::view::LinkView;
use noaber::outputs::{schema_org, sitemap};
use noaber::route::Route;
use noaber::text::Text;

use crate::support::{NOW, TestSite, answers, compiled};

#[test]
fn titles_stand_under_their_first_letter_without_article_or_accent() {
    let entry = |title: &str| LetterEntry {
        id: String::new(),
        link: LinkView::new(title, format!("/{}/", title.to_lowercase())),
        text: String::new(),
    };
    let titles = [
        "Zorg",
        "De opgave",
        "Élan",
        "Omgevingsagenda",
        "eerst",
        "2023 in cijfers",
    ];
    let text = Text::load("nl").expect("Dutch is there");
    let letters = alphabet::letters(titles.map(entry), &text);
    let shown: Vec<String> = letters
        .iter()
        .map(|letter| {
            let entries = letter.entries.iter();
            let titles: Vec<&str> = entries.map(|entry| entry.link.title.as_str()).collect();
            format!("{}: {}", letter.letter, titles.join(", "))
        })
        .collect();
    assert_eq!(
        shown,
        [
            "2: 2023 in cijfers",
            "E: eerst, Élan",
            "O: Omgevingsagenda, De opgave",
            "Z: Zorg"
        ]
    );
    let nav = alphabet::letter_nav(&letters);
    assert_eq!(nav.iter().filter(|step| step.href.is_some()).count(), 4);
    assert_eq!(nav.len(), 27);
}

#[track_caller]
fn check_pager(current: usize, count: usize, expected: &str) {
    let shown = |step: &PagerStep| match step {
        PagerStep::Current(number) => format!("[{number}]"),
        PagerStep::Page { number, .. } => number.to_string(),
        PagerStep::Gap => "…".to_owned(),
    };
    let pager = Pager::new(current, count, |number| number.to_string());
    let steps: Vec<String> = pager.steps.iter().map(shown).collect();
    assert_eq!(steps.join(" "), expected);
}

#[test]
fn a_pager_is_as_long_for_a_thousand_pages_as_for_ten() {
    check_pager(1, 1, "[1]");
    check_pager(2, 5, "1 [2] 3 4 5");
    check_pager(1, 9, "[1] 2 3 … 9");
    check_pager(5, 9, "1 2 3 4 [5] 6 7 8 9");
    check_pager(500, 1000, "1 … 498 499 [500] 501 502 … 1000");
    check_pager(1000, 1000, "1 … 998 999 [1000]");
}

#[test]
fn a_title_cannot_end_the_data_block() {
    let value = BTreeMap::from([("name", "</script><script>alert(1)")]);
    assert!(!schema_org::data_block(&value).as_str().contains('<'));
}

#[track_caller]
fn check_site_map(limits: SiteMapLimits, expected: &Expect) {
    let routes = ["/", "/a/", "/b/"].map(|route| Route::parse(route).expect("a route"));
    let days = [None, Some("2026-03-02"), Some("2026-01-05")];
    let days = days.map(|day| Some(day?.parse().expect("a day")));
    let entry = |(route, changed)| SiteMapEntry {
        route,
        changed,
        versions: Vec::new(),
        picture: None,
    };
    let entries: Vec<_> = routes.iter().zip(days).map(entry).collect();
    let files: Vec<String> = sitemap::addresses(&entries, limits)
        .into_iter()
        .map(|(route, source)| {
            let picture = |_: &str| Route::home();
            let base_url = "https://site.example";
            let text = sitemap::file(&entries, limits, source, base_url, picture);
            format!("{route}\n{text}\n")
        })
        .collect();
    expected.assert_eq(&files.concat());
}

#[test]
fn a_site_map_within_the_limit_is_one_file() {
    check_site_map(
        SiteMapLimits {
            entries: 3,
            bytes: 10_000,
        },
        &expect![[r#"
            /sitemap.xml
            <?xml version="1.0" encoding="UTF-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1" xmlns:xhtml="http://www.w3.org/1999/xhtml">
            <url><loc>https://site.example/</loc></url>
            <url><loc>https://site.example/a/</loc><lastmod>2026-03-02</lastmod></url>
            <url><loc>https://site.example/b/</loc><lastmod>2026-01-05</lastmod></url>
            </urlset>
        "#]],
    );
}

#[test]
fn a_site_map_over_the_limit_is_an_index_of_parts() {
    check_site_map(
        SiteMapLimits {
            entries: 2,
            bytes: 10_000,
        },
        &expect![[r#"
            /sitemap.xml
            <?xml version="1.0" encoding="UTF-8"?>
            <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
            <sitemap><loc>https://site.example/sitemap-1.xml</loc><lastmod>2026-03-02</lastmod></sitemap>
            <sitemap><loc>https://site.example/sitemap-2.xml</loc><lastmod>2026-01-05</lastmod></sitemap>
            </sitemapindex>
            /sitemap-1.xml
            <?xml version="1.0" encoding="UTF-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1" xmlns:xhtml="http://www.w3.org/1999/xhtml">
            <url><loc>https://site.example/</loc></url>
            <url><loc>https://site.example/a/</loc><lastmod>2026-03-02</lastmod></url>
            </urlset>
            /sitemap-2.xml
            <?xml version="1.0" encoding="UTF-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1" xmlns:xhtml="http://www.w3.org/1999/xhtml">
            <url><loc>https://site.example/b/</loc><lastmod>2026-01-05</lastmod></url>
            </urlset>
        "#]],
    );
}

#[test]
fn a_site_map_with_long_entries_is_cut_before_it_is_too_large() {
    let routes = ["/", "/a/", "/b/"].map(|route| Route::parse(route).expect("a route"));
    let entry = |route| SiteMapEntry {
        route,
        changed: None,
        versions: vec![("nl", route); 10],
        picture: None,
    };
    let entries: Vec<_> = routes.iter().map(entry).collect();
    let files = |bytes| {
        let limits = SiteMapLimits { entries: 3, bytes };
        sitemap::addresses(&entries, limits).len()
    };
    assert_eq!([1_000_000, 3000, 10].map(files), [1, 3, 4]);
}

#[test]
fn a_drawing_is_as_large_as_its_view_box() {
    let site = TestSite::new();
    site.write(
        "../static/groot.svg",
        "<svg viewBox=\"0 0 960 720.4\"></svg>",
    );
    site.write("../static/los.svg", "<svg></svg>");
    site.write(
        "tekening.md",
        "+++\ntitle = \"Tekening\"\nsummary = \"Twee tekeningen.\"\n+++\n\
         ![Groot](../static/groot.svg)\n\n![Los](../static/los.svg)\n",
    );
    let compiled = compiled(&site.path(""), NOW.parse().expect("a moment"), None);
    let answers = answers(&compiled.snapshot);
    let page = &answers["/tekening/"];
    for shown in [
        "alt=\"Groot\" width=\"960\" height=\"720\" loading",
        "alt=\"Los\" loading",
    ] {
        assert!(page.contains(shown), "{page}");
    }
}
