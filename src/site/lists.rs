//! The lists of a kind that has many pages: all of them, and the parts by year and by relation,
//! each cut into pages with addresses of their own.

use std::sync::Arc;

use crate::date::Date;
use crate::kinds::spec::{Division, Listing};
use crate::route::Route;
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
    let words = &pages.config.addresses;
    let mut lists = vec![(Scope::All, collection.items.clone())];
    for division in divisions {
        match division {
            Division::Year => {
                let year = |id: &PageId| pages.page(*id).meta.date.map(Date::year);
                for items in collection.items.chunk_by(|a, b| year(a) == year(b)) {
                    if let Some(year) = year(&items[0]) {
                        lists.push((Scope::Year(year), items.to_vec()));
                    }
                }
            }
            Division::Relation(name) => {
                let named = collections.iter().filter(|other| other.kind.name == *name);
                for id in named.flat_map(|other| &other.items) {
                    let is_item = |id: &&PageId| pages.page(**id).is_item_of(collection.kind);
                    let items = site_pages[*id].named_by.iter().filter(is_item);
                    lists.push((Scope::Related(*id), items.copied().collect()));
                }
            }
        }
    }
    lists
        .into_iter()
        .filter(|(scope, items)| *scope == Scope::All || !items.is_empty())
        .flat_map(|(scope, items)| {
            let first = first_page(collection.address, scope, pages);
            let count = items.len().div_ceil(PAGE_LENGTH).max(1);
            let addresses = (1..=count).map(|number| list_address::page(&first, number, words));
            cut(scope, &items, addresses.collect())
        })
        .collect()
}

/// The address of the list at `root`, or of one of its parts.
fn first_page(root: &Route, scope: Scope, pages: &PageSet<'_>) -> Route {
    match scope {
        Scope::All => root.clone(),
        Scope::Year(year) => root.page(&year.to_string()),
        Scope::Related(id) => {
            let parts = root.page(&pages.config.addresses.theme);
            parts.page(pages.page(id).slug())
        }
    }
}

fn cut(scope: Scope, items: &[PageId], pages: Arc<[Route]>) -> Vec<ListPage> {
    let page = |(route, number): (&Route, usize)| ListPage {
        scope,
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
