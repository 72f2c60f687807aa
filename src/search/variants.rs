//! What answers to a question: for each word the words of the site that mean it, each with a weight that says how surely.

use rustc_hash::FxHashMap;

use crate::search::Index;
use crate::search::analysis::Language;
use crate::search::compounds::{self, Rest};
use crate::search::lexicon::WordId;
use crate::search::query::{Asked, Role};
use crate::search::spelling;
use crate::search::thesaurus::Phrase;

/// How many words of each sort count; those of most pages first. The words of a question share the compounds, of which each has some.
const MOST_FORMS: usize = 24;
const MOST_COMPOUNDS: usize = 48;
const LEAST_COMPOUNDS: usize = 8;
const MOST_BEGUN: usize = 24;
const MOST_MEANT: usize = 4;

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

/// How a word of the site answers to a word of the question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// It is the word.
    Exact,
    /// It is another form of the word.
    Stem,
    /// It is a compound with the word.
    Compound,
    /// They are the parts of the word, near each other.
    Parts,
    /// Two words of the question make it together: `markt` and `arbeid` for `arbeidsmarkt`.
    Whole,
    /// The word is made of it by an ending: `geluk` in `gelukkig`.
    Root,
    /// It is one of the parts of the word, which the site does not have.
    Part,
    Synonym,
    /// It is what the word was probably meant to be.
    Meant,
    /// It begins with the word.
    Begun,
}

impl Class {
    /// How far an answer of this class may be taken to be about the word at all.
    pub fn certainty(self) -> f32 {
        match self {
            Class::Exact | Class::Stem | Class::Synonym | Class::Compound | Class::Parts | Class::Whole => 1.0,
            Class::Meant | Class::Root => 0.7,
            Class::Begun => 0.6,
            Class::Part => 0.4,
        }
    }

    /// How much an answer of this class weighs against the word itself.
    pub fn weight(self) -> f32 {
        match self {
            Class::Exact => 1.0,
            Class::Stem => 0.85,
            Class::Synonym => 0.65,
            Class::Compound => 0.55,
            Class::Parts => 0.7,
            Class::Whole => 0.8,
            Class::Meant => 0.5,
            Class::Root => 0.45,
            Class::Begun => 0.3,
            Class::Part => 0.2,
        }
    }
}

/// One way in which pages can answer to words of the question.
pub struct Variant {
    pub class: Class,
    pub weight: f32,
    /// The words of the question that it answers, by their place: from the first up to the last.
    pub asked: std::ops::Range<usize>,
    /// A page must have a word of each set. Where there are more sets than one, they must stand near each other.
    pub sets: Vec<Vec<WordId>>,
}

/// All ways in which pages can answer to a question.
pub struct Variants {
    pub all: Vec<Variant>,
    /// For each word of the question that the site does not have, what was probably meant.
    corrections: Vec<Option<WordId>>,
}

/// How a word of the site answers.
#[derive(Clone)]
pub struct Marked {
    pub weight: f32,
    /// The words of the question to which it does.
    pub asked: std::ops::Range<usize>,
    pub company: Company,
}

/// Whether a word answers by itself, or only beside others: `markt` and `arbeid` for `arbeidsmarkt`.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
pub enum Company {
    Needed,
    Free,
}

