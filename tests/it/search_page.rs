//! The search over a real socket: the page, its addresses, the same as JSON, and what it refuses.

use crate::support::{Server, TestSite, run};

fn start() -> Server {
    Server::start(&["--no-watch", "--now", "2026-11-23T12:00:00Z"])
}

#[test]
fn every_page_has_a_form_that_leads_to_the_search() {
    let server = start();
    for path in ["/", "/contact/", "/nieuws/", "/er-is-niets/"] {
        assert!(
            server
                .get(path)
                .text()
                .contains("<form action=\"/zoeken/\" method=\"get\">"),
            "{path}"
        );
    }
}

#[test]
fn a_browser_can_learn_to_search_the_site() {
    let server = start();
    assert!(
        server
            .get("/")
            .text()
            .contains("<link rel=\"search\" type=\"application/opensearchdescription+xml\"")
    );
    let reply = server.get("/opensearch.xml");
    assert_eq!(
        reply.header("content-type"),
        Some("application/opensearchdescription+xml")
    );
    assert!(
        reply
            .text()
            .contains("template=\"https://streek.example/zoeken/?q={searchTerms}\""),
        "{}",
        reply.text()
    );
    assert!(
        reply
            .text()
            .contains("<ShortName>Streek aan zee</ShortName>")
    );
}

#[test]
fn what_was_found_is_counted_aloud_and_marked() {
    let server = start();
    let reply = server.get("/zoeken/?q=goede+wegen");
    let text = reply.text();
    assert_eq!(reply.status, 200);
    assert!(
        text.contains("<p class=\"search-count\" role=\"status\"><strong>"),
        "{text}"
    );
    assert!(
        text.contains("<h2><a href=\"/themas/wegen/\"><mark>Goede wegen</mark></a></h2>"),
        "{text}"
    );
    assert!(text.contains("resultaten voor ‘goede wegen’"));
    assert!(text.contains("value=\"goede wegen\""));
}

#[test]
fn an_answer_is_not_kept_or_listed_and_knows_its_type() {
    let server = start();
    let reply = server.get("/zoeken/?q=werk");
    assert_eq!(reply.header("cache-control"), Some("no-store"));
    assert_eq!(reply.header("x-robots-tag"), Some("noindex"));
    assert_eq!(reply.header("vary"), Some("accept, accept-encoding"));
    assert_eq!(reply.header("etag"), None);
    assert!(
        reply
            .text()
            .contains("<meta name=\"robots\" content=\"noindex\">")
    );
    let head = server.request("HEAD", "/zoeken/?q=werk", &[]);
    assert_eq!((head.status, head.body.len()), (200, 0));
    assert_eq!(
        head.header("content-length"),
        Some(reply.body.len().to_string().as_str())
    );
    assert!(!server.get("/sitemap.xml").text().contains("/zoeken/"));
    assert_eq!(server.request("POST", "/zoeken/?q=werk", &[]).status, 405);
    assert_eq!(
        server.get("/zoeken?q=werk").header("location"),
        Some("/zoeken/?q=werk")
    );
}

#[test]
fn whoever_asks_nothing_gets_the_form_and_all_topics() {
    let server = start();
    for path in [
        "/zoeken/",
        "/zoeken/?q=",
        "/zoeken/?q=++",
        "/zoeken/?utm_source=brief",
    ] {
        let text = server.get(path).text();
        assert!(
            text.contains("Alle onderwerpen van A tot Z")
                && text.contains("<a href=\"/themas/wegen/\">"),
            "{path}"
        );
    }
}

#[test]
fn where_nothing_is_found_there_is_a_way_on() {
    let server = start();
    let text = server.get("/zoeken/?q=xyzzyplugh").text();
    assert!(text.contains("<strong>0</strong>") && text.contains("Niets gevonden"));
    assert!(text.contains("href=\"/themas/wegen/\"") && text.contains("href=\"/gemeenten/duin/\""));
}

