//! Words that the dictionary does not know.

use std::cmp::Reverse;
use std::collections::HashSet;
use std::ops::Range;

use rayon::iter::Either;
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
use crate::site::rules::language::foreign::{is_dutch, is_english};
use crate::site::rules::language::passive::is_separable;
use crate::site::rules::language::sentences::{self, is_stop};
use crate::site::rules::language::tokens::{self, WordToken, lower};
use crate::site::rules::structure::{SHOUTING, is_code, is_in_capitals};
use crate::site::rules::{FileFindings, FileText};

/// The note where no dictionary is installed, or where it cannot be used.
const NO_DICTIONARY: &str = "De spelling is niet nagekeken: er is geen Nederlands woordenboek. Installeer het: sudo apt install hunspell-nl";

/// The number of words whose neighbours are looked up in the dictionary: that takes time, and a
/// site with more unknown words has another trouble.
const MAX_LOOKED_UP: usize = 100;

/// A word on so many pages is probably right.
const MANY_PAGES: usize = 4;

/// The shortest words, in characters, for which one that is alike may be intended, or one of the
/// site or of the dictionary that differs by a letter: nearly every shorter one has such a
/// neighbour.
const SHORTEST_ALIKE: usize = 4;
const SHORTEST_OF_SITE: usize = 6;
const SHORTEST: usize = 7;

/// The shortest part of a compound, and of the other where one is so short.
const SHORTEST_PART: usize = 3;
const SHORTEST_OTHER: usize = 4;

/// Spellings that sound alike.
const ALIKE: [(&str, &str); 5] = [
    ("ei", "ij"),
    ("au", "ou"),
    ("g", "ch"),
    ("c", "k"),
    ("d", "dt"),
];

/// Words right behind which a noun stands, or an adjective that ends in an `e`.
const ARTICLES: &[&str] = &["de", "het", "deze", "dit", "onze"];

/// Endings that may stand behind a name of the word list.
const ENDINGS: &[&str] = &["s", "e", "en", "n", "er", "se", "je"];

/// The number of files whose words are looked up together: most words are in many of them.
const FILES_AT_ONCE: usize = 500;

/// A word of so many capitals is shouted, if it is one that is written otherwise.
const SHOUTED_LETTERS: usize = 7;

/// The longest word that is looked up, in characters; a longer one would take very long.
const LONGEST_WORD: usize = 64;

/// A word to look up, at its first place in a file.
pub struct LookUp {
    range: Range<usize>,
    kind: LookUpKind,
    /// The number of times that it stands in the file.
    times: usize,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum LookUpKind {
    Word,
    /// With a capital in the midst of a sentence.
    Name,
    /// All of it in capitals, and long enough to be shouted.
    Shouted,
    /// Two nouns, of which one may have been intended.
    Pair,
}

/// The words of a file, each at its first place.
pub fn words(text: &FileText<'_>) -> Vec<LookUp> {
    let mut met: FxHashMap<&str, usize> = FxHashMap::default();
    let mut words: Vec<LookUp> = Vec::new();
    for (block, tokens) in text
        .with_tokens()
        .filter(|(block, _)| block.kind != ProseKind::Code)
    {
        let has_address = is_address(&block.text);
        let mut add = |word: &Range<usize>, kind: LookUpKind| {
            let start = block.offset(word.start);
            let range = start..start + word.len();
            let word = &block.text[word.clone()];
            if let Some(first) = met.get(word) {
                words[*first].times += 1;
            } else if text.source.text.get(range.clone()) == Some(word) {
                // A word that is written otherwise in the file, with an entity, is left alone.
                met.insert(word, words.len());
                let times = 1;
                words.push(LookUp { range, kind, times });
            }
        };
        for (at, token) in tokens.iter().enumerate() {
            let before = at.checked_sub(1).map(|before| &tokens[before]);
            let from = before.map_or(0, |before| before.range.end);
            let between = &block.text[from..token.range.start];
            if token.apart
                || !is_plain(token.text)
                || is_cut(&block.text, &token.range)
                || is_code(&block.text, &token.range)
                || has_address && is_in_address(&block.text, &token.range)
            {
                continue;
            }
            let kind = if is_in_capitals(&block.text, token) {
                // Many in a row are told as such.
                let is_next = |next: Option<&WordToken<'_>>| {
                    next.is_some_and(|next| is_in_capitals(&block.text, next))
                };
                if is_next(before) || is_next(tokens.get(at + 1)) {
                    continue;
                }
                LookUpKind::Shouted
            } else if before.is_some()
                && !between.contains(|c| is_stop(c) || "\u{2028}:–-•\"“‘„(".contains(c))
                && token.text.starts_with(char::is_uppercase)
            {
                LookUpKind::Name
            } else {
                LookUpKind::Word
            };
            add(&token.range, kind);
            if let Some(article) = at.checked_sub(2)
                && ARTICLES.contains(&&*tokens[article].lower)
                && between == " "
                && tokens::between(&block.text, tokens, article) == " "
                && is_noun(tokens[at - 1].text)
                && is_noun(token.text)
                && !token.text.ends_with("en")
            {
                add(
                    &(tokens[at - 1].range.start..token.range.end),
                    LookUpKind::Pair,
                );
            }
        }
    }
    words
}

