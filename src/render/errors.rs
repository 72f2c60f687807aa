//! The pages that stand in for an answer when there is none.

use std::sync::Arc;

use askama::Template;

use crate::render::frame::{Frame, Here, SiteFrame};
use crate::render::view::{Link, Teaser};
use crate::render::{Renderer, print};
use crate::site::Departed;
use crate::snapshot::{CachePolicy, ErrorPages, Stored};

/// How many pages are offered in place of one that does not exist.
const OFFERED: usize = 5;

/// A page that says what is wrong, and where to go instead.
#[derive(Template)]
#[template(path = "error.html")]
struct ErrorPage {
    frame: Frame,
    /// The status code, for whoever reports it.
    code: u16,
    title: String,
    lead: String,
    /// What stands above the offered pages.
    offer: String,
    pages: Vec<Teaser>,
}

impl Renderer<'_> {
    /// The page for an address whose content is gone, with what there is in its place.
    pub fn departed(&self, departed: &Departed) -> String {
        let title = self.text().say("gone-title");
        print(&ErrorPage {
            frame: self.frame.of_error(title),
            code: 410,
            title: title.to_owned(),
            lead: self.text().say_with("gone-lead", "title", &departed.title),
            offer: self.text().say("gone-offer").to_owned(),
            pages: vec![self.teaser(departed.instead)],
        })
    }
}

/// Makes the pages for errors. `pages` are those that can be offered in place of one that does not exist.
pub fn pages(frame: &Arc<SiteFrame>, pages: Vec<Teaser>) -> ErrorPages {
    let fixed = |code: u16, name: &str| {
        let title = frame.text.say(&format!("{name}-title"));
        let page = ErrorPage {
            frame: frame.of_error(title),
            code,
            title: title.to_owned(),
            lead: frame.text.say(&format!("{name}-lead")).to_owned(),
            offer: String::new(),
            pages: Vec::new(),
        };
        Arc::new(Stored::new("text/html; charset=utf-8", CachePolicy::NoStore, print(&page)))
    };
    let frame_for_unknown = frame.clone();
    ErrorPages {
        not_found: Box::new(move |path| not_found(&frame_for_unknown, &pages, path)),
        bad_request: fixed(400, "bad-request"),
        method_not_allowed: fixed(405, "method-not-allowed"),
        not_implemented: fixed(501, "not-implemented"),
        failed: fixed(500, "failed"),
        overloaded: fixed(503, "overloaded"),
    }
}

fn not_found(frame: &Arc<SiteFrame>, pages: &[Teaser], path: &str) -> String {
    let title = frame.text.say("not-found-title");
    let mut nearest: Vec<(usize, &Teaser)> =
        pages.iter().map(|page| (likeness(path, &page.link), page)).filter(|(likeness, _)| *likeness > 0).collect();
    nearest.sort_by(|(a, first), (b, second)| b.cmp(a).then_with(|| first.link.href.cmp(&second.link.href)));
    print(&ErrorPage {
        frame: frame.of_error(title),
        code: 404,
        title: title.to_owned(),
        lead: frame.text.say("not-found-lead").to_owned(),
        offer: frame.text.say("not-found-offer").to_owned(),
        pages: nearest.into_iter().take(OFFERED).map(|(_, page)| page.clone()).collect(),
    })
}

/// How much of what was asked for is in the address of a page: the words that both have, weighed by their length.
/// A word that differs in a letter or two counts for half.
fn likeness(path: &str, page: &Link) -> usize {
    let asked = words(path);
    let has = words(&page.href);
    asked
        .iter()
        .take(12)
        .map(|word| {
            let near = |other: &&str| word.len().abs_diff(other.len()) <= 2 && strsim::levenshtein(word, other) <= word.len() / 4;
            if has.contains(word) {
                2 * word.len()
            } else if word.len() > 3 && has.iter().any(near) {
                word.len()
            } else {
                0
            }
        })
        .sum()
}

/// The words of an address that say something: no numbers, nothing shorter than three letters.
fn words(path: &str) -> Vec<&str> {
    let letters = |word: &&str| word.len() > 2 && word.len() < 40 && word.bytes().all(|byte| byte.is_ascii_alphabetic());
    path.split(|c: char| !c.is_ascii_alphanumeric()).filter(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_like_what_was_asked_for_by_the_words_in_its_address() {
        let page = Link { title: String::new(), href: "/themas/arbeidsmarkt/".to_owned() };
        assert!(likeness("/werken-aan/arbeidsmarkt", &page) > likeness("/werken-aan/arbeidmarkt", &page));
        assert!(likeness("/werken-aan/arbeidmarkt", &page) > 0);
        assert_eq!(likeness("/iets/anders", &page), 0);
    }
}
