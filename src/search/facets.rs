//! The ways to narrow hits, each with the number of hits it leaves.

use std::collections::BTreeMap;

use crate::content::page::{Kind, Page};

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

/// What hits are counted by, page by page in a row, so that counting thousands of them reads little memory.
#[derive(Default)]
pub struct Columns {
    /// Which of the kinds a page is of, and the year of news. Of other pages the date says when the text was written, not when
    /// something was.
    pages: Vec<(u8, Option<i16>)>,
    /// The themes and municipalities that the pages name, and themselves where they are one; and where those of each page end.
    named: Vec<PageId>,
    ends: Vec<u32>,
}

impl Columns {
    pub fn new(pages: &[Indexed]) -> Self {
        let mut columns = Columns::default();
        for (id, indexed) in (0..).zip(pages) {
            let year = match indexed.page.kind {
                Kind::News { date } => Some(date.year()),
                _ => None,
            };
            columns.pages.push((kind_at(&indexed.page) as u8, year));
            let own =
                matches!(indexed.page.kind, Kind::Theme(_) | Kind::Municipality(_)).then_some(id);
            columns.named.extend(
                indexed
                    .themes
                    .iter()
                    .chain(&indexed.municipalities)
                    .copied()
                    .chain(own),
            );
            columns.ends.push(columns.named.len() as u32);
        }
        columns
    }

    fn named(&self, page: PageId) -> &[PageId] {
        let start = if page == 0 {
            0
        } else {
            self.ends[page as usize - 1]
        };
        &self.named[start as usize..self.ends[page as usize] as usize]
    }

    fn is_theme(&self, page: PageId) -> bool {
        usize::from(self.pages[page as usize].0) == THEME_KIND
    }

    pub fn bytes(&self) -> usize {
        size_of_val(&*self.pages) + size_of_val(&*self.named) + size_of_val(&*self.ends)
    }
}

/// How many kinds hits are narrowed to.
pub const KINDS: usize = 6;

const THEME_KIND: usize = 1;

/// Which of the kinds of the index the page is of.
pub fn kind_at(page: &Page) -> usize {
    match page.kind {
        Kind::News { .. } => 0,
        Kind::Theme(_) => THEME_KIND,
        Kind::Municipality(_) => 2,
        Kind::Question { .. } => 3,
        Kind::Term => 4,
        _ => KINDS - 1,
    }
}

/// Whether the site has what is chosen.
pub fn knows(index: &Index, filters: &Filters) -> bool {
    let Wanted {
        kind,
        theme,
        municipality,
        year,
    } = Wanted::of(index, filters);
    let has_year = |wanted: i16| {
        index
            .columns
            .pages
            .iter()
            .any(|(_, year)| *year == Some(wanted))
    };
    kind != Some(None)
        && theme != Some(None)
        && municipality != Some(None)
        && year.is_none_or(has_year)
}

/// Counts the hits by facet, and keeps those that all choices leave.
pub fn narrow(index: &Index, ranked: Vec<Ranked>, filters: &Filters) -> (Facets, Vec<Ranked>) {
    let columns = &index.columns;
    let mut kinds = [0; KINDS];
    let mut named = vec![0usize; index.pages.len()];
    let mut years: BTreeMap<i16, usize> = BTreeMap::new();
    let mut kept = Vec::with_capacity(ranked.len());
    let wanted = Wanted::of(index, filters);
    for hit in ranked {
        let (kind, year) = columns.pages[hit.page as usize];
        let misfits = wanted.misfits(columns, hit.page);
        let all_but = |choice: u8| misfits & !choice == 0;
        kinds[usize::from(kind)] += usize::from(all_but(KIND));
        let (by_theme, by_municipality) = (all_but(THEME), all_but(MUNICIPALITY));
        for page in columns.named(hit.page) {
            named[*page as usize] += usize::from(if columns.is_theme(*page) {
                by_theme
            } else {
                by_municipality
            });
        }
        if all_but(YEAR)
            && let Some(year) = year
        {
            *years.entry(year).or_default() += 1;
        }
        if misfits == 0 {
            kept.push(hit);
        }
    }
    let plain = |name: &str, count| Facet {
        name: name.to_owned(),
        title: String::new(),
        count,
    };
    let of_pages = |is_theme: bool| {
        let counted = (0..)
            .zip(&named)
            .filter(|(id, count)| **count > 0 && columns.is_theme(*id) == is_theme);
        let facet = |(id, count): (PageId, &usize)| {
            let page = &index.pages[id as usize].page;
            Facet {
                name: page.slug().to_owned(),
                title: page.title.clone(),
                count: *count,
            }
        };
        counted.map(facet).collect()
    };
    let counted = index
        .kinds
        .iter()
        .zip(kinds)
        .filter(|(_, count)| *count > 0);
    let mut kinds: Vec<Facet> = counted.map(|(name, count)| plain(name, count)).collect();
    kinds.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.name.cmp(&b.name)));
    let years = years
        .into_iter()
        .rev()
        .map(|(year, count)| plain(&year.to_string(), count))
        .collect();
    (
        Facets {
            kinds,
            themes: of_pages(true),
            municipalities: of_pages(false),
            years,
        },
        kept,
    )
}

/// A bit for each choice.
const KIND: u8 = 1;
const THEME: u8 = 2;
const MUNICIPALITY: u8 = 4;
const YEAR: u8 = 8;

/// The choices, as pages know them. `Some(None)` is a choice that no page can fit.
struct Wanted {
    kind: Option<Option<usize>>,
    theme: Option<Option<PageId>>,
    municipality: Option<Option<PageId>>,
    year: Option<i16>,
}

impl Wanted {
    fn of(index: &Index, filters: &Filters) -> Self {
        let page = |is: fn(&Kind) -> bool, slug: &String| {
            let is_it = |indexed: &Indexed| is(&indexed.page.kind) && indexed.page.slug() == slug;
            index.pages.iter().position(is_it).map(|id| id as PageId)
        };
        Wanted {
            kind: filters
                .kind
                .as_ref()
                .map(|wanted| index.kinds.iter().position(|kind| kind == wanted)),
            theme: filters
                .theme
                .as_ref()
                .map(|slug| page(|kind| matches!(kind, Kind::Theme(_)), slug)),
            municipality: filters
                .municipality
                .as_ref()
                .map(|slug| page(|kind| matches!(kind, Kind::Municipality(_)), slug)),
            year: filters.year,
        }
    }

    /// Which choices a page does not fit.
    fn misfits(&self, columns: &Columns, id: PageId) -> u8 {
        let (kind, year) = columns.pages[id as usize];
        let is_named = |wanted: Option<PageId>| {
            wanted.is_some_and(|wanted| columns.named(id).contains(&wanted))
        };
        let choices = [
            (
                KIND,
                self.kind
                    .is_some_and(|wanted| wanted != Some(usize::from(kind))),
            ),
            (THEME, self.theme.is_some_and(|wanted| !is_named(wanted))),
            (
                MUNICIPALITY,
                self.municipality.is_some_and(|wanted| !is_named(wanted)),
            ),
            (YEAR, self.year.is_some_and(|wanted| year != Some(wanted))),
        ];
        choices
            .iter()
            .filter(|(_, is_misfit)| *is_misfit)
            .fold(0, |misfits, (choice, _)| misfits | choice)
    }
}
