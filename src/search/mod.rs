//! Stage 3: the checked site becomes an index, and a question becomes hits.
//!
//! ```text
//! pages ──words──▶ segments (tantivy) + lexicon + names                          Index::new, at compile
//! question ──query──▶ words ──expansions──▶ what answers to each ──tantivy, rank──▶ pages ──passage, facets──▶ SearchResults
//! ```
//!
//! The index is part of a snapshot: it knows only what may be shown, and is swapped with it. Pages that did not change stay in the
//! segments of the compile before; the others come into a new segment. The answer is the same whatever came before. Answering is
//! pure, and what it costs is bounded by the length of the question.

pub mod analysis;
mod compounds;
mod corrections;
mod expansion;
mod expansions;
pub mod explanation;
pub mod facets;
mod fields;
mod inversion;
pub mod lazy;
mod lexicon;
mod names;
pub mod query;
pub mod rank;
pub mod scores;
mod segments;
pub mod snippet;
mod spelling;
mod thesaurus;

use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::content::page::Page;
use crate::content::synonyms::Synonyms;
use crate::date::Date;
use crate::digest::{Digest, Digester};
use crate::search::analysis::Language;
use crate::search::explanation::Explanation;
use crate::search::facets::{Columns, Facets, IndexedKinds};
use crate::search::fields::Field;
use crate::search::inversion::Counted;
use crate::search::lexicon::{Lexicon, WordId};
use crate::search::names::{NameHashes, Names};
use crate::search::query::{ParsedQuery, Query};
use crate::search::scores::QueryBudget;
use crate::search::segments::{GONE, PageId, Part, Place, Segment, Sought};
use crate::search::snippet::{HighlightTerms, SnippetPart};
use crate::search::thesaurus::Thesaurus;
use crate::site::{Site, SitePage};

/// How many hits stand on one page of them.
pub const PAGE_LENGTH: usize = 10;

/// How many pages a segment has when all are new: few enough to make them side by side, with little memory at a time.
const SEGMENT: usize = 5_000;

/// New pages go into one segment with those of the segment before, as long as these are no more together.
const SMALL_SEGMENT: usize = 128;

/// Each segment is asked every time; when there are so many more than a new index has, it starts anew.
const SPARE_SEGMENTS: usize = 15;

/// Words and pages that are gone leave something behind; when it is more than this beside what is there, the index starts anew.
const SPARE_WORDS: usize = 50_000;
const SPARE_PAGES: usize = 500;

/// All that can be found, at one moment of the site.
pub struct Index {
    /// The language of the site; words of questions are taken to be in it first.
    language: Language,
    /// The languages that pages have, the site's own first.
    languages: Vec<Language>,
    pages: Vec<Indexed>,
    parts: Vec<Part>,
    /// Where each page lies in the parts.
    places: Vec<Place>,
    columns: Columns,
    lexicon: Arc<Lexicon>,
    /// Words that are live because one can ask for them, though no page has them.
    asked_for: Vec<WordId>,
    thesaurus: Thesaurus,
    names: Names,
    /// The year against which the age of news is measured: that of the newest.
    newest: Option<Date>,
    kinds: IndexedKinds,
}

/// A page that can be found.
pub struct Indexed {
    pub page: Arc<Page>,
    /// The language of its words.
    language: Language,
    /// The pages above it, from the home page down.
    pub trail: Vec<PageId>,
    pub related: Vec<PageId>,
    /// The first of the pages that say the same in several languages, where this is one of them.
    original: Option<PageId>,
    keys: NameHashes,
}

/// What was found.
pub struct SearchResults<'a> {
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
    /// What it took to find.
    pub budget: QueryBudget,
}

/// A page that answers a question.
pub struct Hit<'a> {
    pub page: &'a Page,
    pub trail: Vec<&'a Page>,
    pub title: Vec<SnippetPart>,
    pub passage: Vec<SnippetPart>,
    /// The question names this page.
    pub is_named: bool,
    pub score: f32,
}

/// What an index is made of, taken out of a site.
#[derive(Clone)]
pub struct Corpus {
    language: Language,
    pages: Vec<Entry>,
    newest: Option<Date>,
    kinds: IndexedKinds,
    synonyms: Arc<Synonyms>,
}

/// A page of the site, with the pages it belongs to.
#[derive(Clone)]
struct Entry {
    page: Arc<Page>,
    trail: Vec<PageId>,
    related: Vec<PageId>,
    original: Option<PageId>,
}

