//! The pages of each kind, in their order.

use std::cmp::Ordering;
use std::sync::Arc;

use rayon::prelude::*;

use crate::config::KindFolder;
use crate::content::page::Page;
use crate::kinds::spec::{KindSpec, Listing, Order};
use crate::route::Route;
use crate::site::SitePage;
use crate::site::pages::{PageId, PageSet};

/// The pages of one kind.
#[derive(Debug)]
pub struct Collection<'a> {
    pub kind: &'static KindSpec,
    /// The address of the list of all.
    pub address: &'a Route,
    /// The page at that address.
    pub index: Option<PageId>,
    /// In the order of the kind.
    pub items: Vec<PageId>,
    /// Every page of every list, for a kind whose list is cut into pages.
    pub lists: Vec<ListPage>,
}

/// The items that a list has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    All,
    Year(i16),
    /// Those that name this page as one that they belong to.
    Related(PageId),
}

/// One page of a list.
#[derive(Clone, Debug)]
pub struct ListPage {
    pub scope: Scope,
    pub route: Route,
    /// From 1.
    pub number: usize,
    pub items: Vec<PageId>,
    /// The addresses of all the pages of this list, in order.
    pub pages: Arc<[Route]>,
    /// The number of items of the whole list.
    pub total: usize,
}

impl Collection<'_> {
    /// The first pages of the lists of parts, which can be chosen beside the whole: by year, newest
    /// first, and by relation.
    pub fn archives(&self) -> impl Iterator<Item = &ListPage> {
        let lists = self.lists.iter();
        lists.filter(|list| list.number == 1 && list.scope != Scope::All)
    }

    /// True where the list of all is cut into pages, with a feed.
    pub fn is_paged(&self) -> bool {
        matches!(self.kind.listing, Listing::Paged(_))
    }
}

/// The collections that the settings name, in the order of the table of kinds, without their lists.
pub fn all<'a>(pages: &PageSet<'a>) -> Vec<Collection<'a>> {
    let collection = |folder: &'a KindFolder| Collection {
        kind: folder.kind,
        address: &folder.address,
        index: pages.at(&folder.address),
        items: items(pages, folder.kind),
        lists: Vec::new(),
    };
    pages.config.kinds.iter().map(collection).collect()
}

fn items(pages: &PageSet<'_>, kind: &'static KindSpec) -> Vec<PageId> {
    let mut items: Vec<PageId> = (0..pages.shown.len())
        .filter(|id| pages.page(*id).is_item_of(kind))
        .collect();
    items.par_sort_by(|a, b| compare(kind.order, pages.page(*a), pages.page(*b)));
    items
}

/// The order of two pages whose files are in the order in which they are given.
fn compare(order: Order, a: &Page, b: &Page) -> Ordering {
    match order {
        Order::ByFile => Ordering::Equal,
        Order::BySlug => a.slug().cmp(b.slug()),
        Order::NewestFirst => {
            let by_date = b.meta.date.cmp(&a.meta.date);
            by_date.then_with(|| a.slug().cmp(b.slug()))
        }
        Order::ByNumber { .. } => a.meta.place_in_order().cmp(&b.meta.place_in_order()),
    }
}

/// Sets the older and the newer page of each page, for kinds that have the newest first.
pub fn set_adjacent(collections: &[Collection<'_>], pages: &mut [SitePage]) {
    for collection in collections.iter().filter(|of| is_dated(of.kind)) {
        for pair in collection.items.windows(2) {
            pages[pair[0]].older = Some(pair[1]);
            pages[pair[1]].newer = Some(pair[0]);
        }
    }
}

/// True for a kind that has the newest first.
fn is_dated(kind: &KindSpec) -> bool {
    matches!(kind.order, Order::NewestFirst)
}

/// Every page: first those of the kinds that have the newest first, in that order.
pub fn newest_first(pages: &PageSet<'_>, collections: &[Collection<'_>]) -> Vec<PageId> {
    let dated = collections
        .iter()
        .filter(|collection| is_dated(collection.kind))
        .flat_map(|collection| collection.items.iter().copied());
    let others = (0..pages.shown.len()).filter(|id| {
        let page = pages.page(*id);
        !(is_dated(page.kind) && page.is_item_of(page.kind))
    });
    dated.chain(others).collect()
}
