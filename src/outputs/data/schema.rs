//! The description of the open data of a kind, as JSON Schema (2020-12).

use serde_json::{Map, Value, json};

use crate::kinds::spec::ColumnForm;
use crate::outputs::data::dataset::{DataColumn, Dataset};
use crate::outputs::data::{collection_of, outputs_of, title};
use crate::outputs::format::{Output, OutputFormat};
use crate::outputs::renderer::SiteRenderer;
use crate::route::Route;
use crate::site::{Collection, Site};
use crate::snapshot::Answer;

pub static DATA_SCHEMA: OutputFormat = OutputFormat {
    media_type: "application/schema+json",
    link: None,
    outputs: |site| outputs_of(site, ENDING, &DATA_SCHEMA),
    write,
};

const ENDING: &str = "schema.json";

/// The address of the description of a kind.
pub fn route(site: &Site<'_>, collection: &Collection<'_>) -> Route {
    super::route(site, collection, ENDING).expect("there is data where it is described")
}

fn write(renderer: &SiteRenderer<'_>, output: &Output) -> Answer {
    let (site, dataset) = (renderer.site, Dataset::of(renderer, collection_of(output)));
    let names: Vec<&str> = dataset.columns.iter().map(|column| column.name).collect();
    let properties = dataset.columns.iter().map(property);
    let schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": site.absolute(&output.route),
        "title": title(site, dataset.collection),
        "type": "object",
        "required": ["publisher", "licence", "items"],
        "properties": {
            "$schema": { "type": "string", "format": "uri" },
            "publisher": { "type": "string" },
            "licence": { "type": ["string", "null"], "format": "uri" },
            "items": {
                "type": "array",
                "items": {
                    "type": "object",
                    "required": names,
                    "properties": properties.collect::<Map<_, _>>(),
                    "additionalProperties": false,
                },
            },
        },
        "additionalProperties": false,
    });
    output.answer(format!("{schema:#}\n"))
}

fn property(column: &DataColumn) -> (String, Value) {
    let mut form = match column.form {
        ColumnForm::Text => json!({ "type": ["string", "null"] }),
        ColumnForm::Number => json!({ "type": ["number", "null"] }),
        ColumnForm::Day => json!({ "type": ["string", "null"], "format": "date" }),
        ColumnForm::Address => json!({ "type": ["string", "null"], "format": "uri" }),
        ColumnForm::Texts => json!({ "type": "array", "items": { "type": "string" } }),
        ColumnForm::Addresses => {
            json!({ "type": "array", "items": { "type": "string", "format": "uri" } })
        }
    };
    form["description"] = json!(column.description);
    (column.name.to_owned(), form)
}
