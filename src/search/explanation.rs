//! The explanation of the score of a hit, in words for editors.

use crate::message;
use crate::message::{Message, MessageValue};
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
    pub fn explain(&self, hit: &Hit<'_>) -> Vec<Message> {
        let page = hit.scored.page;
        let mut lines = Vec::new();
        for (of, scores) in self.parsed.words.iter().zip(&self.term_scores) {
            let score = scores[page as usize];
            if score.best <= 0.0 {
                lines.push(message!("search-without-word", word = &of.folded));
                continue;
            }
            let expansion = &self.expansions.all[usize::from(score.expansion)];
            let sets = expansion.word_sets.iter();
            let found = sets.map(|set| words_on_page(self.index, page, set));
            let found = found.reduce(|first, second| message!("search-and", first, second).into());
            let (word, found) = (&of.folded, found.unwrap_or_else(|| "".into()));
            let kind = message!("search-match", kind = expansion.kind.name());
            let [weight, score] = [expansion.weight, score.sum()].map(|of| format!("{of:.2}"));
            let line = message!("search-with-word", word, found, kind, weight, score);
            lines.push(with_share(line, &self.parsed, of));
        }
        lines.extend(factors_text(&hit.scored.factors));
        lines
    }
}

/// The line with the share that its word has in the score, where it is not all.
fn with_share(line: Message, query: &ParsedQuery, word: &QueryWord) -> Message {
    let share = share(query, word);
    if share == 1.0 {
        return line;
    }
    let share = share.to_string();
    match word.role {
        WordRole::Stop => message!("search-stop-word", line, share),
        _ => message!("search-weak-word", line, share),
    }
}

/// The factors that change the score. `None` if none does.
fn factors_text(factors: &Factors) -> Option<Message> {
    let named = factors.named().into_iter();
    let changing = named.filter(|(_, factor)| *factor != 1.0);
    let texts = changing
        .map(|(name, factor)| message!("search-factor", name, factor = format!("{factor:.2}")));
    let factors = texts.reduce(|first, second| message!("search-product", first, second))?;
    Some(message!("search-factors", factors))
}

/// The words of a set that a page has, with the fields that have them.
fn words_on_page(index: &Index, page: DocId, set: &[WordId]) -> MessageValue {
    let extents = index.postings.extents(page);
    let found = set
        .iter()
        .map(|id| (id, on_page(index.postings.of(*id), page)));
    let found = found.filter(|(_, found)| !found.is_empty());
    let words = found.take(MAX_WORDS).map(|(id, found)| {
        let fields = PageField::ALL.into_iter().zip(extents.frequencies(found));
        let fields = fields.filter(|(_, count)| *count > 0);
        let fields = fields.map(|(of, count)| message!("search-field", field = of.name(), count));
        let fields: MessageValue = fields.collect();
        message!("search-word", word = index.lexicon.text(*id), fields)
    });
    words.collect()
}
