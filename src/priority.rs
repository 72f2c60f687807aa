//! The priority of work that nobody waits for.

/// The step by which such work stands back: it gets a tenth of a core that other work wants.
const BACKGROUND: i32 = 10;

/// Lets other work go before that of this thread, and of the threads that it starts.
pub fn work_in_background() {
    // Where the system does not allow it, the work is done all the same.
    let _ = rustix::process::setpriority_process(None, BACKGROUND);
}
