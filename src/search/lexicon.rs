//! Every word of the site, by number. Numbers never change their meaning, so that pages once analysed can be kept.

use std::sync::Arc;

use memchr::memmem;
use rustc_hash::FxHashMap;

use crate::search::analysis::Language;

/// The number of a word in a lexicon.
pub type WordId = u32;

/// The words of the site, each in the language of the pages that have it.
#[derive(Clone, Default)]
pub struct Lexicon {
    /// By language.
    ids: [FxHashMap<Arc<str>, WordId>; 3],
    entries: Vec<Entry>,
    /// The words that have a stem, by language.
    by_stem: [FxHashMap<Box<str>, Vec<WordId>>; 3],
    /// All words, each behind a line end, to look for a part of a word in one go.
    joined: String,
    /// Where each word starts in `joined`.
    starts: Vec<u32>,
}

#[derive(Clone)]
struct Entry {
    text: Arc<str>,
    language: Language,
    letters: Letters,
}

/// Which letters a word has: a quick look that spares most of the comparisons of whole words.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Letters(u32);

impl Letters {
    pub fn of(word: &str) -> Self {
        Letters(word.chars().fold(0, |mask, c| mask | 1 << (u32::from(c) % 32)))
    }

    /// The fewest edits that can make a word with these letters of one with the others.
    pub fn distance(self, other: Letters) -> u32 {
        let (more, less) = ((self.0 & !other.0).count_ones(), (other.0 & !self.0).count_ones());
        more.max(less)
    }
}

impl Lexicon {
    /// The number of a word, which gets one where it has none.
    pub fn add(&mut self, language: Language, word: &str) -> WordId {
        if let Some(id) = self.id(language, word) {
            return id;
        }
        let id = WordId::try_from(self.entries.len()).expect("a site has fewer than four thousand million words");
        let text: Arc<str> = word.into();
        self.ids[language as usize].insert(text.clone(), id);
        self.by_stem[language as usize].entry(language.stem(word).as_ref().into()).or_default().push(id);
        self.joined.push('\n');
        self.starts.push(u32::try_from(self.joined.len()).expect("the words of a site fit in four gigabytes"));
        self.joined.push_str(word);
        self.entries.push(Entry { text, language, letters: Letters::of(word) });
        id
    }

    pub fn id(&self, language: Language, word: &str) -> Option<WordId> {
        self.ids[language as usize].get(word).copied()
    }

    pub fn text(&self, id: WordId) -> &Arc<str> {
        &self.entries[id as usize].text
    }

    pub fn language(&self, id: WordId) -> Language {
        self.entries[id as usize].language
    }

    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// The memory that the words take: each as a text, in two tables and in the row of all.
    pub fn bytes(&self) -> usize {
        let tables =
            self.entries.len() * (size_of::<Entry>() + 3 * size_of::<Arc<str>>() + 3 * size_of::<WordId>() + size_of::<Vec<WordId>>());
        3 * self.joined.len() + tables
    }

    /// The words with this stem.
    pub fn with_stem(&self, language: Language, stem: &str) -> &[WordId] {
        self.by_stem[language as usize].get(stem).map_or(&[], Vec::as_slice)
    }

    /// The words that hold `part`, with its place in each.
    pub fn holding(&self, part: &str) -> impl Iterator<Item = (WordId, usize)> {
        memmem::find_iter(self.joined.as_bytes(), part.as_bytes()).collect::<Vec<_>>().into_iter().map(|at| {
            let index = self.starts.partition_point(|start| *start as usize <= at) - 1;
            (index as WordId, at - self.starts[index] as usize)
        })
    }

    /// The words whose letters differ in at most `edits` from those of `word`, and its length too.
    pub fn alike(&self, word: &str, edits: u32) -> impl Iterator<Item = WordId> {
        let letters = Letters::of(word);
        let length = word.len();
        self.entries
            .iter()
            .enumerate()
            .filter(move |(_, entry)| entry.letters.distance(letters) <= edits && entry.text.len().abs_diff(length) <= edits as usize)
            .map(|(id, _)| id as WordId)
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
        assert_eq!(lexicon.with_stem(Language::Dutch, &Language::Dutch.stem("gemeenten")), [one, two]);
        assert_eq!(lexicon.holding("meente").collect::<Vec<_>>(), [(one, 2), (two, 2), (three, 2)]);
        assert!(lexicon.alike("gemente", 1).any(|id| id == one));
        assert!(lexicon.alike("kanaal", 1).next().is_none());
    }
}
