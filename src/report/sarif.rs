//! The report in the Static Analysis Results Interchange Format:
//! <https://docs.oasis-open.org/sarif/sarif/v2.1.0/>.

use std::path::Path;

use serde_json::{Value, json};

use crate::message;
use crate::problem::{Problem, Report};
use crate::report::{json, shown};
use crate::rule::explanation::RuleExplanation;
use crate::rule::{Rule, Severity};

pub fn write(report: &Report, content: &Path) -> String {
    let rules: Vec<Value> = Rule::ALL
        .iter()
        .map(|rule| rule_object(*rule, report.language))
        .collect();
    let results: Vec<Value> = report
        .problems()
        .iter()
        .map(|problem| result(report, problem, content))
        .collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {
                "driver": {
                    "name": "noaber",
                    "semanticVersion": env!("CARGO_PKG_VERSION"),
                    "language": report.language,
                    "rules": rules,
                }
            },
            "language": report.language,
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    format!("{log:#}\n")
}

fn rule_object(rule: Rule, language: &str) -> Value {
    let explanation = RuleExplanation::of(rule, language);
    json!({
        "id": rule.code(),
        "name": rule.name(),
        "shortDescription": { "text": explanation.what },
        "fullDescription": { "text": explanation.why },
        "help": { "text": explanation.to_string() },
        "defaultConfiguration": { "level": level(rule.severity()) },
    })
}

fn result(report: &Report, problem: &Problem, content: &Path) -> Value {
    let place = &problem.place;
    let (said, help) = (problem.message.clone(), problem.help.clone());
    let text = message!("problem-with-help", said, help).in_language(report.language);
    let mut region = json!({ "startLine": place.line, "startColumn": place.column });
    if problem.length > 0 {
        region["endColumn"] = json!(place.column + problem.length);
    }
    let index = Rule::ALL
        .iter()
        .position(|rule| *rule == problem.rule)
        .expect("every rule is in the list of all");
    json!({
        "ruleId": problem.rule.code(),
        "ruleIndex": index,
        "level": level(problem.severity),
        "properties": { "visitors-see": report.seen(&place.file).map(json::seen) },
        "message": { "text": text },
        "locations": [{
            "physicalLocation": {
                "artifactLocation": { "uri": uri(&shown(&place.file, content)) },
                "region": region,
            }
        }],
    })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Tip => "note",
    }
}

/// A path as a reference by URI.
fn uri(path: &str) -> String {
    const KEPT: &percent_encoding::AsciiSet = &percent_encoding::NON_ALPHANUMERIC
        .remove(b'/')
        .remove(b'-')
        .remove(b'.')
        .remove(b'_')
        .remove(b'~');
    let encoded = percent_encoding::utf8_percent_encode(path, KEPT);
    if path.starts_with('/') {
        format!("file://{encoded}")
    } else {
        encoded.to_string()
    }
}
