//! The pages that the site makes of itself, so that no file has their text: the search, the index,
//! the overview, the patterns.

use std::collections::BTreeMap;

use crate::config::{Config, Language};
use crate::route::Route;

/// The addresses of those pages; `None` for one that the site does not have. No content file may
/// have such an address.
#[derive(Clone, Debug, Default)]
pub struct GeneratedPages {
    /// The search in each language, by the tag of the language.
    pub search: BTreeMap<&'static str, Route>,
    /// The description by which a browser can offer each of these, by the tag of the language.
    pub search_description: BTreeMap<&'static str, Route>,
    /// Every page from A to Z.
    pub index: Option<Route>,
    /// Every page by its section.
    pub overview: Option<Route>,
    /// Every part that pages are made of, for whoever works on them.
    pub patterns: Option<Route>,
}

impl GeneratedPages {
    /// Those that the settings ask for.
    pub fn of(config: &Config) -> Self {
        let home = Route::home();
        let below_home = |word: &Option<String>| word.as_ref().map(|word| home.page(word));
        let searched: Vec<&Language> = config
            .languages
            .iter()
            .filter(|language| language.search.is_some())
            .collect();
        GeneratedPages {
            search: searched
                .iter()
                .filter_map(|language| {
                    Some((language.tag, language.home.page(language.search.as_ref()?)))
                })
                .collect(),
            search_description: searched
                .iter()
                .map(|language| (language.tag, language.home.file("opensearch.xml")))
                .collect(),
            index: below_home(&config.addresses.index),
            overview: below_home(&config.addresses.overview),
            patterns: below_home(&config.addresses.patterns),
        }
    }

    pub fn has(&self, route: &Route) -> bool {
        self.owner(route).is_some()
    }

    /// The page at an address, in the words of an editor.
    pub fn owner(&self, route: &Route) -> Option<&'static str> {
        let searches = self
            .search
            .values()
            .chain(self.search_description.values())
            .map(|search| (search, "de zoekfunctie"));
        let others = [
            (&self.index, "de lijst van A tot Z"),
            (&self.overview, "het overzicht van de site"),
            (&self.patterns, "de pagina met patronen"),
        ];
        let others = others
            .into_iter()
            .filter_map(|(own, what)| Some((own.as_ref()?, what)));
        searches
            .chain(others)
            .find(|(own, _)| *own == route)
            .map(|(_, what)| what)
    }
}
