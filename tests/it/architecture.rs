//! The rules of the architecture: which modules may import which, and what may stand nowhere.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Modules that know nothing but each other.
const LEAVES: &[&str] = &[
    "fault",
    "problem",
    "priority",
    "progress",
    "regular_file",
    "rule",
    "route",
    "schedule",
    "html",
    "message",
    "media_type",
    "date",
    "digest",
    "geometry",
    "config",
    "source",
    "suggest",
    "text",
    "threshold_counter",
    "toml_file",
    "words",
    "pictures",
    "visibility",
    "woo",
];

/// One row of the table of modules.
struct Module {
    name: &'static str,
    /// The modules of this crate that it may import, beside itself and the leaves.
    imports: &'static [&'static str],
    /// Crates and modules of the standard library that it must not use.
    forbidden: &'static [&'static str],
}

/// The table of modules. `lib.rs`, where the stages meet, and the commands may import all.
const MODULES: &[Module] = &[
    Module {
        name: "config",
        imports: &["kinds"],
        forbidden: &["askama", "axum", "tokio", "pulldown_cmark", "std::fs"],
    },
    Module {
        name: "regular_file",
        imports: &[],
        forbidden: &["axum", "tokio", "pulldown_cmark"],
    },
    Module {
        name: "kinds",
        imports: &["content", "site", "outputs"],
        forbidden: &["axum", "tokio", "pulldown_cmark", "std::fs"],
    },
    Module {
        name: "content",
        imports: &["kinds"],
        forbidden: &["askama", "axum", "tokio"],
    },
    Module {
        name: "dictionary",
        imports: &[],
        forbidden: &["askama", "axum", "tokio", "pulldown_cmark"],
    },
    Module {
        name: "report",
        imports: &[],
        forbidden: &["askama", "axum", "tokio", "pulldown_cmark", "std::fs"],
    },
    Module {
        name: "site",
        imports: &["content", "kinds", "dictionary"],
        forbidden: &["std::fs", "pulldown_cmark", "askama", "axum", "tokio"],
    },
    Module {
        name: "search",
        imports: &["site", "content", "kinds", "snapshot"],
        forbidden: &["axum", "tokio", "pulldown_cmark", "std::fs"],
    },
    Module {
        name: "outputs",
        imports: &["site", "content", "kinds", "snapshot", "search"],
        forbidden: &["axum", "tokio", "pulldown_cmark"],
    },
    Module {
        name: "snapshot",
        imports: &[],
        forbidden: &["askama", "axum", "tokio"],
    },
    Module {
        name: "server",
        imports: &["snapshot"],
        forbidden: &["askama", "pulldown_cmark"],
    },
    Module {
        name: "editors",
        imports: &["content", "kinds", "report", "site", "snapshot", "Compiled"],
        forbidden: &["axum", "tokio", "pulldown_cmark", "std::fs"],
    },
    Module {
        name: "live",
        imports: &[
            "content", "site", "search", "snapshot", "server", "editors", "Compiled", "Options",
            "check", "compile",
        ],
        forbidden: &["axum", "askama", "tokio", "std::fs"],
    },
    Module {
        name: "export",
        imports: &["snapshot"],
        forbidden: &["askama", "axum", "pulldown_cmark"],
    },
];

/// Violations that are still there. The numbers may only go down.
const KNOWN_FILES_IN_CIRCLES: usize = 0;
const KNOWN_TYPES_DEFINED_TWICE: usize = 0;
const KNOWN_KINDS_NAMED_ELSEWHERE: usize = 0;
const KNOWN_DOC_COMMENTS_THAT_ASK: usize = 0;
const KNOWN_LONG_COMMENT_LINES: usize = 0;

