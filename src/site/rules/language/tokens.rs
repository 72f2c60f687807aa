//! The words of a text with their places.

use std::borrow::Cow;
use std::ops::Range;

use crate::words::end_of_word;

/// A word: letters and digits, with the marks that stand inside words.
#[derive(Clone, Debug, PartialEq)]
pub struct WordToken<'a> {
    /// In bytes of the text.
    pub range: Range<usize>,
    pub text: &'a str,
    /// In lower case.
    pub lower: Cow<'a, str>,
    /// True if it is no word of the site's language: code, an address, or of another language.
    pub apart: bool,
}

/// The words of a text, in order: `west-oost`, `foto's`, `9.00` and `m.b.t` are one word each.
pub fn of(text: &str) -> Vec<WordToken<'_>> {
    let mut tokens = Vec::with_capacity(text.len() / 6);
    let mut rest = 0;
    while let Some(length) = text[rest..].find(char::is_alphanumeric) {
        let start = rest + length;
        rest = end_of_word(text, start, continues);
        let word = &text[start..rest];
        tokens.push(WordToken {
            range: start..rest,
            text: word,
            lower: lower(word),
            apart: false,
        });
    }
    tokens
}

/// The text in lower case; most is that already.
pub fn lower(text: &str) -> Cow<'_, str> {
    let is_lower = text
        .bytes()
        .all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
    if is_lower {
        text.into()
    } else {
        text.to_lowercase().into()
    }
}

/// The text between a token and the one behind it.
pub fn between<'a>(text: &'a str, tokens: &[WordToken<'_>], first: usize) -> &'a str {
    &text[tokens[first].range.end..tokens[first + 1].range.start]
}

/// The number of words that a reader counts among these tokens: what has spaces around it is one.
pub fn count_words(text: &str, tokens: &[WordToken<'_>]) -> usize {
    let is_parted = |pair: &&[WordToken<'_>]| between(text, pair, 0).contains(char::is_whitespace);
    usize::from(!tokens.is_empty()) + tokens.windows(2).filter(is_parted).count()
}

/// True if `c` stands inside a word.
fn continues(_: &str, c: char, after: &str) -> bool {
    let is_inner = matches!(c, '-' | '\'' | '’' | '.' | '/' | '&' | '@' | ',' | ';');
    is_inner && after.starts_with(char::is_alphanumeric)
}
