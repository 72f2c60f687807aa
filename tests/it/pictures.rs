//! The width and height of pictures, which a browser needs before it has them.

use crate::support::html::Document;
use crate::support::{BuiltSite, NOW, TestSite, compiled};

use noaber::rule::Rule;

/// A photograph of 40 by 30, as a camera writes it that was held in one of eight ways.
fn photograph(held: u8) -> Vec<u8> {
    let mut bytes = b"\xff\xd8\xff\xe1\x00\x22Exif\0\0MM\0*\0\0\0\x08\0\x01".to_vec();
    bytes.extend(b"\x01\x12\0\x03\0\0\0\x01");
    bytes.extend([0, held, 0, 0, 0, 0, 0, 0]);
    bytes.extend(b"\xff\xc0\0\x0b\x08\0\x1e\0\x28\x01\x01\x11\0\xff\xd9");
    bytes
}

/// The sizes that a page gives pictures with these names and contents: `40x30`.
fn sizes(pictures: &[(String, Vec<u8>)]) -> Vec<String> {
    let site = TestSite::new();
    let mut text = "+++\ntitle = \"Beelden\"\nsummary = \"Alle beelden.\"\n+++\n".to_owned();
    for (name, bytes) in pictures {
        let path = site.folder().join("static/beeld").join(name);
        std::fs::write(path, bytes).expect("a file can be written");
        text += &format!("![Een beeld](../static/beeld/{name})\n\n");
    }
    site.write("beelden.md", text);
    let html = site.build(&[]).read("/beelden/");
    let document = Document::parse(&html);
    let [widths, heights] = ["width", "height"].map(|name| document.attributes("img", name));
    assert_eq!(widths.len(), heights.len());
    let sizes = widths.iter().zip(heights);
    sizes
        .map(|(width, height)| format!("{width}x{height}"))
        .collect()
}

#[test]
fn a_photograph_that_lies_on_its_side_is_as_wide_as_it_is_shown() {
    let pictures: Vec<_> = (0..=9)
        .map(|held| (format!("foto-{held}.jpg"), photograph(held)))
        .collect();
    let (upright, turned) = ("40x30", "30x40");
    let expected: Vec<&str> = (0..=9)
        .map(|held| {
            if (5..=8).contains(&held) {
                turned
            } else {
                upright
            }
        })
        .collect();
    assert_eq!(sizes(&pictures), expected);
}

#[test]
fn a_drawing_has_the_size_that_it_gives_itself_however_that_is_written() {
    const OPEN: &str = "xmlns=\"http://www.w3.org/2000/svg\"";
    let attributes = [
        ("viewBox=\"0 0 40 30\"", "40x30"),
        ("viewBox='0,0,40,30'", "40x30"),
        ("viewBox = \"\n 0 -1e1, 4e1 30.4 \"", "40x30"),
        ("width=\"40\" height=\"30\"", "40x30"),
        ("width='40px' height=' 30px '", "40x30"),
        ("width=\"30pt\" height=\"1in\"", "40x96"),
        ("width=\"80\" viewBox=\"0 0 40 30\"", "80x60"),
        (
            "width=\"100%\" height=\"60\" viewBox=\"0 0 40 30\"",
            "80x60",
        ),
        (
            "width=\"100%\" height=\"100%\" viewBox=\"0 0 40 30\"",
            "40x30",
        ),
        ("width=\"80\" height=\"60\" viewBox=\"0 0 40 30\"", "80x60"),
    ];
    let drawing = |attributes: &str| {
        format!(
            "\u{feff}<?xml version=\"1.0\"?>\n<!DOCTYPE svg [<!ENTITY naam \"x\">]>\n<!-- viewBox=\"0 0 1 1\" -->\n<svg {OPEN} {attributes}><svg viewBox=\"0 0 2 2\"/></svg>\n"
        )
    };
    let pictures: Vec<_> = (0..)
        .zip(&attributes)
        .map(|(number, (written, _))| (format!("tekening-{number}.svg"), drawing(written).into()))
        .collect();
    assert_eq!(sizes(&pictures), attributes.map(|(_, size)| size));
}

#[test]
fn a_drawing_without_a_size_says_none() {
    let drawing = |attributes: &str| format!("<svg {attributes}/>").into_bytes();
    let none = [
        "",
        "viewBox=\"0 0 0 30\"",
        "viewBox=\"nan\"",
        "width=\"5em\"",
        "width=\"inf\" height=\"3\"",
    ];
    let pictures: Vec<_> = (0..)
        .zip(none)
        .map(|(number, written)| (format!("zonder-{number}.svg"), drawing(written)))
        .collect();
    assert_eq!(sizes(&pictures), [""; 0]);
}

