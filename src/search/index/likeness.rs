//! The words that are like a misspelt one: by their length and letters, and by their sound.

use std::collections::BTreeMap;
use std::hash::BuildHasher;

use rustc_hash::FxBuildHasher;

use crate::search::language::SearchLanguage;
use crate::search::spelling;
use crate::search::terms::WordId;

/// The words of an index, so that those that are like another are found without a look at all.
#[derive(Default)]
pub struct LikeWords {
    /// By length in bytes.
    by_length: BTreeMap<(SearchLanguage, usize), Vec<(LetterSet, WordId)>>,
    /// In order.
    by_sound: Vec<(SearchLanguage, Sound, WordId)>,
}

impl LikeWords {
    pub fn new<'a>(words: impl Iterator<Item = (SearchLanguage, &'a str)>) -> Self {
        let mut like = LikeWords::default();
        for (id, (language, word)) in (0..).zip(words) {
            let of_length = like.by_length.entry((language, word.len())).or_default();
            of_length.push((LetterSet::of(word), id));
            like.by_sound.push((language, Sound::of(word), id));
        }
        like.by_sound.sort_unstable();
        like
    }

    /// The words of a language that may be meant by a misspelt one, in order: those that sound the
    /// same, and those within the tolerated edit distance as far as length and letters tell.
    pub fn find(&self, language: SearchLanguage, word: &str) -> Vec<WordId> {
        let edits = spelling::tolerated_edits(word);
        let letters = LetterSet::of(word);
        let shortest = word.len().saturating_sub(edits as usize);
        let longest = word.len() + edits as usize;
        let of_lengths = self
            .by_length
            .range((language, shortest)..=(language, longest));
        let near = of_lengths
            .flat_map(|(_, words)| words)
            .filter(|(other, _)| letters.is_within(*other, edits));
        let sound = (language, Sound::of(word));
        let start = self
            .by_sound
            .partition_point(|(language, other, _)| (*language, *other) < sound);
        let alike = self.by_sound[start..]
            .iter()
            .take_while(|(language, other, _)| (*language, *other) == sound);
        let mut found: Vec<WordId> = near
            .map(|(_, id)| *id)
            .chain(alike.map(|(.., id)| *id))
            .collect();
        found.sort_unstable();
        found.dedup();
        found
    }
}

/// A digest of the pronunciation of a word, roughly: that of words that sound the same is equal.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Sound(u32);

impl Sound {
    fn of(word: &str) -> Self {
        Sound(FxBuildHasher.hash_one(spelling::phonetic_key(word)) as u32)
    }
}

/// The letters of a word as bits: rules out most words before an edit distance is computed.
#[derive(Clone, Copy)]
struct LetterSet(u32);

impl LetterSet {
    fn of(word: &str) -> Self {
        LetterSet(
            word.chars()
                .fold(0, |set, c| set | 1 << (u32::from(c) % 32)),
        )
    }

    /// False if more than `edits` edits are needed to turn one word into the other.
    fn is_within(self, other: Self, edits: u32) -> bool {
        (self.0 & !other.0).count_ones() <= edits && (other.0 & !self.0).count_ones() <= edits
    }
}
