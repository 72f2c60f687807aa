//! Words that the dictionary does not know.

use std::collections::HashSet;
use std::ops::Range;

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::content::page::{Page, Role};
use crate::content::prose::ProseKind;
use crate::content::word_list::WordList;
use crate::dictionary::Dictionary;
use crate::kinds::spec::OtherNames;
use crate::problem::Problem;
use crate::rule::Rule;
use crate::site::rules::language::sentences;
use crate::site::rules::{FileFindings, FileText};

/// The note where no dictionary is installed, or where it cannot be used.
const NO_DICTIONARY: &str = "De spelling is niet nagekeken: er is geen Nederlands woordenboek. Installeer het: sudo apt install hunspell-nl";

/// The number of words that get suggestions, the first that are reported: looking for them takes
/// time, and a site with more unknown words has another trouble.
const MAX_SUGGESTIONS: usize = 20;

/// The number of files whose words are looked up together: most words are in many of them.
const FILES_AT_ONCE: usize = 500;

/// The longest word that is looked up, in characters; a longer one would take very long.
const LONGEST_WORD: usize = 64;

/// The words of a file, each at its first place.
pub fn words(text: &FileText<'_>) -> Vec<Range<usize>> {
    let mut met = FxHashSet::default();
    let mut words = Vec::new();
    for (block, tokens) in text
        .with_tokens()
        .filter(|(block, _)| block.kind != ProseKind::Code)
    {
        let has_address = is_address(&block.text);
        for token in tokens {
            let word = token.text;
            if met.contains(word)
                || !is_plain(word)
                || is_cut(&block.text, &token.range)
                || block.is_apart(&token.range)
                || has_address && is_in_address(&block.text, &token.range)
            {
                continue;
            }
            let start = block.offset(token.range.start);
            let range = start..start + word.len();
            // A word that is written otherwise in the file, with an entity, is left alone.
            if text.source.text.get(range.clone()) == Some(word) {
                met.insert(word);
                words.push(range);
            }
        }
    }
    words
}

/// Looks up the words of all files, each once.
///
/// # Errors
/// Where nothing can be looked up: a note that says why.
pub fn check(
    files: &[&FileFindings],
    pages: &[&Page],
    list: &WordList,
    dictionary: Option<&Dictionary>,
) -> Result<Vec<Problem>, String> {
    let dictionary = dictionary.ok_or(NO_DICTIONARY)?;
    if !dictionary.load() {
        let note = "De spelling is niet nagekeken: het woordenboek kan niet worden gelezen. Installeer het opnieuw:";
        return Err(format!("{note} {}", dictionary.path().display()));
    }
    let names = names(pages);
    let is_known = |word: &str| is_name(word, list, &names) || dictionary.knows(word);
    // An accent may be typed apart from its letter.
    let is_right = |word: &str| {
        if word.is_ascii() {
            is_known(word)
        } else {
            is_known(&word.nfc().collect::<String>())
        }
    };
    let all: FxHashSet<&str> = files
        .par_chunks(FILES_AT_ONCE)
        .flat_map_iter(|files| -> FxHashSet<&str> {
            files.iter().flat_map(|file| file.texts()).collect()
        })
        .collect();
    let unknown_words: FxHashSet<&str> = all
        .into_par_iter()
        .filter(|word| !is_right(word) && !all_parts(word, is_right))
        .collect();
    let mut reported = FxHashSet::default();
    let words = files.iter().flat_map(|file| file.texts());
    let first: Vec<&str> = words
        .filter(|word| unknown_words.contains(word) && reported.insert(*word))
        .take(MAX_SUGGESTIONS)
        .collect();
    let suggestions: FxHashMap<&str, Vec<String>> = first
        .into_par_iter()
        .map(|word| (word, dictionary.suggestions(word)))
        .collect();
    let problems_of = |file: &&FileFindings| -> Vec<Problem> {
        let Some(source) = &file.file.source else {
            return Vec::new();
        };
        let unknown = file.words.iter().zip(file.texts());
        let unknown = unknown.filter(|(_, word)| unknown_words.contains(word));
        let problem = |(range, word): (&Range<usize>, &str)| {
            let (place, length) = source.span(range.clone());
            let message = format!("het woordenboek kent `{word}` niet");
            Problem::new(place, Rule::Spelling, message, help(suggestions.get(word)))
                .spanning(length)
        };
        unknown.map(problem).collect()
    };
    Ok(files.par_iter().flat_map_iter(problems_of).collect())
}

