//! Every kind of content in every output: projects, documents, bodies and meetings among them.

use std::fmt::Write as _;

use crate::support::html::Document;
use crate::support::{TestSite, run};

/// A kind with a folder, an item of it, and the lists of that item.
struct Sample {
    kind: &'static str,
    folder: &'static str,
    /// The name of the file, without what the clock sets.
    file: &'static str,
    slug: &'static str,
    keys: &'static str,
    /// The lists beside that of the kind.
    lists: &'static [&'static str],
}

const RELATIONS: &str = "themes = [\"wegen\"]\nmunicipalities = [\"oever\"]\n";

const SAMPLES: [Sample; 9] = [
    Sample {
        kind: "news",
        folder: "nieuws",
        file: "2026-11-20-de-proef",
        slug: "de-proef",
        keys: "date = 2026-11-20\n",
        lists: &["2026/", "thema/wegen/", "gemeenten/oever/"],
    },
    Sample {
        kind: "events",
        folder: "agenda",
        file: "de-proef",
        slug: "de-proef",
        keys: "date = 2026-11-20\nstart = 2026-12-20T20:00:00\n",
        lists: &["2026-12/", "thema/wegen/", "gemeenten/oever/"],
    },
    Sample {
        kind: "projects",
        folder: "projecten",
        file: "de-proef",
        slug: "de-proef",
        keys: "date = 2026-11-20\nstatus = \"Loopt nog\"\n",
        lists: &["status/loopt-nog/", "thema/wegen/", "gemeenten/oever/"],
    },
    Sample {
        kind: "documents",
        folder: "documenten",
        file: "de-proef",
        slug: "de-proef",
        keys: "date = 2026-11-20\ntype = \"Besluit\"\npublisher = \"De streek\"\n",
        lists: &["type/besluit/", "2026/", "thema/wegen/"],
    },
    Sample {
        kind: "bodies",
        folder: "bestuur",
        file: "de-proef",
        slug: "de-proef",
        keys: "date = 2026-11-20\n",
        lists: &[],
    },
    Sample {
        kind: "meetings",
        folder: "vergaderingen",
        file: "de-proef",
        slug: "de-proef",
        keys: "date = 2026-11-20\nstart = 2026-12-20T20:00:00\n",
        lists: &["2026-12/"],
    },
    Sample {
        kind: "terms",
        folder: "begrippen",
        file: "de-proef",
        slug: "de-proef",
        keys: "date = 2026-11-20\n",
        lists: &[],
    },
    Sample {
        kind: "questions",
        folder: "vragen",
        file: "de-proef",
        slug: "de-proef",
        keys: "date = 2026-11-20\n",
        lists: &[],
    },
    Sample {
        kind: "themes",
        folder: "themas",
        file: "de-proef",
        slug: "de-proef",
        keys: "date = 2026-11-20\norder = 9\n",
        lists: &[],
    },
];

/// The small site with a folder for every kind.
fn site() -> TestSite {
    let site = TestSite::new();
    let mut kinds = String::new();
    for Sample { kind, folder, .. } in SAMPLES {
        if site.path(folder).exists() {
            continue;
        }
        write!(
            kinds,
            "[kinds.{kind}]\nfolder = \"{folder}\"\naddress = \"/{folder}/\"\n\n"
        )
        .expect("a string takes text");
        site.write(
            &format!("{folder}/index.md"),
            format!(
                "+++\ntitle = \"Map {folder}\"\nsummary = \"Wat er in {folder} staat.\"\n+++\n"
            ),
        );
    }
    let settings = site.read("site.toml");
    site.write(
        "site.toml",
        settings.replacen("[addresses]", &format!("{kinds}[addresses]"), 1),
    );
    site
}

