//! Which page answers best, and why.
//!
//! A page scores for each word of the question what its best variant is worth: how surely it means the word, times how rare it is,
//! times how often and where it stands. The sum is multiplied by what the page covers of the question, of its own title, and by a
//! few small factors. A page that the question names comes first.

use std::fmt;
use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::content::page::Kind;
use crate::search::analysis::Language;
use crate::search::lexicon::WordId;
use crate::search::names::Naming;
use crate::search::pages::{Counts, Field, PageId, PageWords};
use crate::search::query::{Asked, Role};
use crate::search::variants::{Class, Variant, Variants};
use crate::search::{Index, names};

/// What one word in a field is worth against one in the text.
const FIELD_WEIGHTS: [f32; 5] = [7.0, 4.0, 3.0, 2.0, 1.0];

/// The worth at which a word counts for half of what it can.
const SATURATION: f32 = 2.0;

/// How much the length of a text takes from its words: 0 nothing, 1 in proportion.
const LENGTH_SHARE: f32 = 0.35;

/// What a word that only holds the question together counts.
const STOP_SHARE: f32 = 0.08;

/// A page must have this share of what the best page has of the question.
const LEAST_COVERAGE: f32 = 0.55;

/// What the next best answer to a word adds to the best.
const NEXT_SHARE: f32 = 0.4;

/// The most postings that one question looks at, whatever its words.
const MOST_POSTINGS: usize = 400_000;

/// What the page of a municipality or theme gains where the question names it among other words.
const NAMED_INSIDE: f32 = 1.8;

/// So many of the best pages are looked at once more, for what costs more to know.
const CLOSER_LOOK: usize = 200;

/// How near each other the parts of a word or of a name stand, at most: so many words more than there are parts.
const SPACE_BETWEEN: usize = 3;

/// A page with its rank.
#[derive(Clone, Debug)]
pub struct Ranked {
    pub page: PageId,
    pub score: f32,
    pub is_named: bool,
    factors: Factors,
}

/// What the sum of a page's words is multiplied by.
#[derive(Clone, Copy, Debug)]
struct Factors {
    coverage: f32,
    title: f32,
    phrase: f32,
    kind: f32,
    age: f32,
    language: f32,
    /// For the page of a municipality or theme that some of the words name.
    place: f32,
    named: f32,
}

impl Factors {
    const NONE: Factors = Factors { coverage: 1.0, title: 1.0, phrase: 1.0, kind: 1.0, age: 1.0, language: 1.0, place: 1.0, named: 1.0 };

    fn product(&self) -> f32 {
        self.coverage * self.title * self.phrase * self.kind * self.age * self.language * self.place * self.named
    }
}

/// The best answer of a page to a word of the question: what it is worth, and the variant that gave it.
#[derive(Clone, Copy, Default)]
struct Answer {
    worth: f32,
    /// What the next best answer is worth.
    next: f32,
    variant: u16,
}

impl Answer {
    /// What the answers are worth together: a page that says it in two ways is more about it.
    fn sum(self) -> f32 {
        self.worth + NEXT_SHARE * self.next
    }
}

/// The pages that answer a question, the best first, with what makes them answer.
pub struct Ranking {
    pub pages: Vec<Ranked>,
    answers: Vec<Vec<Answer>>,
}

