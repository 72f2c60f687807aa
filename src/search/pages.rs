//! The pages as the search keeps them: the words of each, and for each word the pages that have it.

use std::sync::Arc;

use crate::content::page::{Kind, Page};
use crate::content::plain::BlockKind;
use crate::search::analysis::{Language, words};
use crate::search::lexicon::{Lexicon, WordId};

/// The number of a page, the same as in the site.
pub type PageId = u32;

/// A part of a page in which words weigh alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    Title,
    /// Other names for what the page is about: the places of a municipality, the last part of the address.
    Names,
    Summary,
    Headings,
    Text,
}

impl Field {
    pub const ALL: [Field; 5] = [Field::Title, Field::Names, Field::Summary, Field::Headings, Field::Text];
}

/// The words of one page, field by field in reading order.
#[derive(Debug)]
pub struct PageWords {
    pub language: Language,
    sequence: Box<[WordId]>,
    /// Where each field ends in the sequence.
    ends: [u32; 5],
}

/// The words of a page as texts, before they have numbers: what can be done for many pages at once.
pub struct RawWords {
    language: Language,
    words: Vec<String>,
    ends: [u32; 5],
}

/// How often a word stands in each field of a page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts(u32);

/// Where the count of each field lies in `Counts`, and how many bits it has.
const LAYOUT: [(u32, u32); 5] = [(0, 4), (4, 4), (8, 6), (14, 6), (20, 12)];

/// A page that has a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Posting {
    pub page: PageId,
    pub counts: Counts,
}

impl Counts {
    pub fn of(self, field: Field) -> u32 {
        let (at, bits) = LAYOUT[field as usize];
        (self.0 >> at) & ((1 << bits) - 1)
    }

    fn add(&mut self, field: usize) {
        let (at, bits) = LAYOUT[field];
        let most = (1 << bits) - 1;
        if (self.0 >> at) & most < most {
            self.0 += 1 << at;
        }
    }
}

impl RawWords {
    /// Finds the words of a page. `language` is that of its text.
    pub fn of(page: &Page, language: Language) -> Self {
        let mut raw = RawWords { language, words: Vec::with_capacity(256), ends: [0; 5] };
        raw.field(Field::Title, &page.title);
        for name in names(page) {
            raw.text(&name);
        }
        // The folder says what kind of page it is: whoever types `gemeente` with a name means the page in that folder.
        raw.text(page.file.rsplit_once('/').map_or("", |(folder, _)| folder));
        raw.end(Field::Names);
        raw.field(Field::Summary, &page.summary);
        for heading in &page.body.headings {
            raw.text(&heading.text);
        }
        raw.end(Field::Headings);
        for block in page.body.blocks().iter().filter(|block| block.kind != BlockKind::Heading) {
            raw.text(&block.text);
        }
        raw.end(Field::Text);
        raw
    }

    fn field(&mut self, field: Field, text: &str) {
        self.text(text);
        self.end(field);
    }

    fn text(&mut self, text: &str) {
        self.words.extend(words(text).into_iter().map(|word| word.folded.into_owned()));
    }

    fn end(&mut self, field: Field) {
        self.ends[field as usize] = u32::try_from(self.words.len()).expect("a page is at most a megabyte");
    }

    /// Gives the words their numbers.
    pub fn number(self, lexicon: &mut Lexicon) -> PageWords {
        let sequence = self.words.iter().map(|word| lexicon.add(self.language, word)).collect();
        PageWords { language: self.language, sequence, ends: self.ends }
    }
}

impl PageWords {
    pub fn field(&self, field: Field) -> &[WordId] {
        let start = if field == Field::Title { 0 } else { self.ends[field as usize - 1] };
        &self.sequence[start as usize..self.ends[field as usize] as usize]
    }

    pub fn bytes(&self) -> usize {
        size_of::<Self>() + size_of_val(&*self.sequence)
    }
}

/// What else a page is known by than its title, for those who search for exactly that.
pub fn names(page: &Page) -> Vec<String> {
    let slug = || page.slug().replace('-', " ");
    match &page.kind {
        Kind::Municipality(municipality) => {
            let mut names = municipality.places.clone();
            names.push(municipality.seat.clone());
            names
        }
        Kind::Home | Kind::News { .. } => Vec::new(),
        _ => vec![slug()],
    }
}

/// For each word the pages that have it, in their order.
#[derive(Default)]
pub struct Postings {
    /// The postings of word `n` are those from `starts[n]` to `starts[n + 1]`.
    starts: Vec<u32>,
    all: Vec<Posting>,
}

impl Postings {
    /// Counts every word of every page.
    pub fn new(pages: &[Arc<PageWords>], words: usize) -> Self {
        let mut counts = vec![Counts::default(); words];
        let mut starts = vec![0u32; words + 1];
        let mut of_pages: Vec<(WordId, Posting)> = Vec::new();
        let mut seen: Vec<WordId> = Vec::new();
        for (page, words) in (0..).zip(pages) {
            let mut at = 0;
            for (field, end) in words.ends.iter().enumerate() {
                for word in &words.sequence[at..*end as usize] {
                    let count = &mut counts[*word as usize];
                    if *count == Counts::default() {
                        seen.push(*word);
                    }
                    count.add(field);
                }
                at = *end as usize;
            }
            for word in seen.drain(..) {
                starts[word as usize + 1] += 1;
                of_pages.push((word, Posting { page, counts: std::mem::take(&mut counts[word as usize]) }));
            }
        }
        for word in 0..words {
            starts[word + 1] += starts[word];
        }
        let mut next = starts.clone();
        let mut all = vec![Posting { page: 0, counts: Counts::default() }; of_pages.len()];
        for (word, posting) in of_pages {
            let at = &mut next[word as usize];
            all[*at as usize] = posting;
            *at += 1;
        }
        Postings { starts, all }
    }

    pub fn bytes(&self) -> usize {
        size_of_val(&*self.starts) + size_of_val(&*self.all)
    }

    /// The pages that have a word, in the order of the pages.
    pub fn of(&self, word: WordId) -> &[Posting] {
        let word = word as usize;
        match (self.starts.get(word), self.starts.get(word + 1)) {
            (Some(start), Some(end)) => &self.all[*start as usize..*end as usize],
            _ => &[],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_stops_at_the_most_that_fits() {
        let mut counts = Counts::default();
        for _ in 0..5000 {
            counts.add(Field::Title as usize);
            counts.add(Field::Text as usize);
        }
        counts.add(Field::Headings as usize);
        assert_eq!(Field::ALL.map(|field| counts.of(field)), [15, 0, 0, 1, 4095]);
    }
}
