//! Moments in the time zone of the region, and the names of months.

use noaber::date::{TimeZone, dutch_month, moment};
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
fn a_dutch_month_is_known_by_its_first_letters() {
    let known = ["januari", "feb", "maart", "mrt.", "Mei", "okt", "december"];
    assert_eq!(known.map(dutch_month), [1, 2, 3, 3, 5, 10, 12].map(Some),);
    assert_eq!(dutch_month("lente"), None);
}
