//! While nobody needs the machine, bodies are packed to take less memory, and compressed as small as they get.

use std::sync::{Arc, Weak};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::priority;
use crate::server::Current;
use crate::snapshot::encoding::{Effort, Forms};
use crate::snapshot::{Answer, Snapshot, Stored};

/// For each part of the time that is worked, this many are rested.
const REST: u32 = 5;

/// Bodies that together take fewer bytes stay as they are, at hand for who asks for them without compression.
const ROOM: usize = 64 * 1024 * 1024;

/// Nothing is begun right after a change: another one may follow, and the search is made ready first.
const SETTLED: Duration = Duration::from_secs(3);

/// Works as long as the program runs, on a thread of its own and of the lowest priority: neither a request nor a change nor
/// the clock ever waits for it. Only with the best effort bodies are compressed further than that.
pub fn improve(current: &Current, effort: Effort) {
    priority::lower(priority::LOWEST);
    let mut done = Weak::new();
    loop {
        sleep(SETTLED);
        let snapshot = current.load().clone();
        if Weak::ptr_eq(&done, &Arc::downgrade(&snapshot)) {
            continue;
        }
        let all = || snapshot.iter().filter_map(|(_, answer)| compressible(answer));
        if all().map(Forms::length).sum::<usize>() > ROOM {
            all().for_each(|forms| _ = forms.pack());
        }
        for forms in all().take_while(|_| effort == Effort::Best) {
            let begun = Instant::now();
            if forms.improve() {
                sleep(begun.elapsed() * REST);
            }
            if is_replaced(&snapshot, current) {
                break;
            }
        }
        if !is_replaced(&snapshot, current) {
            done = Arc::downgrade(&snapshot);
        }
    }
}

fn compressible(answer: &Answer) -> Option<&Forms> {
    let stored: &Stored = match answer {
        Answer::Page(stored) | Answer::Gone(stored) => stored,
        Answer::Moved(_) | Answer::Computed(_) => return None,
    };
    Some(&*stored.forms).filter(|forms| forms.is_compressible())
}

fn is_replaced(snapshot: &Arc<Snapshot>, current: &Current) -> bool {
    !Arc::ptr_eq(snapshot, &current.load())
}
