//! The pages that one can follow together: of each kind with a long list, of the part of it that
//! belongs to a page, of each word of the editors, and of each further language.

use std::cmp::Reverse;
use std::sync::OnceLock;

use bytes::Bytes;
use rustc_hash::FxHashMap;

use crate::date::Date;
use crate::html::Html;
use crate::kinds::spec::Order;
use crate::route::Route;
use crate::site::{PageId, Site};

/// Pages that one can follow together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Items {
    /// Those of one kind, by the number of their collection.
    Kind(usize),
    /// Those of one kind that belong to a page.
    Related { collection: usize, to: PageId },
    /// Those in a language, by its number.
    Language(usize),
    /// Those that have one word of their editors, by the number of that word.
    Tag(usize),
}

/// The items that the feeds of a site share. An item stands in several: of its kind, of each page
/// that it belongs to, and of each word.
pub struct SharedFeeds {
    /// The items of each, the newest first.
    pub newest: FxHashMap<Items, Vec<PageId>>,
    /// The item that each page is, then as the formats write it that have archives.
    pub entries: Vec<OnceLock<FeedEntry>>,
    pub atom: Vec<OnceLock<Bytes>>,
    pub json: Vec<OnceLock<Bytes>>,
}

/// An item of a feed.
pub struct FeedEntry {
    pub id: String,
    pub title: String,
    pub address: String,
    pub published: Date,
    pub updated: Date,
    pub summary: String,
    /// The name of its own author, where it names one.
    pub author: Option<String>,
    pub content: Html,
    /// The titles of the pages that it belongs to, and the words that say what it is about.
    pub tags: Vec<String>,
    pub image: Option<String>,
}

impl SharedFeeds {
    pub fn new(site: &Site<'_>) -> Self {
        let feeds = feeds(site).into_iter();
        SharedFeeds {
            newest: feeds
                .map(|(_, items)| (items, newest(site, items)))
                .collect(),
            entries: empty(site),
            atom: empty(site),
            json: empty(site),
        }
    }
}

/// A place for what is made of each page.
fn empty<T>(site: &Site<'_>) -> Vec<OnceLock<T>> {
    site.pages.iter().map(|_| OnceLock::new()).collect()
}

/// The feeds of the site, each with the address of its page.
pub fn feeds(site: &Site<'_>) -> Vec<(Route, Items)> {
    let mut feeds = Vec::new();
    for (collection, of) in site.collections.iter().enumerate() {
        if of.index.is_none() || !of.is_paged() {
            continue;
        }
        feeds.push((of.address.clone(), Items::Kind(collection)));
        if matches!(of.kind.order, Order::NewestFirst) {
            let parts = site.divided_by(of).into_iter();
            let part = |to| (site.part_address(of, to), Items::Related { collection, to });
            feeds.extend(parts.map(part));
        }
    }
    let tags = site.tags.iter().enumerate();
    feeds.extend(tags.map(|(number, tag)| (tag.route.clone(), Items::Tag(number))));
    let languages = site.languages.iter().enumerate().skip(1);
    let with_home = languages.filter(|(_, of)| site.at(&of.settings.home).is_some());
    feeds.extend(with_home.map(|(number, of)| (of.settings.home.clone(), Items::Language(number))));
    feeds
}

/// The number of items that a feed has together with its archives.
pub fn count(site: &Site<'_>, items: Items) -> usize {
    newest(site, items).len()
}

/// The items that have a day and are for programs as well, the newest first.
fn newest(site: &Site<'_>, items: Items) -> Vec<PageId> {
    let mut ids = all(site, items);
    ids.retain(|id| {
        let meta = &site.page(*id).meta;
        meta.date.is_some() && !meta.noindex
    });
    // Stable: news keeps its order within a day.
    ids.sort_by_key(|id| Reverse(site.page(*id).meta.date));
    ids
}

/// The pages that one can follow together.
pub fn all(site: &Site<'_>, items: Items) -> Vec<PageId> {
    match items {
        Items::Kind(number) => site.items_of(&site.collections[number], None),
        Items::Related { collection, to } => site.items_of(&site.collections[collection], Some(to)),
        Items::Tag(number) => site.tags[number].items.clone(),
        Items::Language(number) => {
            let tag = site.languages[number].settings.tag;
            let all = 0..site.pages.len();
            all.filter(|id| site.page(*id).language == tag).collect()
        }
    }
}
