//! Finding the front matter: the lines between `+++` at the top of a file.

use std::ops::Range;

use crate::problem::Report;
use crate::rule::Rule;
use crate::source::Source;

/// The TOML of the front matter and the Markdown behind it, as ranges of the text.
pub struct Parts {
    pub front_matter: Range<usize>,
    pub body: Range<usize>,
}

/// Finds the front matter. `None`, with a problem reported, where the file has none.
pub fn split(source: &Source, report: &mut Report) -> Option<Parts> {
    const HELP: &str =
        "begin het bestand met een regel +++, dan de kopregels, dan weer een regel +++";
    let text = &*source.text;
    let start = if text.starts_with('\u{feff}') {
        '\u{feff}'.len_utf8()
    } else {
        0
    };
    let mut lines = Lines { text, at: start };
    if lines
        .next()
        .is_none_or(|line| text[line].trim_end() != "+++")
    {
        report.add(
            source.start(),
            Rule::NoFrontMatter,
            "het bestand begint niet met kopregels",
            HELP,
        );
        return None;
    }
    let front_start = lines.at;
    while let Some(line) = lines.next() {
        if text[line.clone()].trim_end() == "+++" {
            return Some(Parts {
                front_matter: front_start..line.start,
                body: lines.at..text.len(),
            });
        }
    }
    report.add(
        source.start(),
        Rule::NoFrontMatter,
        "de kopregels hebben geen einde",
        HELP,
    );
    None
}

/// The lines of a text as ranges, without their line ends.
struct Lines<'a> {
    text: &'a str,
    at: usize,
}

impl Iterator for Lines<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        if self.at >= self.text.len() {
            return None;
        }
        let start = self.at;
        let end = self.text[start..]
            .find('\n')
            .map_or(self.text.len(), |newline| start + newline);
        self.at = (end + 1).min(self.text.len());
        Some(start..end)
    }
}

/// The text of a file whose front matter has no beginning or no end: behind all that looks like
/// front matter.
pub fn body_without_end(source: &Source) -> Range<usize> {
    let text = &*source.text;
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
    let mut lines = Lines { text, at: 0 };
    let start = lines
        .by_ref()
        .find(|line| !is_front(text[line.clone()].trim_start_matches('\u{feff}')))
        .map_or(text.len(), |line| line.start);
    start..text.len()
}
