//! Old addresses: each leads to the page that has its content now, or says why there is none and
//! what there is instead.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use crate::content::page::Page;
use crate::content::route_of;
use crate::message;
use crate::problem::Report;
use crate::route::{RedirectPattern, Route, is_slug};
use crate::rule::Rule;
use crate::site::collections::{Collection, Scope};
use crate::site::generated;
use crate::site::links::LinkResolver;
use crate::site::list_address::is_reserved;
use crate::site::pages::{PageId, PageSet};
use crate::site::reference_time::ReferenceTime;
use crate::source::{LocatedName, Place};
use crate::visibility::PublishState;

/// The answer at an address that is no page any more.
#[derive(Clone, Debug, PartialEq)]
pub enum Redirect {
    Moved(Route),
    Gone {
        reason: Reason,
        /// The page that a visitor may want instead.
        replacement: PageId,
    },
}

/// The reason that a page is gone.
#[derive(Clone, Debug, PartialEq)]
pub enum Reason {
    /// It was there until its moment.
    Expired { title: String },
    /// In the words of an editor.
    Given(String),
}

/// The fewest addresses of pages by which a redirect map can be told to be that of another site.
const FEWEST_PAGES: usize = 20;

/// The old addresses of a site.
pub struct Redirects {
    pub by_address: BTreeMap<RedirectPattern, Redirect>,
    /// True where the redirect map is that of another site, which is reported once.
    pub is_foreign: bool,
}

/// Resolves every old address: those that front matter names, those of expired pages, and those in
/// the redirect map.
pub fn resolve(
    pages: &PageSet<'_>,
    collections: &[Collection<'_>],
    report: &mut Report,
) -> Redirects {
    let lists = collections.iter().flat_map(|collection| &collection.lists);
    let mut resolver = RedirectResolver {
        pages,
        lists: lists.map(|list| list.route.clone()).collect(),
        next: BTreeMap::new(),
        redirects: BTreeMap::new(),
        report,
    };
    resolver.aliases();
    resolver.expired_pages();
    let is_foreign = resolver.is_foreign();
    if is_foreign {
        // All that is wrong with it has one cause.
        let mut aside = std::mem::take(resolver.report);
        resolver.redirect_map();
        std::mem::swap(resolver.report, &mut aside);
    } else {
        resolver.redirect_map();
    }
    resolver.upcoming_pages();
    resolver.lists_of_moved_pages(collections);
    resolver.shortened_lists();
    Redirects {
        by_address: resolver.redirects,
        is_foreign,
    }
}

struct RedirectResolver<'a> {
    pages: &'a PageSet<'a>,
    /// The addresses of lists.
    lists: HashSet<Route>,
    /// The target of each old address of the redirect map, as it is written there.
    next: BTreeMap<RedirectPattern, &'a str>,
    redirects: BTreeMap<RedirectPattern, Redirect>,
    report: &'a mut Report,
}

impl<'a> RedirectResolver<'a> {
    /// The old addresses that pages themselves name.
    fn aliases(&mut self) {
        for page in self.pages.pages() {
            for alias in &page.meta.aliases {
                self.add(alias, Redirect::Moved(page.route.clone()));
            }
        }
    }

    /// Pages whose moment has passed, with the addresses that they had before.
    fn expired_pages(&mut self) {
        for page in self.pages.pages() {
            self.replacement_of(page, ReferenceTime::Now.or_end_of(page));
        }
        let unpublished = self.pages.unpublished.iter();
        for (page, _) in unpublished.filter(|(_, state)| *state == PublishState::Expired) {
            let replacement = self.replacement_of(page, ReferenceTime::Now);
            let Some(replacement) = replacement.or_else(|| self.nearest_above(&page.route)) else {
                continue;
            };
            let redirect = Redirect::Gone {
                reason: Reason::Expired {
                    title: page.meta.title.clone(),
                },
                replacement,
            };
            let aliases = page.meta.aliases.iter();
            let mut addresses: Vec<RedirectPattern> = aliases
                .filter_map(|alias| RedirectPattern::parse(&alias.name))
                .collect();
            if self.pages.at(&page.route).is_none() {
                addresses.push(RedirectPattern::Exact(page.route.clone()));
            }
            for old in addresses {
                self.redirects.entry(old).or_insert(redirect.clone());
            }
        }
    }

