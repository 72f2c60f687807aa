//! The parts around the content of every page: head, header, navigation, alert, breadcrumb and
//! footer.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use askama::Template;

use crate::config::Language;
use crate::content::alerts::Level;
use crate::date::Date;
use crate::html::Html;
use crate::media_type::media_type;
use crate::outputs::assets::Assets;
use crate::outputs::picture::PictureView;
use crate::outputs::schema_org;
use crate::outputs::social_image::{self, SocialImage};
use crate::outputs::template::render_fragment;
use crate::outputs::view::{AlertLanguage, AlertView, LinkView};
use crate::route::Route;
use crate::site::{PageId, Site, SiteAlert, SiteLanguage, SiteMenuLink, SiteMenuTarget};
use crate::text::Text;

/// The parts of the layout that are the same on every page.
pub struct SiteLayout {
    pub text: Arc<Text>,
    /// The home page of this language.
    pub home: Route,
    /// The home page of each language; empty where there is but one.
    pub languages: Vec<LanguageLink>,
    pub name: String,
    /// The name in one or two lines.
    pub name_lines: Vec<String>,
    /// The picture beside the name, if the site has one.
    pub logo: Option<PictureView>,
    pub base_url: String,
    /// The style sheet of every page.
    pub style: Route,
    /// The style sheets of parts that few pages have, by their name.
    pub sheets: BTreeMap<String, Route>,
    pub icons: Vec<Icon>,
    /// The colour of the site, for what a browser draws around it.
    pub theme_color: Option<String>,
    /// The picture of pages that are not the editors', where they are shared.
    pub card: SocialImage,
    /// The name of the publisher.
    pub publisher: String,
    /// The outputs beside the pages, for the head of each page.
    pub links: Vec<HeadLink>,
    pub navigation: Vec<LinkView>,
    /// The questions that visitors come with most.
    pub questions: Vec<LinkView>,
    /// The weightiest first.
    pub alerts: Vec<PlacedAlert>,
    /// The address of the search; `None` where the site has none.
    pub search: Option<Route>,
    /// The search that stands above every page; empty where the site has none.
    pub search_form: Html,
    pub footer: Html,
    /// The pages of which visitors choose one.
    pub directory: Option<Directory>,
}

#[derive(Template)]
#[template(path = "parts/site_search.html")]
struct SiteSearch<'a> {
    text: &'a Text,
    search: &'a Route,
}

#[derive(Template)]
#[template(path = "parts/footer.html")]
struct Footer<'a> {
    text: &'a Text,
    home: &'a Route,
    name_lines: &'a [String],
    logo: Option<PictureView>,
    words: &'a str,
    directory: Option<&'a Directory>,
    links: Vec<LinkView>,
    feeds: Vec<&'a HeadLink>,
}

/// A way to another language; for this one its name, which leads nowhere.
#[derive(Clone)]
pub struct LanguageLink {
    /// BCP 47 tag.
    pub language: &'static str,
    /// The name of the language in itself.
    pub name: String,
    pub href: String,
    /// The address of the search in that language.
    pub search: Option<Route>,
}

/// Pages of which visitors choose one, such as that of the place where they live.
pub struct Directory {
    /// The invitation to choose.
    pub title: String,
    /// The page with the list of all.
    pub list: Option<LinkView>,
    pub items: Vec<LinkView>,
}

/// An alert as the pages in one language show it.
pub struct PlacedAlert {
    pub view: Arc<AlertView>,
    /// The pages above which it stands; `None` for every page.
    above: Option<BTreeSet<PageId>>,
}

/// A link in the head of a page to an output in another format.
pub struct HeadLink {
    pub rel: &'static str,
    pub media_type: &'static str,
    pub title: String,
    /// The words of the same link on the page itself.
    pub label: String,
    pub href: String,
}

/// A picture for the tab or the home screen, or the list of those.
pub struct Icon {
    pub rel: &'static str,
    pub href: Route,
    pub media_type: &'static str,
}

