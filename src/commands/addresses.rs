//! `addresses`: the redirect map of every address that the site has had, kept up to date.

use std::process::ExitCode;

use clap::Args;

use noaber::content::redirects::FILE;
use noaber::message;
use noaber::site::Drafts;

use crate::commands::{MISTAKES, SiteArgs, cannot_write, print, read_or_empty, replace_file, tell};

#[derive(Args)]
pub struct AddressesArgs {
    #[arg(long)]
    write: bool,
    #[command(flatten)]
    source: SiteArgs,
}

impl AddressesArgs {
    pub fn run(self, language: &'static str) -> anyhow::Result<ExitCode> {
        let AddressesArgs { write, source } = self;
        let compiled = source.compiled(Drafts::Hide, language)?;
        let unlisted = compiled.unlisted();
        let path = source.content.join(FILE);
        if unlisted.is_empty() {
            tell(
                &message!("addresses-complete", path = path.as_path()),
                language,
            )?;
            return Ok(ExitCode::SUCCESS);
        }
        for address in &unlisted {
            print(&format!("{address}\n"))?;
        }
        let count = unlisted.len();
        if !write {
            let missing = message!("addresses-missing", count, path = path.as_path());
            tell(&missing, language)?;
            return Ok(ExitCode::from(MISTAKES));
        }
        let completed = compiled
            .completed_redirect_map(&read_or_empty(&path)?)
            .ok_or_else(|| message!("addresses-unreadable", path = path.as_path()))?;
        replace_file(&path, &completed).map_err(|cause| cannot_write(&path, &cause))?;
        tell(
            &message!("addresses-added", count, path = path.as_path()),
            language,
        )?;
        Ok(ExitCode::SUCCESS)
    }
}
