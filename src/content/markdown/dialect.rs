//! Markdown as it is parsed: readings that nobody wants are prevented. A sentence above a line of
//! dashes is no heading, what follows a comment is no HTML, a colon without a space behind it
//! explains nothing, and a remark that another program would hide is not for visitors.

use std::borrow::Cow;
use std::ops::Range;

use memchr::memmem::find;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::content::markdown::parser::{SpannedEvent, options};
use crate::message::Message;
use crate::problem::Problem;
use crate::rule::Rule;
use crate::source::{Source, lines_at};

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

/// Stands for a colon that the parser must not see: it is as much a mark between words.
const NO_COLON: char = ';';

/// Between these, Obsidian keeps remarks that are not for readers.
const REMARK: &str = "%%";

/// The Markdown of a file, and the same in the dialect of the parser, which is as long.
pub struct Dialect<'a> {
    pub source: &'a Source,
    pub text: &'a str,
    pub parsed: Cow<'a, str>,
    /// The remarks that are left out.
    pub remarks: Vec<Range<usize>>,
    /// The offsets of the colons that the parser does not see, ascending.
    colons: Vec<usize>,
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
        let mut parsed = Cow::Borrowed(text);
        let colons = colons(text);
        if !colons.is_empty() {
            parsed = without_colons(text, &colons).into();
        }
        if has("\n---") || has("-->") {
            parsed = as_meant(&parsed).into();
        }
        let remarks = if has(REMARK) {
            remarks(&parsed)
        } else {
            Vec::new()
        };
        if !remarks.is_empty() {
            parsed = without(&parsed, &remarks).into();
        }
        Dialect {
            source,
            text,
            parsed,
            remarks,
            colons,
            start,
        }
    }

    /// The events of the parser with these extensions.
    pub fn events(&self, options: Options) -> impl Iterator<Item = SpannedEvent<'_>> {
        let events = Parser::new_ext(&self.parsed, options).into_offset_iter();
        events.map(|(mut event, span)| {
            if !self.colons.is_empty() {
                self.put_colons_back(&mut event, &span);
            }
            (event, span)
        })
    }

    fn put_colons_back(&self, event: &mut Event<'_>, span: &Range<usize>) {
        let (Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text)) =
            event
        else {
            return;
        };
        let first = self.colons.partition_point(|at| *at < span.start);
        let inside = self.colons[first..].iter();
        for at in inside.take_while(|at| **at < span.end) {
            // Code and its marks are longer than its text, so colons are counted.
            let before = self.parsed[span.start..*at].matches(NO_COLON).count();
            let mut found = text.match_indices(NO_COLON);
            if let Some((at, _)) = found.nth(before) {
                *text = format!("{}:{}", &text[..at], &text[at + 1..]).into();
            }
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

/// The colons at the start of a line that no space follows, ascending; but for those of the dashes
/// below the head of a table.
fn colons(text: &str) -> Vec<usize> {
    let mut colons = Vec::new();
    for (at, line) in lines_at(text) {
        let words = line.trim_start_matches([' ', '\t', '>']);
        let explains = |behind: &str| behind.starts_with([' ', '\t']) && !behind.trim().is_empty();
        if words
            .strip_prefix(':')
            .is_some_and(|behind| !explains(behind))
            && !is_dashes(words)
        {
            colons.push(at + line.len() - words.len());
        }
    }
    colons
}

/// True if a line is that between the head of a table and its rows.
pub fn is_dashes(line: &str) -> bool {
    line.contains('-') && line.trim_end().chars().all(|c| "|-: ".contains(c))
}

fn without_colons(text: &str, colons: &[usize]) -> String {
    let mut text = text.to_owned();
    let mut mark = [0; 1];
    for at in colons {
        text.replace_range(*at..*at + 1, NO_COLON.encode_utf8(&mut mark));
    }
    text
}

/// A text with spaces for these pieces of it.
fn without(text: &str, pieces: &[Range<usize>]) -> String {
    let mut blanked = text.as_bytes().to_vec();
    for byte in pieces.iter().flat_map(Clone::clone) {
        if blanked[byte] != b'\n' {
            blanked[byte] = b' ';
        }
    }
    String::from_utf8(blanked).expect("whole characters were changed")
}

/// The remarks between two `%%`: within a line, or with these at the outside of their lines.
fn remarks(text: &str) -> Vec<Range<usize>> {
    let mut marks = Vec::new();
    let mut in_code = false;
    for (event, span) in Parser::new_ext(text, options()).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(_)) => in_code = true,
            Event::End(TagEnd::CodeBlock) => in_code = false,
            Event::Text(_) if !in_code => {
                let found = text[span.clone()].match_indices(REMARK);
                marks.extend(found.map(|(at, _)| span.start + at));
            }
            _ => {}
        }
    }
    let before = |at: usize| text[..at].chars().next_back();
    let behind = |at: usize| text[at + REMARK.len()..].chars().next();
    let is_space = |c: Option<char>| c.is_none_or(char::is_whitespace);
    let mut remarks = Vec::new();
    let mut open: Option<usize> = None;
    for at in marks {
        let ends = behind(at).is_none_or(|c| !c.is_alphanumeric() && c != '%');
        match open {
            Some(start) if ends => {
                let end = at + REMARK.len();
                let first = text[..start].rsplit('\n').next().unwrap_or_default();
                let last = text[end..].split('\n').next().unwrap_or_default();
                let is_outside = first.trim().is_empty() && last.trim().is_empty();
                if is_outside || !text[start..end].contains('\n') {
                    remarks.push(start..end);
                    open = None;
                } else {
                    open = is_space(before(at)).then_some(at);
                }
            }
            _ if is_space(before(at)) => open = Some(at),
            _ => {}
        }
    }
    remarks
}

/// A text with asterisks for dashes that would make a heading of a sentence, and line ends
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
