//! Rules of plain language: long sentences, hard words, the passive. They are hints: no rule can
//! prove that a text is of level B1.

mod abbreviations;
mod foreign;
mod hard_words;
pub mod passive;
pub mod readability;
pub mod sentences;
pub mod syllables;
pub mod tokens;

use std::ops::Range;

use crate::content::prose::{ProseBlock, ProseKind};
use crate::content::word_list::WordList;
use crate::problem::Readability;
use crate::rule::Rule;
use crate::site::rules::FileText;
use crate::site::rules::structure::inner;
use sentences::Sentence;

/// The most words of a sentence before it gets a hint, and before it counts as hard to follow.
const LONG: usize = 20;
const VERY_LONG: usize = 25;

/// The most words of a paragraph before it counts as long.
const LONG_PARAGRAPH: usize = 80;

/// The number of passive sentences in a row from which on they are reported.
const PASSIVES_IN_A_ROW: usize = 3;

/// The rules of language for one file, and what the formulas make of it.
pub fn judge(text: &mut FileText<'_>, words: &WordList) -> Option<Readability> {
    let sentences = sentences::of_page(text.blocks);
    long_sentences(text, &sentences);
    long_paragraphs(text);
    passives(text, &sentences);
    hard_words::judge(text, words);
    abbreviations::judge(text, words);
    foreign::judge(text);
    readability::measure(&text.source.path, &sentences, text.blocks)
}

fn long_sentences(text: &mut FileText<'_>, sentences: &[Sentence]) {
    for sentence in sentences {
        let length = sentence
            .parts
            .iter()
            .map(|part| text.count_words(part.block, &part.range))
            .sum::<usize>();
        if length <= LONG {
            continue;
        }
        let rule = if length > VERY_LONG {
            Rule::VeryLongSentence
        } else {
            Rule::LongSentence
        };
        let help = if sentence.parts.len() > 1 {
            "de zin loopt door na een witregel of kop: zet een punt waar hij eindigt, en maak er kortere zinnen van"
        } else {
            "maak er twee zinnen van, of een lijst; een zin van hoogstens 15 woorden leest het prettigst"
        };
        let part = &sentence.parts[0];
        text.report(
            rule,
            &text.blocks[part.block],
            &part.range,
            format!("deze zin heeft {length} woorden"),
            help,
        );
    }
}

fn long_paragraphs(text: &mut FileText<'_>) {
    for (block, tokens) in text
        .with_tokens()
        .filter(|(block, _)| block.kind.is_running_text() && block.kind != ProseKind::Summary)
    {
        let length = tokens::count_words(&block.text, tokens);
        if length > LONG_PARAGRAPH {
            let message = format!("deze alinea heeft {length} woorden");
            let help = format!(
                "begin een nieuwe alinea waar een nieuwe gedachte begint; hoogstens {LONG_PARAGRAPH} woorden"
            );
            text.report(
                Rule::LongParagraph,
                block,
                &first_word(block),
                message,
                help,
            );
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
    const HELP: &str = "zeg wie het doet: niet `het besluit wordt genomen`, maar `de raad besluit`";
    let mut in_a_row = Vec::new();
    for sentence in sentences {
        if !sentence
            .parts
            .iter()
            .any(|part| passive::may_be_in(&text.blocks[part.block].text[part.range.clone()]))
        {
            in_a_row.clear();
            continue;
        }
        let lower = sentence.text(text.blocks).to_lowercase();
        let words: Vec<&str> = lower
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .collect();
        let count = passive::count(&words);
        if count == 0 {
            in_a_row.clear();
        } else {
            in_a_row.push(sentence);
        }
        let message = if count >= 2 {
            format!("deze zin staat {count} keer in de lijdende vorm")
        } else if passive::has_stacked_modals(&words) {
            "deze zin stapelt hulpwerkwoorden op `worden`".to_owned()
        } else if in_a_row.len() == PASSIVES_IN_A_ROW {
            format!(
                "deze zin staat in de lijdende vorm, net als de {} zinnen ervoor",
                PASSIVES_IN_A_ROW - 1
            )
        } else {
            continue;
        };
        in_a_row.clear();
        let part = &sentence.parts[0];
        text.report(
            Rule::Passive,
            &text.blocks[part.block],
            &part.range,
            message,
            HELP,
        );
    }
}
