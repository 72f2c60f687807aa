//! Answers that cannot be stored, because they depend on the question in the address.

use std::fmt;

use crate::digest::Digest;
use crate::snapshot::Stored;

/// Makes the answers of one address. It depends on nothing but the question: no clock, no disk, nothing of the visitor.
pub trait Computed: Send + Sync {
    /// The answer to a question: what stands behind the `?` of the address, which may be empty.
    fn answer(&self, question: &str, wanted: Wanted) -> Made;

    /// What is answered when there is no time to make an answer. `None` where who asks must come back.
    fn in_haste(&self, _question: &str) -> Option<Made> {
        None
    }

    /// A digest of all that answers are made from.
    fn digest(&self) -> Digest;
}

/// What the client can read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    Page,
    /// The same as JSON.
    Data,
}

/// An answer that was made for one question.
#[derive(Debug)]
pub struct Made {
    pub stored: Stored,
    pub outcome: Outcome,
}

/// How it went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    Answered,
    /// There is nothing to be found for these words.
    Unanswered(String),
    /// The question is none; the body says why.
    Malformed,
    /// There is no such address; the question was its path.
    NotFound,
}

impl fmt::Debug for dyn Computed {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Computed({:.16})", self.digest())
    }
}
