//! A request and a snapshot make a response: pure, so that every rule of HTTP that we keep can be tested without a socket.

use std::sync::Arc;

use bytes::Bytes;
use http::header::{ACCEPT, ACCEPT_ENCODING, CONTENT_LENGTH, HOST, IF_MATCH, IF_NONE_MATCH};
use http::request::Parts;
use http::uri::Uri;
use http::{HeaderMap, HeaderName, HeaderValue, Method, Response, StatusCode, Version};
use http_body_util::Full;
use hyper::body::Body;

use crate::route::canonical_candidates;
use crate::snapshot::computed::{Computed, Made, Outcome, Wanted};
use crate::snapshot::encoding::{self, Coding, negotiate};
use crate::snapshot::headers::{self, SetId};
use crate::snapshot::{Answer, Located, Snapshot, Stored};

type Answered = Response<Full<Bytes>>;

/// The seconds after which who was sent away may try again.
const RETRY_AFTER: u32 = 2;

/// How a proxy in front says that the visitor's connection is encrypted.
const FORWARDED_PROTO: HeaderName = HeaderName::from_static("x-forwarded-proto");

/// The answer where the snapshot has one at exactly the address that was asked for: nearly every request.
/// `None` for all else, which is for [`respond`].
///
/// An answer to HEAD says how long its body would be, and has none.
pub fn from_snapshot(snapshot: &Snapshot, method: &Method, uri: &Uri, version: Version, asked: &HeaderMap) -> Option<Answered> {
    if !matches!(*method, Method::GET | Method::HEAD) || !names_one_host(version, uri, asked) {
        return None;
    }
    if uri.query().is_some_and(|query| snapshot.look_up_query(uri.path(), query).is_some()) {
        return None;
    }
    match snapshot.look_up(uri.path())? {
        (Answer::Page(stored), Some(set)) => Some(for_method(method, send(snapshot, stored, *set, StatusCode::OK, asked))),
        _ => None,
    }
}

/// The answer to any request. `earlier` is the file that pages of an earlier snapshot have at a path.
pub fn respond(snapshot: &Snapshot, request: &Parts, earlier: impl Fn(&str) -> Option<Arc<Stored>>) -> Answered {
    for_method(&request.method, answer(snapshot, request, earlier))
}

fn answer(snapshot: &Snapshot, request: &Parts, earlier: impl Fn(&str) -> Option<Arc<Stored>>) -> Answered {
    let Parts { method, uri, version, headers: asked, .. } = request;
    if !names_one_host(*version, uri, asked) {
        return error(snapshot, &snapshot.errors.bad_request, StatusCode::BAD_REQUEST, asked);
    }
    match *method {
        Method::GET | Method::HEAD => {}
        Method::OPTIONS => {
            let mut response = bare(snapshot, StatusCode::NO_CONTENT, asked);
            headers::allow(response.headers_mut());
            return response;
        }
        Method::POST | Method::PUT | Method::DELETE | Method::PATCH | Method::TRACE | Method::CONNECT => {
            let mut response = error(snapshot, &snapshot.errors.method_not_allowed, StatusCode::METHOD_NOT_ALLOWED, asked);
            headers::allow(response.headers_mut());
            return response;
        }
        _ => return error(snapshot, &snapshot.errors.not_implemented, StatusCode::NOT_IMPLEMENTED, asked),
    }
    let path = uri.path();
    let candidates = canonical_candidates(path);
    let plain = candidates.last().map_or(path, String::as_str);
    let queried = uri.query().and_then(|query| snapshot.look_up_query(plain, query));
    if let Some(answered) = queried.and_then(|located| old(snapshot, located, asked)) {
        return answered;
    }
    match snapshot.look_up(path) {
        Some((Answer::Page(stored), Some(set))) => return send(snapshot, stored, *set, StatusCode::OK, asked),
        Some((Answer::Gone(stored), Some(set))) => return send(snapshot, stored, *set, StatusCode::GONE, asked),
        Some((Answer::Moved(to), _)) => return moved(snapshot, to.as_str(), uri.query(), asked),
        _ => {}
    }
    // One hop to the final address, whatever was wrong with the form that was asked for.
    for candidate in &candidates {
        match snapshot.look_up(candidate) {
            Some((Answer::Moved(to), _)) => return moved(snapshot, to.as_str(), uri.query(), asked),
            Some((Answer::Gone(stored), Some(set))) => return send(snapshot, stored, *set, StatusCode::GONE, asked),
            Some(_) if candidate != path => return moved(snapshot, candidate, uri.query(), asked),
            _ => {}
        }
    }
    if let Some(answered) = snapshot.look_up_family(plain).and_then(|located| old(snapshot, located, asked)) {
        return answered;
    }
    match earlier(path) {
        Some(stored) => made(snapshot, &stored, StatusCode::OK, asked),
        None => not_found(snapshot, path, asked),
    }
}

