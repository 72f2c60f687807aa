//! What every page has around its content: head, header, navigation, alert, breadcrumb and footer.

use std::sync::Arc;

use askama::Template;

use crate::config::Level;
use crate::content::page::{Kind, Page};
use crate::html::Html;
use crate::outputs::assets::Assets;
use crate::outputs::view::Link;
use crate::outputs::{metadata, render_fragment};
use crate::route::Route;
use crate::site::{PageId, Site};
use crate::text::Text;

/// The parts of the layout that are the same on every page.
pub struct SiteLayout {
    pub text: Arc<Text>,
    /// Where the pages in this language begin.
    pub home: Route,
    /// Where those of each language begin; empty where there is but one.
    pub languages: Vec<LanguageLink>,
    pub name: String,
    /// The name in one or two lines.
    pub name_lines: Vec<String>,
    pub base_url: String,
    pub style: Route,
    pub icons: Vec<Icon>,
    /// The feed of the news.
    pub feed: Option<Link>,
    pub navigation: Vec<Link>,
    /// Every page shows it, or only those that it is about. Pages in another language than its words show it only in a crisis.
    pub alert: Option<Arc<Alert>>,
    /// Where search requests go; `None` where the site has no search.
    pub search: Option<Route>,
    /// How a browser can offer the search by itself.
    pub search_description: Option<Route>,
    /// The search that stands above every page; empty where the site has none.
    pub search_form: Html,
    pub footer: Html,
    /// The page with the list of municipalities, and each of them.
    pub municipality_list: Option<Link>,
    pub municipalities: Vec<Link>,
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
    words: &'a str,
    /// The page with the list of municipalities, and each of them.
    municipality_list: Option<&'a Link>,
    municipalities: &'a [Link],
    links: Vec<Link>,
    feed: Option<&'a Link>,
}

/// A way to another language; for this one its name, which leads nowhere.
#[derive(Clone)]
pub struct LanguageLink {
    /// BCP 47 tag.
    pub language: &'static str,
    /// The name of the language in itself.
    pub name: String,
    pub href: String,
    /// Where that language answers questions.
    pub search: Option<Route>,
}

/// A picture for the tab or the home screen.
pub struct Icon {
    pub rel: &'static str,
    pub href: Route,
    pub media_type: &'static str,
}

/// The message above pages.
pub struct Alert {
    /// The name of the level, as in the style sheet.
    pub level: &'static str,
    /// Path data in a square of 24.
    pub icon: &'static str,
    /// How much the message asks, in a word.
    pub label: String,
    pub is_everywhere: bool,
    /// The language of its words, where the page has another one.
    pub language: Option<AlertLanguage>,
    pub title: String,
    pub text: String,
    pub link: Option<Link>,
}

/// The language of a message that the page itself does not speak.
pub struct AlertLanguage {
    /// BCP 47 tag.
    pub tag: &'static str,
    /// The name of the language in itself.
    pub name: String,
}

/// The layout of one page.
pub struct PageLayout {
    pub site: Arc<SiteLayout>,
    /// For the tab: the title of the page and the name of the site.
    pub title: String,
    pub description: String,
    /// The absolute address of the page; `None` for pages that are no page of the site, such as errors.
    pub canonical: Option<String>,
    /// The absolute addresses of this page in each language that has it, this one included, by the tag of the language.
    pub versions: Vec<(&'static str, String)>,
    /// This page in each language, or else where that language begins.
    pub languages: Vec<LanguageLink>,
    /// `article` or `website`, as Open Graph names it.
    pub social_kind: &'static str,
    pub image: Option<SocialImage>,
    pub metadata: Vec<Html>,
    pub navigation: Vec<MenuItem>,
    pub alert: Option<Arc<Alert>>,
    /// The pages above this one.
    pub breadcrumbs: Vec<Link>,
    /// The name of this page at the end of the trail.
    pub current_title: String,
}

/// The picture that goes with a page when it is shared.
pub struct SocialImage {
    pub address: String,
    pub alternative: String,
}

/// One entry of the main navigation.
pub struct MenuItem {
    pub link: Link,
    pub state: NavState,
}

/// Where a menu entry stands to the page that shows it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum NavState {
    /// It is this page.
    Page,
    /// This page is below it.
    Below,
    Elsewhere,
}

