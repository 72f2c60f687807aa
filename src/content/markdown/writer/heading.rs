//! Headings, each with an id of its own.

use std::ops::Range;

use crate::content::document::{BlockKind, Fill, Heading, Slot};
use crate::content::markdown::writer::Writer;
use crate::content::slug::slug_in;
use crate::message;
use crate::rule::Rule;
use crate::source::Place;

/// A heading whose text is being read. Its tag can only be written when that is known.
pub struct OpenHeading {
    level: u8,
    place: Place,
    /// The length of the markup and the number of the slots before it.
    markup_at: usize,
    first_slot: usize,
}

impl Writer<'_> {
    pub(super) fn open_heading(&mut self, level: u8, span: &Range<usize>) {
        self.flush();
        self.block_kind = BlockKind::Heading;
        self.heading = Some(OpenHeading {
            level,
            place: self.place(span),
            markup_at: self.out.markup.len(),
            first_slot: self.out.slots.len(),
        });
    }

    /// With the id that the Markdown gives it, if it does.
    pub(super) fn close_heading(&mut self, id: Option<String>) {
        let OpenHeading {
            level,
            place,
            markup_at,
            first_slot,
        } = self.heading.take().expect("a heading was opened");
        let text = self.text.trim().to_owned();
        if level == 1 {
            self.report.add(
                place.clone(),
                Rule::SecondTitle,
                message!("heading-second-title"),
                message!("heading-second-title-help"),
            );
        }
        let level = level.max(2);
        let base = slug_in(self.language, id.as_deref().unwrap_or(&text));
        let id = self.ids.take(if base.is_empty() {
            "kop".to_owned()
        } else {
            base
        });
        let before = format!("<h{level} id=\"");
        let tag = format!("{before}{id}\">");
        self.out.insert(markup_at, first_slot, &tag);
        let prefix = Slot {
            at: markup_at + before.len(),
            fill: Fill::IdPrefix,
        };
        self.out.slots.insert(first_slot, prefix);
        self.block_tag(&format!("</h{level}>\n"));
        self.block_kind = BlockKind::Text;
        self.body.headings.push(Heading {
            level,
            id,
            text,
            place,
        });
    }
}
