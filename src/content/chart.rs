//! Charts: a table drawn as bars or as a line. The table itself stays below, for whoever does not
//! see the drawing.
//!
//! Widths are percentages and heights are in letters: a chart is as wide as its column, and its
//! words are as large as the reader wants them.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::html::push_escaped;

/// The drawing that stands above a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChartShape {
    Bars,
    Line,
}

/// A table of which something can be drawn.
#[derive(Debug)]
pub struct Chart {
    pub shape: ChartShape,
    /// The names of the columns that are drawn: one, or two to compare.
    pub names: Vec<String>,
    pub rows: Vec<ChartRow>,
}

/// A row of the table: a year, or whatever has the values.
#[derive(Debug)]
pub struct ChartRow {
    pub label: String,
    /// One for each name.
    pub values: Vec<ChartValue>,
}

/// The content of a cell.
#[derive(Debug)]
pub struct ChartValue {
    /// The words of the cell, without what stands in brackets behind them.
    pub text: String,
    /// None where the cell has no number: the chart has a gap there.
    pub number: Option<f64>,
}

/// The part of the width that the longest bar takes; its value stands behind it.
const LONGEST_BAR: f64 = 58.0;
/// The part of the width that a letter takes on a narrow phone, roughly.
const LETTER: f64 = 2.8;
/// The room beside the first and the last dot of a line, as a part of the width.
const MARGIN: f64 = 3.0;
/// The height between the highest and the lowest dot of a line, in letters.
const LINE_HEIGHT: f64 = 6.0;

/// The words that multiply the number before them, as they begin in each language.
const SCALES: [(&str, f64); 8] = [
    ("duizend", 1e3),
    ("tausend", 1e3),
    ("thousand", 1e3),
    ("miljoen", 1e6),
    ("million", 1e6),
    ("miljard", 1e9),
    ("milliard", 1e9),
    ("billion", 1e9),
];

impl ChartValue {
    /// Reads a cell with the number in it, as the language writes numbers: `7,4`, `38 miljoen`,
    /// `6,9 (volgens de krant)`.
    pub fn read(cell: &str, language: &str) -> Self {
        ChartValue {
            text: cell.split(" (").next().unwrap_or(cell).to_owned(),
            number: number(cell, language),
        }
    }
}

/// The first number of a text, times the word behind it.
fn number(text: &str, language: &str) -> Option<f64> {
    let start = text.find(|c: char| c.is_ascii_digit())?;
    let is_number = |c: char| c.is_ascii_digit() || c == '.' || c == ',';
    let rest = &text[start..];
    let (digits, rest) = rest.split_at(rest.find(|c| !is_number(c)).unwrap_or(rest.len()));
    let groups = if language == "en" { ',' } else { '.' };
    let digits = digits.trim_end_matches(['.', ',']).replace(groups, "");
    let number: f64 = digits.replace(',', ".").parse().ok()?;
    let word = rest.trim_start().to_lowercase();
    let scale = SCALES.iter().find(|(name, _)| word.starts_with(name));
    let sign = if text[..start].ends_with(['-', '−']) {
        -1.0
    } else {
        1.0
    };
    Some(sign * number * scale.map_or(1.0, |(_, scale)| *scale))
}

impl Chart {
    /// The drawing. It says nothing that the table does not say, so it is hidden from who hears
    /// the page.
    pub fn draw(mut self) -> String {
        if self.shape == ChartShape::Line {
            self.sort_by_year();
        }
        let (height, marks) = match self.shape {
            ChartShape::Bars => self.bars(),
            ChartShape::Line => self.line(),
        };
        let height = em(height);
        format!(
            "<svg class=\"chart\" width=\"100%\" height=\"{height}\" aria-hidden=\"true\">{marks}</svg>\n"
        )
    }

    /// Puts the rows in the order of their years, where each has one of its own: time goes to the
    /// right, whichever year the table begins with.
    fn sort_by_year(&mut self) {
        let years: Option<Vec<i16>> = self.rows.iter().map(|row| year(&row.label)).collect();
        let distinct = |years: &Vec<i16>| BTreeSet::from_iter(years).len() == years.len();
        if years.is_some_and(|years| distinct(&years)) {
            self.rows.sort_by_key(|row| year(&row.label));
        }
    }

