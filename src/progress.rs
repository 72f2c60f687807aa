//! The progress of long work: one thread counts, and another one may look.

use std::sync::atomic::{AtomicU8, AtomicUsize, Ordering};
use std::time::Duration;

/// A stage of the work, in the order of a compile.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stage {
    #[default]
    Reading,
    Checking,
    Rendering,
    Writing,
}

/// The stage that work is in, and how much of it is done.
#[derive(Debug, Default)]
pub struct Progress {
    stage: AtomicU8,
    done: AtomicUsize,
    total: AtomicUsize,
}

impl Progress {
    /// A stage begins, of `total` pages or files; 0 where that is not known yet.
    pub fn begin(&self, stage: Stage, total: usize) {
        self.done.store(0, Ordering::Relaxed);
        self.total.store(total, Ordering::Relaxed);
        self.stage.store(stage as u8, Ordering::Relaxed);
    }

    /// One more is done.
    pub fn advance(&self) {
        self.done.fetch_add(1, Ordering::Relaxed);
    }

    /// The stage and how far it is, when the work has taken so long:
    /// `Opmaken: 1 van 20 pagina's, 3 s`.
    pub fn in_words(&self, elapsed: Duration) -> String {
        // In the order of the stages.
        const STAGES: [(&str, &str); 4] = [
            ("Lezen", "pagina's"),
            ("Nakijken", "pagina's"),
            ("Opmaken", "pagina's"),
            ("Schrijven", "bestanden"),
        ];
        let (doing, what) = STAGES[usize::from(self.stage.load(Ordering::Relaxed))];
        let done = self.done.load(Ordering::Relaxed);
        let count = match self.total.load(Ordering::Relaxed) {
            0 => String::new(),
            total if done == 0 => format!(": {total} {what}"),
            total => format!(": {done} van {total} {what}"),
        };
        format!("{doing}{count}, {} s", elapsed.as_secs())
    }
}
