//! Abbreviations that the page does not explain where it first uses them.

use std::collections::BTreeSet;

use crate::content::prose::{ProseBlock, ProseKind};
use crate::content::word_list::WordList;
use crate::rule::Rule;
use crate::site::rules::FileText;
use crate::site::rules::language::tokens::{self, WordToken};

/// The longest abbreviation: longer words in capitals are shouted.
const LONGEST: usize = 6;

/// Laws, which are written with one capital.
const LAWS: &[&str] = &[
    "Avg", "Awb", "Wgr", "Wkb", "Wlz", "Wmo", "Wnt", "Wob", "Woo", "Wro", "Zvw",
];

/// The most words between an abbreviation and what it is short for.
const BESIDE: usize = 2;

/// Units that stand behind a number.
const UNITS: &[&str] = &["GB", "KB", "MB", "MW", "GW"];

/// Each abbreviation once a page, at its first use.
pub fn judge(text: &mut FileText<'_>, words: &WordList) {
    let mut met = BTreeSet::new();
    for (block, tokens) in text.with_tokens() {
        if matches!(
            block.kind,
            ProseKind::Title | ProseKind::Summary | ProseKind::Code
        ) {
            continue;
        }
        for (at, token) in tokens.iter().enumerate() {
            let whole = token.text;
            // `GGD-arts` and `GGD's` use the abbreviation too.
            let abbreviation = whole
                .split(['-', '\'', '’', '/'])
                .next()
                .unwrap_or_default();
            if !whole.starts_with(char::is_uppercase)
                || !is_abbreviation(abbreviation)
                || block.is_apart(&token.range)
                || words.is_known_abbreviation(abbreviation)
                || words.is_name(whole)
                || after_digits(tokens, at)
                || is_shouted(block, tokens, at)
                || !met.insert(abbreviation.to_owned())
                || is_explained(block, token, abbreviation)
            {
                continue;
            }
            let message = format!("de afkorting `{abbreviation}` is nog niet uitgelegd");
            let help = format!(
                "schrijf de eerste keer de hele naam, met ({abbreviation}) erachter; kent iedereen de afkorting, zet haar dan bij `abbreviations` in de woordenlijst"
            );
            let range = token.range.start..token.range.start + abbreviation.len();
            text.report(Rule::Abbreviation, block, &range, message, help);
        }
    }
}

/// Two to six capitals; a number in Roman figures is none.
fn is_abbreviation(word: &str) -> bool {
    let letters = word.chars().count();
    LAWS.contains(&word)
        || (2..=LONGEST).contains(&letters)
            && word.chars().all(char::is_uppercase)
            && !word.chars().all(|c| "IVXLC".contains(c))
            && !UNITS.contains(&word)
}

/// True if a word beside it is in capitals too: then it is shouted rather than shortened.
fn is_shouted(block: &ProseBlock, tokens: &[WordToken<'_>], at: usize) -> bool {
    let is_capital = |at: usize| {
        tokens
            .get(at)
            .is_some_and(|token| is_abbreviation(token.text))
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

/// True if the name stands right before it, `Regionale Energiestrategie (RES)`, or right behind it,
/// `RES (Regionale …)`.
fn is_explained(block: &ProseBlock, token: &WordToken<'_>, abbreviation: &str) -> bool {
    let before = &block.text[..token.range.start];
    let after = &block.text[token.range.start + abbreviation.len()..];
    let wanted: Vec<char> = abbreviation.chars().flat_map(char::to_uppercase).collect();
    let near = wanted.len() + BESIDE;
    let first_letters = |words: &mut dyn Iterator<Item = &str>| -> Vec<char> {
        let words = words.filter(|word| !word.is_empty()).take(near);
        words
            .filter_map(|word| word.chars().next())
            .flat_map(char::to_uppercase)
            .collect()
    };
    let is_apart = |c: char| !c.is_alphanumeric();
    let mut behind = first_letters(&mut before.rsplit(is_apart));
    behind.reverse();
    let ahead = first_letters(&mut after.split(is_apart));
    // What stands between brackets, or before them, is the name only if it begins as the
    // abbreviation does.
    let in_brackets = before.ends_with('(') && behind.contains(&wanted[0]);
    let brackets = after.trim_start().strip_prefix('(');
    let inside = brackets.and_then(|rest| rest.split(')').next());
    let mut inside = inside.unwrap_or_default().split(is_apart);
    let brackets_behind = first_letters(&mut inside).contains(&wanted[0]);
    let is_spelt_out =
        |letters: &[char]| letters.windows(wanted.len()).any(|window| window == wanted);
    in_brackets || brackets_behind || is_spelt_out(&behind) || is_spelt_out(&ahead)
}
