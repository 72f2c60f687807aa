//! Which page answers best, and why.
//!
//! A page scores for each word of the question what its best expansion is worth: how surely it means the word, times how rare it is,
//! times how often and where it stands. The sum is multiplied by what the page covers of the question, of its own title, and by a few
//! small factors. A page that the question names comes first.

use std::cmp::Ordering;

use rustc_hash::FxHashMap;

use crate::content::page;
use crate::kinds::spec::KindSpec;
use crate::search::analysis::{Form, words};
use crate::search::expansions::{ExpansionKind, Expansions, Highlight};
use crate::search::fields::Field;
use crate::search::lexicon::WordId;
use crate::search::names::TitleMatch;
use crate::search::query::{ParsedQuery, QueryWord, Role};
use crate::search::scores::{self, QueryBudget, TermScore, rarity_of};
use crate::search::segments::{self, PageId, Sought, phrase, single};
use crate::search::{Index, Indexed};

/// What a word that only holds the question together counts.
const STOP_SHARE: f32 = 0.08;

/// What a word counts that says little of what the question is about.
const WEAK_SHARE: f32 = 0.3;

/// A page must have this share of what the best page has of the question.
const LEAST_COVERAGE: f32 = 0.25;

/// What the page of a municipality or theme gains where the question names it among other words: by a name of one word, or of more.
const NAMED_INSIDE: [f32; 2] = [1.6, 2.5];

/// What a page in another language than that of the question is worth against one in the same.
const OTHER_LANGUAGE: f32 = 0.08;

/// So many of the best pages are looked at once more, for what costs more to know.
const CLOSER_LOOK: usize = 100;

/// A page with its rank.
#[derive(Clone, Debug)]
pub struct Ranked {
    pub page: PageId,
    pub score: f32,
    pub is_named: bool,
    pub factors: Factors,
}

/// What the sum of a page's words is multiplied by.
#[derive(Clone, Copy, Debug)]
pub struct Factors {
    pub coverage: f32,
    pub title: f32,
    pub phrase: f32,
    pub kind: f32,
    pub age: f32,
    pub language: f32,
    /// For the page of a municipality or theme that some of the words name.
    pub place: f32,
    pub named: f32,
}

impl Factors {
    const NONE: Factors = Factors {
        coverage: 1.0,
        title: 1.0,
        phrase: 1.0,
        kind: 1.0,
        age: 1.0,
        language: 1.0,
        place: 1.0,
        named: 1.0,
    };

    fn product(&self) -> f32 {
        self.coverage
            * self.title
            * self.phrase
            * self.kind
            * self.age
            * self.language
            * self.place
            * self.named
    }
}

/// The pages that answer a question, the best first, with what makes them answer.
pub struct Ranking {
    pub pages: Vec<Ranked>,
    /// For each word of the question and each page.
    pub answers: Vec<Vec<TermScore>>,
    pub budget: QueryBudget,
}

/// Ranks the pages that answer a question.
pub fn rank(index: &Index, query: &ParsedQuery, expansions: &Expansions) -> Ranking {
    let rarity = scores::rarities(index, query, expansions);
    let shares: Vec<f32> = query.words.iter().map(|word| share(query, word)).collect();
    let (answers, budget) = scores::of(index, query, expansions, &rarity, &shares);
    // A rare word says more, but the others say what is query of it.
    let says: Vec<f32> = rarity
        .iter()
        .zip(&shares)
        .map(|(rarity, share)| rarity.sqrt() * share)
        .collect();
    let mut ranked = answering(index, query, expansions, &answers, &shares, &says);
    let least = ranked
        .iter()
        .map(|ranked| ranked.factors.coverage)
        .fold(0.0, f32::max)
        * LEAST_COVERAGE;
    let meant = expansions.corrections.words(index, query);
    let inside = index.names.find_inside(&meant, query.language);
    let is_inside = |page: PageId| inside.iter().any(|(named, _)| *named == page);
    let place = |page: PageId| {
        let words = inside
            .iter()
            .filter(|(named, _)| *named == page && is_own(index, page))
            .map(|(_, words)| *words)
            .max()?;
        Some(NAMED_INSIDE[usize::from(words > 1)])
    };
    let quoted = quoted(index, query);
    ranked.retain(|ranked| {
        (ranked.factors.coverage >= least || is_inside(ranked.page)) && quoted[ranked.page as usize]
    });
    for ranked in &mut ranked {
        ranked.factors.place = place(ranked.page).unwrap_or(1.0);
        ranked.score *= ranked.factors.place;
    }
    if ranked.len() > CLOSER_LOOK {
        ranked.select_nth_unstable_by(CLOSER_LOOK, better);
    }
    let marked = expansions.marked();
    let closer_look: Vec<PageId> = ranked
        .iter()
        .take(CLOSER_LOOK)
        .map(|ranked| ranked.page)
        .collect();
    let beside = beside(index, query, expansions, &closer_look);
    for ranked in ranked.iter_mut().take(CLOSER_LOOK) {
        let Factors {
            coverage,
            language,
            place,
            ..
        } = ranked.factors;
        let factors = Factors {
            coverage,
            language,
            place,
            ..closer(index, &beside, &says, &marked, ranked.page)
        };
        ranked.score *= factors.product() / ranked.factors.product();
        ranked.factors = factors;
    }
    name(index, query, expansions, &mut ranked);
    ranked.sort_unstable_by(better);
    leave_translations_out(index, query, &mut ranked);
    // Only the first can be the best.
    ranked
        .iter_mut()
        .skip(1)
        .for_each(|ranked| ranked.is_named = false);
    Ranking {
        pages: ranked,
        answers,
        budget,
    }
}

