//! Words that are made of words: `omgevingsagenda` of `omgeving` and `agenda`.
//!
//! The site's own words decide. A word is taken apart where each part is a word of the site, joined by the letters that the
//! language puts between parts; of several ways the one whose parts are most common wins.

use crate::search::Index;
use crate::search::analysis::Language;
use crate::search::lexicon::WordId;

/// A shorter part is soon a chance run of letters.
const SHORTEST_PART: usize = 3;

/// Parts that stand at the end of a great many words without being a word there.
const SHORTEST_HELD: usize = 4;

/// What a word holds beside the part that was looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rest {
    /// Another word of the site.
    Word,
    /// Letters that may be a word or not.
    Unknown,
}

/// The words of the site that are made of `part` and something else.
pub fn holding(index: &Index, language: Language, part: &str) -> Vec<(WordId, Rest)> {
    if part.len() < SHORTEST_HELD {
        return Vec::new();
    }
    let held = |(id, at): (WordId, usize)| {
        if index.lexicon.language(id) != language || !index.is_live(id) {
            return None;
        }
        let word = &**index.lexicon.text(id);
        let (before, after) = (&word[..at], &word[at + part.len()..]);
        let rest = match (before.is_empty(), after.is_empty()) {
            (true, true) => return None,
            (true, false) => {
                if after.len() < SHORTEST_PART {
                    return None;
                }
                let follows =
                    language.links().iter().filter_map(|link| after.strip_prefix(link)).any(|word| is_word(index, language, word));
                if follows { Rest::Word } else { Rest::Unknown }
            }
            (false, true) => {
                if before.len() < SHORTEST_PART {
                    return None;
                }
                if comes_before(index, language, before) { Rest::Word } else { Rest::Unknown }
            }
            // In the middle, both sides must be words.
            (false, false) => {
                let follows =
                    language.links().iter().filter_map(|link| after.strip_prefix(link)).any(|word| is_word(index, language, word));
                let ending = language.stem(word) == language.stem(&word[..at + part.len()]);
                if !(follows || ending) || !comes_before(index, language, before) {
                    return None;
                }
                Rest::Word
            }
        };
        Some((id, rest))
    };
    let mut found: Vec<(WordId, Rest)> = index.lexicon.holding(part).filter_map(held).collect();
    found.dedup_by_key(|(id, _)| *id);
    found
}

fn comes_before(index: &Index, language: Language, before: &str) -> bool {
    language.links().iter().filter_map(|link| before.strip_suffix(link)).any(|word| is_word(index, language, word))
}

/// Whether the site has this word, in this form or another.
fn is_word(index: &Index, language: Language, word: &str) -> bool {
    word.len() >= SHORTEST_PART && index.frequency_of(language, word) > 0
}

/// The parts of a compound, first to last. Empty where the word is none.
pub fn split(index: &Index, language: Language, word: &str) -> Vec<String> {
    let mut best: (f32, Vec<String>) = (0.0, Vec::new());
    two_parts(index, language, word, &mut |first, second, frequency| {
        if frequency > best.0 {
            best = (frequency, vec![first.to_owned(), second.to_owned()]);
        }
    });
    if !best.1.is_empty() {
        return best.1;
    }
    // Three parts: a first part that is a word, and a rest that is a compound.
    for at in (SHORTEST_PART..word.len().saturating_sub(2 * SHORTEST_PART - 1)).filter(|at| word.is_char_boundary(*at)) {
        let (first, rest) = word.split_at(at);
        let common = index.frequency_of(language, first);
        if common == 0 || first.len() < SHORTEST_HELD {
            continue;
        }
        for rest in language.links().iter().filter_map(|link| rest.strip_prefix(link)) {
            two_parts(index, language, rest, &mut |second, third, frequency| {
                let frequency = frequency.min(common as f32);
                if frequency > best.0 {
                    best = (frequency, vec![first.to_owned(), second.to_owned(), third.to_owned()]);
                }
            });
        }
    }
    best.1
}

/// Every way to take a word apart in two, with how common the two are together: the geometric mean.
fn two_parts(index: &Index, language: Language, word: &str, found: &mut dyn FnMut(&str, &str, f32)) {
    for at in (SHORTEST_PART..=word.len().saturating_sub(SHORTEST_PART)).filter(|at| word.is_char_boundary(*at)) {
        let (first, rest) = word.split_at(at);
        let before = index.frequency_of(language, first);
        if before == 0 {
            continue;
        }
        for second in language.links().iter().filter_map(|link| rest.strip_prefix(link)).filter(|second| second.len() >= SHORTEST_PART) {
            let after = index.frequency_of(language, second);
            if after > 0 {
                // Longer parts are less often chance.
                let length = first.len().min(second.len()) as f32;
                found(first, second, (before as f32 * after as f32).sqrt() * length * length);
            }
        }
    }
}
