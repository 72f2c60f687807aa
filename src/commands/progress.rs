//! A line on a terminal while long work goes on.

use std::io::{IsTerminal, stderr};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use noaber::progress::Progress;

/// The time from which on work shows a line.
const FIRST_SHOWN: Duration = Duration::from_millis(400);

/// The time after which the line is written anew.
const REFRESH_INTERVAL: Duration = Duration::from_millis(100);

/// Does the work, and shows on one line of a terminal how far it is. Elsewhere, as in a pipe,
/// nothing is shown.
pub fn show_progress<T>(language: &str, work: impl FnOnce(&Progress) -> T) -> T {
    let progress = &Progress::default();
    if !stderr().is_terminal() {
        return work(progress);
    }
    let (ready, waiting) = mpsc::channel::<()>();
    thread::scope(|scope| {
        scope.spawn(move || {
            let begun = Instant::now();
            let mut wait = FIRST_SHOWN;
            let mut is_shown = false;
            while waiting.recv_timeout(wait) == Err(RecvTimeoutError::Timeout) {
                let line = progress.message(begun.elapsed());
                eprint!("\r\x1b[K{}", line.in_language(language));
                (wait, is_shown) = (REFRESH_INTERVAL, true);
            }
            if is_shown {
                eprint!("\r\x1b[K");
            }
        });
        let outcome = work(progress);
        drop(ready);
        outcome
    })
}