/// The pages that answer some word that says something, each with the sum of its answers and how much of the question it covers.
fn answering(
    index: &Index,
    query: &ParsedQuery,
    expansions: &Expansions,
    answers: &[Vec<TermScore>],
    shares: &[f32],
    says: &[f32],
) -> Vec<Ranked> {
    let all: f32 = query
        .words
        .iter()
        .zip(says)
        .filter(|(word, _)| word.role != Role::Stop)
        .map(|(_, says)| says)
        .sum();
    // Word after word, as the answers lie in memory.
    let mut covered = vec![0.0f32; index.pages.len()];
    let mut sums = vec![0.0f32; index.pages.len()];
    for (at, of_word) in answers.iter().enumerate() {
        let is_content = query.words[at].role != Role::Stop;
        for (page, answer) in of_word
            .iter()
            .enumerate()
            .filter(|(_, answer)| answer.worth > 0.0)
        {
            sums[page] += shares[at] * answer.sum();
            if is_content {
                covered[page] += says[at]
                    * expansions.all[usize::from(answer.expansion)]
                        .kind
                        .certainty();
            }
        }
    }
    let has_answer = (0..)
        .zip(covered.iter().zip(&sums))
        .filter(|(_, (covered, _))| **covered > 0.0);
    has_answer
        .map(|(page, (covered, sum))| {
            let language = if is_spoken(index, query, page) {
                1.0
            } else {
                OTHER_LANGUAGE
            };
            let factors = Factors {
                coverage: covered / all,
                language,
                ..Factors::NONE
            };
            Ranked {
                page,
                score: sum * factors.product(),
                is_named: false,
                factors,
            }
        })
        .collect()
}

/// What a word of the question counts against one that says what it is about.
pub fn share(query: &ParsedQuery, word: &QueryWord) -> f32 {
    match word.role {
        Role::Stop => STOP_SHARE,
        Role::Content if query.language.is_weak(&word.folded) => WEAK_SHARE,
        Role::Content | Role::Literal => 1.0,
    }
}

/// Leaves a page out that says in another language what a page says that answers as well: of each only one, in the language of the
/// question where there is one.
fn leave_translations_out(index: &Index, query: &ParsedQuery, ranked: &mut Vec<Ranked>) {
    let mut kept: FxHashMap<PageId, PageId> = FxHashMap::default();
    for ranked in &*ranked {
        if let Some(original) = index.pages[ranked.page as usize].original {
            let page = kept.entry(original).or_insert(ranked.page);
            if is_spoken(index, query, ranked.page) {
                *page = ranked.page;
            }
        }
    }
    let is_kept = |page: PageId| {
        index.pages[page as usize]
            .original
            .is_none_or(|original| kept.get(&original) == Some(&page))
    };
    ranked.retain(|ranked| is_kept(ranked.page));
}

/// The best first; between equals the order of the site.
fn better(a: &Ranked, b: &Ranked) -> Ordering {
    b.score
        .total_cmp(&a.score)
        .then_with(|| a.page.cmp(&b.page))
}

