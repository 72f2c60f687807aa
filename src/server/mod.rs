//! Stage 4: answers over HTTP.
//!
//! ```text
//! connection ──▶ router ──▶ respond(snapshot, request) ──▶ Ready ──▶ response
//! listen         site                                  └─▶ Deferred: work on another thread first
//! ```
//!
//! One axum `Router` serves all requests. Its fallback is the snapshot, and its routes are what
//! belongs to the program: the parts of the preview. Searches are answered through the snapshot as
//! well: their addresses come from `site.toml`, in each language of the site, and are swapped with
//! all else that an edit changes, whereas the routes of a router are fixed as long as it serves.

pub mod admin;
mod current;
mod deriver;
pub mod dispatch;
mod encoder;
mod file;
mod host;
pub mod limits;
mod listen;
pub mod preview;
pub mod rebuild;
pub mod request;
mod request_log;
pub mod respond;
mod site;
mod watcher;
mod work;

use std::future::Future;
use std::sync::Arc;

use axum::body::Body;
use axum::{Router, middleware};
use http::{Request, Response};
use hyper::body::Incoming;
use tokio::net::TcpListener;
use tower::ServiceBuilder;
use tower_http::catch_panic::CatchPanicLayer;

use crate::server::limits::Limits;
use crate::server::preview::Preview;
use crate::zero_results::ZeroResultQueries;

pub use current::Current;
pub use deriver::derive_in_background;
pub use encoder::encode_in_background;
pub use watcher::follow;

/// Serves until `stop` completes, then lets the responses that are on their way finish. Searches
/// without a result are counted where there is something to count them in.
pub async fn serve(
    listener: TcpListener,
    current: Arc<Current>,
    zero_results: Option<Arc<ZeroResultQueries>>,
    limits: Limits,
    stop: impl Future<Output = ()>,
) {
    let router = site::router(current.clone(), &limits, zero_results);
    serve_router(listener, current, router, limits, stop).await;
}

/// The same for whoever writes the site.
pub async fn serve_preview(
    listener: TcpListener,
    current: Arc<Current>,
    preview: Preview,
    limits: Limits,
    stop: impl Future<Output = ()>,
) {
    let site = site::router(current.clone(), &limits, None);
    let router = preview::router(site, current.clone(), preview);
    serve_router(listener, current, router, limits, stop).await;
}

/// Serves a router. A panic becomes a 500, and every response a line in the log.
async fn serve_router(
    listener: TcpListener,
    current: Arc<Current>,
    router: Router,
    limits: Limits,
    stop: impl Future<Output = ()>,
) {
    let failing = current.clone();
    let on_panic = move |_| respond::failed(&failing.load());
    let log_requests = request_log::is_wanted()
        .then(|| middleware::from_fn_with_state(current, request_log::log_request));
    // Around the router, not in it: each layer of a router costs every request two allocations.
    let service = ServiceBuilder::new()
        .map_request(without_body)
        .option_layer(log_requests)
        .map_response(|response: Response<_>| response.map(Body::new))
        .layer(CatchPanicLayer::custom(on_panic))
        .service(router);
    listen::listen(listener, service, limits, stop).await;
}

/// The request without its body, which nothing here reads.
fn without_body(request: Request<Incoming>) -> Request<Body> {
    request.map(|_| Body::empty())
}
