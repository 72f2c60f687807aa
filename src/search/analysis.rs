//! Text as the search sees it: words without case, accents and apostrophes, their stems, and the words that say little.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

use rust_stemmers::{Algorithm, Stemmer};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Nobody searches for a longer word; what comes after is not looked at.
const LONGEST_WORD: usize = 48;

/// The stop words of each language, folded, in the order of the alphabet.
static STOP_WORDS: LazyLock<[Vec<&str>; 3]> = LazyLock::new(|| {
    let files = [
        include_str!("stop_words/nl.txt"),
        include_str!("stop_words/de.txt"),
        include_str!("stop_words/en.txt"),
    ];
    files.map(|file| file.split_whitespace().collect())
});

/// The words of each language that say little of what a question is about, in the order of the alphabet.
static WEAK_WORDS: LazyLock<[Vec<&str>; 3]> = LazyLock::new(|| {
    let files = [
        include_str!("weak_words/nl.txt"),
        include_str!("weak_words/de.txt"),
        include_str!("weak_words/en.txt"),
    ];
    files.map(|file| file.split_whitespace().collect())
});

/// A language whose words the search can bring back to their stem.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    Dutch,
    German,
    English,
}

impl Language {
    pub const ALL: [Language; 3] = [Language::Dutch, Language::German, Language::English];

    /// The language of a BCP 47 tag. Words of any other language are treated as Dutch ones.
    pub fn of(tag: &str) -> Self {
        match tag.split('-').next() {
            Some("de") => Language::German,
            Some("en") => Language::English,
            _ => Language::Dutch,
        }
    }

    /// The stem of a folded word, by the algorithm of Snowball for the language.
    pub fn stem(self, folded: &str) -> Cow<'_, str> {
        match self {
            Language::Dutch => dutch_stem(folded),
            Language::German => Stemmer::create(Algorithm::German).stem(folded),
            Language::English => {
                Stemmer::create(Algorithm::English).stem(plural_in_es(folded).unwrap_or(folded))
            }
        }
    }

    /// Whether two words are not the same though their stems are: Dutch `zoon` is no form of `zon`.
    pub fn tells_apart(self, one: &str, other: &str) -> bool {
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
        self == Language::Dutch
            && long.len() == short.len() + 1
            && is_doubled(long.as_bytes(), short.as_bytes())
    }

    /// What makes a word of another: `-lijk`, `-baar`, `-ing`.
    pub fn endings(self) -> &'static [&'static str] {
        match self {
            Language::Dutch => &[
                "lijk", "lijke", "baar", "bare", "heid", "heden", "ing", "ingen", "ig", "ige",
                "er", "ers", "ster", "loos", "loze", "isch", "ische", "iteit", "zaam", "zame",
                "achtig", "achtige", "ist", "isten", "s", "se", "n", "en", "e", "t", "te", "ten",
                "d", "de", "den", "je", "jes", "tje", "tjes",
            ],
            Language::German => &[
                "lich", "liche", "bar", "bare", "heit", "keit", "ung", "ungen", "ig", "ige", "er",
                "ern", "ers", "erin", "los", "lose", "schaft", "isch", "ische", "s", "n", "en",
                "e", "es", "em", "t", "te",
            ],
            Language::English => &[
                "ly", "ness", "er", "ers", "ing", "ed", "al", "ful", "less", "ment", "ments",
                "ation", "able", "ity", "y", "ship", "s", "es",
            ],
        }
    }

    /// The words that ask what another means: `uitleg convenant`.
    pub fn asks_meaning(self, folded: &str) -> bool {
        let words: &[&str] = match self {
            Language::Dutch => &[
                "begrip",
                "betekenen",
                "betekenis",
                "betekent",
                "definitie",
                "term",
                "uitleg",
            ],
            Language::German => &[
                "bedeutet",
                "bedeutung",
                "begriff",
                "definition",
                "erklarung",
                "heisst",
            ],
            Language::English => &["definition", "explained", "mean", "meaning", "means"],
        };
        words.contains(&folded)
    }

    /// Whether the word says little of what a question is about, beside other words.
    pub fn is_weak(self, folded: &str) -> bool {
        WEAK_WORDS[self as usize].binary_search(&folded).is_ok() || self.asks_meaning(folded)
    }

    /// The letters that may stand between the parts of a compound.
    pub fn links(self) -> &'static [&'static str] {
        match self {
            Language::Dutch => &["", "s", "en", "e", "n", "er"],
            Language::German => &["", "s", "es", "n", "en", "er", "e"],
            Language::English => &[""],
        }
    }

    /// Whether the word only holds a sentence together.
    pub fn is_stop_word(self, folded: &str) -> bool {
        STOP_WORDS[self as usize].binary_search(&folded).is_ok()
    }
}