#[test]
fn a_word_that_no_page_has_is_named_above_the_results() {
    let server = start();
    let text = server.get("/zoeken/?q=Veerpont+Xyzzyplugh").text();
    let (above, results) = text
        .split_once("<ol class=\"teasers\">")
        .expect("there are results");
    assert!(
        above.contains("<p>Over ‘Xyzzyplugh’ hebben we niets.</p>"),
        "{above}"
    );
    assert!(results.contains("href=\"/nieuws/veerpont-vaart-weer/\""));
    for known in ["/zoeken/?q=veerpont", "/zoeken/?q=veerpnt"] {
        assert!(!server.get(known).text().contains("hebben we niets"));
    }
}

#[test]
fn pages_that_share_a_fragment_of_a_word_are_offered_as_the_nearest_and_not_as_results() {
    let server = start();
    let text = server.get("/zoeken/?q=duinbrug").text();
    assert!(
        text.contains("<strong>0</strong>") && !text.contains("<ol class=\"teasers\">"),
        "{text}"
    );
    let nearest = text.split("id=\"s-nearest\"").nth(1).unwrap_or_default();
    assert!(nearest.contains("href=\"/nieuws/brug-dicht/\""), "{text}");
    let data = server.get_with("/zoeken/?q=duinbrug", &[("Accept", "application/json")]);
    let data: serde_json::Value = serde_json::from_slice(&data.body).expect("valid JSON");
    assert_eq!(data["hits"], serde_json::json!([]));
    assert_eq!(data["unmatched"], serde_json::json!(["duinbrug"]));
    let nearest = data["nearest"].to_string();
    assert!(
        nearest.contains("https://streek.example/nieuws/brug-dicht/")
            && nearest.contains("https://streek.example/themas/wegen/")
            && nearest.contains("https://streek.example/gemeenten/duin/"),
        "{nearest}"
    );
}

#[test]
fn in_another_language_there_is_a_way_on_too() {
    let server = start();
    for (path, way) in [("/de/suche/", "/de/"), ("/en/search/", "/en/")] {
        let text = server.get(&format!("{path}?q=xyzzyplugh")).text();
        let band = text.split("id=\"s-themes\"").nth(1).unwrap_or_default();
        assert!(band.contains(&format!("<a href=\"{way}")), "{text}");
    }
}

#[test]
fn a_page_in_another_language_comes_after_and_says_so() {
    let server = start();
    let text = server.get("/en/search/?q=veerpont").text();
    assert!(
        text.contains("lang=\"nl\" hreflang=\"nl\"") && text.contains(" in Dutch"),
        "{text}"
    );
    let data = server.get_with("/zoeken/?q=havenmeester", &[("Accept", "application/json")]);
    let data: serde_json::Value = serde_json::from_slice(&data.body).expect("valid JSON");
    let urls: Vec<&str> = data["hits"]
        .as_array()
        .expect("hits")
        .iter()
        .filter_map(|hit| hit["url"].as_str())
        .collect();
    assert!(
        urls[0].ends_with("/contact/") && !urls.iter().any(|url| url.ends_with("/de/kontakt/")),
        "translations are left out: {urls:?}"
    );
}

#[test]
fn a_mistake_in_typing_is_mended_and_can_be_meant() {
    let server = start();
    let text = server.get("/zoeken/?q=veerpnt").text();
    assert!(
        text.contains("Bedoelde u <a href=\"/zoeken/?q=veerpont\">veerpont</a>?"),
        "{text}"
    );
    assert!(
        text.contains("<a href=\"/zoeken/?q=veerpnt&amp;letterlijk=1\">"),
        "{text}"
    );
    assert!(
        server
            .get("/zoeken/?q=veerpnt&letterlijk=1")
            .text()
            .contains("<strong>0</strong>")
    );
    let literally = server
        .get("/zoeken/?q=gemeente+veerpnt&letterlijk=1")
        .text();
    assert!(
        !literally.contains("Bedoelde u") && !literally.contains("<strong>0</strong>"),
        "the other words still count"
    );
    assert!(literally.contains("&amp;letterlijk=1"), "choices keep it");
}

