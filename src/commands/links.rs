//! `links`: what refers to a file.

use std::process::ExitCode;

use clap::Args;

use noaber::UsesError;
use noaber::message;
use noaber::site::uses::Used;

use crate::commands::{SiteArgs, print, tell};

#[derive(Args)]
pub struct LinksArgs {
    #[arg(value_name = "what")]
    path: String,
    #[command(flatten)]
    source: SiteArgs,
}

impl LinksArgs {
    pub fn run(self, language: &'static str) -> anyhow::Result<ExitCode> {
        let LinksArgs { path, source } = self;
        let found = noaber::uses(&source.folders()?, &path).map_err(|error| match error {
            UsesError::NoSite(error) => source.no_site(error),
            UsesError::NothingThere(Some(meant)) => message!("links-meant", path, meant).into(),
            UsesError::NothingThere(None) => message!("links-nothing-there", path).into(),
        });
        let Used { target, uses } = found?;
        let mut text = String::new();
        for found in &uses {
            text.push_str(&format!(
                "{}: {}\n",
                source.content.join(found.place.to_string()).display(),
                found.what.in_language(language)
            ));
        }
        print(&text)?;
        tell(
            &message!("links-counted", count = uses.len(), target),
            language,
        )?;
        Ok(ExitCode::SUCCESS)
    }
}
