//! The counter of what visitors ask in vain.

use noaber::threshold_counter::{ThresholdCounter, may_identify_a_person};

fn count(counter: &ThresholdCounter, text: &str, times: u32) {
    for _ in 0..times {
        counter.count(text);
    }
}

#[test]
fn only_what_is_asked_three_times_is_known() {
    let counter = ThresholdCounter::default();
    count(&counter, "laadpaal", 2);
    count(&counter, "paspoort", 1);
    assert_eq!(counter.lines(), "");
    count(&counter, "laadpaal", 2);
    assert_eq!(counter.lines(), "4\tlaadpaal\n");
}

#[test]
fn a_start_goes_on_where_the_last_ended() {
    let counter =
        ThresholdCounter::from_lines("12\tlaadpaal\n3\tpaspoort aanvragen\n2\tte weinig\nonzin\n");
    counter.count("paspoort aanvragen");
    assert_eq!(counter.lines(), "12\tlaadpaal\n4\tpaspoort aanvragen\n");
}

#[test]
fn nonsense_that_nobody_repeats_is_not_kept() {
    let counter = ThresholdCounter::default();
    for number in 0..100_000 {
        counter.count(&format!("onzin{number}"));
    }
    assert_eq!(counter.lines(), "");
}

#[test]
fn nonsense_that_fills_the_list_makes_place_for_what_is_asked_now() {
    let counter = ThresholdCounter::default();
    count(&counter, "laadpaal", 9);
    for number in 0..4_000 {
        count(&counter, &format!("onzin{number}"), 3);
    }
    count(&counter, "paspoort", 4);
    let first: Vec<_> = counter.most_frequent().into_iter().take(2).collect();
    assert_eq!(
        first,
        [("laadpaal".to_owned(), 9), ("paspoort".to_owned(), 4)]
    );
    assert_eq!(counter.most_frequent().len(), 2_000);
}

#[test]
fn a_search_or_an_address_that_may_identify_a_person_is_recognised() {
    for text in [
        "jan@mail.nl",
        "jan＠mail.nl",
        "jan%40mail.nl",
        "123456782",
        "123_456_782",
        "06 12 34 56 78",
        "053-489 00 00",
        "/bel/06-12-34-56-78/",
        "/06/12/34/56/78/",
        "/mail/jan@mail.nl/",
    ] {
        assert!(may_identify_a_person(text), "{text}");
    }
    for text in [
        "laadpaal",
        "7500 enschede 2025 a1",
        "n35",
        "/oude/pagina/",
        "/nieuws/2022/",
        "/7500-enschede/2025/",
    ] {
        assert!(!may_identify_a_person(text), "{text}");
    }
}
