//! Markdown as it is parsed: two readings that nobody wants are prevented. A sentence above a line
//! of dashes is no heading, and what follows a comment is no HTML.

use std::borrow::Cow;
use std::ops::Range;

use memchr::memmem::find;
use pulldown_cmark::{Event, HeadingLevel, Parser, Tag};

use crate::content::markdown::parser::options;
use crate::message::Message;
use crate::problem::Problem;
use crate::rule::Rule;
use crate::source::Source;

/// The words that stand above notes without a title, by which their kinds are named.
const NOTES: [&str; 5] = [
    "note-note",
    "note-tip",
    "note-important",
    "note-warning",
    "note-caution",
];

/// The bytes within which the mark of a note ends: of quotes in quotes without end each is looked
/// at.
const LONGEST_MARK: usize = 256;

/// The Markdown of a file in the dialect of the parser. It is as long as it was.
pub struct Dialect<'a> {
    pub source: &'a Source,
    pub text: Cow<'a, str>,
    /// Offset of the Markdown in the file.
    start: usize,
}

/// The kind of the quote at the start of a text, if it is marked as a note: `note-tip`; and the
/// length of what marks it.
pub fn note(quote: &str) -> Option<(&'static str, usize)> {
    let mut start = quote.bytes().take(LONGEST_MARK);
    let marks = start.position(|byte| !b" >".contains(&byte))?;
    let inner = quote[marks..].strip_prefix("[!")?;
    let end = inner
        .bytes()
        .take(LONGEST_MARK)
        .position(|byte| byte == b']')?;
    let (kind, rest) = (&inner[..end], &inner[end + 1..]);
    let is_it = |note: &&str| note["note-".len()..].eq_ignore_ascii_case(kind);
    let note = NOTES.into_iter().find(is_it)?;
    let rest = rest.strip_prefix(['+', '-']).unwrap_or(rest);
    let is_mark = rest.is_empty() || rest.starts_with(char::is_whitespace);
    is_mark.then(|| (note, quote.len() - rest.len()))
}

impl<'a> Dialect<'a> {
    /// Reads the Markdown at `range` of the source.
    pub fn read(source: &'a Source, range: Range<usize>) -> Self {
        let start = range.start;
        let text = &source.text[range];
        let has = |mark: &str| find(text.as_bytes(), mark.as_bytes()).is_some();
        let text = if has("\n---") || has("-->") {
            as_meant(text).into()
        } else {
            text.into()
        };
        Dialect {
            source,
            text,
            start,
        }
    }

    /// The offset in the file of an offset in the text.
    pub fn offset(&self, at: usize) -> usize {
        self.start + at
    }

    /// A problem with a part of the text.
    pub fn problem(
        &self,
        span: &Range<usize>,
        rule: Rule,
        message: Message,
        help: Message,
    ) -> Problem {
        let (start, end) = (self.offset(span.start), self.offset(span.end));
        let (place, length) = self.source.span(start..end);
        Problem::new(place, rule, message, help).spanning(length)
    }
}

/// The same text, with asterisks for dashes that would make a heading of a sentence, and line ends
/// for comments that would make HTML of what follows them.
fn as_meant(text: &str) -> String {
    let mut meant = text.as_bytes().to_vec();
    for (event, span) in Parser::new_ext(text, options()).into_offset_iter() {
        let block = text[span.clone()].trim_end();
        match event {
            Event::Start(Tag::Heading {
                level: HeadingLevel::H2,
                ..
            }) => {
                let above = block.trim_end_matches('-');
                let is_sentence = above.trim_end().ends_with(['.', '!', '?', ':', ';', '…']);
                if is_sentence && above.ends_with('\n') && block.len() - above.len() > 2 {
                    meant[span.start + above.len()..span.start + block.len()].fill(b'*');
                }
            }
            Event::Start(Tag::HtmlBlock) if block.trim_start().starts_with("<!--") => {
                let before = text[..span.start].rsplit('\n').next();
                let behind = block.split_once("-->").map_or("", |(_, behind)| behind);
                let behind = behind.trim_start();
                if !behind.is_empty() && before.is_none_or(|before| before.trim().is_empty()) {
                    meant[span.start..span.start + block.len() - behind.len()].fill(b'\n');
                }
            }
            _ => {}
        }
    }
    String::from_utf8(meant).expect("whole characters were changed")
}
