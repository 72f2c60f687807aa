//! Abbreviations that the page does not explain.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use rustc_hash::FxHashSet;

use crate::content::prose::{ProseBlock, ProseKind};
use crate::content::word_list::WordList;
use crate::message;
use crate::rule::Rule;
use crate::site::rules::FileText;
use crate::site::rules::language::foreign::is_dutch;
use crate::site::rules::language::tokens::{self, WordToken};
use crate::site::rules::structure::is_code;
use crate::site::rules::words::WordFile;

/// The longest abbreviation: longer words in capitals are shouted.
const LONGEST: usize = 5;

/// Laws, which are written with one capital.
const LAWS: &[&str] = &[
    "Avg", "Awb", "Wgr", "Wkb", "Wlz", "Wmo", "Wnt", "Wob", "Woo", "Wro", "Zvw",
];

/// The most words between an abbreviation and what it is short for.
const BESIDE: usize = 2;

/// Abbreviations that everybody knows, and other words in capitals that are none.
static KNOWN: WordFile = WordFile::new(include_str!("../words/known-abbreviations.txt"));

/// Abbreviations of small words, such as `o.a`, each with what it stands for.
static WRITTEN_OUT: WordFile = WordFile::new(include_str!("../words/written-out.txt"));

/// Words that lead from an abbreviation to its explanation, and from that to it.
const LEADS_ON: &[&str] = &[
    "staat voor",
    "betekent",
    "is de afkorting",
    "is een afkorting",
    "is kort voor",
    "voluit",
    "oftewel",
    "ofwel",
];
const LEADS_UP: &[&str] = &[
    "afgekort",
    "afgekort als",
    "afgekort tot",
    "afkorting",
    "kortweg",
    "ook wel",
];

/// Each abbreviation once a page, at its first use, unless the page explains it somewhere.
pub fn judge(text: &mut FileText<'_>, words: &WordList) {
    let (mut explained, mut first) = (BTreeSet::new(), BTreeMap::new());
    let rows: Vec<_> = text.with_tokens().collect();
    // `ACTIE` stands for any of what the page calls `actie` elsewhere.
    let small: FxHashSet<&str> = rows
        .iter()
        .flat_map(|(_, tokens)| tokens.iter().map(|token| token.text))
        .filter(|word| word.starts_with(char::is_lowercase))
        .collect();
    for (number, (block, tokens)) in rows.iter().enumerate() {
        if matches!(
            block.kind,
            ProseKind::Title | ProseKind::Summary | ProseKind::Code
        ) {
            continue;
        }
        let next = rows.get(number + 1).map(|(next, _)| *next);
        for (at, token) in tokens.iter().enumerate() {
            // `GGD-arts` and `GGD's` use the abbreviation too.
            let mut parts = token.text.split(['-', '\'', '’', '/']);
            let abbreviation = parts.next().unwrap_or_default();
            let full = written_out(token).filter(|_| {
                let word = std::iter::once(&*token.lower);
                words.hard_word(word).is_none()
            });
            let is_unknown = || {
                is_abbreviation(abbreviation)
                    && !small.contains(&*tokens::lower(abbreviation))
                    && !words.is_known_abbreviation(abbreviation)
                    && !words.is_name(token.text)
                    && !after_digits(tokens, at)
                    && !is_shouted(block, tokens, at)
                    && !is_code(&block.text, &token.range)
                    && !is_code_word(token.text)
            };
            if full.is_none() && !is_unknown() {
                continue;
            }
            let range = token.range.start..token.range.start + abbreviation.len();
            if full.is_none() && is_explained(block, &range, next) {
                explained.insert(abbreviation);
            } else if !token.apart {
                first.entry(abbreviation).or_insert((*block, range, full));
            }
        }
    }
    first.retain(|abbreviation, _| !explained.contains(abbreviation));
    for (abbreviation, (block, range, full)) in first {
        let message = message!("abbreviation", abbreviation);
        let help = match full {
            Some(full) => message!("abbreviation-in-full-help", full),
            None => message!("abbreviation-help", abbreviation),
        };
        text.report(Rule::Abbreviation, block, &range, message, help);
    }
}

/// True if all of a word with a hyphen or the like is in capitals: `VNO-NCW`, `CCYY-MM-DD`.
fn is_code_word(word: &str) -> bool {
    word.contains(['-', '/']) && !word.contains(char::is_lowercase)
}

