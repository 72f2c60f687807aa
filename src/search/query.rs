//! What a visitor asks: the words, as they count for the search, and what the hits are narrowed to.

use crate::search::analysis::{self, Form, Language};

/// No question needs more characters.
pub const LONGEST: usize = 200;

/// So many words of a question count; of a longer one those that say little are left out first.
const MOST_WORDS: usize = 12;

/// A question, with the choices that narrow its hits.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// As the visitor typed it.
    pub text: String,
    pub filters: Filters,
    /// Which page of the hits, from 1.
    pub page: usize,
    /// The language of the page on which the visitor asks, where it is known.
    pub language: Option<Language>,
}

/// What hits are narrowed to. A name that nothing has leaves no hits.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filters {
    /// The name of a kind of page: the folder in which such pages lie, or the site's word for any other page.
    pub kind: Option<String>,
    /// The last part of the address of a theme.
    pub theme: Option<String>,
    /// The last part of the address of a municipality.
    pub municipality: Option<String>,
    pub year: Option<i16>,
}

impl Query {
    pub fn new(text: &str) -> Self {
        Query { text: text.to_owned(), page: 1, ..Query::default() }
    }
}

/// A question taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The language in which it is asked.
    pub language: Language,
    pub words: Vec<AskedWord>,
    /// The words between quotation marks, by their place in `words`: such a phrase must stand in a page as it is.
    pub phrases: Vec<Vec<usize>>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskedWord {
    pub folded: String,
    pub role: Role,
}

/// What a word does in a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// It says what the question is about.
    Content,
    /// It only holds the question together.
    Stop,
    /// It stands between quotation marks: it is meant as it is written.
    Literal,
}

impl Asked {
    /// Takes a question apart that is asked in a language.
    pub fn of(text: &str, language: Language) -> Self {
        let text = &text[..text.floor_char_boundary(LONGEST * 4)];
        let mut asked = Asked { language, words: Vec::new(), phrases: Vec::new() };
        let quotes: Vec<(usize, char)> = text.char_indices().filter(|(_, c)| matches!(c, '"' | '“' | '”' | '„')).collect();
        let quoted: Vec<(usize, usize)> =
            quotes.chunks_exact(2).map(|pair| (pair[0].0 + pair[0].1.len_utf8(), pair[1].0)).filter(|(from, to)| from < to).collect();
        let mut phrases = vec![Vec::new(); quoted.len()];
        for word in analysis::words(text).into_iter().filter(|word| word.form == Form::Whole && !word.folded.is_empty()) {
            let phrase = quoted.iter().position(|(from, to)| *from <= word.range.start && word.range.end <= *to);
            let role = match phrase {
                Some(_) => Role::Literal,
                None if language.is_stop_word(&word.folded) => Role::Stop,
                None => Role::Content,
            };
            if let Some(phrase) = phrase {
                phrases[phrase].push(asked.words.len());
            } else if asked.words.iter().any(|other| other.folded == word.folded && other.role == role) {
                continue;
            }
            asked.words.push(AskedWord { folded: word.folded.into_owned(), role });
        }
        asked.phrases = phrases.into_iter().filter(|phrase| !phrase.is_empty()).collect();
        asked.shorten();
        asked
    }

    /// Leaves the words out that are too many. A question of nothing but stop words is about these.
    fn shorten(&mut self) {
        if self.words.len() > MOST_WORDS && self.phrases.is_empty() {
            self.words.retain(|word| word.role != Role::Stop);
        }
        self.words.truncate(MOST_WORDS);
        for phrase in &mut self.phrases {
            phrase.retain(|word| *word < MOST_WORDS);
        }
        self.phrases.retain(|phrase| !phrase.is_empty());
        if self.words.iter().all(|word| word.role == Role::Stop) {
            self.words.iter_mut().for_each(|word| word.role = Role::Content);
        }
    }

    /// The places of the words that do this.
    pub fn with_role(&self, role: Role) -> impl Iterator<Item = usize> {
        (0..self.words.len()).filter(move |at| self.words[*at].role == role)
    }

    /// The words of the question, without what makes two askers of the same thing differ.
    pub fn normalised(&self) -> String {
        let words = self.words.iter().filter(|word| word.role != Role::Stop).map(|word| word.folded.as_str());
        words.collect::<Vec<_>>().join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let asked = Asked::of(text, Language::Dutch);
        let words = asked.words.iter().map(|word| match word.role {
            Role::Content => word.folded.clone(),
            Role::Stop => format!("({})", word.folded),
            Role::Literal => format!("\"{}\"", word.folded),
        });
        assert_eq!(words.collect::<Vec<_>>().join(" "), expected);
    }

    #[test]
    fn a_question_is_about_the_words_that_say_something() {
        check("Hoe kom ik aan een baan?", "(hoe) (kom) (ik) (aan) (een) baan");
        check("wie doet wat", "wie doet wat");
        check("werk werk Werk", "werk");
        check("", "");
    }

    #[test]
    fn words_between_quotation_marks_are_meant_as_they_are() {
        check("\"Regio Deal\" geld", "\"regio\" \"deal\" geld");
        check("“wie doet wat” “los", "\"wie\" \"doet\" \"wat\" los");
        check("een \"\" twee", "(een) twee");
    }

    #[test]
    fn no_question_is_longer_than_a_dozen_words() {
        let long = (0..50).map(|number| format!("de woord{number}")).collect::<Vec<_>>().join(" ");
        let asked = Asked::of(&long, Language::Dutch);
        assert_eq!(asked.words.len(), MOST_WORDS);
        assert!(asked.words.iter().all(|word| word.role == Role::Content));
    }
}
