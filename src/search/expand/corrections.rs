//! Correction of misspelt words of the query to words of the site.

use std::cmp::Reverse;

use crate::search::expand::compounds;
use crate::search::index::Index;
use crate::search::index::lexicon::{LanguageLexicon, Lexicon};
use crate::search::query::{ParsedQuery, WordRole};
use crate::search::spelling;
use crate::search::terms::{ExpansionKind, TermExpansion, WordId};

/// The most corrections of one word that are looked up.
const MAX_CANDIDATES: usize = 4;

/// The most content words of a query of which the parts of compounds are corrected: it costs much.
const MAX_WORDS_FOR_PARTS: usize = 3;

/// The most content words of a query that is corrected to the name of a page.
const MAX_NAME_WORDS: usize = 4;

/// The document frequency of a word that a short misspelt one may be corrected to.
const MIN_FREQUENCY: usize = 3;

/// One edit, in half edits.
const ONE_EDIT: u32 = 2;

/// For each word of a query the word that is probably meant, if that is another.
pub struct Corrections(Vec<Option<WordId>>);

/// A word that may be meant. The order of the fields is that of likelihood.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Candidate<'a> {
    /// In half edits.
    distance: u32,
    is_stop_word: bool,
    document_frequency: Reverse<usize>,
    text: &'a str,
    id: WordId,
}

impl Corrections {
    /// The corrections of a query whose words are meant as they are.
    pub fn none(query: &ParsedQuery) -> Self {
        Corrections(vec![None; query.words.len()])
    }

    /// Corrects a query of which these expansions are known, and adds those of what may be meant.
    pub fn find(index: &Index, query: &ParsedQuery, found: &mut Vec<TermExpansion>) -> Self {
        let mut corrections = Corrections::none(query);
        for at in query.with_role(WordRole::Content) {
            corrections.0[at] = correct(index, query, at, found);
        }
        corrections.correct_to_name(index, query);
        corrections
    }

    /// Corrects a word that the site has, where the query then is the name of a page: `regio deel`
    /// to `regio deal`.
    fn correct_to_name(&mut self, index: &Index, query: &ParsedQuery) {
        let words = self.words(&index.lexicon, query);
        let is_short = (2..=MAX_NAME_WORDS).contains(&query.content_words());
        if !is_short || !query.phrases.is_empty() || index.names.is_name(&words) {
            return;
        }
        for at in query.with_role(WordRole::Content) {
            if self.0[at].is_some() || query.language.is_weak(&words[at]) {
                continue;
            }
            let gives_name = |candidate: &Candidate<'_>| {
                let mut corrected = words.clone();
                corrected[at] = candidate.text.to_owned();
                !candidate.is_stop_word && index.names.is_name(&corrected)
            };
            let near = candidates(index.lexicon.in_language(query.language), &words[at])
                .into_iter()
                .take_while(|candidate| candidate.distance <= ONE_EDIT)
                .find(gives_name);
            if let Some(candidate) = near {
                self.0[at] = Some(candidate.id);
                return;
            }
        }
    }

    /// The word that is meant by the one at this position of the query, if it is another.
    pub fn at(&self, position: usize) -> Option<WordId> {
        self.0[position]
    }

    /// The positions of the words that are corrected.
    pub fn positions(&self) -> Vec<usize> {
        (0..self.0.len())
            .filter(|at| self.0[*at].is_some())
            .collect()
    }

    /// The words of the query with the corrections in place.
    pub fn words(&self, lexicon: &Lexicon, query: &ParsedQuery) -> Vec<String> {
        let mut words = query.texts();
        for (word, corrected) in words.iter_mut().zip(&self.0) {
            if let Some(id) = corrected {
                *word = lexicon.text(*id).to_owned();
            }
        }
        words
    }
}

