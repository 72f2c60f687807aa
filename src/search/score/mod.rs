//! Scoring: which pages match the query, and how well.
//!
//! The score of a page is the sum over the words of the query of the best expansion that it has:
//! its weight, times its inverse document frequency, times BM25 in each field. The sum is
//! multiplied by the share of the query that the page covers, by its title, and by some smaller
//! factors. A page that the query names comes first. A page that matches only fragments of words
//! is no result: where there is no other, such pages are the nearest.

pub mod factors;
mod naming;
pub mod page;
pub mod terms;

use std::cmp::Reverse;

use crate::search::expand::Expansions;
use crate::search::index::Index;
use crate::search::index::postings::{pages_with_all, stand_in_order};
use crate::search::kinds;
use crate::search::query::{ParsedQuery, WordRole};
use crate::search::score::factors::{Factors, is_in_language};
use crate::search::score::page::{ScoredPage, by_score};
use crate::search::score::terms::{QueryBudget, TermScore, WordWeights, score_terms};
use crate::search::terms::{DocId, TermExpansion};

/// The coverage that a page must have, against that of the page that covers most.
const MIN_COVERAGE: f32 = 0.25;

/// The number of best pages for which the factors that cost more are computed.
const MAX_REFINED: usize = 100;

/// The most pages that are offered where none matches.
const MAX_NEAREST: usize = 4;

/// The pages that match a query, the best first.
pub struct Ranking {
    pub pages: Vec<ScoredPage>,
    /// Those that match a fragment of a word, the best first, where there are no others.
    pub nearest: Vec<DocId>,
    /// The positions of the words about the subject of the query that no page matches.
    pub unmatched: Vec<usize>,
    /// For each word of the query the score of every page.
    pub term_scores: Vec<Vec<TermScore>>,
    pub budget: QueryBudget,
}

/// Scores the pages that match a query.
pub fn score(index: &Index, query: &ParsedQuery, expansions: &Expansions) -> Ranking {
    let weights = WordWeights::of(index, query, &expansions.all);
    let (term_scores, budget) = score_terms(index, query, &expansions.all, &weights);
    let in_coverage = weights.in_coverage();
    let mut pages = matching(index, query, expansions, &term_scores, &weights);
    let is_found = pages.iter().any(|scored| scored.is_evident);
    pages.retain(|scored| scored.is_evident == is_found);
    let corrected = expansions.corrections.words(&index.lexicon, query);
    let named = index.names.find_within(&corrected, query.language);
    let coverage = pages.iter().map(|scored| scored.factors.coverage);
    let least = coverage.fold(0.0, f32::max) * MIN_COVERAGE;
    let is_named = |page: DocId| named.iter().any(|(named, _)| *named == page);
    pages.retain(|scored| scored.factors.coverage >= least || is_named(scored.page));
    retain_quoted(index, query, &mut pages);
    for scored in &mut pages {
        scored.factors.entity = factors::entity(index, scored.page, &named);
    }
    if pages.len() > MAX_REFINED {
        pages.select_nth_unstable_by(MAX_REFINED, by_score);
    }
    let highlights = expansions.highlights(query);
    let pairs = factors::adjacent_pairs(index, query, &corrected);
    for ScoredPage { page, factors, .. } in pages.iter_mut().take(MAX_REFINED) {
        factors.title = factors::titles(index, *page, &in_coverage, &highlights);
        factors.adjacent = factors::adjacent(index, &pairs, *page);
        factors.kind = kinds::weight(&index.page(*page).page);
        factors.age = factors::age(index, *page);
    }
    naming::promote_named(index, query, expansions, &corrected, &mut pages);
    // The bits of positive numbers have the order of the numbers.
    pages.sort_by_cached_key(|scored| (Reverse(scored.score().to_bits()), scored.page));
    retain_translations(index, query, &mut pages);
    let is_named = pages.first().is_some_and(|first| first.is_named);
    let unmatched = match is_named {
        true => Vec::new(),
        false => unmatched(query, &expansions.all, &term_scores),
    };
    let mut nearest = Vec::new();
    if !is_found && is_named {
        pages.retain(|scored| scored.is_named);
    } else if !is_found {
        let others = pages.drain(..).map(|scored| scored.page);
        nearest.extend(others.take(MAX_NEAREST));
    }
    // Only the first can be the one that is named.
    for scored in pages.iter_mut().skip(1) {
        scored.is_named = false;
    }
    Ranking {
        nearest,
        unmatched,
        pages,
        term_scores,
        budget,
    }
}

