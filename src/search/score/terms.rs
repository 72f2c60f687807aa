//! The score of each page for each word of the query, within the budget of a query.
//!
//! Expansions are looked up one by one, so that it is known which of them matched; those that add
//! most first, until the query has cost all that it may.

use std::borrow::Cow;

use crate::search::index::Index;
use crate::search::index::postings::{self, WordOccurrence, by_page, phrase_frequency};
use crate::search::query::{ParsedQuery, QueryWord, WordRole};
use crate::search::terms::{DocId, PageField, TermExpansion, WordId};

/// The share of a stop word, and of a word that tells little, against that of another.
const STOP_SHARE: f32 = 0.08;
const WEAK_SHARE: f32 = 0.3;

/// The sum of field scores that gives half of the highest score.
const SATURATION: f32 = 3.0;

/// The share of the second best expansion that is added to the score of the best.
const SECOND_SHARE: f32 = 0.4;

/// The least that a word must add to a score, against what the best adds, to be looked up. Less is
/// added by a word that most pages have, which costs most.
const MIN_ADDED: f32 = 0.02;

/// The slop of the parts of a compound.
const PARTS_SLOP: u32 = 3;

/// The work that a query takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct QueryBudget {
    /// The words and stems that are looked up.
    pub lookups: usize,
    /// The pages that are scored, summed over all look-ups.
    pub scored: usize,
    /// The pages on which positions are compared.
    pub compared: usize,
}

impl QueryBudget {
    /// The most work of any query.
    pub const MAX: QueryBudget = QueryBudget {
        lookups: 600,
        scored: 40_000,
        compared: 5_000,
    };

    /// Spends work, unless that exceeds the maximum.
    fn spend(&mut self, more: QueryBudget) -> bool {
        let sum = QueryBudget {
            lookups: self.lookups + more.lookups,
            scored: self.scored + more.scored,
            compared: self.compared + more.compared,
        };
        let fits = sum.lookups <= Self::MAX.lookups
            && sum.scored <= Self::MAX.scored
            && sum.compared <= Self::MAX.compared;
        if fits {
            *self = sum;
        }
        fits
    }
}

/// The score of a page for a word of the query.
#[derive(Clone, Copy, Default)]
pub struct TermScore {
    /// The score of the best expansion.
    pub best: f32,
    /// The score of the second best.
    second: f32,
    /// The number of the best expansion.
    pub expansion: u16,
    /// True if one of its matches is more than a fragment of the word.
    pub is_evident: bool,
}

impl TermScore {
    /// A page that matches in two ways is more about the word.
    pub fn sum(self) -> f32 {
        self.best + SECOND_SHARE * self.second
    }

    fn add(&mut self, score: f32, expansion: u16, is_evident: bool) {
        self.is_evident |= is_evident;
        if score > self.best {
            if self.expansion != expansion {
                self.second = self.best;
            }
            self.best = score;
            self.expansion = expansion;
        } else if self.expansion != expansion {
            self.second = self.second.max(score);
        }
    }
}

/// The importance of the words of a query.
pub struct WordWeights {
    /// The inverse document frequency of each, all its forms taken together.
    pub idf: Vec<f32>,
    /// The share of each by its role.
    pub shares: Vec<f32>,
}

impl WordWeights {
    pub fn of(index: &Index, query: &ParsedQuery, expansions: &[TermExpansion]) -> Self {
        let words = 0..query.words.len();
        WordWeights {
            idf: words.map(|at| idf_of_word(index, expansions, at)).collect(),
            shares: query.words.iter().map(|word| share(query, word)).collect(),
        }
    }

    /// The weights in what a page covers of the query: less uneven than in its score, since the
    /// frequent words tell what is asked of the rare ones.
    pub fn in_coverage(&self) -> Vec<f32> {
        let words = self.idf.iter().zip(&self.shares);
        words.map(|(idf, share)| idf.sqrt() * share).collect()
    }
}

/// The share of a word by its role.
pub fn share(query: &ParsedQuery, word: &QueryWord) -> f32 {
    match word.role {
        WordRole::Stop => STOP_SHARE,
        WordRole::Content if query.language.is_weak(&word.folded) => WEAK_SHARE,
        WordRole::Content | WordRole::Literal => 1.0,
    }
}

/// The inverse document frequency of something on this many pages.
pub fn idf(index: &Index, pages: usize) -> f32 {
    let all = index.pages.len() as f32;
    let pages = pages.min(index.pages.len()) as f32;
    (1.0 + (all - pages + 0.5) / (pages + 0.5)).ln()
}

/// The inverse document frequency of a word of the query; if the site does not have it, that of its
/// surest expansion.
fn idf_of_word(index: &Index, expansions: &[TermExpansion], at: usize) -> f32 {
    let of_word: Vec<&TermExpansion> = expansions
        .iter()
        .filter(|expansion| expansion.query_words.contains(&at))
        .collect();
    let literal = of_word
        .iter()
        .filter(|expansion| expansion.kind.is_literal());
    let own: usize = literal.map(|expansion| rarest_set(index, expansion)).sum();
    if own > 0 {
        return idf(index, own);
    }
    let surest = of_word
        .iter()
        .map(|expansion| expansion.weight)
        .fold(0.0, f32::max);
    let of_surest = of_word
        .iter()
        .filter(|expansion| expansion.weight >= surest);
    let pages = of_surest
        .map(|expansion| rarest_set(index, expansion))
        .max();
    idf(index, pages.unwrap_or(0))
}

