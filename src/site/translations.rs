//! Translations: pages that say the same in several languages, each with the others.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::content::page::Page;
use crate::fault;
use crate::message;
use crate::problem::Report;
use crate::rule::Rule;
use crate::site::SitePage;
use crate::site::links::LinkResolver;
use crate::site::pages::{PageId, PageSet};
use crate::source::LocatedName;

/// Sets the versions of each page, in the order of the languages. What is wrong with translations
/// goes to the report.
pub fn resolve(pages: &PageSet<'_>, site_pages: &mut [SitePage], report: &mut Report) {
    let mut originals: BTreeMap<PageId, Vec<PageId>> = BTreeMap::new();
    for (original, translation) in translations(pages, report) {
        originals
            .entry(original)
            .or_insert_with(|| vec![original])
            .push(translation);
    }
    for mut same in originals.into_values() {
        let place = |id: &PageId| {
            let mut languages = pages.config.languages.iter();
            languages.position(|language| language.tag == pages.page(*id).language)
        };
        same.sort_by_key(place);
        for id in &same {
            site_pages[*id].versions = same.clone();
        }
    }
}

/// Every page that translates another one: the original first. No original has two in one language.
fn translations(pages: &PageSet<'_>, report: &mut Report) -> Vec<(PageId, PageId)> {
    let resolver = LinkResolver::new(pages);
    let mut first: BTreeMap<(PageId, &str), &Arc<str>> = BTreeMap::new();
    let mut translations = Vec::new();
    let mut discarded = Report::default();
    for (id, page) in pages.pages().enumerate() {
        let Some(file) = &page.meta.translates else {
            continue;
        };
        let report = if pages.is_stale(page) {
            &mut discarded
        } else {
            &mut *report
        };
        let original = || original(pages, &resolver, page, file, report);
        let Some(original) = fault::at_page(&page.file, original) else {
            continue;
        };
        match first.get(&(original, page.language)) {
            None => {
                first.insert((original, page.language), &page.file);
                translations.push((original, id));
            }
            Some(other) => {
                let message = message!("translated-twice", other = &***other, file = &file.name);
                let help = message!("translated-twice-help");
                report.add(file.place.clone(), Rule::Translation, message, help);
            }
        }
    }
    for (page, time) in pages.only_checked() {
        if let Some(file) = &page.meta.translates {
            fault::at_page(&page.file, || {
                original(pages, &resolver.at(time), page, file, report)
            });
        }
    }
    translations
}

/// The page that `page` translates.
fn original(
    pages: &PageSet<'_>,
    resolver: &LinkResolver<'_>,
    page: &Page,
    file: &LocatedName,
    report: &mut Report,
) -> Option<PageId> {
    let original = resolver.target(page, file, report)?;
    if pages.page(original).language == pages.config.language() {
        return Some(original);
    }
    let message = message!("translates-no-original", file = &file.name);
    let help = message!("translates-no-original-help");
    report.add(file.place.clone(), Rule::Translation, message, help);
    None
}
