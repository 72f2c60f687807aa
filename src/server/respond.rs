//! A request and a snapshot make a response: pure, so that every rule of HTTP can be tested without
//! a socket.

use std::sync::Arc;

use bytes::Bytes;
use http::{Method, StatusCode};

use crate::route::{canonical_candidates, last_part, readable};
use crate::server::dispatch::{
    Deferred, Dispatch, EncodeJob, HttpResponse, MarkdownJob, QueryJob, response,
};
use crate::server::file;
use crate::server::limits::RETRY_AFTER;
use crate::server::request::RequestHead;
use crate::snapshot::dynamic::{DynamicOutcome, DynamicResponse, ResponseFormat};
use crate::snapshot::encoding::Coding;
use crate::snapshot::headers::{self, Scheme, Variant};
use crate::snapshot::markdown::{self, MarkdownBody, MarkdownVariant};
use crate::snapshot::{Answer, Snapshot, Stored};

/// The response to a connection for which there is no place, whatever it is for: it is sent before
/// anything is read.
pub(super) fn come_back() -> String {
    format!(
        "HTTP/1.1 503 Service Unavailable\r\nretry-after: {RETRY_AFTER}\r\n\
         cache-control: no-store\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"
    )
}

/// The outcome of any request. `earlier` gives the file that pages of an earlier snapshot have at a
/// path.
pub fn respond(
    snapshot: &Snapshot,
    request: &RequestHead<'_>,
    earlier: impl Fn(&str) -> Option<Arc<Stored>>,
) -> Dispatch {
    if let Some(refusal) = refuse(snapshot, request) {
        return Dispatch::Ready(refusal);
    }
    let RequestHead { path, query, .. } = *request;
    if let Some(answer) = query.and_then(|query| answer_for_query(snapshot, path, query)) {
        return respond_with(snapshot, answer, request, None);
    }
    if let Some(answer) = snapshot.get(path) {
        return respond_with(snapshot, answer, request, query);
    }
    let candidates = canonical_candidates(path);
    let asks_for_markdown = last_part(path).eq_ignore_ascii_case(markdown::FILE_NAME);
    // One hop to the final address, whatever was wrong with the form that was asked for.
    for candidate in &candidates {
        let (to, answer) = match snapshot.get(candidate) {
            Some(Answer::Moved(to)) => (to.as_str(), snapshot.get(to.as_str())),
            Some(gone @ Answer::Gone(_)) => return respond_with(snapshot, gone, request, query),
            found => (candidate.as_str(), found),
        };
        match answer {
            Some(Answer::Stored(page)) if asks_for_markdown && page.markdown.is_some() => {
                let address = format!("{to}{}", markdown::FILE_NAME);
                if address == path {
                    return send_markdown(snapshot, page, request);
                }
                return Dispatch::Ready(moved(snapshot, &address, query, request));
            }
            Some(_) => return Dispatch::Ready(moved(snapshot, to, query, request)),
            None => {}
        }
    }
    let canonical = candidates.last().map_or(path, String::as_str);
    if let Some(answer) = snapshot.get_for_prefix(canonical) {
        return respond_with(snapshot, answer, request, None);
    }
    match earlier(path) {
        Some(stored) => send(snapshot, &stored, StatusCode::OK, request),
        None => Dispatch::Deferred(Deferred::NotFound(QueryJob {
            handler: snapshot.errors.not_found.clone(),
            text: readable(canonical),
            format: ResponseFormat::Html,
        })),
    }
}

/// The response to a request that cannot be read, or that does not ask to read.
fn refuse(snapshot: &Snapshot, request: &RequestHead<'_>) -> Option<HttpResponse> {
    let errors = &snapshot.errors;
    let refusal = |page, status| unindexed_response(snapshot, page, status, request.variant);
    if !request.is_well_formed {
        let mut response = refusal(&errors.bad_request, StatusCode::BAD_REQUEST);
        headers::close(response.headers_mut());
        return Some(response);
    }
    let mut response = match *request.method {
        Method::GET | Method::HEAD => return None,
        Method::OPTIONS => without_body(snapshot, StatusCode::NO_CONTENT, request),
        Method::POST
        | Method::PUT
        | Method::DELETE
        | Method::PATCH
        | Method::TRACE
        | Method::CONNECT => refusal(&errors.method_not_allowed, StatusCode::METHOD_NOT_ALLOWED),
        _ => {
            return Some(refusal(
                &errors.not_implemented,
                StatusCode::NOT_IMPLEMENTED,
            ));
        }
    };
    headers::allow(response.headers_mut());
    Some(response)
}

fn answer_for_query<'a>(snapshot: &'a Snapshot, path: &str, query: &str) -> Option<&'a Answer> {
    let candidates = canonical_candidates(path);
    snapshot.get_for_query(candidates.last().map_or(path, String::as_str), query)
}

/// The outcome for an answer of the snapshot. `query` is appended to the new address of one that
/// has moved.
fn respond_with(
    snapshot: &Snapshot,
    answer: &Answer,
    request: &RequestHead<'_>,
    query: Option<&str>,
) -> Dispatch {
    match answer {
        Answer::Stored(page) if page.markdown.is_some() && request.prefers_markdown() => {
            send_markdown(snapshot, page, request)
        }
        Answer::Stored(stored) => send(snapshot, stored, StatusCode::OK, request),
        Answer::Gone(stored) => send(snapshot, stored, StatusCode::GONE, request),
        Answer::File(file) => file::dispatch(snapshot, file, None, request),
        Answer::Derived(derived) => match (derived.file(), &derived.fallback) {
            (Some(file), _) => file::dispatch(snapshot, &file, Some(derived), request),
            (None, Some(fallback)) => respond_with(snapshot, fallback, request, query),
            (None, None) => Dispatch::Ready(overloaded(snapshot, request.variant)),
        },
        Answer::Moved(to) => Dispatch::Ready(moved(snapshot, to.as_str(), query, request)),
        Answer::Dynamic(handler) => Dispatch::Deferred(Deferred::Dynamic(QueryJob {
            handler: handler.clone(),
            text: request.query.unwrap_or_default().to_owned(),
            format: request.format(),
        })),
    }
}

