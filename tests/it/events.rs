//! Events: their times by the clock of the region, and the lists that they move through.

use crate::support::html::Document;
use crate::support::{Server, TestSite};

/// A small site with an agenda that has these events, each a name and its front matter.
fn site(events: &[(&str, &str)]) -> TestSite {
    let site = TestSite::new();
    let settings = site.read("site.toml");
    let kinds = "[kinds.events]\nfolder = \"agenda\"\naddress = \"/agenda/\"\n\n[kinds.themes]";
    let settings = settings.replace("[kinds.themes]", kinds);
    site.write(
        "site.toml",
        settings.replace("lists = { themes", "lists = { past = \"voorbij\", themes"),
    );
    site.write(
        "agenda/index.md",
        "+++\ntitle = \"Agenda\"\nsummary = \"Wat er te doen is.\"\n+++\n",
    );
    for (name, keys) in events {
        let text = format!(
            "+++\ntitle = \"{name}\"\nsummary = \"Kom ook.\"\ndate = 2026-01-01\n{keys}\n+++\nIedereen is welkom.\n"
        );
        site.write(&format!("agenda/{name}.md"), text);
    }
    site
}

/// The titles in a list, in order, at a moment.
fn listed(site: &TestSite, address: &str, now: &str) -> Vec<String> {
    let built = site.build(&["--now", now]);
    let page = built.find(address).unwrap_or_default();
    let (list, _) = page.split_once("id=\"s-archive\"").unwrap_or((&page, ""));
    Document::parse(list).texts("h3")
}

/// The time on the page of an event, as it is read and for machines.
fn time(site: &TestSite, name: &str, now: &str) -> (String, String) {
    let page = site
        .build(&["--now", now])
        .read(&format!("/agenda/{name}/"));
    let facts = Document::parse(&page)
        .inner(".facts")
        .expect("it has facts");
    let facts = Document::parse(facts);
    (
        facts.texts("time").remove(0).replace('\u{a0}', " "),
        facts.attributes("time", "datetime").remove(0),
    )
}

#[test]
fn the_clock_moves_an_event_to_what_is_over_when_it_ends() {
    let site = site(&[
        (
            "markt",
            "start = 2026-12-05T14:00:00\nend = 2026-12-05T17:00:00",
        ),
        ("lezing", "start = 2026-12-06T20:00:00"),
        ("kamp", "start = 2026-12-01\nend = 2026-12-04"),
    ]);
    let coming = |now| listed(&site, "/agenda/", now);
    let past = |now| listed(&site, "/agenda/voorbij/", now);
    assert_eq!(coming("2026-11-01T12:00:00Z"), ["kamp", "markt", "lezing"]);
    assert_eq!(past("2026-11-01T12:00:00Z"), [] as [&str; 0]);
    // A camp lasts through its last day; a market until its end, in winter an hour before UTC.
    assert_eq!(coming("2026-12-04T22:59:59Z"), ["kamp", "markt", "lezing"]);
    assert_eq!(coming("2026-12-04T23:00:00Z"), ["markt", "lezing"]);
    assert_eq!(coming("2026-12-05T15:59:59Z"), ["markt", "lezing"]);
    assert_eq!(coming("2026-12-05T16:00:00Z"), ["lezing"]);
    // One without an end is there until midnight.
    assert_eq!(coming("2026-12-06T22:59:59Z"), ["lezing"]);
    assert_eq!(coming("2026-12-06T23:00:00Z"), [] as [&str; 0]);
    assert_eq!(past("2026-12-06T23:00:00Z"), ["lezing", "markt", "kamp"]);
}

#[test]
fn an_event_keeps_its_hour_on_the_clock_when_summer_time_begins_and_ends() {
    let weekly = |start: &str, until: &str| {
        format!(
            "start = {start}T09:30:00\nend = {start}T10:30:00\nrepeat = {{ every = \"week\", until = {until} }}"
        )
    };
    let site = site(&[
        ("lente", &weekly("2026-03-25", "2026-04-08")),
        ("herfst", &weekly("2026-10-21", "2026-11-04")),
    ]);
    let iso = |name, now| time(&site, name, now).1;
    assert_eq!(
        iso("lente", "2026-03-24T12:00:00Z"),
        "2026-03-25T09:30+01:00"
    );
    assert_eq!(
        iso("lente", "2026-03-26T12:00:00Z"),
        "2026-04-01T09:30+02:00"
    );
    assert_eq!(
        iso("herfst", "2026-10-20T12:00:00Z"),
        "2026-10-21T09:30+02:00"
    );
    assert_eq!(
        iso("herfst", "2026-10-22T12:00:00Z"),
        "2026-10-28T09:30+01:00"
    );
    // Over at half past ten on the clock: 8.30 UTC in summer, 9.30 in winter.
    assert_eq!(
        iso("herfst", "2026-10-21T08:29:59Z"),
        "2026-10-21T09:30+02:00"
    );
    assert_eq!(
        iso("herfst", "2026-10-21T08:30:00Z"),
        "2026-10-28T09:30+01:00"
    );
    assert_eq!(
        iso("herfst", "2026-10-28T09:29:59Z"),
        "2026-10-28T09:30+01:00"
    );
    assert_eq!(
        iso("herfst", "2026-10-28T09:30:00Z"),
        "2026-11-04T09:30+01:00"
    );
}

