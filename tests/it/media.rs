//! Films and tables that stand in files of their own, and pages that say who may find them.

use std::fs;

use crate::support::html::Document;
use crate::support::{NOW, TestSite, noaber};

/// A film of no frames, 640 by 360.
fn film() -> Vec<u8> {
    let part = |name: &[u8; 4], inside: &[u8]| -> Vec<u8> {
        let length = u32::try_from(inside.len() + 8).expect("it is short");
        [&length.to_be_bytes()[..], name, inside].concat()
    };
    let mut header = vec![0; 76];
    header.extend([2, 128, 0, 0, 1, 104, 0, 0]);
    let sound = part(b"trak", &part(b"tkhd", &[0; 84]));
    let picture = part(b"trak", &part(b"tkhd", &header));
    let movie = part(b"moov", &[sound, picture].concat());
    [part(b"ftyp", b"isom\0\0\0\0isom"), movie].concat()
}

fn site(files: &[(&str, &[u8])], text: &str) -> TestSite {
    let site = TestSite::new();
    for (name, bytes) in files {
        let path = site.folder().join("static/media").join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder can be made");
        fs::write(path, bytes).expect("it can be written");
    }
    site.write(
        "proef.md",
        format!("+++\ntitle = \"Proef\"\nsummary = \"Een proef.\"\n+++\n{text}\n"),
    );
    site
}

#[test]
fn a_film_is_a_player_with_its_captions_that_takes_nothing_before_it_plays() {
    let files: [(&str, &[u8]); 4] = [
        ("markt.mp4", &film()),
        ("markt.jpg", b"poster"),
        ("markt.nl.vtt", b"WEBVTT\n"),
        ("markt.de.vtt", b"WEBVTT\n"),
    ];
    let site = site(
        &files,
        "![Over markt & haven](../static/media/markt.mp4 \"De markt\")",
    );
    let built = site.build(&[]);
    let page = built.read("/proef/");
    let document = Document::parse(&page);
    let of = |element, name| document.attributes(element, name);
    let player = page.split("<video ").nth(1).expect("there is a player");
    let player = player.split('>').next().expect("its tag ends");
    let is_said = |attribute: &str| player.contains(attribute);
    assert!(is_said(
        "controls preload=\"none\" width=\"640\" height=\"360\""
    ));
    assert!(is_said("aria-label=\"Over markt &amp; haven\"") && !is_said("autoplay"));
    let poster = player.split("poster=\"").nth(1).expect("it has a poster");
    let poster = poster.split('"').next().expect("its address ends");
    assert_eq!(of("source", "type"), ["video/mp4"]);
    assert_eq!(of("track", "srclang"), ["de", "nl"]);
    assert_eq!(of("track", "label"), ["Deutsch", "Nederlands"]);
    assert!(page.contains("label=\"Nederlands\" default>"), "{page}");
    let beside = [of("source", "src"), of("track", "src")].concat();
    for address in beside.iter().map(String::as_str).chain([poster]) {
        assert!(built.folder().join(&address[1..]).is_file(), "{address}");
    }
    assert!(page.contains("<figcaption>De markt</figcaption>"));
}

