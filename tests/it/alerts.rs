//! The alerts above pages: who sees which, in which order and language, and until when.

use std::time::{Duration, Instant};

use crate::support::html::Document;
use crate::support::{BuiltSite, Server, TestSite};

const CRISIS: &str =
    "[[alert]]\nlevel = \"crisis\"\ntitle = \"Rook.\"\ntext = \"Sluit uw ramen.\"\n";

/// The small site with these alerts alone.
fn site(alerts: &str) -> TestSite {
    let copy = TestSite::new();
    copy.write("meldingen.toml", alerts);
    copy
}

/// The titles of the alerts above a page, from above.
fn above(html: &str) -> Vec<String> {
    Document::parse(region(html)).texts("strong")
}

/// The part of a page between its header and its content.
fn region(html: &str) -> &str {
    let (before, _) = html.split_once("<main").expect("a main part");
    let (_, region) = before.rsplit_once("</header>").expect("a header");
    region
}

fn titles(built: &BuiltSite, address: &str) -> Vec<String> {
    above(&built.read(address))
}

fn alert(level: &str, title: &str, more: &str) -> String {
    format!("[[alert]]\nlevel = \"{level}\"\ntitle = \"{title}\"\ntext = \"Tekst.\"\n{more}\n")
}

#[test]
fn several_alerts_stand_above_each_other_the_weightiest_first() {
    let alerts = [
        alert("info", "Een", ""),
        alert("crisis", "Twee", ""),
        alert("warning", "Drie", "on = [\"themas/wegen.md\"]"),
        alert("warning", "Vier", "publish = 2030-01-01"),
        alert("warning", "Vijf", "expires = 2026-01-01"),
        alert("info", "Zes", ""),
    ];
    let built = site(&alerts.concat()).build(&[]);
    assert_eq!(titles(&built, "/contact/"), ["Twee", "Een", "Zes"]);
    for address in [
        "/themas/wegen/",
        "/nieuws/brug-open/",
        "/nieuws/thema/wegen/",
    ] {
        let expected = ["Twee", "Drie", "Een", "Zes"];
        assert_eq!(titles(&built, address), expected, "{address}");
    }
    let page = built.read("/themas/wegen/");
    let page = Document::parse(region(&page));
    assert_eq!(
        page.attributes("section", "aria-label"),
        ["Meldingen"],
        "they are one part of the page"
    );
    assert_eq!(
        page.texts(".visually-hidden"),
        ["Crisis:", "Waarschuwing:", "Mededeling:", "Mededeling:"]
    );
    assert_eq!(
        page.attributes("a", "href"),
        ["/themas/wegen/"],
        "an alert says what it is about"
    );
}

#[test]
fn a_crisis_stands_on_every_page_whatever_it_is_about() {
    let built = site(&format!("{CRISIS}on = [\"gemeenten/oever.md\"]\n")).build(&[]);
    for (address, html) in built.files() {
        if address.ends_with('/') || address == "/404.html" {
            let is_shown = address != "/patronen/";
            assert_eq!(above(&html).len(), usize::from(is_shown), "{address}");
        }
    }
}

#[test]
fn each_language_has_an_alert_in_its_own_words() {
    let german = "\n[alert.in.de]\ntitle = \"Rauch.\"\ntext = \"Fenster zu.\"\nlink = { title = \"Mehr\", file = \"de/wasser.md\" }\n";
    let warning = alert("warning", "Brug dicht", german);
    let built = site(&format!("{warning}{CRISIS}{german}")).build(&[]);
    assert_eq!(titles(&built, "/contact/"), ["Rook.", "Brug dicht"]);
    assert_eq!(titles(&built, "/de/kontakt/"), ["Rauch.", "Rauch."]);
    let page = built.read("/de/kontakt/");
    let page = Document::parse(region(&page));
    assert_eq!(page.attributes("div", "lang"), [""; 0]);
    assert_eq!(page.attributes("a", "href"), ["/de/wasser/"; 2]);
    assert_eq!(
        titles(&built, "/en/water/"),
        ["Rook."],
        "only a crisis is told in another language"
    );
}

