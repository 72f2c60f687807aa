//! A text as part of an address.

use deunicode::deunicode_char;
use unicode_normalization::UnicodeNormalization as _;

/// A text in a language as part of an address: in German an umlaut is written out, so that
/// `brücke` is `bruecke`.
pub fn slug_in(language: &str, text: &str) -> String {
    if language != "de" {
        return slug(text);
    }
    let written_out: String = text
        .nfc()
        .map(|c| match c {
            'ä' | 'Ä' => "ae".to_owned(),
            'ö' | 'Ö' => "oe".to_owned(),
            'ü' | 'Ü' => "ue".to_owned(),
            other => other.to_string(),
        })
        .collect();
    slug(&written_out)
}

/// A text as part of an address: letters and digits of ASCII, and hyphens between the words.
pub fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    for character in text.chars() {
        let ascii = deunicode_char(character).unwrap_or_default();
        if character.is_alphanumeric() {
            let letters = ascii.chars().filter(char::is_ascii_alphanumeric);
            slug.extend(letters.map(|letter| letter.to_ascii_lowercase()));
        } else if matches!(character, '\'' | '’') || ascii.is_empty() {
            // `regio's` reads better as `regios` than as `regio-s`; a combining mark is no gap.
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}
