//! The words of a page that answer a question, marked: its title, and the passage that says most.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::content::document::{BlockKind, TextBlock};
use crate::search::Index;
use crate::search::analysis::{Form, Language, Word, fold, words};
use crate::search::expansions::{Adjacency, Highlight};
use crate::search::fields;
use crate::search::lexicon::WordId;
use crate::search::segments::PageId;

/// The length of a passage in characters, about: it is never cut inside a word.
const LENGTH: usize = 200;

/// A shorter text says little by itself.
const SHORT: usize = 50;

/// Words that answer less surely are not marked: a mark should not surprise.
const MARKED_FROM: f32 = 0.3;

/// On so many pages is looked how a word is written.
const MOST_READ: usize = 8;

/// How many words may stand between those that answer together.
const NEAR: usize = 4;

/// A piece of text. It is plain text: whoever prints it escapes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SnippetPart {
    Plain(String),
    /// Words that answer the question.
    Highlighted(String),
}

/// The words that are marked where a text has them, as they are written when folded.
pub struct HighlightTerms<'a>(FxHashMap<(Language, &'a str), (WordId, Highlight)>);

impl<'a> HighlightTerms<'a> {
    /// Of the words that answer a question, those that say enough.
    pub fn of(index: &'a Index, answering: FxHashMap<WordId, Highlight>) -> Self {
        let keyed = |(id, marked): (WordId, Highlight)| {
            (
                (index.lexicon.language(id), index.lexicon.text(id)),
                (id, marked),
            )
        };
        let sure = answering
            .into_iter()
            .filter(|(_, marked)| marked.weight >= MARKED_FROM)
            .map(keyed);
        HighlightTerms(
            sure.filter(|((language, word), _)| !language.is_stop_word(word))
                .collect(),
        )
    }
}

/// The title of a page.
pub fn title(index: &Index, page: PageId, marked: &HighlightTerms<'_>) -> Vec<SnippetPart> {
    let text = &index.pages[page as usize].page.meta.title;
    let marks = marks(index.pages[page as usize].language, text, marked);
    pieces(text, 0..text.len(), &marks)
}

/// The passage of a page that has most of what was query for; its summary where no other passage has more.
pub fn best(index: &Index, page: PageId, marked: &HighlightTerms<'_>) -> Vec<SnippetPart> {
    let language = index.pages[page as usize].language;
    let page = &index.pages[page as usize].page;
    let passages: Vec<String> = fields::facts(page)
        .into_iter()
        .chain(passages(&page.body.blocks))
        .collect();
    let mut best: Option<(f32, &str, Range<usize>, Vec<Mark>)> = None;
    for text in
        std::iter::once(page.meta.summary.as_str()).chain(passages.iter().map(String::as_str))
    {
        let marks = marks(language, text, marked);
        let (range, worth) = window(text, &marks);
        // A passage must say clearly more than the summary, which was written to be read here.
        let more = |(worth_of_best, ..): &(f32, &str, Range<usize>, Vec<Mark>)| {
            worth > *worth_of_best + 0.01
        };
        if best.as_ref().is_none_or(more) {
            best = Some((worth, text, range, marks));
        }
    }
    best.map_or_else(Vec::new, |(_, text, range, marks)| {
        pieces(text, range, &marks)
    })
}

/// The texts of a page that can be shown by themselves: a cell of a table or a short item stands with those beside it.
fn passages(blocks: &[TextBlock]) -> Vec<String> {
    let mut passages: Vec<String> = Vec::new();
    // Whether the last passage may be added to.
    let mut is_open = false;
    for block in blocks {
        let is_shown = !matches!(
            block.kind,
            BlockKind::Heading | BlockKind::HeaderCell | BlockKind::Code
        );
        let is_short = block.text.len() < SHORT;
        match passages
            .last_mut()
            .filter(|last| is_open && is_short && last.len() + block.text.len() < LENGTH)
        {
            Some(last) if is_shown => {
                last.push_str(" · ");
                last.push_str(&block.text);
            }
            _ if is_shown => passages.push(block.text.clone()),
            _ => {}
        }
        is_open = is_shown && is_short;
    }
    passages
}

/// A word that answers, with its place and how surely it does.
struct Mark {
    range: Range<usize>,
    /// How many words stand before it.
    place: usize,
    word: WordId,
    weight: f32,
    adjacency: Adjacency,
}

fn marks(language: Language, text: &str, marked: &HighlightTerms<'_>) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    for (place, word) in words(text).into_iter().enumerate() {
        let Some((id, known)) = marked.0.get(&(language, &*word.folded)) else {
            continue;
        };
        // Words that a hyphen joins come after their parts, and stand in their place.
        while word.form == Form::Joined
            && marks
                .last()
                .is_some_and(|last| last.range.start >= word.range.start)
        {
            marks.pop();
        }
        marks.push(Mark {
            range: word.range,
            place,
            word: *id,
            weight: known.weight,
            adjacency: known.adjacency,
        });
    }
    let near = |mark: &Mark, other: &Mark| {
        other.adjacency == mark.adjacency
            && other.word != mark.word
            && other.place.abs_diff(mark.place) <= NEAR
    };
    let stays: Vec<bool> = marks
        .iter()
        .map(|mark| {
            mark.adjacency == Adjacency::None || marks.iter().any(|other| near(mark, other))
        })
        .collect();
    let mut stays = stays.into_iter();
    marks.retain(|_| stays.next().unwrap_or(false));
    marks
}

