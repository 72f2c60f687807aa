//! Events: what one can go to, once or again and again.

use askama::Template;
use serde::Deserialize;
use serde_json::json;
use toml::Spanned;
use toml::value::Datetime;

use crate::content::front_matter::key_reader::KeyReader;
use crate::content::front_matter::schedule::{self, RawRepetition};
use crate::content::front_matter::unwritten;
use crate::date::Date;
use crate::kinds::spec::{
    Column, ColumnForm, Division, Facts, Happening, KindSpec, Listing, Order, SearchSpec,
    fact_as_text,
};
use crate::kinds::{municipality, page, theme};
use crate::outputs::calendar_link;
use crate::outputs::layout::{NavState, PageLayout};
use crate::outputs::page::{PageText, linked_from, parts};
use crate::outputs::renderer::RenderContext;
use crate::outputs::schema_org;
use crate::outputs::template::render_template;
use crate::outputs::view::{LinkView, PageHeader, Teaser, Time, host};
use crate::rule::Rule;
use crate::schedule::{CurrentOccurrence, Schedule};
use crate::site::PageId;
use crate::text::Text;

/// The number of coming times that the page of an event shows.
const MAX_TIMES: usize = 6;

pub static SPEC: KindSpec = KindSpec {
    name: "events",
    lists_below: false,
    order: Order::Soonest,
    listing: Listing::Paged(&[
        Division::Past,
        Division::Month,
        Division::Relation("themes"),
        Division::Relation("municipalities"),
    ]),
    keys: &[
        "start",
        "end",
        "repeat",
        "place",
        "address",
        "organiser",
        "cost",
        "register",
        "cancelled",
        "moved",
    ],
    read,
    happening: |facts| Some(of(facts)?.happening()),
    note: |facts, text| of(facts)?.change(text),
    columns: &[
        Column {
            name: "place",
            label: "event-place",
            form: ColumnForm::Text,
            read: |facts| json!(of(facts).and_then(|of| of.place.as_ref())),
        },
        Column {
            name: "place-address",
            label: "event-address",
            form: ColumnForm::Texts,
            read: |facts| json!(of(facts).map_or(&[][..], |of| &of.address)),
        },
        Column {
            name: "organiser",
            label: "event-organiser",
            form: ColumnForm::Text,
            read: |facts| json!(of(facts).and_then(|of| of.organiser.as_ref())),
        },
        Column {
            name: "cost",
            label: "event-cost",
            form: ColumnForm::Text,
            read: |facts| json!(of(facts).and_then(|of| of.cost.as_ref())),
        },
        Column {
            name: "register",
            label: "event-register",
            form: ColumnForm::Address,
            read: |facts| json!(of(facts).and_then(|of| of.register.as_ref())),
        },
        Column {
            name: "cancelled",
            label: "event-cancelled",
            form: ColumnForm::Text,
            read: |facts| json!(of(facts).and_then(|of| of.cancelled.as_ref())),
        },
        Column {
            name: "moved",
            label: "data-moved",
            form: ColumnForm::Day,
            read: |facts| json!(of(facts).and_then(|of| of.moved).map(|day| day.to_string())),
        },
    ],
    search: SearchSpec {
        weight: 0.6,
        has_spoken_label: true,
        facts: facts_as_text,
        ..KindSpec::PLAIN.search
    },
    draft: |new| {
        let place = new.say(&unwritten::fact());
        format!("start = {}T20:00:00\nplace = \"{place}\"\n", new.today)
    },
    ..KindSpec::PLAIN
};

/// The facts of an event.
#[derive(Debug)]
struct Event {
    schedule: Schedule,
    /// The building or the spot.
    place: Option<String>,
    /// Line by line.
    address: Vec<String>,
    organiser: Option<String>,
    cost: Option<String>,
    /// The web address at which one registers.
    register: Option<String>,
    /// Why it does not happen.
    cancelled: Option<String>,
    /// The day on which it was to be first.
    moved: Option<Date>,
}