/// Who answers the request, where its answer must be made first.
pub fn computed(snapshot: &Snapshot, request: &Parts) -> Option<Arc<dyn Computed>> {
    let Parts { method, uri, version, headers: asked, .. } = request;
    if !matches!(*method, Method::GET | Method::HEAD) || !names_one_host(*version, uri, asked) {
        return None;
    }
    match snapshot.look_up(uri.path())? {
        (Answer::Computed(computed), _) => Some(computed.clone()),
        _ => None,
    }
}

/// Whether the client asks for data rather than for a page: it names JSON, and not HTML with more weight.
pub fn wanted(asked: &HeaderMap) -> Wanted {
    let weight_of = |wanted: &[u8]| {
        asked.get_all(ACCEPT).iter().flat_map(|list| list.as_bytes().split(|byte| *byte == b',')).find_map(|part| {
            let mut pieces = part.split(|byte| *byte == b';');
            let named = pieces.next().unwrap_or_default().trim_ascii().eq_ignore_ascii_case(wanted);
            named.then(|| pieces.find_map(encoding::weight).unwrap_or(1000))
        })
    };
    match (weight_of(b"application/json"), weight_of(b"text/html")) {
        (Some(data), page) if data > 0 && data >= page.unwrap_or(0) => Wanted::Data,
        _ => Wanted::Page,
    }
}

/// The answer that was made for one question. Nobody keeps it or lists it.
pub fn answered(snapshot: &Snapshot, made: &Made, request: &Parts) -> Answered {
    let status = if made.outcome == Outcome::Malformed { StatusCode::BAD_REQUEST } else { StatusCode::OK };
    let mut response = error(snapshot, &made.stored, status, &request.headers);
    headers::varies_by_type(response.headers_mut());
    for_method(&request.method, response)
}

/// The answer when too much is asked at one time.
pub fn overloaded(snapshot: &Snapshot, request: &Parts) -> Answered {
    let mut response = error(snapshot, &snapshot.errors.overloaded, StatusCode::SERVICE_UNAVAILABLE, &request.headers);
    headers::retry_after(response.headers_mut(), RETRY_AFTER);
    for_method(&request.method, response)
}

/// The answer when something of ours broke.
pub fn failed(snapshot: &Snapshot) -> Answered {
    error(snapshot, &snapshot.errors.failed, StatusCode::INTERNAL_SERVER_ERROR, &HeaderMap::new())
}

/// RFC 9112, 3.2: a request of HTTP/1.1 names its host, once. In HTTP/2 the address does.
fn names_one_host(version: Version, uri: &Uri, asked: &HeaderMap) -> bool {
    let mut hosts = asked.get_all(HOST).iter();
    match (hosts.next(), hosts.next()) {
        (None, _) => version != Version::HTTP_11 || uri.authority().is_some(),
        (Some(host), None) => is_host(host),
        (Some(_), Some(_)) => false,
    }
}

/// RFC 3986, 3.2.2: what may stand in the name of a host and its port.
const HOST_BYTES: [bool; 256] = {
    let mut allowed = [false; 256];
    let letters = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~:[]%!$&'()*+,;=";
    let mut at = 0;
    while at < letters.len() {
        allowed[letters[at] as usize] = true;
        at += 1;
    }
    allowed
};

fn is_host(host: &HeaderValue) -> bool {
    !host.is_empty() && host.as_bytes().iter().all(|byte| HOST_BYTES[usize::from(*byte)])
}

fn send(snapshot: &Snapshot, stored: &Stored, set: SetId, status: StatusCode, asked: &HeaderMap) -> Answered {
    let coding = if stored.forms.is_compressible() { negotiate(asked.get(ACCEPT_ENCODING)) } else { Coding::Identity };
    let form = stored.forms.in_coding(coding);
    // RFC 9110, 13.2: conditions count only where the answer would be 200.
    let condition = if status == StatusCode::OK { condition(asked, &form.etag) } else { Condition::None };
    let (status, mut headers, body) = match condition {
        Condition::None => (status, snapshot.sets.with_form(set, coding, &form), form.body),
        Condition::NotModified => (StatusCode::NOT_MODIFIED, snapshot.sets.not_modified(set, coding, &form), Bytes::new()),
        Condition::Failed => (StatusCode::PRECONDITION_FAILED, snapshot.sets.not_modified(set, coding, &form), Bytes::new()),
    };
    finish_headers(&mut headers, asked);
    respond_with(status, headers, body)
}

