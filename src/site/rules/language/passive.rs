//! The passive: a form of `worden` or `zijn` with its participle.

use crate::site::rules::words::WordFile;

/// The forms of the verbs that make a passive, and of `hebben`, which makes a perfect.
const WORDEN: &[&str] = &["word", "wordt", "worden", "werd", "werden"];
const ZIJN: &[&str] = &["is", "zijn", "was", "waren"];
const HEBBEN: &[&str] = &["heb", "hebt", "heeft", "hebben", "had", "hadden"];

/// Participles that with `zijn` say how something is, or what it has done itself.
static WITH_ZIJN: WordFile = WordFile::new(include_str!("../words/with-zijn.txt"));

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

/// The number of passive constructions in a clause. `words` are in lower case.
pub fn count(words: &[&str]) -> usize {
    let has_perfect = words.iter().any(|word| HEBBEN.contains(word));
    let is_passive = |at: &usize| {
        let is_worden = WORDEN.contains(&words[*at]);
        let is_its = |at: usize| {
            let word = words[at];
            let follows_article = at > 0 && ARTICLES.contains(&words[at - 1]);
            is_participle(word) && !follows_article && (is_worden || !WITH_ZIJN.contains(word))
        };
        // `wordt morgen geopend`, as far as the next such verb; or `geopend zou worden`.
        let is_verb = |at: &usize| {
            let verbs = [WORDEN, ZIJN, HEBBEN];
            verbs.iter().any(|forms| forms.contains(&words[*at]))
        };
        let mut ahead = (at + 1..words.len()).take_while(|at| !is_verb(at));
        let is_put_off = |at: &usize| words[*at] == "te" || MODALS.contains(words[*at]);
        let behind = (0..*at).rev().find(|at| !is_put_off(at));
        (is_worden || ZIJN.contains(&words[*at]) && !has_perfect)
            && (behind.is_some_and(is_its) || ahead.any(is_its))
    };
    (0..words.len()).filter(is_passive).count()
}

/// True if a clause piles two modals on `worden`: `zou kunnen worden aangepast`.
pub fn has_stacked_modals(words: &[&str]) -> bool {
    let is_stacked = |window: &[&str]| {
        window.contains(&"worden")
            && window.iter().filter(|word| MODALS.contains(word)).count() >= 2
    };
    words.contains(&"worden") && words.windows(5).any(is_stacked)
}

/// True for a part in front of a verb, or of a noun that is made of one.
pub fn is_separable(prefix: &str) -> bool {
    SEPARABLE_PREFIXES.contains(prefix)
}

fn is_participle(word: &str) -> bool {
    if !word.ends_with(['d', 't', 'n']) {
        return false;
    }
    if PARTICIPLES_IN_EN.contains(word) {
        return true;
    }
    let is_noun = |noun: &str| word == noun || noun.len() > 5 && word.ends_with(noun);
    if word.chars().count() < 5
        || NOUNS.iter().any(|ending| word.ends_with(ending))
        || NOT_PARTICIPLES.words().any(is_noun)
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
            .filter_map(|prefix| word.strip_prefix(prefix))
            .find(|rest| rest.starts_with("ge") || PARTICIPLES_IN_EN.contains(rest))
    };
    match after_prefix() {
        Some(rest) => PARTICIPLES_IN_EN.contains(rest) || is_weak && rest.len() > 4,
        None => has_prefix && is_weak,
    }
}
