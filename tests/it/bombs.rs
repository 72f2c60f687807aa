//! Files that are made to take time or memory without end: each is read in a bounded time, or told
//! of in the report.

use std::time::{Duration, Instant};

use noaber::content::parse;
use noaber::problem::Report;
use noaber::source::Source;

use crate::support::{NOW, TestSite, compiled};

/// The longest that a page of 40 kB may take, in a build without optimisation on a busy machine.
const LONGEST: Duration = Duration::from_secs(40);

/// The size of what is nested or repeated, in bytes.
const SIZE: usize = 40_000;

const FRONT: &str = "+++\ntitle = \"Proef\"\nsummary = \"Een proef.\"\nowner = \"redactie\"\n+++\n";

#[test]
fn nothing_that_is_nested_or_repeated_without_end_takes_long() {
    let site = TestSite::new();
    let compiled = compiled(&site.path(""), NOW.parse().expect("a moment"), None);
    let text = |piece: &str| format!("{FRONT}{}\n", piece.repeat(SIZE / piece.len()));
    let front = |keys: &str| format!("+++\ntitle = \"Proef\"\n{keys}\n+++\nTekst.\n");
    let nested = |open: &str, close: &str| {
        let depth = SIZE / (open.len() + close.len());
        front(&format!(
            "a = {}1{}",
            open.repeat(depth),
            close.repeat(depth)
        ))
    };
    let mut shapes: Vec<(String, String)> = [
        ">",
        "> ",
        "- ",
        "1. ",
        "[",
        "![",
        "[a](",
        "*a ",
        "**a _b ",
        "*_",
        "~~",
        "`a``",
        "<",
        "<div>",
        "&",
        "https://a.example/ ",
        "a@b.example ",
        "## Kop\n\n",
        "***\n",
        "[^a] ",
        "[^a]: [^a]\n\n",
        "|",
        "|a|\n|-|\n",
        "[a]: /x\n",
        "<!-- ",
        "\\",
        "\"",
        "> [!NOTE]\n",
        "> [!",
        "a\n: b\n\n",
        "    ",
        "[a][b]",
        "]:",
    ]
    .into_iter()
    .map(|piece| (piece.to_owned(), text(piece)))
    .collect();
    let steps: String = (0..400)
        .map(|depth| format!("{}- x\n", "  ".repeat(depth)))
        .collect();
    shapes.extend([
        ("a stair of lists".to_owned(), format!("{FRONT}{steps}")),
        ("arrays".to_owned(), nested("[", "]")),
        ("tables".to_owned(), nested("{a=", "}")),
        (
            "dots".to_owned(),
            front(&format!("{}a = 1", "a.".repeat(SIZE / 2))),
        ),
        (
            "a header".to_owned(),
            front(&format!("[{}a]", "a.".repeat(SIZE / 2))),
        ),
        ("headers".to_owned(), front(&"[[a]]\n".repeat(SIZE / 6))),
        (
            "one text".to_owned(),
            front(&format!("brief = [{}]", "\"x\",".repeat(SIZE / 4))),
        ),
    ]);
    for (name, shape) in shapes {
        let source = Source::new("proef.md", &shape);
        let begun = Instant::now();
        parse(&source, compiled.config(), &mut Report::default());
        let took = begun.elapsed();
        assert!(took < LONGEST, "{name:?} takes {took:?}");
    }
}

#[test]
fn a_table_and_notes_without_end_are_told_of_and_hurt_no_other_page() {
    let site = TestSite::new();
    let rows = "| een | twee |\n".repeat(1_000_000);
    site.write("tabel.md", format!("{FRONT}| a | b |\n|---|---|\n{rows}"));
    let notes: String = (0..100_000)
        .map(|n| format!("[^{n}]\n\n[^{n}]: noot\n\n"))
        .collect();
    site.write("noten.md", format!("{FRONT}{notes}"));
    let compiled = compiled(&site.path(""), NOW.parse().expect("a moment"), None);
    for file in ["tabel.md", "noten.md"] {
        let hidden = compiled.report.hidden_page(file).expect("it is told of");
        let cause = hidden.cause.in_language("nl");
        assert!(cause.contains("te groot"), "{cause}");
    }
    assert_eq!(compiled.report.hidden.len(), 2);
    assert!(compiled.snapshot.get("/nieuws/").is_some());
}

#[test]
fn a_drawing_that_grows_when_it_is_read_does_not() {
    let site = TestSite::new();
    let mut entities = "<!ENTITY a \"aaaaaaaaaa\">".to_owned();
    for (last, next) in "abcdefghij".chars().zip("bcdefghijk".chars()) {
        let ten = format!("&{last};").repeat(10);
        entities.push_str(&format!("<!ENTITY {next} \"{ten}\">"));
    }
    let bomb = format!("<!DOCTYPE svg [{entities}]><svg><text>&k;</text></svg>");
    let deep = format!(
        "<svg>{}{}</svg>",
        "<g>".repeat(100_000),
        "</g>".repeat(100_000)
    );
    for (name, drawing) in [("bom", bomb), ("diep", deep)] {
        let path = site.folder().join(format!("static/beeld/{name}.svg"));
        std::fs::write(path, drawing).expect("a file can be written");
    }
    site.write(
        "beelden.md",
        format!(
            "{FRONT}![Een bom](../static/beeld/bom.svg)\n\n![Een put](../static/beeld/diep.svg)\n"
        ),
    );
    let begun = Instant::now();
    let compiled = compiled(&site.path(""), NOW.parse().expect("a moment"), None);
    assert!(begun.elapsed() < LONGEST, "{:?}", begun.elapsed());
    assert!(compiled.snapshot.get("/beelden/").is_some());
}