enum Condition {
    None,
    NotModified,
    Failed,
}

/// RFC 9110, 13.1: `If-Match` before `If-None-Match`. There are no dates to compare: tags say all.
fn condition(asked: &HeaderMap, etag: &HeaderValue) -> Condition {
    if asked.contains_key(IF_MATCH) && !names_tag(asked, IF_MATCH, etag, Compare::Strong) {
        Condition::Failed
    } else if asked.contains_key(IF_NONE_MATCH) && names_tag(asked, IF_NONE_MATCH, etag, Compare::Weak) {
        Condition::NotModified
    } else {
        Condition::None
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Compare {
    Strong,
    Weak,
}

/// Whether a list of tags has this one, or is `*`. Our tags hold no comma.
fn names_tag(asked: &HeaderMap, name: HeaderName, etag: &HeaderValue, compare: Compare) -> bool {
    asked.get_all(name).iter().flat_map(|list| list.as_bytes().split(|byte| *byte == b',')).any(|tag| {
        let tag = tag.trim_ascii();
        let tag = if compare == Compare::Weak { tag.strip_prefix(b"W/").unwrap_or(tag) } else { tag };
        tag == b"*" || tag == etag.as_bytes()
    })
}

/// The answer at one of a family of old addresses, whose own query means nothing elsewhere.
fn old(snapshot: &Snapshot, located: &Located, asked: &HeaderMap) -> Option<Answered> {
    match located {
        (Answer::Page(stored), Some(set)) => Some(send(snapshot, stored, *set, StatusCode::OK, asked)),
        (Answer::Gone(stored), Some(set)) => Some(send(snapshot, stored, *set, StatusCode::GONE, asked)),
        (Answer::Moved(to), _) => Some(moved(snapshot, to.as_str(), None, asked)),
        _ => None,
    }
}

fn moved(snapshot: &Snapshot, to: &str, query: Option<&str>, asked: &HeaderMap) -> Answered {
    let mut response = bare(snapshot, StatusCode::MOVED_PERMANENTLY, asked);
    let target = match query {
        Some(query) => format!("{to}?{query}"),
        None => to.to_owned(),
    };
    if headers::location(response.headers_mut(), &target).is_none() {
        headers::location(response.headers_mut(), to);
    }
    response
}

fn not_found(snapshot: &Snapshot, path: &str, asked: &HeaderMap) -> Answered {
    error(snapshot, &(snapshot.errors.not_found)(path), StatusCode::NOT_FOUND, asked)
}

/// A page that stands for no address, such as an error. It is never listed.
fn error(snapshot: &Snapshot, page: &Stored, status: StatusCode, asked: &HeaderMap) -> Answered {
    let mut response = made(snapshot, page, status, asked);
    headers::not_indexed(response.headers_mut());
    response
}

/// An answer that has no place in the snapshot. It is compressed like any other, and has no tag.
fn made(snapshot: &Snapshot, stored: &Stored, status: StatusCode, asked: &HeaderMap) -> Answered {
    let coding = if stored.forms.is_compressible() { negotiate(asked.get(ACCEPT_ENCODING)) } else { Coding::Identity };
    let mut headers = snapshot.sets.made(stored, coding);
    finish_headers(&mut headers, asked);
    respond_with(status, headers, stored.forms.in_coding(coding).body)
}

/// An answer without a body.
fn bare(snapshot: &Snapshot, status: StatusCode, asked: &HeaderMap) -> Answered {
    let mut headers = snapshot.sets.without_body();
    finish_headers(&mut headers, asked);
    respond_with(status, headers, Bytes::new())
}

fn finish_headers(headers: &mut HeaderMap, asked: &HeaderMap) {
    if asked.get(FORWARDED_PROTO).is_some_and(|scheme| scheme == "https") {
        headers::over_tls(headers);
    }
}

/// The answer to HEAD is that to GET without its body.
fn for_method(method: &Method, mut response: Answered) -> Answered {
    if method == Method::HEAD {
        let length = response.body().size_hint().exact().unwrap_or(0);
        if length > 0 {
            response.headers_mut().insert(CONTENT_LENGTH, HeaderValue::from(length));
        }
        *response.body_mut() = Full::default();
    }
    response
}

fn respond_with(status: StatusCode, headers: HeaderMap, body: Bytes) -> Answered {
    let mut response = Response::new(Full::new(body));
    *response.status_mut() = status;
    *response.headers_mut() = headers;
    response
}
