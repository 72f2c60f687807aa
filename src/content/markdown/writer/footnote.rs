//! Footnotes: written where they stand in the file, numbered in the order of reading, shown below
//! the text.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::content::document::Fill;
use crate::content::markdown::buffer::Buffer;
use crate::content::markdown::dialect::Dialect;
use crate::content::markdown::parser::{label, options};
use crate::content::markdown::writer::Writer;
use crate::message;
use crate::rule::Rule;

/// The footnotes of a page that is being written.
#[derive(Default)]
pub struct Footnotes {
    numbers: HashMap<String, FootnoteNumber>,
    /// The text that waits while a footnote is written, with the number of that footnote.
    waiting: Vec<(Buffer, usize)>,
    written: BTreeMap<usize, Buffer>,
}

#[derive(Clone, Copy)]
struct FootnoteNumber {
    /// From 1.
    number: usize,
    /// The place of the first that a reader meets of the marks that refer to it.
    first: Option<usize>,
}

/// The marks of footnotes, with their places.
type Marks = Vec<(String, usize)>;

impl Footnotes {
    /// Numbers the footnotes of a text: first those to which the text refers, then those to which
    /// they do, then all others.
    pub fn of(dialect: &Dialect<'_>) -> Self {
        let mut footnotes = Footnotes::default();
        if !dialect.text.contains("[^") {
            return footnotes;
        }
        let (mut in_text, mut inside) = (Marks::new(), HashMap::<String, Marks>::new());
        let (mut written, mut open) = (Vec::new(), Vec::new());
        let mut pictures = 0;
        for (event, span) in dialect.events(options()) {
            match event {
                Event::Start(Tag::FootnoteDefinition(name)) => {
                    open.push(label(&name));
                    written.push(label(&name));
                }
                Event::End(TagEnd::FootnoteDefinition) => drop(open.pop()),
                Event::Start(Tag::Image { .. }) => pictures += 1,
                Event::End(TagEnd::Image) => pictures -= 1,
                Event::FootnoteReference(name) if pictures == 0 => {
                    let marks = match open.last() {
                        Some(open) => inside.entry(open.clone()).or_default(),
                        None => &mut in_text,
                    };
                    marks.push((label(&name), span.start));
                }
                _ => {}
            }
        }
        footnotes.number(in_text, &mut inside);
        for name in written {
            if !footnotes.numbers.contains_key(&name) {
                footnotes.add(&name, None);
                footnotes.number(inside.remove(&name).unwrap_or_default(), &mut inside);
            }
        }
        footnotes
    }

    /// Numbers the footnotes to which `marks` refer, and then those to which these do.
    fn number(&mut self, mut marks: Marks, inside: &mut HashMap<String, Marks>) {
        while !marks.is_empty() {
            let mut next = Marks::new();
            for (name, at) in marks {
                if !self.numbers.contains_key(&name) {
                    self.add(&name, Some(at));
                    next.extend(inside.remove(&name).unwrap_or_default());
                }
            }
            marks = next;
        }
    }

    fn add(&mut self, name: &str, first: Option<usize>) {
        let number = self.numbers.len() + 1;
        let number = FootnoteNumber { number, first };
        self.numbers.insert(name.to_owned(), number);
    }
}

impl Writer<'_> {
    pub(super) fn footnote_reference(&mut self, name: &str, span: &Range<usize>) {
        // The text that stands in for an image has no room for one.
        let Some(footnote) = self.footnotes.numbers.get(&label(name)).copied() else {
            return;
        };
        if self.picture.is_some() {
            return;
        }
        let FootnoteNumber { number, first } = footnote;
        self.tag("<sup><a href=\"");
        self.out.slot(Fill::OwnAddress);
        self.tag(&format!("#fn-{number}\""));
        if first == Some(span.start) {
            self.tag(" id=\"");
            self.out.slot(Fill::IdPrefix);
            self.tag(&format!("fnref-{number}\""));
        }
        self.tag(" aria-label=\"");
        self.out.slot(Fill::Word("footnote"));
        self.tag(&format!(" {number}\">{number}</a></sup>"));
    }

    /// A footnote begins: what was written before waits.
    pub(super) fn open_footnote(&mut self, name: &str, span: &Range<usize>) {
        self.flush();
        let FootnoteNumber { number, first } = self.footnotes.numbers[&label(name)];
        let waiting = self.footnotes.waiting.iter();
        let is_known = self.footnotes.written.contains_key(&number)
            || waiting.clone().any(|(_, open)| *open == number);
        if is_known {
            self.report.add(
                self.place(span),
                Rule::Footnote,
                message!("footnote-twice", name),
                message!("footnote-twice-help"),
            );
        } else if first.is_none() {
            self.report.add(
                self.place(span),
                Rule::Footnote,
                message!("footnote-unused", name),
                message!("footnote-unused-help", name),
            );
        }
        let before = std::mem::take(&mut self.out);
        self.footnotes.waiting.push((before, number));
    }

    /// The footnote that was opened last is written.
    pub(super) fn close_footnote(&mut self) {
        self.flush();
        let (before, number) = self.footnotes.waiting.pop().expect("a footnote was opened");
        let written = std::mem::replace(&mut self.out, before);
        let footnote = self.footnotes.written.entry(number).or_default();
        footnote.append(written);
    }

    pub(super) fn write_footnotes(&mut self) {
        let Footnotes {
            numbers, written, ..
        } = std::mem::take(&mut self.footnotes);
        if written.is_empty() {
            return;
        }
        let mut firsts = vec![None; numbers.len() + 1];
        for FootnoteNumber { number, first } in numbers.into_values() {
            firsts[number] = first;
        }
        self.out.push("<section class=\"footnotes\" aria-label=\"");
        self.out.slot(Fill::Word("footnotes"));
        self.out.push("\"><ol>\n");
        for (number, footnote) in written {
            self.out.push("<li id=\"");
            self.out.slot(Fill::IdPrefix);
            self.out.push(&format!("fn-{number}\">"));
            self.out.append(footnote);
            if firsts[number].is_some() {
                self.out.push("<a href=\"");
                self.out.slot(Fill::OwnAddress);
                self.out.push(&format!("#fnref-{number}\">"));
                self.out.slot(Fill::Word("footnote-back"));
                self.out.push(&format!(" {number}</a>"));
            }
            self.out.push("</li>\n");
        }
        self.out.push("</ol></section>\n");
    }
}
