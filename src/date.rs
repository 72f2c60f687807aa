//! Moments and days: what a TOML date means in the region's time zone. No clock stands here; `now`
//! is always passed in.

use std::ops::RangeInclusive;

use icu_calendar::{Date as IcuDate, Iso};
use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::M;
use icu_locale_core::locale;
pub use jiff::Timestamp;
use jiff::civil::Time;
pub use jiff::civil::{Date, DateTime};
pub use jiff::tz::TimeZone;
use toml::value::Datetime;

/// The years that content may name: the start of any of their days is a moment in every time zone.
pub const YEARS: RangeInclusive<i16> = 1000..=9998;

/// A stretch of years, of which the first, the last or both are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Years {
    pub from: Option<i16>,
    pub to: Option<i16>,
}

/// The day of a TOML date, with or without a time behind it: the one in `zone`, where an offset
/// says at which moment it is. `None` for a bare time, and for a year out of reach.
pub fn day(value: Datetime, zone: &TimeZone) -> Option<Date> {
    let day = match value.offset {
        Some(_) => day_of(moment(value, zone)?, zone),
        None => written_day(value)?,
    };
    YEARS.contains(&day.year()).then_some(day)
}

fn written_day(value: Datetime) -> Option<Date> {
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
/// comes twice in autumn is the first. `None` also for a time that no clock shows, such as a leap
/// second.
pub fn moment(value: Datetime, zone: &TimeZone) -> Option<Timestamp> {
    let date = written_day(value)?;
    let local = match value.time {
        None => DateTime::from(date),
        Some(time) => DateTime::from_parts(
            date,
            Time::new(
                i8::try_from(time.hour).ok()?,
                i8::try_from(time.minute).ok()?,
                i8::try_from(time.second.unwrap_or(0)).ok()?,
                i32::try_from(time.nanosecond.unwrap_or(0)).ok()?,
            )
            .ok()?,
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

/// The date and time on the clocks of `zone` at a TOML date; a day alone begins at midnight. `None`
/// as [`moment`].
pub fn local(value: Datetime, zone: &TimeZone) -> Option<DateTime> {
    Some(zone.to_datetime(moment(value, zone)?))
}

/// The time to which a TOML date is moved that the clocks of `zone` skip in spring; `None` for all
/// others.
pub fn skipped(value: Datetime, zone: &TimeZone) -> Option<DateTime> {
    let written = value.time.filter(|_| value.offset.is_none())?;
    let shown = local(value, zone)?;
    let is_shown = (i16::from(shown.hour()), i16::from(shown.minute()))
        == (i16::from(written.hour), i16::from(written.minute));
    (!is_shown).then_some(shown)
}

/// The moment at which the clocks of `zone` show a time, which is near one that content names.
pub fn moment_of(time: DateTime, zone: &TimeZone) -> Timestamp {
    let moment = zone.to_timestamp(time);
    moment.expect("a day that was read from content is far from the ends of time")
}

/// The day on which a moment falls.
pub fn day_of(moment: Timestamp, zone: &TimeZone) -> Date {
    zone.to_datetime(moment).date()
}

/// The days from one day to another; below zero where that came before.
pub fn days_between(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}

/// A day as the start of that day in RFC 3339 with the offset of the zone:
/// `2022-03-02T00:00:00+01:00`.
pub fn rfc3339(date: Date, zone: &TimeZone) -> String {
    date.to_zoned_datetime(zone.clone())
        .expect("a day that was read from content is far from the ends of time")
        .strftime("%Y-%m-%dT%H:%M:%S%:z")
        .to_string()
}

/// A day as the formatters of ICU take it.
pub fn icu_date(date: Date) -> IcuDate<Iso> {
    let (month, day) = (date.month().unsigned_abs(), date.day().unsigned_abs());
    IcuDate::try_new_iso(i32::from(date.year()), month, day)
        .expect("a civil date exists in the ISO calendar")
}

/// The month with this Dutch, English or German name, as far as its first letters tell: `maart`,
/// `mrt`, `Okt.`, `March`.
pub fn month_named(name: &str) -> Option<i8> {
    let name = name.to_lowercase();
    let locales = [locale!("nl"), locale!("en"), locale!("de")];
    locales.into_iter().find_map(|locale| {
        let [long, short] = [M::long(), M::medium()].map(|length| {
            let formatter = DateTimeFormatter::try_new((&locale).into(), length);
            formatter.expect("the language is in the data of ICU")
        });
        (1..=12).find(|month| {
            let day = icu_date(Date::constant(2000, *month, 1));
            let [long, short] = [&long, &short].map(|form| form.format(&day).to_string());
            let long = long.to_lowercase();
            name.starts_with(&long[..3]) || name.starts_with(&short.to_lowercase())
        })
    })
}
