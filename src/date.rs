//! Moments and days: what a TOML date means in the region's time zone. No clock stands here; `now`
//! is always passed in.

use std::ops::RangeInclusive;

use icu_calendar::{Date as IcuDate, Iso};
use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::{M, MD, YMD};
use icu_locale_core::locale;
pub use jiff::Timestamp;
pub use jiff::civil::Date;
use jiff::civil::DateTime;
pub use jiff::tz::TimeZone;
use toml::value::Datetime;

/// The years that content may name: the start of any of their days is a moment in every time zone.
pub const YEARS: RangeInclusive<i16> = 1000..=9998;

const DUTCH: &str = "Dutch is in the data of ICU";

/// The day of a TOML date, with or without a time behind it. `None` for a bare time, and for a year
/// out of reach.
pub fn day(value: Datetime) -> Option<Date> {
    let date = value.date?;
    let year = i16::try_from(date.year)
        .ok()
        .filter(|year| YEARS.contains(year))?;
    Date::new(
        year,
        i8::try_from(date.month).ok()?,
        i8::try_from(date.day).ok()?,
    )
    .ok()
}

/// The moment of a TOML date. Without an offset it is local time in `zone`; without a time it is
/// the start of that day. A local time that the clock skips in spring is moved forward; one that
/// comes twice in autumn is the first.
pub fn moment(value: Datetime, zone: &TimeZone) -> Option<Timestamp> {
    let date = day(value)?;
    let local = match value.time {
        None => DateTime::from(date),
        Some(time) => date.at(
            i8::try_from(time.hour).ok()?,
            i8::try_from(time.minute).ok()?,
            i8::try_from(time.second.unwrap_or(0)).ok()?,
            i32::try_from(time.nanosecond.unwrap_or(0)).ok()?,
        ),
    };
    match value.offset {
        None => zone.to_timestamp(local).ok(),
        Some(offset) => {
            let minutes = match offset {
                toml::value::Offset::Z => 0,
                toml::value::Offset::Custom { minutes } => i32::from(minutes),
            };
            jiff::tz::Offset::from_seconds(minutes * 60)
                .ok()?
                .to_timestamp(local)
                .ok()
        }
    }
}

/// The start of a day, as a moment.
pub fn start_of(date: Date, zone: &TimeZone) -> Timestamp {
    zone.to_timestamp(DateTime::from(date))
        .expect("a day that was read from content is far from the ends of time")
}

/// The day on which a moment falls.
pub fn day_of(moment: Timestamp, zone: &TimeZone) -> Date {
    zone.to_datetime(moment).date()
}

/// A day as the start of that day in RFC 3339 with the offset of the zone:
/// `2022-03-02T00:00:00+01:00`.
pub fn rfc3339(date: Date, zone: &TimeZone) -> String {
    start_of(date, zone)
        .to_zoned_datetime(zone.clone())
        .strftime("%Y-%m-%dT%H:%M:%S%:z")
        .to_string()
}

/// A day as the formatters of ICU take it.
pub fn icu_date(date: Date) -> IcuDate<Iso> {
    let (month, day) = (date.month().unsigned_abs(), date.day().unsigned_abs());
    IcuDate::try_new_iso(i32::from(date.year()), month, day)
        .expect("a civil date exists in the ISO calendar")
}

/// A day as the Dutch write it, for editors: `3 maart`.
pub fn dutch_day(date: Date) -> String {
    let formatter = DateTimeFormatter::try_new(locale!("nl").into(), MD::long());
    formatter.expect(DUTCH).format(&icu_date(date)).to_string()
}

/// The same with its year: `3 maart 2027`.
pub fn dutch_date(date: Date) -> String {
    let formatter = DateTimeFormatter::try_new(locale!("nl").into(), YMD::long());
    formatter.expect(DUTCH).format(&icu_date(date)).to_string()
}

/// The month with this Dutch name, as far as its first letters tell: `maart`, `mrt`, `Okt.`.
pub fn dutch_month(name: &str) -> Option<i8> {
    let [long, short] = [M::long(), M::medium()]
        .map(|length| DateTimeFormatter::try_new(locale!("nl").into(), length).expect(DUTCH));
    let name = name.to_lowercase();
    (1..=12).find(|month| {
        let day = icu_date(Date::constant(2000, *month, 1));
        let long = long.format(&day).to_string();
        let short = short.format(&day).to_string();
        name.starts_with(&long[..3]) || name.starts_with(&short)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(written: &str, expected: &str) {
        let zone = TimeZone::get("Europe/Amsterdam").expect("the zone is bundled");
        let value: Datetime = written.parse().expect("a TOML date");
        assert_eq!(
            moment(value, &zone)
                .map(|moment| moment.to_string())
                .as_deref(),
            Some(expected),
            "{written}"
        );
    }

    #[test]
    fn a_local_time_is_read_in_the_zone_of_the_region() {
        check("2026-01-15T09:00:00", "2026-01-15T08:00:00Z");
        check("2026-07-15T09:00:00", "2026-07-15T07:00:00Z");
        check("2026-07-15", "2026-07-14T22:00:00Z");
        check("2026-07-15T09:00:00Z", "2026-07-15T09:00:00Z");
        check("2026-07-15T09:00:00-05:00", "2026-07-15T14:00:00Z");
    }

    #[test]
    fn the_hours_around_a_change_of_the_clock_have_one_meaning() {
        check("2026-03-29T02:30:00", "2026-03-29T01:30:00Z");
        check("2026-10-25T02:30:00", "2026-10-25T00:30:00Z");
    }

    #[test]
    fn a_dutch_month_is_known_by_its_first_letters() {
        let known = ["januari", "feb", "maart", "mrt.", "Mei", "okt", "december"];
        assert_eq!(known.map(dutch_month), [1, 2, 3, 3, 5, 10, 12].map(Some),);
        assert_eq!(dutch_month("lente"), None);
    }
}
