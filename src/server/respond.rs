//! A request and a snapshot make a response: pure, so that every rule of HTTP that we keep can be tested without a socket.

use std::sync::Arc;

use bytes::Bytes;
use http::header::{ACCEPT, CONTENT_LENGTH};
use http::{HeaderMap, HeaderValue, Method, Request, Response, StatusCode};
use http_body_util::Full;
use hyper::body::Body;

use crate::route::{canonical_candidates, readable};
use crate::server::asked::Asked;
use crate::snapshot::computed::{Computed, Made, Outcome, Wanted};
use crate::snapshot::encoding::{self, Coding};
use crate::snapshot::forms::Form;
use crate::snapshot::headers::{self, Headers, SetId};
use crate::snapshot::{Answer, Located, Snapshot, Stored};

pub type Answered = Response<Full<Bytes>>;

/// The seconds after which who was sent away may try again.
const RETRY_AFTER: u32 = 2;

/// What comes of a request.
pub enum Reply {
    Ready(Answered),
    /// It must be made first, for this question.
    ToMake(Arc<dyn Computed>, String),
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
        (Answer::Page(stored), Some(set)) => {
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
        Some((Answer::Page(stored), Some(set))) => {
            return Reply::Ready(send(snapshot, stored, *set, StatusCode::OK, asked));
        }
        Some((Answer::Gone(stored), Some(set))) => {
            return Reply::Ready(send(snapshot, stored, *set, StatusCode::GONE, asked));
        }
        Some((Answer::Moved(to), _)) => {
            return Reply::Ready(moved(snapshot, to.as_str(), query, asked));
        }
        Some((Answer::Computed(computed), _)) => {
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

/// Whether the client asks for data rather than for a page: it names JSON with more weight than HTML, or with the same and first.
pub fn wanted(asked: &HeaderMap) -> Wanted {
    let parts = || {
        asked
            .get_all(ACCEPT)
            .iter()
            .flat_map(|list| list.as_bytes().split(|byte| *byte == b','))
    };
    // The weight, and the place from the end.
    let rank_of = |wanted: &[u8]| {
        parts()
            .zip((0..=usize::MAX).rev())
            .find_map(|(part, place)| {
                let mut pieces = part.split(|byte| *byte == b';');
                let named = pieces
                    .next()
                    .unwrap_or_default()
                    .trim_ascii()
                    .eq_ignore_ascii_case(wanted);
                named.then(|| (pieces.find_map(encoding::weight).unwrap_or(1000), place))
            })
    };
    match (rank_of(b"application/json"), rank_of(b"text/html")) {
        (Some(data), page) if data.0 > 0 && page.is_none_or(|page| data > page) => Wanted::Data,
        _ => Wanted::Page,
    }
}

/// The answer that was made for one question. Nobody keeps it or lists it.
pub fn answered(snapshot: &Snapshot, made: &Made, asked: &Asked<'_>) -> Answered {
    let status = match made.outcome {
        Outcome::Answered | Outcome::Unanswered(_) => StatusCode::OK,
        Outcome::Malformed => StatusCode::BAD_REQUEST,
        Outcome::NotFound => StatusCode::NOT_FOUND,
    };
    let mut response = error(snapshot, &made.stored, status, asked);
    if made.outcome != Outcome::NotFound {
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
    let Form { body, etag, .. } = stored.forms.in_coding(coding);
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
    if stored.forms.is_compressible() {
        asked.coding()
    } else {
        Coding::Identity
    }
}

enum Condition {
    None,
    NotModified,
    Failed,
}

/// RFC 9110, 13.1: `If-Match` before `If-None-Match`. There are no dates to compare: tags say all.
fn condition(asked: &Asked<'_>, etag: &HeaderValue) -> Condition {
    if asked
        .if_match
        .as_deref()
        .is_some_and(|tags| !names_tag(tags, etag, Compare::Strong))
    {
        Condition::Failed
    } else if asked
        .if_none_match
        .as_deref()
        .is_some_and(|tags| names_tag(tags, etag, Compare::Weak))
    {
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
fn names_tag(tags: &[u8], etag: &HeaderValue, compare: Compare) -> bool {
    tags.split(|byte| *byte == b',').any(|tag| {
        let tag = tag.trim_ascii();
        let tag = if compare == Compare::Weak {
            tag.strip_prefix(b"W/").unwrap_or(tag)
        } else {
            tag
        };
        tag == b"*" || tag == etag.as_bytes()
    })
}

/// The answer at one of a pattern of old addresses, whose own query means nothing elsewhere.
fn old(snapshot: &Snapshot, located: &Located, asked: &Asked<'_>) -> Option<Answered> {
    match located {
        (Answer::Page(stored), Some(set)) => {
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
        stored.forms.in_coding(coding).body,
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
