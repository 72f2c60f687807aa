//! Rules of structure: what a screen reader needs in order to read a page as it looks.

use std::ops::Range;

use crate::content::page::Page;
use crate::content::prose::{LINE_BREAK, ProseBlock, ProseKind};
use crate::content::word_list::WordList;
use crate::message;
use crate::problem::Problem;
use crate::route::last_part;
use crate::rule::Rule;
use crate::site::rules::FileText;
use crate::site::rules::language::foreign;
use crate::site::rules::language::tokens::{self, WordToken};
use crate::site::rules::words::WordFile;
use crate::source::{LocatedName, Place};

/// So many words of capitals in a row are shouted.
const SHOUTED_WORDS: usize = 3;

/// A bold line of more words is a sentence with much stress rather than a heading.
const LONGEST_HEADING: usize = 12;

/// The starts of the names that cameras and programs give to pictures, before a number.
static CAMERAS: WordFile = WordFile::new(include_str!("words/cameras.txt"));

/// Words that say of a picture no more than that it is one.
static PICTURES: WordFile = WordFile::new(include_str!("words/pictures.txt"));

/// The rules of structure for one file.
pub fn judge(text: &mut FileText<'_>, page: Option<&Page>, words: &WordList) {
    headings(text);
    table_headers(text);
    hand_made_lists(text);
    stressed_headings(text);
    for (block, tokens) in text.with_tokens() {
        capitals(text, block, tokens, words);
    }
    let Some(page) = page else { return };
    for picture in &page.body.pictures {
        alternative(text, &picture.alternative, &picture.path, &picture.place);
    }
    if let Some(image) = &page.meta.image {
        let LocatedName { name, place } = &image.path;
        alternative(text, &image.alternative, name, place);
    }
}

/// The text of a block without the white space around it.
pub fn inner(block: &ProseBlock) -> Range<usize> {
    let start = block.text.len() - block.text.trim_start().len();
    start..block.text.trim_end().len().max(start)
}

fn headings(text: &mut FileText<'_>) {
    let mut above = 1;
    for block in text.blocks {
        let ProseKind::Heading(level) = block.kind else {
            continue;
        };
        let range = inner(block);
        if range.is_empty() && !block.pictured {
            let message = message!("structure-empty-heading");
            let help = message!("structure-empty-heading-help");
            text.report(Rule::EmptyHeading, block, &range, message, help);
        }
        if level > above + 1 {
            let marks = |level: u8| "#".repeat(level.into());
            let has = marks(level);
            let message = match above {
                1 => message!("structure-skipped-below-title", has),
                _ => message!("structure-skipped-level", has, above = marks(above)),
            };
            let help = message!("structure-skipped-level-help", needs = marks(above + 1));
            text.report(Rule::SkippedLevel, block, &range, message, help);
        }
        above = level.max(2);
    }
}

fn table_headers(text: &mut FileText<'_>) {
    let blocks = text.blocks;
    for head in blocks.split(|block| block.kind != ProseKind::HeaderCell) {
        let is_empty = |cell: &ProseBlock| cell.text.trim().is_empty() && !cell.pictured;
        let Some(column) = head.iter().position(is_empty) else {
            continue;
        };
        let message = if head.iter().all(is_empty) {
            message!("structure-no-table-headers")
        } else {
            message!("structure-no-table-header", column = column + 1)
        };
        let help = message!("structure-no-table-header-help");
        let cell = &head[column];
        text.report(Rule::NoTableHeader, cell, &inner(cell), message, help);
    }
}

