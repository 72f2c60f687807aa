//! Two formulas that guess from the length of words and sentences how hard a Dutch text is. They
//! are a hint for the editor; no formula can tell whether a text is of level B1.

use std::sync::Arc;

use crate::content::prose::ProseBlock;
use crate::problem::Readability;
use crate::site::rules::language::sentences::Sentence;
use crate::site::rules::language::syllables;

/// The shortest text that can be measured.
const FEWEST_WORDS: usize = 100;
const FEWEST_SENTENCES: usize = 5;

/// Measures a page. `None` where it has too little text to measure.
pub fn measure(
    file: &Arc<str>,
    sentences: &[Sentence],
    blocks: &[ProseBlock],
) -> Option<Readability> {
    let (mut words, mut syllables) = (0, 0);
    for sentence in sentences {
        let text = &blocks[sentence.block].text[sentence.range.clone()];
        let mut rest = text;
        while let Some(start) = rest.find(char::is_alphabetic) {
            let (word, after) = rest[start..].split_at(letters(&rest[start..]));
            words += 1;
            syllables += syllables::count(word);
            rest = after;
        }
    }
    let sentences = sentences.len();
    if words < FEWEST_WORDS || sentences < FEWEST_SENTENCES {
        return None;
    }
    #[expect(
        clippy::cast_precision_loss,
        reason = "a page has far fewer words than a float can count"
    )]
    let (per_hundred, per_sentence) = (
        100.0 * syllables as f64 / words as f64,
        words as f64 / sentences as f64,
    );
    Some(Readability {
        file: file.clone(),
        flesch_douma: 206.84 - 0.77 * per_hundred - 0.93 * per_sentence,
        brouwer: 195.0 - per_hundred * 2.0 / 3.0 - 2.0 * per_sentence,
        words,
        sentences,
    })
}

/// The number of bytes of letters that a text begins with.
fn letters(text: &str) -> usize {
    let ascii = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    match text[ascii..].chars().next() {
        Some(c) if c.is_alphabetic() => text
            .find(|c: char| !c.is_alphabetic())
            .unwrap_or(text.len()),
        _ => ascii,
    }
}