/// True if a word may be a noun that is a part of another.
fn is_noun(word: &str) -> bool {
    word.len() > SHORTEST_PART
        && word.bytes().all(|byte| byte.is_ascii_lowercase())
        && !is_dutch(word)
}

/// A word that is probably none, with what may have been intended.
struct Slip {
    /// The likeliest has none.
    doubt: u8,
    meant: Vec<String>,
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
    let is_name = |word: &str| is_name(word, list, &names);
    let is_known = |word: &str| is_name(word) || dictionary.knows(word);
    // An accent may be typed apart from its letter.
    let is_right = |word: &str| {
        if word.is_ascii() {
            is_known(word)
        } else {
            is_known(&word.nfc().collect::<String>())
        }
    };
    let look_ups: Vec<FxHashSet<(&str, LookUpKind)>> = files
        .par_chunks(FILES_AT_ONCE)
        .map(|files| files.iter().flat_map(|file| file.look_ups()).collect())
        .collect();
    // A word that is a name in one place is so in all.
    let mut all: FxHashMap<&str, LookUpKind> = FxHashMap::default();
    for (word, kind) in look_ups.into_iter().flatten() {
        let known = all.entry(word).or_insert(kind);
        *known = kind.max(*known);
    }
    let (known, unknown): (FxHashSet<&str>, FxHashMap<&str, LookUpKind>) = all
        .into_par_iter()
        .filter(|(word, kind)| match kind {
            LookUpKind::Shouted => !is_name(word) && dictionary.knows(&word.to_lowercase()),
            LookUpKind::Pair => one_word(word, dictionary).is_some(),
            LookUpKind::Word | LookUpKind::Name => true,
        })
        .partition_map(|(word, kind)| {
            let is_word = matches!(kind, LookUpKind::Word | LookUpKind::Name);
            let is_right = |word: &str| {
                is_right(word) || is_english(&lower(word)) || is_compound(&lower(word), &is_known)
            };
            if is_word && (is_right(word) || all_parts(word, is_right)) {
                Either::Left(word)
            } else {
                Either::Right((word, kind))
            }
        });
    let mut pages_with: FxHashMap<&str, usize> = FxHashMap::default();
    for (word, _) in files.iter().flat_map(|file| file.look_ups()) {
        if unknown.contains_key(word) {
            *pages_with.entry(word).or_default() += 1;
        }
    }
    let rare = |(word, _): &(&&str, &LookUpKind)| pages_with[**word] < MANY_PAGES;
    let mut unknown: Vec<(&str, LookUpKind)> = unknown
        .iter()
        .filter(rare)
        .map(|(word, kind)| (*word, *kind))
        .collect();
    unknown.sort_unstable_by_key(|(word, _)| *word);
    let slips = slips(&unknown, &known, dictionary);
    let problems_of = |file: &&FileFindings| -> Vec<Problem> {
        let Some(source) = &file.file.source else {
            return Vec::new();
        };
        let found = file.words.iter().zip(file.look_ups());
        found
            .filter_map(|(look_up, (word, kind))| {
                let slip = slips.get(word)?;
                // What differs by a letter, and is written so again and again, is a term.
                if slip.doubt % 2 == 1 && look_up.times > 2 {
                    return None;
                }
                let (place, length) = source.span(look_up.range.clone());
                let problem = match kind {
                    LookUpKind::Shouted => {
                        Problem::new(place, Rule::Capitals, SHOUTING.0, SHOUTING.1)
                    }
                    LookUpKind::Pair => {
                        let message = format!("`{word}` is één woord");
                        let help = format!("schrijf `{}`", slip.meant[0]);
                        Problem::new(place, Rule::Spelling, message, help)
                    }
                    LookUpKind::Word | LookUpKind::Name => {
                        let message = format!("het woordenboek kent `{word}` niet");
                        Problem::new(place, Rule::Spelling, message, help(&slip.meant))
                    }
                };
                let doubt = slip.doubt;
                Some(Problem {
                    doubt,
                    ..problem.spanning(length)
                })
            })
            .collect()
    };
    Ok(files.par_iter().flat_map_iter(problems_of).collect())
}

