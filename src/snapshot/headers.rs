//! The one place where response headers are written. They are made when a snapshot is made; a request
//! takes them as they are.

use http::header::{
    ALLOW, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_LANGUAGE, CONTENT_SECURITY_POLICY,
    CONTENT_TYPE, ETAG, HeaderMap, HeaderName, HeaderValue, LOCATION, REFERRER_POLICY, RETRY_AFTER,
    STRICT_TRANSPORT_SECURITY, VARY, X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use rustc_hash::FxHashMap;

use crate::snapshot::encoding::Coding;
use crate::snapshot::{CachePolicy, Stored};

/// The version of the site that an answer belongs to, so that a script can wait for a change to be live.
pub const VERSION: HeaderName = HeaderName::from_static("x-content-version");

/// Only what the site itself sends may load, nothing may run in the page, and nobody may frame it.
/// `upgrade-insecure-requests` is left out: every address in the pages is relative, and the site must also work where it
/// is read over plain HTTP, such as on the machine of an editor.
const PAGE_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; \
     manifest-src 'self'; media-src 'self'; frame-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/// A drawing that is opened by itself may style itself, and do nothing else.
const DRAWING_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox";

const PERMISSIONS: &str = "accelerometer=(), autoplay=(), camera=(), display-capture=(), fullscreen=(), geolocation=(), gyroscope=(), \
     magnetometer=(), microphone=(), midi=(), payment=(), picture-in-picture=(), publickey-credentials-get=(), screen-wake-lock=(), \
     usb=(), xr-spatial-tracking=()";

/// Two years: long enough for every list that browsers ship with.
const TRANSPORT_SECURITY: &str = "max-age=63072000";

/// The headers that a kind of answer has, in a snapshot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SetId(u16);

/// What answers have in common that have the same headers but for the tag.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Kind {
    media_type: &'static str,
    language: Option<&'static str>,
    cache: CachePolicy,
    /// Whether it has a form in each coding.
    negotiated: bool,
}

impl Kind {
    fn of(stored: &Stored) -> Self {
        let Stored {
            media_type,
            language,
            cache,
            ref body,
            ..
        } = *stored;
        Kind {
            media_type,
            language,
            cache,
            negotiated: body.is_compressible(),
        }
    }
}

/// How the visitor is connected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Connection {
    Plain,
    /// To a proxy that ends the encryption.
    Encrypted,
}

impl Connection {
    const ALL: [Connection; 2] = [Connection::Plain, Connection::Encrypted];
}

/// The headers of answers that differ in nothing but their tags.
pub struct Headers {
    /// The tag has the first place.
    map: HeaderMap,
    /// The lines of HTTP/1.1, without that of the tag.
    lines: Vec<u8>,
}

impl From<HeaderMap> for Headers {
    fn from(map: HeaderMap) -> Self {
        let mut lines = Vec::new();
        for (name, value) in map.iter().filter(|(name, _)| *name != ETAG) {
            lines.extend([name.as_str().as_bytes(), b": ", value.as_bytes(), b"\r\n"].concat());
        }
        Headers { map, lines }
    }
}

impl Headers {
    /// The headers of one answer.
    pub fn tagged(&self, etag: HeaderValue) -> HeaderMap {
        let mut headers = self.map.clone();
        // Looking its place up by its name would take longer.
        if let Some(place) = headers.values_mut().next() {
            *place = etag;
        }
        headers
    }

    /// The same as lines of HTTP/1.1.
    pub fn write(&self, etag: &HeaderValue, to: &mut Vec<u8>) {
        to.extend_from_slice(b"etag: ");
        to.extend_from_slice(etag.as_bytes());
        to.extend_from_slice(b"\r\n");
        to.extend_from_slice(&self.lines);
    }
}

/// The headers of one kind of answer in one coding on one kind of connection.
struct Set {
    with_body: Headers,
    not_modified: Headers,
}

/// The headers of every kind of answer in a snapshot.
pub(crate) struct HeaderSets {
    version: HeaderValue,
    ids: FxHashMap<Kind, SetId>,
    /// For each kind, connection and coding the headers, with a place kept for the tag.
    sets: Vec<[[Set; 3]; 2]>,
}

impl HeaderSets {
    pub fn new(version: &str) -> Self {
        let version = HeaderValue::from_str(version).expect("a digest can stand in a header");
        HeaderSets {
            version,
            ids: FxHashMap::default(),
            sets: Vec::new(),
        }
    }

    /// The headers of answers like this one.
    pub fn of(&mut self, stored: &Stored) -> SetId {
        let kind = Kind::of(stored);
        match self.ids.get(&kind) {
            Some(id) => *id,
            None => self.add(kind),
        }
    }

    fn add(&mut self, kind: Kind) -> SetId {
        let set = |coding, connection| {
            let with_body = self.compose(kind, coding, connection);
            let mut not_modified = with_body.clone();
            not_modified.remove(CONTENT_TYPE);
            not_modified.remove(CONTENT_ENCODING);
            not_modified.remove(CONTENT_LANGUAGE);
            Set {
                with_body: with_body.into(),
                not_modified: not_modified.into(),
            }
        };
        let sets =
            Connection::ALL.map(|connection| Coding::ALL.map(|coding| set(coding, connection)));
        let id = SetId(u16::try_from(self.sets.len()).expect("there are few kinds of answer"));
        self.sets.push(sets);
        self.ids.insert(kind, id);
        id
    }

