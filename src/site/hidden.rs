//! Pages that visitors do not get to see, and when others may refer to them all the same.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::content::page::{Page, Standing};
use crate::date::Timestamp;

/// Pages that visitors do not get to see, and why, found by their file.
#[derive(Default)]
pub struct Hidden {
    pages: Vec<(Arc<Page>, Standing)>,
    by_file: FxHashMap<Arc<str>, usize>,
}

impl Hidden {
    pub fn new(pages: Vec<(Arc<Page>, Standing)>) -> Self {
        let by_file = pages
            .iter()
            .enumerate()
            .map(|(number, (page, _))| (page.file.clone(), number))
            .collect();
        Hidden { pages, by_file }
    }

    pub fn of_file(&self, file: &str) -> Option<&(Arc<Page>, Standing)> {
        self.by_file.get(file).map(|number| &self.pages[*number])
    }

    /// Those whose moment has passed.
    pub fn expired(&self) -> impl Iterator<Item = &Arc<Page>> {
        self.pages
            .iter()
            .filter(|(_, standing)| *standing == Standing::Expired)
            .map(|(page, _)| page)
    }

    /// Those that are still to come, each with the moment at which what it refers to must be there.
    pub fn to_come(&self) -> impl Iterator<Item = (&Arc<Page>, Seen)> {
        let to_come = self
            .pages
            .iter()
            .filter(|(_, standing)| matches!(standing, Standing::Draft | Standing::Planned));
        to_come.map(|(page, standing)| (page, Seen::of(page, *standing)))
    }

    pub fn into_pages(self) -> Vec<(Arc<Page>, Standing)> {
        self.pages
    }
}

/// When a visitor follows a reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seen {
    Now,
    At(Timestamp),
    /// Nobody knows yet: that of a draft.
    Sometime,
}

impl Seen {
    /// When visitors follow what a page refers to.
    pub fn of(page: &Page, standing: Standing) -> Self {
        match (standing, page.visibility.publish) {
            (Standing::Draft, _) => Seen::Sometime,
            (Standing::Planned, Some(moment)) => Seen::At(moment),
            _ => Seen::Now,
        }
    }

    /// Whether a page that is hidden now is there by then.
    pub fn finds(self, page: &Page, standing: Standing) -> bool {
        match self {
            Seen::Now => false,
            Seen::At(moment) => page.visibility.standing(moment) == Standing::Live,
            Seen::Sometime => standing != Standing::Expired,
        }
    }

    /// Whether a page that is there now is gone by then.
    pub fn misses(self, page: &Page) -> bool {
        matches!(self, Seen::At(moment) if page.visibility.standing(moment) == Standing::Expired)
    }
}
