//! Snippets: the title of a hit, and the text of the page that matches the query best, highlighted.

use std::collections::HashMap;
use std::ops::Range;

use crate::content::document::{BlockKind, TextBlock};
use crate::search::analyse::{TokenKind, tokenize};
use crate::search::corpus::IndexedPage;
use crate::search::index::lexicon::Lexicon;
use crate::search::language::SearchLanguage;
use crate::search::terms::{Adjacency, Highlight, WordId};

/// The length of a snippet in characters, roughly: it is cut between words.
const LENGTH: usize = 200;

/// The length below which a text is joined with its neighbours.
const MIN_LENGTH: usize = 50;

/// The least weight of a match that is highlighted. Less certain ones would surprise.
const MIN_WEIGHT: f32 = 0.3;

/// The most words between two that are highlighted only together.
const MAX_DISTANCE: usize = 4;

/// The most highlights that count in one snippet.
const MAX_HIGHLIGHTS: usize = 64;

/// A part of a snippet: plain text, which is escaped where it is printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SnippetPart {
    Plain(String),
    /// Words that match the query.
    Highlighted(String),
}

/// The words that are highlighted, by language and folded text.
pub struct HighlightTerms<'a>(HashMap<(SearchLanguage, &'a str), (WordId, Highlight)>);

impl<'a> HighlightTerms<'a> {
    /// Of the words that match a query, those that are certain enough.
    pub fn new(lexicon: &'a Lexicon, matching: HashMap<WordId, Highlight>) -> Self {
        let mut terms = HashMap::new();
        for (id, highlight) in matching {
            let (language, word) = (lexicon.language(id), lexicon.text(id));
            if highlight.weight >= MIN_WEIGHT {
                terms.insert((language, word), (id, highlight));
            }
        }
        HighlightTerms(terms)
    }
}

/// The title of a page.
pub fn title(indexed: &IndexedPage, terms: &HighlightTerms<'_>) -> Vec<SnippetPart> {
    let title = &indexed.page.meta.title;
    let matches = matches(indexed.language, title, terms);
    parts(title, 0..title.len(), &matches)
}

/// The text of a page with the best matches; its summary where no other text has better ones.
pub fn best(indexed: &IndexedPage, terms: &HighlightTerms<'_>) -> Vec<SnippetPart> {
    let page = &indexed.page;
    let mut texts = vec![page.meta.summary.clone()];
    texts.extend(indexed.facts.iter().cloned());
    texts.extend(joined_blocks(&page.body.blocks));
    texts.retain(|text| !text.is_empty());
    let mut best: Option<(f32, &str, Range<usize>, Vec<Match>)> = None;
    for text in &texts {
        let matches = matches(indexed.language, text, terms);
        let (range, weight) = best_window(text, &matches);
        // It must match clearly better than the summary, which was written to be read here.
        if best.as_ref().is_none_or(|(best, ..)| weight > *best + 0.01) {
            best = Some((weight, text, range, matches));
        }
    }
    best.map_or_else(Vec::new, |(_, text, range, matches)| {
        parts(text, range, &matches)
    })
}

/// The texts of a page that can stand alone: a table cell or a short item with its neighbours.
fn joined_blocks(blocks: &[TextBlock]) -> Vec<String> {
    let mut texts: Vec<String> = Vec::new();
    let mut is_open = false;
    for TextBlock { kind, text, .. } in blocks {
        if matches!(
            kind,
            BlockKind::Heading | BlockKind::HeaderCell | BlockKind::Code
        ) {
            is_open = false;
            continue;
        }
        let is_short = text.len() < MIN_LENGTH;
        let fits = |last: &&mut String| is_open && is_short && last.len() + text.len() < LENGTH;
        match texts.last_mut().filter(fits) {
            Some(last) => {
                last.push_str(" · ");
                last.push_str(text);
            }
            None => texts.push(text.clone()),
        }
        is_open = is_short;
    }
    texts
}

/// A matching word in a text.
struct Match {
    range: Range<usize>,
    /// The number of tokens before it.
    position: usize,
    word: WordId,
    weight: f32,
    adjacency: Adjacency,
}

impl Match {
    /// True for another part of the same compound.
    fn is_near(&self, other: &Match) -> bool {
        other.adjacency == self.adjacency
            && other.word != self.word
            && other.position.abs_diff(self.position) <= MAX_DISTANCE
    }
}

