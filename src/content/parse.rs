//! The parsing of one file into a page.

use crate::config::Config;
use crate::content::front_matter::split::{Parts, body_without_end, split};
use crate::content::front_matter::{self, FrontMatter};
use crate::content::location::locate;
use crate::content::markdown;
use crate::content::page::Page;
use crate::problem::{Problem, Report};
use crate::route::Route;
use crate::source::Source;

/// The page that a file holds, without what is wrong in it.
pub struct Parsed {
    pub page: Page,
    /// The mistake because of which visitors cannot see the page. The rest of it can be looked at.
    pub hidden_by: Option<Problem>,
}

/// Makes a page of one file; what is wrong goes to the report.
pub fn parse(source: &Source, config: &Config, report: &mut Report) -> Parsed {
    let location = locate(&source.path, config, report);
    let nowhere = report
        .problems()
        .last()
        .filter(|_| location.route.is_none());
    let nowhere = nowhere.cloned();
    let (front, text) = match split(source) {
        Ok(Parts { front_matter, body }) => (
            front_matter::read(source, front_matter, &location, config, report),
            body,
        ),
        Err(mistake) => {
            report.extend([mistake.clone()]);
            let front = FrontMatter::unreadable(source, mistake);
            (front, body_without_end(source))
        }
    };
    let language = config.language_of(&source.path);
    let mut body = markdown::render(source, text, language, report);
    // The last link, which no place in the text fills: it is followed and checked as others are.
    let publication = (location.kind.publication)(&front.facts);
    body.links
        .extend(publication.and_then(|of| of.html.clone()));
    let page = Page {
        file: source.path.clone(),
        // What has no address of its own is only looked at.
        route: location.route.unwrap_or_else(Route::home),
        kind: location.kind,
        role: location.role,
        language,
        meta: front.meta,
        facts: front.facts,
        body,
    };
    let hidden_by = nowhere.or(front.hidden_by);
    Parsed { page, hidden_by }
}
