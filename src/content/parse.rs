//! The parsing of one file into a page.

use std::ops::Range;

use crate::config::Config;
use crate::content::front_matter::split::{Parts, body_without_end, split};
use crate::content::front_matter::{self, FrontMatter};
use crate::content::location::locate;
use crate::content::markdown;
use crate::content::page::Page;
use crate::problem::Report;
use crate::route::Route;
use crate::rule::Rule;
use crate::source::Source;
use crate::toml_file::{has_forbidden, is_forbidden, report_hidden_character};

/// The page that a file holds.
pub enum Parsed {
    Valid(Page),
    /// It has a mistake with which no page can be made; the rest can be looked at.
    Invalid(Page),
}

impl Parsed {
    pub fn page(self) -> Option<Page> {
        match self {
            Parsed::Valid(page) => Some(page),
            Parsed::Invalid(_) => None,
        }
    }
}

/// The most invisible characters that are reported of one file.
const MOST_HIDDEN: usize = 5;

/// Makes a page of one file; what is wrong goes to the report. `None` where nothing can be made of
/// it.
pub fn parse(source: &Source, config: &Config, report: &mut Report) -> Option<Parsed> {
    let location = locate(&source.path, config, report);
    if let Some(at) = conflict(&source.text) {
        report.add(
            source.place(at),
            Rule::MergeConflict,
            "git heeft hier twee versies van de tekst laten staan",
            "kies wat er moet staan, en haal de regels weg die beginnen met <<<<<<<, ======= of >>>>>>>",
        );
        return None;
    }
    let (front, text) = match split(source, report) {
        Some(Parts { front_matter, body }) => (
            front_matter::read(source, front_matter, &location, config, report),
            body,
        ),
        None => (FrontMatter::unreadable(source), body_without_end(source)),
    };
    report_hidden(source, &text, report);
    let language = config.language_of(&source.path);
    let body = markdown::render(source, text, language, report);
    let is_valid = front.is_valid && location.route.is_some();
    let page = Page {
        file: source.path.clone(),
        // What has no address of its own is only looked at.
        route: location.route.unwrap_or_else(Route::home),
        kind: location.kind,
        role: location.role,
        language,
        meta: front.meta,
        facts: front.facts,
        body,
    };
    Some(if is_valid {
        Parsed::Valid(page)
    } else {
        Parsed::Invalid(page)
    })
}

/// Reports characters that no page can hold.
fn report_hidden(source: &Source, text: &Range<usize>, report: &mut Report) {
    if !has_forbidden(&source.text[text.clone()]) {
        return;
    }
    let hidden = source.text[text.clone()]
        .char_indices()
        .filter(|(_, c)| is_forbidden(*c));
    for (at, _) in hidden.take(MOST_HIDDEN) {
        report_hidden_character(source, text.start + at, report);
    }
}

/// The place where git began to write two versions of a text beside each other, in bytes.
fn conflict(text: &str) -> Option<usize> {
    let later = || memchr::memmem::find(text.as_bytes(), b"\n<<<<<<< ").map(|end| end + 1);
    text.starts_with("<<<<<<< ").then_some(0).or_else(later)
}
