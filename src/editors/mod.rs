//! Pages and data for editors while the site is served: the preview's notes, the status, and new
//! files.

pub mod draft;
pub mod notes;
pub mod status;

use crate::date::{self, TimeZone, Timestamp};

/// A moment as an editor reads it: `3 maart 09.00 uur`, with the year if it is not that of `now`.
pub fn moment(at: Timestamp, now: Timestamp, zone: &TimeZone) -> String {
    let day = date::day_of(at, zone);
    if day.year() == date::day_of(now, zone).year() {
        format!("{} {}", date::dutch_day(day), time(at, zone))
    } else {
        full_moment(at, zone)
    }
}

/// The same where nobody can tell when it is read: `3 maart 2027 09.00 uur`.
pub fn full_moment(at: Timestamp, zone: &TimeZone) -> String {
    format!(
        "{} {}",
        date::dutch_date(date::day_of(at, zone)),
        time(at, zone)
    )
}

/// A time of day: `09.00 uur`, with seconds where there are any.
fn time(at: Timestamp, zone: &TimeZone) -> String {
    let local = zone.to_datetime(at);
    let seconds = match local.second() {
        0 => String::new(),
        seconds => format!(".{seconds:02}"),
    };
    format!("{:02}.{:02}{seconds} uur", local.hour(), local.minute())
}