/// The words that are probably slips: another that is right is near to them. The words of the site
/// itself are likelier to be intended than those of the dictionary.
fn slips<'w>(
    unknown: &[(&'w str, LookUpKind)],
    known: &FxHashSet<&str>,
    dictionary: &Dictionary,
) -> FxHashMap<&'w str, Slip> {
    let is_of_site = |word: &String| word.split(' ').all(|word| known.contains(word));
    let is_right = |word: &String| word.split(' ').all(|word| dictionary.knows(word));
    let cheap = |(word, kind): &(&'w str, LookUpKind)| {
        let slip = match kind {
            LookUpKind::Shouted => Slip {
                doubt: 0,
                meant: Vec::new(),
            },
            LookUpKind::Pair => Slip {
                doubt: 0,
                meant: one_word(word, dictionary).into_iter().collect(),
            },
            LookUpKind::Word | LookUpKind::Name => {
                let is_name = *kind == LookUpKind::Name;
                let written = if is_name { (*word).into() } else { lower(word) };
                let near = |doubt,
                            shortest,
                            near: &dyn Fn(&str) -> Vec<String>,
                            is_right: &dyn Fn(&String) -> bool| {
                    let near = if word.chars().count() < shortest {
                        Vec::new()
                    } else {
                        near(&written)
                    };
                    let meant: Vec<String> = near.into_iter().filter(is_right).collect();
                    (!meant.is_empty()).then_some(Slip { doubt, meant })
                };
                let slip = near(0, SHORTEST_ALIKE, &alike, &is_of_site)
                    .or_else(|| near(1, SHORTEST_OF_SITE, &one_letter_away, &is_of_site))
                    .or_else(|| {
                        near(2, SHORTEST_ALIKE, &alike, &|word| {
                            !is_name && is_right(word)
                        })
                    });
                match slip {
                    Some(slip) => slip,
                    None => return Either::Right((*word, *kind)),
                }
            }
        };
        Either::Left((*word, slip))
    };
    let (mut slips, mut rest): (FxHashMap<_, _>, Vec<_>) = unknown.par_iter().partition_map(cheap);
    rest.retain(|(word, kind)| *kind == LookUpKind::Word && word.chars().count() >= SHORTEST);
    // The longer a word, the less its likeness to another is by chance.
    rest.sort_unstable_by_key(|(word, _)| (Reverse(word.len()), *word));
    rest.truncate(MAX_LOOKED_UP);
    slips.par_extend(rest.par_iter().filter_map(|(word, _)| {
        let near = one_letter_away(&lower(word)).into_iter();
        let meant: Vec<String> = near.filter(is_right).collect();
        (!meant.is_empty()).then_some((*word, Slip { doubt: 3, meant }))
    }));
    slips
}

/// The words that are most easily typed as this one: two letters are the other way round, one is
/// doubled or is not, letters that sound alike are confused, or a space at a small word is missing.
fn alike(word: &str) -> Vec<String> {
    let mut near = Vec::new();
    let cuts = word.char_indices().map(|(at, _)| word.split_at(at));
    for (before, after) in cuts {
        let mut letters = after.chars();
        let (Some(first), second) = (letters.next(), letters.next()) else {
            continue;
        };
        let rest = letters.as_str();
        match second {
            Some(second) if second == first => near.push(format!("{before}{first}{rest}")),
            Some(second) => near.push(format!("{before}{second}{first}{rest}")),
            None => {}
        }
        near.push(format!("{before}{first}{after}"));
        for (one, other) in ALIKE
            .into_iter()
            .flat_map(|(one, other)| [(one, other), (other, one)])
        {
            if let Some(rest) = after.strip_prefix(one) {
                near.push(format!("{before}{other}{rest}"));
            }
        }
        if is_dutch(before) || is_dutch(after) {
            near.push(format!("{before} {after}"));
        }
    }
    near
}

