//! The steps by which a site is made. Each returns what it found; the site exists when all is
//! there.

use std::collections::BTreeSet;

use crate::content::Content;
use crate::date::{self, Timestamp};
use crate::kinds::spec::Order;
use crate::problem::Report;
use crate::site::collections::Collection;
use crate::site::links::SiteLinks;
use crate::site::pages::{Drafts, PageId, PageSet, earliest};
use crate::site::references::ResolvedLinks;
use crate::site::relations::{Hierarchy, Relations};
use crate::site::unpublished::PageState;
use crate::site::{
    Site, SitePage, alert, collections, links, lists, menus, redirects, relations, translations,
};

/// Makes the site as it stands at `now`; what is wrong goes to the report.
pub fn build<'a>(
    content: &'a Content,
    now: Timestamp,
    drafts: Drafts,
    report: &mut Report,
) -> Site<'a> {
    report.extend(content.problems.iter().cloned());
    report.files += content.files.len();
    let set = PageSet::new(content, now, drafts, report);
    let mut collections = collections::all(&set);
    let newest_first = collections::newest_first(&set, &collections);
    let relations = relations::resolve(&set, &collections, &newest_first, report);
    let hierarchy = relations::hierarchy(&set);
    let links = links::resolve(&set, report);
    let versions = translations::resolve(&set, report);
    let languages = menus::resolve(&set, report);
    let alert = alert::resolve(&set, now, report);
    for number in 0..collections.len() {
        let collection = &collections[number];
        collections[number].lists = lists::all(&set, &collections, collection, &relations.named_by);
    }
    let redirects = redirects::resolve(&set, &collections, report);
    let of_pages = links.of_pages.iter().chain(&links.of_invalid);
    let used_assets: BTreeSet<String> =
        of_pages.flat_map(|links| links.assets().cloned()).collect();
    let linked_by = links::backlinks(&links.of_pages, &newest_first);
    let SiteLinks {
        of_pages,
        of_invalid,
    } = links;
    let unrelated = |((page, state), links): (&PageState, ResolvedLinks)| {
        SitePage::unrelated(page.clone(), *state, links)
    };
    let mut pages: Vec<SitePage> = set.shown.iter().zip(of_pages).map(unrelated).collect();
    set_relations(&mut pages, relations, hierarchy, linked_by, versions);
    set_adjacent(&mut pages, &collections);
    Site {
        config: set.config,
        commit: content.commit.as_deref(),
        today: date::day_of(now, &set.config.time_zone),
        invalid: set.invalid.iter().zip(of_invalid).map(unrelated).collect(),
        pages,
        collections,
        assets: &content.assets,
        used_assets,
        languages,
        alert,
        redirects,
        until: earliest(
            set.until,
            alert::next_change(set.config.alert.as_ref(), now),
        ),
        set,
    }
}

/// Sets the relations that were resolved, each with one entry a page.
fn set_relations(
    pages: &mut [SitePage],
    relations: Relations,
    hierarchy: Hierarchy,
    linked_by: Vec<Vec<PageId>>,
    versions: Vec<Vec<PageId>>,
) {
    let entries = relations.related.into_iter().zip(relations.named_by);
    let entries = entries.zip(hierarchy.ancestors.into_iter().zip(hierarchy.children));
    let entries = entries.zip(linked_by.into_iter().zip(versions));
    for (page, (((related, named_by), (ancestors, children)), (linked_by, versions))) in
        pages.iter_mut().zip(entries)
    {
        page.related = related;
        page.named_by = named_by;
        page.ancestors = ancestors;
        page.children = children;
        page.linked_by = linked_by;
        page.versions = versions;
    }
}

/// Sets the older and the newer page of each page, for kinds that have the newest first.
fn set_adjacent(pages: &mut [SitePage], collections: &[Collection<'_>]) {
    for collection in collections {
        if !matches!(collection.kind.order, Order::NewestFirst) {
            continue;
        }
        for pair in collection.items.windows(2) {
            pages[pair[0]].older = Some(pair[1]);
            pages[pair[1]].newer = Some(pair[0]);
        }
    }
}
