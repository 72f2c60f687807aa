//! Markdown that Markdown does not read as the editor intended: it would stand on the
//! page as loose characters.
//!
//! Only what is left as plain text is looked at, so nothing in code, in a link or behind a `\` is
//! taken for a mistake.

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use crate::content::markdown::parser::options;
use crate::problem::{Problem, Report};
use crate::rule::Rule;
use crate::source::{Source, lines_at};

/// The ends and the starts of addresses and files that people link to.
const LINKED: [&str; 8] = [
    ".md", ".pdf", ".html", ".jpg", ".png", ".svg", ".docx", ".xlsx",
];
const LINKING: [&str; 8] = [
    "http://", "https://", "www.", "mailto:", "tel:", "../", "./", "#",
];

/// True if text may hold Markdown that was not read as such, so that the linter has to look.
pub fn needs_lint(event: &Event<'_>) -> bool {
    let is_mark = |byte: &u8| matches!(byte, b'#' | b'|' | b']');
    matches!(event, Event::Text(text) if text.as_bytes().iter().fold(false, |any, byte| any | is_mark(byte)))
}

/// Reports everything in the Markdown at `range` of the source that was intended and not read.
pub fn report(source: &Source, range: &Range<usize>, report: &mut Report) {
    let text = &source.text[range.clone()];
    let mut linter = Linter {
        source,
        start: range.start,
        text,
        plain: &plain(text),
        report,
    };
    linter.headings();
    linter.tables();
    linter.links();
    linter.footnotes();
}

/// The text with a space in the place of everything that Markdown did read.
fn plain(text: &str) -> String {
    let mut plain: Vec<u8> = text
        .bytes()
        .map(|byte| if byte == b'\n' { b'\n' } else { b' ' })
        .collect();
    let mut in_code = false;
    for (event, span) in Parser::new_ext(text, options()).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(_)) => in_code = true,
            Event::End(TagEnd::CodeBlock) => in_code = false,
            Event::Text(_) if !in_code => {
                let escaped = span.start > 0 && text.as_bytes()[span.start - 1] == b'\\';
                let from = if escaped {
                    text.ceil_char_boundary(span.start + 1).min(span.end)
                } else {
                    span.start
                };
                plain[from..span.end].copy_from_slice(&text.as_bytes()[from..span.end]);
            }
            _ => {}
        }
    }
    String::from_utf8(plain).expect("pieces of a text, cut between its characters")
}

struct Linter<'a> {
    source: &'a Source,
    start: usize,
    text: &'a str,
    /// As long as `text`.
    plain: &'a str,
    report: &'a mut Report,
}

impl<'a> Linter<'a> {
    fn report(&mut self, range: Range<usize>, rule: Rule, message: &str, help: String) {
        let (start, end) = (self.start + range.start, self.start + range.end);
        let (place, length) = self.source.span(start..end);
        let problem = Problem::new(place, rule, message, help);
        self.report.extend([problem.spanning(length)]);
    }