    fn numbers(&self) -> impl Iterator<Item = f64> {
        let values = self.rows.iter().flat_map(|row| &row.values);
        values.filter_map(|value| value.number)
    }

    /// The height in letters and the marks of bars below each other, each below its label.
    fn bars(&self) -> (f64, String) {
        let most = self.numbers().fold(f64::MIN_POSITIVE, f64::max);
        let (mut marks, mut y) = (String::new(), 0.0);
        for row in &self.rows {
            text(&mut marks, "", &row.label, y + 1.1);
            y += 1.5;
            for (column, value) in row.values.iter().enumerate() {
                let mut place = String::new();
                if let Some(number) = value.number {
                    let width = percent(number / most * LONGEST_BAR);
                    let _ = write!(
                        marks,
                        "<rect{} y=\"{}\" width=\"{width}\" height=\"1.3em\"/>",
                        class(column),
                        em(y)
                    );
                    place = format!(" x=\"{width}\" dx=\".4em\"");
                }
                let mut words = value.text.clone();
                if let [_, _, ..] = &self.names[..] {
                    words = format!("{}: {words}", self.names[column]);
                }
                let place = format!(" class=\"chart__value\"{place}");
                text(&mut marks, &place, &words, y + 1.0);
                y += 1.5;
            }
            y += 0.4;
        }
        (y, marks)
    }

    /// The height in letters and the marks of dots from left to right, with lines between those
    /// that stand next to each other.
    fn line(&self) -> (f64, String) {
        let mut marks = String::new();
        let mut top = 1.6;
        if let [first, second, ..] = &self.names[..] {
            for (column, name, x) in [(0, first, 1.0), (1, second, 51.0)] {
                circle(&mut marks, column, x, 0.7);
                let place = format!(" x=\"{}\" dx=\".8em\"", percent(x));
                text(&mut marks, &place, name, 1.05);
            }
            top += 2.0;
        }
        let (low, high) = self.range();
        let at = |number: f64| top + (high - number) / (high - low) * LINE_HEIGHT;
        let places = self.places();
        for column in 0..self.names.len() {
            let numbers = self.rows.iter().map(|row| row.values[column].number);
            let dots: Vec<Option<(f64, f64)>> = places
                .iter()
                .zip(numbers)
                .map(|(x, number)| number.map(|number| (*x, at(number))))
                .collect();
            for pair in dots.windows(2) {
                if let [Some((x1, y1)), Some((x2, y2))] = pair {
                    let _ = write!(
                        marks,
                        "<line{} x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\"/>",
                        class(column),
                        percent(*x1),
                        em(*y1),
                        percent(*x2),
                        em(*y2)
                    );
                }
            }
            for (x, y) in dots.iter().flatten() {
                circle(&mut marks, column, *x, *y);
            }
            let cells: Vec<(f64, f64, &str)> = dots
                .iter()
                .zip(&self.rows)
                .filter_map(|(dot, row)| {
                    let ((x, y), value) = ((*dot)?, &row.values[column]);
                    let is_below = row.values.iter().any(|other| other.number > value.number)
                        || column > 0 && row.values[0].number == value.number;
                    let shift = if is_below { 1.5 } else { -0.7 };
                    Some((x, y + shift, &*value.text))
                })
                .collect();
            words(&mut marks, " class=\"chart__value\"", &cells);
        }
        for (x, row) in places.iter().zip(&self.rows) {
            if row.values.iter().all(|value| value.number.is_none()) {
                let gap = (*x, top + LINE_HEIGHT / 2.0, &*row.values[0].text);
                words(&mut marks, "", &[gap]);
            }
        }
        let bottom = top + LINE_HEIGHT + if self.names.len() > 1 { 2.0 } else { 0.7 };
        let line = em(bottom);
        let _ = write!(
            marks,
            "<line class=\"chart__axis\" y1=\"{line}\" x2=\"100%\" y2=\"{line}\"/>"
        );
        let labels = self.rows.iter().map(|row| &*row.label);
        let labels: Vec<(f64, f64, &str)> = places
            .iter()
            .zip(labels)
            .map(|(x, label)| (*x, bottom + 1.3, label))
            .collect();
        words(&mut marks, "", &labels);
        (bottom + 1.8, marks)
    }