/// Snowball's Dutch stem, with three things mended that it leaves: the plural in `thema's` and `subsidies`, the letters that change
/// in `huizen` and `brieven`, and the `s` that it takes from `fiets` but not from `fietsen`.
fn dutch_stem(folded: &str) -> Cow<'_, str> {
    let stemmer = Stemmer::create(Algorithm::Dutch);
    let word = plural_of_vowel(folded).unwrap_or(folded);
    let mut stem = with_hard_end(stemmer.stem(word));
    if stem == word {
        return stem;
    }
    loop {
        let again = stemmer.stem(&stem);
        if again.len() == stem.len() {
            return stem;
        }
        stem = with_hard_end(again.into_owned().into());
    }
}

/// The stem with the letter at its end that it has when nothing follows: `huis` of `huiz`.
fn with_hard_end(mut stem: Cow<'_, str>) -> Cow<'_, str> {
    let hard = match stem.as_bytes() {
        [_, _, .., b'z'] => 's',
        [_, _, .., b'v'] => 'f',
        _ => return stem,
    };
    let text = stem.to_mut();
    text.pop();
    text.push(hard);
    stem
}

/// The word without its `s`, where that comes after a single vowel and so makes a plural.
fn plural_of_vowel(folded: &str) -> Option<&str> {
    let singular = folded.strip_suffix('s')?;
    let is_vowel = |byte: &u8| b"aeiou".contains(byte);
    let is_plural = match singular.as_bytes() {
        [.., before, b'a' | b'i' | b'o' | b'u'] => singular.len() >= 4 && !is_vowel(before),
        [.., b'i', b'e'] => singular.len() >= 6,
        [.., before, b'e'] => {
            singular.len() >= 5
                && (*before == b'u' || !is_vowel(before))
                && (*before != b'c' || singular.ends_with("nce"))
        }
        _ => false,
    };
    is_plural.then_some(singular)
}

/// The word without its `es`, where Snowball leaves the `e`: `buses`.
fn plural_in_es(folded: &str) -> Option<&str> {
    let singular = folded.strip_suffix("es")?;
    matches!(singular.as_bytes(), [before, b'a' | b'u', b's'] if !b"aeiou".contains(before))
        .then_some(singular)
}

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word<'a> {
    pub folded: Cow<'a, str>,
    /// Where it stands in the text, in bytes.
    pub range: Range<usize>,
    pub form: Form,
}

/// How a word stands in its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Whole,
    /// Words that a hyphen ties, as one: `caferestaurant` comes after `cafe` and `restaurant`.
    Joined,
}

/// The words of a text, in order. `Thema’s in Café-Restaurant` has `themas`, `in`, `cafe`, `restaurant`, `caferestaurant`.
pub fn words(text: &str) -> Vec<Word<'_>> {
    let mut words: Vec<Word<'_>> = Vec::with_capacity(text.len() / 6);
    let mut start = 0;
    // The first of the words that hyphens tie to the one being read.
    let mut tied = 0;
    while let Some(first) = text[start..].chars().next() {
        let after_first = start + first.len_utf8();
        if !first.is_alphanumeric() {
            if !(first == '-' && words.last().is_some_and(|word| word.range.end == start)) {
                tied = words.len();
            }
            start = after_first;
            continue;
        }
        let end = end_of_word(text, after_first);
        words.push(Word {
            folded: fold(&text[start..end]),
            range: start..end,
            form: Form::Whole,
        });
        let hyphen_follows = text[end..].starts_with('-');
        if words.len() - tied > 1 && !hyphen_follows {
            let range = words[tied].range.start..end;
            let joined: String = words[tied..].iter().map(|word| &*word.folded).collect();
            words.push(Word {
                folded: cut(joined.into()),
                range,
                form: Form::Joined,
            });
        }
        if !hyphen_follows {
            tied = words.len();
        }
        start = end;
    }
    words
}

/// Where the word ends whose first character ends at `from`.
fn end_of_word(text: &str, from: usize) -> usize {
    let mut end = from;
    loop {
        // Nearly all that a word goes on with.
        end += text.as_bytes()[end..]
            .iter()
            .take_while(|byte| byte.is_ascii_alphanumeric())
            .count();
        let Some(c) = text[end..].chars().next() else {
            return end;
        };
        let after = end + c.len_utf8();
        if !continues(text.as_bytes()[end - 1], c, &text[after..]) {
            return end;
        }
        end = after;
    }
}

