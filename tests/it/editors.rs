//! The tools of editors: a preview while they write, a new file that is right, and the answer to
//! "is it live?".

use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;
use std::time::Duration;

use noaber::date::{TimeZone, Timestamp};
use noaber::editors;

use crate::support::{Reply, Server, TestSite, noaber, run};

const NEWS: &str = "nieuws/2026-11-20-proef.md";

fn news(title: &str, more: &str) -> String {
    format!(
        "+++\ntitle = \"{title}\"\nsummary = \"Een bericht om te bekijken, met een samenvatting die lang genoeg is om te lezen.\"\ndate = 2026-11-20\nowner = \"redactie\"\n{more}+++\nDit is {title}.\n"
    )
}

fn preview(copy: &TestSite, more: &[&str]) -> Server {
    Server::start_with(
        noaber(&[
            "preview",
            "--listen",
            "127.0.0.1:0",
            "--content",
            &copy.content(),
        ])
        .args(more),
    )
}

/// A page of the preview as it is without the one line that the preview adds.
fn without_script(reply: &Reply) -> String {
    let text = reply.text();
    let (before, rest) = text
        .split_once("<script src=\"/_preview/script.js\" data-tag=\"")
        .expect("the script is in the page");
    let (_, after) = rest
        .split_once("\" defer></script>\n")
        .expect("the script is one line");
    format!("{before}{after}")
}

fn note(server: &Server, page: &str) -> serde_json::Value {
    serde_json::from_str(&server.get(&format!("/_preview/note?page={page}")).text())
        .expect("a note is JSON")
}

#[test]
fn the_preview_shows_byte_for_byte_what_is_served_but_for_its_script() {
    let copy = TestSite::new();
    let (served, previewed) = (
        Server::start(&["--no-watch", "--content", &copy.content()]),
        preview(&copy, &[]),
    );
    let paths = served.pages();
    let mut compared = 0;
    for path in paths.into_iter().chain([
        "/zoeken/?q=oever".to_owned(),
        "/bestaat-niet/".to_owned(),
        "/ons-bestuur/bestuur".to_owned(),
    ]) {
        let (plain, shown) = (served.get(&path), previewed.get(&path));
        let head = previewed.request("HEAD", &path, &[]);
        assert_eq!(
            head.header("content-length"),
            shown.header("content-length"),
            "{path}: the length is that with the script"
        );
        assert_eq!(shown.status, plain.status, "{path}");
        assert_eq!(without_script(&shown), plain.text(), "{path}");
        assert!(
            !plain.text().contains("_preview"),
            "{path}: visitors get nothing of the preview"
        );
        assert_eq!(shown.header("cache-control"), Some("no-store"), "{path}");
        let policy = |reply: &Reply| {
            let policy = reply.header("content-security-policy");
            policy.unwrap_or_default().to_owned()
        };
        assert!(
            !policy(&plain).contains("script-src"),
            "{path}: nothing runs in the pages of visitors"
        );
        assert_eq!(
            policy(&shown).contains("script-src 'self'"),
            shown.header("content-type") == Some("text/html; charset=utf-8"),
            "{path}: a page of the preview may run its script"
        );
        compared += 1;
    }
    assert!(compared > 30, "{compared} pages were compared");
    for path in [
        "/sitemap.xml",
        "/nieuws/feed.xml",
        "/static/favicon.svg",
        "/robots.txt",
    ] {
        assert_eq!(served.get(path).body, previewed.get(path).body, "{path}");
    }
    for path in [
        "/_preview/script.js",
        "/_preview/style.css",
        "/_preview/note?page=/",
        "/_preview/changes",
    ] {
        assert_eq!(
            served.get(path).status,
            404,
            "{path} is only in the preview"
        );
    }
    assert_eq!(
        previewed
            .get_with("/", &[("If-None-Match", "*"), ("Accept-Encoding", "br")])
            .status,
        200
    );
}

