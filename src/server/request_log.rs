//! The log of requests.

use std::sync::Arc;
use std::time::Instant;

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use http::Method;
use http_body::Body;

use crate::server::current::Current;

/// The log target of requests.
const REQUESTS: &str = "noaber::request";

/// True where the log is to have the requests.
pub(super) fn is_wanted() -> bool {
    tracing::event_enabled!(target: REQUESTS, tracing::Level::INFO)
}

/// One line for each request: no address of the visitor, no query, nothing they typed. A path that
/// is none of the site may hold anything, so it is not written down.
pub(super) async fn log_request(
    State(current): State<Arc<Current>>,
    request: Request,
    next: Next,
) -> Response {
    let started = Instant::now();
    let method = request.method().clone();
    let path = request.uri().path();
    let is_known = current.load().get(path).is_some();
    let path = if is_known { path } else { "-" }.to_owned();
    let response = next.run(request).await;
    let length = response.body().size_hint().exact();
    tracing::info!(
        target: REQUESTS,
        %method,
        path,
        status = response.status().as_u16(),
        bytes = length.filter(|_| method != Method::HEAD).unwrap_or(0),
        microseconds = u64::try_from(started.elapsed().as_micros()).unwrap_or(u64::MAX),
    );
    response
}
