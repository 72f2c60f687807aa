//! The response headers: all are written here.

use std::ops::RangeInclusive;

use crate::snapshot::encoding::Coding;
use crate::snapshot::file::StoredFile;
use crate::snapshot::markdown::{self, MarkdownVariant};
use crate::snapshot::{CachePolicy, Stored};
use http::header::{
    ACCEPT_RANGES, ALLOW, CACHE_CONTROL, CONNECTION, CONTENT_ENCODING, CONTENT_LANGUAGE,
    CONTENT_LENGTH, CONTENT_RANGE, CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG, HeaderMap,
    HeaderName, HeaderValue, LINK, LOCATION, REFERRER_POLICY, RETRY_AFTER,
    STRICT_TRANSPORT_SECURITY, VARY, X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};

/// The version of the site that an answer belongs to, so that a script can wait for a change to be
/// live.
pub const VERSION: HeaderName = HeaderName::from_static("x-content-version");

/// The content security policy of a page: only what the site itself sends may load, nothing may run
/// in the page, and nobody may frame it. Data in a page, such as JSON-LD, is not run.
/// `upgrade-insecure-requests` is left out: every address in the pages is relative, and the site
/// must also work where it is read over plain HTTP, such as on the machine of an editor.
const PAGE_POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; \
     font-src 'self'; connect-src 'self'; manifest-src 'self'; media-src 'self'; \
     base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/// The addition to it for a page of the preview, in which the preview's own script runs.
const PREVIEW_POLICY: &str = "; script-src 'self'";

/// The policy of an SVG that is opened by itself: it may style itself, and do nothing else.
const DRAWING_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; \
     frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox";

const PERMISSIONS: &str = "accelerometer=(), autoplay=(), camera=(), display-capture=(), \
     fullscreen=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), \
     payment=(), picture-in-picture=(), publickey-credentials-get=(), screen-wake-lock=(), \
     usb=(), xr-spatial-tracking=()";

const RESOURCE_POLICY: HeaderName = HeaderName::from_static("cross-origin-resource-policy");

/// Two years: at least what the preload lists of browsers ask for.
pub const TRANSPORT_SECURITY: &str = "max-age=63072000";

/// The scheme over which the visitor asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    Http,
    /// As far as a proxy in front, which terminates TLS.
    Https,
}

/// The two things by which responses from one address differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Variant {
    pub scheme: Scheme,
    pub coding: Coding,
}

/// The headers that every response from one snapshot has.
pub(crate) struct CommonHeaders(HeaderMap);

impl CommonHeaders {
    pub fn new(version: &str) -> Self {
        let mut headers = HeaderMap::with_capacity(24);
        let version = HeaderValue::from_str(version).expect("a digest can stand in a header");
        headers.insert(VERSION, version);
        for (name, value) in [
            (CACHE_CONTROL, cache_control(CachePolicy::Revalidate)),
            (CONTENT_SECURITY_POLICY, PAGE_POLICY),
            (X_CONTENT_TYPE_OPTIONS, "nosniff"),
            (X_FRAME_OPTIONS, "DENY"),
            (REFERRER_POLICY, "same-origin"),
            (HeaderName::from_static("permissions-policy"), PERMISSIONS),
            (
                HeaderName::from_static("cross-origin-opener-policy"),
                "same-origin",
            ),
            (
                HeaderName::from_static("cross-origin-embedder-policy"),
                "require-corp",
            ),
            (RESOURCE_POLICY, "same-origin"),
            (
                HeaderName::from_static("x-permitted-cross-domain-policies"),
                "none",
            ),
            (HeaderName::from_static("x-dns-prefetch-control"), "off"),
        ] {
            headers.insert(name, HeaderValue::from_static(value));
        }
        CommonHeaders(headers)
    }

    /// The headers of a response without a body.
    pub fn without_body(&self, scheme: Scheme) -> HeaderMap {
        let mut headers = self.0.clone();
        if scheme == Scheme::Https {
            // RFC 6797 forbids it on any other.
            let value = HeaderValue::from_static(TRANSPORT_SECURITY);
            headers.insert(STRICT_TRANSPORT_SECURITY, value);
        }
        headers
    }

    /// The headers of a body from memory.
    pub fn of_stored(&self, stored: &Stored, variant: Variant) -> HeaderMap {
        let coding = if stored.body.is_compressible() {
            variant.coding
        } else {
            Coding::Identity
        };
        let (sent, link) = (Variant { coding, ..variant }, stored.canonical.as_ref());
        self.of_form(stored, stored.media_type, sent, link)
    }

    /// The headers of the Markdown of a page.
    pub fn of_markdown(
        &self,
        page: &Stored,
        markdown: &MarkdownVariant,
        variant: Variant,
    ) -> HeaderMap {
        let link = Some(&markdown.canonical);
        self.of_form(page, markdown::MEDIA_TYPE, variant, link)
    }

