//! Markdown that Markdown does not read as the editor intended: it would stand on the
//! page as loose characters.
//!
//! Only what is left as plain text is looked at, so nothing in code, in a link or behind a `\` is
//! taken for a mistake.

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use crate::content::markdown::dialect::{Dialect, is_dashes, note};
use crate::content::markdown::notation::{Line, NOTATIONS};
use crate::content::markdown::parser::{label, options};
use crate::content::markdown::target::without_space;
use crate::message;
use crate::message::Message;
use crate::problem::Report;
use crate::rule::Rule;
use crate::source::lines_at;

/// The ends and the starts of addresses and files that people link to.
const LINKED: [&str; 8] = [
    ".md", ".pdf", ".html", ".jpg", ".png", ".svg", ".docx", ".xlsx",
];
const LINKING: [&str; 8] = [
    "http://", "https://", "www.", "mailto:", "tel:", "../", "./", "#",
];

type MayFollow = fn(char) -> bool;

/// The marks with which other programs open a note, and what may stand behind them.
const NOTES_ELSEWHERE: [(&str, MayFollow); 5] = [
    (":::", |_| true),
    ("???", |_| true),
    ("!!! ", |_| true),
    ("!!!", char::is_lowercase),
    ("/// ", char::is_alphabetic),
];

/// The most bytes between two marks that belong together.
const LONGEST_ENCLOSED: usize = 4096;

/// True if text may hold Markdown that was not read as such, so that the linter has to look.
pub fn needs_lint(event: &Event<'_>) -> bool {
    let is_mark = |byte: &u8| {
        matches!(
            byte,
            b'#' | b'|' | b']' | b'*' | b'_' | b'<' | b'=' | b'{' | b'^'
        )
    };
    matches!(event, Event::Text(text) if text.starts_with([':', '!', '?', '/', '+']) || text.as_bytes().iter().fold(false, |any, byte| any | is_mark(byte)))
}

/// True if a text may define the addresses of links apart from it.
pub fn may_define(text: &str) -> bool {
    text.contains("]:")
}

/// Reports everything in the Markdown of a source that was intended and not read.
pub fn report(dialect: &Dialect<'_>, report: &mut Report) {
    let text = dialect.text;
    let lines = lines_at(text).map(|(at, line)| at..at + line.trim_end().len());
    let mut linter = Linter {
        dialect,
        text,
        plain: &plain(dialect),
        lines: lines.collect(),
        report,
    };
    linter.headings();
    linter.tables();
    linter.links();
    linter.reversed_links();
    linter.footnotes();
    linter.marks();
    linter.notations();
    linter.remarks();
    if may_define(text) {
        linter.definitions();
    }
}