/// The words that an abbreviation with points stands for.
fn written_out(token: &WordToken<'_>) -> Option<&'static str> {
    if token.lower.as_bytes().get(1) != Some(&b'.') {
        return None;
    }
    let mut lines = WRITTEN_OUT.words().filter_map(|line| line.split_once(' '));
    lines
        .find(|(word, _)| *word == token.lower)
        .map(|(_, full)| full)
}

/// Two to five capitals; a number in Roman figures is none, and neither is `NNN`.
fn is_abbreviation(word: &str) -> bool {
    let is_capital = |c: char| c.is_uppercase() || c == ';';
    LAWS.contains(&word)
        || (2..=LONGEST).contains(&word.chars().count())
            && word.chars().all(is_capital)
            && !word.chars().all(|c| "IVXLC".contains(c))
            && !word.chars().all(|c| word.starts_with(c))
            && !KNOWN.contains(word)
            && !is_dutch(&word.to_lowercase())
}

/// True if a word beside it is in capitals too: then it is shouted rather than shortened.
fn is_shouted(block: &ProseBlock, tokens: &[WordToken<'_>], at: usize) -> bool {
    let is_capital = |at: usize| {
        let word = tokens.get(at).map_or("", |token| token.text);
        word.len() > 1 && word.chars().all(char::is_uppercase)
    };
    let joined = |first: usize| {
        tokens::between(&block.text, tokens, first)
            .trim()
            .is_empty()
    };
    at > 0 && is_capital(at - 1) && joined(at - 1) || is_capital(at + 1) && joined(at)
}

/// True if the letters belong to a postal code: `1234 AB`.
fn after_digits(tokens: &[WordToken<'_>], at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| {
        let before = tokens[before].text;
        before.len() == 4 && before.bytes().all(|byte| byte.is_ascii_digit())
    })
}

/// True if the name stands right before it, `Regionale Energiestrategie (RES)`, right behind it,
/// `RES: Regionale …`, or in what follows on it in a list of terms or a table.
fn is_explained(block: &ProseBlock, range: &Range<usize>, next: Option<&ProseBlock>) -> bool {
    const OPENING: [char; 2] = ['(', '['];
    const CLOSING: [char; 2] = [')', ']'];
    let is_apart = |c: char| !c.is_alphanumeric();
    let is_quote = |c: char| c.is_whitespace() || "\"'“”‘’„*".contains(c);
    let before = block.text[..range.start].trim_end_matches(is_quote);
    let after = block.text[range.end..].trim_start_matches(is_quote);
    let wanted = &block.text[range.clone()];
    let wanted: Vec<char> = wanted.chars().flat_map(char::to_uppercase).collect();
    let first_letters = |words: &mut dyn Iterator<Item = &str>| -> Vec<char> {
        let words = words.filter(|word| !word.is_empty());
        words
            .take(wanted.len() + BESIDE)
            .filter_map(|word| word.chars().next())
            .flat_map(char::to_uppercase)
            .collect()
    };
    let ahead = |text: &str| first_letters(&mut text.split(is_apart));
    let behind = |text: &str| first_letters(&mut text.rsplit(is_apart));
    // What stands between brackets, or before them, is the name only if it begins as the
    // abbreviation does; and so is what stands behind a colon, a dash or in the next cell.
    let in_brackets = before.rsplit_once(OPENING).is_some_and(|(name, inner)| {
        let is_open = !inner.contains(CLOSING) && inner.split_whitespace().count() <= BESIDE;
        is_open && behind(name).contains(&wanted[0])
    });
    let between = |text: &str| {
        let inner = text.split(CLOSING).next().unwrap_or_default();
        ahead(inner).contains(&wanted[0])
    };
    let behind_it = after.strip_prefix(OPENING).is_some_and(between);
    let before_it = before
        .strip_suffix(CLOSING)
        .and_then(|text| text.rsplit_once(OPENING));
    let is_label = before.is_empty();
    let behind_mark = after
        .strip_prefix([':', '=', '–', '—', '-'])
        .is_some_and(|name| {
            let letters = ahead(name);
            letters.first() == Some(&wanted[0]) || is_label && letters.contains(&wanted[0])
        });
    let in_next = next.is_some_and(|next| {
        is_label
            && after.is_empty()
            && (next.kind == ProseKind::Definition
                || next.kind == ProseKind::Cell && ahead(&next.text).contains(&wanted[0]))
    });
    let mut name_before = behind(before);
    name_before.reverse();
    let is_spelt_out =
        |letters: &[char]| letters.windows(wanted.len()).any(|window| window == wanted);
    in_brackets
        || behind_it
        || before_it.is_some_and(|(_, name)| between(name))
        || behind_mark
        || in_next
        || LEADS_ON.iter().any(|words| after.starts_with(words))
        || LEADS_UP.iter().any(|words| before.ends_with(words))
        || is_spelt_out(&name_before)
        || is_spelt_out(&ahead(after))
}
