//! Stage 4: answers over HTTP. A request asks the snapshot first; only what is not there goes on to the router.
//!
//! ```text
//! connection ──▶ direct ──▶ hyper ──▶ snapshot ──▶ router
//!                HTTP/1.1   all of    all that     other forms of an address,
//!                as usual   HTTP      is there     questions, what is not there
//! ```

pub mod admin;
pub mod asked;
mod computing;
mod connection;
mod current;
mod direct;
mod encoder;
mod host;
pub mod limits;
mod patience;
pub mod preview;
pub mod reload;
pub mod respond;
pub mod unanswered;
mod watcher;
mod workers;

use std::convert::Infallible;
use std::future::{Future, Ready, ready};
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::sync::atomic::AtomicU32;
use std::task::{Context, Poll};
use std::time::{Duration, Instant};

use axum::Router;
use axum::extract::{Request, State};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use http::StatusCode;
use http_body_util::{Either, Full};
use hyper::body::Incoming;
use hyper::service::Service;
use hyper_util::server::conn::auto::Builder;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tower::ServiceExt;
use tower_http::catch_panic::CatchPanicLayer;

use crate::server::asked::Asked;
use crate::server::computing::Computing;
use crate::server::connection::{AtOnce, Connections, Stop};
use crate::server::limits::Limits;
use crate::server::patience::Patience;
use crate::server::respond::Reply;
use crate::server::unanswered::Unanswered;
use crate::server::workers::Workers;
use crate::snapshot::Answer;

use preview::{Preview, Previewed};

pub use current::Current;
pub use encoder::encode_in_background;
pub use watcher::follow;

/// The name under which requests stand in the log.
const REQUESTS: &str = "noaber::request";

type Body = Either<Full<Bytes>, axum::body::Body>;

/// Serves until `stop` completes, then lets the answers that are on their way finish. Questions without an answer are counted where
/// there is something to count them in.
///
/// # Errors
/// When the listener breaks for good.
pub async fn serve(
    listener: TcpListener,
    current: Arc<Current>,
    unanswered: Option<Arc<Unanswered>>,
    limits: Limits,
    stop: impl Future<Output = ()>,
) -> anyhow::Result<()> {
    let site = Site::new(current.clone(), &limits, unanswered);
    listen(listener, site, Some(current), limits, stop).await
}

/// The same for whoever writes the site.
///
/// # Errors
/// When the listener breaks for good.
pub async fn serve_preview(
    listener: TcpListener,
    current: Arc<Current>,
    preview: Preview,
    limits: Limits,
    stop: impl Future<Output = ()>,
) -> anyhow::Result<()> {
    let site = Site::new(current, &limits, None);
    listen(listener, Previewed { site, preview }, None, limits, stop).await
}

/// Serves what the service answers, and `direct` without asking it.
async fn listen<S>(
    listener: TcpListener,
    service: S,
    direct: Option<Arc<Current>>,
    limits: Limits,
    stop: impl Future<Output = ()>,
) -> anyhow::Result<()>
where
    S: Service<http::Request<Incoming>, Response = http::Response<Body>, Error = Infallible>
        + Clone
        + Send
        + Sync
        + 'static,
    S::Future: Send + 'static,
{
    let mut protocols = Builder::new(AtOnce);
    // A client that says that it will ask no more still waits for its answer.
    protocols
        .http1()
        .header_read_timeout(None)
        .max_buf_size(limits.head_bytes)
        .half_close(true);
    protocols
        .http2()
        .max_header_list_size(limits.head_bytes as u32)
        .max_concurrent_streams(limits.streams);
    let connections = Arc::new(Connections {
        protocols,
        service,
        direct,
    });
    let places = Arc::new(tokio::sync::Semaphore::new(limits.connections));
    let (stop_all, stopping) = watch::channel(());
    let patience = Patience::with(limits.silence);
    let workers = Workers::start(limits.workers)?;
    let mut stop = pin!(stop);
    loop {
        let place = places.clone().acquire_owned();
        let accepted = tokio::select! {
            () = &mut stop => break,
            accepted = async { (place.await, listener.accept().await) } => accepted,
        };
        let (Ok(place), accepted) = accepted else {
            break;
        };
        let stream = match accepted.and_then(|(stream, _)| stream.into_std()) {
            Ok(stream) => stream,
            Err(error) => {
                tracing::warn!(%error, "a connection could not be accepted");
                tokio::time::sleep(Duration::from_millis(50)).await;
                continue;
            }
        };
        let sent = Arc::new(AtomicU32::new(0));
        let (connections, stop, counted) = (
            connections.clone(),
            Stop::from(stopping.clone()),
            sent.clone(),
        );
        let task = workers.least_busy().spawn(async move {
            if let Err(error) = connections.serve(stream, counted, stop).await {
                tracing::debug!(%error, "a connection ended early");
            }
            drop(place);
        });
        patience.watch(task.abort_handle(), sent);
    }
    drop((listener, stopping));
    stop_all.send_replace(());
    if tokio::time::timeout(limits.finish, stop_all.closed())
        .await
        .is_err()
    {
        tracing::warn!("some answers were not finished in time");
    }
    Ok(())
}

