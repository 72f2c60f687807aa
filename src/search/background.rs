//! Indexes that are built in the background, whole, after their site is served.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Sender};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::thread;

use arc_swap::ArcSwapOption;

use crate::content::synonyms::Synonyms;
use crate::digest::Digest;
use crate::priority::work_in_background;
use crate::search::corpus::Corpus;
use crate::search::index::Index;
use crate::search::kinds::FacetKinds;
use crate::site::Site;
use crate::text::Text;

/// The index of one site: complete, or not built yet.
pub struct BackgroundIndex {
    corpus: Corpus,
    built: OnceLock<Arc<Index>>,
    /// The index that answers until this one is built: that of the site before it.
    previous: ArcSwapOption<Index>,
    is_cancelled: AtomicBool,
    /// Held while the index is built.
    building: Mutex<()>,
}

impl BackgroundIndex {
    pub fn new(site: &Site<'_>, texts: &[Arc<Text>], synonyms: Arc<Synonyms>) -> Self {
        BackgroundIndex::of(Corpus::of(site, texts, synonyms))
    }

    fn of(corpus: Corpus) -> Self {
        BackgroundIndex {
            corpus,
            built: OnceLock::new(),
            previous: ArcSwapOption::empty(),
            is_cancelled: AtomicBool::new(false),
            building: Mutex::default(),
        }
    }

    /// A digest of what results depend on beside the pages themselves. It needs no index.
    pub fn digest(&self) -> Digest {
        self.corpus.digest()
    }

    /// The kinds to which hits can be narrowed. They need no index.
    pub fn kinds(&self) -> &FacetKinds {
        &self.corpus.kinds
    }

    /// The index of this site. Builds it where that was not done yet.
    pub fn wait(&self) -> &Arc<Index> {
        if self.built.get().is_none() {
            self.build(|| Index::build(&self.corpus, &AtomicBool::new(false)));
        }
        self.built
            .get()
            .expect("a build that is not cancelled ends with an index")
    }

    /// The newest index that is complete: that of the site before this one while this one is
    /// being built. Waits only where there is none at all.
    pub fn latest(&self) -> Arc<Index> {
        self.complete().unwrap_or_else(|| self.wait().clone())
    }

    fn complete(&self) -> Option<Arc<Index>> {
        self.built
            .get()
            .cloned()
            .or_else(|| self.previous.load_full())
    }

    /// A build that panics leaves the previous index in place, or an empty one.
    fn build(&self, build: impl FnOnce() -> Option<Index>) {
        let _building = self.building.lock().unwrap_or_else(PoisonError::into_inner);
        if self.built.get().is_some() {
            return;
        }
        let index = match catch_unwind(AssertUnwindSafe(build)) {
            Ok(None) => return,
            Ok(Some(index)) => Arc::new(index),
            Err(_) => {
                tracing::error!("the search index could not be built");
                self.previous.load_full().unwrap_or_default()
            }
        };
        // It is empty, as long as the lock is held.
        let _ = self.built.set(index);
        self.previous.store(None);
    }
}

/// The thread that builds the indexes of the sites that are served. A newer one cancels the older.
pub struct IndexQueue {
    sender: Sender<Arc<BackgroundIndex>>,
    newest: Option<Arc<BackgroundIndex>>,
}

impl IndexQueue {
    pub fn start() -> Self {
        let (sender, queue) = mpsc::channel::<Arc<BackgroundIndex>>();
        thread::spawn(move || {
            work_in_background();
            for index in queue {
                index.build(|| Index::build(&index.corpus, &index.is_cancelled));
            }
        });
        IndexQueue {
            sender,
            newest: None,
        }
    }

    /// Has an index built. Until it is, the one before it answers.
    pub fn enqueue(&mut self, index: &Arc<BackgroundIndex>) {
        let before = self.newest.replace(index.clone());
        if let Some(before) = before.filter(|before| !Arc::ptr_eq(before, index)) {
            before.is_cancelled.store(true, Ordering::Relaxed);
            if index.built.get().is_none() {
                index.previous.store(before.complete());
            }
        }
        index.is_cancelled.store(false, Ordering::Relaxed);
        // Without the thread, whoever searches first builds the index.
        let _ = self.sender.send(index.clone());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::language::SearchLanguage;

    fn unbuilt() -> BackgroundIndex {
        BackgroundIndex::of(Corpus {
            language: SearchLanguage::Dutch,
            pages: Arc::default(),
            newest: None,
            kinds: FacetKinds::default(),
            synonyms: Arc::default(),
            answers: Arc::default(),
        })
    }

    #[test]
    fn a_build_that_panics_leaves_the_previous_index() {
        let index = unbuilt();
        let previous = Arc::new(Index::default());
        index.previous.store(Some(previous.clone()));
        index.build(|| panic!("on purpose"));
        assert!(Arc::ptr_eq(index.wait(), &previous));
    }

    #[test]
    fn a_build_that_is_cancelled_is_done_by_who_waits_for_it() {
        let index = unbuilt();
        index.build(|| None);
        assert!(index.complete().is_none());
        index.wait();
        assert!(index.complete().is_some());
    }
}