#[test]
fn only_the_preview_shows_drafts_and_planned_pages_and_says_how_each_stands() {
    let copy = TestSite::new();
    copy.write("concept.md", news("Concept", "draft = true\n"));
    copy.write(
        "gepland.md",
        news("Gepland", "publish = 2027-03-03T09:00:00\n"),
    );
    copy.write(
        "verlopen.md",
        news("Verlopen", "expires = 2026-07-01T12:30:00\n"),
    );
    copy.write("tijdelijk.md", news("Tijdelijk", "expires = 2028-01-01\n"));
    let now = ["--now", "2027-01-10T12:00:00Z"];
    let previewed = preview(&copy, &now);
    let served = Server::start(&[&["--no-watch", "--content", &copy.content()][..], &now].concat());
    for (path, shown, public, state) in [
        ("/concept/", 200, 404, Some("concept")),
        (
            "/gepland/",
            200,
            404,
            Some("gepland voor 3 maart 09.00 uur"),
        ),
        (
            "/verlopen/",
            410,
            410,
            Some("verlopen sinds 1 juli 2026 12.30 uur"),
        ),
        (
            "/tijdelijk/",
            200,
            200,
            Some("te zien tot 1 januari 2028 00.00 uur"),
        ),
        ("/contact/", 200, 200, None),
    ] {
        assert_eq!(
            (previewed.get(path).status, served.get(path).status),
            (shown, public),
            "{path}"
        );
        assert_eq!(note(&previewed, path)["state"].as_str(), state, "{path}");
    }
    for path in [
        "/",
        "/nieuws/",
        "/a-z/",
        "/overzicht/",
        "/zoeken/?q=concept",
        "/nieuws/feed.xml",
        "/sitemap.xml",
        "/bestaat-niet/",
    ] {
        let text = served.get(path).text();
        assert!(
            !text.contains("/concept/")
                && !text.contains("/gepland/")
                && !text.contains("_preview"),
            "{path} tells visitors nothing"
        );
    }
    assert_eq!(
        run(&["serve", "--drafts"]).status.code(),
        Some(2),
        "nobody can serve drafts to visitors"
    );
}

#[test]
fn a_planned_page_is_previewed_as_it_will_be_served_at_its_moment() {
    let copy = TestSite::new();
    copy.write(
        NEWS,
        news(
            "Gepland",
            "publish = 2027-03-03T09:00:00\nthemes = [\"wegen\"]\n",
        ),
    );
    let previewed = preview(&copy, &["--now", "2027-01-10T12:00:00Z"]);
    let served = Server::start(&[
        "--no-watch",
        "--content",
        &copy.content(),
        "--now",
        "2027-03-03T08:00:00Z",
    ]);
    for path in ["/nieuws/proef/", "/nieuws/", "/themas/wegen/", "/"] {
        assert_eq!(
            without_script(&previewed.get(path)),
            served.get(path).text(),
            "{path}"
        );
    }
}

