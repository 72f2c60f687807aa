//! The time in which visitors get to see something, and its state at a moment.

use crate::date::Timestamp;

/// The time in which visitors get to see a page, or what stands on it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Visibility {
    pub draft: bool,
    /// Visible from this moment on.
    pub publish: Option<Timestamp>,
    /// Not visible any more from this moment on. Always after `publish`.
    pub expires: Option<Timestamp>,
}

/// The state of a page, or of what stands on it, at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PublishState {
    Draft,
    Planned,
    Live,
    Expired,
}

impl PublishState {
    /// True where visitors do not get to see the page yet.
    pub fn is_upcoming(self) -> bool {
        matches!(self, PublishState::Draft | PublishState::Planned)
    }
}

impl Visibility {
    pub fn state(&self, now: Timestamp) -> PublishState {
        if self.draft {
            PublishState::Draft
        } else if self.publish.is_some_and(|publish| now < publish) {
            PublishState::Planned
        } else if self.expires.is_some_and(|expires| expires <= now) {
            PublishState::Expired
        } else {
            PublishState::Live
        }
    }

    /// The first moment after `now` at which the state changes.
    pub fn next_change(&self, now: Timestamp) -> Option<Timestamp> {
        let moments = if self.draft {
            [None, None]
        } else {
            [self.publish, self.expires]
        };
        moments
            .into_iter()
            .flatten()
            .filter(|moment| *moment > now)
            .min()
    }
}
