//! The words of pages as tantivy keeps them: segments in memory, each with some of the pages.
//!
//! A segment never changes, so that every snapshot can share it. A page that is gone stays in its segment and is passed over;
//! a page that is new or changed comes into a new one. What a page scores depends on that page and the question alone, not on
//! what else its segment holds, so that the same site answers the same however it came to be.

use std::sync::{Arc, LazyLock};

use rustc_hash::FxHashMap;
use tantivy::directory::RamDirectory;
use tantivy::query::{Bm25StatisticsProvider, EnableScoring, PhraseQuery, Query, TermQuery, Weight};
use tantivy::schema::{IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::tokenizer::{Token, TokenStream, Tokenizer, TokenizerManager};
use tantivy::{IndexBuilder, ReloadPolicy, Searcher, SeekDangerResult, SegmentReader, TantivyDocument, Term};

use crate::content::page::Page;
use crate::search::analysis::{Form, Language, Word, words};
use crate::search::fields::{self, Field};

/// The number of a page, the same as in the site.
pub type PageId = u32;

/// In place of a page that is gone.
pub const GONE: PageId = PageId::MAX;

/// What a stem begins with: it stands at the place of its word, and no word begins with it.
const STEM: char = '~';

/// How many stems are remembered while pages are indexed, so that common words need not be brought back to it each time. These come
/// soon; what comes when there is no more room seldom comes again.
const REMEMBERED: usize = 100_000;

/// How many words each field of a page has, about. Scores are made with these and not with averages of the site, so that a page
/// keeps its score when others change.
const TYPICAL_LENGTHS: [u64; 5] = [8, 8, 60, 30, 300];

/// How the words of the site are laid out in every segment: each field once for each language.
static LAYOUT: LazyLock<Layout> = LazyLock::new(Layout::new);

struct Layout {
    schema: Schema,
    fields: [[tantivy::schema::Field; 5]; 3],
    tokenizers: TokenizerManager,
    /// Of an index without pages: queries want one to be made ready, though its pages play no part.
    searcher: Searcher,
}

/// Some pages, ready to be asked for.
pub struct Segment {
    reader: SegmentReader,
    bytes: usize,
}

/// A segment, with the number that each of its pages has in the site now.
#[derive(Clone)]
pub struct Part {
    pub segment: Arc<Segment>,
    /// `GONE` for a page that is there no more.
    pub pages: Vec<PageId>,
}

/// Where a page lies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    part: u32,
    document: u32,
}

/// What can be looked for in a field.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sought {
    Word(String),
    /// Every word with this stem that says something.
    Stem(String),
}

impl Layout {
    fn new() -> Self {
        let mut schema = Schema::builder();
        let tokenizers = TokenizerManager::new();
        let fields = Language::ALL.map(|language| {
            let name = format!("{language:?}");
            tokenizers.register(&name, Words { language, stems: FxHashMap::default() });
            let indexing = TextFieldIndexing::default().set_tokenizer(&name).set_index_option(IndexRecordOption::WithFreqsAndPositions);
            Field::ALL.map(|field| {
                schema.add_text_field(&format!("{field:?} {name}"), TextOptions::default().set_indexing_options(indexing.clone()))
            })
        });
        let schema = schema.build();
        let empty = tantivy::Index::create_in_ram(schema.clone());
        let reader = empty.reader_builder().reload_policy(ReloadPolicy::Manual).try_into();
        let reader: tantivy::IndexReader = reader.expect("an index in memory can be read");
        Layout { schema, fields, tokenizers, searcher: reader.searcher() }
    }
}

