//! Questions with their answers: in short the summary of the page, in full its text.

use askama::Template;
use serde::Serialize;

use crate::content::page::Role;
use crate::html::Html;
use crate::kinds::page;
use crate::kinds::spec::{KindSpec, Order, SearchSpec};
use crate::outputs::layout::{NavState, PageLayout};
use crate::outputs::page::{PageText, parts};
use crate::outputs::renderer::RenderContext;
use crate::outputs::schema_org::{self, CONTEXT};
use crate::outputs::template::render_template;
use crate::outputs::view::{PageHeader, Teaser};
use crate::site::{PageId, Site};

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

/// The questions with their answers in short, as search engines read them.
#[derive(Serialize)]
struct FaqPage<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "mainEntity")]
    questions: Vec<Question<'a>>,
}

#[derive(Serialize)]
struct Question<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'a str,
    url: String,
    #[serde(rename = "acceptedAnswer")]
    answer: Answer<'a>,
}

#[derive(Serialize)]
struct Answer<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    text: &'a str,
}

fn faq(site: &Site<'_>) -> Html {
    let pages = site.items(&SPEC).iter().map(|id| site.page(*id));
    let questions = pages.map(|page| Question {
        kind: "Question",
        name: &page.meta.title,
        url: site.absolute(&page.route),
        answer: Answer {
            kind: "Answer",
            text: &page.meta.summary,
        },
    });
    schema_org::data_block(&FaqPage {
        context: CONTEXT,
        kind: "FAQPage",
        questions: questions.collect(),
    })
}

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
    let (mut layout, header, text) = parts(cx, id);
    layout.metadata.push(faq(cx.site));
    render_template(&QuestionListPage {
        layout,
        header,
        text,
        questions: cx.teasers(cx.site.items(&SPEC).iter().copied()),
    })
}
