//! A request and a snapshot make a response: pure, so that every rule of HTTP that we keep can be tested without a socket.

use std::cmp::Reverse;
use std::sync::Arc;

use ::headers::{ETag, Header, IfMatch, IfNoneMatch};
use bytes::Bytes;
use http::header::{ACCEPT, CONTENT_LENGTH};
use http::{HeaderMap, HeaderValue, Method, Request, Response, StatusCode};
use http_body_util::Full;
use hyper::body::Body;

use crate::route::{canonical_candidates, readable};
use crate::server::asked::Asked;
use crate::snapshot::dynamic::{DynamicHandler, DynamicOutcome, DynamicResponse, ResponseFormat};
use crate::snapshot::encoding::{self, Coding};
use crate::snapshot::headers::{self, Headers, SetId};
use crate::snapshot::{Answer, Located, Snapshot, Stored};

pub type Answered = Response<Full<Bytes>>;

/// The seconds after which who was sent away may try again.
const RETRY_AFTER: u32 = 2;

/// What comes of a request.
pub enum Reply {
    Ready(Answered),
    /// It must be made first, for this question.
    ToMake(Arc<dyn DynamicHandler>, String),
}

/// An answer that the snapshot has, with its body whatever the method was.
pub struct Held<'a> {
    pub status: StatusCode,
    pub headers: &'a Headers,
    pub etag: HeaderValue,
    pub body: Bytes,
}

impl From<Held<'_>> for Answered {
    fn from(held: Held<'_>) -> Self {
        respond_with(held.status, held.headers.tagged(held.etag), held.body)
    }
}

/// What the snapshot has at exactly the address that was asked for: the answer to nearly every request.
/// `None` for all else, which is for [`respond`].
pub fn held<'a>(snapshot: &'a Snapshot, asked: &Asked<'_>) -> Option<Held<'a>> {
    if !asked.reads()
        || asked
            .query
            .is_some_and(|query| snapshot.look_up_query(asked.path, query).is_some())
    {
        return None;
    }
    match snapshot.look_up(asked.path)? {
        (Answer::Stored(stored), Some(set)) => {
            Some(hold(snapshot, stored, *set, StatusCode::OK, asked))
        }
        _ => None,
    }
}

/// The same, as a response. That to HEAD says how long its body would be, and has none.
pub fn from_snapshot(snapshot: &Snapshot, asked: &Asked<'_>) -> Option<Answered> {
    held(snapshot, asked).map(|held| for_method(asked, held.into()))
}

/// What comes of any request. `earlier` is the file that pages of an earlier snapshot have at a path.
pub fn respond(
    snapshot: &Snapshot,
    asked: &Asked<'_>,
    earlier: impl Fn(&str) -> Option<Arc<Stored>>,
) -> Reply {
    match answer(snapshot, asked, earlier) {
        Reply::Ready(answered) => Reply::Ready(for_method(asked, answered)),
        to_make => to_make,
    }
}

