//! A site that is being served, and stays as its files and the clock are: where compiling and serving meet.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime};

use crate::content::git::Repository;
use crate::content::{Folders, LoadError};
use crate::date::Timestamp;
use crate::problem::Report;
use crate::server::Current;
use crate::server::reload::Kept;
use crate::site::Drafts;
use crate::{Compiled, compile};

/// A lock that git left behind longer ago than this says nothing any more.
const STALE: Duration = Duration::from_secs(5);

/// What is served, with all that is needed to make it anew.
pub struct Live {
    folders: Folders,
    drafts: Drafts,
    last: Compiled,
    current: Arc<Current>,
    /// Told the report whenever it is another one.
    tell: Box<dyn FnMut(&Report) + Send>,
    lock: Option<(SystemTime, Instant)>,
}

impl Live {
    /// Goes on from a first compile of the same folders.
    pub fn new(folders: Folders, drafts: Drafts, first: Compiled, tell: impl FnMut(&Report) + Send + 'static) -> Self {
        let current = Arc::new(Current::from(first.snapshot.clone()));
        Live { folders, drafts, last: first, current, tell: Box::new(tell), lock: None }
    }

    /// What visitors get, at every moment.
    pub fn current(&self) -> Arc<Current> {
        self.current.clone()
    }
}

impl Kept for Live {
    type Made = Compiled;

    fn until(&self) -> Option<Timestamp> {
        self.last.snapshot.until
    }

    /// Whatever happens here, the site that is served stays.
    fn make(&mut self, at: Timestamp) -> Option<Compiled> {
        match catch_unwind(AssertUnwindSafe(|| compile(&self.folders, at, self.drafts, Some(&self.last)))) {
            Ok(Ok(compiled)) => Some(compiled),
            Ok(Err(LoadError::Settings(report))) => {
                (self.tell)(&report);
                None
            }
            Ok(Err(error)) => {
                tracing::error!(%error, "the site could not be compiled; it stays as it was");
                None
            }
            Err(_) => {
                tracing::error!("the compiler broke on this content; the site stays as it was");
                None
            }
        }
    }

    fn serve(&mut self, made: Compiled) {
        self.current.swap(made.snapshot.clone());
        tracing::info!(version = made.snapshot.version, files = made.report.files, "the site was compiled again");
        if made.report != self.last.report {
            (self.tell)(&made.report);
        }
        self.last = made;
    }

    fn is_changing(&mut self) -> bool {
        let since = Repository::around(&self.folders.content).and_then(|repository| repository.at_work_since());
        let Some(since) = since else { return false };
        match self.lock {
            Some((known, seen)) if known == since => seen.elapsed() < STALE,
            _ => {
                self.lock = Some((since, Instant::now()));
                true
            }
        }
    }
}
