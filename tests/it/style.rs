//! The style sheet and the templates know the same parts, and the page with patterns shows them
//! all.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)
        .expect("the folder is there")
        .map(|entry| entry.expect("an entry").path())
    {
        if entry.is_dir() {
            found.extend(files(&entry, extension));
        } else if entry.extension().is_some_and(|kind| kind == extension) {
            found.push(entry);
        }
    }
    found.sort();
    found
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).expect("source is text")
}

/// The classes in the selectors of a style sheet, with the file of each.
fn styled() -> BTreeSet<(String, String)> {
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let mut classes = BTreeSet::new();
    let own = files(&root().join("static/css"), "css");
    for path in files(&root().join("templates/css"), "css")
        .into_iter()
        .chain(own)
    {
        let css = read(&path);
        let css: String = css
            .split("/*")
            .enumerate()
            .map(|(number, part)| {
                if number == 0 {
                    part
                } else {
                    part.split_once("*/").map_or("", |(_, rest)| rest)
                }
            })
            .collect();
        for (before, rest) in css
            .match_indices('.')
            .map(|(at, _)| (css[..at].chars().next_back(), &css[at + 1..]))
        {
            let name: &str = &rest[..rest.find(|c| !is_name(c)).unwrap_or(rest.len())];
            let in_number = before.is_some_and(|c| c.is_ascii_digit())
                || !name.starts_with(|c: char| c.is_ascii_lowercase());
            if !in_number {
                classes.insert((
                    name.to_owned(),
                    path.strip_prefix(root())
                        .expect("below the project")
                        .display()
                        .to_string(),
                ));
            }
        }
    }
    classes
}

/// The classes that templates and the program print. A part in braces stands for any word:
/// `hue--{`.
fn printed() -> BTreeSet<String> {
    let templates = files(&root().join("templates"), "html");
    let program = files(&root().join("src/content"), "rs")
        .into_iter()
        .chain(files(&root().join("src/outputs"), "rs"));
    let mut classes = BTreeSet::new();
    for path in templates.into_iter().chain(program) {
        let text = read(&path).replace("\\\"", "\"");
        for value in text
            .split(" class=\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
        {
            // A condition within the value is no class; what it prints is.
            let plain: String = value
                .split("{%")
                .enumerate()
                .map(|(number, part)| {
                    if number == 0 {
                        part
                    } else {
                        part.split_once("%}").map_or("", |(_, rest)| rest)
                    }
                })
                .collect();
            classes.extend(
                plain
                    .replace("{{ ", "{")
                    .split_whitespace()
                    .filter(|class| !class.starts_with('{') && *class != "}}")
                    .map(str::to_owned),
            );
        }
    }
    classes
}

fn is_printed(class: &str, printed: &BTreeSet<String>) -> bool {
    let open = |known: &String| {
        known
            .split_once('{')
            .is_some_and(|(start, _)| !start.is_empty() && class.starts_with(start))
    };
    printed.contains(class) || printed.iter().any(open)
}

#[test]
fn every_class_of_the_style_sheet_is_used_by_a_template_or_the_program() {
    let printed = printed();
    assert!(printed.len() > 50, "the classes are found");
    let unused: Vec<String> = styled()
        .into_iter()
        .filter(|(class, _)| !is_printed(class, &printed))
        .map(|(class, file)| format!("{file}: .{class}"))
        .collect();
    assert!(
        unused.is_empty(),
        "no template and nothing in src prints these classes; take them out of the style sheet:\n{}",
        unused.join("\n")
    );
}

#[test]
fn every_class_that_is_printed_has_a_style() {
    let styled: BTreeSet<String> = styled().into_iter().map(|(class, _)| class).collect();
    assert!(styled.len() > 50, "the classes are found");
    let has_style = |class: &String| match class.split_once('{') {
        Some((start, _)) => styled.iter().any(|known| known.starts_with(start)),
        None => styled.contains(class),
    };
    let bare: Vec<String> = printed()
        .into_iter()
        .filter(|class| !has_style(class))
        .collect();
    assert!(
        bare.is_empty(),
        "no style sheet in templates/css knows these classes:\n{}",
        bare.join("\n")
    );
}

#[test]
fn every_part_is_shown_on_the_page_with_patterns() {
    let parts = read(&root().join("templates/parts/ui.html"));
    let names: Vec<&str> = parts
        .split("{% macro ")
        .skip(1)
        .filter_map(|rest| rest.split('(').next())
        .collect();
    assert!(names.len() > 20, "the parts are found");
    // What the frame shows on every page, the page with patterns shows too; a part may be shown by
    // another.
    let shown = read(&root().join("templates/patterns.html"))
        + &read(&root().join("templates/layout.html"));
    let missing: Vec<&str> = names
        .into_iter()
        .filter(|name| {
            !shown.contains(&format!("ui::{name}(")) && !parts.contains(&format!("{{ {name}("))
        })
        .collect();
    assert!(
        missing.is_empty(),
        "show these parts in templates/patterns.html, with data from src/outputs/patterns.rs:\n{}",
        missing.join("\n")
    );
}