    fn compose(&self, kind: Kind, coding: Coding, connection: Connection) -> HeaderMap {
        let Kind {
            media_type,
            language,
            cache,
            negotiated,
        } = kind;
        let mut headers = HeaderMap::with_capacity(24);
        let mut set = |name: HeaderName, value: &'static str| {
            headers.insert(name, HeaderValue::from_static(value));
        };
        set(ETAG, "");
        set(
            CACHE_CONTROL,
            match cache {
                CachePolicy::Revalidate => "public, no-cache",
                CachePolicy::Immutable => "public, max-age=31536000, immutable",
                CachePolicy::NoStore => "no-store",
            },
        );
        if !media_type.is_empty() {
            set(CONTENT_TYPE, media_type);
        }
        if negotiated {
            set(VARY, "accept-encoding");
            if let Some(token) = coding.token() {
                set(CONTENT_ENCODING, token);
            }
        }
        let drawing = media_type == "image/svg+xml";
        set(
            CONTENT_SECURITY_POLICY,
            if drawing { DRAWING_POLICY } else { PAGE_POLICY },
        );
        set(X_CONTENT_TYPE_OPTIONS, "nosniff");
        set(X_FRAME_OPTIONS, "DENY");
        set(REFERRER_POLICY, "same-origin");
        set(HeaderName::from_static("permissions-policy"), PERMISSIONS);
        set(
            HeaderName::from_static("cross-origin-opener-policy"),
            "same-origin",
        );
        set(
            HeaderName::from_static("cross-origin-embedder-policy"),
            "require-corp",
        );
        // Pictures are shown by others: in a preview of a shared page, in a feed reader.
        set(
            HeaderName::from_static("cross-origin-resource-policy"),
            if media_type.starts_with("image/") {
                "cross-origin"
            } else {
                "same-origin"
            },
        );
        set(
            HeaderName::from_static("x-permitted-cross-domain-policies"),
            "none",
        );
        set(HeaderName::from_static("x-dns-prefetch-control"), "off");
        if connection == Connection::Encrypted {
            // RFC 6797 forbids it on any other.
            set(STRICT_TRANSPORT_SECURITY, TRANSPORT_SECURITY);
        }
        if let Some(language) = language {
            headers.insert(CONTENT_LANGUAGE, HeaderValue::from_static(language));
        }
        headers.insert(VERSION, self.version.clone());
        headers
    }

    /// The headers of a body in a coding.
    pub fn with_body(&self, id: SetId, coding: Coding, connection: Connection) -> &Headers {
        &self.sets[usize::from(id.0)][connection as usize][coding as usize].with_body
    }

    /// The headers for a client that has the body already: those of the body, without what describes it (RFC 9110, 15.4.5).
    pub fn not_modified(&self, id: SetId, coding: Coding, connection: Connection) -> &Headers {
        &self.sets[usize::from(id.0)][connection as usize][coding as usize].not_modified
    }

    /// The headers of an answer that was made for one request, so that no tag names it.
    pub fn made(&self, stored: &Stored, coding: Coding, connection: Connection) -> HeaderMap {
        let mut headers = self.compose(Kind::of(stored), coding, connection);
        headers.remove(ETAG);
        headers
    }

    /// The headers of an answer without a body.
    pub fn without_body(&self, connection: Connection) -> HeaderMap {
        let kind = Kind {
            media_type: "",
            language: None,
            cache: CachePolicy::Revalidate,
            negotiated: false,
        };
        let mut headers = self.compose(kind, Coding::Identity, connection);
        headers.remove(ETAG);
        headers
    }
}

/// The headers of an answer for editors alone: it changes at any moment, and is nobody else's.
pub fn unstored(media_type: &'static str) -> HeaderMap {
    let mut headers = HeaderMap::new();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(media_type));
    headers.insert(
        CONTENT_SECURITY_POLICY,
        HeaderValue::from_static(PAGE_POLICY),
    );
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    never_store(&mut headers);
    headers
}

/// Keeps an answer out of every cache and search engine.
pub fn never_store(headers: &mut HeaderMap) {
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    not_indexed(headers);
}

/// The methods that every address takes.
pub fn allow(headers: &mut HeaderMap) {
    headers.insert(ALLOW, HeaderValue::from_static("GET, HEAD, OPTIONS"));
}

/// The address to go to instead. `None` where it cannot stand in a header.
pub fn location(headers: &mut HeaderMap, address: &str) -> Option<()> {
    headers.insert(LOCATION, HeaderValue::from_str(address).ok()?);
    Some(())
}

/// When to come back, in seconds.
pub fn retry_after(headers: &mut HeaderMap, seconds: u32) {
    headers.insert(RETRY_AFTER, HeaderValue::from(seconds));
}

/// The same address gives a page or data, by what the client can read.
pub fn varies_by_type(headers: &mut HeaderMap) {
    headers.insert(VARY, HeaderValue::from_static("accept, accept-encoding"));
}

/// Keeps search engines from listing the answer.
pub fn not_indexed(headers: &mut HeaderMap) {
    headers.insert(
        HeaderName::from_static("x-robots-tag"),
        HeaderValue::from_static("noindex"),
    );
}