#[test]
fn a_page_of_any_kind_is_everywhere_it_belongs_and_leaves_everywhere_when_it_expires() {
    for sample in SAMPLES {
        let Sample {
            kind,
            folder,
            file,
            slug,
            keys,
            lists,
        } = sample;
        let site = site();
        site.write(
            &format!("{folder}/{file}.md"),
            format!(
                "+++\ntitle = \"De grote proef\"\nsummary = \"Wij doen een proef.\"\npublish = 2026-11-21\nexpires = 2026-12-01\n{keys}{RELATIONS}+++\nEen proef met kwartelmeel.\n"
            ),
        );
        let address = format!("/{folder}/{slug}/");
        let shown_on = [format!("/{folder}/"), "/sitemap.xml".to_owned()];
        let mut shown_on: Vec<String> = shown_on.into();
        let is_by_time = ["events", "meetings"].contains(&kind);
        shown_on.extend(lists.iter().map(|list| format!("/{folder}/{list}")));
        shown_on.push("/llms.txt".to_owned());
        shown_on.extend(["json", "csv"].map(|ending| format!("/data/{folder}.{ending}")));
        if kind != "themes" {
            shown_on.extend(["/themas/wegen/", "/gemeenten/oever/"].map(str::to_owned));
        }
        if lists.is_empty() {
            shown_on.push("/overzicht/".to_owned());
        } else {
            // The overview leads there by the lists of parts. What happens is followed in a
            // calendar, and what appears in a feed, list by list too.
            shown_on.extend(["feed.xml", "feed.json"].map(|feed| format!("/{folder}/{feed}")));
            let followed = match kind {
                "events" | "meetings" => "calendar.ics",
                _ => "feed.xml",
            };
            let parts = lists
                .iter()
                .filter(|list| list.contains("wegen") && kind != "projects");
            shown_on.extend(
                parts
                    .chain([&""])
                    .map(|part| format!("/{folder}/{part}{followed}")),
            );
            shown_on.push(format!("/{folder}/rss.xml"));
        }
        if kind != "news" && !is_by_time {
            shown_on.push("/a-z/".to_owned());
        }
        for (now, is_there) in [
            ("2026-11-20T12:00:00Z", false),
            ("2026-11-23T12:00:00Z", true),
            ("2026-12-02T12:00:00Z", false),
        ] {
            let built = site.build(&["--now", now]);
            for page in &shown_on {
                let found = built.find(page).is_some_and(|text| text.contains(&address));
                assert_eq!(found, is_there, "{kind} on {page} at {now}");
            }
            let page = built.find(&address).unwrap_or_default();
            assert_eq!(page.contains("kwartelmeel"), is_there, "{kind} at {now}");
            let twin = built
                .find(&format!("{address}index.md"))
                .unwrap_or_default();
            assert_eq!(twin.contains("kwartelmeel"), is_there, "{kind} at {now}");
            let search = run(&[
                "search",
                "kwartelmeel",
                "--content",
                &site.content(),
                "--now",
                now,
            ]);
            let hits = String::from_utf8_lossy(&search.stdout).into_owned();
            assert_eq!(
                hits.contains(&address),
                is_there,
                "{kind} in the search at {now}: {hits}"
            );
        }
    }
}

