//! The words of a text with their places.

use std::borrow::Cow;
use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

/// A word: letters and digits, with the marks that stand inside words.
#[derive(Clone, Debug, PartialEq)]
pub struct WordToken<'a> {
    /// In bytes of the text.
    pub range: Range<usize>,
    pub text: &'a str,
    /// In lower case.
    pub lower: Cow<'a, str>,
}

/// The words of a text, in order: `west-oost`, `foto's`, `9.00` and `m.b.t` are one word each.
pub fn of(text: &str) -> Vec<WordToken<'_>> {
    let mut tokens = Vec::with_capacity(text.len() / 6);
    let mut rest = 0;
    while let Some(length) = text[rest..].find(char::is_alphanumeric) {
        let start = rest + length;
        rest = end(text, start);
        let word = &text[start..rest];
        tokens.push(WordToken {
            range: start..rest,
            text: word,
            lower: lower(word),
        });
    }
    tokens
}

/// The end of the word that starts at `start`.
fn end(text: &str, start: usize) -> usize {
    let mut end = start;
    loop {
        // Nearly all that a word goes on with.
        end += text.as_bytes()[end..]
            .iter()
            .take_while(|byte| byte.is_ascii_alphanumeric())
            .count();
        let mut next = text[end..].chars();
        let Some(character) = next.next() else {
            return end;
        };
        let goes_on = character.is_alphanumeric()
            || is_combining_mark(character)
            || is_inner(character) && next.next().is_some_and(char::is_alphanumeric);
        if !goes_on {
            return end;
        }
        end += character.len_utf8();
    }
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

fn is_inner(character: char) -> bool {
    matches!(character, '-' | '\'' | '’' | '.' | '/' | '&' | '@' | ',')
}
