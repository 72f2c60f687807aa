//! Facets: the values by which hits can be narrowed, each with the number of hits that it leaves.

use std::collections::BTreeMap;

use crate::content::page::Page;
use crate::kinds::spec::KindSpec;
use crate::search::index::Index;
use crate::search::query::Filters;
use crate::search::score::page::ScoredPage;
use crate::search::terms::DocId;

/// The facets of the hits. Each counts the hits that the filters of the others leave.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facets {
    /// The kinds, the most frequent first.
    pub kinds: Vec<FacetValue>,
    /// For each kind with a facet, the pages that the hits name.
    pub entities: Vec<(&'static KindSpec, Vec<FacetValue>)>,
    /// The years of reports, the newest first.
    pub years: Vec<FacetValue>,
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

/// A facet that is filtered.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Facet {
    Kind,
    Entity(&'static str),
    Year,
}

/// Counts the hits by facet, and keeps those that pass all filters.
pub fn narrow(
    index: &Index,
    hits: Vec<ScoredPage>,
    filters: &Filters,
) -> (Facets, Vec<ScoredPage>) {
    let chosen = chosen_entities(index, filters);
    let mut by_kind: BTreeMap<&str, usize> = BTreeMap::new();
    let mut by_entity: BTreeMap<DocId, usize> = BTreeMap::new();
    let mut by_year: BTreeMap<i16, usize> = BTreeMap::new();
    let mut kept = Vec::with_capacity(hits.len());
    for hit in hits {
        let failed = failed_filters(index, hit.page, filters, &chosen);
        let counts_for = |facet: Facet| failed.iter().all(|failed| *failed == facet);
        let indexed = index.page(hit.page);
        if counts_for(Facet::Kind) {
            *by_kind.entry(kind_name(index, &indexed.page)).or_default() += 1;
        }
        for entity in &indexed.entities {
            let kind = index.page(*entity).page.kind.name;
            if counts_for(Facet::Entity(kind)) {
                *by_entity.entry(*entity).or_default() += 1;
            }
        }
        if let Some(date) = indexed.page.event_date()
            && counts_for(Facet::Year)
        {
            *by_year.entry(date.year()).or_default() += 1;
        }
        if failed.is_empty() {
            kept.push(hit);
        }
    }
    let facets = Facets {
        kinds: kind_values(&by_kind),
        entities: entity_values(index, &by_entity),
        years: by_year
            .iter()
            .rev()
            .map(|(year, count)| untitled(year.to_string(), *count))
            .collect(),
    };
    (facets, kept)
}

/// The page that is meant by each filter on an entity. `None` for a slug that no page has.
fn chosen_entities(index: &Index, filters: &Filters) -> BTreeMap<&'static str, Option<DocId>> {
    let page = |(kind, slug): (&&'static str, &String)| {
        let is_chosen = |id: &DocId| {
            let page = &index.page(*id).page;
            page.is_entity() && page.kind.name == *kind && page.slug() == slug
        };
        (*kind, (0..index.pages.len() as DocId).find(is_chosen))
    };
    filters.entities.iter().map(page).collect()
}

/// The facets whose filters a page does not pass.
fn failed_filters(
    index: &Index,
    page: DocId,
    filters: &Filters,
    chosen: &BTreeMap<&'static str, Option<DocId>>,
) -> Vec<Facet> {
    let indexed = index.page(page);
    let mut failed = Vec::new();
    if let Some(name) = &filters.kind
        && kind_name(index, &indexed.page) != name
    {
        failed.push(Facet::Kind);
    }
    for (kind, entity) in chosen {
        if !entity.is_some_and(|entity| indexed.entities.contains(&entity)) {
            failed.push(Facet::Entity(kind));
        }
    }
    if let Some(year) = filters.year
        && indexed.page.event_date().map(|date| date.year()) != Some(year)
    {
        failed.push(Facet::Year);
    }
    failed
}

fn untitled(name: String, count: usize) -> FacetValue {
    FacetValue {
        name,
        title: String::new(),
        count,
    }
}

/// The name of the kind of a page in addresses.
fn kind_name<'a>(index: &'a Index, page: &Page) -> &'a str {
    index.kinds.of(page).map_or("", |(_, name)| name)
}

fn kind_values(counts: &BTreeMap<&str, usize>) -> Vec<FacetValue> {
    let values = counts
        .iter()
        .map(|(name, count)| untitled((*name).to_owned(), *count));
    let mut values: Vec<FacetValue> = values.collect();
    values.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.name.cmp(&b.name)));
    values
}

fn entity_values(
    index: &Index,
    counts: &BTreeMap<DocId, usize>,
) -> Vec<(&'static KindSpec, Vec<FacetValue>)> {
    let value = |(id, count): (&DocId, &usize)| {
        let page = &index.page(*id).page;
        FacetValue {
            name: page.slug().to_owned(),
            title: page.meta.title.clone(),
            count: *count,
        }
    };
    let values = |kind: &KindSpec| {
        let is_of_kind = |(id, _): &(&DocId, &usize)| index.page(**id).page.is_item_of(kind);
        counts.iter().filter(is_of_kind).map(value).collect()
    };
    let kinds = index.kinds.with_facet();
    kinds.map(|(kind, _)| (kind, values(kind))).collect()
}
