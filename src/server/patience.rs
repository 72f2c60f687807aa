//! Ends connections on which nothing happens. Looking at them all once a second costs a request nothing, where a timer of
//! its own for each would cost a tenth of it.

use std::io;
use std::pin::Pin;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll};
use std::thread;
use std::time::{Duration, Instant};

use tokio::io::AsyncWrite;
use tokio::task::AbortHandle;

/// How often the connections are looked at.
const LOOK: Duration = Duration::from_secs(1);

/// Knows every connection, and when something was last sent on it.
pub struct Patience {
    connections: Mutex<Vec<Connection>>,
}

struct Connection {
    task: AbortHandle,
    sent: Arc<AtomicU32>,
    /// What `sent` was when it last changed, and when that was seen.
    seen: u32,
    since: Instant,
}

impl Patience {
    /// Ends, from now on, each connection on which nothing was sent for so long: a client that does not ask, that never comes to
    /// the end of its question, or that does not take the answer.
    pub fn with(longest: Duration) -> Arc<Self> {
        let patience = Arc::new(Patience {
            connections: Mutex::default(),
        });
        let watched = Arc::downgrade(&patience);
        // On a thread of its own: a timer among the requests would be looked at with each of them.
        thread::spawn(move || {
            loop {
                thread::sleep(LOOK.min(longest));
                let Some(patience) = watched.upgrade() else {
                    return;
                };
                patience
                    .all()
                    .retain_mut(|connection| connection.stays(longest));
            }
        });
        patience
    }

    /// Watches a connection. `sent` is that of its [`Watched`] stream.
    pub fn watch(&self, task: AbortHandle, sent: Arc<AtomicU32>) {
        self.all().push(Connection {
            task,
            sent,
            seen: 0,
            since: Instant::now(),
        });
    }

    fn all(&self) -> MutexGuard<'_, Vec<Connection>> {
        self.connections
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

impl Connection {
    fn stays(&mut self, longest: Duration) -> bool {
        let sent = self.sent.load(Ordering::Relaxed);
        if sent != self.seen {
            (self.seen, self.since) = (sent, Instant::now());
        }
        if self.since.elapsed() > longest {
            self.task.abort();
        }
        !self.task.is_finished()
    }
}

/// A stream that counts how often something was sent on it.
pub struct Watched<W> {
    pub stream: W,
    pub sent: Arc<AtomicU32>,
}

impl<W> Watched<W> {
    fn count(&self, written: Poll<io::Result<usize>>) -> Poll<io::Result<usize>> {
        if matches!(written, Poll::Ready(Ok(1..))) {
            self.sent.fetch_add(1, Ordering::Relaxed);
        }
        written
    }
}

impl<W: AsyncWrite + Unpin> AsyncWrite for Watched<W> {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write(context, bytes);
        self.count(written)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write_vectored(context, bytes);
        self.count(written)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
