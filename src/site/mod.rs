//! Stage 2: parsed pages become a checked site, as it stands at one moment. Every link, relation and list is resolved here.

mod addresses;
mod generated;
mod links;
mod listings;
mod missing;
mod paths;
mod redirects;
pub mod rules;
mod translations;
mod unpublished;
pub mod uses;

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::config::{Alert, Config, Language, MenuLink, NamedFile};
use crate::content::page::{Kind, LocatedName, Page, PublishState, Visibility};
use crate::content::{AssetFile, Content, route_of};
use crate::date::{self, Date, Timestamp};
use crate::problem::Report;
use crate::route::{self, RedirectPattern, Route};
use crate::rule::Rule;
use crate::site::unpublished::{ReferenceTime, UnpublishedPages};
use crate::source::Place;
use crate::suggest::nearest;

pub use generated::GeneratedPages;
pub use links::{LinkTarget, ResolvedLinks};
pub use listings::{Archive, Listing, Scope};
pub use redirects::{Reason, Redirect, RouteStatus, check_addresses};

/// The number of a page within `Site::pages`.
pub type PageId = usize;

/// Whether pages are shown that visitors do not get to see: drafts and planned ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drafts {
    Hide,
    Show,
}

/// The site as it stands at one moment. All that is in it may be shown, and every address in it leads somewhere.
pub struct Site<'a> {
    pub config: &'a Config,
    /// The commit that stood in the content folder when it was read, in at least 40 digits.
    pub commit: Option<&'a str>,
    pub today: Date,
    /// In the order of their files.
    pub pages: Vec<SitePage>,
    by_route: FxHashMap<Route, PageId>,
    by_file: FxHashMap<Arc<str>, PageId>,
    pub assets: &'a BTreeMap<String, AssetFile>,
    /// The assets that some page refers to, by their key in `assets`.
    pub used_assets: BTreeSet<String>,
    /// Newest first.
    pub news: Vec<PageId>,
    /// In their own order.
    pub themes: Vec<PageId>,
    /// By name.
    pub municipalities: Vec<PageId>,
    /// Words with their meaning, in the order of their files.
    pub terms: Vec<PageId>,
    /// In their own order.
    pub questions: Vec<PageId>,
    /// Every page of every list of news.
    pub listings: Vec<Listing>,
    /// Where the pages answer that no file has the text of.
    pub generated: GeneratedPages,
    /// The site's own language, then the others.
    pub languages: Vec<SiteLanguage<'a>>,
    pub alert: Option<SiteAlert<'a>>,
    /// What is at the addresses that are no page any more.
    pub redirects: BTreeMap<RedirectPattern, Redirect>,
    /// Pages that visitors do not get to see, and why.
    pub hidden: Vec<(Arc<Page>, PublishState)>,
    /// What could be read of files that no page can be made of.
    pub invalid: Vec<SitePage>,
    /// The files of those.
    invalid_files: HashSet<Arc<str>>,
    /// The first moment at which the site will be another one.
    pub until: Option<Timestamp>,
}

/// A page with all that other pages know of it.
pub struct SitePage {
    pub page: Arc<Page>,
    pub state: PublishState,
    pub references: ResolvedLinks,
    pub themes: Vec<PageId>,
    pub municipalities: Vec<PageId>,
    /// The pages that name this theme or municipality: news newest first, then the others.
    pub named_by: Vec<PageId>,
    /// The pages that link to this one: news newest first, then the others.
    pub linked_by: Vec<PageId>,
    /// The pages above this one, from the home page down.
    pub trail: Vec<PageId>,
    /// The pages directly below this one, in the order of their files.
    pub below: Vec<PageId>,
    /// For news: the item before this one, and the one after it.
    pub older: Option<PageId>,
    pub newer: Option<PageId>,
    /// This page and those that say the same in another language, in the order of the languages. Empty where there is no other.
    pub versions: Vec<PageId>,
}

