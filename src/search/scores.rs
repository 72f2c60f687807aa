//! What each page answers to each word of a question, and how much of that is looked up.
//!
//! Each expansion of a word is query of tantivy, field by field, and scored by it (BM25). Expansions are query one by one, not as one
//! query: only so is it known which of them answered, and only so are scores added in an order that does not hang on how the pages
//! lie in segments. The surest are query first, until the question has cost all that it may.

use std::collections::BTreeSet;

use tantivy::query::Query;

use crate::search::Index;
use crate::search::analysis::Language;
use crate::search::expansions::{ExpansionKind, Expansions, TermExpansion};
use crate::search::fields::Field;
use crate::search::lexicon::WordId;
use crate::search::query::ParsedQuery;
use crate::search::segments::{self, PageId, Sought, phrase, single};

/// What a word in a field is worth: in the title, the names, the summary, the headings and the text.
const FIELD_WEIGHTS: [f32; 5] = [7.0, 4.0, 3.0, 2.0, 5.0];

/// The worth at which a word counts for half of what it can.
const SATURATION: f32 = 3.0;

/// What the next best answer to a word adds to the best.
const NEXT_SHARE: f32 = 0.4;

/// A word is not looked up that adds less than this share of what the word adds that says most: it is on most pages, which costs
/// much, and tells none from the others.
const LEAST_ADDED: f32 = 0.02;

/// How far the parts of a word stand from each other, at most.
const SPACE_BETWEEN: u32 = 3;

/// The work that answering takes, in things that can be counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct QueryBudget {
    /// How many things are looked up, in every field.
    pub lookups: usize,
    /// On how many pages a word is found, for each word.
    pub found: usize,
    /// On how many pages the places of words are compared.
    pub compared: usize,
}

impl QueryBudget {
    /// No question takes more, whatever its words.
    pub const MOST: QueryBudget = QueryBudget {
        lookups: 600,
        found: 100_000,
        compared: 5_000,
    };

    /// Takes more, where that does not become too much.
    fn take(&mut self, more: QueryBudget) -> bool {
        let QueryBudget {
            lookups,
            found,
            compared,
        } = *self;
        let sum = QueryBudget {
            lookups: lookups + more.lookups,
            found: found + more.found,
            compared: compared + more.compared,
        };
        let fits = sum.lookups <= Self::MOST.lookups
            && sum.found <= Self::MOST.found
            && sum.compared <= Self::MOST.compared;
        if fits {
            *self = sum;
        }
        fits
    }
}

/// The best answer of a page to a word of the question: what it is worth, and the expansion that gave it.
#[derive(Clone, Copy, Default)]
pub struct TermScore {
    pub worth: f32,
    /// What the next best answer is worth.
    next: f32,
    pub expansion: u16,
}

impl TermScore {
    /// What the answers are worth together: a page that says it in two ways is more about it.
    pub fn sum(self) -> f32 {
        self.worth + NEXT_SHARE * self.next
    }

    /// Counts what a expansion is worth.
    fn give(&mut self, worth: f32, expansion: u16) {
        if worth > self.worth {
            let next = if self.expansion == expansion {
                self.next
            } else {
                self.worth
            };
            *self = TermScore {
                worth,
                next,
                expansion,
            };
        } else if self.expansion != expansion {
            self.next = self.next.max(worth);
        }
    }
}

/// For each word of the question and each page the best answer, and what it took to know. Every word has a rarity, and a share in what
/// a page is worth.
pub fn of(
    index: &Index,
    query: &ParsedQuery,
    expansions: &Expansions,
    rarity: &[f32],
    shares: &[f32],
) -> (Vec<Vec<TermScore>>, QueryBudget) {
    let mut answers = vec![vec![TermScore::default(); index.pages.len()]; query.words.len()];
    let mut worths = FieldScores::of(index);
    let mut budget = QueryBudget::default();
    let adds: Vec<f32> = rarity
        .iter()
        .zip(shares)
        .map(|(rarity, share)| rarity * share)
        .collect();
    let most = expansions
        .all
        .iter()
        .flat_map(|expansion| &adds[expansion.query_words.clone()])
        .copied()
        .fold(0.0, f32::max);
    let least = most * LEAST_ADDED;
    let adds_much =
        |expansion: &TermExpansion| expansion.query_words.clone().any(|at| adds[at] >= least);
    let mut surest_first: Vec<usize> = (0..expansions.all.len())
        .filter(|number| adds_much(&expansions.all[*number]))
        .collect();
    surest_first.sort_by(|a, b| {
        expansions.all[*b]
            .weight
            .total_cmp(&expansions.all[*a].weight)
    });
    for number in surest_first {
        let expansion = &expansions.all[number];
        let sets: Vec<BTreeSet<(Language, Sought)>> = expansion
            .sets
            .iter()
            .map(|set| sought(index, expansion.kind, set))
            .collect();
        if !budget.take(cost(index, expansion, &sets)) {
            continue;
        }
        let worth_at_most = expansion.weight * rarity_of_variant(index, expansion, rarity);
        let mut give = |page: PageId, worth: f32| {
            for at in expansion.query_words.clone() {
                answers[at][page as usize].give(worth * worth_at_most, number as u16);
            }
        };
        if let [set] = &sets[..] {
            for (language, sought) in set {
                worths.add(index, 1, |field| single(*language, field, sought));
                worths.take(&mut give);
            }
        } else if let Some(parts) = sets
            .iter()
            .map(|set| set.first())
            .collect::<Option<Vec<_>>>()
        {
            worths.add(index, parts.len(), |field| {
                phrase(field, &parts, SPACE_BETWEEN)
            });
            worths.take(&mut give);
        }
    }
    (answers, budget)
}

