//! The prose of a page, block by block.

use expect_test::{Expect, expect};
use noaber::content::prose::{ProseBlock, read};
use noaber::source::Source;

#[track_caller]
fn check(body: &str, expected: Expect) {
    let source = Source::new("a.md", &format!("+++\n+++\n{body}"));
    let line = |block: &ProseBlock| {
        let (place, length) = block.place(&source, &(0..block.text.len()));
        let bold = if block.stressed { " bold" } else { "" };
        let apart: Vec<_> = block
            .apart
            .iter()
            .map(|range| &block.text[range.clone()])
            .collect();
        let apart = if apart.is_empty() {
            String::new()
        } else {
            format!(" apart {apart:?}")
        };
        format!(
            "{}:{}+{length} {:?}{bold} {:?}{apart}\n",
            place.line, place.column, block.kind, block.text
        )
    };
    expected.assert_eq(&read(&source).iter().map(line).collect::<String>());
}

#[test]
fn each_markdown_block_is_a_block_of_prose() {
    check(
        "# Eén\n\nTekst\nmet *twee* regels  \nen een derde.\n\n- punt\n  - onder\n\n  alinea\n\n> Zei zij.\n\n> [!NOTE]\n> Let op.\n\nTerm\n: Uitleg\n\n##\n",
        expect![[r#"
            3:3+3 Heading(1) "Eén"
            5:1+5 Paragraph "Tekst\nmet twee regels\u{2028}en een derde."
            9:3+4 Item "punt"
            10:5+5 Item "onder"
            12:3+6 Item "alinea"
            14:3+8 Quote "Zei zij."
            17:3+7 Note "Let op."
            19:1+4 Term "Term"
            20:3+6 Definition "Uitleg"
            22:1+1 Heading(2) bold ""
        "#]],
    );
}

#[test]
fn what_is_no_dutch_is_set_apart_and_alternatives_are_blocks() {
    check(
        "**Vet.**\n\nZie `code` of [Grenze](lang:de) op <https://a.nl/>: &amp; [hier](a.md).\n\n![Een kaart](a.png)\n\n| Naam | |\n|---|---|\n| a | b |\n",
        expect![[r#"
            3:3+4 Paragraph bold "Vet."
            5:1+71 Paragraph "Zie code of Grenze op https://a.nl/: & hier." apart ["code", "Grenze", "https://a.nl/"]
            7:3+9 Alternative "Een kaart"
            9:3+4 HeaderCell "Naam"
            9:9+1 HeaderCell bold ""
            11:3+1 Cell "a"
            11:7+1 Cell "b"
        "#]],
    );
}
