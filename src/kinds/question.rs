//! Questions with their answers: in short the summary of the page, in full its text.

use askama::Template;

use crate::content::page::Role;
use crate::kinds::page;
use crate::kinds::spec::{KindSpec, Order, SearchSpec};
use crate::outputs::layout::{NavState, PageLayout};
use crate::outputs::page::{PageText, parts};
use crate::outputs::renderer::RenderContext;
use crate::outputs::template::render_template;
use crate::outputs::view::{PageHeader, Teaser};
use crate::site::PageId;

pub static SPEC: KindSpec = KindSpec {
    name: "questions",
    order: Order::ByNumber { is_required: false },
    search: SearchSpec {
        // A short answer is where one starts; the page behind it says more.
        weight: 0.75,
        name_lift: 0.99,
        ..KindSpec::PLAIN.search
    },
    ..KindSpec::PLAIN
};

#[derive(Template)]
#[template(path = "question_list.html")]
struct QuestionListPage<'a> {
    layout: PageLayout,
    header: PageHeader,
    text: PageText,
    questions: Vec<&'a Teaser>,
}

pub fn render(cx: &RenderContext<'_>, id: PageId) -> String {
    if cx.site.page(id).role != Role::Index {
        return page::render_plain(cx, id, "related");
    }
    let (layout, header, text) = parts(cx, id);
    render_template(&QuestionListPage {
        layout,
        header,
        text,
        questions: cx.teasers(cx.site.items(&SPEC).iter().copied()),
    })
}