/// All that the snapshot does not answer by itself: other forms of an address, other methods, what does not exist.
fn router(current: Arc<Current>, computing: Computing) -> Router {
    let broken = current.clone();
    Router::new()
        .fallback(plain)
        .layer(CatchPanicLayer::custom(
            move |_: Box<dyn std::any::Any + Send>| {
                respond::failed(&broken.load()).map(axum::body::Body::new)
            },
        ))
        .with_state((current, computing))
}

async fn plain(
    State((current, computing)): State<(Arc<Current>, Computing)>,
    request: Request,
) -> Response {
    let (parts, _) = request.into_parts();
    let snapshot = Arc::clone(&current.load());
    match respond::respond(&snapshot, &Asked::from(&parts), |path| {
        current.earlier(path)
    }) {
        Reply::Ready(answered) => answered.into_response(),
        Reply::ToMake(computed, question) => computing
            .answer(snapshot, computed, question, parts)
            .await
            .into_response(),
    }
}

/// The service of one connection.
#[derive(Clone)]
struct Site {
    current: Arc<Current>,
    router: Router,
}

impl Site {
    fn new(current: Arc<Current>, limits: &Limits, unanswered: Option<Arc<Unanswered>>) -> Self {
        Site {
            router: router(current.clone(), Computing::new(limits, unanswered)),
            current,
        }
    }

    /// Names what is at a path now: another name, another page.
    fn tag(&self, path: &str) -> String {
        let snapshot = self.current.load();
        match snapshot.look_up(path) {
            Some((Answer::Stored(stored) | Answer::Gone(stored), _)) => {
                format!("{:.20}", stored.body.digest())
            }
            _ => snapshot.version.clone(),
        }
    }
}

impl Service<http::Request<Incoming>> for Site {
    type Response = http::Response<Body>;
    type Error = Infallible;
    type Future = Answering;

    fn call(&self, request: http::Request<Incoming>) -> Answering {
        let started = log_start();
        let snapshot = self.current.load();
        if let Some(response) = respond::from_snapshot(&snapshot, &Asked::of(&request)) {
            log(
                request.method(),
                request.uri().path(),
                response.status(),
                length(&response),
                started,
            );
            return Answering::Now(ready(Ok(response.map(Either::Left))));
        }
        let method = request.method().clone();
        let routed = self.router.clone().oneshot(request);
        Answering::Routed(Box::pin(async move {
            let response = routed.await?;
            // An address that is not ours may hold anything, so it is not written down.
            log(&method, "-", response.status(), length(&response), started);
            Ok(response.map(Either::Right))
        }))
    }
}

/// When an answer was begun, where that is written down.
fn log_start() -> Option<Instant> {
    tracing::event_enabled!(target: REQUESTS, tracing::Level::INFO).then(Instant::now)
}

/// One line for each request: no address of the visitor, no query, nothing they typed.
fn log(
    method: &http::Method,
    path: &str,
    status: StatusCode,
    bytes: usize,
    started: Option<Instant>,
) {
    let Some(started) = started else { return };
    tracing::info!(
        target: REQUESTS,
        %method,
        path,
        status = status.as_u16(),
        bytes,
        microseconds = u64::try_from(started.elapsed().as_micros()).unwrap_or(u64::MAX),
    );
}

/// The bytes of a body that is there, and none of one that is still made.
fn length<B: hyper::body::Body>(response: &http::Response<B>) -> usize {
    response
        .body()
        .size_hint()
        .exact()
        .and_then(|bytes| usize::try_from(bytes).ok())
        .unwrap_or(0)
}

/// An answer that is there at once, or one that goes through the router.
enum Answering {
    Now(Ready<Result<http::Response<Body>, Infallible>>),
    Routed(Pin<Box<dyn Future<Output = Result<http::Response<Body>, Infallible>> + Send>>),
}

impl Future for Answering {
    type Output = Result<http::Response<Body>, Infallible>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        match self.get_mut() {
            Answering::Now(answer) => Pin::new(answer).poll(context),
            Answering::Routed(answer) => answer.as_mut().poll(context),
        }
    }
}
