//! Words in another language that are not marked as such, so that a screen reader reads them as
//! Dutch.

use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::content::prose::{LINE_BREAK, ProseBlock, ProseKind};
use crate::message;
use crate::problem::Problem;
use crate::rule::Rule;
use crate::site::rules::language::sentences::is_stop;
use crate::site::rules::language::tokens::{self, WordToken};
use crate::site::rules::words::WordFile;
use crate::source::Source;

/// Function words that distinguish a language from Dutch, with the tag of the language.
static LANGUAGES: [(&str, WordFile); 3] = [
    ("en", WordFile::new(include_str!("../words/small-en.txt"))),
    ("de", WordFile::new(include_str!("../words/small-de.txt"))),
    ("fr", WordFile::new(include_str!("../words/small-fr.txt"))),
];

/// Words that Dutch has too, so that they count only beside one that it has not.
const SHARED: &[&str] = &[
    "of", "was", "we", "more", "des", "das", "der", "bei", "have", "are", "les", "des", "du",
    "entre",
];

/// The most words between two such words that count together.
const REACH: usize = 4;

/// The most characters of a passage that its finding repeats.
const SHOWN: usize = 80;

/// Small words of Dutch, at which a passage in another language ends.
static DUTCH: WordFile = WordFile::new(include_str!("../words/small-nl.txt"));

/// Words of English, for where a title or phrase of it begins and ends.
static ENGLISH: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
    let lines = include_str!("../words/english.txt").lines();
    let lines = lines.filter(|line| !line.starts_with('#'));
    lines.flat_map(str::split_whitespace).collect()
});

/// The languages that have each of the words, a bit for each.
static WORDS: LazyLock<FxHashMap<&str, u8>> = LazyLock::new(|| {
    let mut all = FxHashMap::default();
    for (language, (_, words)) in LANGUAGES.iter().enumerate() {
        for word in words.words() {
            *all.entry(word).or_default() |= 1 << language;
        }
    }
    all
});

/// True for a word of English, in lower case.
pub fn is_english(word: &str) -> bool {
    const ENDINGS: [&str; 9] = ["s", "es", "d", "ed", "ing", "r", "er", "ly", "al"];
    let word = word.split(['\'', '’']).next().unwrap_or_default();
    let mut stems = ENDINGS
        .iter()
        .filter_map(|ending| word.strip_suffix(ending));
    ENGLISH.contains(word) || stems.any(|stem| ENGLISH.contains(stem))
}

/// True for a small word of Dutch, in lower case.
pub fn is_dutch(word: &str) -> bool {
    DUTCH.contains(word)
}

/// True for a small word of Dutch or of a language that stands beside it, in lower case.
pub fn is_small(word: &str) -> bool {
    is_dutch(word) || WORDS.contains_key(word)
}

/// Reports the first passage in another language of each block, and sets the words of all of them
/// apart. Blocks in a row that are wholly so are told once.
pub fn judge(
    source: &Source,
    blocks: &[ProseBlock],
    tokens: &mut [Vec<WordToken<'_>>],
) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut goes_on = false;
    for (block, tokens) in blocks.iter().zip(tokens) {
        if block.kind == ProseKind::Code {
            continue;
        }
        let languages_of =
            |(at, token): (usize, &WordToken<'_>)| Some((at, *WORDS.get(&*token.lower)?));
        let met: Vec<(usize, u8)> = tokens.iter().enumerate().filter_map(languages_of).collect();
        let found = LANGUAGES
            .iter()
            .enumerate()
            .find_map(|(language, (tag, _))| {
                let is_its = |(at, languages): &&(usize, u8)| {
                    languages & 1 << language != 0 && !tokens[*at].apart
                };
                let runs = runs(tokens, met.iter().filter(is_its).map(|(at, _)| *at));
                (!runs.is_empty()).then_some((*tag, runs))
            });
        let Some((tag, runs)) = found else {
            goes_on = false;
            continue;
        };
        let whole = |run: &Range<usize>| passage(&block.text, tokens, run.clone(), tag);
        let passages: Vec<Range<usize>> = runs.iter().map(whole).collect();
        let first = &tokens[passages[0].clone()];
        let range = first[0].range.start..first[first.len() - 1].range.end;
        let words = &block.text[range.clone()];
        let words = match words.char_indices().nth(SHOWN) {
            Some((end, _)) => format!("{}…", &words[..end]),
            None => words.to_owned(),
        };
        for passage in passages {
            tokens[passage]
                .iter_mut()
                .for_each(|token| token.apart = true);
        }
        let follows = std::mem::replace(&mut goes_on, tokens.iter().all(|token| token.apart));
        if follows && goes_on {
            continue;
        }
        let help = match block.kind {
            ProseKind::Title | ProseKind::Summary => message!("other-language-help"),
            _ => message!("other-language-in-text-help", words = &words, tag),
        };
        let message = message!("other-language", words, tag);
        let (place, length) = block.place(source, &range);
        problems.push(Problem::new(place, Rule::OtherLanguage, message, help).spanning(length));
    }
    problems
}

/// The words of a language that stand close together, at least two of them different: from the
/// first to the last of them. `places` are those of all its words among the tokens.
fn runs(tokens: &[WordToken<'_>], places: impl Iterator<Item = usize>) -> Vec<Range<usize>> {
    let is_run = |run: &[usize]| {
        let mut own: Vec<&str> = run
            .iter()
            .map(|at| &*tokens[*at].lower)
            .filter(|word| !SHARED.contains(word))
            .collect();
        let times = own.len();
        own.sort_unstable();
        own.dedup();
        // `of` is so common in Dutch that it says something only between two that are not.
        let telling = run.iter().filter(|at| tokens[**at].lower != "of").count();
        own.len() >= 2 || own.len() == 1 && (telling >= 3 || times >= 2 && run.len() >= 3)
    };
    let places: Vec<usize> = places.collect();
    places
        .chunk_by(|a, b| b - a <= REACH)
        .filter(|run| is_run(run))
        .map(|run| run[0]..run[run.len() - 1] + 1)
        .collect()
}

/// The whole title, phrase or sentence in which a run of words of a language stands: up to a mark
/// or a small word of Dutch.
fn passage(text: &str, tokens: &[WordToken<'_>], run: Range<usize>, tag: &str) -> Range<usize> {
    let is_open = |at: &usize| {
        let is_mark = |c: char| is_stop(c) || c == LINE_BREAK || ":;()[]\"“”„«»–—|".contains(c);
        !tokens::between(text, tokens, *at).contains(is_mark)
    };
    let is_dutch = |at: usize| {
        let word = &*tokens[at].lower;
        tokens[at].apart || is_dutch(word) && !(tag == "de" && word == "die")
    };
    let is_capital = |at: usize| tokens[at].text.starts_with(char::is_uppercase);
    let (mut start, mut end) = (run.start, run.end);
    while start > 0
        && is_open(&(start - 1))
        && !is_dutch(start - 1)
        && (start < run.start || !is_capital(start) || is_capital(start - 1))
    {
        start -= 1;
    }
    while end < tokens.len() && is_open(&(end - 1)) && !is_dutch(end) {
        end += 1;
    }
    // What English has no such word for at either end is Dutch; a name has a capital.
    let is_its = |at: usize| {
        let begins = at == 0 || !is_open(&(at - 1));
        tag != "en" || is_english(&tokens[at].lower) || is_capital(at) && !begins
    };
    while start < run.start && !is_its(start) {
        start += 1;
    }
    // Behind a small word, such as `of the`, there stands another.
    while end > run.end + 1 && !is_its(end - 1) {
        end -= 1;
    }
    start..end
}