fn stressed_headings(text: &mut FileText<'_>) {
    for (number, block) in text.blocks.iter().enumerate() {
        let range = inner(block);
        let line = &block.text[range.clone()];
        let is_heading = block.kind == ProseKind::Paragraph
            && block.stressed
            && !line.contains(['\n', LINE_BREAK])
            && !line.ends_with(['.', '!', '…'])
            && line.split_whitespace().count() <= LONGEST_HEADING;
        // In italics alone stand captions, sources and remarks as well.
        let near = |number: usize| text.blocks.get(number).map(|block| block.kind);
        let is_bold = text.source.text[block.span.start..].starts_with(['_', '*'])
            && text.source.text[block.span.start + 1..].starts_with(['_', '*']);
        let stands_above_text = near(number + 1).is_some_and(ProseKind::is_running_text)
            && number.checked_sub(1).and_then(near) != Some(ProseKind::Alternative)
            && !line.contains([':', '(', '"', '“', '‘'])
            && !line.contains(|c: char| c.is_ascii_digit())
            && line.starts_with(char::is_uppercase);
        if is_heading && (is_bold || stands_above_text) {
            let heading = line.trim_end_matches(':');
            let help = message!("structure-stressed-heading-help", heading);
            let message = match is_bold {
                true => message!("structure-bold-heading"),
                false => message!("structure-slanted-heading"),
            };
            text.report(Rule::BoldHeading, block, &range, message, help);
        }
    }
}

/// Lines in one paragraph, or paragraphs in a row, that each start with a sign of a list.
fn hand_made_lists(text: &mut FileText<'_>) {
    let is_paragraph = |kind| {
        matches!(
            kind,
            ProseKind::Paragraph | ProseKind::Quote | ProseKind::Note
        )
    };
    let may_hold_list = |kind: ProseKind| {
        kind == ProseKind::Quote || kind != ProseKind::Summary && kind.is_running_text()
    };
    let starts_as_point =
        |block: &ProseBlock| is_paragraph(block.kind) && is_point(block.text.trim_start());
    let blocks = text.blocks;
    for group in
        blocks.chunk_by(|a, b| a.kind == b.kind && starts_as_point(a) && starts_as_point(b))
    {
        let block = &group[0];
        if group.len() > 1 || may_hold_list(block.kind) && is_list(&block.text) {
            let mut lines = block.text.split(['\n', LINE_BREAK]);
            let first = lines.find(|line| is_point(line.trim_start()));
            let at = first.map_or(0, |line| line.as_ptr().addr() - block.text.as_ptr().addr());
            let range = at..inner(block).end;
            let message = message!("structure-hand-made-list");
            let help = message!("structure-hand-made-list-help");
            text.report(Rule::HandMadeList, block, &range, message, help);
        }
    }
}

/// True if two or more lines of a text start as those of a list do.
fn is_list(text: &str) -> bool {
    if text.find('\n').is_none() && text.find(LINE_BREAK).is_none() {
        return false;
    }
    let lines = || text.split(['\n', LINE_BREAK]).map(str::trim_start);
    // One capital may be the initial of a name.
    let has = |letter: char| {
        lines().any(|line| {
            line.strip_prefix(letter)
                .is_some_and(|rest| rest.starts_with([')', '.']))
        })
    };
    lines().filter(|line| is_point(line)).count() > 1 || has('A') && has('B') && has('C')
}

/// True if a line starts as one of a list does: `• een`, `-een`, `a) een`, `2. een`.
fn is_point(line: &str) -> bool {
    if let Some(rest) =
        line.strip_prefix(['•', '·', '●', '▪', '◦', '‣', '–', '—', '-', '*', '→', '✓'])
    {
        // `-c` is an option of a program, `-156` a number.
        let word = rest.trim_start();
        return if word.len() < rest.len() {
            word.starts_with(char::is_alphanumeric)
        } else {
            word.starts_with(char::is_alphabetic)
                && word.chars().nth(1).is_some_and(char::is_alphanumeric)
        };
    }
    let number = line.trim_start_matches('(');
    if ["ii)", "iii)", "iv)", "vi)"]
        .iter()
        .any(|mark| number.starts_with(mark))
    {
        return true;
    }
    let behind_number = number.trim_start_matches(|c: char| c.is_ascii_digit());
    match number.len() - behind_number.len() {
        0 => number.starts_with(|c: char| c.is_ascii_lowercase()) && number[1..].starts_with(") "),
        digits => {
            let text = behind_number.strip_prefix(['.', ')']);
            let is_text = |c: char| c == ' ' || c.is_alphabetic();
            digits <= 2 && text.is_some_and(|text| text.starts_with(is_text))
        }
    }
}

