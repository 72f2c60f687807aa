//! While nobody needs the machine, bodies are packed to take less memory, and compressed as small as they get.

use std::sync::{Arc, Weak};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::priority::Priority;
use crate::server::Current;
use crate::snapshot::encoding::Effort;
use crate::snapshot::forms::{self, Forms};
use crate::snapshot::{Answer, Snapshot, Stored};

/// For each part of the time that is worked, this many are rested.
const REST: u32 = 2;

/// Bodies that together take fewer bytes stay as they are, and so does all that is made of them.
const ROOM: usize = 64 * 1024 * 1024;

/// So many bytes may the forms of packed bodies take that could be made again.
const SPARE: usize = 16 * 1024 * 1024;

/// Nothing is begun right after a change: another one may follow, and the search is made ready first.
const SETTLED: Duration = Duration::from_secs(3);

/// After so much work it is looked again at what there is to do.
const TURN: Duration = Duration::from_secs(3);

/// Works as long as the program runs, on a thread of its own that all others interrupt: neither a request nor a change nor
/// the clock ever waits for it. Only with the best effort bodies are compressed further than that.
pub fn improve(current: &Current, effort: Effort) {
    Priority::Idle.take();
    let mut done = (Weak::new(), 0);
    loop {
        sleep(SETTLED);
        let snapshot = current.load().clone();
        let to_do = (Arc::downgrade(&snapshot), forms::made());
        if Weak::ptr_eq(&done.0, &to_do.0) && done.1 == to_do.1 {
            continue;
        }
        pack(&snapshot);
        if effort == Effort::Quick || compress(&snapshot, current) {
            done = to_do;
        }
    }
}

/// Makes a large site small.
fn pack(snapshot: &Snapshot) {
    let all = || bodies(snapshot);
    if all().map(Forms::length).sum::<usize>() > ROOM {
        all().for_each(Forms::pack);
        if all().map(Forms::spare).sum::<usize>() > SPARE {
            all().for_each(Forms::let_spares_go);
        }
    }
}

/// Compresses for a turn. Returns whether there is nothing left to do.
fn compress(snapshot: &Arc<Snapshot>, current: &Current) -> bool {
    let turn = Instant::now();
    bodies(snapshot).all(|forms| {
        let begun = Instant::now();
        if forms.improve() {
            sleep(begun.elapsed() * REST);
        }
        turn.elapsed() < TURN && Arc::ptr_eq(snapshot, &current.load())
    })
}

/// The bodies that can be compressed.
fn bodies(snapshot: &Snapshot) -> impl Iterator<Item = &Forms> {
    snapshot
        .iter()
        .filter_map(|(_, answer)| compressible(answer))
}

fn compressible(answer: &Answer) -> Option<&Forms> {
    let stored: &Stored = match answer {
        Answer::Page(stored) | Answer::Gone(stored) => stored,
        Answer::Moved(_) | Answer::Computed(_) => return None,
    };
    Some(&*stored.forms).filter(|forms| forms.is_compressible())
}
