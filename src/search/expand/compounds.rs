//! Compounds: `omgevingsagenda` of `omgeving` and `agenda`.
//!
//! The words of the site decide. A word is split where each part is a word of the site, linked by
//! letters of the language; of several splits the one with the most frequent parts is taken.

use std::collections::HashMap;

use crate::search::index::lexicon::LanguageLexicon;
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
pub fn containing(words: LanguageLexicon<'_>, part: &str) -> Vec<(WordId, Remainder)> {
    if part.len() < MIN_CONTAINED {
        return Vec::new();
    }
    let lexicon = words.lexicon;
    let others = words
        .containing(part)
        .filter(|id| lexicon.text(*id) != part);
    let examined = lexicon.most_frequent(others, MAX_EXAMINED).into_iter();
    examined
        .filter_map(|id| Some((id, remainder(words, lexicon.text(id), part)?)))
        .collect()
}

/// The rest of a word without a part that it contains. `None` if it is no compound of it.
fn remainder(words: LanguageLexicon<'_>, word: &str, part: &str) -> Option<Remainder> {
    let language = words.language;
    let at = word.find(part)?;
    let (before, after) = (&word[..at], &word[at + part.len()..]);
    let is_word = |text: &str| text.len() >= MIN_PART && words.frequency(text) > 0;
    let links = || language.linking_letters().iter();
    let precedes = || links().any(|link| before.strip_suffix(link).is_some_and(is_word));
    let follows = || links().any(|link| after.strip_prefix(link).is_some_and(is_word));
    let is_inflected = || language.stem(word) == language.stem(&word[..at + part.len()]);
    let is_known = match (before.len(), after.len()) {
        (0, MIN_PART..) => follows(),
        (MIN_PART.., 0) => precedes(),
        (0, _) | (_, 0) => return None,
        // In the middle, both sides must be words, or the right one an inflection.
        _ if precedes() && (follows() || is_inflected()) => true,
        _ => return None,
    };
    Some(if is_known {
        Remainder::Known
    } else {
        Remainder::Unknown
    })
}

/// The frequencies of parts, each looked up once.
struct PartFrequencies<'a> {
    words: LanguageLexicon<'a>,
    known: HashMap<&'a str, usize>,
}

/// Parts of a compound, first to last, with a score.
type Split<'a> = (f32, Vec<&'a str>);

impl<'a> PartFrequencies<'a> {
    fn of(&mut self, word: &'a str) -> f32 {
        let count = || self.words.content_frequency(word);
        *self.known.entry(word).or_insert_with(count) as f32
    }

    /// Every split of a word into a word of the site of at least this length and another rest.
    fn beginnings(&mut self, word: &'a str, least: usize) -> Vec<(f32, &'a str, &'a str)> {
        let mut found = Vec::new();
        let boundaries = least..=word.len().saturating_sub(MIN_PART);
        for at in boundaries.filter(|at| word.is_char_boundary(*at)) {
            let (first, rest) = word.split_at(at);
            let frequency = self.of(first);
            if frequency > 0.0 {
                let links = self.words.language.linking_letters().iter();
                let rests = links.filter_map(|link| rest.strip_prefix(link));
                found.extend(rests.map(|rest| (frequency, first, rest)));
            }
        }
        found
    }

    /// The best split into two words, by the geometric mean of their frequencies, and by their
    /// length: longer parts are less often chance.
    fn in_two(&mut self, word: &'a str) -> Split<'a> {
        let mut best = (0.0, Vec::new());
        for (before, first, second) in self.beginnings(word, MIN_PART) {
            if second.len() < MIN_PART {
                continue;
            }
            let length = first.len().min(second.len()) as f32;
            let score = (before * self.of(second)).sqrt() * length * length;
            if score > best.0 {
                best = (score, vec![first, second]);
            }
        }
        best
    }

    /// The best split into a word and a compound.
    fn in_three(&mut self, word: &'a str) -> Split<'a> {
        let mut best = (0.0, Vec::new());
        for (frequency, first, rest) in self.beginnings(word, MIN_CONTAINED) {
            let (score, parts) = self.in_two(rest);
            let score = score.min(frequency);
            if score > best.0 {
                best = (score, [&[first], &parts[..]].concat());
            }
        }
        best
    }
}

/// The parts of a compound, first to last. Empty if it is none.
pub fn split<'a>(words: LanguageLexicon<'a>, word: &'a str) -> Vec<&'a str> {
    let mut frequencies = PartFrequencies {
        words,
        known: HashMap::new(),
    };
    let (_, parts) = frequencies.in_two(word);
    if parts.is_empty() {
        return frequencies.in_three(word).1;
    }
    parts
}

/// The longest words of the site with which a compound that cannot be split begins and ends.
pub fn known_ends<'a>(words: LanguageLexicon<'_>, word: &'a str) -> Vec<&'a str> {
    // English compounds are written as separate words.
    if words.language == SearchLanguage::English {
        return Vec::new();
    }
    let boundaries = || {
        (MIN_UNKNOWN_PART..word.len().saturating_sub(MIN_UNKNOWN_PART - 1))
            .filter(|at| word.is_char_boundary(*at))
    };
    let is_known = |part: &&str| part.len() >= MIN_KNOWN_PART && words.content_frequency(part) > 0;
    let first = boundaries().rev().map(|at| &word[..at]).find(is_known);
    let last = boundaries().map(|at| &word[at..]).find(is_known);
    first.into_iter().chain(last).collect()
}

/// The words of the site that contain what a compound has beside a part of it at its begin or end:
/// `buurtbarbecue` for `straatbarbecue` without `straat`.
pub fn sharing_rest(words: LanguageLexicon<'_>, word: &str, part: &str) -> Vec<WordId> {
    let rests = [word.strip_prefix(part), word.strip_suffix(part)];
    let rests = rests.into_iter().flatten();
    rests
        .filter(|rest| rest.len() >= MIN_KNOWN_PART)
        .flat_map(|rest| containing(words, rest))
        .map(|(id, _)| id)
        .collect()
}