fn answer(
    snapshot: &Snapshot,
    asked: &Asked<'_>,
    earlier: impl Fn(&str) -> Option<Arc<Stored>>,
) -> Reply {
    if !asked.names_one_host() {
        return Reply::Ready(error(
            snapshot,
            &snapshot.errors.bad_request,
            StatusCode::BAD_REQUEST,
            asked,
        ));
    }
    match asked.method {
        Method::GET | Method::HEAD => {}
        Method::OPTIONS => {
            let mut response = bare(snapshot, StatusCode::NO_CONTENT, asked);
            headers::allow(response.headers_mut());
            return Reply::Ready(response);
        }
        Method::POST
        | Method::PUT
        | Method::DELETE
        | Method::PATCH
        | Method::TRACE
        | Method::CONNECT => {
            let mut response = error(
                snapshot,
                &snapshot.errors.method_not_allowed,
                StatusCode::METHOD_NOT_ALLOWED,
                asked,
            );
            headers::allow(response.headers_mut());
            return Reply::Ready(response);
        }
        _ => {
            return Reply::Ready(error(
                snapshot,
                &snapshot.errors.not_implemented,
                StatusCode::NOT_IMPLEMENTED,
                asked,
            ));
        }
    }
    let (path, query) = (asked.path, asked.query);
    let candidates = canonical_candidates(path);
    let plain = candidates.last().map_or(path, String::as_str);
    let queried = query.and_then(|query| snapshot.look_up_query(plain, query));
    if let Some(answered) = queried.and_then(|located| old(snapshot, located, asked)) {
        return Reply::Ready(answered);
    }
    match snapshot.look_up(path) {
        Some((Answer::Stored(stored), Some(set))) => {
            return Reply::Ready(send(snapshot, stored, *set, StatusCode::OK, asked));
        }
        Some((Answer::Gone(stored), Some(set))) => {
            return Reply::Ready(send(snapshot, stored, *set, StatusCode::GONE, asked));
        }
        Some((Answer::Moved(to), _)) => {
            return Reply::Ready(moved(snapshot, to.as_str(), query, asked));
        }
        Some((Answer::Dynamic(computed), _)) => {
            return Reply::ToMake(computed.clone(), query.unwrap_or_default().to_owned());
        }
        _ => {}
    }
    // One hop to the final address, whatever was wrong with the form that was asked for.
    for candidate in &candidates {
        match snapshot.look_up(candidate) {
            Some((Answer::Moved(to), _)) => {
                return Reply::Ready(moved(snapshot, to.as_str(), query, asked));
            }
            Some((Answer::Gone(stored), Some(set))) => {
                return Reply::Ready(send(snapshot, stored, *set, StatusCode::GONE, asked));
            }
            Some(_) if candidate != path => {
                return Reply::Ready(moved(snapshot, candidate, query, asked));
            }
            _ => {}
        }
    }
    if let Some(answered) = snapshot
        .match_pattern(plain)
        .and_then(|located| old(snapshot, located, asked))
    {
        return Reply::Ready(answered);
    }
    match earlier(path) {
        Some(stored) => Reply::Ready(made(snapshot, &stored, StatusCode::OK, asked)),
        None => Reply::ToMake(snapshot.errors.not_found.clone(), readable(plain)),
    }
}

/// The format that the client asks for: JSON where it weighs more than HTML, or as much and comes first.
pub fn wanted(headers: &HeaderMap) -> ResponseFormat {
    let mut json = None;
    let mut html = None;
    let lists = headers.get_all(ACCEPT).iter().map(HeaderValue::as_bytes);
    for (place, (token, weight)) in lists.flat_map(encoding::weighted).enumerate() {
        let rank = (weight, Reverse(place));
        if token.eq_ignore_ascii_case(b"application/json") {
            json = json.or(Some(rank));
        } else if token.eq_ignore_ascii_case(b"text/html") {
            html = html.or(Some(rank));
        }
    }
    match json {
        Some(json) if json.0 > 0 && html.is_none_or(|html| json > html) => ResponseFormat::Json,
        _ => ResponseFormat::Html,
    }
}

/// The answer that was made for one question. Nobody keeps it or lists it.
pub fn answered(snapshot: &Snapshot, made: &DynamicResponse, asked: &Asked<'_>) -> Answered {
    let status = match made.outcome {
        DynamicOutcome::Found | DynamicOutcome::NoResults(_) => StatusCode::OK,
        DynamicOutcome::BadRequest => StatusCode::BAD_REQUEST,
        DynamicOutcome::NotFound => StatusCode::NOT_FOUND,
    };
    let mut response = error(snapshot, &made.stored, status, asked);
    if made.outcome != DynamicOutcome::NotFound {
        headers::varies_by_type(response.headers_mut());
    }
    for_method(asked, response)
}

/// The answer when too much is asked at one time.
pub fn overloaded(snapshot: &Snapshot, asked: &Asked<'_>) -> Answered {
    let mut response = error(
        snapshot,
        &snapshot.errors.overloaded,
        StatusCode::SERVICE_UNAVAILABLE,
        asked,
    );
    headers::retry_after(response.headers_mut(), RETRY_AFTER);
    for_method(asked, response)
}

/// The answer when something of ours broke.
pub fn failed(snapshot: &Snapshot) -> Answered {
    let request = Request::new(());
    error(
        snapshot,
        &snapshot.errors.failed,
        StatusCode::INTERNAL_SERVER_ERROR,
        &Asked::of(&request),
    )
}

fn send(
    snapshot: &Snapshot,
    stored: &Stored,
    set: SetId,
    status: StatusCode,
    asked: &Asked<'_>,
) -> Answered {
    hold(snapshot, stored, set, status, asked).into()
}

