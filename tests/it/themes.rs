//! The marks of a theme: its hue and its emblem.

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
            !page.contains("hue--canal")
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
        theme.contains("page-header--theme hue--canal") && !theme.contains(r#"<path d="""#),
        "{theme}"
    );
}