    /// The lowest and the highest number of the room of a line. It begins at nothing, unless all
    /// numbers are far from that and near each other.
    fn range(&self) -> (f64, f64) {
        let low = self.numbers().fold(f64::INFINITY, f64::min);
        let high = self.numbers().fold(f64::NEG_INFINITY, f64::max);
        if low == high {
            (low - 1.0, high + 1.0)
        } else if low > 0.0 && low < high / 2.0 {
            (0.0, high)
        } else {
            (low, high)
        }
    }

    /// The place of each row, as a part of the width: by the years in the labels if each has one,
    /// and else evenly.
    fn places(&self) -> Vec<f64> {
        let years = self.rows.iter().map(|row| year(&row.label).map(f64::from));
        let years: Option<Vec<f64>> = years.collect();
        let even =
            || (0..self.rows.len()).scan(0.0, |at, _| Some(std::mem::replace(at, *at + 1.0)));
        let steps = years
            .filter(|years| years.is_sorted_by(|before, after| before < after))
            .unwrap_or_else(|| even().collect());
        let (first, last) = (steps[0], steps[steps.len() - 1]);
        let place = |step: &f64| MARGIN + (step - first) / (last - first) * (100.0 - 2.0 * MARGIN);
        steps.iter().map(place).collect()
    }
}

/// The year in a label.
fn year(label: &str) -> Option<i16> {
    let mut words = label.split(|c: char| !c.is_alphanumeric());
    let year = words.find(|word| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit()));
    year?.parse().ok()
}

/// Words at their places from left to right. Those for which there is no room on a narrow phone
/// are left out, but for the first and the last: the table has them all.
fn words(marks: &mut String, attributes: &str, words: &[(f64, f64, &str)]) {
    let width = |text: &str| LETTER * text.chars().count() as f64;
    let Some(last) = words.len().checked_sub(1) else {
        return;
    };
    let mut taken = f64::NEG_INFINITY;
    for (number, (x, y, word)) in words.iter().enumerate() {
        let (x, width) = (*x, width(word));
        let is_at_edge = [x < 1.5 * MARGIN, x > 100.0 - 1.5 * MARGIN];
        let (start, anchor) = match is_at_edge {
            [true, _] => (x, ""),
            [_, true] => (x - width, " text-anchor=\"end\""),
            _ => (x - width / 2.0, " text-anchor=\"middle\""),
        };
        let (last_x, _, last_word) = words[last];
        let is_free = start > taken
            && (number == last
                || start + width < last_x - LETTER * last_word.chars().count() as f64);
        if !is_free && number != last && number != 0 {
            continue;
        }
        taken = start + width;
        let place = format!("{attributes} x=\"{}\"{anchor}", percent(x));
        text(marks, &place, word, *y);
    }
}

fn text(marks: &mut String, attributes: &str, words: &str, y: f64) {
    let _ = write!(marks, "<text{attributes} y=\"{}\">", em(y));
    push_escaped(marks, words);
    marks.push_str("</text>");
}

fn circle(marks: &mut String, column: usize, x: f64, y: f64) {
    let (class, x, y) = (class(column), percent(x), em(y));
    let _ = write!(marks, "<circle{class} cx=\"{x}\" cy=\"{y}\" r=\".35em\"/>");
}

/// The class of what is drawn of the second column: it differs by more than its colour.
fn class(column: usize) -> &'static str {
    if column == 0 {
        ""
    } else {
        " class=\"chart__other\""
    }
}

/// A length as short as can be: `1.5em`, `3em`.
fn em(length: f64) -> String {
    format!("{}em", rounded(length))
}

fn percent(part: f64) -> String {
    format!("{}%", rounded(part))
}

fn rounded(length: f64) -> f64 {
    (length * 10.0).round() / 10.0
}