/// A language of the site, with the links that stand around its pages.
pub struct SiteLanguage<'a> {
    pub settings: &'a Language,
    pub navigation: Vec<(String, PageId)>,
    pub footer: Vec<(String, PageId)>,
}

/// How a content file stands, for editors.
#[derive(Clone, Debug)]
pub struct Entry {
    pub file: Arc<str>,
    /// The address that its page has, or would have.
    pub route: Route,
    /// `None` where no page can be made of the file.
    pub state: Option<PublishState>,
    pub visibility: Visibility,
}

/// The alert that stands above pages now.
pub struct SiteAlert<'a> {
    pub alert: &'a Alert,
    /// The pages it is about; `None` where it is about every page.
    on: Option<BTreeSet<PageId>>,
    /// What its link says and where it leads.
    pub link: Option<(&'a str, PageId)>,
}

impl<'a> Site<'a> {
    /// Settles the site as it stands at `now`; what is wrong goes to the report.
    pub fn check(
        content: &'a Content,
        now: Timestamp,
        drafts: Drafts,
        report: &mut Report,
    ) -> Site<'a> {
        report.extend(content.problems.iter().cloned());
        report.files += content.files.len();
        let config = &*content.config;
        let mut states = Vec::new();
        let mut until = None;
        for file in &content.files {
            report.extend(file.problems.iter().cloned());
            let Some(page) = &file.page else { continue };
            until = earliest(until, page.visibility.next_change(now));
            states.push((page.clone(), page.visibility.state(now)));
        }
        let invalid: Vec<SitePage> = content
            .files
            .iter()
            .filter_map(|file| file.invalid.clone())
            .map(|page| {
                let state = page.visibility.state(now);
                SitePage::new(page, state)
            })
            .collect();
        let generated = GeneratedPages::of(config);
        let mut pages: Vec<(Arc<Page>, PublishState)> = Vec::with_capacity(states.len());
        let mut by_route = FxHashMap::default();
        let mut hidden = Vec::new();
        for (page, state) in addresses::unique(states, &invalid, &generated, config, report) {
            let is_shown = state == PublishState::Live
                || drafts == Drafts::Show && state != PublishState::Expired;
            // A page that is to come may be planned for an address that is still that of another.
            if is_shown && !by_route.contains_key(&page.route) {
                by_route.insert(page.route.clone(), pages.len());
                pages.push((page, state));
            } else {
                hidden.push((page, state));
            }
        }
        let hidden = UnpublishedPages::new(hidden);
        let by_file = pages
            .iter()
            .enumerate()
            .map(|(id, (page, _))| (page.file.clone(), id))
            .collect();
        let mut site = Site {
            config,
            commit: content.commit.as_deref(),
            today: date::day_of(now, &config.time_zone),
            pages: pages
                .into_iter()
                .map(|(page, state)| SitePage::new(page, state))
                .collect(),
            by_route,
            by_file,
            assets: &content.assets,
            used_assets: BTreeSet::new(),
            news: Vec::new(),
            themes: Vec::new(),
            municipalities: Vec::new(),
            terms: Vec::new(),
            questions: Vec::new(),
            listings: Vec::new(),
            generated,
            languages: Vec::new(),
            alert: None,
            hidden: Vec::new(),
            invalid_files: content
                .files
                .iter()
                .filter(|file| file.invalid.is_some())
                .map(|file| file.path.clone())
                .collect(),
            invalid,
            redirects: BTreeMap::new(),
            until,
        };
        site.order();
        site.relate(&hidden, report);
        site.trails();
        links::resolve(&mut site, content, &hidden, report);
        translations::resolve(&mut site, content, &hidden, report);
        site.menus(content, report);
        site.alert(now, content, report);
        site.listings = listings::all(&site);
        redirects::resolve(&mut site, content, &hidden, report);
        site.hidden = hidden.into_pages();
        site
    }

    /// The page with this number.
    pub fn page(&self, id: PageId) -> &Page {
        &self.pages[id].page
    }

    pub fn at(&self, route: &Route) -> Option<PageId> {
        self.by_route.get(route).copied()
    }

    /// Every content file that can have an address; of two with the same one, that which is shown comes last.
    pub fn entries(&self, content: &Content) -> Vec<Entry> {
        let broken = content
            .files
            .iter()
            .filter(|file| file.page.is_none())
            .filter_map(|file| {
                let route = route_of(&file.path, self.config)?;
                Some(Entry {
                    file: file.path.clone(),
                    route,
                    state: None,
                    visibility: Visibility::default(),
                })
            });
        let entry = |page: &Page, state| Entry {
            file: page.file.clone(),
            route: page.route.clone(),
            state: Some(state),
            visibility: page.visibility,
        };
        let hidden = self.hidden.iter().map(|(page, state)| entry(page, *state));
        broken
            .chain(hidden)
            .chain(
                self.pages
                    .iter()
                    .map(|site_page| entry(&site_page.page, site_page.state)),
            )
            .collect()
    }

    /// Whether a page is that of an earlier version of its file: what is wrong with it may have been mended since.
    pub fn is_stale(&self, page: &Page) -> bool {
        self.invalid_files.contains(&page.file)
    }

    /// Where the content of an old address is now.
    fn moved(&self, route: &Route) -> Option<&Route> {
        match self.redirects.get(&RedirectPattern::Exact(route.clone()))? {
            Redirect::Moved(to) => Some(to),
            Redirect::Gone { .. } => None,
        }
    }

    fn of_file(&self, file: &str) -> Option<PageId> {
        self.by_file.get(file).copied()
    }

    /// The absolute address of a route, for those who read it outside the site.
    pub fn absolute(&self, route: &Route) -> String {
        format!("{}{route}", self.config.base_url)
    }

    fn order(&mut self) {
        let ids = |wanted: fn(&Kind) -> bool| {
            (0..self.pages.len())
                .filter(|id| wanted(&self.page(*id).kind))
                .collect::<Vec<_>>()
        };
        let mut news = ids(|kind| matches!(kind, Kind::News { .. }));
        let mut themes = ids(|kind| matches!(kind, Kind::Theme(_)));
        let mut municipalities = ids(|kind| matches!(kind, Kind::Municipality(_)));
        let mut questions = ids(|kind| matches!(kind, Kind::Question { .. }));
        let terms = ids(|kind| matches!(kind, Kind::Term));
        news.par_sort_by(|a, b| {
            let (a, b) = (self.page(*a), self.page(*b));
            b.date.cmp(&a.date).then_with(|| a.slug().cmp(b.slug()))
        });
        themes.sort_by_key(|id| (place_in_row(&self.page(*id).kind), *id));
        questions.sort_by_key(|id| (place_in_row(&self.page(*id).kind), *id));
        municipalities.sort_by(|a, b| self.page(*a).slug().cmp(self.page(*b).slug()));
        for pair in news.windows(2) {
            self.pages[pair[0]].older = Some(pair[1]);
            self.pages[pair[1]].newer = Some(pair[0]);
        }
        (self.news, self.themes, self.municipalities) = (news, themes, municipalities);
        (self.terms, self.questions) = (terms, questions);
    }

    /// Every page, news first and the newest of it on top.
    fn news_first(&self) -> Vec<PageId> {
        let others =
            (0..self.pages.len()).filter(|id| !matches!(self.page(*id).kind, Kind::News { .. }));
        self.news.iter().copied().chain(others).collect()
    }

    /// Ties pages to the themes and municipalities they name, both ways.
    fn relate(&mut self, hidden: &UnpublishedPages, report: &mut Report) {
        type BySlug<'a> = FxHashMap<&'a str, PageId>;
        let kinds = &self.config.kinds;
        let pages: Vec<Arc<Page>> = self.pages.iter().map(|page| page.page.clone()).collect();
        let by_slug = |ids: &[PageId]| {
            ids.iter()
                .map(|id| (pages[*id].slug(), *id))
                .collect::<BySlug<'_>>()
        };
        let (themes_by_slug, municipalities_by_slug) =
            (by_slug(&self.themes), by_slug(&self.municipalities));
        let find = |mentions: &[LocatedName],
                    candidates: &BySlug<'_>,
                    what: &str,
                    folder: &str,
                    seen: ReferenceTime,
                    report: &mut Report| {
            let mut found = Vec::new();
            for mention in mentions {
                match candidates.get(mention.name.as_str()).copied() {
                    Some(target) if !found.contains(&target) => found.push(target),
                    Some(_) => {}
                    None => {
                        let upcoming = hidden.of_file(&format!("{folder}/{}.md", mention.name));
                        if upcoming.is_some_and(|(page, state)| seen.will_be_live(page, *state)) {
                            continue;
                        }
                        let slugs = candidates.keys().copied();
                        report.add(
                            mention.place.clone(),
                            Rule::UnknownName,
                            format!("{what} `{}` bestaat niet", mention.name),
                            did_you_mean(
                                nearest(&mention.name, slugs),
                                &format!("gebruik de naam van een bestand in de map `{folder}`, zonder .md"),
                            ),
                        );
                    }
                }
            }
            found
        };
        let related = |page: &Page, seen: ReferenceTime, report: &mut Report| {
            let themes = find(
                &page.themes,
                &themes_by_slug,
                "thema",
                &kinds.themes.folder,
                seen,
                report,
            );
            (
                themes,
                find(
                    &page.municipalities,
                    &municipalities_by_slug,
                    "gemeente",
                    &kinds.municipalities.folder,
                    seen,
                    report,
                ),
            )
        };
        for invalid in &self.invalid {
            related(
                &invalid.page,
                ReferenceTime::of(&invalid.page, invalid.state),
                report,
            );
        }
        for (page, seen) in hidden.upcoming().filter(|(page, _)| !self.is_stale(page)) {
            related(page, seen, report);
        }
        let mut discarded = Report::default();
        for id in self.news_first() {
            let report = if self.is_stale(&pages[id]) {
                &mut discarded
            } else {
                &mut *report
            };
            let (themes, municipalities) = related(&pages[id], ReferenceTime::Now, report);
            for target in themes.iter().chain(&municipalities) {
                self.pages[*target].named_by.push(id);
            }
            self.pages[id].themes = themes;
            self.pages[id].municipalities = municipalities;
        }
    }

    fn trails(&mut self) {
        for id in 0..self.pages.len() {
            let mut trail = Vec::new();
            let page = &self.pages[id].page;
            let mut above = route::parent(page.route.as_str());
            while let Some(address) = above {
                let known = self.by_route.get(address).copied();
                trail.extend(known.filter(|above| self.page(*above).language == page.language));
                above = route::parent(address);
            }
            if let Some(above) = trail.first() {
                self.pages[*above].below.push(id);
            }
            trail.reverse();
            self.pages[id].trail = trail;
        }
    }

    fn menus(&mut self, content: &Content, report: &mut Report) {
        let config = self.config;
        let mut resolve = |links: &[MenuLink]| -> Vec<(String, PageId)> {
            let mut resolved = Vec::new();
            for link in links {
                match self.of_file(&link.file) {
                    Some(id) => resolved.push((link.title.clone(), id)),
                    // Why it is not shown is told at the file itself.
                    None if content.file(&link.file).is_some() => {}
                    None => self.missing_file(&link.file, link.place.clone(), report),
                }
            }
            resolved
        };
        let language = |settings| SiteLanguage {
            settings,
            navigation: resolve(&settings.navigation),
            footer: resolve(&settings.footer.links),
        };
        let languages = config.languages.iter().map(language).collect();
        for Language { tag, place, .. } in &config.languages[1..] {
            let home = format!("{tag}/index.md");
            if content.file(&home).is_none() {
                let help = "maak dit bestand: hier beginnen de pagina’s in deze taal";
                report.add(
                    place.clone(),
                    Rule::BrokenLink,
                    format!("het bestand `{home}` bestaat niet"),
                    help,
                );
            }
        }
        self.languages = languages;
    }

    fn missing_file(&self, file: &str, place: Place, report: &mut Report) {
        let files = self.pages.iter().map(|page| &*page.page.file);
        let help = did_you_mean(
            nearest(file, files),
            "noem een bestand in de map met teksten",
        );
        report.add(
            place,
            Rule::BrokenLink,
            format!("het bestand `{file}` bestaat niet"),
            help,
        );
    }

    fn alert(&mut self, now: Timestamp, content: &Content, report: &mut Report) {
        let Some(alert) = &self.config.alert else {
            return;
        };
        let moments = [alert.publish, alert.expires].into_iter().flatten();
        self.until = earliest(self.until, moments.filter(|moment| *moment > now).min());
        if alert.publish.is_some_and(|publish| now < publish)
            || alert.expires.is_some_and(|expires| expires <= now)
        {
            return;
        }
        let link = alert
            .link
            .as_ref()
            .and_then(|link| match self.of_file(&link.file) {
                Some(id) => Some((link.title.as_str(), id)),
                None if content.file(&link.file).is_some() => None,
                None => {
                    self.missing_file(&link.file, link.place.clone(), report);
                    None
                }
            });
        let mut find = |wanted: &NamedFile| {
            let found = self.of_file(&wanted.file);
            if found.is_none() && content.file(&wanted.file).is_none() {
                self.missing_file(&wanted.file, wanted.place.clone(), report);
            }
            found
        };
        let on = alert
            .on
            .as_ref()
            .map(|files| files.iter().filter_map(&mut find).collect());
        self.alert = Some(SiteAlert { alert, on, link });
    }
}