fn send(
    snapshot: &Snapshot,
    stored: &Stored,
    status: StatusCode,
    request: &RequestHead<'_>,
) -> Dispatch {
    let variant = variant_of(stored, request.variant);
    let etag = stored.body.etag(variant.coding);
    let mut headers = snapshot.headers.of_stored(stored, variant);
    headers::etag(&mut headers, etag);
    // RFC 9110, 13.2: conditions count only where the answer would be 200.
    if status == StatusCode::OK
        && let Some(status) = request.failed_condition(etag)
    {
        headers::not_modified(&mut headers);
        return Dispatch::Ready(response(status, headers, Bytes::new()));
    }
    match stored.body.get(variant.coding) {
        Some(body) => Dispatch::Ready(response(status, headers, body)),
        None => Dispatch::Deferred(Deferred::Encode(EncodeJob {
            status,
            headers,
            body: stored.body.clone(),
            coding: variant.coding,
        })),
    }
}

/// The outcome for the form of a page for programs. It is compressed whatever its length, which is
/// not known before it is made.
fn send_markdown(snapshot: &Snapshot, page: &Arc<Stored>, request: &RequestHead<'_>) -> Dispatch {
    let markdown = page.markdown.as_ref().expect("the page has that form");
    let coding = request.variant.coding;
    let etag = MarkdownVariant::etag(page, coding);
    let mut headers = snapshot
        .headers
        .of_markdown(page, markdown, request.variant);
    headers::etag(&mut headers, &etag);
    if let Some(status) = request.failed_condition(&etag) {
        headers::not_modified(&mut headers);
        return Dispatch::Ready(response(status, headers, Bytes::new()));
    }
    let page = page.clone();
    Dispatch::Deferred(Deferred::Markdown(MarkdownJob {
        headers,
        body: MarkdownBody { page, coding },
    }))
}

/// The variant in which a body is sent: without compression where that would not make it smaller.
fn variant_of(stored: &Stored, asked: Variant) -> Variant {
    if stored.body.is_compressible() {
        asked
    } else {
        Variant {
            coding: Coding::Identity,
            ..asked
        }
    }
}

/// The response that was made for one query. It is never indexed; who made it says if it may be
/// cached.
pub fn dynamic_response(
    snapshot: &Snapshot,
    made: &DynamicResponse,
    variant: Variant,
) -> HttpResponse {
    let status = match made.outcome {
        DynamicOutcome::Found | DynamicOutcome::NoResults(_) => StatusCode::OK,
        DynamicOutcome::SeeOther(_) => StatusCode::SEE_OTHER,
        DynamicOutcome::BadRequest => StatusCode::BAD_REQUEST,
        DynamicOutcome::NotFound => StatusCode::NOT_FOUND,
    };
    let mut response = unindexed_response(snapshot, &made.stored, status, variant);
    if let DynamicOutcome::SeeOther(to) = &made.outcome {
        headers::location(response.headers_mut(), to.as_str());
    }
    if made.outcome != DynamicOutcome::NotFound {
        headers::varies_by_type(response.headers_mut());
    }
    response
}

/// 503 Service Unavailable.
pub fn overloaded(snapshot: &Snapshot, variant: Variant) -> HttpResponse {
    let page = &snapshot.errors.overloaded;
    let status = StatusCode::SERVICE_UNAVAILABLE;
    let mut response = unindexed_response(snapshot, page, status, variant);
    headers::retry_after(response.headers_mut(), RETRY_AFTER);
    response
}

/// 500 Internal Server Error.
pub fn failed(snapshot: &Snapshot) -> HttpResponse {
    let variant = Variant {
        scheme: Scheme::Http,
        coding: Coding::Identity,
    };
    let status = StatusCode::INTERNAL_SERVER_ERROR;
    unindexed_response(snapshot, &snapshot.errors.failed, status, variant)
}

fn moved(
    snapshot: &Snapshot,
    to: &str,
    query: Option<&str>,
    request: &RequestHead<'_>,
) -> HttpResponse {
    let mut response = without_body(snapshot, StatusCode::MOVED_PERMANENTLY, request);
    let target = match query {
        Some(query) => format!("{to}?{query}"),
        None => to.to_owned(),
    };
    if headers::location(response.headers_mut(), &target).is_none() {
        headers::location(response.headers_mut(), to);
    }
    response
}

/// The response with a page that belongs to no address, such as an error or a page of search
/// results: it has no tag, and is never indexed. Errors are never compressed, and others are sent
/// so only where that was done before, so that nothing is to be done here.
fn unindexed_response(
    snapshot: &Snapshot,
    page: &Stored,
    status: StatusCode,
    asked: Variant,
) -> HttpResponse {
    let mut variant = variant_of(page, asked);
    let body = page.body.get(variant.coding).unwrap_or_else(|| {
        variant.coding = Coding::Identity;
        page.body()
    });
    let mut response = response(status, snapshot.headers.of_stored(page, variant), body);
    headers::not_indexed(response.headers_mut());
    response
}

fn without_body(
    snapshot: &Snapshot,
    status: StatusCode,
    request: &RequestHead<'_>,
) -> HttpResponse {
    response(
        status,
        snapshot.headers.without_body(request.variant.scheme),
        Bytes::new(),
    )
}
