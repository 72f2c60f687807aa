//! What a question was probably meant to be, where a word of it is misspelt.

use std::cmp::Reverse;

use crate::search::Index;
use crate::search::analysis::{Form, words};
use crate::search::lexicon::WordId;
use crate::search::passage;
use crate::search::query::{Asked, Role};
use crate::search::spelling;
use crate::search::variants::{Class, Variant, add_phrase, forms_of};

/// How many words that may have been meant count.
const MOST_MEANT: usize = 4;

/// What a word weighs that makes the question a name: more than another that may have been meant.
const NAME_WEIGHT: f32 = 0.8;

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
    pub fn none(asked: &Asked) -> Self {
        Corrections(vec![None; asked.words.len()])
    }

    /// Finds what was meant, and adds what answers to that to what was found for the words as they were typed.
    pub fn of(index: &Index, asked: &Asked, found: &mut Vec<Variant>) -> Self {
        let mut corrections = Corrections::none(asked);
        for at in asked.with_role(Role::Content) {
            let has = |classes: &[Class]| {
                let is_spoken = |variant: &Variant| variant.sets.iter().flatten().all(|id| index.lexicon.language(*id) == asked.language);
                let mut of_word = found.iter().filter(|variant| variant.asked.contains(&at) && is_spoken(variant));
                of_word.any(|variant| classes.contains(&variant.class))
            };
            // What begins a word may not be whole yet, and words that say little are known.
            if asked.language.is_weak(&asked.words[at].folded) || has(&[Class::Exact, Class::Synonym, Class::Begun]) {
                continue;
            }
            let word = &asked.words[at].folded;
            let mut candidates = candidates(index, asked, word);
            let stem = asked.language.stem(word);
            candidates.retain(|(.., text, _)| !spelling::is_other_word(word, text) && asked.language.stem(text) != stem);
            let Some((nearest, meant)) = likeliest(&candidates) else { continue };
            // A word of which the site has another form is mended only where it then is the name of a page, and what may be a compound
            // only where it is an edit away from what the site has.
            let is_name = || !index.names.find(&[index.lexicon.text(meant).to_owned()]).is_empty();
            // A short word is soon another word: what hardly a page has was not meant, but where it sounds the same or editors named it.
            let is_told =
                || index.asked_for.binary_search(&meant).is_ok() || spelling::sound(word) == spelling::sound(index.lexicon.text(meant));
            let is_rare = || spelling::is_short(word) && index.lexicon.pages(meant) < COMMON && !is_told() && !is_name();
            let is_known = has(&[Class::Stem, Class::Compound]) && !is_name() || is_rare();
            if is_known || nearest > ONE_EDIT && has(&[Class::Parts, Class::Root]) {
                continue;
            }
            for (distance, .., id) in candidates.iter().take_while(|(distance, ..)| *distance <= nearest + 1).take(MOST_MEANT) {
                add(index, at, *id, Class::Meant.weight() * 2.0 / (2.0 + *distance as f32 / 2.0), found);
            }
            corrections.0[at] = Some(meant);
        }
        corrections.name(index, asked, found);
        corrections
    }

    /// Mends a word that the site has, where the question then is the name of a page: `regio deel` is `regio deal`.
    fn name(&mut self, index: &Index, asked: &Asked, found: &mut Vec<Variant>) {
        let words = self.words(index, asked);
        if words.len() < 2 || !asked.phrases.is_empty() || !index.names.find(&words).is_empty() {
            return;
        }
        for at in asked.with_role(Role::Content).filter(|at| self.0[*at].is_none() && !asked.language.is_weak(&words[*at])) {
            let is_named = |candidate: &&Candidate<'_>| {
                if candidate.1 {
                    return false;
                }
                let mut words = words.clone();
                words[at] = candidate.3.to_owned();
                !index.names.find(&words).is_empty()
            };
            let candidates = candidates(index, asked, &asked.words[at].folded);
            let near = candidates.iter().take_while(|candidate| candidate.0 <= ONE_EDIT).find(is_named);
            if let Some((.., id)) = near {
                add(index, at, *id, NAME_WEIGHT, found);
                self.0[at] = Some(*id);
                return;
            }
        }
    }

    fn is_none(&self) -> bool {
        self.0.iter().all(Option::is_none)
    }

    /// The words of the question, with those in place that were probably meant.
    pub fn words(&self, index: &Index, asked: &Asked) -> Vec<String> {
        let meant = |(typed, meant): (&str, &Option<WordId>)| meant.map_or(typed, |id| index.lexicon.text(id)).to_owned();
        asked.words.iter().map(|word| word.folded.as_str()).zip(&self.0).map(meant).collect()
    }

    /// The question as it was probably meant. `None` where there is nothing to mend.
    pub fn suggestion(&self, index: &Index, asked: &Asked, text: &str) -> Option<String> {
        if self.is_none() {
            return None;
        }
        let mut mended = String::with_capacity(text.len());
        let mut done = 0;
        for word in words(text).iter().filter(|word| word.form == Form::Whole) {
            let at = asked.words.iter().position(|asked| asked.folded == word.folded);
            if let Some(id) = at.and_then(|at| self.0[at]) {
                mended.push_str(&text[done..word.range.start]);
                mended.push_str(&passage::as_written(index, id));
                done = word.range.end;
            }
        }
        mended.push_str(&text[done..]);
        Some(mended.split_whitespace().collect::<Vec<_>>().join(" "))
    }
}

/// The words of the language of the question that may be meant by one with mistakes in it, the likeliest first.
fn candidates<'a>(index: &'a Index, asked: &Asked, word: &str) -> Vec<Candidate<'a>> {
    if spelling::edits_for(word) == 0 {
        return Vec::new();
    }
    let near = |id: WordId| {
        let text = index.lexicon.text(id);
        let is_word = index.lexicon.language(id) == asked.language && index.is_live(id) && text != word;
        let distance = is_word.then(|| spelling::distance(word, text)).flatten()?;
        Some((distance, asked.language.is_stop_word(text), Reverse(index.lexicon.pages(id)), text, id))
    };
    let mut candidates: Vec<Candidate<'a>> = index.lexicon.alike(word).filter_map(near).collect();
    candidates.sort();
    candidates
}

/// The likeliest, with how far it is. None where that only holds a sentence together.
fn likeliest(candidates: &[Candidate<'_>]) -> Option<(u32, WordId)> {
    candidates.first().filter(|(_, is_stop_word, ..)| !is_stop_word).map(|(distance, .., id)| (*distance, *id))
}

/// Adds the forms and synonyms of a word that was probably meant.
fn add(index: &Index, at: usize, id: WordId, weight: f32, found: &mut Vec<Variant>) {
    let (text, language) = (index.lexicon.text(id), index.lexicon.language(id));
    let mut ids = forms_of(index, language, text);
    ids.sort_by_key(|other| *other != id);
    if !ids.is_empty() {
        found.push(Variant { class: Class::Meant, weight, asked: at..at + 1, sets: vec![ids] });
    }
    for phrase in index.thesaurus.of_word(language, text) {
        add_phrase(index, phrase, at..at + 1, Class::Meant, weight * Class::Synonym.weight(), found);
    }
}
