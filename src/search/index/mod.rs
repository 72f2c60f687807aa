//! The index: postings, lexicon and names of all pages, built whole from a corpus.

pub mod answers;
mod builder;
mod fields;
pub mod lexicon;
mod likeness;
pub mod names;
pub mod postings;
pub mod thesaurus;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::content::page::Page;
use crate::date::Date;
use crate::search::corpus::{Corpus, IndexedPage};
use crate::search::index::answers::AnswerIndex;
use crate::search::index::builder::Builder;
use crate::search::index::lexicon::Lexicon;
use crate::search::index::names::PageNames;
use crate::search::index::postings::Postings;
use crate::search::index::thesaurus::Thesaurus;
use crate::search::kinds::FacetKinds;
use crate::search::language::SearchLanguage;
use crate::search::terms::DocId;

/// Everything that can be found, at one moment of the site. It never changes.
#[derive(Default)]
pub struct Index {
    /// The languages that pages have, the language of the site first.
    pub languages: Vec<SearchLanguage>,
    pub pages: Arc<[IndexedPage]>,
    pub lexicon: Lexicon,
    pub postings: Postings,
    pub names: PageNames,
    pub thesaurus: Thesaurus,
    pub answers: AnswerIndex,
    /// The day of the newest report: the age of the others is counted back from it.
    pub newest: Option<Date>,
    pub kinds: FacetKinds,
}

impl Index {
    /// Builds the index of a corpus. `None` if it is cancelled before it is complete.
    pub fn build(corpus: &Corpus, is_cancelled: &AtomicBool) -> Option<Self> {
        let mut builder = Builder::default();
        for (id, indexed) in (0..).zip(&*corpus.pages) {
            if is_cancelled.load(Ordering::Relaxed) {
                return None;
            }
            builder.add(id, indexed);
        }
        let languages = languages(corpus);
        let thesaurus = Thesaurus::new(&corpus.synonyms, &languages);
        let answers = AnswerIndex::new(&corpus.answers);
        for (language, word) in thesaurus.words.iter().chain(&answers.words) {
            // A word that only pages in another language have is no word of this one, so that no
            // misspelt word of this one is corrected to it.
            let is_foreign = || languages.iter().any(|other| builder.has(*other, word));
            if !builder.has(*language, word) && !is_foreign() {
                builder.add_synonym(*language, word);
            }
        }
        let (lexicon, postings) = builder.finish();
        Some(Index {
            names: PageNames::new(&corpus.pages, &languages),
            thesaurus,
            answers,
            pages: corpus.pages.clone(),
            newest: corpus.newest,
            kinds: corpus.kinds.clone(),
            languages,
            lexicon,
            postings,
        })
    }
}

impl Index {
    /// The language of the site, in which queries are expected.
    pub fn language(&self) -> SearchLanguage {
        self.languages
            .first()
            .copied()
            .unwrap_or(SearchLanguage::Dutch)
    }

    pub fn page(&self, id: DocId) -> &IndexedPage {
        &self.pages[id as usize]
    }

    /// Every page, in the order of the site.
    pub fn pages(&self) -> impl Iterator<Item = &Page> {
        self.pages.iter().map(|indexed| &*indexed.page)
    }
}

fn languages(corpus: &Corpus) -> Vec<SearchLanguage> {
    let mut languages: Vec<SearchLanguage> =
        corpus.pages.iter().map(|page| page.language).collect();
    languages.sort_unstable_by_key(|other| (*other != corpus.language, *other));
    languages.dedup();
    languages
}
