//! The house keeps its own rules: who may import whom, and what stands nowhere.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Modules that know nothing but each other.
const LEAVES: &[&str] = &[
    "priority",
    "problem",
    "progress",
    "rule",
    "route",
    "html",
    "date",
    "digest",
    "config",
    "source",
    "suggest",
    "text",
    "toml_file",
];

/// What each module may import of this crate beside the leaves, and of others what it may not know.
const MODULES: &[(&str, &[&str], &[&str])] = &[
    ("content", &[], &["askama", "axum", "tokio"]),
    (
        "dictionary",
        &[],
        &["askama", "axum", "tokio", "pulldown_cmark"],
    ),
    (
        "report",
        &[],
        &["askama", "axum", "tokio", "pulldown_cmark", "std::fs"],
    ),
    (
        "site",
        &["content", "dictionary"],
        &["std::fs", "pulldown_cmark", "askama", "axum", "tokio"],
    ),
    (
        "search",
        &["site", "content", "snapshot"],
        &["axum", "tokio", "pulldown_cmark", "std::fs"],
    ),
    (
        "render",
        &["site", "content", "snapshot", "search"],
        &["axum", "tokio", "pulldown_cmark"],
    ),
    ("snapshot", &[], &["askama", "axum", "tokio", "std::fs"]),
    ("server", &["snapshot"], &["askama", "pulldown_cmark"]),
    (
        "editors",
        &["content", "site", "snapshot", "Compiled"],
        &["axum", "tokio", "pulldown_cmark", "std::fs"],
    ),
    (
        "live",
        &["content", "site", "search", "snapshot", "server", "editors"],
        &["axum", "askama", "tokio", "std::fs"],
    ),
    (
        "export",
        &["snapshot"],
        &["askama", "axum", "pulldown_cmark"],
    ),
];

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)
        .expect("the folder is there")
        .map(|entry| entry.expect("an entry").path())
    {
        if entry.is_dir() {
            found.extend(files(&entry));
        } else {
            found.push(entry);
        }
    }
    found.sort();
    found
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The source files with their text, without what stands in test modules.
fn sources() -> BTreeMap<String, String> {
    let src = root().join("src");
    let name = |path: &PathBuf| {
        path.strip_prefix(&src)
            .expect("below src")
            .display()
            .to_string()
    };
    let text = |path: &PathBuf| {
        fs::read_to_string(path)
            .expect("source is text")
            .split("#[cfg(test)]")
            .next()
            .unwrap_or_default()
            .to_owned()
    };
    files(&src)
        .iter()
        .map(|path| (name(path), text(path)))
        .collect()
}

/// The modules of this crate that a text names: `crate::site::…` is `site`.
fn imports(text: &str) -> Vec<&str> {
    let code = text
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    code.flat_map(|line| line.split("crate::").skip(1))
        .map(|rest| {
            rest.split(|c: char| !c.is_ascii_alphanumeric() && c != '_')
                .next()
                .unwrap_or_default()
        })
        .filter(|module| !module.is_empty())
        .collect()
}

