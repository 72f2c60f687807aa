//! Facets: the values by which hits can be narrowed, each with the number of hits that it leaves.

use std::cmp::Reverse;

use rustc_hash::FxHashMap;

use crate::content::page::Page;
use crate::search::index::Index;
use crate::search::kinds::Facet;
use crate::search::query::Filters;
use crate::search::score::page::ScoredPage;
use crate::search::terms::DocId;

/// The values of a facet that hits have. Each counts the hits that the filters on other facets
/// leave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetValues {
    pub facet: Facet,
    /// The most frequent kind and the newest year come first, pages in the order of the site.
    pub values: Vec<FacetValue>,
}

/// One value of a facet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetValue {
    /// Its name in addresses.
    pub name: String,
    /// Its title; empty where the name tells all.
    pub title: String,
    pub count: usize,
}

/// A value that a page has.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum PageValue<'a> {
    /// The name of the kind in addresses.
    Kind(&'a str),
    Entity(DocId),
    Year(Reverse<i16>),
}

impl PageValue<'_> {
    fn facet(self, index: &Index) -> Facet {
        match self {
            PageValue::Kind(_) => Facet::Kind,
            PageValue::Entity(page) => Facet::Entity(index.page(page).page.kind),
            PageValue::Year(_) => Facet::Year,
        }
    }

    fn counted(self, index: &Index, count: usize) -> FacetValue {
        let (name, title) = match self {
            PageValue::Kind(name) => (name.to_owned(), String::new()),
            PageValue::Entity(page) => {
                let page = &index.page(page).page;
                (page.slug().to_owned(), page.meta.title.clone())
            }
            PageValue::Year(Reverse(year)) => (year.to_string(), String::new()),
        };
        FacetValue { name, title, count }
    }
}

/// Counts the hits by facet, and keeps those that pass all filters.
pub fn narrow(
    index: &Index,
    hits: Vec<ScoredPage>,
    filters: &Filters,
) -> (Vec<FacetValues>, Vec<ScoredPage>) {
    let mut chosen: Vec<(Facet, Option<PageValue<'_>>)> = Vec::new();
    for facet in index.kinds.facets() {
        let name = filters.get(facet.name());
        chosen.extend(name.map(|name| (facet, value_named(index, facet, name))));
    }
    let mut counts: FxHashMap<PageValue<'_>, usize> = FxHashMap::default();
    let mut kept = Vec::with_capacity(hits.len());
    for hit in hits {
        let fails = |wanted: Option<PageValue<'_>>| {
            values(index, hit.page).all(|value| Some(value) != wanted)
        };
        let failed = chosen.iter().filter(|(_, wanted)| fails(*wanted));
        let failed: Vec<Facet> = failed.map(|(facet, _)| *facet).collect();
        for value in values(index, hit.page) {
            let facet = value.facet(index);
            if failed.iter().all(|failed| *failed == facet) {
                *counts.entry(value).or_default() += 1;
            }
        }
        if failed.is_empty() {
            kept.push(hit);
        }
    }
    let mut counts: Vec<(PageValue<'_>, usize)> = counts.into_iter().collect();
    counts.sort_unstable_by_key(|(value, count)| {
        let is_kind = matches!(value, PageValue::Kind(_));
        (Reverse(is_kind.then_some(*count)), *value)
    });
    let of_facet = |facet: Facet| FacetValues {
        facet,
        values: counts
            .iter()
            .filter(|(value, _)| value.facet(index) == facet)
            .map(|(value, count)| value.counted(index, *count))
            .collect(),
    };
    (index.kinds.facets().map(of_facet).collect(), kept)
}

/// Every value of a page.
fn values(index: &Index, page: DocId) -> impl Iterator<Item = PageValue<'_>> {
    let indexed = index.page(page);
    let kind = index.kinds.of(&indexed.page);
    let year = indexed.page.event_date().map(|date| date.year());
    let entities = indexed.entities.iter();
    kind.map(|(_, name)| PageValue::Kind(name))
        .into_iter()
        .chain(entities.map(|page| PageValue::Entity(*page)))
        .chain(year.map(|year| PageValue::Year(Reverse(year))))
}

/// The value with this name in addresses. `None` for one that no page can have.
fn value_named<'a>(index: &Index, facet: Facet, name: &'a str) -> Option<PageValue<'a>> {
    match facet {
        Facet::Kind => Some(PageValue::Kind(name)),
        Facet::Entity(kind) => {
            let mut pages = (0..).zip(index.pages());
            let is_named =
                |page: &Page| page.is_entity() && page.kind == kind && page.slug() == name;
            let (id, _) = pages.find(|(_, page)| is_named(page))?;
            Some(PageValue::Entity(id))
        }
        Facet::Year => Some(PageValue::Year(Reverse(name.parse().ok()?))),
    }
}
