//! The text of a page as rules judge it: block by block, each character with its place in the file.
//!
//! The page itself is made by `markdown`. This second reading is only done where somebody wants to know how the text
//! reads; it follows the same Markdown, but leaves quotes and dashes as they were typed.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd};

use crate::content::front_matter;
use crate::content::markdown::parser::options;
use crate::content::page::Page;
use crate::problem::Report;
use crate::source::{Place, Source};

/// Between the lines of a block that the writer broke on purpose. A line end without meaning is `\n`.
pub const LINE_BREAK: char = '\u{2028}';

/// A piece of text that a reader takes in as one.
#[derive(Debug)]
pub struct ProseBlock {
    pub kind: ProseKind,
    pub text: String,
    /// Parts of the text that are no words of the site's language: code, addresses, and what is marked as another language.
    pub apart: Vec<Range<usize>>,
    /// Whether all of it is bold.
    pub bold: bool,
    /// Whether there is a picture in it that says something.
    pub pictured: bool,
    /// Where it stands in the file, in bytes.
    pub span: Range<usize>,
    /// Offsets in the text with the offsets in the file that they come from, ascending.
    marks: Vec<(usize, usize)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProseKind {
    /// From the front matter, like the summary.
    Title,
    Summary,
    /// With its level, as written.
    Heading(u8),
    Paragraph,
    Item,
    /// Words of somebody else.
    Quote,
    /// A quote that is marked as a note, tip or warning.
    Note,
    HeaderCell,
    Cell,
    Term,
    Definition,
    Footnote,
    Code,
    /// What stands in for an image.
    Alternative,
}

impl ProseKind {
    /// Whether a reader meets sentences here, written by the editor.
    pub fn is_running_text(self) -> bool {
        matches!(
            self,
            Self::Summary
                | Self::Paragraph
                | Self::Item
                | Self::Note
                | Self::Definition
                | Self::Footnote
        )
    }
}

/// The blocks of a content file in their order; of the front matter as far as a page could be made of it.
pub fn read(source: &Source, page: Option<&Page>) -> Vec<ProseBlock> {
    let blocks = page.map(|page| front(source, page)).unwrap_or_default();
    let Some(parts) = front_matter::split(source, &mut Report::default()) else {
        return blocks;
    };
    let text = &source.text[parts.body.clone()];
    let mut reader = Reader {
        start: parts.body.start,
        text,
        blocks,
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

/// What the front matter says to readers.
fn front(source: &Source, page: &Page) -> Vec<ProseBlock> {
    let title = ProseBlock::in_front_matter(
        ProseKind::Title,
        &page.title,
        source,
        source.offset(&page.title_place),
    );
    let summary = ProseBlock::in_front_matter(
        ProseKind::Summary,
        &page.summary,
        source,
        source.offset(&page.summary_place),
    );
    let key_points = page.key_points.iter().filter_map(|sentence| {
        let at = source.text.find(sentence.as_str())?.checked_sub(1)?;
        Some(ProseBlock::in_front_matter(
            ProseKind::Item,
            sentence,
            source,
            at,
        ))
    });
    [title, summary].into_iter().chain(key_points).collect()
}

/// How many bytes of TOML stand for one character, where that is not written as itself.
fn escape(raw: &str) -> usize {
    match raw.strip_prefix('\\').and_then(|rest| rest.chars().next()) {
        None => 0,
        Some('u') => 6,
        Some('U') => 10,
        Some('x') => 4,
        Some(_) => 2,
    }
}

impl ProseBlock {
    /// A text that TOML reads from the quotes at `offset`.
    fn in_front_matter(kind: ProseKind, text: &str, source: &Source, offset: usize) -> Self {
        let raw = &source.text[offset.min(source.text.len())..];
        let quotes = ["\"\"\"", "\'\'\'"]
            .into_iter()
            .find(|quotes| raw.starts_with(*quotes))
            .map_or(1, str::len);
        let mut at = offset + quotes;
        if quotes > 1 {
            at += ["\n", "\r\n"]
                .into_iter()
                .find(|end| raw[quotes..].starts_with(*end))
                .map_or(0, str::len);
        }
        let start = at;
        let mut marks = vec![(0, start)];
        for (index, character) in text.char_indices() {
            let length = character.len_utf8();
            let escape = source
                .text
                .get(at..)
                .filter(|_| !raw.starts_with('\''))
                .map_or(0, escape);
            at += if escape > 0 { escape } else { length };
            if escape > 0 {
                marks.push((index + length, at));
            }
        }
        ProseBlock {
            kind,
            text: text.to_owned(),
            apart: Vec::new(),
            bold: false,
            pictured: false,
            span: start..at,
            marks,
        }
    }

    /// Where a part of the text stands in the file, and how many characters of it are on that line.
    pub fn place(&self, source: &Source, range: &Range<usize>) -> (Place, usize) {
        let start = self.offset(range.start);
        let end = if range.end > range.start {
            self.offset(range.end - 1) + 1
        } else {
            start
        };
        source.span(start..source.text.ceil_char_boundary(end))
    }

    /// Where a place in the text stands in the file.
    pub fn offset(&self, at: usize) -> usize {
        let next = self.marks.partition_point(|(start, _)| *start <= at);
        match next.checked_sub(1).map(|index| self.marks[index]) {
            None => self.span.start,
            Some((start, offset)) => {
                let limit = self
                    .marks
                    .get(next)
                    .map_or(self.span.end, |(_, offset)| *offset);
                (offset + (at - start)).min(limit.max(offset))
            }
        }
    }

    /// Whether a part of the text is no word of the site's language.
    pub fn is_apart(&self, range: &Range<usize>) -> bool {
        self.apart
            .iter()
            .any(|apart| apart.start < range.end && range.start < apart.end)
    }
}

struct Reader<'a> {
    start: usize,
    text: &'a str,
    blocks: Vec<ProseBlock>,
    open: Vec<ProseKind>,
    current: Option<ProseBlock>,
    /// The blocks in whose midst a picture is open.
    around: Vec<Option<ProseBlock>>,
    /// How many times bold has been switched on.
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
        let kind = match tag {
            Tag::Heading { level, .. } => ProseKind::Heading(number(*level)),
            Tag::BlockQuote(None) => ProseKind::Quote,
            Tag::BlockQuote(Some(_)) => ProseKind::Note,
            Tag::CodeBlock(_) => ProseKind::Code,
            Tag::Item => ProseKind::Item,
            Tag::FootnoteDefinition(_) => ProseKind::Footnote,
            Tag::DefinitionListTitle => ProseKind::Term,
            Tag::DefinitionListDefinition => ProseKind::Definition,
            Tag::TableHead => ProseKind::HeaderCell,
            Tag::TableRow => ProseKind::Cell,
            Tag::Paragraph | Tag::TableCell => {
                self.flush();
                return self.begin(span);
            }
            Tag::Strong => {
                self.bold += 1;
                return;
            }
            Tag::Link {
                link_type,
                dest_url,
                ..
            } => {
                let apart = matches!(link_type, LinkType::Autolink | LinkType::Email)
                    || dest_url.starts_with("lang:");
                let at = self.length();
                return self.links.push(apart.then_some(at));
            }
            Tag::Image { .. } => {
                self.around.push(self.current.take());
                self.open.push(ProseKind::Alternative);
                return self.begin(span);
            }
            _ => return,
        };
        self.flush();
        self.open.push(kind);
        if matches!(kind, ProseKind::Heading(_) | ProseKind::Code) {
            self.begin(span);
        }
    }

    fn close(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Strong => self.bold -= 1,
            TagEnd::Link => {
                if let Some(Some(at)) = self.links.pop() {
                    self.set_apart(at);
                }
            }
            TagEnd::Paragraph | TagEnd::TableCell => self.flush(),
            TagEnd::Heading(_)
            | TagEnd::BlockQuote(_)
            | TagEnd::CodeBlock
            | TagEnd::Item
            | TagEnd::FootnoteDefinition
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition
            | TagEnd::TableHead
            | TagEnd::TableRow => {
                self.flush();
                self.open.pop();
            }
            TagEnd::Image => {
                let says_something = self
                    .current
                    .as_ref()
                    .is_some_and(|alternative| !alternative.text.trim().is_empty());
                self.flush();
                self.open.pop();
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
        let kind = self.kind();
        let (text, apart, marks) = (String::with_capacity(span.len()), Vec::new(), Vec::new());
        self.current = Some(ProseBlock {
            kind,
            text,
            apart,
            bold: true,
            pictured: false,
            span,
            marks,
        });
    }

    /// What is open, the innermost first; but all of a quote is somebody else's.
    fn kind(&self) -> ProseKind {
        let last = self.open.last().copied().unwrap_or(ProseKind::Paragraph);
        let is_built = matches!(
            last,
            ProseKind::Alternative
                | ProseKind::Heading(_)
                | ProseKind::HeaderCell
                | ProseKind::Cell
        );
        if self.open.contains(&ProseKind::Quote) && !is_built {
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

    /// Ends the block that is being read. Headings and the cells of a table's head count even without text.
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

fn number(level: HeadingLevel) -> u8 {
    level as u8
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};

    #[track_caller]
    fn check(body: &str, expected: Expect) {
        let source = Source::new("a.md", &format!("+++\n+++\n{body}"));
        let line = |block: &ProseBlock| {
            let (place, length) = block.place(&source, &(0..block.text.len()));
            let bold = if block.bold { " bold" } else { "" };
            let apart: Vec<_> = block
                .apart
                .iter()
                .map(|range| &block.text[range.clone()])
                .collect();
            let apart = if apart.is_empty() {
                String::new()
            } else {
                format!(" apart {apart:?}")
            };
            format!(
                "{}:{}+{length} {:?}{bold} {:?}{apart}\n",
                place.line, place.column, block.kind, block.text
            )
        };
        expected.assert_eq(&read(&source, None).iter().map(line).collect::<String>());
    }

    #[test]
    fn each_markdown_block_is_a_block_of_prose() {
        check(
            "# Eén\n\nTekst\nmet *twee* regels  \nen een derde.\n\n- punt\n  - onder\n\n  alinea\n\n> Zei zij.\n\n> [!NOTE]\n> Let op.\n\nTerm\n: Uitleg\n\n##\n",
            expect![[r#"
                3:3+3 Heading(1) "Eén"
                5:1+5 Paragraph "Tekst\nmet twee regels\u{2028}en een derde."
                9:3+4 Item "punt"
                10:5+5 Item "onder"
                12:3+6 Item "alinea"
                14:3+8 Quote "Zei zij."
                17:3+7 Note "Let op."
                19:1+4 Term "Term"
                20:3+6 Definition "Uitleg"
                22:1+1 Heading(2) bold ""
            "#]],
        );
    }

    #[test]
    fn what_is_no_dutch_is_set_apart_and_alternatives_are_blocks() {
        check(
            "**Vet.**\n\nZie `code` of [Grenze](lang:de) op <https://a.nl/>: &amp; [hier](a.md).\n\n![Een kaart](a.png)\n\n| Naam | |\n|---|---|\n| a | b |\n",
            expect![[r#"
                3:3+4 Paragraph bold "Vet."
                5:1+71 Paragraph "Zie code of Grenze op https://a.nl/: & hier." apart ["code", "Grenze", "https://a.nl/"]
                7:3+9 Alternative "Een kaart"
                9:3+4 HeaderCell "Naam"
                9:9+1 HeaderCell bold ""
                11:3+1 Cell "a"
                11:7+1 Cell "b"
            "#]],
        );
    }
}
