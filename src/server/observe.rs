//! A record of each request: a line in the log, and the metrics.

use std::sync::Arc;
use std::time::Instant;

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use http::{HeaderMap, Method};
use http_body::Body;

use crate::server::current::Current;
use crate::server::metrics::Metrics;
use crate::threshold_counter::ThresholdCounter;

/// The log target of requests.
const REQUESTS: &str = "noaber::request";

/// The counts that are kept of what visitors ask, each only where it is wanted.
#[derive(Clone, Default)]
pub struct Counts {
    /// Searches without a result.
    pub searches: Option<Arc<ThresholdCounter>>,
    /// Addresses that do not exist.
    pub addresses: Option<Arc<ThresholdCounter>>,
    pub metrics: Option<Arc<Metrics>>,
}

/// The record that is made of requests.
#[derive(Clone)]
pub(super) struct RequestRecord {
    current: Arc<Current>,
    metrics: Option<Arc<Metrics>>,
    is_logged: bool,
}

impl RequestRecord {
    /// `None` where nobody asks for one.
    pub fn wanted(current: Arc<Current>, metrics: Option<Arc<Metrics>>) -> Option<Self> {
        let is_logged = tracing::event_enabled!(target: REQUESTS, tracing::Level::INFO);
        let record = RequestRecord {
            current,
            metrics,
            is_logged,
        };
        (is_logged || record.metrics.is_some()).then_some(record)
    }
}

/// Records a request: no address of the visitor, no query, nothing they typed. A path that is none
/// of the site may hold anything, so it is not written down.
pub(super) async fn record_request(
    State(record): State<RequestRecord>,
    request: Request,
    next: Next,
) -> Response {
    let started = Instant::now();
    let (method, version) = (request.method().clone(), request.version());
    let logged = record.is_logged.then(|| {
        let path = request.uri().path();
        let is_known = record.current.load().get(path).is_some();
        let path = if is_known { path } else { "-" }.to_owned();
        (path, trace_id(request.headers()))
    });
    let active = record.metrics.as_ref().map(|metrics| metrics.begin());
    let response = next.run(request).await;
    drop(active);
    let elapsed = started.elapsed();
    if let Some(metrics) = &record.metrics {
        metrics.count(&method, version, response.status(), elapsed.as_secs_f64());
    }
    if let Some((path, trace_id)) = logged {
        let length = response.body().size_hint().exact();
        tracing::info!(
            target: REQUESTS,
            %method,
            path,
            status = response.status().as_u16(),
            bytes = length.filter(|_| method != Method::HEAD).unwrap_or(0),
            microseconds = u64::try_from(elapsed.as_micros()).unwrap_or(u64::MAX),
            trace_id,
        );
    }
    response
}

/// The name by which a proxy in front follows a request (W3C Trace Context, 3.2): of
/// `00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01` the second part.
fn trace_id(headers: &HeaderMap) -> Option<String> {
    let header = headers.get("traceparent")?.to_str().ok()?;
    let parts: Vec<&str> = header.split('-').collect();
    let is_hex = |part: &str, length: usize| {
        part.len() == length
            && part
                .bytes()
                .all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
    };
    let is_name = |part: &str, length| is_hex(part, length) && part.bytes().any(|b| b != b'0');
    match parts.as_slice() {
        [version, trace, parent, flags, rest @ ..]
            if is_hex(version, 2)
                && *version != "ff"
                && (*version != "00" || rest.is_empty())
                && is_name(trace, 32)
                && is_name(parent, 16)
                && is_hex(flags, 2) =>
        {
            Some((*trace).to_owned())
        }
        _ => None,
    }
}
