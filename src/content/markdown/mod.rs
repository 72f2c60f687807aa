//! Markdown into safe HTML with open places for what one file cannot know: where its links lead.

mod footnotes;
mod lint;
mod target;
mod writer;

use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

pub use target::Target;

use crate::content::markdown::writer::Writer;
use crate::problem::Report;
use crate::source::{Place, Source};

/// The text of a page.
#[derive(Debug, Default)]
pub struct Body {
    /// HTML, escaped and closed, with `slots` still to fill.
    pub markup: Arc<str>,
    /// In the order of their place in the markup.
    pub slots: Vec<Slot>,
    pub headings: Vec<Heading>,
    pub links: Vec<Link>,
    pub pictures: Vec<Picture>,
    /// Whether the text holds what no page may hold; the report says what.
    pub refused: bool,
}

/// A place in the markup, in bytes, where something must come.
#[derive(Debug)]
pub struct Slot {
    pub at: usize,
    pub fill: Fill,
}

/// What comes in a slot.
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

#[derive(Debug)]
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

/// Renders the Markdown at `range` of the source, whose typography is that of `language`.
pub fn render(source: &Source, range: Range<usize>, language: &str, report: &mut Report) -> Body {
    let mut needs_lint = false;
    let mut writer = Writer::new(source, &range, language, report);
    let read = Parser::new_ext(&source.text[range.clone()], options()).into_offset_iter();
    let mut events = read
        .inspect(|(event, _)| needs_lint |= lint::needs_lint(event))
        .peekable();
    while let Some((event, span)) = events.next() {
        let is_paragraph = matches!(event, Event::Start(Tag::Paragraph));
        if !is_paragraph
            || !events
                .peek()
                .is_some_and(|(first, _)| writer::may_begin_another_block(first))
        {
            writer.event(event, span);
            continue;
        }
        let paragraph = events
            .by_ref()
            .take_while(|(event, _)| !matches!(event, Event::End(TagEnd::Paragraph)))
            .collect();
        let is_before_table = matches!(events.peek(), Some((Event::Start(Tag::Table(_)), _)));
        writer.paragraph(paragraph, is_before_table);
    }
    drop(events);
    let body = writer.finish();
    if needs_lint {
        lint::report(source, &range, report);
    }
    body
}

/// What is read beside plain Markdown.
pub(super) fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_GFM
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_SMART_PUNCTUATION
}

/// What the parser read, and where in the Markdown.
type Spanned<'a> = (Event<'a>, Range<usize>);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_of_a_link_stays_before_the_heading_that_follows_it() {
        let source = Source::new("a.md", "- [a](b.md)\n  ## Kop\n");
        let body = render(&source, 0..source.text.len(), "nl", &mut Report::default());
        let ends: Vec<&str> = body
            .slots
            .iter()
            .map(|slot| &body.markup[slot.at..])
            .collect();
        assert!(ends[0].starts_with("a<h2"), "{}", body.markup);
        assert!(ends[1].starts_with("<h2"), "{}", body.markup);
    }
}