    /// The lines as ranges.
    fn lines(&self) -> impl Iterator<Item = Range<usize>> + use<'a> {
        lines_at(self.text).map(|(at, line)| at..at + line.trim_end().len())
    }

    /// `##Kop`. One `#` may be a word of its own.
    fn headings(&mut self) {
        for line in self.lines() {
            let plain = &self.plain[line.clone()];
            let (marks, words) = plain.split_at(plain.len() - plain.trim_start_matches('#').len());
            if (2..=6).contains(&marks.len()) && words.starts_with(char::is_alphabetic) {
                let help = format!(
                    "zet een spatie achter de laatste #: `{marks} {}`",
                    words.trim()
                );
                self.report(
                    line,
                    Rule::MalformedHeading,
                    "deze kop wordt niet als kop gelezen",
                    help,
                );
            }
        }
    }

    /// Lines with cells and no line of dashes that makes a table of them.
    fn tables(&mut self) {
        let mut rows: Vec<Range<usize>> = Vec::new();
        for line in self
            .lines()
            .chain(std::iter::once(self.text.len()..self.text.len()))
        {
            let trimmed = self.text[line.clone()].trim();
            let has_cells = trimmed.matches('|').count() > 2 || is_dashes(trimmed);
            let is_row = trimmed.starts_with('|') && trimmed.ends_with('|') && has_cells;
            if is_row && self.plain[line.clone()].trim_start().starts_with('|') {
                rows.push(line);
                continue;
            }
            if rows.len() > 1 {
                self.table(&rows);
            }
            rows.clear();
        }
    }

    fn table(&mut self, rows: &[Range<usize>]) {
        let columns = self.text[rows[0].clone()].matches('|').count() - 1;
        let dashes = "|---".repeat(columns) + "|";
        let of_dashes = rows
            .iter()
            .find(|row| is_dashes(&self.text[(*row).clone()]));
        let (row, message, help) = match of_dashes {
            Some(row) => (
                row,
                "deze regel met streepjes past niet bij de kop van de tabel",
                format!(
                    "geef haar zoveel kolommen als de kop heeft, en zet haar onder de kop: `{dashes}`"
                ),
            ),
            None => (
                &rows[0],
                "deze tabel heeft geen regel met streepjes onder de kop",
                format!("zet onder de eerste regel: `{dashes}`"),
            ),
        };
        self.report(row.clone(), Rule::MalformedTable, message, help);
    }

    /// `[tekst] (pad.md)`, `[tekst](een pad.md)` and `[tekst][naam]`.
    fn links(&mut self) {
        for (close, _) in self.plain.match_indices(']') {
            let Some(open) = self.opening(close) else {
                continue;
            };
            let behind = self.plain[close + 1..].lines().next().unwrap_or_default();
            let words = &self.text[open + 1..close];
            let mut message = "deze link wordt niet als link gelezen".to_owned();
            let (length, help) = if let Some(path) = enclosed(behind, "(", ')') {
                // What was read is blank here, so the text itself says what was written.
                let written = self.text[close + 2..close + 2 + path.len()].trim();
                let help = if written.contains(' ') {
                    format!(
                        "een pad heeft geen spaties: geef het bestand een naam zonder, of schrijf [tekst](<{written}>)"
                    )
                } else {
                    "schrijf [tekst](pad/naar/bestand.md), zonder haken of een andere link in de tekst".to_owned()
                };
                (path.len() + 3, help)
            } else if let Some(path) = enclosed(behind, " (", ')') {
                if !is_linked(path) {
                    continue;
                }
                let help = format!("haal de spatie weg tussen ] en (: [{words}]({path})");
                (path.len() + 4, help)
            } else if let Some(name) = enclosed(behind, "[", ']')
                && !name.trim().is_empty()
                && !name.contains(['[', '^'])
            {
                message = format!("nergens op deze pagina staat wat `[{name}]` is");
                let help = format!("schrijf het pad erachter: [{words}](pad/naar/bestand.md)");
                (name.len() + 3, help)
            } else {
                continue;
            };
            self.report(open..close + length, Rule::MalformedLink, &message, help);
        }
    }

    /// The bracket that opens what ends at `close`, on the same line.
    fn opening(&self, close: usize) -> Option<usize> {
        let before = &self.plain[..close];
        let line = &before[before.rfind('\n').map_or(0, |newline| newline + 1)..];
        let open = line
            .rfind(['[', ']'])
            .filter(|at| line[*at..].starts_with('['))?;
        let inner = &line[open + 1..];
        (!inner.trim().is_empty() && !inner.starts_with('^')).then(|| close - line.len() + open)
    }

    /// `[^1]` where the page has no such footnote.
    fn footnotes(&mut self) {
        for (at, _) in self.plain.match_indices("[^") {
            let rest = &self.plain[at + 2..];
            let Some(end) = rest.find(']').filter(|end| *end > 0) else {
                continue;
            };
            if !rest[..end].contains(char::is_whitespace) {
                let name = &rest[..end];
                let help = format!(
                    "schrijf de voetnoot onder de tekst, op een regel die begint met `[^{name}]: `"
                );
                self.report(
                    at..at + end + 3,
                    Rule::Footnote,
                    &format!("de voetnoot `[^{name}]` staat nergens op deze pagina"),
                    help,
                );
            }
        }
    }
}

/// The text between the mark that a text starts with and the next `close`.
fn enclosed<'t>(text: &'t str, open: &str, close: char) -> Option<&'t str> {
    let (inner, _) = text.strip_prefix(open)?.split_once(close)?;
    Some(inner)
}

/// True if a line is that between the head of a table and its rows.
fn is_dashes(line: &str) -> bool {
    line.contains('-') && line.chars().all(|c| "|-: ".contains(c))
}

fn is_linked(destination: &str) -> bool {
    let destination = destination.trim();
    !destination.contains(' ')
        && (LINKING.iter().any(|start| destination.starts_with(start))
            || LINKED.iter().any(|end| {
                destination
                    .split('#')
                    .next()
                    .is_some_and(|path| path.ends_with(end))
            }))
}
