//! The snapshot that is being served, swapped whole, and the files that pages of earlier ones still
//! ask for.

use std::sync::Arc;

use arc_swap::{ArcSwap, Guard};

use crate::route::Route;
use crate::snapshot::{Answer, CachePolicy, Snapshot, Stored};

/// The most files of earlier snapshots that are kept at hand, and the bytes that they may take
/// together.
const EARLIER_FILES: usize = 256;
const EARLIER_BYTES: usize = 32 * 1024 * 1024;

/// The snapshot that is being served.
///
/// A visitor who got a page a moment before a swap asks for its style sheet a moment after. Such
/// files, whose address holds a digest of their content, go on answering for a while; nothing else
/// of an earlier snapshot does.
pub struct Current {
    snapshot: ArcSwap<Snapshot>,
    /// The most recently replaced file is last.
    earlier: ArcSwap<Vec<(Route, Arc<Stored>)>>,
}

impl From<Arc<Snapshot>> for Current {
    fn from(snapshot: Arc<Snapshot>) -> Self {
        Current {
            snapshot: ArcSwap::from(snapshot),
            earlier: ArcSwap::default(),
        }
    }
}

impl Current {
    /// The snapshot for one response.
    pub fn load(&self) -> Guard<Arc<Snapshot>> {
        self.snapshot.load()
    }

    /// Serves another snapshot from now on. Responses that are on their way are still of the old
    /// one.
    pub fn swap(&self, next: Arc<Snapshot>) {
        self.earlier.store(Arc::new(self.files_to_keep(&next)));
        self.snapshot.store(next);
    }

    /// The file that answered at this path in an earlier snapshot.
    pub fn earlier(&self, path: &str) -> Option<Arc<Stored>> {
        self.earlier
            .load()
            .iter()
            .rev()
            .find(|(route, _)| route.as_str() == path)
            .map(|(_, stored)| stored.clone())
    }

    /// A name for what is at a path now: another name, another page.
    pub fn tag(&self, path: &str) -> String {
        let snapshot = self.load();
        match snapshot.get(path) {
            Some(Answer::Stored(stored) | Answer::Gone(stored)) => {
                format!("{:.20}", stored.body.digest())
            }
            _ => snapshot.version.clone(),
        }
    }

    fn files_to_keep(&self, next: &Snapshot) -> Vec<(Route, Arc<Stored>)> {
        let snapshot = self.load();
        let going = snapshot.iter().filter_map(|(route, answer)| match answer {
            Answer::Stored(stored) if stored.cache == CachePolicy::Immutable => {
                Some((route.clone(), stored.clone()))
            }
            _ => None,
        });
        let known = self.earlier.load();
        let all: Vec<_> = known
            .iter()
            .cloned()
            .chain(going)
            .filter(|(route, _)| next.get(route.as_str()).is_none())
            .collect();
        let mut bytes = 0;
        let fits = |(_, stored): &&(Route, Arc<Stored>)| {
            bytes += stored.body.length();
            bytes <= EARLIER_BYTES
        };
        let mut kept: Vec<_> = all
            .iter()
            .rev()
            .take(EARLIER_FILES)
            .take_while(fits)
            .cloned()
            .collect();
        kept.reverse();
        kept
    }
}
