//! `explain`: what a rule asks, and why.

use std::process::ExitCode;

use clap::Args;

use noaber::message;
use noaber::rule::Rule;
use noaber::rule::explanation::RuleExplanation;

use crate::commands::print;

#[derive(Args)]
pub struct ExplainArgs {
    #[arg(value_name = "rule")]
    rule: Option<String>,
}

impl ExplainArgs {
    pub fn run(self, language: &'static str) -> anyhow::Result<ExitCode> {
        let Some(name) = &self.rule else {
            let lines = Rule::ALL.iter().map(|rule| {
                format!(
                    "{} ({})\n  {}\n",
                    rule,
                    rule.severity().word().in_language(language),
                    RuleExplanation::of(*rule, language).what
                )
            });
            print(&lines.collect::<String>())?;
            return Ok(ExitCode::SUCCESS);
        };
        let rule = Rule::find(name).map_err(|help| message!("unknown-rule", name, help))?;
        print(&RuleExplanation::of(rule, language).to_string())?;
        Ok(ExitCode::SUCCESS)
    }
}
