//! The states of pages, and the moments at which visitors follow what a page refers to.

use std::sync::Arc;

use crate::content::page::Page;
use crate::date::Timestamp;
use crate::visibility::PublishState;

/// A page, with its state at the moment of the site.
pub type PageState = (Arc<Page>, PublishState);

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

    /// The moment at which a page that is or will be there expires, if it is known that it does.
    pub fn or_end_of(self, page: &Page) -> Self {
        match (self, page.meta.visibility.expires) {
            (ReferenceTime::Now | ReferenceTime::At(_), Some(end)) => ReferenceTime::At(end),
            (time, _) => time,
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
