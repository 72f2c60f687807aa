//! The explanation of the score of a hit, in words for editors.

use std::fmt;

use crate::search::expand::Expansions;
use crate::search::index::Index;
use crate::search::index::postings::{on_page, within};
use crate::search::query::{ParsedQuery, QueryWord, WordRole};
use crate::search::score::Ranking;
use crate::search::score::factors::Factors;
use crate::search::score::page::ScoredPage;
use crate::search::score::terms::share;
use crate::search::terms::{DocId, ExpansionKind, PageField, WordId};

/// The most words of a set that are named.
const MAX_WORDS: usize = 3;

/// The score of a page, line by line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation(Vec<String>);

impl fmt::Display for Explanation {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0
            .iter()
            .try_for_each(|line| writeln!(out, "    {line}"))
    }
}

/// Explains the score of a page in a ranking.
pub fn explain(
    index: &Index,
    query: &ParsedQuery,
    expansions: &Expansions,
    ranking: &Ranking,
    scored: &ScoredPage,
) -> Explanation {
    let mut lines = Vec::new();
    for (word, scores) in query.words.iter().zip(&ranking.term_scores) {
        let score = scores[scored.page as usize];
        if score.best <= 0.0 {
            lines.push(format!("{}: staat er niet in", word.folded));
            continue;
        }
        let expansion = &expansions.all[usize::from(score.expansion)];
        let sets = expansion.word_sets.iter();
        let found: Vec<String> = sets
            .map(|set| words_on_page(index, scored.page, set))
            .collect();
        lines.push(format!(
            "{}: {} ({}, gewicht {:.2}) {:.2}{}",
            word.folded,
            found.join(" + "),
            kind_name(expansion.kind),
            expansion.weight,
            score.sum(),
            share_text(query, word)
        ));
    }
    lines.extend(factors_text(&scored.factors));
    Explanation(lines)
}

fn kind_name(kind: ExpansionKind) -> &'static str {
    match kind {
        ExpansionKind::Exact => "het woord zelf",
        ExpansionKind::Stem => "andere vorm",
        ExpansionKind::Compound => "samenstelling",
        ExpansionKind::Parts => "de delen bij elkaar",
        ExpansionKind::Joined => "samen één woord",
        ExpansionKind::Root => "afgeleid woord",
        ExpansionKind::Part => "een deel",
        ExpansionKind::Synonym => "synoniem",
        ExpansionKind::Correction => "waarschijnlijk bedoeld",
        ExpansionKind::Prefix => "begin van een woord",
    }
}

fn field_name(field: PageField) -> &'static str {
    match field {
        PageField::Title => "titel",
        PageField::Names => "namen",
        PageField::Summary => "samenvatting",
        PageField::Headings => "koppen",
        PageField::Text => "tekst",
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
    let named = [
        ("dekking", factors.coverage),
        ("titel", factors.title),
        ("naast elkaar", factors.adjacent),
        ("soort", factors.kind),
        ("leeftijd", factors.age),
        ("taal", factors.language),
        ("plaats of thema", factors.entity),
        ("naam", factors.named),
    ];
    let changing = named.iter().filter(|(_, factor)| *factor != 1.0);
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
        for field in PageField::ALL {
            let count = within(found, &extents.positions(field)).len();
            if count > 0 {
                fields.push(format!("{} {count}", field_name(field)));
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
