//! Pages from A to Z.

use std::collections::BTreeMap;

use crate::outputs::view::LinkView;
use crate::search::analyse;
use crate::text::Text;

/// The letters that every navigation has.
const LETTERS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/// The entries under one letter, in order.
pub struct LetterGroup {
    /// Unique within the page.
    pub id: String,
    pub letter: String,
    pub entries: Vec<LetterEntry>,
}

/// A page in the list.
pub struct LetterEntry {
    /// Unique within the page: the last part of the address.
    pub id: String,
    pub link: LinkView,
    /// The summary of the page; empty where only the title is shown.
    pub text: String,
}

/// One letter of the navigation, without a link where no title begins with it.
pub struct LetterStep {
    pub letter: String,
    pub href: Option<String>,
}

/// Groups entries by their first letters. Articles at the start of a title do not count: the texts
/// of the language say which they are.
pub fn letters(entries: impl IntoIterator<Item = LetterEntry>, text: &Text) -> Vec<LetterGroup> {
    let articles: Vec<&str> = text.say("articles").split(' ').collect();
    let mut letters: BTreeMap<String, Vec<(String, LetterEntry)>> = BTreeMap::new();
    for entry in entries {
        let mut words: Vec<String> = analyse::tokenize(&entry.link.title)
            .iter()
            .map(|word| word.folded.to_string())
            .collect();
        if words.len() > 1 && articles.contains(&words[0].as_str()) {
            words.remove(0);
        }
        let key = words.join(" ");
        let letter = key.chars().next().unwrap_or('#').to_uppercase().to_string();
        letters.entry(letter).or_default().push((key, entry));
    }
    let letter = |(letter, mut entries): (String, Vec<(String, LetterEntry)>)| {
        entries
            .sort_by(|(a, first), (b, second)| (a, &first.link.href).cmp(&(b, &second.link.href)));
        LetterGroup {
            id: format!("letter-{}", analyse::fold(&letter)),
            letter,
            entries: entries.into_iter().map(|(_, entry)| entry).collect(),
        }
    };
    letters.into_iter().map(letter).collect()
}

/// The navigation of a list: every letter of the alphabet, and what else a title begins with.
pub fn letter_nav(letters: &[LetterGroup]) -> Vec<LetterStep> {
    let mut steps: BTreeMap<String, Option<String>> = LETTERS
        .chars()
        .map(|letter| (letter.to_string(), None))
        .collect();
    steps.extend(
        letters
            .iter()
            .map(|letter| (letter.letter.clone(), Some(format!("#{}", letter.id)))),
    );
    steps
        .into_iter()
        .map(|(letter, href)| LetterStep { letter, href })
        .collect()
}
