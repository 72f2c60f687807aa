//! The passive: a form of `worden` with a participle near it.

use std::sync::LazyLock;

use crate::site::rules::words::words_in;

/// The forms of `worden` that make a passive. Those of `zijn` do so too, but mostly stand with
/// verbs of movement or change.
const AUXILIARIES: &[&str] = &["word", "wordt", "worden", "werd", "werden"];

/// The most words between the two.
const REACH: usize = 8;

/// Words that put off what `worden` says once more: `zou kunnen worden`.
const MODALS: &[&str] = &[
    "kan", "kunnen", "kon", "konden", "moet", "moeten", "moest", "moesten", "mag", "mogen",
    "mocht", "mochten", "zal", "zullen", "zou", "zouden",
];

/// Parts in front of a verb that come before the `ge` of its participle: `aangelegd`, `uitgevoerd`.
static SEPARABLE_PREFIXES: LazyLock<Vec<&str>> =
    LazyLock::new(|| words_in(include_str!("../words/separable-prefixes.txt")).collect());

/// Participles that end in `en`; so many nouns do that they cannot be known by their ending.
static PARTICIPLES_IN_EN: LazyLock<Vec<&str>> =
    LazyLock::new(|| words_in(include_str!("../words/participles.txt")).collect());

/// Words right before a noun, and never before a participle that makes a passive.
const ARTICLES: &[&str] = &[
    "de", "het", "een", "deze", "dit", "die", "onze", "ons", "elk", "elke", "geen",
];

/// The ends of nouns.
const NOUNS: &[&str] = &["heid", "teit", "schat", "markt", "budget"];

/// Words that look like a participle and are none.
static NOT_PARTICIPLES: LazyLock<Vec<&str>> =
    LazyLock::new(|| words_in(include_str!("../words/not-participles.txt")).collect());

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
    if PARTICIPLES_IN_EN.contains(&word) {
        return true;
    }
    let is_noun = |noun: &&str| word == *noun || noun.len() > 5 && word.ends_with(*noun);
    if NOT_PARTICIPLES.iter().any(is_noun)
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
            .iter()
            .filter_map(|prefix| word.strip_prefix(prefix))
            .find(|rest| rest.starts_with("ge") || PARTICIPLES_IN_EN.contains(rest))
    };
    match after_prefix() {
        Some(rest) => PARTICIPLES_IN_EN.contains(&rest) || is_weak && rest.len() > 4,
        None => has_prefix && is_weak,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(sentence: &str, expected: usize) {
        assert_eq!(
            count(&sentence.split(' ').collect::<Vec<_>>()),
            expected,
            "{sentence}"
        );
    }

    #[test]
    fn a_form_of_worden_with_a_participle_is_passive() {
        check("de weg wordt volgend jaar aangelegd", 1);
        check(
            "dat besloten werd nadat het plan was besproken en gelezen",
            1,
        );
        check(
            "het plan werd gemaakt en daarna door de raad aangenomen terwijl er niets meer aan veranderd kon worden",
            2,
        );
    }

    #[test]
    fn worden_without_a_participle_is_not() {
        check("het gebied wordt groter en de gemeenten worden sterker", 0);
        check("zij wordt burgemeester van een grote gemeente", 0);
        check(
            "de gezondheid wordt beter en de bereikbaarheid wordt groter",
            0,
        );
        check(
            "het verschil in bereid wordt kleiner nu het bestuursbesluit langer wordt",
            0,
        );
        check("het gebouwde huis staat er", 0);
    }

    #[test]
    fn two_modals_on_worden_are_a_pile() {
        assert!(has_stacked_modals(&[
            "dat",
            "zou",
            "kunnen",
            "worden",
            "aangepast"
        ]));
        assert!(!has_stacked_modals(&[
            "dat",
            "kan",
            "worden",
            "aangepast",
            "nu"
        ]));
        assert!(!has_stacked_modals(&[
            "het", "zou", "moeten", "kunnen", "lukken"
        ]));
    }
}
