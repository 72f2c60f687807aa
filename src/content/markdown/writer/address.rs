//! Addresses in a text that are no links yet: `https://…`, `www.…` and those for mail.

use std::ops::Range;
use std::sync::LazyLock;

use linkify::{Link, LinkFinder, LinkKind};
use pulldown_cmark::LinkType;

use crate::content::markdown::writer::Writer;

static FINDER: LazyLock<LinkFinder> = LazyLock::new(|| {
    let mut finder = LinkFinder::new();
    finder.url_must_have_scheme(false);
    finder
});

/// True if there may be an address in a text.
pub fn may_hold_address(text: &str) -> bool {
    ["://", "www.", "@"].iter().any(|mark| text.contains(mark))
}

fn addresses(text: &str) -> Vec<Link<'_>> {
    let starts = |link: &Link<'_>, start: &str| {
        let head = link.as_str().get(..start.len());
        head.is_some_and(|head| head.eq_ignore_ascii_case(start))
    };
    let is_meant = |link: &Link<'_>| {
        *link.kind() == LinkKind::Email
            || ["https://", "http://", "www."]
                .iter()
                .any(|start| starts(link, start))
    };
    FINDER.links(text).filter(is_meant).collect()
}

/// The length of an address at the start of a text in which quotes and dashes are changed.
fn length_of(address: &str, text: &str) -> Option<usize> {
    let mut rest = address;
    for (at, character) in text.char_indices() {
        if rest.is_empty() {
            return Some(at);
        }
        let typed = match character {
            '“' | '”' | '„' | '″' => "\"",
            '‘' | '’' | '‚' | '′' => "'",
            '–' => "--",
            '—' => "---",
            '…' => "...",
            _ => "",
        };
        rest = match rest.strip_prefix(character) {
            Some(rest) => rest,
            None => rest.strip_prefix(typed).filter(|_| !typed.is_empty())?,
        };
    }
    rest.is_empty().then_some(text.len())
}

impl Writer<'_> {
    /// Writes text that comes from `span`, its addresses as links.
    pub(super) fn linked(&mut self, text: &str, span: &Range<usize>) {
        let dialect = self.dialect;
        let source = &dialect.text[span.clone()];
        // Quotes and dashes are changed in a text, but not in addresses.
        let (found, written) = (addresses(text), addresses(source));
        let mut done = 0;
        for (number, link) in found.iter().enumerate() {
            let same = written.get(number).filter(|_| written.len() == found.len());
            let length = same.and_then(|same| length_of(same.as_str(), &text[link.start()..]));
            let (address, at, length) = match (same, length) {
                (Some(same), Some(length)) => (same.as_str(), same.start(), length),
                _ => (link.as_str(), 0, link.as_str().len()),
            };
            self.typed(&text[done..link.start()]);
            let (kind, destination) = match link.kind() {
                LinkKind::Email => (LinkType::Email, address.to_owned()),
                _ if address.contains("://") => (LinkType::Autolink, address.to_owned()),
                _ => (LinkType::Autolink, format!("https://{address}")),
            };
            let at = span.start + at;
            self.open_link(kind, &destination, "", &(at..at + address.len()));
            self.words(address);
            self.close_link();
            done = link.start() + length;
        }
        self.typed(&text[done..]);
    }
}
