//! `addresses`: the redirect map of every address that the site has had, kept up to date.

use std::process::ExitCode;

use anyhow::Context;
use clap::Args;

use noaber::content::redirects::FILE;
use noaber::report::counted;
use noaber::site::Drafts;

use crate::commands::{MISTAKES, SiteArgs, print, read_or_empty, replace_file};

#[derive(Args)]
pub struct AddressesArgs {
    #[arg(help = "Schrijf ze erin", long)]
    write: bool,
    #[command(flatten)]
    source: SiteArgs,
}

impl AddressesArgs {
    pub fn run(self) -> anyhow::Result<ExitCode> {
        let AddressesArgs { write, source } = self;
        let compiled = source.compiled(Drafts::Hide)?;
        let unlisted = compiled.unlisted();
        let path = source.content.join(FILE);
        if unlisted.is_empty() {
            print(&format!("{} kent elk adres van de site\n", path.display()))?;
            return Ok(ExitCode::SUCCESS);
        }
        for address in &unlisted {
            print(&format!("{address}\n"))?;
        }
        let count = counted(unlisted.len(), "adres", "adressen");
        let stand = if unlisted.len() == 1 {
            "staat"
        } else {
            "staan"
        };
        if !write {
            print(&format!(
                "{count} {stand} nog niet in {}; `noaber addresses --write` zet ze erin\n",
                path.display()
            ))?;
            return Ok(ExitCode::from(MISTAKES));
        }
        let completed = compiled
            .completed_redirect_map(&read_or_empty(&path)?)
            .with_context(|| format!("los eerst de fouten in {} op", path.display()))?;
        replace_file(&path, &completed)
            .with_context(|| format!("{} kan niet worden geschreven", path.display()))?;
        print(&format!("{count} toegevoegd aan {}\n", path.display()))?;
        Ok(ExitCode::SUCCESS)
    }
}