fn matches(language: SearchLanguage, text: &str, terms: &HighlightTerms<'_>) -> Vec<Match> {
    let mut matches: Vec<Match> = Vec::new();
    for (position, token) in tokenize(text).into_iter().enumerate() {
        let Some((id, highlight)) = terms.0.get(&(language, &*token.folded)) else {
            continue;
        };
        // A joined token follows its parts and covers them.
        while token.kind == TokenKind::Joined
            && matches
                .last()
                .is_some_and(|last| last.range.start >= token.range.start)
        {
            matches.pop();
        }
        matches.push(Match {
            range: token.range,
            position,
            word: *id,
            weight: highlight.weight,
            adjacency: highlight.adjacency,
        });
    }
    let stays = |found: &Match| {
        found.adjacency == Adjacency::None || matches.iter().any(|other| found.is_near(other))
    };
    let stays: Vec<bool> = matches.iter().map(stays).collect();
    let kept = matches.into_iter().zip(stays).filter(|(_, stays)| *stays);
    kept.map(|(found, _)| found).collect()
}

/// The part of a text as long as a snippet with the best matches of different words, and the sum
/// of their weights.
fn best_window(text: &str, matches: &[Match]) -> (Range<usize>, f32) {
    let (mut start, mut best) = (0, 0.0);
    for (number, first) in matches.iter().enumerate() {
        let mut seen: Vec<WordId> = Vec::new();
        let mut weight = 0.0;
        let window = matches[number..]
            .iter()
            .take_while(|other| other.range.end - first.range.start <= LENGTH)
            .take(MAX_HIGHLIGHTS);
        for other in window {
            if !seen.contains(&other.word) {
                seen.push(other.word);
                weight += other.weight;
            }
        }
        if weight > best + 0.001 {
            (start, best) = (first.range.start, weight);
        }
    }
    (cut(text, start), best)
}

/// The text around an offset in the length of a snippet: whole words, from the start of a sentence
/// if one is near.
fn cut(text: &str, around: usize) -> Range<usize> {
    if text.chars().count() <= LENGTH + LENGTH / 4 {
        return 0..text.len();
    }
    let before = |characters: usize| {
        let mut back = text[..around].char_indices().rev();
        back.nth(characters).map_or(0, |(at, _)| at)
    };
    let (far, near) = (before(LENGTH / 2), before(LENGTH / 4));
    let sentence = text[far..around].rfind(['.', '?', '!', '\n']);
    let start = match sentence {
        Some(end) => far + end + 1,
        None if far == 0 => 0,
        None => text[near..around]
            .find(char::is_whitespace)
            .map_or(around, |at| near + at),
    };
    let start = start + text[start..].len() - text[start..].trim_start().len();
    let end = match text[start..].char_indices().nth(LENGTH) {
        None => text.len(),
        Some((full, _)) => {
            let space = text[start..start + full].rfind(char::is_whitespace);
            start + space.unwrap_or(full)
        }
    };
    start..start + text[start..end].trim_end().len()
}

/// A range of a text in parts, with an ellipsis where it is cut. Highlights that only a space
/// separates become one.
fn parts(text: &str, range: Range<usize>, matches: &[Match]) -> Vec<SnippetPart> {
    let mut parts = Vec::new();
    let mut plain = String::new();
    if range.start > 0 {
        plain.push_str("… ");
    }
    let mut at = range.start;
    let mut inside = matches
        .iter()
        .filter(|found| range.start <= found.range.start && found.range.end <= range.end)
        .peekable();
    while let Some(found) = inside.next() {
        let mut end = found.range.end;
        while let Some(next) =
            inside.next_if(|next| matches!(&text[end..next.range.start], " " | "\n" | "-"))
        {
            end = next.range.end;
        }
        plain.push_str(&text[at..found.range.start]);
        push_plain(&mut parts, &mut plain);
        parts.push(SnippetPart::Highlighted(one_line(
            &text[found.range.start..end],
        )));
        at = end;
    }
    plain.push_str(&text[at..range.end]);
    if range.end < text.len() {
        plain.push_str(" …");
    }
    push_plain(&mut parts, &mut plain);
    parts
}

fn push_plain(parts: &mut Vec<SnippetPart>, plain: &mut String) {
    if !plain.is_empty() {
        parts.push(SnippetPart::Plain(one_line(plain)));
        plain.clear();
    }
}

fn one_line(text: &str) -> String {
    text.replace('\n', " ")
}
