//! The live site: it is compiled again when its files have changed or its time has come, and the
//! result is swapped into the server.

mod rebuild;
pub mod status;
mod watcher;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime};

use crate::content::Folders;
use crate::content::git;
use crate::date::Timestamp;
use crate::live::status::StatusService;
use crate::message;
use crate::message::Message;
use crate::problem::Report;
use crate::search::background::IndexQueue;
use crate::server::{Counts, Current};
use crate::{Compiled, Options, compile};

pub use watcher::follow;

/// A `.git/index.lock` older than this is ignored as stale.
const STALE: Duration = Duration::from_secs(5);

/// Builds the site again and publishes it.
pub struct LiveSite {
    folders: Folders,
    options: Options<'static>,
    last: Arc<Compiled>,
    current: Arc<Current>,
    status: Arc<StatusService>,
    /// Called with the report whenever it differs from the last one.
    on_report: Box<dyn FnMut(&Report) + Send>,
    now: Box<dyn Fn() -> Timestamp + Send>,
    lock: Option<(SystemTime, Instant)>,
    indexes: IndexQueue,
}

impl LiveSite {
    /// Goes on from a first compile of the same folders.
    pub fn new(
        folders: Folders,
        options: Options<'static>,
        first: Compiled,
        counts: Counts,
        now: impl Fn() -> Timestamp + Send + 'static,
        on_report: impl FnMut(&Report) + Send + 'static,
    ) -> Self {
        let last = Arc::new(first);
        let current = Arc::new(Current::from(last.snapshot.clone()));
        let status = Arc::new(StatusService::new(last.clone(), now(), counts));
        let mut indexes = IndexQueue::start();
        indexes.enqueue(&last.index);
        LiveSite {
            folders,
            options,
            last,
            current,
            status,
            on_report: Box::new(on_report),
            now: Box::new(now),
            lock: None,
            indexes,
        }
    }

    /// The snapshot that visitors get, at every moment.
    pub fn current(&self) -> Arc<Current> {
        self.current.clone()
    }

    /// The status that editors get, at every moment.
    pub fn status(&self) -> Arc<StatusService> {
        self.status.clone()
    }

    fn fail(&self, why: Message) {
        tracing::error!(%why, "the change is not published; the site stays as it was");
        self.status.fail(why);
    }

    fn now(&self) -> Timestamp {
        (self.now)()
    }

    /// The first moment at which the published site is out of date.
    fn expires_at(&self) -> Option<Timestamp> {
        self.last.snapshot.until
    }

    /// Builds the site as it stands at a moment, and publishes nothing. `None` where there can be
    /// none. Whatever happens here, the site that is published stays.
    fn build(&mut self, at: Timestamp) -> Option<Compiled> {
        let build = || compile(&self.folders, at, self.options, &self.last.cache);
        match catch_unwind(AssertUnwindSafe(build)) {
            Ok(Ok(compiled)) => return Some(compiled),
            Ok(Err(error)) => self.fail(error.message()),
            Err(_) => self.fail(message!("program-fault")),
        }
        None
    }

    /// Builds the site ahead of its moment, and begins the work that otherwise follows publishing.
    fn prebuild(&mut self, at: Timestamp) -> Option<Compiled> {
        let build = self.build(at)?;
        self.indexes.enqueue(&build.index);
        Some(build)
    }

    fn publish(&mut self, build: Compiled) {
        let build = Arc::new(build);
        // Before the swap, so that the previous index answers until this one is built.
        self.indexes.enqueue(&build.index);
        build.snapshot.adopt_encodings(&self.current.load());
        build.snapshot.adopt_derived(&self.current.load());
        self.current.swap(build.snapshot.clone());
        self.status.publish(build.clone(), self.now());
        tracing::info!(
            version = build.snapshot.version,
            files = build.report.files.len(),
            "the site was compiled again"
        );
        if build.report != self.last.report {
            (self.on_report)(&build.report);
        }
        self.last = build;
    }

    /// True while a command is known to be changing the files.
    fn is_changing(&mut self) -> bool {
        let Some(since) = git::at_work_since(&self.folders.content) else {
            return false;
        };
        match self.lock {
            Some((known, seen)) if known == since => seen.elapsed() < STALE,
            _ => {
                self.lock = Some((since, Instant::now()));
                true
            }
        }
    }
}
