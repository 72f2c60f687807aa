//! The progress of long work: one thread counts, and another one may look.

use std::sync::atomic::{AtomicU8, AtomicUsize, Ordering};
use std::time::Duration;

use crate::message;
use crate::message::Message;

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
    pub fn message(&self, elapsed: Duration) -> Message {
        // In the order of the stages.
        const STAGES: [&str; 4] = ["reading", "checking", "rendering", "writing"];
        let stage = STAGES[usize::from(self.stage.load(Ordering::Relaxed))];
        let done = self.done.load(Ordering::Relaxed);
        let total = self.total.load(Ordering::Relaxed);
        let seconds = elapsed.as_secs().to_string();
        message!("progress", stage, done, total, seconds)
    }
}
