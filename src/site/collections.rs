//! The pages of each kind, in their order.

use std::cmp::Ordering;
use std::sync::Arc;

use rayon::prelude::*;

use crate::config::KindFolder;
use crate::date::Date;
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    /// All of them; without those that are over, where those have a list of their own.
    All,
    Year(i16),
    /// Those that happen in the month that begins on this day.
    Month(Date),
    Past,
    /// Those that name this page as one that they belong to.
    Related(PageId),
    /// Those that have this word in their facts, by the name of the division.
    Word(&'static str, Arc<str>),
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
    /// The first pages of the lists of parts, which can be chosen beside the whole, division by
    /// division.
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
    items.par_sort_by(|a, b| compare(kind.order, pages, *a, *b));
    items
}

/// The order of two pages whose files are in the order in which they are given.
fn compare(order: Order, pages: &PageSet<'_>, a: PageId, b: PageId) -> Ordering {
    let times = [a, b].map(|id| pages.occurrence(id));
    let (a, b) = (pages.page(a), pages.page(b));
    match order {
        Order::ByFile => Ordering::Equal,
        Order::BySlug => a.slug().cmp(b.slug()),
        Order::NewestFirst => {
            let by_date = b.meta.date.cmp(&a.meta.date);
            by_date.then_with(|| a.slug().cmp(b.slug()))
        }
        Order::ByNumber { .. } => a.meta.place_in_order().cmp(&b.meta.place_in_order()),
        Order::Soonest => {
            let by_time = match times.map(|time| time.map(|of| (of.is_over, of.occurrence.start))) {
                [Some((true, a)), Some((true, b))] => b.cmp(&a),
                [a, b] => a.cmp(&b),
            };
            by_time.then_with(|| a.slug().cmp(b.slug()))
        }
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

/// Every page: first those of the kinds with long lists, in the order of those.
pub fn listed_first(pages: &PageSet<'_>, collections: &[Collection<'_>]) -> Vec<PageId> {
    let listed = collections.iter().filter(|of| of.is_paged());
    let mut first: Vec<PageId> = listed.flat_map(|of| of.items.iter().copied()).collect();
    let mut is_listed = vec![false; pages.shown.len()];
    for id in &first {
        is_listed[*id] = true;
    }
    first.extend((0..pages.shown.len()).filter(|id| !is_listed[*id]));
    first
}
