//! The links that stand around pages, in each language.

use crate::config::{Language, MenuLink};
use crate::problem::Report;
use crate::rule::Rule;
use crate::site::pages::{PageId, PageSet};

/// A language of the site, with the links that stand around its pages.
pub struct SiteLanguage<'a> {
    pub settings: &'a Language,
    pub navigation: Vec<(String, PageId)>,
    pub questions: Vec<(String, PageId)>,
    pub footer: Vec<(String, PageId)>,
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
    for Language { tag, place, .. } in &pages.config.languages[1..] {
        let home = format!("{tag}/index.md");
        if pages.content.file(&home).is_none() {
            report.add(
                place.clone(),
                Rule::BrokenLink,
                format!("het bestand `{home}` bestaat niet"),
                "maak dit bestand: hier beginnen de pagina’s in deze taal",
            );
        }
    }
    languages
}

fn links(links: &[MenuLink], pages: &PageSet<'_>, report: &mut Report) -> Vec<(String, PageId)> {
    let resolve = |link: &MenuLink| {
        let id = pages.named_file(&link.file, report)?;
        Some((link.title.clone(), id))
    };
    links.iter().filter_map(resolve).collect()
}