/// The layout of one page.
pub struct PageLayout {
    pub site: Arc<SiteLayout>,
    /// For the tab: the title of the page and the name of the site.
    pub title: String,
    pub description: String,
    /// The absolute address of the page; `None` for pages that are no page of the site, such as
    /// errors.
    pub canonical: Option<String>,
    /// True for a page that search engines are to pass over, although it has an address.
    pub noindex: bool,
    /// The absolute addresses of this page in each language that has it, this one included, by the
    /// tag of the language.
    pub versions: Vec<(&'static str, String)>,
    /// This page in each language, or else where that language begins.
    pub languages: Vec<LanguageLink>,
    /// `article` or `website`, as Open Graph names it.
    pub social_kind: &'static str,
    /// The day of the last change of the page.
    pub modified: Option<Date>,
    pub image: Option<SocialImage>,
    pub metadata: Vec<Html>,
    pub navigation: Vec<MenuItem>,
    pub alerts: Vec<Arc<AlertView>>,
    /// The pages above this one.
    pub breadcrumbs: Vec<LinkView>,
    /// The name of this page at the end of the breadcrumbs.
    pub current_title: String,
}

/// One entry of the main navigation.
pub struct MenuItem {
    pub link: LinkView,
    pub state: NavState,
}

/// The pages of a section, as they stand on each of them.
pub struct SectionMenu {
    /// The first page of the section.
    pub head: LinkView,
    pub pages: Vec<MenuItem>,
}

/// The relation of a menu entry to the page that shows it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum NavState {
    /// It is this page.
    Page,
    /// This page is below it.
    Below,
    Elsewhere,
}

impl SiteLayout {
    /// The feeds of the site.
    pub fn feeds(&self) -> impl Iterator<Item = &HeadLink> {
        feeds(&self.links)
    }

    /// The layout of the pages in the language of this number, with the texts of all languages and
    /// the outputs that those pages link to.
    pub fn new(
        site: &Site<'_>,
        number: usize,
        texts: &[Arc<Text>],
        assets: &Assets,
        links: Vec<HeadLink>,
    ) -> Self {
        let (text, language) = (texts[number].clone(), &site.languages[number]);
        let is_main = number == 0;
        let directory = directory(site, &text).filter(|_| is_main);
        let name_lines: Vec<String> = site.config.name.splitn(2, ' ').map(str::to_owned).collect();
        let search = language.settings.search.clone();
        let search_form = search.as_ref().map(|search| {
            let text = &text;
            render_fragment(&SiteSearch { text, search })
        });
        let mut footer_links = titled(site, &language.footer);
        if is_main {
            footer_links.extend(generated_links(site, &text));
        }
        // Those of other kinds stand at their lists.
        let mut followed: Vec<&HeadLink> = feeds(&links).take(1).collect();
        if let Some(follow) = &site.config.addresses.follow
            && is_main
        {
            followed.clear();
            footer_links.push(LinkView::new(text.say("follow-title"), follow.as_str()));
        }
        let footer = render_fragment(&Footer {
            text: &text,
            home: &language.settings.home,
            name_lines: &name_lines,
            logo: assets.footer_logo(),
            words: &language.settings.footer.text,
            directory: directory.as_ref(),
            links: footer_links,
            feeds: followed,
        });
        let home = &language.settings.home;
        let card = assets.find("static/share.png");
        SiteLayout {
            home: home.clone(),
            languages: languages(site, texts),
            name: site.config.name.clone(),
            base_url: site.config.base_url.clone(),
            style: assets.styles.site.address.clone(),
            sheets: assets.styles.sheets(),
            icons: icons(assets),
            theme_color: assets.styles.value("--brand-color"),
            card: SocialImage {
                address: site.absolute(&card.unwrap_or_else(|| social_image::card_beside(home))),
                alternative: site.config.name.clone(),
            },
            publisher: site.config.publisher.name.clone(),
            navigation: titled(site, &language.navigation),
            questions: titled(site, &language.questions),
            alerts: alerts(site, texts, number),
            search_form: search_form.unwrap_or_default(),
            search,
            footer,
            name_lines,
            logo: assets.logo(),
            links,
            directory,
            text,
        }
    }

    /// A title with the name of the site, for the tab of the browser.
    pub fn titled(&self, title: &str) -> String {
        format!("{title} – {}", self.name)
    }

