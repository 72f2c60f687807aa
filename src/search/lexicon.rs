//! Every word of the site, by number, with the number of pages that have it now. Numbers never change their meaning.
//!
//! It answers what an index of postings cannot: which words are alike, which hold another, and how common one is.

use std::hash::BuildHasher;

use hashbrown::HashTable;
use memchr::memmem;
use rayon::prelude::*;
use rustc_hash::FxBuildHasher;

use crate::search::analysis::Language;
use crate::search::inversion::Counted;
use crate::search::spelling;

/// The number of a word in a lexicon.
pub type WordId = u32;

/// So many words are looked at in one go for what is alike.
const AT_ONCE: usize = 32;

/// In place of a word where there is none.
const NONE: WordId = WordId::MAX;

/// The words of the site, each in the language of the pages that have it. It is all in a few rows, so that a copy costs little.
#[derive(Clone, Default)]
pub struct Lexicon {
    entries: Vec<Entry>,
    /// What each word looks like, in columns: all of them are looked at for a word that is misspelt.
    letters: Vec<Letters>,
    sounds: Vec<u32>,
    lengths: Vec<u8>,
    by_text: HashTable<WordId>,
    /// For each stem the first word that has it.
    by_stem: HashTable<WordId>,
    /// All words, each behind a line end, to look for a part of a word in one go.
    joined: String,
}

#[derive(Clone)]
struct Entry {
    /// Where the word is in `joined`.
    start: u32,
    length: u8,
    language: Language,
    /// How many pages have it.
    pages: u32,
    /// A digest of its stem and language, which stands for these.
    stem: u64,
    /// The next word with the same stem.
    next: WordId,
}

/// What is reckoned from a word alone. That takes most of the time in which it gets its number.
struct Traits {
    stem: u64,
    shape: Shape,
}

/// What a word looks like and how it sounds.
#[derive(Clone, Copy)]
struct Shape {
    letters: Letters,
    /// A digest of how it sounds.
    sound: u32,
    length: u8,
}

/// Which letters a word has: a quick look that spares most of the comparisons of whole words.
#[derive(Clone, Copy)]
struct Letters(u32);

impl Letters {
    fn of(word: &str) -> Self {
        Letters(
            word.chars()
                .fold(0, |mask, c| mask | 1 << (u32::from(c) % 32)),
        )
    }

    /// Whether so many edits, one or two, may be enough to make a word with these letters of one with the others.
    fn is_within(self, other: Letters, edits: u32) -> bool {
        // Each edit takes a letter from either side: the lowest. Without a branch, so that it is done for many words in one go.
        let second = if edits > 1 { 0 } else { u32::MAX };
        let without = |letters: u32| {
            let left = letters & letters.wrapping_sub(1);
            left & (left.wrapping_sub(1) | second)
        };
        without(self.0 & !other.0) | without(other.0 & !self.0) == 0
    }
}

fn hash(language: Language, text: &str) -> u64 {
    FxBuildHasher.hash_one((language, text))
}

/// In bytes.
fn length_of(word: &str) -> u8 {
    u8::try_from(word.len()).expect("longer words are cut when they are folded")
}

impl Traits {
    fn of(language: Language, word: &str) -> Self {
        Traits::with_stem(language, word, &language.stem(word))
    }

    fn with_stem(language: Language, word: &str, stem: &str) -> Self {
        Traits {
            stem: hash(language, stem),
            shape: Shape::of(word),
        }
    }
}

impl Shape {
    fn of(word: &str) -> Self {
        let sound = FxBuildHasher.hash_one(spelling::sound(word)) as u32;
        Shape {
            letters: Letters::of(word),
            sound,
            length: length_of(word),
        }
    }
}

impl Lexicon {
    /// The number of a word, which gets one where it has none.
    pub fn add(&mut self, language: Language, word: &str) -> WordId {
        self.id(language, word)
            .unwrap_or_else(|| self.insert(language, word, &Traits::of(language, word)))
    }

    /// Counts the pages that have each of these words, of which no two are the same.
    pub fn learn(&mut self, words: &[Counted]) {
        let known = |counted: &Counted| {
            let Counted {
                language,
                word,
                stem,
                ..
            } = counted;
            self.id(*language, word)
                .ok_or_else(|| Traits::with_stem(*language, word, stem))
        };
        let known: Vec<Result<WordId, Traits>> = words.par_iter().map(known).collect();
        for (
            Counted {
                language,
                word,
                pages,
                ..
            },
            known,
        ) in words.iter().zip(known)
        {
            let id = known.unwrap_or_else(|traits| self.insert(*language, word, &traits));
            self.entries[id as usize].pages += pages;
        }
    }

    fn insert(&mut self, language: Language, word: &str, traits: &Traits) -> WordId {
        let id = WordId::try_from(self.entries.len())
            .expect("a site has fewer than four thousand million words");
        let start = u32::try_from(self.joined.len() + 1)
            .expect("the words of a site fit in four gigabytes");
        self.joined.push('\n');
        self.joined.push_str(word);
        let first = self.first_with_stem(traits.stem);
        let next = first.map_or(NONE, |first| {
            std::mem::replace(&mut self.entries[first as usize].next, id)
        });
        let Shape {
            letters,
            sound,
            length,
        } = traits.shape;
        self.entries.push(Entry {
            start,
            length,
            language,
            pages: 0,
            stem: traits.stem,
            next,
        });
        self.letters.push(letters);
        self.sounds.push(sound);
        self.lengths.push(length);
        let Lexicon {
            entries,
            by_text,
            by_stem,
            joined,
            ..
        } = self;
        let entry = |id: &WordId| &entries[*id as usize];
        by_text.insert_unique(hash(language, word), id, |id| {
            hash(entry(id).language, entry(id).text(joined))
        });
        if first.is_none() {
            by_stem.insert_unique(traits.stem, id, |id| entry(id).stem);
        }
        id
    }

