//! A page as it is after reading: everything here has been checked as far as one file can tell.

use std::sync::Arc;

use crate::content::document::Body;
use crate::content::meta::Meta;
use crate::date::Date;
use crate::kinds::spec::{Facts, Happening, KindSpec, Order};
use crate::route::Route;
use crate::schedule::{Occurrence, Schedule};

/// One content file that could be read.
#[derive(Debug)]
pub struct Page {
    /// Path within the content folder: `nieuws/2022-03-02-naam.md`.
    pub file: Arc<str>,
    pub route: Route,
    pub kind: &'static KindSpec,
    pub role: Role,
    /// The BCP 47 tag of its language.
    pub language: &'static str,
    pub meta: Meta,
    /// The values of the keys of its kind.
    pub facts: Facts,
    pub body: Body,
}

/// The place of a page among those of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The page at which those in a language begin.
    Home,
    /// The page that lists the others.
    Index,
    Item,
}

impl Page {
    /// The last part of the address: `een-nieuw-tijdperk`. Empty for the home page.
    pub fn slug(&self) -> &str {
        self.route
            .as_str()
            .trim_end_matches('/')
            .rsplit('/')
            .next()
            .unwrap_or_default()
    }

    /// The day of what the page tells, for kinds that have the newest first.
    pub fn event_date(&self) -> Option<Date> {
        let is_dated = self.role == Role::Item && matches!(self.kind.order, Order::NewestFirst);
        self.meta.date.filter(|_| is_dated)
    }

    /// The event or meeting of which the page tells.
    pub fn happening(&self) -> Option<Happening<'_>> {
        (self.kind.happening)(&self.facts)
    }

    /// The times at which that happens which the page tells of.
    pub fn schedule(&self) -> Option<&Schedule> {
        Some(self.happening()?.schedule)
    }

    /// The first day of what the page tells.
    pub fn day(&self) -> Option<Date> {
        let first = self.schedule().and_then(|of| of.occurrences().first());
        first.map(Occurrence::day).or(self.event_date())
    }

    /// True for a page that others can name as one that they belong to: a theme, a municipality.
    pub fn is_entity(&self) -> bool {
        self.role == Role::Item && self.kind.is_relation
    }

    /// True for one of the pages that the list of a kind leads to.
    pub fn is_item_of(&self, kind: &KindSpec) -> bool {
        self.role == Role::Item && self.kind == kind
    }
}
