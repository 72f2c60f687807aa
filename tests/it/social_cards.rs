//! The pictures by which pages are shown where others share them.

use crate::support::{BuiltSite, TestSite};

/// The address of the picture by which a page is shared, within the site.
fn shared_by(built: &BuiltSite, page: &str) -> String {
    let html = built.read(page);
    let rest = html.split("og:image\" content=\"https://").nth(1);
    let rest = rest.unwrap_or_else(|| panic!("{page} has no picture: {html}"));
    let (address, _) = rest.split_once('"').expect("an attribute ends");
    let (_, path) = address.split_once('/').expect("an address has a path");
    format!("/{path}")
}

/// The bytes of the card of a page.
fn card(built: &BuiltSite, page: &str) -> Vec<u8> {
    std::fs::read(built.folder().join(&page[1..]).join("share.png")).expect("the card is drawn")
}

#[test]
fn a_page_without_a_picture_is_shared_by_a_card_of_its_own() {
    let built = TestSite::new().build(&[]);
    for page in ["/", "/themas/wegen/", "/gemeenten/oever/"] {
        assert_eq!(shared_by(&built, page), format!("{page}share.png"));
        let card = card(&built, page);
        assert_eq!(&card[..8], b"\x89PNG\r\n\x1a\n");
        assert_eq!(
            card[16..24],
            [1200u32.to_be_bytes(), 630u32.to_be_bytes()].concat()
        );
    }
    // What is no page of the editors is shared by the card of the home page.
    assert_eq!(shared_by(&built, "/a-z/"), "/share.png");
}

#[test]
fn a_card_changes_with_the_title_and_with_nothing_else() {
    let site = TestSite::new();
    let before = site.build(&[]);
    let file = "themas/wegen.md";
    let text = site.read(file);
    site.write(file, format!("{text}\nEen zin erbij.\n"));
    let longer = site.build(&[]);
    assert_eq!(
        card(&before, "/themas/wegen/"),
        card(&longer, "/themas/wegen/")
    );
    let title = text
        .lines()
        .find(|line| line.starts_with("title"))
        .expect("it has a title");
    site.write(file, text.replace(title, "title = \"Een titel die zo lang is dat hij over meer dan een regel van de kaart loopt, tot hij er in kleinere letters op past\""));
    let renamed = site.build(&[]);
    assert_ne!(
        card(&before, "/themas/wegen/"),
        card(&renamed, "/themas/wegen/")
    );
    assert_eq!(card(&before, "/"), card(&renamed, "/"));
}

#[test]
fn a_photograph_that_is_described_takes_the_place_of_the_card_and_a_drawing_does_not() {
    let site = TestSite::new();
    let photograph = card(&site.build(&[]), "/");
    std::fs::write(site.folder().join("static/beeld/foto.png"), photograph)
        .expect("a file can be written");
    let page = |image: &str, alt: &str| {
        format!(
            "+++\ntitle = \"Een pagina\"\nsummary = \"Met een beeld.\"\nimage = \"../static/beeld/{image}\"\nalt = \"{alt}\"\n+++\nTekst.\n"
        )
    };
    site.write("foto.md", page("foto.png", "De brug"));
    site.write("versiering.md", page("foto.png", ""));
    site.write("tekening.md", page("kaart.svg", "Een kaart"));
    std::fs::write(
        site.folder().join("static/beeld/kaart.svg"),
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 3\"/>",
    )
    .expect("a file can be written");
    let built = site.build(&[]);
    assert!(shared_by(&built, "/foto/").starts_with("/static/beeld/foto."));
    assert_eq!(shared_by(&built, "/versiering/"), "/versiering/share.png");
    assert_eq!(shared_by(&built, "/tekening/"), "/tekening/share.png");
}

#[test]
fn the_picture_of_the_site_stands_for_what_is_no_page_of_the_editors() {
    let site = TestSite::new();
    let picture = card(&site.build(&[]), "/");
    std::fs::write(site.folder().join("static/share.png"), picture).expect("a file can be written");
    let built = site.build(&[]);
    assert!(shared_by(&built, "/a-z/").starts_with("/static/share."));
    assert_eq!(
        shared_by(&built, "/themas/wegen/"),
        "/themas/wegen/share.png"
    );
}
