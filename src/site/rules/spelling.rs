//! Words that the dictionary does not know and that are probably slips: they are written in small
//! letters among words of the language, are rare on the site, and a word of the site or a likely
//! one of the dictionary is near to them. All else that a dictionary does not know is far more
//! often a name, a term or new. In German a noun is looked up as well, where its capital is not
//! that of a name. And two nouns that are one word in Dutch.

use std::cmp::Ordering;
use std::ops::Range;

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::content::prose::ProseKind;
use crate::content::word_list::WordList;
use crate::dictionary::Dictionary;
use crate::message;
use crate::message::Message;
use crate::problem::Problem;
use crate::rule::Rule;
use crate::site::rules::language::foreign::{is_dutch, is_english, is_small};
use crate::site::rules::language::passive::is_separable;
use crate::site::rules::language::sentences::is_written_with_point;
use crate::site::rules::language::tokens::{WordToken, between};
use crate::site::rules::structure::is_code;
use crate::site::rules::{DUTCH, FileFindings, FileText, GERMAN};

/// The language that lends its words to others.
const ENGLISH: &str = "en";

/// A word that stands on the site so many times is probably a term.
const MANY_TIMES: usize = 3;

/// The shortest words, in characters, for which one that is alike may be intended, or one that
/// differs by any letter: nearly every shorter one has such a neighbour.
const SHORTEST_ALIKE: usize = 4;
const SHORTEST: usize = 7;

/// The shortest word for which one that differs by any letter may be intended that no page has.
const SHORTEST_BY_DICTIONARY: usize = 9;

/// Words after which a noun comes.
const ARTICLES: [&str; 5] = ["de", "het", "deze", "dit", "onze"];

/// The shortest part of a compound, and of the other where one is so short.
const SHORTEST_PART: usize = 3;
const SHORTEST_OTHER: usize = 4;

/// Spellings that sound alike.
const ALIKE: [(&str, &str); 6] = [
    ("ei", "ij"),
    ("au", "ou"),
    ("g", "ch"),
    ("c", "k"),
    ("d", "dt"),
    ("ss", "ß"),
];

/// The parts that stand before German verbs, and before words made of them.
const PREFIXES: [&str; 20] = [
    "ab", "an", "auf", "aus", "bei", "durch", "ein", "her", "hin", "los", "mit", "nach", "rück",
    "um", "un", "vor", "weg", "zu", "zurück", "zusammen",
];

/// The longest word that is looked up, in characters; a longer one would take very long.
const LONGEST_WORD: usize = 64;

/// A word to look up, at its first place in a file.
pub struct LookUp {
    range: Range<usize>,
    /// The number of times that it stands in the file; enough for a term where it stands in code or
    /// in another language.
    times: usize,
}

/// The words of a file in this language, each at its first place.
pub fn words(text: &FileText<'_>, language: &str) -> Vec<LookUp> {
    let mut met: FxHashMap<&str, usize> = FxHashMap::default();
    let mut names: FxHashSet<&str> = FxHashSet::default();
    let mut words: Vec<LookUp> = Vec::new();
    let mut pairs: Vec<Range<usize>> = Vec::new();
    for (block, tokens) in text.with_tokens() {
        let own = match language {
            DUTCH => dutch_words(tokens),
            _ => Ordering::Greater,
        };
        let capitals = tokens.iter().skip(1);
        let capitals = capitals.filter(|token| token.text.starts_with(char::is_uppercase));
        if language != GERMAN {
            names.extend(capitals.map(|token| &*token.lower));
        }
        if language == DUTCH && own == Ordering::Greater {
            pairs.extend(noun_pairs(&block.text, tokens).map(|pair| {
                let start = block.offset(pair.start);
                start..start + pair.len()
            }));
        }
        for (at, token) in tokens.iter().enumerate() {
            let is_noun = language == GERMAN && is_capitalised(token.text);
            if !is_noun && !is_plain(token.text) {
                continue;
            }
            let may_be_name = is_noun && !stands_as_noun(&block.text, tokens, at);
            let is_apart = block.kind == ProseKind::Code || token.apart || may_be_name;
            let times = match own {
                _ if is_apart || is_code(&block.text, &token.range) => MANY_TIMES,
                Ordering::Greater => 1,
                Ordering::Equal => continue,
                Ordering::Less => MANY_TIMES,
            };
            let after = &block.text[token.range.end..];
            if after.starts_with('.') && is_written_with_point(token.text) {
                continue;
            }
            let start = block.offset(token.range.start);
            let range = start..start + token.range.len();
            if let Some(first) = met.get(token.text) {
                words[*first].times += times;
            } else if text.source.text.get(range.clone()) == Some(token.text) {
                // A word that is written otherwise in the file, with an entity, is left alone.
                met.insert(token.text, words.len());
                words.push(LookUp { range, times });
            }
        }
    }
    words.retain(|word| !names.contains(&text.source.text[word.range.clone()]));
    words.extend(pairs.into_iter().map(|range| LookUp { range, times: 1 }));
    words
}

