//! Pages whose name is the query: they come first.

use crate::search::expand::Expansions;
use crate::search::index::Index;
use crate::search::index::names::NamedPages;
use crate::search::kinds;
use crate::search::query::ParsedQuery;
use crate::search::score::factors::{Factors, is_in_language};
use crate::search::score::page::{ScoredPage, by_score};
use crate::search::terms::{DocId, ExpansionKind};

/// Puts the pages first that the query names, as typed or as corrected. A page in another language
/// counts as named only where nothing in that of the query is better.
pub fn promote_named(
    index: &Index,
    query: &ParsedQuery,
    expansions: &Expansions,
    corrected: &[String],
    scored: &mut Vec<ScoredPage>,
) {
    let best = scored.iter().min_by(|a, b| by_score(a, b));
    let best_score = best.map_or(1.0, ScoredPage::score);
    let has_own = best.is_some_and(|best| is_in_language(index, query, best.page));
    let named = named_pages(index, query, expansions, corrected, has_own);
    let asks_definition = query.asks_definition();
    for (page, found) in named {
        let known = scored.iter().position(|scored| scored.page == page);
        let at = match known {
            Some(at) => at,
            // It has not the quoted phrase.
            None if !query.phrases.is_empty() => continue,
            None => {
                scored.push(ScoredPage {
                    page,
                    sum: best_score,
                    factors: Factors::NONE,
                    is_evident: true,
                    is_named: true,
                });
                scored.len() - 1
            }
        };
        let scored = &mut scored[at];
        let target = kinds::named_score(&index.page(page).page, found, asks_definition);
        scored.factors.named = (best_score * target / scored.score()).max(1.0);
        scored.is_named = true;
    }
}

/// The pages of which the query is the name.
fn named_pages(
    index: &Index,
    query: &ParsedQuery,
    expansions: &Expansions,
    corrected: &[String],
    has_own: bool,
) -> NamedPages {
    let mut without_request = corrected.to_vec();
    without_request.retain(|word| !query.language.asks_definition(word));
    let completed = completed_name(index, query, expansions, corrected).unwrap_or_default();
    let readings = [&query.texts(), corrected, &without_request, &completed];
    let mut named = readings.map(|words| index.names.find(words)).to_vec();
    named.retain(|pages| !pages.is_empty());
    let is_own = |page: &DocId| is_in_language(index, query, *page);
    for pages in &named {
        let own: NamedPages = pages
            .clone()
            .into_iter()
            .filter(|(page, _)| is_own(page))
            .collect();
        if !own.is_empty() {
            return own;
        }
    }
    let mut others = named.into_iter().filter(|_| !has_own);
    others.next().unwrap_or_default()
}

/// The query with its last word completed, if that is the name of a page: `wat doet samen` becomes
/// `wat doet samentwente`.
fn completed_name(
    index: &Index,
    query: &ParsedQuery,
    expansions: &Expansions,
    words: &[String],
) -> Option<Vec<String>> {
    let last = words
        .len()
        .checked_sub(1)
        .filter(|_| query.phrases.is_empty())?;
    let completions = expansions.all.iter().filter(|expansion| {
        expansion.kind == ExpansionKind::Prefix && expansion.query_words.contains(&last)
    });
    for id in completions.flat_map(|expansion| expansion.word_sets.iter().flatten()) {
        let mut completed = words.to_vec();
        completed[last] = index.lexicon.text(*id).to_owned();
        let mut named = index.names.find(&completed).into_keys();
        if named.any(|page| is_in_language(index, query, page)) {
            return Some(completed);
        }
    }
    None
}
