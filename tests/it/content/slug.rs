//! Slugs of titles.

use noaber::content::slug::{slug, slug_in};

#[test]
fn a_slug_is_ascii_without_marks_signs_or_clipped_words() {
    for (text, expected) in [
        (
            "Een café in ’t groen: 100% Twents!",
            "een-cafe-in-t-groen-100-twents",
        ),
        (
            "Straße naar Ærø, œuvre en \u{132}ssel",
            "strasse-naar-aero-oeuvre-en-ijssel",
        ),
        ("-5 graden: regio's in Łódź", "5-graden-regios-in-lodz"),
        ("cafe\u{301} – €", "cafe"),
        ("  ---  ", ""),
    ] {
        assert_eq!(slug(text), expected, "{text}");
    }
}

#[test]
fn in_german_an_umlaut_is_written_out() {
    for (language, expected) in [
        ("de", "ueber-bruecken-und-straesschen"),
        ("nl", "uber-brucken-und-strasschen"),
    ] {
        let text = "Über Bru\u{308}cken und Sträßchen";
        assert_eq!(slug_in(language, text), expected);
    }
}
