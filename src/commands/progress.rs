//! A line on a terminal while long work goes on.

use std::io::{IsTerminal, stderr};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use noaber::progress::{Progress, Stage};

/// The time from which on work shows a line.
const FIRST_SHOWN: Duration = Duration::from_millis(400);

/// The time after which the line is written anew.
const REFRESH_INTERVAL: Duration = Duration::from_millis(100);

/// Does the work, and shows on one line of a terminal how far it is. Elsewhere, as in a pipe,
/// nothing is shown.
pub fn show_progress<T>(work: impl FnOnce(&Progress) -> T) -> T {
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
                eprint!("\r\x1b[K{}", line(progress, begun.elapsed()));
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

fn line(progress: &Progress, elapsed: Duration) -> String {
    let (stage, done, total) = progress.now();
    let (doing, what) = match stage {
        Stage::Reading => ("Lezen", "pagina's"),
        Stage::Checking => ("Nakijken", "pagina's"),
        Stage::Rendering => ("Opmaken", "pagina's"),
        Stage::Writing => ("Schrijven", "bestanden"),
    };
    let count = match (done, total) {
        (_, 0) => String::new(),
        (0, total) => format!(": {total} {what}"),
        (done, total) => format!(": {done} van {total} {what}"),
    };
    format!("{doing}{count}, {} s", elapsed.as_secs())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_says_the_stage_the_pages_and_the_time() {
        let progress = Progress::default();
        let said = || line(&progress, Duration::from_secs(3));
        assert_eq!(said(), "Lezen, 3 s");
        progress.begin(Stage::Rendering, 20);
        assert_eq!(said(), "Opmaken: 20 pagina's, 3 s");
        progress.advance();
        assert_eq!(said(), "Opmaken: 1 van 20 pagina's, 3 s");
    }
}
