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

/// How many half edits a word that the site has may be away from the one that makes the question a name.
const NEAR_A_NAME: u32 = 2;

/// For each word of a question the word that was probably meant, where that is another.
pub struct Corrections(Vec<Option<WordId>>);

/// A word that may have been meant: how far it is from what was typed in half edits, whether it only holds a question together, and how
/// many pages have it, so that the likeliest comes first.
type Candidate<'a> = (u32, bool, Reverse<usize>, &'a str, WordId);

impl Corrections {
    /// Finds what was meant, and adds what answers to that to what was found for the words as they were typed.
    pub fn of(index: &Index, asked: &Asked, found: &mut Vec<Variant>) -> Self {
        let mut corrections = Corrections(vec![None; asked.words.len()]);
        for at in asked.with_role(Role::Content) {
            let has = |classes: &[Class]| {
                let is_spoken = |variant: &Variant| variant.sets.iter().flatten().all(|id| index.lexicon.language(*id) == asked.language);
                let mut of_word = found.iter().filter(|variant| variant.asked.contains(&at) && is_spoken(variant));
                of_word.any(|variant| classes.contains(&variant.class))
            };
            if has(&[Class::Exact, Class::Synonym]) {
                continue;
            }
            let has_form = has(&[Class::Stem, Class::Compound]);
            let meant = misspelt(index, asked, at, found);
            // A word of which the site has another form is mended only where it is the name of a page.
            let is_name = |id: &WordId| !index.names.find(&[index.lexicon.text(*id).to_owned()]).is_empty();
            corrections.0[at] = meant.filter(|id| !has_form || is_name(id));
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
        for at in asked.with_role(Role::Content).filter(|at| self.0[*at].is_none()) {
            let is_named = |candidate: &&Candidate<'_>| {
                let mut words = words.clone();
                words[at] = candidate.3.to_owned();
                !index.names.find(&words).is_empty()
            };
            let candidates = candidates(index, asked, &asked.words[at].folded);
            let near = candidates.iter().take_while(|candidate| candidate.0 <= NEAR_A_NAME).find(is_named);
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

/// The words that may be meant by one with mistakes in it, the likeliest first. Of a word that another language has, only those in the
/// language of the question: `kontakt` is `contact`.
fn candidates<'a>(index: &'a Index, asked: &Asked, word: &str) -> Vec<Candidate<'a>> {
    if spelling::edits_for(word) == 0 {
        return Vec::new();
    }
    let is_known = index.languages.iter().any(|language| index.frequency_of(*language, word) > 0);
    let near = |id: WordId| {
        let text = index.lexicon.text(id);
        if is_known && index.lexicon.language(id) != asked.language {
            return None;
        }
        let distance = index.is_live(id).then(|| spelling::distance(word, text)).flatten()?;
        let is_stop_word = index.lexicon.language(id).is_stop_word(text);
        Some((distance, is_stop_word, Reverse(index.lexicon.pages(id)), text, id)).filter(|_| text != word)
    };
    let mut candidates: Vec<Candidate<'a>> = index.lexicon.alike(word).filter_map(near).collect();
    candidates.sort();
    candidates
}

/// What was probably meant by a word that the site does not have. Where that only holds the question together, nothing answers to it.
fn misspelt(index: &Index, asked: &Asked, at: usize, found: &mut Vec<Variant>) -> Option<WordId> {
    let candidates = candidates(index, asked, &asked.words[at].folded);
    let (nearest, is_stop_word, .., meant) = *candidates.first()?;
    let near = candidates.iter().take_while(|(distance, ..)| *distance <= nearest + 1 && !is_stop_word);
    for (distance, .., id) in near.take(MOST_MEANT) {
        add(index, at, *id, Class::Meant.weight() * 2.0 / (2.0 + *distance as f32 / 2.0), found);
    }
    Some(meant)
}

/// Adds the forms and synonyms of a word that was probably meant.
fn add(index: &Index, at: usize, id: WordId, weight: f32, found: &mut Vec<Variant>) {
    let (text, language) = (index.lexicon.text(id), index.lexicon.language(id));
    let mut ids = forms_of(index, language, text);
    ids.sort_by_key(|other| *other != id);
    if !ids.is_empty() {
        found.push(Variant { class: Class::Meant, weight, asked: at..at + 1, sets: vec![ids] });
    }
    for phrase in index.thesaurus.of_word(text) {
        add_phrase(index, phrase, at..at + 1, Class::Meant, weight * Class::Synonym.weight(), found);
    }
}
