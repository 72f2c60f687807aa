//! The pages of the site.

use std::sync::Arc;

use rustc_hash::FxHashSet;

use crate::kinds;
use crate::outputs::errors;
use crate::outputs::finder::Finder;
use crate::outputs::format::{GeneratedPage, Output, OutputFormat, OutputSource};
use crate::outputs::renderer::{RenderContext, SiteRenderer};
use crate::outputs::search::Search;
use crate::outputs::{alerts, generated, paged_list, patterns};
use crate::route::Route;
use crate::site::{PageId, Reason, Site};
use crate::snapshot::{Answer, CachePolicy, Stored};

pub static HTML: OutputFormat = OutputFormat {
    media_type: "text/html; charset=utf-8",
    link: None,
    outputs,
    write,
};

/// The pages of files come first, in the order of the files: those that show each other lie close
/// together.
fn outputs(site: &Site<'_>) -> Vec<Output> {
    let output = |route: &Route, source| Output::new(route.clone(), source, &HTML);
    let collections = site.collections.iter().enumerate();
    let lists: Vec<Output> = collections
        .flat_map(|(collection, of)| {
            let lists = of.lists.iter().enumerate();
            lists.map(move |(list, page)| {
                output(&page.route, OutputSource::List { collection, list })
            })
        })
        .collect();
    // The page of a file that is the first of a list is rendered as part of that list.
    let listed: FxHashSet<&Route> = lists.iter().map(|output| &output.route).collect();
    let mut outputs = Vec::with_capacity(site.pages.len() + lists.len());
    for (id, site_page) in site.pages.iter().enumerate() {
        let route = &site_page.page.route;
        if !listed.contains(route) {
            outputs.push(output(route, OutputSource::Page(id)));
        }
    }
    outputs.extend(lists);
    let addresses = &site.config.addresses;
    for (route, page) in [
        (&addresses.index, GeneratedPage::Index),
        (&addresses.overview, GeneratedPage::Overview),
        (&addresses.alerts, GeneratedPage::Alerts),
        (&addresses.finder, GeneratedPage::Finder),
        (&addresses.patterns, GeneratedPage::Patterns),
    ] {
        let route = route.iter();
        outputs.extend(route.map(|route| output(route, OutputSource::Generated(page))));
    }
    for (number, language) in site.languages.iter().enumerate() {
        let search = language.settings.search.iter();
        outputs.extend(search.map(|route| output(route, OutputSource::Search(number))));
    }
    outputs
}

fn write(renderer: &SiteRenderer<'_>, output: &Output) -> Answer {
    let (site, cx) = (renderer.site, &renderer.languages[0]);
    match output.source {
        OutputSource::Page(id) => {
            let cx = renderer.context(id);
            page(cx, kinds::render_page(cx, id))
        }
        OutputSource::List { collection, list } => {
            let collection = &site.collections[collection];
            page(
                cx,
                paged_list::render(cx, collection, &collection.lists[list]),
            )
        }
        OutputSource::Generated(GeneratedPage::Index) => {
            page(cx, generated::index(cx, &output.route))
        }
        OutputSource::Generated(GeneratedPage::Overview) => {
            page(cx, generated::overview(cx, &output.route))
        }
        OutputSource::Generated(GeneratedPage::Alerts) => {
            page(cx, alerts::render(cx, &output.route))
        }
        OutputSource::Generated(GeneratedPage::Finder) => {
            Answer::Dynamic(Arc::new(Finder::new(cx, output.route.clone())))
        }
        OutputSource::Generated(GeneratedPage::Patterns) => page(cx, patterns::render(cx)),
        OutputSource::Search(language) => {
            let cx = &renderer.languages[language];
            let search = Search::new(cx, output.route.clone(), renderer.index.clone());
            Answer::Dynamic(Arc::new(search))
        }
        OutputSource::Collection(_) | OutputSource::Site | OutputSource::SitePart(_) => {
            unreachable!("there is no page of {:?}", output.source)
        }
    }
}

fn page(cx: &RenderContext<'_>, html: String) -> Answer {
    Answer::Stored(stored(cx, html))
}

/// The page at an address whose content is gone.
pub fn gone(renderer: &SiteRenderer<'_>, reason: &Reason, replacement: PageId) -> Answer {
    let cx = renderer.context(replacement);
    Answer::Gone(stored(cx, errors::gone(cx, reason, replacement)))
}

fn stored(cx: &RenderContext<'_>, html: String) -> Arc<Stored> {
    let language = cx.language.settings.tag;
    Arc::new(Stored::page(language, CachePolicy::Revalidate, html))
}
