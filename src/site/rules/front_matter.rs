//! Titles and summaries as they look beside each other, in lists and search results.

use std::collections::BTreeMap;

use crate::content::front_matter::shared::NO_SUMMARY;
use crate::content::page::Page;

use crate::problem::{Problem, Report};
use crate::rule::Rule;
use crate::source::Place;

/// The longest texts that search engines and phones show in full, in characters.
const LONGEST_TITLE: usize = 65;
const LONGEST_SUMMARY: usize = 160;

pub fn check(pages: &[&Page], report: &mut Report) {
    for page in pages {
        let is_draft = page.meta.visibility.draft;
        if let Some((message, help)) = (page.kind.unfinished)(&page.facts).filter(|_| !is_draft) {
            report.add(
                page.meta.title_place.clone(),
                Rule::MissingKey,
                message,
                help,
            );
        }
        let (title, summary) = (
            page.meta.title.chars().count(),
            page.meta.summary.chars().count(),
        );
        if title > LONGEST_TITLE {
            let message = format!("de titel is {title} tekens lang");
            let help = format!(
                "maak hem hoogstens {LONGEST_TITLE} tekens lang, met de belangrijkste woorden vooraan"
            );
            report.add(
                page.meta.title_place.clone(),
                Rule::LongTitle,
                message,
                help,
            );
        }
        if summary > LONGEST_SUMMARY {
            let message = format!("de samenvatting is {summary} tekens lang");
            let help = format!(
                "maak haar hoogstens {LONGEST_SUMMARY} tekens lang: in lijsten en zoekresultaten valt de rest weg"
            );
            report.add(
                page.meta.summary_place.clone(),
                Rule::LongSummary,
                message,
                help,
            );
        }
    }
    let titles = pages.iter().map(|page| {
        (
            page.language,
            page.meta.title.as_str(),
            &page.meta.title_place,
        )
    });
    same(
        titles,
        Rule::SameTitle,
        "deze titel",
        "geef elke pagina een titel die alleen van haar is",
        report,
    );
    // Several new pages may wait for their summary at one time.
    let written = pages.iter().filter(|page| page.meta.summary != NO_SUMMARY);
    let summaries = written.map(|page| {
        (
            page.language,
            page.meta.summary.as_str(),
            &page.meta.summary_place,
        )
    });
    same(
        summaries,
        Rule::SameSummary,
        "deze samenvatting",
        "zeg wat alleen op deze pagina staat",
        report,
    );
}

/// Reports each text that stands on more than one page in a language, at all but the first.
fn same<'a>(
    texts: impl Iterator<Item = (&'a str, &'a str, &'a Place)>,
    rule: Rule,
    what: &str,
    help: &str,
    report: &mut Report,
) {
    let mut first: BTreeMap<(&str, String), &Place> = BTreeMap::new();
    for (language, text, place) in texts {
        let key = (language, text.trim().to_lowercase());
        match first.get(&key) {
            None => {
                first.insert(key, place);
            }
            Some(other) => report.extend([Problem::new(
                place.clone(),
                rule,
                format!("{what} heeft `{}` ook", other.file),
                help,
            )]),
        }
    }
}
