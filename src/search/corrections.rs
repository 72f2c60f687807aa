//! What a question was probably meant to be, where a word of it is misspelt.

use std::cmp::Reverse;

use crate::search::Index;
use crate::search::analysis::{Form, words};
use crate::search::expansion;
use crate::search::expansions::{ExpansionKind, TermExpansion, forms_of};
use crate::search::lexicon::WordId;
use crate::search::query::{ParsedQuery, Role};
use crate::search::snippet;
use crate::search::spelling;

/// How many words that may have been meant count.
const MOST_MEANT: usize = 4;

/// In a longer question no word is taken apart for a mistake in one of its parts: that costs too much.
const MOST_TAKEN_APART: usize = 3;

/// A question of more words that say something is not mended to be the name of a page.
const LONGEST_NAME: usize = 4;

/// A word on so many pages is likelier meant than one that the site does not have.
const COMMON: usize = 3;

/// In half edits.
const ONE_EDIT: u32 = 2;

/// For each word of a question the word that was probably meant, where that is another.
pub struct Corrections(Vec<Option<WordId>>);

/// A word that may have been meant: how far it is from what was typed in half edits, whether it only holds a question together, and how
/// many pages have it, so that the likeliest comes first.
type Candidate<'a> = (u32, bool, Reverse<usize>, &'a str, WordId);

impl Corrections {
    /// For a question whose words are meant as they are.
    pub fn none(query: &ParsedQuery) -> Self {
        Corrections(vec![None; query.words.len()])
    }

    /// Finds what was meant, and adds what answers to that to what was found for the words as they were typed.
    pub fn of(index: &Index, query: &ParsedQuery, found: &mut Vec<TermExpansion>) -> Self {
        let mut corrections = Corrections::none(query);
        let mut alike: Vec<Option<Vec<Candidate<'_>>>> = vec![None; query.words.len()];
        for at in query.with_role(Role::Content) {
            let has = |kinds: &[ExpansionKind]| {
                let is_spoken = |expansion: &TermExpansion| {
                    expansion
                        .sets
                        .iter()
                        .flatten()
                        .all(|id| index.lexicon.language(*id) == query.language)
                };
                let mut of_word = found.iter().filter(|expansion| {
                    expansion.query_words.contains(&at) && is_spoken(expansion)
                });
                of_word.any(|expansion| kinds.contains(&expansion.kind))
            };
            // What begins a word may not be whole yet, and words that say little are known.
            if query.language.is_weak(&query.words[at].folded)
                || has(&[
                    ExpansionKind::Exact,
                    ExpansionKind::Synonym,
                    ExpansionKind::Begun,
                ])
            {
                continue;
            }
            let word = &query.words[at].folded;
            let stem = query.language.stem(word);
            let is_form_of = |text: &str| {
                query.language.stem(text) == stem && !query.language.tells_apart(word, text)
            };
            let is_other = |(.., text, _): &Candidate<'_>| {
                !spelling::is_other_word(word, text) && !is_form_of(text)
            };
            let all = alike[at].insert(candidates(index, query, word));
            let mut candidates: Vec<Candidate<'_>> = all.iter().copied().filter(is_other).collect();
            // A form that the site has of no word may be a misspelt one of a word that it has. That is too unsure to be told.
            let is_form = candidates.is_empty()
                && *stem != **word
                && !has(&[
                    ExpansionKind::Stem,
                    ExpansionKind::Parts,
                    ExpansionKind::Root,
                ]);
            if is_form {
                candidates = self::candidates(index, query, &stem);
            }
            let Some((nearest, meant)) = likeliest(&candidates) else {
                if candidates.is_empty()
                    && !has(&[ExpansionKind::Parts, ExpansionKind::Root])
                    && query.with_role(Role::Content).count() <= MOST_TAKEN_APART
                {
                    part(index, query, at, found);
                }
                continue;
            };
            // A word of which the site has another form is mended only where it then is the name of a page, and what may be a compound
            // only where it is an edit away from what the site has.
            let is_name = || {
                !index
                    .names
                    .find(&[index.lexicon.text(meant).to_owned()])
                    .is_empty()
            };
            let is_known = has(&[ExpansionKind::Stem, ExpansionKind::Compound]) && !is_name();
            if is_known || nearest > ONE_EDIT && has(&[ExpansionKind::Parts, ExpansionKind::Root]) {
                continue;
            }
            // A short word is soon another word. Beside others it is told only where some pages have what was meant, it sounds the same
            // or editors named it.
            let is_told = || {
                !spelling::is_short(word)
                    || query.with_role(Role::Content).count() == 1
                    || index.lexicon.pages(meant) >= COMMON
                    || index.asked_for.binary_search(&meant).is_ok()
                    || spelling::sound(word) == spelling::sound(index.lexicon.text(meant))
                    || is_name()
            };
            corrections.0[at] = Some(meant).filter(|_| !is_form && is_told());
            let near = candidates
                .iter()
                .take_while(|(distance, ..)| *distance <= nearest + 1)
                .take(MOST_MEANT);
            for (distance, .., id) in near.filter(|(.., id)| corrections.0[at] != Some(*id)) {
                add(
                    index,
                    at,
                    *id,
                    ExpansionKind::Meant.weight() * 2.0 / (2.0 + *distance as f32 / 2.0),
                    found,
                );
            }
        }
        corrections.name(index, query, &mut alike);
        corrections
    }

    /// Mends a word that the site has, where the question then is the name of a page: `regio deel` is `regio deal`.
    /// What is alike to a word of the question is looked up where `alike` does not have it yet.
    fn name<'a>(
        &mut self,
        index: &'a Index,
        query: &ParsedQuery,
        alike: &mut [Option<Vec<Candidate<'a>>>],
    ) {
        let words = self.words(index, query);
        let is_short = (2..=LONGEST_NAME).contains(&query.with_role(Role::Content).count());
        if !is_short || !query.phrases.is_empty() || !index.names.find(&words).is_empty() {
            return;
        }
        for at in query
            .with_role(Role::Content)
            .filter(|at| self.0[*at].is_none() && !query.language.is_weak(&words[*at]))
        {
            let is_named = |candidate: &&Candidate<'_>| {
                if candidate.1 {
                    return false;
                }
                let mut words = words.clone();
                words[at] = candidate.3.to_owned();
                !index.names.find(&words).is_empty()
            };
            let candidates =
                alike[at].get_or_insert_with(|| candidates(index, query, &query.words[at].folded));
            let near = candidates
                .iter()
                .take_while(|candidate| candidate.0 <= ONE_EDIT)
                .find(is_named);
            if let Some((.., id)) = near {
                self.0[at] = Some(*id);
                return;
            }
        }
    }

    /// The places of the words that were probably meant to be another.
    pub fn places(&self) -> impl Iterator<Item = usize> {
        (0..self.0.len()).filter(|at| self.0[*at].is_some())
    }

    /// The words of the question, with those in place that were probably meant.
    pub fn words(&self, index: &Index, query: &ParsedQuery) -> Vec<String> {
        let meant = |(typed, meant): (&str, &Option<WordId>)| {
            meant.map_or(typed, |id| index.lexicon.text(id)).to_owned()
        };
        query
            .words
            .iter()
            .map(|word| word.folded.as_str())
            .zip(&self.0)
            .map(meant)
            .collect()
    }

    /// The question as it was probably meant. `None` where there is nothing to mend.
    pub fn suggestion(&self, index: &Index, query: &ParsedQuery, text: &str) -> Option<String> {
        self.places().next()?;
        let mut mended = String::with_capacity(text.len());
        let mut done = 0;
        for word in words(text).iter().filter(|word| word.form == Form::Whole) {
            let at = query
                .words
                .iter()
                .position(|query| query.folded == word.folded);
            if let Some(id) = at.and_then(|at| self.0[at]) {
                mended.push_str(&text[done..word.range.start]);
                mended.push_str(&snippet::as_written(index, id));
                done = word.range.end;
            }
        }
        mended.push_str(&text[done..]);
        Some(mended.split_whitespace().collect::<Vec<_>>().join(" "))
    }
}

