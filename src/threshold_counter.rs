//! A counter of what visitors ask in vain, searches and addresses, for editors to learn from
//! without watching anybody.
//!
//! It holds texts and a number: nothing of who asked, no moment, no order. Texts that were asked
//! once or twice are not held at all, only a hash of them under a key that is drawn at each start,
//! so that neither memory nor file tells what one person asked.

use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// The number of times from which on a text is kept.
const THRESHOLD: u32 = 3;

/// The most hashes that are held: a flood of nonsense cannot fill the memory. When there are more
/// they start anew.
const MOST_HASHES: usize = 50_000;

/// The most texts that are held. When there are more, the one goes that was asked least.
const MOST_TEXTS: usize = 2_000;

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

/// The number of times that each text was asked, for those that reach a threshold.
#[derive(Default)]
pub struct ThresholdCounter {
    key: RandomState,
    counts: Mutex<Counts>,
}

#[derive(Default)]
struct Counts {
    /// Below the threshold, by hash.
    hashes: HashMap<u64, u32>,
    texts: HashMap<String, u32>,
}

impl ThresholdCounter {
    /// Goes on from lines that `lines` wrote before. What is no such line is left out.
    pub fn from_lines(lines: &str) -> Self {
        let line = |line: &str| {
            let (count, text) = line.split_once('\t')?;
            let count = count.parse().ok().filter(|count| *count >= THRESHOLD)?;
            (!text.is_empty()).then(|| (text.to_owned(), count))
        };
        let texts = lines.lines().filter_map(line).take(MOST_TEXTS).collect();
        ThresholdCounter {
            key: RandomState::new(),
            counts: Mutex::new(Counts {
                hashes: HashMap::new(),
                texts,
            }),
        }
    }

    /// Counts a text. Whoever asks sees to it that it [may be kept](may_identify_a_person).
    pub fn count(&self, text: &str) {
        let mut counts = self.counts();
        if let Some(count) = counts.texts.get_mut(text) {
            *count = count.saturating_add(1);
            return;
        }
        if counts.hashes.len() >= MOST_HASHES {
            counts.hashes.clear();
        }
        let hash = self.key.hash_one(text);
        let count = counts.hashes.entry(hash).or_default();
        *count += 1;
        if *count >= THRESHOLD {
            counts.hashes.remove(&hash);
            counts.keep(text);
        }
    }

    /// The texts that were asked often enough, the most frequent first, with their number.
    pub fn most_frequent(&self) -> Vec<(String, u32)> {
        let counts = self.counts();
        let texts = counts.texts.iter();
        let mut sorted: Vec<_> = texts.map(|(text, count)| (text.clone(), *count)).collect();
        sorted.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        sorted
    }

    /// One line for each of them: the number, a tab, the text.
    pub fn lines(&self) -> String {
        let line = |(text, count)| format!("{count}\t{text}\n");
        self.most_frequent().into_iter().map(line).collect()
    }

    fn counts(&self) -> MutexGuard<'_, Counts> {
        self.counts.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Counts {
    fn keep(&mut self, text: &str) {
        if self.texts.len() >= MOST_TEXTS {
            let least = self
                .texts
                .iter()
                .min_by_key(|(text, count)| (**count, *text));
            if let Some(least) = least.map(|(text, _)| text.clone()) {
                self.texts.remove(&least);
            }
        }
        self.texts.insert(text.to_owned(), THRESHOLD);
    }
}