    /// The addresses of pages that are still to come: reported now, not at their moment.
    fn upcoming_pages(&mut self) {
        let pages = self.pages;
        for (page, time) in pages.upcoming() {
            self.replacement_of(page, time.or_end_of(page));
            for alias in &page.meta.aliases {
                self.upcoming_alias(page, alias, time);
            }
        }
    }

    fn upcoming_alias(&mut self, page: &Page, alias: &LocatedName, time: ReferenceTime) {
        let Some(old) = self.old_address(alias) else {
            return;
        };
        let RedirectPattern::Exact(route) = &old else {
            return;
        };
        let other = self.pages.at(route).map(|id| self.pages.page(id));
        let stays = other.is_some_and(|other| !time.will_have_expired(other));
        if *route == page.route {
            return report_occupied(route, Occupant::Itself, &alias.place, self.report);
        }
        if stays || self.has_list_at(route) {
            return report_occupied(route, Occupant::Another, &alias.place, self.report);
        }
        // A page that has expired by now has given its addresses free.
        if let Some(known @ Redirect::Moved(_)) = self.redirects.get(&old) {
            report_contradiction(&old, known, &alias.place, self.report);
        }
    }

    /// The page that takes the place of this one, as visitors follow it at a time.
    fn replacement_of(&mut self, page: &Page, time: ReferenceTime) -> Option<PageId> {
        let file = page.meta.replaced_by.as_ref()?;
        let resolver = LinkResolver::new(self.pages).at(time);
        resolver.target(page, file, self.report)
    }

    fn redirect_map(&mut self) {
        let redirect_map = &self.pages.content.redirect_map;
        for moved in &redirect_map.moved {
            if let Some(old) = RedirectPattern::parse(&moved.address.name) {
                self.next.insert(old, &moved.to.name);
            }
        }
        for moved in &redirect_map.moved {
            match self.destination(&moved.address, &moved.to) {
                Some(redirect) => self.add(&moved.address, redirect),
                None => drop(self.old_address(&moved.address)),
            }
        }
        for gone in &redirect_map.gone {
            let Some(replacement) = self.replacement(&gone.replacement) else {
                drop(self.old_address(&gone.address));
                continue;
            };
            let reason = Reason::Given(gone.reason.clone());
            let redirect = Redirect::Gone {
                reason,
                replacement,
            };
            self.add(&gone.address, redirect);
        }
    }

    /// The target of an old address, as the redirect map says.
    fn destination(&mut self, from: &LocatedName, to: &LocatedName) -> Option<Redirect> {
        if to.name.starts_with('/') {
            return self.address(from, to);
        }
        let hidden = self.pages.unpublished_of_file(&to.name);
        if let Some((page, PublishState::Expired)) = hidden {
            return self.redirect_at(&page.route).cloned();
        }
        self.pages
            .visible_file(to, self.report)
            .map(|id| Redirect::Moved(self.pages.page(id).route.clone()))
    }

    /// The page that the redirect map offers instead of one that is gone. Where that one has
    /// expired in its turn, which is reported, it is what comes instead of it: no address is lost
    /// by the clock.
    fn replacement(&mut self, file: &LocatedName) -> Option<PageId> {
        if let Some(page) = self.pages.visible_file(file, self.report) {
            return Some(page);
        }
        let Some((page, state)) = self.pages.unpublished_of_file(&file.name) else {
            // One that cannot be shown still has its place.
            let route = route_of(
                &self.pages.content.file(&file.name)?.path,
                self.pages.config,
            )?;
            return self.nearest_above(&route);
        };
        if *state != PublishState::Expired {
            return self.nearest_above(&page.route);
        }
        match self.redirect_at(&page.route) {
            Some(Redirect::Gone { replacement, .. }) => Some(*replacement),
            _ => self.pages.at(&page.route),
        }
    }

