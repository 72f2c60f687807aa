//! The pages of the site.

use std::sync::Arc;

use rustc_hash::FxHashSet;

use crate::kinds;
use crate::outputs::errors;
use crate::outputs::finder::Finder;
use crate::outputs::format::{GeneratedPage, Output, OutputFormat, OutputSource};
use crate::outputs::renderer::{RenderContext, SiteRenderer};
use crate::outputs::search::Search;
use crate::outputs::{alerts, data, follow, generated, markdown, paged_list, patterns, tags};
use crate::route::Route;
use crate::site::{PageId, Reason, Site};
use crate::snapshot::headers::canonical_link;
use crate::snapshot::markdown::MarkdownVariant;
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
        (&addresses.data, GeneratedPage::Data),
        (&addresses.tags, GeneratedPage::Tags),
        (&addresses.finder, GeneratedPage::Finder),
        (&addresses.follow, GeneratedPage::Follow),
        (&addresses.patterns, GeneratedPage::Patterns),
    ] {
        let route = route.iter();
        outputs.extend(route.map(|route| output(route, OutputSource::Generated(page))));
    }
    let tags = site.tags.iter().enumerate();
    outputs.extend(tags.map(|(number, tag)| output(&tag.route, OutputSource::Tag(number))));
    for (number, language) in site.languages.iter().enumerate() {
        let search = language.settings.search.iter();
        outputs.extend(search.map(|route| output(route, OutputSource::Search(number))));
    }
    outputs
}

fn write(renderer: &SiteRenderer<'_>, output: &Output) -> Answer {
    let (site, cx) = (renderer.site, &renderer.languages[0]);
    let route = &output.route;
    match output.source {
        OutputSource::Page(id) => {
            let cx = renderer.context(id);
            page(cx, route, kinds::render_page(cx, id))
        }
        OutputSource::List { collection, list } => {
            let collection = &site.collections[collection];
            let html = paged_list::render(cx, collection, &collection.lists[list]);
            page(cx, route, html)
        }
        OutputSource::Generated(GeneratedPage::Index) => {
            page(cx, route, generated::index(cx, route))
        }
        OutputSource::Generated(GeneratedPage::Overview) => {
            page(cx, route, generated::overview(cx, route))
        }
        OutputSource::Generated(GeneratedPage::Alerts) => {
            page(cx, route, alerts::render(cx, route))
        }
        OutputSource::Generated(GeneratedPage::Data) => {
            page(cx, route, data::render(renderer, cx, route))
        }
        OutputSource::Generated(GeneratedPage::Finder) => {
            Answer::Dynamic(Arc::new(Finder::new(cx, route.clone())))
        }
        OutputSource::Generated(GeneratedPage::Patterns) => {
            Answer::Stored(Arc::new(stored(cx, patterns::render(cx))))
        }
        OutputSource::Generated(GeneratedPage::Follow) => {
            page(cx, route, follow::render(cx, route))
        }
        OutputSource::Generated(GeneratedPage::Tags) => page(cx, route, tags::all(cx, route)),
        OutputSource::Tag(number) => page(cx, route, tags::one(cx, number)),
        OutputSource::Search(language) => {
            let cx = &renderer.languages[language];
            let search = Search::new(cx, route.clone(), renderer.index.clone());
            Answer::Dynamic(Arc::new(search))
        }
        OutputSource::Items(_)
        | OutputSource::Archive(..)
        | OutputSource::Site
        | OutputSource::SitePart(_)
        | OutputSource::WooIndex(_)
        | OutputSource::WooPart { .. } => {
            unreachable!("there is no page of {:?}", output.source)
        }
    }
}

fn page(cx: &RenderContext<'_>, route: &Route, html: String) -> Answer {
    let canonical = canonical_link(&cx.site.absolute(route));
    let form = canonical.map(|canonical| MarkdownVariant::new(canonical, markdown::of_page));
    Answer::Stored(Arc::new(Stored {
        markdown: form,
        ..stored(cx, html)
    }))
}

/// The page at an address whose content is gone.
pub fn gone(renderer: &SiteRenderer<'_>, reason: &Reason, replacement: PageId) -> Answer {
    let cx = renderer.context(replacement);
    Answer::Gone(Arc::new(stored(cx, errors::gone(cx, reason, replacement))))
}

fn stored(cx: &RenderContext<'_>, html: String) -> Stored {
    Stored::page(cx.language.settings.tag, CachePolicy::Revalidate, html)
}