/// For each page whether it has every phrase between quotation marks, word for word.
fn quoted(index: &Index, query: &ParsedQuery) -> Vec<bool> {
    let mut has_all = vec![true; index.pages.len()];
    for phrase_at in &query.phrases {
        let mut has = vec![false; index.pages.len()];
        for language in &index.languages {
            let parts: Vec<_> = phrase_at
                .iter()
                .map(|at| (*language, Sought::Word(query.words[*at].folded.clone())))
                .collect();
            let query = match &parts[..] {
                [(language, sought)] => single(*language, Field::Text, sought),
                parts => phrase(Field::Text, &parts.iter().collect::<Vec<_>>(), 0),
            };
            segments::find_all(&index.parts, &*query, &mut |page| has[page as usize] = true);
        }
        has_all
            .iter_mut()
            .zip(has)
            .for_each(|(all, has)| *all &= has);
    }
    has_all
}

/// What is added for words that stand beside each other in the question and on the page.
fn beside(
    index: &Index,
    query: &ParsedQuery,
    expansions: &Expansions,
    pages: &[PageId],
) -> FxHashMap<PageId, f32> {
    let meant = expansions.corrections.words(index, query);
    let content: Vec<usize> = (0..query.words.len())
        .filter(|at| query.words[*at].role != Role::Stop)
        .collect();
    let share = 1.0 / content.len().saturating_sub(1).max(1) as f32;
    let mut added: FxHashMap<PageId, f32> = FxHashMap::default();
    for (pair, language) in content.windows(2).flat_map(|pair| {
        index
            .languages
            .iter()
            .map(move |language| (pair, *language))
    }) {
        let parts: Vec<_> = pair
            .iter()
            .map(|at| {
                (
                    language,
                    Sought::Stem(language.stem(&meant[*at]).into_owned()),
                )
            })
            .collect();
        let mut of_pair: FxHashMap<PageId, f32> = FxHashMap::default();
        for (field, worth) in [
            (Field::Title, 0.4),
            (Field::Summary, 0.2),
            (Field::Headings, 0.2),
            (Field::Text, 0.12),
        ] {
            let query = phrase(
                field,
                &parts.iter().collect::<Vec<_>>(),
                (pair[1] - pair[0] - 1) as u32,
            );
            segments::find_among(&index.parts, &*query, pages, &index.places, &mut |page| {
                of_pair.entry(page).or_insert(worth * share);
            });
        }
        of_pair
            .into_iter()
            .for_each(|(page, worth)| *added.entry(page).or_default() += worth);
    }
    added
}

/// What can only be told of one page at a time.
fn closer(
    index: &Index,
    beside: &FxHashMap<PageId, f32>,
    says: &[f32],
    marked: &FxHashMap<WordId, Highlight>,
    page: PageId,
) -> Factors {
    let indexed = &*index.pages[page as usize].page;
    let age = match (indexed.event_date(), index.newest) {
        (Some(date), Some(newest)) => {
            let years = (newest.year() - date.year()).max(0);
            1.0 + 0.12 / (1.0 + f32::from(years) / 2.0)
        }
        _ => 1.0,
    };
    Factors {
        coverage: 1.0,
        title: title(index, page, says, marked),
        phrase: 1.0 + beside.get(&page).copied().unwrap_or(0.0),
        kind: match indexed.role {
            page::Role::Home => 0.7,
            page::Role::Index => 1.0,
            page::Role::Item => indexed.kind.search.weight,
        },
        age,
        language: 1.0,
        place: 1.0,
        named: 1.0,
    }
}

/// What the title adds: by how much of it the question has, and how much of the question it has.
fn title(index: &Index, page: PageId, says: &[f32], marked: &FxHashMap<WordId, Highlight>) -> f32 {
    let Indexed { page, language, .. } = &index.pages[page as usize];
    let (mut all, mut query) = (0.0, 0.0);
    let mut answered = vec![0.0f32; says.len()];
    for word in words(&page.meta.title)
        .iter()
        .filter(|word| word.form == Form::Whole && !language.is_stop_word(&word.folded))
    {
        let Some(id) = index.lexicon.id(*language, &word.folded) else {
            continue;
        };
        let rarity = rarity_of(index, index.lexicon.pages(id));
        all += rarity;
        if let Some(mark) = marked.get(&id) {
            query += rarity * mark.weight;
            mark.query_words
                .clone()
                .for_each(|at| answered[at] = answered[at].max(mark.weight));
        }
    }
    let answered: f32 = answered
        .iter()
        .zip(says)
        .map(|(weight, says)| weight * says)
        .sum();
    let share = |part: f32, whole: f32| if whole > 0.0 { part / whole } else { 0.0 };
    1.0 + 0.6 * share(query, all) + 0.8 * share(answered, says.iter().sum()).powi(2)
}

