//! Projects: what is done together, by whom, from when to when and with which money.

use askama::Template;
use serde::{Deserialize, Serialize};
use serde_json::json;
use toml::Spanned;
use toml::value::Datetime;

use crate::content::front_matter::key_reader::KeyReader;
use crate::date::{Date, Years};
use crate::kinds::spec::{
    Column, ColumnForm, Division, Facts, KindSpec, Listing, Order, SearchSpec, fact_as_text,
};
use crate::kinds::{municipality, page, theme};
use crate::message;
use crate::outputs::layout::{NavState, PageLayout};
use crate::outputs::page::{PageText, named_by, parts};
use crate::outputs::renderer::RenderContext;
use crate::outputs::schema_org::{self, Named};
use crate::outputs::template::render_template;
use crate::outputs::view::{LinkView, PageHeader, Teaser, Time};
use crate::rule::Rule;
use crate::site::PageId;
use crate::text::Text;

pub static SPEC: KindSpec = KindSpec {
    name: "projects",
    lists_below: false,
    order: Order::BySlug,
    listing: Listing::Paged(&[
        Division::Word("status", status),
        Division::Relation("themes"),
        Division::Relation("municipalities"),
    ]),
    is_relation: true,
    keys: &["status", "status-date", "from", "to", "partners", "budget"],
    read,
    note: |facts, _| status(facts).map(str::to_owned),
    columns: &[
        Column {
            name: "status",
            label: "project-status",
            form: ColumnForm::Text,
            read: |facts| json!(status(facts)),
        },
        Column {
            name: "status-date",
            label: "data-status-date",
            form: ColumnForm::Day,
            read: |facts| json!(of(facts).and_then(|of| Some(of.status_date?.to_string()))),
        },
        Column {
            name: "from",
            label: "data-from",
            form: ColumnForm::Number,
            read: |facts| json!(of(facts).and_then(|of| of.years.as_ref()?.from)),
        },
        Column {
            name: "to",
            label: "data-to",
            form: ColumnForm::Number,
            read: |facts| json!(of(facts).and_then(|of| of.years.as_ref()?.to)),
        },
        Column {
            name: "partners",
            label: "project-partners",
            form: ColumnForm::Texts,
            read: |facts| json!(of(facts).map_or(&[][..], |of| &of.partners)),
        },
        Column {
            name: "budget",
            label: "data-budget",
            form: ColumnForm::Number,
            read: |facts| json!(budget(facts).and_then(|of| of.total)),
        },
        Column {
            name: "budget-year",
            label: "data-budget-year",
            form: ColumnForm::Number,
            read: |facts| json!(budget(facts).and_then(|of| of.year)),
        },
        Column {
            name: "budget-source",
            label: "data-budget-source",
            form: ColumnForm::Text,
            read: |facts| json!(budget(facts).and_then(|of| of.source.as_ref())),
        },
    ],
    search: SearchSpec {
        weight: 0.7,
        has_spoken_label: true,
        facts: facts_as_text,
        ..KindSpec::PLAIN.search
    },
    draft: |new| {
        let status = new.say(&message!("draft-status"));
        format!("status = \"{status}\"\nstatus-date = {}\n", new.today)
    },
    ..KindSpec::PLAIN
};

/// The facts of a project.
#[derive(Debug)]
struct Project {
    /// The stage it has reached, in a word of the editors: `Loopt`. `None` where it is not known.
    status: Option<String>,
    /// The day for which the status holds.
    status_date: Option<Date>,
    years: Option<Years>,
    partners: Vec<String>,
    budget: Option<Budget>,
}

/// The facts of a project, as search engines read them.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ProjectData<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    founding_date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    dissolution_date: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    member: Vec<Named<'a>>,
}

impl Project {
    fn as_data(&self) -> ProjectData<'_> {
        let year = |year: Option<i16>| year.map(|year| year.to_string());
        let partners = self.partners.iter();
        ProjectData {
            founding_date: year(self.years.and_then(|years| years.from)),
            dissolution_date: year(self.years.and_then(|years| years.to)),
            member: partners
                .map(|name| schema_org::organization(name))
                .collect(),
        }
    }
}

/// The money of a project, in euros.
#[derive(Debug)]
struct Budget {
    /// `None` where it is not known.
    total: Option<u64>,
    /// The year of the prices or of the decision.
    year: Option<i16>,
    /// The name of the source.
    source: Option<String>,
    parts: Vec<BudgetPart>,
}

/// The money of one of those who pay.
#[derive(Debug)]
struct BudgetPart {
    name: String,
    /// `None` where it is not known.
    amount: Option<u64>,
}

fn of(facts: &Facts) -> Option<&Project> {
    facts.get()
}

