//! Every answer of the site at one moment: immutable, and swapped whole for the next one.
//!
//! It stores bytes and knows nothing of pages: a news item, a feed and a picture are all the same
//! to it.

pub mod derived;
pub mod dynamic;
pub mod encoding;
pub mod file;
pub mod headers;
pub mod markdown;
pub mod representations;

use std::path::Path;
use std::sync::Arc;

use bytes::Bytes;
use http::HeaderValue;
use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::date::Timestamp;
use crate::digest::{Digest, Digester};
use crate::media_type::is_compressible;
use crate::route::{Route, UrlPattern};
use crate::snapshot::derived::DerivedFile;
use crate::snapshot::dynamic::DynamicHandler;
use crate::snapshot::file::StoredFile;
use crate::snapshot::headers::CommonHeaders;
use crate::snapshot::markdown::MarkdownVariant;
use crate::snapshot::representations::Representations;

/// The number of digits by which a commit is named.
const COMMIT_DIGITS: usize = 12;

/// The answer at an address.
#[derive(Clone, Debug)]
pub enum Answer {
    /// A page, a feed, a small file: a body in memory.
    Stored(Arc<Stored>),
    /// A large file on disk.
    File(Arc<StoredFile>),
    /// A file that is made of others in the background.
    Derived(Arc<DerivedFile>),
    /// The content is at another address of the site.
    Moved(Route),
    /// There was a page here; the body says what replaces it.
    Gone(Arc<Stored>),
    /// A response that depends on the query behind the address.
    Dynamic(Arc<dyn DynamicHandler>),
}

/// A body that can be sent as it is.
#[derive(Clone, Debug)]
pub struct Stored {
    /// The media type, with its charset where it has one.
    pub media_type: &'static str,
    /// BCP 47 tag of the language of a text; `None` for what has none.
    pub language: Option<&'static str>,
    pub cache: CachePolicy,
    pub body: Arc<Representations>,
    /// The link to the page that search engines should list in place of this.
    pub canonical: Option<HeaderValue>,
    /// The form of a page for programs, where it has one.
    pub markdown: Option<MarkdownVariant>,
}

/// The time for which others may keep an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CachePolicy {
    /// Kept, but revalidated before each use: what is shown is never older than the site.
    Revalidate,
    /// The address holds a digest of the content, so it can be kept for ever.
    Immutable,
    /// Answers that depend on what the visitor typed.
    NoStore,
}

/// The pages that stand in for an answer when there is none. They are sent when there is no time
/// for work, so they are never compressed.
pub struct ErrorPages {
    /// For an address that does not exist: the query is its path.
    pub not_found: Arc<dyn DynamicHandler>,
    pub bad_request: Arc<Stored>,
    pub method_not_allowed: Arc<Stored>,
    pub not_implemented: Arc<Stored>,
    pub failed: Arc<Stored>,
    pub overloaded: Arc<Stored>,
}

/// The site, ready to be served.
pub struct Snapshot {
    answers: FxHashMap<Route, Answer>,
    /// All addresses, in order.
    routes: Vec<Route>,
    /// The files that are made of others.
    derived: Vec<Arc<DerivedFile>>,
    /// The answers at old addresses that no path alone can name, the most particular first.
    patterns: Vec<(UrlPattern, Answer)>,
    pub errors: ErrorPages,
    pub(crate) headers: CommonHeaders,
    /// The first moment at which this is no longer the site.
    pub until: Option<Timestamp>,
    /// The commit that it was made of, where there is one, and a digest of every answer:
    /// `cbe2579c1a0f-95a23f6646233c15`. Two snapshots with the same version say the same.
    pub version: String,
}

impl Answer {
    /// This answer with the link to the page that search engines should list in its place.
    pub fn linked(&self, page: Option<&HeaderValue>) -> Answer {
        let canonical = page.cloned();
        match self {
            Answer::Stored(stored) if canonical.is_some() => {
                let stored = Stored::clone(stored);
                Answer::Stored(Arc::new(Stored {
                    canonical,
                    ..stored
                }))
            }
            Answer::File(file) if canonical.is_some() => {
                let file = StoredFile::clone(file);
                Answer::File(Arc::new(StoredFile { canonical, ..file }))
            }
            _ => self.clone(),
        }
    }
}

impl Stored {
    pub fn new(media_type: &'static str, cache: CachePolicy, body: impl Into<Bytes>) -> Self {
        Stored::of_pieces(media_type, cache, vec![body.into()])
    }

    /// A body that is made of these pieces, one after the other.
    pub fn of_pieces(media_type: &'static str, cache: CachePolicy, pieces: Vec<Bytes>) -> Self {
        let body = Representations::new(pieces, is_compressible(media_type));
        Stored {
            media_type,
            language: None,
            cache,
            body: Arc::new(body),
            canonical: None,
            markdown: None,
        }
    }

    /// A page that is read in a browser.
    pub fn page(language: &'static str, cache: CachePolicy, html: String) -> Self {
        Stored {
            language: Some(language),
            ..Stored::new("text/html; charset=utf-8", cache, html)
        }
    }

    /// A copy that is never compressed, and so can be sent at any time without work.
    pub fn uncompressed(self) -> Self {
        let body = Representations::new(vec![self.body()], false);
        Stored {
            body: Arc::new(body),
            ..self
        }
    }

    /// The body without compression.
    pub fn body(&self) -> Bytes {
        self.body.identity()
    }
}

