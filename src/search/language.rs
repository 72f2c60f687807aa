//! The languages of the search: their stems, stop words, suffixes and the way they form compounds.

use std::borrow::Cow;
use std::sync::LazyLock;

use rustc_hash::FxHashSet;
use serde::Deserialize;

use crate::search::stem;

/// The words of each language, as the files beside this one have them.
static WORDS: LazyLock<[LanguageWords; 3]> = LazyLock::new(|| {
    [
        include_str!("languages/nl.toml"),
        include_str!("languages/de.toml"),
        include_str!("languages/en.toml"),
    ]
    .map(|words| toml::from_str(words).expect("the words of the search are valid"))
});

/// A language that the search can analyse.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SearchLanguage {
    Dutch,
    German,
    English,
}

/// The words of a language that have a meaning of their own to the search, folded.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct LanguageWords {
    stop_words: FxHashSet<String>,
    weak_words: FxHashSet<String>,
    definition_words: FxHashSet<String>,
    definition_openings: Vec<[String; 2]>,
    suffixes: Vec<String>,
    linking_letters: Vec<String>,
}

impl SearchLanguage {
    pub const ALL: [SearchLanguage; 3] = [
        SearchLanguage::Dutch,
        SearchLanguage::German,
        SearchLanguage::English,
    ];

    /// The language of a BCP 47 tag. Text in any other language is analysed as Dutch.
    pub fn of(tag: &str) -> Self {
        match tag.split('-').next() {
            Some("de") => SearchLanguage::German,
            Some("en") => SearchLanguage::English,
            _ => SearchLanguage::Dutch,
        }
    }

    fn words(self) -> &'static LanguageWords {
        &WORDS[self as usize]
    }

    /// The stem of a folded word.
    pub fn stem(self, folded: &str) -> Cow<'_, str> {
        match self {
            SearchLanguage::Dutch => stem::dutch(folded),
            SearchLanguage::German => stem::german(folded),
            SearchLanguage::English => stem::english(folded),
        }
    }

    /// The stems of folded words.
    pub fn stems<'a>(self, folded: impl IntoIterator<Item = &'a String>) -> Vec<String> {
        let stems = folded.into_iter().map(|word| self.stem(word));
        stems.map(Cow::into_owned).collect()
    }

    /// True for two different words that share a stem: Dutch `zoon` is no form of `zon`.
    pub fn distinguishes(self, one: &str, other: &str) -> bool {
        let (long, short) = if one.len() > other.len() {
            (one, other)
        } else {
            (other, one)
        };
        let is_doubled = match (long.as_bytes(), short.as_bytes()) {
            ([.., a, b, end], [.., c, last]) => {
                a == b && b == c && end == last && b"aeou".contains(a)
            }
            _ => false,
        };
        self == SearchLanguage::Dutch && long.len() == short.len() + 1 && is_doubled
    }

    /// The suffixes that derive one word from another: `-lijk`, `-baar`, `-ing`.
    pub fn suffixes(self) -> &'static [String] {
        &self.words().suffixes
    }

    /// The letters that may link the parts of a compound.
    pub fn linking_letters(self) -> &'static [String] {
        &self.words().linking_letters
    }

    /// A word with the vowels that its `ae`, `oe` and `ue` stand for, folded: `fur` for `fuer`.
    /// `None` where it has none: in `neue` and `Quelle` they are two letters.
    pub fn without_umlauts(self, folded: &str) -> Option<String> {
        if self != SearchLanguage::German {
            return None;
        }
        let mut plain = String::new();
        for c in folded.chars() {
            let is_mark = match plain.as_bytes() {
                [.., before, b'a' | b'o' | b'u'] => c == 'e' && !b"aeiouq".contains(before),
                [b'a' | b'o' | b'u'] => c == 'e',
                _ => false,
            };
            if !is_mark {
                plain.push(c);
            }
        }
        (plain != folded).then_some(plain)
    }

    /// True if a list has a word, in either of its spellings.
    fn is_in(self, list: &FxHashSet<String>, folded: &str) -> bool {
        let other = || self.without_umlauts(folded);
        list.contains(folded) || other().is_some_and(|plain| list.contains(&plain))
    }

    /// True for a word that asks for a definition: `uitleg convenant`.
    pub fn asks_definition(self, folded: &str) -> bool {
        self.is_in(&self.words().definition_words, folded)
    }

    /// The first two words of a query that ask for a definition: `wat is`.
    pub fn definition_openings(self) -> &'static [[String; 2]] {
        &self.words().definition_openings
    }

    /// True for a word that tells little about the subject of a query, beside other words.
    pub fn is_weak(self, folded: &str) -> bool {
        self.is_in(&self.words().weak_words, folded) || self.asks_definition(folded)
    }

    /// True for a word that has only a grammatical function.
    pub fn is_stop_word(self, folded: &str) -> bool {
        self.is_in(&self.words().stop_words, folded)
    }
}