/// What it takes to look up a expansion.
fn cost(
    index: &Index,
    expansion: &TermExpansion,
    sets: &[BTreeSet<(Language, Sought)>],
) -> QueryBudget {
    let pages = expansion.sets.iter().map(|set| pages_of(index, set));
    match sets {
        [set] => QueryBudget {
            lookups: set.len(),
            found: pages.sum(),
            compared: 0,
        },
        sets => QueryBudget {
            lookups: sets.len(),
            found: 0,
            compared: pages.min().unwrap_or(0),
        },
    }
}

/// How rare each word of the question is, in all its forms; of a word that the site does not have, what means it most surely.
pub fn rarities(index: &Index, query: &ParsedQuery, expansions: &Expansions) -> Vec<f32> {
    let count = |expansion: &TermExpansion| {
        expansion
            .sets
            .iter()
            .map(|set| pages_of(index, set))
            .min()
            .unwrap_or(0)
    };
    let of_word = |at: usize| {
        let of_word = || {
            expansions
                .all
                .iter()
                .filter(|expansion| expansion.query_words.contains(&at))
        };
        let own: usize = of_word()
            .filter(|expansion| {
                matches!(expansion.kind, ExpansionKind::Exact | ExpansionKind::Stem)
            })
            .map(count)
            .sum();
        let surest = of_word()
            .map(|expansion| expansion.weight)
            .fold(0.0, f32::max);
        let surest = || {
            of_word()
                .filter(move |expansion| expansion.weight >= surest)
                .map(count)
                .max()
                .unwrap_or(0)
        };
        rarity_of(index, if own > 0 { own } else { surest() })
    };
    (0..query.words.len()).map(of_word).collect()
}

/// How rare a expansion is, and no rarer than the words that it answers.
fn rarity_of_variant(index: &Index, expansion: &TermExpansion, rarity: &[f32]) -> f32 {
    let most = expansion
        .query_words
        .clone()
        .map(|at| rarity[at])
        .fold(0.0, f32::max);
    match expansion.kind {
        ExpansionKind::Exact | ExpansionKind::Stem => most,
        _ => expansion
            .sets
            .iter()
            .map(|set| rarity_of(index, pages_of(index, set)))
            .fold(0.0, f32::max)
            .min(most),
    }
}

/// How rare something on this many pages is.
pub fn rarity_of(index: &Index, pages: usize) -> f32 {
    let (all, pages) = (
        index.pages.len() as f32,
        pages.min(index.pages.len()) as f32,
    );
    (1.0 + (all - pages + 0.5) / (pages + 0.5)).ln()
}

fn pages_of(index: &Index, set: &[WordId]) -> usize {
    set.iter().map(|id| index.lexicon.pages(*id)).sum()
}

/// What is looked for where any word of a set will do: the words themselves, or all that have the stems of them.
fn sought(index: &Index, kind: ExpansionKind, set: &[WordId]) -> BTreeSet<(Language, Sought)> {
    let sought = |id: &WordId| {
        let (language, word) = (index.lexicon.language(*id), index.lexicon.text(*id));
        let is_itself = matches!(kind, ExpansionKind::Exact | ExpansionKind::Stem)
            || language.is_stop_word(word);
        (
            language,
            if is_itself {
                Sought::Word(word.to_owned())
            } else {
                Sought::Stem(language.stem(word).into_owned())
            },
        )
    };
    set.iter().map(sought).collect()
}

/// What each page has of what is looked for: between 0 and 1, by where it stands and how often.
struct FieldScores {
    of_page: Vec<f32>,
    pages: Vec<PageId>,
}

impl FieldScores {
    fn of(index: &Index) -> Self {
        FieldScores {
            of_page: vec![0.0; index.pages.len()],
            pages: Vec::new(),
        }
    }

    /// Adds what the pages have by a query in each field.
    fn add(&mut self, index: &Index, terms: usize, query: impl Fn(Field) -> Box<dyn Query>) {
        for (field, weight) in Field::ALL.into_iter().zip(FIELD_WEIGHTS) {
            segments::find(&index.parts, &*query(field), terms, &mut |page, score| {
                let worth = &mut self.of_page[page as usize];
                if *worth == 0.0 {
                    self.pages.push(page);
                }
                *worth += weight * score;
            });
        }
    }

    /// Hands over the pages that have something, and forgets them.
    fn take(&mut self, mut each: impl FnMut(PageId, f32)) {
        for page in self.pages.drain(..) {
            let sum = std::mem::take(&mut self.of_page[page as usize]);
            each(page, sum / (sum + SATURATION));
        }
    }
}
