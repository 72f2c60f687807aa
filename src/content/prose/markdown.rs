//! The prose of a Markdown text.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};

use crate::content::markdown::parser::options;
use crate::content::prose::{LINE_BREAK, ProseBlock, ProseKind};
use crate::source::Source;

/// The blocks of the Markdown at `range`, in their order.
pub fn read(source: &Source, range: Range<usize>) -> Vec<ProseBlock> {
    let text = &source.text[range.clone()];
    let mut reader = Reader {
        start: range.start,
        text,
        blocks: Vec::new(),
        open: Vec::new(),
        current: None,
        around: Vec::new(),
        bold: 0,
        links: Vec::new(),
    };
    for (event, span) in
        Parser::new_ext(text, options() - Options::ENABLE_SMART_PUNCTUATION).into_offset_iter()
    {
        reader.event(event, span);
    }
    reader.flush();
    reader.blocks
}

struct Reader<'a> {
    start: usize,
    text: &'a str,
    blocks: Vec<ProseBlock>,
    /// The kinds of the tags that are open; `None` for those that are within a block or hold many.
    open: Vec<Option<ProseKind>>,
    current: Option<ProseBlock>,
    /// The blocks in whose midst a picture is open.
    around: Vec<Option<ProseBlock>>,
    /// The depth of bold.
    bold: usize,
    /// The links that are open: where their text starts, for those whose text stands apart.
    links: Vec<Option<usize>>,
}

impl Reader<'_> {
    fn event(&mut self, event: Event<'_>, span: Range<usize>) {
        match event {
            Event::Start(tag) => self.open(&tag, span),
            Event::End(tag) => self.close(tag),
            Event::Text(words) => self.words(&words, span),
            Event::Code(code) => {
                let at = self.length();
                let inner = self.text[span.clone()]
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
        let kind = kind_of(tag);
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
            Tag::Strong => self.bold += 1,
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
        if self.open.last().is_some_and(Option::is_some) {
            self.flush();
        }
        self.open.pop();
        match tag {
            TagEnd::Strong => self.bold -= 1,
            TagEnd::Link => {
                if let Some(Some(at)) = self.links.pop() {
                    self.set_apart(at);
                }
            }
            TagEnd::Paragraph | TagEnd::TableCell => self.flush(),
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
        let span = self.start + span.start..self.start + span.end;
        self.current = Some(ProseBlock {
            bold: true,
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
        let (start, bold) = (self.start, self.bold > 0);
        let block = self.current.as_mut().expect("a block has begun");
        block.bold &= bold || words.chars().all(|c| c.is_whitespace() || c == ':');
        block.marks.push((block.text.len(), start + span.start));
        block.span.end = block.span.end.max(start + span.end);
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
        Tag::BlockQuote(None) => ProseKind::Quote,
        Tag::BlockQuote(Some(_)) => ProseKind::Note,
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
