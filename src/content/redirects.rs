//! `adressen.toml`: every address that the site has had, and what became of those that are no page
//! any more.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use serde::Deserialize;
use toml::Spanned;

use crate::message;
use crate::problem::Report;
use crate::rule::Rule;
use crate::source::{LocatedName, Source};
use crate::toml_file::{self, ParseState};

/// The name of the file, in the content folder.
pub const FILE: &str = "adressen.toml";

/// Every address that the site has had.
#[derive(Debug, Default)]
pub struct RedirectMap {
    /// Addresses that the site has answered at, and that must go on answering.
    pub known_urls: Vec<LocatedName>,
    pub moved: Vec<Moved>,
    pub gone: Vec<Gone>,
}

impl RedirectMap {
    /// The addresses that are no page any more, each with where it leads.
    pub fn old_addresses(&self) -> impl Iterator<Item = (&LocatedName, &LocatedName)> {
        let moved = self.moved.iter().map(|moved| (&moved.address, &moved.to));
        let gone = self.gone.iter();
        moved.chain(gone.map(|gone| (&gone.address, &gone.replacement)))
    }
}

/// An old address whose content is on another page now.
#[derive(Debug)]
pub struct Moved {
    pub address: LocatedName,
    /// A content file, from the content folder; or an address of the site, from its first slash.
    pub to: LocatedName,
}

/// An old address whose content is gone.
#[derive(Debug)]
pub struct Gone {
    pub address: LocatedName,
    /// For visitors, as one or two sentences.
    pub reason: String,
    /// The content file of the page that a visitor may want instead.
    pub replacement: LocatedName,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct RawRedirectMap {
    served: Option<Spanned<Vec<Spanned<String>>>>,
    moved: BTreeMap<Spanned<String>, Spanned<String>>,
    gone: BTreeMap<Spanned<String>, Spanned<RawGone>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawGone {
    reason: Option<String>,
    instead: Option<Spanned<String>>,
}

/// Reads the file. `None` where it is not TOML.
pub fn read(source: &Source, report: &mut Report) -> Option<RedirectMap> {
    let raw = read_raw(source, report)?;
    let located = |text| source.located(0, text);
    let known_urls = raw.served.into_iter().flat_map(Spanned::into_inner);
    let moved = raw.moved.into_iter().map(|(address, to)| Moved {
        address: located(address),
        to: located(to),
    });
    let mut map = RedirectMap {
        known_urls: known_urls.map(located).collect(),
        moved: moved.collect(),
        gone: Vec::new(),
    };
    for (address, raw) in raw.gone {
        let span = raw.span();
        match raw.into_inner() {
            RawGone {
                reason: Some(reason),
                instead: Some(instead),
            } if !reason.trim().is_empty() => {
                map.gone.push(Gone {
                    address: located(address),
                    reason,
                    replacement: located(instead),
                });
            }
            _ => report.add(
                source.place(span.start),
                Rule::MissingKey,
                message!("gone-incomplete"),
                message!("gone-incomplete-help"),
            ),
        }
    }
    Some(map)
}

fn read_raw(source: &Source, report: &mut Report) -> Option<RawRedirectMap> {
    let read = toml_file::read(source, report)?;
    (read.state != ParseState::SyntaxErrors).then_some(read.raw)
}

/// The text of the file with these addresses among the served ones; all else in it stays as it was,
/// comments and line ends too; in a file that is written for the first time, editors read in their
/// language what it is for. `None` where it is not TOML.
pub fn with_known_urls(text: &str, served: &BTreeSet<&str>, language: &str) -> Option<String> {
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let whole = || {
        served.iter().fold(format!("[{end}"), |list, address| {
            list + &format!("    \"{address}\",{end}")
        }) + "]"
    };
    let raw = read_raw(&Source::new(FILE, text), &mut Report::default())?;
    let Some(list) = raw.served else {
        let list = whole();
        return Some(match text.trim().is_empty() {
            true => {
                let head = message!("addresses-head").in_language(language);
                format!("{}{end}served = {list}{end}", head.replace('\n', end))
            }
            false => format!("served = {list}{end}{end}{text}"),
        });
    };
    let span = list.span();
    let known: BTreeMap<&str, Range<usize>> = list
        .get_ref()
        .iter()
        .map(|entry| (entry.get_ref().as_str(), entry.span()))
        .collect();
    let begins_line = |at: usize| {
        text[..at]
            .rsplit('\n')
            .next()
            .is_some_and(|before| before.trim().is_empty())
    };
    let first_line = text[span.clone()]
        .find('\n')
        .map(|newline| span.start + newline + 1);
    let (Some(first_line), true) = (
        first_line,
        known.values().all(|entry| begins_line(entry.start)) && begins_line(span.end - 1),
    ) else {
        return Some(format!(
            "{}{}{}",
            &text[..span.start],
            whole(),
            &text[span.end..]
        ));
    };
    let mut added: BTreeMap<usize, String> = BTreeMap::new();
    for address in served
        .iter()
        .filter(|address| !known.contains_key(**address))
    {
        // Behind the address before it, so that a comment stays with what it is about.
        let at = match known.range::<&str, _>(..*address).next_back() {
            None => first_line,
            Some((_, before)) => {
                if !text[before.end..].trim_start().starts_with(',') {
                    added.insert(before.end, ",".to_owned());
                }
                text[before.end..]
                    .find('\n')
                    .map_or(text.len(), |newline| before.end + newline + 1)
            }
        };
        added
            .entry(at)
            .or_default()
            .push_str(&format!("    \"{address}\",{end}"));
    }
    let mut completed = text.to_owned();
    for (at, lines) in added.into_iter().rev() {
        completed.insert_str(at, &lines);
    }
    Some(completed)
}
