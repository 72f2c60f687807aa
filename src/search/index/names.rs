//! The names of pages, so that a query that is the name of a page finds that page first.

use std::collections::{BTreeMap, BTreeSet};

use crate::search::analyse::folded_words;
use crate::search::corpus::IndexedPage;
use crate::search::kinds;
use crate::search::language::SearchLanguage;
use crate::search::terms::{DocId, TitleMatch};

/// The most words of a name within a longer query.
const MAX_NAME_WORDS: usize = 4;

/// The pages with a name, in their order.
pub type NamedPages = BTreeMap<DocId, TitleMatch>;

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
            for title in kinds::titles(page) {
                names.add(id, *language, title, TitleMatch::Title);
            }
            for name in kinds::other_names(page) {
                names.add(id, *language, &name, TitleMatch::Alias);
            }
            if page.is_entity() {
                names.entities.insert(id);
            }
            if kinds::is_list_of_named(page) {
                let slug = folded_words(page.slug());
                names.ignorable_stems.extend(language.stems(&slug));
            }
        }
        names
    }

    fn add(&mut self, page: DocId, language: SearchLanguage, name: &str, kind: TitleMatch) {
        let words = folded_words(name);
        let keys = [
            (&mut self.by_letters, words.concat()),
            (&mut self.by_stems, stems(&words, language)),
        ];
        for (names, key) in keys {
            if !key.is_empty() {
                add_match(names.entry(key).or_default(), page, kind);
            }
        }
    }

    /// The pages that these words name, in their order.
    pub fn find(&self, words: &[String]) -> NamedPages {
        let is_needed = |word: &&String| !self.is_ignorable(word);
        let bare: Vec<String> = words.iter().filter(is_needed).cloned().collect();
        let mut of_entities = self.spelt(&bare);
        for named in &mut of_entities {
            named.retain(|page, _| self.entities.contains(page));
        }
        let mut found = self.spelt(words).into_iter().chain(of_entities);
        found.find(|named| !named.is_empty()).unwrap_or_default()
    }

    pub fn is_name(&self, words: &[String]) -> bool {
        !self.find(words).is_empty()
    }

    /// The pages with this name by its letters, and by its stems in any language.
    fn spelt(&self, words: &[String]) -> [NamedPages; 2] {
        let of_letters = self.by_letters.get(&words.concat()).cloned();
        let mut of_stems = NamedPages::new();
        for language in &self.languages {
            let named = self.by_stems.get(&stems(words, *language));
            for (page, kind) in named.into_iter().flatten() {
                add_match(&mut of_stems, *page, *kind);
            }
        }
        [of_letters.unwrap_or_default(), of_stems]
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
                let named = self.by_letters.get(&run.concat());
                found.extend(named.into_iter().flatten().map(|(page, _)| (*page, length)));
            }
        }
        found
    }
}

fn add_match(named: &mut NamedPages, page: DocId, kind: TitleMatch) {
    let known = named.entry(page).or_insert(kind);
    *known = kind.max(*known);
}

fn stems(words: &[String], language: SearchLanguage) -> String {
    let content = words.iter().filter(|word| !language.is_stop_word(word));
    language.stems(content).join(" ")
}