impl Corpus {
    pub fn of(site: &Site<'_>, synonyms: Arc<Synonyms>) -> Self {
        let ids = |ids: &[usize]| ids.iter().map(|id| *id as PageId).collect();
        let entry = |page: &SitePage| Entry {
            page: page.page.clone(),
            trail: ids(&page.trail),
            related: ids(&page.related),
            original: page.versions.first().map(|id| *id as PageId),
        };
        let newest = site
            .pages
            .iter()
            .filter_map(|page| page.page.event_date())
            .max();
        Corpus {
            language: Language::of(site.config.language()),
            pages: site.pages.iter().map(entry).collect(),
            newest,
            kinds: IndexedKinds::new(site.config),
            synonyms,
        }
    }

    /// The same site with nothing to be found.
    fn without_pages(self) -> Self {
        Corpus {
            pages: Vec::new(),
            newest: None,
            ..self
        }
    }

    /// A digest of what answers are made from, beside what the pages themselves show.
    pub fn digest(&self) -> Digest {
        let synonyms = format!("{:?}", self.synonyms);
        Digester::default()
            .add(synonyms)
            .add(self.pages.len().to_le_bytes())
            .digest()
    }
}

impl Index {
    /// Makes the index of what was taken out of a site. Pages that are the same as in `previous` are not looked at again.
    pub fn new(corpus: Corpus, previous: Option<&Index>) -> Self {
        let Corpus {
            language,
            pages: entries,
            newest,
            kinds,
            synonyms,
        } = corpus;
        let previous = previous.filter(|index| index.language == language && !index.is_scattered());
        let known = previous.map(Index::by_identity).unwrap_or_default();
        let before = |page: &Arc<Page>| {
            known
                .get(&identity(page))
                .map(|id| &previous.expect("it knows the page").pages[*id as usize])
        };
        let indexed = |entry: Entry| {
            let language = Language::of(entry.page.language);
            Indexed {
                language,
                keys: before(&entry.page).map_or_else(
                    || names::keys(&entry.page, language),
                    |before| before.keys.clone(),
                ),
                trail: entry.trail,
                related: entry.related,
                original: entry.original,
                page: entry.page,
            }
        };
        let pages: Vec<Indexed> = entries.into_par_iter().map(indexed).collect();
        let mut languages: Vec<Language> = pages.iter().map(|indexed| indexed.language).collect();
        languages.sort_unstable_by_key(|other| (*other != language, *other));
        languages.dedup();
        let (parts, mut lexicon) = match previous {
            Some(previous) => previous.changed(&pages),
            None => cold(&pages),
        };
        let mut asked_for: Vec<WordId> = Vec::new();
        for (language, word) in Thesaurus::words(&synonyms, language) {
            // A word that only pages in another language have is theirs: nobody who misspells a word of this one means it.
            let is_of = |other: &Language| {
                lexicon
                    .id(*other, &word)
                    .is_some_and(|id| lexicon.pages(id) > 0)
            };
            if !is_of(&language) && languages.iter().any(is_of) {
                continue;
            }
            asked_for.push(match lexicon.id(language, &word) {
                Some(id) => id,
                None => Arc::make_mut(&mut lexicon).add(language, &word),
            });
        }
        asked_for.sort_unstable();
        asked_for.dedup();
        Index {
            language,
            names: Names::new(&pages, &languages),
            thesaurus: Thesaurus::new(&synonyms, &languages),
            languages,
            newest,
            places: segments::places(&parts, pages.len()),
            columns: Columns::new(&pages, &kinds),
            kinds,
            pages,
            parts,
            lexicon,
            asked_for,
        }
    }

    /// Whether so much of it is about pages that are gone, or it is in so many parts, that it is better made anew.
    fn is_scattered(&self) -> bool {
        let documents: usize = self.parts.iter().map(|part| part.pages.len()).sum();
        self.parts.len() > self.pages.len().div_ceil(SEGMENT) + SPARE_SEGMENTS
            || documents > 2 * self.pages.len() + SPARE_PAGES
            || self.lexicon.len() > 2 * self.lexicon.live() + SPARE_WORDS
    }

    fn by_identity(&self) -> FxHashMap<usize, PageId> {
        (0..)
            .zip(&self.pages)
            .map(|(id, indexed)| (identity(&indexed.page), id))
            .collect()
    }

