//! Titles and summaries as they look beside each other, in lists and search results.

use std::collections::BTreeMap;

use crate::content::front_matter::NO_SUMMARY;
use crate::content::page::{Kind, Page};
use crate::problem::{Problem, Report};
use crate::rule::Rule;
use crate::source::Place;

/// Search engines and phones cut off what is longer, in characters.
const LONGEST_TITLE: usize = 65;
const LONGEST_SUMMARY: usize = 160;

/// The placeholder for a fact in a new page about a municipality. A page that is no draft cannot
/// keep it.
pub const NO_FACT: &str = "nog invullen";

pub fn check(pages: &[&Page], report: &mut Report) {
    for page in pages {
        if let Kind::Municipality(facts) = &page.kind
            && !page.visibility.draft
            && [&facts.seat, &facts.inhabitants.source]
                .into_iter()
                .chain(&facts.places)
                .any(|fact| fact == NO_FACT)
        {
            let help = format!(
                "vul `seat`, `places`, `area`, `website`, `code` en `inhabitants` in: overal waar nog een voorbeeld of \"{NO_FACT}\" staat"
            );
            report.add(
                page.title_place.clone(),
                Rule::MissingKey,
                "de feiten van deze gemeente zijn nog niet ingevuld",
                help,
            );
        }
        let (title, summary) = (page.title.chars().count(), page.summary.chars().count());
        if title > LONGEST_TITLE {
            let message = format!("de titel is {title} tekens lang");
            let help = format!(
                "maak hem hoogstens {LONGEST_TITLE} tekens lang, met de belangrijkste woorden vooraan"
            );
            report.add(page.title_place.clone(), Rule::LongTitle, message, help);
        }
        if summary > LONGEST_SUMMARY {
            let message = format!("de samenvatting is {summary} tekens lang");
            let help = format!(
                "maak haar hoogstens {LONGEST_SUMMARY} tekens lang: in lijsten en zoekresultaten valt de rest weg"
            );
            report.add(page.summary_place.clone(), Rule::LongSummary, message, help);
        }
    }
    let titles = pages
        .iter()
        .map(|page| (page.language, page.title.as_str(), &page.title_place));
    same(
        titles,
        Rule::SameTitle,
        "deze titel",
        "geef elke pagina een titel die alleen van haar is",
        report,
    );
    // Several new pages may wait for their summary at one time.
    let written = pages.iter().filter(|page| page.summary != NO_SUMMARY);
    let summaries = written.map(|page| (page.language, page.summary.as_str(), &page.summary_place));
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