#[test]
fn hits_can_be_narrowed_and_the_choice_undone() {
    let server = start();
    let text = server.get("/zoeken/?q=dijk&soort=nieuws&jaar=2025").text();
    assert!(
        text.contains("<span aria-current=\"true\">Nieuws <span>"),
        "{text}"
    );
    assert!(
        text.contains("<span aria-current=\"true\">2025 <span>"),
        "{text}"
    );
    assert!(
        text.contains("<a href=\"/zoeken/?q=dijk&amp;soort=nieuws\">Alles</a>"),
        "{text}"
    );
    assert!(
        !text.contains("href=\"/nieuws/nieuwe-fietsroute/\""),
        "news of 2024 is left out"
    );
    let none = server.get("/zoeken/?q=veerpont&soort=gemeenten").text();
    assert!(
        none.contains("Met deze keuzes blijft er niets over"),
        "{none}"
    );
}

#[test]
fn the_list_of_a_kind_is_not_named_beside_the_kind() {
    let text = start().get("/zoeken/?q=wegen").text();
    let hit = text
        .split("href=\"/themas/wegen/\"")
        .nth(1)
        .and_then(|rest| rest.split("</li>").next())
        .expect("the theme is found");
    assert!(hit.contains("Thema</p>"), "{hit}");
}

#[test]
fn further_hits_have_an_address_of_their_own() {
    let site = TestSite::new();
    for number in 1..=12 {
        let page = format!(
            "+++\ntitle = \"Kwartel {number}\"\nsummary = \"Over kwartel {number}.\"\n+++\nDe kwartel.\n"
        );
        site.write(&format!("kwartel-{number}.md"), page);
    }
    let server = Server::start(&["--no-watch", "--content", &site.content()]);
    let first = server.get("/zoeken/?q=kwartel").text();
    assert!(first.contains("pagina=2\" rel=\"next\""), "{first}");
    let second = server.get("/zoeken/?q=kwartel&pagina=2").text();
    assert!(
        second.contains("rel=\"prev\"")
            && second
                .contains("aria-current=\"page\"><span class=\"visually-hidden\">Pagina </span>2")
    );
    let hits = |text: &str| {
        text.split("<ol class=\"teasers\">")
            .nth(1)
            .and_then(|rest| rest.split("</ol>").next())
            .map(str::to_owned)
    };
    assert_ne!(hits(&first), hits(&second));
    assert!(
        second.contains(", pagina 2 van "),
        "the title says which page it is"
    );
    let beyond = server.get("/zoeken/?q=kwartel&pagina=9999");
    assert_eq!(beyond.status, 400);
    assert!(
        beyond
            .text()
            .contains("<h1>Deze pagina met resultaten is er niet</h1>")
    );
}

#[test]
fn nothing_that_is_typed_becomes_markup() {
    let server = start();
    for typed in [
        "%3Cscript%3Ealert(1)%3C/script%3E",
        "%22%3E%3Cimg+src=x%3E",
        "%27+onfocus=%27alert(1)",
        "%26lt;b%26gt;",
        "werk%3Cb%3E",
    ] {
        let reply = server.get(&format!("/zoeken/?q={typed}"));
        let text = reply.text();
        assert_eq!(reply.status, 200);
        assert!(
            !text.contains("<script>alert")
                && !text.contains("<img src=x")
                && !text.contains("' onfocus")
                && !text.contains("<b>"),
            "{typed}: {text}"
        );
    }
}

#[test]
fn what_is_no_question_is_refused_with_a_page() {
    let server = start();
    let long = "a".repeat(201);
    let many: Vec<String> = (0..13).map(|number| format!("woord{number}")).collect();
    let (long, many) = (format!("q={long}"), format!("q={}", many.join("+")));
    let malformed = [
        "q=%00",
        "q=%ff%fe",
        "q=%zz",
        "q=100%",
        "q=a&q=b",
        "q=werk&pagina=0",
        "q=werk&pagina=twee",
        "q=werk&letterlijk=ja",
        &long,
        &many,
    ];
    for query in malformed {
        let reply = server.get(&format!("/zoeken/?{query}"));
        assert_eq!(reply.status, 400, "{query}");
        assert!(
            reply.text().contains("<form action=\"/zoeken/\"")
                && reply.text().contains("<h1>Deze vraag "),
            "{query}"
        );
    }
}