/// The word that is meant by a misspelt one. Adds the expansions of other words that may be meant.
fn correct(
    index: &Index,
    query: &ParsedQuery,
    at: usize,
    found: &mut Vec<TermExpansion>,
) -> Option<WordId> {
    let (lexicon, language) = (index.lexicon.in_language(query.language), query.language);
    let word = query.words[at].folded.as_str();
    let known = known_expansions(lexicon, at, found);
    let is_known = |kinds: &[ExpansionKind]| kinds.iter().any(|kind| known.contains(kind));
    // A word that begins others may not be complete yet, and weak words are known.
    let as_typed = [
        ExpansionKind::Exact,
        ExpansionKind::Synonym,
        ExpansionKind::Prefix,
    ];
    let has_answer = index.answers.has_word(language, word);
    if language.is_weak(word) || is_known(&as_typed) || has_answer {
        return None;
    }
    let has_parts = is_known(&[ExpansionKind::Parts, ExpansionKind::Root]);
    let stem = language.stem(word);
    let is_form = |text: &str| language.stem(text) == stem && !language.distinguishes(word, text);
    let mut meant = candidates(lexicon, word);
    meant.retain(|other| !spelling::is_other_word(word, other.text) && !is_form(other.text));
    // A form of no word of the site may be a misspelt form of one. It is too unsure to suggest.
    let has_forms = is_known(&[ExpansionKind::Stem]);
    let is_unsure = meant.is_empty() && *stem != *word && !has_parts && !has_forms;
    if is_unsure {
        meant = candidates(lexicon, &stem);
    }
    let nearest = meant.first().copied();
    let Some(nearest) = nearest.filter(|nearest| !nearest.is_stop_word) else {
        if meant.is_empty() && !has_parts && query.content_words() <= MAX_WORDS_FOR_PARTS {
            add_corrected_part(lexicon, at, word, found);
        }
        return None;
    };
    let is_name = index.names.is_name(&[nearest.text.to_owned()]);
    // A word of which the site has a form is corrected only to a name, and a possible compound only
    // by one edit.
    let is_of_site = is_known(&[ExpansionKind::Stem, ExpansionKind::Compound]) && !is_name;
    if is_of_site || nearest.distance > ONE_EDIT && has_parts {
        return None;
    }
    // A short word is soon another word. Among others it is corrected only to a frequent word, one
    // that sounds the same, a synonym or a name.
    let is_sure = !spelling::is_short(word)
        || query.content_words() == 1
        || nearest.document_frequency.0 >= MIN_FREQUENCY
        || index.thesaurus.has_word(language, nearest.text)
        || index.answers.has_word(language, nearest.text)
        || spelling::phonetic_key(word) == spelling::phonetic_key(nearest.text)
        || is_name;
    let corrected = Some(nearest.id).filter(|_| !is_unsure && is_sure);
    let near = meant
        .iter()
        .take_while(|other| other.distance <= nearest.distance + 1)
        .take(MAX_CANDIDATES)
        .filter(|other| corrected != Some(other.id));
    for other in near {
        let weight = ExpansionKind::Correction.weight() * 2.0 / (2.0 + other.distance as f32 / 2.0);
        found.extend(forms_of(lexicon, at, *other, weight));
    }
    corrected
}

/// The kinds of the expansions that a word has in the language of the query.
fn known_expansions(
    lexicon: LanguageLexicon<'_>,
    at: usize,
    found: &[TermExpansion],
) -> Vec<ExpansionKind> {
    let is_own = |id: &WordId| lexicon.lexicon.language(*id) == lexicon.language;
    let own = found.iter().filter(|expansion| {
        expansion.query_words.contains(&at) && expansion.word_sets.iter().flatten().all(is_own)
    });
    own.map(|expansion| expansion.kind).collect()
}

/// The words of the language that may be meant by a misspelt one, the likeliest first.
fn candidates<'a>(lexicon: LanguageLexicon<'a>, word: &str) -> Vec<Candidate<'a>> {
    if spelling::tolerated_edits(word) == 0 {
        return Vec::new();
    }
    let candidate = |id: WordId| {
        let text = lexicon.lexicon.text(id);
        Some(Candidate {
            distance: spelling::distance(word, text).filter(|_| text != word)?,
            is_stop_word: lexicon.language.is_stop_word(text),
            document_frequency: Reverse(lexicon.lexicon.document_frequency(id)),
            text,
            id,
        })
    };
    let mut candidates: Vec<Candidate<'a>> = lexicon
        .fuzzy_candidates(word)
        .into_iter()
        .filter_map(candidate)
        .collect();
    candidates.sort_unstable();
    candidates
}

/// The expansion to the forms of a word that may be meant, the word itself first.
fn forms_of(
    lexicon: LanguageLexicon<'_>,
    at: usize,
    meant: Candidate<'_>,
    weight: f32,
) -> Option<TermExpansion> {
    let mut ids = lexicon.forms_of(meant.text);
    ids.sort_by_key(|other| *other != meant.id);
    TermExpansion::new(ExpansionKind::Correction, weight, at..at + 1, vec![ids])
}

/// Adds the expansions of a compound of which one part is misspelt and the other a word of the
/// site.
fn add_corrected_part(
    lexicon: LanguageLexicon<'_>,
    at: usize,
    word: &str,
    found: &mut Vec<TermExpansion>,
) {
    for known in compounds::known_ends(lexicon, word) {
        let after = word.strip_prefix(known);
        let rest = after
            .or_else(|| word.strip_suffix(known))
            .unwrap_or_default();
        let unlinked = match after {
            Some(after) => after.strip_prefix('s'),
            None => rest.strip_suffix('s'),
        };
        for rest in [Some(rest), unlinked].into_iter().flatten() {
            let nearest = candidates(lexicon, rest).into_iter().next();
            let is_sure = |meant: &Candidate<'_>| !meant.is_stop_word && meant.distance <= ONE_EDIT;
            let Some(meant) = nearest.filter(is_sure) else {
                continue;
            };
            found.extend(forms_of(lexicon, at, meant, ExpansionKind::Part.weight()));
            let mut word_sets = vec![lexicon.forms_of(known), lexicon.forms_of(meant.text)];
            if after.is_none() {
                word_sets.reverse();
            }
            let kind = ExpansionKind::Correction;
            found.extend(TermExpansion::new(
                kind,
                kind.weight(),
                at..at + 1,
                word_sets,
            ));
            return;
        }
    }
}
