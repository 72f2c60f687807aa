//! Expansion: the words of a query become the words of the site that are looked up for them, each
//! with a weight that says how surely they mean the same.

pub mod compounds;
pub mod corrections;
mod synonyms;
mod word;

use std::collections::HashMap;

use crate::search::expand::corrections::Corrections;
use crate::search::expand::word::WordExpander;
use crate::search::index::Index;
use crate::search::query::{ParsedQuery, QueryWord, Spelling, WordRole};
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
    for (at, QueryWord { folded, role, .. }) in query.words.iter().enumerate() {
        for language in &index.languages {
            let mut expander = WordExpander {
                index,
                words: index.lexicon.in_language(*language),
                at,
                max_compounds,
                found: &mut all,
            };
            match role {
                WordRole::Stop | WordRole::Literal => expander.add_exact(folded),
                // A compound or part of it in another language than that of the query is chance.
                WordRole::Content if *language != query.language => expander.add_forms(folded),
                WordRole::Content => {
                    expander.add_all(folded);
                    // The last word may not be complete yet.
                    if at + 1 == query.words.len() {
                        expander.add_completions(folded);
                    }
                }
            }
        }
    }
    let typed = query.texts();
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
    for (number, at) in positions.iter().copied().enumerate() {
        let mut expander = WordExpander {
            index,
            words: index.lexicon.in_language(query.language),
            at,
            max_compounds,
            found: &mut found,
        };
        if number < MAX_CORRECTIONS {
            expander.add_all(&words[at]);
        } else {
            expander.add_forms(&words[at]);
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
        if expansion.kind.is_evidence() {
            expansion.kind = ExpansionKind::Correction;
        }
    }
    found
}

/// Adds the compounds of two adjacent content words, in either order.
fn add_joined(
    index: &Index,
    query: &ParsedQuery,
    words: &[String],
    found: &mut Vec<TermExpansion>,
) {
    let lexicon = index.lexicon.in_language(query.language);
    let content: Vec<usize> = query.with_role(WordRole::Content).collect();
    for pair in content.windows(2) {
        let (one, other) = (&words[pair[0]], &words[pair[1]]);
        let links = query.language.linking_letters().iter();
        let compounds =
            links.flat_map(|link| [format!("{one}{link}{other}"), format!("{other}{link}{one}")]);
        let joined = compounds.filter_map(|compound| lexicon.id(&compound));
        let joined = index.lexicon.most_frequent(joined, MAX_JOINED);
        let (kind, query_words) = (ExpansionKind::Joined, pair[0]..pair[1] + 1);
        found.extend(TermExpansion::new(
            kind,
            kind.weight(),
            query_words,
            vec![joined],
        ));
    }
}

impl Expansions {
    /// The words of the site that match the query, apart from its stop words.
    pub fn highlights(&self, query: &ParsedQuery) -> HashMap<WordId, Highlight> {
        let mut highlights: HashMap<WordId, Highlight> = HashMap::new();
        let is_shown = |expansion: &&TermExpansion| {
            let mut words = query.words[expansion.query_words.clone()].iter();
            words.any(|word| word.role != WordRole::Stop)
        };
        for expansion in self.all.iter().filter(is_shown) {
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
