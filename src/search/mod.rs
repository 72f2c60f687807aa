//! Stage 3: the checked site becomes an index, and a question becomes hits.
//!
//! ```text
//! pages ──words──▶ lexicon + postings                  Index::new, at compile
//! question ──query──▶ words ──variants──▶ what answers to each ──rank──▶ pages ──passage, facets──▶ Found
//! ```
//!
//! The index is part of a snapshot: it knows only what may be shown, and is swapped with it. A page that did not change keeps its
//! words from the compile before; only the postings are counted again, which takes a few milliseconds for a thousand pages and makes
//! the same index whatever came before. Answering is pure, and what it costs is bounded by the length of the question.

pub mod analysis;
mod compounds;
pub mod facets;
mod lexicon;
mod names;
mod pages;
pub mod passage;
pub mod query;
pub mod rank;
mod spelling;
mod thesaurus;
mod variants;

use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::content::page::{Kind, Page};
use crate::content::synonyms::Synonyms;
use crate::search::analysis::Language;
use crate::search::facets::Facets;
use crate::search::lexicon::{Lexicon, WordId};
use crate::search::names::Names;
use crate::search::pages::{PageId, PageWords, Posting, Postings, RawWords};
use crate::search::passage::Piece;
use crate::search::query::{Asked, Query};
use crate::search::rank::Explanation;
use crate::search::thesaurus::Thesaurus;
use crate::site::Site;

/// How many hits stand on one page of them.
pub const PAGE_LENGTH: usize = 10;

/// Words of pages that are gone stay in the lexicon; when they are more than those in use, the next index starts anew.
const SPARE_WORDS: usize = 50_000;

/// All that can be found, at one moment of the site.
pub struct Index {
    /// The language of the site; words of questions are taken to be in it first.
    language: Language,
    /// The languages that pages have, the site's own first.
    languages: Vec<Language>,
    pages: Vec<Indexed>,
    words: Vec<Arc<PageWords>>,
    lexicon: Arc<Lexicon>,
    postings: Postings,
    /// Words that are live because one can ask for them, though no page has them.
    asked_for: Vec<WordId>,
    thesaurus: Thesaurus,
    names: Names,
    /// How many words the text of a page has, on average.
    average_length: f32,
    /// The year against which the age of news is measured: that of the newest.
    newest: Option<crate::date::Date>,
    /// The names of the kinds in addresses: news, themes, municipalities, and all else.
    kinds: [String; 4],
    digest: blake3::Hash,
}

/// A page that can be found.
pub struct Indexed {
    pub page: Arc<Page>,
    /// The pages above it, from the home page down.
    pub trail: Vec<PageId>,
    pub themes: Vec<PageId>,
    pub municipalities: Vec<PageId>,
}

/// What was found.
pub struct Found<'a> {
    /// How many pages answer the question.
    pub total: usize,
    /// Those on this page of the hits, the best first.
    pub hits: Vec<Hit<'a>>,
    /// Which page of the hits this is, from 1, and how many there are.
    pub page: usize,
    pub pages: usize,
    pub facets: Facets,
    /// What the visitor may have meant.
    pub suggestion: Option<String>,
    /// The words of the question, without what makes two askers of the same thing differ.
    pub words: String,
}

/// A page that answers a question.
pub struct Hit<'a> {
    pub page: &'a Page,
    pub trail: Vec<&'a Page>,
    pub title: Vec<Piece>,
    pub passage: Vec<Piece>,
    /// The question names this page.
    pub is_named: bool,
    pub score: f32,
}

impl Index {
    /// Makes the index of a site. Pages that are the same as in `previous` keep their words.
    pub fn new(site: &Site<'_>, synonyms: &Synonyms, previous: Option<&Index>) -> Self {
        let language = Language::of(&site.config.language);
        let previous = previous.filter(|index| index.lexicon.len() < 2 * index.live_words() + SPARE_WORDS);
        let known: FxHashMap<usize, &Arc<PageWords>> = previous
            .map(|index| index.pages.iter().zip(&index.words).map(|(indexed, words)| (identity(&indexed.page), words)).collect())
            .unwrap_or_default();
        let mut lexicon = previous.map(|index| index.lexicon.clone()).unwrap_or_default();
        let raw: Vec<Option<RawWords>> = site
            .pages
            .par_iter()
            .map(|page| (!known.contains_key(&identity(&page.page))).then(|| RawWords::of(&page.page, language)))
            .collect();
        let words: Vec<Arc<PageWords>> = site
            .pages
            .iter()
            .zip(raw)
            .map(|(page, raw)| match raw {
                Some(raw) => Arc::new(raw.number(Arc::make_mut(&mut lexicon))),
                None => known[&identity(&page.page)].clone(),
            })
            .collect();
        let mut asked_for: Vec<WordId> = Vec::new();
        for word in Thesaurus::words(synonyms, language) {
            asked_for.push(match lexicon.id(language, &word) {
                Some(id) => id,
                None => Arc::make_mut(&mut lexicon).add(language, &word),
            });
        }
        asked_for.sort_unstable();
        asked_for.dedup();
        let ids = |ids: &[usize]| ids.iter().map(|id| *id as PageId).collect();
        let pages: Vec<Indexed> = site
            .pages
            .iter()
            .map(|page| Indexed {
                page: page.page.clone(),
                trail: ids(&page.trail),
                themes: ids(&page.themes),
                municipalities: ids(&page.municipalities),
            })
            .collect();
        let mut languages: Vec<Language> = words.iter().map(|words| words.language).collect();
        languages.sort_unstable_by_key(|other| (*other != language, *other));
        languages.dedup();
        let lengths: usize = words.iter().map(|words| words.field(pages::Field::Text).len()).sum();
        let kinds = &site.config.kinds;
        Index {
            language,
            languages,
            postings: Postings::new(&words, lexicon.len()),
            names: Names::new(&pages, language),
            thesaurus: Thesaurus::new(synonyms, language),
            average_length: (lengths as f32 / pages.len().max(1) as f32).max(1.0),
            newest: site.news.first().and_then(|id| site.page(*id).date),
            kinds: [&kinds.news.folder, &kinds.themes.folder, &kinds.municipalities.folder, &site.config.addresses.page].map(String::clone),
            digest: digest(site, synonyms),
            pages,
            words,
            lexicon,
            asked_for,
        }
    }

