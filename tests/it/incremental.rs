//! After any sequence of edits and steps of the clock a compile with what is cached gives the bytes
//! and the report of a compile from nothing.
//!
//! The edits leave every page readable: of one that breaks the last good text stays, and a compile
//! from nothing has none.

use std::fs;
use std::path::{Path, PathBuf};

use jiff::{SignedDuration, Timestamp};

use crate::support::rng::SeededRng;
use crate::support::{NOW, TestSite, answers, compiled};

const SEQUENCES: u64 = 8;
const COMPILES: usize = 12;

#[test]
fn a_compile_with_what_is_cached_is_byte_equal_to_one_from_nothing() {
    std::thread::scope(|scope| {
        for seed in 0..SEQUENCES {
            scope.spawn(move || check_sequence(seed));
        }
    });
}

fn check_sequence(seed: u64) {
    let site = TestSite::new();
    let mut rng = SeededRng(seed);
    let mut now: Timestamp = NOW.parse().expect("a moment");
    let mut done = Vec::new();
    let mut last = compiled(&site.path(""), now, None);
    for _ in 0..COMPILES {
        // Some changes come together, as with a `git pull`.
        for _ in 0..1 + rng.below(3) {
            done.push(edit(&site, &mut now, &mut rng));
        }
        let warm = compiled(&site.path(""), now, Some(&last));
        let cold = compiled(&site.path(""), now, None);
        let (warm_answers, cold_answers) = (answers(&warm.snapshot), answers(&cold.snapshot));
        for (route, answer) in &cold_answers {
            assert!(
                warm_answers.get(route) == Some(answer),
                "seed {seed}: {route} differs after {done:#?}"
            );
        }
        assert_eq!(
            warm_answers.len(),
            cold_answers.len(),
            "seed {seed}: {done:#?}"
        );
        assert_eq!(warm.report, cold.report, "seed {seed}: {done:#?}");
        assert_eq!(
            warm.snapshot.version, cold.snapshot.version,
            "seed {seed}: {done:#?}"
        );
        assert_eq!(
            warm.snapshot.until, cold.snapshot.until,
            "seed {seed}: {done:#?}"
        );
        last = warm;
    }
}

/// Does one thing that an editor, or time, might do, and says what.
fn edit(site: &TestSite, now: &mut Timestamp, rng: &mut SeededRng) -> String {
    match rng.below(16) {
        0 => {
            *now += SignedDuration::from_hours(24 * (1 + rng.below(40) as i64));
            format!("the clock went on to {now}")
        }
        1 => edit_settings(site, rng),
        2 => edit_languages(site),
        3 => edit_picture(site, rng),
        4 => edit_redirects(site, rng),
        5 => edit_synonyms(site, rng),
        _ => edit_page(site, rng),
    }
}

/// Replaces a part of a file, or the other way round where that was done before.
fn toggle(site: &TestSite, file: &str, part: &str, other: &str) -> String {
    let text = site.read(file);
    let after = if text.contains(part) {
        text.replacen(part, other, 1)
    } else {
        text.replacen(other, part, 1)
    };
    assert_ne!(after, text, "{file} has neither {part:?} nor {other:?}");
    site.write(file, after);
    format!("changed {part:?} in {file}")
}

fn edit_settings(site: &TestSite, rng: &mut SeededRng) -> String {
    let (file, part, other) = *rng.choose(&[
        (
            "site.toml",
            "name = \"Streek aan zee\"",
            "name = \"Streek aan het meer\"",
        ),
        (
            "meldingen.toml",
            "text = \"De kade is dicht.\"",
            "text = \"De kade is open.\"",
        ),
        (
            "meldingen.toml",
            "level = \"warning\"",
            "level = \"crisis\"",
        ),
        (
            "site.toml",
            "\n[[navigation]]\ntitle = \"Nieuws\"\nfile = \"nieuws/index.md\"\n",
            "\n#\n",
        ),
        (
            "site.toml",
            "text = \"Een voorbeeld.\"",
            "text = \"Nog een voorbeeld.\"",
        ),
        (
            "site.toml",
            "overview = \"overzicht\"",
            "overview = \"alles\"",
        ),
    ]);
    toggle(site, file, part, other)
}