impl Snapshot {
    /// Makes a snapshot of the answers, as they are at a commit.
    ///
    /// # Panics
    /// When two answers have one address.
    pub fn new(
        answers: Vec<(Route, Answer)>,
        patterns: Vec<(UrlPattern, Answer)>,
        errors: ErrorPages,
        until: Option<Timestamp>,
        commit: Option<&str>,
    ) -> Self {
        let mut sorted = answers;
        sorted.par_sort_by(|(a, _), (b, _)| a.cmp(b));
        let mut patterns = patterns;
        patterns.sort_by(|(a, _), (b, _)| {
            (&b.query, b.path.len(), a).cmp(&(&a.query, a.path.len(), b))
        });
        let mut digester = Digester::default();
        for (route, answer) in &sorted {
            add_to(&mut digester, route.as_str(), answer);
        }
        for (pattern, answer) in &patterns {
            add_to(&mut digester, &pattern.to_string(), answer);
        }
        let commit = commit
            .map(|commit| format!("{}-", &commit[..COMMIT_DIGITS]))
            .unwrap_or_default();
        let version = format!("{commit}{:.16}", digester.digest());
        let routes: Vec<Route> = sorted.iter().map(|(route, _)| route.clone()).collect();
        assert!(
            routes.is_sorted_by(|a, b| a < b),
            "no two answers that were rendered have one address"
        );
        let derived = sorted.iter().filter_map(|(_, answer)| match answer {
            Answer::Derived(file) => Some(file.clone()),
            _ => None,
        });
        Snapshot {
            derived: derived.collect(),
            answers: sorted.into_iter().collect(),
            routes,
            patterns,
            errors,
            headers: CommonHeaders::new(&version),
            until,
            version,
        }
    }

    /// The answer at exactly this path.
    pub fn get(&self, path: &str) -> Option<&Answer> {
        self.answers.get(path)
    }

    /// The answer at this path because of the query behind it, whatever is there without one.
    pub fn get_for_query(&self, path: &str, query: &str) -> Option<&Answer> {
        let mut patterns = self.patterns();
        patterns.find_map(|(pattern, answer)| pattern.has_query(path, query).then_some(answer))
    }

    /// The answer at all old addresses that start as this path does.
    pub fn get_for_prefix(&self, path: &str) -> Option<&Answer> {
        let mut patterns = self.patterns();
        patterns.find_map(|(pattern, answer)| pattern.has_path(path).then_some(answer))
    }

    /// The patterns of old addresses with their answers, the most particular first.
    pub fn patterns(&self) -> impl Iterator<Item = (&UrlPattern, &Answer)> {
        self.patterns
            .iter()
            .map(|(pattern, answer)| (pattern, answer))
    }

    /// The bodies of all answers that are stored.
    pub fn bodies(&self) -> impl Iterator<Item = &Representations> {
        let listed = self.iter().map(|(_, answer)| answer);
        let patterns = self.patterns().map(|(_, answer)| answer);
        listed.chain(patterns).filter_map(|answer| match answer {
            Answer::Stored(stored) | Answer::Gone(stored) => Some(&*stored.body),
            Answer::File(_) | Answer::Derived(_) | Answer::Moved(_) | Answer::Dynamic(_) => None,
        })
    }

    /// The files that are made of others, in the order of their addresses.
    pub fn derived(&self) -> &[Arc<DerivedFile>] {
        &self.derived
    }

    /// Makes the files that are made of others, as far as they are not in this folder.
    pub fn prepare_derived(&self, folder: &Path) {
        self.derived
            .par_iter()
            .for_each(|file| file.prepare(folder));
    }

    /// Takes over the files that were made for an earlier snapshot, where they would be the same.
    pub fn adopt_derived(&self, previous: &Snapshot) {
        let earlier: FxHashMap<Digest, &Arc<DerivedFile>> = previous
            .derived
            .iter()
            .map(|file| (file.digest, file))
            .collect();
        for file in &self.derived {
            if let Some(earlier) = earlier.get(&file.digest) {
                file.adopt(earlier);
            }
        }
    }

    /// Takes over the encodings that were made for an earlier snapshot, where a body is still the
    /// same.
    pub fn adopt_encodings(&self, previous: &Snapshot) {
        let earlier: FxHashMap<Digest, &Representations> = previous
            .bodies()
            .map(|body| (body.digest(), body))
            .collect();
        for body in self.bodies() {
            if let Some(earlier) = earlier.get(&body.digest()) {
                body.adopt(earlier);
            }
        }
    }

    /// Every address with its answer, in the order of the addresses.
    pub fn iter(&self) -> impl Iterator<Item = (&Route, &Answer)> {
        self.routes
            .iter()
            .map(|route| (route, &self.answers[route.as_str()]))
    }
}

fn add_to(digester: &mut Digester, address: &str, answer: &Answer) {
    digester.add(address);
    match answer {
        Answer::Stored(stored) => digester.add(b"\0page\0").add(stored.body.digest().bytes()),
        Answer::Gone(stored) => digester.add(b"\0gone\0").add(stored.body.digest().bytes()),
        Answer::Moved(to) => digester.add(b"\0moved\0").add(to.as_str()),
        Answer::File(file) => digester.add(b"\0file\0").add(file.digest.bytes()),
        Answer::Derived(file) => digester.add(b"\0derived\0").add(file.digest.bytes()),
        Answer::Dynamic(handler) => digester.add(b"\0dynamic\0").add(handler.digest().bytes()),
    };
}