/// A page with a picture of its own, and this text.
fn site_with_image(alternative: &str, text: &str) -> BuiltSite {
    let site = TestSite::new();
    let page = format!(
        "+++\ntitle = \"Schepen\"\nsummary = \"Over schepen.\"\nimage = \"../../static/beeld/schip.svg\"\nalt = \"{alternative}\"\n+++\n{text}\n"
    );
    site.write("uitleg/schepen.md", &page);
    site.write("nieuws/index.md", page.replace("Schepen", "Nieuws"));
    site.build(&[])
}

/// The pictures in a part of a page: an attribute of each.
fn pictures(built: &BuiltSite, address: &str, part: &str, attribute: &str) -> Vec<String> {
    let page = built.read(address);
    let page = Document::parse(&page);
    let part = page.outer(part).expect("the page has this part");
    Document::parse(part).attributes("img", attribute)
}

#[test]
fn the_picture_of_a_page_stands_on_it_with_its_alternative_and_its_room() {
    let built = site_with_image("Een <schip>", "Tekst.");
    let of = |attribute| pictures(&built, "/uitleg/schepen/", "main", attribute);
    assert_eq!(of("alt"), ["Een &lt;schip&gt;"]);
    assert_eq!(
        (of("width"), of("height")),
        (vec!["40".into()], vec!["30".into()])
    );
    assert_eq!(of("loading"), [""; 0], "what is seen first does not wait");
    let first = pictures(&built, "/nieuws/", ".text", "alt");
    assert_eq!(first, of("alt"), "the page of a list has one too");
    let next = built.read("/nieuws/pagina/2/");
    assert_eq!(Document::parse(&next).count(".picture"), 0);
}

#[test]
fn a_picture_that_the_text_has_is_not_shown_twice() {
    let text = "![Een schip](../../static/beeld/schip.svg)";
    let built = site_with_image("Een schip", text);
    assert_eq!(
        pictures(&built, "/uitleg/schepen/", "main", "alt"),
        ["Een schip"]
    );
    let page = built.read("/uitleg/schepen/");
    assert!(page.contains("property=\"og:image\""));
}

#[test]
fn a_picture_in_a_list_is_silent_and_waits_until_it_is_near() {
    let built = site_with_image("Een schip", "Tekst.");
    let of = |attribute| pictures(&built, "/uitleg/", ".teasers", attribute);
    assert_eq!(of("alt"), [""]);
    assert_eq!(of("loading"), ["lazy"]);
    assert_eq!(
        (of("width"), of("height")),
        (vec!["40".into()], vec!["30".into()])
    );
}

/// A photograph with one field in the part of its data about the place, or about the camera.
fn photograph_that_tells(pointer: u16, tag: u16) -> Vec<u8> {
    let mut exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x01".to_vec();
    exif.extend(pointer.to_be_bytes());
    exif.extend(b"\0\x04\0\0\0\x01\0\0\0\x1a\0\0\0\0\0\x01");
    exif.extend(tag.to_be_bytes());
    exif.extend(b"\0\x02\0\0\0\x02N\0\0\0\0\0\0\0");
    let mut bytes = b"\xff\xd8\xff\xe1".to_vec();
    bytes.extend((exif.len() as u16 + 2).to_be_bytes());
    bytes.extend(exif);
    bytes.extend(b"\xff\xc0\0\x0b\x08\0\x1e\0\x28\x01\x01\x11\0\xff\xd9");
    bytes
}

#[test]
fn a_photograph_that_tells_of_people_is_reported_at_every_compile() {
    const PLACE: u16 = 0x8825;
    const CAMERA: u16 = 0x8769;
    let site = TestSite::new();
    for (name, pointer, tag) in [
        ("breedte", PLACE, 0x0001),
        ("hoogte", PLACE, 0x0005),
        ("toestel", CAMERA, 0xa431),
        ("lens", CAMERA, 0xa435),
        ("niets", CAMERA, 0xa434),
    ] {
        let path = site.folder().join(format!("static/beeld/{name}.jpg"));
        std::fs::write(path, photograph_that_tells(pointer, tag)).expect("a file can be written");
    }
    let now = NOW.parse().expect("a moment");
    let cold = compiled(&site.path(""), now, None);
    let warm = compiled(&site.path(""), now, Some(&cold));
    for compiled in [&cold, &warm] {
        let problems = compiled.report.problems().iter();
        let told = problems
            .filter(|problem| problem.rule == Rule::PhotoTraces)
            .map(|problem| {
                let message = problem.message.in_language("nl");
                format!("{}: {message}", problem.place.file)
            });
        assert_eq!(
            told.collect::<Vec<_>>(),
            [
                "../static/beeld/breedte.jpg: deze foto vertelt waar zij is gemaakt",
                "../static/beeld/hoogte.jpg: deze foto vertelt waar zij is gemaakt",
                "../static/beeld/lens.jpg: deze foto vertelt het serienummer van het toestel",
                "../static/beeld/toestel.jpg: deze foto vertelt het serienummer van het toestel",
            ]
        );
    }
}
