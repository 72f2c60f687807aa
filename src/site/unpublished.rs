//! Pages that visitors do not get to see, and the moments at which others may refer to them all the
//! same.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::content::meta::PublishState;
use crate::content::page::Page;
use crate::date::Timestamp;

/// A page, with its state at the moment of the site.
pub type PageState = (Arc<Page>, PublishState);

/// Pages that visitors do not get to see, and why, found by their file.
#[derive(Default)]
pub struct UnpublishedPages {
    pages: Vec<PageState>,
    by_file: FxHashMap<Arc<str>, usize>,
}

impl UnpublishedPages {
    pub fn new(pages: Vec<PageState>) -> Self {
        let by_file = pages
            .iter()
            .enumerate()
            .map(|(number, (page, _))| (page.file.clone(), number))
            .collect();
        UnpublishedPages { pages, by_file }
    }

    pub fn of_file(&self, file: &str) -> Option<&PageState> {
        self.by_file.get(file).map(|number| &self.pages[*number])
    }

    /// Those whose moment has passed.
    pub fn expired(&self) -> impl Iterator<Item = &Arc<Page>> {
        self.pages
            .iter()
            .filter(|(_, state)| *state == PublishState::Expired)
            .map(|(page, _)| page)
    }

    /// Those that are still to come, each with the moment at which what it refers to must be there.
    pub fn upcoming(&self) -> impl Iterator<Item = (&Arc<Page>, ReferenceTime)> {
        let upcoming = self
            .pages
            .iter()
            .filter(|(_, state)| matches!(state, PublishState::Draft | PublishState::Planned));
        upcoming.map(|(page, state)| (page, ReferenceTime::of(page, *state)))
    }

    pub fn pages(&self) -> &[PageState] {
        &self.pages
    }
}

/// The moment at which a visitor follows a reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReferenceTime {
    Now,
    At(Timestamp),
    /// Nobody knows yet: that of a draft.
    Unknown,
}

impl ReferenceTime {
    /// The moment at which visitors follow what a page refers to.
    pub fn of(page: &Page, state: PublishState) -> Self {
        match (state, page.meta.visibility.publish) {
            (PublishState::Draft, _) => ReferenceTime::Unknown,
            (PublishState::Planned, Some(moment)) => ReferenceTime::At(moment),
            _ => ReferenceTime::Now,
        }
    }

    /// True for a page that is hidden now and there by then.
    pub fn will_be_live(self, page: &Page, state: PublishState) -> bool {
        match self {
            ReferenceTime::Now => false,
            ReferenceTime::At(moment) => page.meta.visibility.state(moment) == PublishState::Live,
            ReferenceTime::Unknown => state != PublishState::Expired,
        }
    }

    /// True for a page that is there now and gone by then.
    pub fn will_have_expired(self, page: &Page) -> bool {
        matches!(self, ReferenceTime::At(moment) if page.meta.visibility.state(moment) == PublishState::Expired)
    }
}
