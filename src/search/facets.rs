//! The ways to narrow hits, each with the number of hits it leaves.

use std::collections::BTreeMap;

use crate::content::page::Kind;
use crate::search::pages::PageId;
use crate::search::query::Filters;
use crate::search::rank::Ranked;
use crate::search::{Index, Indexed};

/// How the hits divide. Each group counts the hits that the other choices leave.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facets {
    pub kinds: Vec<Facet>,
    pub themes: Vec<Facet>,
    pub municipalities: Vec<Facet>,
    /// The newest first.
    pub years: Vec<Facet>,
}

/// One choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facet {
    /// As it stands in an address.
    pub name: String,
    /// As it is read; empty where the name is all there is.
    pub title: String,
    pub count: usize,
}

/// Counts the hits by facet, and keeps those that all choices leave.
pub fn narrow(index: &Index, ranked: Vec<Ranked>, filters: &Filters) -> (Facets, Vec<Ranked>) {
    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    let mut themes: BTreeMap<PageId, usize> = BTreeMap::new();
    let mut municipalities: BTreeMap<PageId, usize> = BTreeMap::new();
    let mut years: BTreeMap<i16, usize> = BTreeMap::new();
    let mut kept = Vec::with_capacity(ranked.len());
    for hit in ranked {
        let indexed = &index.pages[hit.page as usize];
        let fits = Fits::of(index, hit.page, filters);
        if fits.all_but(Fits { kind: true, ..Fits::NONE }) {
            *kinds.entry(index.kind_of(&indexed.page)).or_default() += 1;
        }
        if fits.all_but(Fits { theme: true, ..Fits::NONE }) {
            let own = is_theme(indexed).then_some(&hit.page);
            indexed.themes.iter().chain(own).for_each(|theme| *themes.entry(*theme).or_default() += 1);
        }
        if fits.all_but(Fits { municipality: true, ..Fits::NONE }) {
            let own = is_municipality(indexed).then_some(&hit.page);
            indexed.municipalities.iter().chain(own).for_each(|place| *municipalities.entry(*place).or_default() += 1);
        }
        if fits.all_but(Fits { year: true, ..Fits::NONE })
            && let Some(year) = year_of(indexed)
        {
            *years.entry(year).or_default() += 1;
        }
        if fits.all_but(Fits::NONE) {
            kept.push(hit);
        }
    }
    let page = |(id, count): (PageId, usize)| {
        let page = &index.pages[id as usize].page;
        Facet { name: page.slug().to_owned(), title: page.title.clone(), count }
    };
    let mut kinds: Vec<Facet> =
        kinds.into_iter().map(|(name, count)| Facet { name: name.to_owned(), title: String::new(), count }).collect();
    kinds.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.name.cmp(&b.name)));
    let facets = Facets {
        kinds,
        themes: themes.into_iter().map(page).collect(),
        municipalities: municipalities.into_iter().map(page).collect(),
        years: years.into_iter().rev().map(|(year, count)| Facet { name: year.to_string(), title: String::new(), count }).collect(),
    };
    (facets, kept)
}

/// Which choices a page fits.
#[derive(Clone, Copy)]
struct Fits {
    kind: bool,
    theme: bool,
    municipality: bool,
    year: bool,
}

impl Fits {
    const NONE: Fits = Fits { kind: false, theme: false, municipality: false, year: false };

    fn of(index: &Index, id: PageId, filters: &Filters) -> Self {
        let indexed = &index.pages[id as usize];
        let named = |ids: &[PageId], wanted: &Option<String>, own: bool| match wanted {
            None => true,
            Some(wanted) => (own && indexed.page.slug() == wanted) || ids.iter().any(|id| index.pages[*id as usize].page.slug() == wanted),
        };
        let kind = index.kind_of(&indexed.page);
        Fits {
            kind: filters.kind.as_ref().is_none_or(|wanted| kind == wanted),
            theme: named(&indexed.themes, &filters.theme, is_theme(indexed)),
            municipality: named(&indexed.municipalities, &filters.municipality, is_municipality(indexed)),
            year: filters.year.is_none_or(|wanted| year_of(indexed) == Some(wanted)),
        }
    }

    /// Whether the page fits every choice but those that are left out.
    fn all_but(self, left_out: Fits) -> bool {
        (self.kind || left_out.kind)
            && (self.theme || left_out.theme)
            && (self.municipality || left_out.municipality)
            && (self.year || left_out.year)
    }
}

fn is_theme(indexed: &Indexed) -> bool {
    matches!(indexed.page.kind, Kind::Theme(_))
}

fn is_municipality(indexed: &Indexed) -> bool {
    matches!(indexed.page.kind, Kind::Municipality(_))
}

/// The year of news. Of other pages the date says when the text was written, not when something was.
fn year_of(indexed: &Indexed) -> Option<i16> {
    match indexed.page.kind {
        Kind::News { date } => Some(date.year()),
        _ => None,
    }
}
