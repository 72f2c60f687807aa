//! The lists of a kind that has many pages: all of them, and the parts of each division, each cut
//! into pages with addresses of their own.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::content::slug::slug_in;
use crate::fault;
use crate::kinds::spec::{Division, Listing};
use crate::route::Route;
use crate::schedule::{Occurrence, Schedule};
use crate::site::SitePage;
use crate::site::collections::{Collection, ListPage, Scope};
use crate::site::list_address;
use crate::site::pages::{PageId, PageSet};

/// The number of items on one page of a list.
pub const PAGE_LENGTH: usize = 10;

/// Every page of every list of a collection. There is none where no page stands at its address.
pub fn all(
    pages: &PageSet<'_>,
    collections: &[Collection<'_>],
    collection: &Collection<'_>,
    site_pages: &[SitePage],
) -> Vec<ListPage> {
    let (Listing::Paged(divisions), Some(_)) = (collection.kind.listing, collection.index) else {
        return Vec::new();
    };
    let is_over = |id: &PageId| pages.occurrence(*id).is_some_and(|of| of.is_over);
    let keeps_past_apart = divisions.iter().any(|by| matches!(by, Division::Past));
    let all = collection.items.iter().copied();
    let all = all.filter(|id| !(keeps_past_apart && is_over(id)));
    let mut lists = vec![(Scope::All, all.collect())];
    for division in divisions {
        lists.extend(parts(division, pages, collections, collection, site_pages));
    }
    lists
        .into_iter()
        .filter(|(scope, items): &(Scope, Vec<PageId>)| *scope == Scope::All || !items.is_empty())
        .flat_map(|(scope, items)| {
            let first = first_page(collection.address, &scope, pages);
            let count = items.len().div_ceil(PAGE_LENGTH).max(1);
            let words = &pages.config.addresses;
            let addresses = (1..=count).map(|number| list_address::page(&first, number, words));
            cut(&scope, &items, addresses.collect())
        })
        .collect()
}

/// The lists of one division, each with its items.
fn parts(
    division: &Division,
    pages: &PageSet<'_>,
    collections: &[Collection<'_>],
    collection: &Collection<'_>,
    site_pages: &[SitePage],
) -> Vec<(Scope, Vec<PageId>)> {
    let items = collection.items.iter().copied();
    match division {
        Division::Year => {
            let year = |id: PageId| Some(pages.page(id).meta.date?.year());
            let mut parts = grouped(items, |id| year(id).into_iter().collect());
            parts.reverse();
            named(parts, Scope::Year)
        }
        Division::Month => {
            let months = |id: PageId| {
                let schedule = pages.page(id).schedule();
                let all = schedule.map_or(&[][..], Schedule::occurrences).iter();
                all.flat_map(Occurrence::months).collect()
            };
            named(grouped(items, months), Scope::Month)
        }
        Division::Past => {
            let past = items.filter(|id| pages.occurrence(*id).is_some_and(|of| of.is_over));
            vec![(Scope::Past, past.collect())]
        }
        Division::Relation(name) => {
            let named = collections.iter().filter(|other| other.kind.name == *name);
            let named = named.flat_map(|other| &other.items);
            let part = |id: &PageId| {
                let is_item = |id: &&PageId| pages.page(**id).is_item_of(collection.kind);
                let items = site_pages[*id].named_by.iter().filter(is_item);
                (Scope::Related(*id), items.copied().collect())
            };
            named.map(part).collect()
        }
        Division::Word(name, word) => {
            let word = |id: PageId| {
                let page = pages.page(id);
                fault::at_page(&page.file, || word(&page.facts))
            };
            let address = |id: PageId| {
                let slug = slug_in(pages.page(id).language, word(id)?);
                (!slug.is_empty()).then_some(slug)
            };
            let groups = grouped(items, |id| address(id).into_iter().collect());
            let part = |(_, items): (String, Vec<PageId>)| {
                let word = word(*items.first()?)?;
                Some((Scope::Word(name, word.into()), items))
            };
            groups.into_iter().filter_map(part).collect()
        }
    }
}

/// The items by their keys, of which each can have several; the keys in order.
fn grouped<K: Ord>(
    items: impl Iterator<Item = PageId>,
    keys: impl Fn(PageId) -> Vec<K>,
) -> Vec<(K, Vec<PageId>)> {
    let mut groups: BTreeMap<K, Vec<PageId>> = BTreeMap::new();
    for id in items {
        for key in keys(id) {
            let group = groups.entry(key).or_default();
            if group.last() != Some(&id) {
                group.push(id);
            }
        }
    }
    groups.into_iter().collect()
}

fn named<K>(
    groups: Vec<(K, Vec<PageId>)>,
    scope: impl Fn(K) -> Scope,
) -> Vec<(Scope, Vec<PageId>)> {
    let named = |(key, items)| (scope(key), items);
    groups.into_iter().map(named).collect()
}

/// The address of the list at `root`, or of one of its parts.
pub fn first_page(root: &Route, scope: &Scope, pages: &PageSet<'_>) -> Route {
    let part = |division| root.page(pages.config.word_of(division));
    match scope {
        Scope::All => root.clone(),
        Scope::Year(year) => root.page(&year.to_string()),
        Scope::Month(day) => root.page(&day.strftime("%Y-%m").to_string()),
        Scope::Past => part("past"),
        Scope::Related(id) => {
            let page = pages.page(*id);
            part(page.kind.name).page(page.slug())
        }
        Scope::Word(division, word) => {
            let language = pages
                .config
                .language_of(root.as_str().trim_start_matches('/'));
            part(division).page(&slug_in(language, word))
        }
    }
}

fn cut(scope: &Scope, items: &[PageId], pages: Arc<[Route]>) -> Vec<ListPage> {
    let page = |(route, number): (&Route, usize)| ListPage {
        scope: scope.clone(),
        route: route.clone(),
        number,
        items: items
            .iter()
            .skip((number - 1) * PAGE_LENGTH)
            .take(PAGE_LENGTH)
            .copied()
            .collect(),
        pages: pages.clone(),
        total: items.len(),
    };
    pages.iter().zip(1..).map(page).collect()
}
