//! Expansion of phrases of the query to their synonyms.

use std::ops::Range;

use crate::search::index::Index;
use crate::search::query::{ParsedQuery, WordRole};
use crate::search::terms::{ExpansionKind, TermExpansion};

/// The weight of a synonym of a word that the site has itself, against that of another.
const BESIDE_EXACT: f32 = 0.9;

/// Adds the synonyms of the phrases in the words of a query.
pub fn expand(
    index: &Index,
    query: &ParsedQuery,
    words: &[String],
    found: &mut Vec<TermExpansion>,
) {
    let content: Vec<usize> = query.with_role(WordRole::Content).collect();
    let stems = query.language.stems(content.iter().map(|at| &words[*at]));
    for first in 0..content.len() {
        for (length, synonyms) in index.thesaurus.starting(query.language, &stems[first..]) {
            let query_words = content[first]..content[first + length - 1] + 1;
            // A word that the site has means itself rather than its synonym.
            let is_exact = found.iter().any(|expansion| {
                expansion.kind == ExpansionKind::Exact
                    && query_words.contains(&expansion.query_words.start)
            });
            let kind = ExpansionKind::Synonym;
            let weight = kind.weight() * if is_exact { BESIDE_EXACT } else { 1.0 };
            for phrase in synonyms {
                let at = query_words.clone();
                found.extend(phrase_expansions(index, phrase, at, kind, weight));
            }
        }
    }
}

/// The expansions to a phrase, one for each language that has all its words.
pub fn phrase_expansions(
    index: &Index,
    phrase: &[String],
    query_words: Range<usize>,
    kind: ExpansionKind,
    weight: f32,
) -> impl Iterator<Item = TermExpansion> {
    index.languages.iter().filter_map(move |language| {
        let words = index.lexicon.in_language(*language);
        let forms = phrase.iter().map(|word| words.forms_of(word)).collect();
        TermExpansion::new(kind, weight, query_words.clone(), forms)
    })
}
