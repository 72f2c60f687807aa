//! Stage 3: the checked site becomes answers: pages, feeds, metadata and assets, each rendered once.

mod alphabet;
pub mod assets;
mod errors;
mod feeds;
mod frame;
mod inputs;
mod lists;
mod map;
mod metadata;
mod pages;
mod patterns;
pub mod plan;
mod prose;
mod search;
mod view;

use std::sync::{Arc, OnceLock};

use askama::Template;
use rayon::prelude::*;

use crate::digest::Digest;
use crate::html::Html;
use crate::progress::Progress;
use crate::render::assets::Assets;
use crate::render::frame::SiteFrame;
use crate::render::plan::{Item, Plan};
use crate::render::search::Search;
use crate::render::view::Teaser;
use crate::route::{OldAddress, Route};
use crate::search::lazy::LazyIndex;
use crate::site::{Archive, Outcome, PageId, Site, SiteLanguage};
use crate::snapshot::body::Body;
use crate::snapshot::{Answer, CachePolicy, Snapshot, Stored};
use crate::text::Text;

/// No more answers wait in a row for one that has something of every page, as the site map has: others are made beside it.
const IN_A_ROW: usize = 4;

/// Renders all that is planned. Bodies that are the same as in `previous` are taken from it, with what was compressed of them.
pub fn render(
    site: &Site<'_>,
    assets: &Assets,
    plan: &Plan,
    index: &Arc<LazyIndex>,
    previous: Option<&Snapshot>,
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
    let world = inputs::world(&renderers);
    let maker = Maker {
        site,
        renderers: &renderers,
        index,
        known: Known {
            snapshot: previous,
            world,
            progress,
        },
    };
    let made = |(route, item): &(Route, Item)| (route.clone(), maker.answer(route, item));
    let answers = plan
        .items()
        .par_iter()
        .with_max_len(IN_A_ROW)
        .map(made)
        .collect();
    let family = |(address, outcome): (&OldAddress, &Outcome)| match address {
        OldAddress::One(_) => None,
        OldAddress::Many(family) => Some((family.clone(), maker.old(address, outcome))),
    };
    let families = site.old.par_iter().filter_map(family).collect();
    let frames = renderers
        .iter()
        .map(|renderer| renderer.frame.clone())
        .collect();
    let offered = site
        .pages
        .iter()
        .map(|site_page| site_page.page.clone())
        .collect();
    Snapshot::new(
        answers,
        families,
        errors::pages(frames, offered),
        site.until,
        site.commit,
    )
    .made_in(world)
}

/// Makes the answers of a site.
struct Maker<'a> {
    site: &'a Site<'a>,
    /// One for each language; the first is that of the site.
    renderers: &'a [Renderer<'a>],
    index: &'a Arc<LazyIndex>,
    known: Known<'a>,
}

impl Maker<'_> {
    fn answer(&self, route: &Route, item: &Item) -> Answer {
        let (own, known) = (&self.renderers[0], &self.known);
        match *item {
            Item::Page(id) => {
                let renderer = self.of(id);
                let is_unchanged = self.site.pages[id].is_unchanged;
                known.or_made(
                    route,
                    is_unchanged,
                    || renderer.inputs_of_page(id),
                    || renderer.stored(renderer.page(id)),
                )
            }
            Item::Listing(number) => {
                let listing = &self.site.listings[number];
                known.or_made(
                    route,
                    true,
                    || own.inputs_of_listing(listing),
                    || own.stored(own.listing(listing)),
                )
            }
            Item::SiteMap => known.or_made_of_all(route, || feeds::sitemap(self.site)),
            Item::Robots => {
                known.or_new(route, "text/plain; charset=utf-8", feeds::robots(self.site))
            }
            Item::Feed(list) => known.or_new(
                route,
                "application/atom+xml; charset=utf-8",
                feeds::atom(own, route, list),
            ),
            Item::Index => known.or_made_of_all(route, || own.stored(own.index(route))),
            Item::Overview => known.or_made_of_all(route, || own.stored(own.overview(route))),
            Item::Patterns => known.or(route, own.stored(own.patterns())),
            Item::Search(language) => Answer::Computed(Arc::new(Search::new(
                &self.renderers[language],
                route.clone(),
                self.index.clone(),
            ))),
            Item::SearchDescription {
                language,
                ref search,
            } => {
                let description = feeds::open_search(&self.renderers[language], search);
                known.or_new(route, "application/opensearchdescription+xml", description)
            }
            Item::File(ref stored) => Answer::Page(stored.clone()),
            Item::Old => {
                let address = OldAddress::One(route.clone());
                self.old(&address, &self.site.old[&address])
            }
        }
    }

    fn old(&self, address: &OldAddress, outcome: &Outcome) -> Answer {
        match outcome {
            Outcome::Moved(to) => Answer::Moved(to.clone()),
            Outcome::Gone { reason, instead } => {
                let renderer = self.of(*instead);
                let make = || renderer.stored(renderer.gone(reason, *instead));
                Answer::Gone(self.known.gone(
                    address,
                    renderer.inputs_of_gone(reason, *instead),
                    make,
                ))
            }
        }
    }

    /// What renders a page in its language.
    fn of(&self, id: PageId) -> &Renderer<'_> {
        self.renderers
            .iter()
            .find(|renderer| renderer.is_spoken(id))
            .expect("the settings name the language of each page")
    }
}

