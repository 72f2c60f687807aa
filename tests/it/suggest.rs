//! The word that somebody probably meant.

use noaber::suggest::nearest;

#[test]
fn the_nearest_candidate_is_a_few_edits_away() {
    let near = |word: &str| nearest(word, ["summary", "date", "owner", "Één-loket"]);
    assert_eq!(near("sumary"), Some("summary"));
    assert_eq!(near("DAET"), Some("date"));
    assert_eq!(near("een-loket"), Some("Één-loket"));
    assert_eq!(near("thema"), None);
    assert_eq!(nearest("start", ["seat", "places"]), None);
}
