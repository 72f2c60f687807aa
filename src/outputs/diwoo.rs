//! The documents that a public body publishes under the Woo, for the harvester of the government: a
//! site map index for each category that has documents, with their metadata (DiWoo 0.9.8). A site
//! whose publisher has no identifier claims nothing.

use askama::Template;

use crate::date::{self, Date};
use crate::outputs::format::{Output, OutputFormat, OutputSource};
use crate::outputs::renderer::SiteRenderer;
use crate::outputs::sitemap;
use crate::outputs::template::render_template;
use crate::route::Route;
use crate::site::{Site, SitePage};
use crate::snapshot::Answer;
use crate::woo::{self, WooCategory, WooTerm};

pub static DIWOO: OutputFormat = OutputFormat {
    media_type: "application/xml; charset=utf-8",
    link: None,
    outputs,
    write,
};

/// The number of addresses that the protocol allows in one file.
const MAX_ENTRIES: usize = 50_000;

#[derive(Template)]
#[template(path = "diwoo.xml")]
struct DiWoo {
    publisher: WooTerm,
    category: WooTerm,
    action: WooTerm,
    documents: Vec<WooDocument>,
}

/// A document, which is a file of the site or the page itself.
struct WooDocument {
    address: String,
    title: String,
    day: Date,
    /// The start of that day.
    moment: String,
    changed: Date,
    language: Option<WooTerm>,
    format: WooTerm,
}

/// The addresses of the indexes, for the rules for crawlers.
pub fn indexes(site: &Site<'_>) -> impl Iterator<Item = Route> {
    let categories = WooCategory::all().iter().enumerate();
    let of_publisher = categories.filter(|_| site.config.publisher.tooi.is_some());
    let with_documents = of_publisher.filter(|(_, category)| !documents(site, category).is_empty());
    with_documents.map(|(_, category)| index_route(category))
}

fn index_route(category: &WooCategory) -> Route {
    let name = format!("sitemapindex-diwoo-infocat{:03}.xml", category.number);
    Route::home().file(&name)
}

fn part_route(category: &WooCategory, part: usize) -> Route {
    let name = format!("sitemap-diwoo-infocat{:03}-{part}.xml", category.number);
    Route::home().file(&name)
}

fn outputs(site: &Site<'_>) -> Vec<Output> {
    let mut outputs = Vec::new();
    if site.config.publisher.tooi.is_none() {
        return outputs;
    }
    for (number, category) in WooCategory::all().iter().enumerate() {
        let parts = documents(site, category).len().div_ceil(MAX_ENTRIES);
        if parts > 0 {
            let source = OutputSource::WooIndex(number);
            outputs.push(Output::new(index_route(category), source, &DIWOO));
        }
        for part in 1..=parts {
            let source = OutputSource::WooPart {
                category: number,
                part,
            };
            outputs.push(Output::new(part_route(category, part), source, &DIWOO));
        }
    }
    outputs
}

fn write(renderer: &SiteRenderer<'_>, output: &Output) -> Answer {
    let (site, publisher) = (renderer.site, &renderer.site.config.publisher);
    output.answer(match output.source {
        OutputSource::WooIndex(number) => {
            let category = &WooCategory::all()[number];
            let documents = documents(site, category);
            let parts = documents.chunks(MAX_ENTRIES).zip(1..);
            let parts = parts.map(|(part, number)| {
                let changed = part.iter().map(|document| document.changed).max();
                (part_route(category, number), changed)
            });
            sitemap::index(&parts.collect::<Vec<_>>(), &site.config.base_url)
        }
        OutputSource::WooPart {
            category: number,
            part,
        } => {
            let category = &WooCategory::all()[number];
            let identifier = publisher.tooi.clone();
            let documents = documents(site, category).into_iter();
            render_template(&DiWoo {
                publisher: WooTerm {
                    identifier: identifier.expect("only a body with an identifier has documents"),
                    name: publisher.name.clone(),
                },
                category: category.term(),
                action: woo::action(),
                documents: documents
                    .skip((part - 1) * MAX_ENTRIES)
                    .take(MAX_ENTRIES)
                    .collect(),
            })
        }
        _ => unreachable!("there are no such documents of {:?}", output.source),
    })
}

/// The documents of a category, each under the address of its file. One without a day is left out,
/// since its metadata need one; and so is one that is kept elsewhere, which that site has to offer.
fn documents(site: &Site<'_>, category: &WooCategory) -> Vec<WooDocument> {
    let mut documents = Vec::new();
    for site_page in &site.pages {
        let page = &site_page.page;
        let publication = (page.kind.publication)(&page.facts);
        let publication = publication.filter(|of| {
            let own = of.category.as_ref();
            own.is_some_and(|(own, _)| *own == category)
        });
        let (Some(publication), Some(day)) = (publication, page.meta.date) else {
            continue;
        };
        let tag = publication.language.as_deref().unwrap_or(page.language);
        let files = files(site_page, publication.is_elsewhere);
        documents.extend(files.into_iter().filter_map(|(route, title)| {
            let (_, ending) = route.as_str().rsplit_once('.').unwrap_or(("", "html"));
            Some(WooDocument {
                address: site.absolute(&route),
                title: title.to_owned(),
                day,
                moment: date::rfc3339(day, &site.config.time_zone),
                changed: page.meta.last_changed().unwrap_or(day),
                language: woo::language(tag),
                format: woo::format(ending)?,
            })
        }));
    }
    documents
}

/// The files of a document, each with its title; the page itself where there are none at all.
fn files(site_page: &SitePage, is_elsewhere: bool) -> Vec<(Route, &str)> {
    let page = &site_page.page;
    let downloads = page.meta.downloads.iter();
    let files = downloads.zip(&site_page.references.downloads);
    let files: Vec<(Route, &str)> = files
        .filter_map(|(download, key)| {
            let key = key.as_ref()?;
            let path = key.strip_prefix("content/").unwrap_or(key);
            Some((Route::home().file(path), download.title.as_str()))
        })
        .collect();
    if files.is_empty() && !is_elsewhere {
        return vec![(page.route.clone(), &page.meta.title)];
    }
    files
}
