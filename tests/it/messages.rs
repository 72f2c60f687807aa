//! The messages to editors: what the source says has a string in each language, with its values.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use noaber::message;

use crate::architecture::{files, sources};

/// Messages by name, each with the names of its values.
type Messages = BTreeMap<String, BTreeSet<String>>;

/// The messages of the source. One that stands twice must have the same values.
fn in_source() -> Messages {
    let mut all = Messages::new();
    for (file, text) in sources() {
        for (at, _) in text.match_indices("message!(") {
            let Some((name, values)) = parse(&text[at + "message!(".len()..]) else {
                continue;
            };
            let known = all.entry(name.clone()).or_insert_with(|| values.clone());
            assert_eq!(
                *known, values,
                "{file}: `{name}` has other values elsewhere"
            );
        }
    }
    all
}

/// The name and the keys of the arguments of `message!`, which start here.
fn parse(arguments: &str) -> Option<(String, BTreeSet<String>)> {
    let (mut depth, mut quoted, mut escaped) = (0, false, false);
    let mut parts = vec![String::new()];
    for c in arguments.chars() {
        match c {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            _ if quoted => {}
            ')' if depth == 0 => break,
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(String::new());
                continue;
            }
            _ => {}
        }
        parts.last_mut()?.push(c);
    }
    let mut parts = parts.iter().map(|part| part.trim());
    let name = parts
        .next()?
        .strip_prefix('"')?
        .trim_matches('"')
        .to_owned();
    let keys = parts.filter(|part| !part.is_empty());
    let keys = keys.filter_map(|part| part.split([' ', '=']).next());
    Some((name, keys.map(str::to_owned).collect()))
}

/// The messages of a language. One that says another name of a value has that among its own.
fn in_files(language: &str) -> Messages {
    let folder = Path::new("templates/messages").join(language);
    let mut all = Messages::new();
    for file in files(&folder) {
        let text = std::fs::read_to_string(&file).expect("a file of messages");
        let mut name = String::new();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if let Some((start, _)) = line.split_once('=')
                && !line.starts_with([' ', '}'])
            {
                name = start.trim().to_owned();
            }
            if name.is_empty() {
                continue;
            }
            let values = line.split('$').skip(1);
            let is_other = |c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '-';
            let values = values.filter_map(|rest| rest.split(is_other).next());
            let of_message = all.entry(name.clone()).or_default();
            of_message.extend(values.map(str::to_owned));
        }
    }
    all
}

#[test]
fn every_message_in_the_source_has_a_string_in_each_language_with_its_values_and_no_other() {
    let source = in_source();
    for language in message::languages() {
        let said = in_files(language);
        let names = |messages: &Messages| messages.keys().cloned().collect::<BTreeSet<_>>();
        let lacking: Vec<String> = names(&source).difference(&names(&said)).cloned().collect();
        assert_eq!(lacking, [""; 0], "{language} lacks these");
        // The help is asked for by the name of a command and its argument.
        let is_help = |name: &String| name.starts_with("help-") || name.starts_with("value-");
        let mut unused: Vec<String> = names(&said).difference(&names(&source)).cloned().collect();
        unused.retain(|name| !is_help(name));
        assert_eq!(unused, [""; 0], "nothing says these of {language}");
        for (name, values) in said.iter().filter(|(name, _)| source.contains_key(*name)) {
            let unknown: Vec<&String> = values.difference(&source[name]).collect();
            assert_eq!(unknown, [""; 0], "`{name}` in {language}");
        }
    }
}
