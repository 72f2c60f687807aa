//! The kinds of page as the search sees them: their names in addresses, and the names, facts and
//! weight of a page by the search row of its kind.

use std::cmp::Reverse;
use std::iter;

use crate::config::Config;
use crate::content::page::{Page, Role};
use crate::kinds::spec::{KindSpec, OtherNames, SearchSpec};
use crate::search::terms::{DocId, TitleMatch};
use crate::text::Text;

/// The weight of the home page, which has something of everything.
const HOME_WEIGHT: f32 = 0.7;

/// The lift of a named entity, added to that of its title or name.
const ENTITY_LIFT: f32 = 0.5;

/// A quality of pages by which hits can be narrowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Facet {
    /// The kind of the page.
    Kind,
    /// The pages of this kind that it names in its front matter, and itself.
    Entity(&'static KindSpec),
    /// The year of what it reports.
    Year,
}

impl Facet {
    /// The name in filters and JSON, and in the names of strings.
    pub fn name(self) -> &'static str {
        match self {
            Facet::Kind => "kind",
            Facet::Entity(kind) => kind.search.facet.unwrap_or(kind.name),
            Facet::Year => "year",
        }
    }
}

/// A value of a facet that a page has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PageValue {
    /// The number of its kind among those that hits can be narrowed to.
    Kind(usize),
    Entity(DocId),
    Year(Reverse<i16>),
}

/// The kinds to which hits can be narrowed, with their names in addresses.
#[derive(Clone, Debug, Default)]
pub struct FacetKinds {
    /// In the order of the table, the fallback last.
    kinds: Vec<(&'static KindSpec, String)>,
}

impl FacetKinds {
    pub fn new(config: &Config) -> Self {
        let folders = config.kinds.iter().map(|folder| folder.kind);
        let kinds = folders.chain([config.table.fallback()]);
        FacetKinds {
            kinds: kinds
                .map(|kind| (kind, config.slug_of(kind).to_owned()))
                .collect(),
        }
    }

    pub fn iter(&self) -> impl Iterator<Item = (&'static KindSpec, &str)> {
        self.kinds.iter().map(|(kind, name)| (*kind, name.as_str()))
    }

    /// The facets, in the order in which visitors see them.
    pub fn facets(&self) -> impl Iterator<Item = Facet> {
        let kinds = self.iter().map(|(kind, _)| kind);
        let entities = kinds.filter(|kind| kind.search.facet.is_some());
        [Facet::Kind]
            .into_iter()
            .chain(entities.map(Facet::Entity))
            .chain([Facet::Year])
    }

    /// The kind of a page with its name in addresses: the fallback for a page that is no item.
    pub fn of(&self, page: &Page) -> Option<(&'static KindSpec, &str)> {
        self.iter().nth(self.number_of(page))
    }

    /// The number of that kind.
    pub fn number_of(&self, page: &Page) -> usize {
        let is_own = |(kind, _): &(&'static KindSpec, String)| page.is_item_of(kind);
        let own = self.kinds.iter().position(is_own);
        own.unwrap_or(self.kinds.len().saturating_sub(1))
    }

    /// The name of a kind in addresses, by its number.
    pub fn name(&self, number: usize) -> &str {
        &self.kinds[number].1
    }

    /// The number of the kind with this name in addresses.
    pub fn named(&self, name: &str) -> Option<usize> {
        self.kinds.iter().position(|(_, known)| known == name)
    }
}

/// The search row of a page: only items have that of their kind.
fn spec(page: &Page) -> &'static SearchSpec {
    match page.role {
        Role::Item => &page.kind.search,
        Role::Home | Role::Index => &KindSpec::PLAIN.search,
    }
}

/// The factor of the score of a page.
pub fn weight(page: &Page) -> f32 {
    match page.role {
        Role::Home => HOME_WEIGHT,
        Role::Index | Role::Item => spec(page).weight,
    }
}

/// The score of a page that the query names, in scores of the best other page.
pub fn named_score(page: &Page, found: TitleMatch, asks_definition: bool) -> f32 {
    let spec = spec(page);
    let lift = match (spec.meaning_lift.filter(|_| asks_definition), found) {
        (Some(lift), _) => lift,
        (None, TitleMatch::Title) => spec.title_lift,
        (None, TitleMatch::Alias) => spec.name_lift,
    };
    if page.is_entity() {
        lift + ENTITY_LIFT
    } else {
        lift
    }
}

/// True for a list whose slug goes with the name of an item without being part of it: `gemeente`
/// before the name of one.
pub fn is_list_of_named(page: &Page) -> bool {
    page.role == Role::Index && page.kind.search.has_spoken_label
}

/// The title of a page, and the official one where that is another.
pub fn titles(page: &Page) -> impl Iterator<Item = &str> {
    let official = (page.kind.official)(&page.facts);
    iter::once(&*page.meta.title).chain(official)
}

/// The names of a page beside its titles.
pub fn other_names(page: &Page) -> Vec<String> {
    match (page.role, spec(page).names) {
        (Role::Home, _) | (_, OtherNames::None) => Vec::new(),
        (_, OtherNames::Places(places)) => places(&page.facts),
        (_, OtherNames::Slug) => vec![page.slug().replace('-', " ")],
    }
}

/// The facts that a page shows beside its text, each as a sentence in these strings.
pub fn facts(page: &Page, text: &Text) -> Vec<String> {
    (page.kind.search.facts)(&page.facts, &page.meta.title, text)
}
