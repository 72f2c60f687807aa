//! The prose of the front matter and of the answers.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::content::prose::{ProseBlock, ProseKind};
use crate::source::Source;
use crate::toml_file::literal::offsets;

/// The keys whose texts visitors read as prose.
const PROSE_KEYS: [(&str, ProseKind); 3] = [
    ("title", ProseKind::Title),
    ("summary", ProseKind::Summary),
    ("brief", ProseKind::Item),
];

/// The blocks of the front matter at `range`, with quotes and escapes as they are typed there.
pub fn read(source: &Source, range: Range<usize>) -> Vec<ProseBlock> {
    let (table, _) = DeTable::parse_recoverable(&source.text[range.clone()]);
    let mut blocks = Vec::new();
    for (key, kind) in PROSE_KEYS {
        let Some(value) = table.get_ref().get(key) else {
            continue;
        };
        match value.get_ref() {
            DeValue::Array(items) => {
                blocks.extend(
                    items
                        .iter()
                        .filter_map(|item| block(kind, item, source, range.start)),
                );
            }
            _ => blocks.extend(block(kind, value, source, range.start)),
        }
    }
    blocks
}

/// The texts of the answers in the main language of the site.
pub fn read_answers(source: &Source, language: &str) -> Vec<ProseBlock> {
    let (table, _) = DeTable::parse_recoverable(&source.text);
    let answers = table.get_ref().get("answer");
    let answers = answers.and_then(|answers| answers.get_ref().as_array());
    let texts = answers.into_iter().flatten().filter_map(|answer| {
        let answer = answer.get_ref().as_table()?;
        let own_language = answer
            .get("language")
            .and_then(|tag| tag.get_ref().as_str());
        let text = answer.get("text")?;
        own_language
            .is_none_or(|own| own == language)
            .then_some(text)
    });
    texts
        .filter_map(|text| block(ProseKind::Item, text, source, 0))
        .collect()
}

/// The block of a value of the front matter that starts at `start`; `None` where it is no text.
fn block(
    kind: ProseKind,
    value: &Spanned<DeValue<'_>>,
    source: &Source,
    start: usize,
) -> Option<ProseBlock> {
    let text = value.get_ref().as_str()?;
    let span = start + value.span().start..start + value.span().end;
    let marks = offsets(source.text.get(span.clone())?, text);
    let marks = marks.into_iter();
    Some(ProseBlock {
        text: text.to_owned(),
        marks: marks
            .map(|(at, offset)| (at, span.start + offset))
            .collect(),
        ..ProseBlock::new(kind, span)
    })
}