#[track_caller]
fn assert_at_most(known: usize, wrong: &[String], remedy: &str) {
    assert!(
        wrong.len() <= known,
        "{remedy}\n{} where {known} are known:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

pub fn files(folder: &Path) -> Vec<PathBuf> {
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

pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn rust_files(folder: &str) -> impl Iterator<Item = (String, String)> {
    files(&root().join(folder))
        .into_iter()
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .map(|path| {
            let name = path.strip_prefix(root()).expect("below the project");
            let text = fs::read_to_string(&path).expect("source is text");
            (name.display().to_string(), text)
        })
}

/// The source files by their path below `src`, with their text without comments and test modules.
pub fn sources() -> BTreeMap<String, String> {
    let without_tests = |text: &str| {
        let end = text.find("#[cfg(test)]\nmod ").unwrap_or(text.len());
        text[..end]
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"))
            .collect::<Vec<_>>()
            .join("\n")
    };
    rust_files("src")
        .map(|(path, text)| (path.replacen("src/", "", 1), without_tests(&text)))
        .collect()
}

/// The source files of the library: the commands are another crate.
fn library() -> BTreeMap<String, String> {
    let mut files = sources();
    files.retain(|file, _| file != "main.rs" && !file.starts_with("commands/"));
    files
}

/// A path of modules and, at the end, an item: `crate::site::links` is `["site", "links"]`.
type ModulePath = Vec<String>;

/// The module that a source file holds.
fn module_of(file: &str) -> ModulePath {
    let path = file.trim_end_matches(".rs").trim_end_matches("/mod");
    if path == "lib" || path == "main" {
        return Vec::new();
    }
    path.split('/').map(str::to_owned).collect()
}

/// The paths that a text names by `crate::`, `super::` or `self::`, in `use` and elsewhere.
fn named_paths(file: &str, text: &str) -> Vec<ModulePath> {
    let module = module_of(file);
    let parent = module[..module.len().saturating_sub(1)].to_vec();
    let mut paths = Vec::new();
    for (keyword, start) in [
        ("crate::", Vec::new()),
        ("super::", parent),
        ("self::", module),
    ] {
        for (at, _) in text.match_indices(keyword) {
            let before = &text[..at];
            let is_word = before.ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':');
            let rest = &text[at + keyword.len()..];
            // In a module within a file of the top, this is the file itself.
            let is_own =
                keyword == "super::" && start.is_empty() && rest.starts_with(char::is_uppercase);
            if !is_word && !is_own && !before.ends_with("in ") {
                read_paths(rest, &start, &mut paths);
            }
        }
    }
    paths
}

/// Reads what stands behind a `::`: one name, a longer path, or a list in braces. Returns the rest.
fn read_paths<'a>(text: &'a str, start: &[String], paths: &mut Vec<ModulePath>) -> &'a str {
    let text = text.trim_start();
    if let Some(mut rest) = text.strip_prefix('{') {
        while !rest.is_empty() && !rest.starts_with('}') {
            rest = read_paths(rest, start, paths).trim_start();
            // A name may be followed by `as another`.
            let end = rest.find([',', '}']).unwrap_or(rest.len());
            rest = rest[end..].trim_start_matches(',').trim_start();
        }
        return rest.strip_prefix('}').unwrap_or(rest);
    }
    let end = text
        .find(|c: char| !c.is_alphanumeric() && c != '_')
        .unwrap_or(text.len());
    let mut path = start.to_vec();
    if end > 0 && &text[..end] != "self" {
        path.push(text[..end].to_owned());
    }
    match text[end..].strip_prefix("::") {
        Some(rest) if end > 0 => read_paths(rest, &path, paths),
        _ => {
            paths.push(path);
            &text[end..]
        }
    }
}

/// The imports between the files of the library, as paths below `src`. The file of a module and
/// those in its own folder may name each other.
fn imports_between_files(library: &BTreeMap<String, String>) -> BTreeMap<&str, BTreeSet<&str>> {
    let modules: BTreeMap<ModulePath, &str> = library
        .keys()
        .map(|file| (module_of(file), file.as_str()))
        .collect();
    let mut imports: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (file, text) in library {
        let from = module_of(file);
        for path in named_paths(file, text) {
            let to = (0..=path.len())
                .rev()
                .map(|length| &path[..length])
                .find(|module| modules.contains_key(*module))
                .expect("the root is a module");
            if !to.starts_with(&from) && !from.starts_with(to) {
                imports.entry(file).or_default().insert(modules[to]);
            }
        }
    }
    imports
}

