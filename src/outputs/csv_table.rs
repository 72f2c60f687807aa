//! A CSV file as a table in a page, whichever program wrote it.

use crate::html::push_escaped;
use crate::message;
use crate::message::Message;

/// The most rows and columns that a page shows: who wants more takes the file.
const MAX_ROWS: usize = 100;
const MAX_COLUMNS: usize = 12;

/// The marks that stand between cells.
const DELIMITERS: [u8; 3] = [b';', b',', b'\t'];

/// The table in a CSV file, as far as a page shows it.
#[derive(Clone, Debug, Default)]
pub struct CsvTable {
    head: Vec<String>,
    rows: Vec<Vec<String>>,
    /// Its faults, each with the remedy.
    pub faults: Vec<(Message, Message)>,
}

impl CsvTable {
    /// Reads the text of a file.
    pub fn read(text: &str) -> Self {
        let (named, body) = named_delimiter(text).unzip();
        let body = body.unwrap_or(text);
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(named.unwrap_or_else(|| delimiter(body)))
            .flexible(true)
            .has_headers(false)
            .from_reader(body.as_bytes());
        let mut records = reader.records().flatten();
        let cells = |record: &csv::StringRecord| -> Vec<String> {
            record.iter().map(|cell| cell.trim().to_owned()).collect()
        };
        let mut table = CsvTable::default();
        let Some(head) = records.next().map(|record| cells(&record)) else {
            let fault = (message!("csv-empty"), message!("csv-empty-help"));
            table.faults.push(fault);
            return table;
        };
        let mut count = 0;
        let mut lines = Lines::of(body, 1 + usize::from(named.is_some()));
        for record in records {
            count += 1;
            if record.len() != head.len() {
                let line = lines.line_of(&record);
                let message = uneven(line, &record, head.len());
                table.faults.push((message, message!("csv-uneven-help")));
            }
            if count <= MAX_ROWS {
                let mut row = cells(&record);
                row.resize(head.len().min(MAX_COLUMNS), String::new());
                table.rows.push(row);
            }
        }
        if count > MAX_ROWS {
            let message = message!("csv-rows", count, most = MAX_ROWS);
            table.faults.push((message, message!("csv-rows-help")));
        }
        if head.len() > MAX_COLUMNS {
            let message = message!("csv-columns", count = head.len(), most = MAX_COLUMNS);
            table.faults.push((message, message!("csv-columns-help")));
        }
        table.head = head;
        table.head.truncate(MAX_COLUMNS);
        table
    }

    /// The parts of the table behind its caption.
    pub fn push_html(&self, html: &mut String) {
        let columns = 0..self.head.len();
        let classes: Vec<&str> = columns.map(|column| self.class(column)).collect();
        html.push_str("<thead>\n<tr>");
        for (name, class) in self.head.iter().zip(&classes) {
            html.push_str(&format!("<th scope=\"col\"{class}>"));
            push_escaped(html, name);
            html.push_str("</th>");
        }
        html.push_str("</tr>\n</thead>\n<tbody>\n");
        for row in &self.rows {
            html.push_str("<tr>");
            for (cell, class) in row.iter().zip(&classes) {
                html.push_str(&format!("<td{class}>"));
                push_escaped(html, cell);
                html.push_str("</td>");
            }
            html.push_str("</tr>\n");
        }
        html.push_str("</tbody>\n");
    }

    /// The class of a column: one of numbers stands on the right.
    fn class(&self, column: usize) -> &'static str {
        let mut cells = self.rows.iter().map(|row| row[column].as_str());
        let holds_number = cells.clone().any(|cell| !cell.is_empty());
        match holds_number && cells.all(|cell| cell.is_empty() || is_number(cell)) {
            true => " class=\"number\"",
            false => "",
        }
    }
}

/// The problem of a row that has more or fewer cells than the head: what it has more is named, as
/// it stands nowhere on the page.
fn uneven(line: usize, row: &csv::StringRecord, head: usize) -> Message {
    let cells = row.len();
    let lost: Vec<&str> = row.iter().skip(head).map(str::trim).collect();
    match lost.iter().all(|cell| cell.is_empty()) {
        true => message!("csv-uneven", line, cells, head),
        false => message!("csv-cells-lost", line, cells, head, lost = lost.join(" | ")),
    }
}

/// The lines of a text, counted as far as its rows have been read.
struct Lines<'a> {
    text: &'a [u8],
    at: usize,
    line: usize,
}

impl<'a> Lines<'a> {
    /// `line` is the number of the first.
    fn of(text: &'a str, line: usize) -> Self {
        let text = text.as_bytes();
        Lines { text, at: 0, line }
    }

    /// The line on which a row begins: its position is that of the empty lines before it.
    fn line_of(&mut self, row: &csv::StringRecord) -> usize {
        let start = row.position().map_or(0, csv::Position::byte);
        let start = usize::try_from(start).unwrap_or(usize::MAX);
        while let Some(byte) = self.text.get(self.at) {
            if self.at >= start && !matches!(byte, b'\r' | b'\n') {
                break;
            }
            let is_end = match byte {
                b'\r' => self.text.get(self.at + 1) != Some(&b'\n'),
                byte => *byte == b'\n',
            };
            self.line += usize::from(is_end);
            self.at += 1;
        }
        self.line
    }
}

/// The mark that a first line `sep=;` names, as it is written for a spreadsheet, and the text
/// behind that line.
fn named_delimiter(text: &str) -> Option<(u8, &str)> {
    let (first, rest) = text.split_once(['\r', '\n'])?;
    let first = first.trim_matches('"').to_ascii_lowercase();
    let mark = first.strip_prefix("sep=")?.as_bytes();
    let [mark] = mark else { return None };
    Some((*mark, rest.strip_prefix('\n').unwrap_or(rest)))
}

/// The mark between the cells of the first line: the one that it has most of.
fn delimiter(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or_default();
    let count = |mark: &u8| first.bytes().filter(|byte| byte == mark).count();
    let most = DELIMITERS.iter().rev().max_by_key(|mark| count(mark));
    *most.expect("there are some")
}

/// True for a cell with nothing but a number, with what stands around one: `€ 1.200,50`, `-3 %`.
fn is_number(cell: &str) -> bool {
    let number = cell.trim_matches(|c: char| " \u{a0}€%".contains(c));
    let is_part = |c: char| c.is_ascii_digit() || ".,-−+ \u{a0}".contains(c);
    number.contains(|c: char| c.is_ascii_digit()) && number.chars().all(is_part)
}