    fn redirect_at(&self, route: &Route) -> Option<&Redirect> {
        self.redirects.get(&RedirectPattern::Exact(route.clone()))
    }

    /// An address that the redirect map names as the destination of another one.
    fn address(&mut self, from: &LocatedName, to: &LocatedName) -> Option<Redirect> {
        if let Some(route) = RedirectPattern::exact(&to.name).filter(|at| self.answers_at(at)) {
            return Some(Redirect::Moved(route));
        }
        let further = |address: &str| self.next.get(&RedirectPattern::parse(address)?).copied();
        let mut seen = BTreeSet::from([from.name.as_str()]);
        let mut last = to.name.as_str();
        let mut looped = !seen.insert(last);
        while !looped && let Some(next) = further(last) {
            last = next;
            looped = !seen.insert(last);
        }
        let (rule, message, help) = if looped {
            let message = message!("address-loop", from = &from.name, to = &to.name);
            (Rule::AddressLoop, message, message!("address-loop-help"))
        } else if seen.len() > 2 {
            let help = message!("address-chain-help", last);
            let message = message!("address-chain", from = &from.name);
            (Rule::AddressChain, message, help)
        } else {
            let message = message!("address-without-page", address = &to.name);
            let help = message!("address-without-page-help");
            (Rule::BrokenLink, message, help)
        };
        self.report.add(to.place.clone(), rule, message, help);
        None
    }

    fn old_address(&mut self, address: &LocatedName) -> Option<RedirectPattern> {
        let old = RedirectPattern::parse(&address.name);
        if old.is_none() {
            let message = message!("no-address", address = &address.name);
            let help = message!("no-address-help");
            self.report
                .add(address.place.clone(), Rule::FormerAddress, message, help);
        }
        old
    }

    fn add(&mut self, address: &LocatedName, redirect: Redirect) {
        let Some(old) = self.old_address(address) else {
            return;
        };
        match (self.redirects.get(&old), &redirect) {
            // An editor can say better than the clock why a page is gone.
            (
                Some(Redirect::Gone {
                    reason: Reason::Expired { .. },
                    ..
                }),
                Redirect::Gone { .. },
            )
            | (None, _) => _ = self.redirects.insert(old, redirect),
            // At which a page or a list stands is no old address, which is reported as such.
            (Some(known), new) if known != new && !self.is_in_use(&old) => {
                report_contradiction(&old, known, &address.place, self.report);
            }
            _ => {}
        }
    }

    /// True where hardly any page that the redirect map knows is there, which is reported.
    fn is_foreign(&mut self) -> bool {
        let known = self.pages.content.redirect_map.known_urls.iter();
        let pages = known.filter(|known| known.name.ends_with('/'));
        let pages: Vec<&LocatedName> = pages.collect();
        let routes = pages.iter().filter_map(|known| Route::parse(&known.name));
        let lost: Vec<Route> = routes.filter(|route| !self.answers_at(route)).collect();
        let is_most = |lost: usize| (pages.len() - lost) * 4 < pages.len();
        if pages.len() < FEWEST_PAGES || !is_most(lost.len()) {
            return false;
        }
        // A page that cannot be shown now is there as well.
        let files = self.pages.content.files.iter();
        let files: HashSet<Route> = files
            .filter_map(|file| route_of(&file.path, self.pages.config))
            .collect();
        let lost = lost.iter().filter(|route| !files.contains(*route)).count();
        let is_foreign = is_most(lost);
        if is_foreign {
            let (all, there) = (pages.len(), pages.len() - lost);
            let message = message!("addresses-of-another-site", all, there);
            let help = message!("addresses-of-another-site-help");
            self.report
                .add(pages[0].place.clone(), Rule::LostAddress, message, help);
        }
        is_foreign
    }

