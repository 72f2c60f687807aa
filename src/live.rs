//! The live site: it is compiled again when its files have changed or its time has come, and the
//! result is swapped into the server. Beside it the status of what is published.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, OnceLock};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use arc_swap::{ArcSwap, ArcSwapOption};

use crate::content::Folders;
use crate::content::git;
use crate::date::Timestamp;
use crate::editors::notes;
use crate::editors::status::{self, QueryCount, Status};
use crate::problem::Report;
use crate::search::background::IndexQueue;
use crate::server::preview::{self, ChangeNotifier, Preview};
use crate::server::rebuild::Rebuild;
use crate::server::{Current, admin};
use crate::zero_results::ZeroResultQueries;
use crate::{Compiled, Options, compile};

/// A `.git/index.lock` older than this is ignored as stale.
const STALE: Duration = Duration::from_secs(5);

/// The pause before a full check: another change may follow.
const CHECK_DELAY: Duration = Duration::from_secs(1);

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
        zero_results: Option<Arc<ZeroResultQueries>>,
        now: impl Fn() -> Timestamp + Send + 'static,
        on_report: impl FnMut(&Report) + Send + 'static,
    ) -> Self {
        let last = Arc::new(first);
        let current = Arc::new(Current::from(last.snapshot.clone()));
        let published = ArcSwap::from_pointee(PublishedBuild::new(last.clone(), now()));
        let status = Arc::new(StatusService {
            published,
            failure: ArcSwapOption::empty(),
            zero_results,
            notifier: Arc::default(),
        });
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

    fn fail(&self, why: String) {
        tracing::error!(why, "the change is not published; the site stays as it was");
        self.status.fail(why);
    }
}

/// The status of the site, for editors.
pub struct StatusService {
    published: ArcSwap<PublishedBuild>,
    /// The reason for which the last change of the files could not be published.
    failure: ArcSwapOption<String>,
    zero_results: Option<Arc<ZeroResultQueries>>,
    notifier: Arc<ChangeNotifier>,
}

/// The build that is being served.
struct PublishedBuild {
    compiled: Arc<Compiled>,
    since: Timestamp,
    /// The report of every check, once that was made.
    full_report: OnceLock<Report>,
}

impl PublishedBuild {
    fn new(compiled: Arc<Compiled>, since: Timestamp) -> Self {
        PublishedBuild {
            compiled,
            since,
            full_report: OnceLock::new(),
        }
    }
}

impl StatusService {
    /// Runs the full check after each publish, on one thread, and a while after a change: neither a
    /// request nor a change nor the clock waits for it.
    pub fn run_full_checks(&self) {
        let Ok(thread) = rayon::ThreadPoolBuilder::new().num_threads(1).build() else {
            return;
        };
        loop {
            thread::sleep(CHECK_DELAY);
            let published = self.published.load_full();
            if published.full_report.get().is_none() {
                let report = thread.install(|| published.compiled.check(published.since));
                // Nobody else sets it.
                let _ = published.full_report.set(report);
            }
        }
    }

    /// The parts that a preview of the site needs.
    pub fn preview(self: Arc<Self>) -> Preview {
        Preview {
            notifier: self.notifier.clone(),
            notes: self,
        }
    }

    fn fail(&self, why: String) {
        self.failure.store(Some(Arc::new(why)));
        self.notifier.notify();
    }

    fn status(&self) -> Status {
        let published = self.published.load();
        let queries = self.zero_results.as_ref().map(|counts| {
            let most = counts.most_frequent().into_iter().take(status::MAX_QUERIES);
            most.map(|(words, times)| QueryCount { words, times })
                .collect()
        });
        Status::new(
            &published.compiled,
            published.full_report.get(),
            published.since,
            self.failure.load().as_deref().cloned(),
            queries,
        )
    }
}

impl admin::StatusSource for StatusService {
    fn page(&self) -> String {
        self.status().page()
    }

    fn style(&self) -> String {
        status::STYLE.concat()
    }

    fn data(&self) -> String {
        self.status().data()
    }
}

impl preview::Notes for StatusService {
    fn note(&self, path: &str, tag: &str) -> String {
        let published = self.published.load();
        let failure = self.failure.load();
        notes::note(
            &published.compiled,
            published.since,
            path,
            tag,
            failure.as_ref().map(|failure| failure.as_str()),
        )
    }

    fn script(&self) -> &'static str {
        notes::SCRIPT
    }

    fn style(&self) -> &'static str {
        notes::STYLE
    }
}

impl Rebuild for LiveSite {
    type Build = Compiled;

    fn expires_at(&self) -> Option<Timestamp> {
        self.last.snapshot.until
    }

    /// Whatever happens here, the site that is published stays.
    fn build(&mut self, at: Timestamp) -> Option<Compiled> {
        let build = || compile(&self.folders, at, self.options, &self.last.parsed);
        match catch_unwind(AssertUnwindSafe(build)) {
            Ok(Ok(compiled)) => return Some(compiled),
            Ok(Err(error)) => self.fail(error.to_string()),
            Err(_) => self.fail(
                "er ging iets mis in het programma; meld dat met de bestanden waarbij het gebeurt"
                    .to_owned(),
            ),
        }
        None
    }

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
        self.current.swap(build.snapshot.clone());
        let published = PublishedBuild::new(build.clone(), (self.now)());
        self.status.published.store(Arc::new(published));
        self.status.failure.store(None);
        self.status.notifier.notify();
        tracing::info!(
            version = build.snapshot.version,
            files = build.report.files,
            "the site was compiled again"
        );
        if build.report != self.last.report {
            (self.on_report)(&build.report);
        }
        self.last = build;
    }

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
