//! The settings of the rules on a site: the severity of each, and the pages that are exempt, with
//! the reason.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use crate::message;
use crate::problem::Report;
use crate::rule::{Rule, Severity};
use crate::source::{Place, Source};

/// The settings under `[check]` in `site.toml`.
#[derive(Clone, Debug, Default)]
pub struct Policy {
    /// `None` switches a rule off. A rule that is not here has its own severity.
    pub severities: BTreeMap<Rule, Option<Severity>>,
    pub exemptions: Vec<Exemption>,
}

/// A page that need not keep some rules.
#[derive(Clone, Debug)]
pub struct Exemption {
    /// Path within the content folder.
    pub file: String,
    pub rules: Vec<Rule>,
    /// The reason, for whoever looks at it later.
    pub reason: String,
    /// The place of the exemption in `site.toml`.
    pub place: Place,
}

impl Policy {
    /// The severity of a rule on this site; `None` if it is switched off.
    pub fn severity(&self, rule: Rule) -> Option<Severity> {
        self.severities
            .get(&rule)
            .copied()
            .unwrap_or(Some(rule.severity()))
    }

    /// Gives each problem the severity that it has on this site, and takes out those that are
    /// exempt or switched off.
    pub fn apply(&self, report: &mut Report) {
        report.exempted = report.retain(|problem| !self.exempts(&problem.place.file, problem.rule));
        report.retain(|problem| {
            let severity = self.severity(problem.rule);
            problem.severity = severity.unwrap_or(problem.severity);
            severity.is_some()
        });
    }

    pub fn exempts(&self, file: &str, rule: Rule) -> bool {
        self.exemptions
            .iter()
            .any(|exemption| exemption.holds(file, rule))
    }
}

impl Exemption {
    pub fn holds(&self, file: &str, rule: Rule) -> bool {
        self.file == file && self.rules.contains(&rule)
    }
}

/// `[check]` as it is written.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawPolicy {
    /// By code or name of the rule.
    #[serde(default)]
    severity: BTreeMap<Spanned<String>, Spanned<String>>,
    #[serde(default)]
    exempt: Vec<Spanned<RawExemption>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawExemption {
    file: Option<Spanned<String>>,
    rules: Option<Vec<Spanned<String>>>,
    reason: Option<String>,
}

/// Reads the settings of the rules. What is wrong in them is left out and reported.
pub fn read(raw: RawPolicy, source: &Source, report: &mut Report) -> Policy {
    let severities = raw
        .severity
        .iter()
        .filter_map(|(name, written)| {
            let severity = severity(written, source, report)?;
            Some((rule(name, source, report)?, severity))
        })
        .collect();
    let exemptions = raw
        .exempt
        .into_iter()
        .filter_map(|raw| exemption(raw, source, report))
        .collect();
    Policy {
        severities,
        exemptions,
    }
}

fn exemption(
    raw: Spanned<RawExemption>,
    source: &Source,
    report: &mut Report,
) -> Option<Exemption> {
    let start = source.place(raw.span().start);
    let raw = raw.into_inner();
    let named = raw.rules.unwrap_or_default();
    if named.is_empty() {
        report.add(
            start.clone(),
            Rule::Settings,
            message!("exemption-without-rules"),
            message!("exemption-without-rules-help"),
        );
    }
    let rules = named
        .iter()
        .filter_map(|name| rule(name, source, report))
        .collect();
    let reason = raw.reason.unwrap_or_default();
    let Some(file) = raw.file.filter(|_| !reason.trim().is_empty()) else {
        report.add(
            start,
            Rule::Settings,
            message!("exemption-without-reason"),
            message!("exemption-without-reason-help"),
        );
        return None;
    };
    let place = source.place(file.span().start);
    Some(Exemption {
        file: file.into_inner(),
        rules,
        reason,
        place,
    })
}

/// The rule with a name. `None`, with a problem reported, where there is none or where it cannot
/// be set aside.
fn rule(name: &Spanned<String>, source: &Source, report: &mut Report) -> Option<Rule> {
    let place = source.place(name.span().start);
    let rule = match Rule::find(name.get_ref()) {
        Ok(rule) => rule,
        Err(help) => {
            let message = message!("no-such-rule", name = name.get_ref());
            report.add(place, Rule::Settings, message, help);
            return None;
        }
    };
    if rule.is_mandatory() {
        report.add(
            place,
            Rule::Settings,
            message!("mandatory-rule", rule = rule.to_string()),
            message!("mandatory-rule-help"),
        );
        return None;
    }
    Some(rule)
}

/// The severity with a Dutch, an English or a German word, or none where a rule is off. `None`,
/// with a problem reported, where there is no such word.
fn severity(
    word: &Spanned<String>,
    source: &Source,
    report: &mut Report,
) -> Option<Option<Severity>> {
    match word.get_ref().as_str() {
        "fout" | "error" | "fehler" => Some(Some(Severity::Error)),
        "waarschuwing" | "warning" | "warnung" => Some(Some(Severity::Warning)),
        "tip" | "hinweis" => Some(Some(Severity::Tip)),
        "uit" | "off" | "aus" => Some(None),
        name => {
            let place = source.place(word.span().start);
            let message = message!("no-choice", name);
            let help = message!("severity-unknown-help");
            report.add(place, Rule::WrongType, message, help);
            None
        }
    }
}
