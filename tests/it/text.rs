//! Dates and numbers as each language writes them.

use noaber::date::Date;
use noaber::text::Text;

#[test]
fn dutch_dates_and_numbers_read_as_the_dutch_write_them() {
    let text = Text::load("nl").expect("Dutch is there");
    assert_eq!(text.date(Date::constant(2022, 3, 2)), "2 maart 2022");
    assert_eq!(text.number(74355.0), "74.355");
    assert_eq!(text.number(176.83), "176,83");
    assert_eq!(
        [0, 1499, 411_501, 1_250_000].map(|bytes| text.size(bytes).replace('\u{a0}', " ")),
        ["1 kB", "1 kB", "412 kB", "1,3 MB"]
    );
    assert!(Text::load("xx").is_none());
}

#[test]
fn dates_in_other_languages_have_the_day_first_as_well() {
    let date = |language| {
        Text::load(language)
            .expect("the language is there")
            .date(Date::constant(2026, 11, 24))
    };
    assert_eq!(
        [date("de"), date("en")],
        ["24. November 2026", "24 November 2026"]
    );
}
