//! Stage 3: the checked site becomes answers: pages, feeds, metadata and assets, each rendered once.

mod alphabet;
pub mod assets;
mod body;
mod errors;
mod feeds;
mod frame;
mod lists;
mod map;
mod metadata;
mod pages;
mod patterns;
mod search;
mod view;

use std::sync::Arc;

use rayon::prelude::*;

use crate::render::assets::Assets;
use crate::render::frame::SiteFrame;
use crate::route::{OldAddress, Route};
use crate::search::Index;
use crate::site::{Archive, Outcome, Site};
use crate::snapshot::{Answer, CachePolicy, Snapshot, Stored};
use crate::text::Text;

/// Renders the whole site. Bodies that are the same as in `previous` are taken from it, with what was compressed of them.
pub fn render(site: &Site<'_>, text: Arc<Text>, assets: &Assets, index: Arc<Index>, previous: Option<&Snapshot>) -> Snapshot {
    let frame = Arc::new(SiteFrame::new(site, text, assets));
    let archives = site.archives();
    let renderer = Renderer { site, frame: &frame, assets, archives: &archives };
    let store = |route: &Route, media_type, cache, body: String| {
        let stored = Stored::new(media_type, cache, body);
        (route.clone(), Answer::Page(known(previous, route, stored)))
    };
    let page = |route: &Route, body: String| store(route, "text/html; charset=utf-8", CachePolicy::Revalidate, body);

    let mut answers: Vec<(Route, Answer)> = (0..site.pages.len())
        .into_par_iter()
        .filter(|id| !renderer.is_listed(*id))
        .map(|id| page(&site.pages[id].page.route, renderer.page(id)))
        .collect();
    answers.par_extend(site.listings.par_iter().map(|listing| page(&listing.route, renderer.listing(listing))));
    answers.push(store(
        &Route::home().file("sitemap.xml"),
        "application/xml; charset=utf-8",
        CachePolicy::Revalidate,
        feeds::sitemap(site),
    ));
    answers.push(store(&Route::home().file("robots.txt"), "text/plain; charset=utf-8", CachePolicy::Revalidate, feeds::robots(site)));
    if let Some(description) = feeds::open_search(site) {
        let route = Route::home().file("opensearch.xml");
        answers.push(store(&route, "application/opensearchdescription+xml", CachePolicy::Revalidate, description));
    }
    if let Some((route, feed)) = feeds::atom(&renderer) {
        answers.push(store(&route, "application/atom+xml; charset=utf-8", CachePolicy::Revalidate, feed));
    }
    answers.extend(assets.answers(previous));
    answers.extend(site.own.index.as_ref().map(|route| page(route, renderer.index(route))));
    answers.extend(site.own.overview.as_ref().map(|route| page(route, renderer.overview(route))));
    answers.extend(site.own.patterns.as_ref().map(|route| page(route, renderer.patterns())));
    if let Some(route) = &site.own.search {
        answers.push((route.clone(), Answer::Computed(Arc::new(search::Search::new(&renderer, route, index)))));
    }
    let mut families = Vec::new();
    for (address, outcome) in &site.old {
        let answer = match outcome {
            Outcome::Moved(to) => Answer::Moved(to.clone()),
            Outcome::Gone { reason, instead } => {
                let stored = Stored::new("text/html; charset=utf-8", CachePolicy::Revalidate, renderer.gone(reason, *instead));
                Answer::Gone(Arc::new(stored))
            }
        };
        match address {
            OldAddress::One(route) => answers.push((route.clone(), answer)),
            OldAddress::Many(family) => families.push((family.clone(), answer)),
        }
    }
    // An editor may give a file or an old address the name of something else; what was added first keeps it.
    answers.sort_by(|(a, _), (b, _)| a.cmp(b));
    answers.dedup_by(|(later, _), (first, _)| later == first);
    let offered = renderer.teasers(0..site.pages.len());
    Snapshot::new(answers, families, errors::pages(&frame, offered), &site.config.language, site.until)
}

/// The stored body of the previous snapshot, where it has the same bytes.
fn known(previous: Option<&Snapshot>, route: &Route, stored: Stored) -> Arc<Stored> {
    match previous.and_then(|snapshot| snapshot.get(route)) {
        Some(Answer::Page(known)) if known.forms.digest() == stored.forms.digest() && known.cache == stored.cache => known.clone(),
        _ => Arc::new(stored),
    }
}

/// What every page is rendered from.
struct Renderer<'a> {
    site: &'a Site<'a>,
    frame: &'a Arc<SiteFrame>,
    assets: &'a Assets,
    archives: &'a [Archive],
}

/// A template that cannot fail: it prints finished values into memory.
fn print(template: &impl askama::Template) -> String {
    template.render().expect("a template only prints finished values")
}
