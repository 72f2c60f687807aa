//! What answers to one word of a question in one language: its forms, compounds with it, its own parts, and what it may become.

use crate::search::Index;
use crate::search::analysis::Language;
use crate::search::compounds::{self, Rest};
use crate::search::lexicon::WordId;
use crate::search::query::Role;
use crate::search::variants::{Class, Variant, add_phrase, common_first, forms_of};

/// How many words that begin with one count.
const MOST_BEGUN: usize = 24;

/// The shortest beginning of a word that is completed.
const SHORTEST_BEGINNING: usize = 3;

/// The shortest word with which another begins or ends that is taken for its root.
const SHORTEST_ROOT: usize = 4;
const SHORTEST_END: usize = 5;

/// The shortest word that is taken to be made of another.
const SHORTEST_DERIVED: usize = 7;

/// What comes after a root may be an ending: `-lijk`, `-baar`, `-ing`.
const LONGEST_ENDING: usize = 4;

/// What the synonym of a part weighs against that of the word.
const PART_OF_SYNONYM: f32 = 0.5;

/// A word of a question in one language, and where its variants are collected.
pub struct Expansion<'a> {
    pub index: &'a Index,
    pub language: Language,
    /// The place of the word in the question.
    pub at: usize,
    /// How many compounds count.
    pub compounds: usize,
    pub found: &'a mut Vec<Variant>,
}

/// Where a word stands in a question: the last may not be whole yet.
#[derive(Clone, Copy, PartialEq)]
pub enum Standing {
    Before,
    Last,
}

#[derive(Clone, Copy, PartialEq)]
enum Known {
    Yes,
    No,
}

impl Expansion<'_> {
    /// Adds all that answers to a word that does this in the question.
    pub fn of(&mut self, word: &str, role: Role, standing: Standing) {
        if role != Role::Content {
            return self.exact(word);
        }
        let known = self.forms(word);
        self.compounds(word);
        self.parts(word, known);
        self.root(word);
        if standing == Standing::Last {
            self.beginnings(word);
        }
    }

    fn add(&mut self, class: Class, weight: f32, sets: Vec<Vec<WordId>>) {
        if sets.iter().all(|set| !set.is_empty()) && !sets.is_empty() {
            self.found.push(Variant { class, weight, asked: self.at..self.at + 1, sets });
        }
    }

    fn exact(&mut self, word: &str) {
        let id = self.index.lexicon.id(self.language, word).filter(|id| self.index.lexicon.pages(*id) > 0);
        self.add(Class::Exact, Class::Exact.weight(), vec![id.into_iter().collect()]);
    }

    /// The word and its other forms. Whether the site has any of them.
    fn forms(&mut self, word: &str) -> Known {
        let before = self.found.len();
        self.exact(word);
        let exact = self.index.lexicon.id(self.language, word);
        let others = forms_of(self.index, self.language, word).into_iter().filter(|id| Some(*id) != exact);
        self.add(Class::Stem, Class::Stem.weight(), vec![others.collect()]);
        if self.found.len() > before { Known::Yes } else { Known::No }
    }

    fn compounds(&mut self, word: &str) {
        let mut held = compounds::holding(self.index, self.language, word);
        // `omgevingen` must find `omgevingsagenda` too: the most common other form, where it is no part of the word itself.
        let forms: Vec<WordId> = self.index.lexicon.with_stem(self.language, &self.language.stem(word)).collect();
        let other = forms
            .iter()
            .filter(|id| !self.index.lexicon.text(**id).contains(word))
            .max_by_key(|id| (self.index.lexicon.pages(**id), std::cmp::Reverse(self.index.lexicon.text(**id))));
        if let Some(other) = other {
            held.extend(compounds::holding(self.index, self.language, self.index.lexicon.text(*other)));
        }
        for (rest, weight) in [(Rest::Word, 1.0), (Rest::Unknown, 0.7)] {
            let ids = held.iter().filter(|(id, is)| *is == rest && !forms.contains(id)).map(|(id, _)| *id);
            let ids = common_first(self.index, ids, self.compounds);
            self.add(Class::Compound, Class::Compound.weight() * weight, vec![ids]);
        }
    }

    /// The parts of the word, when it is a compound: near each other, and each by itself where the site does not have the word.
    fn parts(&mut self, word: &str, known: Known) {
        let parts = compounds::split(self.index, self.language, word);
        if known == Known::No {
            let alone = if parts.is_empty() { self.ends(word) } else { parts.clone() };
            for part in &alone {
                self.add(Class::Part, Class::Part.weight(), vec![forms_of(self.index, self.language, part)]);
            }
            for phrase in parts.iter().flat_map(|part| self.index.thesaurus.of_word(part)) {
                let weight = Class::Synonym.weight() * PART_OF_SYNONYM;
                add_phrase(self.index, phrase, self.at..self.at + 1, Class::Synonym, weight, self.found);
            }
        }
        let together = parts.iter().map(|part| forms_of(self.index, self.language, part)).collect();
        self.add(Class::Parts, Class::Parts.weight(), together);
    }

    /// The words of the site with which an unknown word begins and ends, where it cannot be taken apart: the surest of each.
    fn ends(&self, word: &str) -> Vec<String> {
        let places = || (1..word.len()).filter(|at| word.is_char_boundary(*at));
        let beginnings = places().filter(|at| *at >= SHORTEST_ROOT).map(|at| &word[..at]);
        let ends = places().filter(|at| word.len() - at >= SHORTEST_END).map(|at| &word[at..]);
        // A long word is less often chance, and so is a common one.
        let sureness = |end: &&str| self.pages(end) * end.len() * end.len();
        let surest = [beginnings.max_by_key(sureness), ends.max_by_key(sureness)];
        surest.into_iter().flatten().filter(|end| self.pages(end) > 0).map(str::to_owned).collect()
    }

    /// The longest word of the site that the word is made of by an ending.
    fn root(&mut self, word: &str) {
        let from = SHORTEST_ROOT.max(word.len().saturating_sub(LONGEST_ENDING));
        let places = (from..word.len()).rev().filter(|at| word.is_char_boundary(*at));
        let root = places.map(|at| &word[..at]).find(|root| self.pages(root) > 0);
        if let Some(root) = root.filter(|_| word.len() >= SHORTEST_DERIVED) {
            let mut ids = forms_of(self.index, self.language, root);
            let own = self.language.stem(word);
            ids.retain(|id| self.language.stem(self.index.lexicon.text(*id)) != own);
            self.add(Class::Root, Class::Root.weight(), vec![ids]);
        }
    }

    /// How many pages have the word in some form, where it says something.
    fn pages(&self, word: &str) -> usize {
        if self.language.is_stop_word(word) { 0 } else { self.index.frequency_of(self.language, word) }
    }

    fn beginnings(&mut self, word: &str) {
        if word.len() < SHORTEST_BEGINNING {
            return;
        }
        let begun = |(id, at): (WordId, usize)| {
            (at == 0 && self.index.lexicon.language(id) == self.language && self.index.lexicon.text(id) != word).then_some(id)
        };
        let ids = common_first(self.index, self.index.lexicon.holding(word).filter_map(begun), MOST_BEGUN);
        self.add(Class::Begun, Class::Begun.weight(), vec![ids]);
    }
}
