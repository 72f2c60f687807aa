//! The marks of a theme, its hue and its emblem, and what stands beside its text.

use crate::support::TestSite;

#[test]
fn a_theme_without_hue_and_emblem_leaves_no_room_for_them() {
    let site = TestSite::new();
    let theme = site.read("themas/wegen.md");
    let is_mark = |line: &&str| line.starts_with("hue = ") || line.starts_with("emblem = ");
    let plain: Vec<&str> = theme.lines().filter(|line| !is_mark(line)).collect();
    site.write("themas/wegen.md", plain.join("\n"));
    let built = site.build(&[]);
    for address in ["/", "/themas/", "/themas/wegen/", "/nieuws/brug-open/"] {
        let page = built.read(address);
        assert!(page.contains("Goede wegen"), "{address} shows the theme");
        assert!(
            !page.contains("hue--blue")
                && !page.contains(r#"hue--""#)
                && !page.contains(r#"<path d="""#),
            "{address}:\n{page}"
        );
    }
    assert!(!built.read("/themas/wegen/").contains("page-header--theme"));
}

#[test]
fn a_theme_with_a_hue_alone_has_no_empty_emblem() {
    let site = TestSite::new();
    let theme = site.read("themas/wegen.md");
    site.write(
        "themas/wegen.md",
        theme.replace("emblem = \"M3 21L12 3l9 18\"\n", ""),
    );
    let theme = site.build(&[]).read("/themas/wegen/");
    assert!(
        theme.contains("page-header--theme hue--blue") && !theme.contains(r#"<path d="""#),
        "{theme}"
    );
}

#[test]
fn beside_a_theme_stand_who_does_the_work_its_figures_and_the_places_of_what_names_it() {
    let site = TestSite::new();
    let drawing = site.folder().join("static/beeld/wegen.svg");
    std::fs::write(drawing, r#"<svg xmlns="http://www.w3.org/2000/svg"/>"#).expect("is written");
    let theme = site.read("themas/wegen.md");
    let beside = r#"owner = "redactie"
image = "../../static/beeld/wegen.svg"
alt = ""

[now]
text = "De provincie doet het."
date = 2025-10-06

[[contacts]]
name = "Provincie Voorbeeld"
website = "https://provincie.example/"

[[figures]]
name = "Fietsers"
value = "1.200 km"
year = 2024
source = "De telling"
"#;
    site.write(
        "themas/wegen.md",
        theme.replacen("owner = \"redactie\"\n", beside, 1),
    );
    let page = site.build(&[]).read("/themas/wegen/");
    let (before, aside) = page
        .split_once("<div class=\"aside\">")
        .expect("there is something beside the text");
    assert!(
        before.contains("class=\"drawing\"") && !before.contains("class=\"contact\""),
        "the drawing stands at the head, and whom to ask stands beside the text:\n{before}"
    );
    for part in [
        "De provincie doet het.",
        "6\u{a0}oktober\u{a0}2025",
        "Provincie Voorbeeld",
        "Fietsers (2024)",
        "1.200\u{a0}km",
        "De telling",
        "href=\"/gemeenten/oever/\"",
    ] {
        assert!(aside.contains(part), "{part} is beside the text:\n{aside}");
    }
}
