//! Tables with their captions.

use std::ops::Range;

use pulldown_cmark::Alignment;

use crate::content::document::{BlockKind, Fill};
use crate::content::markdown::buffer::Buffer;
use crate::content::markdown::writer::Writer;
use crate::content::markdown::writer::chart::OpenChart;
use crate::message;
use crate::rule::Rule;

/// The tables of a page that is being written.
#[derive(Default)]
pub struct Tables {
    pub count: usize,
    /// The columns of the table that is open, and the one that comes next.
    pub columns: Vec<Alignment>,
    pub column: usize,
    /// The end of the cell that was opened last.
    pub cell_end: usize,
    /// The caption of the table that comes next: its text, and the same as HTML.
    pub caption: Option<(String, Buffer)>,
    /// The chart that is drawn of the table that comes next.
    pub chart: Option<OpenChart>,
}

impl Tables {
    pub fn open_row(&mut self) {
        self.column = 0;
        if let Some(chart) = &mut self.chart {
            chart.open_row();
        }
    }
}

impl Writer<'_> {
    /// A table scrolls by itself on a narrow screen, so it can be focused and has a name of its
    /// own.
    pub(super) fn open_table(&mut self) {
        self.flush();
        if self.tables.count == 0 {
            self.out.slot(Fill::Sheet("table"));
        }
        self.tables.count += 1;
        let mut caption = self.tables.caption.take();
        if self.tables.chart.is_some()
            && let Some((_, html)) = &mut caption
        {
            self.open_chart(std::mem::take(html));
        }
        self.out
            .push("<section class=\"table\" tabindex=\"0\" aria-label=\"");
        match caption {
            Some((text, _)) if self.tables.chart.is_some() => {
                self.out.escaped(&text);
                self.out.push("\"><table>\n");
            }
            Some((text, html)) => {
                self.out.escaped(&text);
                self.out.push("\"><table>\n<caption>");
                self.out.append(html);
                self.out.push("</caption>\n");
            }
            None => {
                self.out.slot(Fill::Word("table"));
                self.out.push(&format!(" {}", self.tables.count));
                if let Some(heading) = self.body.headings.last() {
                    self.out.push(": ");
                    self.out.escaped(&heading.text);
                }
                self.out.push("\"><table>\n");
            }
        }
    }

    pub(super) fn open_cell(&mut self, span: &Range<usize>) {
        self.tables.cell_end = span.end;
        self.block_tag(if self.block_kind == BlockKind::HeaderCell {
            "<th scope=\"col\""
        } else {
            "<td"
        });
        self.out
            .push(match self.tables.columns.get(self.tables.column) {
                Some(Alignment::Right) => " class=\"number\">",
                Some(Alignment::Center) => " class=\"centre\">",
                _ => ">",
            });
        self.tables.column += 1;
    }

    /// Cells beyond those of the head are not on the page, and a line without cells was hardly
    /// meant as a row.
    pub(super) fn close_row(&mut self, span: &Range<usize>) {
        if self.tables.columns.len() > 1 && !self.dialect.text[span.clone()].contains('|') {
            let message = message!("table-sentence");
            let help = message!("table-sentence-help");
            self.report(span, Rule::MalformedTable, message, help);
        }
        let lost = self.tables.cell_end.min(span.end)..span.end;
        let cells = self.dialect.text[lost.clone()].trim_matches(['|', ' ', '\t', '\n', '\r']);
        if !cells.is_empty() {
            let message = message!("table-cells-lost", cells);
            let help = message!("table-cells-lost-help");
            self.report(&lost, Rule::LostText, message, help);
        }
        self.block_tag("</tr>\n");
    }
}
