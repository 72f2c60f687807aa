//! Faults of the program itself. One that a file brings to light hurts that file alone.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::Arc;

use crate::message;
use crate::problem::{Problem, Report};
use crate::rule::Rule;
use crate::source::Place;

/// The outcome of work on one file.
///
/// # Errors
/// The problem that names the file, where the program fails at it. What the work had begun to
/// change is then not to be used.
pub fn contain<T>(file: &str, work: impl FnOnce() -> T) -> Result<T, Problem> {
    caught(work).map_err(|_| problem(Place::of_file(file)))
}

/// The outcome of work that reports on one file. Where the program fails at it there is none, and
/// the report says that of the file in place of all that was found.
pub fn contain_in<T>(
    report: &mut Report,
    file: &str,
    work: impl FnOnce(&mut Report) -> T,
) -> Option<T> {
    let mut found = Report::new(report.language);
    match contain(file, || work(&mut found)) {
        Ok(done) => {
            report.extend(found.into_problems());
            Some(done)
        }
        Err(problem) => {
            report.extend([problem]);
            None
        }
    }
}

/// The file at which the program failed, on the way to where the fault is contained.
struct FaultyFile(Arc<str>);

/// Work on the page of one file, among work on all. Where the program fails at it, the whole fails
/// for [`without_page`] to know which page it was.
pub fn at_page<T>(file: &Arc<str>, work: impl FnOnce() -> T) -> T {
    caught(work).unwrap_or_else(|_| resume_unwind(Box::new(FaultyFile(file.clone()))))
}

/// The outcome of work on all pages.
///
/// # Errors
/// The problem that names the file of the page at which the program fails. The work can be done
/// without that page.
///
/// # Panics
/// Where the program fails at no page in particular.
pub fn without_page<T>(work: impl FnOnce() -> T) -> Result<T, Problem> {
    caught(work).map_err(|fault| match fault.downcast::<FaultyFile>() {
        Ok(faulty) => problem(Place::of_file(faulty.0)),
        Err(fault) => resume_unwind(fault),
    })
}

fn caught<T>(work: impl FnOnce() -> T) -> Result<T, Box<dyn Any + Send>> {
    catch_unwind(AssertUnwindSafe(work))
}

fn problem(place: Place) -> Problem {
    Problem::new(
        place,
        Rule::ProgramFault,
        message!("file-program-fault"),
        message!("file-program-fault-help"),
    )
}