#[test]
fn a_note_lists_the_problems_of_its_page_and_counts_those_elsewhere() {
    let copy = TestSite::new();
    copy.write(NEWS, news("Goed", ""));
    let server = preview(&copy, &[]);
    assert!(
        note(&server, "/nieuws/proef/")["problems"]
            .as_array()
            .is_some_and(Vec::is_empty)
    );
    copy.write(
        NEWS,
        news("Goed", "") + "Zie [de afspraken](../afspraken/indeks.md).\n",
    );
    let found = wait_for_problem(&server, "/nieuws/proef/");
    assert_eq!(found["file"], NEWS);
    let problem = &found["problems"][0];
    assert_eq!(
        (problem["place"].as_str(), problem["severity"].as_str()),
        (Some("regel 8"), Some("fout"))
    );
    assert_eq!(
        problem["message"],
        "het bestand `../afspraken/indeks.md` bestaat niet"
    );
    assert_eq!(problem["help"], "bedoelt u `../afspraken/index.md`?");
    let elsewhere = note(&server, "/contact/");
    let other = &elsewhere["elsewhere"][0];
    assert_eq!(
        (other["file"].as_str(), other["page"].as_str()),
        (Some(NEWS), Some("/nieuws/proef/")),
        "errors come first, with the way there"
    );
    assert_eq!(
        (other["place"].as_str(), other["severity"].as_str()),
        (Some("regel 8"), Some("fout"))
    );
    copy.write(
        NEWS,
        news("Goed", "").replace("summary", "samenvatting") + "\nZie [contact](../contakt.md).\n",
    );
    let lines = || -> Vec<String> {
        let found = note(&server, "/nieuws/proef/");
        let lines = found["problems"].as_array().expect("a list").iter();
        lines
            .map(|problem| format!("{}: {}", problem["place"], problem["message"]).replace('"', ""))
            .collect()
    };
    let told = [
        "regel 1: `summary` ontbreekt",
        "regel 3: onbekende sleutel `samenvatting`",
        "regel 9: het bestand `../contakt.md` bestaat niet",
    ];
    let begun = std::time::Instant::now();
    while lines() != told {
        assert!(
            begun.elapsed() < Duration::from_secs(20),
            "the last good page stays, and all that is wrong now is told: {:?}",
            lines()
        );
        std::thread::sleep(Duration::from_millis(20));
    }
    copy.write("nieuw.md", "+++\ntitel = \"Nog niet goed\"\n+++\n");
    let found = wait_for_problem(&server, "/nieuw/");
    assert_eq!(server.get("/nieuw/").status, 404);
    assert_eq!(
        (found["file"].as_str(), found["state"].as_str()),
        (
            Some("nieuw.md"),
            Some("bezoekers zien deze pagina niet: regel 2, onbekende sleutel `titel`")
        )
    );
}

#[test]
fn the_note_of_a_page_that_visitors_see_tells_of_its_links_to_what_they_do_not() {
    let copy = TestSite::new();
    copy.write("concept.md", news("Concept", "draft = true\n"));
    copy.write(
        NEWS,
        news("Goed", "") + "Zie [het concept](../concept.md).\n",
    );
    let server = preview(&copy, &[]);
    let checked = run(&["check", "--content", &copy.content()]);
    let told = note(&server, "/nieuws/proef/")["problems"].clone();
    let is_told =
        |problem: &serde_json::Value| problem["message"] == "`../concept.md` is nog een concept";
    assert!(
        told.as_array()
            .is_some_and(|problems| problems.iter().any(is_told)),
        "{told}"
    );
    assert!(String::from_utf8_lossy(&checked.stdout).contains(&format!(
        "{NEWS}:8:5: fout: `../concept.md` is nog een concept [L103"
    )));
    assert!(
        server
            .get("/nieuws/proef/")
            .text()
            .contains("href=\"/concept/\""),
        "the writer can follow it"
    );
}

#[test]
fn a_note_says_so_when_the_last_change_cannot_be_seen() {
    let copy = TestSite::new();
    let server = preview(&copy, &[]);
    let settings = copy.read("site.toml");
    assert!(note(&server, "/contact/")["failure"].is_null());
    let waits_for = |is_right: &dyn Fn(&serde_json::Value) -> bool, what: &str| {
        let begun = std::time::Instant::now();
        while !is_right(&note(&server, "/contact/")) {
            assert!(
                begun.elapsed() < Duration::from_secs(20),
                "{what}: {}",
                note(&server, "/contact/")
            );
            std::thread::sleep(Duration::from_millis(20));
        }
    };
    std::fs::remove_file(copy.path("site.toml")).expect("the settings are there");
    waits_for(
        &|note| {
            note["failure"]
                .as_str()
                .is_some_and(|why| why.contains("site.toml"))
        },
        "the settings are gone",
    );
    copy.write("site.toml", &settings);
    waits_for(&|note| note["failure"].is_null(), "the settings are back");
    copy.write("site.toml", settings.replacen("name = ", "naam = ", 1));
    waits_for(
        &|note| note["elsewhere"][0]["file"] == "site.toml",
        "what is wrong with the settings comes first",
    );
}

