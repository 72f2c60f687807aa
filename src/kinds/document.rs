//! Documents: a register of what was decided, agreed and reported.

use askama::Template;
use serde::Deserialize;
use toml::Spanned;

use crate::content::front_matter::key_reader::KeyReader;
use crate::content::front_matter::shared::NO_FACT;
use crate::kinds::spec::{Division, Facts, KindSpec, Listing, Order, SearchSpec};
use crate::kinds::{body, municipality, page, project, theme};
use crate::outputs::layout::{NavState, PageLayout};
use crate::outputs::page::{PageText, named_by, parts, replaced, replacing};
use crate::outputs::renderer::RenderContext;
use crate::outputs::template::render_template;
use crate::outputs::view::{LinkView, PageHeader, Teaser, host};
use crate::rule::Rule;
use crate::site::PageId;
use crate::text::Text;

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
    relation: Some("document"),
    keys: &["type", "number", "publisher", "language", "address"],
    read,
    note: |facts, _| document_type(facts).map(str::to_owned),
    search: SearchSpec {
        weight: 0.6,
        facts: facts_as_text,
        ..KindSpec::PLAIN.search
    },
    draft: |_| format!("type = \"Besluit\"\npublisher = \"{NO_FACT}\"\n"),
    ..KindSpec::PLAIN
};

/// The facts of a document. Its day is that of its page, and its files are the downloads.
#[derive(Debug)]
struct Document {
    /// A word of the editors: `Besluit`.
    document_type: Option<String>,
    number: Option<String>,
    publisher: Option<String>,
    /// The BCP 47 tag of the language that it is written in.
    language: Option<String>,
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
}

fn document_type(facts: &Facts) -> Option<&str> {
    facts.get::<Document>()?.document_type.as_deref()
}

fn read(keys: &mut KeyReader<'_>) -> Facts {
    let raw: RawDocument = keys.read();
    let document_type = keys.required("type", raw.document_type);
    let publisher = keys.required("publisher", raw.publisher);
    let language = keys.checked(
        raw.language,
        |tag| Text::known(tag).is_some(),
        Rule::WrongType,
        "deze taal kent de site niet",
        &format!("kies uit: {}", Text::languages().join(", ")),
    );
    Facts::new(Document {
        document_type: keys.optional_text("type", document_type),
        number: keys.optional_text("number", raw.number),
        publisher: keys.optional_text("publisher", publisher),
        language,
        address: keys.web_address(raw.address, Rule::UnsafeLink),
    })
}

fn facts_as_text(facts: &Facts, title: &str, text: &Text) -> Vec<String> {
    let Some(document) = facts.get::<Document>() else {
        return Vec::new();
    };
    let named = |name: &str, value: &Option<String>| {
        let value = value.as_ref()?;
        Some(format!("{title} – {}: {value}", text.say(name)))
    };
    [
        named("document-type", &document.document_type),
        named("document-number", &document.number),
        named("document-publisher", &document.publisher),
    ]
    .into_iter()
    .flatten()
    .collect()
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
    replaces: Vec<&'a LinkView>,
    replaced_by: Vec<&'a LinkView>,
    bodies: Vec<&'a LinkView>,
    projects: Vec<&'a LinkView>,
    themes: Vec<&'a Teaser>,
    municipalities: Vec<&'a LinkView>,
    related: Vec<&'a Teaser>,
}

pub fn render(cx: &RenderContext<'_>, id: PageId) -> String {
    let Some(document) = cx.site.page(id).facts.get::<Document>() else {
        return page::render_plain(cx, id, "related");
    };
    let (layout, header, text) = parts(cx, id);
    let links = |kind| cx.site.related(id, kind).map(|id| cx.link(id)).collect();
    let themes: Vec<PageId> = cx.site.related(id, &theme::SPEC).collect();
    let name = |tag: &String| Some(Text::load(tag)?.say("language-name").to_owned());
    let address = document.address.as_ref();
    render_template(&DocumentPage {
        layout,
        header,
        text,
        document,
        language: document.language.as_ref().and_then(name),
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
