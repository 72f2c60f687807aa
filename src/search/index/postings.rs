//! The postings: for each word the positions at which pages have it, and BM25 over them.

use std::borrow::Cow;
use std::ops::Range;

use crate::search::terms::{ByField, DocId, PageField, WordId};

/// The saturation of term frequency and the effect of length in BM25, at their usual values.
const K1: f32 = 1.2;
const B: f32 = 0.75;

/// One occurrence of a word. All fields of a page lie in one row of positions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct WordOccurrence {
    pub page: DocId,
    pub position: u32,
}

/// The extent of each field of a page.
#[derive(Clone, Debug)]
pub struct FieldExtents {
    /// The positions at which the fields end; each begins at the end of the one before it.
    ends: ByField<u32>,
    /// The addend to the term frequency in the denominator of BM25, for fields of these lengths.
    norms: ByField<f32>,
}

impl FieldExtents {
    /// From the number of terms of each field and the positions at which the fields end.
    pub fn new(ends: ByField<u32>, lengths: ByField<u32>) -> Self {
        let norm = |field: PageField| {
            let length = lengths[field as usize] as f32 / field.typical_length();
            K1 * (1.0 - B + B * length)
        };
        FieldExtents {
            ends,
            norms: PageField::ALL.map(norm),
        }
    }

    pub fn positions(&self, field: PageField) -> Range<u32> {
        match field {
            PageField::Title => 0..self.ends[0],
            PageField::Text => 0..u32::MAX,
            _ => self.ends[field as usize - 1]..self.ends[field as usize],
        }
    }

    /// The number of occurrences on the page in each field.
    pub fn frequencies(&self, on_page: &[WordOccurrence]) -> ByField<usize> {
        let mut frequencies = ByField::default();
        for WordOccurrence { position, .. } in on_page {
            let field = self.ends.iter().take_while(|end| *end <= position).count();
            frequencies[field] += 1;
        }
        frequencies[PageField::Text as usize] = on_page.len();
        frequencies
    }

    /// The BM25 scores of these term frequencies without the rarity of the term, each between 0 and
    /// 1: the sum over all fields, weighted.
    pub fn score(&self, frequencies: ByField<usize>) -> f32 {
        let of_field = |field: PageField| {
            let frequency = frequencies[field as usize] as f32;
            if frequency == 0.0 {
                return 0.0;
            }
            field.weight() * (frequency / (frequency + self.norms[field as usize]))
        };
        PageField::ALL.into_iter().map(of_field).sum()
    }
}

/// The occurrences of every word, by the number of the word.
#[derive(Default)]
pub struct Postings {
    /// Those of the first word, then those of the next.
    occurrences: Vec<WordOccurrence>,
    /// The ends of those of each word.
    ends: Vec<usize>,
    extents: Vec<FieldExtents>,
}

impl Postings {
    /// The postings of pages with these extents, still without words.
    pub fn new(extents: Vec<FieldExtents>) -> Self {
        Postings {
            extents,
            ..Postings::default()
        }
    }

    /// Adds the occurrences of the next word.
    pub fn push(&mut self, occurrences: &[WordOccurrence]) {
        self.occurrences.extend_from_slice(occurrences);
        self.ends.push(self.occurrences.len());
    }

    pub fn extents(&self, page: DocId) -> &FieldExtents {
        &self.extents[page as usize]
    }

    pub fn of(&self, word: WordId) -> &[WordOccurrence] {
        let word = word as usize;
        let start = word.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.occurrences[start..self.ends[word]]
    }

    /// The occurrences of any of the words, in order.
    pub fn of_any(&self, words: &[WordId]) -> Cow<'_, [WordOccurrence]> {
        match words {
            [word] => Cow::Borrowed(self.of(*word)),
            words => Cow::Owned(merged(words.iter().map(|word| self.of(*word)))),
        }
    }

    /// The occurrences of any of the words on one page, in order.
    pub fn of_any_on(&self, words: &[WordId], page: DocId) -> Cow<'_, [WordOccurrence]> {
        match words {
            [word] => Cow::Borrowed(on_page(self.of(*word), page)),
            words => Cow::Owned(merged(
                words.iter().map(|word| on_page(self.of(*word), page)),
            )),
        }
    }
}

/// The occurrences of sorted rows, in order.
fn merged<'a>(rows: impl Iterator<Item = &'a [WordOccurrence]>) -> Vec<WordOccurrence> {
    let mut merged: Vec<WordOccurrence> = rows.flatten().copied().collect();
    // Sorted rows behind each other, which a stable sort merges.
    merged.sort();
    merged
}

