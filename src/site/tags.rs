//! The words that editors put on pages, each with the list of the pages that have it.

use std::collections::BTreeMap;

use crate::content::slug::slug_in;
use crate::message;
use crate::problem::Report;
use crate::route::Route;
use crate::rule::Rule;
use crate::site::SitePage;
use crate::site::pages::{PageId, PageSet};

/// A word with the pages that have it.
#[derive(Debug)]
pub struct TagList {
    /// As the first page writes it.
    pub name: String,
    pub route: Route,
    /// In the order of `sources`.
    pub items: Vec<PageId>,
}

/// The lists of all words of the pages in the site's own language, by their addresses. A word on a
/// site that has no address for such lists goes to the report.
pub fn resolve(
    pages: &PageSet<'_>,
    shown: &[SitePage],
    sources: &[PageId],
    report: &mut Report,
) -> Vec<TagList> {
    let own = pages.config.language();
    let Some(root) = &pages.config.addresses.tags else {
        for page in shown
            .iter()
            .map(|of| &of.page)
            .filter(|page| !pages.is_stale(page))
        {
            if let Some(tag) = page.meta.tags.first() {
                let message = message!("tags-without-address", tag = &tag.name);
                let help = message!("tags-without-address-help");
                report.add(tag.place.clone(), Rule::UnknownName, message, help);
            }
        }
        return Vec::new();
    };
    let mut lists: BTreeMap<String, TagList> = BTreeMap::new();
    for id in sources {
        let page = pages.page(*id);
        for tag in page.meta.tags.iter().filter(|_| page.language == own) {
            let slug = slug_in(own, &tag.name);
            let list = lists.entry(slug.clone()).or_insert_with(|| TagList {
                name: tag.name.clone(),
                route: root.page(&slug),
                items: Vec::new(),
            });
            if list.items.last() != Some(id) {
                list.items.push(*id);
            }
        }
    }
    lists.into_values().collect()
}
