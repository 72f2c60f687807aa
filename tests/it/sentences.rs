//! The length of sentences does not depend on how they are spread over lines.

use noaber::rule::Rule;
use proptest::prelude::*;

use crate::support::{compiled, valid_site};

/// The text between two words.
#[derive(Clone, Copy, Debug)]
enum Gap {
    Space,
    LineEnd,
}

impl Gap {
    fn text(self) -> &'static str {
        match self {
            Gap::Space => " ",
            Gap::LineEnd => "\n",
        }
    }
}

/// The findings about sentences in a page with this text: rule and message, in order, and what the
/// formulas say.
fn findings(text: &str) -> (Vec<String>, String) {
    let page = format!(
        "+++\ntitle = \"Bericht\"\nsummary = \"Een bericht.\"\ndate = 2026-05-01\n+++\n{text}\n"
    );
    let site = valid_site::write(&[("nieuws/2026-05-01-bericht.md", page)]);
    let now = valid_site::NOW.parse().expect("a moment");
    let report = compiled(&site.path().join("content"), now, None).report;
    let of_sentences = |rule: Rule| {
        matches!(
            rule,
            Rule::LongSentence | Rule::VeryLongSentence | Rule::Passive
        )
    };
    let found = report
        .problems()
        .iter()
        .filter(|problem| of_sentences(problem.rule));
    (
        found
            .map(|problem| format!("{} {}", problem.rule, problem.message.in_language("nl")))
            .collect(),
        format!("{:?}", report.readability),
    )
}

fn words() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "de",
        "gemeente",
        "Anna",
        "werkt",
        "samen",
        "wordt",
        "gebouwd",
        "met",
        "o.a.",
        "dr.",
        "Duinstad",
        "9.00",
        "uur",
        "(ook)",
        "\"zo\"",
        "en",
        "'s",
        "avonds",
        "bijv.",
        "J.H.",
        "weg-en-spoor",
        "25",
        "procent",
        "wegen",
        "worden",
        "aangelegd",
        "zou",
        "kunnen",
    ])
}

fn sentence() -> impl Strategy<Value = Vec<&'static str>> {
    (
        prop::collection::vec(words(), 1..40),
        prop::sample::select(vec!["klaar.", "klaar!", "klaar?", "\"klaar.\"", "(klaar.)"]),
    )
        .prop_map(|(middle, last)| {
            std::iter::once("Daar")
                .chain(middle)
                .chain([last])
                .collect()
        })
}

fn gap() -> impl Strategy<Value = Gap> {
    prop_oneof![3 => Just(Gap::Space), 1 => Just(Gap::LineEnd)]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn line_ends_change_no_finding_about_sentences(
        sentences in prop::collection::vec(sentence(), 1..12),
        gaps in prop::collection::vec(gap(), 480),
    ) {
        let words: Vec<&str> = sentences.concat();
        let straight = words.join(" ");
        let spread: String = words.iter().zip(&gaps).map(|(word, gap)| format!("{word}{}", gap.text())).collect();
        prop_assert_eq!(findings(&straight), findings(&spread), "{}", spread);
    }
}
