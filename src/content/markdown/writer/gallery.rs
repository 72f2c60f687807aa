//! Lists; one of nothing but pictures is a gallery.

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::content::document::{Fill, Slot};
use crate::content::markdown::writer::Writer;

/// A list that is open.
pub struct OpenList {
    /// The place of its tag, in bytes of the markup, and the number of slots before it.
    at: usize,
    first_slot: usize,
    /// True as long as there is nothing but pictures in it.
    is_gallery: bool,
}

impl Writer<'_> {
    pub(super) fn open_list(&mut self, first: Option<u64>) {
        self.flush();
        self.lists.push(OpenList {
            at: self.out.markup.len(),
            first_slot: self.out.slots.len(),
            is_gallery: first.is_none(),
        });
        self.out.push(&match first {
            None => "<ul>\n".to_owned(),
            Some(1) => "<ol>\n".to_owned(),
            Some(first) => format!("<ol start=\"{first}\">\n"),
        });
    }

    /// Looks at what comes next in the lists that are open: what is no picture makes them no
    /// gallery.
    pub(super) fn look_for_gallery(&mut self, event: &Event<'_>) {
        let is_of_gallery = self.picture.is_some()
            || matches!(
                event,
                Event::Start(Tag::Item | Tag::Paragraph | Tag::Image { .. })
                    | Event::End(TagEnd::Item | TagEnd::Paragraph | TagEnd::List(_))
            );
        if !is_of_gallery {
            for list in &mut self.lists {
                list.is_gallery = false;
            }
        }
    }

    pub(super) fn close_list(&mut self, is_ordered: bool) {
        self.block_tag(if is_ordered { "</ol>\n" } else { "</ul>\n" });
        let list = self.lists.pop().expect("a list was opened");
        let slots = &mut self.out.slots[list.first_slot..];
        if !list.is_gallery || slots.len() < 2 {
            return;
        }
        for slot in slots {
            if let Fill::Picture(number) = slot.fill {
                slot.fill = Fill::Figure(number);
            }
        }
        let tag_end = list.at + "<ul".len();
        self.out
            .insert(tag_end, list.first_slot, " class=\"gallery\"");
        if !std::mem::replace(&mut self.has_gallery, true) {
            let sheet = Slot {
                at: list.at,
                fill: Fill::Sheet("gallery"),
            };
            self.out.slots.insert(list.first_slot, sheet);
        }
    }
}
