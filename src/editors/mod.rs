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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_reads_as_the_clock_on_the_wall() {
        let zone = TimeZone::get("Europe/Amsterdam").expect("the zone is bundled");
        let read = |at: &str| {
            moment(
                at.parse().expect("a moment"),
                "2027-01-10T12:00:00Z".parse().expect("a moment"),
                &zone,
            )
        };
        assert_eq!(read("2027-03-03T08:00:00Z"), "3 maart 09.00 uur");
        assert_eq!(read("2027-07-01T22:00:30Z"), "2 juli 00.00.30 uur");
        assert_eq!(read("2028-01-01T00:00:00Z"), "1 januari 2028 01.00 uur");
        assert_eq!(
            full_moment("2027-03-03T08:00:00Z".parse().expect("a moment"), &zone),
            "3 maart 2027 09.00 uur"
        );
    }
}
