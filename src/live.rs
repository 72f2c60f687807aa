//! A site that is being served, and stays as its files and the clock are: where compiling and serving meet.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{self, Sender};
use std::sync::{Arc, OnceLock};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use arc_swap::{ArcSwap, ArcSwapOption};

use crate::content::Folders;
use crate::content::git::Repository;
use crate::date::Timestamp;
use crate::editors::notes;
use crate::editors::status::{self, QueryCount, Status};
use crate::priority::Priority;
use crate::problem::Report;
use crate::search::lazy::LazyIndex;
use crate::server::preview::{self, Bell, Preview};
use crate::server::reload::Kept;
use crate::server::unanswered::Unanswered;
use crate::server::{Current, admin};
use crate::site::Drafts;
use crate::site::rules::Checks;
use crate::{Compiled, Options, check, compile};

/// A lock that git left behind longer ago than this says nothing any more.
const STALE: Duration = Duration::from_secs(5);

/// Nothing that can wait is begun right after a change: another one may follow.
const SETTLED: Duration = Duration::from_secs(1);

/// What is served, with all that is needed to make it anew.
pub struct Live {
    folders: Folders,
    options: Options<'static>,
    last: Arc<Compiled>,
    current: Arc<Current>,
    desk: Arc<Desk>,
    /// Told the report whenever it is another one.
    tell: Box<dyn FnMut(&Report) + Send>,
    now: Box<dyn Fn() -> Timestamp + Send>,
    lock: Option<(SystemTime, Instant)>,
    /// Where an index goes to be made: neither a change nor the clock waits for that.
    prepare: Sender<Arc<LazyIndex>>,
}

impl Live {
    /// Goes on from a first compile of the same folders.
    pub fn new(
        folders: Folders,
        options: Options<'static>,
        first: Compiled,
        unanswered: Option<Arc<Unanswered>>,
        now: impl Fn() -> Timestamp + Send + 'static,
        tell: impl FnMut(&Report) + Send + 'static,
    ) -> Self {
        let last = Arc::new(first);
        let current = Arc::new(Current::from(last.snapshot.clone()));
        let served = ArcSwap::from_pointee(Served::new(last.clone(), now()));
        let desk = Arc::new(Desk {
            served,
            failure: ArcSwapOption::empty(),
            unanswered,
            bell: Arc::default(),
        });
        let (prepare, promised) = mpsc::channel::<Arc<LazyIndex>>();
        thread::spawn(move || promised.into_iter().for_each(|index| index.prepare()));
        let live = Live {
            folders,
            options,
            last,
            current,
            desk,
            tell: Box::new(tell),
            now: Box::new(now),
            lock: None,
            prepare,
        };
        live.prepare(&live.last);
        live
    }

    fn prepare(&self, made: &Compiled) {
        // Should the other side be gone, then the first who searches makes the index.
        let _ = self.prepare.send(made.index.clone());
    }

    /// What visitors get, at every moment.
    pub fn current(&self) -> Arc<Current> {
        self.current.clone()
    }

    /// What editors are told, at every moment.
    pub fn desk(&self) -> Arc<Desk> {
        self.desk.clone()
    }
}

/// What editors are told of the site.
pub struct Desk {
    served: ArcSwap<Served>,
    /// Why the last change of the files could not be taken into service.
    failure: ArcSwapOption<String>,
    unanswered: Option<Arc<Unanswered>>,
    bell: Arc<Bell>,
}

struct Served {
    compiled: Arc<Compiled>,
    since: Timestamp,
    /// What every check has to say of it, where somebody wants to know.
    all: OnceLock<Report>,
}

impl Served {
    fn new(compiled: Arc<Compiled>, since: Timestamp) -> Self {
        Served {
            compiled,
            since,
            all: OnceLock::new(),
        }
    }
}

