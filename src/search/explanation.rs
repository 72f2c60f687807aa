//! The explanation of the score of a hit, in words for editors.

use crate::search::index::Index;
use crate::search::index::postings::on_page;
use crate::search::query::{ParsedQuery, QueryWord, WordRole};
use crate::search::score::factors::Factors;
use crate::search::score::terms::share;
use crate::search::terms::{DocId, PageField, WordId};
use crate::search::{Hit, SearchResults};

/// The most words of a set that are named.
const MAX_WORDS: usize = 3;

impl SearchResults<'_> {
    /// The reasons for the score of a hit, line by line.
    pub fn explain(&self, hit: &Hit<'_>) -> Vec<String> {
        let page = hit.scored.page;
        let mut lines = Vec::new();
        for (word, scores) in self.parsed.words.iter().zip(&self.term_scores) {
            let score = scores[page as usize];
            if score.best <= 0.0 {
                lines.push(format!("{}: staat er niet in", word.folded));
                continue;
            }
            let expansion = &self.expansions.all[usize::from(score.expansion)];
            let sets = expansion.word_sets.iter();
            let found: Vec<String> = sets
                .map(|set| words_on_page(self.index, page, set))
                .collect();
            lines.push(format!(
                "{}: {} ({}, gewicht {:.2}) {:.2}{}",
                word.folded,
                found.join(" + "),
                expansion.kind.name(),
                expansion.weight,
                score.sum(),
                share_text(&self.parsed, word)
            ));
        }
        lines.extend(factors_text(&hit.scored.factors));
        lines
    }
}

fn share_text(query: &ParsedQuery, word: &QueryWord) -> String {
    match (share(query, word), word.role) {
        (1.0, _) => String::new(),
        (share, WordRole::Stop) => format!(" × {share} (stopwoord)"),
        (share, _) => format!(" × {share} (zegt weinig)"),
    }
}

/// The factors that change the score. `None` if none does.
fn factors_text(factors: &Factors) -> Option<String> {
    let named = factors.named().into_iter();
    let changing = named.filter(|(_, factor)| *factor != 1.0);
    let texts: Vec<String> = changing
        .map(|(name, factor)| format!("{name} {factor:.2}"))
        .collect();
    (!texts.is_empty()).then(|| format!("maal {}", texts.join(" × ")))
}

/// The words of a set that a page has, with the fields that have them.
fn words_on_page(index: &Index, page: DocId, set: &[WordId]) -> String {
    let extents = index.postings.extents(page);
    let mut words = Vec::new();
    for id in set {
        let found = on_page(index.postings.of(*id), page);
        if found.is_empty() || words.len() == MAX_WORDS {
            continue;
        }
        let mut fields = Vec::new();
        for (field, count) in PageField::ALL.into_iter().zip(extents.frequencies(found)) {
            if count > 0 {
                fields.push(format!("{} {count}", field.name()));
            }
        }
        words.push(format!(
            "{} [{}]",
            index.lexicon.text(*id),
            fields.join(", ")
        ));
    }
    words.join(", ")
}
