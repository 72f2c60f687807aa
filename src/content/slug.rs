//! A text as part of an address.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A text as part of an address: letters without marks, digits and hyphens.
pub fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    // Most headings have no marks to take apart.
    if text.is_ascii() {
        push_slug(
            &mut slug,
            text.bytes()
                .map(|byte| char::from(byte.to_ascii_lowercase())),
        );
    } else {
        push_slug(
            &mut slug,
            text.nfd()
                .filter(|character| !is_combining_mark(*character))
                .flat_map(char::to_lowercase),
        );
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

/// Appends lower-case characters as what they are in an address.
fn push_slug(slug: &mut String, characters: impl Iterator<Item = char>) {
    for character in characters {
        if character.is_alphanumeric() {
            slug.push(character);
        } else if matches!(character, '\'' | '’') {
            // `regio's` reads better as `regios` than as `regio-s`.
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
}
