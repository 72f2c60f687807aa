//! What an answer depends on of a request, however the request came in.

use std::borrow::Cow;

use http::request::Parts;
use http::{HeaderMap, Method, Request, Uri, Version};

use crate::snapshot::encoding::{Coding, negotiate};
use crate::snapshot::headers::Connection;

/// A request, with what an answer depends on of its headers: found in one pass over them.
pub struct Asked<'a> {
    pub(super) method: Method,
    pub(super) path: &'a str,
    pub(super) query: Option<&'a str>,
    /// Lists of tags.
    pub(super) if_match: Option<Cow<'a, [u8]>>,
    pub(super) if_none_match: Option<Cow<'a, [u8]>>,
    pub(super) connection: Connection,
    accept_encoding: Option<Cow<'a, [u8]>>,
    host: Naming,
}

/// How a request names the host that it is for.
#[derive(Clone, Copy, PartialEq)]
enum Naming {
    /// In no header, where it must.
    Missing,
    /// In no header, where it need not.
    Needless,
    Sound,
    /// More than once, or not by what a name may be.
    Unsound,
}

impl<'a> Asked<'a> {
    /// What a request asks for.
    pub fn of<B>(request: &'a Request<B>) -> Self {
        Asked::parsed(
            request.method(),
            request.uri(),
            request.version(),
            request.headers(),
        )
    }

    fn parsed(method: &Method, uri: &'a Uri, version: Version, headers: &'a HeaderMap) -> Self {
        // RFC 9112, 3.2: a request of HTTP/1.1 names its host, once. In HTTP/2 the address does.
        let host = if version == Version::HTTP_11 && uri.authority().is_none() {
            Naming::Missing
        } else {
            Naming::Needless
        };
        let headers = headers
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_bytes()));
        Asked {
            method: method.clone(),
            query: uri.query(),
            ..Asked::new(uri.path(), host, headers)
        }
    }

    /// What a GET of HTTP/1.1 asks for, by its path and its headers.
    pub fn get(path: &'a str, headers: impl Iterator<Item = (&'a str, &'a [u8])>) -> Self {
        Asked::new(path, Naming::Missing, headers)
    }

    fn new(
        path: &'a str,
        host: Naming,
        headers: impl Iterator<Item = (&'a str, &'a [u8])>,
    ) -> Self {
        let mut asked = Asked {
            method: Method::GET,
            path,
            query: None,
            if_match: None,
            if_none_match: None,
            connection: Connection::Plain,
            accept_encoding: None,
            host,
        };
        for (name, value) in headers {
            asked.heed(name, value);
        }
        asked
    }

    fn heed(&mut self, name: &str, value: &'a [u8]) {
        let is = |known: &str| name.eq_ignore_ascii_case(known);
        if is("host") {
            let is_first = matches!(self.host, Naming::Missing | Naming::Needless);
            self.host = if is_first && is_host(value) {
                Naming::Sound
            } else {
                Naming::Unsound
            };
        } else if is("accept-encoding") {
            join(&mut self.accept_encoding, value);
        } else if is("if-none-match") {
            join(&mut self.if_none_match, value);
        } else if is("if-match") {
            join(&mut self.if_match, value);
        } else if is("x-forwarded-proto") && value == b"https" {
            // A proxy in front says that the visitor's connection is encrypted.
            self.connection = Connection::Encrypted;
        }
    }

    pub(super) fn names_one_host(&self) -> bool {
        matches!(self.host, Naming::Sound | Naming::Needless)
    }

    /// Whether it asks for something that is to be read, in a way that can be answered.
    pub(super) fn reads(&self) -> bool {
        matches!(self.method, Method::GET | Method::HEAD) && self.names_one_host()
    }

    /// The coding that it asks for.
    pub(super) fn coding(&self) -> Coding {
        negotiate(self.accept_encoding.as_deref().into_iter())
    }
}

impl<'a> From<&'a Parts> for Asked<'a> {
    fn from(request: &'a Parts) -> Self {
        Asked::parsed(
            &request.method,
            &request.uri,
            request.version,
            &request.headers,
        )
    }
}

/// RFC 9110, 5.3: a list in several headers is one list.
fn join<'a>(list: &mut Option<Cow<'a, [u8]>>, more: &'a [u8]) {
    *list = Some(match list.take() {
        None => Cow::Borrowed(more),
        Some(before) => Cow::Owned([&*before, b",", more].concat()),
    });
}

/// RFC 3986, 3.2.2: what may stand in the name of a host and its port.
const HOST_BYTES: [bool; 256] = {
    let mut allowed = [false; 256];
    let letters =
        b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~:[]%!$&'()*+,;=";
    let mut at = 0;
    while at < letters.len() {
        allowed[letters[at] as usize] = true;
        at += 1;
    }
    allowed
};

fn is_host(host: &[u8]) -> bool {
    !host.is_empty() && host.iter().all(|byte| HOST_BYTES[usize::from(*byte)])
}