/// The pairs of nouns behind an article that may be one word: the article tells that what follows
/// is no verb.
fn noun_pairs<'a>(
    text: &'a str,
    tokens: &'a [WordToken<'_>],
) -> impl Iterator<Item = Range<usize>> + 'a {
    let is_noun = |token: &WordToken<'_>| {
        token.text.len() > SHORTEST_PART && is_plain(token.text) && !is_dutch(token.text)
    };
    let follow = |at: usize| between(text, tokens, at) == " ";
    (2..tokens.len())
        .filter(move |at| {
            ARTICLES.contains(&&*tokens[at - 2].lower)
                && follow(at - 2)
                && follow(at - 1)
                && tokens[at - 1..=*at].iter().all(is_noun)
                && !tokens[*at].text.ends_with("en")
        })
        .map(|at| tokens[at - 1].range.start..tokens[at].range.end)
}

/// The number of small words of Dutch among these, set against those of other languages.
fn dutch_words(tokens: &[WordToken<'_>]) -> Ordering {
    let small = tokens
        .iter()
        .filter(|token| !token.apart && is_small(&token.lower));
    let (dutch, foreign): (Vec<_>, Vec<_>) = small.partition(|token| is_dutch(&token.lower));
    dutch.len().cmp(&foreign.len())
}

/// True if a word is one that a dictionary can have: no name, number, address or abbreviation.
fn is_plain(word: &str) -> bool {
    word.chars().all(char::is_lowercase) && (2..=LONGEST_WORD).contains(&word.chars().count())
}

/// True for a word with a capital at its start alone.
fn is_capitalised(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && is_plain(letters.as_str())
}

/// True where a word with a capital is no name and not the first of a sentence, by the words beside
/// it: a small one or one without a capital before it, and none with one behind it.
fn stands_as_noun(text: &str, tokens: &[WordToken<'_>], at: usize) -> bool {
    let has_capital = |at: usize| tokens[at].text.starts_with(char::is_uppercase);
    let follows = |at: usize| between(text, tokens, at) == " ";
    let leads = |token: &WordToken<'_>| {
        token.text.starts_with(char::is_lowercase) || is_small(&token.lower)
    };
    let is_led = at > 0 && follows(at - 1) && leads(&tokens[at - 1]);
    let is_part = at + 1 < tokens.len() && follows(at) && has_capital(at + 1);
    is_led && !is_part
}

/// Looks up the words of all files, which are in this language, each once.
///
/// # Errors
/// Where nothing can be looked up: a note that says why.
pub fn check(
    files: &[&FileFindings<'_>],
    list: &WordList,
    dictionary: Option<&Dictionary>,
    language: &str,
) -> Result<Vec<Problem>, Message> {
    let dictionary = dictionary.ok_or_else(|| message!("no-dictionary", language))?;
    if !dictionary.load() {
        let path = dictionary.path().display().to_string();
        return Err(message!("unreadable-dictionary", path));
    }
    let mut times: FxHashMap<&str, usize> = FxHashMap::default();
    for (word, look_up) in files.iter().flat_map(|file| file.look_ups()) {
        *times.entry(word).or_default() += look_up.times;
    }
    let is_known = |word: &str| list.is_name(word) || dictionary.knows(word);
    // A German noun within a word has no capital.
    let is_part = |word: &str| {
        is_known(word) || language == GERMAN && !is_small(word) && is_known(&capitalised(word))
    };
    // Two words that may be one are looked up together.
    let is_right = |word: &str| {
        let stems = if language == GERMAN {
            german_stems(word)
        } else {
            vec![
                word.to_owned(),
                word.strip_suffix(['s', 'e']).unwrap_or(word).to_owned(),
            ]
        };
        let has_stem = || {
            let mut stems = stems.iter();
            stems.any(|stem| is_known(stem) || is_compound(stem, &is_part))
        };
        !word.contains(' ')
            && (language != ENGLISH && is_borrowed(&word.to_lowercase()) || has_stem())
    };
    let is_of_site = |word: &str| times.contains_key(word) && is_right(word);
    let slips: FxHashMap<&str, String> = times
        .par_iter()
        .filter(|(word, times)| **times < MANY_TIMES && !is_right(word))
        .filter_map(|(word, _)| Some((*word, meant(word, &is_of_site, dictionary, language)?)))
        .collect();
    let problems_of = |file: &&FileFindings<'_>| -> Vec<Problem> {
        let problem = |(word, look_up): (&str, &LookUp)| {
            let meant = slips.get(word)?;
            let (message, help) = if word.contains(' ') {
                let message = message!("spelling-one-word", word);
                (message, message!("spelling-one-word-help", meant))
            } else {
                let message = message!("spelling-unknown", word);
                (message, message!("spelling-unknown-help", meant))
            };
            let (place, length) = file.source?.span(look_up.range.clone());
            Some(Problem::new(place, Rule::Spelling, message, help).spanning(length))
        };
        file.look_ups().filter_map(problem).collect()
    };
    Ok(files.par_iter().flat_map_iter(problems_of).collect())
}

/// The word that was probably intended: one of the site, or one of the dictionary that is hardly
/// there by chance.
fn meant(
    word: &str,
    is_of_site: &impl Fn(&str) -> bool,
    dictionary: &Dictionary,
    language: &str,
) -> Option<String> {
    if let Some((first, second)) = word.split_once(' ') {
        return one_word(first, second, is_of_site, dictionary);
    }
    let near = |shortest: usize, near: fn(&str) -> Vec<String>| {
        if word.chars().count() < shortest {
            return Vec::new();
        }
        near(word)
    };
    let alike = near(SHORTEST_ALIKE, alike);
    let letters = near(SHORTEST, one_letter_away);
    let alike: Vec<String> = alike
        .into_iter()
        .filter(|near| language == DUTCH || !near.contains(' '))
        .collect();
    let all = |near: &String, is: &dyn Fn(&str) -> bool| near.split(' ').all(is);
    let mut near = alike.iter().chain(&letters);
    let of_site = near.find(|near| all(near, is_of_site));
    // Of the words that the dictionary makes of others many are strange: `fotomerrie`.
    let long = if word.chars().count() < SHORTEST_BY_DICTIONARY {
        &[]
    } else {
        &letters[..]
    };
    of_site
        .or_else(|| {
            let mut likely = alike.iter().chain(long);
            likely.find(|near| all(near, &|word| dictionary.lists(word)))
        })
        .cloned()
}

/// The one word that two nouns are, such as `gemeenteraad` for `gemeente raad`: one that the site
/// has, or that the dictionary has as such.
fn one_word(
    first: &str,
    second: &str,
    is_of_site: &impl Fn(&str) -> bool,
    dictionary: &Dictionary,
) -> Option<String> {
    const SMALLER: [&str; 5] = ["je", "tje", "pje", "etje", "kje"];
    const MORE: [&str; 2] = ["en", "n"];
    let has = |word: &str, ends: &[&str]| {
        let mut forms = ends.iter().map(|end| format!("{word}{end}"));
        forms.any(|form| dictionary.knows(&form))
    };
    // `de vrije tijd`, `het algemeen belang` and `het openbaar vervoer` begin with an adjective.
    let stem = first.strip_suffix('e');
    let is_adjective =
        has(first, &["st", "der"]) || stem.is_some_and(|stem| dictionary.knows(stem));
    let are_nouns = (has(first, &MORE) || has(first, &SMALLER)) && has(second, &SMALLER);
    let joined = [format!("{first}{second}"), format!("{first}s{second}")];
    let is_word = |joined: &String| is_of_site(joined) || dictionary.lists(joined);
    let joined = joined.into_iter().find(is_word)?;
    (are_nouns && !is_adjective).then_some(joined)
}

/// The words that are most easily typed as this one: two letters are the other way round, one is
/// doubled or is not, letters that sound alike are confused, or a space behind a small word is
/// missing.
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
        // `tussen` and `aan` are parts of words as well.
        let is_whole = before.len() <= SHORTEST_PART && !is_separable(before);
        if is_dutch(before) && (is_dutch(after) || is_whole && after.len() > SHORTEST_OTHER) {
            near.push(format!("{before} {after}"));
        }
    }
    near
}

