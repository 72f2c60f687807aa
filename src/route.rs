//! The address of an answer within the site, and the one form in which each address is served.

use std::borrow::Borrow;
use std::fmt;
use std::iter;
use std::sync::Arc;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, percent_encode};
use unicode_normalization::UnicodeNormalization;

use crate::digest::Digest;

/// The path of an address in its canonical form: `/nieuws/` for a page, `/sitemap.xml` for a file.
/// Lower case letters, digits, `-`, `_`, `.` and `/`; starts with a slash; no empty, `.` or `..`
/// part; a page ends in a slash. Only an address of former times may have other characters, each as
/// `%` and two digits.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Route(Arc<str>);

impl Route {
    /// `Route::parse("/nieuws/")`; `None` where the text is not a canonical path.
    pub fn parse(path: &str) -> Option<Self> {
        let rest = path.strip_prefix('/')?;
        let parts = rest.strip_suffix('/').unwrap_or(rest);
        let is_valid = rest.is_empty()
            || parts
                .split('/')
                .all(|part| !part.is_empty() && part != "." && part != "..");
        (is_valid && path.bytes().all(is_plain)).then(|| Route(path.into()))
    }

    /// An address of former times, which may have had other characters:
    /// `Route::redirected("/caf%c3%a9/")`.
    fn redirected(path: &str) -> Option<Self> {
        let plain = path.replace('%', "-");
        Route::parse(&plain).map(|_| Route(path.into()))
    }

    /// The page below this one: `/nieuws/` and `2022` give `/nieuws/2022/`.
    pub fn page(&self, slug: &str) -> Self {
        Route(format!("{}{slug}/", self.folder()).into())
    }

    /// The file below this page: `/nieuws/` and `feed.xml` give `/nieuws/feed.xml`.
    pub fn file(&self, name: &str) -> Self {
        Route(format!("{}{name}", self.folder()).into())
    }

    /// The file with a digest of its content before its extension: `/static/kaart.svg` becomes
    /// `/static/kaart.3fa9c1d2e4.svg`.
    pub fn with_digest(&self, digest: Digest) -> Self {
        let (stem, extension) = self.0.rsplit_once('.').unwrap_or((&self.0, "bin"));
        Route(format!("{stem}.{digest:.10}.{extension}").into())
    }

    /// The page that a file stands below, and the name of the file; `None` for a page.
    pub fn as_file(&self) -> Option<(Self, &str)> {
        let folder = self.folder();
        let name = &self.0[folder.len()..];
        (!name.is_empty()).then(|| (Route(folder.into()), name))
    }

    pub fn home() -> Self {
        Route("/".into())
    }

    /// The page above this one, by the parts of the address; `None` for the home page.
    pub fn parent(&self) -> Option<Self> {
        let inner = self.0.strip_suffix('/').unwrap_or(&self.0);
        inner.rfind('/').map(|slash| Route(inner[..=slash].into()))
    }