/// The words with a letter less, more or other than this one.
fn one_letter_away(word: &str) -> Vec<String> {
    const LETTERS: &str = "etaoinrsldgvkmbphuwzjcfyxqéëï";
    let mut near = Vec::new();
    for at in word.char_indices().map(|(at, _)| at).chain([word.len()]) {
        let (before, after) = word.split_at(at);
        let mut rest = after.chars();
        let is_end = rest.next().is_none();
        let rest = rest.as_str();
        near.extend((!is_end).then(|| format!("{before}{rest}")));
        for letter in LETTERS.chars() {
            near.extend((!is_end).then(|| format!("{before}{letter}{rest}")));
            near.push(format!("{before}{letter}{after}"));
        }
    }
    near
}

/// The one word that two nouns are, such as `gemeenteraad` for `gemeente raad`.
fn one_word(pair: &str, dictionary: &Dictionary) -> Option<String> {
    const SMALLER: [&str; 5] = ["je", "tje", "pje", "etje", "kje"];
    let (first, second) = pair.split_once(' ')?;
    let has = |word: &str, ends: &[&str]| {
        let mut forms = ends.iter().map(|end| format!("{word}{end}"));
        forms.any(|form| dictionary.knows(&form))
    };
    // `de vrije tijd` and `het algemeen belang` begin with an adjective.
    let is_adjective = has(first, &["st"])
        || first
            .strip_suffix('e')
            .is_some_and(|stem| dictionary.knows(stem));
    let is_noun = !is_adjective && (has(first, &["en", "n"]) || has(first, &SMALLER));
    let joined = [format!("{first}{second}"), format!("{first}s{second}")];
    let joined = joined.into_iter().find(|word| dictionary.lists(word))?;
    (is_noun && has(second, &SMALLER)).then_some(joined)
}

/// True if a word is made of others that are right; `word` is in lower case.
fn is_compound(word: &str, is_known: &impl Fn(&str) -> bool) -> bool {
    let is_part = |part: &str| part.len() >= SHORTEST_PART && !is_dutch(part) && is_known(part);
    word.char_indices().any(|(at, _)| {
        let (first, second) = word.split_at(at);
        first.len().max(second.len()) >= SHORTEST_OTHER
            && second.len() >= SHORTEST_PART
            && (is_part(first)
                || first.strip_suffix('s').is_some_and(is_part)
                || is_separable(first) && second.len() > SHORTEST_OTHER)
            && (is_part(second) || is_compound(second, is_known))
    })
}

fn help(meant: &[String]) -> String {
    const NAME: &str = "is het een naam, zet hem dan bij `names` in de woordenlijst";
    match meant {
        [first, second, ..] => format!("bedoelt u `{first}` of `{second}`? {NAME}"),
        [only] => format!("bedoelt u `{only}`? {NAME}"),
        [] => format!("kijk de spelling na; {NAME}"),
    }
}

impl FileFindings {
    /// The words to look up.
    fn look_ups(&self) -> impl Iterator<Item = (&str, LookUpKind)> {
        let source = self.file.source.iter();
        source.flat_map(|source| {
            let words = self.words.iter();
            words.map(|word| (&source.text[word.range.clone()], word.kind))
        })
    }
}

/// True if a word is one that a dictionary can have: no number, no address, no abbreviation.
fn is_plain(word: &str) -> bool {
    let is_inner = |c: char| matches!(c, '-' | '\'' | '’' | '/');
    let count = word.chars().count();
    // A capital within a word is that of a name: `OpenSSH`.
    let has_inner_capital = |part: &str| {
        let part = part.strip_prefix("IJ").unwrap_or(part);
        part.chars().any(char::is_lowercase) && part.chars().skip(1).any(char::is_uppercase)
    };
    (2..=LONGEST_WORD).contains(&count)
        && word
            .chars()
            .all(|c| c.is_alphabetic() || is_combining_mark(c) || is_inner(c))
        && (word.chars().any(char::is_lowercase) || count >= SHOUTED_LETTERS)
        && !word.split(is_inner).any(has_inner_capital)
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
    let is_listed = |word: &str| list.is_name(word) || names.contains(word);
    let without = |end: &&str| {
        let name = word.strip_suffix(*end)?;
        Some(name.trim_end_matches(['\'', '’']))
    };
    is_listed(word) || ENDINGS.iter().filter_map(without).any(is_listed)
}

/// True if a word is made of others, with hyphens, that are right.
fn all_parts(word: &str, is_right: impl Fn(&str) -> bool) -> bool {
    word.contains(['-', '/'])
        && word.split(['-', '/']).all(|part| {
            part.chars().count() < 2 || !part.chars().any(char::is_lowercase) || is_right(part)
        })
}
