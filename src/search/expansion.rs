//! What answers to one word of a question in one language: its forms, compounds with it, its own parts, and what it may become.

use crate::search::Index;
use crate::search::analysis::Language;
use crate::search::compounds::{self, Remainder};
use crate::search::expansions::{ExpansionKind, TermExpansion, add_phrase, common_first, forms_of};
use crate::search::lexicon::WordId;
use crate::search::query::Role;

/// How many words that begin with one count.
const MOST_BEGUN: usize = 24;

/// The shortest beginning of a word that is completed, and of a word with a digit in it: `n3`.
const SHORTEST_BEGINNING: usize = 3;
const SHORTEST_CODE: usize = 2;

/// The shortest word that is taken for the root of another, and with which a compound is taken to begin or end whose other part is
/// unknown, and the shortest of these.
const SHORTEST_ROOT: usize = 4;
const SHORTEST_END: usize = 5;
const SHORTEST_UNKNOWN: usize = 3;

/// The shortest word that is taken to be made of another.
const SHORTEST_DERIVED: usize = 7;

/// What a compound of which the rest is no word of the site weighs against one of which it is.
const UNKNOWN_REST: f32 = 0.5;

/// What a word that begins with one weighs against it where the site has the one itself.
const BEGUN_BESIDE: f32 = 0.3;

/// A word of a question in one language, and where its expansions are collected.
pub struct Expansion<'a> {
    pub index: &'a Index,
    pub language: Language,
    /// The place of the word in the question.
    pub at: usize,
    /// How many compounds count.
    pub compounds: usize,
    pub found: &'a mut Vec<TermExpansion>,
}

/// Where a word stands in a question: the last may not be whole yet.
#[derive(Clone, Copy, PartialEq)]
pub enum WordPosition {
    Inner,
    Last,
}

#[derive(Clone, Copy, PartialEq)]
enum Known {
    Yes,
    No,
}

