//! Searches without a result, for editors to write synonyms from, without watching anybody.
//!
//! It holds words and a number: no address, no moment, no order. Words that were searched for once
//! or twice are not held at all, only a hash of them under a key that is drawn at each start, so
//! that neither memory nor file tells what one person searched for.

use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// The number of searches for the same words from which on they are kept.
const THRESHOLD: u32 = 3;

/// The most hashes that are held: a flood of nonsense cannot fill the memory. When there are more
/// they start anew.
const MOST_HASHES: usize = 50_000;

/// The most words that are held. When there are more, those go that were searched for least.
const MOST_WORDS: usize = 2_000;

/// The fewest digits that may identify a person.
const PERSONAL_DIGITS: usize = 6;

/// True for a text that may not be kept: it may have an address for mail in it, or as many digits
/// as a telephone number, in whatever groups they are written. So neither is a date kept.
pub fn may_identify_a_person(text: &str) -> bool {
    let mut digits = 0;
    let has_number = text.chars().any(|c| {
        if c.is_numeric() {
            digits += 1;
        } else if c.is_alphabetic() {
            digits = 0;
        }
        digits >= PERSONAL_DIGITS
    });
    has_number || text.contains(['@', '＠']) || text.contains("%40")
}

/// The number of times that each query had no result.
#[derive(Default)]
pub struct ZeroResultQueries {
    key: RandomState,
    counts: Mutex<Counts>,
}

#[derive(Default)]
struct Counts {
    /// Below the threshold, by hash.
    hashes: HashMap<u64, u32>,
    words: HashMap<String, u32>,
}

impl ZeroResultQueries {
    /// Goes on from lines that `lines` wrote before. What is no such line is left out.
    pub fn from_lines(lines: &str) -> Self {
        let line = |line: &str| {
            let (count, words) = line.split_once('\t')?;
            let count = count.parse().ok().filter(|count| *count >= THRESHOLD)?;
            (!words.is_empty()).then(|| (words.to_owned(), count))
        };
        let words = lines.lines().filter_map(line).take(MOST_WORDS).collect();
        ZeroResultQueries {
            key: RandomState::new(),
            counts: Mutex::new(Counts {
                hashes: HashMap::new(),
                words,
            }),
        }
    }

    /// Counts a query, given as its words without case and accents.
    pub fn count(&self, words: &str) {
        let mut counts = self.counts();
        if let Some(count) = counts.words.get_mut(words) {
            *count = count.saturating_add(1);
            return;
        }
        if counts.hashes.len() >= MOST_HASHES {
            counts.hashes.clear();
        }
        let hash = self.key.hash_one(words);
        let count = counts.hashes.entry(hash).or_default();
        *count += 1;
        if *count >= THRESHOLD {
            counts.hashes.remove(&hash);
            counts.keep(words);
        }
    }

    /// The queries that were made often enough, the most frequent first, with their number.
    pub fn most_frequent(&self) -> Vec<(String, u32)> {
        let counts = self.counts();
        let words = counts.words.iter();
        let mut sorted: Vec<_> = words
            .map(|(words, count)| (words.clone(), *count))
            .collect();
        sorted.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        sorted
    }

    /// One line for each of them: the number, a tab, the words.
    pub fn lines(&self) -> String {
        let line = |(words, count)| format!("{count}\t{words}\n");
        self.most_frequent().into_iter().map(line).collect()
    }

    fn counts(&self) -> MutexGuard<'_, Counts> {
        self.counts.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Counts {
    fn keep(&mut self, words: &str) {
        if self.words.len() >= MOST_WORDS {
            let least = self
                .words
                .iter()
                .min_by_key(|(words, count)| (**count, *words));
            if let Some(least) = least.map(|(words, _)| words.clone()) {
                self.words.remove(&least);
            }
        }
        self.words.insert(words.to_owned(), THRESHOLD);
    }
}
