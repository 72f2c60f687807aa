//! Expansion of one word of the query in one language: its forms, compounds, parts, root and the
//! words that begin with it.

use std::cmp::Reverse;

use crate::search::expand::compounds::{self, Remainder};
use crate::search::expand::synonyms::phrase_expansions;
use crate::search::index::Index;
use crate::search::index::lexicon::LanguageLexicon;
use crate::search::language::SearchLanguage;
use crate::search::terms::{ExpansionKind, TermExpansion, WordId};

/// The most words that begin with one.
const MAX_COMPLETIONS: usize = 24;

/// The shortest prefix that is completed, and the shortest with a digit in it: `n3`.
const MIN_PREFIX: usize = 3;
const MIN_PREFIX_WITH_DIGIT: usize = 2;

/// The shortest root, and the shortest word that is taken to be derived of one.
const MIN_ROOT: usize = 4;
const MIN_DERIVED: usize = 7;

/// The number of letters with which a part and its form both begin where it tells what a word is
/// about, and the share of the pages that may have it, as a fraction of one.
const ALIKE: usize = 4;
const MAX_TELLING: usize = 3;

/// The weight of the verb of a participle, against that of another form.
const PARTICIPLE: f32 = 0.8;

/// The weight of a compound whose other part is unknown, against one of which it is known.
const UNKNOWN_REMAINDER: f32 = 0.5;

/// The weight of a completion where the site has the word itself.
const COMPLETION_BESIDE_EXACT: f32 = 0.3;

/// A word of a query, and the collection of its expansions.
pub struct WordExpander<'a> {
    pub index: &'a Index,
    /// The words of one language.
    pub words: LanguageLexicon<'a>,
    /// The position of the word in the query.
    pub at: usize,
    pub max_compounds: usize,
    pub found: &'a mut Vec<TermExpansion>,
}

