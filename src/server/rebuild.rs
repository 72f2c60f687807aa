//! The rebuild loop: rebuilds after files change, and when the current snapshot expires.

use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use crate::date::Timestamp;

/// The quiet time after which a change is complete: a `git pull` touches many files.
const DEBOUNCE: Duration = Duration::from_millis(30);

/// The longest that a change waits for further ones.
const LONGEST_DEBOUNCE: Duration = Duration::from_millis(400);

/// The longest that a change waits for a git command that is changing the files: it may have died.
const LONGEST_GIT_WAIT: Duration = Duration::from_secs(5);

/// The time between the build of the next snapshot and the expiry of the current one.
const PREBUILD_LEAD: Duration = Duration::from_secs(10);

/// The pause after a build that failed.
const RETRY_INTERVAL: Duration = Duration::from_secs(1);

/// The longest sleep: the clock may be set in between.
const LONGEST_SLEEP: Duration = Duration::from_secs(60);

/// A site that can be built again and published.
pub trait Rebuild {
    /// A whole site that is not yet published.
    type Build;

    /// The first moment at which the published site is out of date.
    fn expires_at(&self) -> Option<Timestamp>;

    /// Builds the site as it stands at a moment, and publishes nothing. `None` where there can be
    /// none.
    fn build(&mut self, at: Timestamp) -> Option<Self::Build>;

    /// Builds the site ahead of its moment, and begins the work that otherwise follows publishing.
    fn prebuild(&mut self, at: Timestamp) -> Option<Self::Build>;

    fn publish(&mut self, build: Self::Build);

    /// True while a command is known to be changing the files.
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
            // The clock was set back: the published site is that of a later moment.
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
        while begun.elapsed() < LONGEST_GIT_WAIT && site.is_changing() {
            // Further changes belong to the same git command.
            let _ = changes.recv_timeout(DEBOUNCE);
        }
        while changes.try_recv().is_ok() {}
    }
}