/// Finds what answers to a question.
pub fn of(index: &Index, asked: &Asked) -> Variants {
    let mut variants = Variants { all: Vec::new(), corrections: vec![None; asked.words.len()] };
    let content = asked.words.iter().filter(|word| word.role == Role::Content).count();
    let compounds = (MOST_COMPOUNDS / content.max(1)).max(LEAST_COMPOUNDS);
    for (at, word) in asked.words.iter().enumerate() {
        for language in &index.languages {
            let mut expansion = Expansion { index, language: *language, at, compounds, found: &mut variants.all };
            match word.role {
                Role::Stop | Role::Literal => expansion.exact(&word.folded),
                Role::Content => {
                    let known = expansion.forms(&word.folded);
                    expansion.compounds(&word.folded);
                    expansion.parts(&word.folded, known);
                    expansion.root(&word.folded);
                    if at + 1 == asked.words.len() {
                        expansion.beginnings(&word.folded);
                    }
                }
            }
        }
    }
    wholes(index, asked, &mut variants.all);
    synonyms(index, asked, &mut variants.all);
    for (at, word) in asked.words.iter().enumerate() {
        let has = |is: fn(&Variant) -> bool| variants.all.iter().any(|variant| is(variant) && variant.asked.contains(&at));
        let (sure, exact) = (has(Variant::is_sure), has(|variant| matches!(variant.class, Class::Exact | Class::Synonym)));
        if word.role == Role::Content && !exact {
            let meant = meant(index, at, &word.folded, &mut variants.all);
            // A word of which the site has another form is mended only where it is the name of a page.
            let is_name = |id: &WordId| !index.names.find(&[index.lexicon.text(*id).to_owned()], index.language).is_empty();
            variants.corrections[at] = meant.filter(|id| !sure || is_name(id));
        }
    }
    variants
}

impl Variant {
    /// Whether the words themselves are known, so that no mistake in typing need be supposed.
    fn is_sure(&self) -> bool {
        matches!(self.class, Class::Exact | Class::Stem | Class::Synonym | Class::Compound)
    }
}

/// Collects the variants of one word in one language.
struct Expansion<'a> {
    index: &'a Index,
    language: Language,
    at: usize,
    /// How many compounds count.
    compounds: usize,
    found: &'a mut Vec<Variant>,
}

