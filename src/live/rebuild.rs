//! The rebuild loop: rebuilds after files change, and when the current snapshot expires.

use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use crate::Compiled;
use crate::date::Timestamp;
use crate::live::LiveSite;

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

impl LiveSite {
    /// Rebuilds the site until the sender of changes is gone. Where no site can be built, the old
    /// one stays.
    pub fn keep_up(&mut self, changes: &Receiver<()>) {
        let mut next: Option<(Timestamp, Compiled)> = None;
        let mut published_at = self.now();
        loop {
            let expires_at = self.expires_at();
            let wait = match (expires_at.map(|at| time_until(self.now(), at)), &next) {
                (None, _) => LONGEST_SLEEP,
                (Some(left), Some(_)) => left,
                (Some(left), None) => left.saturating_sub(PREBUILD_LEAD),
            };
            let is_changed = match changes.recv_timeout(wait.min(LONGEST_SLEEP)) {
                Ok(()) => {
                    self.debounce(changes);
                    true
                }
                Err(RecvTimeoutError::Disconnected) => return,
                // The clock was set back: the published site is that of a later moment.
                Err(RecvTimeoutError::Timeout) => self.now() < published_at,
            };
            if is_changed {
                next = None;
                published_at = self.now();
                if let Some(build) = self.build(published_at) {
                    self.publish(build);
                }
            } else if let Some((moment, build)) = next.take_if(|(moment, _)| self.now() >= *moment)
            {
                published_at = moment;
                self.publish(build);
            } else if next.is_none()
                && let Some(at) = expires_at
                && time_until(self.now(), at) <= PREBUILD_LEAD
            {
                let moment = at.max(self.now());
                next = self.prebuild(moment).map(|build| (moment, build));
                if next.is_none() {
                    std::thread::sleep(RETRY_INTERVAL);
                }
            }
        }
    }

    /// Waits for the end of a series of changes.
    fn debounce(&mut self, changes: &Receiver<()>) {
        let begun = Instant::now();
        while begun.elapsed() < LONGEST_DEBOUNCE && changes.recv_timeout(DEBOUNCE).is_ok() {}
        if self.is_changing() {
            while begun.elapsed() < LONGEST_GIT_WAIT && self.is_changing() {
                // Further changes belong to the same git command.
                let _ = changes.recv_timeout(DEBOUNCE);
            }
            while changes.try_recv().is_ok() {}
        }
    }
}

fn time_until(now: Timestamp, then: Timestamp) -> Duration {
    Duration::try_from(then.duration_since(now)).unwrap_or(Duration::ZERO)
}
