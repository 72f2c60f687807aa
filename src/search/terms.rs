//! The types that all stages of the search share. This file imports nothing of them.

use std::ops::Range;

/// The number of a page, the same as in the site.
pub type DocId = u32;

/// The number of a word in the lexicon of one index.
pub type WordId = u32;

/// A part of a page in which words have the same weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PageField {
    Title,
    /// Other names for the subject of the page: the places of a municipality, the slug.
    Names,
    Summary,
    Headings,
    /// The whole page, the other fields included.
    Text,
}

impl PageField {
    pub const ALL: [PageField; 5] = [
        PageField::Title,
        PageField::Names,
        PageField::Summary,
        PageField::Headings,
        PageField::Text,
    ];

    /// The weight, the typical length and the name of this field.
    fn row(self) -> (f32, f32, &'static str) {
        match self {
            PageField::Title => (7.0, 8.0, "title"),
            PageField::Names => (4.0, 8.0, "names"),
            PageField::Summary => (3.0, 60.0, "summary"),
            PageField::Headings => (2.0, 30.0, "headings"),
            PageField::Text => (5.0, 300.0, "text"),
        }
    }

    /// The weight of a word in this field.
    pub fn weight(self) -> f32 {
        self.row().0
    }

    /// The typical number of terms in this field. BM25 compares with it and not with the average
    /// of the site, so that a page keeps its score when others change.
    pub fn typical_length(self) -> f32 {
        self.row().1
    }

    /// The name of this field in messages.
    pub fn name(self) -> &'static str {
        self.row().2
    }
}

/// One value for each field.
pub type ByField<T> = [T; PageField::ALL.len()];

/// The relation between a word of the query and the words that are looked up for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExpansionKind {
    Exact,
    /// Another form of the word.
    Stem,
    /// A compound that contains the word.
    Compound,
    /// The parts of the word, near each other.
    Parts,
    /// The compound of two words of the query: `arbeidsmarkt` for `markt` and `arbeid`.
    Joined,
    /// The word from which it is derived: `geluk` for `gelukkig`.
    Root,
    /// A part that tells what a word is about that the site does not have: `bus` for `buslijn`.
    Part,
    /// Another part of such a word, or letters in it: `jaar` for `jaarverslag`.
    Fragment,
    Synonym,
    /// The probable intention of a misspelt word.
    Correction,
    /// A word that begins with it.
    Prefix,
}

impl ExpansionKind {
    /// The weight, the certainty and the name of such a match.
    fn row(self) -> (f32, f32, &'static str) {
        match self {
            ExpansionKind::Exact => (1.0, 1.0, "exact"),
            ExpansionKind::Stem => (0.85, 1.0, "stem"),
            ExpansionKind::Joined => (0.8, 1.0, "joined"),
            ExpansionKind::Parts => (0.7, 1.0, "parts"),
            ExpansionKind::Synonym => (0.65, 1.0, "synonym"),
            ExpansionKind::Compound => (0.55, 1.0, "compound"),
            ExpansionKind::Correction => (0.5, 0.7, "correction"),
            ExpansionKind::Root => (0.45, 0.7, "root"),
            ExpansionKind::Prefix => (0.45, 0.7, "prefix"),
            ExpansionKind::Part => (0.3, 0.4, "part"),
            ExpansionKind::Fragment => (0.3, 0.4, "fragment"),
        }
    }

    /// The weight of such a match against that of the word itself.
    pub fn weight(self) -> f32 {
        self.row().0
    }

    /// The share of a query word that a page with such a match covers.
    pub fn certainty(self) -> f32 {
        self.row().1
    }

    /// The name of such a match for editors.
    pub fn name(self) -> &'static str {
        self.row().2
    }

    /// True for a match by which a page may be about the word, and not one by chance.
    pub fn is_evidence(self) -> bool {
        self != ExpansionKind::Fragment
    }

    /// True for a match of the word itself, in any form.
    pub fn is_literal(self) -> bool {
        matches!(self, ExpansionKind::Exact | ExpansionKind::Stem)
    }
}

/// One way in which pages can match words of the query.
pub struct TermExpansion {
    pub kind: ExpansionKind,
    pub weight: f32,
    /// The positions of the words of the query that it stands for.
    pub query_words: Range<usize>,
    /// A page must have a word of each set. Words of several sets must stand near each other.
    pub word_sets: Vec<Vec<WordId>>,
}

impl TermExpansion {
    /// `None` where no page can match, since a set has no words.
    pub fn new(
        kind: ExpansionKind,
        weight: f32,
        query_words: Range<usize>,
        word_sets: Vec<Vec<WordId>>,
    ) -> Option<Self> {
        let can_match = !word_sets.is_empty() && word_sets.iter().all(|set| !set.is_empty());
        can_match.then_some(TermExpansion {
            kind,
            weight,
            query_words,
            word_sets,
        })
    }
}

/// The distance that a highlighted word must keep to others.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub enum Adjacency {
    /// Highlighted only next to another part of the same compound.
    Required,
    None,
}

/// A word of the site that matches the query.
#[derive(Clone, Debug)]
pub struct Highlight {
    pub weight: f32,
    /// The positions of the words of the query that it matches.
    pub query_words: Range<usize>,
    pub adjacency: Adjacency,
}

/// The kind of name by which a query names a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TitleMatch {
    /// Another name: a place in the municipality, the slug.
    Alias,
    Title,
}
