//! The only list of kinds of content. A kind is a row here and a file beside it, with a template,
//! its strings, and its place in `site.toml`.
//!
//! No other folder names a kind: code elsewhere gets the row from a page or from the settings.

pub mod body;
pub mod document;
pub mod event;
pub mod meeting;
pub mod municipality;
pub mod news;
pub mod page;
pub mod project;
pub mod question;
pub mod spec;
pub mod term;
pub mod theme;

use crate::kinds::spec::{KindSpec, KindTable};
use crate::outputs::renderer::RenderContext;
use crate::site::PageId;

/// The part of a row that says what the pages of a kind look like.
type Render = fn(&RenderContext<'_>, PageId) -> String;

/// Makes the table, of the row that each file has.
macro_rules! kinds {
    ($($kind:ident),+ $(,)?) => {
        /// The kinds, in the order in which the parts of a site are gone through.
        pub static KINDS: KindTable = KindTable(&[$(&$kind::SPEC),+]);

        static RENDERS: &[(&KindSpec, Render)] = &[$((&$kind::SPEC, $kind::render)),+];
    };
}

kinds! { page, news, event, project, document, body, meeting, theme, municipality, term, question }

/// The page of a file as a document.
pub fn render_page(cx: &RenderContext<'_>, id: PageId) -> String {
    let kind = cx.site.page(id).kind;
    let mut rows = RENDERS.iter();
    let (_, render) = rows
        .find(|(spec, _)| *spec == kind)
        .expect("every kind has a row");
    render(cx, id)
}
