//! Expansion: the words of a query become the words of the site that are looked up for them, each
//! with a weight that says how surely they mean the same.

mod compounds;
pub mod corrections;
mod synonyms;
mod word;

use std::collections::HashMap;

use crate::search::expand::corrections::Corrections;
use crate::search::expand::word::{WordExpander, WordPosition};
use crate::search::index::Index;
use crate::search::query::{ParsedQuery, Spelling, WordRole};
use crate::search::terms::{Adjacency, ExpansionKind, Highlight, TermExpansion, WordId};

/// The compounds that the words of a query share, and the least that each word has of them.
const MAX_COMPOUNDS: usize = 48;
const MIN_COMPOUNDS: usize = 8;

/// The most compounds of two words of the query that are looked up for them.
const MAX_JOINED: usize = 24;

/// The most corrected words that are expanded in full; of further ones the forms are looked up.
const MAX_CORRECTIONS: usize = 3;

/// The weight of an expansion of a corrected word, against that of the word as typed.
const CORRECTED: f32 = 0.8;

/// All expansions of a query.
pub struct Expansions {
    pub all: Vec<TermExpansion>,
    pub corrections: Corrections,
}

/// Expands a query.
pub fn expand(index: &Index, query: &ParsedQuery, spelling: Spelling) -> Expansions {
    let mut all = Vec::new();
    let max_compounds = (MAX_COMPOUNDS / query.content_words().max(1)).max(MIN_COMPOUNDS);
    for (at, word) in query.words.iter().enumerate() {
        let is_last = at + 1 == query.words.len();
        let position = if is_last {
            WordPosition::Last
        } else {
            WordPosition::Inner
        };
        for language in index.languages.iter().copied() {
            let mut expander = WordExpander {
                index,
                language,
                at,
                max_compounds,
                found: &mut all,
            };
            if language == query.language {
                expander.expand(&word.folded, word.role, position);
            } else {
                expander.expand_to_forms(&word.folded, word.role);
            }
        }
    }
    let typed: Vec<&str> = query
        .words
        .iter()
        .map(|word| word.folded.as_str())
        .collect();
    add_joined(index, query, &typed, &mut all);
    synonyms::expand(index, query, &typed, &mut all);
    let corrections = match spelling {
        Spelling::Corrected => Corrections::find(index, query, &mut all),
        Spelling::AsTyped => Corrections::none(query),
    };
    all.extend(expand_corrected(index, query, &corrections, max_compounds));
    Expansions { all, corrections }
}

/// The expansions of corrected words: the same as if they were typed, but of less weight.
fn expand_corrected(
    index: &Index,
    query: &ParsedQuery,
    corrections: &Corrections,
    max_compounds: usize,
) -> Vec<TermExpansion> {
    let mut found = Vec::new();
    let positions = corrections.positions();
    if positions.is_empty() {
        return found;
    }
    let words = corrections.words(&index.lexicon, query);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    for (number, at) in positions.iter().copied().enumerate() {
        let mut expander = WordExpander {
            index,
            language: query.language,
            at,
            max_compounds,
            found: &mut found,
        };
        if number < MAX_CORRECTIONS {
            expander.expand(words[at], WordRole::Content, WordPosition::Inner);
        } else {
            expander.expand_to_forms(words[at], WordRole::Content);
        }
    }
    add_joined(index, query, &words, &mut found);
    synonyms::expand(index, query, &words, &mut found);
    found.retain(|expansion| {
        positions
            .iter()
            .any(|at| expansion.query_words.contains(at))
    });
    for expansion in &mut found {
        expansion.weight *= CORRECTED;
        expansion.kind = ExpansionKind::Correction;
    }
    found
}

/// Adds the compounds of two adjacent content words, in either order.
fn add_joined(index: &Index, query: &ParsedQuery, words: &[&str], found: &mut Vec<TermExpansion>) {
    let content: Vec<usize> = query.with_role(WordRole::Content).collect();
    for pair in content.windows(2) {
        let (one, other) = (words[pair[0]], words[pair[1]]);
        let mut joined = Vec::new();
        for link in query.language.linking_letters() {
            for compound in [format!("{one}{link}{other}"), format!("{other}{link}{one}")] {
                joined.extend(index.lexicon.id(query.language, &compound));
            }
        }
        let joined = index.lexicon.most_frequent(joined.into_iter(), MAX_JOINED);
        if !joined.is_empty() {
            found.push(TermExpansion {
                kind: ExpansionKind::Joined,
                weight: ExpansionKind::Joined.weight(),
                query_words: pair[0]..pair[1] + 1,
                word_sets: vec![joined],
            });
        }
    }
}

impl Expansions {
    /// The words of the site that match the query.
    pub fn highlights(&self) -> HashMap<WordId, Highlight> {
        let mut highlights: HashMap<WordId, Highlight> = HashMap::new();
        for expansion in &self.all {
            let adjacency = if expansion.word_sets.len() > 1 {
                Adjacency::Required
            } else {
                Adjacency::None
            };
            for id in expansion.word_sets.iter().flatten() {
                let new = Highlight {
                    weight: expansion.weight,
                    query_words: expansion.query_words.clone(),
                    adjacency,
                };
                let known = highlights.entry(*id).or_insert_with(|| new.clone());
                if (new.adjacency, new.weight) > (known.adjacency, known.weight) {
                    *known = new;
                }
            }
        }
        highlights
    }
}
