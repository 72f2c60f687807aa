//! The likeness of two words, by edit distance and by their pronunciation in Dutch.

/// The longest word that another letter makes another word.
const MAX_EXACT_LENGTH: usize = 4;

/// True for a word so short that an edit easily makes another word of it.
pub fn is_short(word: &str) -> bool {
    word.chars().count() <= 6
}

/// The edit distance at which a word of this length may still be a misspelling.
pub fn tolerated_edits(word: &str) -> u32 {
    match word.chars().count() {
        0..=3 => 0,
        4..=7 => 1,
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
        let (heard, letters) = PAIRS
            .iter()
            .find(|(pair, _)| rest.starts_with(pair))
            .map_or_else(
                || (single(first), first.len_utf8()),
                |(pair, heard)| (*heard, pair.len()),
            );
        match heard {
            "" => key.push(first),
            heard => key.push_str(heard),
        }
        rest = &rest[letters..];
    }
    let mut once = String::with_capacity(key.len());
    for c in key.chars() {
        if !once.ends_with(c) {
            once.push(c);
        }
    }
    if once.ends_with('d') {
        once.pop();
        once.push('t');
    }
    once
}

const PAIRS: &[(&str, &str)] = &[
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
];

fn single(c: char) -> &'static str {
    match c {
        'c' | 'q' => "k",
        'z' => "s",
        'v' => "f",
        'x' => "ks",
        'y' => "i",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_longer_word_may_have_more_mistakes() {
        assert_eq!(distance("borne", "borne"), Some(0));
        assert_eq!(distance("bonre", "borne"), Some(2));
        assert_eq!(distance("bonne", "borne"), Some(2));
        assert_eq!(distance("bon", "borne"), None);
        assert_eq!(distance("omgevinsagende", "omgevingsagenda"), Some(4));
        assert_eq!(distance("bereikbarheit", "bereikbaarheid"), Some(2));
    }

    #[test]
    fn words_that_sound_the_same_are_near() {
        assert_eq!(distance("enskede", "enschede"), Some(2));
        assert_eq!(distance("reyssen", "rijssen"), None);
        assert_eq!(distance("reissen", "rijssen"), Some(2));
        assert_eq!(distance("subsitie", "subsidie"), Some(2));
        assert_eq!(distance("praktizch", "praktisch"), Some(2));
        assert_eq!(distance("lobbie", "lobby"), Some(2));
    }

    #[test]
    fn a_wrong_first_letter_weighs_more() {
        assert_eq!(distance("nengelo", "hengelo"), Some(3));
    }
}
