//! The lexicon: every word of the site and of its synonyms, in order, with its document frequency.

use std::cmp::Reverse;

use memchr::memmem;

use crate::search::language::SearchLanguage;
use crate::search::spelling;
use crate::search::terms::WordId;

/// The most forms of a word that are looked up, the most frequent first.
const MAX_FORMS: usize = 24;

/// The words of an index. The number of a word is its rank in the order of language and text.
#[derive(Default)]
pub struct Lexicon {
    words: Vec<WordEntry>,
    stems: Vec<StemEntry>,
    /// All words, each after a line feed, so that one pass finds every word that contains a text.
    joined: String,
}

struct WordEntry {
    language: SearchLanguage,
    text: Box<str>,
    /// The offset in `joined`.
    offset: usize,
    /// The number of its stem.
    stem: usize,
    document_frequency: u32,
    letters: LetterSet,
    /// Its pronunciation, roughly.
    phonetic_key: Box<str>,
}

struct StemEntry {
    language: SearchLanguage,
    text: Box<str>,
    words: Vec<WordId>,
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

impl Lexicon {
    /// Builds the lexicon of these words with their document frequencies, sorted by language and
    /// text.
    pub fn new(sorted: impl IntoIterator<Item = (SearchLanguage, Box<str>, u32)>) -> Self {
        let mut lexicon = Lexicon::default();
        let mut stems: Vec<(SearchLanguage, Box<str>, WordId)> = Vec::new();
        for (id, (language, text, document_frequency)) in (0..).zip(sorted) {
            stems.push((language, language.stem(&text).into(), id));
            lexicon.joined.push('\n');
            let offset = lexicon.joined.len();
            lexicon.joined.push_str(&text);
            lexicon.words.push(WordEntry {
                language,
                offset,
                stem: 0,
                document_frequency,
                letters: LetterSet::of(&text),
                phonetic_key: spelling::phonetic_key(&text).into(),
                text,
            });
        }
        stems.sort_unstable();
        for same in stems.chunk_by(|one, other| (one.0, &one.1) == (other.0, &other.1)) {
            let words: Vec<WordId> = same.iter().map(|(.., word)| *word).collect();
            for word in &words {
                lexicon.words[*word as usize].stem = lexicon.stems.len();
            }
            let (language, text, _) = &same[0];
            lexicon.stems.push(StemEntry {
                language: *language,
                text: text.clone(),
                words,
            });
        }
        lexicon
    }

    pub fn id(&self, language: SearchLanguage, text: &str) -> Option<WordId> {
        let found = self
            .words
            .binary_search_by(|entry| (entry.language, &*entry.text).cmp(&(language, text)));
        found.ok().map(|at| at as WordId)
    }

    pub fn text(&self, id: WordId) -> &str {
        &self.words[id as usize].text
    }

    pub fn language(&self, id: WordId) -> SearchLanguage {
        self.words[id as usize].language
    }

    /// The number of pages that have the word. Zero for a word of the synonyms alone.
    pub fn document_frequency(&self, id: WordId) -> usize {
        self.words[id as usize].document_frequency as usize
    }

    /// The number of pages that have any of the words, where a page that has two counts twice.
    pub fn document_frequency_of(&self, ids: &[WordId]) -> usize {
        ids.iter().map(|id| self.document_frequency(*id)).sum()
    }

    /// The number of pages that have the word, or a form of it where the site has not the word
    /// itself. A page that has two forms counts twice.
    pub fn frequency_of(&self, language: SearchLanguage, text: &str) -> usize {
        match self.id(language, text) {
            Some(id) => self.document_frequency(id).max(1),
            None => self.document_frequency_of(self.with_stem(language, &language.stem(text))),
        }
    }

    /// The words with this stem.
    pub fn with_stem(&self, language: SearchLanguage, stem: &str) -> &[WordId] {
        self.stems
            .binary_search_by(|entry| (entry.language, &*entry.text).cmp(&(language, stem)))
            .map_or(&[], |at| &self.stems[at].words)
    }

    /// Every form of a word, stop words apart: those are looked up as they are.
    pub fn inflections(&self, id: WordId) -> Vec<WordId> {
        let WordEntry { language, stem, .. } = self.words[id as usize];
        if language.is_stop_word(self.text(id)) {
            return vec![id];
        }
        let forms = self.stems[stem].words.iter().copied();
        forms
            .filter(|form| !language.is_stop_word(self.text(*form)))
            .collect()
    }

