//! Compression of the bodies of each snapshot in the background, so that no request has to wait for
//! it.

use std::sync::{Arc, Weak};
use std::thread::sleep;
use std::time::Duration;

use crate::priority::work_in_background;
use crate::server::current::Current;
use crate::snapshot::Snapshot;
use crate::snapshot::encoding::Effort;

/// The time between two checks for another snapshot.
const POLL_INTERVAL: Duration = Duration::from_millis(500);

/// Works as long as the program runs. First all bodies are compressed quickly, then, where the
/// effort is the best, once more as small as they get.
pub fn encode_in_background(current: &Current, effort: Effort) {
    work_in_background();
    let mut done: Weak<Snapshot> = Weak::new();
    loop {
        sleep(POLL_INTERVAL);
        let snapshot = Arc::clone(&current.load());
        if Weak::ptr_eq(&done, &Arc::downgrade(&snapshot)) {
            continue;
        }
        let is_current = || Arc::ptr_eq(&snapshot, &current.load());
        let is_done = [Effort::Quick, effort].into_iter().all(|effort| {
            snapshot.bodies().all(|body| {
                body.prepare(effort);
                is_current()
            })
        });
        if is_done {
            done = Arc::downgrade(&snapshot);
        }
    }
}
