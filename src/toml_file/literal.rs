//! The literal of a TOML string, as it stands in the file, beside the text that it means.

/// The offset of each character of `text`, beside its offset in the literal, quotes included.
pub fn offsets(literal: &str, text: &str) -> Vec<(usize, usize)> {
    let has_escapes = literal.starts_with('"');
    let is_multiline = literal.starts_with("\"\"\"") || literal.starts_with("'''");
    let mut at = if is_multiline { 3 } else { 1 };
    if is_multiline {
        let line_end = ["\n", "\r\n"]
            .into_iter()
            .find(|line_end| literal[at..].starts_with(line_end));
        at += line_end.map_or(0, str::len);
    }
    let mut offsets = Vec::with_capacity(text.len());
    for (index, character) in text.char_indices() {
        if has_escapes {
            at += continuation_length(literal, at);
        }
        offsets.push((index, at));
        at += if has_escapes && literal[at..].starts_with('\\') {
            escape_length(literal, at)
        } else {
            character.len_utf8()
        };
        at = literal.ceil_char_boundary(at);
    }
    offsets
}

/// The length of the escape of one character: `\"`, `\u00e9`.
fn escape_length(literal: &str, at: usize) -> usize {
    match literal[at..].chars().nth(1) {
        Some('u') => 6,
        Some('U') => 10,
        Some('x') => 4,
        _ => 2,
    }
}

/// The length of each `\` at the end of a line with the white space behind it, which means nothing.
fn continuation_length(literal: &str, at: usize) -> usize {
    let mut rest = &literal[at..];
    while let Some(behind) = rest.strip_prefix('\\') {
        if !behind
            .trim_start_matches([' ', '\t', '\r'])
            .starts_with('\n')
        {
            break;
        }
        rest = behind.trim_start();
    }
    literal.len() - at - rest.len()
}
