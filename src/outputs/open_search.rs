//! The description of the search with which a browser can offer it by itself (OpenSearch 1.1).

use askama::Template;

use crate::config::Language;
use crate::outputs::format::{FormatLink, Output, OutputFormat, OutputSource};
use crate::outputs::renderer::SiteRenderer;
use crate::outputs::template::render_template;
use crate::site::{SEARCH_DESCRIPTION, Site};
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
    let languages = site.languages.iter().map(|of| of.settings).enumerate();
    let searched = languages.filter(|(_, settings)| settings.search.is_some());
    let description = |(language, settings): (usize, &Language)| Output {
        linked_from: Some(language),
        ..Output::new(
            settings.home.file(SEARCH_DESCRIPTION),
            OutputSource::Search(language),
            &OPEN_SEARCH,
        )
    };
    searched.map(description).collect()
}

fn write(renderer: &SiteRenderer<'_>, output: &Output) -> Answer {
    let site = renderer.site;
    let OutputSource::Search(language) = output.source else {
        unreachable!("only the search is described");
    };
    let settings = site.languages[language].settings;
    let search = settings.search.as_ref();
    let search = search.expect("a search that is described has an address");
    let short_name: String = site.config.name.chars().take(MAX_SHORT_NAME).collect();
    let home = site.at(&settings.home).filter(|_| language > 0);
    output.answer(render_template(&OpenSearch {
        short_name: short_name.trim_end().to_owned(),
        description: home.map_or(&site.config.description, |home| {
            &site.page(home).meta.summary
        }),
        language: settings.tag,
        address: site.absolute(search),
    }))
}
