//! The prose of a Markdown text.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Options, Tag, TagEnd};

use crate::content::markdown::dialect::{Dialect, note};
use crate::content::markdown::parser::{heading_id, options};
use crate::content::prose::{LINE_BREAK, ProseBlock, ProseKind};
use crate::source::Source;

/// The blocks of the Markdown at `range`, in their order.
pub fn read(source: &Source, range: Range<usize>) -> Vec<ProseBlock> {
    let dialect = Dialect::read(source, range);
    let mut reader = Reader {
        dialect: &dialect,
        blocks: Vec::new(),
        open: Vec::new(),
        current: None,
        around: Vec::new(),
        stressed: 0,
        mark_end: 0,
        is_note_title: false,
        links: Vec::new(),
    };
    let options = options() - Options::ENABLE_SMART_PUNCTUATION;
    for (event, span) in dialect.events(options) {
        reader.event(event, span);
    }
    reader.flush();
    reader.blocks
}

struct Reader<'a> {
    dialect: &'a Dialect<'a>,
    blocks: Vec<ProseBlock>,
    /// The kinds of the tags that are open; `None` for those that are within a block or hold many.
    open: Vec<Option<ProseKind>>,
    current: Option<ProseBlock>,
    /// The blocks in whose midst a picture is open.
    around: Vec<Option<ProseBlock>>,
    /// The depth of bold and italics.
    stressed: usize,
    /// The end of the mark of the last note, whose first line may be open.
    mark_end: usize,
    is_note_title: bool,
    /// The links that are open: where their text starts, for those whose text stands apart.
    links: Vec<Option<usize>>,
}

impl Reader<'_> {
    fn event(&mut self, event: Event<'_>, span: Range<usize>) {
        match event {
            Event::Start(tag) => self.open(&tag, span),
            Event::End(tag) => self.close(tag),
            Event::Text(_) if span.end <= self.mark_end => {}
            // The line of a note with its title ends.
            Event::SoftBreak | Event::HardBreak if self.is_note_title => {
                self.flush();
                self.is_note_title = false;
            }
            Event::Text(words) => self.words(&words, span),
            Event::Code(code) => {
                let at = self.length();
                let inner = self.dialect.text[span.clone()]
                    .find(&*code)
                    .map_or(span.start, |before| span.start + before);
                self.words(&code, inner..span.end);
                self.set_apart(at);
            }
            Event::SoftBreak => self.words("\n", span),
            Event::HardBreak => self.words(&LINE_BREAK.to_string(), span),
            _ => {}
        }
    }

    fn open(&mut self, tag: &Tag<'_>, span: Range<usize>) {
        if let Tag::Image { .. } = tag {
            self.around.push(self.current.take());
        }
        let mut kind = kind_of(tag);
        if let Tag::BlockQuote(_) = tag
            && let Some((_, length)) = note(&self.dialect.text[span.clone()])
        {
            kind = Some(ProseKind::Note);
            self.mark_end = span.start + length;
            self.is_note_title = true;
        }
        if kind.is_some() {
            self.flush();
        }
        self.open.push(kind);
        match tag {
            Tag::Heading { .. } | Tag::CodeBlock(_) | Tag::Image { .. } => self.begin(span),
            Tag::Paragraph | Tag::TableCell => {
                self.flush();
                self.begin(span);
            }
            Tag::Strong | Tag::Emphasis => self.stressed += 1,
            Tag::Link {
                link_type,
                dest_url,
                ..
            } => {
                let apart = matches!(link_type, LinkType::Autolink | LinkType::Email)
                    || dest_url.starts_with("lang:");
                let at = self.length();
                self.links.push(apart.then_some(at));
            }
            _ => {}
        }
    }

    fn close(&mut self, tag: TagEnd) {
        let says_something = self
            .current
            .as_ref()
            .is_some_and(|block| !block.text.trim().is_empty());
        if let TagEnd::Heading(_) = tag
            && let Some(block) = &mut self.current
            && let Some((at, _)) = heading_id(&block.text)
        {
            block.text.truncate(at);
        }
        if self.open.last().is_some_and(Option::is_some) {
            self.flush();
        }
        self.open.pop();
        match tag {
            TagEnd::Strong | TagEnd::Emphasis => self.stressed -= 1,
            TagEnd::BlockQuote(_) => self.is_note_title = false,
            TagEnd::Link => {
                if let Some(Some(at)) = self.links.pop() {
                    self.set_apart(at);
                }
            }
            TagEnd::Paragraph | TagEnd::TableCell => {
                self.is_note_title = false;
                self.flush();
            }
            TagEnd::Image => {
                self.current = self.around.pop().flatten();
                if let Some(block) = &mut self.current {
                    block.pictured |= says_something;
                }
            }
            _ => {}
        }
    }

    fn begin(&mut self, span: Range<usize>) {
        let span = self.dialect.offset(span.start)..self.dialect.offset(span.end);
        self.current = Some(ProseBlock {
            stressed: true,
            ..ProseBlock::new(self.kind(), span)
        });
    }

    /// The kind of the innermost block that is open; but all of a quote is somebody else's.
    fn kind(&self) -> ProseKind {
        let last = self.open.iter().rev().flatten().next();
        let last = last.copied().unwrap_or(ProseKind::Paragraph);
        let is_built = matches!(
            last,
            ProseKind::Alternative
                | ProseKind::Heading(_)
                | ProseKind::HeaderCell
                | ProseKind::Cell
        );
        if self.open.contains(&Some(ProseKind::Quote)) && !is_built {
            ProseKind::Quote
        } else {
            last
        }
    }

    fn length(&self) -> usize {
        self.current.as_ref().map_or(0, |block| block.text.len())
    }

    fn set_apart(&mut self, from: usize) {
        if let Some(block) = &mut self.current {
            block.apart.push(from..block.text.len());
        }
    }

    fn words(&mut self, words: &str, span: Range<usize>) {
        if self.current.is_none() {
            self.begin(span.clone());
        }
        let is_stressed = self.stressed > 0;
        let (start, end) = (
            self.dialect.offset(span.start),
            self.dialect.offset(span.end),
        );
        let block = self.current.as_mut().expect("a block has begun");
        block.stressed &= is_stressed || words.chars().all(|c| c.is_whitespace() || c == ':');
        block.marks.push((block.text.len(), start));
        block.span.end = block.span.end.max(end);
        block.text.push_str(words);
    }

    /// Ends the block that is being read. Headings and the cells of a table's head count even
    /// without text.
    fn flush(&mut self) {
        let Some(block) = self.current.take() else {
            return;
        };
        let counts_empty = matches!(block.kind, ProseKind::Heading(_) | ProseKind::HeaderCell);
        if counts_empty || !block.text.trim().is_empty() {
            self.blocks.push(block);
        }
    }
}

/// The kind of the blocks that a tag holds; `None` where it says nothing of it.
fn kind_of(tag: &Tag<'_>) -> Option<ProseKind> {
    Some(match tag {
        Tag::Heading { level, .. } => ProseKind::Heading(*level as u8),
        Tag::BlockQuote(_) => ProseKind::Quote,
        Tag::CodeBlock(_) => ProseKind::Code,
        Tag::Item => ProseKind::Item,
        Tag::FootnoteDefinition(_) => ProseKind::Footnote,
        Tag::DefinitionListTitle => ProseKind::Term,
        Tag::DefinitionListDefinition => ProseKind::Definition,
        Tag::TableHead => ProseKind::HeaderCell,
        Tag::TableRow => ProseKind::Cell,
        Tag::Image { .. } => ProseKind::Alternative,
        _ => return None,
    })
}
