//! The connections of a server: accepting and limiting them, and waiting for them at the end.

use std::convert::Infallible;
use std::io;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::time::Duration;

use http::Request;
use hyper::body::Incoming;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use hyper_util::service::TowerToHyperService;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::Instant;
use tokio_io_timeout::TimeoutStream;
use tokio_rustls::server::TlsStream;
use tokio_util::either::Either;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use tower::{Service, ServiceBuilder};

use crate::server::client::{ClientPlace, Origin, Shares};
use crate::server::dispatch::HttpResponse;
use crate::server::limits::{FIRST_REQUEST, LONGEST_REST, Limits};
use crate::server::pace::Paced;
use crate::server::respond;
use crate::server::sockets::{ACCEPT_PAUSE, Listeners, Stream};
use crate::server::tls::Tls;
use crate::snapshot::headers::Scheme;

/// The end of a server, in two steps.
#[derive(Clone, Debug, Default)]
pub struct Stop {
    /// No more connections are accepted, and the responses that are on their way finish.
    pub begun: CancellationToken,
    /// Those are not waited for any longer.
    pub now: CancellationToken,
}

/// Serves requests until it is to stop, then lets the responses that are on their way finish.
pub(super) async fn listen<S>(listeners: Listeners, service: S, limits: Limits, stop: Stop)
where
    S: Service<Request<Incoming>, Response = HttpResponse, Error = Infallible>,
    S: Clone + Send + 'static,
    S::Future: Send,
{
    let tls = listeners.tls();
    let scheme = match tls {
        Some(_) => Scheme::Https,
        None => Scheme::Http,
    };
    let places = Places::new(&limits, stop.begun.clone());
    let refusals = Arc::new(Semaphore::new(limits.refusals));
    let server = ConnectionServer {
        service,
        protocols: protocols(&limits),
        tls,
        limits,
    };
    let connections = TaskTracker::new();
    // A handshake would cost more than the answer.
    let refuse = |stream: Stream| match refusals.clone().try_acquire_owned() {
        Ok(held) if scheme == Scheme::Http => _ = connections.spawn(refused(stream, held)),
        _ => tracing::debug!("a connection was closed: there are too many"),
    };
    loop {
        let accepted = tokio::select! {
            () = stop.begun.cancelled() => break,
            accepted = listeners.accept_next() => accepted,
        };
        let stream = match accepted {
            Ok(stream) => stream,
            Err(error) => {
                tracing::warn!(%error, "a connection could not be accepted");
                tokio::time::sleep(ACCEPT_PAUSE).await;
                continue;
            }
        };
        let peer = match &stream {
            Either::Left(stream) => stream.peer_addr().ok().map(|peer| peer.ip()),
            Either::Right(_) => None,
        };
        let origin = Origin::new(peer, scheme, limits.proxies);
        match places.admit(&origin) {
            Some(place) => _ = connections.spawn(server.clone().serve(stream, origin, place)),
            None => refuse(stream),
        }
    }
    drop(listeners);
    connections.close();
    tokio::select! {
        () = connections.wait() => {}
        () = tokio::time::sleep(limits.finish) => {
            tracing::warn!("some responses were not finished in time");
        }
        () = stop.now.cancelled() => tracing::warn!("some responses were not finished"),
    }
}

/// The places that there are for connections.
struct Places {
    usual: Arc<Semaphore>,
    reserve: Arc<Semaphore>,
    shares: Arc<Shares>,
    /// The longest that a connection in a usual place says nothing.
    idle: Duration,
    stopping: CancellationToken,
}

/// The place of a connection, which is free again when this is dropped.
struct Place {
    _held: (OwnedSemaphorePermit, ClientPlace),
    idle: Duration,
    /// Cancelled when the connection is to end.
    stopping: CancellationToken,
}

impl Places {
    fn new(limits: &Limits, stopping: CancellationToken) -> Self {
        Places {
            usual: Arc::new(Semaphore::new(limits.connections)),
            reserve: Arc::new(Semaphore::new(limits.reserve)),
            shares: Shares::new(limits.connections_per_client),
            idle: limits.idle,
            stopping,
        }
    }

