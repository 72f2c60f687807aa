//! What answers to a question: for each word the words of the site that mean it, each with a weight that says how surely.

use std::cmp::Reverse;
use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::search::Index;
use crate::search::analysis::Language;
use crate::search::corrections::Corrections;
use crate::search::expansion::{Expansion, WordPosition};
use crate::search::lexicon::WordId;
use crate::search::query::{ParsedQuery, Role, Spelling};
use crate::search::thesaurus::{self, Phrase};

/// How many forms of a word count: those of most pages first.
const MOST_FORMS: usize = 24;

/// The words of a question share the compounds, of which each has some.
const MOST_COMPOUNDS: usize = 48;
const LEAST_COMPOUNDS: usize = 8;

/// Of so many words that were probably meant all is found that answers; of more only the words themselves, to bound what it costs.
const MOST_MEANT: usize = 3;

/// What answers to a word that was probably meant weighs this much of what it would had the word been typed.
const MEANT: f32 = 0.8;

/// How a word of the site answers to a word of the question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExpansionKind {
    /// It is the word.
    Exact,
    /// It is another form of the word.
    Stem,
    /// It is a compound with the word.
    Compound,
    /// They are the parts of the word, near each other.
    Parts,
    /// Two words of the question make it together: `markt` and `arbeid` for `arbeidsmarkt`.
    Whole,
    /// The word is made of it by an ending: `geluk` in `gelukkig`.
    Root,
    /// It is one of the parts of the word, which the site does not have.
    Part,
    Synonym,
    /// It is what the word was probably meant to be.
    Meant,
    /// It begins with the word.
    Begun,
}

impl ExpansionKind {
    /// How far an answer of this kind may be taken to be about the word at all.
    pub fn certainty(self) -> f32 {
        match self {
            ExpansionKind::Exact
            | ExpansionKind::Stem
            | ExpansionKind::Synonym
            | ExpansionKind::Compound
            | ExpansionKind::Parts
            | ExpansionKind::Whole => 1.0,
            ExpansionKind::Meant | ExpansionKind::Root | ExpansionKind::Begun => 0.7,
            ExpansionKind::Part => 0.4,
        }
    }

    /// How much an answer of this kind weighs against the word itself.
    pub fn weight(self) -> f32 {
        match self {
            ExpansionKind::Exact => 1.0,
            ExpansionKind::Stem => 0.85,
            ExpansionKind::Synonym => 0.65,
            ExpansionKind::Compound => 0.55,
            ExpansionKind::Parts => 0.7,
            ExpansionKind::Whole => 0.8,
            ExpansionKind::Meant => 0.5,
            ExpansionKind::Root => 0.45,
            ExpansionKind::Begun => 0.45,
            ExpansionKind::Part => 0.3,
        }
    }
}

/// One way in which pages can answer to words of the question.
pub struct TermExpansion {
    pub kind: ExpansionKind,
    pub weight: f32,
    /// The words of the question that it answers, by their place: from the first up to the last.
    pub query_words: Range<usize>,
    /// A page must have a word of each set. Where there are more sets than one, they must stand near each other.
    pub sets: Vec<Vec<WordId>>,
}

/// All ways in which pages can answer to a question.
pub struct Expansions {
    pub all: Vec<TermExpansion>,
    pub corrections: Corrections,
}

/// How a word of the site answers.
#[derive(Clone)]
pub struct Highlight {
    pub weight: f32,
    /// The words of the question to which it does.
    pub query_words: Range<usize>,
    pub adjacency: Adjacency,
}

/// Whether a word answers by itself, or only beside others: `markt` and `arbeid` for `arbeidsmarkt`.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
pub enum Adjacency {
    Required,
    None,
}

/// Finds what answers to a question.
pub fn of(index: &Index, query: &ParsedQuery, spelling: Spelling) -> Expansions {
    let mut all = Vec::new();
    let compounds =
        (MOST_COMPOUNDS / query.with_role(Role::Content).count().max(1)).max(LEAST_COMPOUNDS);
    for (at, word) in query.words.iter().enumerate() {
        let position = if at + 1 == query.words.len() {
            WordPosition::Last
        } else {
            WordPosition::Inner
        };
        for language in index.languages.iter().copied() {
            let mut expansion = Expansion {
                index,
                language,
                at,
                compounds,
                found: &mut all,
            };
            if language == query.language {
                expansion.of(&word.folded, word.role, position);
            } else {
                expansion.as_it_is(&word.folded, word.role);
            }
        }
    }
    let typed: Vec<&str> = query
        .words
        .iter()
        .map(|word| word.folded.as_str())
        .collect();
    wholes(index, query, &typed, &mut all);
    synonyms(index, query, &typed, &mut all);
    let corrections = match spelling {
        Spelling::Mended => Corrections::of(index, query, &mut all),
        Spelling::AsTyped => Corrections::none(query),
    };
    all.extend(meant(index, query, &corrections, compounds));
    Expansions { all, corrections }
}

/// What answers to the words that were probably meant, as if they had been typed, but weighing less.
fn meant(
    index: &Index,
    query: &ParsedQuery,
    corrections: &Corrections,
    compounds: usize,
) -> Vec<TermExpansion> {
    let mut found = Vec::new();
    let mended: Vec<usize> = corrections.places().collect();
    if mended.is_empty() {
        return found;
    }
    let words = corrections.words(index, query);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    for (number, at) in mended.iter().enumerate() {
        let mut expansion = Expansion {
            index,
            language: query.language,
            at: *at,
            compounds,
            found: &mut found,
        };
        if number < MOST_MEANT {
            expansion.of(words[*at], Role::Content, WordPosition::Inner);
        } else {
            expansion.as_it_is(words[*at], Role::Content);
        }
    }
    wholes(index, query, &words, &mut found);
    synonyms(index, query, &words, &mut found);
    found.retain(|expansion| mended.iter().any(|at| expansion.query_words.contains(at)));
    for expansion in &mut found {
        expansion.weight *= MEANT;
        expansion.kind = ExpansionKind::Meant;
    }
    found
}

