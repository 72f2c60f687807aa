//! The collection of postings, page by page.

use rustc_hash::FxHashMap;

use crate::search::analyse::{TokenKind, tokenize};
use crate::search::corpus::IndexedPage;
use crate::search::index::fields;
use crate::search::index::lexicon::Lexicon;
use crate::search::index::postings::{FieldExtents, Postings, WordOccurrence, document_frequency};
use crate::search::language::SearchLanguage;
use crate::search::terms::{ByField, DocId, PageField};

/// The distance between two texts of a page, so that no phrase runs from one into the other.
const GAP: u32 = 1;

/// Postings that are being collected.
#[derive(Default)]
pub struct Builder {
    /// The occurrences of each word, by language.
    words: [FxHashMap<Box<str>, Vec<WordOccurrence>>; SearchLanguage::ALL.len()],
    extents: Vec<FieldExtents>,
}

impl Builder {
    /// Adds the next page.
    pub fn add(&mut self, page: DocId, indexed: &IndexedPage) {
        let language = indexed.language;
        let words = &mut self.words[language as usize];
        let mut position = 0;
        let mut ends = ByField::default();
        let mut lengths: ByField<u32> = ByField::default();
        fields::for_each_text(indexed, |field, text| {
            let mut length = 0;
            for token in tokenize(text) {
                // Text of the same field is as long as its words and their stems.
                length += if language.is_stop_word(&token.folded) {
                    1
                } else {
                    2
                };
                // A joined token stands where its last word does.
                let at = match token.kind {
                    TokenKind::Word => position,
                    TokenKind::Joined => position - 1,
                };
                let occurrence = WordOccurrence { page, position: at };
                match words.get_mut(&*token.folded) {
                    Some(occurrences) => occurrences.push(occurrence),
                    None => _ = words.insert(token.folded.into(), vec![occurrence]),
                }
                position = at + 1;
            }
            position += GAP;
            ends[field as usize] = position;
            lengths[field as usize] += length;
            if field != PageField::Text {
                lengths[PageField::Text as usize] += length;
            }
        });
        // A field without text ends where the one before it does.
        for field in 1..ends.len() {
            ends[field] = ends[field].max(ends[field - 1]);
        }
        self.extents.push(FieldExtents::new(ends, lengths));
    }

    pub fn has(&self, language: SearchLanguage, word: &str) -> bool {
        self.words[language as usize]
            .get(word)
            .is_some_and(|occurrences| !occurrences.is_empty())
    }

    /// Adds a word that no page has.
    pub fn add_synonym(&mut self, language: SearchLanguage, word: &str) {
        self.words[language as usize]
            .entry(word.into())
            .or_default();
    }

    pub fn finish(self) -> (Lexicon, Postings) {
        let mut words: Vec<(SearchLanguage, Box<str>, Vec<WordOccurrence>)> = Vec::new();
        for (language, of_language) in SearchLanguage::ALL.into_iter().zip(self.words) {
            words.extend(
                of_language
                    .into_iter()
                    .map(|(word, found)| (language, word, found)),
            );
        }
        words.sort_unstable_by(|one, other| (one.0, &one.1).cmp(&(other.0, &other.1)));
        let mut postings = Postings::new(self.extents);
        let counted = words.into_iter().map(|(language, word, found)| {
            postings.push(&found);
            (language, word, document_frequency(&found) as u32)
        });
        (Lexicon::new(counted), postings)
    }
}
