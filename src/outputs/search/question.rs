//! Questions as they stand in addresses.

use crate::outputs::search::Search;
use crate::search::query::{Filters, LONGEST, Query, Spelling};
use crate::search::{Refusal, refusal};

/// In an address: words are meant as they are typed.
const LITERAL: &str = "1";

/// A question as it stands in an address.
pub enum Question {
    Sound(Query),
    /// The name of the strings that say why it is none.
    Refused(&'static str),
}

impl Search {
    /// The names of the choices in an address: question, kind, theme, municipality, year, page, spelling.
    fn names(&self) -> [&str; 7] {
        [
            "q",
            self.say("search-choice-kind"),
            self.say("search-choice-theme"),
            self.say("search-choice-municipality"),
            self.say("search-choice-year"),
            self.say("search-choice-page"),
            self.say("search-choice-literal"),
        ]
    }

    /// Reads a question. Choices that it does not know are not its own, and are left alone.
    pub fn read(&self, question: &str) -> Question {
        const MALFORMED: Question = Question::Refused("search-malformed");
        let mut query = Query {
            language: Some(self.language),
            ..Query::new("")
        };
        let mut seen = [false; 7];
        if question.is_empty() {
            // Without waiting for what can be found, which plays no part.
            return Question::Sound(query);
        }
        if !is_encoded(question) {
            return MALFORMED;
        }
        for (name, value) in form_urlencoded::parse(question.as_bytes()) {
            let Some(known) = self.names().iter().position(|known| *known == name) else {
                continue;
            };
            let strange = value.chars().any(|c| {
                (c.is_control() && !c.is_whitespace()) || c == char::REPLACEMENT_CHARACTER
            });
            if std::mem::replace(&mut seen[known], true) || strange {
                return MALFORMED;
            }
            let value = value.trim();
            if value.chars().count() > LONGEST {
                return Question::Refused("search-too-long");
            }
            if value.is_empty() {
                continue;
            }
            let filters = &mut query.filters;
            match known {
                0 => query.text = value.to_owned(),
                1 => filters.kind = Some(value.to_owned()),
                2 => filters.theme = Some(value.to_owned()),
                3 => filters.municipality = Some(value.to_owned()),
                4 => match value.parse() {
                    Ok(year) => filters.year = Some(year),
                    Err(_) => return MALFORMED,
                },
                5 => match value.parse() {
                    Ok(page) if page > 0 => query.page = page,
                    _ => return MALFORMED,
                },
                _ if value == LITERAL => query.spelling = Spelling::AsTyped,
                _ => return MALFORMED,
            }
        }
        match refusal(&self.index, &query) {
            None => Question::Sound(query),
            Some(Refusal::TooManyWords) => Question::Refused("search-too-many"),
            Some(Refusal::UnknownChoice) => MALFORMED,
        }
    }

    /// The address of a question.
    pub fn href(&self, query: &Query, filters: &Filters, page: usize) -> String {
        let mut written = form_urlencoded::Serializer::new(String::new());
        let [q, kind, theme, municipality, year, number, literal] = self.names();
        written.append_pair(q, &query.text);
        for (name, value) in [
            (kind, &filters.kind),
            (theme, &filters.theme),
            (municipality, &filters.municipality),
        ] {
            if let Some(value) = value {
                written.append_pair(name, value);
            }
        }
        if let Some(chosen) = filters.year {
            written.append_pair(year, &chosen.to_string());
        }
        if page > 1 {
            written.append_pair(number, &page.to_string());
        }
        if query.spelling == Spelling::AsTyped {
            written.append_pair(literal, LITERAL);
        }
        format!("{}?{}", self.route, written.finish())
    }
}

/// Whether each `%` in an address begins an escape.
fn is_encoded(question: &str) -> bool {
    question.split('%').skip(1).all(|rest| matches!(rest.as_bytes(), [a, b, ..] if a.is_ascii_hexdigit() && b.is_ascii_hexdigit()))
}
