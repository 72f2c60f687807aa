//! Stage 3: the checked site becomes answers: pages, feeds, metadata and assets, each rendered once.

mod alphabet;
pub mod assets;
mod errors;
mod feeds;
mod layout;
mod lists;
mod map;
mod metadata;
mod pages;
mod patterns;
mod prose;
pub mod routes;
mod search;
mod view;

use std::sync::{Arc, OnceLock};

use askama::Template;
use rayon::prelude::*;

use crate::html::Html;
use crate::outputs::assets::Assets;
use crate::outputs::layout::SiteLayout;
use crate::outputs::routes::{RouteTable, RouteTarget};
use crate::outputs::search::Search;
use crate::outputs::view::Teaser;
use crate::progress::Progress;
use crate::route::{RedirectPattern, Route};
use crate::search::lazy::LazyIndex;
use crate::site::{Archive, PageId, Redirect, Site, SiteLanguage};
use crate::snapshot::{Answer, CachePolicy, Snapshot, Stored};
use crate::text::Text;

/// No more answers wait in a row for one that has something of every page, as the site map has: others are made beside it.
const IN_A_ROW: usize = 4;

/// Renders all that is planned.
pub fn render(
    site: &Site<'_>,
    assets: &Assets,
    routes: &RouteTable,
    index: &Arc<LazyIndex>,
    progress: Option<&Progress>,
) -> Snapshot {
    let text = |language: &SiteLanguage<'_>| {
        Text::load(language.settings.tag).expect("the settings name languages that are there")
    };
    let texts: Vec<Arc<Text>> = site
        .languages
        .iter()
        .map(|language| Arc::new(text(language)))
        .collect();
    let archives = site.archives();
    let renderers: Vec<Renderer<'_>> = (0..texts.len())
        .map(|language| Renderer::new(site, language, &texts, assets, &archives))
        .collect();
    let renderer = SiteRenderer {
        site,
        renderers: &renderers,
        index,
        progress,
    };
    let answers = routes
        .items()
        .par_iter()
        .with_max_len(IN_A_ROW)
        .map(|(route, target)| (route.clone(), renderer.answer(route, target)))
        .collect();
    let pattern = |(address, redirect): (&RedirectPattern, &Redirect)| match address {
        RedirectPattern::Exact(_) => None,
        RedirectPattern::Prefix(pattern) => Some((pattern.clone(), renderer.old(redirect))),
    };
    let patterns = site.redirects.par_iter().filter_map(pattern).collect();
    let layouts = renderers
        .iter()
        .map(|renderer| renderer.layout.clone())
        .collect();
    let offered = site
        .pages
        .iter()
        .map(|site_page| site_page.page.clone())
        .collect();
    Snapshot::new(
        answers,
        patterns,
        errors::pages(layouts, offered),
        site.until,
        site.commit,
    )
}

/// Makes the answers of a site.
struct SiteRenderer<'a> {
    site: &'a Site<'a>,
    /// One for each language; the first is that of the site.
    renderers: &'a [Renderer<'a>],
    index: &'a Arc<LazyIndex>,
    /// Told of every page that is there.
    progress: Option<&'a Progress>,
}

impl SiteRenderer<'_> {
    fn answer(&self, route: &Route, target: &RouteTarget) -> Answer {
        let own = &self.renderers[0];
        let stored = match *target {
            RouteTarget::Page(id) => {
                self.advance();
                let renderer = self.of(id);
                renderer.stored(renderer.page(id))
            }
            RouteTarget::Listing(number) => {
                self.advance();
                own.stored(own.listing(&self.site.listings[number]))
            }
            RouteTarget::SiteMap => feeds::sitemap(self.site),
            RouteTarget::Robots => text_file("text/plain; charset=utf-8", feeds::robots(self.site)),
            RouteTarget::Feed(list) => text_file(
                "application/atom+xml; charset=utf-8",
                feeds::atom(own, route, list),
            ),
            RouteTarget::Index => own.stored(own.index(route)),
            RouteTarget::Overview => own.stored(own.overview(route)),
            RouteTarget::Patterns => own.stored(own.patterns()),
            RouteTarget::Search(language) => {
                let search =
                    Search::new(&self.renderers[language], route.clone(), self.index.clone());
                return Answer::Dynamic(Arc::new(search));
            }
            RouteTarget::SearchDescription {
                language,
                ref search,
            } => text_file(
                "application/opensearchdescription+xml",
                feeds::open_search(&self.renderers[language], search),
            ),
            RouteTarget::File(ref stored) => return Answer::Stored(stored.clone()),
            RouteTarget::Old => {
                return self.old(&self.site.redirects[&RedirectPattern::Exact(route.clone())]);
            }
        };
        Answer::Stored(Arc::new(stored))
    }

    fn old(&self, redirect: &Redirect) -> Answer {
        match redirect {
            Redirect::Moved(to) => Answer::Moved(to.clone()),
            Redirect::Gone {
                reason,
                replacement,
            } => {
                let renderer = self.of(*replacement);
                Answer::Gone(Arc::new(
                    renderer.stored(renderer.gone(reason, *replacement)),
                ))
            }
        }
    }

    fn advance(&self) {
        if let Some(progress) = self.progress {
            progress.advance();
        }
    }

    /// The renderer of a page's language.
    fn of(&self, id: PageId) -> &Renderer<'_> {
        self.renderers
            .iter()
            .find(|renderer| renderer.is_in_language(id))
            .expect("the settings name the language of each page")
    }
}

fn text_file(media_type: &'static str, body: String) -> Stored {
    Stored::new(media_type, CachePolicy::Revalidate, body)
}

/// What every page in one language is rendered from.
struct Renderer<'a> {
    site: &'a Site<'a>,
    language: &'a SiteLanguage<'a>,
    layout: Arc<SiteLayout>,
    assets: &'a Assets,
    archives: &'a [Archive],
    /// What lists show of each page. Most are shown more than once.
    teasers: Vec<OnceLock<Teaser>>,
}

impl<'a> Renderer<'a> {
    /// What renders the pages in the language of this number.
    fn new(
        site: &'a Site<'a>,
        language: usize,
        texts: &[Arc<Text>],
        assets: &'a Assets,
        archives: &'a [Archive],
    ) -> Self {
        let layout = Arc::new(SiteLayout::new(site, language, texts, assets));
        let teasers = std::iter::repeat_with(OnceLock::new)
            .take(site.pages.len())
            .collect();
        Renderer {
            site,
            language: &site.languages[language],
            layout,
            assets,
            archives,
            teasers,
        }
    }

    /// Whether a page is in this language.
    fn is_in_language(&self, id: PageId) -> bool {
        self.site.page(id).language == self.language.settings.tag
    }

    /// Those of these pages that are in this language.
    fn in_language(&self, ids: &[PageId]) -> impl Iterator<Item = PageId> {
        ids.iter().copied().filter(|id| self.is_in_language(*id))
    }

    /// A page in this language, ready to be sent.
    fn stored(&self, html: String) -> Stored {
        Stored::page(self.language.settings.tag, CachePolicy::Revalidate, html)
    }
}

/// HTML that is part of a page.
fn render_fragment(template: &impl Template) -> Html {
    Html::from_markup(render_template(template))
}

fn render_template(template: &impl Template) -> String {
    template
        .render()
        .expect("a template prints finished values into memory, which does not fail")
}
