//! Words that are made of words: `omgevingsagenda` of `omgeving` and `agenda`.
//!
//! The site's own words decide. A word is taken apart where each part is a word of the site, joined by the letters that the
//! language puts between parts; of several ways the one whose parts are most common wins.

use rustc_hash::FxHashMap;

use crate::search::Index;
use crate::search::analysis::Language;
use crate::search::expansions;
use crate::search::lexicon::WordId;

/// A shorter part is soon a chance run of letters.
const SHORTEST_PART: usize = 3;

/// Parts that stand at the end of a great many words without being a word there.
const SHORTEST_HELD: usize = 4;

/// The most words that are looked at for what they hold beside a part.
const MOST_HELD: usize = 96;

/// What a word holds beside the part that was looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remainder {
    /// Another word of the site.
    Word,
    /// Letters that may be a word or not.
    Unknown,
}

/// The words of the site that are made of `part` and something else, of those that most pages have.
pub fn holding(index: &Index, language: Language, part: &str) -> Vec<(WordId, Remainder)> {
    if part.len() < SHORTEST_HELD {
        return Vec::new();
    }
    let is_other = |(id, _): &(WordId, usize)| {
        index.lexicon.language(*id) == language && index.lexicon.text(*id) != part
    };
    let held = index
        .lexicon
        .holding(part)
        .filter(is_other)
        .map(|(id, _)| id);
    let rest = |id: WordId| {
        let word = index.lexicon.text(id);
        let at = word.find(part)?;
        let (before, after) = (&word[..at], &word[at + part.len()..]);
        let rest = match (before.is_empty(), after.is_empty()) {
            (true, _) if after.len() < SHORTEST_PART => return None,
            (_, true) if before.len() < SHORTEST_PART => return None,
            (true, _) => follows(index, language, after),
            (_, true) => precedes(index, language, before),
            // In the middle, both sides must be words.
            (false, false) => {
                let is_ending = || language.stem(word) == language.stem(&word[..at + part.len()]);
                if !precedes(index, language, before)
                    || !(follows(index, language, after) || is_ending())
                {
                    return None;
                }
                true
            }
        };
        Some((
            id,
            if rest {
                Remainder::Word
            } else {
                Remainder::Unknown
            },
        ))
    };
    expansions::common_first(index, held, MOST_HELD)
        .into_iter()
        .filter_map(rest)
        .collect()
}

/// Whether a word follows, joined to what is before it.
fn follows(index: &Index, language: Language, after: &str) -> bool {
    is_any_word(
        index,
        language,
        language
            .links()
            .iter()
            .filter_map(|link| after.strip_prefix(link)),
    )
}

/// Whether a word comes before, joined to what is after it.
fn precedes(index: &Index, language: Language, before: &str) -> bool {
    is_any_word(
        index,
        language,
        language
            .links()
            .iter()
            .filter_map(|link| before.strip_suffix(link)),
    )
}

/// Whether the site has one of these words, as it is or else in another form.
fn is_any_word<'a>(
    index: &Index,
    language: Language,
    words: impl Iterator<Item = &'a str> + Clone,
) -> bool {
    let words = words.filter(|word| word.len() >= SHORTEST_PART);
    let is_known = |word: &str| {
        index
            .lexicon
            .id(language, word)
            .is_some_and(|id| index.is_live(id))
    };
    words.clone().any(is_known)
        || words
            .clone()
            .any(|word| index.frequency_of(language, word) > 0)
}

/// How many pages have each word that may be a part, once it was asked. Words that only hold a sentence together are none.
struct DocFreqCache<'a> {
    index: &'a Index,
    language: Language,
    known: FxHashMap<&'a str, usize>,
}

impl<'a> DocFreqCache<'a> {
    fn of(&mut self, word: &'a str) -> usize {
        let count = || {
            if self.language.is_stop_word(word) {
                0
            } else {
                self.index.frequency_of(self.language, word)
            }
        };
        *self.known.entry(word).or_insert_with(count)
    }
}

/// The parts of a compound, first to last. Empty where the word is none.
pub fn split(index: &Index, language: Language, word: &str) -> Vec<String> {
    let mut common = DocFreqCache {
        index,
        language,
        known: FxHashMap::default(),
    };
    let mut best: (f32, Vec<&str>) = (0.0, Vec::new());
    two_parts(&mut common, word, &mut |first, second, frequency| {
        if frequency > best.0 {
            best = (frequency, vec![first, second]);
        }
    });
    if best.1.is_empty() {
        // Three parts: a first part that is a word, and a rest that is a compound.
        for at in (SHORTEST_HELD..word.len().saturating_sub(2 * SHORTEST_PART - 1))
            .filter(|at| word.is_char_boundary(*at))
        {
            let (first, rest) = word.split_at(at);
            let frequency_of_first = common.of(first);
            if frequency_of_first == 0 {
                continue;
            }
            for rest in language
                .links()
                .iter()
                .filter_map(|link| rest.strip_prefix(link))
            {
                two_parts(&mut common, rest, &mut |second, third, frequency| {
                    let frequency = frequency.min(frequency_of_first as f32);
                    if frequency > best.0 {
                        best = (frequency, vec![first, second, third]);
                    }
                });
            }
        }
    }
    best.1.into_iter().map(str::to_owned).collect()
}

/// Every way to take a word apart in two, with how common the two are together: the geometric mean.
fn two_parts<'a>(
    common: &mut DocFreqCache<'a>,
    word: &'a str,
    found: &mut dyn FnMut(&'a str, &'a str, f32),
) {
    for at in (SHORTEST_PART..=word.len().saturating_sub(SHORTEST_PART))
        .filter(|at| word.is_char_boundary(*at))
    {
        let (first, rest) = word.split_at(at);
        let before = common.of(first);
        if before == 0 {
            continue;
        }
        for second in common
            .language
            .links()
            .iter()
            .filter_map(|link| rest.strip_prefix(link))
        {
            let after = if second.len() < SHORTEST_PART {
                0
            } else {
                common.of(second)
            };
            if after > 0 {
                // Longer parts are less often chance.
                let length = first.len().min(second.len()) as f32;
                found(
                    first,
                    second,
                    (before as f32 * after as f32).sqrt() * length * length,
                );
            }
        }
    }
}
