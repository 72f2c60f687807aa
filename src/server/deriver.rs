//! The files of each snapshot that are made of others, made in the background: neither a start nor
//! a save waits for them.

use std::path::Path;
use std::sync::Arc;
use std::thread::sleep;
use std::time::Duration;

use crate::server::current::Current;

/// The time between two looks at what there is to make.
const POLL_INTERVAL: Duration = Duration::from_millis(500);

/// Works as long as the program runs, and keeps what it makes in a folder.
pub fn derive_in_background(current: &Current, folder: &Path) {
    loop {
        let snapshot = Arc::clone(&current.load());
        for file in snapshot.derived() {
            file.prepare(folder);
            if !Arc::ptr_eq(&snapshot, &current.load()) {
                break;
            }
        }
        drop(snapshot);
        sleep(POLL_INTERVAL);
    }
}
