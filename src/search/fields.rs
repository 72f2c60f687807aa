//! What a page says, part by part, as words weigh by the part in which they stand.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::content::document::BlockKind;
use crate::content::page::{Page, Role};
use crate::kinds::spec::OtherNames;

use crate::search::analysis::words;
use crate::text::Text;

/// What facts are called, in each language.
static TEXTS: LazyLock<Vec<Text>> = LazyLock::new(|| {
    Text::languages()
        .into_iter()
        .filter_map(Text::load)
        .collect()
});

/// A part of a page in which words weigh alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    Title,
    /// Other names for what the page is about: the places of a municipality, the last part of the address.
    Names,
    Summary,
    Headings,
    /// All that the page says, what stands in the other parts too.
    Text,
}

impl Field {
    pub const ALL: [Field; 5] = [
        Field::Title,
        Field::Names,
        Field::Summary,
        Field::Headings,
        Field::Text,
    ];
}

/// Hands over every text of a page, with the parts to which it belongs, in the same order each time.
pub fn texts(page: &Page, each: &mut dyn FnMut(Field, &str)) {
    each(Field::Title, &page.meta.title);
    for name in names(page) {
        each(Field::Names, &name);
    }
    // The folder says what kind of page it is: whoever types `gemeente` with a name means the page in that folder.
    each(
        Field::Names,
        page.file.rsplit_once('/').map_or("", |(folder, _)| folder),
    );
    each(Field::Summary, &page.meta.summary);
    for heading in &page.body.headings {
        each(Field::Headings, &heading.text);
    }
    for block in page
        .body
        .blocks
        .iter()
        .filter(|block| block.kind != BlockKind::Heading)
    {
        each(Field::Text, &block.text);
    }
    for fact in facts(page) {
        each(Field::Text, &fact);
    }
}

/// What a page says in figures and lists that are not in its text, each as a passage.
pub fn facts(page: &Page) -> Vec<String> {
    match TEXTS.iter().find(|text| text.language() == page.language) {
        Some(text) => (page.kind.search.facts)(&page.facts, &page.meta.title, text),
        None => Vec::new(),
    }
}

/// Every word of a page, once.
pub fn vocabulary(page: &Page) -> BTreeSet<String> {
    let mut vocabulary = BTreeSet::new();
    texts(page, &mut |_, text| {
        vocabulary.extend(words(text).into_iter().map(|word| word.folded.into_owned()))
    });
    vocabulary
}

/// The other names of a page, for those who search for exactly that.
pub fn names(page: &Page) -> Vec<String> {
    let slug = || vec![page.slug().replace('-', " ")];
    match (page.role, page.kind.search.names) {
        (Role::Home, _) | (Role::Item, OtherNames::None) => Vec::new(),
        (Role::Item, OtherNames::Places(places)) => places(&page.facts),
        (Role::Item, OtherNames::Slug) | (Role::Index, _) => slug(),
    }
}
