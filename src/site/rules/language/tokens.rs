//! The words of a text with their places.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

/// A word: letters and digits, with the marks that stand inside words.
#[derive(Clone, Debug, PartialEq)]
pub struct Token {
    /// In bytes of the text.
    pub range: Range<usize>,
    /// In lower case.
    pub lower: String,
}

/// The words of a text, in order: `west-oost`, `foto's`, `9.00` and `m.b.t` are one word each.
pub fn of(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut start = None;
    let mut characters = text.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        let goes_on = character.is_alphanumeric()
            || start.is_some() && is_combining_mark(character)
            || start.is_some() && is_inner(character) && characters.peek().is_some_and(|(_, next)| next.is_alphanumeric());
        match (start, goes_on) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                tokens.push(Token { range: from..at, lower: text[from..at].to_lowercase() });
                start = None;
            }
            _ => {}
        }
    }
    if let Some(from) = start {
        tokens.push(Token { range: from..text.len(), lower: text[from..].to_lowercase() });
    }
    tokens
}

fn is_inner(character: char) -> bool {
    matches!(character, '-' | '\'' | '’' | '.' | '/' | '&' | '@' | ',')
}

#[cfg(test)]
mod tests {
    #[test]
    fn marks_inside_a_word_belong_to_it_and_others_do_not() {
        let words = |text: &str| super::of(text).into_iter().map(|token| text[token.range].to_owned()).collect::<Vec<_>>();
        assert_eq!(
            words("De foto's (m.b.t. Rijssen-Holten) om 9.00 uur, 12,5 km - zo'n 'goed' plan…"),
            ["De", "foto's", "m.b.t", "Rijssen-Holten", "om", "9.00", "uur", "12,5", "km", "zo'n", "goed", "plan"]
        );
        assert!(words(" – !").is_empty());
    }
}
