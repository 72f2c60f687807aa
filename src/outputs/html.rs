//! The pages of the site.

use std::sync::Arc;

use rustc_hash::FxHashSet;

use crate::outputs::format::{Format, GeneratedPage, Output, Source};
use crate::outputs::renderer::{PageContext, SiteRenderer};
use crate::outputs::search::Search;
use crate::route::Route;
use crate::site::{PageId, Reason, Site};
use crate::snapshot::{Answer, CachePolicy, Stored};

pub static HTML: Format = Format {
    media_type: "text/html; charset=utf-8",
    link: None,
    outputs,
    write,
};

/// The pages of files come first, in the order of the files: those that show each other lie close
/// together.
fn outputs(site: &Site<'_>) -> Vec<Output> {
    let output = |route: &Route, source| Output::new(route.clone(), source, &HTML);
    // The page of a file that is the first of a list is rendered as part of that list.
    let listed: FxHashSet<&Route> = site.listings.iter().map(|listing| &listing.route).collect();
    let pages = site.pages.iter().enumerate().filter_map(|(id, site_page)| {
        let route = &site_page.page.route;
        (!listed.contains(route)).then(|| output(route, Source::Page(id)))
    });
    let listings = site.listings.iter().enumerate();
    let listings =
        listings.map(|(number, listing)| output(&listing.route, Source::Listing(number)));
    let generated = [
        (&site.generated.index, GeneratedPage::Index),
        (&site.generated.overview, GeneratedPage::Overview),
        (&site.generated.patterns, GeneratedPage::Patterns),
    ];
    let generated = generated
        .into_iter()
        .filter_map(|(route, page)| Some(output(route.as_ref()?, Source::Generated(page))));
    let tags = site.languages.iter().map(|language| language.settings.tag);
    let searches = tags.enumerate().filter_map(|(language, tag)| {
        let route = site.generated.search.get(tag)?;
        Some(output(route, Source::Search(language)))
    });
    pages
        .chain(listings)
        .chain(generated)
        .chain(searches)
        .collect()
}

fn write(renderer: &SiteRenderer<'_>, output: &Output) -> Answer {
    let main = &renderer.languages[0];
    match output.source {
        Source::Page(id) => {
            let cx = renderer.context(id);
            page(cx, cx.page(id))
        }
        Source::Listing(number) => page(main, main.listing(&renderer.site.listings[number])),
        Source::Generated(GeneratedPage::Index) => page(main, main.index(&output.route)),
        Source::Generated(GeneratedPage::Overview) => page(main, main.overview(&output.route)),
        Source::Generated(GeneratedPage::Patterns) => page(main, main.patterns()),
        Source::Search(language) => {
            let cx = &renderer.languages[language];
            let search = Search::new(cx, output.route.clone(), renderer.index.clone());
            Answer::Dynamic(Arc::new(search))
        }
        Source::Collection(_) | Source::Site | Source::SitePart(_) => {
            unreachable!("there is no page of {:?}", output.source)
        }
    }
}

fn page(cx: &PageContext<'_>, html: String) -> Answer {
    Answer::Stored(stored(cx, html))
}

/// The page at an address whose content is gone.
pub fn gone(renderer: &SiteRenderer<'_>, reason: &Reason, replacement: PageId) -> Answer {
    let cx = renderer.context(replacement);
    Answer::Gone(stored(cx, cx.gone(reason, replacement)))
}

fn stored(cx: &PageContext<'_>, html: String) -> Arc<Stored> {
    let language = cx.language.settings.tag;
    Arc::new(Stored::page(language, CachePolicy::Revalidate, html))
}
