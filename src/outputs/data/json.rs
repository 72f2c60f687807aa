//! The open data of a kind as JSON.

use serde_json::{Map, Value, json};

use crate::outputs::data::dataset::Dataset;
use crate::outputs::data::{collection_of, outputs_of, schema};
use crate::outputs::format::{Output, OutputFormat};
use crate::outputs::renderer::SiteRenderer;
use crate::snapshot::Answer;

pub static DATA_JSON: OutputFormat = OutputFormat {
    media_type: "application/json",
    link: None,
    outputs: |site| outputs_of(site, "json", &DATA_JSON),
    write,
};

fn write(renderer: &SiteRenderer<'_>, output: &Output) -> Answer {
    let (site, dataset) = (renderer.site, Dataset::of(renderer, collection_of(output)));
    let item = |id: &usize| {
        let names = dataset.columns.iter().map(|column| column.name.to_owned());
        let pairs = names.zip(dataset.row(site, *id));
        Value::Object(pairs.collect::<Map<_, _>>())
    };
    let items: Vec<Value> = dataset.collection.items.iter().map(item).collect();
    let data = json!({
        "$schema": site.absolute(&schema::route(site, dataset.collection)),
        "publisher": site.config.publisher.name,
        "licence": site.config.data.licence,
        "items": items,
    });
    output.answer(format!("{data}\n"))
}