/// Whether the page is that of a municipality or a theme.
fn is_own(index: &Index, page: PageId) -> bool {
    index.pages[page as usize].page.is_entity()
}

/// Whether a page is in the language in which is query.
fn is_spoken(index: &Index, query: &ParsedQuery, page: PageId) -> bool {
    index.pages[page as usize].language == query.language
}

/// Puts the pages first that the question names, as it was typed or as it was meant. One in another language is named only
/// where nothing in that of the question answers better.
fn name(index: &Index, query: &ParsedQuery, expansions: &Expansions, ranked: &mut Vec<Ranked>) {
    let typed: Vec<String> = query.words.iter().map(|word| word.folded.clone()).collect();
    let is_quoted = !query.phrases.is_empty();
    let mended = expansions.corrections.words(index, query);
    let asks_meaning = query.asks_meaning();
    let bare: Vec<String> = mended
        .iter()
        .filter(|word| !query.language.asks_meaning(word))
        .cloned()
        .collect();
    let begun: Vec<String> = if is_quoted {
        Vec::new()
    } else {
        completed(index, query, expansions, &mended)
    };
    let named = [&typed, &mended, &bare, &begun].map(|words| index.names.find(words));
    let is_meant = |(page, _): &(PageId, TitleMatch)| is_spoken(index, query, *page);
    let best = ranked.iter().min_by(|a, b| better(a, b));
    let first = best.map_or(1.0, |ranked| ranked.score);
    let has_answer = best.is_some_and(|ranked| is_spoken(index, query, ranked.page));
    let spoken = named.iter().find(|named| named.iter().any(is_meant));
    let chosen = match spoken {
        Some(named) => named.iter().copied().filter(is_meant).collect(),
        None if has_answer => Vec::new(),
        None => named
            .into_iter()
            .find(|named| !named.is_empty())
            .unwrap_or_default(),
    };
    for (page, naming) in chosen {
        if !is_quoted && !ranked.iter().any(|ranked| ranked.page == page) {
            ranked.push(Ranked {
                page,
                score: first,
                is_named: true,
                factors: Factors::NONE,
            });
        }
        if let Some(ranked) = ranked.iter_mut().find(|ranked| ranked.page == page) {
            let found = &*index.pages[page as usize].page;
            let plain = &KindSpec::PLAIN.search;
            let search = match found.role {
                page::Role::Item => &found.kind.search,
                page::Role::Home | page::Role::Index => plain,
            };
            let lift = match (search.meaning_lift.filter(|_| asks_meaning), naming) {
                (Some(lift), _) => lift,
                (None, TitleMatch::Title) => search.title_lift,
                (None, TitleMatch::Alias) => search.name_lift,
            } + if is_own(index, page) { 0.5 } else { 0.0 };
            ranked.factors.named = (first * lift / ranked.score).max(1.0);
            ranked.score *= ranked.factors.named;
            ranked.is_named = true;
        }
    }
}

/// The question with its last word completed, where it then is the name of a page: `wat doet samen` is `wat doet samentwente`.
/// Empty where it is no such name.
fn completed(
    index: &Index,
    query: &ParsedQuery,
    expansions: &Expansions,
    words: &[String],
) -> Vec<String> {
    let Some(last) = words.len().checked_sub(1) else {
        return Vec::new();
    };
    let begun = expansions.all.iter().filter(|expansion| {
        expansion.kind == ExpansionKind::Begun && expansion.query_words.contains(&last)
    });
    let with = |id: &WordId| {
        let mut words = words.to_vec();
        words[last] = index.lexicon.text(*id).to_owned();
        words
    };
    let is_name = |words: &Vec<String>| {
        index
            .names
            .find(words)
            .iter()
            .any(|(page, _)| is_spoken(index, query, *page))
    };
    begun
        .flat_map(|expansion| expansion.sets.iter().flatten())
        .map(with)
        .find(is_name)
        .unwrap_or_default()
}