/// The files that can be reached by imports, the first only where it is in a circle.
fn reachable<'a>(
    start: &'a str,
    imports: &BTreeMap<&'a str, BTreeSet<&'a str>>,
) -> BTreeSet<&'a str> {
    let mut found = BTreeSet::new();
    let mut waiting = vec![start];
    while let Some(file) = waiting.pop() {
        for next in imports.get(file).into_iter().flatten() {
            if found.insert(*next) {
                waiting.push(next);
            }
        }
    }
    found
}

#[test]
fn no_files_import_each_other_in_a_circle() {
    let library = library();
    let imports = imports_between_files(&library);
    assert!(imports.len() > 50, "the imports are found");
    let reached: BTreeMap<&str, BTreeSet<&str>> = imports
        .keys()
        .map(|file| (*file, reachable(file, &imports)))
        .collect();
    let in_circle_with = |file: &str, other: &&str| {
        reached[file].contains(other) && reached.get(other).is_some_and(|back| back.contains(file))
    };
    let mut wrong = Vec::new();
    for (file, targets) in &imports {
        let back: Vec<&str> = targets
            .iter()
            .copied()
            .filter(|target| in_circle_with(file, target))
            .collect();
        if !back.is_empty() {
            wrong.push(format!("src/{file} → {}", back.join(", ")));
        }
    }
    assert_at_most(
        KNOWN_FILES_IN_CIRCLES,
        &wrong,
        "These imports lead back to where they come from. Move what both sides need to a file of its own.",
    );
}

