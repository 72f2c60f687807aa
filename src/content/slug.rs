//! A text as part of an address.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A text as part of an address: letters without marks, digits and hyphens.
pub fn slug(text: &str) -> String {
    // Most headings have no marks to take apart.
    if text.is_ascii() { slug_of(text.chars()) } else { slug_of(text.nfd().filter(|character| !is_combining_mark(*character))) }
}

fn slug_of(text: impl Iterator<Item = char>) -> String {
    let mut slug = String::new();
    for character in text.flat_map(char::to_lowercase) {
        if character.is_alphanumeric() {
            slug.push(character);
        } else if matches!(character, '\'' | '’') {
            // `regio's` reads better as `regios` than as `regio-s`.
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}
