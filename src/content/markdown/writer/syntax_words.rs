//! The words that stand for something in Markdown, as each language writes them. A page may use
//! those of any language.

use crate::content::chart::ChartShape;
use crate::message;

/// The starts of a paragraph that is the caption of the table behind it, with the drawing that each
/// asks for.
pub const CAPTION_MARKS: &[(&str, Option<ChartShape>)] = &[
    ("Tabel: ", None),
    ("Tabelle: ", None),
    ("Table: ", None),
    ("Staafdiagram: ", Some(ChartShape::Bars)),
    ("Balkendiagramm: ", Some(ChartShape::Bars)),
    ("Bar chart: ", Some(ChartShape::Bars)),
    ("Lijndiagram: ", Some(ChartShape::Line)),
    ("Liniendiagramm: ", Some(ChartShape::Line)),
    ("Line chart: ", Some(ChartShape::Line)),
];

/// The title that marks an image as mere decoration, by language:
/// `![](../static/beeld/rand.svg "decoratief")`.
const DECORATIVE: &[(&str, &str)] = &[
    ("nl", "decoratief"),
    ("de", "dekorativ"),
    (message::FALLBACK, "decorative"),
];

pub fn is_decorative(title: &str) -> bool {
    DECORATIVE.iter().any(|(_, word)| *word == title)
}

/// The word for mere decoration in a language.
pub fn decorative(language: &str) -> &'static str {
    let language = message::language_for(language);
    let mut words = DECORATIVE.iter();
    let word = words.find_map(|(of, word)| (*of == language).then_some(*word));
    word.unwrap_or_default()
}
