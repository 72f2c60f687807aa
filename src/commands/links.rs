//! `links`: what refers to a file.

use std::process::ExitCode;

use clap::Args;

use crate::commands::{Source, could_not_load, print};

#[derive(Args)]
pub struct Links {
    /// Such as content/themas/naam.md, static/beeld/naam.svg, /themas/naam/ or naam
    path: String,
    #[command(flatten)]
    source: Source,
}

impl Links {
    pub fn run(self) -> anyhow::Result<ExitCode> {
        let Links { path, source } = self;
        let (target, uses) = match noaber::uses(&source.folders(), &path) {
            Ok(found) => found,
            Err(error) => return could_not_load(error, &source.content),
        };
        let mut text = String::new();
        for found in &uses {
            text.push_str(&format!("{}: {}\n", source.content.join(found.place.to_string()).display(), found.what));
        }
        text.push_str(&match uses.len() {
            0 => format!("Niets verwijst naar {target}\n"),
            1 => format!("1 verwijzing naar {target}\n"),
            count => format!("{count} verwijzingen naar {target}\n"),
        });
        print(&text)?;
        Ok(ExitCode::SUCCESS)
    }
}
