//! A text file of the content folder, and the places in it.

use std::sync::Arc;

use crate::problem::Place;

/// The text of one content file. Offsets are bytes from its start.
#[derive(Clone, Debug)]
pub struct Source {
    /// Path within the content folder, with `/` between the parts: `nieuws/2022-03-02-naam.md`.
    pub path: Arc<str>,
    pub text: Arc<str>,
    /// The offset of the first byte of each line: many places are asked for in one file.
    line_starts: Arc<[usize]>,
}

impl Source {
    pub fn new(path: &str, text: &str) -> Self {
        let line_starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Source { path: path.into(), text: text.into(), line_starts }
    }

    /// The line and column of a byte offset. An offset inside a character, or past the end, is moved back to a character.
    pub fn place(&self, offset: usize) -> Place {
        let offset = self.text.floor_char_boundary(offset);
        let line = self.line_starts.partition_point(|start| *start <= offset);
        let before = &self.text[self.line_starts[line - 1]..offset];
        Place { file: self.path.clone(), line, column: before.chars().count() + 1 }
    }

    /// The place where the file itself is meant.
    pub fn start(&self) -> Place {
        self.place(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_counts_lines_and_characters_from_one() {
        let source = Source::new("a.md", "één\ntwee");
        let at = |offset| source.place(offset).to_string();
        assert_eq!(at(0), "a.md:1:1");
        assert_eq!(at(5), "a.md:1:4");
        assert_eq!(at(6), "a.md:2:1");
        assert_eq!(at(99), "a.md:2:5");
    }
}
