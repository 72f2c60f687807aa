//! Titles, summaries and days as they look beside each other, in lists and search results.

use std::collections::BTreeMap;

use crate::content::front_matter::unwritten;
use crate::content::page::Page;
use crate::date;
use crate::fault;
use crate::message;
use crate::message::Message;
use crate::problem::Report;
use crate::rule::Rule;
use crate::site::Site;
use crate::source::Place;

/// The longest texts that search engines and phones show in full, in characters.
const LONGEST_TITLE: usize = 65;
const LONGEST_SUMMARY: usize = 160;

pub fn check(site: &Site<'_>, pages: &[&Page], report: &mut Report) {
    for page in pages {
        fault::contain_in(report, &page.file, |report| {
            days_to_come(site, page, report);
            lengths(page, report);
        });
    }
    let titles = pages
        .iter()
        .filter(|page| !page.meta.title.is_empty())
        .map(|page| (page.language, &page.meta.title, &page.meta.title_place));
    let said = |file: &str| (message!("same-title", file), message!("same-title-help"));
    same(titles, Rule::SameTitle, said, report);
    // Several new pages may wait for their summary at one time.
    let is_written = |text: &str| !text.is_empty() && !unwritten::is_summary(text);
    let written = pages.iter().filter(|page| is_written(&page.meta.summary));
    let summaries =
        written.map(|page| (page.language, &page.meta.summary, &page.meta.summary_place));
    let said = |file: &str| {
        (
            message!("same-summary", file),
            message!("same-summary-help"),
        )
    };
    same(summaries, Rule::SameSummary, said, report);
}

/// Reports a title or a summary that is not shown in full.
fn lengths(page: &Page, report: &mut Report) {
    let meta = &page.meta;
    let length = meta.title.chars().count();
    if length > LONGEST_TITLE {
        let message = message!("long-title", length);
        let help = message!("long-title-help", longest = LONGEST_TITLE);
        report.add(meta.title_place.clone(), Rule::LongTitle, message, help);
    }
    let length = meta.summary.chars().count();
    if length > LONGEST_SUMMARY {
        let message = message!("long-summary", length);
        let help = message!("long-summary-help", longest = LONGEST_SUMMARY);
        report.add(meta.summary_place.clone(), Rule::LongSummary, message, help);
    }
}

/// Reports each day that is still to come when visitors see the page.
fn days_to_come(site: &Site<'_>, page: &Page, report: &mut Report) {
    let meta = &page.meta;
    let publish = meta.visibility.publish;
    let publish = publish.map(|publish| date::day_of(publish, &site.config.time_zone));
    let shown = publish.unwrap_or(site.today).max(site.today);
    for (key, day, place) in [
        ("date", meta.date, &meta.date_place),
        ("updated", meta.updated, &meta.updated_place),
    ] {
        if let Some(day) = day.filter(|day| *day > shown && !meta.visibility.draft) {
            let day = day.to_string();
            let help = message!("day-to-come-help", day = &day);
            let message = message!("day-to-come", key, day);
            report.add(place.clone(), Rule::FutureDate, message, help);
        }
    }
}

/// Reports each text that stands on more than one page in a language, at all but the first: with
/// what is said where this file has it too.
fn same<'a>(
    texts: impl Iterator<Item = (&'a str, &'a String, &'a Place)>,
    rule: Rule,
    said: impl Fn(&str) -> (Message, Message),
    report: &mut Report,
) {
    let mut first: BTreeMap<(&str, String), &Place> = BTreeMap::new();
    for (language, text, place) in texts {
        let other = first
            .entry((language, text.trim().to_lowercase()))
            .or_insert(place);
        if *other != place {
            let (message, help) = said(&other.file);
            report.add(place.clone(), rule, message, help);
        }
    }
}
