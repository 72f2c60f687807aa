//! The addresses of pages that the site makes of itself, so that no file has their text: the
//! search, the index, the overview, the feeds, the alerts that are over, the patterns. No content
//! file may have such an address.

use crate::config::{Addresses, Config, Language};
use crate::route::Route;

/// The name of the description by which a browser can offer the search of a language, below the
/// home page of that language.
pub const SEARCH_DESCRIPTION: &str = "opensearch.xml";

/// The page at an address that the site makes of itself, in the words of an editor.
pub fn owner(route: &Route, config: &Config) -> Option<&'static str> {
    let is_of_search = |language: &Language| {
        let below_home = route.as_str().strip_prefix(language.home.as_str());
        language
            .search
            .as_ref()
            .is_some_and(|search| search == route || below_home == Some(SEARCH_DESCRIPTION))
    };
    if config.languages.iter().any(is_of_search) {
        return Some("de zoekfunctie");
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
    let others = [
        (index, "de lijst van A tot Z"),
        (overview, "het overzicht van de site"),
        (finder, "het zoeken van een gemeente"),
        (follow, "de pagina met feeds en agenda’s"),
        (alerts, "de pagina met eerdere meldingen"),
        (data, "de pagina met open data"),
        (patterns, "de pagina met patronen"),
    ];
    let is_of_tags = |tags: &Route| route.as_str().starts_with(tags.as_str());
    if tags.as_ref().is_some_and(is_of_tags) {
        return Some("de lijsten van onderwerpen");
    }
    let mut owners = others
        .into_iter()
        .filter(|(own, _)| own.as_ref() == Some(route));
    owners.next().map(|(_, what)| what)
}
