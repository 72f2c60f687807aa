//! A Hunspell dictionary of the system, for looking up how words are spelt.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// Where systems keep their dictionaries.
const FOLDERS: &[&str] = &[
    "/usr/share/hunspell",
    "/usr/local/share/hunspell",
    "/opt/homebrew/share/hunspell",
    "/usr/share/myspell/dicts",
];

/// A dictionary. It is read when it is first asked for a word, or ahead of that by [`Dictionary::load`].
pub struct Dictionary {
    /// Path of the two files, without `.aff` and `.dic`.
    path: PathBuf,
    words: OnceLock<Option<spellbook::Dictionary>>,
}

impl Dictionary {
    /// The system's dictionary of a language such as `nl_NL`, if it is installed.
    pub fn of_system(language: &str) -> Option<Self> {
        FOLDERS
            .iter()
            .map(|folder| Path::new(folder).join(language))
            .find_map(|path| Self::at(&path))
    }

    /// The dictionary of the files `path.aff` and `path.dic`, if they are there.
    pub fn at(path: &Path) -> Option<Self> {
        let there = ["aff", "dic"]
            .iter()
            .all(|extension| path.with_extension(extension).is_file());
        there.then(|| Dictionary {
            path: path.to_owned(),
            words: OnceLock::new(),
        })
    }

    /// Path of its two files, without their endings.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Reads the dictionary. Returns whether it can be used.
    pub fn load(&self) -> bool {
        self.words().is_some()
    }

    /// Whether the dictionary has a word. Every word is right where the dictionary cannot be used.
    pub fn knows(&self, word: &str) -> bool {
        self.words().is_none_or(|words| words.check(word))
    }

    /// Words of the dictionary that are one slip of the finger away from this one: the best of them, `most` or fewer.
    pub fn suggestions(&self, word: &str, most: usize) -> Vec<String> {
        let mut found = Vec::new();
        for candidate in one_away(word) {
            if found.len() == most {
                break;
            }
            if self.words().is_some_and(|words| words.check(&candidate))
                && !found.contains(&candidate)
            {
                found.push(candidate);
            }
        }
        found
    }

    fn words(&self) -> Option<&spellbook::Dictionary> {
        let read = || {
            let [rules, words] = ["aff", "dic"]
                .map(|extension| fs::read_to_string(self.path.with_extension(extension)));
            spellbook::Dictionary::new(&rules.ok()?, &words.ok()?).ok()
        };
        self.words.get_or_init(read).as_ref()
    }
}

/// Every text at one step: two letters swapped, one too many, one wrong, one missing. In order of likelihood.
fn one_away(word: &str) -> impl Iterator<Item = String> {
    const LETTERS: &str = "enatirodslgvhkmubpwjzcfxyqëïé";
    let letters: Vec<char> = word.chars().collect();
    let joined = |parts: &[&[char]]| parts.concat().into_iter().collect::<String>();
    let mut candidates = Vec::new();
    for at in 0..letters.len().saturating_sub(1) {
        candidates.push(joined(&[
            &letters[..at],
            &[letters[at + 1], letters[at]],
            &letters[at + 2..],
        ]));
    }
    for at in 0..letters.len() {
        candidates.push(joined(&[&letters[..at], &letters[at + 1..]]));
    }
    for at in 0..=letters.len() {
        for letter in LETTERS.chars() {
            candidates.push(joined(&[&letters[..at], &[letter], &letters[at..]]));
        }
    }
    for at in 0..letters.len() {
        for letter in LETTERS.chars() {
            candidates.push(joined(&[&letters[..at], &[letter], &letters[at + 1..]]));
        }
    }
    candidates.into_iter()
}
