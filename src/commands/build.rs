//! `build`: the site as files.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use noaber::export;
use noaber::message;
use noaber::report::hidden_count;
use noaber::site::Drafts;
use noaber::snapshot::encoding::Effort;

use crate::commands::progress::show_progress;
use crate::commands::{CacheArgs, SiteArgs, in_words, outcome, tell};

/// The compressed forms that are written beside each text.
#[derive(Clone, Copy, clap::ValueEnum)]
enum Compression {
    None,
    Quick,
    Best,
}

#[derive(Args)]
pub struct BuildArgs {
    #[arg(value_name = "folder")]
    out: PathBuf,
    #[arg(
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
    pub fn run(self, language: &'static str) -> anyhow::Result<ExitCode> {
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
        let folders = source.folders()?;
        export::refuse_within(&out, [&folders.content, &folders.assets])?;
        let compiled = source.compiled(Drafts::Hide, language)?;
        if !compiled.report.problems().is_empty() {
            eprint!("{}", in_words(&compiled.report, &source.content));
        }
        if let Some(folder) = cache.folder() {
            compiled.snapshot.prepare_derived(&folder);
        }
        let exported = show_progress(language, |progress| {
            export::export(&compiled.snapshot, &out, effort, progress)
        })?;
        let built = message!(
            "built",
            files = exported.files,
            folder = out.as_path(),
            kilobytes = (exported.bytes / 1000).to_string(),
            hidden = hidden_count(&compiled.report),
        );
        tell(&built, language)?;
        Ok(outcome(!compiled.report.has_errors()))
    }
}
