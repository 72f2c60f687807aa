//! The connections of a server: accepting and limiting them, and waiting for them at the end.

use std::convert::Infallible;
use std::future::Future;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use http::Request;
use hyper::body::Incoming;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio_io_timeout::TimeoutStream;
use tower::Service;

use crate::server::dispatch::HttpResponse;
use crate::server::limits::Limits;

/// The pause after a connection that could not be accepted: there may be no more file descriptors.
const ACCEPT_PAUSE: Duration = Duration::from_millis(50);

/// Serves requests until `stop` completes, then lets the responses that are on their way finish.
pub(super) async fn listen<S>(
    listener: TcpListener,
    service: S,
    limits: Limits,
    stop: impl Future<Output = ()>,
) where
    S: Service<Request<Incoming>, Response = HttpResponse, Error = Infallible>,
    S: Clone + Send + 'static,
    S::Future: Send,
{
    let service = TowerToHyperService::new(service);
    let protocols = protocols(&limits);
    let permits = Arc::new(Semaphore::new(limits.connections));
    let graceful = GracefulShutdown::new();
    let mut stop = pin!(stop);
    loop {
        let accepted = tokio::select! {
            () = &mut stop => break,
            accepted = listener.accept() => accepted,
        };
        let stream = match accepted {
            Ok((stream, _)) => stream,
            Err(error) => {
                tracing::warn!(%error, "a connection could not be accepted");
                tokio::time::sleep(ACCEPT_PAUSE).await;
                continue;
            }
        };
        let Ok(permit) = permits.clone().try_acquire_owned() else {
            tracing::debug!("a connection was closed: there are too many");
            continue;
        };
        let stream = TokioIo::new(with_timeouts(stream, &limits));
        let connection = protocols.serve_connection(stream, service.clone());
        let connection = graceful.watch(connection.into_owned());
        tokio::spawn(async move {
            if let Err(error) = connection.await {
                tracing::debug!(%error, "a connection ended early");
            }
            drop(permit);
        });
    }
    drop(listener);
    if tokio::time::timeout(limits.finish, graceful.shutdown())
        .await
        .is_err()
    {
        tracing::warn!("some responses were not finished in time");
    }
}

fn protocols(limits: &Limits) -> Builder<TokioExecutor> {
    let mut protocols = Builder::new(TokioExecutor::new());
    // A client that closed its side of the connection still waits for its response.
    protocols
        .http1()
        .timer(TokioTimer::new())
        .header_read_timeout(limits.idle)
        .max_buf_size(limits.head_bytes as usize)
        .half_close(true);
    // A client that is there answers a ping, and so is not idle.
    protocols
        .http2()
        .timer(TokioTimer::new())
        .keep_alive_interval(limits.idle / 2)
        .keep_alive_timeout(limits.write)
        .max_header_list_size(limits.head_bytes)
        .max_concurrent_streams(limits.streams);
    protocols
}

/// A connection with a time limit on reads and writes.
fn with_timeouts(
    stream: TcpStream,
    limits: &Limits,
) -> std::pin::Pin<Box<TimeoutStream<TcpStream>>> {
    // Where this fails, small writes are only sent later.
    let _ = stream.set_nodelay(true);
    let mut stream = TimeoutStream::new(stream);
    stream.set_read_timeout(Some(limits.idle));
    stream.set_write_timeout(Some(limits.write));
    Box::pin(stream)
}