impl WordExpander<'_> {
    /// Adds all expansions of a word that is complete.
    pub fn add_all(&mut self, word: &str) {
        self.add_forms(word);
        self.add_compounds(word);
        self.add_parts(word);
        self.add_root(word);
        self.add_verb(word);
    }

    fn add(&mut self, kind: ExpansionKind, share: f32, word_sets: Vec<Vec<WordId>>) {
        let (weight, query_words) = (kind.weight() * share, self.at..self.at + 1);
        self.found
            .extend(TermExpansion::new(kind, weight, query_words, word_sets));
    }

    /// Adds the word itself.
    pub fn add_exact(&mut self, word: &str) {
        let lexicon = self.words.lexicon;
        let id = self.words.id(word);
        let on_pages = id.filter(|id| lexicon.document_frequency(*id) > 0);
        let words = on_pages.into_iter().collect();
        self.add(ExpansionKind::Exact, 1.0, vec![words]);
    }

    /// Adds the word and its other forms.
    pub fn add_forms(&mut self, word: &str) {
        self.add_exact(word);
        let exact = self.words.id(word);
        let mut others = self.words.forms_of(word);
        others.retain(|id| Some(*id) != exact);
        self.add(ExpansionKind::Stem, 1.0, vec![others]);
    }

    fn add_compounds(&mut self, word: &str) {
        let (lexicon, language) = (self.words.lexicon, self.words.language);
        let mut compounds = compounds::containing(self.words, word);
        let forms = self.words.with_stem_of(word);
        // `omgevingen` must find `omgevingsagenda` too, by the most frequent form that does not
        // contain it.
        let is_other = |text: &&str| !text.contains(word) && !language.distinguishes(word, text);
        let others = forms.iter().filter(|id| is_other(&lexicon.text(**id)));
        let other = others.max_by_key(|id| {
            let frequency = lexicon.document_frequency(**id);
            (frequency, Reverse(lexicon.text(**id)))
        });
        if let Some(other) = other {
            compounds.extend(compounds::containing(self.words, lexicon.text(*other)));
        }
        for (remainder, share) in [
            (Remainder::Known, 1.0),
            (Remainder::Unknown, UNKNOWN_REMAINDER),
        ] {
            let ids = compounds
                .iter()
                .filter(|(id, other)| *other == remainder && !forms.contains(id))
                .map(|(id, _)| *id);
            let ids = lexicon.most_frequent(ids, self.max_compounds);
            self.add(ExpansionKind::Compound, share, vec![ids]);
        }
    }

    /// Adds the parts of a compound: near each other, and each by itself where the site does not
    /// have the compound.
    fn add_parts(&mut self, word: &str) {
        let words = self.words;
        let parts = compounds::split(words, word);
        if words.forms_of(word).is_empty() {
            let ends = if parts.is_empty() {
                compounds::known_ends(words, word)
            } else {
                parts.clone()
            };
            for part in ends {
                let forms = words.forms_of(part);
                let kind = self.kind_of_part(part, &forms);
                // The end of an unknown compound tells little, unless it is all there is.
                if !parts.is_empty() || forms.is_empty() {
                    self.add_synonyms_of_part(kind, part);
                }
                // A part that only the synonyms have may be a compound itself.
                if forms.is_empty() {
                    for inner in compounds::split(words, part) {
                        let forms = words.forms_of(inner);
                        self.add(self.kind_of_part(inner, &forms), 1.0, vec![forms]);
                    }
                }
                self.add(kind, 1.0, vec![forms]);
                if parts.is_empty() {
                    let shared = compounds::sharing_rest(words, word, part);
                    self.add(ExpansionKind::Part, 1.0, vec![shared]);
                }
            }
        }
        let together = parts.iter().map(|part| words.forms_of(part)).collect();
        self.add(ExpansionKind::Parts, 1.0, together);
    }

    /// The kind of a match by a part of a word, of which the site has these forms. It tells what
    /// the word is about if few pages have it, and it is long or a word of the synonyms. Others are
    /// soon chance: `neren`, a form of `neer`, in `abonneren`.
    fn kind_of_part(&self, part: &str, forms: &[WordId]) -> ExpansionKind {
        let lexicon = self.words.lexicon;
        let is_alike = |id: &WordId| {
            let start = part.get(..ALIKE);
            start.is_some_and(|start| lexicon.text(*id).starts_with(start))
        };
        let is_long = part.len() > ALIKE && forms.iter().any(is_alike);
        let is_listed = || self.index.thesaurus.has_word(self.words.language, part);
        let pages = lexicon.document_frequency_of(forms);
        match pages * MAX_TELLING <= self.index.pages.len() && (is_long || is_listed()) {
            true => ExpansionKind::Part,
            false => ExpansionKind::Fragment,
        }
    }

    fn add_synonyms_of_part(&mut self, kind: ExpansionKind, part: &str) {
        let weight = kind.weight() * ExpansionKind::Synonym.weight();
        for phrase in self.index.thesaurus.of_word(self.words.language, part) {
            let at = self.at..self.at + 1;
            self.found
                .extend(phrase_expansions(self.index, phrase, at, kind, weight));
        }
    }

    /// Adds the forms of the verb of which the word is the participle.
    fn add_verb(&mut self, word: &str) {
        let words = self.words;
        let is_verb = |stem: &String| stem.len() >= MIN_ROOT && words.content_frequency(stem) > 0;
        let stems = participle_stems(words.language, word);
        if let Some(stem) = stems.into_iter().find(is_verb) {
            self.add(ExpansionKind::Stem, PARTICIPLE, vec![words.forms_of(&stem)]);
        }
    }

    /// Adds the longest word of the site from which the word is derived by a suffix.
    fn add_root(&mut self, word: &str) {
        if word.len() < MIN_DERIVED {
            return;
        }
        let (words, language) = (self.words, self.words.language);
        let suffixes = language.suffixes().iter();
        let without_suffix = suffixes.filter_map(|suffix| word.strip_suffix(suffix));
        let own = language.stem(word);
        let is_root = |root: &&str| {
            root.len() >= MIN_ROOT
                && language.stem(root) != own
                && words.content_frequency(root) > 0
        };
        let root = without_suffix
            .flat_map(|root| [Some(root), with_single_end(root)])
            .flatten()
            .filter(is_root)
            .max_by_key(|root| root.len());
        if let Some(root) = root {
            self.add(ExpansionKind::Root, 1.0, vec![words.forms_of(root)]);
        }
    }

    /// Adds the words that begin with the word, stop words apart.
    pub fn add_completions(&mut self, word: &str) {
        let has_digit = word.bytes().any(|byte| byte.is_ascii_digit());
        let shortest = if has_digit {
            MIN_PREFIX_WITH_DIGIT
        } else {
            MIN_PREFIX
        };
        if word.len() < shortest {
            return;
        }
        let (words, lexicon) = (self.words, self.words.lexicon);
        let longer = words
            .with_prefix(word)
            .filter(|id| lexicon.text(*id) != word)
            .filter(|id| !words.language.is_stop_word(lexicon.text(*id)));
        let ids = lexicon.most_frequent(longer, MAX_COMPLETIONS);
        let share = if words.forms_of(word).is_empty() {
            1.0
        } else {
            COMPLETION_BESIDE_EXACT
        };
        self.add(ExpansionKind::Prefix, share, vec![ids]);
    }
}

/// The stems of the verb of which a word may be the participle: `ophaal` for `opgehaald`, where
/// what precedes the `ge` is a word by itself.
fn participle_stems(language: SearchLanguage, word: &str) -> Vec<String> {
    let mut found = Vec::new();
    let is_participle = language != SearchLanguage::English && word.ends_with(['d', 't']);
    for (at, ge) in word.match_indices("ge").filter(|_| is_participle) {
        let (particle, verb) = (&word[..at], &word[at + ge.len()..]);
        if particle.is_empty() || language.is_stop_word(particle) {
            found.extend([&verb[..verb.len() - 1], verb].map(|verb| particle.to_owned() + verb));
        }
    }
    found
}

/// The word with one letter at its end instead of two: `gelukkig` is derived of `geluk`.
fn with_single_end(root: &str) -> Option<&str> {
    let mut ends = root.char_indices().rev();
    let ((at, last), (_, before)) = (ends.next()?, ends.next()?);
    (last == before).then(|| &root[..at])
}
