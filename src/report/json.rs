//! The report as one JSON object, with everything in it.

use std::path::Path;

use serde_json::{Value, json};

use crate::problem::{HiddenPage, Problem, Report, Seen};
use crate::report::shown;
use crate::rule::Severity;

pub fn write(report: &Report, content: &Path) -> String {
    let problem = |problem: &Problem| {
        json!({
            "file": shown(&problem.place.file, content),
            "line": problem.place.line,
            "column": problem.place.column,
            "length": problem.length,
            "code": problem.rule.code(),
            "name": problem.rule.name(),
            "severity": problem.severity.name(),
            "message": problem.message.in_language(report.language),
            "help": problem.help.in_language(report.language),
            "visitors-see": report.seen(&problem.place.file).map(seen),
            "excerpt": problem.excerpt.as_ref().map(|excerpt| &excerpt.text),
            "excerpt-column": problem.excerpt.as_ref().map(|excerpt| excerpt.start),
        })
    };
    let hidden = |page: &HiddenPage| {
        json!({
            "file": shown(&page.file, content),
            "cause": page.cause.in_short().in_language(report.language),
            "code": page.cause.rule.code(),
            "visitors-see": seen(page.seen),
        })
    };
    let readability: Vec<Value> = report
        .readability
        .iter()
        .map(|page| {
            json!({
                "file": shown(&page.file, content),
                "flesch-douma": rounded(page.flesch_douma),
                "brouwer": rounded(page.brouwer),
                "words": page.words,
                "sentences": page.sentences,
            })
        })
        .collect();
    let report = json!({
        "version": 1,
        "files": report.files.len(),
        "errors": report.count(Severity::Error),
        "warnings": report.count(Severity::Warning),
        "tips": report.count(Severity::Tip),
        "exempted": report.exempted,
        "notes": report.notes.iter().map(|note| note.in_language(report.language)).collect::<Vec<_>>(),
        "hidden": report.hidden.iter().map(hidden).collect::<Vec<_>>(),
        "problems": report.problems().iter().map(problem).collect::<Vec<_>>(),
        "readability": readability,
    });
    format!("{report:#}\n")
}

pub fn seen(seen: Seen) -> &'static str {
    match seen {
        Seen::Page => "page",
        Seen::OldVersion => "old-version",
        Seen::Nothing => "nothing",
    }
}

fn rounded(score: f64) -> f64 {
    (score * 10.0).round() / 10.0
}
