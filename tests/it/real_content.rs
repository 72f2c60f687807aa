//! The content of the project itself. Beside the questions of the search, these are the only tests
//! that an edit of it can turn red, and only by being wrong.

use std::collections::BTreeMap;
use std::fs;
use std::sync::LazyLock;

use crate::architecture::{files, root, sources};
use crate::redirects::assert_leads;
use crate::site::{assert_frames, assert_links_lead_somewhere, assert_map_lists_every_page};
use crate::support::html::Document;
use crate::support::{NOW, Server, TestSite, project, run};

const BASE: &str = "https://twente-dichtbij.example";

/// The files of the built site by their address.
static FILES: LazyLock<BTreeMap<String, String>> =
    LazyLock::new(|| TestSite::of_real_content().build(&[]).files());

/// The content folder, as an argument.
fn content() -> String {
    project().join("content").display().to_string()
}

/// The end of the day of the last change: an edit is not wrong because it is newer than the tests.
fn last_change() -> String {
    let texts = files(&root().join("content"));
    let texts = texts
        .iter()
        .filter_map(|path| fs::read_to_string(path).ok());
    let days = texts.flat_map(|text| {
        let lines = text.lines();
        let days = lines.filter_map(|line| {
            let day = line
                .strip_prefix("updated = ")
                .or(line.strip_prefix("date = "))?;
            Some(format!("{day}T22:00:00Z"))
        });
        days.collect::<Vec<String>>()
    });
    days.max().expect("pages have days")
}

#[test]
fn it_has_no_mistakes_and_nothing_to_warn_of() {
    let now = last_change();
    let output = run(&["check", "--content", &content(), "--now", &now, "--all"]);
    let report = String::from_utf8_lossy(&output.stdout);
    assert_eq!(output.status.code(), Some(0), "{report}");
    assert!(!report.contains(": waarschuwing: "), "{report}");
}

#[test]
fn every_link_leads_somewhere_and_every_page_is_linked() {
    assert_links_lead_somewhere(&FILES);
}

#[test]
fn every_page_has_one_title_one_address_and_the_frame() {
    assert_frames(&FILES, BASE);
    for (address, html) in FILES.iter().filter(|(address, _)| address.ends_with('/')) {
        let (language, accessibility) = match address.get(..4) {
            Some("/de/") => ("de", "/de/barrierefreiheit/"),
            Some("/en/") => ("en", "/en/accessibility/"),
            _ => ("nl", "/toegankelijkheid/"),
        };
        let page = Document::parse(html);
        assert_eq!(page.attributes("html", "lang"), [language], "{address}");
        assert!(
            page.attributes("a", "href")
                .contains(&accessibility.to_owned()),
            "{address} links to the page on accessibility"
        );
    }
}

#[test]
fn the_site_map_lists_every_page_once() {
    assert_map_lists_every_page(&FILES, BASE);
}

#[test]
fn pages_say_what_their_readers_come_for() {
    for (address, parts) in [
        (
            "/",
            &[
                "Twente dichtbij",
                "href=\"/nieuws/\"",
                "href=\"/gemeenten/\"",
            ][..],
        ),
        (
            "/themas/bereikbaarheid/",
            &["href=\"/nieuws/twentekanalen-open-voor-grotere-schepen/\""],
        ),
        (
            "/nieuws/twentekanalen-open-voor-grotere-schepen/",
            &["href=\"/themas/bereikbaarheid/\""],
        ),
        (
            "/gemeenten/rijssen-holten/",
            &["href=\"/nieuws/verbrede-a1-klaar/\""],
        ),
        (
            "/nieuws/verbrede-a1-klaar/",
            &["href=\"/gemeenten/rijssen-holten/\""],
        ),
        (
            "/nieuws/2022/",
            &["/nieuws/een-nieuw-tijdperk-van-samenwerken/"],
        ),
        (
            "/nieuws/thema/bereikbaarheid/",
            &["/nieuws/verbrede-a1-klaar/"],
        ),
        ("/gemeenten/", &["Enschede", "Hof van Twente", "Twenterand"]),
        ("/contact/", &["<h1>"]),
        ("/toegankelijkheid/", &["<h1>"]),
        ("/privacy/", &["<h1>"]),
        (
            "/sitemap.xml",
            &["/nieuws/koning-bezoekt-rijssen/</loc><lastmod>2023-06-28</lastmod>"],
        ),
        ("/nieuws/feed.xml", &["<entry>"]),
        ("/de/", &["<html lang=\"de\">"]),
        ("/en/", &["<html lang=\"en\">"]),
    ] {
        let text = FILES
            .get(address)
            .unwrap_or_else(|| panic!("there is no {address}"));
        for part in parts {
            assert!(text.contains(part), "{address} has {part}");
        }
    }
}

