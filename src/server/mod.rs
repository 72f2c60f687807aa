//! Stage 4: answers over HTTP.
//!
//! ```text
//! connection ──▶ service ──▶ respond(snapshot, request) ──▶ Ready listen         site, or the
//! router of                └──▶ Deferred: work on another thread, then the response HTTP/1.1, 2
//! preview around it
//! ```
//!
//! The addresses of the site, those of its searches too, are in the snapshot and are swapped with
//! it; a router has only what belongs to the program: the parts of the preview, and the admin
//! address.

pub mod admin;
mod current;
pub mod dispatch;
mod encoder;
mod file;
mod host;
pub mod limits;
mod listen;
pub mod preview;
pub mod rebuild;
pub mod request;
pub mod respond;
mod site;
mod watcher;
mod work;

use std::convert::Infallible;
use std::future::Future;
use std::sync::Arc;

use http::Request;
use hyper::body::Incoming;
use tokio::net::TcpListener;

use crate::server::limits::Limits;
use crate::server::preview::Preview;
use crate::server::site::ServedSite;
use crate::zero_results::ZeroResultQueries;

pub use current::Current;
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
    let site = Arc::new(ServedSite::new(current.clone(), &limits, zero_results));
    let service = tower::service_fn(move |request: Request<Incoming>| {
        let site = site.clone();
        async move { Ok::<_, Infallible>(site.respond(&request.into_parts().0).await) }
    });
    listen::listen(listener, current, service, limits, stop).await;
}

/// The same for whoever writes the site.
pub async fn serve_preview(
    listener: TcpListener,
    current: Arc<Current>,
    preview: Preview,
    limits: Limits,
    stop: impl Future<Output = ()>,
) {
    let site = Arc::new(ServedSite::new(current.clone(), &limits, None));
    listen::listen(
        listener,
        current,
        preview::router(site, preview),
        limits,
        stop,
    )
    .await;
}
