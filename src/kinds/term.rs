//! Terms: words with their meaning, which is the summary of the page.

use askama::Template;
use serde::Serialize;

use crate::content::ids::UniqueIds;
use crate::content::page::Role;
use crate::kinds::page;
use crate::kinds::spec::{KindSpec, Listing, SearchSpec};
use crate::outputs::alphabet::{self, LetterEntry, LetterGroup, LetterStep};
use crate::outputs::generated::entry;
use crate::outputs::layout::{NavState, PageLayout};
use crate::outputs::page::{PageText, parts};
use crate::outputs::renderer::RenderContext;
use crate::outputs::schema_org;
use crate::outputs::template::render_template;
use crate::outputs::view::PageHeader;
use crate::site::PageId;

pub static SPEC: KindSpec = KindSpec {
    name: "terms",
    listing: Listing::Letters,
    is_glossary: true,
    search: SearchSpec {
        // Where one starts: the page behind the word says more, and is not far.
        weight: 0.65,
        title_lift: 0.99,
        name_lift: 0.99,
        meaning_lift: Some(4.0),
        ..KindSpec::PLAIN.search
    },
    ..KindSpec::PLAIN
};

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct DefinedTerm {
    #[serde(skip_serializing_if = "Option::is_none")]
    in_defined_term_set: Option<String>,
}

#[derive(Template)]
#[template(path = "term_list.html")]
struct TermListPage {
    layout: PageLayout,
    header: PageHeader,
    text: PageText,
    letter_nav: Vec<LetterStep>,
    letters: Vec<LetterGroup>,
}

pub fn render(cx: &RenderContext<'_>, id: PageId) -> String {
    if cx.site.page(id).role != Role::Index {
        let term = DefinedTerm {
            in_defined_term_set: cx
                .site
                .collection(&SPEC)
                .map(|of| cx.site.absolute(of.address)),
        };
        let data = schema_org::thing(cx.site, cx.site.page(id), "DefinedTerm", term);
        return page::render_as(cx, id, "term-used", Some(data));
    }
    let (layout, header, text) = parts(cx, id);
    let terms = cx.site.items(&SPEC).iter();
    let mut ids = UniqueIds::beside(&cx.site.page(id).body.headings);
    let entries = terms.map(|id| {
        let entry = entry(cx, *id, cx.site.page(*id).meta.summary.clone());
        LetterEntry {
            id: ids.take(entry.id),
            ..entry
        }
    });
    let letters = alphabet::letters(entries, cx.text());
    render_template(&TermListPage {
        layout,
        header,
        text,
        letter_nav: alphabet::letter_nav(&letters),
        letters,
    })
}
