//! Stage 2: parsed pages become a checked site, as it stands at one moment. Every link, relation
//! and list is resolved here.

mod address_check;
mod addresses;
mod alerts;
mod answers;
mod builder;
mod collections;
mod generated;
mod links;
mod list_address;
mod lists;
pub mod map;
mod menus;
mod missing;
mod pages;
mod paths;
mod redirects;
mod reference_time;
mod references;
mod relations;
pub mod rules;
mod tags;
mod translations;
pub mod uses;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::config::Config;
use crate::content::document::Link;
use crate::content::page::Page;
use crate::content::texts::OwnTexts;
use crate::content::{AssetFile, Content, route_of};
use crate::date::{Date, Timestamp};
use crate::kinds::spec::{Division, KindSpec, Listing};
use crate::route::{RedirectPattern, Route};
use crate::schedule::CurrentOccurrence;
use crate::text::{OwnStrings, Text};
use crate::visibility::{PublishState, Visibility};

pub use address_check::{RouteStatus, check_addresses};
pub use alerts::{SiteAlert, SiteAlerts};
pub use answers::{AnswerDestination, SiteAnswer};
pub use builder::build;
pub use collections::{Collection, ListPage, Scope};
pub use generated::SEARCH_DESCRIPTION;
pub use menus::{SiteLanguage, SiteMenuLink, SiteMenuTarget};
pub use pages::{Drafts, PageId};
pub use redirects::{Reason, Redirect};
pub use references::{LinkTarget, ResolvedLinks};
pub use tags::TagList;

use crate::site::map::RegionMap;
use crate::site::pages::PageSet;
use crate::site::reference_time::PageState;

/// The site as it stands at one moment. All that is in it may be shown, and every address in it
/// leads somewhere.
pub struct Site<'a> {
    pub config: &'a Config,
    /// The commit that stood in the content folder when it was read, in at least 40 digits.
    pub commit: Option<&'a str>,
    pub today: Date,
    set: PageSet<'a>,
    /// In the order of their files.
    pub pages: Vec<SitePage>,
    /// As much as could be read of files that no page can be made of.
    pub invalid: Vec<SitePage>,
    /// In the order of the table of kinds.
    pub collections: Vec<Collection<'a>>,
    /// In the order of their addresses.
    pub tags: Vec<TagList>,
    pub assets: &'a BTreeMap<String, AssetFile>,
    /// The assets that some page refers to, by their key in `assets`.
    pub used_assets: BTreeSet<String>,
    /// Those that some page refers to which is still to come.
    pub used_later: BTreeSet<String>,
    /// The site's own language, then the others.
    pub languages: Vec<SiteLanguage<'a>>,
    pub alerts: SiteAlerts<'a>,
    pub map: Option<RegionMap>,
    /// The file of the map, where its numbers are degrees.
    pub map_text: Option<&'a str>,
    pub answers: Vec<SiteAnswer<'a>>,
    /// The addresses that are no page any more.
    pub redirects: BTreeMap<RedirectPattern, Redirect>,
    /// The strings that the site has of its own.
    pub texts: &'a OwnTexts,
    /// True where the redirect map is that of another site, which is reported.
    pub has_foreign_redirects: bool,
    /// The first moment at which the site changes without a change of its files.
    pub until: Option<Timestamp>,
}

/// A page with its relations to other pages.
pub struct SitePage {
    pub page: Arc<Page>,
    pub state: PublishState,
    pub references: ResolvedLinks,
    /// The pages that it belongs to, in the order of the table of kinds.
    pub related: Vec<PageId>,
    /// The pages that belong to this one: those of kinds with long lists first, in their order.
    pub named_by: Vec<PageId>,
    /// The pages that link to this one, in the same order.
    pub linked_by: Vec<PageId>,
    /// The pages above this one, from the home page down.
    pub ancestors: Vec<PageId>,
    /// The pages directly below this one, in the order that they give themselves, then in that of
    /// their files.
    pub children: Vec<PageId>,
    /// The item before this one and the one after it, for kinds that have the newest first.
    pub older: Option<PageId>,
    pub newer: Option<PageId>,
    /// This page and those that say the same in another language, in the order of the languages.
    /// Empty where there is no other.
    pub versions: Vec<PageId>,
}

impl SitePage {
    /// A page without relations to others.
    pub fn unrelated(page: Arc<Page>, state: PublishState, references: ResolvedLinks) -> Self {
        SitePage {
            page,
            state,
            references,
            related: Vec::new(),
            named_by: Vec::new(),
            linked_by: Vec::new(),
            ancestors: Vec::new(),
            children: Vec::new(),
            older: None,
            newer: None,
            versions: Vec::new(),
        }
    }

    /// The address of the page that says the same as the file of a document.
    pub fn html_address(&self, site: &Site<'_>) -> Option<String> {
        let publication = (self.page.kind.publication)(&self.page.facts)?;
        publication.html.as_ref()?;
        match self.references.links.last()? {
            LinkTarget::Page { page, fragment } => {
                let fragment = fragment.iter().map(|fragment| format!("#{fragment}"));
                let fragment: String = fragment.collect();
                Some(format!("{}{fragment}", site.page(*page).route))
            }
            LinkTarget::Elsewhere(address) => Some(address.clone()),
            _ => None,
        }
    }

    /// The links in the text, each with what it leads to.
    fn links(&self) -> impl Iterator<Item = (&Link, &LinkTarget)> {
        self.page.body.links.iter().zip(&self.references.links)
    }
}