fn capitals(
    text: &mut FileText<'_>,
    block: &ProseBlock,
    tokens: &[WordToken<'_>],
    words: &WordList,
) {
    if block.kind == ProseKind::Code {
        return;
    }
    let is_shouted = |token: &WordToken<'_>| {
        is_in_capitals(&block.text, token)
            && !token.apart
            && !words.is_name(token.text)
            && !words.is_known_abbreviation(token.text)
    };
    let goes_on = |a: &WordToken<'_>, b: &WordToken<'_>| is_shouted(a) && is_shouted(b);
    for run in tokens.chunk_by(goes_on) {
        // Abbreviations in a row have no small word beside them.
        let is_phrase = |pair: &[WordToken<'_>]| {
            pair.iter().any(|token| foreign::is_small(&token.lower))
                && tokens::between(&block.text, pair, 0).trim().is_empty()
        };
        if run.len() >= SHOUTED_WORDS && run.windows(2).any(is_phrase) {
            let range = run[0].range.start..run[run.len() - 1].range.end;
            let message = message!("structure-capitals");
            let help = message!("structure-capitals-help");
            text.report(Rule::Capitals, block, &range, message, help);
        }
    }
}

/// True if a word is in capitals and no code.
fn is_in_capitals(text: &str, token: &WordToken<'_>) -> bool {
    let is_word = token.text.chars().all(char::is_uppercase) && token.text.chars().nth(1).is_some();
    is_word && !is_code(text, &token.range)
}

/// True if a word is a part of a code, such as `GEO_ID`, `SOM(A1)` or `ISO:9001`.
pub fn is_code(text: &str, word: &Range<usize>) -> bool {
    let is_mark = |c: char| {
        matches!(
            c,
            '_' | '='
                | '$'
                | '\\'
                | '/'
                | '<'
                | '>'
                | '@'
                | '#'
                | '&'
                | '%'
                | '+'
                | '-'
                | '{'
                | '}'
                | '.'
        )
    };
    let mut behind = text[word.end..].chars();
    text[..word.start].ends_with(|c| c == ':' || is_mark(c))
        || match behind.next() {
            Some('.' | ':') => behind.next().is_some_and(char::is_alphanumeric),
            Some(c) => c == '(' || is_mark(c),
            None => false,
        }
}

fn alternative(text: &mut FileText<'_>, alternative: &str, path: &str, place: &Place) {
    /// The ends of the names of files.
    const ENDINGS: &[&str] = &[
        ".jpg", ".jpeg", ".png", ".svg", ".gif", ".webp", ".avif", ".heic", ".pdf", ".doc", ".docx",
    ];
    let name = last_part(path).to_lowercase();
    let (stem, _) = name.rsplit_once('.').unwrap_or((&name, ""));
    let lower = alternative.to_lowercase();
    let is_stem =
        lower == stem && stem.contains(|c: char| c == '-' || c == '_' || c.is_ascii_digit());
    let is_one_word = !lower.contains(char::is_whitespace);
    let is_picture = PICTURES.contains(lower.trim_matches(['.', ':']));
    let is_number = |text: &str| {
        text.chars()
            .all(|c| c.is_ascii_digit() || "_- ()".contains(c))
            && text.chars().filter(char::is_ascii_digit).count() > 2
    };
    let mut behind_camera = CAMERAS
        .words()
        .filter_map(|camera| lower.strip_prefix(camera));
    if is_picture
        || is_stem
        || lower == name
        || behind_camera.any(is_number)
        || is_one_word && ENDINGS.iter().any(|ending| lower.ends_with(ending))
    {
        let message = match is_picture {
            true => message!("structure-empty-alternative", alternative),
            false => message!("structure-file-name-alternative", alternative),
        };
        let help = message!("structure-alternative-help");
        let problem = Problem::new(place.clone(), Rule::FileNameAlternative, message, help);
        text.problems.push(problem);
    }
}
