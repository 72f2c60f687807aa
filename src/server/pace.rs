//! The least pace at which a client must take what is sent to it.

use std::io::{self, ErrorKind, IoSlice};
use std::pin::Pin;
use std::task::{Context, Poll};

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::{Instant, Sleep, sleep};

use crate::server::limits::Pace;

/// A connection that ends where its client reads more slowly than it should. Time counts only
/// while there is something to send that the client does not take.
pub(super) struct Paced<S> {
    stream: S,
    pace: Pace,
    /// The end of the period in which the client is being waited for.
    period: Option<Pin<Box<Sleep>>>,
    /// The bytes that it took in that period.
    taken: usize,
}

impl<S> Paced<S> {
    pub fn new(stream: S, pace: Pace) -> Self {
        Paced {
            stream,
            pace,
            period: None,
            taken: 0,
        }
    }

    /// The outcome of a write, unless the client has been too slow.
    fn judge(
        &mut self,
        cx: &mut Context<'_>,
        written: Poll<io::Result<usize>>,
    ) -> Poll<io::Result<usize>> {
        match written {
            Poll::Ready(Ok(bytes)) => self.taken += bytes,
            Poll::Ready(Err(_)) => {}
            Poll::Pending => self.wait(cx)?,
        }
        written
    }

    /// Has the connection woken when the client should have taken enough.
    fn wait(&mut self, cx: &mut Context<'_>) -> io::Result<()> {
        let Pace { period, bytes } = self.pace;
        let end = self.period.get_or_insert_with(|| Box::pin(sleep(period)));
        while end.as_mut().poll(cx).is_ready() {
            if self.taken < bytes {
                return Err(ErrorKind::TimedOut.into());
            }
            self.taken = 0;
            end.as_mut().reset(Instant::now() + period);
        }
        Ok(())
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Paced<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(cx, buffer)
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Paced<S> {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write(cx, bytes);
        self.judge(cx, written)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        pieces: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write_vectored(cx, pieces);
        self.judge(cx, written)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    /// All that there was to send is with the system: the client is not waited for any more.
    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let flushed = Pin::new(&mut self.stream).poll_flush(cx);
        if flushed.is_ready() {
            self.period = None;
            self.taken = 0;
        }
        flushed
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}
