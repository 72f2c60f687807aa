//! Notes: quotes whose first line says so, `> [!TIP] Titel`.

use std::ops::Range;

use pulldown_cmark::Event;

use crate::content::document::Fill;
use crate::content::markdown::dialect::note;
use crate::content::markdown::parser::SpannedEvent;
use crate::content::markdown::writer::Writer;

/// The first line of a note, which is still to come.
pub struct NoteTitle {
    /// The end of what marks it as a note.
    mark_end: usize,
    /// The name of the word that stands there if there is no title.
    word: &'static str,
}

impl Writer<'_> {
    pub(super) fn open_quote(&mut self, span: &Range<usize>) {
        self.flush();
        let Some((word, length)) = note(&self.dialect.text[span.clone()]) else {
            self.quotes.push("</blockquote>\n");
            return self.out.push("<blockquote>\n");
        };
        self.quotes.push("</div>\n");
        let name = word.trim_start_matches("note-");
        self.out.push(&format!("<div class=\"note note--{name}\">"));
        self.note_title = Some(NoteTitle {
            mark_end: span.start + length,
            word,
        });
    }

    pub(super) fn close_quote(&mut self) {
        self.flush();
        let end = self.quotes.pop();
        self.out.push(end.expect("a quote was opened"));
    }

    /// The first paragraph of a note: its first line is the title.
    pub(super) fn note_title(&mut self, title: &NoteTitle, mut events: Vec<SpannedEvent<'_>>) {
        let is_mark = |(_, span): &SpannedEvent<'_>| span.end <= title.mark_end;
        let marks = events.iter().take_while(|event| is_mark(event)).count();
        events.drain(..marks);
        if let Some((Event::Text(text), _)) = events.first_mut() {
            *text = text.trim_start().to_owned().into();
        }
        let is_break = |event: &Event<'_>| matches!(event, Event::SoftBreak | Event::HardBreak);
        let line_end = events.iter().position(|(event, _)| is_break(event));
        let rest = events.split_off(line_end.unwrap_or(events.len()));
        self.block_tag("<p class=\"note__title\">");
        if events.is_empty() {
            self.out.slot(Fill::Word(title.word));
        } else {
            self.events(events);
        }
        self.block_tag("</p>\n");
        if rest.len() > 1 {
            self.block_tag("<p>");
            self.events(rest.into_iter().skip(1).collect());
            self.block_tag("</p>\n");
        }
    }
}
