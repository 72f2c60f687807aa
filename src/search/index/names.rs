//! The names of pages, so that a query that is the name of a page finds that page first.

use std::collections::{BTreeMap, BTreeSet};

use crate::search::analyse::words;
use crate::search::corpus::IndexedPage;
use crate::search::kinds;
use crate::search::language::SearchLanguage;
use crate::search::terms::{DocId, TitleMatch};

/// The most words of a name within a longer query.
const MAX_NAME_WORDS: usize = 4;

/// The pages with a name, in their order.
type NamedPages = BTreeMap<DocId, TitleMatch>;

/// The pages by name.
#[derive(Default)]
pub struct PageNames {
    /// The languages in which names are looked up.
    languages: Vec<SearchLanguage>,
    /// By the name written as one word: `hofvantwente`.
    by_letters: BTreeMap<String, NamedPages>,
    /// By the stems of the words of the name that are no stop words.
    by_stems: BTreeMap<String, NamedPages>,
    /// The themes and municipalities: only their names go with a word of `ignorable_stems`.
    entities: BTreeSet<DocId>,
    /// The stems of the slugs of lists, which are ignored beside a name: `gemeente`.
    ignorable_stems: BTreeSet<String>,
}

impl PageNames {
    pub fn new(pages: &[IndexedPage], languages: &[SearchLanguage]) -> Self {
        let mut names = PageNames {
            languages: languages.to_vec(),
            ..PageNames::default()
        };
        for (id, IndexedPage { page, language, .. }) in (0..).zip(pages) {
            names.add(id, *language, &page.meta.title, TitleMatch::Title);
            for name in kinds::other_names(page) {
                names.add(id, *language, &name, TitleMatch::Alias);
            }
            if page.is_entity() {
                names.entities.insert(id);
            }
            if kinds::is_list_of_named(page) {
                let slug = folded_words(page.slug());
                let stems = slug.iter().map(|word| language.stem(word).into_owned());
                names.ignorable_stems.extend(stems);
            }
        }
        names
    }

    fn add(&mut self, page: DocId, language: SearchLanguage, name: &str, kind: TitleMatch) {
        let words = folded_words(name);
        let keys = [
            (&mut self.by_letters, letters(&words)),
            (&mut self.by_stems, stems(&words, language)),
        ];
        for (names, key) in keys {
            if let Some(key) = key {
                let known = names.entry(key).or_default().entry(page).or_insert(kind);
                *known = kind.max(*known);
            }
        }
    }

    /// The pages that these words name, in their order.
    pub fn find(&self, words: &[String]) -> Vec<(DocId, TitleMatch)> {
        let is_needed = |word: &&String| !self.is_ignorable(word);
        let bare: Vec<String> = words.iter().filter(is_needed).cloned().collect();
        let of_entities = self.spelt(&bare).map(|mut named| {
            named.retain(|(page, _)| self.entities.contains(page));
            named
        });
        let found = self.spelt(words).into_iter().chain(of_entities);
        found
            .into_iter()
            .find(|named| !named.is_empty())
            .unwrap_or_default()
    }

    pub fn is_name(&self, words: &[String]) -> bool {
        !self.find(words).is_empty()
    }

    /// The pages with this name by its letters, and by its stems in any language.
    fn spelt(&self, words: &[String]) -> [Vec<(DocId, TitleMatch)>; 2] {
        let of_letters = letters(words).and_then(|key| self.by_letters.get(&key));
        let mut of_stems = NamedPages::new();
        for language in &self.languages {
            let named = stems(words, *language).and_then(|key| self.by_stems.get(&key));
            for (page, kind) in named.into_iter().flatten() {
                let known = of_stems.entry(*page).or_insert(*kind);
                *known = *kind.max(known);
            }
        }
        [
            of_letters
                .into_iter()
                .flatten()
                .map(|(page, kind)| (*page, *kind))
                .collect(),
            of_stems.into_iter().collect(),
        ]
    }

    fn is_ignorable(&self, word: &str) -> bool {
        self.languages
            .iter()
            .any(|language| self.ignorable_stems.contains(&*language.stem(word)))
    }

    /// The pages that are named by adjacent words of a longer query, each with the number of these
    /// words: the rest of the query tells what is asked about them.
    pub fn find_within(&self, words: &[String], language: SearchLanguage) -> Vec<(DocId, usize)> {
        let mut found = Vec::new();
        for length in 1..=MAX_NAME_WORDS {
            for run in words.windows(length) {
                if run.iter().all(|word| language.is_stop_word(word)) {
                    continue;
                }
                let named = letters(run).and_then(|key| self.by_letters.get(&key));
                found.extend(named.into_iter().flatten().map(|(page, _)| (*page, length)));
            }
        }
        found
    }
}

fn letters(words: &[String]) -> Option<String> {
    Some(words.concat()).filter(|letters| !letters.is_empty())
}

fn stems(words: &[String], language: SearchLanguage) -> Option<String> {
    let content = words.iter().filter(|word| !language.is_stop_word(word));
    let stems: Vec<_> = content.map(|word| language.stem(word)).collect();
    Some(stems.join(" ")).filter(|stems| !stems.is_empty())
}

fn folded_words(name: &str) -> Vec<String> {
    words(name).map(|word| word.folded.into_owned()).collect()
}
