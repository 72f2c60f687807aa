//! Analysis: a text becomes tokens, folded so that case, accents, apostrophes and the marks of
//! numbers do not matter.

use std::borrow::Cow;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::words::end_of_word;

/// The longest token in bytes; a longer word is truncated.
const MAX_TOKEN_LENGTH: usize = 48;

/// The endings that follow an apostrophe without being a part of the word: `foto's`, `zo'n`,
/// `don't`, `we're`.
const CLITICS: [&str; 8] = ["s", "n", "t", "m", "d", "re", "ve", "ll"];

/// One occurrence of a word in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token<'a> {
    pub folded: Cow<'a, str>,
    /// The bytes of the text that it covers.
    pub range: Range<usize>,
    pub kind: TokenKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    Word,
    /// Hyphenated words as one: `caferestaurant`, which follows `cafe` and `restaurant`.
    Joined,
}

/// The tokens of a text without the joined ones: what a person would call its words.
pub fn words(text: &str) -> impl Iterator<Item = Token<'_>> {
    tokenize(text)
        .into_iter()
        .filter(|token| token.kind == TokenKind::Word)
}

/// The folded words of a text.
pub fn folded_words(text: &str) -> Vec<String> {
    words(text).map(|word| word.folded.into_owned()).collect()
}

/// The tokens of a text, in order: `Thema’s in Café-Restaurant` gives `thema`, `in`, `cafe`,
/// `restaurant`, `caferestaurant`.
pub fn tokenize(text: &str) -> Vec<Token<'_>> {
    let mut tokens: Vec<Token<'_>> = Vec::with_capacity(text.len() / 6);
    let mut start = 0;
    // The first token that hyphens connect to the current one.
    let mut hyphenated = 0;
    while let Some(first) = text[start..].chars().next() {
        let after_first = start + first.len_utf8();
        if !first.is_alphanumeric() {
            if !(is_hyphen(first) && tokens.last().is_some_and(|token| token.range.end == start)) {
                hyphenated = tokens.len();
            }
            start = after_first;
            continue;
        }
        let end = end_of_word(text, after_first, continues);
        tokens.push(Token {
            folded: fold(&text[start..end]),
            range: start..end,
            kind: TokenKind::Word,
        });
        let hyphen_follows = text[end..].starts_with(is_hyphen);
        if tokens.len() - hyphenated > 1 && !hyphen_follows {
            let range = tokens[hyphenated].range.start..end;
            let joined: String = tokens[hyphenated..]
                .iter()
                .map(|token| &*token.folded)
                .collect();
            tokens.push(Token {
                folded: truncated(joined.into()),
                range,
                kind: TokenKind::Joined,
            });
        }
        if !hyphen_follows {
            hyphenated = tokens.len();
        }
        start = end;
    }
    tokens
}

/// True for a hyphen, and for one at which no line breaks.
fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

/// True for an apostrophe, and for what people type instead.
fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | '′' | '´' | '`')
}

/// True for the mark of thousands, of decimals or of minutes.
fn is_number_mark(c: char) -> bool {
    matches!(c, '.' | ',' | ':')
}

/// The number of digits with which a text begins.
fn digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

/// True if `c` continues a word without being a part of it: a soft hyphen and other characters
/// nobody sees, an apostrophe inside a word, and the mark in `5.000`, `4,8` or `19.30`.
fn continues(before: &str, c: char, after: &str) -> bool {
    match c {
        '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => true,
        _ if is_number_mark(c) => is_inside_number(before, after),
        _ => is_apostrophe(c) && after.starts_with(char::is_alphanumeric),
    }
}

/// True if the mark between these texts belongs to a number: three digits follow it, or one or two
/// that end the number. In `1,2,3` and `2.5.2026` the numbers are separate.
fn is_inside_number(before: &str, after: &str) -> bool {
    let whole = before.trim_end_matches(|c: char| c.is_ascii_digit());
    let goes_on = |text: &str| text.starts_with(is_number_mark) && digits(&text[1..]) > 0;
    let begun = |text: &str| text.ends_with(|c: char| c.is_ascii_digit());
    let follows_mark = whole.strip_suffix(is_number_mark).is_some_and(begun);
    match digits(after) {
        _ if !begun(before) => false,
        3 => true,
        count @ (1 | 2) => {
            !goes_on(&after[count..]) && (!follows_mark || before.len() - whole.len() == 3)
        }
        _ => false,
    }
}

/// A word without what follows its apostrophe, where that is no part of it.
pub fn without_clitic(word: &str) -> &str {
    let is_clitic = |end: &str| {
        CLITICS
            .iter()
            .any(|clitic| end.eq_ignore_ascii_case(clitic))
    };
    match word.rsplit_once(is_apostrophe) {
        Some((base, end)) if is_clitic(end) => base,
        _ => word,
    }
}

/// A word without case, accents and punctuation, so that different spellings of it are equal. In a
/// number decimals follow a comma, unless all are zero.
pub fn fold(word: &str) -> Cow<'_, str> {
    let word = without_clitic(word);
    if word
        .bytes()
        .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    {
        return truncated(Cow::Borrowed(word));
    }
    let mut folded = String::with_capacity(word.len());
    if word.is_ascii() {
        for (at, c) in word.char_indices() {
            let after = &word[at + 1..];
            if c.is_ascii_alphanumeric() {
                folded.push(c.to_ascii_lowercase());
            } else if is_number_mark(c) && digits(after) < 3 && !after.trim_matches('0').is_empty()
            {
                folded.push(',');
            } else if is_number_mark(c) && digits(after) < 3 {
                break;
            }
        }
        return truncated(folded.into());
    }
    for c in word
        .nfkd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .filter(|c| c.is_alphanumeric() && !is_apostrophe(*c))
    {
        match c {
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'ø' => folded.push('o'),
            c => folded.push(c),
        }
    }
    truncated(folded.into())
}

fn truncated(mut word: Cow<'_, str>) -> Cow<'_, str> {
    if word.len() > MAX_TOKEN_LENGTH {
        let end = word.floor_char_boundary(MAX_TOKEN_LENGTH);
        match &mut word {
            Cow::Borrowed(text) => *text = &text[..end],
            Cow::Owned(text) => text.truncate(end),
        }
    }
    word
}