/// The text of the facts beside a page, with single spaces.
fn facts(page: &str) -> String {
    let facts = Document::parse(page).inner(".facts").unwrap_or_default();
    let facts = facts.replace("</dt>", ": ").replace("</dd>", "; ");
    let facts = format!(
        "<p>{}</p>",
        facts.replace("<div>", "").replace("</div>", "")
    );
    let text = Document::parse(&facts).texts("p").join(" ");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_project_says_what_is_known_of_its_money_and_what_is_not() {
    let site = site();
    site.write(
        "projecten/brug.md",
        "+++\ntitle = \"De brug\"\nsummary = \"Een brug.\"\nstatus = \"Loopt\"\nstatus-date = 2026-11-01\nfrom = 2019\nto = 2022\npartners = [\"Het Rijk\", \"De streek\"]\n\n[budget]\ntotal = 30_000_000\nyear = 2019\nsource = \"de begroting\"\nparts = [{ name = \"Het Rijk\", amount = 12_500_000 }, { name = \"De streek\" }]\n+++\nTekst.\n",
    );
    let page = site.build(&[]).read("/projecten/brug/");
    assert_eq!(
        facts(&page),
        "Stand (1 november 2026): Loopt; Looptijd: 2019–2022; Partners: Het Rijk; De streek;"
    );
    let money = page
        .split("id=\"s-budget\"")
        .nth(1)
        .expect("the money is told");
    assert_eq!(
        Document::parse(money).texts("dd")[..3],
        ["€ 12.500.000", "niet bekend", "€ 30.000.000"]
    );
    assert!(money.contains("Bron: de begroting"), "{money}");
}

#[test]
fn a_document_and_the_one_that_replaces_it_lead_to_each_other() {
    let site = site();
    let document = |title: &str, keys: &str| {
        format!(
            "+++\ntitle = \"{title}\"\nsummary = \"{title} van de streek.\"\ntype = \"Verordening\"\npublisher = \"De streek\"\n{keys}+++\nTekst.\n"
        )
    };
    site.write(
        "documenten/oud.md",
        document("Oude regels", "date = 2020-01-01\n"),
    );
    site.write(
        "documenten/nieuw.md",
        document("Nieuwe regels", "date = 2026-01-01\ndocuments = [\"oud\"]\nlanguage = \"de\"\nnumber = \"2026/7\"\naddress = \"https://voorbeeld.example/regels\"\n"),
    );
    let built = site.build(&[]);
    let old = built.read("/documenten/oud/");
    assert!(
        old.contains("Er is een nieuwer document") && old.contains("href=\"/documenten/nieuw/\""),
        "{old}"
    );
    assert_eq!(
        facts(&built.read("/documenten/nieuw/")),
        "Soort: Verordening; Nummer: 2026/7; Uitgever: De streek; Taal: Deutsch; Te lezen bij: voorbeeld.example; Komt in plaats van: Oude regels;"
    );
    let register = built.read("/documenten/");
    assert_eq!(
        Document::parse(&register).texts("h2")[..3],
        ["Per jaar", "2026", "2020"]
    );
}

#[test]
fn a_body_shows_its_next_meeting_first_and_what_came_after_it() {
    let site = site();
    site.write("bestuur/raad.md", "+++\ntitle = \"De raad\"\nsummary = \"De raad beslist.\"\nbodies = [\"college\"]\nmembers = [{ name = \"A. Voorbeeld\", role = \"voorzitter\", from = 2021 }, { name = \"B. Voorbeeld\" }]\n+++\nTekst.\n");
    site.write("bestuur/college.md", "+++\ntitle = \"Het college\"\nsummary = \"Het college deed het werk.\"\nended-year = 2021\n+++\nTekst.\n");
    for (name, start) in [
        ("een", "2026-11-20"),
        ("twee", "2026-12-20T19:30:00"),
        ("drie", "2026-12-10T19:30:00"),
    ] {
        site.write(
            &format!("vergaderingen/{name}.md"),
            format!("+++\ntitle = \"Vergadering {name}\"\nsummary = \"De raad, keer {name}.\"\nstart = {start}\nbodies = [\"raad\"]\nopen = true\nagenda = [{{ title = \"De brug\", decision = \"Die komt er.\" }}]\n+++\nTekst.\n"),
        );
    }
    let built = site.build(&[]);
    let body = built.read("/bestuur/raad/");
    assert_eq!(
        Document::parse(&body).texts("h3"),
        ["Vergadering drie", "Vergadering twee", "Vergadering een"]
    );
    assert_eq!(
        facts(&body),
        "Volgende vergadering: donderdag 10 december 2026, 19.30 uur: Vergadering drie; Leden: A. Voorbeeld (voorzitter, vanaf 2021); B. Voorbeeld; Komt na: Het college;"
    );
    let ended = built.read("/bestuur/college/");
    assert!(
        ended.contains("Bestaat niet meer sinds 2021") && ended.contains("href=\"/bestuur/raad/\""),
        "{ended}"
    );
    let meeting = built.read("/vergaderingen/drie/");
    assert_eq!(
        facts(&meeting),
        "Wanneer: donderdag 10 december 2026, 19.30 uur; Wie vergadert: De raad; Toegang: openbaar: iedereen mag komen luisteren;"
    );
    assert!(
        meeting.contains("<strong>Besluit:</strong> Die komt er."),
        "{meeting}"
    );
}

/// A PDF of this many pages, whose page tree is compressed or not.
fn pdf(pages: u32, is_compressed: bool) -> Vec<u8> {
    let tree =
        format!("<< /Type /Pages /Count {pages} /Kids [2 0 R] >> << /Type /Outlines /Count 99 >>");
    let mut file = b"%PDF-1.7\n1 0 obj\n".to_vec();
    if is_compressed {
        file.extend(b"<< /Type /ObjStm /Filter /FlateDecode >>\nstream\r\n");
        let mut encoder = flate2::write::ZlibEncoder::new(&mut file, flate2::Compression::fast());
        std::io::Write::write_all(&mut encoder, tree.as_bytes()).expect("memory takes bytes");
        encoder.finish().expect("memory takes bytes");
        file.extend(b"\nendstream");
    } else {
        file.extend(tree.as_bytes());
    }
    file.extend(b"\nendobj\n%%EOF\n");
    file
}

#[test]
fn a_document_says_the_kind_the_size_and_the_pages_of_its_file() {
    let site = site();
    let files = site.folder().join("static/bestanden");
    std::fs::write(files.join("een.pdf"), pdf(12, false)).expect("the folder is there");
    std::fs::write(files.join("twee.pdf"), pdf(1, true)).expect("the folder is there");
    std::fs::write(files.join("drie.pdf"), "%PDF-1.7 /Count /Pages <<")
        .expect("the folder is there");
    let downloads: String = ["een", "twee", "drie"]
        .map(|name| format!("[[downloads]]\ntitle = \"Deel {name}\"\nfile = \"../../static/bestanden/{name}.pdf\"\n"))
        .concat();
    site.write(
        "documenten/verslag.md",
        format!("+++\ntitle = \"Verslag\"\nsummary = \"Het verslag.\"\ntype = \"Verslag\"\npublisher = \"De streek\"\n{downloads}+++\nTekst.\n"),
    );
    let page = site.build(&[]).read("/documenten/verslag/");
    let list = Document::parse(&page)
        .inner(".downloads")
        .expect("it has files");
    let files = Document::parse(list)
        .texts("a")
        .join("\n")
        .replace('\u{a0}', " ");
    assert_eq!(
        files.lines().collect::<Vec<_>>(),
        [
            "Deel een (pdf, 1 kB, 12 pagina’s)",
            "Deel twee (pdf, 1 kB, 1 pagina)",
            "Deel drie (pdf, 1 kB)"
        ]
    );
}
