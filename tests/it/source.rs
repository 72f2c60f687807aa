//! Places in a text file.

use noaber::source::Source;

#[test]
fn a_place_counts_lines_and_characters_from_one() {
    let source = Source::new("a.md", "één\ntwee");
    let at = |offset| source.place(offset).to_string();
    assert_eq!(at(0), "a.md:1:1");
    assert_eq!(at(5), "a.md:1:4");
    assert_eq!(at(6), "a.md:2:1");
    assert_eq!(at(99), "a.md:2:5");
    assert!(
        [0, 2, 4, 6, 10]
            .iter()
            .all(|offset| source.offset(&source.place(*offset)) == *offset)
    );
}

#[test]
fn a_span_ends_with_its_line() {
    let source = Source::new("a.md", "één\ntwee drie");
    assert_eq!(source.span(6..10), (source.place(6), 4));
    assert_eq!(source.span(0..10), (source.place(0), 3));
    assert_eq!(source.span(99..120), (source.place(99), 1));
}

#[test]
fn places_are_the_same_with_the_line_ends_of_windows() {
    let source = Source::new("a.md", "één\r\ntwee drie\r\n");
    assert_eq!(source.span(0..12), (source.place(0), 3));
    let place = source.place(12);
    assert_eq!((place.line, place.column), (2, 6));
    assert_eq!(source.offset(&place), 12);
}

#[test]
fn a_line_is_found_by_its_number() {
    let source = Source::new("a.md", "een\r\ntwee\n");
    assert_eq!(source.line(1), Some("een"));
    assert_eq!(source.line(2), Some("twee"));
    assert_eq!(source.line(3), Some(""));
    assert_eq!((source.line(0), source.line(4)), (None, None));
}
