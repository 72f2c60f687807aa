//! Work that responses wait for. It runs on the blocking threads of tokio, with a limit on how much
//! runs at one time and on how much is queued. Each kind of work has limits of its own, so that
//! none can starve another.

use std::panic::resume_unwind;
use std::sync::Arc;

use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;
use tokio::time::timeout;

use crate::server::client::{Client, Shares};
use crate::server::limits::{LONGEST_QUEUE, LONGEST_WORK, Limits};

/// The limits of one kind of work.
pub struct WorkLimiter {
    /// For all work, running or queued.
    admitted: Semaphore,
    running: Arc<Semaphore>,
    shares: Arc<Shares>,
}

impl WorkLimiter {
    /// Of work of which so much runs at one time.
    pub fn new(running: usize, limits: &Limits) -> Self {
        WorkLimiter {
            admitted: Semaphore::new(running + limits.queued),
            running: Arc::new(Semaphore::new(running)),
            shares: Shares::new(limits.work_per_client),
        }
    }

    /// Does the work when its turn comes. `None` where too much is asked already, by this client or
    /// by all, or where it takes too long.
    pub async fn run<T: Send + 'static>(
        &self,
        client: Option<Client>,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Option<T> {
        let _share = self.shares.take(client)?;
        let _admitted = self.admitted.try_acquire().ok()?;
        let turn = Arc::clone(&self.running).acquire_owned();
        let running = timeout(LONGEST_QUEUE, turn).await.ok()?;
        let running = running.expect("the semaphore is never closed");
        let turn = async {
            // The permit moves into the work, which counts until it is done, also when the client
            // has gone.
            let done = spawn_blocking(move || {
                let _running = running;
                work()
            });
            done.await
        };
        match timeout(LONGEST_WORK, turn).await.ok()? {
            Ok(done) => Some(done),
            Err(error) => match error.try_into_panic() {
                Ok(panic) => resume_unwind(panic),
                // The program is stopping.
                Err(_) => None,
            },
        }
    }
}
