//! Markdown into safe HTML with open places for what one file cannot know: where its links lead.

mod buffer;
pub mod dialect;
mod lint;
mod notation;
pub mod parser;
pub mod target;
mod writer;

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::content::document::Body;
use crate::content::markdown::dialect::Dialect;
use crate::content::markdown::parser::options;
use crate::content::markdown::writer::Writer;
use crate::problem::Report;
use crate::source::Source;

/// Renders the Markdown at `range` of the source, whose typography is that of `language`.
pub fn render(source: &Source, range: Range<usize>, language: &str, report: &mut Report) -> Body {
    let dialect = Dialect::read(source, range);
    let mut needs_lint = lint::may_define(dialect.text) || !dialect.remarks.is_empty();
    let mut writer = Writer::new(&dialect, language, report);
    let mut events = dialect
        .events(options())
        .inspect(|(event, _)| needs_lint |= lint::needs_lint(event))
        .peekable();
    while let Some((event, span)) = events.next() {
        let is_paragraph = matches!(event, Event::Start(Tag::Paragraph));
        if !is_paragraph
            || !events
                .peek()
                .is_some_and(|(first, _)| writer.may_begin_another_block(first))
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
        lint::report(&dialect, report);
    }
    body
}