fn edit_languages(site: &TestSite) -> String {
    let english = "[[languages]]\nlanguage = \"en\"\nsearch = \"search\"\n\
                   navigation = [{ title = \"Water\", file = \"en/water.md\" }]\n\
                   footer = { text = \"An example.\" }\n";
    toggle(site, "site.toml", english, "# no English\n")
}

fn edit_picture(site: &TestSite, rng: &mut SeededRng) -> String {
    let (width, height) = (1 + rng.below(900), 1 + rng.below(900));
    let picture = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\"></svg>\n"
    );
    site.write("../static/beeld/schip.svg", picture);
    format!("a picture of {width} by {height}")
}

fn edit_redirects(site: &TestSite, rng: &mut SeededRng) -> String {
    let (part, other) = *rng.choose(&[
        (
            "\"/english\" = \"en/index.md\"",
            "\"/english\" = \"contact.md\"",
        ),
        ("\"/persberichten\" = ", "\"/pers\" = "),
        ("Het bestuur bestaat niet meer.", "Het bestuur is weg."),
        ("    \"/a-z/\",\n", "    \"/was-er-ooit/\",\n"),
    ]);
    toggle(site, "adressen.toml", part, other)
}

fn edit_synonyms(site: &TestSite, rng: &mut SeededRng) -> String {
    let (part, other) = *rng.choose(&[
        ("\"straat\"", "\"dijk\""),
        ("    [\"zee\", \"meer\", \"kust\"],\n", "    # niets\n"),
    ]);
    toggle(site, "synoniemen.toml", part, other)
}

fn edit_page(site: &TestSite, rng: &mut SeededRng) -> String {
    let content = site.path("");
    let pages = pages(&content);
    let page = rng.choose(&pages).clone();
    let text = fs::read_to_string(&page).expect("a page can be read");
    let key = |key: &str, value: &str| {
        if text.contains(&format!("\n{key} = ")) {
            text.clone()
        } else {
            text.replacen("+++\n", &format!("+++\n{key} = {value}\n"), 1)
        }
    };
    let after = match rng.below(11) {
        0 => text.replacen("title = \"", "title = \"Gewijzigd: ", 1),
        1 => text.replacen("summary = \"", "summary = \"Anders. ", 1),
        2 => {
            let name = page.file_name().expect("a file has a name").display();
            format!("{text}\n## Nog een kop\n\nMet een link naar [deze pagina](./{name}).\n")
        }
        3 => key("draft", "true"),
        4 => key("publish", "2026-12-04T09:00:00"),
        5 => key("expires", "2027-01-01"),
        6 => key("themes", "[\"water\"]"),
        7 => format!("{text}\nEr kwam alleen een zin bij.\n"),
        8 => {
            let other = rng.choose(&pages).strip_prefix(&content);
            let other = other.expect("a page of the folder").display();
            let below = page.strip_prefix(&content).expect("a page of the folder");
            let up = "../".repeat(below.components().count() - 1);
            format!("{text}\nLees ook [een andere pagina]({up}{other}).\n")
        }
        9 => {
            fs::remove_file(&page).expect("a file can be removed");
            return format!("removed {}", page.display());
        }
        _ => {
            let (day, number) = (1 + rng.below(28), rng.below(1000));
            let copy = page.with_file_name(format!("2026-01-{day:02}-bericht-{number}.md"));
            fs::write(&copy, text).expect("a file can be written");
            return format!("copied {} to {}", page.display(), copy.display());
        }
    };
    fs::write(&page, after).expect("a file can be written");
    format!("changed {}", page.display())
}

/// The pages below a folder, in their order.
fn pages(folder: &Path) -> Vec<PathBuf> {
    let mut pages = crate::architecture::files(folder);
    pages.retain(|path| path.extension().is_some_and(|extension| extension == "md"));
    pages
}