impl Alert {
    /// A message for every page.
    pub fn new(level: Level, text: &Text, title: &str, words: &str, link: Option<Link>) -> Self {
        let (level, icon, label) = match level {
            Level::Info => (
                "info",
                "M4 4h16v16H4zM12 11v6M12 7v1",
                text.say("alert-info"),
            ),
            Level::Warning => (
                "warning",
                "M12 3 22 21H2zM12 10v5M12 17v1",
                text.say("alert-warning"),
            ),
            Level::Crisis => (
                "crisis",
                "M8 2h8l6 6v8l-6 6H8l-6-6V8zM12 7v6M12 16v1",
                text.say("alert-crisis"),
            ),
        };
        Alert {
            level,
            icon,
            label: label.to_owned(),
            is_everywhere: true,
            language: None,
            title: title.to_owned(),
            text: words.to_owned(),
            link,
        }
    }
}

impl SiteLayout {
    /// The layout of the pages in the language of this number, with the texts of all languages.
    pub fn new(site: &Site<'_>, language: usize, texts: &[Arc<Text>], assets: &Assets) -> Self {
        let (text, own_text, is_own) = (texts[language].clone(), &texts[0], language == 0);
        let language = &site.languages[language];
        let link = |id: PageId| Link {
            title: site.page(id).title.clone(),
            href: site.page(id).route.to_string(),
        };
        let titled = |links: &[(String, PageId)]| -> Vec<Link> {
            links
                .iter()
                .map(|(title, id)| Link {
                    title: title.clone(),
                    href: site.page(*id).route.to_string(),
                })
                .collect()
        };
        let icon = |key: &str, rel, media_type| {
            assets.find(key).map(|href| Icon {
                rel,
                href,
                media_type,
            })
        };
        let alert_language = || AlertLanguage {
            tag: own_text.language(),
            name: own_text.say("language-name").to_owned(),
        };
        let name_lines: Vec<String> = site.config.name.splitn(2, ' ').map(str::to_owned).collect();
        let feed = site.feed().filter(|_| is_own);
        let feed = feed.map(|(route, _)| Link {
            title: text.say_with("feed-title", "name", &site.config.name),
            href: route.to_string(),
        });
        let municipality_list = site
            .at(&site.config.kinds.municipalities.address)
            .filter(|_| is_own)
            .map(link);
        let municipalities: Vec<Link> = site
            .municipalities
            .iter()
            .copied()
            .filter(|_| is_own)
            .map(link)
            .collect();
        let own_page = |name, route: &Option<Route>| {
            Some(Link {
                title: text.say(name).to_owned(),
                href: route.as_ref()?.to_string(),
            })
        };
        let own_pages = [
            own_page("index-title", &site.generated.index),
            own_page("overview-title", &site.generated.overview),
        ];
        let search = site.generated.search.get(text.language()).cloned();
        let footer = Footer {
            text: &text,
            home: &language.settings.home,
            name_lines: &name_lines,
            words: &language.settings.footer.text,
            municipality_list: municipality_list.as_ref(),
            municipalities: &municipalities,
            links: titled(&language.footer)
                .into_iter()
                .chain(own_pages.into_iter().flatten().filter(|_| is_own))
                .collect(),
            feed: feed.as_ref(),
        };
        SiteLayout {
            home: language.settings.home.clone(),
            languages: languages(site, texts),
            name: site.config.name.clone(),
            base_url: site.config.base_url.clone(),
            style: assets.style().clone(),
            icons: [
                icon("static/favicon.svg", "icon", "image/svg+xml"),
                icon(
                    "static/apple-touch-icon.png",
                    "apple-touch-icon",
                    "image/png",
                ),
            ]
            .into_iter()
            .flatten()
            .collect(),
            navigation: titled(&language.navigation),
            alert: site
                .alert
                .as_ref()
                .filter(|shown| is_own || shown.alert.level == Level::Crisis)
                .map(|shown| {
                    let link = shown.link.map(|(title, id)| Link {
                        title: title.to_owned(),
                        href: site.page(id).route.to_string(),
                    });
                    let alert = Alert::new(
                        shown.alert.level,
                        own_text,
                        &shown.alert.title,
                        &shown.alert.text,
                        link,
                    );
                    Arc::new(Alert {
                        is_everywhere: shown.is_everywhere(),
                        language: (!is_own).then(alert_language),
                        ..alert
                    })
                }),
            search_form: search
                .as_ref()
                .map(|search| {
                    render_fragment(&SiteSearch {
                        text: &text,
                        search,
                    })
                })
                .unwrap_or_default(),
            search,
            search_description: site
                .generated
                .search_description
                .get(text.language())
                .cloned(),
            footer: render_fragment(&footer),
            name_lines,
            feed,
            municipality_list,
            municipalities,
            text,
        }
    }

