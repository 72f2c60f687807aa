//! The languages of the search: their stems, stop words, suffixes and the way they form compounds.

use std::borrow::Cow;
use std::sync::LazyLock;

use crate::search::stem;

/// The stop words of each language, folded and sorted.
static STOP_WORDS: LazyLock<[Vec<&str>; 3]> = LazyLock::new(|| {
    sorted_words([
        include_str!("stop_words/nl.txt"),
        include_str!("stop_words/de.txt"),
        include_str!("stop_words/en.txt"),
    ])
});

/// The words of each language that tell little about the subject of a query, folded and sorted.
static WEAK_WORDS: LazyLock<[Vec<&str>; 3]> = LazyLock::new(|| {
    sorted_words([
        include_str!("weak_words/nl.txt"),
        include_str!("weak_words/de.txt"),
        include_str!("weak_words/en.txt"),
    ])
});

fn sorted_words(files: [&'static str; 3]) -> [Vec<&'static str>; 3] {
    files.map(|file| {
        let mut words: Vec<&str> = file.split_whitespace().collect();
        words.sort_unstable();
        words
    })
}

/// A language that the search can analyse.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SearchLanguage {
    Dutch,
    German,
    English,
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

    /// The stem of a folded word.
    pub fn stem(self, folded: &str) -> Cow<'_, str> {
        match self {
            SearchLanguage::Dutch => stem::dutch(folded),
            SearchLanguage::German => stem::german(folded),
            SearchLanguage::English => stem::english(folded),
        }
    }

    /// True for two different words that share a stem: Dutch `zoon` is no form of `zon`.
    pub fn distinguishes(self, one: &str, other: &str) -> bool {
        let (long, short) = if one.len() > other.len() {
            (one, other)
        } else {
            (other, one)
        };
        let is_doubled = |long: &[u8], short: &[u8]| match (long, short) {
            ([.., a, b, end], [.., c, last]) => {
                a == b && b == c && end == last && b"aeou".contains(a)
            }
            _ => false,
        };
        self == SearchLanguage::Dutch
            && long.len() == short.len() + 1
            && is_doubled(long.as_bytes(), short.as_bytes())
    }

    /// The suffixes that derive one word from another: `-lijk`, `-baar`, `-ing`.
    pub fn suffixes(self) -> &'static [&'static str] {
        match self {
            SearchLanguage::Dutch => &[
                "lijk", "lijke", "baar", "bare", "heid", "heden", "ing", "ingen", "ig", "ige",
                "er", "ers", "ster", "loos", "loze", "isch", "ische", "iteit", "zaam", "zame",
                "achtig", "achtige", "ist", "isten", "s", "se", "n", "en", "e", "t", "te", "ten",
                "d", "de", "den", "je", "jes", "tje", "tjes",
            ],
            SearchLanguage::German => &[
                "lich", "liche", "bar", "bare", "heit", "keit", "ung", "ungen", "ig", "ige", "er",
                "ern", "ers", "erin", "los", "lose", "schaft", "isch", "ische", "s", "n", "en",
                "e", "es", "em", "t", "te",
            ],
            SearchLanguage::English => &[
                "ly", "ness", "er", "ers", "ing", "ed", "al", "ful", "less", "ment", "ments",
                "ation", "able", "ity", "y", "ship", "s", "es",
            ],
        }
    }

    /// The letters that may link the parts of a compound.
    pub fn linking_letters(self) -> &'static [&'static str] {
        match self {
            SearchLanguage::Dutch => &["", "s", "en", "e", "n", "er"],
            SearchLanguage::German => &["", "s", "es", "n", "en", "er", "e"],
            SearchLanguage::English => &[""],
        }
    }

    /// True for a word that asks for a definition: `uitleg convenant`.
    pub fn asks_definition(self, folded: &str) -> bool {
        let words: &[&str] = match self {
            SearchLanguage::Dutch => &[
                "begrip",
                "betekenen",
                "betekenis",
                "betekent",
                "definitie",
                "term",
                "uitleg",
            ],
            SearchLanguage::German => &[
                "bedeutet",
                "bedeutung",
                "begriff",
                "definition",
                "erklarung",
                "heisst",
            ],
            SearchLanguage::English => &["definition", "explained", "mean", "meaning", "means"],
        };
        words.contains(&folded)
    }

    /// The first two words of a query that ask for a definition: `wat is`.
    pub fn definition_openings(self) -> [[&'static str; 2]; 2] {
        match self {
            SearchLanguage::Dutch => [["wat", "is"], ["wat", "zijn"]],
            SearchLanguage::German => [["was", "ist"], ["was", "sind"]],
            SearchLanguage::English => [["what", "is"], ["what", "are"]],
        }
    }

    /// True for a word that tells little about the subject of a query, beside other words.
    pub fn is_weak(self, folded: &str) -> bool {
        WEAK_WORDS[self as usize].binary_search(&folded).is_ok() || self.asks_definition(folded)
    }

    /// True for a word that has only a grammatical function.
    pub fn is_stop_word(self, folded: &str) -> bool {
        STOP_WORDS[self as usize].binary_search(&folded).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::analyse::fold;

    #[test]
    fn the_words_of_the_lists_are_folded_and_stand_there_once() {
        for list in STOP_WORDS.iter().chain(&*WEAK_WORDS) {
            assert!(list.is_sorted_by(|a, b| a < b));
            assert!(list.iter().all(|word| fold(word) == **word));
        }
    }
}
