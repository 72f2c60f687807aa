//! Footnotes: written where they stand in the file, numbered as the text refers to them, shown
//! below it.

use std::collections::{BTreeMap, HashMap};

use crate::content::document::Fill;
use crate::content::markdown::buffer::Buffer;
use crate::content::markdown::writer::Writer;
use crate::rule::Rule;
use crate::source::Place;

/// The footnotes of a page that is being written.
#[derive(Default)]
pub struct Footnotes {
    /// The text that waits while a footnote is written, with the name of that footnote.
    waiting: Vec<(Buffer, String)>,
    written: HashMap<String, Buffer>,
    /// The place of each, by name.
    places: Vec<(String, Place)>,
    /// The numbers of those to which the text refers, from 1.
    numbers: HashMap<String, usize>,
}

impl Footnotes {
    /// A footnote begins: what was written before waits.
    pub fn open(&mut self, name: String, place: Place, before: Buffer) {
        self.places.push((name.clone(), place));
        self.waiting.push((before, name));
    }

    /// The footnote that was opened last is written. Returns what waited for it.
    pub fn close(&mut self, written: Buffer) -> Buffer {
        let (before, name) = self.waiting.pop().expect("a footnote was opened");
        self.written.insert(name, written);
        before
    }

    /// The number of a footnote, from 1, and whether the text refers to it for the first time.
    pub fn cite(&mut self, name: &str) -> (usize, bool) {
        if let Some(number) = self.numbers.get(name) {
            return (*number, false);
        }
        let number = self.numbers.len() + 1;
        self.numbers.insert(name.to_owned(), number);
        (number, true)
    }

    /// Those to which the text does not refer, with where they stand.
    pub fn unused(&self) -> impl Iterator<Item = (&str, &Place)> {
        self.places
            .iter()
            .filter(|(name, _)| !self.numbers.contains_key(name))
            .map(|(name, place)| (name.as_str(), place))
    }

    /// Those to which the text refers, by their numbers.
    pub fn into_cited(mut self) -> BTreeMap<usize, Buffer> {
        let numbers = self.numbers.into_iter();
        numbers
            .map(|(name, number)| (number, self.written.remove(&name).unwrap_or_default()))
            .collect()
    }
}

impl Writer<'_> {
    pub(super) fn footnote_reference(&mut self, name: &str) {
        // The text that stands in for an image has no room for one.
        if self.picture.is_some() {
            return;
        }
        let (number, is_first) = self.footnotes.cite(name);
        self.tag(&format!("<sup><a href=\"#fn-{number}\""));
        if is_first {
            self.tag(&format!(" id=\"fnref-{number}\""));
        }
        self.tag(" aria-label=\"");
        self.out.slot(Fill::Word("footnote"));
        self.tag(&format!(" {number}\">{number}</a></sup>"));
    }

    /// A footnote that nothing refers to is not shown.
    pub(super) fn report_unused_footnotes(&mut self) {
        for (name, place) in self.footnotes.unused() {
            self.report.add(
                place.clone(),
                Rule::Footnote,
                format!("naar de voetnoot `[^{name}]` verwijst de tekst niet, dus zij staat niet op de pagina"),
                format!("zet `[^{name}]` achter de woorden waar zij bij hoort, of haal haar weg"),
            );
        }
    }

    pub(super) fn write_footnotes(&mut self) {
        let footnotes = std::mem::take(&mut self.footnotes).into_cited();
        if footnotes.is_empty() {
            return;
        }
        self.out.push("<section class=\"footnotes\" aria-label=\"");
        self.out.slot(Fill::Word("footnotes"));
        self.out.push("\"><ol>\n");
        for (number, footnote) in footnotes {
            self.out.push(&format!("<li id=\"fn-{number}\">"));
            self.out.append(footnote);
            self.out.push(&format!("<a href=\"#fnref-{number}\">"));
            self.out.slot(Fill::Word("footnote-back"));
            self.out.push(&format!(" {number}</a></li>\n"));
        }
        self.out.push("</ol></section>\n");
    }
}
