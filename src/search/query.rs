//! What a visitor asks: the words, as they count for the search, and what the hits are narrowed to.

use crate::search::analysis::{self, Form, Language, Word};

/// No question needs more characters.
pub const LONGEST: usize = 200;

/// So many words of a question count; of a longer one those that say little are left out first.
const MOST_WORDS: usize = 12;

/// A shorter number is nobody's.
const PERSONAL_DIGITS: usize = 6;

/// So many phrases between quotation marks count; the words of the others are words like any.
const MOST_PHRASES: usize = 3;

/// A question, with the choices that narrow its hits.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// As the visitor typed it.
    pub text: String,
    pub filters: Filters,
    /// Which page of the hits, from 1.
    pub page: usize,
    /// The language of the page on which the visitor asks, by default that of the site. A question that is clearly in another language
    /// is taken to be in that.
    pub language: Option<Language>,
    pub spelling: Spelling,
}

/// Whether words are taken as they are typed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Spelling {
    /// What is probably misspelt finds what was probably meant.
    #[default]
    Mended,
    AsTyped,
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
        Query {
            text: text.to_owned(),
            page: 1,
            ..Query::default()
        }
    }

    /// Whether the words may say who somebody is: an address for mail, or digits as in the number of a telephone or a person.
    pub fn may_be_personal(&self) -> bool {
        let mut digits = 0;
        let mut most = 0;
        for c in self.text.chars() {
            match c {
                _ if c.is_numeric() => digits += 1,
                ' ' | '.' | ',' | '-' | '/' | '(' | ')' | '+' => {}
                _ => digits = 0,
            }
            most = most.max(digits);
        }
        most >= PERSONAL_DIGITS
            || self.text.contains(['@', '＠'])
            || self.text.to_lowercase().contains("%40")
    }
}

