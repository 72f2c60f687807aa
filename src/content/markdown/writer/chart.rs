//! Charts of tables: `Staafdiagram: Inwoners per gemeente` above a table.

use std::ops::Range;

use pulldown_cmark::Alignment;

use crate::content::chart::{Chart, ChartRow, ChartShape, ChartValue};
use crate::content::document::Fill;
use crate::content::markdown::buffer::Buffer;
use crate::content::markdown::writer::Writer;
use crate::message;
use crate::message::Message;
use crate::rule::Rule;

/// The most rows that a chart shows at one view.
const MAX_ROWS: usize = 12;
/// The most columns that are drawn.
const MAX_COLUMNS: usize = 2;
/// The most characters of a label and of a value for which a phone has room.
const MAX_LABEL: usize = 36;
const MAX_VALUE: usize = 16;

/// The table that is being read, of which a chart is drawn.
pub struct OpenChart {
    shape: ChartShape,
    /// The line that asks for the chart.
    asked: Range<usize>,
    /// The rows, the first of which is the head, with the text and the place of each cell.
    rows: Vec<Vec<(String, Range<usize>)>>,
}

/// The reason why a table cannot be drawn, and the remedy.
struct NoChart {
    span: Range<usize>,
    message: Message,
    help: Message,
}

impl OpenChart {
    pub fn new(shape: ChartShape, asked: Range<usize>) -> Self {
        OpenChart {
            shape,
            asked,
            rows: Vec::new(),
        }
    }

    pub fn open_row(&mut self) {
        self.rows.push(Vec::new());
    }

    pub fn cell(&mut self, text: &str, span: &Range<usize>) {
        let row = self.rows.last_mut().expect("a cell stands in a row");
        row.push((text.to_owned(), span.clone()));
    }

    fn refuse(&self, message: Message, help: Message) -> NoChart {
        NoChart {
            span: self.asked.clone(),
            message,
            help,
        }
    }

    /// The chart of the columns that are aligned as numbers.
    fn chart(&self, alignments: &[Alignment], language: &str) -> Result<Chart, NoChart> {
        let [head, rows @ ..] = &self.rows[..] else {
            unreachable!("a table has a head");
        };
        let columns: Vec<usize> = (1..head.len())
            .filter(|column| alignments.get(*column) == Some(&Alignment::Right))
            .collect();
        let names: Vec<String> = columns.iter().map(|at| head[*at].0.clone()).collect();
        if names.is_empty() {
            return Err(self.refuse(
                message!("chart-no-numbers"),
                message!("chart-no-numbers-help"),
            ));
        }
        if names.len() > MAX_COLUMNS {
            return Err(self.refuse(
                message!("chart-columns", count = names.len()),
                message!("chart-columns-help", most = MAX_COLUMNS),
            ));
        }
        if names.len() > 1 && names.iter().any(String::is_empty) {
            return Err(self.refuse(message!("chart-no-head"), message!("chart-no-head-help")));
        }
        if rows.len() > MAX_ROWS {
            return Err(self.refuse(
                message!("chart-rows", count = rows.len()),
                message!("chart-rows-help", most = MAX_ROWS),
            ));
        }
        if self.shape == ChartShape::Line && rows.len() < 2 {
            return Err(self.refuse(message!("chart-few-rows"), message!("chart-few-rows-help")));
        }
        let rows: Vec<ChartRow> = rows
            .iter()
            .map(|row| self.row(row, &columns, language))
            .collect::<Result<_, _>>()?;
        for (at, name) in names.iter().enumerate() {
            if rows.iter().all(|row| row.values[at].number.is_none()) {
                return Err(self.refuse(
                    message!("chart-column-without-numbers", name),
                    message!("chart-column-without-numbers-help"),
                ));
            }
        }
        Ok(Chart {
            shape: self.shape,
            names,
            rows,
        })
    }

    fn row(
        &self,
        cells: &[(String, Range<usize>)],
        columns: &[usize],
        language: &str,
    ) -> Result<ChartRow, NoChart> {
        let nothing = (String::new(), self.asked.clone());
        let cell = |at: usize| cells.get(at).unwrap_or(&nothing);
        let (label, span) = cell(0);
        let refuse = |span: &Range<usize>, message: Message, help: Message| NoChart {
            span: span.clone(),
            message,
            help,
        };
        if label.chars().count() > MAX_LABEL {
            return Err(refuse(
                span,
                message!("chart-long", text = label),
                message!("chart-long-label-help", most = MAX_LABEL),
            ));
        }
        let mut values = Vec::new();
        for (text, span) in columns.iter().map(|at| cell(*at)) {
            let value = ChartValue::read(text, language);
            if value.text.chars().count() > MAX_VALUE {
                return Err(refuse(
                    span,
                    message!("chart-long", text = value.text),
                    message!("chart-long-value-help", most = MAX_VALUE),
                ));
            }
            if self.shape == ChartShape::Bars && value.number.is_some_and(|number| number < 0.0) {
                return Err(refuse(
                    span,
                    message!("chart-below-zero", value = value.text),
                    message!("chart-below-zero-help"),
                ));
            }
            values.push(value);
        }
        Ok(ChartRow {
            label: label.clone(),
            values,
        })
    }
}

impl Writer<'_> {
    /// Opens the figure that holds the chart and its table, below the caption of both.
    pub(super) fn open_chart(&mut self, caption: Buffer) {
        self.out.push("<figure><figcaption>");
        self.out.append(caption);
        self.out.push("</figcaption>\n");
        self.out.slot(Fill::Chart(self.body.charts.len()));
    }

    /// Draws the chart of the table that was read, or says why there is none.
    pub(super) fn close_chart(&mut self) {
        let Some(open) = self.tables.chart.take() else {
            return;
        };
        let drawing = match open.chart(&self.tables.columns, self.language) {
            Ok(chart) => chart.draw(),
            Err(NoChart {
                span,
                message,
                help,
            }) => {
                self.report(&span, Rule::Chart, message, help);
                String::new()
            }
        };
        self.body.charts.push(drawing);
        self.out.push("</figure>\n");
    }

    /// A line asks for a chart, and there is no table below it.
    pub(super) fn report_chart_without_table(&mut self, asked: &Range<usize>) {
        self.report(
            asked,
            Rule::Chart,
            message!("chart-no-table"),
            message!("chart-no-table-help"),
        );
    }
}
