//! The lists of news: all of it, by year and by theme, each cut into pages with addresses of their own.

use std::sync::Arc;

use crate::config::Config;
use crate::content::page::Kind;
use crate::date::Date;
use crate::route::Route;
use crate::site::{PageId, Site};

/// How many items stand on one page of a list.
pub const PAGE_LENGTH: usize = 10;

/// What a list is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    All,
    Year(i16),
    Theme(PageId),
}

/// One page of a list of news.
#[derive(Clone, Debug)]
pub struct Listing {
    pub scope: Scope,
    pub route: Route,
    /// From 1.
    pub number: usize,
    pub items: Vec<PageId>,
    /// The addresses of all the pages of this list, in order.
    pub pages: Arc<[Route]>,
    /// How many items the whole list has.
    pub total: usize,
}

/// A list that can be chosen beside the whole: a year or a theme.
pub struct Archive {
    pub scope: Scope,
    pub route: Route,
    pub total: usize,
}

/// Every page of every list. There is none where the site has no page for its news.
pub fn all(site: &Site<'_>) -> Vec<Listing> {
    if site.at(&site.config.kinds.news.address).is_none() {
        return Vec::new();
    }
    let whole = (
        Scope::All,
        site.config.kinds.news.address.clone(),
        site.news.clone(),
    );
    std::iter::once(whole)
        .chain(parts(site))
        .flat_map(|(scope, route, items)| cut(site, scope, &route, &items))
        .collect()
}

/// Whether an address is kept for a list of news: of a year or a theme, or a further page of any. It is, whether or not there
/// is news for that list today.
pub fn is_reserved(route: &Route, config: &Config) -> bool {
    let Some(rest) = route
        .as_str()
        .strip_prefix(config.kinds.news.address.as_str())
    else {
        return false;
    };
    let words = &config.addresses;
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_list = |parts: &[&str]| match parts {
        [year] => year.len() == 4 && is_number(year),
        [theme, _] => *theme == words.theme,
        _ => false,
    };
    let parts: Vec<&str> = rest.trim_end_matches('/').split('/').collect();
    match parts.as_slice() {
        [list @ .., page, number] if *page == words.page && is_number(number) => {
            list.is_empty() || is_list(list)
        }
        list => is_list(list),
    }
}

/// The lists by year, newest first, and by theme.
fn parts(site: &Site<'_>) -> Vec<(Scope, Route, Vec<PageId>)> {
    let root = &site.config.kinds.news.address;
    let year = |id: &PageId| site.page(*id).date.map(Date::year);
    let by_year = site
        .news
        .chunk_by(|a, b| year(a) == year(b))
        .filter_map(|items| {
            let year = year(&items[0])?;
            Some((
                Scope::Year(year),
                root.page(&year.to_string()),
                items.to_vec(),
            ))
        });
    let by_theme = site.themes.iter().map(|theme| {
        let is_news = |id: &PageId| matches!(site.page(*id).kind, Kind::News { .. });
        let items = site.pages[*theme]
            .named_by
            .iter()
            .copied()
            .filter(is_news)
            .collect();
        (
            Scope::Theme(*theme),
            root.page(&site.config.addresses.theme)
                .page(site.page(*theme).slug()),
            items,
        )
    });
    by_year
        .chain(by_theme)
        .filter(|(_, _, items): &(_, _, Vec<PageId>)| !items.is_empty())
        .collect()
}

fn cut(site: &Site<'_>, scope: Scope, first: &Route, items: &[PageId]) -> Vec<Listing> {
    let count = items.len().div_ceil(PAGE_LENGTH).max(1);
    let address = |number: usize| match number {
        1 => first.clone(),
        number => first
            .page(&site.config.addresses.page)
            .page(&number.to_string()),
    };
    let pages: Arc<[Route]> = (1..=count).map(address).collect();
    (1..=count)
        .map(|number| Listing {
            scope,
            route: pages[number - 1].clone(),
            number,
            items: items
                .iter()
                .copied()
                .skip((number - 1) * PAGE_LENGTH)
                .take(PAGE_LENGTH)
                .collect(),
            pages: pages.clone(),
            total: items.len(),
        })
        .collect()
}

impl Site<'_> {
    /// The address of the feed of the news, with the page of the news. `None` where the site has no such page.
    pub fn feed(&self) -> Option<(Route, PageId)> {
        let list = self.at(&self.config.kinds.news.address)?;
        Some((self.page(list).route.file("feed.xml"), list))
    }

    /// The lists by year, newest first, and by theme.
    pub fn archives(&self) -> Vec<Archive> {
        let first = self
            .listings
            .iter()
            .filter(|listing| listing.number == 1 && listing.scope != Scope::All);
        first
            .map(|listing| Archive {
                scope: listing.scope,
                route: listing.route.clone(),
                total: listing.total,
            })
            .collect()
    }
}
