//! Finding the front matter: the lines between `+++` at the top of a file.

use std::ops::Range;

use crate::message;
use crate::problem::Problem;
use crate::rule::Rule;
use crate::source::{Source, lines_at};

/// Some editors put it at the start of a file.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// The TOML of the front matter and the Markdown behind it, as ranges of the text.
pub struct Parts {
    pub front_matter: Range<usize>,
    pub body: Range<usize>,
}

/// Finds the front matter, behind blank lines.
///
/// # Errors
/// A file without front matter is one.
pub fn split(source: &Source) -> Result<Parts, Problem> {
    let mut lines = lines_at(&source.text);
    let bare = |line: &str| line.trim_start_matches(BYTE_ORDER_MARK).trim().len();
    let first = lines.find(|(_, line)| bare(line) > 0).unwrap_or((0, ""));
    let message = if !is_mark(first.1.trim_start_matches(BYTE_ORDER_MARK)) {
        message!("front-matter-absent")
    } else if let Some((end, line)) = lines.find(|(_, line)| is_mark(line)) {
        return Ok(Parts {
            front_matter: first.0 + first.1.len()..end,
            body: end + line.len()..source.text.len(),
        });
    } else {
        message!("front-matter-endless")
    };
    let help = message!("front-matter-absent-help");
    Err(Problem::new(
        source.start(),
        Rule::NoFrontMatter,
        message,
        help,
    ))
}

fn is_mark(line: &str) -> bool {
    line.trim_end() == "+++"
}

/// The text of a file whose front matter has no beginning or no end: behind all that looks like
/// front matter.
pub fn body_without_end(source: &Source) -> Range<usize> {
    let is_front = |line: &str| {
        let line = line.trim();
        let is_entry = line
            .split_once(['=', ':'])
            .is_some_and(|(key, _)| !key.trim().is_empty() && !key.trim().contains(' '));
        line.is_empty()
            || line == "+++"
            || line == "---"
            || is_entry
            || line.starts_with(['[', ']', '"', '{', '}'])
    };
    let start = lines_at(&source.text)
        .find(|(_, line)| !is_front(line.trim_start_matches(BYTE_ORDER_MARK)))
        .map_or(source.text.len(), |(at, _)| at);
    start..source.text.len()
}
