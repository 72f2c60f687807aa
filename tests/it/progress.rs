//! The line that a terminal shows while long work goes on.

use std::time::Duration;

use noaber::progress::{Progress, Stage};

#[test]
fn the_line_says_the_stage_the_pages_and_the_time() {
    let progress = Progress::default();
    let said = || progress.message(Duration::from_secs(3)).in_language("nl");
    assert_eq!(said(), "Lezen, 3 s");
    progress.begin(Stage::Rendering, 20);
    assert_eq!(said(), "Opmaken: 20 pagina's, 3 s");
    progress.advance();
    assert_eq!(said(), "Opmaken: 1 van 20 pagina's, 3 s");
}
