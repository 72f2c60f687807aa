//! The real content as its readers get it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use noaber::compile;
use noaber::content::Folders;
use noaber::site::Drafts;
use noaber::snapshot::{Answer, Snapshot};

use crate::support::{noaber, project, run};

/// The pages of the site by address, as HTML.
fn pages() -> BTreeMap<String, String> {
    let is_page = |address: &str| address.ends_with('/');
    files()
        .into_iter()
        .filter(|(address, _)| is_page(address))
        .collect()
}

fn files() -> BTreeMap<String, String> {
    let folders = Folders {
        content: project().join("content"),
        assets: project().join("static"),
    };
    let now = "2026-11-23T12:00:00Z".parse().expect("a moment");
    let snapshot: &Snapshot = &compile(&folders, now, Drafts::Hide, None)
        .expect("the content makes a site")
        .snapshot;
    let text = |answer: &Answer| match answer {
        Answer::Stored(stored) => Some(String::from_utf8_lossy(&stored.body()).into_owned()),
        _ => None,
    };
    snapshot
        .iter()
        .filter_map(|(route, answer)| Some((route.to_string(), text(answer)?)))
        .collect()
}

/// The values of an attribute in a piece of HTML.
fn attributes<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let opening = format!(" {name}=\"");
    html.split(&opening)
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect()
}

#[test]
fn the_real_content_has_no_mistakes_and_nothing_to_warn_of() {
    let output = run(&["check", "--now", "2026-11-23T12:00:00Z", "--all"]);
    let report = String::from_utf8_lossy(&output.stdout);
    assert_eq!(output.status.code(), Some(0), "{report}");
    assert!(!report.contains(": waarschuwing: "), "{report}");
}

#[test]
fn every_link_of_every_page_leads_somewhere() {
    let files = files();
    let mut seen = BTreeSet::new();
    for (address, html) in files.iter().filter(|(address, _)| address.ends_with('/')) {
        for href in attributes(html, "href")
            .into_iter()
            .chain(attributes(html, "src"))
        {
            if let Some(fragment) = href.strip_prefix('#') {
                assert!(
                    html.contains(&format!("id=\"{fragment}\"")),
                    "{address} has no {href}"
                );
            } else if href.starts_with('/') {
                let (path, fragment) = href.split_once('#').unwrap_or((href, ""));
                let path = path.split('?').next().unwrap_or(path);
                let target = files
                    .get(path)
                    .unwrap_or_else(|| panic!("{address} links to {href}, which is not there"));
                assert!(
                    fragment.is_empty() || target.contains(&format!("id=\"{fragment}\"")),
                    "{address} links to {href}, which has no such part"
                );
                seen.insert(path.to_owned());
            } else {
                assert!(
                    ["https://", "http://", "mailto:", "tel:"]
                        .iter()
                        .any(|scheme| href.starts_with(scheme)),
                    "{address} links to {href}"
                );
            }
        }
    }
    for address in files.keys().filter(|address| address.ends_with('/')) {
        // Whoever works on the parts knows where the patterns are; nobody else needs them.
        assert!(
            ["/", "/patronen/"].contains(&address.as_str()) || seen.contains(address),
            "no page links to {address}"
        );
    }
}

#[test]
fn every_page_has_one_title_one_address_and_the_frame() {
    let mut titles = BTreeMap::new();
    for (address, html) in pages() {
        assert_eq!(html.matches("<h1").count(), 1, "{address}");
        assert_eq!(html.matches("<main").count(), 1, "{address}");
        let (language, accessibility) = match address.get(..4) {
            Some("/de/") => ("de", "/de/barrierefreiheit/"),
            Some("/en/") => ("en", "/en/accessibility/"),
            _ => ("nl", "/toegankelijkheid/"),
        };
        assert!(
            html.contains(&format!("<html lang=\"{language}\">")),
            "{address}"
        );
        assert!(
            html.contains(&format!("href=\"{accessibility}\"")),
            "{address} links to the page on accessibility"
        );
        assert_eq!(
            html.contains("<section class=\"alert"),
            language == "nl",
            "{address}: the announcement is in Dutch"
        );
        let title = html
            .split("<title>")
            .nth(1)
            .and_then(|rest| rest.split("</title>").next())
            .expect("a title")
            .to_owned();
        if let Some(other) = titles.insert(title.clone(), address.clone()) {
            panic!("{address} and {other} are both called {title}");
        }
        let ids = attributes(&html, "id");
        assert_eq!(
            ids.iter().collect::<BTreeSet<_>>().len(),
            ids.len(),
            "{address} has an id twice: {ids:?}"
        );
        if !html.contains("noindex") {
            assert!(
                html.contains(&format!(
                    "<link rel=\"canonical\" href=\"https://twente-dichtbij.example{address}\">"
                )),
                "{address}"
            );
        }
    }
}

