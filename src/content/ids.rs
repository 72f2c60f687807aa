//! The ids of the elements of a page: those of headings must not be those of the templates.

use rustc_hash::FxHashMap;

use crate::content::document::Heading;

/// The ids that templates give to their own elements; a test makes headings of all that pages have.
const RESERVED: &[&str] = &[
    "inhoud",
    "zoek",
    "vraag",
    "verfijn",
    "s-archive",
    "s-brief",
    "s-contents",
    "s-facts",
    "s-files",
    "s-footer-places",
    "s-footer-site",
    "s-list",
    "s-news",
    "s-others",
    "s-places",
    "s-refused",
    "s-related",
    "s-sources",
    "s-themes",
    "s-words",
];

/// The starts of ids that end in a number or in a letter of the alphabet.
const RESERVED_STARTS: &[&str] = &["s-", "s-contact-", "letter-", "fn-", "fnref-"];

/// The ids of one page, each given once.
#[derive(Default)]
pub struct UniqueIds {
    /// The number of times that each was asked for.
    counts: FxHashMap<String, usize>,
}

impl UniqueIds {
    /// Those of a page that has these headings already.
    pub fn beside(headings: &[Heading]) -> Self {
        let counts = headings.iter().map(|heading| (heading.id.clone(), 1));
        UniqueIds {
            counts: counts.collect(),
        }
    }

    /// The id that is wanted, or the same with the first number behind it that is free.
    pub fn take(&mut self, wanted: String) -> String {
        let count = self
            .counts
            .entry(wanted.clone())
            .or_insert_with(|| usize::from(is_reserved(&wanted)));
        *count += 1;
        match *count {
            1 => wanted,
            count => self.take(format!("{wanted}-{count}")),
        }
    }
}

/// True for an id that a template may use.
fn is_reserved(id: &str) -> bool {
    let ends_a_row = |rest: &str| {
        rest.chars().count() == 1 || !rest.is_empty() && rest.bytes().all(|c| c.is_ascii_digit())
    };
    RESERVED.contains(&id)
        || RESERVED_STARTS
            .iter()
            .any(|start| id.strip_prefix(start).is_some_and(ends_a_row))
}