/// Ranks the pages that answer a question. `preferred` is the language of the page on which it was asked.
pub fn rank(index: &Index, asked: &Asked, variants: &Variants, preferred: Option<Language>) -> Ranking {
    let rarity = rarities(index, asked, variants);
    let answers = answers(index, asked, variants, &rarity);
    let content: Vec<usize> = (0..asked.words.len()).filter(|at| asked.words[*at].role != Role::Stop).collect();
    let all: f32 = content.iter().map(|at| rarity[*at]).sum();
    let mut best_coverage = 0.0f32;
    let mut ranked: Vec<Ranked> = Vec::new();
    for id in 0..index.pages.len() as PageId {
        let answer = |at: usize| answers[at][id as usize];
        let covered = |at: usize| match answer(at) {
            Answer { worth, .. } if worth <= 0.0 => 0.0,
            Answer { variant, .. } => rarity[at] * variants.all[usize::from(variant)].class.certainty(),
        };
        let coverage: f32 = content.iter().map(|at| covered(*at)).sum();
        if coverage <= 0.0 {
            continue;
        }
        let sum: f32 = (0..asked.words.len()).map(|at| share(asked, at) * answer(at).sum()).sum();
        best_coverage = best_coverage.max(coverage);
        let factors = Factors { coverage: coverage / all, ..Factors::NONE };
        ranked.push(Ranked { page: id, score: sum * factors.coverage, is_named: false, factors });
    }
    let least = best_coverage / all * LEAST_COVERAGE;
    let typed: Vec<String> = asked.words.iter().map(|word| word.folded.clone()).collect();
    let inside = index.names.find_inside(&typed, index.language);
    let is_inside = |page: PageId| is_own(index, page) && inside.iter().any(|(named, _)| *named == page);
    ranked
        .retain(|ranked| (ranked.factors.coverage >= least || is_inside(ranked.page)) && has_phrases(index, asked, variants, ranked.page));
    for ranked in ranked.iter_mut().filter(|ranked| is_inside(ranked.page)) {
        ranked.factors.place = NAMED_INSIDE;
        ranked.score *= NAMED_INSIDE;
    }
    sort(&mut ranked);
    let marked = variants.marked();
    for ranked in ranked.iter_mut().take(CLOSER_LOOK) {
        let Factors { coverage, place, .. } = ranked.factors;
        let factors = Factors { coverage, place, ..closer(index, asked, variants, &marked, preferred, ranked.page) };
        ranked.score *= factors.product() / ranked.factors.product();
        ranked.factors = factors;
    }
    name(index, asked, variants, &mut ranked);
    sort(&mut ranked);
    Ranking { pages: ranked, answers }
}

fn share(asked: &Asked, at: usize) -> f32 {
    if asked.words[at].role == Role::Stop { STOP_SHARE } else { 1.0 }
}

/// The best first; between equals the order of the site.
fn sort(ranked: &mut [Ranked]) {
    ranked.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| a.page.cmp(&b.page)));
}

/// How rare something on this many pages is.
fn rarity_of(index: &Index, pages: usize) -> f32 {
    let (all, pages) = (index.pages.len() as f32, pages.min(index.pages.len()) as f32);
    (1.0 + (all - pages + 0.5) / (pages + 0.5)).ln()
}

/// How rare each word of the question is, in all its forms; of a word that the site does not have, what means it.
fn rarities(index: &Index, asked: &Asked, variants: &Variants) -> Vec<f32> {
    let count = |variant: &Variant| variant.sets.iter().map(|set| pages_of(index, set)).min().unwrap_or(0);
    (0..asked.words.len())
        .map(|at| {
            let of_word = || variants.all.iter().filter(|variant| variant.asked.contains(&at));
            let own: usize = of_word().filter(|variant| matches!(variant.class, Class::Exact | Class::Stem)).map(count).sum();
            let pages = if own > 0 { own } else { of_word().map(count).max().unwrap_or(0) };
            rarity_of(index, pages)
        })
        .collect()
}

fn pages_of(index: &Index, set: &[WordId]) -> usize {
    set.iter().map(|id| index.of_word(*id).len()).sum()
}

/// What a word is worth by where it stands on a page, between 0 and 1.
fn worth(index: &Index, page: PageId, counts: Counts) -> f32 {
    let length = index.words[page as usize].field(Field::Text).len() as f32 / index.average_length;
    let mut sum = 0.0;
    for (field, weight) in Field::ALL.into_iter().zip(FIELD_WEIGHTS) {
        let count = counts.of(field) as f32;
        sum += weight * if field == Field::Text { count / (1.0 - LENGTH_SHARE + LENGTH_SHARE * length) } else { count };
    }
    sum / (sum + SATURATION)
}