/// Whether `c` goes on with the word in which `before` is the last byte: letters and digits, marks on them, an apostrophe inside a
/// word, and the point in `5.000` or comma in `4,8`.
fn continues(before: u8, c: char, after: &str) -> bool {
    if c.is_alphanumeric() || is_combining_mark(c) || c == '\u{ad}' {
        return true;
    }
    let next = after.chars().next();
    match c {
        '\'' | '’' => next.is_some_and(char::is_alphanumeric),
        '.' => {
            let digits = after.bytes().take_while(u8::is_ascii_digit).count();
            before.is_ascii_digit() && digits == 3
        }
        ',' => {
            let digits = after.bytes().take_while(u8::is_ascii_digit).count();
            before.is_ascii_digit() && matches!(digits, 1 | 2) && !after[digits..].starts_with(',')
        }
        _ => false,
    }
}

/// A word without case, accents and whatever else two people may write differently.
pub fn fold(word: &str) -> Cow<'_, str> {
    if word
        .bytes()
        .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    {
        return cut(Cow::Borrowed(word));
    }
    let mut folded = String::with_capacity(word.len());
    if word.is_ascii() {
        folded.extend(
            word.bytes()
                .filter(|byte| byte.is_ascii_alphanumeric() || *byte == b',')
                .map(|byte| char::from(byte.to_ascii_lowercase())),
        );
        return cut(folded.into());
    }
    for c in word
        .nfkd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .filter(|c| c.is_alphanumeric())
    {
        match c {
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'ø' => folded.push('o'),
            c => folded.push(c),
        }
    }
    cut(folded.into())
}

fn cut(mut word: Cow<'_, str>) -> Cow<'_, str> {
    if word.len() > LONGEST_WORD {
        let end = word.floor_char_boundary(LONGEST_WORD);
        match &mut word {
            Cow::Borrowed(text) => *text = &text[..end],
            Cow::Owned(text) => text.truncate(end),
        }
    }
    word
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let folded: Vec<String> = words(text)
            .iter()
            .map(|word| word.folded.to_string())
            .collect();
        assert_eq!(folded.join(" "), expected);
    }

    #[test]
    fn words_are_found_whatever_their_case_accents_and_apostrophes() {
        check("Coördinatie van thema’s", "coordinatie van themas");
        check("cafe\u{301} CAFÉ caf\u{ad}é", "cafe cafe cafe");
        check("Straße, Ĳssel & Œuvre", "strasse ijssel oeuvre");
        check("", "");
        check("!? –", "");
    }

    #[test]
    fn words_with_a_hyphen_are_found_apart_and_as_one() {
        check(
            "Rijssen-Holten en e-mail",
            "rijssen holten rijssenholten en e mail email",
        );
        check(
            "Oost-Nederland–Münsterland",
            "oost nederland oostnederland munsterland",
        );
        check("mbo-", "mbo");
        check("a-b-c d", "a b c abc d");
    }

    #[test]
    fn numbers_are_one_word() {
        check(
            "€ 5.000 in 2022. A1 en N35: 4,8 procent",
            "5000 in 2022 a1 en n35 4,8 procent",
        );
    }

    #[test]
    fn every_word_says_where_it_stands() {
        let text = "Éen thema's";
        for word in words(text) {
            assert_eq!(fold(&text[word.range.clone()]), word.folded);
        }
    }

    #[test]
    fn stop_words_are_in_the_order_that_the_search_in_them_needs() {
        for language in Language::ALL {
            for list in [
                &STOP_WORDS[language as usize],
                &WEAK_WORDS[language as usize],
            ] {
                assert!(list.is_sorted_by(|a, b| a < b), "{language:?}");
                assert!(
                    list.iter()
                        .all(|word| fold(word) == **word && list.binary_search(word).is_ok())
                );
            }
        }
    }

    #[test]
    fn a_stem_joins_the_forms_of_a_word() {
        for (one, other) in [
            ("gemeente", "gemeenten"),
            ("baan", "banen"),
            ("subsidie", "subsidies"),
            ("thema", "themas"),
            ("huis", "huizen"),
            ("brief", "brieven"),
            ("fiets", "fietsen"),
            ("cheque", "cheques"),
            ("proces", "processen"),
            ("ambulance", "ambulances"),
        ] {
            assert_eq!(Language::Dutch.stem(one), Language::Dutch.stem(other));
        }
        assert_eq!(
            Language::German.stem("grenzganger"),
            Language::German.stem("grenzgangern")
        );
        assert_eq!(
            Language::English.stem("municipality"),
            Language::English.stem("municipalities")
        );
        assert_eq!(
            Language::English.stem("bus"),
            Language::English.stem("buses")
        );
    }
}