/// The words with a letter more, less or other than this one, behind the first: that is seldom
/// mistyped, and commands such as `dselect` have one in front of a word.
fn one_letter_away(word: &str) -> Vec<String> {
    const LETTERS: &str = "ëïéetaoinrsldgvkmbphuwzjcfyxqäöüß";
    let mut near = Vec::new();
    for (at, letter) in word.char_indices().skip(1) {
        let (before, after) = word.split_at(at);
        let rest = &after[letter.len_utf8()..];
        for other in LETTERS.chars() {
            near.push(format!("{before}{other}{after}"));
            near.push(format!("{before}{other}{rest}"));
        }
        near.push(format!("{before}{rest}"));
    }
    near.extend(LETTERS.chars().map(|other| format!("{word}{other}")));
    near
}

/// True for a word of English, and for a Dutch form of one: `gerenderd`, `committen`.
fn is_borrowed(word: &str) -> bool {
    const ENDINGS: [&str; 8] = ["", "n", "en", "ten", "d", "t", "te", "et"];
    let stem = word.strip_prefix("ge").unwrap_or(word);
    is_english(word)
        || ENDINGS
            .iter()
            .filter_map(|ending| stem.strip_suffix(ending))
            .any(|stem| stem.len() >= SHORTEST_OTHER && is_english(stem))
}