    /// How many words the pages have, each counted once.
    fn live_words(&self) -> usize {
        (0..self.lexicon.len()).filter(|id| !self.postings.of(*id as WordId).is_empty()).count()
    }

    /// Whether the word can be found or asked for.
    fn is_live(&self, word: WordId) -> bool {
        !self.postings.of(word).is_empty() || self.asked_for.binary_search(&word).is_ok()
    }

    /// How many pages have a word in this form or another. Pages that have two forms may count twice.
    fn frequency_of(&self, language: Language, word: &str) -> usize {
        let count = |id: &WordId| self.postings.of(*id).len();
        match self.lexicon.id(language, word).as_ref().map(count) {
            Some(frequency) if frequency > 0 => frequency,
            Some(_) if self.lexicon.id(language, word).is_some_and(|id| self.is_live(id)) => 1,
            _ => self.lexicon.with_stem(language, &language.stem(word)).iter().map(count).sum(),
        }
    }

    fn of_word(&self, word: WordId) -> &[Posting] {
        self.postings.of(word)
    }

    /// The name of the kind of a page, as hits can be narrowed to it.
    pub fn kind_of(&self, page: &Page) -> &str {
        match page.kind {
            Kind::News { .. } => &self.kinds[0],
            Kind::Theme(_) => &self.kinds[1],
            Kind::Municipality(_) => &self.kinds[2],
            _ => &self.kinds[3],
        }
    }

    /// The names of the kinds in addresses: news, themes, municipalities, and all else.
    pub fn kinds(&self) -> &[String; 4] {
        &self.kinds
    }

    /// A digest of what answers are made from, beside what the pages themselves show.
    pub fn digest(&self) -> blake3::Hash {
        self.digest
    }

    /// The memory that the words and their places take, about: in bytes, without the pages themselves.
    pub fn bytes(&self) -> usize {
        self.postings.bytes() + self.lexicon.bytes() + self.words.iter().map(|words| words.bytes()).sum::<usize>()
    }

    /// Every page, in the order of the site.
    pub fn pages(&self) -> impl Iterator<Item = &Page> {
        self.pages.iter().map(|indexed| &*indexed.page)
    }
}

fn digest(site: &Site<'_>, synonyms: &Synonyms) -> blake3::Hash {
    let mut digest = blake3::Hasher::new();
    for words in synonyms.groups.iter().chain(synonyms.one_way.iter().map(|(_, finds)| finds)) {
        words.iter().for_each(|word| {
            digest.update(word.as_bytes()).update(b"\0");
        });
        digest.update(b"\n");
    }
    synonyms.one_way.iter().for_each(|(word, _)| {
        digest.update(word.as_bytes()).update(b"\0");
    });
    digest.update(&site.pages.len().to_le_bytes()).finalize()
}

/// What makes a page the same page: both the index before and the site hold on to it, so no other can have its place in memory.
fn identity(page: &Arc<Page>) -> usize {
    Arc::as_ptr(page).addr()
}

/// Finds the pages that answer a question, the best first.
pub fn search<'a>(index: &'a Index, query: &Query) -> Found<'a> {
    let asked = Asked::of(&query.text, index.language);
    let variants = variants::of(index, &asked);
    let ranking = rank::rank(index, &asked, &variants, query.language);
    let (facets, ranked) = facets::narrow(index, ranking.pages, &query.filters);
    let total = ranked.len();
    let pages = total.div_ceil(PAGE_LENGTH).max(1);
    let page = query.page.clamp(1, pages);
    let marked = variants.marked();
    let shown = ranked.iter().skip((page - 1) * PAGE_LENGTH).take(PAGE_LENGTH);
    let hits = shown
        .map(|ranked| {
            let indexed = &index.pages[ranked.page as usize];
            Hit {
                page: &indexed.page,
                trail: indexed.trail.iter().map(|above| &*index.pages[*above as usize].page).collect(),
                title: passage::title(index, ranked.page, &marked),
                passage: passage::best(index, ranked.page, &marked),
                is_named: ranked.is_named,
                score: ranked.score,
            }
        })
        .collect();
    Found { total, hits, page, pages, facets, suggestion: variants.suggestion(index, &asked, &query.text), words: asked.normalised() }
}

/// Why the hits on this page of them stand where they do, hit by hit.
pub fn explain(index: &Index, query: &Query) -> Vec<Explanation> {
    let asked = Asked::of(&query.text, index.language);
    let variants = variants::of(index, &asked);
    let mut ranking = rank::rank(index, &asked, &variants, query.language);
    let (_, ranked) = facets::narrow(index, std::mem::take(&mut ranking.pages), &query.filters);
    let shown = ranked.iter().skip((query.page.max(1) - 1) * PAGE_LENGTH).take(PAGE_LENGTH);
    shown.map(|ranked| ranking.explain(index, &asked, &variants, ranked)).collect()
}