fn hold<'a>(
    snapshot: &'a Snapshot,
    stored: &Stored,
    set: SetId,
    status: StatusCode,
    asked: &Asked<'_>,
) -> Held<'a> {
    let coding = coding_of(stored, asked);
    let (body, etag) = (
        stored.body.get_or_encode(coding),
        stored.body.etag(coding).clone(),
    );
    // RFC 9110, 13.2: conditions count only where the answer would be 200.
    let condition = if status == StatusCode::OK {
        condition(asked, &etag)
    } else {
        Condition::None
    };
    let (status, headers, body) = match condition {
        Condition::None => (
            status,
            snapshot.sets.with_body(set, coding, asked.connection),
            body,
        ),
        Condition::NotModified => (
            StatusCode::NOT_MODIFIED,
            snapshot.sets.not_modified(set, coding, asked.connection),
            Bytes::new(),
        ),
        Condition::Failed => (
            StatusCode::PRECONDITION_FAILED,
            snapshot.sets.not_modified(set, coding, asked.connection),
            Bytes::new(),
        ),
    };
    Held {
        status,
        headers,
        etag,
        body,
    }
}

/// The coding in which a body goes to who asked.
fn coding_of(stored: &Stored, asked: &Asked<'_>) -> Coding {
    if stored.body.is_compressible() {
        asked.coding()
    } else {
        Coding::Identity
    }
}

fn decode<H: Header>(value: &[u8]) -> Option<H> {
    let value = HeaderValue::from_bytes(value).ok()?;
    H::decode(&mut [value].iter()).ok()
}

enum Condition {
    None,
    NotModified,
    Failed,
}

/// RFC 9110, 13.1: `If-Match` before `If-None-Match`. There are no dates to compare: tags say all.
fn condition(asked: &Asked<'_>, etag: &HeaderValue) -> Condition {
    let Ok(etag) = etag.to_str().unwrap_or_default().parse::<ETag>() else {
        return Condition::None;
    };
    if asked
        .if_match
        .as_deref()
        .and_then(decode::<IfMatch>)
        .is_some_and(|condition| !condition.precondition_passes(&etag))
    {
        Condition::Failed
    } else if asked
        .if_none_match
        .as_deref()
        .and_then(decode::<IfNoneMatch>)
        .is_some_and(|condition| !condition.precondition_passes(&etag))
    {
        Condition::NotModified
    } else {
        Condition::None
    }
}

/// The answer at one of a pattern of old addresses, whose own query means nothing elsewhere.
fn old(snapshot: &Snapshot, located: &Located, asked: &Asked<'_>) -> Option<Answered> {
    match located {
        (Answer::Stored(stored), Some(set)) => {
            Some(send(snapshot, stored, *set, StatusCode::OK, asked))
        }
        (Answer::Gone(stored), Some(set)) => {
            Some(send(snapshot, stored, *set, StatusCode::GONE, asked))
        }
        (Answer::Moved(to), _) => Some(moved(snapshot, to.as_str(), None, asked)),
        _ => None,
    }
}

fn moved(snapshot: &Snapshot, to: &str, query: Option<&str>, asked: &Asked<'_>) -> Answered {
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

/// A page that stands for no address, such as an error. It is never listed.
fn error(snapshot: &Snapshot, page: &Stored, status: StatusCode, asked: &Asked<'_>) -> Answered {
    let mut response = made(snapshot, page, status, asked);
    headers::not_indexed(response.headers_mut());
    response
}

/// An answer that has no place in the snapshot. It is compressed like any other, and has no tag.
fn made(snapshot: &Snapshot, stored: &Stored, status: StatusCode, asked: &Asked<'_>) -> Answered {
    let coding = coding_of(stored, asked);
    respond_with(
        status,
        snapshot.sets.made(stored, coding, asked.connection),
        stored.body.get_or_encode(coding),
    )
}

/// An answer without a body.
fn bare(snapshot: &Snapshot, status: StatusCode, asked: &Asked<'_>) -> Answered {
    respond_with(
        status,
        snapshot.sets.without_body(asked.connection),
        Bytes::new(),
    )
}

/// The answer to HEAD is that to GET without its body.
fn for_method(asked: &Asked<'_>, mut response: Answered) -> Answered {
    if asked.method == Method::HEAD {
        let length = response.body().size_hint().exact().unwrap_or(0);
        if length > 0 {
            response
                .headers_mut()
                .insert(CONTENT_LENGTH, HeaderValue::from(length));
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
