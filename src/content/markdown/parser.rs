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
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_SMART_PUNCTUATION
}

/// The id at the end of the text of a heading, `Kop {#id}`, behind the length of what is before it.
pub fn heading_id(text: &str) -> Option<(usize, &str)> {
    let (before, id) = text.trim_end().strip_suffix('}')?.rsplit_once("{#")?;
    let is_id = !id.is_empty() && !id.contains(|c: char| c.is_whitespace() || "{}".contains(c));
    is_id.then_some((before.trim_end().len(), id))
}

/// The name by which a link or footnote is referred to, however it is written.
pub fn label(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    words.join(" ").to_lowercase()
}