#[test]
fn a_csv_file_is_a_table_whichever_program_wrote_it() {
    let text = "Dorp;Inwoners;Sinds\r\n\"Duin; zee\";1.200;€ 3,50\r\nÉén <dorp>;480;\r\n";
    let latin: Vec<u8> = text
        .chars()
        .map(|c| match c {
            '€' => 0x80,
            c => u8::try_from(u32::from(c)).expect("a letter of the west"),
        })
        .collect();
    let wide: Vec<u8> = std::iter::once(0xfeff)
        .chain(text.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    let tabs = text.replace("Duin; zee", "Duin, zee").replace(';', "\t");
    let tabs = tabs.replace("Duin, zee", "Duin; zee");
    let marked = format!("\u{feff}{text}");
    for (name, bytes) in [
        ("utf-8", text.as_bytes()),
        ("met-merk", marked.as_bytes()),
        ("windows", &latin),
        ("utf-16", &wide),
        ("tabs", tabs.as_bytes()),
    ] {
        let site = site(
            &[("dorpen.csv", bytes)],
            "Tabel: [Inwoners per dorp](../static/media/dorpen.csv)",
        );
        let page = site.build(&[]).read("/proef/");
        let document = Document::parse(&page);
        let table = document.inner(".table").expect("there is a table");
        let table = Document::parse(table);
        assert_eq!(table.texts("th"), ["Dorp", "Inwoners", "Sinds"], "{name}");
        let cells = [
            "Duin; zee",
            "1.200",
            "€ 3,50",
            "Één &lt;dorp&gt;",
            "480",
            "",
        ];
        assert_eq!(table.texts("td"), cells, "{name}");
        assert_eq!(
            table.count("td.number"),
            4,
            "{name}: numbers stand on the right"
        );
        assert!(page.contains("aria-label=\"Inwoners per dorp\""), "{name}");
        let caption = table.inner("caption").expect("there is a caption");
        assert!(caption.contains("Inwoners per dorp (csv, "), "{caption}");
    }
}

#[test]
fn of_a_csv_file_that_is_too_long_the_first_part_is_shown_and_told() {
    let mut text = vec!["kop"; 13].join(";") + "\n";
    for row in 1..=101 {
        text += &format!("rij {row}{}\n", ";x".repeat(12));
    }
    let site = site(
        &[("lang.csv", text.as_bytes())],
        "Tabel: [Alle rijen](../static/media/lang.csv)",
    );
    let content = site.content();
    let output = noaber(&["check", "--content", &content, "--now", NOW]).output();
    let report = String::from_utf8_lossy(&output.expect("it runs").stdout).into_owned();
    for told in [
        "`lang.csv`: van de 101 rijen staan de eerste 100 op de pagina",
        "`lang.csv`: van de 13 kolommen staan de eerste 12 op de pagina",
    ] {
        assert!(
            report.contains(&format!("proef.md:5:8: fout: {told}")),
            "{report}"
        );
    }
}

#[test]
fn a_page_that_is_not_to_be_found_is_there_for_who_has_its_address() {
    let site = TestSite::new();
    site.write(
        "nieuws/2026-11-20-stil.md",
        "+++\ntitle = \"Stil bericht\"\nsummary = \"Voor wie het adres heeft.\"\ndate = 2026-11-20\nnoindex = true\n+++\nTekst.\n",
    );
    site.write(
        "nieuws/2026-11-21-luid.md",
        "+++\ntitle = \"Luid bericht\"\nsummary = \"Voor iedereen.\"\ndate = 2026-11-21\nauthor = \"Jo <Schrijver>\"\n+++\nTekst.\n",
    );
    let built = site.build(&[]);
    let robots = "<meta name=\"robots\" content=\"noindex\">";
    assert!(built.read("/nieuws/stil/").contains(robots));
    let loud = built.read("/nieuws/luid/");
    assert!(!loud.contains(robots));
    assert!(loud.contains("<span>Geschreven door: Jo &lt;Schrijver&gt;</span>"));
    assert!(loud.contains("\"author\":{\"@type\":\"Person\",\"name\":\"Jo \\u003cSchrijver>\"}"));
    for list in [
        "/sitemap.xml",
        "/nieuws/feed.xml",
        "/nieuws/feed.json",
        "/nieuws/rss.xml",
        "/llms.txt",
    ] {
        let text = built.read(list);
        assert!(text.contains("/nieuws/luid/"), "{list}");
        assert!(!text.contains("/nieuws/stil/"), "{list}");
    }
    let atom = built.read("/nieuws/feed.xml");
    assert!(atom.contains("<author><name>Jo &lt;Schrijver&gt;</name></author>"));
    assert!(
        built
            .read("/nieuws/feed.json")
            .contains("\"authors\":[{\"name\":\"Jo <Schrijver>\"}]")
    );
}
