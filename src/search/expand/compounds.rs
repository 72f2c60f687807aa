//! Compounds: `omgevingsagenda` of `omgeving` and `agenda`.
//!
//! The words of the site decide. A word is split where each part is a word of the site, linked by
//! letters of the language; of several splits the one with the most frequent parts is taken.

use std::collections::HashMap;

use crate::search::index::lexicon::Lexicon;
use crate::search::language::SearchLanguage;
use crate::search::terms::WordId;

/// The shortest part: a shorter one is soon a chance run of letters.
const MIN_PART: usize = 3;

/// The shortest word for which compounds are looked up, and the shortest first part of three.
const MIN_CONTAINED: usize = 4;

/// The most words that are examined for what they contain beside a part.
const MAX_EXAMINED: usize = 96;

/// The shortest known part of a compound whose other part is unknown, and the shortest other part.
const MIN_KNOWN_PART: usize = 5;
const MIN_UNKNOWN_PART: usize = 3;

/// The rest of a compound, without the part that was looked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remainder {
    /// Words of the site.
    Known,
    /// Letters that may be a word or not.
    Unknown,
}

/// The compounds of the site that contain `part`, of the most frequent words.
pub fn containing(
    lexicon: &Lexicon,
    language: SearchLanguage,
    part: &str,
) -> Vec<(WordId, Remainder)> {
    if part.len() < MIN_CONTAINED {
        return Vec::new();
    }
    let others = lexicon
        .containing(language, part)
        .filter(|id| lexicon.text(*id) != part);
    let examined = lexicon.most_frequent(others, MAX_EXAMINED).into_iter();
    examined
        .filter_map(|id| Some((id, remainder(lexicon, language, lexicon.text(id), part)?)))
        .collect()
}

/// The rest of a word without a part that it contains. `None` if it is no compound of it.
fn remainder(
    lexicon: &Lexicon,
    language: SearchLanguage,
    word: &str,
    part: &str,
) -> Option<Remainder> {
    let at = word.find(part)?;
    let (before, after) = (&word[..at], &word[at + part.len()..]);
    let precedes = || is_first_part(lexicon, language, before);
    let follows = || is_last_part(lexicon, language, after);
    let is_known = if before.is_empty() {
        if after.len() < MIN_PART {
            return None;
        }
        follows()
    } else if after.is_empty() {
        if before.len() < MIN_PART {
            return None;
        }
        precedes()
    } else {
        // In the middle, both sides must be words, or the right one an inflection.
        let is_inflected = || language.stem(word) == language.stem(&word[..at + part.len()]);
        if !precedes() || !(follows() || is_inflected()) {
            return None;
        }
        true
    };
    Some(if is_known {
        Remainder::Known
    } else {
        Remainder::Unknown
    })
}

fn is_last_part(lexicon: &Lexicon, language: SearchLanguage, after: &str) -> bool {
    let links = language.linking_letters().iter();
    is_any_word(
        lexicon,
        language,
        links.filter_map(|link| after.strip_prefix(link)),
    )
}

fn is_first_part(lexicon: &Lexicon, language: SearchLanguage, before: &str) -> bool {
    let links = language.linking_letters().iter();
    is_any_word(
        lexicon,
        language,
        links.filter_map(|link| before.strip_suffix(link)),
    )
}

/// True if the site has one of these words in any form.
fn is_any_word<'a>(
    lexicon: &Lexicon,
    language: SearchLanguage,
    words: impl Iterator<Item = &'a str>,
) -> bool {
    words
        .filter(|word| word.len() >= MIN_PART)
        .any(|word| lexicon.frequency_of(language, word) > 0)
}

/// The document frequency of a word that is no stop word, in any form.
pub fn content_frequency(lexicon: &Lexicon, language: SearchLanguage, word: &str) -> usize {
    if language.is_stop_word(word) {
        0
    } else {
        lexicon.frequency_of(language, word)
    }
}

/// The document frequencies of parts, each looked up once.
struct DocFreqCache<'a> {
    lexicon: &'a Lexicon,
    language: SearchLanguage,
    known: HashMap<&'a str, usize>,
}

impl<'a> DocFreqCache<'a> {
    fn of(&mut self, word: &'a str) -> usize {
        let count = || content_frequency(self.lexicon, self.language, word);
        *self.known.entry(word).or_insert_with(count)
    }
}

/// The parts of a compound, first to last. Empty if it is none.
pub fn split<'a>(lexicon: &'a Lexicon, language: SearchLanguage, word: &'a str) -> Vec<&'a str> {
    let mut frequencies = DocFreqCache {
        lexicon,
        language,
        known: HashMap::new(),
    };
    let mut best = (0.0, Vec::new());
    split_in_two(&mut frequencies, word, &mut |first, second, score| {
        if score > best.0 {
            best = (score, vec![first, second]);
        }
    });
    if best.1.is_empty() {
        split_in_three(&mut frequencies, word, &mut best);
    }
    best.1
}

/// Finds the best split into a word and a compound.
fn split_in_three<'a>(
    frequencies: &mut DocFreqCache<'a>,
    word: &'a str,
    best: &mut (f32, Vec<&'a str>),
) {
    let boundaries = MIN_CONTAINED..word.len().saturating_sub(2 * MIN_PART - 1);
    for at in boundaries.filter(|at| word.is_char_boundary(*at)) {
        let (first, rest) = word.split_at(at);
        let frequency = frequencies.of(first) as f32;
        if frequency == 0.0 {
            continue;
        }
        let links = frequencies.language.linking_letters().iter();
        for rest in links.filter_map(|link| rest.strip_prefix(link)) {
            split_in_two(frequencies, rest, &mut |second, third, score| {
                let score = score.min(frequency);
                if score > best.0 {
                    *best = (score, vec![first, second, third]);
                }
            });
        }
    }
}

/// Passes every split into two words with its score: the geometric mean of their frequencies,
/// higher for longer parts, which are less often chance.
fn split_in_two<'a>(
    frequencies: &mut DocFreqCache<'a>,
    word: &'a str,
    found: &mut dyn FnMut(&'a str, &'a str, f32),
) {
    let boundaries = MIN_PART..=word.len().saturating_sub(MIN_PART);
    for at in boundaries.filter(|at| word.is_char_boundary(*at)) {
        let (first, rest) = word.split_at(at);
        let before = frequencies.of(first);
        if before == 0 {
            continue;
        }
        let links = frequencies.language.linking_letters().iter();
        for second in links.filter_map(|link| rest.strip_prefix(link)) {
            if second.len() < MIN_PART {
                continue;
            }
            let after = frequencies.of(second);
            if after > 0 {
                let length = first.len().min(second.len()) as f32;
                let mean = (before as f32 * after as f32).sqrt();
                found(first, second, mean * length * length);
            }
        }
    }
}

/// The longest words of the site with which a compound that cannot be split begins and ends.
pub fn known_ends<'a>(lexicon: &Lexicon, language: SearchLanguage, word: &'a str) -> Vec<&'a str> {
    // English compounds are written as separate words.
    if language == SearchLanguage::English {
        return Vec::new();
    }
    let boundaries = || {
        (MIN_UNKNOWN_PART..word.len().saturating_sub(MIN_UNKNOWN_PART - 1))
            .filter(|at| word.is_char_boundary(*at))
    };
    let is_known = |part: &&str| {
        part.len() >= MIN_KNOWN_PART && content_frequency(lexicon, language, part) > 0
    };
    let first = boundaries().rev().map(|at| &word[..at]).find(is_known);
    let last = boundaries().map(|at| &word[at..]).find(is_known);
    first.into_iter().chain(last).collect()
}
