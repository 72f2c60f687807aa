//! Markdown as it is parsed: what other programs write in ways of their own is written as GitHub
//! does, and two readings that nobody wants are prevented.
//!
//! `:::tip Titel`, `!!! tip "Titel"` and `??? vraag "Titel"` become `> [!TIP] Titel`. A sentence
//! above a line of dashes is no heading, and what follows a comment is no HTML.

use std::borrow::Cow;
use std::ops::Range;

use memchr::memmem::find;

use crate::source::{Source, lines_at};

/// The kinds of notes with the words that people write for them.
const NOTES: &[(&str, &[&str])] = &[
    (
        "NOTE",
        &[
            "note",
            "info",
            "abstract",
            "summary",
            "example",
            "question",
            "faq",
            "opmerking",
        ],
    ),
    ("TIP", &["tip", "hint", "success", "check"]),
    ("IMPORTANT", &["important", "belangrijk"]),
    (
        "WARNING",
        &["warning", "attention", "waarschuwing", "let-op"],
    ),
    ("CAUTION", &["caution", "danger", "error", "failure", "bug"]),
    ("DETAILS", &["details", "vraag"]),
];

/// The Markdown of a file in the dialect of the parser, with the places from which it comes.
pub struct Dialect<'a> {
    pub text: Cow<'a, str>,
    /// Offset of the Markdown in the file.
    start: usize,
    /// Offsets in the text with those in the file's Markdown, ascending; none if they are the same.
    marks: Vec<(usize, usize)>,
    /// The places of notes in the text that cannot be read.
    pub unread: Vec<usize>,
}

/// A note that is open, by its end.
#[derive(PartialEq)]
enum Note {
    /// A line of so many colons.
    Colons(usize),
    /// A line that is not indented.
    Indented,
}

/// The kind of the quote at the start of a text, if it is marked as a note: `NOTE`; and the length
/// of what marks it.
pub fn note(quote: &str) -> Option<(&'static str, usize)> {
    let inner = quote.trim_start_matches([' ', '>']).strip_prefix("[!")?;
    let (word, rest) = inner.split_once(']')?;
    let kind = kind(word)?;
    let rest = rest.strip_prefix(['+', '-']).unwrap_or(rest);
    let is_mark = rest.is_empty() || rest.starts_with(char::is_whitespace);
    is_mark.then(|| (kind, quote.len() - rest.len()))
}

fn kind(word: &str) -> Option<&'static str> {
    let is_it = |words: &&[&str]| words.iter().any(|known| known.eq_ignore_ascii_case(word));
    let found = NOTES.iter().find(|(_, words)| is_it(words));
    found.map(|(kind, _)| *kind)
}

impl<'a> Dialect<'a> {
    /// Reads the Markdown at `range` of the source.
    pub fn read(source: &'a Source, range: &Range<usize>) -> Self {
        let text = &source.text[range.clone()];
        let needs = |mark: &str| find(text.as_bytes(), mark.as_bytes()).is_some();
        let mut rewriter = Rewriter {
            text,
            out: String::new(),
            marks: Vec::new(),
            unread: Vec::new(),
            notes: Vec::new(),
            fence: None,
            in_comment: false,
            above: "",
        };
        if [":::", "!!! ", "???", "\n---", "-->"]
            .into_iter()
            .any(needs)
        {
            rewriter.run();
        }
        let is_same = rewriter.out.is_empty() || rewriter.out == text;
        Dialect {
            text: if is_same {
                text.into()
            } else {
                rewriter.out.into()
            },
            start: range.start,
            marks: if is_same { Vec::new() } else { rewriter.marks },
            unread: rewriter.unread,
        }
    }

    /// The offset in the file of an offset in the text.
    pub fn offset(&self, at: usize) -> usize {
        let next = self.marks.partition_point(|(start, _)| *start <= at);
        let Some((start, offset)) = next.checked_sub(1).map(|last| self.marks[last]) else {
            return self.start + at;
        };
        let limit = self
            .marks
            .get(next)
            .map_or(usize::MAX, |(_, offset)| *offset);
        self.start + (offset + (at - start)).min(limit)
    }
}

struct Rewriter<'a> {
    text: &'a str,
    out: String,
    marks: Vec<(usize, usize)>,
    unread: Vec<usize>,
    notes: Vec<Note>,
    /// The fence of the code that is open.
    fence: Option<&'a str>,
    in_comment: bool,
    /// The line above.
    above: &'a str,
}

impl<'a> Rewriter<'a> {
    fn run(&mut self) {
        let is_end = |line: &&str| colons(line) > 2 && line.trim().len() == colons(line);
        let mut ends = self.text.lines().filter(is_end).count();
        for (at, line) in lines_at(self.text) {
            let (at, line) = self.end_indented(at, line);
            if is_end(&line) && self.fence.is_none() {
                ends -= 1;
                if self.end_colons(line, at) {
                    continue;
                }
            }
            self.line(at, line, ends);
            self.above = line;
        }
    }

    /// Writes a line of the text from an offset on. `ends` lines behind it can end a note.
    fn line(&mut self, at: usize, line: &'a str, ends: usize) {
        let words = line.trim();
        let is_plain = self.fence.is_none() && !self.in_comment;
        if let Some(fence) = self.fence {
            if words.starts_with(fence) && words.trim_start_matches(&fence[..1]).is_empty() {
                self.fence = None;
            }
        } else if self.in_comment || words.starts_with("<!--") {
            let end = line.find("-->").map(|end| end + 3);
            self.in_comment = end.is_none();
            if let Some(end) = end.filter(|end| !line[*end..].trim().is_empty()) {
                self.push(at, &line[..end]);
                self.blank(at + end);
                return self.push(at + end, line[end..].trim_start_matches([' ', '\t']));
            }
        } else if let Some(fence) = fence(words) {
            self.fence = Some(fence);
        }
        let is_shallow = line.len() - line.trim_start().len() < 4;
        if is_plain && is_shallow && self.opens_note(at, line, ends) {
            return;
        }
        let is_dashes = words.len() > 2 && words.bytes().all(|byte| byte == b'-');
        let is_sentence = self
            .above
            .trim_end()
            .ends_with(['.', '!', '?', ':', ';', '…']);
        if is_plain && is_shallow && is_dashes && is_sentence {
            self.blank(at);
        }
        self.push(at, line);
    }

