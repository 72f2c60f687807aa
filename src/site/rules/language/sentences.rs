//! Text cut into sentences. A blank line ends one, as it does for whoever reads: below it stands a
//! caption, a label or a link as often as more of a sentence.

use std::ops::Range;

use crate::content::prose::{LINE_BREAK, ProseBlock};
use crate::site::rules::words::WordFile;

/// A sentence of a page.
#[derive(Debug, PartialEq)]
pub struct Sentence {
    /// The number of its block on the page.
    pub block: usize,
    pub range: Range<usize>,
}

/// Marks behind a stop that still belong to its sentence.
const CLOSING: [char; 7] = ['"', '\'', '”', '’', ')', ']', '»'];

/// Words that are written with a point and mostly stand before a name or a number.
static POINTED: WordFile = WordFile::new(include_str!("../words/pointed.txt"));

/// Words with a letter behind them that is no initial: `plan B.`
static LETTERED: WordFile = WordFile::new(include_str!("../words/lettered.txt"));

/// The sentences of the running text of a page, in order.
pub fn of_page(blocks: &[ProseBlock]) -> Vec<Sentence> {
    let in_block = |(block, text): (usize, &ProseBlock)| {
        let ranges = split(&text.text).into_iter();
        ranges.map(move |range| Sentence { block, range })
    };
    let blocks = blocks.iter().enumerate();
    let running = blocks.filter(|(_, block)| block.kind.is_running_text());
    running.flat_map(in_block).collect()
}

/// The sentences in a text, as ranges without the white space around them.
pub fn split(text: &str) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for (at, stop) in text.match_indices(|c| c == LINE_BREAK || is_stop(c)) {
        let at = at + stop.len();
        let end = at + closing(&text[at..]);
        let is_end = stop.starts_with(LINE_BREAK)
            || !text[at..].starts_with(is_stop)
                && ends_here(&text[start..end], &text[end..], stop == ".");
        if is_end {
            push(&mut sentences, text, start..end);
            start = end;
        }
    }
    push(&mut sentences, text, start..text.len());
    sentences
}

fn push(sentences: &mut Vec<Range<usize>>, text: &str, range: Range<usize>) {
    let inner = &text[range.clone()];
    let start = range.start + (inner.len() - inner.trim_start().len());
    let end = range.start + inner.trim_end().len();
    if start < end && text[start..end].contains(char::is_alphanumeric) {
        sentences.push(start..end);
    }
}

/// True for a mark that ends a sentence.
pub fn is_stop(character: char) -> bool {
    matches!(character, '.' | '!' | '?' | '…')
}

/// The number of bytes of closing quotes and brackets.
fn closing(text: &str) -> usize {
    text.len() - text.trim_start_matches(CLOSING).len()
}

/// True if a stop ends the sentence, seen from what stands before and after it. A point may only
/// shorten a word.
fn ends_here(before: &str, after: &str, is_point: bool) -> bool {
    let next = after.trim_start();
    if next.is_empty() {
        return true;
    }
    if next.len() == after.len() {
        return false;
    }
    let next = next.trim_start_matches(|c: char| !c.is_alphanumeric());
    let starts = next.starts_with(|c: char| c.is_uppercase() || c.is_numeric())
        || starts_with_clipped_word(after);
    starts && !(is_point && is_short(before))
}

/// A sentence that starts with `'s` or `'t` starts with a small letter.
fn starts_with_clipped_word(after: &str) -> bool {
    let next = after.trim_start();
    ["'s ", "'t ", "’s ", "’t ", "'s-", "’s-"]
        .iter()
        .any(|word| next.starts_with(word))
}

/// True if the last word before a point is one that is written with a point: `bijv.`, or initials
/// such as `J.H.`
fn is_short(before: &str) -> bool {
    let word = before
        .trim_end_matches('.')
        .rsplit(|c: char| c.is_whitespace() || c == '(')
        .next()
        .unwrap_or_default();
    let is_initial = |part: &str| part.chars().count() == 1 && part.starts_with(char::is_uppercase);
    let word_before = before[..before.trim_end_matches('.').len() - word.len()]
        .split_whitespace()
        .next_back()
        .unwrap_or_default();
    let is_lettered = !word.contains('.') && LETTERED.contains(&word_before.to_lowercase());
    word.split('.').all(is_initial) && !is_lettered || POINTED.contains(&word.to_lowercase())
}

/// True if a word is one that has a point behind it wherever it stands.
pub fn is_written_with_point(word: &str) -> bool {
    let lower = word.to_lowercase();
    POINTED.contains(&lower)
        || [
            "a.u.b", "e.d", "e.v", "enz", "etc", "m.a.w", "n.v.t", "s.v.p",
        ]
        .contains(&lower.as_str())
}