fn wait_for_problem(server: &Server, page: &str) -> serde_json::Value {
    for _ in 0..1000 {
        let found = note(server, page);
        if found["problems"]
            .as_array()
            .is_some_and(|problems| !problems.is_empty())
        {
            return found;
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    panic!("{page} never got a problem");
}

#[test]
fn an_open_page_hears_of_each_change_and_of_nothing_when_the_preview_stops() {
    let copy = TestSite::new();
    copy.write(NEWS, news("Eerst", ""));
    let mut server = preview(&copy, &[]);
    let mut stream = TcpStream::connect(&server.address).expect("the preview listens");
    stream
        .set_read_timeout(Some(Duration::from_secs(20)))
        .expect("a timeout can be set");
    write!(
        stream,
        "GET /_preview/changes HTTP/1.1\r\nHost: {}\r\n\r\n",
        server.address
    )
    .expect("the preview reads");
    let mut lines = BufReader::new(stream)
        .lines()
        .map(|line| line.expect("a line"));
    assert!(
        lines.any(|line| line == "content-type: text/event-stream"),
        "it is a stream of events"
    );
    assert!(
        lines.any(|line| line == "data: 0"),
        "the first event comes at once"
    );
    let before = note(&server, "/nieuws/proef/")["tag"].clone();
    let untouched = note(&server, "/contact/")["tag"].clone();
    copy.write(NEWS, news("Daarna", ""));
    assert!(
        lines.any(|line| line == "data: 1"),
        "and one for each change"
    );
    assert_ne!(
        note(&server, "/nieuws/proef/")["tag"],
        before,
        "the page is another one"
    );
    assert_eq!(
        note(&server, "/contact/")["tag"],
        untouched,
        "a page that did not change is not asked for again"
    );
    let begun = std::time::Instant::now();
    server.signal("TERM");
    assert!(server.wait().success());
    assert!(
        begun.elapsed() < Duration::from_secs(5),
        "an open page holds nothing up"
    );
}

#[test]
fn the_preview_is_for_this_computer_alone() {
    let refused = run(&["preview", "--listen", "0.0.0.0:0"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("alleen voor deze computer"));
    let copy = TestSite::new();
    let server = preview(&copy, &[]);
    let asked = |host: &str| {
        server
            .raw(format!("GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").as_bytes())
            .status
    };
    for host in [
        "localhost",
        "localhost:8080",
        "127.0.0.1",
        "[::1]:8080",
        "voorbeeld.localhost",
    ] {
        assert_eq!(asked(host), 200, "{host}");
    }
    for host in [
        "evil.example",
        "evil.example:8080",
        "localhost.evil.example",
        "192.168.1.5",
        "",
    ] {
        assert_eq!(
            asked(host),
            403,
            "{host}: a site elsewhere may call itself this machine"
        );
    }
}

#[test]
fn a_new_file_has_the_right_name_and_keys_for_its_kind() {
    let copy = TestSite::new();
    let content = copy.content();
    let new = |folder: &str, title: &str| {
        run(&[
            "new",
            folder,
            title,
            "--content",
            &content,
            "--now",
            "2026-12-31T23:30:00Z",
        ])
    };
    let kinds = [
        (
            "nieuws",
            "Café \"’t Hoekje\" is open",
            "nieuws/2027-01-01-cafe-t-hoekje-is-open.md",
            "/nieuws/cafe-t-hoekje-is-open/",
        ),
        (
            "themas",
            "Veilig fietsen",
            "themas/veilig-fietsen.md",
            "/themas/veilig-fietsen/",
        ),
        (
            "begrippen",
            "Gemeenteraad",
            "begrippen/gemeenteraad.md",
            "/begrippen/gemeenteraad/",
        ),
        (
            "vragen",
            "Wie betaalt dit?",
            "vragen/wie-betaalt-dit.md",
            "/vragen/wie-betaalt-dit/",
        ),
        (
            "uitleg",
            "Wie was wie",
            "uitleg/wie-was-wie.md",
            "/uitleg/wie-was-wie/",
        ),
        (
            ".",
            "Werken\n+++\nbij ons",
            "werken-bij-ons.md",
            "/werken-bij-ons/",
        ),
    ];
    for (folder, title, file, address) in kinds {
        let made = new(folder, title);
        assert!(made.status.success(), "{made:?}");
        let told = String::from_utf8_lossy(&made.stdout).into_owned();
        assert!(
            told.contains(file) && told.contains(address),
            "it says where: {told}"
        );
        assert!(
            copy.read(file).contains("draft = true"),
            "{file} is a draft"
        );
        let again = new(folder, title);
        assert_eq!(again.status.code(), Some(2), "nothing is overwritten");
        assert!(String::from_utf8_lossy(&again.stderr).contains("is er al"));
    }
    let server = preview(&copy, &[]);
    for (_, _, _, address) in kinds {
        assert_eq!(
            server.get(address).status,
            200,
            "{address} can be seen while it is written"
        );
    }
    let output = run(&["check", "--all", "--content", &content]);
    let report = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        !report.contains("fout:") && !report.contains("waarschuwing:"),
        "nothing is wrong with what was made:\n{report}"
    );
    assert!(new("./gemeenten/", "-Proefstad").status.success());
    let check = || {
        String::from_utf8_lossy(&run(&["check", "--all", "--content", &content]).stdout)
            .into_owned()
    };
    let report = check();
    assert!(
        !report.contains("fout:"),
        "a draft may have facts that are still to come:\n{report}"
    );
    copy.write(
        "gemeenten/proefstad.md",
        copy.read("gemeenten/proefstad.md")
            .replace("draft = true\n", "")
            .replace("Vul hier in", "Kijk"),
    );
    let report = check();
    assert!(report.contains("dit is nog niet ingevuld"), "{report}");
    let taken = new("nieuws", "Café t hoekje is open!");
    assert_eq!(taken.status.code(), Some(2));
    copy.write("nieuws/2026-11-20-zelfde.md", news("Zelfde", ""));
    let taken = String::from_utf8_lossy(&new("nieuws", "Zelfde").stderr).into_owned();
    assert!(
        taken.contains("het adres /nieuws/zelfde/ is al van `nieuws/2026-11-20-zelfde.md`"),
        "{taken}"
    );
    let misspelt = new("nieuwz", "Titel");
    assert_eq!(
        misspelt.status.code(),
        Some(2),
        "another folder would be another kind"
    );
    assert!(String::from_utf8_lossy(&misspelt.stderr).contains("bedoelt u `nieuws`?"));
    assert_eq!(new("nieuws", "???").status.code(), Some(2));
    for (title, name) in [("lang ".repeat(30), "lang-"), ("x".repeat(100), "x")] {
        assert!(new("uitleg", &title).status.success());
        let file = format!(
            "uitleg/{}.md",
            name.repeat(60 / name.len()).trim_end_matches('-')
        );
        assert!(
            copy.read(&file).contains(title.trim()),
            "the name is cut off after a word"
        );
    }
    assert_eq!(new("Geen Map", "Titel").status.code(), Some(2));
}

/// A server with an admin address, and that address.
fn with_admin(arguments: &[&str]) -> (Server, String) {
    let free = std::net::TcpListener::bind("127.0.0.1:0")
        .and_then(|listener| listener.local_addr())
        .expect("a port is free");
    let admin = free.to_string();
    let server = Server::start(&[&["--admin", &admin], arguments].concat());
    (server, admin)
}

/// The status of the answer of an address that is asked by another name.
fn server_at(address: &str, host: &str, path: &str) -> u16 {
    let mut stream = TcpStream::connect(address).expect("somebody listens");
    write!(
        stream,
        "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"
    )
    .expect("it reads");
    let line = BufReader::new(stream)
        .lines()
        .next()
        .expect("it answers")
        .expect("a line");
    line.split(' ')
        .nth(1)
        .and_then(|status| status.parse().ok())
        .expect("a status")
}

fn ask(admin: &str, path: &str) -> Reply {
    Server::ask(admin, path)
}

#[test]
fn the_status_is_that_of_the_content_that_is_served() {
    let copy = TestSite::new();
    copy.write(NEWS, news("Bericht", ""));
    let (_server, admin) = with_admin(&["--no-watch", "--content", &copy.content()]);
    // Nobody reads this before the next start.
    copy.write(NEWS, "+++\ntitel = \"Fout\"\n+++\n");
    let begun = std::time::Instant::now();
    let status = loop {
        let status: serde_json::Value =
            serde_json::from_str(&ask(&admin, "/status.json").text()).expect("the status is JSON");
        if status["warnings"].is_u64() || begun.elapsed().as_secs() > 30 {
            break status;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    };
    assert!(
        status["warnings"].is_u64(),
        "every rule was applied: {status}"
    );
    assert_eq!(status["errors"], 0, "{status}");
}

#[test]
fn the_admin_address_tells_editors_and_scripts_what_is_live() {
    let copy = TestSite::new();
    copy.write(NEWS, news("Gepland", "publish = 2027-03-03T09:00:00\n"));
    let git = |arguments: &[&str]| {
        let done = std::process::Command::new("git")
            .current_dir(copy.folder())
            .args([
                "-c",
                "user.name=Redactie",
                "-c",
                "user.email=redactie@voorbeeld.example",
            ])
            .args(arguments)
            .output()
            .expect("git runs");
        assert!(done.status.success(), "git {arguments:?}");
        String::from_utf8_lossy(&done.stdout).trim().to_owned()
    };
    git(&["init", "--quiet"]);
    git(&["add", "."]);
    git(&["commit", "--quiet", "-m", "Eerst"]);
    let commit = git(&["rev-parse", "HEAD"]);
    let counts = copy.folder().join("niet-gevonden.txt");
    std::fs::write(&counts, "7\tlaadpaal\n").expect("a file can be written");
    let counts = counts.display().to_string();
    let (server, admin) = with_admin(&[
        "--content",
        &copy.content(),
        "--now",
        "2027-01-10T12:00:00Z",
        "--stats",
        &counts,
    ]);

    let status = || -> serde_json::Value {
        serde_json::from_str(&ask(&admin, "/status.json").text()).expect("the status is JSON")
    };
    let first = status();
    assert_eq!(first["commit"], commit.as_str());
    let version = || {
        server
            .get("/")
            .header("x-content-version")
            .expect("every answer says which version it is of")
            .to_owned()
    };
    assert_eq!(first["version"], version());
    assert!(
        version().starts_with(&format!("{}-", &commit[..12])),
        "a script that knows its commit can wait for it: {}",
        version()
    );
    assert_eq!(first["next-change"]["at"], "2027-03-03T08:00:00Z");
    assert_eq!(first["next-change"]["files"], serde_json::json!([NEWS]));
    assert_eq!(
        (first["errors"].as_u64(), first["failure"].as_str()),
        (Some(0), None)
    );
    let page = ask(&admin, "/").text();
    assert_eq!(
        first["searched-in-vain"],
        serde_json::json!([{ "words": "laadpaal", "times": 7 }])
    );
    for text in [
        commit.as_str(),
        "10 januari 2027 13.00",
        "3 maart 2027 09.00 uur",
        NEWS,
        "laadpaal (7 keer)",
    ] {
        assert!(page.contains(text), "the page says {text}");
    }
    assert_eq!(
        (
            ask(&admin, "/livez").status,
            ask(&admin, "/readyz").status,
            ask(&admin, "/style.css").status
        ),
        (200, 200, 200)
    );
    assert_eq!(ask(&admin, "/nieuws/").status, 404, "it is not the site");
    assert_eq!(
        server.get("/status.json").status,
        404,
        "visitors do not get it"
    );

    let host = |host: &str, path: &str| server_at(&admin, host, path);
    assert_eq!(
        (
            host("evil.example:9090", "/"),
            host("evil.example", "/status.json"),
            host("evil.example", "/livez")
        ),
        (403, 403, 200)
    );
    assert_eq!(
        (host("localhost:9090", "/"), host("192.168.1.5", "/")),
        (200, 200),
        "no other site can be called by these"
    );

    let url = format!("http://{admin}");
    for url in [
        &url,
        &admin,
        &format!("{url}/"),
        &format!("{admin}/status.json"),
    ] {
        let told = run(&["status", url]);
        assert!(told.status.success(), "{url}: {told:?}");
        assert!(String::from_utf8_lossy(&told.stdout).contains(&commit));
    }
    copy.write(
        "niet-best.md",
        news("Niet best", "") + "Klik [hier](contact.md).\n",
    );
    let begun = std::time::Instant::now();
    while !String::from_utf8_lossy(&run(&["status", &url]).stdout)
        .contains("deze linktekst zegt niet waar de link heen gaat")
    {
        assert!(
            begun.elapsed() < Duration::from_secs(60),
            "after a while all that `check` finds is told: {:?}",
            run(&["status", &url])
        );
        std::thread::sleep(Duration::from_millis(200));
    }

    copy.write("kapot.md", "+++\ntitel = \"Fout\"\n+++\n");
    git(&["add", "."]);
    git(&["commit", "--quiet", "-m", "Daarna"]);
    let later = git(&["rev-parse", "HEAD"]);
    let begun = std::time::Instant::now();
    while status()["commit"] != later.as_str() || !version().starts_with(&later[..12]) {
        assert!(
            begun.elapsed() < Duration::from_secs(20),
            "a script can wait for its commit"
        );
        std::thread::sleep(Duration::from_millis(20));
    }
    let told = run(&["status", &url]);
    assert_eq!(told.status.code(), Some(1), "something is wrong");
    assert!(
        String::from_utf8_lossy(&told.stdout)
            .contains("kapot.md:2:1: fout: onbekende sleutel `titel`")
    );

    std::fs::remove_file(copy.path("site.toml")).expect("the settings are there");
    let begun = std::time::Instant::now();
    while !status()["failure"]
        .as_str()
        .is_some_and(|failure| failure.contains("site.toml"))
    {
        assert!(
            begun.elapsed() < Duration::from_secs(20),
            "the page says that the last change is not live"
        );
        std::thread::sleep(Duration::from_millis(20));
    }
    assert_eq!(server.get("/").status, 200);
}

#[test]
fn the_status_of_a_program_that_is_not_there_is_a_clear_failure() {
    let free = std::net::TcpListener::bind("127.0.0.1:0")
        .and_then(|listener| listener.local_addr())
        .expect("a port is free");
    let nobody = run(&["status", &format!("http://{free}")]);
    assert_eq!(nobody.status.code(), Some(2));
    let told = format!("noaber: op {free} luistert niemand; start noaber met --admin {free}\n");
    assert_eq!(String::from_utf8_lossy(&nobody.stderr), told);
    let site = TestSite::new();
    let server = Server::start(&["--no-watch", "--content", &site.content()]);
    assert_eq!(
        run(&["status", &format!("http://{}", server.address)])
            .status
            .code(),
        Some(2),
        "the site is not its admin address"
    );
    assert_eq!(
        run(&["status", "https://voorbeeld.example"]).status.code(),
        Some(2)
    );
}

#[test]
fn a_moment_reads_as_the_clock_on_the_wall() {
    let zone = TimeZone::get("Europe/Amsterdam").expect("the zone is bundled");
    let at = |moment: &str| moment.parse::<Timestamp>().expect("a moment");
    let now = at("2027-01-10T12:00:00Z");
    for (moment, expected) in [
        ("2027-03-03T08:00:00Z", "3 maart 09.00 uur"),
        ("2027-07-01T22:00:30Z", "2 juli 00.00.30 uur"),
        ("2028-01-01T00:00:00Z", "1 januari 2028 01.00 uur"),
    ] {
        assert_eq!(
            editors::moment(at(moment), now, &zone).in_language("nl"),
            expected
        );
    }
    assert_eq!(
        editors::full_moment(now, &zone).in_language("nl"),
        "10 januari 2027 13.00 uur"
    );
}
