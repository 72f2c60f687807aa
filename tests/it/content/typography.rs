//! Quotes and apostrophes as Dutch writes them.

use noaber::content::typography;

#[track_caller]
fn check(before: &str, after: &str) {
    let mut text = before.to_owned();
    typography::dutch(&mut text);
    assert_eq!(text, after);
}

#[test]
fn a_title_has_curly_apostrophes_and_quotes() {
    let line = |text: &str| typography::line(text.to_owned(), "nl");
    assert_eq!(
        line("Thema's in de regio's: 'Kom!' en 's avonds"),
        "Thema’s in de regio’s: ‘Kom!’ en ’s avonds"
    );
    assert_eq!(line("Niets te doen"), "Niets te doen");
}

#[test]
fn an_apostrophe_in_front_of_a_clipped_word_is_no_opening_quote() {
    check(
        "‘s avonds in ‘s-Hertogenbosch, ‘t kan",
        "’s avonds in ’s-Hertogenbosch, ’t kan",
    );
    check("in ‘68", "in ’68");
    check("hij zei ‘thuis’ en ‘sorry’", "hij zei ‘thuis’ en ‘sorry’");
}

#[test]
fn an_amount_does_not_break_from_its_unit() {
    let amounts = |text: &str| {
        let mut text = text.to_owned();
        typography::numbers(&mut text);
        text.replace('\u{a0}', "_")
    };
    assert_eq!(
        amounts("Van € 163,4 miljoen euro ging 64 procent, of (5.000 euro), naar 35 km."),
        "Van €_163,4_miljoen_euro ging 64_procent, of (5.000_euro), naar 35_km."
    );
    assert_eq!(
        amounts("Miljoenen euro in 2019. Euro voor euro, 12 bruggen: drie miljoen euro"),
        "Miljoenen euro in 2019. Euro voor euro, 12 bruggen: drie miljoen euro"
    );
}

#[test]
fn a_day_does_not_break_from_its_month_and_year() {
    let dates = |text: &str| {
        let mut text = text.to_owned();
        typography::numbers(&mut text);
        text.replace('\u{a0}', "_")
    };
    assert_eq!(
        dates("Op woensdag 1 november 2023, in maart 2022 en op 3. Mai 2024."),
        "Op woensdag 1_november_2023, in maart_2022 en op 3._Mai_2024."
    );
    assert_eq!(
        dates("In 2023 april of mei, 120 juli, en in juni 14.00 uur"),
        "In 2023 april of mei, 120 juli, en in juni 14.00 uur"
    );
}

#[test]
fn quotes_in_titles_of_german_pages_are_german() {
    let title = "Die \"alte\" Brücke, 'so' geht's".to_owned();
    assert_eq!(
        typography::line(title, "de"),
        "Die „alte“ Brücke, ‚so‘ geht’s"
    );
}