/// The words of German by which a word is right: itself, without or with an ending, the verb of
/// which it names the doer, without the part before a verb, and the noun that it is behind a
/// hyphen.
fn german_stems(word: &str) -> Vec<String> {
    const DOERS: [&str; 5] = ["er", "ern", "ers", "erin", "erinnen"];
    let mut stems = vec![word.to_owned(), format!("{word}e")];
    let shorter = ["s", "e", "n"].into_iter();
    stems.extend(shorter.filter_map(|ending| Some(word.strip_suffix(ending)?.to_owned())));
    for stem in DOERS.iter().filter_map(|doer| word.strip_suffix(doer)) {
        stems.push(format!("{}en", stem.to_lowercase()));
    }
    if is_plain(word) {
        stems.push(capitalised(word));
        let verbs = PREFIXES.iter().filter_map(|part| word.strip_prefix(part));
        let verbs = verbs.map(|verb| verb.strip_prefix("zu").unwrap_or(verb));
        stems.extend(
            verbs
                .filter(|verb| verb.len() > SHORTEST_OTHER)
                .map(str::to_owned),
        );
    }
    stems
}

/// A word with a capital at its start.
fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

/// True if a word is made of others that are right.
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

impl FileFindings<'_> {
    /// The words to look up.
    fn look_ups(&self) -> impl Iterator<Item = (&str, &LookUp)> {
        let source = self.source.into_iter();
        source.flat_map(|source| {
            let words = self.words.iter();
            words.map(|word| (&source.text[word.range.clone()], word))
        })
    }
}