impl Segment {
    /// Indexes pages, each in its language.
    pub fn of<'a>(pages: impl ExactSizeIterator<Item = (&'a Page, Language)>) -> Self {
        Segment::try_of(pages).expect("an index in memory can be written")
    }

    fn try_of<'a>(pages: impl ExactSizeIterator<Item = (&'a Page, Language)>) -> tantivy::Result<Self> {
        let directory = RamDirectory::create();
        let builder = IndexBuilder::new().schema(LAYOUT.schema.clone()).tokenizers(LAYOUT.tokenizers.clone());
        let mut writer = builder.single_segment_index_writer(directory.clone(), 100_000 + 5_000 * pages.len())?;
        for (page, language) in pages {
            let mut document = TantivyDocument::new();
            fields::texts(page, &mut |field, text| {
                document.add_text(LAYOUT.fields[language as usize][field as usize], text);
                if field != Field::Text {
                    document.add_text(LAYOUT.fields[language as usize][Field::Text as usize], text);
                }
            });
            writer.add_document(document)?;
        }
        let index = writer.finalize()?;
        let segments = index.searchable_segments()?;
        Ok(Segment { reader: SegmentReader::open(&segments[0])?, bytes: directory.total_mem_usage() })
    }

    /// The memory it takes.
    pub fn bytes(&self) -> usize {
        self.bytes
    }

    /// Every word, with its language and the number of pages that have it.
    pub fn words(&self) -> Vec<(Language, String, u32)> {
        let mut words = Vec::new();
        for language in Language::ALL {
            let field = LAYOUT.fields[language as usize][Field::Text as usize];
            let index = self.reader.inverted_index(field).expect("memory can be read");
            let mut terms = index.terms().stream().expect("memory can be read");
            while let Some((word, info)) = terms.next() {
                let word = std::str::from_utf8(word).expect("words were written as text");
                if !word.starts_with(STEM) {
                    words.push((language, word.to_owned(), info.doc_freq));
                }
            }
        }
        words
    }
}

impl Part {
    /// Hands over every page that a query finds, with its score.
    fn find(&self, query: &dyn Weight, each: &mut dyn FnMut(PageId, f32)) {
        let mut found = |document: u32, score| match self.pages[document as usize] {
            GONE => {}
            page => each(page, score),
        };
        query.for_each(&self.segment.reader, &mut found).expect("memory can be read");
    }
}

/// Hands over every page that a query finds, with its score: between 0 and 1 by how often it has what was asked for.
pub fn find(parts: &[Part], query: &dyn Query, terms: usize, each: &mut dyn FnMut(PageId, f32)) {
    let scoring = EnableScoring::enabled_from_statistics_provider(&Alike, &LAYOUT.searcher);
    let weight = query.weight(scoring).expect("every field is indexed with the places of its words");
    let most = Alike::most() * terms as f32;
    parts.iter().for_each(|part| part.find(&*weight, &mut |page, score| each(page, score / most)));
}

/// Hands over every page that a query finds.
pub fn find_all(parts: &[Part], query: &dyn Query, each: &mut dyn FnMut(PageId)) {
    let weight = unscored(query);
    for part in parts {
        let mut found = |documents: &[u32]| {
            documents.iter().map(|document| part.pages[*document as usize]).filter(|page| *page != GONE).for_each(&mut *each);
        };
        weight.for_each_no_score(&part.segment.reader, &mut found).expect("memory can be read");
    }
}

/// Hands over which of these pages a query finds. `places` says in which part and as which of its documents each page lies.
pub fn find_among(parts: &[Part], query: &dyn Query, among: &[PageId], places: &[Place], each: &mut dyn FnMut(PageId)) {
    let weight = unscored(query);
    let mut wanted: Vec<(Place, PageId)> = among.iter().map(|page| (places[*page as usize], *page)).collect();
    wanted.sort_unstable();
    for of_part in wanted.chunk_by(|(one, _), (other, _)| one.part == other.part) {
        let (first, _) = of_part[0];
        let reader = &parts[first.part as usize].segment.reader;
        // A scorer that seeks looks for the next page that fits, however far; one that seeks with danger looks at this one only.
        let (mut is_found, mut scorer) = weight.scorer_danger(reader, first.document, 1.0).expect("memory can be read");
        for (place, page) in of_part {
            match is_found {
                _ if *place == first => {}
                SeekDangerResult::SeekLowerBound(next) if place.document < next => continue,
                _ => is_found = scorer.seek_danger(place.document),
            }
            if is_found == SeekDangerResult::Found {
                each(*page);
            }
        }
    }
}

/// A query made ready for who only wants to know which pages it finds.
fn unscored(query: &dyn Query) -> Box<dyn Weight> {
    query.weight(EnableScoring::disabled_from_schema(&LAYOUT.schema)).expect("every field is indexed with the places of its words")
}

