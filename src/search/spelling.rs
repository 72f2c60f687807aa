//! The likeness of two words, by edit distance and by their pronunciation in Dutch.

/// The longest word that another letter makes another word.
const MAX_EXACT_LENGTH: usize = 4;

/// True for a word so short that an edit easily makes another word of it.
pub fn is_short(word: &str) -> bool {
    word.chars().count() <= 6
}

/// The edit distance at which a word of this length may still be a misspelling. Another digit makes
/// another number.
pub fn tolerated_edits(word: &str) -> u32 {
    if word.bytes().any(|byte| byte.is_ascii_digit()) {
        return 0;
    }
    match word.chars().count() {
        0..=3 => 0,
        4..=8 => 1,
        _ => 2,
    }
}

/// The distance of a misspelt word from the one that is meant, in half edits; `None` if it is too
/// far. A letter added, left out, changed or swapped is an edit. Words that sound the same are one
/// edit apart.
pub fn distance(written: &str, meant: &str) -> Option<u32> {
    let edits = u32::try_from(strsim::osa_distance(written, meant)).unwrap_or(u32::MAX);
    let most = tolerated_edits(written);
    let by_letter = (edits <= most).then_some(edits * 2);
    let by_sound =
        (most > 0 && edits <= 4 && phonetic_key(written) == phonetic_key(meant)).then_some(2);
    let nearest = by_letter.into_iter().chain(by_sound).min()?;
    // People seldom get the first letter wrong.
    let first_differs = written.chars().next() != meant.chars().next();
    Some(nearest + u32::from(first_differs)).filter(|_| !first_differs || nearest <= 2)
}

/// True for a short word that is another word rather than a misspelling: `kerk` is no `keek`.
pub fn is_other_word(written: &str, meant: &str) -> bool {
    let letters = |word: &str| {
        let mut letters: Vec<u8> = word.bytes().collect();
        letters.sort_unstable();
        letters
    };
    let has_other_letter = || {
        written.len() == meant.len()
            && letters(written) != letters(meant)
            && phonetic_key(written) != phonetic_key(meant)
    };
    written.len() <= MAX_EXACT_LENGTH && (meant.len() < MAX_EXACT_LENGTH || has_other_letter())
}

/// The pronunciation of a word in Dutch, roughly: `ij` as `ei`, `c` as `k`, a final `d` as `t`,
/// double letters as one.
pub fn phonetic_key(word: &str) -> String {
    let mut key = String::with_capacity(word.len());
    let mut rest = word;
    while let Some(first) = rest.chars().next() {
        let letter = &rest[..first.len_utf8()];
        let known = SOUNDS.iter().find(|(written, _)| rest.starts_with(written));
        let (written, heard) = known.copied().unwrap_or((letter, letter));
        for c in heard.chars() {
            if !key.ends_with(c) {
                key.push(c);
            }
        }
        rest = &rest[written.len()..];
    }
    if key.ends_with('d') {
        key.pop();
        key.push('t');
    }
    key
}

/// Letters with what is heard; of those with which a word goes on, the first in this list.
const SOUNDS: &[(&str, &str)] = &[
    ("sch", "sg"),
    ("ij", "#"),
    ("ei", "#"),
    ("ou", "au"),
    ("ch", "g"),
    ("ck", "k"),
    ("ph", "f"),
    ("th", "t"),
    ("dt", "t"),
    ("ce", "se"),
    ("ci", "si"),
    ("tie", "si"),
    ("ie", "i"),
    ("sk", "sg"),
    ("c", "k"),
    ("q", "k"),
    ("z", "s"),
    ("v", "f"),
    ("x", "ks"),
    ("y", "i"),
];
