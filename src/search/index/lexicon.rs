//! The lexicon: every word of the site and of its synonyms, in order, with its document frequency.

use std::cmp::Reverse;
use std::ops::Range;

use memchr::memmem;

use crate::search::index::likeness::LikeWords;
use crate::search::language::SearchLanguage;
use crate::search::terms::WordId;

/// The most forms of a word that are looked up, the most frequent first.
const MAX_FORMS: usize = 24;

/// The words of an index. The number of a word is its rank in the order of language and text.
///
/// There may be a million of them, so that none has an allocation of its own.
#[derive(Default)]
pub struct Lexicon {
    words: Vec<WordEntry>,
    /// All words, each after a line feed, so that one pass finds every word that contains a text.
    texts: String,
    stems: Vec<StemEntry>,
    stem_texts: String,
    /// The words of the first stem, then those of the next.
    words_by_stem: Vec<WordId>,
    like: LikeWords,
}

/// The words of an index in one language.
#[derive(Clone, Copy)]
pub struct LanguageLexicon<'a> {
    pub lexicon: &'a Lexicon,
    pub language: SearchLanguage,
}

struct WordEntry {
    language: SearchLanguage,
    /// In `texts`.
    text: Extent,
    /// The number of its stem.
    stem: u32,
    document_frequency: u32,
}

struct StemEntry {
    language: SearchLanguage,
    /// In `stem_texts`.
    text: Extent,
    /// In `words_by_stem`.
    words: Extent,
}

/// The range of something in a longer row, in half the size of a `Range<usize>`.
#[derive(Clone, Copy)]
struct Extent {
    start: u32,
    end: u32,
}

impl Extent {
    fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// Adds a text to a row of texts.
fn push(texts: &mut String, text: &str) -> Extent {
    let start = texts.len() as u32;
    texts.push_str(text);
    Extent {
        start,
        end: texts.len() as u32,
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
            lexicon.texts.push('\n');
            lexicon.words.push(WordEntry {
                language,
                text: push(&mut lexicon.texts, &text),
                stem: 0,
                document_frequency,
            });
        }
        stems.sort_unstable();
        for same in stems.chunk_by(|one, other| (one.0, &one.1) == (other.0, &other.1)) {
            let start = lexicon.words_by_stem.len() as u32;
            for (.., word) in same {
                lexicon.words[*word as usize].stem = lexicon.stems.len() as u32;
                lexicon.words_by_stem.push(*word);
            }
            let (language, text, _) = &same[0];
            lexicon.stems.push(StemEntry {
                language: *language,
                text: push(&mut lexicon.stem_texts, text),
                words: Extent {
                    start,
                    end: lexicon.words_by_stem.len() as u32,
                },
            });
        }
        let words = lexicon.words.iter();
        lexicon.like = LikeWords::new(words.map(|entry| (entry.language, lexicon.text_of(entry))));
        lexicon
    }

    /// The words of one language.
    pub fn in_language(&self, language: SearchLanguage) -> LanguageLexicon<'_> {
        LanguageLexicon {
            lexicon: self,
            language,
        }
    }

    pub fn text(&self, id: WordId) -> &str {
        self.text_of(&self.words[id as usize])
    }

    fn text_of(&self, entry: &WordEntry) -> &str {
        &self.texts[entry.text.range()]
    }

    fn stem_text(&self, entry: &StemEntry) -> &str {
        &self.stem_texts[entry.text.range()]
    }

    fn with_stem(&self, entry: &StemEntry) -> &[WordId] {
        &self.words_by_stem[entry.words.range()]
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

    /// Every form of a word, stop words apart: those are looked up as they are.
    pub fn inflections(&self, id: WordId) -> Vec<WordId> {
        let WordEntry { language, stem, .. } = self.words[id as usize];
        if language.is_stop_word(self.text(id)) {
            return vec![id];
        }
        let forms = self.with_stem(&self.stems[stem as usize]).iter().copied();
        forms
            .filter(|form| !language.is_stop_word(self.text(*form)))
            .collect()
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
}

impl<'a> LanguageLexicon<'a> {
    pub fn id(self, text: &str) -> Option<WordId> {
        let wanted = (self.language, text);
        let lexicon = self.lexicon;
        let found = lexicon
            .words
            .binary_search_by(|entry| (entry.language, lexicon.text_of(entry)).cmp(&wanted));
        found.ok().map(|at| at as WordId)
    }

    /// The number of pages that have the word, or a form of it where the site has not the word
    /// itself. A page that has two forms counts twice.
    pub fn frequency(self, text: &str) -> usize {
        match self.id(text) {
            Some(id) => self.lexicon.document_frequency(id).max(1),
            None => self.lexicon.document_frequency_of(self.with_stem_of(text)),
        }
    }

    /// The [`frequency`](Self::frequency) of a word about a subject: a stop word has none.
    pub fn content_frequency(self, text: &str) -> usize {
        if self.language.is_stop_word(text) {
            0
        } else {
            self.frequency(text)
        }
    }

    /// The words with the stem of this one.
    pub fn with_stem_of(self, word: &str) -> &'a [WordId] {
        let wanted = (self.language, &*self.language.stem(word));
        let lexicon = self.lexicon;
        lexicon
            .stems
            .binary_search_by(|entry| (entry.language, lexicon.stem_text(entry)).cmp(&wanted))
            .map_or(&[], |at| lexicon.with_stem(&lexicon.stems[at]))
    }

    /// The most frequent forms of a word. A stop word is a form of no other word: `hoeveel` is
    /// none of `hoevel`.
    pub fn forms_of(self, word: &str) -> Vec<WordId> {
        let is_form = |id: &WordId| {
            let other = self.lexicon.text(*id);
            let is_stop_word = self.language.is_stop_word(other);
            other == word || !is_stop_word && !self.language.distinguishes(word, other)
        };
        let forms = self.with_stem_of(word).iter().copied();
        self.lexicon.most_frequent(forms.filter(is_form), MAX_FORMS)
    }

    /// The words that begin with `prefix`, in order.
    pub fn with_prefix(self, prefix: &str) -> impl Iterator<Item = WordId> {
        self.from(prefix)
            .take_while(move |(_, entry)| self.lexicon.text_of(entry).starts_with(prefix))
            .map(|(id, _)| id)
    }

    /// The words from this text on.
    fn from(self, text: &str) -> impl Iterator<Item = (WordId, &'a WordEntry)> {
        let lexicon = self.lexicon;
        let words = &lexicon.words;
        let start = words.partition_point(|entry| {
            (entry.language, lexicon.text_of(entry)) < (self.language, text)
        });
        (start as WordId..)
            .zip(&words[start..])
            .take_while(move |(_, entry)| entry.language == self.language)
    }

    /// The words that contain `part`; one that contains it twice comes twice.
    pub fn containing(self, part: &str) -> impl Iterator<Item = WordId> {
        let words = &self.lexicon.words;
        memmem::find_iter(self.lexicon.texts.as_bytes(), part.as_bytes())
            .map(|at| words.partition_point(|entry| entry.text.start as usize <= at) - 1)
            .filter(move |word| words[*word].language == self.language)
            .map(|word| word as WordId)
            .collect::<Vec<_>>()
            .into_iter()
    }

    /// The words that may be meant by a misspelt one, in order.
    pub fn fuzzy_candidates(self, word: &str) -> Vec<WordId> {
        self.lexicon.like.find(self.language, word)
    }
}