impl SiteAlert<'_> {
    /// Whether the alert stands above this page: it is about the page itself, or about a theme or municipality that it names.
    pub fn is_about(&self, site: &Site<'_>, id: PageId) -> bool {
        let Some(on) = &self.on else { return true };
        let page = &site.pages[id];
        on.contains(&id)
            || page
                .themes
                .iter()
                .chain(&page.municipalities)
                .any(|named| on.contains(named))
    }

    /// Whether the alert stands above every page.
    pub fn is_everywhere(&self) -> bool {
        self.on.is_none()
    }
}

impl SitePage {
    /// A page that is part of no site, for looking at.
    pub fn alone(page: Arc<Page>) -> Self {
        SitePage::new(page, PublishState::Live)
    }

    fn new(page: Arc<Page>, state: PublishState) -> Self {
        SitePage {
            page,
            state,
            references: ResolvedLinks::default(),
            themes: Vec::new(),
            municipalities: Vec::new(),
            named_by: Vec::new(),
            linked_by: Vec::new(),
            trail: Vec::new(),
            below: Vec::new(),
            older: None,
            newer: None,
            versions: Vec::new(),
        }
    }
}

fn place_in_row(kind: &Kind) -> u32 {
    match kind {
        Kind::Theme(theme) => theme.order,
        Kind::Question { order } => *order,
        _ => u32::MAX,
    }
}

fn earliest(a: Option<Timestamp>, b: Option<Timestamp>) -> Option<Timestamp> {
    a.into_iter().chain(b).min()
}

/// The remedy for a name that does not exist.
fn did_you_mean(meant: Option<&str>, otherwise: &str) -> String {
    match meant {
        Some(name) => format!("bedoelt u `{name}`?"),
        None => otherwise.to_owned(),
    }
}
