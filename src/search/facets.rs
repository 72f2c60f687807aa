//! Facets: the values by which hits can be narrowed, each with the number of hits that it leaves.

use std::cmp::Reverse;

use rustc_hash::FxHashMap;

use crate::content::page::Page;
use crate::search::index::Index;
use crate::search::kinds::{Facet, PageValue};
use crate::search::query::Filters;
use crate::search::score::page::ScoredPage;

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

/// Counts the hits by facet, and keeps those that pass all filters.
pub fn narrow(
    index: &Index,
    hits: Vec<ScoredPage>,
    filters: &Filters,
) -> (Vec<FacetValues>, Vec<ScoredPage>) {
    let mut chosen: Vec<(Facet, Option<PageValue>)> = Vec::new();
    for facet in index.kinds.facets() {
        let name = filters.get(facet.name());
        chosen.extend(name.map(|name| (facet, value_named(index, facet, name))));
    }
    let mut counts: FxHashMap<PageValue, usize> = FxHashMap::default();
    let mut kept = Vec::with_capacity(hits.len());
    for hit in hits {
        let fails = |wanted: Option<PageValue>| {
            let values = &index.page(hit.page).values;
            values.iter().all(|value| Some(*value) != wanted)
        };
        let failed = chosen.iter().filter(|(_, wanted)| fails(*wanted));
        let failed: Vec<Facet> = failed.map(|(facet, _)| *facet).collect();
        for value in &index.page(hit.page).values {
            if failed
                .iter()
                .all(|failed| *failed == facet_of(index, *value))
            {
                *counts.entry(*value).or_default() += 1;
            }
        }
        if failed.is_empty() {
            kept.push(hit);
        }
    }
    let mut counts: Vec<(PageValue, usize)> = counts.into_iter().collect();
    counts.sort_unstable_by_key(|(value, count)| match value {
        PageValue::Kind(number) => (Some((Reverse(*count), index.kinds.name(*number))), *value),
        PageValue::Entity(_) | PageValue::Year(_) => (None, *value),
    });
    let of_facet = |facet: Facet| FacetValues {
        facet,
        values: counts
            .iter()
            .filter(|(value, _)| facet_of(index, *value) == facet)
            .map(|(value, count)| counted(index, *value, *count))
            .collect(),
    };
    (index.kinds.facets().map(of_facet).collect(), kept)
}

fn facet_of(index: &Index, value: PageValue) -> Facet {
    match value {
        PageValue::Kind(_) => Facet::Kind,
        PageValue::Entity(page) => Facet::Entity(index.page(page).page.kind),
        PageValue::Year(_) => Facet::Year,
    }
}

fn counted(index: &Index, value: PageValue, count: usize) -> FacetValue {
    let (name, title) = match value {
        PageValue::Kind(number) => (index.kinds.name(number).to_owned(), String::new()),
        PageValue::Entity(page) => {
            let page = &index.page(page).page;
            (page.slug().to_owned(), page.meta.title.clone())
        }
        PageValue::Year(Reverse(year)) => (year.to_string(), String::new()),
    };
    FacetValue { name, title, count }
}

/// The value with this name in addresses. `None` for one that no page can have.
fn value_named(index: &Index, facet: Facet, name: &str) -> Option<PageValue> {
    match facet {
        Facet::Kind => Some(PageValue::Kind(index.kinds.named(name)?)),
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
