//! Tables with their captions.

use pulldown_cmark::Alignment;

use crate::content::document::{BlockKind, Fill};
use crate::content::markdown::buffer::Buffer;
use crate::content::markdown::writer::Writer;
use crate::html::push_escaped;

/// The tables of a page that is being written.
#[derive(Default)]
pub struct Tables {
    pub count: usize,
    /// The columns of the table that is open, and the one that comes next.
    pub columns: Vec<Alignment>,
    pub column: usize,
    /// The caption of the table that comes next: its text, and the same as HTML.
    pub caption: Option<(String, Buffer)>,
}

impl Writer<'_> {
    /// A table scrolls by itself on a narrow screen, so it can be focused and has a name of its
    /// own.
    pub(super) fn open_table(&mut self) {
        self.flush();
        self.tables.count += 1;
        self.out
            .markup
            .push_str("<section class=\"table\" tabindex=\"0\" aria-label=\"");
        match self.tables.caption.take() {
            Some((text, html)) => {
                push_escaped(&mut self.out.markup, &text);
                self.out.markup.push_str("\"><table>\n<caption>");
                self.out.append(html);
                self.out.markup.push_str("</caption>\n");
            }
            None => {
                self.out.slot(Fill::Word("table"));
                self.out.markup.push_str(&format!(" {}", self.tables.count));
                if let Some(heading) = self.body.headings.last() {
                    self.out.markup.push_str(": ");
                    push_escaped(&mut self.out.markup, &heading.text);
                }
                self.out.markup.push_str("\"><table>\n");
            }
        }
    }

    pub(super) fn open_cell(&mut self) {
        self.block_tag(if self.block_kind == BlockKind::HeaderCell {
            "<th scope=\"col\""
        } else {
            "<td"
        });
        self.out
            .markup
            .push_str(match self.tables.columns.get(self.tables.column) {
                Some(Alignment::Right) => " class=\"number\">",
                Some(Alignment::Center) => " class=\"centre\">",
                _ => ">",
            });
        self.tables.column += 1;
    }
}
