//! The connections of a server, from the first to the last.

use std::convert::Infallible;
use std::future::Future;
use std::panic::AssertUnwindSafe;
use std::pin::pin;
use std::sync::Arc;
use std::time::{Duration, Instant};

use futures_util::FutureExt;
use http::{Method, Request};
use http_body::Body as _;
use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use hyper_util::server::graceful::GracefulShutdown;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio_io_timeout::TimeoutStream;
use tower::{Service, ServiceExt};

use crate::server::current::Current;
use crate::server::dispatch::HttpResponse;
use crate::server::limits::Limits;
use crate::server::respond;

/// The name under which requests stand in the log.
const REQUESTS: &str = "noaber::request";

/// The pause after a connection that could not be accepted: there may be no more file descriptors.
const ACCEPT_PAUSE: Duration = Duration::from_millis(50);

/// Serves a service until `stop` completes, then lets the responses that are on their way finish.
pub(super) async fn listen<S>(
    listener: TcpListener,
    current: Arc<Current>,
    service: S,
    limits: Limits,
    stop: impl Future<Output = ()>,
) where
    S: Service<Request<Incoming>, Response = HttpResponse, Error = Infallible>
        + Clone
        + Send
        + Sync
        + 'static,
    S::Future: Send,
{
    let protocols = protocols(&limits);
    let places = Arc::new(Semaphore::new(limits.connections));
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
        let Ok(place) = places.clone().try_acquire_owned() else {
            tracing::debug!("a connection was closed: there are too many");
            continue;
        };
        let (current, service) = (current.clone(), service.clone());
        let respond = service_fn(move |request| respond(current.clone(), service.clone(), request));
        let connection =
            protocols.serve_connection(TokioIo::new(bounded(stream, &limits)), respond);
        let connection = graceful.watch(connection.into_owned());
        tokio::spawn(async move {
            if let Err(error) = connection.await {
                tracing::debug!(%error, "a connection ended early");
            }
            drop(place);
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
    // A client that says that it will ask no more still waits for its response.
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

/// A connection on which nobody is waited for without end.
fn bounded(stream: TcpStream, limits: &Limits) -> std::pin::Pin<Box<TimeoutStream<TcpStream>>> {
    // Without it, what is sent still goes, only later.
    let _ = stream.set_nodelay(true);
    let mut stream = TimeoutStream::new(stream);
    stream.set_read_timeout(Some(limits.idle));
    stream.set_write_timeout(Some(limits.write));
    Box::pin(stream)
}

/// The response of a service. A panic becomes a 500, and every response a line in the log.
async fn respond<S>(
    current: Arc<Current>,
    service: S,
    request: Request<Incoming>,
) -> Result<HttpResponse, Infallible>
where
    S: Service<Request<Incoming>, Response = HttpResponse, Error = Infallible>,
{
    let started = tracing::event_enabled!(target: REQUESTS, tracing::Level::INFO).then(|| {
        (
            Instant::now(),
            request.method().clone(),
            logged_path(&current, &request),
        )
    });
    let guarded = AssertUnwindSafe(service.oneshot(request))
        .catch_unwind()
        .await;
    let response = match guarded {
        Ok(Ok(response)) => response,
        Err(_) => respond::failed(&current.load()),
    };
    if let Some((started, method, path)) = started {
        log(&method, &path, &response, started.elapsed());
    }
    Ok(response)
}

/// The path of a request, if it is one of the site: any other may hold anything, so it is not
/// written down.
fn logged_path(current: &Current, request: &Request<Incoming>) -> String {
    let path = request.uri().path();
    let is_known = current.load().get(path).is_some();
    if is_known { path } else { "-" }.to_owned()
}

/// One line for each request: no address of the visitor, no query, nothing they typed.
fn log(method: &Method, path: &str, response: &HttpResponse, elapsed: Duration) {
    tracing::info!(
        target: REQUESTS,
        %method,
        path,
        status = response.status().as_u16(),
        bytes = response.body().size_hint().exact().unwrap_or(0),
        microseconds = u64::try_from(elapsed.as_micros()).unwrap_or(u64::MAX),
    );
}
