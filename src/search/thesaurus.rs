//! The synonyms of the site, ready to be looked up by the words of a question.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::content::synonyms::{SynonymGroup, Synonyms};
use crate::search::analysis::{Form, Language, words};

/// Words that mean something together: `openbaar vervoer`.
pub type Phrase = Vec<String>;

/// What means the same as what.
pub struct Thesaurus {
    entries: Vec<Entry>,
    /// The entries by the stem of their first word, as each language has it.
    by_first: FxHashMap<(Language, String), Vec<usize>>,
}

/// A phrase that may be asked for in a language, and what it finds as well.
struct Entry {
    stems: Vec<String>,
    finds: Arc<[Phrase]>,
}

impl Thesaurus {
    /// Prepares the synonyms for questions in each of these languages, the site's own first.
    pub fn new(synonyms: &Synonyms, languages: &[Language]) -> Self {
        let mut thesaurus = Thesaurus {
            entries: Vec::new(),
            by_first: FxHashMap::default(),
        };
        let own = languages.first().copied().unwrap_or(Language::Dutch);
        for SynonymGroup { language, words } in &synonyms.groups {
            let one = language.map(|tag| [Language::of(tag)]);
            let asked_in = one.as_ref().map_or(languages, |one| one);
            let phrases: Vec<Phrase> = words
                .iter()
                .map(|words| phrase(words, asked_in.first().copied().unwrap_or(own)))
                .collect();
            for (at, asked) in phrases.iter().enumerate() {
                let others = phrases
                    .iter()
                    .enumerate()
                    .filter(|(other, phrase)| *other != at && *phrase != asked);
                thesaurus.add(
                    asked_in,
                    asked,
                    others.map(|(_, phrase)| phrase.clone()).collect(),
                );
            }
        }
        for (word, finds) in &synonyms.one_way {
            thesaurus.add(
                languages,
                &phrase(word, own),
                finds.iter().map(|words| phrase(words, own)).collect(),
            );
        }
        thesaurus
    }

    fn add(&mut self, languages: &[Language], asked: &Phrase, finds: Arc<[Phrase]>) {
        for language in languages {
            let stems = stems(*language, asked.iter().map(String::as_str));
            let Some(first) = stems.first() else { return };
            self.by_first
                .entry((*language, first.clone()))
                .or_default()
                .push(self.entries.len());
            self.entries.push(Entry {
                stems,
                finds: finds.clone(),
            });
        }
    }

    fn beginning_with(
        &self,
        language: Language,
        stem: &str,
    ) -> impl Iterator<Item = &Entry> + use<'_> {
        let entries = self
            .by_first
            .get(&(language, stem.to_owned()))
            .map_or(&[][..], Vec::as_slice);
        entries.iter().map(|entry| &self.entries[*entry])
    }

    /// The entries whose phrase the words with these stems begin with: how many words each takes, and what it finds.
    pub fn at<'a>(
        &'a self,
        language: Language,
        stems: &'a [String],
    ) -> impl Iterator<Item = (usize, &'a [Phrase])> {
        let entries = stems
            .first()
            .into_iter()
            .flat_map(move |first| self.beginning_with(language, first));
        entries
            .filter(|entry| stems.starts_with(&entry.stems))
            .map(|entry| (entry.stems.len(), &*entry.finds))
    }

    /// What a word finds as well.
    pub fn of_word(
        &self,
        language: Language,
        word: &str,
    ) -> impl Iterator<Item = &Phrase> + use<'_> {
        let entries = self.beginning_with(language, &language.stem(word));
        entries
            .filter(|entry| entry.stems.len() == 1)
            .flat_map(|entry| &*entry.finds)
    }

    /// Every word that stands in a phrase one can ask for, with its language, so that it can be found when it is misspelt.
    pub fn words(synonyms: &Synonyms, own: Language) -> Vec<(Language, String)> {
        let of_groups = synonyms.groups.iter().flat_map(|group| {
            let language = group.language.map_or(own, Language::of);
            group.words.iter().map(move |words| (language, words))
        });
        let asked = of_groups.chain(synonyms.one_way.iter().map(|(word, _)| (own, word)));
        asked
            .flat_map(|(language, words)| {
                phrase(words, language)
                    .into_iter()
                    .map(move |word| (language, word))
            })
            .collect()
    }
}

/// Words as they are looked up.
pub fn stems<'a>(language: Language, words: impl Iterator<Item = &'a str>) -> Vec<String> {
    words.map(|word| language.stem(word).into_owned()).collect()
}

/// The words that say something, or all of them where none does.
fn phrase(text: &str, language: Language) -> Phrase {
    let all: Phrase = words(text)
        .into_iter()
        .filter(|word| word.form == Form::Whole)
        .map(|word| word.folded.into_owned())
        .collect();
    let content: Phrase = all
        .iter()
        .filter(|word| !language.is_stop_word(word))
        .cloned()
        .collect();
    if content.is_empty() { all } else { content }
}
