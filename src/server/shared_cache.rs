//! The time for which a cache in front may give a page without asking: never beyond the next
//! scheduled change.

use std::sync::Arc;

use http::HeaderMap;

use crate::date::Timestamp;
use crate::snapshot::headers;

/// The longest that a page may be shown while no server answers, in seconds.
const LONGEST_WITHOUT_SERVER: u64 = 24 * 60 * 60;

/// The policy of an operator with a cache in front that is told of every change.
#[derive(Clone)]
pub struct SharedCache {
    /// In seconds.
    longest: u64,
    now: Arc<dyn Fn() -> Timestamp + Send + Sync>,
}

impl SharedCache {
    pub fn new(longest: u64, now: impl Fn() -> Timestamp + Send + Sync + 'static) -> Self {
        SharedCache {
            longest,
            now: Arc::new(now),
        }
    }

    /// Lets caches keep a response of a site that changes by itself at `until`.
    pub(super) fn apply(&self, until: Option<Timestamp>, headers: &mut HeaderMap) {
        let left = until.map_or(u64::MAX, |until| {
            let left = until.duration_since((self.now)()).as_secs();
            u64::try_from(left).unwrap_or(0)
        });
        let fresh = self.longest.min(left);
        if fresh > 0 {
            headers::shared(headers, fresh, LONGEST_WITHOUT_SERVER.min(left - fresh));
        }
    }
}
