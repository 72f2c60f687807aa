//! Stage 4: answers over HTTP.
//!
//! ```text
//! connection ──▶ router ──▶ respond(snapshot, request) ──▶ Ready ──▶ response
//! connections    service                               └─▶ Deferred: work on another thread first
//! ```
//!
//! One axum `Router` serves all requests. Its fallback is the snapshot, and its routes are what
//! belongs to the program: the parts of the preview. Searches are answered through the snapshot as
//! well: their addresses come from `site.toml`, in each language of the site, and are swapped with
//! all else that an edit changes, whereas the routes of a router are fixed as long as it serves.

pub mod admin;
pub mod client;
mod connections;
mod current;
mod deriver;
pub mod dispatch;
mod encoder;
mod file;
mod host;
pub mod limits;
pub mod metrics;
mod observe;
mod pace;
pub mod preview;
pub mod request;
pub mod respond;
mod service;
mod shared_cache;
pub mod sockets;
pub mod tls;
mod work;

use std::sync::Arc;

use axum::body::Body;
use axum::{Router, middleware};
use http::{Request, Response};
use hyper::body::Incoming;
use tower::{ServiceBuilder, service_fn};
use tower_http::catch_panic::CatchPanicLayer;

use crate::server::limits::Limits;
use crate::server::observe::RequestRecord;
use crate::server::preview::Preview;
use crate::server::sockets::Listeners;

pub use connections::Stop;
pub use current::Current;
pub use deriver::derive_in_background;
pub use encoder::encode_in_background;
pub use observe::Counts;
pub use shared_cache::SharedCache;

/// Serves until it is to stop, then lets the responses that are on their way finish. What
/// visitors ask is counted where there is something to count it in.
pub async fn serve(
    listeners: Listeners,
    current: Arc<Current>,
    counts: Counts,
    shared_cache: Option<SharedCache>,
    limits: Limits,
    stop: Stop,
) {
    let router = service::router(current.clone(), &limits, &counts, shared_cache);
    serve_router(listeners, current, router, counts, limits, stop).await;
}

/// Serves as [`serve`] does, to whoever writes the site.
pub async fn serve_preview(
    listeners: Listeners,
    current: Arc<Current>,
    preview: Preview,
    limits: Limits,
    stop: Stop,
) {
    let site = service::router(current.clone(), &limits, &Counts::default(), None);
    let router = preview::router(site, current.clone(), preview);
    serve_router(listeners, current, router, Counts::default(), limits, stop).await;
}

/// Sends whoever comes without TLS to the same address with it, at this port.
pub async fn redirect_to_tls(listeners: Listeners, port: u16, limits: Limits, stop: Stop) {
    let service = service_fn(move |request: Request<Incoming>| async move {
        Ok(tls::redirect::<Body>(&request, port))
    });
    connections::listen(listeners, service, limits, stop).await;
}

/// Serves a router. A panic becomes a 500, and every response is recorded.
async fn serve_router(
    listeners: Listeners,
    current: Arc<Current>,
    router: Router,
    counts: Counts,
    limits: Limits,
    stop: Stop,
) {
    let failing = current.clone();
    let on_panic = move |_| respond::failed(&failing.load());
    let record = RequestRecord::wanted(current, counts.metrics)
        .map(|record| middleware::from_fn_with_state(record, observe::record_request));
    // Around the router, not in it: each layer of a router costs every request two allocations.
    let service = ServiceBuilder::new()
        .map_request(without_body)
        .option_layer(record)
        .map_response(|response: Response<_>| response.map(Body::new))
        .layer(CatchPanicLayer::custom(on_panic))
        .service(router);
    connections::listen(listeners, service, limits, stop).await;
}

/// The request without its body, which nothing here reads.
fn without_body(request: Request<Incoming>) -> Request<Body> {
    request.map(|_| Body::empty())
}