/// A question taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParsedQuery {
    /// The language in which it is asked.
    pub language: Language,
    pub words: Vec<QueryWord>,
    /// The words between quotation marks, by their place in `words`: such a phrase must stand in a page as it is.
    pub phrases: Vec<Vec<usize>>,
    /// Words were left out that say something, because there are too many.
    pub is_cut: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueryWord {
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

impl ParsedQuery {
    /// Takes a question apart. It is in the `expected` language, unless its words are clearly those of another of these.
    pub fn parse(text: &str, expected: Language, languages: &[Language]) -> Self {
        let text = &text[..text.floor_char_boundary(LONGEST * 4)];
        let words: Vec<Word<'_>> = analysis::words(text)
            .into_iter()
            .filter(|word| word.form == Form::Whole)
            .collect();
        let language = detect_language(&words, expected, languages);
        let mut asked = ParsedQuery {
            language,
            words: Vec::new(),
            phrases: Vec::new(),
            is_cut: false,
        };
        let quotes: Vec<(usize, char)> = text
            .char_indices()
            .filter(|(_, c)| matches!(c, '"' | '“' | '”' | '„'))
            .collect();
        let quoted: Vec<(usize, usize)> = quotes
            .chunks_exact(2)
            .take(MOST_PHRASES)
            .map(|pair| (pair[0].0 + pair[0].1.len_utf8(), pair[1].0))
            .filter(|(from, to)| from < to)
            .collect();
        let mut phrases = vec![Vec::new(); quoted.len()];
        for word in words.into_iter().filter(|word| !word.folded.is_empty()) {
            let phrase = quoted
                .iter()
                .position(|(from, to)| *from <= word.range.start && word.range.end <= *to);
            let role = match phrase {
                Some(_) => Role::Literal,
                None if language.is_stop_word(&word.folded) => Role::Stop,
                None => Role::Content,
            };
            if let Some(phrase) = phrase {
                phrases[phrase].push(asked.words.len());
            } else if asked
                .words
                .iter()
                .any(|other| other.folded == word.folded && other.role == role)
            {
                continue;
            }
            asked.words.push(QueryWord {
                folded: word.folded.into_owned(),
                role,
            });
        }
        asked.phrases = phrases
            .into_iter()
            .filter(|phrase| !phrase.is_empty())
            .collect();
        asked.shorten();
        asked
    }

    /// Leaves the words out that are too many. A question of nothing but stop words is about these.
    fn shorten(&mut self) {
        if self.words.len() > MOST_WORDS && self.phrases.is_empty() {
            self.words.retain(|word| word.role != Role::Stop);
        }
        self.is_cut = self
            .words
            .iter()
            .skip(MOST_WORDS)
            .any(|word| word.role != Role::Stop);
        self.words.truncate(MOST_WORDS);
        for phrase in &mut self.phrases {
            phrase.retain(|word| *word < MOST_WORDS);
        }
        self.phrases.retain(|phrase| !phrase.is_empty());
        if self.words.iter().all(|word| word.role == Role::Stop) {
            self.words
                .iter_mut()
                .for_each(|word| word.role = Role::Content);
        }
    }

    /// The places of the words that do this.
    pub fn with_role(&self, role: Role) -> impl Iterator<Item = usize> {
        (0..self.words.len()).filter(move |at| self.words[*at].role == role)
    }

    /// Whether it asks what a word means: `wat betekent`, `wat is`.
    pub fn asks_meaning(&self) -> bool {
        let begins = |first: &str, second: &str| matches!(&self.words[..], [one, two, ..] if one.folded == first && two.folded == second);
        let asks_what = match self.language {
            Language::Dutch => begins("wat", "is") || begins("wat", "zijn"),
            Language::German => begins("was", "ist") || begins("was", "sind"),
            Language::English => begins("what", "is") || begins("what", "are"),
        };
        asks_what
            || self
                .words
                .iter()
                .any(|word| self.language.asks_meaning(&word.folded))
    }

    /// The words of the question, without what makes two askers of the same thing differ.
    pub fn normalised(&self) -> String {
        let words = self
            .words
            .iter()
            .filter(|word| word.role != Role::Stop)
            .map(|word| word.folded.as_str());
        words.collect::<Vec<_>>().join(" ")
    }
}

/// The language whose words hold a question together, where these are more than one and more than those of the expected language.
fn detect_language(words: &[Word<'_>], expected: Language, languages: &[Language]) -> Language {
    let stop_words = |language: &Language| {
        words
            .iter()
            .filter(|word| language.is_stop_word(&word.folded))
            .count()
    };
    let least = stop_words(&expected).max(1);
    languages
        .iter()
        .copied()
        .filter(|language| stop_words(language) > least)
        .max_by_key(stop_words)
        .unwrap_or(expected)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let asked = ParsedQuery::parse(text, Language::Dutch, &Language::ALL);
        let words = asked.words.iter().map(|word| match word.role {
            Role::Content => word.folded.clone(),
            Role::Stop => format!("({})", word.folded),
            Role::Literal => format!("\"{}\"", word.folded),
        });
        assert_eq!(words.collect::<Vec<_>>().join(" "), expected);
    }

    #[test]
    fn a_question_is_about_the_words_that_say_something() {
        check(
            "Hoe kom ik aan een baan?",
            "(hoe) (kom) (ik) (aan) (een) baan",
        );
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
    fn a_question_is_in_the_language_of_the_words_that_hold_it_together() {
        let language = |text| ParsedQuery::parse(text, Language::Dutch, &Language::ALL).language;
        assert_eq!(language("wie is de voorzitter"), Language::Dutch);
        assert_eq!(language("was ist die Regio Deal"), Language::German);
        assert_eq!(
            language("how many people live in Enschede"),
            Language::English
        );
        assert_eq!(language("labour market"), Language::Dutch);
    }

    #[test]
    fn what_may_say_who_somebody_is_is_known() {
        for text in [
            "jan@mail.nl",
            "123456782",
            "06 12 34 56 78",
            "053-489 00 00",
        ] {
            assert!(Query::new(text).may_be_personal(), "{text}");
        }
        for text in ["laadpaal", "7500 enschede 2025 a1", "n35"] {
            assert!(!Query::new(text).may_be_personal(), "{text}");
        }
    }

    #[test]
    fn no_question_is_longer_than_a_dozen_words() {
        let long = (0..50)
            .map(|number| format!("de woord{number}"))
            .collect::<Vec<_>>()
            .join(" ");
        let asked = ParsedQuery::parse(&long, Language::Dutch, &Language::ALL);
        assert_eq!((asked.words.len(), asked.is_cut), (MOST_WORDS, true));
        assert!(asked.words.iter().all(|word| word.role == Role::Content));
    }
}
