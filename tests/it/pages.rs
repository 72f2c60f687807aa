//! Whole pages of a small site, one of each kind, as they were last looked at: `tests/pages/expected/`.
//!
//! With `UPDATE_EXPECT=1` they are written anew: read the difference, it is what visitors will get.

use std::fs;

use crate::support::{TestSite, project, run};
use tempfile::TempDir;

const PAGES: &[(&str, &str)] = &[
    ("home", "index.html"),
    ("page", "uitleg/index.html"),
    ("page-below", "uitleg/woorden/index.html"),
    ("news-list", "nieuws/index.html"),
    ("news", "nieuws/brug-open/index.html"),
    ("theme-list", "themas/index.html"),
    ("theme", "themas/wegen/index.html"),
    ("municipality-list", "gemeenten/index.html"),
    ("municipality", "gemeenten/oever/index.html"),
    ("term-list", "begrippen/index.html"),
    ("term", "begrippen/kade/index.html"),
    ("question-list", "vragen/index.html"),
    ("question", "vragen/zwemmen/index.html"),
    ("index", "a-z/index.html"),
    ("overview", "overzicht/index.html"),
    ("patterns", "patronen/index.html"),
    ("not-found", "404.html"),
    ("feed", "nieuws/feed.xml"),
    ("sitemap", "sitemap.xml"),
    ("robots", "robots.txt"),
    ("redirects", "_redirects"),
];

/// The folder in which the site was built.
fn built(copy: &TestSite) -> TempDir {
    let out = tempfile::tempdir().expect("a folder can be made");
    let folder = out.path().join("site");
    let output = run(&[
        "build",
        folder.to_str().expect("a plain path"),
        "--content",
        &copy.content(),
        "--now",
        "2026-11-23T12:00:00Z",
    ]);
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    out
}

fn page(built: &TempDir, file: &str) -> String {
    fs::read_to_string(built.path().join("site").join(file)).expect("the page was built")
}

#[test]
fn every_kind_of_page_is_as_it_was_last_looked_at() {
    let built = built(&TestSite::new());
    let mut wrong = Vec::new();
    for (name, file) in PAGES {
        let actual = crate::support::without_digests(&page(&built, file));
        let path = project().join(format!("tests/pages/expected/{name}.txt"));
        if fs::read_to_string(&path).is_ok_and(|expected| expected == actual) {
            continue;
        }
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            fs::create_dir_all(path.parent().expect("a file lies in a folder"))
                .expect("a folder can be made");
            fs::write(&path, actual).expect("a page can be written");
        } else {
            wrong.push(format!("{file} differs from {}", path.display()));
        }
    }
    assert!(
        wrong.is_empty(),
        "{}\nTo accept: UPDATE_EXPECT=1 cargo test --test it pages, and read the difference",
        wrong.join("\n")
    );
}

#[test]
fn a_theme_without_hue_and_emblem_leaves_no_room_for_them() {
    let copy = TestSite::new();
    let theme = copy.read("themas/wegen.md");
    let is_mark = |line: &&str| line.starts_with("hue = ") || line.starts_with("emblem = ");
    let plain: Vec<&str> = theme.lines().filter(|line| !is_mark(line)).collect();
    copy.write("themas/wegen.md", plain.join("\n"));
    let built = built(&copy);
    for file in [
        "index.html",
        "themas/index.html",
        "themas/wegen/index.html",
        "nieuws/brug-open/index.html",
    ] {
        let page = page(&built, file);
        assert!(page.contains("Goede wegen"), "{file} shows the theme");
        assert!(
            !page.contains("hue--canal")
                && !page.contains(r#"hue--""#)
                && !page.contains(r#"<path d="""#),
            "{file}:\n{page}"
        );
    }
    assert!(!page(&built, "themas/wegen/index.html").contains("page-header--theme"));
}

#[test]
fn a_theme_with_a_hue_alone_has_no_empty_emblem() {
    let copy = TestSite::new();
    let theme = copy.read("themas/wegen.md");
    copy.write(
        "themas/wegen.md",
        theme.replace("emblem = \"M3 21L12 3l9 18\"\n", ""),
    );
    let theme = page(&built(&copy), "themas/wegen/index.html");
    assert!(
        theme.contains("page-header--theme hue--canal") && !theme.contains(r#"<path d="""#),
        "{theme}"
    );
}