#[test]
fn modules_import_only_what_the_architecture_lets_them() {
    let mut wrong = Vec::new();
    for (file, text) in sources() {
        let module = file.split(['/', '.']).next().expect("a file has a name");
        let (allowed, forbidden): (&[&str], &[&str]) =
            match MODULES.iter().find(|(name, _, _)| *name == module) {
                Some((_, allowed, forbidden)) => (allowed, forbidden),
                None if LEAVES.contains(&module) => {
                    (&[], &["axum", "tokio", "pulldown_cmark", "std::fs"])
                }
                None if ["lib", "main", "commands"].contains(&module) => continue,
                None => {
                    wrong.push(format!(
                        "src/{file}: say in tests/it/architecture.rs what `{module}` may import"
                    ));
                    continue;
                }
            };
        for import in imports(&text) {
            if import != module && !allowed.contains(&import) && !LEAVES.contains(&import) {
                wrong.push(format!(
                    "src/{file} imports `{import}`, which `{module}` must not know"
                ));
            }
        }
        for word in forbidden {
            if text.contains(&format!("{word}::"))
                && !(file == "render/assets.rs" && *word == "std::fs")
            {
                wrong.push(format!(
                    "src/{file} uses `{word}`, which `{module}` must not know"
                ));
            }
        }
        if module == "render" && file != "render/assets.rs" && text.contains("std::fs") {
            wrong.push(format!("src/{file} reads files: only render/assets.rs may"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_program_knows_no_place_of_any_region() {
    let settings =
        fs::read_to_string(root().join("content/site.toml")).expect("the settings are there");
    let name = settings
        .lines()
        .find_map(|line| line.strip_prefix("name = "))
        .expect("the site has a name")
        .trim_matches('"')
        .to_lowercase();
    let municipalities = files(&root().join("content/gemeenten"))
        .into_iter()
        .filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()));
    let places: Vec<String> = municipalities
        .filter(|place| place != "index")
        .chain(name.split(' ').take(1).map(str::to_owned))
        .collect();
    assert!(places.len() > 10, "there are places to look for");
    let program = sources()
        .into_iter()
        .map(|(file, text)| (format!("src/{file}"), text));
    let templates = files(&root().join("templates")).into_iter().map(|path| {
        (
            path.display().to_string(),
            fs::read_to_string(&path).expect("templates are text"),
        )
    });
    for (file, text) in program.chain(templates) {
        let lower = text.to_lowercase();
        for place in &places {
            assert!(
                !lower
                    .split(|c: char| !c.is_alphanumeric() && c != '-')
                    .any(|word| word == place),
                "{file} names {place}"
            );
        }
    }
}

#[test]
fn templates_neither_switch_escaping_off_nor_carry_style_or_script() {
    for path in files(&root().join("templates")) {
        let text = fs::read_to_string(&path).expect("templates are text");
        for word in [
            "|safe",
            "| safe",
            "style=\"",
            "onclick=",
            "<style",
            ".unwrap()",
            "javascript:",
        ] {
            assert!(!text.contains(word), "{} has {word}", path.display());
        }
        let scripts = text.matches("<script").count();
        let data = text
            .matches("<script type=\"application/ld+json\">")
            .count()
            + text.matches("<script src=").count();
        assert_eq!(scripts, data, "{} has script in it", path.display());
    }
}

#[test]
fn every_interface_string_that_is_asked_for_is_there_in_every_language_and_no_other() {
    let languages = files(&root().join("templates/text"));
    let names = |text: &str| -> Vec<String> {
        let lines = text
            .lines()
            .filter(|line| line.starts_with(|first: char| first.is_ascii_lowercase()));
        lines
            .filter_map(|line| Some(line.split_once(" =")?.0.to_owned()))
            .collect()
    };
    let mut program: String = sources().into_values().collect();
    program.extend(
        files(&root().join("templates"))
            .iter()
            .filter(|path| path.extension().is_some_and(|kind| kind == "html"))
            .map(|path| fs::read_to_string(path).expect("templates are text")),
    );
    let first = names(&fs::read_to_string(&languages[0]).expect("strings are text"));
    for language in &languages {
        let known = names(&fs::read_to_string(language).expect("strings are text"));
        assert_eq!(
            known,
            first,
            "{} has the same strings in the same order",
            language.display()
        );
        for asked in program
            .split("say(\"")
            .skip(1)
            .map(|rest| rest.split('"').next().unwrap_or_default())
        {
            assert!(
                known.iter().any(|name| name == asked),
                "{} lacks `{asked}`",
                language.display()
            );
        }
    }
    for name in &first {
        let stem = name
            .strip_suffix("-title")
            .or_else(|| name.strip_suffix("-lead"))
            .unwrap_or(name);
        assert!(
            program.contains(&format!("\"{name}\"")) || program.contains(&format!("\"{stem}\"")),
            "nothing says `{name}` any more"
        );
    }
}
