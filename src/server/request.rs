//! A request, as far as its response depends on it.

use std::cmp::Reverse;

use headers::{ETag, Header, HeaderMapExt, IfMatch, IfNoneMatch};
use http::header::{ACCEPT, ACCEPT_ENCODING, HOST, TRANSFER_ENCODING};
use http::request::Parts;
use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Version};

use crate::server::client::{Client, Origin};
use crate::snapshot::dynamic::ResponseFormat;
use crate::snapshot::encoding::{negotiate, weighted};
use crate::snapshot::headers::{Scheme, Variant};

/// The line and the headers of a request.
pub struct RequestHead<'a> {
    /// `None` where clients cannot be told apart.
    pub client: Option<Client>,
    pub method: &'a Method,
    pub path: &'a str,
    pub query: Option<&'a str>,
    /// The scheme, and the coding that is asked for.
    pub variant: Variant,
    /// True if it is sent as HTTP says, as far as its reader leaves that to us.
    pub is_well_formed: bool,
    headers: &'a HeaderMap,
}

impl<'a> From<&'a Parts> for RequestHead<'a> {
    fn from(request: &'a Parts) -> Self {
        let headers = &request.headers;
        let origin = request.extensions.get::<Origin>();
        RequestHead {
            client: origin.and_then(|origin| origin.client(headers)),
            method: &request.method,
            path: request.uri.path(),
            query: request.uri.query(),
            variant: Variant {
                scheme: origin.map_or(Scheme::Http, |origin| origin.scheme(headers)),
                coding: negotiate(values(headers, &ACCEPT_ENCODING)),
            },
            is_well_formed: has_valid_host(request) && has_path(request) && has_one_coding(headers),
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

/// True for a request with one valid host (RFC 9112, 3.2): HTTP/1.1 needs the header, also where
/// its target is a whole address; HTTP/2 has the host in its address.
fn has_valid_host(request: &Parts) -> bool {
    let mut hosts = request.headers.get_all(HOST).iter();
    match (hosts.next(), hosts.next()) {
        (Some(host), None) => is_host(host.as_bytes()),
        (None, _) if request.version == Version::HTTP_2 => request.uri.authority().is_some(),
        (None, _) => request.version != Version::HTTP_11,
        _ => false,
    }
}

/// True for a host with its port, as far as its characters tell (RFC 3986, 3.2.2).
fn is_host(host: &[u8]) -> bool {
    let is_allowed = |byte: &u8| byte.is_ascii_alphanumeric() || b"-._~%!$&'()*+,;=".contains(byte);
    let end_of_address = host.iter().position(|byte| *byte == b']');
    let (name, port) = match (host, end_of_address) {
        ([b'[', ..], Some(end)) => (&host[1..end], &host[end + 1..]),
        _ => {
            let end = host.iter().position(|byte| *byte == b':');
            host.split_at(end.unwrap_or(host.len()))
        }
    };
    let is_port = match port {
        [] => true,
        [b':', digits @ ..] => digits.iter().all(u8::is_ascii_digit),
        _ => false,
    };
    let is_address = end_of_address.is_some();
    let is_named = |byte: &u8| is_allowed(byte) || is_address && *byte == b':';
    is_port && !name.is_empty() && name.iter().all(is_named)
}

/// True for a request whose target holds a path (RFC 9112, 3.2): only `CONNECT` names a host alone,
/// and only `OPTIONS` the server as a whole.
fn has_path(request: &Parts) -> bool {
    let path = request.uri.path();
    path.starts_with('/')
        || request.method == Method::CONNECT
        || request.method == Method::OPTIONS && path == "*"
}

/// True for a body that comes as it is, or in pieces and not coded otherwise. Where another coding
/// is named, or the same one twice, a proxy in front may see another end of the body (RFC 9112,
/// 11.2).
fn has_one_coding(headers: &HeaderMap) -> bool {
    let mut codings = values(headers, &TRANSFER_ENCODING);
    let coding = codings.next();
    coding.is_none_or(|coding| coding.eq_ignore_ascii_case(b"chunked")) && codings.next().is_none()
}
