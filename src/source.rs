//! A text file of the content folder, and the places in it.

use std::sync::Arc;

use crate::problem::Place;

/// The text of one content file. Offsets are bytes from its start.
#[derive(Clone, Debug)]
pub struct Source {
    /// Path within the content folder, with `/` between the parts: `nieuws/2022-03-02-naam.md`.
    pub path: Arc<str>,
    pub text: Arc<str>,
}

impl Source {
    pub fn new(path: &str, text: &str) -> Self {
        Source { path: path.into(), text: text.into() }
    }

    /// The line and column of a byte offset. An offset inside a character, or past the end, is moved back to a character.
    pub fn place(&self, offset: usize) -> Place {
        let before = &self.text[..self.text.floor_char_boundary(offset)];
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        Place { file: self.path.clone(), line: before.matches('\n').count() + 1, column: before[line_start..].chars().count() + 1 }
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
