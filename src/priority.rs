//! How far the work of a thread makes way for that of others.

#[cfg(target_os = "linux")]
use preempt_rt::sched::{Pid, Scheduler, SchedulerParams, set_scheduler};

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

/// Lets this thread begin when a core is free, or the turn of another is over, and not by interrupting that other. More is waiting
/// for it by then, so that it takes fewer turns for the same work. On other systems than Linux it goes on as it is.
pub fn interrupt_nobody() {
    #[cfg(target_os = "linux")]
    if let Err(error) = set_scheduler(Pid::current_thread(), Scheduler::SCHED_BATCH, SchedulerParams { priority: 0 }) {
        tracing::debug!(%error, "a thread goes on interrupting others");
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use std::{fs, thread};

    use super::*;

    /// The policy of this thread: the 41st value of its status, the 39th after its name (proc_pid_stat(5)).
    fn policy() -> String {
        let status = fs::read_to_string("/proc/thread-self/stat").expect("the system tells");
        let (_, values) = status.rsplit_once(')').expect("the name stands in brackets");
        values.split_whitespace().nth(38).expect("the policy is among them").to_owned()
    }

    #[test]
    fn a_thread_that_interrupts_nobody_is_one_of_batches_and_leaves_others_as_they_are() {
        let before = policy();
        let within = thread::spawn(|| {
            interrupt_nobody();
            policy()
        });
        assert_eq!(within.join().expect("it goes on"), "3", "SCHED_BATCH");
        assert_eq!(policy(), before);
    }
}
