//! The finished values that templates print, shared by several kinds of page.

use crate::content::page::{Kind, Page};
use crate::date::Date;
use crate::render::Renderer;
use crate::site::PageId;
use crate::text::Text;

/// A link with its text.
#[derive(Clone, Debug)]
pub struct Link {
    pub title: String,
    pub href: String,
}

/// A day for machines and for people.
#[derive(Clone, Debug)]
pub struct Time {
    /// `2022-03-02`.
    pub iso: String,
    /// `2 maart 2022`.
    pub text: String,
}

/// What makes a theme recognisable at a glance.
#[derive(Clone, Debug)]
pub struct Mark {
    /// The name of a hue in the style sheet: `canal`.
    pub hue: String,
    /// The emblem as path data in a square of 24.
    pub emblem: String,
}

/// One entry in a list of pages.
#[derive(Clone, Debug)]
pub struct Teaser {
    pub link: Link,
    pub summary: String,
    pub time: Option<Time>,
    pub mark: Option<Mark>,
}

/// What stands above the text of a page.
pub struct Heading {
    /// The word above the title that says what kind of page this is.
    pub kicker: String,
    pub mark: Option<Mark>,
    pub title: String,
    pub lead: String,
    pub published: Option<Time>,
    pub changed: Option<Time>,
}

/// Where a fact comes from.
pub struct SourceLink {
    pub link: Link,
    pub time: Option<Time>,
}

impl Time {
    pub fn new(date: Date, text: &Text) -> Self {
        Time { iso: date.to_string(), text: text.date(date) }
    }
}

impl Renderer<'_> {
    pub fn text(&self) -> &Text {
        &self.frame.text
    }

    pub fn link(&self, id: PageId) -> Link {
        let page = self.site.page(id);
        Link { title: page.title.clone(), href: page.route.to_string() }
    }

    pub fn teaser(&self, id: PageId) -> Teaser {
        let page = self.site.page(id);
        let time = match &page.kind {
            Kind::News { date } => Some(Time::new(*date, self.text())),
            _ => None,
        };
        Teaser { link: self.link(id), summary: page.summary.clone(), time, mark: mark(page) }
    }

    pub fn teasers(&self, ids: impl IntoIterator<Item = PageId>) -> Vec<Teaser> {
        ids.into_iter().map(|id| self.teaser(id)).collect()
    }

    pub fn sources(&self, page: &Page) -> Vec<SourceLink> {
        let source = |reference: &crate::content::page::Reference| SourceLink {
            link: Link { title: reference.title.clone(), href: reference.address.clone() },
            time: reference.date.map(|date| Time::new(date, self.text())),
        };
        page.sources.iter().map(source).collect()
    }
}

/// The mark of a theme; nothing for other kinds of page.
pub fn mark(page: &Page) -> Option<Mark> {
    match &page.kind {
        Kind::Theme(theme) => Some(Mark { hue: theme.hue.clone(), emblem: theme.emblem.clone() }),
        _ => None,
    }
}
