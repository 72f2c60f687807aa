//! The extent of words in a text.

use unicode_normalization::char::is_combining_mark;

/// The end of the word that goes on at `from`: letters, digits and their combining marks, and the
/// characters that `continues` accepts, each with the text before and after it.
pub fn end_of_word(text: &str, from: usize, continues: impl Fn(&str, char, &str) -> bool) -> usize {
    let mut end = from;
    loop {
        // The fast path: nearly all of a word is ASCII.
        end += text.as_bytes()[end..]
            .iter()
            .take_while(|byte| byte.is_ascii_alphanumeric())
            .count();
        let mut rest = text[end..].chars();
        let Some(c) = rest.next() else {
            return end;
        };
        let is_part = c.is_alphanumeric() || is_combining_mark(c);
        if !is_part && !continues(&text[..end], c, rest.as_str()) {
            return end;
        }
        end += c.len_utf8();
    }
}
