//! Expansion of one word of the query in one language: its forms, compounds, parts, root and the
//! words that begin with it.

use std::cmp::Reverse;

use crate::search::expand::compounds::{self, Remainder};
use crate::search::expand::synonyms::phrase_expansions;
use crate::search::index::Index;
use crate::search::language::SearchLanguage;
use crate::search::query::WordRole;
use crate::search::terms::{ExpansionKind, TermExpansion, WordId};

/// The most words that begin with one.
const MAX_COMPLETIONS: usize = 24;

/// The shortest prefix that is completed, and the shortest with a digit in it: `n3`.
const MIN_PREFIX: usize = 3;
const MIN_PREFIX_WITH_DIGIT: usize = 2;

/// The shortest root, and the shortest word that is taken to be derived of one.
const MIN_ROOT: usize = 4;
const MIN_DERIVED: usize = 7;

/// The weight of a compound whose other part is unknown, against one of which it is known.
const UNKNOWN_REMAINDER: f32 = 0.5;

/// The weight of a completion where the site has the word itself.
const COMPLETION_BESIDE_EXACT: f32 = 0.3;

/// A word of a query, and the collection of its expansions.
pub struct WordExpander<'a> {
    pub index: &'a Index,
    pub language: SearchLanguage,
    /// The position of the word in the query.
    pub at: usize,
    pub max_compounds: usize,
    pub found: &'a mut Vec<TermExpansion>,
}

/// The place of a word in the query: the last one may not be complete yet.
#[derive(Clone, Copy, PartialEq)]
pub enum WordPosition {
    Inner,
    Last,
}

#[derive(Clone, Copy, PartialEq)]
enum InSite {
    Yes,
    No,
}

