//! The query: what a visitor typed, the filters, and the words it is parsed into.

use std::collections::BTreeMap;

use crate::search::analyse::{Token, words};
use crate::search::language::SearchLanguage;

/// The most characters of a query.
pub const MAX_LENGTH: usize = 200;

/// The most words that count; of a longer query stop words are dropped first.
const MAX_WORDS: usize = 12;

/// The most quoted phrases; the words of further ones are ordinary words.
const MAX_PHRASES: usize = 3;

/// A query as it comes from the address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// As the visitor typed it.
    pub text: String,
    pub filters: Filters,
    /// The page of the results, from 1.
    pub page: usize,
    /// The language of the search page, by default that of the site. A query that is clearly in
    /// another language is parsed as that.
    pub language: Option<SearchLanguage>,
    pub spelling: Spelling,
}

/// The treatment of words that are probably misspelt.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Spelling {
    #[default]
    Corrected,
    AsTyped,
}

/// The values to which hits are narrowed, each by its name in addresses, by the names of their
/// facets. A value that no page has leaves no hits.
pub type Filters = BTreeMap<&'static str, String>;

impl Query {
    pub fn new(text: &str) -> Self {
        Query {
            text: text.to_owned(),
            page: 1,
            ..Query::default()
        }
    }
}

/// A query as the search understands it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParsedQuery {
    pub language: SearchLanguage,
    pub words: Vec<QueryWord>,
    /// Quoted phrases, as positions in `words`. A page must have each of them word for word.
    pub phrases: Vec<Vec<usize>>,
    /// True if content words were dropped because there are too many.
    pub is_truncated: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueryWord {
    pub folded: String,
    /// As the visitor typed it.
    pub typed: String,
    pub role: WordRole,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordRole {
    /// A word about the subject of the query.
    Content,
    Stop,
    /// A quoted word, which is looked up as it is.
    Literal,
}

impl ParsedQuery {
    /// Parses a query. It is in the `expected` language unless its stop words are clearly those of
    /// another one.
    pub fn parse(text: &str, expected: SearchLanguage, languages: &[SearchLanguage]) -> Self {
        let text = &text[..text.floor_char_boundary(MAX_LENGTH * 4)];
        let tokens: Vec<Token<'_>> = words(text)
            .filter(|token| !token.folded.is_empty())
            .collect();
        let language = detect_language(&tokens, expected, languages);
        let quoted = quoted_ranges(text);
        let mut parsed = ParsedQuery {
            language,
            words: Vec::new(),
            phrases: vec![Vec::new(); quoted.len()],
            is_truncated: false,
        };
        for Token { folded, range, .. } in tokens {
            let phrase = quoted
                .iter()
                .position(|(from, to)| *from <= range.start && range.end <= *to);
            let role = match phrase {
                Some(_) => WordRole::Literal,
                None if language.is_stop_word(&folded) => WordRole::Stop,
                None => WordRole::Content,
            };
            let is_same = |word: &QueryWord| word.folded == folded && word.role == role;
            if let Some(phrase) = phrase {
                parsed.phrases[phrase].push(parsed.words.len());
            } else if parsed.words.iter().any(is_same) {
                continue;
            }
            parsed.words.push(QueryWord {
                folded: folded.into_owned(),
                typed: text[range].to_owned(),
                role,
            });
        }
        parsed.phrases.retain(|phrase| !phrase.is_empty());
        parsed.truncate();
        parsed
    }

    /// Drops the words that are too many. If only stop words are left they are the subject.
    fn truncate(&mut self) {
        if self.words.len() > MAX_WORDS && self.phrases.is_empty() {
            self.words.retain(|word| word.role != WordRole::Stop);
        }
        let mut dropped = self.words.iter().skip(MAX_WORDS);
        self.is_truncated = dropped.any(|word| word.role != WordRole::Stop);
        self.words.truncate(MAX_WORDS);
        for phrase in &mut self.phrases {
            phrase.retain(|word| *word < MAX_WORDS);
        }
        self.phrases.retain(|phrase| !phrase.is_empty());
        if self.words.iter().all(|word| word.role == WordRole::Stop) {
            for word in &mut self.words {
                word.role = WordRole::Content;
            }
        }
    }

    /// The positions of the words with this role.
    pub fn with_role(&self, role: WordRole) -> impl Iterator<Item = usize> {
        (0..self.words.len()).filter(move |at| self.words[*at].role == role)
    }

    pub fn content_words(&self) -> usize {
        self.with_role(WordRole::Content).count()
    }

    /// The positions of the words that tell what the query is about: without stop words, and
    /// without words that tell little where there are others.
    pub fn subject(&self) -> Vec<usize> {
        let asked = |at: &usize| self.words[*at].role != WordRole::Stop;
        let asked: Vec<usize> = (0..self.words.len()).filter(asked).collect();
        let tells = |at: &usize| !self.language.is_weak(&self.words[*at].folded);
        let subject: Vec<usize> = asked.iter().copied().filter(tells).collect();
        if subject.is_empty() { asked } else { subject }
    }

    /// The folded words.
    pub fn texts(&self) -> Vec<String> {
        self.words.iter().map(|word| word.folded.clone()).collect()
    }

    /// True if it asks for the meaning of a word: `wat betekent`, `wat is`.
    pub fn asks_definition(&self) -> bool {
        let is = |word: &QueryWord, text: &String| word.folded == *text;
        let opens = |[first, second]: &[String; 2]| match &self.words[..] {
            [one, two, ..] => is(one, first) && is(two, second),
            _ => false,
        };
        let asks = |word: &QueryWord| self.language.asks_definition(&word.folded);
        self.language.definition_openings().iter().any(opens) || self.words.iter().any(asks)
    }

    /// The words without stop words: the same for everyone who asks the same.
    pub fn normalised(&self) -> String {
        let content = self.words.iter().filter(|word| word.role != WordRole::Stop);
        let words: Vec<&str> = content.map(|word| word.folded.as_str()).collect();
        words.join(" ")
    }
}

/// The text between each pair of quotation marks.
fn quoted_ranges(text: &str) -> Vec<(usize, usize)> {
    let is_mark = |(_, c): &(usize, char)| matches!(c, '"' | '“' | '”' | '„');
    let marks: Vec<(usize, char)> = text.char_indices().filter(is_mark).collect();
    let ranges = marks
        .chunks_exact(2)
        .take(MAX_PHRASES)
        .map(|pair| (pair[0].0 + pair[0].1.len_utf8(), pair[1].0));
    ranges.filter(|(from, to)| from < to).collect()
}

/// The language with the most stop words in the text, if these are at least two and more than those
/// of the expected language.
fn detect_language(
    tokens: &[Token<'_>],
    expected: SearchLanguage,
    languages: &[SearchLanguage],
) -> SearchLanguage {
    let stop_words = |language: &SearchLanguage| {
        let is_stop_word = |token: &&Token<'_>| language.is_stop_word(&token.folded);
        tokens.iter().filter(is_stop_word).count()
    };
    let least = stop_words(&expected).max(1);
    languages
        .iter()
        .copied()
        .filter(|language| stop_words(language) > least)
        .max_by_key(stop_words)
        .unwrap_or(expected)
}
