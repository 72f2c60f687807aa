//! Events and meetings as calendars (RFC 5545): a file for each page that tells of one, and one to
//! subscribe to for each list of such pages.

mod content_lines;
mod time_zone;

use crate::content::page::{Page, Role};
use crate::date::{self, Date, DateTime, Timestamp, days_between};
use crate::kinds::spec::Happening;
use crate::outputs::calendar::content_lines::{ContentLines, clock};
use crate::outputs::calendar_link::{self, FILE};
use crate::outputs::feed;
use crate::outputs::format::{Output, OutputFormat, OutputSource};
use crate::outputs::items;
use crate::outputs::permanent_id::permanent_id;
use crate::outputs::renderer::SiteRenderer;
use crate::route::Route;
use crate::schedule::{Interval, Occurrence, Repetition, number_in_month};
use crate::site::Site;
use crate::snapshot::Answer;

pub static CALENDAR: OutputFormat = OutputFormat {
    media_type: "text/calendar; charset=utf-8",
    link: None,
    outputs,
    write,
};

/// The stamp, which every event must have, of a page that does not say when it appeared: one that
/// stays the same.
const UNKNOWN_STAMP: &str = "19700101T000000Z";

/// The hours after which calendars ask again.
const REFRESH: &str = "PT12H";

fn outputs(site: &Site<'_>) -> Vec<Output> {
    let output = |route: &Route, source| Output::new(route.file(FILE), source, &CALENDAR);
    let followed = calendar_link::all(site).into_iter();
    let mut outputs: Vec<Output> = followed
        .map(|(page, items)| output(&page, OutputSource::Items(items)))
        .collect();
    let pages = site.pages.iter().enumerate();
    let happen = pages.filter(|(_, of)| of.page.role == Role::Item && of.page.schedule().is_some());
    outputs.extend(happen.map(|(id, of)| output(&of.page.route, OutputSource::Page(id))));
    outputs
}

fn write(renderer: &SiteRenderer<'_>, output: &Output) -> Answer {
    let (site, cx) = (renderer.site, &renderer.languages[0]);
    let (title, mut items) = match output.source {
        OutputSource::Page(id) => (site.page(id).meta.title.clone(), vec![id]),
        OutputSource::Items(items) => (feed::title(cx, items), items::all(site, items)),
        _ => unreachable!("a calendar is of items"),
    };
    // In the order of their files: what is over is no reason to send all again.
    items.sort_unstable();
    let pages = items.iter().map(|id| site.page(*id));
    let happening: Vec<(&Page, Happening<'_>)> = pages
        .filter_map(|page| Some((page, page.happening()?)))
        .collect();
    let mut calendar = ContentLines::default();
    calendar.line("BEGIN", "VCALENDAR");
    calendar.line("VERSION", "2.0");
    calendar.line("PRODID", "-//Noaber//Noaber//NL");
    calendar.line("CALSCALE", "GREGORIAN");
    calendar.line("METHOD", "PUBLISH");
    calendar.text("NAME", &title);
    calendar.text("X-WR-CALNAME", &title);
    calendar.line("SOURCE;VALUE=URI", &site.absolute(&output.route));
    calendar.line("REFRESH-INTERVAL;VALUE=DURATION", REFRESH);
    calendar.line("X-PUBLISHED-TTL", REFRESH);
    let all = happening
        .iter()
        .flat_map(|(_, of)| of.schedule.occurrences());
    let days = all.map(|of| (of.day(), of.last_day()));
    let span = days.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)));
    time_zone::write(&site.config.time_zone, span, &mut calendar);
    for (page, of) in happening {
        event(site, page, of, &mut calendar);
    }
    calendar.line("END", "VCALENDAR");
    output.answer(calendar.finish())
}

