//! How far the work of a thread makes way for that of others.

/// What a thread is for, as far as the system has to know to give it its turns.
#[derive(Clone, Copy, Debug)]
pub enum Priority {
    /// For answers. It begins when a core is free or the turn of another thread is over, and interrupts only those that are `Idle`.
    /// More is waiting by then, so that the same work takes fewer turns.
    Patient,
    /// For what somebody will want, but after what is wanted now.
    Low,
    /// For what can wait until nobody needs the machine. Every other interrupts it.
    Idle,
}

impl Priority {
    /// Gives this priority to the thread that asks. On other systems than Linux a priority is that of the whole program, so there it
    /// goes on as it is.
    pub fn take(self) {
        #[cfg(target_os = "linux")]
        if let Err(error) = linux::take(self) {
            tracing::debug!(%error, priority = ?self, "a thread keeps the priority that it has");
        }
    }
}

#[cfg(target_os = "linux")]
mod linux {
    use preempt_rt::sched::{Pid, Scheduler, SchedulerParams, set_scheduler};
    use rustix::process::setpriority_process;
    use rustix::thread::gettid;

    use super::Priority;

    const LOW: i32 = 5;

    /// The policies are those of sched(7).
    pub fn take(priority: Priority) -> anyhow::Result<()> {
        let policy = |policy| {
            set_scheduler(
                Pid::current_thread(),
                policy,
                SchedulerParams { priority: 0 },
            )
        };
        match priority {
            Priority::Patient => policy(Scheduler::SCHED_BATCH)?,
            Priority::Low => setpriority_process(Some(gettid()), LOW)?,
            Priority::Idle => policy(Scheduler::SCHED_IDLE)?,
        }
        Ok(())
    }

    #[cfg(test)]
    mod tests {
        use std::{fs, thread};

        use super::*;

        /// The nice value and the policy of this thread, which are the 19th and the 41st of its values (proc_pid_stat(5)).
        fn niceness_and_policy() -> [i32; 2] {
            let values = fs::read_to_string("/proc/thread-self/stat").expect("the system tells");
            let (_, behind_the_name) = values
                .rsplit_once(')')
                .expect("the name, which is the second, stands in brackets");
            [19, 41].map(|place| {
                behind_the_name
                    .split_whitespace()
                    .nth(place - 3)
                    .and_then(|value| value.parse().ok())
                    .expect("a number")
            })
        }

        #[test]
        fn a_thread_has_the_priority_that_it_took_and_others_keep_theirs() {
            let before = niceness_and_policy();
            let taken = |priority: Priority| {
                let thread = thread::spawn(move || {
                    priority.take();
                    niceness_and_policy()
                });
                thread.join().expect("it goes on")
            };
            assert_eq!(taken(Priority::Patient)[1], libc::SCHED_BATCH);
            assert_eq!(taken(Priority::Low)[0], LOW);
            assert_eq!(taken(Priority::Idle)[1], libc::SCHED_IDLE);
            assert_eq!(niceness_and_policy(), before);
        }
    }
}
