//! Addresses: their canonical form, and the patterns of old ones.

use noaber::route::{RedirectPattern, Route, canonical_candidates};

#[test]
fn a_route_is_a_canonical_path_or_nothing() {
    for good in [
        "/",
        "/nieuws/",
        "/nieuws/2022/",
        "/sitemap.xml",
        "/static/site.3fa9.css",
    ] {
        assert!(Route::parse(good).is_some(), "{good}");
    }
    for bad in [
        "",
        "nieuws/",
        "//",
        "/Nieuws/",
        "/a//b/",
        "/../",
        "/a b/",
        "/a?b",
        "/caf\u{e9}/",
    ] {
        assert!(Route::parse(bad).is_none(), "{bad}");
    }
}

#[test]
fn the_parent_of_a_page_is_one_part_shorter() {
    let parent = |path: &str| {
        Route::parse(path)
            .and_then(|route| route.parent())
            .map(|route| route.to_string())
    };
    assert_eq!(parent("/nieuws/2022/").as_deref(), Some("/nieuws/"));
    assert_eq!(parent("/nieuws/").as_deref(), Some("/"));
    assert_eq!(parent("/"), None);
}

#[test]
fn other_forms_of_an_address_lead_to_its_canonical_form() {
    for form in [
        "/Nieuws",
        "/nieuws",
        "//nieuws//",
        "/nieuws/index.html",
        "/nieuws/INDEX.htm",
        "/%6eieuws/",
        "/.\\NIEUWS\\",
        "/nieuws/.",
    ] {
        assert_eq!(
            canonical_candidates(form).first().map(String::as_str),
            Some("/nieuws/"),
            "{form}"
        );
    }
    for hostile in [
        "/../etc/passwd",
        "/%2e%2e/%2e%2e/etc",
        "/%ff",
        "/a%00b",
        "/a%0d%0ab",
    ] {
        assert!(canonical_candidates(hostile).is_empty(), "{hostile}");
    }
}

#[test]
fn an_old_address_is_one_path_or_a_pattern() {
    let read = |address: &str| RedirectPattern::parse(address).map(|old| old.to_string());
    for (written, read_as) in [
        ("/Werken-Aan/economie", "/werken-aan/economie/"),
        ("/oud/brief.PDF", "/oud/brief.pdf"),
        ("/Café", "/caf%c3%a9/"),
        ("/Cafe\u{301}", "/caf%c3%a9/"),
        ("/cafe%CC%81/", "/caf%c3%a9/"),
        ("/uitleg/index.html", "/uitleg/"),
        ("/v1.2/Index.HTML", "/v1.2/"),
        ("/index.html", "/"),
        ("/caf%C3%89/", "/caf%c3%a9/"),
        ("/oud/een%20brief.pdf", "/oud/een%20brief.pdf"),
        ("/nieuws/é*", "/nieuws/%c3%a9*"),
        ("/?start=9", "/?start=9"),
        ("/nieuws/?start=*", "/nieuws?start=*"),
        ("/nieuws/1558-*", "/nieuws/1558-*"),
        ("/ons-bestuur/*", "/ons-bestuur/*"),
    ] {
        assert_eq!(read(written).as_deref(), Some(read_as), "{written}");
    }
    for wrong in [
        "",
        "oud",
        "https://voorbeeld.example/oud",
        "/oud#kop",
        "/*",
        "/a*b",
        "/a b",
        "/../x",
    ] {
        assert_eq!(read(wrong), None, "{wrong}");
    }
}

#[test]
fn a_pattern_has_the_addresses_that_start_alike() {
    let pattern = |address| match RedirectPattern::parse(address) {
        Some(RedirectPattern::Prefix(pattern)) => pattern,
        other => panic!("{address} is a pattern, not {other:?}"),
    };
    assert!(pattern("/nieuws/1558-*").has_path("/nieuws/1558-een-bericht"));
    assert!(!pattern("/nieuws/1558-*").has_path("/nieuws/15580"));
    assert!(pattern("/?start=*").has_query("/", "start=15"));
    assert!(!pattern("/?start=9").has_query("/", "start=91"));
    assert!(pattern("/nieuws?start=20").has_query("/nieuws/", "start=20"));
    assert!(!pattern("/nieuws?start=20").has_path("/nieuws"));
}