/// For each word of the question and each page the best answer.
fn answers(index: &Index, asked: &Asked, variants: &Variants, rarity: &[f32]) -> Vec<Vec<Answer>> {
    let mut answers = vec![vec![Answer::default(); index.pages.len()]; asked.words.len()];
    let mut left = MOST_POSTINGS;
    for (number, variant) in variants.all.iter().enumerate() {
        let cost: usize = variant.sets.iter().map(|set| pages_of(index, set)).sum();
        if cost > left {
            continue;
        }
        left -= cost;
        let most = variant.asked.clone().map(|at| rarity[at]).fold(0.0, f32::max);
        let rare = match variant.class {
            Class::Exact | Class::Stem => most,
            _ => variant.sets.iter().map(|set| rarity_of(index, pages_of(index, set))).fold(0.0, f32::max).min(most),
        };
        let mut give = |page: PageId, worth: f32| {
            let worth = worth * rare * variant.weight;
            for at in variant.asked.clone() {
                let best = &mut answers[at][page as usize];
                if worth > best.worth {
                    let next = if usize::from(best.variant) == number { best.next } else { best.worth };
                    *best = Answer { worth, next, variant: number as u16 };
                } else if usize::from(best.variant) != number {
                    best.next = best.next.max(worth);
                }
            }
        };
        match variant.sets.as_slice() {
            [set] => {
                for id in set {
                    index.of_word(*id).iter().for_each(|posting| give(posting.page, worth(index, posting.page, posting.counts)));
                }
            }
            sets => together(index, sets).into_iter().for_each(|(page, worth)| give(page, worth)),
        }
    }
    answers
}

/// The pages on which a word of each set stands near the others, and what they are worth together.
fn together(index: &Index, sets: &[Vec<WordId>]) -> Vec<(PageId, f32)> {
    let mut of_sets = sets.iter().map(|set| {
        let mut best: FxHashMap<PageId, f32> = FxHashMap::default();
        for posting in set.iter().flat_map(|id| index.of_word(*id)) {
            let worth = worth(index, posting.page, posting.counts);
            best.entry(posting.page).and_modify(|known| *known = known.max(worth)).or_insert(worth);
        }
        best
    });
    let Some(mut joint) = of_sets.next() else { return Vec::new() };
    for best in of_sets {
        joint.retain(|page, worth| {
            best.get(page).is_some_and(|other| {
                *worth = worth.min(*other);
                true
            })
        });
    }
    let mut joint: Vec<(PageId, f32)> = joint.into_iter().collect();
    joint.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    joint.truncate(2 * CLOSER_LOOK);
    joint.retain_mut(|(page, worth)| match nearest(&index.words[*page as usize], sets) {
        Some(span) if span == sets.len() => true,
        Some(span) if span <= sets.len() + SPACE_BETWEEN => {
            *worth *= 0.6;
            true
        }
        _ => false,
    });
    joint
}

/// The fewest words of one field in which a word of each set stands.
fn nearest(words: &PageWords, sets: &[Vec<WordId>]) -> Option<usize> {
    let mut best = None;
    for field in Field::ALL {
        let mut last: Vec<Option<usize>> = vec![None; sets.len()];
        for (place, word) in words.field(field).iter().enumerate() {
            let mut is_one = false;
            for (set, last) in sets.iter().zip(&mut last) {
                if set.contains(word) {
                    *last = Some(place);
                    is_one = true;
                }
            }
            if is_one && let Some(first) = last.iter().copied().min().flatten() {
                let span = place - first + 1;
                if best.is_none_or(|best| span < best) && span >= sets.len() {
                    best = Some(span);
                }
            }
        }
    }
    best
}

/// Whether the page has every phrase between quotation marks, word for word.
fn has_phrases(index: &Index, asked: &Asked, variants: &Variants, page: PageId) -> bool {
    asked.phrases.iter().all(|phrase| {
        let sets: Vec<&[WordId]> = phrase.iter().map(|at| exact_of(index, variants, *at, page)).collect();
        let words = &index.words[page as usize];
        sets.iter().all(|set| !set.is_empty())
            && Field::ALL
                .iter()
                .any(|field| words.field(*field).windows(sets.len()).any(|run| run.iter().zip(&sets).all(|(word, set)| set.contains(word))))
    })
}

/// The word of the question itself, in the language of the page.
fn exact_of<'a>(index: &Index, variants: &'a Variants, at: usize, page: PageId) -> &'a [WordId] {
    let language = index.words[page as usize].language;
    let own = |variant: &&Variant| {
        variant.class == Class::Exact
            && variant.asked.start == at
            && variant.sets[0].first().is_some_and(|id| index.lexicon.language(*id) == language)
    };
    variants.all.iter().find(own).map_or(&[], |variant| &variant.sets[0])
}

