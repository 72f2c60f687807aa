//! The answers of editors that a query asks for: in its words, in what they probably mean, and for
//! words that the site does not have in their synonyms and parts.

use crate::search::expand::compounds;
use crate::search::expand::corrections::Corrections;
use crate::search::index::Index;
use crate::search::index::answers::{AskedAnswer, Sense};
use crate::search::language::SearchLanguage;
use crate::search::query::{ParsedQuery, WordRole};

/// The most answers to one query.
const MAX_ANSWERS: usize = 2;

/// The shortest part of a compound that asks for an answer.
const MIN_PART: usize = 4;

/// The answers to a query, the best first: those in its own language, else those in another.
pub fn find<'a>(
    index: &'a Index,
    query: &ParsedQuery,
    corrections: &Corrections,
) -> Vec<AskedAnswer<'a>> {
    if index.answers.is_empty() {
        return Vec::new();
    }
    let words = corrections.words(&index.lexicon, query);
    let others = index.languages.iter().copied();
    let others = others.filter(|language| *language != query.language);
    for language in [query.language].into_iter().chain(others) {
        let senses = senses(index, language, query, &words);
        let mut found = index.answers.find(language, &senses);
        if !found.is_empty() {
            found.truncate(MAX_ANSWERS);
            return found;
        }
    }
    Vec::new()
}

/// The senses of the words of a query, stop words apart.
fn senses(
    index: &Index,
    language: SearchLanguage,
    query: &ParsedQuery,
    words: &[String],
) -> Vec<Sense> {
    let lexicon = index.lexicon.in_language(language);
    let asked = |at: &usize| query.words[*at].role != WordRole::Stop;
    let asked: Vec<usize> = (0..words.len()).filter(asked).collect();
    let stems = language.stems(asked.iter().map(|at| &words[*at]));
    // In another language than that of the query only a word itself is no chance.
    let is_new = |at: &usize| {
        let word = &words[*at];
        language == query.language
            && lexicon.forms_of(word).is_empty()
            && !index.answers.has_word(language, word)
    };
    let mut senses = Vec::new();
    for (first, at) in asked.iter().enumerate() {
        senses.push(Sense {
            stems: vec![stems[first].clone()],
            positions: vec![*at],
            is_typed: true,
        });
        // A word that the site has means itself rather than its synonym.
        for (length, synonyms) in index.thesaurus.starting(language, &stems[first..]) {
            let positions = &asked[first..first + length];
            let synonyms = synonyms.iter().filter(|_| positions.iter().any(is_new));
            senses.extend(synonyms.map(|phrase| Sense {
                stems: language.stems(phrase),
                positions: positions.to_vec(),
                is_typed: false,
            }));
        }
        if is_new(at) {
            let parts = compounds::split(lexicon, &words[*at]).into_iter();
            let parts = parts.filter(|part| part.len() >= MIN_PART);
            senses.extend(parts.map(|part| Sense {
                stems: vec![language.stem(part).into_owned()],
                positions: vec![*at],
                is_typed: false,
            }));
        }
    }
    senses
}