/// For each page of the site where it lies.
pub fn places(parts: &[Part], pages: usize) -> Vec<Place> {
    let mut places = vec![Place::default(); pages];
    for (part, of_part) in (0..).zip(parts) {
        for (document, page) in (0..).zip(&of_part.pages).filter(|(_, page)| **page != GONE) {
            places[*page as usize] = Place { part, document };
        }
    }
    places
}

/// What is looked for in a field, as tantivy has it.
fn term(language: Language, field: Field, sought: &Sought) -> Term {
    let field = LAYOUT.fields[language as usize][field as usize];
    match sought {
        Sought::Word(word) => Term::from_field_text(field, word),
        Sought::Stem(stem) => Term::from_field_text(field, &format!("{STEM}{stem}")),
    }
}

/// A query for one thing.
pub fn single(language: Language, field: Field, sought: &Sought) -> Box<dyn Query> {
    Box::new(TermQuery::new(term(language, field, sought), IndexRecordOption::WithFreqs))
}

/// A query for things after each other, with at most so many words between them in all.
pub fn phrase(field: Field, parts: &[&(Language, Sought)], slop: u32) -> Box<dyn Query> {
    let terms = parts.iter().map(|(language, sought)| term(*language, field, sought)).collect();
    Box::new(PhraseQuery::new_with_offset_and_slop(Vec::into_iter(terms).enumerate().collect(), slop))
}

/// Statistics by which every word is as rare as any other. How rare it is, in all its forms, the ranking knows.
struct Alike;

impl Alike {
    /// The score that a word comes near to which a page has again and again.
    fn most() -> f32 {
        (4.0f32 / 3.0).ln() * 2.2
    }
}

impl Bm25StatisticsProvider for Alike {
    fn total_num_tokens(&self, field: tantivy::schema::Field) -> tantivy::Result<u64> {
        Ok(TYPICAL_LENGTHS[field.field_id() as usize % TYPICAL_LENGTHS.len()])
    }

    fn total_num_docs(&self) -> tantivy::Result<u64> {
        Ok(1)
    }

    fn doc_freq(&self, _: &Term) -> tantivy::Result<u64> {
        Ok(1)
    }
}

/// Takes text apart into its words, each followed by its stem at the same place where it says something.
#[derive(Clone)]
struct Words {
    language: Language,
    /// The stem of each word as it is indexed; empty for one that says little.
    stems: FxHashMap<Box<str>, Box<str>>,
}

struct Tokens<'a> {
    tokenizer: &'a mut Words,
    words: std::vec::IntoIter<Word<'a>>,
    token: Token,
    /// Room for the stem that comes next.
    stem: String,
    /// The word was handed over, and its stem not yet.
    stem_follows: bool,
}

impl Tokenizer for Words {
    type TokenStream<'a> = Tokens<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Tokens<'a> {
        Tokens { tokenizer: self, words: words(text).into_iter(), token: Token::default(), stem: String::new(), stem_follows: false }
    }
}

impl Words {
    /// Hands over the stem of a word as it is indexed. `false` where the word says little and so has none.
    fn stem(&mut self, word: &str, stem: &mut String) -> bool {
        stem.clear();
        if let Some(known) = self.stems.get(word) {
            stem.push_str(known);
        } else {
            if !self.language.is_stop_word(word) {
                stem.push(STEM);
                stem.push_str(&self.language.stem(word));
            }
            if self.stems.len() < REMEMBERED {
                self.stems.insert(word.into(), stem.as_str().into());
            }
        }
        !stem.is_empty()
    }
}

impl TokenStream for Tokens<'_> {
    fn advance(&mut self) -> bool {
        if std::mem::take(&mut self.stem_follows) && self.tokenizer.stem(&self.token.text, &mut self.stem) {
            std::mem::swap(&mut self.token.text, &mut self.stem);
            return true;
        }
        let Some(word) = self.words.next() else { return false };
        self.token.text.clear();
        self.token.text.push_str(&word.folded);
        self.token.offset_from = word.range.start;
        self.token.offset_to = word.range.end;
        // Words that a hyphen ties stand, as one, where the last of them does.
        self.token.position = self.token.position.wrapping_add(usize::from(word.form == Form::Whole));
        self.stem_follows = true;
        true
    }

    fn token(&self) -> &Token {
        &self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.token
    }
}
