//! The words of pages as tantivy keeps them: segments in memory, each with some of the pages.
//!
//! A segment never changes, so that every snapshot can share it. A page that is gone stays in its segment and is passed over;
//! a page that is new or changed comes into a new one. What a page scores depends on that page and the question alone, not on
//! what else its segment holds, so that the same site answers the same however it came to be.

use std::sync::{Arc, LazyLock};

use tantivy::columnar::ColumnarWriter;
use tantivy::directory::{RamDirectory, TerminatingWrite};
use tantivy::fieldnorm::{FieldNormsSerializer, FieldNormsWriter};
use tantivy::index::SegmentComponent;
use tantivy::postings::InvertedIndexSerializer;
use tantivy::query::{
    Bm25StatisticsProvider, EnableScoring, PhraseQuery, Query, TermQuery, Weight,
};
use tantivy::schema::{IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::{
    DocId, IndexSettings, ReloadPolicy, Searcher, SeekDangerResult, SegmentReader, Term,
};

use crate::content::page::Page;
use crate::search::analysis::Language;
use crate::search::fields::Field;
use crate::search::inversion::{Counted, Inversion, STEM};

/// The number of a page, the same as in the site.
pub type PageId = u32;

/// In place of a page that is gone.
pub const GONE: PageId = PageId::MAX;

/// How many words each field of a page has, about. Scores are made with these and not with averages of the site, so that a page
/// keeps its score when others change.
const TYPICAL_LENGTHS: [u64; 5] = [8, 8, 60, 30, 300];

/// How the words of the site are laid out in every segment: each field once for each language.
static LAYOUT: LazyLock<Layout> = LazyLock::new(Layout::new);

struct Layout {
    schema: Schema,
    fields: [[tantivy::schema::Field; 5]; 3],
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
        let fields = Language::ALL.map(|language| {
            let indexing = TextFieldIndexing::default()
                .set_index_option(IndexRecordOption::WithFreqsAndPositions);
            Field::ALL.map(|field| {
                schema.add_text_field(
                    &format!("{field:?} {language:?}"),
                    TextOptions::default().set_indexing_options(indexing.clone()),
                )
            })
        });
        let schema = schema.build();
        let empty = tantivy::Index::create_in_ram(schema.clone());
        let reader = empty
            .reader_builder()
            .reload_policy(ReloadPolicy::Manual)
            .try_into();
        let reader: tantivy::IndexReader = reader.expect("an index in memory can be read");
        Layout {
            schema,
            fields,
            searcher: reader.searcher(),
        }
    }
}

impl Segment {
    /// Indexes pages, each in its language, and says which words they have.
    pub fn of<'a>(
        pages: impl ExactSizeIterator<Item = (&'a Page, Language)>,
    ) -> (Self, Vec<Counted>) {
        Segment::try_of(pages).expect("an index in memory can be written")
    }

    fn try_of<'a>(
        pages: impl ExactSizeIterator<Item = (&'a Page, Language)>,
    ) -> tantivy::Result<(Self, Vec<Counted>)> {
        let directory = RamDirectory::create();
        let segment = tantivy::Index::create(
            directory.clone(),
            LAYOUT.schema.clone(),
            IndexSettings::default(),
        )?
        .new_segment();
        let documents = pages.len() as DocId;
        let mut languages = Language::ALL.map(Inversion::new);
        let mut lengths = FieldNormsWriter::for_schema(&LAYOUT.schema);
        for (document, (page, language)) in (0..).zip(pages) {
            languages[language as usize].add(
                document,
                page,
                &LAYOUT.fields[language as usize],
                &mut lengths,
            );
        }
        lengths.fill_up_to_max_doc(documents);
        lengths.serialize(
            FieldNormsSerializer::from_write(segment.open_write(SegmentComponent::FieldNorms)?)?,
            None,
        )?;
        let mut postings = InvertedIndexSerializer::open(&segment)?;
        let mut words = Vec::new();
        for (inversion, fields) in languages.into_iter().zip(&LAYOUT.fields) {
            words.extend(inversion.write(fields, &mut postings)?);
        }
        postings.close()?;
        // Nothing is kept of a page but what is looked for; these two a reader wants to see all the same.
        segment.open_write(SegmentComponent::Store)?.terminate()?;
        let mut columns = segment.open_write(SegmentComponent::FastFields)?;
        ColumnarWriter::default().serialize(documents, None, &mut columns)?;
        columns.terminate()?;
        let reader = SegmentReader::open(&segment.with_max_doc(documents))?;
        Ok((
            Segment {
                reader,
                bytes: directory.total_mem_usage(),
            },
            words,
        ))
    }