#[test]
fn a_filter_that_no_page_passes_any_more_leaves_no_results_and_can_be_removed() {
    let server = start();
    for filter in [
        "jaar=1850",
        "soort=iets",
        "thema=iets",
        "gemeente=nergens",
        "gemeente=arbeidsmarkt",
        "jaar=nooit",
        "thema=iets&pagina=3",
    ] {
        let reply = server.get(&format!("/zoeken/?q=werk&{filter}"));
        let text = reply.text();
        assert_eq!(reply.status, 200, "{filter}");
        assert!(
            text.contains("<strong>0</strong>")
                && text.contains("Met deze keuzes blijft er niets over.")
                && text.contains("<a href=\"/zoeken/?q=werk\">Alles</a>")
                && text.contains("<a href=\"/zoeken/?q=werk\">Zoek zonder deze keuzes</a>"),
            "{filter}: {text}"
        );
    }
}

#[test]
fn the_same_comes_as_data_for_who_asks_for_it() {
    let server = start();
    let reply = server.get_with(
        "/zoeken/?q=oevr&soort=gemeenten",
        &[("Accept", "application/json")],
    );
    assert_eq!(
        (reply.status, reply.header("content-type")),
        (200, Some("application/json"))
    );
    let data: serde_json::Value = serde_json::from_slice(&reply.body).expect("valid JSON");
    assert_eq!(data["query"], "oevr");
    assert_eq!(data["suggestion"], "Oever");
    assert_eq!(
        data["hits"][0]["url"],
        "https://streek.example/gemeenten/oever/"
    );
    assert_eq!(data["hits"][0]["best"], true);
    assert!(data["facets"]["kind"][0]["count"].is_u64());
    let question = server.get_with(
        "/zoeken/?q=zwemmen&soort=vragen",
        &[("Accept", "application/json")],
    );
    let question: serde_json::Value = serde_json::from_slice(&question.body).expect("valid JSON");
    assert_eq!(question["hits"][0]["kind"], "vragen");
    let first_named = [("Accept", "text/html, application/json")];
    assert_eq!(
        server
            .get_with("/zoeken/?q=werk", &first_named)
            .header("content-type"),
        Some("text/html; charset=utf-8")
    );
    let browser = [(
        "Accept",
        "text/html,application/xhtml+xml,application/json;q=0.9,*/*;q=0.8",
    )];
    assert_eq!(
        server
            .get_with("/zoeken/?q=werk", &browser)
            .header("content-type"),
        Some("text/html; charset=utf-8")
    );
    let refused = server.get_with("/zoeken/?q=%00", &[("Accept", "application/json")]);
    assert_eq!(refused.status, 400);
    assert!(
        serde_json::from_slice::<serde_json::Value>(&refused.body).expect("valid JSON")["error"]
            .is_string()
    );
}

#[test]
fn what_may_not_be_seen_yet_or_any_more_is_not_found() {
    let copy = TestSite::new();
    let page = |visible: &str| {
        format!(
            "+++\ntitle = \"Kwartelkoning\"\nsummary = \"Over de kwartelkoning.\"\n{visible}\n+++\nDe kwartelkoning roept.\n"
        )
    };
    copy.write("kwartel-straks.md", page("publish = 2026-12-01T09:00:00"));
    copy.write("kwartel-vroeger.md", page("expires = 2026-11-01"));
    copy.write("kwartel-concept.md", page("draft = true"));
    let content = copy.content();
    let found = |now: &str| {
        String::from_utf8_lossy(
            &run(&[
                "search",
                "kwartelkoning",
                "--content",
                &content,
                "--now",
                now,
            ])
            .stdout,
        )
        .into_owned()
    };
    assert!(!found("2026-11-23T12:00:00Z").contains("/kwartel-"));
    assert!(!found("2026-12-01T07:59:59Z").contains("/kwartel-"));
    assert!(found("2026-12-01T08:00:00Z").contains("/kwartel-straks/"));
    assert!(found("2026-10-31T12:00:00Z").contains("/kwartel-vroeger/"));
    assert!(!found("2026-12-01T08:00:00Z").contains("concept"));
}

#[test]
fn a_new_synonym_is_live_without_a_restart() {
    let copy = TestSite::new();
    let server = Server::start(&[
        "--content",
        &copy.content(),
        "--now",
        "2026-11-23T12:00:00Z",
    ]);
    assert!(
        server
            .get("/zoeken/?q=zwaluwstaart")
            .text()
            .contains("<strong>0</strong>")
    );
    let synonyms = copy.read("synoniemen.toml");
    copy.write(
        "synoniemen.toml",
        format!("{synonyms}\n[[one-way]]\nword = \"zwaluwstaart\"\nfinds = [\"wegen\"]\n"),
    );
    server.wait_for("/zoeken/?q=zwaluwstaart", "/themas/wegen/");
}

