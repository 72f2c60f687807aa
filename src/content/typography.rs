//! The finishing touch to text that the Markdown parser has already given curly quotes, dashes and an ellipsis.

/// Words that Dutch writes with an apostrophe in front: `'s avonds`, `'t`, `'n`.
const CLIPPED: &[&str] = &["s", "t", "n", "m", "k", "r", "ns"];

/// Turns an opening quote that is really a Dutch apostrophe into one: `‘s avonds` becomes `’s avonds`, `‘68` becomes `’68`.
pub fn dutch(text: &mut String) {
    if !text.contains('‘') {
        return;
    }
    let mut mended = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(at) = rest.find('‘') {
        let after = &rest[at + '‘'.len_utf8()..];
        let word_end = after.find(|c: char| !c.is_alphanumeric()).unwrap_or(after.len());
        let word = &after[..word_end];
        let clipped = CLIPPED.contains(&word.to_lowercase().as_str());
        let year = word.len() == 2 && word.bytes().all(|byte| byte.is_ascii_digit());
        mended.push_str(&rest[..at]);
        mended.push(if clipped || year { '’' } else { '‘' });
        rest = after;
    }
    mended.push_str(rest);
    *text = mended;
}

#[cfg(test)]
mod tests {
    #[track_caller]
    fn check(before: &str, after: &str) {
        let mut text = before.to_owned();
        super::dutch(&mut text);
        assert_eq!(text, after);
    }

    #[test]
    fn an_apostrophe_in_front_of_a_clipped_word_is_no_opening_quote() {
        check("‘s avonds in ‘s-Hertogenbosch, ‘t kan", "’s avonds in ’s-Hertogenbosch, ’t kan");
        check("in ‘68", "in ’68");
        check("hij zei ‘thuis’ en ‘sorry’", "hij zei ‘thuis’ en ‘sorry’");
    }
}