    /// The pages above this one, the home page last.
    pub fn ancestors(&self) -> impl Iterator<Item = Self> + use<> {
        iter::successors(self.parent(), Self::parent)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    fn folder(&self) -> &str {
        &self.0[..=self.0.rfind('/').expect("a route starts with a slash")]
    }
}

impl fmt::Display for Route {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl Borrow<str> for Route {
    fn borrow(&self) -> &str {
        &self.0
    }
}

/// The last part of a path: `naam.md` of `nieuws/naam.md`.
pub fn last_part(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or_default()
}

/// True for a path that ends as those of files do, with a point in its last part.
pub fn is_file_name(path: &str) -> bool {
    last_part(path).contains('.')
}

/// True for the name of a file that answers at the address of its folder.
fn is_index(name: &str) -> bool {
    matches!(name, "index.html" | "index.htm" | "index.md")
}

/// True if a byte can stand in an address of the site.
fn is_plain(byte: u8) -> bool {
    byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-_./".contains(&byte)
}

/// The characters that cannot stand in an address of the site.
const OTHERS: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'/');

/// True if `slug` can be one part of an address: `een-nieuw-tijdperk`.
pub fn is_slug(slug: &str) -> bool {
    !slug.is_empty()
        && !slug.starts_with('-')
        && !slug.ends_with('-')
        && slug
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

/// The canonical candidates for a path that was asked for in another form, best first: percent
/// signs decoded, double slashes and backslashes joined, lower case, without `index.html`, with and
/// without a slash at the end. What cannot stand in an address of the site is written with percent
/// signs again, always in the same way. Empty where the path cannot be an address of any site: not
/// UTF-8, control characters, `..`.
pub fn canonical_candidates(path: &str) -> Vec<String> {
    let Ok(decoded) = percent_decode_str(path).decode_utf8() else {
        return Vec::new();
    };
    if decoded.chars().any(char::is_control) {
        return Vec::new();
    }
    // An accent may be written as part of its letter or behind it.
    let lower: String = decoded.to_lowercase().nfc().collect();
    let mut parts: Vec<&str> = lower
        .split(['/', '\\'])
        .filter(|part| !part.is_empty() && *part != ".")
        .collect();
    if parts.contains(&"..") {
        return Vec::new();
    }
    parts.pop_if(|last| is_index(last));
    if parts.is_empty() {
        return vec!["/".to_owned()];
    }
    let file = format!("/{}", parts.join("/"));
    let file = if file.bytes().all(is_plain) {
        file
    } else {
        percent_encode(file.as_bytes(), OTHERS)
            .to_string()
            .to_lowercase()
    };
    vec![format!("{file}/"), file]
}

/// An address as people write it: `/café/` for `/caf%c3%a9/`.
pub fn readable(address: &str) -> String {
    percent_decode_str(address).decode_utf8_lossy().into_owned()
}

/// An address of former times.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RedirectPattern {
    Exact(Route),
    Prefix(UrlPattern),
}

/// Old addresses that no path alone can name: `/?start=9`, and all that start alike, as in
/// `/nieuws/1558-*`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct UrlPattern {
    /// The path that all have, or start with. As a file: without a slash at the end, unless it is
    /// all there is or more follows.
    pub path: String,
    /// The query that all have, or start with.
    pub query: Option<String>,
    /// True if anything may follow.
    pub open: bool,
}

impl RedirectPattern {
    /// Reads an address as it was asked for, from its first slash. A `*` at its end stands for
    /// anything.
    pub fn parse(address: &str) -> Option<Self> {
        let (address, open) = address
            .strip_suffix('*')
            .map_or((address, false), |start| (start, true));
        if !address.starts_with('/')
            || address.contains(['*', '#'])
            || address.contains(char::is_whitespace)
        {
            return None;
        }
        let (path, query) = address
            .split_once('?')
            .map_or((address, None), |(path, query)| {
                (path, Some(query.to_owned()))
            });
        let candidates = canonical_candidates(path);
        if query.is_none() && !open {
            let is_file = is_file_name(path) && !is_index(&last_part(path).to_lowercase());
            return candidates
                .into_iter()
                .filter_map(|path| Route::redirected(&path))
                .nth(usize::from(is_file))
                .map(RedirectPattern::Exact);
        }
        // Everything is no pattern.
        if query.is_none() && path.len() < 2 {
            return None;
        }
        let is_folder = query.is_none() && path.ends_with('/');
        let end = if is_folder { "/" } else { "" };
        Some(RedirectPattern::Prefix(UrlPattern {
            path: candidates.last()?.clone() + end,
            query,
            open,
        }))
    }

    /// The address of former times that this text is, if it is a single one.
    pub fn exact(address: &str) -> Option<Route> {
        match Self::parse(address)? {
            RedirectPattern::Exact(route) => Some(route),
            RedirectPattern::Prefix(_) => None,
        }
    }
}

impl fmt::Display for RedirectPattern {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            RedirectPattern::Exact(route) => route.fmt(out),
            RedirectPattern::Prefix(pattern) => pattern.fmt(out),
        }
    }
}

impl fmt::Display for UrlPattern {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.path)?;
        if let Some(query) = &self.query {
            write!(out, "?{query}")?;
        }
        out.write_str(if self.open { "*" } else { "" })
    }
}

impl UrlPattern {
    /// True if an address with this path belongs to the pattern, whatever its query.
    pub fn has_path(&self, path: &str) -> bool {
        self.query.is_none() && path.starts_with(&self.path)
    }

    /// True if an address belongs to the pattern because of its query.
    pub fn has_query(&self, path: &str, query: &str) -> bool {
        let Some(start) = self.query.as_deref().filter(|_| as_file(path) == self.path) else {
            return false;
        };
        if self.open {
            query.starts_with(start)
        } else {
            query == start
        }
    }
}

/// A canonical path without the slash at its end.
fn as_file(path: &str) -> &str {
    path.strip_suffix('/')
        .filter(|path| !path.is_empty())
        .unwrap_or(path)
}