#[test]
fn the_guide_for_editors_names_every_key() {
    let copy = TestSite::of_real_content();
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
fn the_program_knows_no_place_of_any_region() {
    let settings =
        fs::read_to_string(root().join("content/site.toml")).expect("the settings are there");
    let name = settings
        .lines()
        .find_map(|line| line.strip_prefix("name = "))
        .expect("the site has a name")
        .trim_matches('"')
        .to_lowercase();
    let municipalities = files(&root().join("content/gemeenten"))
        .into_iter()
        .filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()));
    let places: Vec<String> = municipalities
        .filter(|place| place != "index")
        .chain(name.split(' ').take(1).map(str::to_owned))
        .collect();
    assert!(places.len() > 10, "there are places to look for");
    let program = sources()
        .into_iter()
        .map(|(file, text)| (format!("src/{file}"), text));
    let templates = files(&root().join("templates")).into_iter().map(|path| {
        (
            path.display().to_string(),
            fs::read_to_string(&path).expect("templates are text"),
        )
    });
    for (file, text) in program.chain(templates) {
        let lower = text.to_lowercase();
        for place in &places {
            assert!(
                !lower
                    .split(|c: char| !c.is_alphanumeric() && c != '-')
                    .any(|word| word == place),
                "{file} names {place}"
            );
        }
    }
}

/// Addresses of the site that was here before, and where each leads; nothing for those that are
/// gone.
const BEFORE: &[(&str, Option<&str>)] = &[
    ("/?start=9", Some("/nieuws/")),
    ("/?start=15", Some("/nieuws/")),
    ("/?start=21", Some("/nieuws/")),
    ("/?start=24", Some("/nieuws/")),
    ("/english", Some("/en/")),
    ("/deutsch", Some("/de/")),
    (
        "/werken-aan/economie",
        Some("/over-twente/opgave-van-twente/"),
    ),
    (
        "/werken-aan/milieu-en-afval",
        Some("/themas/duurzame-regio/"),
    ),
    (
        "/werken-aan/belangenbehartiging-lobby",
        Some("/themas/public-affairs-en-lobby/"),
    ),
    (
        "/werken-aan/agenda-van-twente",
        Some("/afspraken/agenda-voor-twente/"),
    ),
    (
        "/werken-aan/agenda-voor-twente/high-tech-twente",
        Some("/themas/vestigingsklimaat/"),
    ),
    (
        "/werken-aan/agenda-voor-twente/innovatiebeleid-2012-2017",
        Some("/themas/vestigingsklimaat/"),
    ),
    (
        "/werken-aan/agenda-voor-twente/programma-s-innovatiebeleid",
        Some("/themas/vestigingsklimaat/"),
    ),
    (
        "/werken-aan/agenda-voor-twente/238-programma-s-innovatiebeleid/606-human-capital-agenda-twente",
        Some("/themas/arbeidsmarkt/"),
    ),
    (
        "/samenwerken-met/twente-board",
        Some("/bestuur/twente-board/"),
    ),
    (
        "/samenwerken-met/ozjt-samen14",
        Some("/over-twente/wie-doet-wat/"),
    ),
    (
        "/samenwerken-met/innovatiebeleid-twente",
        Some("/afspraken/agenda-voor-twente/"),
    ),
    (
        "/samenwerken-met/innovatiebeleid-twente/2007-2012",
        Some("/afspraken/agenda-voor-twente/"),
    ),
    (
        "/samenwerken-met/innovatiebeleid-twente/2012-2017",
        Some("/afspraken/agenda-voor-twente/"),
    ),
    ("/in-twente/werkgelegenheid", Some("/themas/arbeidsmarkt/")),
    ("/ons-bestuur/bestuur", Some("/bestuur/")),
    (
        "/ons-bestuur/algemeen-bestuur",
        Some("/bestuur/regio-twente-algemeen-bestuur/"),
    ),
    (
        "/ons-bestuur/dagelijks-bestuur",
        Some("/bestuur/regio-twente-dagelijks-bestuur/"),
    ),
    (
        "/ons-bestuur/twenteraad",
        Some("/bestuur/regio-twente-algemeen-bestuur/"),
    ),
    (
        "/ons-bestuur/algemeen-bestuur/115-regioraad-voorgaande-jaren/2008/427-vergadering",
        None,
    ),
    (
        "/over-regio-twente/twentse-samenwerking",
        Some("/over-twente/wie-doet-wat/"),
    ),
    ("/over-regio-twente/pers-en-media/nieuws", Some("/nieuws/")),
    (
        "/over-regio-twente/pers-en-media/nieuws?start=20",
        Some("/nieuws/"),
    ),
    (
        "/over-regio-twente/pers-en-media/nieuws/1050-agenda-van-twente-voor-vitale-regio",
        Some("/afspraken/agenda-voor-twente/"),
    ),
    (
        "/over-regio-twente/pers-en-media/nieuws/1112",
        Some("/themas/public-affairs-en-lobby/"),
    ),
    (
        "/over-regio-twente/pers-en-media/nieuws/1225",
        Some("/themas/public-affairs-en-lobby/"),
    ),
    (
        "/over-regio-twente/pers-en-media/nieuws/1253",
        Some("/agenda/handtekeningen-voor-de-routes/"),
    ),
    (
        "/over-regio-twente/pers-en-media/nieuws/1279-bestuur-stemt-in-met-jaarstukken-en-programmabegroting",
        Some("/documenten/jaarstukken-regio-twente-2017/"),
    ),
    (
        "/over-regio-twente/pers-en-media/nieuws/1280-een-bericht",
        None,
    ),
    (
        "/over-regio-twente/pers-en-media/nieuws/1362-startschot-gegeven-voor-uitwerking-regio-deal-twente",
        Some("/nieuws/startgesprek-regio-deal/"),
    ),
    (
        "/over-regio-twente/pers-en-media/nieuws/1401-regio-deal-twente-vanaf-vandaag-uit-de-startblokken",
        Some("/nieuws/akkoord-over-de-regio-deal/"),
    ),
    (
        "/over-regio-twente/pers-en-media/nieuws/1479-een-positief-besluit-over-het-transitieplan",
        Some("/nieuws/regio-twente-besluit-over-transitieplan/"),
    ),
    (
        "/over-regio-twente/pers-en-media/nieuws/1558-op-naar-een-toekomstbestendige-regionale-samenwerking",
        Some("/nieuws/bestuur-stemt-in-met-splitsing-regio-twente/"),
    ),
    (
        "/over-regio-twente/pers-en-media/nieuws/1558",
        Some("/nieuws/bestuur-stemt-in-met-splitsing-regio-twente/"),
    ),
    (
        "/over-regio-twente/pers-en-media/nieuws/1565-officiele-start-gr-gezondheid",
        Some("/nieuws/eerste-vergadering-gezondheidsorganisatie/"),
    ),
    (
        "/over-regio-twente/algemene-informatie/persberichten",
        Some("/nieuws/"),
    ),
    (
        "/over-regio-twente/algemene-informatie/persberichten/717",
        Some("/themas/bereikbaarheid/"),
    ),
    (
        "/over-regio-twente/algemene-informatie/persberichten/1242",
        Some("/themas/public-affairs-en-lobby/"),
    ),
];

