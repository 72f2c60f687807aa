//! A Hunspell dictionary of the system, for looking up how words are spelt.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use rustc_hash::FxHashSet;

/// The folders in which systems keep their dictionaries.
const FOLDERS: &[&str] = &[
    "/usr/share/hunspell",
    "/usr/local/share/hunspell",
    "/opt/homebrew/share/hunspell",
    "/usr/share/myspell/dicts",
];

/// The names that the dictionaries of a language have there, the best first.
const NAMES: &[(&str, &[&str])] = &[
    ("nl", &["nl_NL"]),
    ("en", &["en_GB", "en_US"]),
    ("de", &["de_DE", "de_DE_frami"]),
];

/// A dictionary. It is read when it is first asked for a word, or ahead of that by
/// [`Dictionary::load`].
pub struct Dictionary {
    /// Path of the two files, without `.aff` and `.dic`.
    path: PathBuf,
    words: OnceLock<Option<Words>>,
}

struct Words {
    checker: spellbook::Dictionary,
    /// The words that stand in it as such, and are not made of others.
    entries: FxHashSet<String>,
}

impl Dictionary {
    /// The system's dictionary of a language, by its tag, if it is installed.
    pub fn of_system(language: &str) -> Option<Self> {
        let (_, names) = NAMES.iter().find(|(tag, _)| *tag == language)?;
        let in_folders = |name| {
            FOLDERS
                .iter()
                .map(move |folder| Path::new(folder).join(name))
        };
        let mut paths = names.iter().flat_map(in_folders);
        paths.find_map(|path| Self::at(&path))
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

    /// True if the dictionary has a word. Every word is right where the dictionary cannot be used.
    pub fn knows(&self, word: &str) -> bool {
        self.words().is_none_or(|words| words.checker.check(word))
    }

    /// True if the dictionary has a word as such, not as one that is made of others or inflected.
    pub fn lists(&self, word: &str) -> bool {
        self.words()
            .is_some_and(|words| words.entries.contains(word))
    }

    fn words(&self) -> Option<&Words> {
        let read = || {
            let [rules, words] = ["aff", "dic"]
                .map(|extension| fs::read_to_string(self.path.with_extension(extension)));
            let (rules, words) = (rules.ok()?, words.ok()?);
            let entry = |line: &str| {
                line.split(['/', '\t'])
                    .next()
                    .unwrap_or_default()
                    .to_owned()
            };
            Some(Words {
                checker: spellbook::Dictionary::new(&rules, &words).ok()?,
                entries: words.lines().map(entry).collect(),
            })
        };
        self.words.get_or_init(read).as_ref()
    }
}
