//! "Did you mean": the candidate that differs from a word by a few typing mistakes.

use crate::message;
use crate::message::Message;

/// The candidate nearest to the word, if one is near enough to suggest.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    candidates
        .into_iter()
        .filter_map(|candidate| Some((edit_distance(word, candidate)?, candidate)))
        .min()
        .map(|(_, candidate)| candidate)
}

/// The number of edits between two words, whatever their case; `None` where it is too high for a
/// typing mistake.
pub fn edit_distance(word: &str, candidate: &str) -> Option<usize> {
    let (word_length, length) = (word.chars().count(), candidate.chars().count());
    let limit = (word_length.max(length) / 3).max(1);
    if word_length.abs_diff(length) > limit {
        return None;
    }
    let distance = strsim::damerau_levenshtein(&word.to_lowercase(), &candidate.to_lowercase());
    (distance <= limit).then_some(distance)
}

/// The remedy for a name that does not exist.
pub fn did_you_mean(meant: Option<&str>, otherwise: Message) -> Message {
    match meant {
        Some(name) => message!("did-you-mean", name),
        None => otherwise,
    }
}
