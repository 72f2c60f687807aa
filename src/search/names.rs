//! The names by which pages are known, so that whoever types one gets that page first.

use std::cmp::Reverse;
use std::hash::BuildHasher;
use std::sync::Arc;

use rustc_hash::FxBuildHasher;

use crate::content::page::{Page, Role};

use crate::search::Indexed;
use crate::search::analysis::{Form, Language, words};
use crate::search::fields;
use crate::search::segments::PageId;

/// The longest name that a question may hold beside other words.
const LONGEST: usize = 4;

/// How well a question names a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TitleMatch {
    /// By another name: a place in the municipality, the last part of the address.
    Alias,
    Title,
}

/// A digest of a name as it may be typed.
type Key = u64;

/// The names of one page.
pub type NameHashes = Arc<[(Key, TitleMatch)]>;

/// The pages by name.
pub struct Names {
    /// The languages in which names are asked for.
    languages: Vec<Language>,
    /// In order, so that those with one name stand together.
    all: Vec<(Key, PageId, TitleMatch)>,
    /// The pages of municipalities and themes, in order: only their names go with other words.
    own: Vec<PageId>,
    /// Stems that go with a name without being part of it: `gemeente` before the name of one.
    beside: Vec<String>,
}

/// The names of a page: each as one word, and by the stems of its words.
pub fn keys(page: &Page, language: Language) -> NameHashes {
    let aliases = fields::names(page)
        .into_iter()
        .map(|name| (name, TitleMatch::Alias));
    let names = std::iter::once((page.meta.title.clone(), TitleMatch::Title)).chain(aliases);
    let keys = names.flat_map(|(name, naming)| {
        let words = folded(&name);
        [by_stems(&words, language), by_letters(&words)]
            .into_iter()
            .flatten()
            .map(move |key| (key, naming))
    });
    keys.collect()
}

impl Names {
    pub fn new(pages: &[Indexed], languages: &[Language]) -> Self {
        let mut names = Names {
            languages: languages.to_vec(),
            all: Vec::new(),
            own: Vec::new(),
            beside: Vec::new(),
        };
        for (id, indexed) in (0..).zip(pages) {
            names
                .all
                .extend(indexed.keys.iter().map(|(key, naming)| (*key, id, *naming)));
            if indexed.page.is_entity() {
                names.own.push(id);
            }
            if indexed.page.role == Role::Index && indexed.page.kind.search.has_spoken_label {
                names.beside.extend(
                    folded(indexed.page.slug())
                        .iter()
                        .map(|word| indexed.language.stem(word).into_owned()),
                );
            }
        }
        names
            .all
            .sort_unstable_by_key(|(key, page, naming)| (*key, *page, Reverse(*naming)));
        names.all.dedup_by_key(|(key, page, _)| (*key, *page));
        names.beside.sort_unstable();
        names.beside.dedup();
        names
    }

    fn with_key(&self, key: Key) -> impl Iterator<Item = (PageId, TitleMatch)> {
        let first = self.all.partition_point(|(other, ..)| *other < key);
        self.all[first..]
            .iter()
            .take_while(move |(other, ..)| *other == key)
            .map(|(_, page, naming)| (*page, *naming))
    }

    /// The pages that these words name, in their order.
    pub fn find(&self, words: &[String]) -> Vec<(PageId, TitleMatch)> {
        let bare: Vec<String> = words
            .iter()
            .filter(|word| !self.is_beside(word))
            .cloned()
            .collect();
        let is_own = |(page, _): &(PageId, TitleMatch)| self.own.binary_search(page).is_ok();
        let of_bare = self
            .spelt(&bare)
            .map(|found| found.into_iter().filter(is_own).collect::<Vec<_>>());
        self.spelt(words)
            .into_iter()
            .chain(of_bare)
            .find(|found| !found.is_empty())
            .unwrap_or_default()
    }

    /// The pages that have these words for a name: by their letters, and by their stems in every language.
    fn spelt(&self, words: &[String]) -> [Vec<(PageId, TitleMatch)>; 2] {
        let letters = by_letters(words)
            .into_iter()
            .flat_map(|key| self.with_key(key))
            .collect();
        let keys = self
            .languages
            .iter()
            .filter_map(|language| by_stems(words, *language));
        let mut stems: Vec<(PageId, TitleMatch)> =
            keys.flat_map(|key| self.with_key(key)).collect();
        stems.sort_unstable_by_key(|(page, naming)| (*page, Reverse(*naming)));
        stems.dedup_by_key(|(page, _)| *page);
        [letters, stems]
    }

    fn is_beside(&self, word: &str) -> bool {
        let is_it = |language: &Language| {
            self.beside
                .binary_search_by(|stem| stem.as_str().cmp(&language.stem(word)))
                .is_ok()
        };
        self.languages.iter().any(is_it)
    }

    /// The pages that are named by some of these words that stand together, each with the number of these: `zwemmen` says what, and
    /// the rest where.
    pub fn find_inside(&self, words: &[String], language: Language) -> Vec<(PageId, usize)> {
        let says = |run: &&[String]| run.iter().any(|word| !language.is_stop_word(word));
        let runs = (1..=LONGEST)
            .flat_map(|length| words.windows(length))
            .filter(says);
        let named = |run: &[String]| {
            by_letters(run)
                .into_iter()
                .flat_map(|key| self.with_key(key))
                .map(|(page, _)| (page, run.len()))
                .collect::<Vec<_>>()
        };
        runs.flat_map(named).collect()
    }

    /// The memory that the names take, without those that the pages keep.
    pub fn bytes(&self) -> usize {
        size_of_val(&*self.all) + size_of_val(&*self.own)
    }
}

/// The name written as one word: `hofvantwente`.
fn by_letters(words: &[String]) -> Option<Key> {
    let letters = words.concat();
    (!letters.is_empty()).then(|| FxBuildHasher.hash_one(("letters", letters)))
}

/// The stems of the words of a name that say something.
fn by_stems(words: &[String], language: Language) -> Option<Key> {
    let content = words.iter().filter(|word| !language.is_stop_word(word));
    let stems: Vec<_> = content.map(|word| language.stem(word)).collect();
    (!stems.is_empty()).then(|| FxBuildHasher.hash_one(("stems", stems)))
}

fn folded(name: &str) -> Vec<String> {
    words(name)
        .into_iter()
        .filter(|word| word.form == Form::Whole)
        .map(|word| word.folded.into_owned())
        .collect()
}
