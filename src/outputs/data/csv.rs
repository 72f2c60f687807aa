//! The open data of a kind as CSV (RFC 4180). What a column has several of stands in one cell, with
//! a line for each.

use serde_json::Value;

use crate::outputs::data::dataset::Dataset;
use crate::outputs::data::{collection_of, outputs_of};
use crate::outputs::format::{Output, OutputFormat};
use crate::outputs::renderer::SiteRenderer;
use crate::snapshot::Answer;

pub static DATA_CSV: OutputFormat = OutputFormat {
    media_type: "text/csv; charset=utf-8",
    link: None,
    outputs: |site| outputs_of(site, "csv", &DATA_CSV),
    write,
};

fn write(renderer: &SiteRenderer<'_>, output: &Output) -> Answer {
    const IN_MEMORY: &str = "writing to memory does not fail";
    let (site, dataset) = (renderer.site, Dataset::of(renderer, collection_of(output)));
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    let names = dataset.columns.iter().map(|column| column.name);
    writer.write_record(names).expect(IN_MEMORY);
    for id in &dataset.collection.items {
        let row = dataset.row(site, *id);
        writer.write_record(row.iter().map(cell)).expect(IN_MEMORY);
    }
    let bytes = writer.into_inner().expect(IN_MEMORY);
    output.answer(String::from_utf8(bytes).expect("all cells are text"))
}

/// A value as it is read in a cell.
fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(values) => {
            let values: Vec<String> = values.iter().map(cell).collect();
            values.join("\n")
        }
        other => other.to_string(),
    }
}
