//! Pages that say the same in several languages: each knows the others.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::content::Content;
use crate::content::page::{LocatedName, Page};
use crate::problem::Report;
use crate::rule::Rule;
use crate::site::links::LinkResolver;
use crate::site::unpublished::{ReferenceTime, UnpublishedPages};
use crate::site::{PageId, Site, SitePage};

/// Ties translations to their originals; what is wrong with them goes to the report.
pub fn resolve(
    site: &mut Site<'_>,
    content: &Content,
    hidden: &UnpublishedPages,
    report: &mut Report,
) {
    let mut versions: BTreeMap<PageId, Vec<PageId>> = BTreeMap::new();
    for (original, translation) in translations(
        site,
        &LinkResolver::new(site, content, hidden),
        hidden,
        report,
    ) {
        versions
            .entry(original)
            .or_insert_with(|| vec![original])
            .push(translation);
    }
    for mut same in versions.into_values() {
        let place = |id: &PageId| {
            site.config
                .languages
                .iter()
                .position(|language| language.tag == site.page(*id).language)
        };
        same.sort_by_key(place);
        for id in &same {
            site.pages[*id].versions = same.clone();
        }
    }
}

/// Every page that translates another one: the original first. No original has two in one language.
fn translations(
    site: &Site<'_>,
    resolver: &LinkResolver<'_>,
    hidden: &UnpublishedPages,
    report: &mut Report,
) -> Vec<(PageId, PageId)> {
    let mut first: BTreeMap<(PageId, &str), &Arc<str>> = BTreeMap::new();
    let mut translations = Vec::new();
    for (id, site_page) in site.pages.iter().enumerate() {
        let page = &site_page.page;
        let Some(file) = &page.translates else {
            continue;
        };
        let mut discarded = Report::default();
        let report = if site.is_stale(page) {
            &mut discarded
        } else {
            &mut *report
        };
        let Some(original) = original(site, resolver, page, file, report) else {
            continue;
        };
        match first.get(&(original, page.language)) {
            None => {
                first.insert((original, page.language), &page.file);
                translations.push((original, id));
            }
            Some(other) => {
                let message = format!("`{other}` is al de vertaling van `{}`", file.name);
                report.add(
                    file.place.clone(),
                    Rule::Translation,
                    message,
                    "laat van deze twee pagina’s er een weg, of haal hier de regel weg",
                );
            }
        }
    }
    let invalid = site
        .invalid
        .iter()
        .map(|SitePage { page, state, .. }| (page, ReferenceTime::of(page, *state)));
    for (page, seen) in invalid.chain(hidden.upcoming().filter(|(page, _)| !site.is_stale(page))) {
        page.translates
            .as_ref()
            .and_then(|file| original(site, &resolver.seen(seen), page, file, report));
    }
    translations
}

/// The page that `page` translates.
fn original(
    site: &Site<'_>,
    resolver: &LinkResolver<'_>,
    page: &Page,
    file: &LocatedName,
    report: &mut Report,
) -> Option<PageId> {
    let original = resolver.target(page, file, report)?;
    if site.page(original).language == site.config.language() {
        return Some(original);
    }
    let message = format!("`{}` is zelf geen pagina in de taal van de site", file.name);
    report.add(
        file.place.clone(),
        Rule::Translation,
        message,
        "noem het bestand waarvan de vertaling is gemaakt",
    );
    None
}
