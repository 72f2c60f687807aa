//! Documents: a register of what was decided, agreed and reported.

use askama::Template;
use serde::{Deserialize, Serialize};
use serde_json::json;
use toml::Spanned;

use crate::content::document::{Link, Target};
use crate::content::front_matter::key_reader::KeyReader;
use crate::content::front_matter::unwritten;
use crate::content::markdown::target;
use crate::kinds::spec::{
    Column, ColumnForm, Division, Facts, KindSpec, Listing, Order, Publication, SearchSpec,
    fact_as_text,
};
use crate::kinds::{body, municipality, page, project, theme};
use crate::message;
use crate::message::MessageValue;
use crate::outputs::layout::{NavState, PageLayout};
use crate::outputs::page::{PageText, named_by, parts, replaced, replacing};
use crate::outputs::renderer::RenderContext;
use crate::outputs::schema_org::{self, Named};
use crate::outputs::template::render_template;
use crate::outputs::view::{LinkView, PageHeader, Teaser, host};
use crate::rule::Rule;
use crate::site::PageId;
use crate::source::Place;
use crate::suggest::{did_you_mean, nearest};
use crate::text::Text;
use crate::woo::WooCategory;

pub static SPEC: KindSpec = KindSpec {
    name: "documents",
    lists_below: false,
    order: Order::NewestFirst,
    listing: Listing::Paged(&[
        Division::Word("type", document_type),
        Division::Year,
        Division::Relation("bodies"),
        Division::Relation("themes"),
    ]),
    is_relation: true,
    keys: &[
        "type",
        "number",
        "publisher",
        "language",
        "address",
        "html",
        "woo",
    ],
    read,
    publication: |facts| Some(&of(facts)?.publication),
    note: |facts, _| document_type(facts).map(str::to_owned),
    columns: &[
        Column {
            name: "type",
            label: "document-type",
            form: ColumnForm::Text,
            read: |facts| json!(document_type(facts)),
        },
        Column {
            name: "number",
            label: "document-number",
            form: ColumnForm::Text,
            read: |facts| json!(of(facts).and_then(|of| of.number.as_ref())),
        },
        Column {
            name: "publisher",
            label: "document-publisher",
            form: ColumnForm::Text,
            read: |facts| json!(of(facts).and_then(|of| of.publisher.as_ref())),
        },
        Column {
            name: "document-address",
            label: "data-document",
            form: ColumnForm::Address,
            read: |facts| json!(of(facts).and_then(|of| of.address.as_ref())),
        },
        Column {
            name: "woo",
            label: "data-woo",
            form: ColumnForm::Text,
            read: |facts| {
                json!(of(facts).and_then(|of| Some(&of.publication.category.as_ref()?.0.name)))
            },
        },
    ],
    search: SearchSpec {
        weight: 0.6,
        facts: facts_as_text,
        ..KindSpec::PLAIN.search
    },
    draft: |new| {
        let document_type = new.say(&message!("draft-document-type"));
        let publisher = new.say(&unwritten::fact());
        format!("type = \"{document_type}\"\npublisher = \"{publisher}\"\n")
    },
    ..KindSpec::PLAIN
};

