//! The ways to narrow hits, each with the number of hits it leaves.

use std::collections::BTreeMap;

use crate::content::page::Kind;

use crate::search::query::Filters;
use crate::search::rank::Ranked;
use crate::search::segments::PageId;
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
    let mut kinds = [0; 4];
    let mut of_pages = vec![[0; 2]; index.pages.len()];
    let mut years: BTreeMap<i16, usize> = BTreeMap::new();
    let mut kept = Vec::with_capacity(ranked.len());
    let wanted = Wanted::of(index, filters);
    for hit in ranked {
        let indexed = &index.pages[hit.page as usize];
        let fits = wanted.fits(index, hit.page);
        let all_but = |left_out: usize| (0..fits.len()).all(|choice| choice == left_out || fits[choice]);
        if all_but(KIND) {
            kinds[index.kind_at(&indexed.page)] += 1;
        }
        if all_but(THEME) {
            own_and(indexed, hit.page, is_theme, &indexed.themes).for_each(|theme| of_pages[theme as usize][0] += 1);
        }
        if all_but(MUNICIPALITY) {
            own_and(indexed, hit.page, is_municipality, &indexed.municipalities).for_each(|place| of_pages[place as usize][1] += 1);
        }
        if all_but(YEAR)
            && let Some(year) = year_of(indexed)
        {
            *years.entry(year).or_default() += 1;
        }
        if fits.iter().all(|fits| *fits) {
            kept.push(hit);
        }
    }
    let plain = |name: &str, count| Facet { name: name.to_owned(), title: String::new(), count };
    let page = |(indexed, count): (&Indexed, usize)| {
        (count > 0).then(|| Facet { name: indexed.page.slug().to_owned(), title: indexed.page.title.clone(), count })
    };
    let counted = |group: usize| index.pages.iter().zip(of_pages.iter().map(move |counts| counts[group])).filter_map(page).collect();
    let mut kinds: Vec<Facet> =
        index.kinds.iter().zip(kinds).filter(|(_, count)| *count > 0).map(|(name, count)| plain(name, count)).collect();
    kinds.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.name.cmp(&b.name)));
    let years = years.into_iter().rev().map(|(year, count)| plain(&year.to_string(), count)).collect();
    (Facets { kinds, themes: counted(0), municipalities: counted(1), years }, kept)
}

const KIND: usize = 0;
const THEME: usize = 1;
const MUNICIPALITY: usize = 2;
const YEAR: usize = 3;

/// The choices, as pages know them. `Some(None)` is a choice that no page can fit.
struct Wanted {
    kind: Option<Option<usize>>,
    theme: Option<Option<PageId>>,
    municipality: Option<Option<PageId>>,
    year: Option<i16>,
}

impl Wanted {
    fn of(index: &Index, filters: &Filters) -> Self {
        let page = |is: fn(&Indexed) -> bool, slug: &String| {
            (0..).zip(&index.pages).find(|(_, indexed)| is(indexed) && indexed.page.slug() == slug).map(|(id, _)| id)
        };
        Wanted {
            kind: filters.kind.as_ref().map(|wanted| index.kinds.iter().position(|kind| kind == wanted)),
            theme: filters.theme.as_ref().map(|slug| page(is_theme, slug)),
            municipality: filters.municipality.as_ref().map(|slug| page(is_municipality, slug)),
            year: filters.year,
        }
    }

    /// Which choices a page fits: kind, theme, municipality and year.
    fn fits(&self, index: &Index, id: PageId) -> [bool; 4] {
        let indexed = &index.pages[id as usize];
        let named = |wanted: Option<Option<PageId>>, named: &[PageId]| {
            wanted.is_none_or(|wanted| wanted.is_some_and(|wanted| wanted == id || named.contains(&wanted)))
        };
        [
            self.kind.is_none_or(|wanted| wanted == Some(index.kind_at(&indexed.page))),
            named(self.theme, &indexed.themes),
            named(self.municipality, &indexed.municipalities),
            self.year.is_none_or(|wanted| year_of(indexed) == Some(wanted)),
        ]
    }
}

/// The pages that a page names, and itself where it is such a page.
fn own_and(indexed: &Indexed, id: PageId, is: fn(&Indexed) -> bool, named: &[PageId]) -> impl Iterator<Item = PageId> {
    named.iter().copied().chain(is(indexed).then_some(id))
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
