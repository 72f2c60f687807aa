//! The time zone of the region as a calendar carries it: when its clocks changed, from the first
//! time that the calendar has to a year after the last.

use jiff::ToSpan;

use crate::date::{Date, DateTime, TimeZone, Timestamp};
use crate::outputs::calendar::content_lines::{ContentLines, clock};

/// The days of a calendar in which nothing happens.
const NO_DAYS: (Date, Date) = (Date::constant(2020, 1, 1), Date::constant(2020, 1, 1));

/// The changes of the clocks to the same time from the same time.
struct Observance {
    is_summer_time: bool,
    abbreviation: String,
    from: jiff::tz::Offset,
    to: jiff::tz::Offset,
    /// By the clocks before the change.
    onsets: Vec<DateTime>,
}

/// Writes the zone as it is between two days.
pub fn write(zone: &TimeZone, days: Option<(Date, Date)>, lines: &mut ContentLines) {
    lines.line("BEGIN", "VTIMEZONE");
    lines.line("TZID", zone.iana_name().unwrap_or("UTC"));
    for of in observances(zone, days.unwrap_or(NO_DAYS)) {
        let name = if of.is_summer_time {
            "DAYLIGHT"
        } else {
            "STANDARD"
        };
        lines.line("BEGIN", name);
        lines.line("DTSTART", &clock(of.onsets[0]));
        for onset in &of.onsets[1..] {
            lines.line("RDATE", &clock(*onset));
        }
        lines.line("TZOFFSETFROM", &offset(of.from));
        lines.line("TZOFFSETTO", &offset(of.to));
        lines.line("TZNAME", &of.abbreviation);
        lines.line("END", name);
    }
    lines.line("END", "VTIMEZONE");
}

fn observances(zone: &TimeZone, (first, last): (Date, Date)) -> Vec<Observance> {
    let moment = |day: Date| {
        zone.to_timestamp(day.into())
            .unwrap_or(Timestamp::UNIX_EPOCH)
    };
    let start = moment(first);
    let end = last.checked_add(1.year()).map_or(start, moment);
    let before = zone.preceding(start).next();
    let mut observances: Vec<Observance> = Vec::new();
    if before.is_none() {
        let info = zone.to_offset_info(start);
        observances.push(Observance {
            is_summer_time: info.dst().is_dst(),
            abbreviation: info.abbreviation().to_owned(),
            from: info.offset(),
            to: info.offset(),
            onsets: vec![first.into()],
        });
    }
    let changes = zone
        .following(start)
        .take_while(|change| change.timestamp() <= end);
    for change in before.into_iter().chain(changes) {
        let from = zone.to_offset(change.timestamp() - 1.second());
        let onset = from.to_datetime(change.timestamp());
        let alike = |of: &&mut Observance| {
            (of.from, of.to, of.abbreviation.as_str())
                == (from, change.offset(), change.abbreviation())
        };
        match observances.iter_mut().find(alike) {
            Some(of) => of.onsets.push(onset),
            None => observances.push(Observance {
                is_summer_time: change.dst().is_dst(),
                abbreviation: change.abbreviation().to_owned(),
                from,
                to: change.offset(),
                onsets: vec![onset],
            }),
        }
    }
    observances
}

/// An offset as calendars write it: `+0100`.
fn offset(offset: jiff::tz::Offset) -> String {
    let seconds = offset.seconds();
    let sign = if seconds < 0 { '-' } else { '+' };
    let minutes = seconds.abs() / 60;
    format!("{sign}{:02}{:02}", minutes / 60, minutes % 60)
}
