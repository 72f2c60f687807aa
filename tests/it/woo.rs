//! The documents of a public body, for the harvester of the government.

use noaber::woo::WooCategory;

use crate::support::{Server, TestSite, run};

/// The small site with a register of documents.
fn site(publisher: &str) -> TestSite {
    let site = TestSite::new();
    let own =
        site.read("site.toml")
            .replacen("[publisher]\n", &format!("[publisher]\n{publisher}"), 1);
    let own = own.replacen(
        "[addresses]",
        "[kinds.documents]\nfolder = \"documenten\"\naddress = \"/documenten/\"\n\n[addresses]",
        1,
    );
    site.write("site.toml", own);
    site.write(
        "documenten/index.md",
        "+++\ntitle = \"Documenten\"\nsummary = \"Alle documenten.\"\n+++\n",
    );
    let files = site.folder().join("static/bestanden");
    std::fs::create_dir_all(&files).expect("a folder can be made");
    std::fs::write(files.join("verslag.pdf"), "%PDF-1.7 een verslag").expect("a file");
    site
}

fn document(keys: &str) -> String {
    format!(
        "+++\ntitle = \"Jaarverslag & meer\"\nsummary = \"Wat er was.\"\ntype = \"Verslag\"\npublisher = \"De streek\"\ndate = 2026-04-14\n{keys}\n+++\nTekst.\n"
    )
}

const TOOI: &str = "tooi = \"https://identifier.overheid.nl/tooi/id/so/so0005\"\n";

const WOO: &str = "woo = \"jaarplannen en jaarverslagen\"\n";

const FILE: &str = "\n[[downloads]]\ntitle = \"Jaarverslag 2025\"\nfile = \"../../static/bestanden/verslag.pdf\"\n";

#[test]
fn a_document_with_a_category_is_offered_with_its_file_and_metadata() {
    let site = site(TOOI);
    site.write("documenten/verslag.md", document(&format!("{WOO}{FILE}")));
    let server = Server::start(&["--no-watch", "--content", &site.content()]);
    let robots = server.get("/robots.txt").text();
    let index = "/sitemapindex-diwoo-infocat012.xml";
    assert!(robots.contains(&format!("\nSitemap: https://streek.example{index}\n")));
    assert_eq!(robots.matches("diwoo").count(), 1, "{robots}");
    let index = server.get(index).text();
    let part = "/sitemap-diwoo-infocat012-1.xml";
    assert!(
        index.contains(&format!("<loc>https://streek.example{part}</loc>")),
        "{index}"
    );
    let map = server.get(part).text();
    for piece in [
        "<loc>https://streek.example/static/bestanden/verslag.pdf</loc><lastmod>2026-04-14</lastmod>",
        "<diwoo:publisher resource=\"https://identifier.overheid.nl/tooi/id/so/so0005\">De streek</diwoo:publisher>",
        "<diwoo:officieleTitel>Jaarverslag 2025</diwoo:officieleTitel>",
        "resource=\"https://identifier.overheid.nl/tooi/def/thes/kern/c_c6cd1213\">jaarplannen en jaarverslagen<",
        "file-type/PDF\">pdf<",
        "language/NLD\">Nederlands<",
        "<diwoo:atTime>2026-04-14T00:00:00+02:00</diwoo:atTime>",
    ] {
        assert!(map.contains(piece), "{piece}\nis not in\n{map}");
    }
    assert_eq!(server.get("/static/bestanden/verslag.pdf").status, 200);
}

#[test]
fn a_page_without_a_file_is_the_document_itself() {
    let site = site(TOOI);
    site.write("documenten/verslag.md", document(WOO));
    let map = site.build(&[]).read("/sitemap-diwoo-infocat012-1.xml");
    assert!(map.contains("<loc>https://streek.example/documenten/verslag/</loc>"));
    assert!(
        map.contains("<diwoo:officieleTitel>Jaarverslag &amp; meer</diwoo:officieleTitel>"),
        "{map}"
    );
}

#[test]
fn nothing_is_claimed_without_an_identifier_or_of_what_another_site_keeps() {
    let nobody = site("");
    nobody.write("documenten/verslag.md", document(&format!("{WOO}{FILE}")));
    let elsewhere = site(TOOI);
    elsewhere.write(
        "documenten/verslag.md",
        document(&format!(
            "{WOO}address = \"https://elders.example/verslag.pdf\""
        )),
    );
    for site in [nobody, elsewhere] {
        let built = site.build(&[]);
        assert_eq!(built.find("/sitemapindex-diwoo-infocat012.xml"), None);
        assert!(!built.read("/robots.txt").contains("diwoo"));
    }
}

#[test]
fn the_categories_are_those_of_the_law() {
    let all = WooCategory::all();
    assert_eq!(all.len(), 17);
    assert!(all.iter().zip(1..).all(|(of, number)| of.number == number));
    assert!(WooCategory::named("Woo-Verzoeken en -besluiten").is_some());
}

#[test]
fn the_file_of_a_document_leads_to_the_page_that_says_the_same() {
    let site = site("");
    site.write(
        "documenten/verslag.md",
        document(&format!("html = \"../uitleg/index.md\"\n{FILE}")),
    );
    let server = Server::start(&["--no-watch", "--content", &site.content()]);
    let page = server.get("/documenten/verslag/").text();
    assert!(
        page.contains("<a href=\"/uitleg/\">Lees als webpagina</a>"),
        "{page}"
    );
    let file = server.get("/static/bestanden/verslag.pdf");
    assert_eq!(
        file.header("link"),
        Some("<https://streek.example/uitleg/>; rel=\"canonical\"")
    );
    let other = server.get("/static/robots.txt");
    assert_eq!(other.header("link"), None);
    site.write(
        "documenten/verslag.md",
        document(&format!(
            "html = \"https://elders.example/verslag\"\n{FILE}"
        )),
    );
    let page = site.build(&[]).read("/documenten/verslag/");
    assert!(page.contains("<a href=\"https://elders.example/verslag\">Lees als webpagina</a>"));
}

#[test]
fn what_a_document_says_wrongly_is_reported_in_its_place() {
    let site = site("tooi = \"so0005\"\n");
    site.write(
        "documenten/verslag.md",
        document("woo = \"jaarverslagen\"\nhtml = \"bestaat-niet.md\"\n"),
    );
    let report = run(&["check", "--content", &site.content()]);
    let report = String::from_utf8_lossy(&report.stdout).into_owned();
    for piece in [
        "site.toml:8:8: fout: dit is geen nummer uit de lijst van overheden (TOOI) [S101 instellingen]",
        "documenten/verslag.md:7:7: fout: de categorie `jaarverslagen` kent de Woo niet [V107 onbekende-naam]",
        "documenten/verslag.md:8:8: fout: het bestand `bestaat-niet.md` bestaat niet [L101 kapotte-link]",
    ] {
        assert!(report.contains(piece), "{piece}\nis not in\n{report}");
    }
}