    /// The alerts above a page; of what no file has the text of, those above every page.
    pub fn alerts_above(&self, page: Option<PageId>) -> Vec<Arc<AlertView>> {
        let stands = |alert: &&PlacedAlert| match (&alert.above, page) {
            (None, _) => true,
            (Some(pages), Some(page)) => pages.contains(&page),
            (Some(_), None) => false,
        };
        let alerts = self.alerts.iter().filter(stands);
        alerts.map(|alert| alert.view.clone()).collect()
    }

    /// The main navigation, as it stands on the page at this address.
    pub fn menu(&self, route: &str) -> Vec<MenuItem> {
        let state = |href: &str| {
            if href == route {
                NavState::Page
            } else if href != self.home.as_str() && route.starts_with(href) {
                NavState::Below
            } else {
                NavState::Elsewhere
            }
        };
        let item = |link: &LinkView| MenuItem {
            state: state(&link.href),
            link: link.clone(),
        };
        self.navigation.iter().map(item).collect()
    }
}

impl PageLayout {
    /// The layout of a page that stands at no address of its own, such as an error. All other
    /// layouts are made of it.
    pub fn new(site: &Arc<SiteLayout>, title: &str) -> Self {
        PageLayout {
            site: site.clone(),
            title: site.titled(title),
            description: String::new(),
            canonical: None,
            noindex: false,
            versions: Vec::new(),
            languages: site.languages.clone(),
            social_kind: "website",
            modified: None,
            image: None,
            metadata: Vec::new(),
            navigation: site.menu("/404"),
            alerts: site.alerts_above(None),
            breadcrumbs: Vec::new(),
            current_title: title.to_owned(),
        }
    }

    /// This layout directly below the home page.
    pub fn below_home(self) -> Self {
        let home = LinkView::new(self.say("home"), self.site.home.as_str());
        PageLayout {
            breadcrumbs: vec![home],
            ..self
        }
    }

    /// The links to other outputs that concern this page: of the feeds, the first and those of the
    /// lists that it lies below.
    pub fn links(&self) -> impl Iterator<Item = &HeadLink> {
        let address = self.canonical.as_deref().unwrap_or_default();
        let path = address.strip_prefix(&self.site.base_url);
        let first = self.site.feeds().next().map(|feed| &feed.href);
        self.site.links.iter().filter(move |link| {
            let list = link.href.trim_end_matches(|c| c != '/');
            let is_above = path.is_some_and(|path| path.starts_with(list));
            link.rel != "alternate" || first == Some(&link.href) || is_above
        })
    }

    /// This layout for everyone to find, at an absolute address.
    pub fn findable(self, description: &str, address: String) -> Self {
        let breadcrumbs = schema_org::breadcrumbs(
            &self.site.base_url,
            &self.breadcrumbs,
            &self.current_title,
            &address,
        );
        PageLayout {
            description: description.to_owned(),
            metadata: breadcrumbs.into_iter().collect(),
            canonical: Some(address),
            image: self.image.or_else(|| Some(self.site.card.clone())),
            ..self
        }
    }

    /// The language and country of the page: `nl-NL`.
    pub fn locale(&self) -> String {
        self.say("locale").replace('_', "-")
    }

    /// An interface string.
    pub fn say(&self, name: &str) -> &str {
        self.site.text.say(name)
    }

    /// The address of a style sheet that stands alone.
    pub fn sheet(&self, name: &str) -> &Route {
        let sheet = self.site.sheets.get(name);
        sheet.expect("the sheets that templates name come with the program")
    }

    /// The language of the page.
    pub fn language(&self) -> &'static str {
        self.site.text.language()
    }

    pub fn is_home(&self) -> bool {
        self.breadcrumbs.is_empty()
            && self.canonical.as_deref()
                == Some(&format!("{}{}", self.site.base_url, self.site.home))
    }
}

fn link(site: &Site<'_>, id: PageId) -> LinkView {
    let page = site.page(id);
    LinkView::new(&page.meta.title, page.route.as_str())
}

/// The first kind whose pages are a directory.
fn directory(site: &Site<'_>, text: &Text) -> Option<Directory> {
    let mut collections = site.collections.iter();
    let collection = collections.find(|collection| collection.kind.is_directory)?;
    let items = collection.items.iter();
    Some(Directory {
        title: text
            .say(&format!("choose-{}", collection.kind.name))
            .to_owned(),
        list: collection.index.map(|id| link(site, id)),
        items: items.map(|id| link(site, *id)).collect(),
    })
}

