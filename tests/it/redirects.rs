//! Every address that was ever served has an answer: a page, one redirect to a live page, or a page
//! that says why it is gone.

use std::collections::BTreeSet;

use crate::support::html::Document;
use crate::support::{Reply, Server, TestSite, run};

/// Old addresses of the small site, and where each leads; nothing for those that are gone.
const OLD: &[(&str, Option<&str>)] = &[
    ("/?start=9", Some("/nieuws/")),
    ("/?start=15", Some("/nieuws/")),
    ("/english", Some("/en/")),
    ("/werken-aan/economie", Some("/afspraken/")),
    ("/persberichten", Some("/nieuws/")),
    ("/persberichten/717-een-bericht", Some("/themas/wegen/")),
    (
        "/samenwerken-met/innovatiebeleid/2007-2012",
        Some("/afspraken/"),
    ),
    ("/oud/uitleg", Some("/uitleg/")),
    ("/oud/uitleg.html", Some("/uitleg/")),
    ("/ons-bestuur", None),
    ("/ons-bestuur/algemeen-bestuur/2008/427-vergadering", None),
];

#[track_caller]
pub fn assert_leads(server: &Server, address: &str, to: Option<&str>) {
    let reply = server.get(address);
    match to {
        Some(to) => {
            assert_eq!(
                (reply.status, reply.header("location")),
                (301, Some(to)),
                "{address}"
            );
            assert_eq!(
                server.get(to).status,
                200,
                "{address} is one hop from a live page"
            );
        }
        None => assert_gone(&reply, address),
    }
}

/// Asserts that the page says that it is gone and why, and offers a page that is there.
#[track_caller]
fn assert_gone(reply: &Reply, address: &str) {
    assert_eq!(reply.status, 410, "{address}");
    let text = reply.text();
    let reason = Document::parse(&text).texts(".lead").concat();
    assert!(reason.len() > 20, "{address} says why: {reason}");
    assert!(
        text.contains("<h3><a href=\"/"),
        "{address} offers another page"
    );
}