    /// The layout of a page that stands for an error.
    pub fn of_error(self: &Arc<Self>, title: &str) -> PageLayout {
        PageLayout {
            site: self.clone(),
            title: self.titled(title),
            description: String::new(),
            canonical: None,
            versions: Vec::new(),
            languages: self.languages.clone(),
            social_kind: "website",
            image: None,
            metadata: Vec::new(),
            navigation: self.menu("/404"),
            alert: self.alert.clone().filter(|alert| alert.is_everywhere),
            breadcrumbs: Vec::new(),
            current_title: title.to_owned(),
        }
    }

    /// The layout of a page that the site makes of itself, for everyone to find.
    pub fn of_own_page(
        self: &Arc<Self>,
        site: &Site<'_>,
        route: &Route,
        title: &str,
        description: &str,
    ) -> PageLayout {
        let layout = self.of_search(title, title);
        let canonical = site.absolute(route);
        PageLayout {
            description: description.to_owned(),
            metadata: metadata::breadcrumbs(site, &layout.breadcrumbs, title, &canonical)
                .into_iter()
                .collect(),
            canonical: Some(canonical),
            ..layout
        }
    }

    /// The layout of the page with what was found for a question: each language leads to what it finds itself.
    pub fn of_question(
        self: &Arc<Self>,
        title: &str,
        current_title: &str,
        question: &str,
    ) -> PageLayout {
        let asked = |other: &LanguageLink| {
            let written = || {
                form_urlencoded::Serializer::new(String::new())
                    .append_pair("q", question)
                    .finish()
            };
            let address = |search: &Route| {
                if question.is_empty() {
                    search.to_string()
                } else {
                    format!("{search}?{}", written())
                }
            };
            LanguageLink {
                href: other
                    .search
                    .as_ref()
                    .map_or_else(|| other.href.clone(), address),
                ..other.clone()
            }
        };
        PageLayout {
            languages: self.languages.iter().map(asked).collect(),
            ..self.of_search(title, current_title)
        }
    }

    /// The layout of a page that the site makes of itself.
    pub fn of_search(self: &Arc<Self>, title: &str, current_title: &str) -> PageLayout {
        let home = Link {
            title: self.text.say("home").to_owned(),
            href: self.home.to_string(),
        };
        PageLayout {
            title: self.titled(title),
            breadcrumbs: vec![home],
            current_title: current_title.to_owned(),
            ..self.of_error(title)
        }
    }

