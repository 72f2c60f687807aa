//! The text of a page as the Markdown renderer leaves it: HTML with open slots, and lists of what
//! stands in it.

use std::sync::Arc;

use crate::source::Place;

/// The text of a page, rendered but for what one file cannot know: where its links lead.
#[derive(Debug, Default)]
pub struct Body {
    /// HTML, escaped and closed, with `slots` still to fill.
    pub markup: Arc<str>,
    /// In the order of their place in the markup.
    pub slots: Vec<Slot>,
    pub headings: Vec<Heading>,
    pub links: Vec<Link>,
    pub pictures: Vec<Picture>,
    /// Drawings of tables, as SVG.
    pub charts: Vec<String>,
    /// The text in reading order, for searching; the texts of pictures come last.
    pub blocks: Vec<TextBlock>,
}

/// A place in the markup, in bytes, where something must come.
#[derive(Debug)]
pub struct Slot {
    pub at: usize,
    pub fill: Fill,
}

/// The content of a slot.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fill {
    /// The start tag of `links[n]`.
    LinkStart(usize),
    /// The end tag of `links[n]`.
    LinkEnd(usize),
    /// `pictures[n]`, within a line of text.
    Picture(usize),
    /// `pictures[n]` by itself, with its caption.
    Figure(usize),
    /// The style sheet with this name, for what comes next.
    Sheet(&'static str),
    /// The rows of a table that stand in the file that `links[n]` leads to.
    Rows(usize),
    /// `charts[n]`.
    Chart(usize),
    /// The address of the page itself, before the mark of a heading or a footnote on it.
    OwnAddress,
    /// The start of an id, which keeps it apart from those of other pages.
    IdPrefix,
    /// An interface string, in the language of the page.
    Word(&'static str),
}

#[derive(Debug)]
pub struct Heading {
    /// 2 to 6; the title of the page is 1.
    pub level: u8,
    /// Unique within the page.
    pub id: String,
    pub text: String,
    pub place: Place,
}

#[derive(Clone, Debug)]
pub struct Link {
    pub target: Target,
    pub text: String,
    pub place: Place,
}

#[derive(Debug)]
pub struct Picture {
    pub path: String,
    /// Empty for mere decoration.
    pub alternative: String,
    pub caption: Option<String>,
    pub place: Place,
}

/// The target of a link, as far as the file itself can tell.
#[derive(Clone, Debug, PartialEq)]
pub enum Target {
    /// A file, relative to the one with the link, and a heading in it.
    File {
        path: String,
        fragment: Option<String>,
    },
    /// A heading on the same page.
    Heading(String),
    /// An address outside the site: `https:`, `http:`, `mailto:` or `tel:`.
    Elsewhere(String),
    /// No link at all: words in another language, `[Grenzinfopunkt](lang:de)`.
    Language(String),
}

/// The plain text of a paragraph, item, cell or other block, without its markup.
#[derive(Debug, PartialEq, Eq)]
pub struct TextBlock {
    pub kind: BlockKind,
    pub text: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// Sentences, or what stands in the place of them: paragraphs, items, cells.
    Text,
    Heading,
    HeaderCell,
    Code,
}
