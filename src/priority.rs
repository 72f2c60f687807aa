//! How far the work of a thread makes way for that of others.

/// Work that can wait until nobody needs the machine.
pub const LOWEST: i32 = 19;

/// Work that somebody will want, but after what is wanted now.
pub const LOW: i32 = 5;

/// Lets this thread make way. On other systems than Linux a priority is that of the whole program, so there it goes on as it is.
pub fn lower(to: i32) {
    #[cfg(target_os = "linux")]
    if let Err(error) = rustix::process::setpriority_process(Some(rustix::thread::gettid()), to) {
        tracing::debug!(%error, "the priority of a thread could not be lowered");
    }
    #[cfg(not(target_os = "linux"))]
    let _ = to;
}
