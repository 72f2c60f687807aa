//! What stands at each address of the site, settled before anything is rendered: whether the addresses are right can be told
//! without that.

use std::sync::Arc;

use rustc_hash::{FxBuildHasher, FxHashMap};

use crate::content::page::Kind;
use crate::outputs::assets::Assets;
use crate::route::{RedirectPattern, Route};
use crate::site::{PageId, RouteStatus, Site};
use crate::snapshot::Stored;

/// What an answer is made of.
pub enum RouteTarget {
    Page(PageId),
    /// One page of a list of news, by its number in `Site::listings`.
    Listing(usize),
    SiteMap,
    Robots,
    /// The feed of the news, with the page of the news.
    Feed(PageId),
    Index,
    Overview,
    Patterns,
    /// The search, by the number of its language.
    Search(usize),
    /// How a browser can offer the search in a language, by its number.
    SearchDescription {
        language: usize,
        search: Route,
    },
    /// A file, as it is.
    File(Arc<Stored>),
    /// What was here is elsewhere, or gone.
    Old,
}

/// Every address of the site with what stands there. Pages come first, in their own order: those that show each other lie close
/// together.
pub struct RouteTable {
    items: Vec<(Route, RouteTarget)>,
    /// The place of each address among the items.
    places: FxHashMap<Route, usize>,
}

impl RouteTable {
    /// All that the site has at an address of its own. Families of old addresses are not among it.
    pub fn of(site: &Site<'_>, assets: &Assets) -> Self {
        let mut items = Vec::with_capacity(site.pages.len() + site.listings.len());
        // A page for the news is the first of its lists.
        let pages = site
            .pages
            .iter()
            .enumerate()
            .filter(|(_, site_page)| !matches!(site_page.page.kind, Kind::NewsList));
        items.extend(
            pages.map(|(id, site_page)| (site_page.page.route.clone(), RouteTarget::Page(id))),
        );
        items.extend(
            site.listings
                .iter()
                .enumerate()
                .map(|(number, listing)| (listing.route.clone(), RouteTarget::Listing(number))),
        );
        items.push((Route::home().file("sitemap.xml"), RouteTarget::SiteMap));
        items.push((Route::home().file("robots.txt"), RouteTarget::Robots));
        items.extend(
            site.feed()
                .map(|(route, list)| (route, RouteTarget::Feed(list))),
        );
        let own = [
            (&site.generated.index, RouteTarget::Index),
            (&site.generated.overview, RouteTarget::Overview),
            (&site.generated.patterns, RouteTarget::Patterns),
        ];
        items.extend(
            own.into_iter()
                .filter_map(|(route, item)| Some((route.clone()?, item))),
        );
        for (language, tag) in site
            .languages
            .iter()
            .map(|language| language.settings.tag)
            .enumerate()
        {
            let (Some(search), Some(description)) = (
                site.generated.search.get(tag),
                site.generated.search_description.get(tag),
            ) else {
                continue;
            };
            items.push((search.clone(), RouteTarget::Search(language)));
            items.push((
                description.clone(),
                RouteTarget::SearchDescription {
                    language,
                    search: search.clone(),
                },
            ));
        }
        items.extend(
            assets
                .at_addresses()
                .into_iter()
                .map(|(route, stored)| (route, RouteTarget::File(stored))),
        );
        items.extend(site.redirects.keys().filter_map(|address| match address {
            RedirectPattern::Exact(route) => Some((route.clone(), RouteTarget::Old)),
            RedirectPattern::Prefix(_) => None,
        }));
        let mut places = FxHashMap::with_capacity_and_hasher(items.len(), FxBuildHasher);
        items.retain(|(route, _)| {
            let place = places.len();
            // An editor may give a file or an old address the name of something else; what was added first keeps it.
            *places.entry(route.clone()).or_insert(place) == place
        });
        RouteTable { items, places }
    }

    /// What answers at an address.
    pub fn answers(&self, address: &str) -> RouteStatus {
        match self.places.get(address).map(|place| &self.items[*place].1) {
            None => RouteStatus::Free,
            Some(RouteTarget::Old) => RouteStatus::Redirect,
            Some(_) => RouteStatus::Live,
        }
    }

    /// What is to be made, each at another address.
    pub fn items(&self) -> &[(Route, RouteTarget)] {
        &self.items
    }
}