#[test]
fn what_is_over_stands_on_a_page_of_its_own_the_last_first() {
    let alerts = [
        alert("info", "Nu", "on = [\"contact.md\"]"),
        alert("warning", "Eerst", "expires = 2025-03-01"),
        alert(
            "crisis",
            "Daarna",
            "publish = 2025-06-28T23:15:00\nexpires = 2025-06-30\non = [\"gemeenten/oever.md\"]\nlink = { title = \"Weg\", file = \"weg.md\" }",
        ),
        alert("info", "Straks", "publish = 2030-01-01"),
    ];
    let built = site(&alerts.concat()).build(&[]);
    let page = built.read("/meldingen/");
    assert_eq!(above(&page), ["Nu"], "with all that is not over above it");
    let list = Document::parse(&page);
    let list = Document::parse(list.outer(".teasers").expect("a list"));
    assert_eq!(list.texts("h2"), ["Daarna", "Eerst"]);
    assert_eq!(
        list.texts("p"),
        [
            "Crisis van zaterdag 28\u{a0}juni\u{a0}2025, 23.15 uur tot maandag 30\u{a0}juni\u{a0}2025",
            "Tekst. Gaat over: Oever",
            "Waarschuwing tot zaterdag 1\u{a0}maart\u{a0}2025",
            "Tekst."
        ]
    );
    assert_eq!(
        list.attributes("time", "datetime"),
        ["2025-06-28T23:15+02:00", "2025-06-30", "2025-03-01"]
    );
    let footer = built.read("/contact/");
    assert!(footer.contains("<a href=\"/meldingen/\">Eerdere meldingen</a>"));
    let built = site("").build(&[]);
    assert!(
        built
            .read("/meldingen/")
            .contains("<p>Er zijn nog geen eerdere meldingen.</p>")
    );
}

#[test]
fn an_alert_of_which_nobody_can_tell_when_or_where_it_stands_is_not_shown() {
    let faulty = [
        "op = [\"contact.md\"]",
        "on = \"contact.md\"",
        "publich = 2030-01-01",
        "publish = \"morgen\"",
        "publish = 09:00:00",
        "expires = 09:00:00",
        "publish = 2026-01-02\nexpires = 2026-01-01",
        "[alert.in.de]\ntitle = \"Ohne Text\"",
        "link = { title = \"Zonder bestand\" }",
        "link = { title = \"Weg\", file = \"weg.md\" }",
    ];
    let alerts = faulty.iter().zip(1..);
    let alerts = alerts.map(|(more, number)| alert("info", &number.to_string(), more));
    let copy = site(&alerts.collect::<String>());
    let server = Server::start(&[
        "--content",
        &copy.content(),
        "--now",
        "2026-06-01T12:00:00Z",
    ]);
    assert_eq!(
        above(&server.get("/uitleg/").text()),
        ["8", "9", "10"],
        "a mistake hides no other alert, and of an alert no more than it must"
    );
}

#[test]
fn a_file_that_cannot_be_read_keeps_its_last_good_alerts() {
    let copy = site(CRISIS);
    let server = Server::start(&["--content", &copy.content()]);
    copy.write("meldingen.toml", b"\x00\xff\xfe\x00");
    copy.write(
        "contact.md",
        "+++\ntitle = \"Contact\"\nsummary = \"Anders.\"\n+++\nAnders.\n",
    );
    let page = server.wait_for("/contact/", "<p>Anders.</p>");
    assert_eq!(above(&page.text()), ["Rook."]);
}

/// The time from a save until a page has the crisis.
fn time_until_told(server: &Server, copy: &TestSite) -> Duration {
    let mut connection = server.connect();
    copy.write("meldingen.toml", CRISIS);
    let begun = Instant::now();
    loop {
        let reply = connection.get("/contact/").expect("the server answers");
        let elapsed = begun.elapsed();
        if !above(&reply.text()).is_empty() {
            return elapsed;
        }
        assert!(elapsed < Duration::from_secs(30), "the crisis never came");
        std::thread::sleep(Duration::from_millis(5));
    }
}

#[test]
fn a_crisis_is_on_every_page_within_a_second_of_the_save_and_no_cache_hides_it() {
    let copy = site("");
    let server = Server::start(&["--content", &copy.content()]);
    let mut paths = server.pages();
    paths.push("/zoeken/?q=brug".to_owned());
    paths.push("/bestaat-niet/".to_owned());
    // A busy machine may be late once.
    let mut times = Vec::new();
    let mut kept = Vec::new();
    while times.len() < 3 && times.iter().all(|time| *time > Duration::from_secs(1)) {
        copy.write("meldingen.toml", "");
        server.wait_for("/contact/", "</header>\n<main");
        kept = paths.iter().map(|path| server.get(path)).collect();
        times.push(time_until_told(&server, &copy));
    }
    assert!(
        times.iter().any(|time| *time <= Duration::from_secs(1)),
        "{times:?}"
    );
    for (path, before) in paths.iter().zip(&kept) {
        let policy = before.header("cache-control").expect("a policy");
        assert!(
            ["public, no-cache", "no-store"].contains(&policy),
            "{path} was kept by: {policy}"
        );
        // A cache that asks if what it kept is still right.
        let tag = before.header("etag").unwrap_or("\"none\"");
        let after = server.get_with(path, &[("If-None-Match", tag)]);
        assert_eq!(after.status, before.status, "{path}");
        assert_eq!(above(&after.text()), ["Rook."], "{path}");
        assert_eq!(after.header("cache-control"), Some(policy), "{path}");
    }
}