/// The words that pages have, those of most pages first and then the shortest, in an order that does not hang on their numbers.
pub fn common_first(index: &Index, ids: impl Iterator<Item = WordId>, most: usize) -> Vec<WordId> {
    let mut ids: Vec<WordId> = ids.filter(|id| index.lexicon.pages(*id) > 0).collect();
    ids.sort_unstable();
    ids.dedup();
    let commoner = |a: &WordId, b: &WordId| {
        let rank = |id: &WordId| {
            (
                Reverse(index.lexicon.pages(*id)),
                index.lexicon.text(*id).len(),
            )
        };
        rank(a)
            .cmp(&rank(b))
            .then_with(|| index.lexicon.text(*a).cmp(index.lexicon.text(*b)))
    };
    if ids.len() > most {
        ids.select_nth_unstable_by(most, commoner);
        ids.truncate(most);
    }
    ids.sort_unstable_by(commoner);
    ids
}

/// A word in all its forms. A word that only holds a sentence together is a form of no other: `hoeveel` is none of `hoevel`.
pub fn forms_of(index: &Index, language: Language, word: &str) -> Vec<WordId> {
    let is_form = |id: &WordId| {
        let other = index.lexicon.text(*id);
        other == word || !language.is_stop_word(other) && !language.tells_apart(word, other)
    };
    common_first(
        index,
        index
            .lexicon
            .with_stem(language, &language.stem(word))
            .filter(is_form),
        MOST_FORMS,
    )
}

/// The words that two words of the question make together, one behind the other or before it.
fn wholes(index: &Index, query: &ParsedQuery, words: &[&str], found: &mut Vec<TermExpansion>) {
    let content: Vec<usize> = query.with_role(Role::Content).collect();
    for pair in content.windows(2) {
        let word = |at: usize| words[pair[at]];
        let made = |first: &str, last: &str| {
            let whole = |link: &&str| {
                index
                    .lexicon
                    .id(query.language, &format!("{first}{link}{last}"))
            };
            query
                .language
                .links()
                .iter()
                .filter_map(whole)
                .collect::<Vec<_>>()
        };
        let ids = made(word(0), word(1))
            .into_iter()
            .chain(made(word(1), word(0)));
        let set = common_first(index, ids, MOST_FORMS);
        if !set.is_empty() {
            found.push(TermExpansion {
                kind: ExpansionKind::Whole,
                weight: ExpansionKind::Whole.weight(),
                query_words: pair[0]..pair[1] + 1,
                sets: vec![set],
            });
        }
    }
}

/// What the words of the question mean by another name.
fn synonyms(index: &Index, query: &ParsedQuery, words: &[&str], found: &mut Vec<TermExpansion>) {
    let content: Vec<usize> = query.with_role(Role::Content).collect();
    let stems = thesaurus::stems(query.language, content.iter().map(|at| words[*at]));
    for from in 0..content.len() {
        for (length, finds) in index.thesaurus.at(query.language, &stems[from..]) {
            let range = content[from]..content[from + length - 1] + 1;
            // A word that the site has itself is meant as it is, more than as its synonym.
            let is_known = found.iter().any(|expansion| {
                expansion.kind == ExpansionKind::Exact
                    && range.contains(&expansion.query_words.start)
            });
            let weight = ExpansionKind::Synonym.weight() * if is_known { 0.9 } else { 1.0 };
            for phrase in finds {
                add_phrase(
                    index,
                    phrase,
                    range.clone(),
                    ExpansionKind::Synonym,
                    weight,
                    found,
                );
            }
        }
    }
}

/// Adds the words of a phrase, in every language that has them all.
pub fn add_phrase(
    index: &Index,
    phrase: &Phrase,
    query_words: Range<usize>,
    kind: ExpansionKind,
    weight: f32,
    found: &mut Vec<TermExpansion>,
) {
    for language in &index.languages {
        let sets: Vec<Vec<WordId>> = phrase
            .iter()
            .map(|word| forms_of(index, *language, word))
            .collect();
        if sets.iter().all(|set| !set.is_empty()) {
            found.push(TermExpansion {
                kind,
                weight,
                query_words: query_words.clone(),
                sets,
            });
        }
    }
}

impl Expansions {
    /// The words that answer, each with what is sure of it.
    pub fn marked(&self) -> FxHashMap<WordId, Highlight> {
        let mut marked: FxHashMap<WordId, Highlight> = FxHashMap::default();
        for expansion in &self.all {
            let adjacency = if expansion.sets.len() > 1 {
                Adjacency::Required
            } else {
                Adjacency::None
            };
            for id in expansion.sets.iter().flatten() {
                let new = Highlight {
                    weight: expansion.weight,
                    query_words: expansion.query_words.clone(),
                    adjacency,
                };
                let known = marked.entry(*id).or_insert_with(|| new.clone());
                if (new.adjacency, new.weight) > (known.adjacency, known.weight) {
                    *known = new;
                }
            }
        }
        marked
    }
}