#[test]
fn every_address_of_the_site_before_this_one_has_an_answer() {
    let server = Server::start(&["--no-watch", "--content", &content()]);
    for (address, to) in BEFORE {
        assert_leads(&server, address, *to);
        if !address.contains('?') {
            assert_leads(&server, &format!("{address}/"), *to);
            assert_leads(&server, &address.to_uppercase(), *to);
        }
    }
    assert_eq!(
        server.get("/?utm_source=brief").status,
        200,
        "another query is nobody's old address"
    );
    assert_eq!(server.get("/?start").status, 200);
    assert_eq!(server.get("/over-regio-twentes").status, 404);
}

#[test]
fn every_address_in_the_redirect_map_answers() {
    let server = Server::start(&["--no-watch", "--content", &content()]);
    let text = std::fs::read_to_string(project().join("content/adressen.toml"))
        .expect("the redirect map is there");
    let map: toml::Table = text.parse().expect("the redirect map is TOML");
    let served = map["served"].as_array().expect("a list");
    assert!(served.len() > 80);
    for address in served {
        let address = address.as_str().expect("an address");
        assert!(server.get(address).status == 200, "{address}");
    }
    let mut connection = server.connect();
    for (table, expected) in [("moved", 301), ("gone", 410)] {
        for address in map[table].as_table().expect("a table").keys() {
            let reply = connection
                .get(&address.replace('*', "12"))
                .expect("an answer");
            assert_eq!(reply.status, expected, "{address}");
        }
    }
}

#[test]
fn the_redirect_map_knows_every_address_of_the_site() {
    let output = run(&["addresses", "--content", &content(), "--now", NOW]);
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        output.status.success(),
        "run `cargo run -- addresses --write` and commit content/adressen.toml:\n{text}"
    );
}
