//! The text of a page as rules judge it: block by block, each character with its place in the file.
//!
//! The page itself is made by `markdown`. This second reading is only done where somebody wants to
//! know how the text reads; it follows the same Markdown, but leaves quotes and dashes as they were
//! typed.

mod markdown;
mod toml;

use std::ops::Range;

use crate::content::front_matter;
use crate::source::{Place, Source};

pub use toml::read_answers;

/// Between the lines of a block that the writer broke on purpose. A line end without meaning is
/// `\n`.
pub const LINE_BREAK: char = '\u{2028}';

/// A piece of text that a reader takes in as one.
#[derive(Debug)]
pub struct ProseBlock {
    pub kind: ProseKind,
    pub text: String,
    /// Parts of the text that are no words of the site's language: code, addresses, and what is
    /// marked as another language.
    pub apart: Vec<Range<usize>>,
    /// True if all of it is bold or in italics.
    pub stressed: bool,
    /// True if there is a picture in it that says something.
    pub pictured: bool,
    /// Its place in the file, in bytes.
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
    /// The text that stands in for an image.
    Alternative,
}

impl ProseKind {
    /// True if a reader meets sentences here, written by the editor.
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

/// The blocks of a content file in their order, those of the front matter first.
pub fn read(source: &Source) -> Vec<ProseBlock> {
    let Ok(parts) = front_matter::split::split(source) else {
        return Vec::new();
    };
    let mut blocks = toml::read(source, parts.front_matter);
    blocks.extend(markdown::read(source, parts.body));
    blocks
}

impl ProseBlock {
    /// A block whose text is still to be read.
    fn new(kind: ProseKind, span: Range<usize>) -> Self {
        ProseBlock {
            kind,
            text: String::new(),
            apart: Vec::new(),
            stressed: false,
            pictured: false,
            span,
            marks: Vec::new(),
        }
    }

    /// The place of a part of the text in the file, and the number of its characters on that line.
    pub fn place(&self, source: &Source, range: &Range<usize>) -> (Place, usize) {
        let start = self.offset(range.start);
        let end = if range.end > range.start {
            self.offset(range.end - 1) + 1
        } else {
            start
        };
        source.span(start..source.text.ceil_char_boundary(end))
    }

    /// The offset in the file of an offset in the text.
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

    /// True if a part of the text is no word of the site's language.
    pub fn is_apart(&self, range: &Range<usize>) -> bool {
        self.apart
            .iter()
            .any(|apart| apart.start < range.end && range.start < apart.end)
    }
}
