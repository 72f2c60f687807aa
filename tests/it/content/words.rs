//! Words of Markdown, none of which may go without a word to the editor.

use noaber::content::markdown::render;
use noaber::problem::Report;
use noaber::source::Source;
use proptest::prelude::*;

/// Pieces in which `@` is a word that must be found again.
const PIECES: &[&str] = &[
    "@ ",
    "@",
    " ",
    "\n",
    "\n\n",
    "\r",
    "\r\n",
    "    ",
    "> ",
    "- ",
    "1. ",
    "# ",
    "## @ {@}\n",
    "\n---\n",
    "\n===\n",
    "*",
    "**",
    "~~",
    "`",
    "```\n",
    "\n~~~\n",
    "| @ | @ |\n|---|---|\n",
    "| @ | @ | @ |\n",
    "|",
    "[@](a.md)",
    "[@](a.md \"@\")",
    "![@](a.svg)",
    "![@](a.svg \"@\")",
    "[@][b]",
    "\n[b]: c.md \"@\"\n",
    "[^1]",
    "[^2]",
    "\n[^1]: @\n",
    "\n[^2]: @ [^1]\n",
    "\n@\n: @\n",
    "<b>",
    "</b>",
    "<sub>",
    "</sub>",
    "<br>",
    "\n<div>\n",
    "\n</div>\n",
    "\n<p>@</p>@\n",
    "\n<details>\n<summary>@</summary>\n\n",
    "\n<details>\n",
    "\n</details>\n",
    "<kbd>@</kbd>",
    "<@>",
    "\n<!-- @\n",
    "\n:::info @\n",
    "\n:::\n",
    "\n:::foo\n",
    "\n!!! note \"@\"\n    @\n",
    "\n??? vraag \"@\"\n    @\n",
    "\n> [!NOTE] @\n> @\n",
    "\n> [!TIP]\n",
    "\n> [!DETAILS] @\n",
    "[!NOTE]",
    "https://a.nl/@",
    "@@a.nl",
    "www.a.nl",
    "\n- [ ] @\n",
    "- [x] ",
    "\\",
    "&amp;",
    "&#1;",
    "\u{1}",
    "[[@]]",
    " (@)[a.md]",
    "\nTabel: @\n\n",
    "“",
    "\"",
    "'",
    "...",
    "--",
    "]",
    "[",
    ")",
    "!",
    "{#@}",
    "<",
];

/// A text in which each `@` is a word of its own, of letters alone.
fn text(pieces: &[&str]) -> (String, Vec<String>) {
    let mut words = Vec::new();
    let mut text = String::new();
    for piece in pieces {
        for (number, part) in piece.split('@').enumerate() {
            if number > 0 {
                let mut word = String::from("zq");
                let mut rest = words.len();
                for _ in 0..3 {
                    word.push(char::from(b'a' + (rest % 26) as u8));
                    rest /= 26;
                }
                text.push_str(&word);
                words.push(word);
            }
            text.push_str(part);
        }
    }
    (text, words)
}

/// The words that are neither on the page nor in the block of lines at which a finding points.
fn lost<'w>(text: &str, words: &'w [String]) -> Vec<&'w String> {
    let source = Source::new("a.md", text);
    let mut report = Report::default();
    let body = render(&source, 0..source.text.len(), "nl", &mut report);
    let page: String = body
        .blocks
        .iter()
        .map(|block| format!("{}\n", block.text))
        .collect();
    let page = page.to_lowercase() + &body.markup.to_lowercase();
    let blocks = report.problems().iter().map(|problem| {
        let at = source.offset(&problem.place);
        let rest = &source.text[at..];
        let end = rest.find("\n\n").map_or(source.text.len(), |end| at + end);
        let message = problem.message.in_language("nl");
        format!("{}\n{message}", &source.text[at..end])
    });
    let told = blocks.collect::<String>().to_lowercase();
    // A comment is for editors alone.
    let mut comments = String::new();
    let mut rest = text
        .to_lowercase()
        .replace(|c: char| c.is_control() && c != '\n', "");
    while let Some((_, begun)) = rest.split_once("<!--")
        && let Some((comment, after)) = begun.split_once("-->")
    {
        comments += comment;
        rest = after.to_owned();
    }
    let is_lost = |word: &&String| {
        let word = word.to_lowercase();
        ![&page, &told, &comments]
            .iter()
            .any(|shown| shown.contains(&word))
    };
    words.iter().filter(is_lost).collect()
}

/// True if every element of a markup ends within the one in which it began.
fn is_well_nested(markup: &str) -> bool {
    let mut open = Vec::new();
    for tag in markup.split('<').skip(1) {
        let is_end = tag.starts_with('/');
        let name = tag.trim_start_matches('/');
        let name = &name[..name.find([' ', '>']).unwrap_or(name.len())];
        if is_end && open.pop() != Some(name) {
            return false;
        }
        if !is_end && !["br", "hr"].contains(&name) {
            open.push(name);
        }
    }
    open.is_empty()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn every_word_of_any_markdown_is_on_the_page_or_in_a_finding(
        pieces in prop::collection::vec(prop::sample::select(PIECES), 0..30),
    ) {
        let (text, words) = text(&pieces);
        prop_assert_eq!(lost(&text, &words), Vec::<&String>::new(), "{}", text);
        let source = Source::new("a.md", &text);
        let body = render(&source, 0..source.text.len(), "nl", &mut Report::default());
        prop_assert!(is_well_nested(&body.markup), "{}\n{}", text, body.markup);
    }
}
