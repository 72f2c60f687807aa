//! A request, as far as its response depends on it.

use std::cmp::Reverse;

use headers::{ETag, Header, HeaderMapExt, IfMatch, IfNoneMatch};
use http::header::{ACCEPT, ACCEPT_ENCODING, HOST};
use http::request::Parts;
use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Version};

use crate::snapshot::dynamic::ResponseFormat;
use crate::snapshot::encoding::{negotiate, weighted};
use crate::snapshot::headers::{Scheme, Variant};

/// The header in which a proxy in front says how the visitor is connected.
const FORWARDED_SCHEME: HeaderName = HeaderName::from_static("x-forwarded-proto");

/// The line and the headers of a request.
pub struct RequestHead<'a> {
    pub method: &'a Method,
    pub path: &'a str,
    pub query: Option<&'a str>,
    /// The scheme, and the coding that is asked for.
    pub variant: Variant,
    pub has_valid_host: bool,
    headers: &'a HeaderMap,
}

impl<'a> From<&'a Parts> for RequestHead<'a> {
    fn from(request: &'a Parts) -> Self {
        let headers = &request.headers;
        let is_https = headers
            .get(FORWARDED_SCHEME)
            .is_some_and(|scheme| scheme == "https");
        RequestHead {
            method: &request.method,
            path: request.uri.path(),
            query: request.uri.query(),
            variant: Variant {
                scheme: if is_https {
                    Scheme::Https
                } else {
                    Scheme::Http
                },
                coding: negotiate(values(headers, &ACCEPT_ENCODING)),
            },
            has_valid_host: has_valid_host(request),
            headers,
        }
    }
}

impl RequestHead<'_> {
    /// A header in its typed form; `None` where it is absent or cannot be read.
    pub fn read_header<H: Header>(&self) -> Option<H> {
        self.headers.typed_get()
    }

    /// A header as text; `None` where it is absent or no text.
    pub fn text_header(&self, name: &HeaderName) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// The status where a condition does not hold (RFC 9110, 13.1): `If-Match` goes before
    /// `If-None-Match`. There are no dates to compare, since every body has a tag.
    pub fn failed_condition(&self, etag: &HeaderValue) -> Option<StatusCode> {
        let if_match = self.read_header::<IfMatch>();
        let if_none_match = self.read_header::<IfNoneMatch>();
        if if_match.is_none() && if_none_match.is_none() {
            return None;
        }
        let etag: ETag = etag.to_str().ok()?.parse().ok()?;
        if if_match.is_some_and(|condition| !condition.precondition_passes(&etag)) {
            Some(StatusCode::PRECONDITION_FAILED)
        } else if if_none_match.is_some_and(|condition| !condition.precondition_passes(&etag)) {
            Some(StatusCode::NOT_MODIFIED)
        } else {
            None
        }
    }

    /// The format that is asked for: JSON where it is preferred to HTML.
    pub fn format(&self) -> ResponseFormat {
        if self.prefers(b"application/json") {
            ResponseFormat::Json
        } else {
            ResponseFormat::Html
        }
    }

    /// True if Markdown is preferred to HTML.
    pub fn prefers_markdown(&self) -> bool {
        self.prefers(b"text/markdown")
    }

    /// True for a media type that weighs more than HTML, or as much and comes first.
    fn prefers(&self, media_type: &[u8]) -> bool {
        let items = || values(self.headers, &ACCEPT).flat_map(weighted);
        let find = |media_type: &[u8]| {
            let mut items = items().enumerate();
            let is_same = |item: &[u8]| item.eq_ignore_ascii_case(media_type);
            items.find_map(|(at, (item, weight))| is_same(item).then_some((weight, Reverse(at))))
        };
        find(media_type).is_some_and(|preferred| {
            preferred.0 > 0 && find(b"text/html").is_none_or(|html| preferred > html)
        })
    }
}

fn values<'a>(headers: &'a HeaderMap, name: &HeaderName) -> impl Iterator<Item = &'a [u8]> {
    headers.get_all(name).iter().map(HeaderValue::as_bytes)
}

/// True for a request with one valid host (RFC 9112, 3.2): HTTP/1.1 needs the header, HTTP/2 has
/// the host in its address.
fn has_valid_host(request: &Parts) -> bool {
    let mut hosts = request.headers.get_all(HOST).iter();
    match (hosts.next(), hosts.next()) {
        (Some(host), None) => is_host(host.as_bytes()),
        (None, _) => request.version != Version::HTTP_11 || request.uri.authority().is_some(),
        _ => false,
    }
}

/// True for a host with its port, as far as its characters tell (RFC 3986, 3.2.2).
fn is_host(host: &[u8]) -> bool {
    let is_allowed =
        |byte: &u8| byte.is_ascii_alphanumeric() || b"-._~:[]%!$&'()*+,;=".contains(byte);
    !host.is_empty() && host.iter().all(is_allowed)
}
