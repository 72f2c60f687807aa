//! Writing the list of addresses into `adressen.toml`.

use std::collections::BTreeSet;

use expect_test::expect;
use noaber::content::redirects::with_known_urls;

#[test]
fn the_list_of_addresses_is_written_and_the_rest_of_the_file_stays() {
    let write = |text: &str, served: &[&str]| {
        with_known_urls(text, &served.iter().copied().collect(), "nl").expect("the file is TOML")
    };
    let own = write("", &["/", "/nieuws/"]) + "\n[moved]\n\"/oud\" = \"index.md\" # met reden\n";
    expect![[r#"
        # Elk adres dat deze site heeft gehad. Hier gaat nooit een adres uit weg: LEESMIJ.md legt uit hoe het werkt.

        # De eigen adressen van de site. `noaber addresses --write` vult deze lijst aan.
        served = [
            "/",
            "/contact/",
            "/nieuws/",
        ]

        [moved]
        "/oud" = "index.md" # met reden
    "#]]
    .assert_eq(&write(&own, &["/", "/contact/", "/nieuws/"]));
}

#[test]
fn comments_and_line_ends_stay_as_they_were() {
    let written = "# boven\r\nserved = [\r\n    # de homepage\r\n    \"/\", # altijd\r\n    # het nieuws\r\n    \"/nieuws/\"\r\n]\r\n";
    let served = BTreeSet::from(["/", "/contact/", "/nieuws/", "/zoeken/"]);
    let expected = written
        .replace("    # het", "    \"/contact/\",\r\n    # het")
        .replace("\"/nieuws/\"\r\n", "\"/nieuws/\",\r\n    \"/zoeken/\",\r\n");
    assert_eq!(
        with_known_urls(written, &served, "nl").as_deref(),
        Some(expected.as_str())
    );
    assert_eq!(
        with_known_urls("served = [\"/\"]\n", &BTreeSet::from(["/", "/a/"]), "nl").as_deref(),
        Some("served = [\n    \"/\",\n    \"/a/\",\n]\n")
    );
}

#[test]
fn a_file_that_has_no_list_yet_gets_one() {
    let served = BTreeSet::from(["/"]);
    assert_eq!(
        with_known_urls("[moved]\n\"/oud\" = \"index.md\"\n", &served, "nl").as_deref(),
        Some("served = [\n    \"/\",\n]\n\n[moved]\n\"/oud\" = \"index.md\"\n")
    );
    assert_eq!(
        with_known_urls("[moved\n", &served, "nl"),
        None,
        "what cannot be read is not overwritten"
    );
}
