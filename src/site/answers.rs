//! The answers of editors, each with what its link leads to.

use crate::content::answers::{AnswerLink, AnswerTarget, DirectAnswer};
use crate::problem::Report;
use crate::site::pages::{PageId, PageSet};

/// An answer whose link can be followed.
pub struct SiteAnswer<'a> {
    pub answer: &'a DirectAnswer,
    pub link: Option<(&'a str, AnswerDestination<'a>)>,
}

/// The destination of the link of an answer.
#[derive(Clone, Copy)]
pub enum AnswerDestination<'a> {
    Page(PageId),
    /// An address of the web.
    Elsewhere(&'a str),
}

/// Resolves the links of all answers. One that leads to no page is reported and left out.
pub fn resolve<'a>(pages: &PageSet<'a>, report: &mut Report) -> Vec<SiteAnswer<'a>> {
    let mut resolved = Vec::new();
    for answer in &pages.content.answers {
        let link = answer.link.as_ref();
        let link = link.and_then(|AnswerLink { title, target }| {
            let destination = match target {
                AnswerTarget::File(file) => {
                    AnswerDestination::Page(pages.visible_file(file, report)?)
                }
                AnswerTarget::Elsewhere(address) => AnswerDestination::Elsewhere(address),
            };
            Some((title.name.as_str(), destination))
        });
        resolved.push(SiteAnswer { answer, link });
    }
    resolved
}