#[test]
fn every_old_address_has_an_answer_in_each_of_its_forms() {
    let site = TestSite::new();
    let server = Server::start(&["--no-watch", "--content", &site.content()]);
    for (address, to) in OLD {
        assert_leads(&server, address, *to);
        if !address.contains(['?', '.']) {
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
    assert_eq!(server.get("/ons-bestuurtje").status, 404);
    assert_eq!(server.get("/persberichten/71").status, 404);
}

#[test]
fn writing_the_redirect_map_adds_what_is_new_and_keeps_the_rest() {
    let copy = TestSite::new();
    let before = copy.read("adressen.toml");
    let content = copy.content();
    assert_eq!(
        run(&["addresses", "--content", &content]).status.code(),
        Some(0)
    );
    copy.write("nieuw.md", "+++\ntitle = \"Nieuw\"\nsummary = \"Een nieuwe pagina.\"\nformer = [\"/vroeger-hier\"]\n+++\n");
    let told = run(&["addresses", "--content", &content]);
    assert_eq!(told.status.code(), Some(1));
    assert!(
        String::from_utf8_lossy(&told.stdout)
            .starts_with("/nieuw/\n/vroeger-hier/\n2 adressen staan"),
        "{told:?}"
    );
    assert_eq!(
        copy.read("adressen.toml"),
        before,
        "nothing is written that was not asked for"
    );
    assert_eq!(
        run(&["addresses", "--write", "--content", &content])
            .status
            .code(),
        Some(0)
    );
    let lines = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
    let (old, new) = (lines(&before), lines(&copy.read("adressen.toml")));
    let added: BTreeSet<_> = new
        .iter()
        .filter(|line| !old.contains(line))
        .map(|line| line.trim())
        .collect();
    assert_eq!(
        added,
        BTreeSet::from(["\"/nieuw/\",", "\"/vroeger-hier/\","])
    );
    assert_eq!(new.len(), old.len() + 2, "nothing else changes");
    assert_eq!(
        run(&["addresses", "--content", &content]).status.code(),
        Some(0)
    );
    copy.write("adressen.toml", "[moved\n");
    assert_eq!(
        run(&["addresses", "--write", "--content", &content])
            .status
            .code(),
        Some(2)
    );
    assert_eq!(
        copy.read("adressen.toml"),
        "[moved\n",
        "what cannot be read is not overwritten"
    );
}

/// The report of a check that fails.
#[track_caller]
fn failing_check(copy: &TestSite) -> String {
    let output = run(&["check", "--all", "--content", &copy.content()]);
    assert_eq!(output.status.code(), Some(1));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn a_page_that_is_removed_or_renamed_without_a_word_fails_the_check_and_lists_its_users() {
    let copy = TestSite::new();
    let page = copy.read("themas/water.md");
    let uses = run(&["links", "themas/water.md", "--content", &copy.content()]);
    let users: Vec<String> = String::from_utf8_lossy(&uses.stdout)
        .lines()
        .filter_map(|line| {
            Some(
                line.strip_prefix(&format!("{}/", copy.content()))?
                    .split(": ")
                    .next()?
                    .to_owned(),
            )
        })
        .collect();
    assert!(users.len() > 3, "the page is used: {users:?}");

    std::fs::remove_file(copy.path("themas/water.md")).expect("the page is there");
    let report = failing_check(&copy);
    assert!(
        report.contains(
            "fout: het adres /themas/water/ was er, en is er niet meer [A102 verdwenen-adres]"
        ),
        "{report}"
    );
    for user in &users {
        assert!(
            report.contains(&format!("{user}: fout: ")),
            "{user} is told that what it refers to is gone:\n{report}"
        );
    }

    copy.write(
        "themas/zee.md",
        page.replacen("+++\n", "+++\nformer = [\"/themas/water/\"]\n", 1),
    );
    assert!(
        !failing_check(&copy).contains("A102"),
        "a page that names its former address keeps it"
    );
    let server = Server::start(&["--no-watch", "--content", &copy.content()]);
    assert_leads(&server, "/themas/water/", Some("/themas/zee/"));
}

#[test]
fn whatever_names_a_thing_finds_what_refers_to_it() {
    let copy = TestSite::new();
    copy.write("plan.md", "+++\ntitle = \"Plan\"\nsummary = \"Een plan.\"\ndraft = true\n[[downloads]]\ntitle = \"Het plan\"\nfile = \"../static/proefplan.pdf\"\n+++\n## De kop\n\n[De kop](#de-kop)\n");
    std::fs::write(copy.path("../static/proefplan.pdf"), "%PDF").expect("a file can be written");
    let links = |wanted: &str| run(&["links", wanted, "--content", &copy.content()]);
    let told = |wanted: &str| {
        let output = links(wanted);
        assert!(output.status.success(), "{wanted}: {output:?}");
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    let straight = told("contact.md");
    let absolute = copy
        .path("contact.md")
        .canonicalize()
        .expect("it is there")
        .display()
        .to_string();
    for wanted in [
        "content/contact.md",
        "./contact.md",
        "/Contact/",
        "contact",
        absolute.as_str(),
    ] {
        assert_eq!(told(wanted), straight, "{wanted}");
    }
    for wanted in [
        "proefplan.pdf",
        "static/proefplan.pdf",
        "/static/proefplan.pdf",
    ] {
        assert!(
            told(wanted).contains("plan.md:7:8: `downloads`"),
            "{wanted}: {}",
            told(wanted)
        );
    }
    assert!(told("plan.md#de-kop").contains("link \"De kop\""));
    for (wanted, meant) in [
        ("kontact.md", "contact.md"),
        ("plan.md#de-kp", "plan.md#de-kop"),
        ("proefplam.pdf", "static/proefplan.pdf"),
    ] {
        let output = links(wanted);
        let why = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(
            (output.status.code(), why),
            (
                Some(2),
                format!("noaber: `{wanted}` bestaat niet; bedoelt u `{meant}`?\n")
            )
        );
    }
    let report =
        String::from_utf8_lossy(&run(&["check", "--content", &copy.content()]).stdout).into_owned();
    assert!(
        !report.contains("proefplan.pdf"),
        "what a draft offers is of use:\n{report}"
    );
}

#[test]
fn a_page_that_is_withdrawn_says_why() {
    let copy = TestSite::new();
    std::fs::remove_file(copy.path("themas/water.md")).expect("the page is there");
    let reason = "Deze pagina is ingetrokken omdat de cijfers niet klopten.";
    let gone = format!(
        "\"/themas/water/\" = {{ reason = \"{reason}\", instead = \"themas/index.md\" }}\n"
    );
    copy.write("adressen.toml", copy.read("adressen.toml") + &gone);
    assert!(!failing_check(&copy).contains("A102"));
    let server = Server::start(&["--no-watch", "--content", &copy.content()]);
    let reply = server.get("/themas/water/");
    assert_gone(&reply, "the page");
    assert!(reply.text().contains(reason) && reply.text().contains("<h3><a href=\"/themas/\""));
}

#[test]
fn an_address_that_is_gone_stays_gone_when_what_it_offers_expires() {
    let copy = TestSite::new();
    copy.write(
        "aanbod.md",
        "+++\ntitle = \"Aanbod\"\nsummary = \"Tot de zomer.\"\nexpires = 2026-07-01\nsuccessor = \"contact.md\"\n+++\n",
    );
    let gone =
        "\"/oude-brief\" = { reason = \"Deze brief is ingetrokken.\", instead = \"aanbod.md\" }\n";
    copy.write("adressen.toml", copy.read("adressen.toml") + gone);
    for (now, offered) in [
        ("2026-06-30T12:00:00Z", "/aanbod/"),
        ("2026-07-01T12:00:00Z", "/contact/"),
    ] {
        let server = Server::start(&["--no-watch", "--content", &copy.content(), "--now", now]);
        let reply = server.get("/oude-brief");
        assert_gone(&reply, "the old address");
        assert!(
            reply.text().contains(&format!("<h3><a href=\"{offered}\"")),
            "{now}: {offered}"
        );
    }
}

#[test]
fn an_old_address_may_have_letters_that_ours_do_not() {
    let copy = TestSite::new();
    copy.write(
        "adressen.toml",
        copy.read("adressen.toml")
            .replace("[moved]\n", "[moved]\n\"/Café\" = \"contact.md\"\n"),
    );
    let server = Server::start(&["--no-watch", "--content", &copy.content()]);
    for form in ["/caf%C3%A9", "/caf%c3%a9/", "/Caf%C3%89"] {
        assert_leads(&server, form, Some("/contact/"));
    }
    assert_eq!(server.get("/caf").status, 404);
}

#[test]
fn an_expired_page_names_its_successor_and_keeps_its_former_addresses() {
    let copy = TestSite::new();
    let page = |more: &str| {
        format!(
            "+++\ntitle = \"Inspraak 2025\"\nsummary = \"U kunt meepraten.\"\nformer = [\"/meepraten\"]\nexpires = 2026-01-01\n{more}+++\nTekst.\n"
        )
    };
    copy.write(
        "uitleg/inspraak.md",
        page("successor = \"../contact.md\"\n"),
    );
    let at = |moment: &str| {
        Server::start(&["--no-watch", "--content", &copy.content(), "--now", moment])
    };
    let before = at("2025-12-31T22:59:59Z");
    assert_eq!(before.get("/uitleg/inspraak/").status, 200);
    assert_leads(&before, "/meepraten", Some("/uitleg/inspraak/"));
    let after = at("2025-12-31T23:00:00Z");
    for address in ["/uitleg/inspraak/", "/meepraten"] {
        let reply = after.get(address);
        assert_gone(&reply, address);
        assert!(
            reply.text().contains("‘Inspraak 2025’")
                && reply.text().contains("<h3><a href=\"/contact/\""),
            "{address}"
        );
    }
    copy.write("uitleg/inspraak.md", page(""));
    let reply = at("2026-01-01T00:00:00Z").get("/uitleg/inspraak/");
    assert!(
        reply.text().contains("<h3><a href=\"/uitleg/\""),
        "without a successor it is the page above"
    );
}

#[test]
fn a_list_that_becomes_shorter_leads_to_its_beginning() {
    let copy = TestSite::new();
    for file in std::fs::read_dir(copy.path("nieuws"))
        .expect("the news is there")
        .map(|entry| entry.expect("an entry").path())
    {
        if file
            .file_name()
            .is_some_and(|name| name.to_string_lossy().starts_with("2024"))
        {
            std::fs::remove_file(file).expect("the file is there");
        }
    }
    let server = Server::start(&["--no-watch", "--content", &copy.content()]);
    assert_leads(&server, "/nieuws/2024/", Some("/nieuws/"));
}

#[test]
fn the_lists_and_feeds_of_a_page_move_with_it() {
    let site = TestSite::new();
    let theme = site.read("themas/wegen.md");
    let moved = theme.replacen("+++\n", "+++\nformer = [\"/themas/wegen\"]\n", 1);
    site.write("themas/verkeer.md", moved);
    std::fs::remove_file(site.path("themas/wegen.md")).expect("the file is there");
    let news = "nieuws/2025-06-09-bus-rijdt-vaker.md";
    site.write(news, site.read(news).replace("\"wegen\"", "\"verkeer\""));
    let server = Server::start(&["--no-watch", "--content", &site.content()]);
    for (old, new) in [
        ("/nieuws/thema/wegen/", "/nieuws/thema/verkeer/"),
        (
            "/nieuws/thema/wegen/feed.xml",
            "/nieuws/thema/verkeer/feed.xml",
        ),
        (
            "/nieuws/thema/wegen/feed.json",
            "/nieuws/thema/verkeer/feed.json",
        ),
        ("/themas/wegen/share.png", "/themas/verkeer/share.png"),
    ] {
        assert_leads(&server, old, Some(new));
    }
}

#[test]
fn a_redirect_map_with_a_mistake_keeps_every_old_address_as_it_was() {
    let copy = TestSite::new();
    let server = Server::start(&["--content", &copy.content()]);
    copy.write("adressen.toml", "[moved\n");
    copy.write(
        "merkteken.md",
        "+++\ntitle = \"Merkteken\"\nsummary = \"Om op te wachten.\"\n+++\n",
    );
    server.wait_for("/merkteken/", "<h1>Merkteken</h1>");
    assert_leads(&server, "/werken-aan/economie", Some("/afspraken/"));
    assert!(failing_check(&copy).contains("adressen.toml:1:1: fout: "));
}

#[test]
fn a_file_or_old_address_that_is_named_after_something_else_takes_nothing_down() {
    let copy = TestSite::new();
    copy.write("nieuws/feed.xml", "<feed/>");
    copy.write("static/site.svg", "<svg viewBox=\"0 0 1 1\"/>");
    std::fs::write(
        copy.folder().join("static/site.svg"),
        "<svg viewBox=\"0 0 2 2\"/>",
    )
    .expect("a file can be written");
    copy.write(
        "klem.md",
        "+++\ntitle = \"Klem\"\nsummary = \"Alles wat al bezet is.\"\nformer = [\"/sitemap.xml\", \"/robots.txt\", \"/static/favicon.svg\", \"/klem/\", \"/\"]\n+++\n[De feed](nieuws/feed.xml) en ![een beeld](static/site.svg) en ![een beeld](../static/site.svg).\n",
    );
    let report = failing_check(&copy);
    assert_eq!(
        report.matches("[A101 ").count(),
        5,
        "each occupied address is told:\n{report}"
    );
    let server = Server::start(&["--no-watch", "--content", &copy.content()]);
    for path in [
        "/",
        "/klem/",
        "/sitemap.xml",
        "/robots.txt",
        "/static/favicon.svg",
    ] {
        assert_eq!(server.get(path).status, 200, "{path}");
    }
    assert!(
        server
            .get("/nieuws/feed.xml")
            .text()
            .contains("http://www.w3.org/2005/Atom"),
        "the feed of the site stays"
    );
}
