//! The answer at each address of the site, known before anything is rendered: checking the
//! addresses takes no more.

use std::collections::HashMap;

use rustc_hash::{FxBuildHasher, FxHashMap};

use crate::outputs::assets::Assets;
use crate::outputs::format::{Output, OutputSource};
use crate::route::{RedirectPattern, Route};
use crate::site::{Redirect, RouteStatus, Site};
use crate::snapshot::Answer;

/// The origin of an answer.
pub enum RouteTarget {
    Output(Output),
    /// A file that is served as it is.
    Asset(Answer),
    /// Content that moved, or is gone.
    Redirect,
    /// A file beside a page that moved, with its address now.
    Moved(Route),
}

/// Every address of the site with what answers there.
pub struct RouteTable {
    entries: Vec<(Route, RouteTarget)>,
    /// The place of each address among the entries.
    places: FxHashMap<Route, usize>,
}

impl RouteTable {
    /// The table of all that has an address of its own. Redirects by pattern are not among it.
    pub fn new(outputs: Vec<Output>, assets: &Assets, site: &Site<'_>) -> Self {
        let moved = moved_files(&outputs, site);
        let outputs = outputs
            .into_iter()
            .map(|output| (output.route.clone(), RouteTarget::Output(output)));
        let assets = assets
            .at_addresses()
            .into_iter()
            .map(|(route, answer)| (route, RouteTarget::Asset(answer)));
        let redirects = site.redirects.keys().filter_map(|address| match address {
            RedirectPattern::Exact(route) => Some((route.clone(), RouteTarget::Redirect)),
            RedirectPattern::Prefix(_) => None,
        });
        let mut entries: Vec<_> = outputs
            .chain(assets)
            .chain(redirects)
            .chain(moved)
            .collect();
        let mut places = FxHashMap::with_capacity_and_hasher(entries.len(), FxBuildHasher);
        entries.retain(|(route, _)| {
            let place = places.len();
            // An editor may give a file or an old address the name of something else; what was
            // added first keeps it.
            *places.entry(route.clone()).or_insert(place) == place
        });
        RouteTable { entries, places }
    }

    pub fn status(&self, address: &str) -> RouteStatus {
        match self
            .places
            .get(address)
            .map(|place| &self.entries[*place].1)
        {
            None => RouteStatus::Free,
            Some(RouteTarget::Redirect | RouteTarget::Moved(_)) => RouteStatus::Redirect,
            Some(_) => RouteStatus::Live,
        }
    }

    /// Every address once.
    pub fn entries(&self) -> &[(Route, RouteTarget)] {
        &self.entries
    }

    /// The addresses that come and go with that of a page.
    pub fn beside_pages(&self) -> impl Iterator<Item = &Route> {
        let beside = self.entries.iter().filter(|(_, target)| match target {
            RouteTarget::Output(output) => output.is_beside_page(),
            RouteTarget::Moved(_) => true,
            RouteTarget::Asset(_) | RouteTarget::Redirect => false,
        });
        beside.map(|(route, _)| route)
    }

    pub fn outputs(&self) -> impl Iterator<Item = &Output> {
        self.entries.iter().filter_map(|(_, target)| match target {
            RouteTarget::Output(output) => Some(output),
            RouteTarget::Asset(_) | RouteTarget::Redirect | RouteTarget::Moved(_) => None,
        })
    }
}

/// The former addresses of the files beside pages that moved: who follows a feed goes on to.
fn moved_files(outputs: &[Output], site: &Site<'_>) -> Vec<(Route, RouteTarget)> {
    let mut former: HashMap<&Route, Vec<&Route>> = HashMap::new();
    for (address, redirect) in &site.redirects {
        if let (RedirectPattern::Exact(old), Redirect::Moved(to)) = (address, redirect) {
            former.entry(to).or_default().push(old);
        }
    }
    let mut moved = Vec::new();
    for output in outputs {
        let (OutputSource::Page(_) | OutputSource::Items(_) | OutputSource::Archive(..)) =
            output.source
        else {
            continue;
        };
        let Some((page, file)) = output.route.as_file() else {
            continue;
        };
        for old in former.get(&page).into_iter().flatten() {
            moved.push((old.file(file), RouteTarget::Moved(output.route.clone())));
        }
    }
    moved
}
