//! The description of the search with which a browser can offer it by itself (OpenSearch 1.1).

use askama::Template;

use crate::outputs::format::{FormatLink, Output, OutputFormat, OutputSource};
use crate::outputs::renderer::SiteRenderer;
use crate::outputs::template::render_template;
use crate::site::Site;
use crate::snapshot::Answer;

pub static OPEN_SEARCH: OutputFormat = OutputFormat {
    media_type: "application/opensearchdescription+xml",
    link: Some(FormatLink {
        rel: "search",
        title: |site, _, _| site.config.name.clone(),
        label: |_, _, _| String::new(),
    }),
    outputs,
    write,
};

/// The longest name that OpenSearch allows, in characters.
const MAX_SHORT_NAME: usize = 16;

#[derive(Template)]
#[template(path = "opensearch.xml")]
struct OpenSearch<'a> {
    short_name: String,
    description: &'a str,
    language: &'a str,
    address: String,
}

fn outputs(site: &Site<'_>) -> Vec<Output> {
    let description = |(language, tag): (usize, &str)| {
        let route = site.generated().search_description.get(tag)?.clone();
        Some(Output {
            linked_from: Some(language),
            ..Output::new(route, OutputSource::Search(language), &OPEN_SEARCH)
        })
    };
    let tags = site.languages.iter().map(|language| language.settings.tag);
    tags.enumerate().filter_map(description).collect()
}

fn write(renderer: &SiteRenderer<'_>, output: &Output) -> Answer {
    let OutputSource::Search(language) = output.source else {
        unreachable!("only the search is described");
    };
    let site = renderer.site;
    let settings = site.languages[language].settings;
    let short_name: String = site.config.name.chars().take(MAX_SHORT_NAME).collect();
    let home = site.at(&settings.home).filter(|_| language > 0);
    output.answer(render_template(&OpenSearch {
        short_name: short_name.trim_end().to_owned(),
        description: home.map_or(&site.config.description, |home| {
            &site.page(home).meta.summary
        }),
        language: settings.tag,
        address: site.absolute(&site.generated().search[settings.tag]),
    }))
}
