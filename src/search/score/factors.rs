//! The factors of the score of a page: what it covers of the query, its title, its kind, its age.

use std::collections::HashMap;
use std::ops::Range;

use crate::search::analyse::words;
use crate::search::corpus::IndexedPage;
use crate::search::index::Index;
use crate::search::index::postings::phrase_frequency;
use crate::search::kinds;
use crate::search::language::SearchLanguage;
use crate::search::query::{ParsedQuery, WordRole};
use crate::search::score::terms::idf;
use crate::search::terms::{DocId, Highlight, PageField, WordId};

/// The factor of the page of a theme or municipality that the query names among other words, by a
/// name of one word or of more.
const NAMED_BY_ONE_WORD: f32 = 1.6;
const NAMED_BY_WORDS: f32 = 2.5;

/// The factor of a page in another language than the query.
const OTHER_LANGUAGE: f32 = 0.08;

/// The addend to the factor of a page that has two adjacent words of the query adjacent, by the
/// first of these fields that has them.
const ADJACENT: [(PageField, f32); 4] = [
    (PageField::Title, 0.4),
    (PageField::Summary, 0.2),
    (PageField::Headings, 0.2),
    (PageField::Text, 0.12),
];

/// The factors of the score of a page.
#[derive(Clone, Copy, Debug)]
pub struct Factors {
    /// The share of the query that the page matches.
    pub coverage: f32,
    pub title: f32,
    /// Words that are adjacent in the query and on the page.
    pub adjacent: f32,
    pub kind: f32,
    pub age: f32,
    pub language: f32,
    /// The page is that of a theme or municipality that some of the words name.
    pub entity: f32,
    /// The query is the name of the page.
    pub named: f32,
}

impl Factors {
    pub const NONE: Factors = Factors {
        coverage: 1.0,
        title: 1.0,
        adjacent: 1.0,
        kind: 1.0,
        age: 1.0,
        language: 1.0,
        entity: 1.0,
        named: 1.0,
    };

    /// Each factor with its name in messages.
    pub fn named(&self) -> [(&'static str, f32); 8] {
        [
            ("coverage", self.coverage),
            ("title", self.title),
            ("adjacent", self.adjacent),
            ("kind", self.kind),
            ("age", self.age),
            ("language", self.language),
            ("entity", self.entity),
            ("named", self.named),
        ]
    }

    pub fn product(&self) -> f32 {
        self.named().iter().map(|(_, factor)| factor).product()
    }
}

pub fn is_in_language(index: &Index, query: &ParsedQuery, page: DocId) -> bool {
    index.page(page).language == query.language
}

pub fn language(index: &Index, query: &ParsedQuery, page: DocId) -> f32 {
    if is_in_language(index, query, page) {
        1.0
    } else {
        OTHER_LANGUAGE
    }
}

/// The factor of a page that these words of the query name, with the number of these words.
pub fn entity(index: &Index, page: DocId, named: &[(DocId, usize)]) -> f32 {
    let of_page = named.iter().filter(|(named, _)| *named == page);
    match of_page.map(|(_, words)| *words).max() {
        Some(words) if index.page(page).page.is_entity() => {
            if words > 1 {
                NAMED_BY_WORDS
            } else {
                NAMED_BY_ONE_WORD
            }
        }
        _ => 1.0,
    }
}

/// The factor of a report by its age in years, against the newest.
pub fn age(index: &Index, page: DocId) -> f32 {
    match (index.page(page).page.event_date(), index.newest) {
        (Some(date), Some(newest)) => {
            let years = (newest.year() - date.year()).max(0);
            1.0 + 0.12 / (1.0 + f32::from(years) / 2.0)
        }
        _ => 1.0,
    }
}

/// The factor of the titles of a page: that of the best.
pub fn titles(
    index: &Index,
    page: DocId,
    weights: &[f32],
    highlights: &HashMap<WordId, Highlight>,
) -> f32 {
    let indexed = index.page(page);
    let titles = kinds::titles(&indexed.page);
    titles
        .map(|text| title(index, indexed, text, weights, highlights))
        .fold(0.0, f32::max)
}

/// The factor of a title, by how much of it is in the query and how much of the query is in it.
fn title(
    index: &Index,
    indexed: &IndexedPage,
    text: &str,
    weights: &[f32],
    highlights: &HashMap<WordId, Highlight>,
) -> f32 {
    let lexicon = index.lexicon.in_language(indexed.language);
    let (mut all, mut matched) = (0.0, 0.0);
    let mut covered = vec![0.0f32; weights.len()];
    for word in words(text) {
        let Some(id) = lexicon.id(&word.folded) else {
            continue;
        };
        if indexed.language.is_stop_word(&word.folded) && !highlights.contains_key(&id) {
            continue;
        }
        let idf = idf(index, index.lexicon.document_frequency(id));
        all += idf;
        if let Some(highlight) = highlights.get(&id) {
            matched += idf * highlight.weight;
            for covered in &mut covered[highlight.query_words.clone()] {
                *covered = covered.max(highlight.weight);
            }
        }
    }
    let covered: f32 = covered
        .iter()
        .zip(weights)
        .map(|(covered, weight)| covered * weight)
        .sum();
    let share = |part: f32, whole: f32| if whole > 0.0 { part / whole } else { 0.0 };
    1.0 + 0.6 * share(matched, all) + 0.8 * share(covered, weights.iter().sum()).powi(2)
}

/// Two content words of a query that follow each other, as they are looked up in one language.
pub struct AdjacentPair {
    /// The forms of each.
    terms: [Vec<WordId>; 2],
    /// The number of words between them.
    slop: u32,
    /// The share of the pair in all pairs of the query.
    share: f32,
}

/// The pairs of adjacent content words of a query in every language, as they are probably meant.
pub fn adjacent_pairs(index: &Index, query: &ParsedQuery, meant: &[String]) -> Vec<AdjacentPair> {
    let is_content = |at: &usize| query.words[*at].role != WordRole::Stop;
    let content: Vec<usize> = (0..query.words.len()).filter(is_content).collect();
    let share = 1.0 / content.len().saturating_sub(1).max(1) as f32;
    let forms = |language: SearchLanguage, at: usize| {
        index.lexicon.in_language(language).forms_of(&meant[at])
    };
    let mut pairs = Vec::new();
    for pair in content.windows(2) {
        pairs.extend(index.languages.iter().map(|language| AdjacentPair {
            terms: [forms(*language, pair[0]), forms(*language, pair[1])],
            slop: (pair[1] - pair[0] - 1) as u32,
            share,
        }));
    }
    pairs
}

/// The factor of a page that has words adjacent that are so in the query.
pub fn adjacent(index: &Index, pairs: &[AdjacentPair], page: DocId) -> f32 {
    let added = |pair: &AdjacentPair| {
        let [one, other] = &pair.terms;
        let one = index.postings.of_any_on(one, page);
        if one.is_empty() {
            return 0.0;
        }
        let other = index.postings.of_any_on(other, page);
        let found = [&*one, &*other];
        let extents = index.postings.extents(page);
        let has = |positions: Range<u32>| phrase_frequency(&found, &positions, pair.slop) > 0;
        let first = ADJACENT
            .iter()
            .find(|(field, _)| has(extents.positions(*field)));
        first.map_or(0.0, |(_, added)| added * pair.share)
    };
    1.0 + pairs.iter().map(added).sum::<f32>()
}
