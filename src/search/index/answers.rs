//! The answers of editors, by the stems of the words that ask for them.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::sync::Arc;

use crate::search::corpus::IndexedAnswer;
use crate::search::index::thesaurus::phrase;
use crate::search::language::SearchLanguage;

/// The answers that can be asked for.
#[derive(Default)]
pub struct AnswerIndex {
    answers: Arc<[IndexedAnswer]>,
    asks: Vec<Ask>,
    /// The words of all of them: they are known also where no page has them.
    pub words: BTreeSet<(SearchLanguage, String)>,
}

/// The stems of the words that ask for an answer together, by the number of the answer.
struct Ask {
    stems: Vec<String>,
    answer: usize,
}

/// Stems that mean the same as some words of a query.
pub struct Sense {
    pub stems: Vec<String>,
    /// The positions of these words.
    pub positions: Vec<usize>,
    /// True for the words themselves.
    pub is_typed: bool,
}

/// An answer that a query asks for.
pub struct AskedAnswer<'a> {
    pub answer: &'a IndexedAnswer,
    /// The positions of the words that ask for it.
    pub positions: BTreeSet<usize>,
    /// The number of its words that are typed as they are.
    typed: usize,
}

impl AnswerIndex {
    pub fn new(answers: &Arc<[IndexedAnswer]>) -> Self {
        let mut index = AnswerIndex {
            answers: answers.clone(),
            ..AnswerIndex::default()
        };
        for (
            number,
            IndexedAnswer {
                language, words, ..
            },
        ) in answers.iter().enumerate()
        {
            for words in words {
                let words = phrase(words, *language);
                index.asks.push(Ask {
                    stems: language.stems(&words),
                    answer: number,
                });
                index
                    .words
                    .extend(words.into_iter().map(|word| (*language, word)));
            }
        }
        index
    }

    pub fn is_empty(&self) -> bool {
        self.asks.is_empty()
    }

    pub fn has_word(&self, language: SearchLanguage, word: &str) -> bool {
        self.words.contains(&(language, word.to_owned()))
    }

    /// The answers that words with these senses ask for, those to most words first. Of two to the
    /// same words the one whose words were typed is taken.
    pub fn find(&self, language: SearchLanguage, senses: &[Sense]) -> Vec<AskedAnswer<'_>> {
        let asks = self.asks.iter();
        let mut asked: Vec<AskedAnswer<'_>> = asks
            .filter(|ask| self.answers[ask.answer].language == language)
            .filter_map(|ask| self.asked(ask, senses))
            .collect();
        asked.sort_by_key(|asked| Reverse((asked.positions.len(), asked.typed)));
        let mut found: Vec<AskedAnswer<'_>> = Vec::new();
        for other in asked {
            let mut better = found.iter();
            if !better.any(|known| other.positions.is_subset(&known.positions)) {
                found.push(other);
            }
        }
        found
    }

    /// The answer, if each of its stems has one of these senses.
    fn asked(&self, ask: &Ask, senses: &[Sense]) -> Option<AskedAnswer<'_>> {
        let mut asked = AskedAnswer {
            answer: &self.answers[ask.answer],
            positions: BTreeSet::new(),
            typed: 0,
        };
        let mut missing: BTreeSet<&String> = ask.stems.iter().collect();
        for sense in senses {
            if sense.stems.iter().all(|stem| ask.stems.contains(stem)) {
                missing.retain(|stem| !sense.stems.contains(stem));
                asked.positions.extend(&sense.positions);
                asked.typed += usize::from(sense.is_typed);
            }
        }
        (missing.is_empty() && !ask.stems.is_empty()).then_some(asked)
    }
}
