//! Explanations of the rules for editors: what each asks and why, with a bad and a good example.
//!
//! The texts stand in `explanations/`, one file a group; a test runs every example through the real
//! program.

use std::fmt;

use crate::rule::Rule;
use crate::source::lines_at;

const FILES: &[&str] = &[
    include_str!("explanations/bestanden.md"),
    include_str!("explanations/kopregels.md"),
    include_str!("explanations/links.md"),
    include_str!("explanations/opbouw.md"),
    include_str!("explanations/taal.md"),
    include_str!("explanations/zorg.md"),
    include_str!("explanations/kaart.md"),
    include_str!("explanations/site.md"),
];

/// The explanation of one rule.
#[derive(Clone, Debug, PartialEq)]
pub struct RuleExplanation {
    pub rule: Rule,
    /// The mistake that the rule finds, in one sentence.
    pub what: &'static str,
    pub why: &'static str,
    pub bad: Vec<Example>,
    pub good: Vec<Example>,
}

/// A piece of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Example {
    /// The whole that it is a piece of: `tekst`, `kopregels`, `bestanden`, or the name of a file.
    pub of: &'static str,
    pub text: &'static str,
}

impl RuleExplanation {
    /// # Panics
    /// When the rule has none; a test holds the rules against the texts.
    pub fn of(rule: Rule) -> RuleExplanation {
        let heading = format!("## {rule}");
        let section = FILES.iter().find_map(|file| section(file, &heading));
        let section =
            section.unwrap_or_else(|| panic!("src/rule/explanations has no heading `{heading}`"));
        let (prose, examples) = section.split_once("\nFout:\n").unwrap_or((section, ""));
        let (bad, good) = examples.split_once("\nGoed:\n").unwrap_or((examples, ""));
        let (what, why) = prose
            .trim()
            .split_once("\n\n")
            .unwrap_or((prose.trim(), ""));
        RuleExplanation {
            rule,
            what,
            why,
            bad: examples_in(bad),
            good: examples_in(good),
        }
    }
}

/// The text between a heading and the next; a heading within an example is not one.
fn section(file: &'static str, heading: &str) -> Option<&'static str> {
    let mut fenced = false;
    let mut start = None;
    for (at, line) in lines_at(file) {
        fenced ^= line.starts_with("~~~");
        if !fenced && line.starts_with("## ") {
            if let Some(start) = start {
                return Some(&file[start..at]);
            }
            start = (line.trim_end() == heading).then_some(at + line.len());
        }
    }
    start.map(|start| &file[start..])
}

/// The fenced blocks of a text.
fn examples_in(text: &'static str) -> Vec<Example> {
    let fences = text.split("~~~").skip(1).step_by(2);
    fences
        .filter_map(|block| block.split_once('\n'))
        .map(|(of, text)| Example {
            of: of.trim(),
            text: text.trim_end_matches('\n'),
        })
        .collect()
}

impl fmt::Display for RuleExplanation {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            out,
            "{} ({})\n\n{}\n\n{}",
            self.rule,
            self.rule.severity(),
            self.what,
            self.why
        )?;
        for (heading, examples) in [("Fout:", &self.bad), ("Goed:", &self.good)] {
            writeln!(out, "\n{heading}")?;
            for example in examples {
                writeln!(out)?;
                if !matches!(example.of, "tekst" | "kopregels" | "bestanden") {
                    writeln!(out, "    ({})", example.of)?;
                }
                for line in example.text.lines() {
                    writeln!(out, "{}", format!("    {line}").trim_end())?;
                }
            }
        }
        Ok(())
    }
}