    /// The parts and the words of this index when its pages have become these.
    fn changed(&self, pages: &[Indexed]) -> (Vec<Part>, Arc<Lexicon>) {
        let now: FxHashMap<usize, PageId> = (0..)
            .zip(pages)
            .map(|(id, indexed)| (identity(&indexed.page), id))
            .collect();
        let number = |old: &PageId| match *old {
            GONE => GONE,
            old => now
                .get(&identity(&self.pages[old as usize].page))
                .copied()
                .unwrap_or(GONE),
        };
        let renumbered = |part: &Part| Part {
            segment: part.segment.clone(),
            pages: part.pages.iter().map(number).collect(),
        };
        let mut parts: Vec<Part> = self.parts.iter().map(renumbered).collect();
        let mut is_new = vec![true; pages.len()];
        parts
            .iter()
            .flat_map(|part| &part.pages)
            .filter(|page| **page != GONE)
            .for_each(|page| is_new[*page as usize] = false);
        let mut new: Vec<PageId> = (0..)
            .zip(&is_new)
            .filter(|(_, is_new)| **is_new)
            .map(|(id, _)| id)
            .collect();
        let mut lexicon = self.lexicon.clone();
        let is_gone = |indexed: &&Indexed| !now.contains_key(&identity(&indexed.page));
        let mut forgotten: Vec<&Indexed> = self.pages.iter().filter(is_gone).collect();
        let fits = |part: &mut Part| part.pages.len() + new.len() <= SMALL_SEGMENT;
        if !new.is_empty()
            && let Some(small) = parts.pop_if(fits)
        {
            let kept = small.pages.into_iter().filter(|page| *page != GONE);
            forgotten.extend(kept.clone().map(|page| &pages[page as usize]));
            new.extend(kept);
        }
        if !new.is_empty() || !forgotten.is_empty() {
            let lexicon = Arc::make_mut(&mut lexicon);
            for indexed in forgotten {
                fields::vocabulary(&indexed.page)
                    .iter()
                    .for_each(|word| lexicon.forget(indexed.language, word));
            }
            parts.extend(segments_of(pages, &new, lexicon));
        }
        parts.retain(|part| part.pages.iter().any(|page| *page != GONE));
        (parts, lexicon)
    }

    /// Whether the word can be found or asked for.
    fn is_live(&self, word: WordId) -> bool {
        self.lexicon.pages(word) > 0 || self.asked_for.binary_search(&word).is_ok()
    }

    /// How many pages have a word in this form or another. Pages that have two forms may count twice.
    fn frequency_of(&self, language: Language, word: &str) -> usize {
        match self.lexicon.id(language, word) {
            Some(id) if self.is_live(id) => self.lexicon.pages(id).max(1),
            _ => self
                .lexicon
                .with_stem(language, &language.stem(word))
                .map(|id| self.lexicon.pages(id))
                .sum(),
        }
    }

    /// The first pages that have a word, in the order of the site.
    fn first_with(&self, word: WordId, most: usize) -> Vec<PageId> {
        let mut pages = Vec::new();
        let query = segments::single(
            self.lexicon.language(word),
            Field::Text,
            &Sought::Word(self.lexicon.text(word).to_owned()),
        );
        segments::find_all(&self.parts, &*query, &mut |page| pages.push(page));
        pages.sort_unstable();
        pages.truncate(most);
        pages
    }

    /// The name of the kind of a page, as hits can be narrowed to it.
    pub fn kind_of(&self, page: &Page) -> &str {
        self.kinds.name_of(page)
    }

    pub fn kinds(&self) -> &IndexedKinds {
        &self.kinds
    }

    /// Every page, in the order of the site.
    pub fn pages(&self) -> impl Iterator<Item = &Page> {
        self.pages.iter().map(|indexed| &*indexed.page)
    }

    /// The memory that it takes, about: in bytes, without the pages themselves.
    pub fn bytes(&self) -> usize {
        let parts: usize = self
            .parts
            .iter()
            .map(|part| part.segment.bytes() + size_of_val(&*part.pages))
            .sum();
        let lists = |indexed: &Indexed| indexed.trail.len() + indexed.related.len();
        let page = |indexed: &Indexed| {
            size_of::<Indexed>()
                + lists(indexed) * size_of::<PageId>()
                + size_of_val(&*indexed.keys)
        };
        parts
            + size_of_val(&*self.places)
            + self.columns.bytes()
            + self.lexicon.bytes()
            + self.names.bytes()
            + self.pages.iter().map(page).sum::<usize>()
    }
}

