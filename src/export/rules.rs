//! The knowledge that a web server needs beside the content of files: the headers of each, and the
//! answers where there is no file.

use std::collections::BTreeMap;

use http::HeaderMap;
use http::header::{ACCEPT_RANGES, CONTENT_LENGTH};

use crate::route::{Route, UrlPattern, readable};

/// The files that hold the rules, redirects before headers before nginx. Where all
/// three are, the folder is an export.
pub const NAMES: [&str; 3] = ["_redirects", "_headers", "_nginx.conf"];

/// The list of the files of an export, a name a line: whatever else lies there is somebody else's.
pub const LIST: &str = "_files";

/// The headers by name, in order.
pub type Headers = BTreeMap<String, String>;

/// The answer at an address that is no file of its own.
pub enum Replacement {
    Moved(String),
    /// 410, with this file as its page.
    Gone(String),
}

/// Everything that the files alone do not say.
#[derive(Default)]
pub struct Rules {
    /// The headers of each file that is asked for, by its address as it is decoded.
    pub files: BTreeMap<String, Headers>,
    /// The headers of the pages of what is gone, by the names of their files.
    pub gone: BTreeMap<String, Headers>,
    pub not_found: Headers,
    /// Old addresses.
    pub exact: BTreeMap<Route, Replacement>,
    pub patterns: Vec<(UrlPattern, Replacement)>,
    /// The link of every form for programs, where `PAGE` stands for the address of its page; and
    /// the headers that most of these have.
    pub markdown: Option<(String, Headers)>,
}

/// The place of the address of a page in the link of its Markdown.
pub const PAGE: &str = "\u{0}";

impl Rules {
    pub fn file(&mut self, route: &Route, headers: HeaderMap) {
        self.files.insert(readable(route.as_str()), named(&headers));
    }

    /// The form of a page for programs. Nothing is kept of those that differ from the first by
    /// their page alone.
    pub fn markdown(&mut self, page: &Route, address: &Route, headers: HeaderMap) {
        let mut headers = named(&headers);
        let link = headers.get("link").cloned().unwrap_or_default();
        // The address of the page closes the link, and `/` stands in it more than once.
        let link = link.replacen(&format!("{page}>"), &format!("{PAGE}>"), 1);
        headers.remove("link");
        match &self.markdown {
            None => self.markdown = Some((link, headers)),
            Some(usual) if *usual == (link.clone(), headers.clone()) => {}
            Some(_) => {
                headers.insert("link".to_owned(), link.replace(PAGE, page.as_str()));
                self.files.insert(readable(address.as_str()), headers);
            }
        }
    }

    pub fn not_found(&mut self, headers: HeaderMap) {
        self.not_found = named(&headers);
    }

    pub fn moved(&mut self, from: &Route, to: &Route) {
        self.exact
            .insert(from.clone(), Replacement::Moved(to.to_string()));
    }

    pub fn gone(&mut self, from: &Route, file: &str, headers: HeaderMap) {
        self.gone.insert(file.to_owned(), named(&headers));
        self.exact
            .insert(from.clone(), Replacement::Gone(file.to_owned()));
    }

    pub fn pattern_moved(&mut self, from: &UrlPattern, to: &Route) {
        self.patterns
            .push((from.clone(), Replacement::Moved(to.to_string())));
    }

    pub fn pattern_gone(&mut self, from: &UrlPattern, file: &str, headers: HeaderMap) {
        self.gone.insert(file.to_owned(), named(&headers));
        self.patterns
            .push((from.clone(), Replacement::Gone(file.to_owned())));
    }

    /// The headers of the home page, which most pages share.
    pub fn usual(&self) -> &Headers {
        self.files.get("/").unwrap_or(&self.not_found)
    }
}

/// The headers, without those that a web server makes itself.
fn named(headers: &HeaderMap) -> Headers {
    headers
        .iter()
        .filter(|(name, _)| ![ACCEPT_RANGES, CONTENT_LENGTH].contains(name))
        .filter_map(|(name, value)| Some((name.to_string(), value.to_str().ok()?.to_owned())))
        .collect()
}