    /// The headers of what is stored, in one of its forms.
    fn of_form(
        &self,
        stored: &Stored,
        media_type: &'static str,
        sent: Variant,
        canonical: Option<&HeaderValue>,
    ) -> HeaderMap {
        let mut headers = self.of_body(media_type, stored.cache, sent.scheme);
        let mut set = |name, value| headers.insert(name, HeaderValue::from_static(value));
        if let Some(vary) = vary(stored) {
            set(VARY, vary);
        }
        if let Some(token) = sent.coding.token() {
            set(CONTENT_ENCODING, token);
        }
        if let Some(language) = stored.language {
            set(CONTENT_LANGUAGE, language);
        }
        link(&mut headers, canonical);
        headers
    }

    /// The headers of a file from disk.
    pub fn of_file(&self, file: &StoredFile, scheme: Scheme) -> HeaderMap {
        let mut headers = self.of_body(file.media_type, file.cache, scheme);
        headers.insert(ACCEPT_RANGES, HeaderValue::from_static("bytes"));
        link(&mut headers, file.canonical.as_ref());
        headers
    }

    fn of_body(&self, media_type: &'static str, cache: CachePolicy, scheme: Scheme) -> HeaderMap {
        let mut headers = self.without_body(scheme);
        let mut set = |name, value| headers.insert(name, HeaderValue::from_static(value));
        set(CONTENT_TYPE, media_type);
        set(CACHE_CONTROL, cache_control(cache));
        if media_type.starts_with("image/") {
            // Pictures are shown by others: in a preview of a shared page, in a feed reader.
            set(RESOURCE_POLICY, "cross-origin");
        }
        if media_type == "image/svg+xml" {
            set(CONTENT_SECURITY_POLICY, DRAWING_POLICY);
        }
        headers
    }
}

/// The headers of the request by which the responses at one address differ.
fn vary(stored: &Stored) -> Option<&'static str> {
    match (&stored.markdown, stored.body.is_compressible()) {
        (Some(_), _) => Some("accept, accept-encoding"),
        (None, true) => Some("accept-encoding"),
        (None, false) => None,
    }
}

/// The link to the page that search engines should list in place of another form of it. `None`
/// where its address cannot stand in a header.
pub fn canonical_link(address: &str) -> Option<HeaderValue> {
    HeaderValue::from_str(&format!("<{address}>; rel=\"canonical\"")).ok()
}

fn link(headers: &mut HeaderMap, link: Option<&HeaderValue>) {
    if let Some(link) = link {
        headers.insert(LINK, link.clone());
    }
}

fn cache_control(cache: CachePolicy) -> &'static str {
    match cache {
        CachePolicy::Revalidate => "public, no-cache",
        CachePolicy::Immutable => "public, max-age=31536000, immutable",
        CachePolicy::NoStore => "no-store",
    }
}

/// The entity tag of the body that is sent.
pub fn etag(headers: &mut HeaderMap, etag: &HeaderValue) {
    headers.insert(ETAG, etag.clone());
}

/// Leaves out the description of a body that is not sent (RFC 9110, 15.4.5).
pub fn not_modified(headers: &mut HeaderMap) {
    for name in [CONTENT_TYPE, CONTENT_ENCODING, CONTENT_LANGUAGE] {
        headers.remove(name);
    }
}

/// The headers of a response for editors alone, which is never cached or indexed.
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
    let policy = HeaderValue::from_str(&format!("{PAGE_POLICY}{PREVIEW_POLICY}"));
    let policy = policy.expect("a policy can stand in a header");
    headers.insert(CONTENT_SECURITY_POLICY, policy);
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

/// Ends the connection after the response: nobody can tell where the next request would begin.
pub fn close(headers: &mut HeaderMap) {
    headers.insert(CONNECTION, HeaderValue::from_static("close"));
}

/// The address to go to instead. `None` where it cannot stand in a header.
pub fn location(headers: &mut HeaderMap, address: &str) -> Option<()> {
    headers.insert(LOCATION, HeaderValue::from_str(address).ok()?);
    Some(())
}

/// The seconds after which to come back.
pub fn retry_after(headers: &mut HeaderMap, seconds: u32) {
    headers.insert(RETRY_AFTER, HeaderValue::from(seconds));
}

/// Says that one address gives a page or data, by what the client can read.
pub fn varies_by_type(headers: &mut HeaderMap) {
    headers.insert(VARY, HeaderValue::from_static("accept, accept-encoding"));
}

/// Lets caches in front give a page for so many seconds without asking, and for so many more while
/// no server answers. Browsers ask as before, and what is not to be kept stays so.
pub fn shared(headers: &mut HeaderMap, fresh: u64, without_server: u64) {
    let usual = cache_control(CachePolicy::Revalidate);
    if headers
        .get(CACHE_CONTROL)
        .is_some_and(|value| value == usual)
    {
        let value = format!("public, max-age=0, s-maxage={fresh}, stale-if-error={without_server}");
        let value = HeaderValue::from_str(&value).expect("numbers can stand in a header");
        headers.insert(CACHE_CONTROL, value);
    }
}

/// Keeps search engines from listing the answer.
pub fn not_indexed(headers: &mut HeaderMap) {
    headers.insert(
        HeaderName::from_static("x-robots-tag"),
        HeaderValue::from_static("noindex"),
    );
}
