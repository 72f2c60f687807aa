//! Dates and numbers as each language writes them.

use std::fs;

use noaber::date::Date;
use noaber::kinds::KINDS;
use noaber::text::Text;

use crate::support::project;

#[test]
fn every_language_has_the_strings_of_every_kind() {
    for language in Text::languages() {
        let file = project().join(format!("templates/text/{language}.ftl"));
        let file = fs::read_to_string(file).expect("it has a file of strings");
        let is_in = |line: &str, name: &str| line.split_once(" =").is_some_and(|of| of.0 == name);
        let has = |name: &str| file.lines().any(|line| is_in(line, name));
        for kind in KINDS.iter() {
            let strings = kind.strings();
            let missing: Vec<&String> = strings.iter().filter(|name| !has(name)).collect();
            assert!(missing.is_empty(), "{language} lacks {missing:?}");
        }
    }
}

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
