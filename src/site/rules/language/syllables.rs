//! The syllables of Dutch words, counted as groups of vowels.

use crate::site::rules::language::tokens::lower;

/// Vowels with a mark; each takes two bytes.
const MARKED: &str = "éèêáàóòúíäëïöü";

/// The syllables of a word; at least one. A vowel with a diaeresis starts a syllable of its own.
pub fn count(word: &str) -> usize {
    let mut word = lower(word);
    if !word.is_ascii() && word.contains('ĳ') {
        word = word.replace('ĳ', "ij").into();
    }
    let mut rest = word.as_bytes();
    let mut count = 0;
    while let Some(first) = rest.first() {
        let is_marked = || {
            MARKED
                .as_bytes()
                .chunks(2)
                .any(|vowel| rest.starts_with(vowel))
        };
        let is_vowel = matches!(first, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
            || !first.is_ascii() && is_marked();
        count += usize::from(is_vowel);
        rest = &rest[if is_vowel { group(rest) } else { 1 }..];
    }
    count.max(1)
}

/// The number of bytes of the vowels at the start of a word that sound as one; of a marked vowel
/// the first.
fn group(word: &[u8]) -> usize {
    match word {
        [b'a', b'a', b'i', ..]
        | [b'o', b'o' | b'e', b'i', ..]
        | [b'e', b'e' | b'a', b'u', ..]
        | [b'i', b'e', b'u', ..] => 3,
        [b'a', b'a' | b'u', ..]
        | [b'e', b'e' | b'u' | b'i', ..]
        | [b'i', b'e' | b'j', ..]
        | [b'o', b'o' | b'e' | b'u', ..]
        | [b'u', b'u' | b'i', ..] => 2,
        _ => 1,
    }
}