/// The pages that match a content word, with their sums and the factors that are cheap.
fn matching(
    index: &Index,
    query: &ParsedQuery,
    expansions: &Expansions,
    term_scores: &[Vec<TermScore>],
    weights: &WordWeights,
) -> Vec<ScoredPage> {
    let mut covered = vec![0.0f32; index.pages.len()];
    let mut sums = vec![0.0f32; index.pages.len()];
    let mut evident = vec![false; index.pages.len()];
    let mut all = 0.0;
    // Word by word, in the order in which the scores lie in memory.
    for (at, (scores, in_coverage)) in term_scores.iter().zip(weights.in_coverage()).enumerate() {
        let is_content = query.words[at].role != WordRole::Stop;
        if is_content {
            all += in_coverage;
        }
        for (page, score) in scores
            .iter()
            .enumerate()
            .filter(|(_, score)| score.best > 0.0)
        {
            sums[page] += weights.shares[at] * score.sum();
            if is_content {
                let kind = expansions.all[usize::from(score.expansion)].kind;
                covered[page] += in_coverage * kind.certainty();
                evident[page] |= score.is_evident;
            }
        }
    }
    let matching = (0..)
        .zip(covered.into_iter().zip(sums))
        .filter(|(_, (covered, _))| *covered > 0.0);
    let scored = |(page, (covered, sum)): (DocId, (f32, f32))| ScoredPage {
        page,
        sum,
        factors: Factors {
            coverage: covered / all,
            language: factors::language(index, query, page),
            ..Factors::NONE
        },
        is_evident: evident[page as usize],
        is_named: false,
    };
    matching.map(scored).collect()
}

/// The positions of the words about the subject of the query that no page has in any form, nor a
/// word that means the same.
fn unmatched(
    query: &ParsedQuery,
    expansions: &[TermExpansion],
    term_scores: &[Vec<TermScore>],
) -> Vec<usize> {
    let is_unmatched = |at: &usize| {
        let expands = |expansion: &&TermExpansion| {
            expansion.kind.is_evidence() && expansion.query_words.contains(at)
        };
        let mut own = expansions.iter().filter(expands);
        // Some page has each of these words; only of several it is not known that one has them all.
        let has_word = own.clone().any(|expansion| expansion.word_sets.len() == 1);
        let has_words = || term_scores[*at].iter().any(|score| score.is_evident);
        !has_word && (own.next().is_none() || !has_words())
    };
    query.subject().into_iter().filter(is_unmatched).collect()
}

/// Keeps the pages that have every quoted phrase word for word.
fn retain_quoted(index: &Index, query: &ParsedQuery, pages: &mut Vec<ScoredPage>) {
    for phrase in &query.phrases {
        let mut has_phrase = vec![false; index.pages.len()];
        for language in &index.languages {
            let lexicon = index.lexicon.in_language(*language);
            let id = |at: &usize| lexicon.id(&query.words[*at].folded);
            let Some(words) = phrase.iter().map(id).collect::<Option<Vec<_>>>() else {
                continue;
            };
            let terms: Vec<_> = words
                .iter()
                .map(|word| index.postings.of_any(&[*word]))
                .collect();
            for (page, found) in pages_with_all(&terms) {
                has_phrase[page as usize] |= stand_in_order(&found);
            }
        }
        pages.retain(|scored| has_phrase[scored.page as usize]);
    }
}

/// Keeps one of the pages that are translations of each other: that in the language of the query,
/// else the best.
fn retain_translations(index: &Index, query: &ParsedQuery, pages: &mut Vec<ScoredPage>) {
    let original = |page: DocId| index.page(page).original;
    // By the number of the original.
    let mut kept: Vec<Option<DocId>> = vec![None; index.pages.len()];
    for ScoredPage { page, .. } in &*pages {
        if let Some(original) = original(*page) {
            let translation = &mut kept[original as usize];
            if translation.is_none() || is_in_language(index, query, *page) {
                *translation = Some(*page);
            }
        }
    }
    pages.retain(|scored| {
        original(scored.page).is_none_or(|original| kept[original as usize] == Some(scored.page))
    });
}