impl Desk {
    /// Looks into all that serving can do without, each time that the site has become another one. On one thread that
    /// all others interrupt, a while after a change: neither a request nor a change nor the clock waits for it.
    pub fn look_into_all(&self, folders: &Folders) {
        let idle = |_| Priority::Idle.take();
        let Ok(thread) = rayon::ThreadPoolBuilder::new()
            .num_threads(1)
            .start_handler(idle)
            .build()
        else {
            return;
        };
        let options = Options {
            drafts: Drafts::Hide,
            checks: Checks::All { dictionary: None },
            progress: None,
        };
        loop {
            thread::sleep(SETTLED);
            let served = self.served.load_full();
            if served.all.get().is_none()
                && let Ok(report) = thread.install(|| check(folders, served.since, options))
            {
                // Nobody else sets it.
                let _ = served.all.set(report);
            }
        }
    }

    /// What a preview of the site needs.
    pub fn preview(self: Arc<Self>) -> Preview {
        Preview {
            bell: self.bell.clone(),
            notes: self,
        }
    }

    fn failed(&self, why: String) {
        self.failure.store(Some(Arc::new(why)));
        self.bell.ring();
    }

    fn status(&self) -> Status {
        let served = self.served.load();
        let asked = self.unanswered.as_ref().map(|unanswered| {
            let most = unanswered
                .most_asked()
                .into_iter()
                .take(status::MAX_QUERIES);
            most.map(|(words, times)| QueryCount { words, times })
                .collect()
        });
        Status::new(
            &served.compiled,
            served.all.get(),
            served.since,
            self.failure.load().as_deref().cloned(),
            asked,
        )
    }
}

impl admin::Told for Desk {
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

impl preview::Notes for Desk {
    fn note(&self, path: &str, tag: &str) -> String {
        let served = self.served.load();
        notes::note(
            &served.compiled,
            served.since,
            path,
            tag,
            self.failure.load().as_ref().map(|failure| failure.as_str()),
        )
    }

    fn script(&self) -> &'static str {
        notes::SCRIPT
    }

    fn style(&self) -> &'static str {
        notes::STYLE
    }
}

impl Kept for Live {
    type Made = Compiled;

    fn until(&self) -> Option<Timestamp> {
        self.last.snapshot.until
    }

    /// Whatever happens here, the site that is served stays.
    fn make(&mut self, at: Timestamp) -> Option<Compiled> {
        match catch_unwind(AssertUnwindSafe(|| {
            compile(&self.folders, at, self.options, Some(&self.last))
        })) {
            Ok(Ok(compiled)) => Some(compiled),
            Ok(Err(error)) => {
                tracing::error!(
                    "de wijziging is niet te zien: {error}; de site blijft zoals zij was"
                );
                self.desk.failed(error.to_string());
                None
            }
            Err(_) => {
                tracing::error!(
                    "de wijziging is niet te zien: er ging iets mis in het programma; de site blijft zoals zij was"
                );
                self.desk.failed("er ging iets mis in het programma; meld dat met de bestanden waarbij het gebeurt".to_owned());
                None
            }
        }
    }

    fn make_ahead(&mut self, at: Timestamp) -> Option<Compiled> {
        let made = self.make(at)?;
        self.prepare(&made);
        Some(made)
    }

    fn serve(&mut self, made: Compiled) {
        let made = Arc::new(made);
        made.snapshot.adopt_encodings(&self.current.load());
        self.current.swap(made.snapshot.clone());
        self.desk
            .served
            .store(Arc::new(Served::new(made.clone(), (self.now)())));
        self.desk.failure.store(None);
        self.desk.bell.ring();
        tracing::info!(
            version = made.snapshot.version,
            files = made.report.files,
            "the site was compiled again"
        );
        if made.report != self.last.report {
            (self.tell)(&made.report);
        }
        self.prepare(&made);
        self.last = made;
    }

    fn is_changing(&mut self) -> bool {
        let since = Repository::around(&self.folders.content)
            .and_then(|repository| repository.at_work_since());
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
