//! HTML under construction, with the text blocks in it.

use crate::content::document::{BlockKind, Fill, Slot, TextBlock};
use crate::html::push_escaped;

/// HTML under construction. Footnotes are written apart and come at the end.
#[derive(Default)]
pub struct Buffer {
    pub markup: String,
    pub slots: Vec<Slot>,
    pub blocks: Vec<TextBlock>,
    /// The plain text of the block that is being written.
    pub text: String,
}

impl Buffer {
    pub fn append(&mut self, other: Buffer) {
        let shift = self.markup.len();
        self.markup.push_str(&other.markup);
        self.slots.extend(other.slots.into_iter().map(|slot| Slot {
            at: slot.at + shift,
            ..slot
        }));
        self.blocks.extend(other.blocks);
    }

    pub fn push(&mut self, markup: &str) {
        self.markup.push_str(markup);
    }

    /// Writes markup at an offset, before what stands there and the slots from a number on.
    pub fn insert(&mut self, at: usize, first_slot: usize, markup: &str) {
        self.markup.insert_str(at, markup);
        for slot in &mut self.slots[first_slot..] {
            slot.at += markup.len();
        }
    }

    /// Text that is no part of a block: that of an attribute.
    pub fn escaped(&mut self, text: &str) {
        push_escaped(&mut self.markup, text);
    }

    pub fn words(&mut self, words: &str) {
        self.text.push_str(words);
        self.escaped(words);
    }

    pub fn end_block(&mut self, kind: BlockKind) {
        let text = self.text.trim();
        if !text.is_empty() {
            self.blocks.push(TextBlock {
                kind,
                text: text.to_owned(),
            });
        }
        self.text.clear();
    }

    pub fn slot(&mut self, fill: Fill) {
        self.slots.push(Slot {
            at: self.markup.len(),
            fill,
        });
    }
}
