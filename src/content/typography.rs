//! Curly quotes: the finishing touch where the Markdown parser has put them already, and all of it
//! in titles, which it does not see.

/// Words that Dutch writes with an apostrophe in front: `'s avonds`, `'t`, `'n`.
const CLIPPED: &[&str] = &["s", "t", "n", "m", "k", "r", "ns"];

/// A line of plain text, such as a title, with curly apostrophes and single quotes: `Thema's`
/// becomes `Thema’s`.
pub fn line(text: String, language: &str) -> String {
    if !text.contains('\'') {
        return text;
    }
    let mut curly = String::with_capacity(text.len() + 2);
    for c in text.chars() {
        let opens = curly
            .chars()
            .next_back()
            .is_none_or(|before| before.is_whitespace() || "([–“".contains(before));
        curly.push(match c {
            '\'' if opens => '‘',
            '\'' => '’',
            c => c,
        });
    }
    if language == "nl" {
        dutch(&mut curly);
    }
    curly
}

/// Turns an opening quote that is really a Dutch apostrophe into one: `‘s avonds` becomes `’s
/// avonds`, `‘68` becomes `’68`.
pub fn dutch(text: &mut String) {
    if text.is_ascii() || !text.contains('‘') {
        return;
    }
    let mut fixed = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(at) = rest.find('‘') {
        let after = &rest[at + '‘'.len_utf8()..];
        let word_end = after
            .find(|c: char| !c.is_alphanumeric())
            .unwrap_or(after.len());
        let word = &after[..word_end];
        let clipped = CLIPPED.contains(&word.to_lowercase().as_str());
        let year = word.len() == 2 && word.bytes().all(|byte| byte.is_ascii_digit());
        fixed.push_str(&rest[..at]);
        fixed.push(if clipped || year { '’' } else { '‘' });
        rest = after;
    }
    fixed.push_str(rest);
    *text = fixed;
}
