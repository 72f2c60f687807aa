//! Keeps what is served true: a new snapshot after every change of the files, and at the moment when the old one ends.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use crate::date::Timestamp;
use crate::server::Current;
use crate::snapshot::{Answer, Snapshot, Stored};

/// A change is complete when nothing more has changed for this long: a `git pull` touches many files.
const SETTLED: Duration = Duration::from_millis(30);

/// But no change waits longer than this for the next.
const PATIENCE: Duration = Duration::from_millis(400);

/// How long before its moment the next snapshot is made.
const AHEAD: Duration = Duration::from_secs(10);

/// The clock may be set in between, so nobody sleeps longer.
const LONGEST_SLEEP: Duration = Duration::from_secs(60);

/// While there is nothing else to do, bodies are compressed once more, for one part in this many of the time.
const IDLE_SHARE: u32 = 5;

/// Runs until the sender of changes is gone. `compile` makes the snapshot of a moment; when it has none, the old one stays.
pub fn keep_true(
    current: &Current,
    changes: &Receiver<()>,
    now: impl Fn() -> Timestamp,
    mut compile: impl FnMut(Timestamp) -> Option<Arc<Snapshot>>,
) {
    let mut idle = Idle::of(&current.load());
    let mut prepared: Option<(Timestamp, Arc<Snapshot>)> = None;
    loop {
        let until = current.load().until;
        let left = until.map(|until| until_then(now(), until));
        let wait = match (left, &prepared) {
            (None, _) => LONGEST_SLEEP,
            (Some(left), Some(_)) => left,
            (Some(left), None) => left.saturating_sub(AHEAD),
        };
        match changes.recv_timeout(idle.pause().unwrap_or(LONGEST_SLEEP).min(wait).min(LONGEST_SLEEP)) {
            Err(RecvTimeoutError::Disconnected) => return,
            Ok(()) => {
                settle(changes);
                prepared = None;
                if let Some(snapshot) = compile(now()) {
                    idle = Idle::of(&snapshot);
                    current.store(snapshot);
                }
            }
            Err(RecvTimeoutError::Timeout) => match (until, &prepared) {
                (Some(until), Some((moment, snapshot))) if *moment == until && now() >= until => {
                    idle = Idle::of(snapshot);
                    current.store(snapshot.clone());
                    prepared = None;
                }
                (Some(until), None) if until_then(now(), until) <= AHEAD => {
                    prepared = compile(until.max(now())).map(|snapshot| (until, snapshot));
                }
                _ => idle.work(),
            },
        }
    }
}

fn until_then(now: Timestamp, then: Timestamp) -> Duration {
    Duration::try_from(then.duration_since(now)).unwrap_or(Duration::ZERO)
}

/// Waits for the end of a series of changes.
fn settle(changes: &Receiver<()>) {
    let begun = Instant::now();
    while begun.elapsed() < PATIENCE && changes.recv_timeout(SETTLED).is_ok() {}
}

/// The bodies that can still be compressed better, for when the machine has nothing else to do.
struct Idle {
    left: Vec<Arc<Stored>>,
    rest: Duration,
}

impl Idle {
    fn of(snapshot: &Snapshot) -> Self {
        let stored = |answer: &Answer| match answer {
            Answer::Page(stored) | Answer::Gone(stored) => Some(stored.clone()),
            Answer::Moved(_) | Answer::Computed(_) => None,
        };
        let left = snapshot.iter().filter_map(|(_, answer)| stored(answer)).filter(|stored| stored.forms.is_compressible()).collect();
        Idle { left, rest: SETTLED }
    }

    /// How long to wait before the next piece of work; `None` when there is none.
    fn pause(&self) -> Option<Duration> {
        (!self.left.is_empty()).then_some(self.rest)
    }

    fn work(&mut self) {
        if let Some(stored) = self.left.pop() {
            let begun = Instant::now();
            stored.forms.improve();
            self.rest = begun.elapsed() * IDLE_SHARE;
        }
    }
}
