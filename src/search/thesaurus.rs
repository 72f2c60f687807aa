//! The synonyms of the site, ready to be looked up by the words of a question.

use rustc_hash::FxHashMap;

use crate::content::synonyms::Synonyms;
use crate::search::analysis::{Form, Language, words};

/// Words that mean something together: `openbaar vervoer`.
pub type Phrase = Vec<String>;

/// What means the same as what.
pub struct Thesaurus {
    /// The language whose stems the words have.
    language: Language,
    entries: Vec<Entry>,
    /// The entries by the stem of their first word.
    by_first: FxHashMap<String, Vec<usize>>,
}

/// A phrase that may be asked for, and what it finds as well.
struct Entry {
    stems: Vec<String>,
    finds: Vec<Phrase>,
}

impl Thesaurus {
    /// Prepares the synonyms, whose words are in `language`.
    pub fn new(synonyms: &Synonyms, language: Language) -> Self {
        let mut thesaurus = Thesaurus { language, entries: Vec::new(), by_first: FxHashMap::default() };
        for group in &synonyms.groups {
            let phrases: Vec<Phrase> = group.iter().map(|words| phrase(words, language)).collect();
            for (at, asked) in phrases.iter().enumerate() {
                let others = phrases.iter().enumerate().filter(|(other, phrase)| *other != at && *phrase != asked);
                thesaurus.add(asked, others.map(|(_, phrase)| phrase.clone()).collect());
            }
        }
        for (word, finds) in &synonyms.one_way {
            thesaurus.add(&phrase(word, language), finds.iter().map(|words| phrase(words, language)).collect());
        }
        thesaurus
    }

    fn add(&mut self, asked: &Phrase, finds: Vec<Phrase>) {
        let stems = self.stems(asked.iter().map(String::as_str));
        let Some(first) = stems.first() else { return };
        self.by_first.entry(first.clone()).or_default().push(self.entries.len());
        self.entries.push(Entry { stems, finds });
    }

    /// The words as they are looked up.
    pub fn stems<'a>(&self, words: impl Iterator<Item = &'a str>) -> Vec<String> {
        words.map(|word| self.language.stem(word).into_owned()).collect()
    }

    /// The entries whose phrase the words with these stems begin with: how many words each takes, and what it finds.
    pub fn at<'a>(&'a self, stems: &'a [String]) -> impl Iterator<Item = (usize, &'a [Phrase])> {
        let entries = stems.first().and_then(|first| self.by_first.get(first)).map_or(&[][..], Vec::as_slice);
        entries
            .iter()
            .map(|entry| &self.entries[*entry])
            .filter(|entry| stems.starts_with(&entry.stems))
            .map(|entry| (entry.stems.len(), entry.finds.as_slice()))
    }

    /// What a word finds as well.
    pub fn of_word<'a>(&'a self, word: &str) -> impl Iterator<Item = &'a Phrase> {
        let stem = self.language.stem(word);
        let entries = self.by_first.get(&*stem).into_iter().flatten().map(|entry| &self.entries[*entry]);
        entries.filter(|entry| entry.stems.len() == 1).flat_map(|entry| &entry.finds)
    }

    /// Every word that stands in a phrase one can ask for, so that it can be found when it is misspelt.
    pub fn words(synonyms: &Synonyms, language: Language) -> Vec<String> {
        let asked = synonyms.groups.iter().flatten().chain(synonyms.one_way.iter().map(|(word, _)| word));
        asked.flat_map(|words| phrase(words, language)).collect()
    }
}

/// The words that say something, or all of them where none does.
fn phrase(text: &str, language: Language) -> Phrase {
    let all: Phrase = words(text).into_iter().filter(|word| word.form == Form::Whole).map(|word| word.folded.into_owned()).collect();
    let content: Phrase = all.iter().filter(|word| !language.is_stop_word(word)).cloned().collect();
    if content.is_empty() { all } else { content }
}