/// The words of the language of the question that may be meant by one with mistakes in it, the likeliest first.
fn candidates<'a>(index: &'a Index, query: &ParsedQuery, word: &str) -> Vec<Candidate<'a>> {
    if spelling::edits_for(word) == 0 {
        return Vec::new();
    }
    let near = |id: WordId| {
        let text = index.lexicon.text(id);
        let is_word =
            index.lexicon.language(id) == query.language && index.is_live(id) && text != word;
        let distance = is_word.then(|| spelling::distance(word, text)).flatten()?;
        Some((
            distance,
            query.language.is_stop_word(text),
            Reverse(index.lexicon.pages(id)),
            text,
            id,
        ))
    };
    let mut candidates: Vec<Candidate<'a>> = index.lexicon.alike(word).filter_map(near).collect();
    candidates.sort();
    candidates
}

/// The likeliest, with how far it is. None where that only holds a sentence together.
fn likeliest(candidates: &[Candidate<'_>]) -> Option<(u32, WordId)> {
    candidates
        .first()
        .filter(|(_, is_stop_word, ..)| !is_stop_word)
        .map(|(distance, .., id)| (*distance, *id))
}

/// Adds the forms of a word that may have been meant.
fn add(index: &Index, at: usize, id: WordId, weight: f32, found: &mut Vec<TermExpansion>) {
    let mut ids = forms_of(index, index.lexicon.language(id), index.lexicon.text(id));
    ids.sort_by_key(|other| *other != id);
    if !ids.is_empty() {
        found.push(TermExpansion {
            kind: ExpansionKind::Meant,
            weight,
            query_words: at..at + 1,
            sets: vec![ids],
        });
    }
}

/// Adds what answers to a compound of which one part is misspelt, and the other a word of the site.
fn part(index: &Index, query: &ParsedQuery, at: usize, found: &mut Vec<TermExpansion>) {
    let word = query.words[at].folded.as_str();
    for known in expansion::ends(index, query.language, word) {
        let rest = word
            .strip_prefix(&*known)
            .or_else(|| word.strip_suffix(&*known))
            .unwrap_or_default();
        let is_last = word.ends_with(rest);
        let bare = if is_last {
            rest.strip_prefix('s')
        } else {
            rest.strip_suffix('s')
        };
        for rest in [Some(rest), bare].into_iter().flatten() {
            let candidates = candidates(index, query, rest);
            let Some((_, meant)) =
                likeliest(&candidates).filter(|(distance, _)| *distance <= ONE_EDIT)
            else {
                continue;
            };
            add(index, at, meant, ExpansionKind::Part.weight(), found);
            let mut sets = vec![
                forms_of(index, query.language, &known),
                forms_of(index, query.language, index.lexicon.text(meant)),
            ];
            if !is_last {
                sets.reverse();
            }
            if sets.iter().all(|set| !set.is_empty()) {
                found.push(TermExpansion {
                    kind: ExpansionKind::Meant,
                    weight: ExpansionKind::Meant.weight(),
                    query_words: at..at + 1,
                    sets,
                });
            }
            return;
        }
    }
}
