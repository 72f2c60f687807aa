//! Meetings of bodies, with their agenda, papers and decisions.

use askama::Template;
use serde::Deserialize;
use serde_json::json;
use toml::Spanned;
use toml::value::Datetime;

use crate::content::front_matter::key_reader::KeyReader;
use crate::content::front_matter::schedule::{self, RawRepetition};
use crate::kinds::spec::{
    Column, ColumnForm, Division, Facts, Happening, KindSpec, Listing, Order, SearchSpec,
};
use crate::kinds::{body, document, page};
use crate::message;
use crate::outputs::calendar_link;
use crate::outputs::layout::{NavState, PageLayout};
use crate::outputs::page::{PageText, linked_from, parts};
use crate::outputs::renderer::RenderContext;
use crate::outputs::schema_org;
use crate::outputs::template::render_template;
use crate::outputs::view::{LinkView, PageHeader, Teaser, Time};
use crate::schedule::Schedule;
use crate::site::PageId;
use crate::text::Text;

pub static SPEC: KindSpec = KindSpec {
    name: "meetings",
    lists_below: false,
    order: Order::Soonest,
    listing: Listing::Paged(&[
        Division::Past,
        Division::Month,
        Division::Relation("bodies"),
    ]),
    keys: &["start", "end", "repeat", "place", "open", "agenda"],
    read,
    happening: |facts| Some(of(facts)?.happening()),
    columns: &[
        Column {
            name: "place",
            label: "event-place",
            form: ColumnForm::Text,
            read: |facts| json!(of(facts).and_then(|of| of.place.as_ref())),
        },
        Column {
            name: "decisions",
            label: "data-decisions",
            form: ColumnForm::Texts,
            read: |facts| {
                let agenda = of(facts).map_or(&[][..], |of| &of.agenda).iter();
                json!(
                    agenda
                        .filter_map(|item| item.decision.as_ref())
                        .collect::<Vec<_>>()
                )
            },
        },
    ],
    search: SearchSpec {
        weight: 0.6,
        facts: facts_as_text,
        ..KindSpec::PLAIN.search
    },
    draft: |new| format!("start = {}T19:30:00\nbodies = []\n", new.today),
    ..KindSpec::PLAIN
};

/// The facts of a meeting.
#[derive(Debug)]
struct Meeting {
    schedule: Schedule,
    place: Option<String>,
    /// True where anybody may come and listen; `None` where it is not known.
    is_open: Option<bool>,
    agenda: Vec<AgendaItem>,
}

#[derive(Debug)]
struct AgendaItem {
    title: String,
    /// The decision about it.
    decision: Option<String>,
}

fn of(facts: &Facts) -> Option<&Meeting> {
    facts.get()
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawMeeting {
    start: Option<Spanned<Datetime>>,
    end: Option<Spanned<Datetime>>,
    repeat: Option<Spanned<RawRepetition>>,
    place: Option<Spanned<String>>,
    open: Option<bool>,
    #[serde(default)]
    agenda: Vec<Spanned<RawAgendaItem>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawAgendaItem {
    title: Option<Spanned<String>>,
    decision: Option<Spanned<String>>,
}

impl Meeting {
    fn happening(&self) -> Happening<'_> {
        Happening {
            schedule: &self.schedule,
            place: self.place.as_deref(),
            address: &[],
            cancelled: None,
        }
    }
}

fn read(keys: &mut KeyReader<'_>) -> Facts {
    let raw: RawMeeting = keys.read();
    let Some(schedule) = schedule::read(raw.start, raw.end, raw.repeat, keys) else {
        return Facts::default();
    };
    let agenda = raw.agenda.into_iter();
    Facts::new(Meeting {
        schedule,
        place: keys.optional_text("place", raw.place),
        is_open: raw.open,
        agenda: agenda.filter_map(|item| read_item(item, keys)).collect(),
    })
}

fn read_item(raw: Spanned<RawAgendaItem>, keys: &mut KeyReader<'_>) -> Option<AgendaItem> {
    let span = raw.span();
    let RawAgendaItem { title, decision } = raw.into_inner();
    let Some(title) = title else {
        keys.incomplete(
            span,
            "agenda",
            &["title"],
            message!("agenda-item-without-title"),
            message!("agenda-item-without-title-help"),
        );
        return None;
    };
    Some(AgendaItem {
        title: keys.text("title", Some(title))?,
        decision: keys.optional_text("decision", decision),
    })
}

fn facts_as_text(facts: &Facts, title: &str, text: &Text) -> Vec<String> {
    let Some(meeting) = of(facts) else {
        return Vec::new();
    };
    let first = meeting.schedule.occurrences().first();
    let time = first.map(|first| format!("{title}: {}", text.occurrence(first)));
    let item = |item: &AgendaItem| match &item.decision {
        Some(decision) => format!("{}: {decision}", item.title),
        None => item.title.clone(),
    };
    time.into_iter()
        .chain(meeting.agenda.iter().map(item))
        .collect()
}

#[derive(Template)]
#[template(path = "meeting.html")]
struct MeetingPage<'a> {
    layout: PageLayout,
    header: PageHeader,
    text: PageText,
    meeting: &'a Meeting,
    time: Time,
    is_over: bool,
    calendar: LinkView,
    bodies: Vec<&'a LinkView>,
    papers: Vec<&'a LinkView>,
    related: Vec<&'a Teaser>,
}

pub fn render(cx: &RenderContext<'_>, id: PageId) -> String {
    let facts = of(&cx.site.page(id).facts);
    let (Some(meeting), Some(current)) = (facts, cx.site.occurrence(id)) else {
        return page::render_plain(cx, id, "related");
    };
    let (mut layout, header, text) = parts(cx, id);
    layout.metadata.push(schema_org::event(
        cx.site,
        cx.site.page(id),
        meeting.happening(),
        &current.occurrence,
        None,
        None,
    ));
    let links = |kind| cx.site.related(id, kind).map(|id| cx.link(id)).collect();
    render_template(&MeetingPage {
        layout,
        header,
        text,
        meeting,
        time: Time::of(&current.occurrence, &cx.site.config.time_zone, cx.text()),
        is_over: current.is_over,
        calendar: calendar_link::link(cx, id),
        bodies: links(&body::SPEC),
        papers: links(&document::SPEC),
        related: linked_from(cx, id, &cx.site.pages[id].related),
    })
}