    /// Takes the indentation of a note away, and ends those whose text is not indented any more.
    fn end_indented(&mut self, mut at: usize, mut line: &'a str) -> (usize, &'a str) {
        for number in 0..self.notes.len() {
            if self.notes[number] != Note::Indented || line.trim().is_empty() {
                continue;
            }
            let inner = line
                .strip_prefix("    ")
                .or_else(|| line.strip_prefix('\t'));
            let Some(inner) = inner else {
                self.end_from(number, at);
                break;
            };
            at += line.len() - inner.len();
            line = inner;
        }
        (at, line)
    }

    fn end_from(&mut self, number: usize, at: usize) {
        self.notes.truncate(number);
        self.fence = None;
        self.blank(at);
    }

    /// Ends the note that a line of colons ends. False if there is none.
    fn end_colons(&mut self, line: &str, at: usize) -> bool {
        let is_colons = |note: &Note| matches!(note, Note::Colons(_));
        let same = Note::Colons(colons(line));
        let exact = self.notes.iter().rposition(|note| *note == same);
        match exact.or_else(|| self.notes.iter().rposition(is_colons)) {
            Some(number) => self.end_from(number, at),
            None => return false,
        }
        true
    }

    /// Writes the line that opens a note as the mark of a quote. False if it is none.
    fn opens_note(&mut self, at: usize, line: &'a str, ends: usize) -> bool {
        let words = line.trim();
        let colons = colons(line);
        let marks = ["!!! ", "???+ ", "??? "];
        let (note, rest) = match marks.iter().find_map(|mark| words.strip_prefix(mark)) {
            Some(rest) => (Note::Indented, rest),
            None if colons > 2 => (Note::Colons(colons), words[colons..].trim()),
            None => return false,
        };
        let is_word = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
        let word = &rest[..rest.find(|c| !is_word(c)).unwrap_or(rest.len())];
        let title = rest[word.len()..].trim();
        let title = title.split_once("title=").map_or(title, |(_, title)| title);
        let title = title.trim_matches(['"', '[', ']', '{', '}', '“', '”', ' ']);
        let open = self
            .notes
            .iter()
            .filter(|note| matches!(note, Note::Colons(_)));
        let has_end = match note {
            Note::Colons(_) => open.count() < ends,
            Note::Indented => self.is_indented_behind(at + line.len()),
        };
        let kind = if words.starts_with("???") {
            Some("DETAILS")
        } else {
            kind(word)
        };
        let title = if title.is_empty() && kind.is_none_or(|kind| kind == "DETAILS") {
            word
        } else {
            title
        };
        let is_known = kind.is_some() || note == Note::Indented || title != word;
        self.blank(at);
        if word.is_empty() || !has_end || !is_known {
            if !word.is_empty() || self.unread.is_empty() {
                self.unread.push(self.out.len());
            }
            self.push(at, line.trim_end());
            self.blank(at + line.len());
            return true;
        }
        self.start_line(at);
        self.out.push_str("> [!");
        self.out.push_str(kind.unwrap_or("NOTE"));
        self.out.push_str("] ");
        let title_at = title.as_ptr().addr() - self.text.as_ptr().addr();
        self.marks.push((self.out.len(), title_at));
        self.out.push_str(title);
        self.out.push('\n');
        self.notes.push(note);
        true
    }

    /// True if the next line with words is indented.
    fn is_indented_behind(&self, at: usize) -> bool {
        let mut lines = self.text[at..].lines();
        let depth = self
            .notes
            .iter()
            .filter(|note| **note == Note::Indented)
            .count();
        let indentation = "    ".repeat(depth + 1);
        lines
            .find(|line| !line.trim().is_empty())
            .is_some_and(|line| line.starts_with(&indentation) || line.starts_with('\t'))
    }

    /// Begins a line that comes from an offset.
    fn start_line(&mut self, at: usize) {
        if !self.out.is_empty() && !self.out.ends_with('\n') {
            self.out.push('\n');
        }
        self.marks.push((self.out.len(), at));
        self.out.push_str(&"> ".repeat(self.notes.len()));
        self.marks.push((self.out.len(), at));
    }

    fn push(&mut self, at: usize, line: &str) {
        self.start_line(at);
        self.out.push_str(line);
    }

    fn blank(&mut self, at: usize) {
        self.start_line(at);
        self.out.push('\n');
    }
}

/// The number of colons that a line starts with, if it is not indented as code is.
fn colons(line: &str) -> usize {
    let words = line.trim_start();
    let is_shallow = line.len() - words.len() < 4;
    let colons = words.len() - words.trim_start_matches(':').len();
    if is_shallow { colons } else { 0 }
}

/// The fence with which a line opens a block of code.
fn fence(words: &str) -> Option<&str> {
    ["`", "~"].into_iter().find_map(|mark| {
        let behind = words.trim_start_matches(mark);
        let fence = &words[..words.len() - behind.len()];
        (fence.len() > 2 && !(mark == "`" && behind.contains('`'))).then_some(fence)
    })
}
