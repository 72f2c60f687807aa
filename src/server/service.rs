//! The site as visitors get it: the responses to their requests, with all the work that they take.

use std::convert::Infallible;
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use http::request::Parts;
use http::{Method, StatusCode};
use tower::service_fn;

use crate::server::client::{Client, Shares};
use crate::server::current::Current;
use crate::server::dispatch::{
    Deferred, Dispatch, EncodeJob, HttpResponse, MarkdownJob, QueryJob, response,
};
use crate::server::file;
use crate::server::limits::Limits;
use crate::server::observe::Counts;
use crate::server::request::RequestHead;
use crate::server::respond;
use crate::server::shared_cache::SharedCache;
use crate::server::work::WorkLimiter;
use crate::snapshot::Snapshot;
use crate::snapshot::dynamic::DynamicOutcome;
use crate::snapshot::encoding::Coding;
use crate::snapshot::headers::Variant;
use crate::threshold_counter::{ThresholdCounter, may_identify_a_person};

/// The longest address that is counted where it does not exist, in bytes.
const LONGEST_ADDRESS: usize = 120;

/// The router of which every address is one of the site.
pub(super) fn router(
    current: Arc<Current>,
    limits: &Limits,
    counts: &Counts,
    shared_cache: Option<SharedCache>,
) -> Router {
    let running = limits.running;
    let site = ServedSite {
        current,
        shared_cache,
        searched: counts.searches.clone(),
        missing: counts.addresses.clone(),
        searches: WorkLimiter::new(running, limits),
        // Few threads: pages for addresses that do not exist matter least.
        missing_pages: WorkLimiter::new(1, limits),
        encodings: WorkLimiter::new(running, limits),
        markdown: WorkLimiter::new(running, limits),
        files: Shares::new(limits.files_per_client),
    };
    let site = Arc::new(site);
    Router::new().fallback_service(service_fn(move |request: Request| {
        let site = site.clone();
        async move {
            let request = request.into_parts().0;
            let mut response = site.serve(&request).await;
            if request.method == Method::HEAD {
                *response.body_mut() = Body::empty();
            }
            Ok::<_, Infallible>(response)
        }
    }))
}

/// A site that is being served.
struct ServedSite {
    current: Arc<Current>,
    shared_cache: Option<SharedCache>,
    /// Searches without a result, and addresses that do not exist.
    searched: Option<Arc<ThresholdCounter>>,
    missing: Option<Arc<ThresholdCounter>>,
    searches: WorkLimiter,
    missing_pages: WorkLimiter,
    encodings: WorkLimiter,
    markdown: WorkLimiter,
    files: Arc<Shares>,
}

impl ServedSite {
    /// The response to a request.
    async fn serve(&self, request: &Parts) -> HttpResponse {
        let snapshot = Arc::clone(&self.current.load());
        let mut response = self.serve_from(&snapshot, request).await;
        if let Some(shared_cache) = &self.shared_cache {
            shared_cache.apply(snapshot.until, response.headers_mut());
        }
        response
    }

    /// The response from one snapshot. What cannot be sent so is asked for again, in a form that
    /// takes less. That comes to an end: a body is asked for without compression once, and a file
    /// that is gone is forgotten, so that something else stands in for it until it is made again.
    async fn serve_from(&self, snapshot: &Arc<Snapshot>, request: &Parts) -> HttpResponse {
        let mut head = RequestHead::from(request);
        loop {
            let variant = head.variant;
            match respond::respond(snapshot, &head, |path| self.current.earlier(path)) {
                Dispatch::Ready(response) => return response,
                Dispatch::Deferred(Deferred::Encode(EncodeJob {
                    status,
                    headers,
                    body,
                    coding,
                })) => {
                    let encode = move || body.get_or_encode(coding);
                    match self.encodings.run(head.client, encode).await {
                        Some(body) => return response(status, headers, body),
                        // As it is, for which there need be no room.
                        None if coding != Coding::Identity => {
                            head.variant.coding = Coding::Identity;
                        }
                        None => return respond::overloaded(snapshot, variant),
                    }
                }
                Dispatch::Deferred(Deferred::Dynamic(query)) => {
                    let work = self.work(snapshot, query, request, variant);
                    return work.run(&self.searches, head.client).await;
                }
                Dispatch::Deferred(Deferred::NotFound(query)) => {
                    let work = self.work(snapshot, query, request, variant);
                    return work.run(&self.missing_pages, head.client).await;
                }
                Dispatch::Deferred(Deferred::Markdown(MarkdownJob { headers, body })) => {
                    return match self.markdown.run(head.client, move || body.make()).await {
                        Some(body) => response(StatusCode::OK, headers, body),
                        None => respond::overloaded(snapshot, variant),
                    };
                }
                Dispatch::Deferred(Deferred::File(response)) => {
                    let Some(place) = self.files.take(head.client) else {
                        return respond::overloaded(snapshot, variant);
                    };
                    let derived = response.derived.clone();
                    match (file::open(response, place).await, derived) {
                        (Some(opened), _) => return opened,
                        // It is made again; until then something else stands in for it.
                        (None, Some(derived)) => derived.forget(),
                        (None, None) => return respond::overloaded(snapshot, variant),
                    }
                }
            }
        }
    }

    fn work(
        &self,
        snapshot: &Arc<Snapshot>,
        query: QueryJob,
        request: &Parts,
        variant: Variant,
    ) -> QueryWork {
        // A HEAD request is none by a visitor.
        let is_visit = request.method == Method::GET;
        QueryWork {
            snapshot: snapshot.clone(),
            query,
            variant,
            searched: self.searched.clone().filter(|_| is_visit),
            missing: self.missing.clone().filter(|_| is_visit),
        }
    }
}

/// A query, with all that its response takes.
struct QueryWork {
    snapshot: Arc<Snapshot>,
    query: QueryJob,
    variant: Variant,
    searched: Option<Arc<ThresholdCounter>>,
    missing: Option<Arc<ThresholdCounter>>,
}

impl QueryWork {
    async fn run(self, limiter: &WorkLimiter, client: Option<Client>) -> HttpResponse {
        let work = Arc::new(self);
        let running = work.clone();
        let response = limiter.run(client, move || running.respond_now()).await;
        response.unwrap_or_else(|| work.fallback())
    }

    fn respond_now(&self) -> HttpResponse {
        let made = self
            .query
            .handler
            .respond(&self.query.text, self.query.format);
        match (&made.outcome, &self.searched, &self.missing) {
            (DynamicOutcome::NoResults(words), Some(searched), _) => searched.count(words),
            (DynamicOutcome::NotFound, _, Some(missing)) if can_be_counted(&self.query.text) => {
                missing.count(&self.query.text);
            }
            _ => {}
        }
        if made.stored.body.is_compressible() {
            made.stored.body.get_or_encode(self.variant.coding);
        }
        respond::dynamic_response(&self.snapshot, &made, self.variant)
    }

    /// The response where the work was refused or took too long.
    fn fallback(&self) -> HttpResponse {
        match self.query.handler.fallback(&self.query.text) {
            Some(made) => respond::dynamic_response(&self.snapshot, &made, self.variant),
            None => respond::overloaded(&self.snapshot, self.variant),
        }
    }
}

/// True for an address that can be counted, in a line of its own.
fn can_be_counted(address: &str) -> bool {
    address.len() <= LONGEST_ADDRESS
        && !address.contains(char::is_control)
        && !may_identify_a_person(address)
}
