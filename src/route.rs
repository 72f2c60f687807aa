//! The address of an answer within the site, and the one form in which each address is served.

use std::borrow::{Borrow, Cow};
use std::fmt;
use std::sync::Arc;

use percent_encoding::percent_decode_str;

/// The path of an address in its canonical form: `/nieuws/` for a page, `/sitemap.xml` for a file.
/// Lower case letters, digits, `-`, `_`, `.` and `/`; starts with a slash; no empty, `.` or `..` part; a page ends in a slash.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Route(Arc<str>);

impl Route {
    /// `Route::parse("/nieuws/")`; `None` where the text is not a canonical path.
    pub fn parse(path: &str) -> Option<Self> {
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-_./".contains(c);
        let rest = path.strip_prefix('/')?;
        let parts = rest.strip_suffix('/').unwrap_or(rest);
        let sound = rest.is_empty() || parts.split('/').all(|part| !part.is_empty() && part != "." && part != "..");
        (sound && path.chars().all(plain)).then(|| Route(path.into()))
    }

    /// The page below this one: `/nieuws/` and `2022` give `/nieuws/2022/`.
    pub fn page(&self, slug: &str) -> Self {
        Route(format!("{}{slug}/", self.folder()).into())
    }

    /// The file below this page: `/nieuws/` and `feed.xml` give `/nieuws/feed.xml`.
    pub fn file(&self, name: &str) -> Self {
        Route(format!("{}{name}", self.folder()).into())
    }

    pub fn home() -> Self {
        Route("/".into())
    }

    /// The page above this one, by the parts of the address; `None` for the home page.
    pub fn parent(&self) -> Option<Self> {
        let inner = self.0.strip_suffix('/').unwrap_or(&self.0);
        let slash = inner.rfind('/')?;
        Some(Route(inner[..=slash].into()))
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

/// Whether `slug` can be one part of an address: `een-nieuw-tijdperk`.
pub fn is_slug(slug: &str) -> bool {
    !slug.is_empty()
        && !slug.starts_with('-')
        && !slug.ends_with('-')
        && slug.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

/// The canonical candidates for a path that was asked for in another form, best first: percent signs decoded, double
/// slashes and backslashes joined, lower case, without `index.html`, with and without a slash at the end.
/// Empty where the path cannot be an address of any site: not UTF-8, control characters, `..`.
pub fn canonical_candidates(path: &str) -> Vec<String> {
    let Ok(decoded) = percent_decode_str(path).decode_utf8() else { return Vec::new() };
    let decoded: Cow<str> = decoded;
    if decoded.chars().any(char::is_control) {
        return Vec::new();
    }
    let lower = decoded.to_lowercase();
    let mut parts: Vec<&str> = lower.split(['/', '\\']).filter(|part| !part.is_empty() && *part != ".").collect();
    if parts.contains(&"..") {
        return Vec::new();
    }
    if matches!(parts.last(), Some(&"index.html" | &"index.htm" | &"index.md")) {
        parts.pop();
    }
    if parts.is_empty() {
        return vec!["/".to_owned()];
    }
    let file = format!("/{}", parts.join("/"));
    vec![format!("{file}/"), file]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_route_is_a_canonical_path_or_nothing() {
        for good in ["/", "/nieuws/", "/nieuws/2022/", "/sitemap.xml", "/static/site.3fa9.css"] {
            assert!(Route::parse(good).is_some(), "{good}");
        }
        for bad in ["", "nieuws/", "//", "/Nieuws/", "/a//b/", "/../", "/a b/", "/a?b", "/caf\u{e9}/"] {
            assert!(Route::parse(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn the_parent_of_a_page_is_one_part_shorter() {
        let parent = |path: &str| Route::parse(path).and_then(|route| route.parent()).map(|route| route.to_string());
        assert_eq!(parent("/nieuws/2022/").as_deref(), Some("/nieuws/"));
        assert_eq!(parent("/nieuws/").as_deref(), Some("/"));
        assert_eq!(parent("/"), None);
    }

    #[test]
    fn other_forms_of_an_address_lead_to_its_canonical_form() {
        for form in ["/Nieuws", "/nieuws", "//nieuws//", "/nieuws/index.html", "/%6eieuws/", "/.\\NIEUWS\\", "/nieuws/."] {
            assert_eq!(canonical_candidates(form).first().map(String::as_str), Some("/nieuws/"), "{form}");
        }
        for hostile in ["/../etc/passwd", "/%2e%2e/%2e%2e/etc", "/%ff", "/a%00b", "/a%0d%0ab"] {
            assert!(canonical_candidates(hostile).is_empty(), "{hostile}");
        }
    }
}