    /// The most frequent forms of a word. A stop word is a form of no other word: `hoeveel` is
    /// none of `hoevel`.
    pub fn forms_of(&self, language: SearchLanguage, word: &str) -> Vec<WordId> {
        let is_form = |id: &WordId| {
            let other = self.text(*id);
            other == word || !language.is_stop_word(other) && !language.distinguishes(word, other)
        };
        let forms = self
            .with_stem(language, &language.stem(word))
            .iter()
            .copied();
        self.most_frequent(forms.filter(is_form), MAX_FORMS)
    }

    /// Those of the words that pages have, the most frequent first, then the shortest.
    pub fn most_frequent(&self, ids: impl Iterator<Item = WordId>, most: usize) -> Vec<WordId> {
        let mut ids: Vec<WordId> = ids.filter(|id| self.document_frequency(*id) > 0).collect();
        ids.sort_unstable_by_key(|id| {
            (
                Reverse(self.document_frequency(*id)),
                self.text(*id).len(),
                *id,
            )
        });
        ids.dedup();
        ids.truncate(most);
        ids
    }

    fn of_language(&self, language: SearchLanguage) -> impl Iterator<Item = (WordId, &WordEntry)> {
        let start = self
            .words
            .partition_point(|entry| entry.language < language);
        (start as WordId..)
            .zip(&self.words[start..])
            .take_while(move |(_, entry)| entry.language == language)
    }

    /// The words that begin with `prefix`.
    pub fn with_prefix(
        &self,
        language: SearchLanguage,
        prefix: &str,
    ) -> impl Iterator<Item = WordId> {
        let is_before = |entry: &WordEntry| (entry.language, &*entry.text) < (language, prefix);
        let start = self.words.partition_point(is_before);
        (start as WordId..)
            .zip(&self.words[start..])
            .take_while(move |(_, entry)| {
                entry.language == language && entry.text.starts_with(prefix)
            })
            .map(|(id, _)| id)
    }

    /// The words that contain `part`; one that contains it twice comes twice.
    pub fn containing(&self, language: SearchLanguage, part: &str) -> impl Iterator<Item = WordId> {
        memmem::find_iter(self.joined.as_bytes(), part.as_bytes())
            .map(|at| self.words.partition_point(|entry| entry.offset <= at) - 1)
            .filter(move |word| self.words[*word].language == language)
            .map(|word| word as WordId)
            .collect::<Vec<_>>()
            .into_iter()
    }

    /// The words that may be meant by a misspelt one: those that sound the same, and those within
    /// the tolerated edit distance as far as length and letters tell.
    pub fn fuzzy_candidates(&self, language: SearchLanguage, word: &str) -> Vec<WordId> {
        let edits = spelling::tolerated_edits(word);
        let (letters, key) = (LetterSet::of(word), spelling::phonetic_key(word));
        let is_candidate = |entry: &WordEntry| {
            let is_near = entry.text.len().abs_diff(word.len()) <= edits as usize
                && letters.is_within(entry.letters, edits);
            is_near || *entry.phonetic_key == *key
        };
        self.of_language(language)
            .filter(|(_, entry)| is_candidate(entry))
            .map(|(id, _)| id)
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_by_text_stem_prefix_part_and_spelling() {
        let lexicon = Lexicon::new(
            [
                (SearchLanguage::Dutch, "gemeente", 3),
                (SearchLanguage::Dutch, "gemeenten", 1),
                (SearchLanguage::English, "gemeente", 1),
            ]
            .map(|(language, text, pages)| (language, text.into(), pages)),
        );
        let dutch = SearchLanguage::Dutch;
        assert_eq!(lexicon.id(dutch, "gemeente"), Some(0));
        assert_eq!(lexicon.id(SearchLanguage::English, "gemeente"), Some(2));
        assert_eq!(lexicon.with_stem(dutch, &dutch.stem("gemeenten")), [0, 1]);
        assert_eq!(
            lexicon.with_prefix(dutch, "gem").collect::<Vec<_>>(),
            [0, 1]
        );
        assert_eq!(
            lexicon.containing(dutch, "meente").collect::<Vec<_>>(),
            [0, 1]
        );
        assert_eq!(lexicon.fuzzy_candidates(dutch, "gemente"), [0]);
        assert!(lexicon.fuzzy_candidates(dutch, "kanaal").is_empty());
        assert_eq!(lexicon.forms_of(dutch, "gemeente"), [0, 1]);
    }
}
