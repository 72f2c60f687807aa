//! Markdown as it becomes markup, links and text.

use noaber::content::markdown::render;
use noaber::problem::Report;
use noaber::source::Source;

#[test]
fn the_end_of_a_link_stays_before_the_heading_that_follows_it() {
    let source = Source::new("a.md", "- [a](b.md)\n  ## Kop\n");
    let body = render(&source, 0..source.text.len(), "nl", &mut Report::default());
    let ends: Vec<&str> = body
        .slots
        .iter()
        .map(|slot| &body.markup[slot.at..])
        .collect();
    assert!(ends[0].starts_with("a<h2"), "{}", body.markup);
    assert!(ends[1].starts_with("<h2"), "{}", body.markup);
}

#[test]
fn the_text_of_a_page_is_that_of_its_blocks() {
    let markdown = "Eén & *twee*[^a] <https://a.example>\n\n## Kop\n\n- punt [link](b.md)\n  - punt < dieper\n\n| a | b |\n|---|---|\n| c | d |\n\n```\nlet x;\n```\n\n[^a]: Noot.\n";
    let source = Source::new("a.md", markdown);
    let body = render(&source, 0..markdown.len(), "nl", &mut Report::default());
    let shown: Vec<String> = body
        .blocks
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
