//! The dialect of Markdown: one set of extensions for every reading of a text.

use std::ops::Range;

use pulldown_cmark::{Event, Options};

/// An event of the parser, and its place in the Markdown.
pub type SpannedEvent<'a> = (Event<'a>, Range<usize>);

/// The extensions of Markdown that are read.
pub fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_GFM
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_SMART_PUNCTUATION
}