/// The bodies that the previous snapshot had, with what was compressed of them.
struct Known<'a> {
    snapshot: Option<&'a Snapshot>,
    /// Digest of what answers are made from now, beside the text of a page.
    world: Digest,
    /// Told of every page that is there.
    progress: Option<&'a Progress>,
}

impl Known<'_> {
    /// The known answer at an address, where it was made from the same; else one that is made now. What it is made from is looked
    /// into only where its text changed, or something else that answers are made from.
    fn or_made(
        &self,
        route: &Route,
        is_unchanged: bool,
        inputs: impl FnOnce() -> Option<Digest>,
        make: impl FnOnce() -> Stored,
    ) -> Answer {
        if let Some(progress) = self.progress {
            progress.advance();
        }
        let known = self.at(route).filter(|known| known.inputs.is_some());
        let is_same_world = || {
            self.snapshot
                .is_some_and(|snapshot| snapshot.world == Some(self.world))
        };
        if let Some(known) = known.filter(|_| is_unchanged && is_same_world()) {
            return Answer::Page(known.clone());
        }
        let inputs = inputs();
        match known.filter(|known| known.inputs == inputs) {
            Some(known) => Answer::Page(known.clone()),
            None => self.or(route, make().made_from(inputs)),
        }
    }

    /// The same for what shows something of every page, but the text of none.
    fn or_made_of_all(&self, route: &Route, make: impl FnOnce() -> Stored) -> Answer {
        match self
            .at(route)
            .filter(|known| known.inputs == Some(self.world))
        {
            Some(known) => Answer::Page(known.clone()),
            None => self.or(route, make().made_from(Some(self.world))),
        }
    }

    /// The known answer at an address, where it has the same bytes; else these.
    fn or_new(&self, route: &Route, media_type: &'static str, body: impl Into<Body>) -> Answer {
        self.or(
            route,
            Stored::new(media_type, CachePolicy::Revalidate, body),
        )
    }

    fn or(&self, route: &Route, stored: Stored) -> Answer {
        let known = self
            .at(route)
            .filter(|known| known.forms.digest() == stored.forms.digest());
        let forms = known.map_or_else(|| stored.forms.clone(), |known| known.forms.clone());
        Answer::Page(Arc::new(Stored { forms, ..stored }))
    }

    /// The known page at an address whose content is gone, where it was made from the same; else one that is made now.
    fn gone(
        &self,
        address: &OldAddress,
        inputs: Digest,
        make: impl FnOnce() -> Stored,
    ) -> Arc<Stored> {
        match self.snapshot.and_then(|snapshot| snapshot.at_old(address)) {
            Some(Answer::Gone(known)) if known.inputs == Some(inputs) => known.clone(),
            _ => Arc::new(make().made_from(Some(inputs))),
        }
    }

    fn at(&self, route: &Route) -> Option<&Arc<Stored>> {
        match self.snapshot?.get(route)? {
            Answer::Page(known) if known.cache == CachePolicy::Revalidate => Some(known),
            _ => None,
        }
    }
}

/// What every page in one language is rendered from.
struct Renderer<'a> {
    site: &'a Site<'a>,
    language: &'a SiteLanguage<'a>,
    frame: Arc<SiteFrame>,
    /// Digest of what every page is made from.
    surroundings: Digest,
    assets: &'a Assets,
    archives: &'a [Archive],
    /// Digest of what lists show of the archives.
    archives_digest: Digest,
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
        let frame = Arc::new(SiteFrame::new(site, language, texts, assets));
        let surroundings = inputs::surroundings(&site.settings, &frame);
        let archives_digest = inputs::archives(site, archives);
        let teasers = std::iter::repeat_with(OnceLock::new)
            .take(site.pages.len())
            .collect();
        Renderer {
            site,
            language: &site.languages[language],
            frame,
            surroundings,
            assets,
            archives,
            archives_digest,
            teasers,
        }
    }

    /// Whether a page is in this language.
    fn is_spoken(&self, id: PageId) -> bool {
        self.site.page(id).language == self.language.settings.tag
    }

    /// Those of these pages that are in this language.
    fn spoken(&self, ids: &[PageId]) -> impl Iterator<Item = PageId> {
        ids.iter().copied().filter(|id| self.is_spoken(*id))
    }

    /// Prints a page that shows the text of this one.
    fn print_page(&self, id: PageId, template: &impl Template) -> Body {
        let [search_form, footer] = self.frame.texts();
        print_sharing(
            &[&self.site.page(id).body.markup, search_form, footer],
            template,
        )
    }

    /// Prints a page that the site makes of itself.
    fn print(&self, template: &impl Template) -> Body {
        print_sharing(&self.frame.texts(), template)
    }

    /// A page in this language, ready to be sent.
    fn stored(&self, html: Body) -> Stored {
        Stored::page(self.language.settings.tag, CachePolicy::Revalidate, html)
    }
}

const PRINTS: &str = "a template prints finished values into memory, which does not fail";

/// Prints a template that is part of others.
fn part(template: &impl Template) -> Html {
    Html::from_markup(template.render().expect(PRINTS))
}

/// Prints a template.
fn print(template: &impl Template) -> Body {
    print_sharing(&[], template)
}

/// The same, where what is printed of these texts stays where it is.
fn print_sharing(texts: &[&Arc<str>], template: &impl Template) -> Body {
    Body::write(texts, |sheet| template.render_into(sheet)).expect(PRINTS)
}