/// What can only be told of one page at a time.
fn closer(
    index: &Index,
    asked: &Asked,
    variants: &Variants,
    marked: &FxHashMap<WordId, f32>,
    preferred: Option<Language>,
    page: PageId,
) -> Factors {
    let words = &index.words[page as usize];
    let kind = &index.pages[page as usize].page.kind;
    let age = match (kind, index.newest) {
        (Kind::News { date }, Some(newest)) => {
            let years = (newest.year() - date.year()).max(0);
            1.0 + 0.12 / (1.0 + f32::from(years) / 2.0)
        }
        _ => 1.0,
    };
    Factors {
        coverage: 1.0,
        title: 1.0 + 0.6 * title_coverage(index, words, marked),
        phrase: 1.0 + phrase(asked, variants, words),
        kind: match kind {
            Kind::Home => 0.7,
            Kind::News { .. } => 0.88,
            Kind::Theme(_) => 1.12,
            // There are many, and much the same is said on each: the one that is meant will be named.
            Kind::Municipality(_) => 0.92,
            // A word with its meaning, or a short answer, is where one starts; the page behind it says more.
            Kind::Term | Kind::Question { .. } => 0.85,
            _ => 1.0,
        },
        age,
        language: if preferred == Some(words.language) { 1.3 } else { 1.0 },
        place: 1.0,
        named: 1.0,
    }
}

/// How much of the title the question has, by how rare its words are.
fn title_coverage(index: &Index, words: &PageWords, marked: &FxHashMap<WordId, f32>) -> f32 {
    let (mut all, mut asked) = (0.0, 0.0);
    for id in words.field(Field::Title) {
        if words.language.is_stop_word(index.lexicon.text(*id)) {
            continue;
        }
        let rarity = rarity_of(index, index.of_word(*id).len());
        all += rarity;
        asked += rarity * marked.get(id).copied().unwrap_or(0.0);
    }
    if all > 0.0 { asked / all } else { 0.0 }
}

/// What is added for words that stand beside each other in the question and on the page.
fn phrase(asked: &Asked, variants: &Variants, words: &PageWords) -> f32 {
    let content: Vec<usize> = (0..asked.words.len()).filter(|at| asked.words[*at].role != Role::Stop).collect();
    let sure = |at: usize| -> Vec<WordId> {
        let own = |variant: &&Variant| variant.asked == Range { start: at, end: at + 1 } && variant.weight >= Class::Meant.weight() * 0.6;
        variants
            .all
            .iter()
            .filter(own)
            .filter(|variant| variant.sets.len() == 1)
            .flat_map(|variant| variant.sets[0].iter().copied())
            .collect()
    };
    let sets: Vec<Vec<WordId>> = content.iter().map(|at| sure(*at)).collect();
    let beside = |field: Field, pair: &[Vec<WordId>], gap: usize| {
        let words = words.field(field);
        words
            .iter()
            .enumerate()
            .any(|(place, word)| pair[0].contains(word) && words[place + 1..].iter().take(gap).any(|next| pair[1].contains(next)))
    };
    let pairs = content.windows(2).zip(sets.windows(2));
    let number = content.len().saturating_sub(1).max(1) as f32;
    let added: f32 = pairs
        .map(|(places, pair)| {
            let gap = places[1] - places[0];
            if beside(Field::Title, pair, gap) {
                0.4
            } else if [Field::Summary, Field::Headings].iter().any(|field| beside(*field, pair, gap)) {
                0.2
            } else if beside(Field::Text, pair, gap) {
                0.12
            } else {
                0.0
            }
        })
        .sum();
    added / number
}

/// Whether the page is that of a municipality or a theme.
fn is_own(index: &Index, page: PageId) -> bool {
    matches!(index.pages[page as usize].page.kind, Kind::Theme(_) | Kind::Municipality(_))
}