impl Expansion<'_> {
    /// Adds all that answers to a word that does this in the question.
    pub fn of(&mut self, word: &str, role: Role, position: WordPosition) {
        if role != Role::Content {
            return self.exact(word);
        }
        let known = self.forms(word);
        self.compounds(word);
        self.parts(word, known);
        self.root(word);
        if position == WordPosition::Last {
            self.beginnings(word, known);
        }
    }

    /// Adds the word and its other forms alone: of a language in which the question is not, what only looks like the word is chance.
    pub fn as_it_is(&mut self, word: &str, role: Role) {
        match role {
            Role::Content => _ = self.forms(word),
            Role::Stop | Role::Literal => self.exact(word),
        }
    }

    fn add(&mut self, kind: ExpansionKind, weight: f32, sets: Vec<Vec<WordId>>) {
        if sets.iter().all(|set| !set.is_empty()) && !sets.is_empty() {
            self.found.push(TermExpansion {
                kind,
                weight,
                query_words: self.at..self.at + 1,
                sets,
            });
        }
    }

    fn exact(&mut self, word: &str) {
        let id = self
            .index
            .lexicon
            .id(self.language, word)
            .filter(|id| self.index.lexicon.pages(*id) > 0);
        self.add(
            ExpansionKind::Exact,
            ExpansionKind::Exact.weight(),
            vec![id.into_iter().collect()],
        );
    }

    /// The word and its other forms. Whether the site has any of them.
    fn forms(&mut self, word: &str) -> Known {
        let before = self.found.len();
        self.exact(word);
        let exact = self.index.lexicon.id(self.language, word);
        let others = forms_of(self.index, self.language, word)
            .into_iter()
            .filter(|id| Some(*id) != exact);
        self.add(
            ExpansionKind::Stem,
            ExpansionKind::Stem.weight(),
            vec![others.collect()],
        );
        if self.found.len() > before {
            Known::Yes
        } else {
            Known::No
        }
    }

    fn compounds(&mut self, word: &str) {
        let mut held = compounds::holding(self.index, self.language, word);
        // `omgevingen` must find `omgevingsagenda` too: the most common other form, where it is no part of the word itself.
        let forms: Vec<WordId> = self
            .index
            .lexicon
            .with_stem(self.language, &self.language.stem(word))
            .collect();
        let other = forms
            .iter()
            .filter(|id| {
                !self.index.lexicon.text(**id).contains(word)
                    && !self
                        .language
                        .tells_apart(word, self.index.lexicon.text(**id))
            })
            .max_by_key(|id| {
                (
                    self.index.lexicon.pages(**id),
                    std::cmp::Reverse(self.index.lexicon.text(**id)),
                )
            });
        if let Some(other) = other {
            held.extend(compounds::holding(
                self.index,
                self.language,
                self.index.lexicon.text(*other),
            ));
        }
        for (rest, weight) in [(Remainder::Word, 1.0), (Remainder::Unknown, UNKNOWN_REST)] {
            let ids = held
                .iter()
                .filter(|(id, is)| *is == rest && !forms.contains(id))
                .map(|(id, _)| *id);
            let ids = common_first(self.index, ids, self.compounds);
            self.add(
                ExpansionKind::Compound,
                ExpansionKind::Compound.weight() * weight,
                vec![ids],
            );
        }
    }

    /// The parts of the word, when it is a compound: near each other, and each by itself where the site does not have the word.
    fn parts(&mut self, word: &str, known: Known) {
        let parts = compounds::split(self.index, self.language, word);
        if known == Known::No {
            let is_split = !parts.is_empty();
            for part in if is_split {
                parts.clone()
            } else {
                ends(self.index, self.language, word)
            } {
                let forms = forms_of(self.index, self.language, &part);
                // What an unknown compound only ends with says little, but where it is all there is, its synonyms do too.
                if is_split || forms.is_empty() {
                    for phrase in self.index.thesaurus.of_word(self.language, &part) {
                        let weight = ExpansionKind::Part.weight() * ExpansionKind::Synonym.weight();
                        add_phrase(
                            self.index,
                            phrase,
                            self.at..self.at + 1,
                            ExpansionKind::Part,
                            weight,
                            self.found,
                        );
                    }
                }
                self.add(
                    ExpansionKind::Part,
                    ExpansionKind::Part.weight(),
                    vec![forms],
                );
            }
        }
        let together = parts
            .iter()
            .map(|part| forms_of(self.index, self.language, part))
            .collect();
        self.add(
            ExpansionKind::Parts,
            ExpansionKind::Parts.weight(),
            together,
        );
    }

    /// The longest word of the site that the word is made of by an ending.
    fn root(&mut self, word: &str) {
        if word.len() < SHORTEST_DERIVED {
            return;
        }
        let participle = word
            .strip_prefix("ge")
            .filter(|_| self.language != Language::English);
        let roots = self
            .language
            .endings()
            .iter()
            .filter_map(|ending| word.strip_suffix(ending))
            .chain(participle);
        // `gelukkig` is made of `geluk`.
        let single = |root: &str| {
            let mut ends = root.char_indices().rev();
            let ((at, last), (_, before)) = (ends.next()?, ends.next()?);
            (last == before).then_some(at)
        };
        let roots = roots
            .flat_map(|root| [Some(root), single(root).map(|end| &root[..end])])
            .flatten();
        let own = self.language.stem(word);
        let is_other = |root: &&str| {
            root.len() >= SHORTEST_ROOT
                && self.language.stem(root) != own
                && pages(self.index, self.language, root) > 0
        };
        if let Some(root) = roots.filter(is_other).max_by_key(|root| root.len()) {
            self.add(
                ExpansionKind::Root,
                ExpansionKind::Root.weight(),
                vec![forms_of(self.index, self.language, root)],
            );
        }
    }

    fn beginnings(&mut self, word: &str, known: Known) {
        let shortest = if word.bytes().any(|byte| byte.is_ascii_digit()) {
            SHORTEST_CODE
        } else {
            SHORTEST_BEGINNING
        };
        if word.len() < shortest {
            return;
        }
        let begun = |(id, at): (WordId, usize)| {
            (at == 0
                && self.index.lexicon.language(id) == self.language
                && self.index.lexicon.text(id) != word)
                .then_some(id)
        };
        let ids = common_first(
            self.index,
            self.index.lexicon.holding(word).filter_map(begun),
            MOST_BEGUN,
        );
        let weight = ExpansionKind::Begun.weight()
            * if known == Known::Yes {
                BEGUN_BESIDE
            } else {
                1.0
            };
        self.add(ExpansionKind::Begun, weight, vec![ids]);
    }
}

/// The longest words of the site with which an unknown compound begins and ends, where it cannot be taken apart.
pub fn ends(index: &Index, language: Language, word: &str) -> Vec<String> {
    // In English the parts of a compound are words of their own.
    if language == Language::English {
        return Vec::new();
    }
    let places = || {
        (SHORTEST_UNKNOWN..word.len().saturating_sub(SHORTEST_UNKNOWN - 1))
            .filter(|at| word.is_char_boundary(*at))
    };
    let is_known = |end: &&str| end.len() >= SHORTEST_END && pages(index, language, end) > 0;
    let begins = places().rev().map(|at| &word[..at]).find(is_known);
    let ends = places().map(|at| &word[at..]).find(is_known);
    begins.into_iter().chain(ends).map(str::to_owned).collect()
}

/// How many pages have the word in some form, where it says something.
fn pages(index: &Index, language: Language, word: &str) -> usize {
    if language.is_stop_word(word) {
        0
    } else {
        index.frequency_of(language, word)
    }
}