    /// A list that is named after a page moves with it.
    fn lists_of_moved_pages(&mut self, collections: &[Collection<'_>]) {
        let lists = collections.iter().flat_map(|collection| &collection.lists);
        for list in lists.filter(|list| list.number == 1) {
            let Scope::Related(id) = list.scope else {
                continue;
            };
            for alias in &self.pages.page(id).meta.aliases {
                let slug = alias.name.trim_end_matches('/').rsplit('/').next();
                let slug = slug.filter(|slug| is_slug(slug));
                let former = list.route.parent().zip(slug);
                let former = former.map(|(above, slug)| above.page(slug));
                if let Some(former) = former.filter(|former| !self.answers_at(former)) {
                    self.redirects
                        .entry(RedirectPattern::Exact(former))
                        .or_insert(Redirect::Moved(list.route.clone()));
                }
            }
        }
    }

    /// A list that has become shorter leads to its beginning.
    fn shortened_lists(&mut self) {
        for known in &self.pages.content.redirect_map.known_urls {
            let is_lost =
                |route: &Route| is_reserved(route, self.pages.config) && !self.answers_at(route);
            if let Some(route) = Route::parse(&known.name).filter(is_lost)
                && let Some(above) = route
                    .ancestors()
                    .find_map(|above| self.destination_of(above))
            {
                self.redirects
                    .entry(RedirectPattern::Exact(route))
                    .or_insert(Redirect::Moved(above));
            }
        }
    }

    /// The address at which one ends up from another; `None` where nothing answers.
    fn destination_of(&self, route: Route) -> Option<Route> {
        match self.redirect_at(&route) {
            Some(Redirect::Moved(to)) => Some(to.clone()),
            _ => Some(route).filter(|route| self.answers_at(route)),
        }
    }

    /// True where a page or a list stands at this address.
    fn answers_at(&self, route: &Route) -> bool {
        self.pages.at(route).is_some() || self.has_list_at(route)
    }

    fn is_in_use(&self, old: &RedirectPattern) -> bool {
        matches!(old, RedirectPattern::Exact(route) if self.answers_at(route))
    }

    fn has_list_at(&self, route: &Route) -> bool {
        generated::owner(route, self.pages.config).is_some() || self.lists.contains(route)
    }

    fn nearest_above(&self, route: &Route) -> Option<PageId> {
        route.ancestors().find_map(|above| self.pages.at(&above))
    }
}

/// Reports an old address that is to lead to two places.
fn report_contradiction(
    old: &RedirectPattern,
    known: &Redirect,
    place: &Place,
    report: &mut Report,
) {
    let old = old.to_string();
    let message = match known {
        Redirect::Moved(route) => message!("old-address-leads", old, to = route.to_string()),
        Redirect::Gone { .. } => message!("old-address-gone", old),
    };
    let help = message!("old-address-twice-help");
    report.add(place.clone(), Rule::FormerAddress, message, help);
}

/// The page that stands at an old address.
#[derive(Clone, Copy)]
pub(super) enum Occupant {
    /// The one to which the address is to lead.
    Itself,
    Another,
}

/// Reports an old address at which a page stands.
pub(super) fn report_occupied(
    route: &Route,
    occupant: Occupant,
    place: &Place,
    report: &mut Report,
) {
    let address = route.to_string();
    let (message, help) = match occupant {
        Occupant::Itself => (
            message!("old-address-is-own", address),
            message!("old-address-is-own-help"),
        ),
        Occupant::Another => (
            message!("old-address-in-use", address),
            message!("old-address-in-use-help"),
        ),
    };
    report.add(place.clone(), Rule::FormerAddress, message, help);
}
