//! The addresses of pages that the site makes of itself, so that no file has their text: the
//! search, the index, the overview, the feeds, the alerts that are over, the patterns. No content
//! file may have such an address.

use crate::config::{Addresses, Config, Language};
use crate::message;
use crate::message::Message;
use crate::route::Route;

/// The name of the description by which a browser can offer the search of a language, below the
/// home page of that language.
pub const SEARCH_DESCRIPTION: &str = "opensearch.xml";

/// The page at an address that the site makes of itself, in the words of an editor.
pub fn owner(route: &Route, config: &Config) -> Option<Message> {
    let is_of_search = |language: &Language| {
        let below_home = route.as_str().strip_prefix(language.home.as_str());
        language
            .search
            .as_ref()
            .is_some_and(|search| search == route || below_home == Some(SEARCH_DESCRIPTION))
    };
    if config.languages.iter().any(is_of_search) {
        return Some(message!("page-of-search"));
    }
    let Addresses {
        index,
        overview,
        finder,
        follow,
        alerts,
        data,
        patterns,
        tags,
        ..
    } = &config.addresses;
    let is_of_tags = |tags: &Route| route.as_str().starts_with(tags.as_str());
    if tags.as_ref().is_some_and(is_of_tags) {
        return Some(message!("pages-of-tags"));
    }
    let is = |own: &Option<Route>| own.as_ref() == Some(route);
    match () {
        () if is(index) => Some(message!("page-of-index")),
        () if is(overview) => Some(message!("page-of-overview")),
        () if is(finder) => Some(message!("page-of-finder")),
        () if is(follow) => Some(message!("page-of-feeds")),
        () if is(alerts) => Some(message!("page-of-alerts")),
        () if is(data) => Some(message!("page-of-data")),
        () if is(patterns) => Some(message!("page-of-patterns")),
        () => None,
    }
}
