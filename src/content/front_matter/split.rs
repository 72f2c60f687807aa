//! Finding the front matter: the lines between `+++` at the top of a file.

use std::ops::Range;

use crate::problem::Report;
use crate::rule::Rule;
use crate::source::{Source, lines_at};

/// Some editors put it at the start of a file.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// The TOML of the front matter and the Markdown behind it, as ranges of the text.
pub struct Parts {
    pub front_matter: Range<usize>,
    pub body: Range<usize>,
}

/// Finds the front matter. `None`, with a problem reported, where the file has none.
pub fn split(source: &Source, report: &mut Report) -> Option<Parts> {
    const HELP: &str =
        "begin het bestand met een regel +++, dan de kopregels, dan weer een regel +++";
    let mut lines = lines_at(&source.text);
    let first = lines.next().map_or("", |(_, line)| line);
    let message = if !is_mark(first.trim_start_matches(BYTE_ORDER_MARK)) {
        "het bestand begint niet met kopregels"
    } else if let Some((end, line)) = lines.find(|(_, line)| is_mark(line)) {
        return Some(Parts {
            front_matter: first.len()..end,
            body: end + line.len()..source.text.len(),
        });
    } else {
        "de kopregels hebben geen einde"
    };
    report.add(source.start(), Rule::NoFrontMatter, message, HELP);
    None
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
