//! The relations between pages that front matter names, and the hierarchy of pages by address.

use rustc_hash::FxHashMap;

use crate::content::meta::Relation;
use crate::content::page::Page;
use crate::fault;
use crate::message;
use crate::problem::Report;
use crate::rule::Rule;
use crate::site::SitePage;
use crate::site::collections::Collection;
use crate::site::links::hidden_target;
use crate::site::pages::{PageId, PageSet};
use crate::site::reference_time::ReferenceTime;
use crate::suggest::{did_you_mean, nearest};

/// Resolves the pages that pages name. Those that name a page are in the order of `sources`.
pub fn resolve(
    pages: &PageSet<'_>,
    collections: &[Collection<'_>],
    sources: &[PageId],
    site_pages: &mut [SitePage],
    report: &mut Report,
) {
    let resolver = RelationResolver {
        pages,
        by_slug: collections
            .iter()
            .filter(|collection| collection.kind.is_relation)
            .map(|collection| {
                let slugs = collection.items.iter();
                let slugs = slugs.map(|id| (pages.page(*id).slug(), *id)).collect();
                (collection.kind.name, slugs)
            })
            .collect(),
    };
    for (page, time) in pages.only_checked() {
        fault::at_page(&page.file, || resolver.related(page, time, report));
    }
    let mut discarded = Report::default();
    for id in sources {
        let page = pages.page(*id);
        let report = if pages.is_stale(page) {
            &mut discarded
        } else {
            &mut *report
        };
        let related = || resolver.related(page, ReferenceTime::Now, report);
        let related = fault::at_page(&page.file, related);
        for target in &related {
            site_pages[*target].named_by.push(*id);
        }
        site_pages[*id].related = related;
    }
}

struct RelationResolver<'a> {
    pages: &'a PageSet<'a>,
    /// The items of each kind that can be named.
    by_slug: FxHashMap<&'static str, FxHashMap<&'a str, PageId>>,
}

impl RelationResolver<'_> {
    /// The pages that a page names. Those that do not exist at that time are reported.
    fn related(&self, page: &Page, time: ReferenceTime, report: &mut Report) -> Vec<PageId> {
        let none = FxHashMap::default();
        let mut found = Vec::new();
        for Relation { kind, names } in &page.meta.relations {
            let items = self.by_slug.get(kind.name).unwrap_or(&none);
            let folder = self.pages.config.slug_of(kind);
            for name in names {
                if let Some(target) = items.get(name.name.as_str()) {
                    if !found.contains(target) {
                        found.push(*target);
                    }
                    continue;
                }
                let file = format!("{folder}/{}.md", name.name);
                let upcoming = self.pages.unpublished_of_file(&file);
                if upcoming.is_some_and(|(page, state)| time.will_be_live(page, *state)) {
                    continue;
                }
                let what = || message!("named-page", kind = kind.name, name = &name.name);
                let hidden = upcoming.map(|(_, state)| hidden_target(what(), *state));
                let hidden = hidden.or_else(|| self.pages.hidden_target(&file, what()));
                if let Some((message, help)) = hidden {
                    report.add(name.place.clone(), Rule::HiddenTarget, message, help);
                    continue;
                }
                let message = message!("no-such-page", what = what());
                let otherwise = message!("no-such-page-help", folder);
                let help = did_you_mean(nearest(&name.name, items.keys().copied()), otherwise);
                report.add(name.place.clone(), Rule::UnknownName, message, help);
            }
        }
        found
    }
}

/// Sets the place of each page below those in its language, by the parts of its address.
pub fn set_hierarchy(pages: &PageSet<'_>, site_pages: &mut [SitePage]) {
    for (id, page) in pages.pages().enumerate() {
        let above = page.route.ancestors();
        let above = above.filter_map(|route| pages.at(&route));
        let mut ancestors: Vec<PageId> = above
            .filter(|id| pages.page(*id).language == page.language)
            .collect();
        if let Some(above) = ancestors.first() {
            site_pages[*above].children.push(id);
        }
        ancestors.reverse();
        site_pages[id].ancestors = ancestors;
    }
    for site_page in site_pages {
        let children = &mut site_page.children;
        children.sort_by_key(|id| pages.page(*id).meta.place_in_order());
    }
}