/// The state of a content file, for editors.
#[derive(Clone, Debug)]
pub struct Entry {
    pub file: Arc<str>,
    /// The address that its page has, or would have.
    pub route: Route,
    /// `None` where no page can be made of the file.
    pub state: Option<PublishState>,
    pub visibility: Visibility,
}

impl<'a> Site<'a> {
    /// The page with this number.
    pub fn page(&self, id: PageId) -> &Page {
        &self.pages[id].page
    }

    /// The time of what a page tells of, if it tells of what happens.
    pub fn occurrence(&self, id: PageId) -> Option<CurrentOccurrence> {
        self.set.occurrence(id)
    }

    /// The strings of each language, those of the site's own among them.
    pub fn interface_texts(&self) -> Vec<Arc<Text>> {
        let text = |language: &SiteLanguage<'_>| {
            let own = OwnStrings {
                strings: self.texts.of(language.settings.tag),
                municipality: language.settings.municipality.as_ref(),
            };
            let text = Text::with(language.settings.tag, own);
            Arc::new(text.expect("the settings name languages that are there"))
        };
        self.languages.iter().map(text).collect()
    }

    pub fn at(&self, route: &Route) -> Option<PageId> {
        self.set.at(route)
    }

    /// Pages that visitors do not get to see, and why.
    pub fn unpublished(&self) -> &[PageState] {
        &self.set.unpublished
    }

    /// True for a page of an earlier version of its file: what is wrong with it may have been
    /// mended since.
    pub fn is_stale(&self, page: &Page) -> bool {
        self.set.is_stale(page)
    }

    /// The addresses of files whose page cannot be shown, those of before among them.
    fn hidden_addresses(&self) -> BTreeMap<Route, &str> {
        let hidden = self.set.hidden_files();
        let own = hidden.filter_map(|file| Some((route_of(file, self.config)?, file)));
        let former = self.invalid.iter().flat_map(|SitePage { page, .. }| {
            let aliases = page.meta.aliases.iter();
            let routes = aliases.filter_map(|alias| RedirectPattern::exact(&alias.name));
            routes.map(|route| (route, &*page.file))
        });
        own.chain(former).collect()
    }

    /// The pages of a kind. `None` where the site has no such pages.
    pub fn collection(&self, kind: &KindSpec) -> Option<&Collection<'a>> {
        self.collections
            .iter()
            .find(|collection| collection.kind == kind)
    }

    /// The items of a kind, in their order.
    pub fn items(&self, kind: &KindSpec) -> &[PageId] {
        self.collection(kind)
            .map_or(&[], |collection| &collection.items)
    }

    /// The pages of a kind that a page belongs to.
    pub fn related(&self, id: PageId, kind: &'static KindSpec) -> impl Iterator<Item = PageId> {
        let related = self.pages[id].related.iter().copied();
        related.filter(move |other| self.page(*other).kind == kind)
    }

    /// Every content file that can have an address; of two with the same one, that which is shown
    /// comes last.
    pub fn entries(&self, content: &Content) -> Vec<Entry> {
        let broken = content
            .files
            .iter()
            .filter(|file| file.page.is_none())
            .filter_map(|file| {
                Some(Entry {
                    file: file.path.clone(),
                    route: route_of(&file.path, self.config)?,
                    state: None,
                    visibility: Visibility::default(),
                })
            });
        let entry = |(page, state): (&Arc<Page>, PublishState)| Entry {
            file: page.file.clone(),
            route: page.route.clone(),
            state: Some(state),
            visibility: page.meta.visibility,
        };
        let unpublished = self.unpublished().iter();
        let unpublished = unpublished.map(|(page, state)| (page, *state));
        let shown = self.pages.iter().map(|page| (&page.page, page.state));
        broken.chain(unpublished.chain(shown).map(entry)).collect()
    }

    /// The pages of other kinds by which the list of a kind is divided.
    pub fn divided_by(&self, collection: &Collection<'_>) -> Vec<PageId> {
        let Listing::Paged(divisions) = collection.kind.listing else {
            return Vec::new();
        };
        let names = divisions.iter().filter_map(|division| match division {
            Division::Relation(name) => Some(*name),
            _ => None,
        });
        let items = |name| {
            let mut others = self.collections.iter();
            let named = others.find(|other| other.kind.name == name);
            named.map_or(&[][..], |other| &other.items)
        };
        names.flat_map(items).copied().collect()
    }

    /// The address of the list of the items of a kind that belong to a page, whether or not there
    /// are any today.
    pub fn part_address(&self, collection: &Collection<'_>, to: PageId) -> Route {
        lists::first_page(collection.address, &Scope::Related(to), &self.set)
    }

    /// The items of a kind, or those that belong to a page, in their order.
    pub fn items_of(&self, collection: &Collection<'_>, to: Option<PageId>) -> Vec<PageId> {
        let Some(to) = to else {
            return collection.items.clone();
        };
        let named_by = self.pages[to].named_by.iter().copied();
        let items = named_by.filter(|id| self.page(*id).is_item_of(collection.kind));
        items.collect()
    }

    /// The page that has the content of an old address now.
    fn moved(&self, route: &Route) -> Option<&Route> {
        match self.redirects.get(&RedirectPattern::Exact(route.clone()))? {
            Redirect::Moved(to) => Some(to),
            Redirect::Gone { .. } => None,
        }
    }

    /// The absolute address of a route, for those who read it outside the site.
    pub fn absolute(&self, route: &Route) -> String {
        format!("{}{route}", self.config.base_url)
    }
}
