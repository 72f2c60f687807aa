//! The passive: a form of `worden` with a participle near it.

use crate::site::rules::words::WordFile;

/// The forms of `worden` that make a passive. Those of `zijn` do so too, but mostly stand with
/// verbs of movement or change.
const AUXILIARIES: &[&str] = &["word", "wordt", "worden", "werd", "werden"];

/// The most words between the two.
const REACH: usize = 8;

/// Words that put off what `worden` says once more: `zou kunnen worden`.
static MODALS: WordFile = WordFile::new(include_str!("../words/modals.txt"));

/// Parts in front of a verb that come before the `ge` of its participle: `aangelegd`, `uitgevoerd`.
static SEPARABLE_PREFIXES: WordFile =
    WordFile::new(include_str!("../words/separable-prefixes.txt"));

/// Participles that end in `en`; so many nouns do that they cannot be known by their ending.
static PARTICIPLES_IN_EN: WordFile = WordFile::new(include_str!("../words/participles.txt"));

/// Words right before a noun, and never before a participle that makes a passive.
const ARTICLES: &[&str] = &[
    "de", "het", "een", "deze", "dit", "die", "onze", "ons", "elk", "elke", "geen",
];

/// The ends of nouns.
const NOUNS: &[&str] = &["heid", "teit", "schat", "markt", "budget"];

/// Words that look like a participle and are none.
static NOT_PARTICIPLES: WordFile = WordFile::new(include_str!("../words/not-participles.txt"));

/// True if there may be a form of `worden` in a text.
pub fn may_be_in(text: &str) -> bool {
    let begins = |letters: &[u8]| {
        ["word", "werd"]
            .iter()
            .any(|start| letters.eq_ignore_ascii_case(start.as_bytes()))
    };
    memchr::memchr2_iter(b'w', b'W', text.as_bytes())
        .any(|at| text.as_bytes().get(at..at + 4).is_some_and(begins))
}

/// The number of passive constructions in a sentence. `words` are in lower case.
pub fn count(words: &[&str]) -> usize {
    let auxiliaries = words
        .iter()
        .enumerate()
        .filter(|(_, word)| AUXILIARIES.contains(word));
    auxiliaries
        .filter(|(at, _)| {
            let mut near = at.saturating_sub(REACH)..words.len().min(at + REACH + 1);
            near.any(|at| {
                is_participle(words[at])
                    && !at
                        .checked_sub(1)
                        .is_some_and(|before| ARTICLES.contains(&words[before]))
            })
        })
        .count()
}

/// True if a sentence piles two modals on `worden`: `zou kunnen worden aangepast`.
pub fn has_stacked_modals(words: &[&str]) -> bool {
    let is_stacked = |window: &[&str]| {
        window.contains(&"worden")
            && window.iter().filter(|word| MODALS.contains(word)).count() >= 2
    };
    words.contains(&"worden") && words.windows(5).any(is_stacked)
}

fn is_participle(word: &str) -> bool {
    if PARTICIPLES_IN_EN.contains(word) {
        return true;
    }
    let is_noun = |noun: &&str| word == *noun || noun.len() > 5 && word.ends_with(*noun);
    if NOT_PARTICIPLES.words().iter().any(is_noun)
        || NOUNS.iter().any(|ending| word.ends_with(ending))
        || word.chars().count() < 5
    {
        return false;
    }
    let has_prefix = ["ge", "be", "ver", "ont", "her", "er"]
        .iter()
        .any(|prefix| word.starts_with(prefix));
    let is_weak = word.ends_with(['d', 't']);
    let after_prefix = || {
        SEPARABLE_PREFIXES
            .words()
            .iter()
            .filter_map(|prefix| word.strip_prefix(prefix))
            .find(|rest| rest.starts_with("ge") || PARTICIPLES_IN_EN.contains(rest))
    };
    match after_prefix() {
        Some(rest) => PARTICIPLES_IN_EN.contains(rest) || is_weak && rest.len() > 4,
        None => has_prefix && is_weak,
    }
}