/// Puts the pages first that the question names, as it was typed or as it was meant.
fn name(index: &Index, asked: &Asked, variants: &Variants, ranked: &mut Vec<Ranked>) {
    if !asked.phrases.is_empty() {
        return;
    }
    let typed: Vec<String> = asked.words.iter().map(|word| word.folded.clone()).collect();
    let mut named: Vec<(PageId, Naming)> = index.names.find(&typed, index.language);
    if named.is_empty()
        && let Some(meant) = variants.corrected(index, asked)
    {
        named = index.names.find(&meant, index.language);
    }
    let first = ranked.first().map_or(1.0, |ranked| ranked.score);
    for (page, naming) in named {
        if !ranked.iter().any(|ranked| ranked.page == page) {
            ranked.push(Ranked { page, score: first, is_named: true, factors: Factors::NONE });
        }
        if let Some(ranked) = ranked.iter_mut().find(|ranked| ranked.page == page) {
            let lift = match naming {
                names::Naming::Title => 3.0,
                names::Naming::Alias => 2.0,
            } + if is_own(index, page) { 0.5 } else { 0.0 };
            ranked.factors.named = (first / ranked.score).max(1.0) * lift;
            ranked.score *= ranked.factors.named;
            ranked.is_named = true;
        }
    }
}

/// Why a page stands where it does, in words for editors.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation(Vec<String>);

impl fmt::Display for Explanation {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|line| writeln!(out, "    {line}"))
    }
}

impl Ranking {
    /// Explains the rank of a page.
    pub fn explain(&self, index: &Index, asked: &Asked, variants: &Variants, ranked: &Ranked) -> Explanation {
        let mut lines = Vec::new();
        for (at, word) in asked.words.iter().enumerate() {
            let answer = self.answers[at][ranked.page as usize];
            if answer.worth <= 0.0 {
                lines.push(format!("{}: staat er niet in", word.folded));
                continue;
            }
            let variant = &variants.all[usize::from(answer.variant)];
            let found: Vec<String> = variant.sets.iter().map(|set| on_page(index, ranked.page, set)).collect();
            let class = match variant.class {
                Class::Exact => "het woord zelf",
                Class::Stem => "andere vorm",
                Class::Compound => "samenstelling",
                Class::Parts => "de delen bij elkaar",
                Class::Root => "afgeleid woord",
                Class::Part => "een deel",
                Class::Synonym => "synoniem",
                Class::Meant => "waarschijnlijk bedoeld",
                Class::Begun => "begin van een woord",
            };
            let share = if word.role == Role::Stop { format!(" × {STOP_SHARE} (stopwoord)") } else { String::new() };
            lines.push(format!(
                "{}: {} ({class}, gewicht {:.2}) {:.2}{share}",
                word.folded,
                found.join(" + "),
                variant.weight,
                answer.sum()
            ));
        }
        let Factors { coverage, title, phrase, kind, age, language, place, named } = ranked.factors;
        let factors = [
            ("dekking", coverage),
            ("titel", title),
            ("naast elkaar", phrase),
            ("soort", kind),
            ("leeftijd", age),
            ("taal", language),
            ("plaats of thema", place),
            ("naam", named),
        ];
        let named: Vec<String> =
            factors.iter().filter(|(_, factor)| *factor != 1.0).map(|(name, factor)| format!("{name} {factor:.2}")).collect();
        if !named.is_empty() {
            lines.push(format!("maal {}", named.join(" × ")));
        }
        Explanation(lines)
    }
}

/// Which words of a set a page has, and where.
fn on_page(index: &Index, page: PageId, set: &[WordId]) -> String {
    let names = ["titel", "namen", "samenvatting", "koppen", "tekst"];
    let has = set.iter().filter_map(|id| {
        let postings = index.of_word(*id);
        let posting = postings.binary_search_by_key(&page, |posting| posting.page).ok().map(|at| postings[at])?;
        let places = Field::ALL.iter().zip(names).filter(|(field, _)| posting.counts.of(**field) > 0);
        let places: Vec<String> = places.map(|(field, name)| format!("{name} {}", posting.counts.of(*field))).collect();
        Some(format!("{} [{}]", index.lexicon.text(*id), places.join(", ")))
    });
    has.take(3).collect::<Vec<_>>().join(", ")
}
