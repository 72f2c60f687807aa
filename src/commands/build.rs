//! `build`: the site as files.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use noaber::export;
use noaber::report::hidden_count;
use noaber::site::Drafts;

use crate::commands::progress::show_progress;
use crate::commands::{CacheArgs, SiteArgs, in_words, outcome, print};

#[derive(Args)]
pub struct BuildArgs {
    #[arg(help = "De map om in te schrijven", value_name = "MAP")]
    out: PathBuf,
    #[command(flatten)]
    source: SiteArgs,
    #[command(flatten)]
    cache: CacheArgs,
}

impl BuildArgs {
    pub fn run(self) -> anyhow::Result<ExitCode> {
        let BuildArgs { out, source, cache } = self;
        let compiled = source.compiled(Drafts::Hide)?;
        if !compiled.report.problems().is_empty() {
            eprint!("{}", in_words(&compiled.report, &source.content));
        }
        if let Some(folder) = cache.folder() {
            compiled.snapshot.prepare_derived(&folder);
        }
        let exported =
            show_progress(|progress| export::export(&compiled.snapshot, &out, progress))?;
        print(&format!(
            "{} bestanden geschreven in {} ({} kB){}\n",
            exported.files,
            out.display(),
            exported.bytes / 1000,
            hidden_count(&compiled.report)
        ))?;
        Ok(outcome(!compiled.report.has_errors()))
    }
}