#[test]
fn modules_import_only_what_the_architecture_lets_them() {
    let mut wrong = Vec::new();
    for (file, text) in sources() {
        let module = file.split(['/', '.']).next().expect("a file has a name");
        if ["lib", "main", "commands"].contains(&module) {
            continue;
        }
        let leaf = Module {
            name: "",
            imports: &[],
            forbidden: &["axum", "tokio", "pulldown_cmark", "std::fs"],
        };
        let row = MODULES
            .iter()
            .find(|row| row.name == module)
            .or_else(|| LEAVES.contains(&module).then_some(&leaf));
        let Some(Module {
            imports, forbidden, ..
        }) = row
        else {
            wrong.push(format!(
                "src/{file}: say in tests/it/architecture.rs what `{module}` may import"
            ));
            continue;
        };
        let named: BTreeSet<String> = named_paths(&file, &text)
            .into_iter()
            .filter_map(|path| path.into_iter().next())
            .collect();
        for import in named.iter().map(String::as_str) {
            if import != module && !imports.contains(&import) && !LEAVES.contains(&import) {
                wrong.push(format!(
                    "src/{file} imports `{import}`, which `{module}` must not know"
                ));
            }
        }
        for word in *forbidden {
            if text.contains(&format!("{word}::")) {
                wrong.push(format!(
                    "src/{file} uses `{word}`, which `{module}` must not know"
                ));
            }
        }
        if module == "outputs" && file != "outputs/assets.rs" && text.contains("std::fs") {
            wrong.push(format!(
                "src/{file} reads files: only outputs/assets.rs may"
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_kind_is_named_only_below_kinds() {
    let library = library();
    let kinds: Vec<&str> = library
        .iter()
        .filter(|(_, text)| text.contains("pub static SPEC: KindSpec"))
        .filter_map(|(file, _)| file.strip_prefix("kinds/")?.strip_suffix(".rs"))
        .collect();
    let mut wrong = Vec::new();
    for (file, text) in &library {
        if file.starts_with("kinds/") {
            continue;
        }
        for path in named_paths(file, text) {
            let names_kind = path
                .get(1)
                .is_some_and(|module| path[0] == "kinds" && kinds.contains(&module.as_str()));
            if names_kind {
                wrong.push(format!("src/{file} names {}", path.join("::")));
            }
        }
    }
    assert_at_most(
        KNOWN_KINDS_NAMED_ELSEWHERE,
        &wrong,
        "Say this in the row of the kind, below src/kinds/, and ask the row for it.",
    );
}

#[test]
fn no_public_type_name_is_defined_twice() {
    let mut defined: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (file, text) in sources() {
        for line in text.lines() {
            let line = line.trim_start();
            let Some(rest) = line.strip_prefix("pub") else {
                continue;
            };
            let rest = rest.split_once(' ').map_or("", |(_, rest)| rest);
            let Some((keyword, name)) = rest.split_once(' ') else {
                continue;
            };
            if !["struct", "enum", "trait", "type"].contains(&keyword) {
                continue;
            }
            let end = name
                .find(|c: char| !c.is_alphanumeric() && c != '_')
                .unwrap_or(name.len());
            let files = defined.entry(name[..end].to_owned()).or_default();
            files.push(format!("src/{file}"));
        }
    }
    assert!(defined.len() > 100, "the types are found");
    let twice: Vec<String> = defined
        .into_iter()
        .filter(|(_, files)| files.len() > 1)
        .map(|(name, files)| format!("{name}: {}", files.join(", ")))
        .collect();
    assert_at_most(
        KNOWN_TYPES_DEFINED_TWICE,
        &twice,
        "A reader who sees one of these names cannot know which type is meant.",
    );
}

#[test]
fn doc_comments_open_with_a_noun_phrase() {
    const QUESTIONS: &[&str] = &[
        "What", "How", "Whether", "Where", "That", "Who", "When", "Which",
    ];
    let mut wrong = Vec::new();
    for (file, text) in ["src", "tests", "benches"].into_iter().flat_map(rust_files) {
        let mut before = "";
        for (number, line) in text.lines().enumerate() {
            let line = line.trim_start();
            let opens = ["///", "//!"].into_iter().find_map(|mark| {
                let comment = line.strip_prefix(mark)?;
                (!before.starts_with(mark)).then_some(comment)
            });
            let opening = opens.unwrap_or_default().trim_start();
            let first = opening.split_whitespace().next();
            let asks = first.is_some_and(|word| QUESTIONS.contains(&word));
            // Who reads one item alone does not see what it is the same as.
            if asks || opening.starts_with("The same") {
                wrong.push(format!("{file}:{}: {line}", number + 1));
            }
            before = line;
        }
    }
    assert_at_most(
        KNOWN_DOC_COMMENTS_THAT_ASK,
        &wrong,
        "Say what the item is, in a noun phrase, or what it promises, in a sentence.",
    );
}

#[test]
fn comments_keep_to_the_width_of_the_code() {
    const WIDTH: usize = 100;
    let mut wrong = Vec::new();
    for (file, text) in ["src", "tests", "benches"].into_iter().flat_map(rust_files) {
        for (number, line) in text.lines().enumerate() {
            if line.trim_start().starts_with("//") && line.chars().count() > WIDTH {
                wrong.push(format!("{file}:{}", number + 1));
            }
        }
    }
    assert_at_most(
        KNOWN_LONG_COMMENT_LINES,
        &wrong,
        "Break these lines before their hundredth character.",
    );
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
        // Some are asked for by the name of a kind: `kind-{name}`, `{name}-count`,
        // `{name}-of-{name}`.
        let is_composed = name.match_indices('-').any(|(at, _)| {
            program.contains(&format!("\"{}-{{", &name[..at]))
                || program.contains(&format!("}}-{}\"", &name[at + 1..]))
        }) || name
            .split('-')
            .any(|word| program.contains(&format!("}}-{word}-{{")));
        assert!(
            is_composed
                || program.contains(&format!("\"{name}\""))
                || program.contains(&format!("\"{stem}\"")),
            "nothing says `{name}` any more"
        );
    }
}
