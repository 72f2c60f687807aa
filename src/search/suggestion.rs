//! The suggestion: the query with its misspelt words corrected, as the site writes them.

use std::ops::Range;

use crate::search::analyse::{Token, fold, without_clitic, words};
use crate::search::expand::corrections::Corrections;
use crate::search::index::Index;
use crate::search::index::postings::by_page;
use crate::search::query::ParsedQuery;
use crate::search::terms::WordId;

/// The most pages that are examined for the spelling of a word.
const MAX_PAGES: usize = 8;

/// The query as it is probably meant. `None` where nothing is corrected.
pub fn suggest(
    index: &Index,
    text: &str,
    query: &ParsedQuery,
    corrections: &Corrections,
) -> Option<String> {
    if corrections.positions().is_empty() {
        return None;
    }
    let mut corrected = String::with_capacity(text.len());
    let mut done = 0;
    for token in words(text) {
        let at = query
            .words
            .iter()
            .position(|word| word.folded == token.folded);
        if let Some(id) = at.and_then(|at| corrections.at(at)) {
            corrected.push_str(&text[done..token.range.start]);
            corrected.push_str(&as_written(index, id));
            done = token.range.end;
        }
    }
    corrected.push_str(&text[done..]);
    Some(corrected.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// A word as the site writes it: with its accents, and with a capital only where it always has one.
fn as_written(index: &Index, word: WordId) -> String {
    let folded = index.lexicon.text(word);
    let mut capitalised: Option<String> = None;
    for found in by_page(index.postings.of(word)).take(MAX_PAGES) {
        let page = &index.page(found[0].page).page;
        let blocks = &page.body.blocks;
        let texts = blocks.iter().map(|block| block.text.as_str());
        for text in [page.meta.title.as_str(), page.meta.summary.as_str()]
            .into_iter()
            .chain(texts)
        {
            let is_it = |token: &Token<'_>| {
                let written = &text[token.range.clone()];
                token.folded == folded
                    && without_clitic(written) == written
                    && !is_in_address(text, &token.range)
            };
            for token in words(text).filter(is_it) {
                let written = &text[token.range];
                if written.starts_with(char::is_lowercase) {
                    return written.to_owned();
                }
                capitalised.get_or_insert_with(|| written.to_owned());
            }
        }
    }
    capitalised
        .filter(|written| fold(written) == folded)
        .unwrap_or_else(|| folded.to_owned())
}

/// True for a word in the address of a page or mailbox, where capitals are not written.
fn is_in_address(text: &str, word: &Range<usize>) -> bool {
    let mut after = text[word.end..].chars();
    let goes_on = match after.next() {
        Some('@' | '/') => true,
        Some('.') => after.next().is_some_and(char::is_alphanumeric),
        _ => false,
    };
    goes_on || text[..word.start].ends_with(['@', '/', '.'])
}