/// The parts and words of pages that are all new.
fn cold(pages: &[Indexed]) -> (Vec<Part>, Arc<Lexicon>) {
    let mut lexicon = Lexicon::default();
    let all: Vec<PageId> = (0..pages.len() as PageId).collect();
    let parts = segments_of(pages, &all, &mut lexicon);
    (parts, Arc::new(lexicon))
}

/// Puts pages in new segments, and their words in the lexicon.
fn segments_of(pages: &[Indexed], new: &[PageId], lexicon: &mut Lexicon) -> Vec<Part> {
    let part = |ids: &[PageId]| {
        let (segment, words) = Segment::of(
            ids.iter()
                .map(|id| &pages[*id as usize])
                .map(|indexed| (&*indexed.page, indexed.language)),
        );
        (
            Part {
                segment: Arc::new(segment),
                pages: ids.to_vec(),
            },
            words,
        )
    };
    let made: Vec<(Part, Vec<Counted>)> = new.par_chunks(SEGMENT).map(part).collect();
    made.into_iter()
        .map(|(part, words)| {
            lexicon.learn(&words);
            part
        })
        .collect()
}

/// What makes a page the same page: both the index before and the site hold on to it, so no other can have its place in memory.
fn identity(page: &Arc<Page>) -> usize {
    Arc::as_ptr(page).addr()
}

fn asked(index: &Index, query: &Query) -> ParsedQuery {
    ParsedQuery::parse(
        &query.text,
        query.language.unwrap_or(index.language),
        &index.languages,
    )
}

/// What is wrong with a question, as far as the site can tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    TooManyWords,
    /// The site has no such kind, theme, municipality or year.
    UnknownChoice,
}

/// Looks whether a question can be answered as it is.
pub fn refusal(index: &Index, query: &Query) -> Option<Refusal> {
    if asked(index, query).is_cut {
        return Some(Refusal::TooManyWords);
    }
    (!facets::knows(index, &query.filters)).then_some(Refusal::UnknownChoice)
}

/// Finds the pages that answer a question, the best first.
pub fn search<'a>(index: &'a Index, query: &Query) -> SearchResults<'a> {
    let asked = asked(index, query);
    let expansions = expansions::of(index, &asked, query.spelling);
    let ranking = rank::rank(index, &asked, &expansions);
    let (facets, ranked) = facets::narrow(index, ranking.pages, &query.filters);
    let total = ranked.len();
    let pages = total.div_ceil(PAGE_LENGTH).max(1);
    let page = query.page.clamp(1, pages);
    let marked = HighlightTerms::of(index, expansions.marked());
    let shown = ranked
        .iter()
        .skip((page - 1) * PAGE_LENGTH)
        .take(PAGE_LENGTH);
    let hits = shown
        .map(|ranked| {
            let indexed = &index.pages[ranked.page as usize];
            Hit {
                page: &indexed.page,
                trail: indexed
                    .trail
                    .iter()
                    .map(|above| &*index.pages[*above as usize].page)
                    .collect(),
                title: snippet::title(index, ranked.page, &marked),
                passage: snippet::best(index, ranked.page, &marked),
                is_named: ranked.is_named,
                score: ranked.score,
            }
        })
        .collect();
    SearchResults {
        total,
        hits,
        page,
        pages,
        facets,
        suggestion: expansions
            .corrections
            .suggestion(index, &asked, &query.text),
        words: asked.normalised(),
        budget: ranking.budget,
    }
}

/// Why the hits on this page of them stand where they do, hit by hit.
pub fn explain(index: &Index, query: &Query) -> Vec<Explanation> {
    let asked = asked(index, query);
    let expansions = expansions::of(index, &asked, query.spelling);
    let mut ranking = rank::rank(index, &asked, &expansions);
    let (_, ranked) = facets::narrow(index, std::mem::take(&mut ranking.pages), &query.filters);
    let shown = ranked
        .iter()
        .skip((query.page.max(1) - 1) * PAGE_LENGTH)
        .take(PAGE_LENGTH);
    shown
        .map(|ranked| ranking.explain(index, &asked, &expansions, ranked))
        .collect()
}
