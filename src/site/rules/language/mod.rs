//! Rules of plain language: long sentences, hard words, the passive. They are hints: no rule can
//! prove that a text is of level B1.

mod abbreviations;
pub mod foreign;
mod hard_words;
pub mod passive;
pub mod readability;
pub mod sentences;
pub mod syllables;
pub mod tokens;

use std::ops::Range;

use crate::content::prose::{ProseBlock, ProseKind};
use crate::content::word_list::WordList;
use crate::message;
use crate::problem::Readability;
use crate::rule::Rule;
use crate::site::rules::structure::inner;
use crate::site::rules::{DUTCH, FileText};
use sentences::Sentence;
use tokens::WordToken;

/// The most words of a sentence before it gets a hint, and before it counts as hard to follow.
const LONG: usize = 20;
const VERY_LONG: usize = 25;

/// The most words of a paragraph before it counts as long.
const LONG_PARAGRAPH: usize = 80;

/// The number of passive sentences in a row from which on they are reported.
const PASSIVES_IN_A_ROW: usize = 3;

/// Marks that part the clauses of a sentence.
const CLAUSE_MARKS: [char; 8] = [',', ';', ':', '(', ')', '–', '—', '.'];

/// The rules of language for one file in this language, and what the formulas make of it.
pub fn judge(text: &mut FileText<'_>, words: &WordList, language: &str) -> Option<Readability> {
    let sentences = sentences::of_page(text.blocks);
    long_sentences(text, &sentences);
    long_paragraphs(text);
    hard_words::judge(text, words);
    if language != DUTCH {
        return None;
    }
    passives(text, &sentences);
    abbreviations::judge(text, words);
    readability::measure(&text.source.path, &sentences, text.blocks)
}

fn long_sentences(text: &mut FileText<'_>, sentences: &[Sentence]) {
    for sentence in sentences {
        let block = &text.blocks[sentence.block];
        let length = tokens::count_words(&block.text, text.tokens_in(sentence));
        if length <= LONG {
            continue;
        }
        let rule = if length > VERY_LONG {
            Rule::VeryLongSentence
        } else {
            Rule::LongSentence
        };
        let message = message!("long-sentence", length);
        let help = message!("long-sentence-help");
        text.report(rule, block, &sentence.range, message, help);
    }
}

fn long_paragraphs(text: &mut FileText<'_>) {
    for (block, tokens) in text
        .with_tokens()
        .filter(|(block, _)| block.kind.is_running_text() && block.kind != ProseKind::Summary)
    {
        let length = tokens::count_words(&block.text, tokens);
        if length > LONG_PARAGRAPH {
            let message = message!("long-paragraph", length);
            let help = message!("long-paragraph-help", longest = LONG_PARAGRAPH);
            let start = first_word(block);
            text.report(Rule::LongParagraph, block, &start, message, help);
        }
    }
}

fn first_word(block: &ProseBlock) -> Range<usize> {
    let Range { start, end } = inner(block);
    let length = block.text[start..end].find(char::is_whitespace);
    start..length.map_or(end, |length| start + length)
}

/// Reports accumulated passives: two in one sentence, three sentences in a row, or modals piled on
/// `worden`.
fn passives(text: &mut FileText<'_>, sentences: &[Sentence]) {
    let mut in_a_row = 0;
    for sentence in sentences {
        let block = &text.blocks[sentence.block];
        let goes_on = |a: &WordToken<'_>, b: &WordToken<'_>| {
            !block.text[a.range.end..b.range.start].contains(CLAUSE_MARKS)
        };
        let (mut count, mut is_stacked) = (0, false);
        for clause in text.tokens_in(sentence).chunk_by(goes_on) {
            let words: Vec<&str> = clause.iter().map(|token| &*token.lower).collect();
            count += passive::count(&words);
            is_stacked |= passive::has_stacked_modals(&words);
        }
        in_a_row = if count == 0 { 0 } else { in_a_row + 1 };
        let message = if count >= 2 {
            message!("passive-twice", count)
        } else if is_stacked {
            message!("passive-stacked")
        } else if in_a_row == PASSIVES_IN_A_ROW {
            message!("passive-again", before = PASSIVES_IN_A_ROW - 1)
        } else {
            continue;
        };
        in_a_row = 0;
        let help = message!("passive-help");
        text.report(Rule::Passive, block, &sentence.range, message, help);
    }
}