fn help(suggestions: Option<&Vec<String>>) -> String {
    const NAME: &str = "is het een naam, zet hem dan bij `names` in de woordenlijst";
    match suggestions.map(Vec::as_slice) {
        Some([]) | None => format!("kijk de spelling na; {NAME}"),
        Some([only]) => format!("bedoelt u `{only}`? {NAME}"),
        Some([first, second, ..]) => format!("bedoelt u `{first}` of `{second}`? {NAME}"),
    }
}

impl FileFindings {
    /// The words to look up.
    fn texts(&self) -> impl Iterator<Item = &str> {
        let source = self.file.source.iter();
        source.flat_map(|source| self.words.iter().map(|word| &source.text[word.clone()]))
    }
}

/// True if a word is one that a dictionary can have: no number, no address, no abbreviation.
fn is_plain(word: &str) -> bool {
    (2..=LONGEST_WORD).contains(&word.chars().count())
        && word.chars().all(|c| {
            c.is_alphabetic() || is_combining_mark(c) || matches!(c, '-' | '\'' | '’' | '/')
        })
        && word.chars().any(char::is_lowercase)
}

/// True if a word is only a part of one: `Onderhouds- en bouwwerk`, `'s-Gravenhage`, `enz.`
fn is_cut(text: &str, word: &Range<usize>) -> bool {
    let (before, after) = (&text[..word.start], &text[word.end..]);
    let inner = &text[word.clone()];
    after.starts_with('-')
        || before.ends_with('-')
        || before.ends_with(['\'', '’']) && inner.chars().nth(1) == Some('-')
        || after.starts_with('.') && sentences::is_written_with_point(inner)
}

/// True if a word is part of an address that stands in the text.
fn is_in_address(text: &str, word: &Range<usize>) -> bool {
    // Farther away no address begins; in a text without spaces every word would look through all of
    // it.
    const LONGEST: usize = 300;
    let from = text.ceil_char_boundary(word.start.saturating_sub(LONGEST));
    let to = text.floor_char_boundary(text.len().min(word.end + LONGEST));
    let start = text[from..word.start]
        .rfind(char::is_whitespace)
        .map_or(from, |space| from + space + 1);
    let end = text[word.end..to]
        .find(char::is_whitespace)
        .map_or(to, |space| word.end + space);
    text.get(start..end).is_some_and(is_address)
}

/// True if there is something in a text that addresses have and words have not.
fn is_address(text: &str) -> bool {
    text.contains("://") || text.contains("www.")
}

/// The names of places that the site has pages about.
fn names(pages: &[&Page]) -> HashSet<String> {
    let mut names = HashSet::new();
    for page in pages {
        if let OtherNames::Places(places) = page.kind.search.names
            && page.role == Role::Item
        {
            let mut all = places(&page.facts);
            all.push(page.meta.title.clone());
            let words = all.iter().flat_map(|name| name.split([' ', '-']));
            names.extend(words.map(str::to_owned));
        }
    }
    names
}

fn is_name(word: &str, list: &WordList, names: &HashSet<String>) -> bool {
    let without_ending = word.trim_end_matches('s').trim_end_matches(['\'', '’']);
    [word, without_ending]
        .iter()
        .any(|word| list.is_name(word) || names.contains(*word))
}

/// True if a word is made of others, with hyphens, that are right.
fn all_parts(word: &str, is_right: impl Fn(&str) -> bool) -> bool {
    word.contains(['-', '/'])
        && word.split(['-', '/']).all(|part| {
            part.chars().count() < 2 || !part.chars().any(char::is_lowercase) || is_right(part)
        })
}