/// The text with a space in the place of everything that Markdown did read.
fn plain(dialect: &Dialect<'_>) -> String {
    let text = dialect.text;
    let mut plain: Vec<u8> = text
        .bytes()
        .map(|byte| if byte == b'\n' { b'\n' } else { b' ' })
        .collect();
    let mut in_code = false;
    for (event, span) in dialect.events(options()) {
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
    dialect: &'a Dialect<'a>,
    text: &'a str,
    /// As long as `text`.
    plain: &'a str,
    lines: Vec<Range<usize>>,
    report: &'a mut Report,
}

impl<'a> Linter<'a> {
    fn report(&mut self, range: Range<usize>, rule: Rule, message: Message, help: Message) {
        let problem = self.dialect.problem(&range, rule, message, help);
        self.report.extend([problem]);
    }

    /// True where no line of this number says anything.
    fn is_blank(&self, line: Option<usize>) -> bool {
        let line = line.and_then(|number| self.lines.get(number));
        line.is_none_or(|line| self.text[line.clone()].trim().is_empty())
    }

    /// `##Kop`. One `#` may be a word of its own: only a line that looks like a heading is one.
    fn headings(&mut self) {
        for (number, line) in self.lines.clone().into_iter().enumerate() {
            let plain = &self.plain[line.clone()];
            let words = plain.trim_start_matches('#');
            let marks = &plain[..plain.len() - words.len()];
            let is_heading = match marks.len() {
                1 => {
                    words.starts_with(char::is_uppercase)
                        && !words.contains('#')
                        && !words.ends_with(['.', '!', '?'])
                        && self.is_blank(number.checked_sub(1))
                        && self.is_blank(Some(number + 1))
                }
                2..=6 => words.starts_with(char::is_alphanumeric),
                7.. => words.trim_start().starts_with(char::is_alphanumeric),
                _ => false,
            };
            if is_heading {
                let words = words.trim();
                let message = message!("lint-heading");
                let help = match marks.len() {
                    7.. => message!(
                        "lint-heading-deep-help",
                        heading = format!("###### {words}")
                    ),
                    _ => message!("lint-heading-help", heading = format!("{marks} {words}")),
                };
                self.report(line, Rule::MalformedHeading, message, help);
            }
        }
    }

    /// Lines with cells and no line of dashes that makes a table of them.
    fn tables(&mut self) {
        let text = |row: &Range<usize>| &self.text[row.clone()];
        let is_row = |line: &Range<usize>| {
            let (written, plain) = (text(line).trim(), &self.plain[line.clone()]);
            let has_cells = written.matches('|').count() > 2 || is_dashes(written);
            let is_closed = written.ends_with('|') && plain.trim_start().starts_with('|');
            is_closed && has_cells || plain.contains(" | ") && !written.starts_with(['-', '*', '+'])
        };
        let mut found = Vec::new();
        for rows in self.lines.split(|line| !is_row(line)) {
            let [head, _, ..] = rows else { continue };
            let columns_of_head = columns(text(head));
            let is_table = |row| is_dashes(text(row)) || columns(text(row)) == columns_of_head;
            if !rows.iter().all(is_table) {
                continue;
            }
            let dashes = "|---".repeat(columns_of_head) + "|";
            found.push(match rows.iter().find(|row| is_dashes(text(row))) {
                Some(row) => (
                    row.clone(),
                    message!("lint-table-dashes"),
                    message!("lint-table-dashes-help", dashes),
                ),
                None => (
                    head.clone(),
                    message!("lint-table-no-dashes"),
                    message!("lint-table-no-dashes-help", dashes),
                ),
            });
        }
        let is_of_grid =
            |line: &&Range<usize>| self.plain[(*line).clone()].trim().starts_with(['+', '|']);
        for lines in self.lines.split(|line| !is_of_grid(&line)) {
            if let Some(line) = lines
                .iter()
                .find(|line| is_grid(&self.plain[(*line).clone()]))
            {
                found.push((
                    line.clone(),
                    message!("lint-table-grid"),
                    message!("lint-table-grid-help"),
                ));
            }
        }
        for (row, message, help) in found {
            self.report(row, Rule::MalformedTable, message, help);
        }
    }

    /// `[tekst] (pad.md)`, `[tekst](een pad.md)` and `[tekst][naam]`.
    fn links(&mut self) {
        for (close, _) in self.plain.match_indices(']') {
            let Some(open) = self.opening(close) else {
                continue;
            };
            let behind = self.plain[close + 1..].lines().next().unwrap_or_default();
            let words = &self.text[open + 1..close];
            let mut message = message!("lint-link");
            let (length, help) = if let Some(path) = in_brackets(behind) {
                // What was read is blank here, so the text itself says what was written.
                let written = self.text[close + 2..close + 2 + path.len()].trim();
                let help = if written.contains(' ') {
                    without_space(written.split(" \"").next().unwrap_or_default())
                } else {
                    message!("lint-link-brackets-help")
                };
                (path.len() + 3, help)
            } else if let Some(path) = enclosed(behind, " (", ')') {
                if !is_linked(path) {
                    continue;
                }
                let link = format!("[{words}]({path})");
                (path.len() + 4, message!("lint-link-gap-help", link))
            } else if let Some(name) = enclosed(behind, "[", ']')
                && !name.trim().is_empty()
                && !name.contains(['[', '^'])
                && !self.text[..open].ends_with(|c: char| c.is_alphanumeric() || "_]".contains(c))
            {
                message = message!("lint-link-undefined", name);
                (name.len() + 3, message!("lint-link-undefined-help", words))
            } else if let Some(path) = behind.strip_prefix('(')
                && let Some(path) = path.split([' ', '\t', '[', '(']).next()
                && let path = path.trim_end_matches(['.', ',', ';', ':', '!', '?'])
                && is_linked(path)
            {
                let link = format!("[{words}]({path})");
                (path.len() + 2, message!("lint-link-unclosed-help", link))
            } else {
                continue;
            };
            self.report(open..close + length, Rule::MalformedLink, message, help);
        }
    }

    /// `(tekst)[pad]` and `[[naam]]`.
    fn reversed_links(&mut self) {
        for (open, _) in self.plain.match_indices('[') {
            let line = &self.plain[open..];
            let line = &line[..line.find('\n').unwrap_or(line.len())];
            if let Some(name) = enclosed(line, "[[", ']')
                && line[name.len() + 3..].starts_with(']')
                && name.contains(char::is_alphabetic)
                && !name.contains('[')
            {
                let link = open..open + name.len() + 4;
                let message = message!("lint-link-double");
                let help = message!("lint-link-double-help", name);
                self.report(link, Rule::MalformedLink, message, help);
            }
            let before = &self.plain[..open];
            if let Some(path) = enclosed(line, "[", ']')
                && is_linked(path)
                && let Some(before) = before.strip_suffix(')')
                && let Some(start) = before.rfind(['(', '\n'])
                && before[start..].starts_with('(')
            {
                let words = &self.text[start + 1..before.len()];
                let message = message!("lint-link-reversed");
                let link = format!("[{words}]({path})");
                let help = message!("lint-link-reversed-help", link);
                let link = start..open + path.len() + 2;
                self.report(link, Rule::MalformedLink, message, help);
            }
        }
    }

    /// `** vet **`, comments that are none, and notes of a kind that is not known.
    fn marks(&mut self) {
        for line in self.lines.clone() {
            let plain = &self.plain[line.clone()];
            for (mark, made) in [("**", "bold"), ("__", "bold"), ("*", "italic")] {
                self.loose_marks(&line, mark, made);
            }
            if let Some(at) = plain.find("<!--") {
                let message = message!("lint-comment");
                let help = message!("lint-comment-help");
                self.report(line.start + at..line.end, Rule::UnreadMarkup, message, help);
            }
            let quoted = plain.trim_start();
            let written = self.text[line.clone()].trim_start();
            let opens = |(mark, may_follow): &(&str, MayFollow)| {
                let behind = written.strip_prefix(mark);
                behind.is_some_and(|behind| behind.starts_with(may_follow))
            };
            if NOTES_ELSEWHERE.iter().any(opens) && quoted.contains(char::is_alphabetic) {
                let at = line.end - written.len();
                let message = message!("lint-note-elsewhere", line = written);
                let help = message!("lint-note-help");
                self.report(at..line.end, Rule::UnreadMarkup, message, help);
            }
            if let Some(kind) = enclosed(quoted, "[!", ']')
                && self.text[line.clone()].trim_start().starts_with('>')
                && note(quoted).is_none()
            {
                let at = line.end - quoted.len();
                let title = &quoted[quoted.find(']').map_or(0, |end| end + 1)..];
                let is_known = note(&format!("> [!{kind}]")).is_some();
                let (message, help) = match is_known {
                    true => (
                        message!("lint-note-gap", kind),
                        message!("lint-note-gap-help", kind, title),
                    ),
                    false => (
                        message!("lint-note-unknown", kind),
                        message!("lint-note-help"),
                    ),
                };
                self.report(at..line.end, Rule::UnreadMarkup, message, help);
            }
        }
    }

    /// `** vet **` in a line, or the start of such a piece without an end.
    fn loose_marks(&mut self, line: &Range<usize>, mark: &str, made: &'static str) {
        let (plain, sign) = (&self.plain[line.clone()], &mark[..1]);
        let found = plain.match_indices(mark).map(|(at, _)| at);
        let is_apart = |at: &usize| {
            !plain[..*at].ends_with(sign) && !plain[*at + mark.len()..].starts_with(sign)
        };
        let mut found = found.filter(is_apart).peekable();
        while let Some(open) = found.next() {
            let inner = open + mark.len();
            let Some(close) = found.peek().copied() else {
                let before = plain[..open].chars().next_back();
                let is_start = before.is_none_or(|c| !c.is_alphanumeric() && !"/*_".contains(c));
                if mark == "**" && is_start && plain[inner..].starts_with(char::is_alphabetic) {
                    let place = line.start + open..line.start + inner;
                    let message = message!("lint-loose-marks", made);
                    let help = message!("lint-unclosed-marks-help");
                    self.report(place, Rule::UnreadMarkup, message, help);
                }
                break;
            };
            let words = &plain[inner..close];
            let written = self.text[line.start + inner..line.start + close].trim();
            let is_loose = match mark {
                "**" => true,
                "__" => words.starts_with(' ') || words.ends_with(' '),
                _ => words.starts_with(' ') && words.ends_with(' '),
            };
            let least = if words.trim() == words { 1 } else { 2 };
            let mut parts = written.split(|c: char| !c.is_alphabetic());
            if is_loose && parts.any(|word| word.len() >= least) && !words.starts_with(['*', '_']) {
                let message = message!("lint-loose-marks", made);
                let marked = format!("{mark}{written}{mark}");
                let help = message!("lint-loose-marks-help", marked);
                let place = line.start + open..line.start + close + mark.len();
                self.report(place, Rule::UnreadMarkup, message, help);
                found.next();
            }
        }
    }

    /// The notations of other programs.
    fn notations(&mut self) {
        for (number, line) in self.lines.clone().into_iter().enumerate() {
            let written = &self.text[line.clone()];
            let below = self.lines.get(number + 1);
            let below = below.map_or("", |line| self.text[line.clone()].trim());
            let is_underlined = !below.is_empty()
                && ["=", "-"]
                    .iter()
                    .any(|mark| below.trim_start_matches(mark).is_empty());
            let read = Line {
                written,
                plain: &self.plain[line.clone()],
                is_heading: written.starts_with('#') || is_underlined,
            };
            for (name, find) in NOTATIONS {
                for found in find(&read) {
                    let message = message!("lint-notation", written = &written[found.clone()]);
                    let help = message!("lint-notation-help", means = *name);
                    let place = line.start + found.start..line.start + found.end;
                    self.report(place, Rule::UnreadMarkup, message, help);
                }
            }
        }
    }

    /// `%% opmerking %%`, which is left out.
    fn remarks(&mut self) {
        for remark in self.dialect.remarks.clone() {
            let written = written(&self.text[remark.clone()]);
            let message = message!("lint-remark", written);
            let help = message!("lint-remark-help");
            self.report(remark, Rule::LostText, message, help);
        }
    }

    /// `[naam]: adres` that no link uses, or that was there before.
    fn definitions(&mut self) {
        let mut parser = Parser::new_ext(&self.dialect.parsed, options()).into_offset_iter();
        let (mut used, mut read) = (Vec::new(), Vec::new());
        for (event, span) in parser.by_ref() {
            match event {
                Event::Start(Tag::Link { id, .. } | Tag::Image { id, .. }) => used.push(label(&id)),
                Event::Start(Tag::CodeBlock(_) | Tag::HtmlBlock)
                | Event::Text(_)
                | Event::Code(_) => {
                    read.push(span);
                }
                _ => {}
            }
        }
        let mut lost = Vec::new();
        for (name, definition) in parser.reference_definitions().iter() {
            read.push(definition.span.clone());
            // So people write comments.
            let is_comment = matches!(&*definition.dest, "" | "#");
            if !is_comment && !used.contains(&label(name)) {
                lost.push((
                    definition.span.clone(),
                    message!("lint-definition-unused", name),
                ));
            }
        }
        for line in self.lines.clone() {
            let words = self.text[line.clone()].trim_start_matches([' ', '\t', '>', '-', '*']);
            let at = line.end - words.len();
            let Some(name) = enclosed(words, "[", ']').filter(|name| !name.starts_with('^')) else {
                continue;
            };
            let is_definition = words[name.len() + 2..].starts_with(':');
            if is_definition && !read.iter().any(|span| span.contains(&at)) {
                lost.push((at..line.end, message!("lint-definition-twice", name)));
            }
        }
        for (span, message) in lost {
            let help = message!("lint-definition-help");
            self.report(span, Rule::LostText, message, help);
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
            let name = enclosed(&self.plain[at..], "[^", ']').unwrap_or_default();
            if !name.is_empty() && !name.contains(char::is_whitespace) {
                let message = message!("lint-footnote-nowhere", name);
                let help = message!("lint-footnote-nowhere-help", name);
                self.report(at..at + name.len() + 3, Rule::Footnote, message, help);
            }
        }
    }
}

/// The text between the mark that a text starts with and the next `close`, which is not far: there
/// may be any number of marks that nothing closes.
fn enclosed<'t>(text: &'t str, open: &str, close: char) -> Option<&'t str> {
    let inner = text.strip_prefix(open)?;
    let near = &inner[..inner.floor_char_boundary(LONGEST_ENCLOSED)];
    let (inner, _) = near.split_once(close)?;
    Some(inner)
}

