//! The links that stand around pages, in each language.

use crate::config::{Language, MenuEntry, MenuTarget};
use crate::message;
use crate::problem::Report;
use crate::rule::Rule;
use crate::site::pages::{PageId, PageSet};

/// A language of the site, with the links that stand around its pages.
pub struct SiteLanguage<'a> {
    pub settings: &'a Language,
    pub navigation: Vec<SiteMenuLink>,
    pub questions: Vec<SiteMenuLink>,
    pub footer: Vec<SiteMenuLink>,
}

/// A link around the pages, resolved.
pub struct SiteMenuLink {
    pub title: String,
    pub target: SiteMenuTarget,
}

/// The target of a link around the pages: one of them, or an address on the web.
pub enum SiteMenuTarget {
    Page(PageId),
    Web(String),
}

impl SiteMenuLink {
    /// The page of the site that it leads to.
    pub fn page(&self) -> Option<PageId> {
        match self.target {
            SiteMenuTarget::Page(id) => Some(id),
            SiteMenuTarget::Web(_) => None,
        }
    }
}

/// The menus of all languages, the site's own first.
pub fn resolve<'a>(pages: &PageSet<'a>, report: &mut Report) -> Vec<SiteLanguage<'a>> {
    let mut languages = Vec::new();
    for settings in &pages.config.languages {
        languages.push(SiteLanguage {
            settings,
            navigation: links(&settings.navigation, pages, report),
            questions: links(&settings.questions, pages, report),
            footer: links(&settings.footer.links, pages, report),
        });
    }
    for (number, Language { tag, place, .. }) in pages.config.languages.iter().enumerate() {
        let (home, help) = match number {
            0 => ("index.md".to_owned(), message!("home-missing-help")),
            _ => (
                format!("{tag}/index.md"),
                message!("first-page-missing-help"),
            ),
        };
        let place = place.clone();
        if pages.content.file(&home).is_none() {
            let message = message!("no-such-file", file = home);
            report.add(place, Rule::BrokenLink, message, help);
        } else if number == 0 && pages.unpublished_of_file(&home).is_some() {
            let message = message!("target-unseen", file = home);
            let help = message!("home-unseen-help");
            report.add(place, Rule::HiddenTarget, message, help);
        }
    }
    languages
}

fn links(links: &[MenuEntry], pages: &PageSet<'_>, report: &mut Report) -> Vec<SiteMenuLink> {
    let resolve = |link: &MenuEntry| {
        let target = match &link.target {
            MenuTarget::File(file) => SiteMenuTarget::Page(pages.named_file(file, report)?),
            MenuTarget::Web(address) => SiteMenuTarget::Web(address.clone()),
        };
        let title = link.title.clone();
        Some(SiteMenuLink { title, target })
    };
    links.iter().filter_map(resolve).collect()
}
