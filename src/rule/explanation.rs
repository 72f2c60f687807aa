//! Explanations of the rules for editors: what each asks and why, with a bad and a good example.
//!
//! The texts stand in `explanations/<language>/`, one file a group; a test runs every example
//! through the real program.

use std::fmt;

use include_dir::{Dir, include_dir};

use crate::message;
use crate::message::Message;
use crate::rule::Rule;
use crate::source::lines_at;

static FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/rule/explanations");

/// The explanation of one rule.
#[derive(Clone, Debug, PartialEq)]
pub struct RuleExplanation {
    pub rule: Rule,
    /// The tag of the language.
    pub language: &'static str,
    /// The mistake that the rule finds, in one sentence.
    pub what: &'static str,
    pub why: &'static str,
    pub bad: Vec<Example>,
    pub good: Vec<Example>,
}

/// A piece of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Example {
    /// The whole that it is a piece of: `text`, `front-matter`, `files`, `words`, or the name of a
    /// file.
    pub of: &'static str,
    pub text: &'static str,
}

impl RuleExplanation {
    /// # Panics
    /// When the rule has none; a test holds the rules against the texts.
    pub fn of(rule: Rule, language: &str) -> RuleExplanation {
        let heading = format!("## {rule}");
        let mut languages = FILES.dirs().filter_map(|folder| folder.path().to_str());
        let language = languages.find(|known| *known == language);
        let language = language.unwrap_or(message::FALLBACK);
        let files = FILES.get_dir(language).into_iter().flat_map(Dir::files);
        let mut texts = files.filter_map(|file| file.contents_utf8());
        let section = texts.find_map(|text| section(text, &heading));
        let section = section.unwrap_or_else(|| {
            panic!("src/rule/explanations/{language} has no heading `{heading}`")
        });
        let under = |message: Message| format!("\n{}\n", message.in_language(language));
        let examples = section.split_once(&under(bad_heading()));
        let (prose, examples) = examples.unwrap_or((section, ""));
        let examples = examples.split_once(&under(good_heading()));
        let (bad, good) = examples.unwrap_or_default();
        let (what, why) = prose
            .trim()
            .split_once("\n\n")
            .unwrap_or((prose.trim(), ""));
        RuleExplanation {
            rule,
            language,
            what,
            why,
            bad: examples_in(bad),
            good: examples_in(good),
        }
    }
}

fn bad_heading() -> Message {
    message!("explain-bad")
}

fn good_heading() -> Message {
    message!("explain-good")
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
        let say = |message: Message| message.in_language(self.language);
        let severity = say(self.rule.severity().word());
        let RuleExplanation {
            rule, what, why, ..
        } = self;
        writeln!(out, "{rule} ({severity})\n\n{what}\n\n{why}")?;
        for (heading, examples) in [(bad_heading(), &self.bad), (good_heading(), &self.good)] {
            writeln!(out, "\n{}", say(heading))?;
            for example in examples {
                writeln!(out)?;
                if !matches!(example.of, "text" | "front-matter" | "files" | "words") {
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
