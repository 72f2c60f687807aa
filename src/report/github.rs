//! The report as workflow commands:
//! <https://docs.github.com/actions/reference/workflow-commands-for-github-actions>.
//!
//! GitHub shows only the first ten of each severity of a step, so the worst come first.

use std::path::Path;

use crate::message;
use crate::problem::{Problem, Report, Seen};
use crate::report::{seen_by_error, seen_message, shown};
use crate::rule::Severity;

pub fn write(report: &Report, content: &Path) -> String {
    let mut problems: Vec<&Problem> = report.problems().iter().collect();
    problems.sort_by_key(|problem| {
        let is_shown = seen_by_error(report, problem).is_none_or(|seen| seen == Seen::Page);
        (problem.severity, is_shown)
    });
    problems
        .iter()
        .map(|problem| command(report, problem, content))
        .collect()
}

fn command(report: &Report, problem: &Problem, content: &Path) -> String {
    let command = match problem.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Tip => "notice",
    };
    let (line, column) = (problem.place.line, problem.place.column);
    let end = if problem.length > 0 {
        format!(",endColumn={}", column + problem.length)
    } else {
        String::new()
    };
    let help = message!("problem-help", help = problem.help.clone());
    let seen = seen_by_error(report, problem).map(seen_message);
    let lines = [problem.message.clone(), help].into_iter().chain(seen);
    let lines: Vec<String> = lines
        .map(|line| line.in_language(report.language))
        .collect();
    format!(
        "::{command} file={},line={line},col={column}{end},title={}::{}\n",
        property(&shown(&problem.place.file, content)),
        property(&problem.rule.to_string()),
        data(&lines.join("\n")),
    )
}

fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