#[test]
fn a_repeated_event_skips_its_exceptions_and_goes_on_over_new_year() {
    let site = site(&[(
        "cafe",
        "start = 2026-12-17T20:00:00\nrepeat = { every = \"two-weeks\", until = 2027-01-31, except = [2026-12-31] }",
    )]);
    let day = |now| time(&site, "cafe", now).0;
    assert_eq!(
        day("2026-12-01T12:00:00Z"),
        "donderdag 17 december 2026, 20.00 uur"
    );
    assert_eq!(
        day("2026-12-20T12:00:00Z"),
        "donderdag 14 januari 2027, 20.00 uur"
    );
    assert_eq!(
        listed(&site, "/agenda/2026-12/", "2026-12-01T12:00:00Z"),
        ["cafe"]
    );
    assert_eq!(
        listed(&site, "/agenda/2027-01/", "2026-12-01T12:00:00Z"),
        ["cafe"]
    );
    let page = site
        .build(&["--now", "2026-12-01T12:00:00Z"])
        .read("/agenda/cafe/");
    assert!(
        page.contains("om de week, tot en met 31 januari 2027"),
        "{page}"
    );
    assert!(
        page.contains("31\u{a0}december\u{a0}2026"),
        "the exception is told: {page}"
    );
    // The last one, 28 January, is what the page tells of when all are over.
    assert_eq!(
        day("2027-03-01T12:00:00Z"),
        "donderdag 28 januari 2027, 20.00 uur"
    );
}

#[test]
fn a_monthly_event_falls_on_the_same_weekday_of_the_month() {
    let site = site(&[
        (
            "tweede",
            "start = 2026-10-13\nrepeat = { every = \"month\", until = 2026-12-31 }",
        ),
        (
            "laatste",
            "start = 2026-10-30\nrepeat = { every = \"month-end\", until = 2026-12-31 }",
        ),
    ]);
    let days = |name: &str| {
        let page = site
            .build(&["--now", "2026-10-01T12:00:00Z"])
            .read(&format!("/agenda/{name}/"));
        let facts = Document::parse(&page)
            .inner(".facts")
            .expect("it has facts");
        Document::parse(facts).attributes("time", "datetime")
    };
    assert_eq!(days("tweede"), ["2026-10-13", "2026-11-10", "2026-12-08"]);
    assert_eq!(days("laatste"), ["2026-10-30", "2026-11-27", "2026-12-25"]);
}

#[test]
fn an_event_of_several_days_stands_in_each_of_its_months() {
    let site = site(&[(
        "feest",
        "start = 2026-12-30T16:00:00\nend = 2027-01-02T02:00:00",
    )]);
    for month in ["2026-12", "2027-01"] {
        assert_eq!(
            listed(&site, &format!("/agenda/{month}/"), "2026-11-01T12:00:00Z"),
            ["feest"]
        );
    }
    assert_eq!(
        time(&site, "feest", "2026-11-01T12:00:00Z").0,
        "woensdag 30 december 2026, 16.00 uur tot zaterdag 2 januari 2027, 02.00 uur"
    );
}

#[test]
fn what_became_of_an_event_is_told_on_its_page_and_in_lists() {
    let site = site(&[
        (
            "storm",
            "start = 2026-12-05\ncancelled = \"Het waait te hard.\"\nregister = \"https://voorbeeld.example/meedoen\"",
        ),
        ("later", "start = 2026-12-12\nmoved = 2026-12-05"),
    ]);
    let built = site.build(&[]);
    let list = built.read("/agenda/");
    assert_eq!(
        Document::parse(&list).texts(".state"),
        ["Gaat niet door", "Verplaatst: was op 5 december 2026"]
    );
    let page = built.read("/agenda/storm/");
    assert!(page.contains("Het waait te hard."), "{page}");
    assert!(page.contains("https://schema.org/EventCancelled"), "{page}");
    assert!(
        !page.contains("voorbeeld.example/meedoen"),
        "nobody registers for it: {page}"
    );
    assert!(
        built
            .read("/agenda/later/")
            .contains("Verplaatst: was op 5 december 2026")
    );
}

#[test]
fn an_event_stands_in_the_lists_of_its_themes_and_municipalities_and_on_their_pages() {
    let site = site(&[(
        "markt",
        "start = 2026-12-05\nthemes = [\"wegen\"]\nmunicipalities = [\"oever\"]",
    )]);
    let built = site.build(&[]);
    for address in [
        "/agenda/",
        "/agenda/2026-12/",
        "/agenda/thema/wegen/",
        "/agenda/gemeenten/oever/",
        "/themas/wegen/",
        "/gemeenten/oever/",
        "/agenda/feed.xml",
        "/sitemap.xml",
    ] {
        assert!(built.read(address).contains("/agenda/markt/"), "{address}");
    }
}

#[test]
fn an_exception_on_another_day_leaves_the_rule_as_it_is() {
    let site = site(&[(
        "overleg",
        "start = 2027-05-05T10:00:00\nrepeat = { every = \"week\", until = 2027-05-26, except = [2027-05-12, 2027-05-20] }",
    )]);
    let server = Server::start(&["--no-watch", "--content", &site.content()]);
    let calendar = server.get("/agenda/overleg/calendar.ics").text();
    assert!(calendar.contains("RRULE:FREQ=WEEKLY"), "{calendar}");
    assert!(calendar.contains("20270512T100000"), "{calendar}");
    assert!(!calendar.contains("20270520"), "{calendar}");
}

#[test]
fn an_event_without_a_day_of_its_own_says_nothing_of_when_it_changed() {
    let site = site(&[]);
    site.write(
        "agenda/markt.md",
        "+++\ntitle = \"Markt\"\nsummary = \"Kom ook.\"\nstart = 2027-05-05T10:00:00\n+++\nIedereen.\n",
    );
    let calendar = site.build(&[]).read("/agenda/markt/calendar.ics");
    assert!(!calendar.contains("LAST-MODIFIED"), "{calendar}");
    assert!(calendar.contains("DTSTAMP:19700101T000000Z"), "{calendar}");
}