/// The facts of a document. Its day is that of its page, and its files are the downloads.
#[derive(Debug)]
struct Document {
    /// A word of the editors: `Besluit`.
    document_type: Option<String>,
    number: Option<String>,
    publisher: Option<String>,
    publication: Publication,
    /// The web address of a document that is kept elsewhere.
    address: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawDocument {
    #[serde(rename = "type")]
    document_type: Option<Spanned<String>>,
    number: Option<Spanned<String>>,
    publisher: Option<Spanned<String>>,
    language: Option<Spanned<String>>,
    address: Option<Spanned<String>>,
    html: Option<Spanned<String>>,
    woo: Option<Spanned<String>>,
}

fn of(facts: &Facts) -> Option<&Document> {
    facts.get()
}

fn document_type(facts: &Facts) -> Option<&str> {
    of(facts)?.document_type.as_deref()
}

fn read(keys: &mut KeyReader<'_>) -> Facts {
    let raw: RawDocument = keys.read();
    let document_type = keys.required("type", raw.document_type);
    let publisher = keys.required("publisher", raw.publisher);
    let languages: MessageValue = Text::languages().into_iter().collect();
    let language = keys.checked(
        raw.language,
        |tag| Text::known(tag).is_some(),
        Rule::WrongType,
        message!("document-language"),
        message!("choose-from", names = languages),
    );
    let address = keys.web_address(raw.address, Rule::UnsafeLink);
    let publication = Publication {
        category: raw.woo.and_then(|woo| category(&woo, keys)),
        language,
        is_elsewhere: address.is_some(),
        html: raw.html.and_then(|html| link(html, keys)),
    };
    Facts::new(Document {
        document_type: keys.optional_text("type", document_type),
        number: keys.optional_text("number", raw.number),
        publisher: keys.optional_text("publisher", publisher),
        publication,
        address,
    })
}

/// The category of documents under the Woo with this name.
fn category(
    name: &Spanned<String>,
    keys: &mut KeyReader<'_>,
) -> Option<(&'static WooCategory, Place)> {
    let written = name.get_ref();
    let category = WooCategory::named(written);
    if category.is_none() {
        let names = || WooCategory::all().iter().map(|of| of.name.as_str());
        let otherwise = message!("choose-from", names = names().collect::<MessageValue>());
        let message = message!("document-category", name = written);
        let help = did_you_mean(nearest(written, names()), otherwise);
        keys.wrong(name.span(), Rule::UnknownName, message, help);
    }
    Some((category?, keys.place(name)))
}

/// The link to a page that says the same: a file of the site, or an address of the web.
fn link(written: Spanned<String>, keys: &mut KeyReader<'_>) -> Option<Link> {
    let (place, span) = (keys.place(&written), written.span());
    match target::target(written.get_ref()) {
        Ok(target @ (Target::File { .. } | Target::Elsewhere(_))) => Some(Link {
            target,
            text: written.into_inner(),
            place,
        }),
        Ok(_) => {
            let help = message!("document-no-page-help");
            keys.wrong(span, Rule::BrokenLink, message!("document-no-page"), help);
            None
        }
        Err((message, help)) => {
            keys.wrong(span, Rule::UnsafeLink, message, help);
            None
        }
    }
}

fn facts_as_text(facts: &Facts, title: &str, text: &Text) -> Vec<String> {
    let Some(document) = of(facts) else {
        return Vec::new();
    };
    let fact = |name, value: &Option<String>| fact_as_text(title, text, name, value.as_ref());
    [
        fact("document-type", &document.document_type),
        fact("document-number", &document.number),
        fact("document-publisher", &document.publisher),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The facts of a document, as search engines read them.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct DocumentData<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    in_language: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    genre: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    same_as: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<Named<'a>>,
}

#[derive(Template)]
#[template(path = "document.html")]
struct DocumentPage<'a> {
    layout: PageLayout,
    header: PageHeader,
    text: PageText,
    document: &'a Document,
    language: Option<String>,
    address: Option<LinkView>,
    html: Option<LinkView>,
    replaces: Vec<&'a LinkView>,
    replaced_by: Vec<&'a LinkView>,
    bodies: Vec<&'a LinkView>,
    projects: Vec<&'a LinkView>,
    themes: Vec<&'a Teaser>,
    municipalities: Vec<&'a LinkView>,
    related: Vec<&'a Teaser>,
}

pub fn render(cx: &RenderContext<'_>, id: PageId) -> String {
    let Some(document) = of(&cx.site.page(id).facts) else {
        return page::render_plain(cx, id, "related");
    };
    let (mut layout, header, text) = parts(cx, id);
    let page = cx.site.page(id);
    let data = DocumentData {
        date_published: page.meta.date.map(|day| day.to_string()),
        in_language: document.publication.language.as_deref(),
        genre: document.document_type.as_deref(),
        same_as: document.address.as_deref(),
        publisher: document.publisher.as_deref().map(schema_org::organization),
    };
    let data = schema_org::thing(cx.site, page, "DigitalDocument", data);
    layout.metadata.push(data);
    let links = |kind| cx.site.related(id, kind).map(|id| cx.link(id)).collect();
    let themes: Vec<PageId> = cx.site.related(id, &theme::SPEC).collect();
    let name = |tag: &String| Some(Text::load(tag)?.say("language-name").to_owned());
    let address = document.address.as_ref();
    render_template(&DocumentPage {
        layout,
        header,
        text,
        document,
        language: document.publication.language.as_ref().and_then(name),
        html: cx.site.pages[id]
            .html_address(cx.site)
            .map(|address| LinkView::new(cx.text().say("document-html"), address)),
        address: address.map(|address| LinkView::new(host(address), address)),
        replaces: replaced(cx, id),
        replaced_by: replacing(cx, id),
        bodies: links(&body::SPEC),
        projects: links(&project::SPEC),
        municipalities: links(&municipality::SPEC),
        related: named_by(cx, id, &themes),
        themes: cx.teasers(themes),
    })
}
