//! Titles, summaries and days as they look beside each other, in lists and search results.

use std::collections::BTreeMap;

use crate::content::front_matter::shared::NO_SUMMARY;
use crate::content::page::Page;
use crate::date;
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
        days_to_come(site, page, report);
        let meta = &page.meta;
        for (rule, text, place, longest, what, it, why) in [
            (
                Rule::LongTitle,
                &meta.title,
                &meta.title_place,
                LONGEST_TITLE,
                "de titel",
                "hem",
                ", met de belangrijkste woorden vooraan",
            ),
            (
                Rule::LongSummary,
                &meta.summary,
                &meta.summary_place,
                LONGEST_SUMMARY,
                "de samenvatting",
                "haar",
                ": in lijsten en zoekresultaten valt de rest weg",
            ),
        ] {
            let length = text.chars().count();
            if length > longest {
                let message = format!("{what} is {length} tekens lang");
                let help = format!("maak {it} hoogstens {longest} tekens lang{why}");
                report.add(place.clone(), rule, message, help);
            }
        }
    }
    let titles = pages
        .iter()
        .filter(|page| !page.meta.title.is_empty())
        .map(|page| (page.language, &page.meta.title, &page.meta.title_place));
    let help = "geef elke pagina een titel die alleen van haar is";
    same(titles, Rule::SameTitle, "deze titel", &help.into(), report);
    // Several new pages may wait for their summary at one time.
    let is_written = |text: &str| !text.is_empty() && text != NO_SUMMARY;
    let written = pages.iter().filter(|page| is_written(&page.meta.summary));
    let summaries =
        written.map(|page| (page.language, &page.meta.summary, &page.meta.summary_place));
    let help = "zeg wat alleen op deze pagina staat";
    same(
        summaries,
        Rule::SameSummary,
        "deze samenvatting",
        &help.into(),
        report,
    );
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
            let message = format!("`{key}` is {day}, en die dag moet nog komen");
            let help = format!(
                "kijk of de dag klopt; moet de pagina pas dan te zien zijn, schrijf dan `publish = {day}`"
            );
            report.add(place.clone(), Rule::FutureDate, message, help);
        }
    }
}

/// Reports each text that stands on more than one page in a language, at all but the first.
fn same<'a>(
    texts: impl Iterator<Item = (&'a str, &'a String, &'a Place)>,
    rule: Rule,
    what: &str,
    help: &Message,
    report: &mut Report,
) {
    let mut first: BTreeMap<(&str, String), &Place> = BTreeMap::new();
    for (language, text, place) in texts {
        let other = first
            .entry((language, text.trim().to_lowercase()))
            .or_insert(place);
        if *other != place {
            let message = format!("{what} heeft `{}` ook", other.file);
            report.add(place.clone(), rule, message, help.clone());
        }
    }
}