/// The number of pages in a sorted row of occurrences.
pub fn document_frequency(occurrences: &[WordOccurrence]) -> usize {
    by_page(occurrences).count()
}

/// The occurrences of each page.
pub fn by_page(occurrences: &[WordOccurrence]) -> impl Iterator<Item = &[WordOccurrence]> {
    occurrences.chunk_by(|one, other| one.page == other.page)
}

/// The occurrences on one page in a sorted row.
pub fn on_page(row: &[WordOccurrence], page: DocId) -> &[WordOccurrence] {
    let start = row.partition_point(|at| at.page < page);
    let end = start + row[start..].partition_point(|at| at.page == page);
    &row[start..end]
}

/// Takes the occurrences on one page from a sorted row, with all that stand before them.
fn take_page<'a>(row: &mut &'a [WordOccurrence], page: DocId) -> &'a [WordOccurrence] {
    let before = count_while(row, |at| at.page < page);
    let (found, rest) = row[before..].split_at(count_while(&row[before..], |at| at.page == page));
    *row = rest;
    found
}

/// The number of occurrences at the start of a row for which this holds, in steps that double:
/// most often they are few.
fn count_while(row: &[WordOccurrence], holds: impl Fn(&WordOccurrence) -> bool) -> usize {
    let mut end = 1;
    while row.get(end - 1).is_some_and(&holds) {
        end *= 2;
    }
    let start = end / 2;
    start + row[start..row.len().min(end)].partition_point(holds)
}

/// The occurrences on one page that lie in these positions.
pub fn within<'a>(on_page: &'a [WordOccurrence], positions: &Range<u32>) -> &'a [WordOccurrence] {
    let start = on_page.partition_point(|at| at.position < positions.start);
    let end = on_page.partition_point(|at| at.position < positions.end);
    &on_page[start..end]
}

/// Pages that have all of these terms, with the occurrences of each.
pub fn pages_with_all<'a>(
    terms: &'a [Cow<'a, [WordOccurrence]>],
) -> impl Iterator<Item = (DocId, Vec<&'a [WordOccurrence]>)> {
    let rarest = terms.iter().min_by_key(|term| term.len());
    let pages = rarest
        .into_iter()
        .flat_map(|term| by_page(term))
        .map(|page| page[0].page);
    let mut rows: Vec<&[WordOccurrence]> = terms.iter().map(|term| &**term).collect();
    pages.filter_map(move |page| {
        let rows = rows.iter_mut();
        let found: Vec<_> = rows.map(|row| take_page(row, page)).collect();
        found
            .iter()
            .all(|found| !found.is_empty())
            .then_some((page, found))
    })
}

/// True if these terms stand directly after each other on a page. The rarest term there is looked
/// at: a quoted phrase often has a word that stands everywhere.
pub fn stand_in_order(on_page: &[&[WordOccurrence]]) -> bool {
    let terms = || (0..).zip(on_page);
    let Some((nth, rarest)) = terms().min_by_key(|(_, term)| term.len()) else {
        return false;
    };
    let mut begins = rarest.iter().filter_map(|at| at.position.checked_sub(nth));
    let has = |term: &[WordOccurrence], position: u32| {
        let found = term.binary_search_by_key(&position, |at| at.position);
        found.is_ok()
    };
    begins.any(|begin| terms().all(|(nth, term)| has(term, begin + nth)))
}

/// The number of times that these terms stand after each other in the positions, at most `slop`
/// positions out of place in all.
pub fn phrase_frequency(terms: &[&[WordOccurrence]], positions: &Range<u32>, slop: u32) -> usize {
    let mut terms = terms.iter().map(|term| within(term, positions));
    let first = terms.next().unwrap_or_default();
    // The position after the phrase so far, with the slop that it used.
    let mut begun: Vec<(u32, u32)> = first.iter().map(|at| (at.position + 1, 0)).collect();
    for term in terms {
        begun = continued(&begun, term, slop);
    }
    begun.len()
}

fn continued(begun: &[(u32, u32)], term: &[WordOccurrence], slop: u32) -> Vec<(u32, u32)> {
    let mut continued = Vec::new();
    let mut near = begun;
    for WordOccurrence { position, .. } in term {
        while near
            .first()
            .is_some_and(|(expected, _)| expected + slop < *position)
        {
            near = &near[1..];
        }
        let used = near
            .iter()
            .take_while(|(expected, _)| *expected <= position + slop)
            .map(|(expected, used)| used + expected.abs_diff(*position))
            .min();
        if let Some(used) = used.filter(|used| *used <= slop) {
            continued.push((position + 1, used));
        }
    }
    continued
}
