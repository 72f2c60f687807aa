//! `explain`: what a rule asks, and why.

use std::path::Path;
use std::process::ExitCode;

use clap::Args;

use noaber::rule::Rule;
use noaber::rule::explanation::RuleExplanation;

use crate::commands::{CONTENT, language, print};

#[derive(Args)]
pub struct ExplainArgs {
    #[arg(
        help = "De code of de naam van de regel, zoals het verslag die noemt",
        value_name = "REGEL"
    )]
    rule: Option<String>,
}

impl ExplainArgs {
    pub fn run(self) -> anyhow::Result<ExitCode> {
        let language = language::of_site(Path::new(CONTENT));
        let Some(name) = &self.rule else {
            let lines = Rule::ALL.iter().map(|rule| {
                format!(
                    "{} ({})\n  {}\n",
                    rule,
                    rule.severity(),
                    RuleExplanation::of(*rule).what
                )
            });
            print(&lines.collect::<String>())?;
            return Ok(ExitCode::SUCCESS);
        };
        let rule = Rule::find(name).map_err(|help| {
            let help = help.in_language(language);
            anyhow::anyhow!("de regel `{name}` bestaat niet; {help}")
        })?;
        print(&RuleExplanation::of(rule).to_string())?;
        Ok(ExitCode::SUCCESS)
    }
}
