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
use crate::source::Source;

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
    let linter = Linter {
        source,
        start: range.start,
        text,
        plain: plain(text),
    };
    linter.headings(report);
    linter.tables(report);
    linter.links(report);
    linter.footnotes(report);
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
    plain: String,
}

impl Linter<'_> {
    fn report(
        &self,
        range: Range<usize>,
        rule: Rule,
        message: &str,
        help: String,
        report: &mut Report,
    ) {
        let (place, length) = self
            .source
            .span(self.start + range.start..self.start + range.end);
        report.extend([Problem::new(place, rule, message, help).spanning(length)]);
    }

    /// The lines as ranges.
    fn lines(&self) -> impl Iterator<Item = Range<usize>> {
        let mut at = 0;
        self.text.split_inclusive('\n').map(move |line| {
            let start = at;
            at += line.len();
            start..start + line.trim_end().len()
        })
    }

    /// `##Kop`. One `#` may be a word of its own.
    fn headings(&self, report: &mut Report) {
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
                    report,
                );
            }
        }
    }

    /// Lines with cells and no line of dashes that makes a table of them.
    fn tables(&self, report: &mut Report) {
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
                self.table(&rows, report);
            }
            rows.clear();
        }
    }

    fn table(&self, rows: &[Range<usize>], report: &mut Report) {
        let columns = self.text[rows[0].clone()].matches('|').count() - 1;
        let dashes = "|---".repeat(columns) + "|";
        match rows
            .iter()
            .find(|row| is_dashes(&self.text[(*row).clone()]))
        {
            Some(row) => {
                let help = format!(
                    "geef haar zoveel kolommen als de kop heeft, en zet haar onder de kop: `{dashes}`"
                );
                self.report(
                    row.clone(),
                    Rule::MalformedTable,
                    "deze regel met streepjes past niet bij de kop van de tabel",
                    help,
                    report,
                );
            }
            None => {
                let help = format!("zet onder de eerste regel: `{dashes}`");
                self.report(
                    rows[0].clone(),
                    Rule::MalformedTable,
                    "deze tabel heeft geen regel met streepjes onder de kop",
                    help,
                    report,
                );
            }
        }
    }

    /// `[tekst] (pad.md)`, `[tekst](een pad.md)` and `[tekst][naam]`.
    fn links(&self, report: &mut Report) {
        for (close, _) in self.plain.match_indices(']') {
            let Some(open) = self.opening(close) else {
                continue;
            };
            let behind = &self.plain[close + 1..];
            let of_line = &behind[..behind.find('\n').unwrap_or(behind.len())];
            if let Some((destination, _)) = of_line
                .strip_prefix('(')
                .and_then(|rest| rest.split_once(')'))
            {
                let range = open..close + destination.len() + 3;
                // What was read is blank here, so the text itself says what was written.
                let written = &self.text[close + 2..close + 2 + destination.len()];
                let help = if written.trim().contains(' ') {
                    format!(
                        "een pad heeft geen spaties: geef het bestand een naam zonder, of schrijf [tekst](<{}>)",
                        written.trim()
                    )
                } else {
                    "schrijf [tekst](pad/naar/bestand.md), zonder haken of een andere link in de tekst".to_owned()
                };
                self.report(
                    range,
                    Rule::MalformedLink,
                    "deze link wordt niet als link gelezen",
                    help,
                    report,
                );
            } else if let Some((destination, _)) = of_line
                .strip_prefix(" (")
                .and_then(|rest| rest.split_once(')'))
            {
                if is_linked(destination) {
                    let range = open..close + destination.len() + 4;
                    let help = format!(
                        "haal de spatie weg tussen ] en (: [{}]({destination})",
                        &self.text[open + 1..close]
                    );
                    self.report(
                        range,
                        Rule::MalformedLink,
                        "deze link wordt niet als link gelezen",
                        help,
                        report,
                    );
                }
            } else if let Some((name, _)) = of_line
                .strip_prefix('[')
                .and_then(|rest| rest.split_once(']'))
                && !name.trim().is_empty()
                && !name.contains(['[', '^'])
            {
                let range = open..close + name.len() + 3;
                let help = format!(
                    "schrijf het pad erachter: [{}](pad/naar/bestand.md)",
                    &self.text[open + 1..close]
                );
                self.report(
                    range,
                    Rule::MalformedLink,
                    &format!("nergens op deze pagina staat wat `[{name}]` is"),
                    help,
                    report,
                );
            }
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
    fn footnotes(&self, report: &mut Report) {
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
                    report,
                );
            }
        }
    }
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