fn budget(facts: &Facts) -> Option<&Budget> {
    of(facts)?.budget.as_ref()
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawProject {
    status: Option<Spanned<String>>,
    status_date: Option<Spanned<Datetime>>,
    from: Option<Spanned<i16>>,
    to: Option<Spanned<i16>>,
    #[serde(default)]
    partners: Vec<Spanned<String>>,
    budget: Option<Spanned<RawBudget>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawBudget {
    total: Option<u64>,
    year: Option<Spanned<i16>>,
    source: Option<Spanned<String>>,
    #[serde(default)]
    parts: Vec<Spanned<RawBudgetPart>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawBudgetPart {
    name: Option<Spanned<String>>,
    amount: Option<u64>,
}

fn status(facts: &Facts) -> Option<&str> {
    of(facts)?.status.as_deref()
}

fn read(keys: &mut KeyReader<'_>) -> Facts {
    let raw: RawProject = keys.read();
    let status = match raw.status_date.is_some() {
        true => keys.required("status", raw.status),
        false => raw.status,
    };
    let status = keys.optional_text("status", status);
    let partners = raw.partners.into_iter();
    Facts::new(Project {
        status,
        status_date: raw.status_date.as_ref().and_then(|day| keys.day(day)),
        years: keys.years(raw.from, raw.to),
        partners: partners
            .filter_map(|name| keys.text("partners", Some(name)))
            .collect(),
        budget: raw.budget.map(|budget| read_budget(budget, keys)),
    })
}

fn read_budget(raw: Spanned<RawBudget>, keys: &mut KeyReader<'_>) -> Budget {
    let span = raw.span();
    let raw = raw.into_inner();
    let parts = raw.parts.into_iter();
    let parts: Vec<BudgetPart> = parts.filter_map(|part| read_part(part, keys)).collect();
    let sum: u64 = parts
        .iter()
        .filter_map(|part| part.amount)
        .fold(0, u64::saturating_add);
    let is_whole = parts.iter().all(|part| part.amount.is_some()) && !parts.is_empty();
    if let Some(total) = raw.total
        && (sum > total || is_whole && sum != total)
    {
        let [sum, total] = [sum, total].map(|amount| amount.to_string());
        keys.wrong(
            span.clone(),
            Rule::WrongType,
            message!("budget-sum", sum, total),
            message!("budget-sum-help"),
        );
    }
    let source = keys.optional_text("source", raw.source);
    if source.is_none() {
        keys.incomplete(
            span,
            "budget",
            &["source"],
            message!("budget-without-source"),
            message!("budget-without-source-help"),
        );
    }
    Budget {
        total: raw.total,
        year: keys.year(raw.year),
        source,
        parts,
    }
}

fn read_part(raw: Spanned<RawBudgetPart>, keys: &mut KeyReader<'_>) -> Option<BudgetPart> {
    let span = raw.span();
    let RawBudgetPart { name, amount } = raw.into_inner();
    let Some(name) = name else {
        keys.incomplete(
            span,
            "budget.parts",
            &["name"],
            message!("budget-part-without-name"),
            message!("budget-part-without-name-help"),
        );
        return None;
    };
    let name = keys.text("name", Some(name))?;
    Some(BudgetPart { name, amount })
}

/// An amount in euros, or that it is not known.
fn money(amount: Option<u64>, text: &Text) -> String {
    match amount {
        Some(euros) => text.euros(euros),
        None => text.say("unknown").to_owned(),
    }
}

fn facts_as_text(facts: &Facts, title: &str, text: &Text) -> Vec<String> {
    let Some(project) = of(facts) else {
        return Vec::new();
    };
    let fact = |name, value: Option<String>| fact_as_text(title, text, name, value);
    let budget = project.budget.as_ref();
    let known = budget.filter(|budget| budget.total.is_some());
    let partners = Some(project.partners.join(", ")).filter(|names| !names.is_empty());
    [
        fact("project-status", project.status.clone()),
        fact("project-partners", partners),
        fact(
            "project-budget",
            known.map(|budget| money(budget.total, text)),
        ),
    ]
    .into_iter()
    .flatten()
    .collect()
}

#[derive(Template)]
#[template(path = "project.html")]
struct ProjectPage<'a> {
    layout: PageLayout,
    header: PageHeader,
    text: PageText,
    project: &'a Project,
    status_date: Option<Time>,
    years: Option<String>,
    budget: Option<BudgetTable<'a>>,
    themes: Vec<&'a Teaser>,
    municipalities: Vec<&'a LinkView>,
    related: Vec<&'a Teaser>,
}

/// The money of a project, as text.
struct BudgetTable<'a> {
    total: String,
    parts: Vec<(&'a str, String)>,
    year: Option<i16>,
    source: Option<&'a str>,
}

pub fn render(cx: &RenderContext<'_>, id: PageId) -> String {
    let Some(project) = of(&cx.site.page(id).facts) else {
        return page::render_plain(cx, id, "related");
    };
    let (mut layout, header, text) = parts(cx, id);
    let page = cx.site.page(id);
    let data = schema_org::thing(cx.site, page, "Project", project.as_data());
    layout.metadata.push(data);
    let words = cx.text();
    let themes: Vec<PageId> = cx.site.related(id, &theme::SPEC).collect();
    let municipalities = cx.site.related(id, &municipality::SPEC);
    render_template(&ProjectPage {
        layout,
        header,
        text,
        project,
        status_date: project.status_date.map(|day| Time::new(day, words)),
        years: project.years.map(|years| words.years(years)),
        budget: project.budget.as_ref().map(|budget| BudgetTable {
            total: money(budget.total, words),
            parts: budget
                .parts
                .iter()
                .map(|part| (part.name.as_str(), money(part.amount, words)))
                .collect(),
            year: budget.year,
            source: budget.source.as_deref(),
        }),
        municipalities: municipalities.map(|id| cx.link(id)).collect(),
        related: named_by(cx, id, &themes),
        themes: cx.teasers(themes),
    })
}
