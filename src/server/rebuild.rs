//! The rebuild loop: rebuilds after files change, and when the current snapshot expires.

use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use crate::date::Timestamp;

/// A change is complete when nothing more has changed for this long: a `git pull` touches many
/// files.
const DEBOUNCE: Duration = Duration::from_millis(30);

/// But no change waits longer than this for the next.
const LONGEST_DEBOUNCE: Duration = Duration::from_millis(400);

/// Nor longer than this for what is still at work in the folder, which may have died there.
const LONGEST_WORK: Duration = Duration::from_secs(5);

/// The time between the build of the next snapshot and the expiry of the current one.
const PREBUILD_LEAD: Duration = Duration::from_secs(10);

/// After a failure it is tried again, but not at once.
const RETRY_INTERVAL: Duration = Duration::from_secs(1);

/// The clock may be set in between, so nobody sleeps longer.
const LONGEST_SLEEP: Duration = Duration::from_secs(60);

/// A site that can be built again and published.
pub trait Rebuild {
    /// A whole site that is not yet published.
    type Build;

    /// The first moment at which the published site is not true any more.
    fn expires_at(&self) -> Option<Timestamp>;

    /// Builds the site as it stands at a moment, and publishes nothing. `None` where there can be
    /// none.
    fn build(&mut self, at: Timestamp) -> Option<Self::Build>;

    /// Builds it with time to spare: what may wait until after a change is begun as well.
    fn prebuild(&mut self, at: Timestamp) -> Option<Self::Build>;

    fn publish(&mut self, build: Self::Build);

    /// True while somebody is known to be in the midst of changing the files.
    fn is_changing(&mut self) -> bool;
}

/// Runs until the sender of changes is gone. Where no site can be built, the old one stays.
pub fn run_rebuild_loop<R: Rebuild>(
    site: &mut R,
    changes: &Receiver<()>,
    now: impl Fn() -> Timestamp,
) {
    let mut next: Option<(Timestamp, R::Build)> = None;
    let mut published_at = now();
    loop {
        let expires_at = site.expires_at();
        let wait = match (expires_at.map(|at| time_until(now(), at)), &next) {
            (None, _) => LONGEST_SLEEP,
            (Some(left), Some(_)) => left,
            (Some(left), None) => left.saturating_sub(PREBUILD_LEAD),
        };
        let is_changed = match changes.recv_timeout(wait.min(LONGEST_SLEEP)) {
            Ok(()) => {
                debounce(changes, site);
                true
            }
            Err(RecvTimeoutError::Disconnected) => return,
            // The clock was set back: the published site is one of a time to come.
            Err(RecvTimeoutError::Timeout) => now() < published_at,
        };
        if is_changed {
            next = None;
            published_at = now();
            if let Some(build) = site.build(published_at) {
                site.publish(build);
            }
        } else if let Some((moment, build)) = next.take_if(|(moment, _)| now() >= *moment) {
            published_at = moment;
            site.publish(build);
        } else if next.is_none()
            && let Some(at) = expires_at.filter(|at| time_until(now(), *at) <= PREBUILD_LEAD)
        {
            let moment = at.max(now());
            next = site.prebuild(moment).map(|build| (moment, build));
            if next.is_none() {
                std::thread::sleep(RETRY_INTERVAL);
            }
        }
    }
}

fn time_until(now: Timestamp, then: Timestamp) -> Duration {
    Duration::try_from(then.duration_since(now)).unwrap_or(Duration::ZERO)
}

/// Waits for the end of a series of changes.
fn debounce(changes: &Receiver<()>, site: &mut impl Rebuild) {
    let begun = Instant::now();
    while begun.elapsed() < LONGEST_DEBOUNCE && changes.recv_timeout(DEBOUNCE).is_ok() {}
    if site.is_changing() {
        while begun.elapsed() < LONGEST_WORK && site.is_changing() {
            // Each change is part of the one that is waited for.
            let _ = changes.recv_timeout(DEBOUNCE);
        }
        while changes.try_recv().is_ok() {}
    }
}
