//! Analysis: a text becomes tokens, folded so that case, accents and apostrophes do not matter.

use std::borrow::Cow;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::words::end_of_word;

/// The longest token in bytes; a longer word is truncated.
const MAX_TOKEN_LENGTH: usize = 48;

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

/// The tokens of a text, in order: `Thema’s in Café-Restaurant` gives `themas`, `in`, `cafe`,
/// `restaurant`, `caferestaurant`.
pub fn tokenize(text: &str) -> Vec<Token<'_>> {
    let mut tokens: Vec<Token<'_>> = Vec::with_capacity(text.len() / 6);
    let mut start = 0;
    // The first token that hyphens connect to the current one.
    let mut hyphenated = 0;
    while let Some(first) = text[start..].chars().next() {
        let after_first = start + first.len_utf8();
        if !first.is_alphanumeric() {
            if !(first == '-' && tokens.last().is_some_and(|token| token.range.end == start)) {
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
        let hyphen_follows = text[end..].starts_with('-');
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

/// True if `c` continues a word without being a part of it: a soft hyphen, an apostrophe inside a
/// word, and the point of `5.000` or the comma of `4,8`.
fn continues(before: &str, c: char, after: &str) -> bool {
    let digits = after.bytes().take_while(u8::is_ascii_digit).count();
    let is_in_number = || before.ends_with(|c: char| c.is_ascii_digit());
    match c {
        '\u{ad}' => true,
        '\'' | '’' => after.starts_with(char::is_alphanumeric),
        '.' => digits == 3 && is_in_number(),
        ',' => matches!(digits, 1 | 2) && is_in_number() && !after[digits..].starts_with(','),
        _ => false,
    }
}

/// A word without case, accents and punctuation, so that different spellings of it are equal.
pub fn fold(word: &str) -> Cow<'_, str> {
    if word
        .bytes()
        .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    {
        return truncated(Cow::Borrowed(word));
    }
    let mut folded = String::with_capacity(word.len());
    if word.is_ascii() {
        folded.extend(
            word.bytes()
                .filter(|byte| byte.is_ascii_alphanumeric() || *byte == b',')
                .map(|byte| char::from(byte.to_ascii_lowercase())),
        );
        return truncated(folded.into());
    }
    for c in word
        .nfkd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .filter(|c| c.is_alphanumeric())
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
