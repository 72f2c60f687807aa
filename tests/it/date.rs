//! Moments and days in the time zone of the region, and the names of months.

use noaber::date::{TimeZone, YEARS, day, moment, month_named};
use proptest::prelude::*;
use toml::value::Datetime;

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
fn a_day_with_an_offset_is_the_one_in_the_region() {
    let zone = TimeZone::get("Europe/Amsterdam").expect("the zone is bundled");
    for (written, expected) in [
        ("2026-03-02T23:30:00Z", Some("2026-03-03")),
        ("2026-03-02T22:30:00Z", Some("2026-03-02")),
        ("2026-03-02T01:00:00+09:00", Some("2026-03-01")),
        ("2026-03-02T23:30:00", Some("2026-03-02")),
        ("2026-03-02", Some("2026-03-02")),
        ("9998-12-31T23:30:00Z", None),
        ("12:30:00", None),
    ] {
        let value = written.parse().expect("a TOML date");
        let found = day(value, &zone).map(|day| day.to_string());
        assert_eq!(found.as_deref(), expected, "{written}");
    }
}

#[test]
fn a_second_that_no_clock_shows_is_no_moment() {
    let zone = TimeZone::get("Europe/Amsterdam").expect("the zone is bundled");
    let value = "2026-01-01T23:59:60".parse().expect("a TOML date");
    assert_eq!(moment(value, &zone), None);
}

proptest! {
    #[test]
    fn every_date_of_toml_is_a_day_and_a_moment_or_none(
        year in 0..=9999_u16, month in 1..=12_u8, date in 1..=28_u8,
        hour in 0..=23_u8, minute in 0..=59_u8, second in 0..=60_u8,
        behind in prop_oneof!["", "Z", r"[+-]([01][0-9]|2[0-3]):[0-5][0-9]", r"\.[0-9]{1,12}"],
    ) {
        let zone = TimeZone::get("Europe/Amsterdam").expect("the zone is bundled");
        let date = format!("{year:04}-{month:02}-{date:02}");
        for written in [
            format!("{date}T{hour:02}:{minute:02}:{second:02}{behind}"),
            format!("{hour:02}:{minute:02}:{second:02}"),
            date,
        ] {
            let Ok(value) = written.parse() else { continue };
            let found = day(value, &zone);
            prop_assert!(found.is_none_or(|day| YEARS.contains(&day.year())), "{}", written);
            moment(value, &zone);
        }
    }
}

#[test]
fn a_month_named_is_known_by_its_first_letters() {
    let known = ["januari", "feb", "maart", "mrt.", "Mei", "okt", "december"];
    assert_eq!(known.map(month_named), [1, 2, 3, 3, 5, 10, 12].map(Some),);
    assert_eq!(month_named("lente"), None);
}