#[test]
fn news_stands_on_the_pages_of_its_themes_and_municipalities() {
    let pages = pages();
    assert!(
        pages["/themas/bereikbaarheid/"]
            .contains("href=\"/nieuws/twentekanalen-open-voor-grotere-schepen/\"")
    );
    assert!(
        pages["/nieuws/twentekanalen-open-voor-grotere-schepen/"]
            .contains("href=\"/themas/bereikbaarheid/\"")
    );
    assert!(pages["/gemeenten/rijssen-holten/"].contains("href=\"/nieuws/verbrede-a1-klaar/\""));
    assert!(pages["/nieuws/verbrede-a1-klaar/"].contains("href=\"/gemeenten/rijssen-holten/\""));
}

#[test]
fn the_news_is_paged_and_has_archives_by_year_and_by_theme() {
    let pages = pages();
    for address in [
        "/nieuws/",
        "/nieuws/pagina/2/",
        "/nieuws/2022/",
        "/nieuws/thema/bereikbaarheid/",
    ] {
        assert!(pages.contains_key(address), "{address}");
    }
    assert!(
        !pages.contains_key("/nieuws/pagina/1/"),
        "the first page has one address"
    );
    assert!(pages["/nieuws/2022/"].contains("/nieuws/een-nieuw-tijdperk-van-samenwerken/"));
    assert!(!pages["/nieuws/2022/"].contains("<a href=\"/nieuws/verbrede-a1-klaar/\">"));
}

#[test]
fn the_site_map_lists_every_page_once_with_an_honest_date() {
    let files = files();
    let map = &files["/sitemap.xml"];
    let listed: Vec<&str> = map
        .split("<loc>https://twente-dichtbij.example")
        .skip(1)
        .filter_map(|rest| rest.split("</loc>").next())
        .collect();
    let unique: BTreeSet<&str> = listed.iter().copied().collect();
    assert_eq!(unique.len(), listed.len());
    let expected: BTreeSet<&str> = files
        .iter()
        .filter(|(address, html)| address.ends_with('/') && !html.contains("noindex"))
        .map(|(address, _)| address.as_str())
        .collect();
    assert_eq!(unique, expected);
    assert!(map.contains("/nieuws/koning-bezoekt-rijssen/</loc><lastmod>2023-06-28</lastmod>"));
    assert!(
        map.contains("/nieuws/verbrede-a1-klaar/</loc><lastmod>2026-11-23</lastmod>"),
        "it tells what happened later"
    );
}

#[test]
fn the_feed_holds_the_latest_news_with_absolute_addresses() {
    let files = files();
    let feed = &files["/nieuws/feed.xml"];
    assert_eq!(feed.matches("<entry>").count(), 20);
    assert!(feed.contains("<updated>2025-11-11T00:00:00+01:00</updated>"));
    assert!(
        !feed.contains("href=&quot;/"),
        "no address in the feed is relative"
    );
}

#[test]
fn the_check_says_what_it_looked_at_and_commands_say_what_they_cannot_do() {
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
    assert!(Path::new("content/site.toml").exists());
}

#[test]
fn the_guide_for_editors_names_every_key() {
    let copy = crate::support::TestSite::of_real_content();
    copy.write("los.md", "+++\nxxxxxxxxxxxx = 1\n+++\n");
    let output = run(&["check", "--content", &copy.content()]);
    let report = String::from_utf8_lossy(&output.stdout).into_owned();
    let keys = report
        .split("kies uit: ")
        .nth(1)
        .and_then(|rest| rest.lines().next())
        .expect("the report lists the keys");
    let guide = copy.read("LEESMIJ.md");
    for key in keys.split(", ") {
        assert!(
            guide.contains(&format!("| `{key}` |")),
            "LEESMIJ.md does not explain `{key}`"
        );
    }
}

#[test]
fn an_alert_about_a_municipality_stands_on_its_page_and_on_pages_that_name_it() {
    let copy = crate::support::TestSite::new();
    let settings = copy.read("site.toml").replace(
        "[alert]\n",
        "[alert]\non = [\"gemeenten/oever.md\", \"uitleg/woorden.md\"]\n",
    );
    copy.write("site.toml", settings);
    let page = "+++\ntitle = \"Bericht\"\nsummary = \"Over Oever.\"\ndate = 2026-03-03\nmunicipalities = [\"oever\"]\n+++\nTekst.\n";
    copy.write("nieuws/2026-03-03-bericht.md", page);
    let folders = Folders {
        content: copy.folder().join("content"),
        assets: copy.folder().join("static"),
    };
    let now = "2026-11-23T12:00:00Z".parse().expect("a moment");
    let snapshot = compile(&folders, now, Drafts::Hide, None)
        .expect("the content makes a site")
        .snapshot;
    let alerted: Vec<&str> = snapshot
        .iter()
        .filter(|(route, answer)| match answer {
            Answer::Stored(stored) => {
                route.as_str() != "/patronen/"
                    && String::from_utf8_lossy(&stored.body()).contains("class=\"alert")
            }
            _ => false,
        })
        .map(|(route, _)| route.as_str())
        .collect();
    assert_eq!(
        alerted,
        [
            "/gemeenten/oever/",
            "/nieuws/bericht/",
            "/nieuws/brug-open/",
            "/uitleg/woorden/"
        ]
    );
}
