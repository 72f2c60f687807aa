//! Why hits stand where they do, in words for editors.

use std::fmt;

use rustc_hash::FxHashMap;

use crate::search::Index;
use crate::search::analysis::words;
use crate::search::expansions::{ExpansionKind, Expansions};
use crate::search::fields;
use crate::search::lexicon::WordId;
use crate::search::query::{ParsedQuery, Role};
use crate::search::rank::{self, Factors, Ranked, Ranking};
use crate::search::segments::PageId;

/// Why a page stands where it does, in words for editors.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation(Vec<String>);

impl fmt::Display for Explanation {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0
            .iter()
            .try_for_each(|line| writeln!(out, "    {line}"))
    }
}

impl Ranking {
    /// Explains the rank of a page.
    pub fn explain(
        &self,
        index: &Index,
        query: &ParsedQuery,
        expansions: &Expansions,
        ranked: &Ranked,
    ) -> Explanation {
        let mut lines = Vec::new();
        for (at, word) in query.words.iter().enumerate() {
            let answer = self.answers[at][ranked.page as usize];
            if answer.worth <= 0.0 {
                lines.push(format!("{}: staat er niet in", word.folded));
                continue;
            }
            let expansion = &expansions.all[usize::from(answer.expansion)];
            let found: Vec<String> = expansion
                .sets
                .iter()
                .map(|set| on_page(index, ranked.page, set))
                .collect();
            let kind = match expansion.kind {
                ExpansionKind::Exact => "het woord zelf",
                ExpansionKind::Stem => "andere vorm",
                ExpansionKind::Compound => "samenstelling",
                ExpansionKind::Parts => "de delen bij elkaar",
                ExpansionKind::Whole => "samen één woord",
                ExpansionKind::Root => "afgeleid woord",
                ExpansionKind::Part => "een deel",
                ExpansionKind::Synonym => "synoniem",
                ExpansionKind::Meant => "waarschijnlijk bedoeld",
                ExpansionKind::Begun => "begin van een woord",
            };
            let share = match (rank::share(query, word), word.role) {
                (1.0, _) => String::new(),
                (share, Role::Stop) => format!(" × {share} (stopwoord)"),
                (share, _) => format!(" × {share} (zegt weinig)"),
            };
            lines.push(format!(
                "{}: {} ({kind}, gewicht {:.2}) {:.2}{share}",
                word.folded,
                found.join(" + "),
                expansion.weight,
                answer.sum()
            ));
        }
        let Factors {
            coverage,
            title,
            phrase,
            kind,
            age,
            language,
            place,
            named,
        } = ranked.factors;
        let factors = [
            ("dekking", coverage),
            ("titel", title),
            ("naast elkaar", phrase),
            ("soort", kind),
            ("leeftijd", age),
            ("taal", language),
            ("plaats of thema", place),
            ("naam", named),
        ];
        let named: Vec<String> = factors
            .iter()
            .filter(|(_, factor)| *factor != 1.0)
            .map(|(name, factor)| format!("{name} {factor:.2}"))
            .collect();
        if !named.is_empty() {
            lines.push(format!("maal {}", named.join(" × ")));
        }
        Explanation(lines)
    }
}

/// Which words of a set a page has, and where.
fn on_page(index: &Index, page: PageId, set: &[WordId]) -> String {
    let names = ["titel", "namen", "samenvatting", "koppen", "tekst"];
    let mut counts: FxHashMap<WordId, [usize; 5]> = FxHashMap::default();
    fields::texts(&index.pages[page as usize].page, &mut |field, text| {
        for word in words(text) {
            if let Some(id) = index
                .lexicon
                .id(index.pages[page as usize].language, &word.folded)
            {
                counts.entry(id).or_default()[field as usize] += 1;
            }
        }
    });
    let has = set.iter().filter_map(|id| {
        let places = counts
            .get(id)?
            .iter()
            .zip(names)
            .filter(|(count, _)| **count > 0);
        let places: Vec<String> = places
            .map(|(count, name)| format!("{name} {count}"))
            .collect();
        Some(format!(
            "{} [{}]",
            index.lexicon.text(*id),
            places.join(", ")
        ))
    });
    has.take(3).collect::<Vec<_>>().join(", ")
}
