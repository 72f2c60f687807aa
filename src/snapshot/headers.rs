//! The one place where response headers are written. They are made when a snapshot is made; a request
//! takes them as they are.

use std::ops::RangeInclusive;

use http::header::{
    ACCEPT_RANGES, ALLOW, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_LANGUAGE, CONTENT_LENGTH,
    CONTENT_RANGE, CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG, HeaderMap, HeaderName, HeaderValue,
    LOCATION, REFERRER_POLICY, RETRY_AFTER, STRICT_TRANSPORT_SECURITY, VARY,
    X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use rustc_hash::FxHashMap;

use crate::snapshot::encoding::Coding;
use crate::snapshot::{Answer, CachePolicy, Stored};

/// The version of the site that an answer belongs to, so that a script can wait for a change to be live.
pub const VERSION: HeaderName = HeaderName::from_static("x-content-version");

/// Only what the site itself sends may load, nothing may run in the page, and nobody may frame it. Data in a page, such as
/// JSON-LD, is not run. `upgrade-insecure-requests` is left out: every address in the pages is relative, and the site must
/// also work where it is read over plain HTTP, such as on the machine of an editor.
const PAGE_POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; \
     manifest-src 'self'; media-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/// The same for a page of the preview, in which the preview's own script runs.
const PREVIEW_POLICY: &str = "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; \
     img-src 'self'; font-src 'self'; manifest-src 'self'; media-src 'self'; base-uri 'none'; \
     form-action 'self'; frame-ancestors 'none'";

/// A drawing that is opened by itself may style itself, and do nothing else.
const DRAWING_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox";

const PERMISSIONS: &str = "accelerometer=(), autoplay=(), camera=(), display-capture=(), fullscreen=(), geolocation=(), gyroscope=(), \
     magnetometer=(), microphone=(), midi=(), payment=(), picture-in-picture=(), publickey-credentials-get=(), screen-wake-lock=(), \
     usb=(), xr-spatial-tracking=()";

/// Two years: long enough for every list that browsers ship with.
const TRANSPORT_SECURITY: &str = "max-age=63072000";

/// The headers of a class of responses, in one snapshot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeaderTemplateId(u16);

/// The traits that responses with the same headers have in common.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct ResponseClass {
    /// `None` without a body.
    media_type: Option<&'static str>,
    language: Option<&'static str>,
    cache: CachePolicy,
    is_compressible: bool,
    has_ranges: bool,
}

impl ResponseClass {
    const WITHOUT_BODY: ResponseClass = ResponseClass {
        media_type: None,
        language: None,
        cache: CachePolicy::Revalidate,
        is_compressible: false,
        has_ranges: false,
    };

    fn of_stored(stored: &Stored) -> Self {
        ResponseClass {
            media_type: Some(stored.media_type),
            language: stored.language,
            cache: stored.cache,
            is_compressible: stored.body.is_compressible(),
            has_ranges: false,
        }
    }

    fn of(answer: &Answer) -> Self {
        match answer {
            Answer::Stored(stored) | Answer::Gone(stored) => ResponseClass::of_stored(stored),
            Answer::File(file) => ResponseClass {
                media_type: Some(file.media_type),
                cache: file.cache,
                has_ranges: true,
                ..ResponseClass::WITHOUT_BODY
            },
            Answer::Moved(_) | Answer::Dynamic(_) => ResponseClass::WITHOUT_BODY,
        }
    }
}

/// The scheme over which the visitor asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    Http,
    /// Up to a proxy that ends the encryption.
    Https,
}

/// The two things by which responses from one address differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Variant {
    pub scheme: Scheme,
    pub coding: Coding,
}

/// The headers of one class of responses in one variant. A place is kept for the tag.
struct HeaderTemplate {
    with_body: HeaderMap,
    not_modified: HeaderMap,
}

/// The headers of every class of responses in a snapshot.
pub(crate) struct HeaderTemplates {
    version: HeaderValue,
    ids: FxHashMap<ResponseClass, HeaderTemplateId>,
    /// For each class, scheme and coding.
    templates: Vec<[[HeaderTemplate; 3]; 2]>,
}

impl HeaderTemplates {
    pub fn new(version: &str) -> Self {
        let version = HeaderValue::from_str(version).expect("a digest can stand in a header");
        HeaderTemplates {
            version,
            ids: FxHashMap::default(),
            templates: Vec::new(),
        }
    }