    /// Counts a page no more that had a word.
    pub fn forget(&mut self, language: Language, word: &str) {
        let id = self
            .id(language, word)
            .expect("the words of every page are counted");
        self.entries[id as usize].pages -= 1;
    }

    pub fn id(&self, language: Language, word: &str) -> Option<WordId> {
        let is_it = |id: &WordId| self.language(*id) == language && self.text(*id) == word;
        self.by_text.find(hash(language, word), is_it).copied()
    }

    pub fn text(&self, id: WordId) -> &str {
        self.entries[id as usize].text(&self.joined)
    }

    pub fn language(&self, id: WordId) -> Language {
        self.entries[id as usize].language
    }

    /// How many pages have the word now.
    pub fn pages(&self, id: WordId) -> usize {
        self.entries[id as usize].pages as usize
    }

    /// How many words there are, those that no page has any more too.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// How many words some page has.
    pub fn live(&self) -> usize {
        self.entries.iter().filter(|entry| entry.pages > 0).count()
    }

    /// The memory that the words take.
    pub fn bytes(&self) -> usize {
        self.entries.capacity() * size_of::<Entry>()
            + self.letters.capacity() * (size_of::<Letters>() + size_of::<u32>() + 1)
            + self.joined.capacity()
            + self.by_text.allocation_size()
            + self.by_stem.allocation_size()
    }

    fn first_with_stem(&self, stem: u64) -> Option<WordId> {
        self.by_stem
            .find(stem, |id| self.entries[*id as usize].stem == stem)
            .copied()
    }

    /// The words with this stem.
    pub fn with_stem(&self, language: Language, stem: &str) -> impl Iterator<Item = WordId> {
        let next = |id: &WordId| Some(self.entries[*id as usize].next).filter(|next| *next != NONE);
        std::iter::successors(self.first_with_stem(hash(language, stem)), next)
    }

    /// The words that hold `part`, with its place in each.
    pub fn holding(&self, part: &str) -> impl Iterator<Item = (WordId, usize)> {
        memmem::find_iter(self.joined.as_bytes(), part.as_bytes())
            .collect::<Vec<_>>()
            .into_iter()
            .map(|at| {
                let index = self
                    .entries
                    .partition_point(|entry| entry.start as usize <= at)
                    - 1;
                (index as WordId, at - self.entries[index].start as usize)
            })
    }

    /// The words that may be meant by one with mistakes in it: those that sound the same, and those whose letters and length differ
    /// by no more than the edits that are forgiven, one or two.
    pub fn alike(&self, word: &str) -> impl Iterator<Item = WordId> {
        let edits = spelling::edits_for(word);
        let Shape {
            letters,
            sound,
            length,
        } = Shape::of(word);
        let is_alike = move |((other, other_sound), other_length): ((&Letters, &u32), &u8)| {
            let is_near = letters.is_within(*other, edits)
                & (u32::from(length.abs_diff(*other_length)) <= edits);
            is_near | (*other_sound == sound)
        };
        let columns = (self
            .letters
            .chunks(AT_ONCE)
            .zip(self.sounds.chunks(AT_ONCE)))
        .zip(self.lengths.chunks(AT_ONCE));
        (0..).step_by(AT_ONCE).zip(columns).flat_map(
            move |(first, ((letters, sounds), lengths))| {
                let rows = letters.iter().zip(sounds).zip(lengths);
                // Mostly none is, which is soon seen where no row is looked at by itself.
                let has_any = rows.clone().fold(false, |any, row| any | is_alike(row));
                let alike = (first..)
                    .zip(rows)
                    .filter(move |(_, row)| is_alike(*row))
                    .map(|(id, _)| id);
                has_any.then_some(alike).into_iter().flatten()
            },
        )
    }
}

impl Entry {
    fn text<'a>(&self, joined: &'a str) -> &'a str {
        &joined[self.start as usize..][..usize::from(self.length)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_keeps_its_number_and_is_found_by_stem_and_by_part() {
        let mut lexicon = Lexicon::default();
        let one = lexicon.add(Language::Dutch, "gemeente");
        let two = lexicon.add(Language::Dutch, "gemeenten");
        let three = lexicon.add(Language::English, "gemeente");
        assert_eq!(lexicon.add(Language::Dutch, "gemeente"), one);
        assert_ne!(one, three);
        assert_eq!(
            lexicon
                .with_stem(Language::Dutch, &Language::Dutch.stem("gemeenten"))
                .collect::<Vec<_>>(),
            [one, two]
        );
        assert_eq!(
            lexicon.holding("meente").collect::<Vec<_>>(),
            [(one, 2), (two, 2), (three, 2)]
        );
        assert!(lexicon.alike("gemente").any(|id| id == one));
        assert!(lexicon.alike("kanaal").next().is_none());
    }

    #[test]
    fn a_word_is_as_common_as_the_pages_that_have_it_now() {
        let mut lexicon = Lexicon::default();
        lexicon.learn(&[Counted {
            language: Language::Dutch,
            word: "kanaal".into(),
            stem: "kanal".into(),
            pages: 3,
        }]);
        lexicon.forget(Language::Dutch, "kanaal");
        assert_eq!((lexicon.pages(0), lexicon.live()), (2, 1));
    }
}