    /// A place for a connection from there: one of the reserve where all others are taken, for a
    /// client that has no other.
    fn admit(&self, origin: &Origin) -> Option<Place> {
        let share = self.shares.take(origin.peer())?;
        if let Ok(permit) = self.usual.clone().try_acquire_owned() {
            return Some(Place {
                _held: (permit, share),
                idle: self.idle,
                stopping: self.stopping.clone(),
            });
        }
        let permit = self.reserve.clone().try_acquire_owned().ok()?;
        let ended = CancellationToken::new();
        ended.cancel();
        share.is_only().then(|| Place {
            _held: (permit, share),
            idle: FIRST_REQUEST,
            stopping: ended,
        })
    }
}

/// All that it takes to serve a connection.
#[derive(Clone)]
struct ConnectionServer<S> {
    service: S,
    protocols: Builder<TokioExecutor>,
    tls: Option<Tls>,
    limits: Limits,
}

impl<S> ConnectionServer<S>
where
    S: Service<Request<Incoming>, Response = HttpResponse, Error = Infallible>,
    S: Clone + Send + 'static,
    S::Future: Send,
{
    /// Serves the requests of a connection until it ends.
    async fn serve(self, stream: Stream, origin: Origin, place: Place) {
        let last_moment = stopped_after(place.stopping.clone(), Instant::now() + FIRST_REQUEST);
        if let Either::Left(stream) = &stream {
            // Where this fails, small writes are only sent later.
            let _ = stream.set_nodelay(true);
        }
        let Ok(stream) = tokio::time::timeout(place.idle, secured(stream, self.tls)).await else {
            return;
        };
        let stream = match stream {
            Ok(stream) => TokioIo::new(with_timeouts(stream, &self.limits)),
            Err(error) => {
                tracing::debug!(%error, "a connection could not be secured");
                return;
            }
        };
        let service = ServiceBuilder::new()
            .map_request(move |request| with_origin(request, origin))
            .service(self.service);
        let service = TowerToHyperService::new(service);
        let mut connection = pin!(self.protocols.serve_connection(stream, service));
        let ended = tokio::select! {
            biased;
            ended = connection.as_mut() => ended,
            () = last_moment => {
                connection.as_mut().graceful_shutdown();
                connection.await
            }
        };
        if let Err(error) = ended {
            tracing::debug!(%error, "a connection ended early");
        }
    }
}

/// Asks a client to come back, and closes the connection. What it sends is read first: otherwise it
/// might never see the answer.
async fn refused(mut stream: Stream, _held: OwnedSemaphorePermit) {
    let refused = async {
        stream.write_all(respond::come_back().as_bytes()).await?;
        stream.shutdown().await?;
        let mut rest = stream.take(LONGEST_REST);
        tokio::io::copy(&mut rest, &mut tokio::io::sink()).await
    };
    let ended = tokio::time::timeout(FIRST_REQUEST, refused).await;
    tracing::debug!(?ended, "a client was asked to come back");
}

/// Completes when the server stops, but not before this moment.
async fn stopped_after(stopping: CancellationToken, moment: Instant) {
    stopping.cancelled().await;
    tokio::time::sleep_until(moment).await;
}

/// The connection after the handshake, where there is to be one.
async fn secured(
    stream: Stream,
    tls: Option<Tls>,
) -> io::Result<Either<Stream, TlsStream<Stream>>> {
    match tls {
        None => Ok(Either::Left(stream)),
        Some(tls) => tls.accept(stream).await.map(Either::Right),
    }
}

/// The request, with the origin of its connection.
fn with_origin(mut request: Request<Incoming>, origin: Origin) -> Request<Incoming> {
    request.extensions_mut().insert(origin);
    request
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
fn with_timeouts<S: AsyncRead + AsyncWrite + Unpin>(
    stream: S,
    limits: &Limits,
) -> Pin<Box<TimeoutStream<Paced<S>>>> {
    let mut stream = TimeoutStream::new(Paced::new(stream, limits.pace));
    stream.set_read_timeout(Some(limits.idle));
    stream.set_write_timeout(Some(limits.write));
    Box::pin(stream)
}