    /// The headers of answers like this one.
    pub fn add(&mut self, answer: &Answer) -> HeaderTemplateId {
        let class = ResponseClass::of(answer);
        if let Some(id) = self.ids.get(&class) {
            return *id;
        }
        let template = |scheme, coding| {
            let with_body = self.compose(class, Variant { scheme, coding });
            let mut not_modified = with_body.clone();
            for name in [CONTENT_TYPE, CONTENT_ENCODING, CONTENT_LANGUAGE] {
                not_modified.remove(name);
            }
            HeaderTemplate {
                with_body,
                not_modified,
            }
        };
        let templates = [Scheme::Http, Scheme::Https]
            .map(|scheme| Coding::ALL.map(|coding| template(scheme, coding)));
        let id = u16::try_from(self.templates.len()).expect("there are few classes of responses");
        self.templates.push(templates);
        self.ids.insert(class, HeaderTemplateId(id));
        HeaderTemplateId(id)
    }

    fn compose(&self, class: ResponseClass, variant: Variant) -> HeaderMap {
        let mut headers = HeaderMap::with_capacity(24);
        let mut set = |name: HeaderName, value: &'static str| {
            headers.insert(name, HeaderValue::from_static(value));
        };
        set(ETAG, "");
        set(
            CACHE_CONTROL,
            match class.cache {
                CachePolicy::Revalidate => "public, no-cache",
                CachePolicy::Immutable => "public, max-age=31536000, immutable",
                CachePolicy::NoStore => "no-store",
            },
        );
        if let Some(media_type) = class.media_type {
            set(CONTENT_TYPE, media_type);
        }
        if class.has_ranges {
            set(ACCEPT_RANGES, "bytes");
        }
        if class.is_compressible {
            set(VARY, "accept-encoding");
            if let Some(token) = variant.coding.token() {
                set(CONTENT_ENCODING, token);
            }
        }
        let media_type = class.media_type.unwrap_or_default();
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
        if variant.scheme == Scheme::Https {
            // RFC 6797 forbids it on any other.
            set(STRICT_TRANSPORT_SECURITY, TRANSPORT_SECURITY);
        }
        if let Some(language) = class.language {
            headers.insert(CONTENT_LANGUAGE, HeaderValue::from_static(language));
        }
        headers.insert(VERSION, self.version.clone());
        headers
    }

    /// The headers of a response with a body.
    pub fn with_body(
        &self,
        id: HeaderTemplateId,
        variant: Variant,
        etag: &HeaderValue,
    ) -> HeaderMap {
        tagged(&self.template(id, variant).with_body, etag)
    }

    /// The headers for a client that has the body already: those of the body, without what describes it (RFC 9110,
    /// 15.4.5).
    pub fn not_modified(
        &self,
        id: HeaderTemplateId,
        variant: Variant,
        etag: &HeaderValue,
    ) -> HeaderMap {
        tagged(&self.template(id, variant).not_modified, etag)
    }

    /// The headers of a body that has no place in the snapshot, so that no tag names it.
    pub fn untagged(&self, stored: &Stored, variant: Variant) -> HeaderMap {
        let mut headers = self.compose(ResponseClass::of_stored(stored), variant);
        headers.remove(ETAG);
        headers
    }

    /// The headers of a response without a body.
    pub fn without_body(&self, variant: Variant) -> HeaderMap {
        let mut headers = self.compose(ResponseClass::WITHOUT_BODY, variant);
        headers.remove(ETAG);
        headers
    }

    fn template(&self, id: HeaderTemplateId, variant: Variant) -> &HeaderTemplate {
        let Variant { scheme, coding } = variant;
        &self.templates[usize::from(id.0)][scheme as usize][coding as usize]
    }
}

fn tagged(template: &HeaderMap, etag: &HeaderValue) -> HeaderMap {
    let mut headers = template.clone();
    headers.insert(ETAG, etag.clone());
    headers
}

/// The headers of an answer for editors alone: it changes at any moment, and is nobody else's.
pub fn private(media_type: &'static str) -> HeaderMap {
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

/// Lets the script of the preview run in a page, which nobody may keep.
pub fn preview(headers: &mut HeaderMap) {
    headers.insert(
        CONTENT_SECURITY_POLICY,
        HeaderValue::from_static(PREVIEW_POLICY),
    );
    never_store(headers);
}

/// The part of a file that is sent, or `None` where it has no such part.
pub fn content_range(headers: &mut HeaderMap, range: Option<&RangeInclusive<u64>>, length: u64) {
    let value = match range {
        Some(range) => format!("bytes {}-{}/{length}", range.start(), range.end()),
        None => format!("bytes */{length}"),
    };
    let value = HeaderValue::from_str(&value).expect("numbers can stand in a header");
    headers.insert(CONTENT_RANGE, value);
}

/// The number of bytes of the body, for a response that is sent without it or piece by piece.
pub fn content_length(headers: &mut HeaderMap, length: u64) {
    headers.insert(CONTENT_LENGTH, HeaderValue::from(length));
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
