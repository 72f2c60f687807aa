//! One connection, from its first byte to its last.

use std::convert::Infallible;
use std::error::Error;
use std::future::{Future, poll_fn};
use std::io::Cursor;
use std::net::TcpStream;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::sync::atomic::AtomicU32;
use std::task::{Context, Poll, Waker};

use hyper::body::Incoming;
use hyper::rt::Executor;
use hyper::service::Service;
use hyper_util::rt::TokioIo;
use hyper_util::server::conn::auto::Builder;
use hyper_util::server::graceful::GracefulConnection;
use tokio::io::{AsyncReadExt, join};
use tokio::sync::watch;

use crate::server::patience::Watched;
use crate::server::{Body, Current, direct};

/// Runs the answers of a connection that carries several at a time. One that is there is given at once; the others get a task.
#[derive(Clone)]
pub(super) struct AtOnce;

impl<F> Executor<F> for AtOnce
where
    F: Future<Output = ()> + Send + 'static,
{
    fn execute(&self, answering: F) {
        let mut answering = Box::pin(answering);
        // Its task asks again, and is woken.
        if answering
            .as_mut()
            .poll(&mut Context::from_waker(Waker::noop()))
            .is_pending()
        {
            tokio::spawn(answering);
        }
    }
}

/// What all connections of a server have in common.
pub(super) struct Connections<S> {
    pub protocols: Builder<AtOnce>,
    pub service: S,
    /// What is served as it is, where anything is.
    pub direct: Option<Arc<Current>>,
}

impl<S> Connections<S>
where
    S: Service<http::Request<Incoming>, Response = http::Response<Body>, Error = Infallible>
        + Clone
        + Send
        + Sync
        + 'static,
    S::Future: Send + 'static,
{
    /// Serves a connection to its end, which comes after the answers on their way once there is a stop. `sent` counts how often
    /// something was sent.
    ///
    /// # Errors
    /// When the connection breaks, or what comes is not HTTP.
    pub async fn serve(
        &self,
        stream: TcpStream,
        sent: Arc<AtomicU32>,
        mut stop: Stop,
    ) -> Result<(), Box<dyn Error + Send + Sync>> {
        let (mut reading, writing) = tokio::net::TcpStream::from_std(stream)?.into_split();
        let mut writing = Watched {
            stream: writing,
            sent,
        };
        let received = match &self.direct {
            Some(current) => direct::serve(&mut reading, &mut writing, current, &mut stop).await?,
            None => Some(Vec::new()),
        };
        let Some(received) = received else {
            return Ok(());
        };
        let stream = TokioIo::new(join(Cursor::new(received).chain(reading), writing));
        serve_until(
            &mut stop,
            self.protocols
                .serve_connection(stream, self.service.clone()),
        )
        .await
    }
}

async fn serve_until<C: GracefulConnection>(
    stop: &mut Stop,
    connection: C,
) -> Result<(), C::Error> {
    let mut connection = pin!(connection);
    let mut is_told = false;
    let served = poll_fn(|context| {
        let served = connection.as_mut().poll(context);
        // Told after a look at what has come in: that is still answered.
        if served.is_ready() || is_told || !stop.has_come(context) {
            return served;
        }
        is_told = true;
        connection.as_mut().graceful_shutdown();
        connection.as_mut().poll(context)
    });
    served.await
}

/// The stop of a server, as one connection waits for it.
pub(super) struct Stop {
    called: watch::Receiver<()>,
    call: Pin<Box<dyn Future<Output = ()> + Send>>,
    is_awaited: bool,
}

impl From<watch::Receiver<()>> for Stop {
    fn from(called: watch::Receiver<()>) -> Self {
        let mut awaited = called.clone();
        // The end of the sender would be a stop as well.
        let call = Box::pin(async move { _ = awaited.changed().await });
        Stop {
            called,
            call,
            is_awaited: false,
        }
    }
}

impl Stop {
    pub fn is_called(&self) -> bool {
        !matches!(self.called.has_changed(), Ok(false))
    }

    /// The same; when it comes later, the task that asked is woken.
    pub fn has_come(&mut self, context: &mut Context<'_>) -> bool {
        if !self.is_awaited {
            // Once is enough for a task. To ask at every wake would take a lock each time; to look takes none.
            self.is_awaited = true;
            let _: Poll<()> = self.call.as_mut().poll(context);
        }
        self.is_called()
    }
}
