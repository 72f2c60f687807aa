//! `links`: what refers to a file.

use std::process::ExitCode;

use clap::Args;

use noaber::report::counted;
use noaber::site::uses::Used;

use crate::commands::{SiteArgs, print};

#[derive(Args)]
pub struct LinksArgs {
    #[arg(
        help = "Zoals themas/naam.md, static/beeld/naam.svg, /themas/naam/, naam of naam.md#kop",
        value_name = "WAT"
    )]
    path: String,
    #[command(flatten)]
    source: SiteArgs,
}

impl LinksArgs {
    pub fn run(self) -> anyhow::Result<ExitCode> {
        let LinksArgs { path, source } = self;
        let Used { target, uses } = match source.loaded(noaber::uses(&source.folders()?, &path))? {
            Ok(found) => found,
            Err(Some(suggestion)) => {
                anyhow::bail!("`{path}` bestaat niet; bedoelt u `{suggestion}`?")
            }
            Err(None) => anyhow::bail!(
                "`{path}` bestaat niet: noem een bestand, een adres of de naam van een pagina"
            ),
        };
        let mut text = String::new();
        for found in &uses {
            text.push_str(&format!(
                "{}: {}\n",
                source.content.join(found.place.to_string()).display(),
                found.what.in_language("nl")
            ));
        }
        text.push_str(&match uses.len() {
            0 => format!("Niets verwijst naar {target}\n"),
            count => format!(
                "{} naar {target}\n",
                counted(count, "verwijzing", "verwijzingen")
            ),
        });
        print(&text)?;
        Ok(ExitCode::SUCCESS)
    }
}