fn event(site: &Site<'_>, page: &Page, of: Happening<'_>, calendar: &mut ContentLines) {
    let (zone, meta) = (&site.config.time_zone, &page.meta);
    let changed = meta.last_changed().map(|day| day.min(site.today));
    let stamp = changed.map(|day| utc(DateTime::from(day), site));
    let days = meta.date.zip(changed);
    let days = days.map_or(0, |(appeared, changed)| days_between(appeared, changed));
    calendar.line("BEGIN", "VEVENT");
    calendar.line("UID", &permanent_id(site, page));
    calendar.line("DTSTAMP", stamp.as_deref().unwrap_or(UNKNOWN_STAMP));
    if let Some(stamp) = &stamp {
        calendar.line("LAST-MODIFIED", stamp);
    }
    // It grows with every change that has a day, and needs no memory.
    let sequence = days.max(0) + i32::from(of.cancelled.is_some());
    calendar.line("SEQUENCE", &sequence.to_string());
    let first = of.schedule.occurrences()[0];
    let tzid = zone.iana_name().unwrap_or("UTC");
    let mut time = |name: &str, time: DateTime| match first.is_whole_days {
        true => calendar.line(&format!("{name};VALUE=DATE"), &day(time.date())),
        false => calendar.line(&format!("{name};TZID={tzid}"), &clock(time)),
    };
    time("DTSTART", first.start);
    if let Some(end) = end(&first) {
        time("DTEND", end);
    }
    if let Some(rule) = &of.schedule.repetition {
        for except in rule.except.iter().filter(|day| **day > first.day()) {
            time("EXDATE", except.to_datetime(first.start.time()));
        }
        calendar.line("RRULE", &recurrence(rule, &first, site));
    }
    calendar.text("SUMMARY", &meta.title);
    let words = [of.cancelled.unwrap_or_default(), &meta.summary];
    let words = words.into_iter().filter(|text| !text.is_empty());
    calendar.text("DESCRIPTION", &words.collect::<Vec<_>>().join("\n\n"));
    let place: Vec<&str> = of
        .place
        .into_iter()
        .chain(of.address.iter().map(String::as_str))
        .collect();
    if !place.is_empty() {
        calendar.text("LOCATION", &place.join(", "));
    }
    calendar.line("URL", &site.absolute(&page.route));
    let status = of.cancelled.map_or("CONFIRMED", |_| "CANCELLED");
    calendar.line("STATUS", status);
    calendar.line("END", "VEVENT");
}

/// The end, which in a calendar is the day after the last one where only days are known.
fn end(first: &Occurrence) -> Option<DateTime> {
    let end = first.end?;
    match first.is_whole_days {
        true => end.date().tomorrow().ok().map(DateTime::from),
        false => Some(end),
    }
}

/// The rule by which it is repeated: `FREQ=MONTHLY;BYDAY=2TU;UNTIL=20270131T225959Z`.
fn recurrence(rule: &Repetition, first: &Occurrence, site: &Site<'_>) -> String {
    let weekday = &first.day().strftime("%A").to_string().to_uppercase()[..2];
    let every = match rule.every {
        Interval::Week => "FREQ=WEEKLY".to_owned(),
        Interval::TwoWeeks => "FREQ=WEEKLY;INTERVAL=2".to_owned(),
        Interval::Month => {
            format!(
                "FREQ=MONTHLY;BYDAY={}{weekday}",
                number_in_month(first.day())
            )
        }
        Interval::MonthEnd => format!("FREQ=MONTHLY;BYDAY=-1{weekday}"),
    };
    let until = match first.is_whole_days {
        true => day(rule.until),
        false => utc(rule.until.at(23, 59, 59, 0), site),
    };
    format!("{every};UNTIL={until}")
}

fn day(day: Date) -> String {
    day.strftime("%Y%m%d").to_string()
}

/// A time by the clocks of the site, at Greenwich.
fn utc(time: DateTime, site: &Site<'_>) -> String {
    let moment: Timestamp = date::moment_of(time, &site.config.time_zone);
    moment.strftime("%Y%m%dT%H%M%SZ").to_string()
}
