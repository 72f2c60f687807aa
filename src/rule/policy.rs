//! The settings of the rules on a site: the severity of each, and the pages that are exempt, with
//! the reason.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

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
    severity: BTreeMap<Spanned<String>, RawSeverity>,
    #[serde(default)]
    exempt: Vec<Spanned<RawExemption>>,
}

#[derive(Clone, Copy, Deserialize)]
enum RawSeverity {
    #[serde(rename = "fout")]
    Error,
    #[serde(rename = "waarschuwing")]
    Warning,
    #[serde(rename = "tip")]
    Tip,
    #[serde(rename = "uit")]
    Off,
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
        .filter_map(|(name, severity)| Some((rule(name, source, report)?, severity.meaning())))
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
        let help = "noem welke regels hier niet gelden: rules = [\"lange-zin\"]";
        report.add(
            start.clone(),
            Rule::Settings,
            "deze uitzondering noemt geen regels (`rules`)",
            help,
        );
    }
    let rules = named
        .iter()
        .filter_map(|name| rule(name, source, report))
        .collect();
    let reason = raw.reason.unwrap_or_default();
    let Some(file) = raw.file.filter(|_| !reason.trim().is_empty()) else {
        let help = "noem de pagina (`file`), de regels (`rules`) en waarom zij daar niet gelden (`reason`)";
        report.add(
            start,
            Rule::Settings,
            "deze uitzondering mist een pagina of een reden",
            help,
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
            let message = format!("de regel `{}` bestaat niet", name.get_ref());
            report.add(place, Rule::Settings, message, help);
            return None;
        }
    };
    if rule.is_mandatory() {
        let help = "haal de regel hier weg en herstel de fout zelf: zonder dat is de pagina niet helemaal te zien";
        report.add(
            place,
            Rule::Settings,
            format!("de regel {rule} staat vast"),
            help,
        );
        return None;
    }
    Some(rule)
}

impl RawSeverity {
    fn meaning(self) -> Option<Severity> {
        match self {
            RawSeverity::Error => Some(Severity::Error),
            RawSeverity::Warning => Some(Severity::Warning),
            RawSeverity::Tip => Some(Severity::Tip),
            RawSeverity::Off => None,
        }
    }
}
