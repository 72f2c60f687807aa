//! Plain pages below a first page: their order, and the menu of their section on each of them.

use crate::support::html::Document;
use crate::support::{BuiltSite, TestSite};

/// The small site with plain pages: the path of each, its title, and its place where it has one.
fn site(pages: &[(&str, &str, Option<u32>)]) -> BuiltSite {
    let copy = TestSite::new();
    for (path, title, order) in pages {
        let order = order.map_or(String::new(), |order| format!("order = {order}\n"));
        let front = format!("title = \"{title}\"\nsummary = \"Over {title}.\"\n{order}");
        copy.write(path, format!("+++\n{front}+++\nTekst.\n"));
    }
    copy.build(&[])
}

/// The menu of the section on a page: its heading, its entries, and those that are current.
fn menu(built: &BuiltSite, address: &str) -> Option<(String, Vec<String>, Vec<String>)> {
    let page = built.read(address);
    let menu = Document::parse(&page)
        .outer("nav[aria-labelledby=s-section]")?
        .to_owned();
    let menu = Document::parse(&menu);
    let current = ["page", "true"].map(|value| {
        let hrefs = menu.attributes(&format!("a[aria-current={value}]"), "href");
        let hrefs = hrefs.iter();
        hrefs
            .map(|href| format!("{value} {href}"))
            .collect::<Vec<_>>()
    });
    let entries = Document::parse(menu.outer("ul")?);
    Some((
        menu.attributes("a", "href").swap_remove(0),
        entries.texts("a"),
        current.concat(),
    ))
}

const PAGES: &[(&str, &str, Option<u32>)] = &[
    ("wonen/index.md", "Wonen", None),
    ("wonen/bouwen.md", "Bouwen", None),
    ("wonen/huren.md", "Huren", Some(2)),
    ("wonen/kopen.md", "Kopen", Some(1)),
    ("wonen/zoeken.md", "Zoeken", Some(2)),
    ("leven/index.md", "Leven", None),
    ("leven/alleen.md", "Alleen", None),
];

#[test]
fn pages_of_a_section_stand_in_the_order_that_they_give_themselves_then_by_file() {
    let built = site(PAGES);
    let expected = ["Kopen", "Huren", "Zoeken", "Bouwen"];
    let page = built.read("/wonen/");
    let below = Document::parse(&page);
    let below = Document::parse(below.outer(".teasers").expect("a list"));
    assert_eq!(below.texts("h3"), expected);
    let (_, entries, _) = menu(&built, "/wonen/bouwen/").expect("a menu");
    assert_eq!(entries, expected);
    let overview = built.read("/overzicht/");
    let overview = Document::parse(&overview);
    let section = overview.inner("section[aria-labelledby=s-wonen]");
    let section = Document::parse(section.expect("the section is listed"));
    assert_eq!(section.texts("li"), expected);
}

#[test]
fn each_page_of_a_section_has_its_menu_with_itself_marked() {
    let built = site(PAGES);
    for name in ["bouwen", "huren", "kopen", "zoeken"] {
        let address = format!("/wonen/{name}/");
        let (head, entries, current) = menu(&built, &address).expect("a menu");
        assert_eq!(head, "/wonen/");
        assert_eq!(entries.len(), 4);
        assert_eq!(current, [format!("page {address}")]);
    }
}

#[test]
fn a_page_further_down_has_the_menu_of_the_nearest_section_with_more_pages_than_one() {
    let built = site(&[
        ("wonen/index.md", "Wonen", None),
        ("wonen/huren/index.md", "Huren", None),
        ("wonen/huren/toeslag.md", "Toeslag", None),
        ("wonen/kopen.md", "Kopen", None),
    ]);
    let (head, entries, current) = menu(&built, "/wonen/huren/toeslag/").expect("a menu");
    assert_eq!(head, "/wonen/");
    assert_eq!(entries, ["Huren", "Kopen"]);
    assert_eq!(current, ["true /wonen/huren/"]);
}

#[test]
fn there_is_no_menu_of_one_page_nor_on_a_first_page_nor_where_the_kind_has_a_list() {
    let built = site(PAGES);
    for address in [
        "/",
        "/contact/",
        "/wonen/",
        "/leven/alleen/",
        "/de/kontakt/",
        "/vragen/zwemmen/",
        "/begrippen/kade/",
        "/themas/wegen/",
        "/nieuws/brug-open/",
    ] {
        assert_eq!(menu(&built, address), None, "{address}");
    }
}
