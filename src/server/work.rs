//! Work that responses wait for. It runs on the blocking threads of tokio, with a limit on how much
//! runs at one time and on how much is queued. Each kind of work has limits of its own, so that
//! none can starve another.

use std::panic::resume_unwind;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;
use tokio::time::timeout;

/// The longest that a request waits: after the start of a very large site the search index may
/// still be under construction.
const LONGEST_WAIT: Duration = Duration::from_secs(18);

/// The limits of one kind of work.
pub struct WorkLimiter {
    /// For all work, running or queued.
    admitted: Semaphore,
    running: Arc<Semaphore>,
}

impl WorkLimiter {
    pub fn new(running: usize, queued: usize) -> Self {
        WorkLimiter {
            admitted: Semaphore::new(running + queued),
            running: Arc::new(Semaphore::new(running)),
        }
    }

    /// Does the work when its turn comes. `None` where too much is asked already, or where it takes
    /// too long.
    pub async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Option<T> {
        let _admitted = self.admitted.try_acquire().ok()?;
        let turn = async {
            // The permit moves into the work, which counts until it is done, also when the client
            // has gone.
            let running = Arc::clone(&self.running).acquire_owned().await;
            let running = running.expect("the semaphore is never closed");
            let done = spawn_blocking(move || {
                let _running = running;
                work()
            });
            done.await
        };
        match timeout(LONGEST_WAIT, turn).await.ok()? {
            Ok(done) => Some(done),
            Err(error) => match error.try_into_panic() {
                Ok(panic) => resume_unwind(panic),
                // The program is stopping.
                Err(_) => None,
            },
        }
    }
}
