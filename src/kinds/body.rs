//! Bodies: who decides, with their task, their members and what came before and after them.

use askama::Template;
use serde::Deserialize;
use serde_json::json;
use toml::Spanned;
use toml::value::Datetime;

use crate::content::front_matter::key_reader::KeyReader;
use crate::content::front_matter::unwritten;
use crate::date::{Date, Years};
use crate::kinds::page;
use crate::kinds::spec::{Column, ColumnForm, Facts, KindSpec, Order, SearchSpec};
use crate::message;
use crate::outputs::layout::{NavState, PageLayout};
use crate::outputs::page::{
    MAX_RELATED, NamedBand, PageText, named_bands, named_by, parts, replaced, replacing,
};
use crate::outputs::renderer::RenderContext;
use crate::outputs::template::render_template;
use crate::outputs::view::{LinkView, PageHeader, Teaser, Time};
use crate::site::PageId;
use crate::text::Text;

pub static SPEC: KindSpec = KindSpec {
    name: "bodies",
    lists_below: false,
    order: Order::BySlug,
    is_relation: true,
    keys: &["members", "ended", "ended-year"],
    read,
    note: |facts, text| of(facts)?.end(text),
    columns: &[
        Column {
            name: "members",
            label: "body-members",
            form: ColumnForm::Texts,
            read: |facts| {
                let members = of(facts).map_or(&[][..], |of| &of.members).iter();
                json!(members.map(|member| &member.name).collect::<Vec<_>>())
            },
        },
        Column {
            name: "ended",
            label: "data-ended",
            form: ColumnForm::Day,
            read: |facts| json!(of(facts).and_then(|of| Some(of.ended?.to_string()))),
        },
        Column {
            name: "ended-year",
            label: "data-ended-year",
            form: ColumnForm::Number,
            read: |facts| json!(of(facts).and_then(|of| of.ended_year)),
        },
    ],
    search: SearchSpec {
        weight: 0.65,
        facts: facts_as_text,
        ..KindSpec::PLAIN.search
    },
    draft: |new| {
        let name = new.say(&unwritten::fact());
        let role = new.say(&message!("draft-role"));
        format!("members = [{{ name = \"{name}\", role = \"{role}\" }}]\n")
    },
    ..KindSpec::PLAIN
};

/// The facts of a body.
#[derive(Debug)]
struct GoverningBody {
    members: Vec<Member>,
    /// The day on which it ended, or the year where the day is not known.
    ended: Option<Date>,
    ended_year: Option<i16>,
}

#[derive(Debug)]
struct Member {
    name: String,
    role: Option<String>,
    years: Option<Years>,
}

fn of(facts: &Facts) -> Option<&GoverningBody> {
    facts.get()
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawBody {
    #[serde(default)]
    members: Vec<Spanned<RawMember>>,
    ended: Option<Spanned<Datetime>>,
    ended_year: Option<Spanned<i16>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawMember {
    name: Option<Spanned<String>>,
    role: Option<Spanned<String>>,
    from: Option<Spanned<i16>>,
    to: Option<Spanned<i16>>,
}

fn read(keys: &mut KeyReader<'_>) -> Facts {
    let raw: RawBody = keys.read();
    let members = raw.members.into_iter();
    Facts::new(GoverningBody {
        members: members
            .filter_map(|member| read_member(member, keys))
            .collect(),
        ended: raw.ended.as_ref().and_then(|day| keys.day(day)),
        ended_year: keys.year(raw.ended_year),
    })
}

fn read_member(raw: Spanned<RawMember>, keys: &mut KeyReader<'_>) -> Option<Member> {
    let span = raw.span();
    let RawMember {
        name,
        role,
        from,
        to,
    } = raw.into_inner();
    let Some(name) = name else {
        keys.incomplete(
            span,
            "members",
            &["name"],
            message!("member-without-name"),
            message!("member-without-name-help"),
        );
        return None;
    };
    Some(Member {
        name: keys.text("name", Some(name))?,
        role: keys.optional_text("role", role),
        years: keys.years(from, to),
    })
}

impl GoverningBody {
    /// The words that it ended, and when, where it did.
    fn end(&self, text: &Text) -> Option<String> {
        let day = self.ended.map(|day| text.date(day));
        let when = day.or(self.ended_year.map(|year| year.to_string()))?;
        Some(text.say_with("body-ended", "when", when))
    }
}

impl Member {
    /// The role and the years, as they are read behind the name.
    fn role_and_years(&self, text: &Text) -> String {
        let years = self.years.map(|years| text.years(years));
        let parts: Vec<String> = self.role.iter().cloned().chain(years).collect();
        parts.join(", ")
    }
}

fn facts_as_text(facts: &Facts, title: &str, text: &Text) -> Vec<String> {
    let Some(body) = of(facts) else {
        return Vec::new();
    };
    let member = |of: &Member| format!("{title}: {} ({})", of.name, of.role_and_years(text));
    body.members.iter().map(member).collect()
}

#[derive(Template)]
#[template(path = "body.html")]
struct BodyPage<'a> {
    layout: PageLayout,
    header: PageHeader,
    text: PageText,
    members: Vec<(&'a str, String)>,
    end: Option<String>,
    /// The first meeting that is not over, with its time.
    next: Option<(&'a LinkView, &'a Time)>,
    replaces: Vec<&'a LinkView>,
    replaced_by: Vec<&'a LinkView>,
    /// The next meetings first, and the documents.
    lists: Vec<NamedBand<'a>>,
    related: Vec<&'a Teaser>,
}

pub fn render(cx: &RenderContext<'_>, id: PageId) -> String {
    let Some(body) = of(&cx.site.page(id).facts) else {
        return page::render_plain(cx, id, "related");
    };
    let (layout, header, text) = parts(cx, id);
    let members = body.members.iter();
    let mut related = named_by(cx, id, &[]);
    related.truncate(MAX_RELATED);
    render_template(&BodyPage {
        layout,
        header,
        text,
        members: members
            .map(|member| (member.name.as_str(), member.role_and_years(cx.text())))
            .collect(),
        end: body.end(cx.text()),
        next: next_meeting(cx, id),
        replaces: replaced(cx, id),
        replaced_by: replacing(cx, id),
        lists: named_bands(cx, id),
        related,
    })
}

/// The next meeting of a body. Those that name it stand in the order of their list.
fn next_meeting<'a>(cx: &'a RenderContext<'_>, id: PageId) -> Option<(&'a LinkView, &'a Time)> {
    let mut meetings = cx.site.pages[id].named_by.iter();
    let next = meetings.find(|other| {
        let is_coming = |id| cx.site.occurrence(id).is_some_and(|of| !of.is_over);
        cx.site.page(**other).kind.name == "meetings" && is_coming(**other)
    })?;
    let teaser = cx.teaser(*next);
    Some((&teaser.link, teaser.time.as_ref()?))
}
