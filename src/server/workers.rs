//! The threads that serve connections. Each has its own, from the first request to the last: a request is handed to nobody, so
//! that its price is the same on one core and on many.

use std::{io, thread};

use tokio::runtime::{Builder, Handle};
use tokio::sync::watch;

use crate::priority::Priority;

/// Threads that run until this is dropped.
pub struct Workers {
    threads: Vec<Handle>,
    /// Its end is theirs.
    _running: watch::Sender<()>,
}

impl Workers {
    /// Starts so many threads, and one at least.
    ///
    /// # Errors
    /// Where the system gives no thread.
    pub fn start(number: usize) -> io::Result<Self> {
        let (running, stopped) = watch::channel(());
        let start = |_| {
            let runtime = Builder::new_current_thread().enable_all().build()?;
            let (handle, mut stopped) = (runtime.handle().clone(), stopped.clone());
            let work = move || {
                // Who asks is often on this machine, a server that speaks TLS: it sends all that it has before it is answered.
                Priority::Patient.take();
                // Nothing is ever sent: what comes is the end of the sender.
                runtime.block_on(async { _ = stopped.changed().await });
            };
            thread::Builder::new()
                .name("worker".to_owned())
                .spawn(work)?;
            Ok(handle)
        };
        let threads = (0..number.max(1)).map(start).collect::<io::Result<_>>()?;
        Ok(Workers {
            threads,
            _running: running,
        })
    }

    /// The thread with the least to do.
    pub fn least_busy(&self) -> &Handle {
        let tasks = |thread: &&Handle| thread.metrics().num_alive_tasks();
        self.threads
            .iter()
            .min_by_key(tasks)
            .expect("there is one at least")
    }
}

#[cfg(test)]
mod tests {
    use std::future::pending;

    use super::*;

    #[test]
    fn what_comes_goes_to_the_thread_with_the_least_to_do() {
        let workers = Workers::start(3).expect("the system gives threads");
        for _ in 0..6 {
            workers.least_busy().spawn(pending::<()>());
        }
        let tasks: Vec<usize> = workers
            .threads
            .iter()
            .map(|thread| thread.metrics().num_alive_tasks())
            .collect();
        assert_eq!(tasks, [2, 2, 2]);
    }
}