/// A server on the small site, with these answers beside it.
fn start_with_answers(answers: &str) -> (TestSite, Server) {
    let site = TestSite::new();
    site.write("antwoorden.toml", answers);
    let synonyms = site.read("synoniemen.toml");
    let more = "[[one-way]]\nword = \"reisdocument\"\nfinds = [\"paspoort\"]\n";
    site.write("synoniemen.toml", format!("{synonyms}\n{more}"));
    let server = Server::start(&[
        "--now",
        "2026-11-23T12:00:00Z",
        "--content",
        &site.content(),
    ]);
    (site, server)
}

/// The answers above the results of a query, as HTML.
fn answers(server: &Server, path: &str) -> String {
    let text = server.get(path).text();
    let section = text.split("<section class=\"answers\"").nth(1);
    let section = section.and_then(|rest| rest.split("</section>").next());
    section.unwrap_or_default().to_owned()
}

const PASSPORT: &str = "[[answer]]
words = [\"paspoort\"]
text = \"Een paspoort vraagt u aan bij uw gemeente.\"
link = { title = \"Kies uw gemeente\", file = \"gemeenten/index.md\" }
";

#[test]
fn an_answer_of_an_editor_stands_above_the_results_however_it_is_asked() {
    let (_site, server) = start_with_answers(PASSPORT);
    for question in [
        "paspoort",
        "Nieuwe+paspoorten",
        "paspport",
        "reisdocument",
        "veerpontpaspoort",
        "paspoort+veerpont",
    ] {
        let path = format!("/zoeken/?q={question}");
        let answers = answers(&server, &path);
        assert!(
            answers.contains("<h2 id=\"s-answers\">Antwoord</h2>")
                && answers.contains(
                    "<p>Een paspoort vraagt u aan bij uw gemeente. <a href=\"/gemeenten/\">Kies uw gemeente</a></p>"
                ),
            "{question}: {answers}"
        );
        let text = server.get(&path).text();
        let (above, _) = text.split_once("class=\"answers\"").expect("it is there");
        assert!(!above.contains("<ol class=\"teasers\">"), "{question}");
        assert!(
            !text.contains("hebben we niets") && !text.contains("Niets gevonden"),
            "{question}: {text}"
        );
    }
    assert_eq!(answers(&server, "/zoeken/?q=veerpont"), "");
    let data = server.get_with("/zoeken/?q=paspoort", &[("Accept", "application/json")]);
    let data: serde_json::Value = serde_json::from_slice(&data.body).expect("valid JSON");
    assert_eq!(
        data["answers"],
        serde_json::json!([{
            "text": "Een paspoort vraagt u aan bij uw gemeente.",
            "link": { "title": "Kies uw gemeente", "url": "https://streek.example/gemeenten/" },
        }])
    );
}

#[test]
fn an_answer_to_more_of_the_words_goes_before_one_to_fewer() {
    let answer = |words: &str, text: &str| {
        format!(
            "[[answer]]\nwords = [\"{words}\"]\ntext = \"{text}\"\nlink = {{ title = \"Een site\", address = \"https://elders.example/\" }}\n"
        )
    };
    let (_site, server) = start_with_answers(
        &[
            answer("belasting", "Vraag het hier."),
            answer("belasting buitenland", "Vraag het over de grens."),
            answer("Goede", "Wat is goed?"),
        ]
        .concat(),
    );
    let both = answers(&server, "/zoeken/?q=belasting+in+het+buitenland");
    assert!(
        both.contains("over de grens") && !both.contains("het hier"),
        "{both}"
    );
    assert!(answers(&server, "/zoeken/?q=belasting").contains("het hier"));
    // The page of that name says more than an answer to one word of it.
    assert_eq!(answers(&server, "/zoeken/?q=goede+wegen"), "");
}

#[test]
fn an_answer_in_another_language_says_which_it_is() {
    let (_site, server) = start_with_answers(
        "[[answer]]\nlanguage = \"en\"\nwords = [\"English\"]\ntext = \"Some pages are in English.\"\nlink = { title = \"Start here\", file = \"en/index.md\" }\n",
    );
    assert!(
        answers(&server, "/zoeken/?q=in+English").contains("<p lang=\"en\">Some pages are"),
        "on the Dutch page"
    );
    assert!(answers(&server, "/en/search/?q=in+English").contains("<p>Some pages are"));
}

#[test]
fn a_new_answer_is_live_without_a_restart() {
    let (site, server) = start_with_answers("");
    assert!(
        server
            .get("/zoeken/?q=paspoort")
            .text()
            .contains("<strong>0</strong>")
    );
    site.write("antwoorden.toml", PASSPORT);
    server.wait_for("/zoeken/?q=paspoort", "Een paspoort vraagt u aan");
}

#[test]
fn a_reason_is_given_for_each_hit() {
    let output = run(&["search", "route voor fiets", "--explain"]);
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        text.starts_with(" 1. ") && text.contains("samen één woord") && text.contains("stopwoord"),
        "{text}"
    );
    assert_eq!(run(&["search", "xyzzyplugh"]).status.code(), Some(1));
}

#[test]
fn what_is_not_found_is_counted_from_the_third_time_and_kept_in_a_file() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let file = folder.path().join("gevraagd.txt");
    let mut server = Server::start(&[
        "--no-watch",
        "--stats",
        file.to_str().expect("a plain path"),
    ]);
    for query in [
        "q=Xyzzy+PLUGH",
        "q=xyzzy+plugh",
        "q=de+xyzzy+plugh%3F",
        "q=frobnicatie",
        "q=werk",
    ] {
        assert_eq!(server.get(&format!("/zoeken/?{query}")).status, 200);
    }
    server.signal("TERM");
    assert!(server.wait().success());
    assert_eq!(
        std::fs::read_to_string(&file).expect("the file is there"),
        "3\txyzzy plugh\n"
    );
}

