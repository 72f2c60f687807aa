//! The ways to narrow hits, each with the number of hits it leaves.

use std::collections::BTreeMap;

use crate::config::Config;
use crate::content::page::Page;
use crate::date::Date;
use crate::kinds::spec::KindSpec;
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
    /// The kind of each page that others can name.
    entities: Vec<Option<&'static KindSpec>>,
    /// The themes and municipalities that the pages name, and themselves where they are one; and where those of each page end.
    named: Vec<PageId>,
    ends: Vec<u32>,
}

impl Columns {
    pub fn new(pages: &[Indexed], kinds: &IndexedKinds) -> Self {
        let mut columns = Columns::default();
        for (id, indexed) in (0..).zip(pages) {
            let page = &indexed.page;
            let year = page.event_date().map(Date::year);
            columns.pages.push((kinds.position(page) as u8, year));
            columns.entities.push(page.is_entity().then_some(page.kind));
            let own = page.is_entity().then_some(id);
            columns
                .named
                .extend(indexed.related.iter().copied().chain(own));
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

    /// True for a page that others can name, of this kind.
    fn is_entity_of(&self, page: PageId, kind: &KindSpec) -> bool {
        self.entities[page as usize] == Some(kind)
    }

    pub fn bytes(&self) -> usize {
        size_of_val(&*self.pages) + size_of_val(&*self.named) + size_of_val(&*self.ends)
    }
}

/// The kinds that hits can be narrowed to, by their names in addresses.
#[derive(Clone, Debug)]
pub struct IndexedKinds {
    /// In the order of the table; the last is for all that is the item of none.
    all: Vec<(&'static KindSpec, String)>,
}

impl IndexedKinds {
    pub fn new(config: &Config) -> Self {
        let name = |kind| (kind, config.slug_of(kind).to_owned());
        let own = config.kinds.iter().map(|folder| name(folder.kind));
        IndexedKinds {
            all: own.chain([name(config.table.fallback())]).collect(),
        }
    }

    /// Which of the kinds the page is of.
    fn position(&self, page: &Page) -> usize {
        let is_its = |(kind, _): &(&KindSpec, String)| page.is_item_of(kind);
        self.all
            .iter()
            .position(is_its)
            .unwrap_or(self.all.len() - 1)
    }

    /// The kind of a page; the fallback for what is the item of none.
    pub fn of(&self, page: &Page) -> &'static KindSpec {
        self.all[self.position(page)].0
    }

    /// The name of the kind of a page.
    pub fn name_of(&self, page: &Page) -> &str {
        &self.all[self.position(page)].1
    }

    /// The kind of this name.
    pub fn named(&self, name: &str) -> Option<&'static KindSpec> {
        let (kind, _) = self.all.iter().find(|(_, known)| known == name)?;
        Some(kind)
    }

    /// The kind that hits are narrowed to by the first or second choice of a page.
    fn relation(&self, number: usize) -> Option<&'static KindSpec> {
        let mut relations = self.all.iter().filter(|(kind, _)| kind.relation.is_some());
        relations.nth(number).map(|(kind, _)| *kind)
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
    let mut kinds = vec![0; index.kinds.all.len()];
    let is_theme = |page| {
        let first = index.kinds.relation(0);
        first.is_some_and(|kind| columns.is_entity_of(page, kind))
    };
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
            named[*page as usize] += usize::from(if is_theme(*page) {
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
    let of_pages = |of_themes: bool| {
        let counted = (0..).zip(&named).filter(|(id, count)| {
            **count > 0 && columns.entities[*id as usize].is_some() && is_theme(*id) == of_themes
        });
        let facet = |(id, count): (PageId, &usize)| {
            let page = &index.pages[id as usize].page;
            Facet {
                name: page.slug().to_owned(),
                title: page.meta.title.clone(),
                count: *count,
            }
        };
        counted.map(facet).collect()
    };
    let counted = index
        .kinds
        .all
        .iter()
        .map(|(_, name)| name)
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
        let page = |relation: usize, slug: &String| {
            let kind = index.kinds.relation(relation)?;
            let is_it =
                |indexed: &Indexed| indexed.page.is_item_of(kind) && indexed.page.slug() == slug;
            index.pages.iter().position(is_it).map(|id| id as PageId)
        };
        Wanted {
            kind: filters
                .kind
                .as_ref()
                .map(|wanted| index.kinds.all.iter().position(|(_, kind)| kind == wanted)),
            theme: filters.theme.as_ref().map(|slug| page(0, slug)),
            municipality: filters.municipality.as_ref().map(|slug| page(1, slug)),
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