    /// The memory it takes.
    pub fn bytes(&self) -> usize {
        self.bytes
    }
}

impl Part {
    /// Hands over every page that a query finds, with its score.
    fn find(&self, query: &dyn Weight, each: &mut dyn FnMut(PageId, f32)) {
        let mut found = |document: u32, score| match self.pages[document as usize] {
            GONE => {}
            page => each(page, score),
        };
        query
            .for_each(&self.segment.reader, &mut found)
            .expect("memory can be read");
    }
}

/// Hands over every page that a query finds, with its score: between 0 and 1 by how often it has what was asked for.
pub fn find(parts: &[Part], query: &dyn Query, terms: usize, each: &mut dyn FnMut(PageId, f32)) {
    let scoring = EnableScoring::enabled_from_statistics_provider(&Alike, &LAYOUT.searcher);
    let weight = query
        .weight(scoring)
        .expect("every field is indexed with the places of its words");
    let most = Alike::most() * terms as f32;
    parts
        .iter()
        .for_each(|part| part.find(&*weight, &mut |page, score| each(page, score / most)));
}

/// Hands over every page that a query finds.
pub fn find_all(parts: &[Part], query: &dyn Query, each: &mut dyn FnMut(PageId)) {
    let weight = unscored(query);
    for part in parts {
        let mut found = |documents: &[u32]| {
            documents
                .iter()
                .map(|document| part.pages[*document as usize])
                .filter(|page| *page != GONE)
                .for_each(&mut *each);
        };
        weight
            .for_each_no_score(&part.segment.reader, &mut found)
            .expect("memory can be read");
    }
}

/// Hands over which of these pages a query finds. `places` says in which part and as which of its documents each page lies.
pub fn find_among(
    parts: &[Part],
    query: &dyn Query,
    among: &[PageId],
    places: &[Place],
    each: &mut dyn FnMut(PageId),
) {
    let weight = unscored(query);
    let mut wanted: Vec<(Place, PageId)> = among
        .iter()
        .map(|page| (places[*page as usize], *page))
        .collect();
    wanted.sort_unstable();
    for of_part in wanted.chunk_by(|(one, _), (other, _)| one.part == other.part) {
        let (first, _) = of_part[0];
        let reader = &parts[first.part as usize].segment.reader;
        // A scorer that seeks looks for the next page that fits, however far; one that seeks with danger looks at this one only.
        let (mut is_found, mut scorer) = weight
            .scorer_danger(reader, first.document, 1.0)
            .expect("memory can be read");
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
    query
        .weight(EnableScoring::disabled_from_schema(&LAYOUT.schema))
        .expect("every field is indexed with the places of its words")
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
    Box::new(TermQuery::new(
        term(language, field, sought),
        IndexRecordOption::WithFreqs,
    ))
}

/// A query for things after each other, with at most so many words between them in all.
pub fn phrase(field: Field, parts: &[&(Language, Sought)], slop: u32) -> Box<dyn Query> {
    let terms = parts
        .iter()
        .map(|(language, sought)| term(*language, field, sought))
        .collect();
    Box::new(PhraseQuery::new_with_offset_and_slop(
        Vec::into_iter(terms).enumerate().collect(),
        slop,
    ))
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
