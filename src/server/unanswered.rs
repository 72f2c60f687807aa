//! What was asked and not found, for editors to write synonyms from, without watching anybody.
//!
//! It holds words and a number: no address, no moment, no order. Words that were asked for once or twice are not held at all, only
//! a digest of them under a key that is made anew at each start, so that neither memory nor file tells what one person asked.

use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};
use std::sync::Mutex;

/// So often must words be asked for before they are kept.
const THRESHOLD: u32 = 3;

/// The most digests and words that are held: a flood of nonsense cannot fill the memory. The digests start anew, the words stay.
const MOST_SEEN: usize = 50_000;
const MOST_KEPT: usize = 2_000;

/// How often each question went unanswered.
#[derive(Default)]
pub struct Unanswered {
    key: RandomState,
    counts: Mutex<Counts>,
}

#[derive(Default)]
struct Counts {
    /// Fewer than the threshold, by digest.
    seen: HashMap<u64, u32>,
    kept: HashMap<String, u32>,
}

impl Unanswered {
    /// Goes on from lines that `lines` wrote before. What is no such line is left out.
    pub fn from_lines(lines: &str) -> Self {
        let line = |line: &str| {
            let (count, words) = line.split_once('\t')?;
            let count = count.parse().ok().filter(|count| *count >= THRESHOLD)?;
            (!words.is_empty()).then(|| (words.to_owned(), count))
        };
        let kept = lines.lines().filter_map(line).take(MOST_KEPT).collect();
        Unanswered {
            key: RandomState::new(),
            counts: Mutex::new(Counts {
                seen: HashMap::new(),
                kept,
            }),
        }
    }

    /// Counts a question, given as its words without case and accents.
    pub fn count(&self, words: &str) {
        let mut counts = self
            .counts
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        if let Some(count) = counts.kept.get_mut(words) {
            *count = count.saturating_add(1);
            return;
        }
        if counts.seen.len() >= MOST_SEEN {
            counts.seen.clear();
        }
        let digest = self.key.hash_one(words);
        let seen = counts.seen.entry(digest).or_default();
        *seen += 1;
        if *seen >= THRESHOLD && counts.kept.len() < MOST_KEPT {
            counts.seen.remove(&digest);
            counts.kept.insert(words.to_owned(), THRESHOLD);
        }
    }

    /// The questions that were asked often enough, the most asked first, with how often that was.
    pub fn most_asked(&self) -> Vec<(String, u32)> {
        let counts = self
            .counts
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        let mut kept: Vec<(String, u32)> = counts
            .kept
            .iter()
            .map(|(words, times)| (words.clone(), *times))
            .collect();
        kept.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        kept
    }

    /// One line for each of them: the number, a tab, the words.
    pub fn lines(&self) -> String {
        self.most_asked()
            .into_iter()
            .map(|(words, times)| format!("{times}\t{words}\n"))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_asked_three_times_is_known() {
        let unanswered = Unanswered::default();
        unanswered.count("laadpaal");
        unanswered.count("laadpaal");
        unanswered.count("paspoort");
        assert_eq!(unanswered.lines(), "");
        unanswered.count("laadpaal");
        unanswered.count("laadpaal");
        assert_eq!(unanswered.lines(), "4\tlaadpaal\n");
    }

    #[test]
    fn a_start_goes_on_where_the_last_ended() {
        let unanswered =
            Unanswered::from_lines("12\tlaadpaal\n3\tpaspoort aanvragen\n2\tte weinig\nonzin\n");
        unanswered.count("paspoort aanvragen");
        assert_eq!(unanswered.lines(), "12\tlaadpaal\n4\tpaspoort aanvragen\n");
    }

    #[test]
    fn a_flood_of_nonsense_does_not_fill_the_memory() {
        let unanswered = Unanswered::default();
        for number in 0..2 * MOST_SEEN {
            unanswered.count(&format!("onzin{number}"));
        }
        assert_eq!(unanswered.lines(), "");
        assert!(
            unanswered
                .counts
                .lock()
                .expect("nobody panicked")
                .seen
                .len()
                <= MOST_SEEN
        );
    }
}
