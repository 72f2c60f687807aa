//! The word lists beside this file: a word a line, with remarks behind `#`.

use std::sync::OnceLock;

use rustc_hash::FxHashSet;

/// A list of words, which is read when it is first asked for.
pub struct WordFile {
    text: &'static str,
    set: OnceLock<FxHashSet<&'static str>>,
}

impl WordFile {
    pub const fn new(text: &'static str) -> Self {
        WordFile {
            text,
            set: OnceLock::new(),
        }
    }

    /// The words, in their order.
    pub fn words(&self) -> impl Iterator<Item = &'static str> {
        let lines = self.text.lines();
        lines.filter(|line| !line.is_empty() && !line.starts_with('#'))
    }

    pub fn contains(&self, word: &str) -> bool {
        let set = self.set.get_or_init(|| self.words().collect());
        set.contains(word)
    }
}
