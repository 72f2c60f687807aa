//! The progress of long work: one thread counts, and another one may look.

use std::sync::atomic::{AtomicU8, AtomicUsize, Ordering};

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

    /// The stage, how many are done, and how many there are.
    pub fn now(&self) -> (Stage, usize, usize) {
        let stages = [
            Stage::Reading,
            Stage::Checking,
            Stage::Rendering,
            Stage::Writing,
        ];
        let stage = stages[usize::from(self.stage.load(Ordering::Relaxed))];
        (
            stage,
            self.done.load(Ordering::Relaxed),
            self.total.load(Ordering::Relaxed),
        )
    }
}