fn of(facts: &Facts) -> Option<&Event> {
    facts.get()
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawEvent {
    start: Option<Spanned<Datetime>>,
    end: Option<Spanned<Datetime>>,
    repeat: Option<Spanned<RawRepetition>>,
    place: Option<Spanned<String>>,
    #[serde(default)]
    address: Vec<String>,
    organiser: Option<Spanned<String>>,
    cost: Option<Spanned<String>>,
    register: Option<Spanned<String>>,
    cancelled: Option<Spanned<String>>,
    moved: Option<Spanned<Datetime>>,
}

fn read(keys: &mut KeyReader<'_>) -> Facts {
    let raw: RawEvent = keys.read();
    let Some(schedule) = schedule::read(raw.start, raw.end, raw.repeat, keys) else {
        return Facts::default();
    };
    Facts::new(Event {
        schedule,
        place: keys.optional_text("place", raw.place),
        address: raw.address,
        organiser: keys.optional_text("organiser", raw.organiser),
        cost: keys.optional_text("cost", raw.cost),
        register: keys.web_address(raw.register, Rule::UnsafeLink),
        cancelled: keys.optional_text("cancelled", raw.cancelled),
        moved: raw.moved.as_ref().and_then(|day| keys.day(day)),
    })
}

impl Event {
    fn happening(&self) -> Happening<'_> {
        Happening {
            schedule: &self.schedule,
            place: self.place.as_deref(),
            address: &self.address,
            cancelled: self.cancelled.as_deref(),
        }
    }

    /// The word for what became of it, where it is not as it was planned.
    fn change(&self, text: &Text) -> Option<String> {
        let moved = |day: Date| text.say_with("event-moved", "day", text.date(day));
        match &self.cancelled {
            Some(_) => Some(text.say("event-cancelled").to_owned()),
            None => self.moved.map(moved),
        }
    }

    /// The rule by which it is repeated, in words.
    fn rule(&self, text: &Text) -> Option<String> {
        let rule = self.schedule.repetition.as_ref()?;
        let every = text.say(&format!("every-{}", rule.every)).to_owned();
        let until = text.date(rule.until);
        Some(text.fill(
            "repeated",
            [("every", every.into()), ("until", until.into())],
        ))
    }
}

fn facts_as_text(facts: &Facts, title: &str, text: &Text) -> Vec<String> {
    let Some(event) = of(facts) else {
        return Vec::new();
    };
    let first = event.schedule.occurrences().first();
    let fact = |name, value: &Option<String>| fact_as_text(title, text, name, value.as_ref());
    let time = first.map(|first| format!("{title}: {}", text.occurrence(first)));
    let address = Some(event.address.join(", ")).filter(|address| !address.is_empty());
    [
        time,
        fact("event-place", &event.place),
        fact("event-address", &address),
        fact("event-organiser", &event.organiser),
    ]
    .into_iter()
    .flatten()
    .collect()
}

#[derive(Template)]
#[template(path = "event.html")]
struct EventPage<'a> {
    layout: PageLayout,
    header: PageHeader,
    text: PageText,
    event: &'a Event,
    time: Time,
    is_over: bool,
    rule: Option<String>,
    /// The coming times after this one, and the days on which the rule does not hold.
    later: Vec<Time>,
    except: Vec<Time>,
    change: Option<String>,
    register: Option<LinkView>,
    calendar: LinkView,
    themes: Vec<&'a Teaser>,
    municipalities: Vec<&'a LinkView>,
    related: Vec<&'a Teaser>,
}

pub fn render(cx: &RenderContext<'_>, id: PageId) -> String {
    match (of(&cx.site.page(id).facts), cx.site.occurrence(id)) {
        (Some(event), Some(current)) => render_item(cx, id, event, &current),
        _ => page::render_plain(cx, id, "related"),
    }
}

fn render_item(
    cx: &RenderContext<'_>,
    id: PageId,
    event: &Event,
    current: &CurrentOccurrence,
) -> String {
    let (mut layout, header, text) = parts(cx, id);
    let (zone, words) = (&cx.site.config.time_zone, cx.text());
    layout.metadata.push(schema_org::event(
        cx.site,
        cx.site.page(id),
        event.happening(),
        &current.occurrence,
        event.organiser.as_deref(),
        event.moved,
    ));
    let next = event.schedule.occurrences().iter();
    let later = next.filter(|of| !current.is_over && of.start > current.occurrence.start);
    let repetition = event.schedule.repetition.as_ref();
    let except = repetition.map_or(&[][..], |rule| &rule.except).iter();
    let themes: Vec<PageId> = cx.site.related(id, &theme::SPEC).collect();
    let municipalities = cx.site.related(id, &municipality::SPEC);
    let register = event
        .register
        .as_ref()
        .filter(|_| !current.is_over && event.cancelled.is_none());
    render_template(&EventPage {
        layout,
        header,
        text,
        event,
        time: Time::of(&current.occurrence, zone, words),
        is_over: current.is_over,
        rule: event.rule(words),
        later: later
            .take(MAX_TIMES)
            .map(|of| Time::of(of, zone, words))
            .collect(),
        except: except
            .filter(|day| **day >= cx.site.today)
            .map(|day| Time::new(*day, words))
            .collect(),
        change: event.change(words),
        calendar: calendar_link::link(cx, id),
        register: register.map(|address| LinkView::new(host(address), address)),
        municipalities: municipalities.map(|id| cx.link(id)).collect(),
        related: linked_from(cx, id, &themes),
        themes: cx.teasers(themes),
    })
}
