//! The word lists beside this file: a word a line, with remarks behind `#`.

/// The words of a list.
pub fn words_in(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
}
