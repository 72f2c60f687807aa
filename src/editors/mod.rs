//! Pages and data for editors while the site is served: the preview's notes, the status, and new
//! files.

pub mod draft;
pub mod notes;
pub mod status;

use crate::date::{self, TimeZone, Timestamp};
use crate::message;
use crate::message::{Message, MessageValue};

/// A moment as an editor reads it: `3 maart 09.00 uur`, with the year if it is not that of `now`.
pub fn moment(at: Timestamp, now: Timestamp, zone: &TimeZone) -> Message {
    let day = date::day_of(at, zone);
    if day.year() == date::day_of(now, zone).year() {
        at_time(MessageValue::Day(day), at, zone)
    } else {
        full_moment(at, zone)
    }
}

/// A moment with its year, for where nobody can tell when it is read: `3 maart 2027 09.00 uur`.
pub fn full_moment(at: Timestamp, zone: &TimeZone) -> Message {
    at_time(date::day_of(at, zone).into(), at, zone)
}

/// A day with its time, with seconds where there are any.
fn at_time(day: MessageValue, at: Timestamp, zone: &TimeZone) -> Message {
    let local = zone.to_datetime(at);
    let [hour, minute, second] =
        [local.hour(), local.minute(), local.second()].map(|number| format!("{number:02}"));
    match local.second() {
        0 => message!("moment", day, hour, minute),
        _ => message!("moment-with-seconds", day, hour, minute, second),
    }
}
