//! The notations of other programs, which stay on the page as they are typed.

use std::ops::Range;

use crate::content::markdown::parser::heading_id;

/// A line of a text.
pub struct Line<'a> {
    pub written: &'a str,
    /// As long, with a space for everything that Markdown did read.
    pub plain: &'a str,
    /// True for the text of a heading.
    pub is_heading: bool,
}

/// Finds the places of a notation in a line.
type Find = fn(&Line<'_>) -> Vec<Range<usize>>;

/// Each by the name of its remedy.
pub const NOTATIONS: &[(&str, Find)] = &[
    ("mark", marked),
    ("tab", tab),
    ("heading-id", heading_attributes),
    ("attributes", attributes),
    ("abbreviation", abbreviation),
    ("contents", contents),
    ("footnote", footnote),
    ("template", template),
    ("task", task),
    ("block", block),
];

/// The marks of a table of contents that a program makes.
const CONTENTS: [&str; 4] = ["[toc]", "[tocm]", "{:toc}", "{{toc}}"];

/// The pieces from one mark up to the next, with these in it.
fn enclosed(
    line: &Line<'_>,
    open: &str,
    close: &str,
    is_it: impl Fn(&str) -> bool,
) -> Vec<Range<usize>> {
    let (mut found, mut from) = (Vec::new(), 0);
    while let Some(start) = line.plain[from..].find(open).map(|at| from + at) {
        let inner = start + open.len();
        let Some(length) = line.plain[inner..].find(close) else {
            break;
        };
        let end = inner + length + close.len();
        if is_it(&line.written[inner..inner + length]) {
            found.push(start..end);
            from = end;
        } else {
            from = inner;
        }
    }
    found
}

/// The whole of a line, without the spaces around it.
fn whole(line: &Line<'_>) -> Range<usize> {
    let start = line.written.len() - line.written.trim_start().len();
    start..line.written.trim_end().len()
}

/// `==woorden==`.
fn marked(line: &Line<'_>) -> Vec<Range<usize>> {
    let is_words = |inner: &str| {
        inner.trim() == inner && inner.contains(char::is_alphabetic) && !inner.contains('=')
    };
    enclosed(line, "==", "==", is_words)
}

/// `=== "Naam"`.
fn tab(line: &Line<'_>) -> Vec<Range<usize>> {
    let plain = line.plain.trim_start();
    let is_tab = plain.starts_with("=== \"") || plain.starts_with("===! \"");
    is_tab.then(|| whole(line)).into_iter().collect()
}

/// `{: .klasse}`, `{#naam}` and `{width=50%}`, but for the name of a heading that is read.
fn braces(line: &Line<'_>) -> Vec<Range<usize>> {
    let name = heading_id(line.written).filter(|_| line.is_heading);
    let read = name.map_or(line.written.len(), |(at, _)| at);
    let is_attribute = |word: &str| {
        let named = word.strip_prefix(['#', '.']);
        let key = word.split_once('=').map(|(key, _)| key);
        named.or(key).is_some_and(|name| {
            name.starts_with(|c: char| c.is_ascii_alphabetic())
                && name
                    .chars()
                    .all(|c| c.is_alphanumeric() || "-_".contains(c))
        })
    };
    let is_it = |inner: &str| {
        let inner = inner.strip_prefix(':').unwrap_or(inner);
        inner.split_whitespace().next().is_some_and(is_attribute)
    };
    let mut found = enclosed(line, "{", "}", is_it);
    found.retain(|braces| braces.start < read);
    found
}

fn heading_attributes(line: &Line<'_>) -> Vec<Range<usize>> {
    let mut found = braces(line);
    found.retain(|braces| line.is_heading && line.written[braces.clone()].contains('#'));
    found
}

fn attributes(line: &Line<'_>) -> Vec<Range<usize>> {
    let mut found = braces(line);
    found.retain(|braces| !line.is_heading || !line.written[braces.clone()].contains('#'));
    found
}

/// `*[HTML]: de hele naam`.
fn abbreviation(line: &Line<'_>) -> Vec<Range<usize>> {
    let is_it = line.plain.trim_start().starts_with("*[") && line.plain.contains("]:");
    is_it.then(|| whole(line)).into_iter().collect()
}

/// `[TOC]`.
fn contents(line: &Line<'_>) -> Vec<Range<usize>> {
    let plain = line.plain.trim().to_ascii_lowercase();
    let is_it = CONTENTS.contains(&&*plain);
    is_it.then(|| whole(line)).into_iter().collect()
}

/// `^[de noot zelf]`.
fn footnote(line: &Line<'_>) -> Vec<Range<usize>> {
    enclosed(line, "^[", "]", |inner| inner.contains(char::is_alphabetic))
}

/// `{{< video >}}` and `{% include %}`.
fn template(line: &Line<'_>) -> Vec<Range<usize>> {
    let is_words =
        |inner: &str| inner.contains(char::is_alphabetic) && !inner.eq_ignore_ascii_case("toc");
    let mut found = enclosed(line, "{{", "}}", is_words);
    found.extend(enclosed(line, "{%", "%}", is_words));
    found
}

/// `- [] taak`.
fn task(line: &Line<'_>) -> Vec<Range<usize>> {
    let plain = line.plain.trim_start();
    let is_item = line.written.trim_start().starts_with(['-', '*', '+']);
    let at = line.plain.len() - plain.len();
    let is_it = is_item && plain.starts_with("[] ");
    is_it.then_some(at..at + 2).into_iter().collect()
}

/// `woorden ^naam`, at the end of a line.
fn block(line: &Line<'_>) -> Vec<Range<usize>> {
    let plain = line.plain.trim_end();
    let name = plain.rsplit_once(" ^").map_or("", |(_, name)| name);
    let is_name = name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    let at = plain.len() - name.len();
    is_name.then(|| at - 1..plain.len()).into_iter().collect()
}