    /// The layout of a page, or of one of its further pages at `route` with a title of its own.
    pub fn of_page(
        self: &Arc<Self>,
        site: &Site<'_>,
        assets: &Assets,
        id: PageId,
        route: &Route,
        title: &str,
    ) -> PageLayout {
        let page = site.page(id);
        let own = page.route == *route;
        let link = |id: &PageId| Link {
            title: site.page(*id).title.clone(),
            href: site.page(*id).route.to_string(),
        };
        let mut breadcrumbs: Vec<Link> = site.pages[id].trail.iter().map(link).collect();
        if let Some(home) = breadcrumbs
            .first_mut()
            .filter(|first| first.href == self.home.as_str())
        {
            home.title = self.text.say("home").to_owned();
        }
        if !own {
            breadcrumbs.push(link(&id));
        }
        let canonical = site.absolute(route);
        let versions = if own { &*site.pages[id].versions } else { &[] };
        let in_language = |other: &LanguageLink| {
            let version = versions
                .iter()
                .map(|id| site.page(*id))
                .find(|page| page.language == other.language);
            LanguageLink {
                href: version.map_or_else(|| other.href.clone(), |page| page.route.to_string()),
                ..other.clone()
            }
        };
        let image = page
            .image
            .as_ref()
            .zip(site.pages[id].references.image.as_ref())
            .map(|(image, key)| SocialImage {
                address: site.absolute(&assets.address(key)),
                alternative: image.alternative.clone(),
            });
        let about = own
            .then(|| metadata::of_page(site, page, image.as_ref()))
            .flatten();
        let metadata = metadata::breadcrumbs(site, &breadcrumbs, title, &canonical)
            .into_iter()
            .chain(about)
            .collect();
        PageLayout {
            site: self.clone(),
            title: if matches!(page.kind, Kind::Home) {
                format!("{} – {title}", self.name)
            } else {
                self.titled(title)
            },
            description: page.summary.clone(),
            canonical: Some(canonical),
            versions: versions
                .iter()
                .map(|id| {
                    (
                        site.page(*id).language,
                        site.absolute(&site.page(*id).route),
                    )
                })
                .collect(),
            languages: self.languages.iter().map(in_language).collect(),
            social_kind: if matches!(page.kind, Kind::News { .. }) {
                "article"
            } else {
                "website"
            },
            image,
            metadata,
            navigation: self.menu(route.as_str()),
            alert: self.alert.clone().filter(|_| {
                site.alert
                    .as_ref()
                    .is_some_and(|alert| alert.is_about(site, id))
            }),
            breadcrumbs,
            current_title: title.to_owned(),
        }
    }

    fn titled(&self, title: &str) -> String {
        format!("{title} – {}", self.name)
    }

    fn menu(&self, route: &str) -> Vec<MenuItem> {
        let state = |href: &str| {
            if href == route {
                NavState::Page
            } else if href != self.home.as_str() && route.starts_with(href) {
                NavState::Below
            } else {
                NavState::Elsewhere
            }
        };
        self.navigation
            .iter()
            .map(|link| MenuItem {
                state: state(&link.href),
                link: link.clone(),
            })
            .collect()
    }
}

impl PageLayout {
    /// An interface string.
    pub fn say(&self, name: &str) -> &str {
        self.site.text.say(name)
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

/// Where the pages of each language begin. Empty where the site has but one language.
fn languages(site: &Site<'_>, texts: &[Arc<Text>]) -> Vec<LanguageLink> {
    let link = |text: &Arc<Text>, home: &Route| LanguageLink {
        language: text.language(),
        name: text.say("language-name").to_owned(),
        href: home.to_string(),
        search: site.generated.search.get(text.language()).cloned(),
    };
    let homes = site
        .languages
        .iter()
        .map(|language| &language.settings.home);
    let languages: Vec<LanguageLink> = texts
        .iter()
        .zip(homes)
        .filter(|(_, home)| site.at(home).is_some())
        .map(|(text, home)| link(text, home))
        .collect();
    if languages.len() > 1 {
        languages
    } else {
        Vec::new()
    }
}

/// The word above the title that says what kind of page it is.
pub fn kicker(site: &Site<'_>, id: PageId, text: &Text) -> String {
    let page: &Page = site.page(id);
    match &page.kind {
        Kind::News { .. } => text.say("kind-news").to_owned(),
        Kind::Theme(_) => text.say("kind-theme").to_owned(),
        Kind::Municipality(_) => text.say("kind-municipality").to_owned(),
        Kind::ThemeList => text.count("themes-count", site.themes.len()),
        Kind::MunicipalityList => text.count("municipalities-count", site.municipalities.len()),
        Kind::NewsList => text.count("news-count", site.news.len()),
        Kind::Term => text.say("kind-term").to_owned(),
        Kind::Question { .. } => text.say("kind-question").to_owned(),
        Kind::TermList => text.count("terms-count", site.terms.len()),
        Kind::QuestionList => text.count("questions-count", site.questions.len()),
        Kind::Home | Kind::Page => {
            let above = site.pages[id]
                .trail
                .last()
                .filter(|above| !matches!(site.page(**above).kind, Kind::Home));
            above.map_or_else(
                || site.config.name.clone(),
                |above| site.page(*above).title.clone(),
            )
        }
    }
}
