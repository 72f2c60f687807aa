//! The word lists beside this file: a word a line, with remarks behind `#`.

use std::sync::OnceLock;

/// A list of words, which is read when it is first asked for.
pub struct WordFile {
    text: &'static str,
    sorted: OnceLock<Vec<&'static str>>,
}

impl WordFile {
    pub const fn new(text: &'static str) -> Self {
        WordFile {
            text,
            sorted: OnceLock::new(),
        }
    }

    /// The words, in their order.
    pub fn words(&self) -> &[&'static str] {
        self.sorted.get_or_init(|| {
            let lines = self.text.lines();
            let words = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
            let mut words: Vec<&str> = words.collect();
            words.sort_unstable();
            words
        })
    }

    pub fn contains(&self, word: &str) -> bool {
        self.words().binary_search(&word).is_ok()
    }
}
