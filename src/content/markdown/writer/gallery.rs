//! Lists; one of nothing but pictures is a gallery, and one with numbers counts on from the first.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::content::document::{Fill, Slot};
use crate::content::markdown::writer::Writer;
use crate::message;
use crate::rule::Rule;

/// A list that is open.
pub struct OpenList {
    /// The place of its tag, in bytes of the markup, and the number of slots before it.
    at: usize,
    first_slot: usize,
    /// True as long as there is nothing but pictures in it.
    is_gallery: bool,
    numbers: Option<Numbers>,
}

/// The numbers of a list, as they are typed.
struct Numbers {
    first: u64,
    /// The number that the page gives to the item that comes next.
    next: u64,
    /// The first that the page gives another number.
    changed: Option<Changed>,
    /// True as long as each is the first: so people write who leave the counting to the page.
    are_one: bool,
}

struct Changed {
    typed: String,
    shown: String,
    span: Range<usize>,
}

impl Writer<'_> {
    pub(super) fn open_list(&mut self, first: Option<u64>) {
        self.flush();
        if first.is_some() && self.lists.is_empty() {
            self.ask_for_legend();
        }
        self.lists.push(OpenList {
            at: self.out.markup.len(),
            first_slot: self.out.slots.len(),
            is_gallery: first.is_none(),
            numbers: first.map(|first| Numbers {
                first,
                next: first,
                changed: None,
                are_one: true,
            }),
        });
        self.out.push(&match first {
            None => "<ul>\n".to_owned(),
            Some(1) => "<ol>\n".to_owned(),
            Some(first) => format!("<ol start=\"{first}\">\n"),
        });
    }

    /// Asks for the style sheet of a legend where a numbered list begins right behind a picture.
    fn ask_for_legend(&mut self) {
        let last = self.out.slots.len().saturating_sub(1);
        let Some(Slot { at, fill }) = self.out.slots.last() else {
            return;
        };
        let is_behind = self.out.markup[*at..].trim().is_empty();
        if let (Fill::Figure(_), true) = (fill, is_behind) {
            let sheet = Slot {
                at: *at,
                fill: Fill::Sheet("legend"),
            };
            self.out.slots.insert(last, sheet);
        }
    }

    pub(super) fn open_item(&mut self, span: &Range<usize>) {
        self.block_tag("<li>");
        let list = self.lists.last_mut().and_then(|list| list.numbers.as_mut());
        let Some(numbers) = list else { return };
        let item = &self.dialect.text[span.clone()];
        let start = span.start + item.len() - item.trim_start().len();
        let mark = item
            .split_inclusive(['.', ')'])
            .next()
            .unwrap_or_default()
            .trim();
        let number = mark.trim_end_matches(['.', ')']).parse::<u64>().ok();
        numbers.are_one &= number == Some(numbers.first);
        if number != Some(numbers.next) && numbers.changed.is_none() {
            numbers.changed = Some(Changed {
                typed: mark.to_owned(),
                shown: numbers.next.to_string(),
                span: start..start + mark.len(),
            });
        }
        numbers.next += 1;
    }

    /// Reports numbers that are others on the page.
    fn report_numbers(&mut self, numbers: Option<Numbers>) {
        let changed = numbers.filter(|numbers| !numbers.are_one);
        if let Some(Changed { typed, shown, span }) = changed.and_then(|numbers| numbers.changed) {
            let message = message!("list-renumbered", typed, shown);
            let help = message!("list-renumbered-help");
            self.report(&span, Rule::Renumbered, message, help);
        }
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
        let mut list = self.lists.pop().expect("a list was opened");
        self.report_numbers(list.numbers.take());
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
