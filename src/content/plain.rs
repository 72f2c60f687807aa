//! The plain text of a page, block by block in reading order, read back from its markup: what searching needs now and then
//! need not be kept beside it.

use crate::content::markdown::Body;
use crate::html::push_unescaped;

/// A piece of text that a reader takes in as one.
#[derive(Debug, PartialEq, Eq)]
pub struct TextBlock {
    pub kind: BlockKind,
    pub text: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// Sentences, or what stands in the place of them: paragraphs, items, cells.
    Text,
    Heading,
    HeaderCell,
    Code,
}

impl Body {
    /// The text of the page, without that of its open places.
    pub fn blocks(&self) -> Vec<TextBlock> {
        let mut reader = Reader {
            blocks: Vec::new(),
            kind: BlockKind::Text,
            text: String::new(),
        };
        let mut rest = &*self.markup;
        while let Some((text, tag, after)) = next_tag(rest) {
            push_unescaped(&mut reader.text, text);
            rest = after;
            let name = tag.split_once(' ').map_or(tag, |(name, _)| name);
            // The number of a footnote and the way back from it are no part of the text.
            let end = match name {
                "sup" => "</sup>",
                "a" => "</a>",
                _ => {
                    reader.tag(name);
                    continue;
                }
            };
            rest = rest.split_once(end).map_or("", |(_, after)| after);
        }
        push_unescaped(&mut reader.text, rest);
        reader.end_block();
        for picture in &self.pictures {
            for text in [Some(&picture.alternative), picture.caption.as_ref()]
                .into_iter()
                .flatten()
            {
                reader.text.push_str(text);
                reader.end_block();
            }
        }
        reader.blocks
    }
}

/// The text before the next tag, what is between the brackets of that tag, and what follows.
fn next_tag(markup: &str) -> Option<(&str, &str, &str)> {
    let (text, rest) = markup.split_once('<')?;
    let (tag, after) = rest.split_once('>')?;
    Some((text, tag, after))
}

struct Reader {
    blocks: Vec<TextBlock>,
    kind: BlockKind,
    text: String,
}

impl Reader {
    fn tag(&mut self, name: &str) {
        let kind = match name {
            "br" => return self.text.push('\n'),
            "em" | "/em" | "strong" | "/strong" | "code" | "/code" => return,
            "h2" | "h3" | "h4" | "h5" | "h6" => BlockKind::Heading,
            "th" => BlockKind::HeaderCell,
            "pre" => BlockKind::Code,
            _ => BlockKind::Text,
        };
        self.end_block();
        self.kind = kind;
    }

    fn end_block(&mut self) {
        let text = self.text.trim();
        if !text.is_empty() {
            self.blocks.push(TextBlock {
                kind: self.kind,
                text: text.to_owned(),
            });
        }
        self.text.clear();
    }
}

#[cfg(test)]
mod tests {
    use crate::content::markdown::render;
    use crate::problem::Report;
    use crate::source::Source;

    #[test]
    fn the_text_of_a_page_is_that_of_its_blocks() {
        let markdown = "Eén & *twee*[^a] <https://a.example>\n\n## Kop\n\n- punt [link](b.md)\n  - punt < dieper\n\n| a | b |\n|---|---|\n| c | d |\n\n```\nlet x;\n```\n\n[^a]: Noot.\n";
        let source = Source::new("a.md", markdown);
        let body = render(&source, 0..markdown.len(), "nl", &mut Report::default());
        let shown: Vec<String> = body
            .blocks()
            .iter()
            .map(|block| format!("{:?} {}", block.kind, block.text))
            .collect();
        let expected = [
            "Text Eén & twee https://a.example",
            "Heading Kop",
            "Text punt link",
            "Text punt < dieper",
            "HeaderCell a",
            "HeaderCell b",
            "Text c",
            "Text d",
            "Code let x;",
            "Text Noot.",
        ];
        assert_eq!(shown, expected);
    }
}