/// The document frequency of the rarest of the words that a page must have together.
fn rarest_set(index: &Index, expansion: &TermExpansion) -> usize {
    let sets = expansion.word_sets.iter();
    let frequencies = sets.map(|set| index.lexicon.document_frequency_of(set));
    frequencies.min().unwrap_or(0)
}

/// The inverse document frequency of an expansion, at most that of the words it stands for.
fn idf_of_expansion(index: &Index, expansion: &TermExpansion, of_words: &[f32]) -> f32 {
    let of_words = &of_words[expansion.query_words.clone()];
    let most = of_words.iter().copied().fold(0.0, f32::max);
    if expansion.kind.is_literal() {
        return most;
    }
    let sets = expansion.word_sets.iter();
    sets.map(|set| idf(index, index.lexicon.document_frequency_of(set)))
        .fold(0.0, f32::max)
        .min(most)
}

/// For each word of the query the score of every page, and the work that it took.
pub fn score_terms(
    index: &Index,
    query: &ParsedQuery,
    expansions: &[TermExpansion],
    weights: &WordWeights,
) -> (Vec<Vec<TermScore>>, QueryBudget) {
    let mut scores = vec![vec![TermScore::default(); index.pages.len()]; query.words.len()];
    let mut spent = QueryBudget::default();
    for number in in_order(expansions, weights) {
        let expansion = &expansions[number];
        let terms: Vec<Vec<Vec<WordId>>> = expansion
            .word_sets
            .iter()
            .map(|set| terms_of(index, expansion, set))
            .collect();
        if !spent.spend(cost(index, expansion, &terms)) {
            continue;
        }
        let is_evident = expansion.kind.is_evidence();
        let most = expansion.weight * idf_of_expansion(index, expansion, &weights.idf);
        let mut add = |page: DocId, sum: f32| {
            for at in expansion.query_words.clone() {
                let score = most * sum / (sum + SATURATION);
                scores[at][page as usize].add(score, number as u16, is_evident);
            }
        };
        match &terms[..] {
            [terms] => {
                for words in terms {
                    score_term(index, &index.postings.of_any(words), &mut add);
                }
            }
            sets => {
                let first = sets.iter().filter_map(|terms| terms.first());
                let parts: Vec<_> = first.map(|words| index.postings.of_any(words)).collect();
                score_phrase(index, &parts, &mut add);
            }
        }
    }
    (scores, spent)
}

/// The numbers of the expansions that add enough, those that surely add most first.
fn in_order(expansions: &[TermExpansion], weights: &WordWeights) -> Vec<usize> {
    let words = weights.idf.iter().zip(&weights.shares);
    let adds: Vec<f32> = words.map(|(idf, share)| idf * share).collect();
    let added = |number: &usize| {
        let words = expansions[*number].query_words.clone();
        adds[words].iter().copied().fold(0.0, f32::max)
    };
    let is_content = |number: &usize| {
        let mut words = expansions[*number].query_words.clone();
        words.any(|at| weights.shares[at] > STOP_SHARE)
    };
    let numbers = 0..expansions.len();
    let content = numbers.clone().filter(is_content);
    let least = MIN_ADDED * content.map(|number| added(&number)).fold(0.0, f32::max);
    let mut order: Vec<usize> = numbers.filter(|number| added(number) >= least).collect();
    let sure = |number: &usize| added(number) * expansions[*number].weight;
    order.sort_by(|a, b| sure(b).total_cmp(&sure(a)));
    order
}

/// The terms that are looked up for a set of words. Words that are meant literally are looked up
/// one by one, others with all forms of theirs as one term.
fn terms_of(index: &Index, expansion: &TermExpansion, set: &[WordId]) -> Vec<Vec<WordId>> {
    let term = |id: &WordId| {
        if expansion.kind.is_literal() {
            vec![*id]
        } else {
            index.lexicon.inflections(*id)
        }
    };
    let mut terms: Vec<Vec<WordId>> = set.iter().map(term).collect();
    terms.sort_unstable();
    terms.dedup();
    terms
}

fn cost(index: &Index, expansion: &TermExpansion, terms: &[Vec<Vec<WordId>>]) -> QueryBudget {
    match terms {
        [terms] => QueryBudget {
            lookups: terms.len(),
            scored: rarest_set(index, expansion),
            compared: 0,
        },
        sets => QueryBudget {
            lookups: sets.len(),
            scored: 0,
            compared: rarest_set(index, expansion),
        },
    }
}

/// Passes the sum of the field scores of every page that has a term.
fn score_term(index: &Index, occurrences: &[WordOccurrence], add: &mut impl FnMut(DocId, f32)) {
    for found in by_page(occurrences) {
        let page = found[0].page;
        let extents = index.postings.extents(page);
        add(page, extents.score(extents.frequencies(found)));
    }
}

/// Passes the same of every page that has these terms near each other.
fn score_phrase(
    index: &Index,
    terms: &[Cow<'_, [WordOccurrence]>],
    add: &mut impl FnMut(DocId, f32),
) {
    for (page, found) in postings::pages_with_all(terms) {
        let extents = index.postings.extents(page);
        let frequency = |field| phrase_frequency(&found, &extents.positions(field), PARTS_SLOP);
        let sum = extents.score(PageField::ALL.map(frequency));
        if sum > 0.0 {
            add(page, sum);
        }
    }
}
