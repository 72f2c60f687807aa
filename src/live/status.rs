//! The status of the published site, for the status page of editors and the notes of a preview.

use std::sync::{Arc, OnceLock};
use std::thread;
use std::time::Duration;

use arc_swap::{ArcSwap, ArcSwapOption};

use crate::Compiled;
use crate::date::Timestamp;
use crate::editors::notes;
use crate::editors::status::{self, AddressCount, QueryCount, Status};
use crate::message::Message;
use crate::priority::work_in_background;
use crate::problem::Report;
use crate::server::Counts;
use crate::server::admin;
use crate::server::metrics::ContentState;
use crate::server::preview::{self, ChangeNotifier, Preview};
use crate::threshold_counter::ThresholdCounter;

/// The pause before a full check: another change may follow.
const CHECK_DELAY: Duration = Duration::from_secs(1);

/// The status of the site, for editors.
pub struct StatusService {
    published: ArcSwap<PublishedBuild>,
    /// The reason for which the last change of the files could not be published.
    failure: ArcSwapOption<Message>,
    counts: Counts,
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
    /// Starts with a first build, published at `since`.
    pub fn new(compiled: Arc<Compiled>, since: Timestamp, counts: Counts) -> Self {
        StatusService {
            published: ArcSwap::from_pointee(PublishedBuild::new(compiled, since)),
            failure: ArcSwapOption::empty(),
            counts,
            notifier: Arc::default(),
        }
    }

    /// Goes on with the next build, which nothing hinders any more.
    pub fn publish(&self, compiled: Arc<Compiled>, since: Timestamp) {
        let published = PublishedBuild::new(compiled, since);
        self.published.store(Arc::new(published));
        self.failure.store(None);
        self.notifier.notify();
    }

    /// Tells why the last change of the files is not published.
    pub fn fail(&self, why: Message) {
        self.failure.store(Some(Arc::new(why)));
        self.notifier.notify();
    }

    /// Runs the full check after each publish, on one thread, and a while after a change: neither a
    /// request nor a change nor the clock waits for it.
    pub fn run_full_checks(&self) {
        work_in_background();
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

    fn status(&self) -> Status {
        let published = self.published.load();
        let most = |counts: &Arc<ThresholdCounter>| {
            let most = counts.most_frequent().into_iter();
            most.take(status::MAX_QUERIES)
        };
        let queries = self.counts.searches.as_ref().map(|counts| {
            let most = most(counts).map(|(words, times)| QueryCount { words, times });
            most.collect()
        });
        let addresses = self.counts.addresses.as_ref().map(|counts| {
            let most = most(counts).map(|(address, times)| AddressCount { address, times });
            most.collect()
        });
        Status::new(
            &published.compiled,
            published.full_report.get(),
            published.since,
            self.failure.load().as_deref(),
            queries,
            addresses,
        )
    }
}

impl admin::StatusSource for StatusService {
    fn language(&self) -> &'static str {
        self.published.load().compiled.report.language
    }

    fn page(&self) -> String {
        self.status().page()
    }

    fn style(&self) -> String {
        status::STYLE.concat()
    }

    fn data(&self) -> String {
        self.status().data()
    }

    fn content(&self) -> ContentState {
        let status = self.status();
        ContentState {
            pages: status.pages,
            errors: status.errors,
            published: self.published.load().since.as_second(),
            has_failed: status.failure.is_some(),
        }
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
            failure.as_deref(),
        )
    }

    fn script(&self) -> &'static str {
        notes::SCRIPT
    }

    fn style(&self) -> &'static str {
        notes::STYLE
    }
}
