//! Charts of tables: `Staafdiagram: Inwoners per gemeente` above a table.

use std::ops::Range;

use pulldown_cmark::Alignment;

use crate::content::chart::{Chart, ChartRow, ChartShape, ChartValue};
use crate::content::document::Fill;
use crate::content::markdown::buffer::Buffer;
use crate::content::markdown::writer::Writer;
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
    message: String,
    help: String,
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

    fn refuse(&self, message: impl Into<String>, help: impl Into<String>) -> NoChart {
        NoChart {
            span: self.asked.clone(),
            message: message.into(),
            help: help.into(),
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
                "dit diagram heeft geen getallen: geen kolom van de tabel is rechts uitgelijnd",
                "zet in de streepjesregel een dubbele punt rechts onder de kolom met getallen: |---:|",
            ));
        }
        if names.len() > MAX_COLUMNS {
            return Err(self.refuse(
                format!("dit diagram heeft {} kolommen met getallen", names.len()),
                format!("houd het bij {MAX_COLUMNS}: haal de dubbele punt weg onder de andere, of maak er een tweede tabel van"),
            ));
        }
        if names.len() > 1 && names.iter().any(String::is_empty) {
            return Err(self.refuse(
                "dit diagram heeft een kolom zonder kop: niemand ziet wat de getallen zijn",
                "zet in de bovenste rij van de tabel wat er in die kolom staat",
            ));
        }
        if rows.len() > MAX_ROWS {
            return Err(self.refuse(
                format!("dit diagram heeft {} rijen: dat is niet te overzien", rows.len()),
                format!("houd het bij {MAX_ROWS} rijen, of schrijf `Tabel:` voor een tabel zonder diagram"),
            ));
        }
        if self.shape == ChartShape::Line && rows.len() < 2 {
            return Err(self.refuse(
                "dit diagram heeft te weinig rijen voor een lijn",
                "zet minstens twee rijen in de tabel, of schrijf `Staafdiagram:`",
            ));
        }
        let rows: Vec<ChartRow> = rows
            .iter()
            .map(|row| self.row(row, &columns, language))
            .collect::<Result<_, _>>()?;
        for (at, name) in names.iter().enumerate() {
            if rows.iter().all(|row| row.values[at].number.is_none()) {
                return Err(self.refuse(
                    format!("de kolom `{name}` van dit diagram heeft geen getallen"),
                    "schrijf in elke cel eerst het getal, zoals 7,4 of 38 miljoen, of haal de dubbele punt onder deze kolom weg",
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
        let refuse = |span: &Range<usize>, message: String, help: String| NoChart {
            span: span.clone(),
            message,
            help,
        };
        if label.chars().count() > MAX_LABEL {
            return Err(refuse(
                span,
                format!("`{label}` is te lang voor in het diagram"),
                format!(
                    "houd het bij {MAX_LABEL} tekens: wat u er nog bij wilt zeggen, past in een kolom erachter"
                ),
            ));
        }
        let mut values = Vec::new();
        for (text, span) in columns.iter().map(|at| cell(*at)) {
            let value = ChartValue::read(text, language);
            if value.text.chars().count() > MAX_VALUE {
                return Err(refuse(
                    span,
                    format!("`{}` is te lang voor in het diagram", value.text),
                    format!(
                        "houd het bij {MAX_VALUE} tekens: wat tussen haakjes staat, telt niet mee"
                    ),
                ));
            }
            if self.shape == ChartShape::Bars && value.number.is_some_and(|number| number < 0.0) {
                return Err(refuse(
                    span,
                    format!(
                        "`{}` is minder dan niets: daar is geen staaf voor",
                        value.text
                    ),
                    "schrijf `Lijndiagram:`, of `Tabel:` voor een tabel zonder diagram".to_owned(),
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
            "onder deze regel staat geen tabel, dus er is niets te tekenen",
            "zet er een witregel onder en dan de tabel, met een kopregel en een regel streepjes: |---|---:|",
        );
    }
}