/// Links around the pages, with titles of their own.
fn titled(site: &Site<'_>, links: &[SiteMenuLink]) -> Vec<LinkView> {
    let titled = |link: &SiteMenuLink| match &link.target {
        SiteMenuTarget::Page(id) => LinkView::new(&link.title, site.page(*id).route.as_str()),
        SiteMenuTarget::Web(address) => LinkView::new(&link.title, address),
    };
    links.iter().map(titled).collect()
}

/// The lists that lead to every page.
fn generated_links(site: &Site<'_>, text: &Text) -> Vec<LinkView> {
    let link = |(name, route): (&str, &Option<Route>)| {
        Some(LinkView::new(text.say(name), route.as_ref()?.as_str()))
    };
    let lists = [
        ("index-title", &site.config.addresses.index),
        ("overview-title", &site.config.addresses.overview),
        ("tags-title", &site.config.addresses.tags),
        ("finder-title", &site.config.addresses.finder),
        ("alerts-title", &site.config.addresses.alerts),
    ];
    lists.into_iter().filter_map(link).collect()
}

fn feeds(links: &[HeadLink]) -> impl Iterator<Item = &HeadLink> {
    links.iter().filter(|link| link.rel == "alternate")
}

fn icons(assets: &Assets) -> Vec<Icon> {
    let icons = [
        ("static/favicon.svg", "icon"),
        ("static/apple-touch-icon.png", "apple-touch-icon"),
    ];
    let icon = |(key, rel)| {
        Some(Icon {
            rel,
            href: assets.find(key)?,
            media_type: media_type(key),
        })
    };
    let manifest = Icon {
        rel: "manifest",
        href: manifest(),
        media_type: "application/manifest+json",
    };
    let icons = icons.into_iter().filter_map(icon);
    icons.chain([manifest]).collect()
}

/// The address of what browsers keep of the site on a home screen.
pub fn manifest() -> Route {
    Route::home().file("site.webmanifest")
}

/// The alerts above the pages in the language of this number. One that says nothing in it stands
/// there only in a crisis.
fn alerts(site: &Site<'_>, texts: &[Arc<Text>], number: usize) -> Vec<PlacedAlert> {
    let placed = |of: &SiteAlert<'_>| {
        let mut words = of.alert.words.iter();
        let own = words.position(|words| words.language == texts[number].language());
        let (words, text) = match own {
            Some(words) => (words, &texts[number]),
            None if of.alert.level == Level::Crisis => (0, &texts[0]),
            None => return None,
        };
        let spoken = AlertLanguage {
            tag: text.language(),
            name: text.say("language-name").to_owned(),
        };
        let view = AlertView {
            language: own.is_none().then_some(spoken),
            ..alert(site, of, words, text)
        };
        Some(PlacedAlert {
            view: Arc::new(view),
            above: of.above.clone(),
        })
    };
    site.alerts.live.iter().filter_map(placed).collect()
}

/// An alert in the words of this number, which are in the language of this text.
pub fn alert(site: &Site<'_>, of: &SiteAlert<'_>, words: usize, text: &Text) -> AlertView {
    let (id, words) = (of.links[words], &of.alert.words[words]);
    let more = words.link.as_ref().zip(id).map(|(written, id)| LinkView {
        title: written.title.clone(),
        ..link(site, id)
    });
    AlertView {
        area: of.on.iter().map(|id| link(site, *id)).collect(),
        ..AlertView::new(of.alert.level, text, &words.title, &words.text, more)
    }
}

/// The home page of each language. Empty where the site has but one language.
fn languages(site: &Site<'_>, texts: &[Arc<Text>]) -> Vec<LanguageLink> {
    let link = |(text, language): (&Arc<Text>, &SiteLanguage<'_>)| {
        let Language { home, search, .. } = language.settings;
        site.at(home)?;
        Some(LanguageLink {
            language: text.language(),
            name: text.say("language-name").to_owned(),
            href: home.to_string(),
            search: search.clone(),
        })
    };
    let languages = texts.iter().zip(&site.languages);
    let languages: Vec<LanguageLink> = languages.filter_map(link).collect();
    if languages.len() > 1 {
        languages
    } else {
        Vec::new()
    }
}
