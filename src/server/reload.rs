//! Keeps what is served true: made anew after every change of the files, and at the moment when it is no longer so.

use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use crate::date::Timestamp;

/// A change is complete when nothing more has changed for this long: a `git pull` touches many files.
const SETTLED: Duration = Duration::from_millis(30);

/// But no change waits longer than this for the next.
const PATIENCE: Duration = Duration::from_millis(400);

/// Nor longer than this for what is still at work in the folder, which may have died there.
const LONGEST_WORK: Duration = Duration::from_secs(5);

/// How long before its moment the next site is made.
const AHEAD: Duration = Duration::from_secs(10);

/// After a failure it is tried again, but not at once.
const RETRY: Duration = Duration::from_secs(1);

/// The clock may be set in between, so nobody sleeps longer.
const LONGEST_SLEEP: Duration = Duration::from_secs(60);

/// A site that can be made anew and that is served.
pub trait Kept {
    /// A whole site that is not yet served.
    type Made;

    /// The first moment at which what is served is not true any more.
    fn until(&self) -> Option<Timestamp>;

    /// Makes the site as it stands at a moment, and changes nothing that is served. `None` where there can be none.
    fn make(&mut self, at: Timestamp) -> Option<Self::Made>;

    /// Makes it with time to spare: what may wait until after a change is begun as well.
    fn make_ahead(&mut self, at: Timestamp) -> Option<Self::Made>;

    /// Serves it from now on.
    fn serve(&mut self, made: Self::Made);

    /// Whether somebody is known to be in the midst of changing the files.
    fn is_changing(&mut self) -> bool;
}

/// Runs until the sender of changes is gone. Where no site can be made, the old one stays.
pub fn keep_true<K: Kept>(site: &mut K, changes: &Receiver<()>, now: impl Fn() -> Timestamp) {
    let mut next: Option<(Timestamp, K::Made)> = None;
    let mut served_at = now();
    loop {
        let until = site.until();
        let wait = match (until.map(|until| until_then(now(), until)), &next) {
            (None, _) => LONGEST_SLEEP,
            (Some(left), Some(_)) => left,
            (Some(left), None) => left.saturating_sub(AHEAD),
        };
        match changes.recv_timeout(wait.min(LONGEST_SLEEP)) {
            Err(RecvTimeoutError::Disconnected) => return,
            Ok(()) => {
                settle(changes, site);
                next = None;
                served_at = now();
                if let Some(made) = site.make(served_at) {
                    site.serve(made);
                }
            }
            // The clock was set back: what is served is that of a time to come.
            Err(RecvTimeoutError::Timeout) if now() < served_at => {
                next = None;
                served_at = now();
                if let Some(made) = site.make(served_at) {
                    site.serve(made);
                }
            }
            Err(RecvTimeoutError::Timeout) => {
                let Some(until) = until else { continue };
                next = match next {
                    Some((moment, made)) if now() >= moment => {
                        served_at = moment;
                        site.serve(made);
                        None
                    }
                    None if until_then(now(), until) <= AHEAD => {
                        let moment = until.max(now());
                        let made = site.make_ahead(moment);
                        if made.is_none() {
                            std::thread::sleep(RETRY);
                        }
                        made.map(|made| (moment, made))
                    }
                    waiting => waiting,
                };
            }
        }
    }
}

fn until_then(now: Timestamp, then: Timestamp) -> Duration {
    Duration::try_from(then.duration_since(now)).unwrap_or(Duration::ZERO)
}

/// Waits for the end of a series of changes.
fn settle(changes: &Receiver<()>, site: &mut impl Kept) {
    let begun = Instant::now();
    while begun.elapsed() < PATIENCE && changes.recv_timeout(SETTLED).is_ok() {}
    if site.is_changing() {
        while begun.elapsed() < LONGEST_WORK && site.is_changing() {
            // Each change is part of the one that is waited for.
            let _ = changes.recv_timeout(SETTLED);
        }
        while changes.try_recv().is_ok() {}
    }
}