/// True for a line of a table that is drawn: `+---+---+`.
fn is_grid(line: &str) -> bool {
    let line = line.trim();
    line.len() > 2
        && line.starts_with('+')
        && line.ends_with('+')
        && line.contains(['-', '='])
        && line.chars().all(|c| "+-=:".contains(c))
}

/// A piece of text in one line, as a message names it.
fn written(piece: &str) -> String {
    let words: Vec<&str> = piece.split_whitespace().collect();
    words.join(" ")
}

/// The text between the first round bracket and its counterpart: a number to dial has some within.
fn in_brackets(text: &str) -> Option<&str> {
    let inner = enclosed(text, "(", ')')?;
    let mut depth = 1;
    let end = text.char_indices().skip(1).find_map(|(at, c)| {
        depth += i32::from(c == '(') - i32::from(c == ')');
        (depth == 0).then_some(at)
    });
    Some(
        end.filter(|end| *end < LONGEST_ENCLOSED)
            .map_or(inner, |end| &text[1..end]),
    )
}

/// The number of cells in a row of a table.
fn columns(row: &str) -> usize {
    row.trim().trim_matches('|').matches('|').count() + 1
}

fn is_linked(destination: &str) -> bool {
    let destination = destination.trim();
    let path = destination.split('#').next().unwrap_or_default();
    !destination.contains(' ')
        && (LINKING.iter().any(|start| destination.starts_with(start))
            || LINKED.iter().any(|end| path.ends_with(end)))
}
