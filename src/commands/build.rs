//! `build`: the site as files.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use noaber::export;
use noaber::report::hidden_count;
use noaber::site::Drafts;
use noaber::snapshot::encoding::Effort;

use crate::commands::progress::show_progress;
use crate::commands::{CacheArgs, SiteArgs, in_words, outcome, print};

/// The compressed forms that are written beside each text.
#[derive(Clone, Copy, clap::ValueEnum)]
enum Compression {
    None,
    Quick,
    Best,
}

#[derive(Args)]
pub struct BuildArgs {
    #[arg(help = "De map om in te schrijven", value_name = "MAP")]
    out: PathBuf,
    #[arg(
        help = "Hoe klein teksten ernaast komen te staan in brotli en gzip, voor webservers die deze sturen: niet (none), vlug \
                (quick) of zo klein mogelijk (best)",
        long,
        env = "NOABER_BUILD_COMPRESSION",
        value_enum,
        default_value = "best"
    )]
    compression: Compression,
    #[command(flatten)]
    source: SiteArgs,
    #[command(flatten)]
    cache: CacheArgs,
}

impl BuildArgs {
    pub fn run(self) -> anyhow::Result<ExitCode> {
        let BuildArgs {
            out,
            compression,
            source,
            cache,
        } = self;
        let effort = match compression {
            Compression::None => None,
            Compression::Quick => Some(Effort::Quick),
            Compression::Best => Some(Effort::Best),
        };
        let compiled = source.compiled(Drafts::Hide)?;
        if !compiled.report.problems().is_empty() {
            eprint!("{}", in_words(&compiled.report, &source.content));
        }
        if let Some(folder) = cache.folder() {
            compiled.snapshot.prepare_derived(&folder);
        }
        let exported =
            show_progress(|progress| export::export(&compiled.snapshot, &out, effort, progress))?;
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
