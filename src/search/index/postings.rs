//! The postings: for each word the positions at which pages have it, and BM25 over them.

use std::borrow::Cow;
use std::ops::Range;

use crate::search::terms::{ByField, DocId, PageField, WordId};

/// The saturation of term frequency and the effect of length in BM25, at their usual values.
const K1: f32 = 1.2;
const B: f32 = 0.75;

/// One occurrence of a word. All fields of a page lie in one row of positions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Occurrence {
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

    /// The BM25 scores of these term frequencies without the rarity of the term, each between 0 and
    /// 1: the sum over all fields, weighted.
    pub fn score(&self, frequency: impl Fn(Range<u32>) -> usize) -> f32 {
        let of_field = |field: PageField| {
            let frequency = frequency(self.positions(field)) as f32;
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
    of_words: Vec<Box<[Occurrence]>>,
    extents: Vec<FieldExtents>,
}

impl Postings {
    pub fn new(of_words: Vec<Box<[Occurrence]>>, extents: Vec<FieldExtents>) -> Self {
        Postings { of_words, extents }
    }

    pub fn extents(&self, page: DocId) -> &FieldExtents {
        &self.extents[page as usize]
    }

    pub fn of(&self, word: WordId) -> &[Occurrence] {
        &self.of_words[word as usize]
    }

    /// The occurrences of any of the words, in order.
    pub fn of_any(&self, words: &[WordId]) -> Cow<'_, [Occurrence]> {
        match words {
            [word] => Cow::Borrowed(self.of(*word)),
            words => {
                let mut merged: Vec<Occurrence> = words
                    .iter()
                    .flat_map(|word| self.of(*word))
                    .copied()
                    .collect();
                // Sorted rows behind each other, which a stable sort merges.
                merged.sort();
                Cow::Owned(merged)
            }
        }
    }
}

/// The number of pages in a sorted row of occurrences.
pub fn document_frequency(occurrences: &[Occurrence]) -> usize {
    by_page(occurrences).count()
}

/// The occurrences of each page.
pub fn by_page(occurrences: &[Occurrence]) -> impl Iterator<Item = &[Occurrence]> {
    occurrences.chunk_by(|one, other| one.page == other.page)
}

/// The occurrences on one page.
pub fn on_page(occurrences: &[Occurrence], page: DocId) -> &[Occurrence] {
    let rest = &occurrences[occurrences.partition_point(|at| at.page < page)..];
    &rest[..rest.partition_point(|at| at.page == page)]
}

/// The occurrences on one page that lie in these positions.
pub fn within<'a>(on_page: &'a [Occurrence], positions: &Range<u32>) -> &'a [Occurrence] {
    let start = on_page.partition_point(|at| at.position < positions.start);
    let end = on_page.partition_point(|at| at.position < positions.end);
    &on_page[start..end]
}

/// Pages that have all of these terms, with the occurrences of each.
pub fn pages_with_all<'a>(
    terms: &'a [Cow<'a, [Occurrence]>],
) -> impl Iterator<Item = (DocId, Vec<&'a [Occurrence]>)> {
    let rarest = terms.iter().min_by_key(|term| term.len());
    let pages = rarest
        .into_iter()
        .flat_map(|term| by_page(term))
        .map(|page| page[0].page);
    pages.filter_map(|page| {
        let found: Vec<_> = terms.iter().map(|term| on_page(term, page)).collect();
        found
            .iter()
            .all(|found| !found.is_empty())
            .then_some((page, found))
    })
}

/// The number of times that these terms stand after each other in the positions, at most `slop`
/// positions out of place in all.
pub fn phrase_frequency(terms: &[&[Occurrence]], positions: &Range<u32>, slop: u32) -> usize {
    let mut terms = terms.iter().map(|term| within(term, positions));
    let first = terms.next().unwrap_or_default();
    // The position after the phrase so far, with the slop that it used.
    let mut begun: Vec<(u32, u32)> = first.iter().map(|at| (at.position + 1, 0)).collect();
    for term in terms {
        begun = continued(&begun, term, slop);
    }
    begun.len()
}

fn continued(begun: &[(u32, u32)], term: &[Occurrence], slop: u32) -> Vec<(u32, u32)> {
    let mut continued = Vec::new();
    let mut near = begun;
    for Occurrence { position, .. } in term {
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
