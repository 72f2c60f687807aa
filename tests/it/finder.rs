//! The form that finds the municipality of a place.

use crate::support::html::Document;
use crate::support::{NOW, Reply, Server, TestSite, project};

/// The small site with a finder and postcodes.
fn server() -> (TestSite, Server) {
    let site = TestSite::new();
    let settings = site.read("site.toml");
    site.write(
        "site.toml",
        settings.replace("[addresses]\n", "[addresses]\nfinder = \"vind\"\n"),
    );
    for (file, keys) in [
        (
            "gemeenten/oever.md",
            "postcodes = [\"1000-1099\", \"1205\"]",
        ),
        ("gemeenten/duin.md", "postcodes = [\"1200-1299\"]"),
    ] {
        let text = site
            .read(file)
            .replacen("+++\n", &format!("+++\n{keys}\n"), 1);
        site.write(file, text);
    }
    let server = Server::start(&["--no-watch", "--content", &site.content()]);
    (site, server)
}

fn find(server: &Server, query: &str) -> Reply {
    let query: String = form_urlencoded::byte_serialize(query.as_bytes()).collect();
    server.get(&format!("/vind/?q={query}"))
}

/// The address that a question leads to.
fn leads(server: &Server, query: &str) -> Option<String> {
    let reply = find(server, query);
    assert!(
        [200, 303].contains(&reply.status),
        "{query}: {}",
        reply.status
    );
    reply.header("location").map(str::to_owned)
}

/// The pages that a question gives a choice of.
fn choices(server: &Server, query: &str) -> Vec<String> {
    let reply = find(server, query);
    assert_eq!(reply.status, 200, "{query}");
    let page = reply.text();
    let list = Document::parse(&page)
        .inner(".directory")
        .unwrap_or_default();
    Document::parse(list).texts("a")
}

#[test]
fn one_municipality_that_is_meant_is_where_one_goes() {
    let (_site, server) = server();
    for asked in [
        "Oever",
        "oever",
        " OEVER ",
        "gemeente Oever",
        "ever",
        "Oevre",
        "1042",
        "1042 AB",
    ] {
        assert_eq!(
            leads(&server, asked).as_deref(),
            Some("/gemeenten/oever/"),
            "{asked}"
        );
    }
}

#[test]
fn several_that_may_be_meant_give_a_choice_and_none_gives_all() {
    let (_site, server) = server();
    assert_eq!(choices(&server, "1205"), ["Duin", "Oever"]);
    for asked in ["xyzzy", "9999", "", "?", &"a".repeat(500)] {
        assert_eq!(choices(&server, asked), ["Duin", "Oever"], "{asked}");
    }
    let nothing = find(&server, "xyzzy<b>").text();
    assert!(
        nothing.contains("‘xyzzy&lt;b&gt;’ vinden we niet"),
        "{nothing}"
    );
    assert!(
        nothing.contains("noindex"),
        "no search engine lists results"
    );
    for query in ["%ff", "q", "q=%E2%82", "q=a&q=b", "x=y"] {
        assert_eq!(
            server.get(&format!("/vind/?{query}")).status,
            200,
            "{query}"
        );
    }
}

/// True for a page that has an address in its choice, which is not one of all.
fn is_among(page: &str, address: &str) -> bool {
    let list = Document::parse(page)
        .inner(".directory")
        .unwrap_or_default();
    list.contains(address) && list.matches("<li>").count() < 14
}

#[test]
fn every_place_of_the_real_content_is_found_also_with_a_slip_in_it() {
    let server = Server::start(&[
        "--no-watch",
        "--now",
        NOW,
        "--content",
        &project().join("content").display().to_string(),
    ]);
    let finder = |query: &str| {
        let query: String = form_urlencoded::byte_serialize(query.as_bytes()).collect();
        server.get(&format!("/vind-uw-gemeente/?q={query}"))
    };
    let mut places = 0;
    for file in std::fs::read_dir(project().join("content/gemeenten")).expect("they are there") {
        let file = file.expect("an entry").path();
        let text = std::fs::read_to_string(&file).expect("a page is text");
        let slug = file
            .file_stem()
            .and_then(|stem| stem.to_str())
            .expect("a name");
        let line = text.lines().find_map(|line| line.strip_prefix("places = "));
        let Some(line) = line else { continue };
        for place in line.split('"').skip(1).step_by(2) {
            places += 1;
            let mut slip: Vec<char> = place.chars().collect();
            slip.remove(slip.len() / 2);
            let slip: String = slip.into_iter().collect();
            for asked in [place, &slip] {
                let reply = finder(asked);
                let address = format!("/gemeenten/{slug}/");
                let is_found = reply.header("location") == Some(&address)
                    || reply.status == 200 && is_among(&reply.text(), &address);
                assert!(is_found, "{asked} leads to {address}: {}", reply.status);
            }
        }
    }
    assert!(places > 50, "{places} places");
}

#[test]
fn the_search_says_in_which_municipality_a_place_lies() {
    let server = Server::start(&[
        "--no-watch",
        "--now",
        NOW,
        "--content",
        &project().join("content").display().to_string(),
    ]);
    let page = server.get("/zoeken/?q=vasse").text();
    let hit = page
        .split("<ol class=\"teasers\">")
        .nth(1)
        .unwrap_or_default();
    assert!(hit.contains("/gemeenten/tubbergen/"), "{hit}");
    assert!(hit.contains("Vasse ligt hier"), "{hit}");
}

#[test]
fn postcodes_of_other_countries_find_their_place_too() {
    let site = TestSite::copy("tests/regions/isles", &std::env::temp_dir());
    for (file, postcode) in [("gullholm", "48143-48167"), ("farness", "hs1")] {
        let file = format!("islands/{file}.md");
        let keys = format!("+++\npostcodes = [\"{postcode}\"]\n");
        let text = site.read(&file).replacen("+++\n", &keys, 1);
        site.write(&file, text);
    }
    let server = Server::start(&["--no-watch", "--content", &site.content()]);
    for (asked, place) in [
        ("48150", Some("/islands/gullholm/")),
        ("HS1 2PQ", Some("/islands/farness/")),
        ("hs1", Some("/islands/farness/")),
        ("HS12 1AA", None),
        ("4815", None),
    ] {
        let query: String = form_urlencoded::byte_serialize(asked.as_bytes()).collect();
        let reply = server.get(&format!("/find-your-island/?q={query}"));
        assert_eq!(reply.header("location"), place, "{asked}");
    }
}
