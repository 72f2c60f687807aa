//! `check`: every mistake in the content, for people and for programs.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;

use noaber::content::LoadError;
use noaber::dictionary::Dictionary;
use noaber::message;
use noaber::report::{self, Extent, ReportFormat};
use noaber::site::Drafts;
use noaber::site::rules::Checks;
use noaber::{Options, check};

use crate::commands::progress::show_progress;
use crate::commands::{SiteArgs, language, outcome, print};

#[derive(Args)]
pub struct CheckArgs {
    #[command(flatten)]
    source: SiteArgs,
    #[arg(value_name = "file")]
    only: Vec<PathBuf>,
    #[arg(long, env = "NOABER_FORMAT", value_enum, default_value = "text")]
    format: ReportFormat,
    #[arg(long)]
    all: bool,
    #[arg(long, env = "NOABER_DICTIONARY", value_name = "file")]
    dictionary: Option<PathBuf>,
}

impl CheckArgs {
    pub fn run(self, language: &'static str) -> anyhow::Result<ExitCode> {
        let source = &self.source;
        let dictionary = match &self.dictionary {
            Some(path) => Some(
                Dictionary::at(path)
                    .ok_or_else(|| message!("dictionary-unusable", path = path.as_path()))?,
            ),
            None => language::dictionary_of_site(&source.content),
        };
        let folders = source.folders()?;
        // Reading the dictionary takes about as long as reading the site, so it happens beside it.
        let report = std::thread::scope(|scope| {
            scope.spawn(|| dictionary.as_ref().map(Dictionary::load));
            let checks = Checks::All {
                dictionary: dictionary.as_ref(),
            };
            let options = Options {
                checks,
                ..Drafts::Hide.into()
            };
            show_progress(language, |progress| {
                let now = source.clock().now();
                check(&folders, now, options.with_progress(progress))
            })
        });
        let mut report = match report {
            Ok(report) => report,
            Err(LoadError::Settings(report)) => source.of_settings(*report),
            Err(error) => return source.loaded(Err(error)),
        };
        if !self.only.is_empty() {
            let only: anyhow::Result<Vec<PathBuf>> = self
                .only
                .iter()
                .map(|path| found(path, &source.content))
                .collect();
            report::limit(&mut report, &source.content, &only?);
        }
        let extent = if self.all {
            Extent::All
        } else {
            Extent::Capped
        };
        print(&report::write(
            &report,
            &source.content,
            self.format,
            extent,
        ))?;
        Ok(outcome(!report.has_errors()))
    }
}

/// The path of a file or folder, from here or from the content folder.
fn found(path: &Path, content: &Path) -> anyhow::Result<PathBuf> {
    let within = content.join(path);
    let path = if path.exists() || !within.exists() {
        path
    } else {
        &within
    };
    anyhow::ensure!(path.exists(), message!("check-nothing-there", path));
    Ok(std::path::absolute(path)?)
}
