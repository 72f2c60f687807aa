//! After any sequence of edits a compile that reuses the last one gives the bytes of a compile from nothing.
//!
//! The edits leave every file readable: of a file that breaks, the last good text stays, and a compile from nothing has none.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use noaber::content::Folders;
use noaber::problem::Report;
use noaber::site::Drafts;
use noaber::snapshot::Answer;
use noaber::{Compiled, compile};

use crate::support::TestSite;
use crate::support::rng::SeededRng;

/// How many rows of edits, and how many edits in each.
const ROWS: u64 = 4;
const EDITS: usize = 8;

fn compiled(content: &Path, previous: Option<&Compiled>) -> Compiled {
    let folders = Folders {
        content: content.to_owned(),
        assets: content.join("../static"),
    };
    compile(
        &folders,
        "2026-11-23T12:00:00Z".parse().expect("a moment"),
        Drafts::Hide,
        previous,
    )
    .expect("a site")
}

/// Everything that a site says: each answer with its type, policy and bytes, what was wrong, and when it ends.
fn all(compiled: &Compiled) -> (BTreeMap<String, String>, Report, String) {
    let say = |answer: &Answer| match answer {
        Answer::Stored(stored) => format!(
            "page {} {:?} {}",
            stored.media_type,
            stored.cache,
            String::from_utf8_lossy(&stored.body())
        ),
        Answer::Gone(stored) => format!(
            "gone {} {:?} {}",
            stored.media_type,
            stored.cache,
            String::from_utf8_lossy(&stored.body())
        ),
        Answer::Moved(to) => format!("moved {to}"),
        Answer::Dynamic(computed) => format!("computed {}", crate::support::answers(&**computed)),
    };
    let single = compiled
        .snapshot
        .iter()
        .map(|(route, answer)| (route.to_string(), say(answer)));
    let many = compiled
        .snapshot
        .patterns()
        .map(|(family, answer)| (format!("{family:?}"), say(answer)));
    let answers = single.chain(many).collect();
    (
        answers,
        compiled.report.clone(),
        format!(
            "{} {:?}",
            compiled.snapshot.version, compiled.snapshot.until
        ),
    )
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").path())
    {
        match entry.is_dir() {
            true => found.extend(files(&entry)),
            false => found.push(entry),
        }
    }
    found.sort();
    found
}

/// Does to the folder what an editor might do, and says what.
fn edit(content: &Path, rng: &mut SeededRng) -> String {
    let pages: Vec<PathBuf> = files(content)
        .into_iter()
        .filter(|path| path.extension().is_some_and(|end| end == "md"))
        .collect();
    let page = rng.choose(&pages).clone();
    let text = fs::read_to_string(&page).unwrap_or_default();
    let key = |key: &str, value: &str| match text.contains(&format!("\n{key} = ")) {
        true => text.clone(),
        false => text.replacen("+++\n", &format!("+++\n{key} = {value}\n"), 1),
    };
    let after = match rng.below(10) {
        0 => text.replacen("title = \"", "title = \"Gewijzigd: ", 1),
        1 => text.replacen("summary = \"", "summary = \"Anders. ", 1),
        2 => format!(
            "{text}\n## Nog een kop\n\nEr kwam tekst bij, met een link naar [deze pagina](./{}).\n",
            name(&page)
        ),
        3 => key("draft", "true"),
        4 => key("publish", "2026-10-24T09:00:00"),
        5 => key("expires", "2026-11-01"),
        6 => format!("{text}\nEr kwam alleen een zin bij.\n"),
        7 => {
            let up = "../".repeat(
                page.strip_prefix(content)
                    .expect("a page of the folder")
                    .components()
                    .count()
                    - 1,
            );
            let other = rng
                .choose(&pages)
                .strip_prefix(content)
                .expect("a page of the folder")
                .display();
            format!("{text}\nLees ook [een andere pagina]({up}{other}).\n")
        }
        8 => {
            fs::remove_file(&page).expect("a file can be removed");
            return format!("removed {}", page.display());
        }
        _ => {
            let folder = page.parent().expect("a file lies in a folder");
            let copy = folder.join(format!(
                "2026-01-{:02}-bericht-{}.md",
                1 + rng.below(28),
                rng.below(1000)
            ));
            fs::write(&copy, text).expect("a file can be written");
            return format!("copied {} to {}", page.display(), copy.display());
        }
    };
    fs::write(&page, after).expect("a file can be written");
    format!("changed {}", page.display())
}

fn name(path: &Path) -> String {
    path.file_name()
        .expect("a file has a name")
        .to_string_lossy()
        .into_owned()
}

#[test]
fn after_any_row_of_edits_a_warm_compile_is_byte_equal_to_a_cold_one() {
    std::thread::scope(|scope| {
        for row in 0..ROWS {
            scope.spawn(move || check_row(row));
        }
    });
}

fn check_row(row: u64) {
    let copy = TestSite::of_real_content();
    let content = copy.path("");
    let mut rng = SeededRng(row);
    let mut done = Vec::new();
    let mut last = compiled(&content, None);
    for _ in 0..EDITS {
        // Some changes come together, as with a `git pull`.
        for _ in 0..1 + rng.below(3) {
            done.push(edit(&content, &mut rng));
        }
        let warm = compiled(&content, Some(&last));
        let (warm_says, cold_says) = (all(&warm), all(&compiled(&content, None)));
        for (route, cold) in &cold_says.0 {
            assert!(
                warm_says.0.get(route) == Some(cold),
                "row {row}: {route} differs after {done:#?}"
            );
        }
        assert!(
            warm_says == cold_says,
            "row {row}: the sites differ after {done:#?}"
        );
        last = warm;
    }
}
