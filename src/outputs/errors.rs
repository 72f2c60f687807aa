//! The pages that stand in for an answer when there is none.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use askama::Template;

use crate::content::page::Page;
use crate::digest::Digest;
use crate::outputs::layout::{NavState, PageLayout, SiteLayout};
use crate::outputs::renderer::RenderContext;
use crate::outputs::template::render_template;
use crate::outputs::view::{self, LinkView, Teaser};
use crate::site::{PageId, Reason};
use crate::snapshot::dynamic::{DynamicHandler, DynamicOutcome, DynamicResponse, ResponseFormat};
use crate::snapshot::{CachePolicy, ErrorPages, Stored};

/// The number of pages that are offered in place of one that does not exist.
const MAX_OFFERED: usize = 5;

/// A page that says what is wrong, and where to go instead.
#[derive(Template)]
#[template(path = "error.html")]
struct ErrorPage {
    layout: PageLayout,
    /// The status code, for whoever reports it.
    code: u16,
    title: String,
    lead: String,
    /// The heading of the offered pages.
    offer: String,
    pages: Vec<Teaser>,
}

/// The page for an address whose content is gone, with what there is in its place.
pub fn gone(cx: &RenderContext<'_>, reason: &Reason, replacement: PageId) -> String {
    let text = cx.text();
    let lead = match reason {
        Reason::Expired { title } => text.say_with("gone-lead", "title", title),
        Reason::Given(reason) => reason.clone(),
    };
    render_template(&ErrorPage {
        offer: text.say("gone-offer").to_owned(),
        pages: vec![cx.teaser(replacement).clone()],
        ..ErrorPage::new(&cx.layout, 410, "gone", lead)
    })
}

/// The number of words of an address that are looked at.
const MAX_WORDS: usize = 6;

/// The number of pages with one word in their address that are looked at: a word that stands in
/// more says little.
const MAX_PAGES: usize = 500;

/// Answers at addresses that do not exist, each in the language that it asks for.
struct NotFound {
    /// For each language its layout, and the page where none is near: it offers the main pages.
    languages: Vec<NotFoundPage>,
    /// Sorted out when the first of them is asked for.
    offered: LazyLock<Offered, Box<dyn FnOnce() -> Offered + Send>>,
}

/// The page for an address that does not exist, in one language, where no other is near.
struct NotFoundPage {
    layout: Arc<SiteLayout>,
    page: Stored,
    /// A copy of the page, for when there is no room to compress it.
    uncompressed: Stored,
}

/// The pages that can be offered in place of one that does not exist, by the words in their
/// addresses.
struct Offered {
    /// In the order of their addresses.
    pages: Vec<Arc<Page>>,
    by_word: BTreeMap<String, Vec<usize>>,
}

/// Makes the pages for errors. `pages` are those that can be offered in place of one that does not
/// exist. That one does not exist is said in the language that its address asks for; all other
/// errors are reported in the first language.
pub fn pages(layouts: Vec<Arc<SiteLayout>>, pages: Vec<Arc<Page>>) -> ErrorPages {
    let layout = layouts[0].clone();
    let fixed = |code: u16, name: &str| {
        let lead = layout.text.say(&format!("{name}-lead")).to_owned();
        let page = ErrorPage::new(&layout, code, name, lead).stored();
        Arc::new(page.uncompressed())
    };
    let languages = layouts.into_iter().map(|layout| {
        let page = not_found(&layout, "gone-offer", main_pages(&layout, &pages));
        NotFoundPage {
            layout,
            uncompressed: page.clone().uncompressed(),
            page,
        }
    });
    ErrorPages {
        bad_request: fixed(400, "bad-request"),
        method_not_allowed: fixed(405, "method-not-allowed"),
        not_implemented: fixed(501, "not-implemented"),
        failed: fixed(500, "failed"),
        overloaded: fixed(503, "overloaded"),
        not_found: Arc::new(NotFound {
            languages: languages.collect(),
            offered: LazyLock::new(Box::new(move || Offered::new(pages))),
        }),
    }
}

/// The pages in the menu.
fn main_pages(layout: &SiteLayout, pages: &[Arc<Page>]) -> Vec<Teaser> {
    let page = |link: &LinkView| pages.iter().find(|page| page.route.as_str() == link.href);
    layout
        .navigation
        .iter()
        .filter_map(page)
        .map(|page| view::teaser(page, &layout.text))
        .collect()
}

/// The page for an address that does not exist. `offer` names the string above the pages that are
/// offered.
fn not_found(layout: &Arc<SiteLayout>, offer: &str, pages: Vec<Teaser>) -> Stored {
    let lead = layout.text.say("not-found-lead").to_owned();
    ErrorPage {
        offer: layout.text.say(offer).to_owned(),
        pages,
        ..ErrorPage::new(layout, 404, "not-found", lead)
    }
    .stored()
}

