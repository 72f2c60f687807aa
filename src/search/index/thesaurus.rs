//! The synonyms of the site, by the stems of the phrase that they stand for.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::content::synonyms::{SynonymGroup, Synonyms};
use crate::search::analyse::folded_words;
use crate::search::language::SearchLanguage;

/// Words that have a meaning together: `openbaar vervoer`.
pub type Phrase = Vec<String>;

/// The synonyms of every phrase.
#[derive(Default)]
pub struct Thesaurus {
    entries: Vec<Synonym>,
    /// The words of all phrases that can be looked up: they are known also where no page has them.
    pub words: BTreeSet<(SearchLanguage, String)>,
}

/// A phrase in a query of one language, with the phrases that are looked up for it.
struct Synonym {
    language: SearchLanguage,
    stems: Vec<String>,
    finds: Arc<[Phrase]>,
}

impl Thesaurus {
    /// For queries in any of these languages, of which the first is that of the site.
    pub fn new(synonyms: &Synonyms, languages: &[SearchLanguage]) -> Self {
        let mut thesaurus = Thesaurus::default();
        let own = languages.first().copied().unwrap_or(SearchLanguage::Dutch);
        for SynonymGroup { language, words } in &synonyms.groups {
            let one = language.map(|tag| [SearchLanguage::of(tag)]);
            let languages = one.as_ref().map_or(languages, |one| one);
            let language = languages.first().copied().unwrap_or(own);
            let phrases: Vec<Phrase> = words.iter().map(|text| phrase(text, language)).collect();
            for phrase in &phrases {
                let others = phrases.iter().filter(|other| *other != phrase).cloned();
                thesaurus.add(language, languages, phrase, others.collect());
            }
        }
        for (word, finds) in &synonyms.one_way {
            let finds = finds.iter().map(|words| phrase(words, own)).collect();
            thesaurus.add(own, languages, &phrase(word, own), finds);
        }
        thesaurus
    }

    /// Adds a phrase in its own language, for queries in each of these languages.
    fn add(
        &mut self,
        own: SearchLanguage,
        languages: &[SearchLanguage],
        phrase: &Phrase,
        finds: Arc<[Phrase]>,
    ) {
        let words = phrase.iter().cloned();
        self.words.extend(words.map(|word| (own, word)));
        for language in languages.iter().filter(|_| !phrase.is_empty()) {
            self.entries.push(Synonym {
                language: *language,
                stems: language.stems(phrase),
                finds: finds.clone(),
            });
        }
    }

    /// The synonyms of the phrases with which the words of these stems begin, each with the number
    /// of words of the phrase.
    pub fn starting<'a>(
        &'a self,
        language: SearchLanguage,
        stems: &'a [String],
    ) -> impl Iterator<Item = (usize, &'a [Phrase])> {
        self.entries
            .iter()
            .filter(move |entry| entry.language == language && stems.starts_with(&entry.stems))
            .map(|entry| (entry.stems.len(), &*entry.finds))
    }

    pub fn has_word(&self, language: SearchLanguage, word: &str) -> bool {
        self.words.contains(&(language, word.to_owned()))
    }

    /// The synonyms of one word.
    pub fn of_word(&self, language: SearchLanguage, word: &str) -> Vec<&Phrase> {
        let stem = language.stem(word);
        let entries = self.entries.iter();
        entries
            .filter(|entry| entry.language == language && entry.stems == [&*stem])
            .flat_map(|entry| &*entry.finds)
            .collect()
    }
}

/// The words of a text without stop words; all of them where it has no other.
pub fn phrase(text: &str, language: SearchLanguage) -> Phrase {
    let all = folded_words(text);
    let content: Phrase = all
        .iter()
        .filter(|word| !language.is_stop_word(word))
        .cloned()
        .collect();
    if content.is_empty() { all } else { content }
}
