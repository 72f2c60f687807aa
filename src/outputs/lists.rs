//! The lists that lead to every page: words with their meaning, questions, all pages from A to Z, all pages by section.

use askama::Template;

use crate::content::ids::UniqueIds;
use crate::content::page::Kind;
use crate::outputs::alphabet::{self, LetterEntry, LetterGroup, LetterStep};
use crate::outputs::layout::{NavState, PageLayout};
use crate::outputs::pages::Text;
use crate::outputs::renderer::PageContext;
use crate::outputs::template::render_template;
use crate::outputs::view::{Heading, Link, Teaser};
use crate::route::Route;
use crate::site::{PageId, Scope};

#[derive(Template)]
#[template(path = "term_list.html")]
pub struct TermListPage {
    layout: PageLayout,
    heading: Heading,
    text: Text,
    letter_nav: Vec<LetterStep>,
    letters: Vec<LetterGroup>,
}

#[derive(Template)]
#[template(path = "question_list.html")]
pub struct QuestionListPage<'a> {
    layout: PageLayout,
    heading: Heading,
    text: Text,
    questions: Vec<&'a Teaser>,
}

#[derive(Template)]
#[template(path = "index.html")]
struct IndexPage<'a> {
    layout: PageLayout,
    heading: Heading,
    letter_nav: Vec<LetterStep>,
    letters: Vec<LetterGroup>,
    /// Where the pages are that are left out here.
    news_list: Option<&'a Link>,
}

#[derive(Template)]
#[template(path = "overview.html")]
struct OverviewPage<'a> {
    layout: PageLayout,
    heading: Heading,
    sections: Vec<Section<'a>>,
}

/// A page with those directly below it.
pub struct Section<'a> {
    /// Unique within the page.
    pub id: String,
    pub link: &'a Link,
    /// The language of the pages, where it is not that of the site.
    pub language: Option<&'static str>,
    pub pages: Vec<Link>,
}

impl PageContext<'_> {
    /// The words that the site explains.
    pub fn term_list(&self, id: PageId) -> TermListPage {
        let mut ids = UniqueIds::beside(&self.site.page(id).body.headings);
        let terms = self.site.terms.iter().map(|term| {
            let mut entry = self.entry(*term, self.site.page(*term).summary.clone());
            entry.id = ids.take(entry.id);
            entry
        });
        let letters = alphabet::letters(terms, self.text());
        TermListPage {
            layout: self.layout(id),
            heading: self.heading(id),
            text: self.text_of(&self.site.pages[id]),
            letter_nav: alphabet::letter_nav(&letters),
            letters,
        }
    }

    /// The questions that the site answers.
    pub fn question_list(&self, id: PageId) -> QuestionListPage<'_> {
        QuestionListPage {
            layout: self.layout(id),
            heading: self.heading(id),
            text: self.text_of(&self.site.pages[id]),
            questions: self.teasers(self.site.questions.iter().copied()),
        }
    }

    /// Every page from A to Z but for the news, which has lists of its own.
    pub fn index(&self, route: &Route) -> String {
        let is_topic = |id: &PageId| {
            !matches!(self.site.page(*id).kind, Kind::News { .. } | Kind::Home)
                && self.is_in_language(*id)
        };
        let entries = (0..self.site.pages.len())
            .filter(is_topic)
            .map(|id| self.entry(id, String::new()));
        let letters = alphabet::letters(entries, self.text());
        render_template(&IndexPage {
            layout: self.generated_layout(route, "index"),
            heading: self.generated_header("index"),
            letter_nav: alphabet::letter_nav(&letters),
            letters,
            news_list: self
                .site
                .at(&self.site.config.kinds.news.address)
                .map(|id| self.link(id)),
        })
    }

    /// Every page by the page above it. News is there by year and by theme.
    pub fn overview(&self, route: &Route) -> String {
        let has_more = |id: &PageId| !self.site.pages[*id].below.is_empty();
        let in_menu = |id: &PageId| {
            self.language
                .navigation
                .iter()
                .position(|(_, entry)| entry == id)
                .unwrap_or(usize::MAX)
        };
        let mut above: Vec<PageId> = (0..self.site.pages.len()).filter(has_more).collect();
        above.sort_by_key(|id| {
            (
                !self.is_in_language(*id),
                !matches!(self.site.page(*id).kind, Kind::Home),
                in_menu(id),
                *id,
            )
        });
        let section = |id: PageId| Section {
            id: format!(
                "s-{}",
                self.site
                    .page(id)
                    .route
                    .as_str()
                    .trim_matches('/')
                    .replace('/', "-")
            ),
            link: self.link(id),
            language: Some(self.site.page(id).language).filter(|_| !self.is_in_language(id)),
            pages: match self.site.page(id).kind {
                Kind::NewsList => self.news_archives(),
                _ => self.site.pages[id]
                    .below
                    .iter()
                    .filter(|page| !has_more(page))
                    .map(|page| self.link(*page).clone())
                    .collect(),
            },
        };
        render_template(&OverviewPage {
            layout: self.generated_layout(route, "overview"),
            heading: self.generated_header("overview"),
            sections: above.into_iter().map(section).collect(),
        })
    }

    fn news_archives(&self) -> Vec<Link> {
        let title = |scope| match scope {
            Scope::Year(year) => Some(self.text().say_with("news-of-year", "year", year)),
            Scope::Theme(theme) => Some(self.text().say_with(
                "news-of-theme",
                "theme",
                &self.site.page(theme).title,
            )),
            Scope::All => None,
        };
        let link = |archive: &crate::site::Archive| {
            Some(Link {
                title: title(archive.scope)?,
                href: archive.route.to_string(),
            })
        };
        self.archives.iter().filter_map(link).collect()
    }

    fn entry(&self, id: PageId, text: String) -> LetterEntry {
        LetterEntry {
            id: self.site.page(id).slug().to_owned(),
            link: self.link(id).clone(),
            text,
        }
    }

    /// The layout of a page that the site makes of itself.
    fn generated_layout(&self, route: &Route, name: &str) -> PageLayout {
        let (title, lead) = (
            self.text().say(&format!("{name}-title")),
            self.text().say(&format!("{name}-lead")),
        );
        PageLayout::new(&self.layout, title)
            .below_home()
            .findable(lead, self.site.absolute(route))
    }

    fn generated_header(&self, name: &str) -> Heading {
        Heading {
            kicker: self.site.config.name.clone(),
            mark: None,
            title: self.text().say(&format!("{name}-title")).to_owned(),
            lead: self.text().say(&format!("{name}-lead")).to_owned(),
            dates: Vec::new(),
        }
    }
}