impl ErrorPage {
    /// The page for an error of this name in the strings. It offers no pages.
    fn new(layout: &Arc<SiteLayout>, code: u16, name: &str, lead: String) -> Self {
        let title = layout.text.say(&format!("{name}-title"));
        ErrorPage {
            layout: PageLayout::new(layout, title),
            code,
            title: title.to_owned(),
            lead,
            offer: String::new(),
            pages: Vec::new(),
        }
    }

    fn stored(&self) -> Stored {
        let language = self.layout.language();
        Stored::page(language, CachePolicy::NoStore, render_template(self))
    }
}

impl NotFound {
    fn at(&self, path: &str) -> &NotFoundPage {
        let asks_for = |of: &&NotFoundPage| {
            let home = of.layout.home.as_str().trim_end_matches('/');
            let below = path.strip_prefix(home);
            below.is_some_and(|below| below.is_empty() || below.starts_with('/'))
        };
        self.languages
            .iter()
            .rfind(asks_for)
            .unwrap_or(&self.languages[0])
    }
}

impl DynamicHandler for NotFound {
    fn respond(&self, path: &str, _: ResponseFormat) -> DynamicResponse {
        let NotFoundPage { layout, page, .. } = self.at(path);
        let near = self.offered.nearest(path).into_iter();
        let near: Vec<Teaser> = near
            .filter(|page| page.language == layout.text.language())
            .take(MAX_OFFERED)
            .map(|page| view::teaser(page, &layout.text))
            .collect();
        let stored = if near.is_empty() {
            page.clone()
        } else {
            not_found(layout, "not-found-offer", near)
        };
        DynamicResponse {
            stored,
            outcome: DynamicOutcome::NotFound,
        }
    }

    fn fallback(&self, path: &str) -> Option<DynamicResponse> {
        Some(DynamicResponse {
            stored: self.at(path).uncompressed.clone(),
            outcome: DynamicOutcome::NotFound,
        })
    }

    fn digest(&self) -> Digest {
        self.languages[0].page.body.digest()
    }
}

impl Offered {
    fn new(mut pages: Vec<Arc<Page>>) -> Self {
        pages.sort_by(|a, b| a.route.cmp(&b.route));
        let mut by_word: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (number, page) in pages.iter().enumerate() {
            for word in words(page.route.as_str()) {
                let having = by_word.entry(word.to_owned()).or_default();
                if having.len() < MAX_PAGES && having.last() != Some(&number) {
                    having.push(number);
                }
            }
        }
        Offered { pages, by_word }
    }

    /// The pages that are most like what was asked for: by the words that both have, weighed by
    /// their length. A word that differs in a letter or two counts for half.
    fn nearest(&self, path: &str) -> Vec<&Page> {
        let mut likeness: BTreeMap<usize, usize> = BTreeMap::new();
        for word in words(path).into_iter().take(MAX_WORDS) {
            let near = self.words_like(word).flatten();
            let exact = self.by_word.get(word).into_iter().flatten();
            let near = near.map(|number| (*number, word.len()));
            let exact = exact.map(|number| (*number, 2 * word.len()));
            let gains: BTreeMap<usize, usize> = near.chain(exact).collect();
            for (number, gain) in gains {
                *likeness.entry(number).or_default() += gain;
            }
        }
        let mut nearest: Vec<(usize, usize)> = likeness.into_iter().collect();
        nearest.sort_by_key(|(number, likeness)| (Reverse(*likeness), *number));
        nearest
            .into_iter()
            .map(|(number, _)| &*self.pages[number])
            .collect()
    }

    /// The pages of each word that begins with the same letter and differs in a letter or two.
    fn words_like(&self, word: &str) -> impl Iterator<Item = &Vec<usize>> {
        let most = word.len() / 4;
        let near = move |other: &str| {
            other != word
                && word.len().abs_diff(other.len()) <= most
                && strsim::levenshtein(word, other) <= most
        };
        let first = &word[..1];
        let same_letter = self
            .by_word
            .range(first.to_owned()..)
            .take_while(move |(other, _)| other.starts_with(first));
        same_letter
            .filter(move |(other, _)| word.len() > 3 && near(other))
            .map(|(_, having)| having)
    }
}

/// The words of an address that say something: no numbers, nothing shorter than three letters.
fn words(path: &str) -> Vec<&str> {
    let letters = |word: &&str| {
        word.len() > 2 && word.len() < 40 && word.bytes().all(|byte| byte.is_ascii_alphabetic())
    };
    path.split(|c: char| !c.is_ascii_alphanumeric())
        .filter(letters)
        .collect()
}
