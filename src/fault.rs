//! Faults of the program itself. One that a file brings to light hurts that file alone.

use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::message;
use crate::problem::Problem;
use crate::rule::Rule;
use crate::source::Place;

/// The outcome of work on one file.
///
/// # Errors
/// The problem that names the file, where the program fails at it. What the work had begun to
/// change is then not to be used.
pub fn contain<T>(file: &str, work: impl FnOnce() -> T) -> Result<T, Problem> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|_| {
        Problem::new(
            Place::of_file(file),
            Rule::ProgramFault,
            message!("file-program-fault"),
            message!("file-program-fault-help"),
        )
    })
}