impl Expansion<'_> {
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
        let others = common_first(self.index, self.index.lexicon.with_stem(self.language, &self.language.stem(word)), MOST_FORMS);
        self.add(Class::Stem, Class::Stem.weight(), vec![others.into_iter().filter(|id| Some(*id) != exact).collect()]);
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
        let sets: Vec<Vec<WordId>> = parts.iter().map(|part| forms_of(self.index, self.language, part)).collect();
        if known == Known::No {
            for set in &sets {
                self.add(Class::Part, Class::Part.weight(), vec![set.clone()]);
            }
            for part in &parts {
                let stem = [self.language.stem(part).into_owned()];
                for (_, finds) in self.index.thesaurus.at(&stem) {
                    for phrase in finds {
                        let asked = self.at..self.at + 1;
                        add_phrase(self.index, phrase, asked, Class::Synonym, Class::Synonym.weight() * PART_OF_SYNONYM, self.found);
                    }
                }
            }
            if parts.is_empty() {
                self.ends(word);
            }
        }
        self.add(Class::Parts, Class::Parts.weight(), sets);
    }

    /// The longest word of the site that the word is made of by an ending.
    fn root(&mut self, word: &str) {
        let from = SHORTEST_ROOT.max(word.len().saturating_sub(LONGEST_ENDING));
        let root = (from..word.len()).rev().filter(|at| word.is_char_boundary(*at)).find_map(|at| self.known(&word[..at]));
        if let Some(root) = root.filter(|_| word.len() >= SHORTEST_DERIVED) {
            let mut ids = forms_of(self.index, self.language, &root);
            let own = self.language.stem(word);
            ids.retain(|id| self.language.stem(self.index.lexicon.text(*id)) != own);
            self.add(Class::Root, Class::Root.weight(), vec![ids]);
        }
    }

    /// The longest words of the site with which an unknown word begins and ends.
    fn ends(&mut self, word: &str) {
        let places = |from: usize| (from..word.len()).filter(|at| word.is_char_boundary(*at));
        let first = places(SHORTEST_ROOT).rev().find_map(|at| self.known(&word[..at]));
        let last = places(1).take_while(|at| word.len() - at >= SHORTEST_END).find_map(|at| self.known(&word[at..]));
        for end in first.into_iter().chain(last) {
            self.add(Class::Part, Class::Part.weight(), vec![forms_of(self.index, self.language, &end)]);
        }
    }

    /// The word, where the site has it and it says something.
    fn known(&self, word: &str) -> Option<String> {
        let id = self.index.lexicon.id(self.language, word).filter(|id| self.index.lexicon.pages(*id) > 0)?;
        (!self.language.is_stop_word(word)).then(|| self.index.lexicon.text(id).to_owned())
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

#[derive(Clone, Copy, PartialEq)]
enum Known {
    Yes,
    No,
}

/// The words that pages have, those of most pages first and then the shortest, in an order that does not hang on their numbers.
pub fn common_first(index: &Index, ids: impl Iterator<Item = WordId>, most: usize) -> Vec<WordId> {
    let mut ids: Vec<WordId> = ids.filter(|id| index.lexicon.pages(*id) > 0).collect();
    ids.sort_unstable();
    ids.dedup();
    let commoner = |a: &WordId, b: &WordId| {
        let rank = |id: &WordId| (std::cmp::Reverse(index.lexicon.pages(*id)), index.lexicon.text(*id).len());
        rank(a).cmp(&rank(b)).then_with(|| index.lexicon.text(*a).cmp(index.lexicon.text(*b)))
    };
    if ids.len() > most {
        ids.select_nth_unstable_by(most, commoner);
        ids.truncate(most);
    }
    ids.sort_unstable_by(commoner);
    ids
}

/// A word in all its forms.
fn forms_of(index: &Index, language: Language, word: &str) -> Vec<WordId> {
    common_first(index, index.lexicon.with_stem(language, &language.stem(word)), MOST_FORMS)
}

/// The words that two words of the question make together, one behind the other or before it.
fn wholes(index: &Index, asked: &Asked, found: &mut Vec<Variant>) {
    let content: Vec<usize> = (0..asked.words.len()).filter(|at| asked.words[*at].role == Role::Content).collect();
    for (pair, language) in content.windows(2).flat_map(|pair| index.languages.iter().map(move |language| (pair, *language))) {
        let word = |at: usize| asked.words[pair[at]].folded.as_str();
        let made = |first: &str, last: &str| {
            let whole = |link: &&str| index.lexicon.id(language, &format!("{first}{link}{last}"));
            language.links().iter().filter_map(whole).collect::<Vec<_>>()
        };
        let ids = made(word(0), word(1)).into_iter().chain(made(word(1), word(0)));
        let set = common_first(index, ids, MOST_FORMS);
        if !set.is_empty() {
            found.push(Variant { class: Class::Whole, weight: Class::Whole.weight(), asked: pair[0]..pair[1] + 1, sets: vec![set] });
        }
    }
}

/// What the words of the question mean by another name.
fn synonyms(index: &Index, asked: &Asked, found: &mut Vec<Variant>) {
    let content: Vec<usize> = (0..asked.words.len()).filter(|at| asked.words[*at].role == Role::Content).collect();
    let stems: Vec<String> = content.iter().map(|at| index.language.stem(&asked.words[*at].folded).into_owned()).collect();
    for from in 0..content.len() {
        for (length, finds) in index.thesaurus.at(&stems[from..]) {
            let range = content[from]..content[from + length - 1] + 1;
            // A word that the site has itself is meant as it is, more than as its synonym.
            let is_known = found.iter().any(|variant| variant.class == Class::Exact && range.contains(&variant.asked.start));
            let weight = Class::Synonym.weight() * if is_known { 0.9 } else { 1.0 };
            for phrase in finds {
                add_phrase(index, phrase, range.clone(), Class::Synonym, weight, found);
            }
        }
    }
}

fn add_phrase(index: &Index, phrase: &Phrase, asked: std::ops::Range<usize>, class: Class, weight: f32, found: &mut Vec<Variant>) {
    for language in &index.languages {
        let sets: Vec<Vec<WordId>> = phrase.iter().map(|word| forms_of(index, *language, word)).collect();
        if sets.iter().all(|set| !set.is_empty()) {
            found.push(Variant { class, weight, asked: asked.clone(), sets });
        }
    }
}

/// What a word that the site does not know was probably meant to be.
fn meant(index: &Index, at: usize, word: &str, found: &mut Vec<Variant>) -> Option<WordId> {
    if spelling::edits_for(word) == 0 {
        return None;
    }
    let near = |id: WordId| {
        let distance = index.is_live(id).then(|| spelling::distance(word, index.lexicon.text(id))).flatten()?;
        Some((distance, std::cmp::Reverse(index.lexicon.pages(id)), index.lexicon.text(id), id))
    };
    let mut candidates: Vec<_> = index.lexicon.alike(word).filter_map(near).collect();
    candidates.sort();
    let nearest = candidates.first()?.0;
    for (distance, _, text, id) in candidates.iter().take_while(|(distance, ..)| *distance <= nearest + 1).take(MOST_MEANT) {
        let weight = Class::Meant.weight() * 2.0 / (2.0 + *distance as f32 / 2.0);
        let language = index.lexicon.language(*id);
        let mut ids = forms_of(index, language, text);
        ids.sort_by_key(|other| other != id);
        if !ids.is_empty() {
            found.push(Variant { class: Class::Meant, weight, asked: at..at + 1, sets: vec![ids] });
        }
        let stem = [index.language.stem(text).into_owned()];
        for (_, finds) in index.thesaurus.at(&stem) {
            for phrase in finds {
                add_phrase(index, phrase, at..at + 1, Class::Meant, weight * Class::Synonym.weight(), found);
            }
        }
    }
    Some(candidates[0].3)
}

impl Variants {
    /// The words that answer, each with what is sure of it.
    pub fn marked(&self) -> FxHashMap<WordId, Marked> {
        let mut marked: FxHashMap<WordId, Marked> = FxHashMap::default();
        for variant in &self.all {
            let company = if variant.sets.len() > 1 { Company::Needed } else { Company::Free };
            for id in variant.sets.iter().flatten() {
                let new = Marked { weight: variant.weight, asked: variant.asked.clone(), company };
                let known = marked.entry(*id).or_insert_with(|| new.clone());
                if (new.company, new.weight) > (known.company, known.weight) {
                    *known = new;
                }
            }
        }
        marked
    }

    /// The words of the question with those in place that were probably meant. `None` where nothing was mended.
    pub fn corrected(&self, index: &Index, asked: &Asked) -> Option<Vec<String>> {
        self.corrections.iter().any(Option::is_some).then(|| {
            let mended = |(word, correction): (&crate::search::query::AskedWord, &Option<WordId>)| match correction {
                Some(id) => index.lexicon.text(*id).to_owned(),
                None => word.folded.clone(),
            };
            asked.words.iter().zip(&self.corrections).map(mended).collect()
        })
    }

    /// The question as it was probably meant. `None` where there is nothing to mend.
    pub fn suggestion(&self, index: &Index, asked: &Asked, text: &str) -> Option<String> {
        self.corrections.iter().any(Option::is_some).then(|| {
            let mut mended = String::with_capacity(text.len());
            let mut done = 0;
            for word in crate::search::analysis::words(text).iter().filter(|word| word.form == crate::search::analysis::Form::Whole) {
                let at = asked.words.iter().position(|asked| asked.folded == word.folded);
                if let Some(id) = at.and_then(|at| self.corrections[at]) {
                    mended.push_str(&text[done..word.range.start]);
                    mended.push_str(&crate::search::passage::as_written(index, id));
                    done = word.range.end;
                }
            }
            mended.push_str(&text[done..]);
            mended.split_whitespace().collect::<Vec<_>>().join(" ")
        })
    }
}
