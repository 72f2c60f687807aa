//! A text file of the content folder, and the places in it.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use toml::Spanned;

/// The text of one content file. Offsets are bytes from its start.
#[derive(Clone, Debug)]
pub struct Source {
    /// Path within the content folder, with `/` between the parts: `nieuws/2022-03-02-naam.md`.
    pub path: Arc<str>,
    pub text: Arc<str>,
    /// The offset of the first byte of each line: many places are asked for in one file.
    line_starts: Arc<[usize]>,
    /// The characters that begin before each stride of bytes: a line can be as long as the file.
    characters: Arc<[usize]>,
}

/// The bytes between two counts of characters.
const STRIDE: usize = 1024;

fn is_start_of_character(byte: &u8) -> bool {
    byte & 0b1100_0000 != 0b1000_0000
}

fn count_characters(bytes: &[u8]) -> usize {
    bytes
        .iter()
        .filter(|byte| is_start_of_character(byte))
        .count()
}

/// A place in a content file. Lines and columns count from 1; columns count characters, not bytes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Path of the file within the content folder, with `/` between the parts.
    pub file: Arc<str>,
    pub line: usize,
    pub column: usize,
}

/// A name or address that a file mentions, with its place for when it turns out to lead nowhere.
#[derive(Clone, Debug)]
pub struct LocatedName {
    pub name: String,
    pub place: Place,
}

impl Place {
    /// The place of a file as a whole.
    pub fn of_file(file: impl Into<Arc<str>>) -> Self {
        Place {
            file: file.into(),
            line: 1,
            column: 1,
        }
    }
}

/// The start of a file without a name, for what stands nowhere.
impl Default for Place {
    fn default() -> Self {
        Place::of_file("")
    }
}

/// A text in which every line ends as on Unix or Windows. It is as long as it was: the ends of old
/// Macs, `\r` alone, become `\n`.
fn with_known_line_ends(text: &str) -> Cow<'_, str> {
    let next = |at: usize| text.as_bytes().get(at + 1);
    let alone = |at: &usize| next(*at) != Some(&b'\n');
    let mut ends = memchr::memchr_iter(b'\r', text.as_bytes()).filter(alone);
    let Some(first) = ends.next() else {
        return text.into();
    };
    let mut bytes = text.as_bytes().to_vec();
    for at in std::iter::once(first).chain(ends) {
        bytes[at] = b'\n';
    }
    String::from_utf8(bytes)
        .expect("one ASCII character for another")
        .into()
}

impl Source {
    pub fn new(path: &str, text: &str) -> Self {
        let text = &*with_known_line_ends(text);
        let line_ends = memchr::memchr_iter(b'\n', text.as_bytes());
        let mut line_starts = Vec::with_capacity(1 + line_ends.clone().count());
        line_starts.push(0);
        line_starts.extend(line_ends.map(|at| at + 1));
        let strides = text.as_bytes().chunks(STRIDE).map(count_characters);
        let mut characters = vec![0];
        characters.extend(strides.scan(0, |before, characters| {
            *before += characters;
            Some(*before)
        }));
        Source {
            path: path.into(),
            text: text.into(),
            line_starts: line_starts.into(),
            characters: characters.into(),
        }
    }

    /// The line and column of a byte offset. An offset inside a character, or past the end, is
    /// moved back to a character.
    pub fn place(&self, offset: usize) -> Place {
        let offset = self.text.floor_char_boundary(offset);
        let line = self.line_starts.partition_point(|start| *start <= offset);
        let before = self.characters_before(self.line_starts[line - 1]);
        let column = self.characters_before(offset) - before + 1;
        Place {
            file: self.path.clone(),
            line,
            column,
        }
    }

    /// The number of characters in front of an offset.
    fn characters_before(&self, offset: usize) -> usize {
        let stride = offset / STRIDE;
        let rest = &self.text.as_bytes()[stride * STRIDE..offset];
        self.characters[stride] + count_characters(rest)
    }

    /// The place of the start of a range, and how many characters of it stand on that line.
    pub fn span(&self, range: Range<usize>) -> (Place, usize) {
        let place = self.place(range.start);
        let start = self.text.floor_char_boundary(range.start);
        let end = range.end.min(self.line_end(place.line));
        let end = self.text.floor_char_boundary(end);
        let length = self
            .text
            .get(start..end)
            .map_or(1, |text| text.chars().count());
        (place, length.max(1))
    }

    /// The offset at which a line ends, without its line end.
    fn line_end(&self, number: usize) -> usize {
        let next = self.line_starts.get(number);
        let end = next.map_or(self.text.len(), |next| next - 1);
        end - usize::from(self.text[..end].ends_with('\r'))
    }

    /// The byte offset of the start of a line, counted from 1; the end of the text where there is
    /// no such line.
    pub fn line_start(&self, number: usize) -> usize {
        let start = self.line_starts.get(number.saturating_sub(1));
        start.copied().unwrap_or(self.text.len())
    }

    /// The byte offset of a place in this file; the end of the text where it has no such place.
    pub fn offset(&self, place: &Place) -> usize {
        let start = place.line.checked_sub(1);
        let Some(start) = start.and_then(|line| self.line_starts.get(line)) else {
            return self.text.len();
        };
        let wanted = self.characters_before(*start) + place.column.saturating_sub(1);
        let stride = self.characters.partition_point(|before| *before <= wanted) - 1;
        let from = (stride * STRIDE).min(self.text.len());
        let rest = self.text.as_bytes()[from..].iter().enumerate();
        rest.filter(|(_, byte)| is_start_of_character(byte))
            .nth(wanted - self.characters[stride])
            .map_or(self.text.len(), |(at, _)| from + at)
    }

    /// The text of a line, counted from 1, without its line end.
    pub fn line(&self, number: usize) -> Option<&str> {
        let start = *self.line_starts.get(number.checked_sub(1)?)?;
        Some(&self.text[start..self.line_end(number)])
    }

    /// A name in TOML that starts at an offset of this text.
    pub fn located(&self, start: usize, name: Spanned<String>) -> LocatedName {
        LocatedName {
            place: self.place(start + name.span().start),
            name: name.into_inner(),
        }
    }

    /// The place of the file as a whole.
    pub fn start(&self) -> Place {
        self.place(0)
    }
}

/// True for a character that takes no room in a line, and that nobody types: it comes along with
/// text from elsewhere, and cuts a word in two or turns what follows around.
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{80}'..='\u{9f}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200c}'
        | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
        | '\u{feff}' | '\u{e0000}'..='\u{e007f}')
}

/// The lines of a text with their line ends, each behind its offset.
pub fn lines_at(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split_inclusive('\n').map(move |line| {
        let start = at;
        at += line.len();
        (start, line)
    })
}

impl fmt::Display for Place {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}:{}:{}", self.file, self.line, self.column)
    }
}
