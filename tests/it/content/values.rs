//! Values that are written in front matter and in Markdown alike.

use noaber::content::values::{dialled, is_email_address};

#[test]
fn a_number_is_dialled_without_what_it_is_read_by() {
    for (written, expected) in [
        ("053 487 65 43", Some("0534876543")),
        ("053 - 487.65/43", Some("0534876543")),
        ("(053) 487 65 43", Some("0534876543")),
        ("+31 (0)53 487 65 43", Some("+31534876543")),
        ("+31\u{a0}( 0 ) 53–4876543", Some("+31534876543")),
        ("0031 (0)53 487 65 43", Some("0031534876543")),
        ("+49 5921 880", Some("+495921880")),
        ("112", Some("112")),
        ("14 053", Some("14053")),
        ("", None),
        ("abc", None),
        ("12", None),
        ("053+4876543", None),
        ("bel 053 4876543", None),
    ] {
        assert_eq!(dialled(written).as_deref(), expected, "{written}");
    }
}

#[test]
fn an_address_for_mail_has_a_name_and_a_host() {
    for good in [
        "naam@voorbeeld.nl",
        "o'brien@voorbeeld.nl",
        "naam+wijk&dorp@mail.voorbeeld.nl",
        "jörg@münster.example",
    ] {
        assert!(is_email_address(good), "{good}");
    }
    for bad in [
        "",
        "geen-adres",
        "naam@voorbeeld",
        "@voorbeeld.nl",
        "naam@.nl",
        "naam.@voorbeeld.nl",
        "twee woorden@voorbeeld.nl",
        "een@twee@voorbeeld.nl",
    ] {
        assert!(!is_email_address(bad), "{bad}");
    }
}
