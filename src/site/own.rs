//! The pages that the site makes of itself, so that no file has their text: the search, the index, the overview, the patterns.

use std::collections::BTreeMap;

use crate::problem::{Place, Report};
use crate::route::Route;
use crate::rule::Rule;
use crate::site::Site;

/// Where the site's own pages answer; `None` for those that the site does not have.
#[derive(Clone, Debug, Default)]
pub struct OwnPages {
    /// The search in each language, by the tag of the language.
    pub search: BTreeMap<&'static str, Route>,
    /// How a browser can offer each of these by itself, by the tag of the language.
    pub search_description: BTreeMap<&'static str, Route>,
    /// Every page from A to Z.
    pub index: Option<Route>,
    /// Every page by its section.
    pub overview: Option<Route>,
    /// Every part that pages are made of, for whoever works on them.
    pub patterns: Option<Route>,
}

impl OwnPages {
    pub fn has(&self, route: &Route) -> bool {
        let others = [&self.index, &self.overview, &self.patterns];
        self.search.values().chain(self.search_description.values()).chain(others.into_iter().flatten()).any(|own| own == route)
    }
}

/// Settles the addresses, which no content file may have.
pub fn settle(site: &mut Site<'_>, report: &mut Report) {
    let mut free = |home: &Route, word: &Option<String>, what: &str| {
        let route = home.page(word.as_ref()?);
        let Some(id) = site.at(&route) else { return Some(route) };
        let place = Place { file: site.page(id).file.clone(), line: 1, column: 1 };
        let help = "geef het bestand een andere naam, of kies in site.toml een ander woord";
        report.add(place, Rule::DuplicateAddress, format!("het adres {route} is al van {what}"), help);
        None
    };
    let searches = site.config.languages.iter();
    let search: BTreeMap<&str, Route> =
        searches.filter_map(|language| Some((language.tag, free(&language.home, &language.search, "de zoekfunctie")?))).collect();
    let described = site.config.languages.iter().filter(|language| search.contains_key(language.tag));
    let (home, addresses) = (Route::home(), &site.config.addresses);
    let own = OwnPages {
        search_description: described.map(|language| (language.tag, language.home.file("opensearch.xml"))).collect(),
        search,
        index: free(&home, &addresses.index, "de lijst van A tot Z"),
        overview: free(&home, &addresses.overview, "het overzicht van de site"),
        patterns: free(&home, &addresses.patterns, "de pagina met patronen"),
    };
    site.own = own;
}