#[test]
fn what_may_say_who_somebody_is_is_not_counted_and_the_file_is_soon_true() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let file = folder.path().join("gevraagd.txt");
    let server = Server::start(&[
        "--no-watch",
        "--stats",
        file.to_str().expect("a plain path"),
    ]);
    for query in [
        "q=xyzzy%40plugh.example",
        "q=123456782",
        "q=xyzzy+0612345678",
        "q=frobnicatie",
    ]
    .repeat(3)
    {
        assert_eq!(server.get(&format!("/zoeken/?{query}")).status, 200);
    }
    let read = || std::fs::read_to_string(&file).expect("the file is there");
    let deadline = std::time::Instant::now() + std::time::Duration::from_secs(10);
    while read().is_empty() && std::time::Instant::now() < deadline {
        std::thread::sleep(std::time::Duration::from_millis(100));
    }
    assert_eq!(read(), "3\tfrobnicatie\n");
}

#[test]
fn a_flood_of_questions_is_sent_away_and_pages_go_on() {
    let server = Server::start(&["--no-watch", "--now", "2026-11-23T12:00:00Z"]);
    let long = "omgevingsagnda+regiodaelen+berijkbaarheidd+arbeidsmarktt+grensbelemering+vrijetijdsekonomie";
    let statuses: Vec<u16> = std::thread::scope(|scope| {
        let ask =
            |number: usize| server.request("GET", &format!("/zoeken/?q={long}+woord{number}"), &[]);
        let asking: Vec<_> = (0..400)
            .map(|number| scope.spawn(move || ask(number)))
            .collect();
        for _ in 0..20 {
            assert_eq!(
                server.get("/contact/").status,
                200,
                "pages are served meanwhile"
            );
        }
        asking
            .into_iter()
            .map(|thread| {
                let reply = thread.join().expect("nobody panicked");
                assert!(reply.status != 503 || reply.header("retry-after").is_some());
                reply.status
            })
            .collect()
    });
    assert!(
        statuses.iter().all(|status| matches!(status, 200 | 503)),
        "{statuses:?}"
    );
    assert!(
        statuses.contains(&200) && statuses.contains(&503),
        "some are answered and some are sent away"
    );
}
