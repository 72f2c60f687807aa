//! Stage 3: the checked site becomes an index, and a query becomes hits.
//!
//! ```text
//! pages ──analyse──▶ tokens ──index──▶ Index { postings, lexicon, names, thesaurus }
//! text ──parse──▶ ParsedQuery ──expand──▶ Expansions ──score──▶ Ranking
//! Ranking ──narrow──▶ facets ──snippet──▶ SearchResults
//! ```
//!
//! The index belongs to one snapshot of the site and is built whole, in the background. A search is
//! a pure function of the index and the query, and its cost is bounded whatever the query.

pub mod analyse;
mod answers;
pub mod background;
pub mod corpus;
mod expand;
mod explanation;
pub mod facets;
pub mod index;
pub mod kinds;
pub mod language;
pub mod query;
pub mod score;
pub mod snippet;
pub mod spelling;
mod stem;
mod suggestion;
pub mod terms;

use crate::content::page::Page;
use crate::search::corpus::IndexedAnswer;
use crate::search::expand::Expansions;
use crate::search::facets::FacetValues;
use crate::search::index::Index;
use crate::search::query::{ParsedQuery, Query, QueryWord};
use crate::search::score::page::ScoredPage;
use crate::search::score::terms::{QueryBudget, TermScore};
use crate::search::snippet::{HighlightTerms, SnippetPart};

/// The number of hits on one page of results.
pub const PAGE_LENGTH: usize = 10;

/// One page of the results of a query.
pub struct SearchResults<'a> {
    /// The number of hits on all pages.
    pub total: usize,
    /// The answers of editors, the best first.
    pub answers: Vec<&'a IndexedAnswer>,
    /// The hits on this page, the best first.
    pub hits: Vec<Hit<'a>>,
    /// The number of this page, from 1.
    pub page: usize,
    pub pages: usize,
    pub facets: Vec<FacetValues>,
    /// The query as it is probably meant.
    pub suggestion: Option<String>,
    /// The words about the subject of the query that no page has, as they were typed.
    pub unmatched: Vec<String>,
    /// Pages that share no more than a fragment of a word with the query, where neither a page
    /// matches it nor an answer.
    pub nearest: Vec<&'a Page>,
    /// The query without stop words: the same for everyone who asks the same.
    pub normalised_query: String,
    /// The work that it took.
    pub budget: QueryBudget,
    index: &'a Index,
    parsed: ParsedQuery,
    expansions: Expansions,
    term_scores: Vec<Vec<TermScore>>,
}

/// A page that matches a query.
pub struct Hit<'a> {
    pub page: &'a Page,
    pub ancestors: Vec<&'a Page>,
    pub title: Vec<SnippetPart>,
    pub snippet: Vec<SnippetPart>,
    pub scored: ScoredPage,
}

/// Parses the text of a query as the index needs it: German without umlauts is read with them where
/// the site has more such words.
pub fn parse(index: &Index, query: &Query) -> ParsedQuery {
    let expected = query.language.unwrap_or(index.language());
    let mut parsed = ParsedQuery::parse(&query.text, expected, &index.languages);
    let known = |text: &str| -> usize {
        let lexicons = index
            .languages
            .iter()
            .map(|language| index.lexicon.in_language(*language));
        lexicons.map(|words| words.with_prefix(text).count()).sum()
    };
    for QueryWord { folded, .. } in &mut parsed.words {
        if let Some(plain) = parsed.language.without_umlauts(folded)
            && known(&plain) > known(folded)
        {
            *folded = plain;
        }
    }
    parsed
}

/// Finds the pages that match a query.
pub fn search<'a>(index: &'a Index, query: &Query) -> SearchResults<'a> {
    search_parsed(index, query, parse(index, query))
}

/// Finds the pages that match a query, of which [`parse`] made this.
pub fn search_parsed<'a>(
    index: &'a Index,
    query: &Query,
    parsed: ParsedQuery,
) -> SearchResults<'a> {
    let expansions = expand::expand(index, &parsed, query.spelling);
    let ranking = score::score(index, &parsed, &expansions);
    let mut answers = answers::find(index, &parsed, &expansions.corrections);
    if ranking.pages.first().is_some_and(|first| first.is_named) {
        // What the query names is the best answer to a part of it.
        let subject = parsed.subject();
        answers.retain(|asked| subject.iter().all(|at| asked.positions.contains(at)));
    }
    let is_answered = |at: &usize| answers.iter().any(|asked| asked.positions.contains(at));
    let unmatched = ranking.unmatched.iter().filter(|at| !is_answered(at));
    let unmatched: Vec<String> = unmatched
        .map(|at| parsed.words[*at].typed.clone())
        .collect();
    // An answer says more than pages that are no results.
    let nearest = ranking.nearest.iter().filter(|_| answers.is_empty());
    let nearest = nearest.map(|id| &*index.page(*id).page);
    let (facets, scored) = facets::narrow(index, ranking.pages, &query.filters);
    let total = scored.len();
    let pages = total.div_ceil(PAGE_LENGTH).max(1);
    let page = query.page.clamp(1, pages);
    let terms = HighlightTerms::new(&index.lexicon, expansions.highlights(&parsed));
    let shown = scored.into_iter().skip((page - 1) * PAGE_LENGTH);
    SearchResults {
        total,
        answers: answers.iter().map(|asked| asked.answer).collect(),
        hits: shown
            .take(PAGE_LENGTH)
            .map(|scored| hit(index, scored, &terms))
            .collect(),
        page,
        pages,
        facets,
        unmatched,
        nearest: nearest.collect(),
        suggestion: suggestion::suggest(index, &query.text, &parsed, &expansions.corrections),
        normalised_query: parsed.normalised(),
        budget: ranking.budget,
        index,
        parsed,
        expansions,
        term_scores: ranking.term_scores,
    }
}

fn hit<'a>(index: &'a Index, scored: ScoredPage, terms: &HighlightTerms<'_>) -> Hit<'a> {
    let indexed = index.page(scored.page);
    let ancestors = indexed.ancestors.iter();
    Hit {
        page: &indexed.page,
        ancestors: ancestors.map(|above| &*index.page(*above).page).collect(),
        title: snippet::title(indexed, terms),
        snippet: snippet::best(indexed, terms),
        scored,
    }
}
