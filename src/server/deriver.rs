//! The files of each snapshot that are made of others, made in the background: neither a start nor
//! a save waits for them.

use std::path::Path;
use std::sync::Arc;
use std::thread::sleep;
use std::time::Duration;

use crate::priority::work_in_background;
use crate::server::current::Current;
use crate::snapshot::derived::prune;

/// The time between two looks at what there is to make.
const POLL_INTERVAL: Duration = Duration::from_millis(500);

/// Works as long as the program runs, and keeps what it makes in a folder; files there that have
/// long been part of no site go.
pub fn derive_in_background(current: &Current, folder: &Path) {
    work_in_background();
    let mut is_pruned = false;
    loop {
        let snapshot = Arc::clone(&current.load());
        for file in snapshot.derived() {
            file.prepare(folder);
            if !Arc::ptr_eq(&snapshot, &current.load()) {
                break;
            }
        }
        drop(snapshot);
        if !is_pruned {
            prune(folder);
            is_pruned = true;
        }
        sleep(POLL_INTERVAL);
    }
}
