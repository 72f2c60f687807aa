//! How alike two words are, for those who type badly or write as they hear.

/// The length of a word in which every letter counts.
const SHORT: usize = 4;

/// Whether a word is so short that with another letter it is soon another word.
pub fn is_short(word: &str) -> bool {
    word.chars().count() <= 6
}

/// How many edits a word of this length may be away from what was meant. A short word with an edit is soon another word.
pub fn edits_for(word: &str) -> u32 {
    match word.chars().count() {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

/// How far `written` is from `meant`, in half edits; `None` where it is too far to have been meant. Letters added, left out, changed
/// or swapped are an edit each. Words that sound the same in Dutch are one edit apart whatever their letters.
pub fn distance(written: &str, meant: &str) -> Option<u32> {
    let edits = u32::try_from(strsim::osa_distance(written, meant)).unwrap_or(u32::MAX);
    let most = edits_for(written);
    let by_letter = (edits <= most).then_some(edits * 2);
    let by_sound = (most > 0 && edits <= 4 && sound(written) == sound(meant)).then_some(2);
    let nearest = by_letter.into_iter().chain(by_sound).min()?;
    // People seldom get the first letter wrong.
    let first_differs = written.chars().next() != meant.chars().next();
    Some(nearest + u32::from(first_differs)).filter(|_| !first_differs || nearest <= 2)
}

/// Whether a word of a few letters is another word, with another letter, rather than one with a mistake: `kerk` is no `keek`.
pub fn is_other_word(written: &str, meant: &str) -> bool {
    let letters = |word: &str| {
        let mut letters: Vec<u8> = word.bytes().collect();
        letters.sort_unstable();
        letters
    };
    let has_other_letter = || {
        written.len() == meant.len()
            && letters(written) != letters(meant)
            && sound(written) != sound(meant)
    };
    written.len() <= SHORT && (meant.len() < SHORT || has_other_letter())
}

/// A word as it sounds in Dutch, roughly: `ij` as `ei`, `c` as `k`, `d` at the end as `t`, double letters as one.
pub fn sound(word: &str) -> String {
    let mut sound = String::with_capacity(word.len());
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
            "" => sound.push(first),
            heard => sound.push_str(heard),
        }
        rest = &rest[letters..];
    }
    let mut once = String::with_capacity(sound.len());
    for c in sound.chars() {
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