/// The part of a text that fits a passage and has most marks of different words, and what it is worth.
fn window(text: &str, marks: &[Mark]) -> (Range<usize>, f32) {
    let mut best = (0, 0.0);
    for (first, mark) in marks.iter().enumerate() {
        let mut seen: Vec<WordId> = Vec::new();
        let mut worth = 0.0;
        for other in marks[first..]
            .iter()
            .take_while(|other| other.range.end - mark.range.start <= LENGTH)
            .take(64)
        {
            if !seen.contains(&other.word) {
                seen.push(other.word);
                worth += other.weight;
            }
        }
        if worth > best.1 + 0.001 {
            best = (mark.range.start, worth);
        }
    }
    (cut(text, best.0), best.1)
}

/// About `LENGTH` characters of the text around a place, from the start of a sentence where one is near, whole words only.
fn cut(text: &str, around: usize) -> Range<usize> {
    if text.chars().count() <= LENGTH + LENGTH / 4 {
        return 0..text.len();
    }
    let back = text[..around]
        .char_indices()
        .rev()
        .nth(LENGTH / 2)
        .map_or(0, |(at, _)| at);
    let sentence = text[back..around]
        .rfind(['.', '?', '!', '\n'])
        .map(|at| back + at + 1);
    let near = text[..around]
        .char_indices()
        .rev()
        .nth(LENGTH / 4)
        .map_or(0, |(at, _)| at);
    let start = match (sentence, back) {
        (Some(start), _) => start,
        (None, 0) => 0,
        (None, _) => text[near..around]
            .find(char::is_whitespace)
            .map_or(around, |at| near + at),
    };
    let start = start + text[start..].len() - text[start..].trim_start().len();
    let full = text[start..]
        .char_indices()
        .nth(LENGTH)
        .map_or(text.len(), |(at, _)| start + at);
    let end = if full == text.len() {
        full
    } else {
        text[start..full]
            .rfind(char::is_whitespace)
            .map_or(full, |at| start + at)
    };
    start..start + text[start..end].trim_end().len()
}

/// The text in pieces, with an ellipsis where it was cut. Marks that only a space parts become one.
fn pieces(text: &str, range: Range<usize>, marks: &[Mark]) -> Vec<SnippetPart> {
    let mut pieces = Vec::new();
    let mut plain = if range.start > 0 {
        "… ".to_owned()
    } else {
        String::new()
    };
    let mut at = range.start;
    let mut inside = marks
        .iter()
        .filter(|mark| range.start <= mark.range.start && mark.range.end <= range.end)
        .peekable();
    while let Some(mark) = inside.next() {
        let mut end = mark.range.end;
        while let Some(next) =
            inside.next_if(|next| matches!(&text[end..next.range.start], " " | "\n" | "-"))
        {
            end = next.range.end;
        }
        plain.push_str(&text[at..mark.range.start]);
        if !plain.is_empty() {
            pieces.push(SnippetPart::Plain(one_line(&plain)));
        }
        plain.clear();
        pieces.push(SnippetPart::Highlighted(one_line(
            &text[mark.range.start..end],
        )));
        at = end;
    }
    plain.push_str(&text[at..range.end]);
    if range.end < text.len() {
        plain.push_str(" …");
    }
    if !plain.is_empty() {
        pieces.push(SnippetPart::Plain(one_line(&plain)));
    }
    pieces
}

fn one_line(text: &str) -> String {
    text.replace('\n', " ")
}

/// Whether a word is part of an address of a page or mailbox, where capitals are not written.
fn is_in_address(text: &str, word: &Range<usize>) -> bool {
    let mut after = text[word.end..].chars();
    let goes_on = match after.next() {
        Some('@' | '/') => true,
        Some('.') => after.next().is_some_and(char::is_alphanumeric),
        _ => false,
    };
    goes_on || text[..word.start].ends_with(['@', '/', '.'])
}

/// A word as the site writes it: with its accents, and with a capital only where it always has one.
pub fn as_written(index: &Index, word: WordId) -> String {
    let folded = index.lexicon.text(word);
    let mut written: Option<String> = None;
    for page in index.first_with(word, MOST_READ) {
        let page = &index.pages[page as usize].page;
        let texts = [page.meta.title.as_str(), page.meta.summary.as_str()].into_iter();
        let blocks = &page.body.blocks;
        for text in texts.chain(blocks.iter().map(|block| block.text.as_str())) {
            let is_it = |found: &Word<'_>| {
                found.folded == folded
                    && found.form == Form::Whole
                    && !is_in_address(text, &found.range)
            };
            for found in words(text).into_iter().filter(is_it) {
                let form = &text[found.range];
                if form.starts_with(char::is_lowercase) {
                    return form.to_owned();
                }
                written.get_or_insert_with(|| form.to_owned());
            }
        }
    }
    written
        .filter(|form| fold(form) == folded)
        .unwrap_or_else(|| folded.to_owned())
}
