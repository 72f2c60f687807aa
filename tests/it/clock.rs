//! Planned pages come and go to the second, in the time zone of the region, in every output alike.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use crate::support::{Server, TestSite, noaber};

/// A page and an alert that are there between two moments, in the local time of the region.
struct Plan {
    publish: &'static str,
    expires: &'static str,
}

const TITLE: &str = "Alleen tussen twee momenten";
const ADDRESS: &str = "/nieuws/tussen-twee-momenten/";

/// The pages that show the page, beside its own address.
const SHOWN_ON: [&str; 8] = [
    "/",
    "/nieuws/",
    "/nieuws/2026/",
    "/nieuws/thema/wegen/",
    "/themas/wegen/",
    "/gemeenten/oever/",
    "/contact/",
    "/nieuws/feed.xml",
];

fn site(plan: &Plan) -> TestSite {
    let copy = TestSite::new();
    copy.write(
        "nieuws/2026-12-01-tussen-twee-momenten.md",
        format!(
            "+++\ntitle = \"{TITLE}\"\nsummary = \"Dit bericht komt en gaat.\"\ndate = 2026-12-01\npublish = {}\nexpires = {}\nthemes = [\"wegen\"]\nmunicipalities = [\"oever\"]\n+++\nMeer op de pagina [contact](../contact.md).\n",
            plan.publish, plan.expires
        ),
    );
    copy.write(
        "meldingen.toml",
        format!(
            "[[alert]]\nlevel = \"crisis\"\ntitle = \"Alleen nu.\"\ntext = \"Deze melding komt en gaat.\"\npublish = {}\nexpires = {}\n",
            plan.publish, plan.expires
        ),
    );
    copy
}

/// The answer at the address of the page.
#[derive(Debug, PartialEq, Eq)]
enum Presence {
    NotFound,
    Found,
    Gone,
}

/// Builds the site as it is at a moment, and looks in every output.
#[track_caller]
fn check_at(copy: &TestSite, moment: &str, presence: Presence) {
    let built = copy.build(&["--now", moment]);
    let read = |address: &str| built.find(address).unwrap_or_default();
    let gone = built
        .read("/_redirects")
        .contains(&format!("{ADDRESS} {ADDRESS} 410\n"));
    let found = match (read(ADDRESS).contains(&format!("<h1>{TITLE}</h1>")), gone) {
        (true, false) => Presence::Found,
        (false, true) => Presence::Gone,
        _ => Presence::NotFound,
    };
    assert_eq!(found, presence, "{moment}");
    for address in SHOWN_ON {
        assert_eq!(
            read(address).contains(TITLE),
            presence == Presence::Found,
            "{address} at {moment}"
        );
    }
    assert_eq!(
        read("/sitemap.xml").contains(ADDRESS),
        presence == Presence::Found,
        "the site map at {moment}"
    );
    assert_eq!(
        read("/themas/").contains("Deze melding komt en gaat."),
        presence == Presence::Found,
        "the alert at {moment}"
    );
    assert_eq!(
        read("/meldingen/").contains("<h2>Alleen nu.</h2>"),
        presence == Presence::Gone,
        "the page of alerts that are over at {moment}"
    );
    let search = crate::support::run(&[
        "search",
        TITLE,
        "--content",
        &copy.content(),
        "--now",
        moment,
    ]);
    assert_eq!(
        String::from_utf8_lossy(&search.stdout).contains(ADDRESS),
        presence == Presence::Found,
        "the search at {moment}"
    );
    if presence == Presence::Gone {
        assert!(
            read(ADDRESS).contains("href=\"/nieuws/\""),
            "the page that is gone offers another one"
        );
    }
    let mentions = walk(&built.folder())
        .into_iter()
        .filter(|file| fs::read_to_string(file).is_ok_and(|text| text.contains(TITLE)));
    let allowed = |file: &Path| {
        presence == Presence::Found
            || presence == Presence::Gone
                && file.ends_with("nieuws/tussen-twee-momenten/index.html")
    };
    let unexpected: Vec<_> = mentions.filter(|file| !allowed(file)).collect();
    assert!(
        unexpected.is_empty(),
        "{moment}: no output speaks of what is not there: {unexpected:?}"
    );
}

fn walk(folder: &Path) -> Vec<std::path::PathBuf> {
    let entries = fs::read_dir(folder)
        .expect("the folder is there")
        .map(|entry| entry.expect("an entry").path());
    entries
        .flat_map(|path| {
            if path.is_dir() {
                walk(&path)
            } else {
                vec![path]
            }
        })
        .collect()
}

#[test]
fn a_plan_around_the_start_of_summer_time_holds_to_the_second() {
    // At 2.00 the clock goes to 3.00, so these two moments are half an hour apart.
    let copy = site(&Plan {
        publish: "2026-03-29T01:45:00",
        expires: "2026-03-29T03:15:00",
    });
    check_at(&copy, "2026-03-29T00:44:59Z", Presence::NotFound);
    check_at(&copy, "2026-03-29T00:45:00Z", Presence::Found);
    check_at(&copy, "2026-03-29T01:14:59Z", Presence::Found);
    check_at(&copy, "2026-03-29T01:15:00Z", Presence::Gone);
}