impl WordExpander<'_> {
    /// Adds all expansions of the word.
    pub fn expand(&mut self, word: &str, role: WordRole, position: WordPosition) {
        if role != WordRole::Content {
            return self.add_exact(word);
        }
        let in_site = self.add_forms(word);
        self.add_compounds(word);
        self.add_parts(word, in_site);
        self.add_root(word);
        if position == WordPosition::Last {
            self.add_completions(word, in_site);
        }
    }

    /// Adds the word and its forms alone: in another language than that of the query, a compound
    /// or part of it is chance.
    pub fn expand_to_forms(&mut self, word: &str, role: WordRole) {
        match role {
            WordRole::Content => _ = self.add_forms(word),
            WordRole::Stop | WordRole::Literal => self.add_exact(word),
        }
    }

    fn add(&mut self, kind: ExpansionKind, weight: f32, word_sets: Vec<Vec<WordId>>) {
        if word_sets.iter().all(|set| !set.is_empty()) && !word_sets.is_empty() {
            self.found.push(TermExpansion {
                kind,
                weight,
                query_words: self.at..self.at + 1,
                word_sets,
            });
        }
    }

    fn add_words(&mut self, kind: ExpansionKind, words: Vec<WordId>) {
        self.add(kind, kind.weight(), vec![words]);
    }

    fn add_exact(&mut self, word: &str) {
        let id = self.index.lexicon.id(self.language, word);
        let on_pages = id.filter(|id| self.index.lexicon.document_frequency(*id) > 0);
        self.add_words(ExpansionKind::Exact, on_pages.into_iter().collect());
    }

    /// Adds the word and its other forms.
    fn add_forms(&mut self, word: &str) -> InSite {
        let before = self.found.len();
        self.add_exact(word);
        let exact = self.index.lexicon.id(self.language, word);
        let mut others = self.index.lexicon.forms_of(self.language, word);
        others.retain(|id| Some(*id) != exact);
        self.add_words(ExpansionKind::Stem, others);
        if self.found.len() > before {
            InSite::Yes
        } else {
            InSite::No
        }
    }

    fn add_compounds(&mut self, word: &str) {
        let (lexicon, language) = (&self.index.lexicon, self.language);
        let mut compounds = compounds::containing(lexicon, language, word);
        let forms = lexicon.with_stem(language, &language.stem(word));
        // `omgevingen` must find `omgevingsagenda` too, by the most frequent form that does not
        // contain it.
        let is_other = |text: &str| !text.contains(word) && !language.distinguishes(word, text);
        let others = forms.iter().filter(|id| is_other(lexicon.text(**id)));
        let frequency = |id: &&WordId| {
            (
                lexicon.document_frequency(**id),
                Reverse(lexicon.text(**id)),
            )
        };
        if let Some(other) = others.max_by_key(frequency) {
            compounds.extend(compounds::containing(
                lexicon,
                language,
                lexicon.text(*other),
            ));
        }
        for (remainder, weight) in [
            (Remainder::Known, 1.0),
            (Remainder::Unknown, UNKNOWN_REMAINDER),
        ] {
            let ids = compounds
                .iter()
                .filter(|(id, other)| *other == remainder && !forms.contains(id))
                .map(|(id, _)| *id);
            let ids = lexicon.most_frequent(ids, self.max_compounds);
            let kind = ExpansionKind::Compound;
            self.add(kind, kind.weight() * weight, vec![ids]);
        }
    }

    /// Adds the parts of a compound: near each other, and each by itself where the site does not
    /// have the compound.
    fn add_parts(&mut self, word: &str, in_site: InSite) {
        let (index, language) = (self.index, self.language);
        let parts = compounds::split(&index.lexicon, language, word);
        let forms = |part: &&str| index.lexicon.forms_of(language, part);
        if in_site == InSite::No {
            let ends = if parts.is_empty() {
                compounds::known_ends(&index.lexicon, language, word)
            } else {
                parts.clone()
            };
            for part in ends {
                let forms = forms(&part);
                // The end of an unknown compound tells little, unless it is all there is.
                if !parts.is_empty() || forms.is_empty() {
                    self.add_synonyms_of_part(part);
                }
                self.add_words(ExpansionKind::Part, forms);
            }
        }
        let together = parts.iter().map(forms).collect();
        self.add(
            ExpansionKind::Parts,
            ExpansionKind::Parts.weight(),
            together,
        );
    }

    fn add_synonyms_of_part(&mut self, part: &str) {
        let weight = ExpansionKind::Part.weight() * ExpansionKind::Synonym.weight();
        for phrase in self.index.thesaurus.of_word(self.language, part) {
            let (kind, at) = (ExpansionKind::Part, self.at..self.at + 1);
            self.found
                .extend(phrase_expansions(self.index, phrase, at, kind, weight));
        }
    }

    /// Adds the longest word of the site from which the word is derived by a suffix.
    fn add_root(&mut self, word: &str) {
        if word.len() < MIN_DERIVED {
            return;
        }
        let language = self.language;
        let participle = word
            .strip_prefix("ge")
            .filter(|_| language != SearchLanguage::English);
        let suffixes = language.suffixes().iter();
        let without_suffix = suffixes.filter_map(|suffix| word.strip_suffix(suffix));
        let own = language.stem(word);
        let is_root = |root: &&str| {
            root.len() >= MIN_ROOT
                && language.stem(root) != own
                && compounds::content_frequency(&self.index.lexicon, language, root) > 0
        };
        let root = without_suffix
            .chain(participle)
            .flat_map(|root| [Some(root), with_single_end(root)])
            .flatten()
            .filter(is_root)
            .max_by_key(|root| root.len());
        if let Some(root) = root {
            let forms = self.index.lexicon.forms_of(language, root);
            self.add_words(ExpansionKind::Root, forms);
        }
    }

    fn add_completions(&mut self, word: &str, in_site: InSite) {
        let has_digit = word.bytes().any(|byte| byte.is_ascii_digit());
        let shortest = if has_digit {
            MIN_PREFIX_WITH_DIGIT
        } else {
            MIN_PREFIX
        };
        if word.len() < shortest {
            return;
        }
        let lexicon = &self.index.lexicon;
        let longer = lexicon
            .with_prefix(self.language, word)
            .filter(|id| lexicon.text(*id) != word);
        let ids = lexicon.most_frequent(longer, MAX_COMPLETIONS);
        let share = if in_site == InSite::Yes {
            COMPLETION_BESIDE_EXACT
        } else {
            1.0
        };
        let kind = ExpansionKind::Prefix;
        self.add(kind, kind.weight() * share, vec![ids]);
    }
}

/// The word with one letter at its end instead of two: `gelukkig` is derived of `geluk`.
fn with_single_end(root: &str) -> Option<&str> {
    let mut ends = root.char_indices().rev();
    let ((at, last), (_, before)) = (ends.next()?, ends.next()?);
    (last == before).then(|| &root[..at])
}