#[test]
fn a_time_that_the_clock_skips_counts_as_the_one_after_it() {
    let copy = site(&Plan {
        publish: "2026-03-29T02:00:00",
        expires: "2026-03-29T03:00:01",
    });
    for (moment, status) in [
        ("2026-03-29T00:59:59Z", 404),
        ("2026-03-29T01:00:00Z", 200),
        ("2026-03-29T01:00:01Z", 410),
    ] {
        let folder = copy.content();
        let server = Server::start(&["--no-watch", "--content", &folder, "--now", moment]);
        assert_eq!(server.get(ADDRESS).status, status, "{moment}");
    }
}

#[test]
fn a_plan_around_the_end_of_summer_time_holds_to_the_second() {
    // At 3.00 the clock goes back to 2.00: half past two comes twice, and the first one counts.
    let copy = site(&Plan {
        publish: "2026-10-25T02:30:00",
        expires: "2026-10-25T03:00:00",
    });
    check_at(&copy, "2026-10-25T00:29:59Z", Presence::NotFound);
    check_at(&copy, "2026-10-25T00:30:00Z", Presence::Found);
    check_at(&copy, "2026-10-25T01:59:59Z", Presence::Found);
    check_at(&copy, "2026-10-25T02:00:00Z", Presence::Gone);
}

#[test]
fn a_day_begins_at_midnight_in_the_region() {
    let copy = site(&Plan {
        publish: "2026-07-01",
        expires: "2026-07-02",
    });
    check_at(&copy, "2026-06-30T21:59:59Z", Presence::NotFound);
    check_at(&copy, "2026-06-30T22:00:00Z", Presence::Found);
    check_at(&copy, "2026-07-01T21:59:59Z", Presence::Found);
    check_at(&copy, "2026-07-01T22:00:00Z", Presence::Gone);
}

/// Asks until the answer has this status, and says how long that took since `begun`.
#[track_caller]
fn wait_for_status(server: &Server, status: u16, before: u16, begun: Instant) -> Duration {
    let mut connection = server.connect();
    loop {
        let reply = connection.get(ADDRESS).expect("the server answers");
        let elapsed = begun.elapsed();
        if reply.status == status {
            return elapsed;
        }
        assert_eq!(reply.status, before, "nothing comes between");
        assert!(
            elapsed < Duration::from_secs(60),
            "the moment passed and nothing changed"
        );
        std::thread::sleep(Duration::from_millis(2));
    }
}

#[test]
fn a_running_server_changes_at_the_moment_itself() {
    let copy = site(&Plan {
        publish: "2026-03-29T03:00:00",
        expires: "2026-03-29T03:00:03",
    });
    let content = copy.content();
    let begun = Instant::now();
    let server = Server::start_with(&mut noaber(&[
        "serve",
        "--listen",
        "127.0.0.1:0",
        "--content",
        &content,
        "--now",
        "2026-03-29T00:59:57Z",
    ]));
    let old = server
        .get("/")
        .header("x-content-version")
        .map(str::to_owned);
    for (seconds, before, status) in [(3, 404, 200), (6, 200, 410)] {
        let moment = Duration::from_secs(seconds);
        let changed = wait_for_status(&server, status, before, begun);
        assert!(
            changed >= moment,
            "{status} comes not before its moment but after {changed:?}"
        );
        for address in SHOWN_ON {
            assert_eq!(
                server.get(address).text().contains(TITLE),
                status == 200,
                "{address} changes with the page"
            );
        }
        let found = server
            .get("/zoeken/?q=tussen+twee+momenten")
            .text()
            .contains(&format!("href=\"{ADDRESS}\""));
        assert_eq!(found, status == 200, "the search changes with the page");
        assert_ne!(
            server
                .get("/")
                .header("x-content-version")
                .map(str::to_owned),
            old,
            "the version says that it is another site"
        );
    }
}

#[test]
fn nothing_that_changes_is_kept_without_asking() {
    let copy = site(&Plan {
        publish: "2026-03-29T03:00:00",
        expires: "2026-03-29T04:00:00",
    });
    for now in [
        "2026-03-29T00:59:00Z",
        "2026-03-29T01:30:00Z",
        "2026-03-29T03:00:00Z",
    ] {
        let server = Server::start(&["--no-watch", "--content", &copy.content(), "--now", now]);
        let paths = server.pages();
        let others = [
            "/sitemap.xml",
            "/robots.txt",
            "/nieuws/feed.xml",
            "/static/favicon.svg",
            ADDRESS,
            "/bestaat-niet/",
        ];
        for path in paths.into_iter().chain(others.map(str::to_owned)) {
            let kept = server
                .get(&path)
                .header("cache-control")
                .expect("every answer says how long it may be kept")
                .to_owned();
            assert!(
                ["public, no-cache", "no-store"].contains(&kept.as_str()),
                "{path} at {now}: {kept}"
            );
        }
    }
}
