//! One file a command, with its arguments; here is what they share. All that is printed is printed
//! in this folder.

pub mod addresses;
pub mod build;
pub mod check;
pub mod explain;
pub mod help;
pub mod init;
pub mod language;
pub mod links;
mod log;
pub mod manual;
pub mod new;
mod progress;
pub mod search;
pub mod serve;
mod service_manager;
mod stats;
pub mod status;

use std::fmt;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;

use noaber::content::{Folders, LoadError};
use noaber::date::Timestamp;
use noaber::message;
use noaber::message::Message;
use noaber::problem::Report;
use noaber::report::{self, Extent, ReportFormat};
use noaber::{CompileCache, Compiled, Options, compile};

use crate::commands::progress::show_progress;

/// The content folder of those who name none.
pub const CONTENT: &str = "content";

/// The commands' own exit codes.
pub const MISTAKES: u8 = 1;
pub const COULD_NOT_RUN: u8 = 2;

/// The report of mistakes in the settings with which there can be no site.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct NoSite(pub String);

#[derive(Args)]
pub struct SiteArgs {
    #[arg(long, env = "NOABER_CONTENT", value_name = "folder", default_value = CONTENT)]
    content: PathBuf,
    #[arg(long = "static", env = "NOABER_STATIC", value_name = "folder")]
    assets: Option<PathBuf>,
    #[arg(long, env = "NOABER_NOW", value_name = "moment")]
    now: Option<Timestamp>,
}

impl SiteArgs {
    /// The folders of the site. One with files that was asked for by name has to be there.
    pub fn folders(&self) -> anyhow::Result<Folders> {
        let beside = self.content.join("../static");
        let assets = match &self.assets {
            Some(assets) => {
                anyhow::ensure!(
                    assets.is_dir(),
                    message!("no-static-folder", folder = assets.as_path())
                );
                assets.clone()
            }
            None if beside.is_dir() => beside,
            None => PathBuf::from("static"),
        };
        Ok(Folders {
            content: self.content.clone(),
            assets,
        })
    }

    pub fn clock(&self) -> Clock {
        Clock::starting_at(self.now)
    }

    /// The site, compiled while a terminal shows how far it is.
    pub fn compiled<'a>(
        &self,
        options: impl Into<Options<'a>>,
        language: &str,
    ) -> anyhow::Result<Compiled> {
        let (folders, now, options) = (self.folders()?, self.clock().now(), options.into());
        self.loaded(show_progress(language, |progress| {
            let options = options.with_progress(progress);
            compile(&folders, now, options, &CompileCache::default())
        }))
    }

    /// The report on settings with which there can be no site. They may not say the language of
    /// its readers.
    pub fn of_settings(&self, mut report: Report) -> Report {
        report.language = language::of_site(&self.content);
        report
    }

    /// The site, or the report of why there is none.
    pub fn loaded<T>(&self, loaded: Result<T, LoadError>) -> anyhow::Result<T> {
        loaded.map_err(|error| self.no_site(error))
    }

    /// The report of why there is no site.
    pub fn no_site(&self, error: LoadError) -> anyhow::Error {
        match error {
            LoadError::Settings(report) => {
                NoSite(in_words(&self.of_settings(*report), &self.content)).into()
            }
            error => {
                let language = language::of_site(&self.content);
                anyhow::anyhow!(error.message().in_language(language))
            }
        }
    }
}

#[derive(Args)]
pub struct CacheArgs {
    #[arg(long = "cache", env = "NOABER_CACHE", value_name = "folder")]
    folder: Option<PathBuf>,
}

impl CacheArgs {
    /// The folder; `None` where neither the user nor the system names one.
    pub fn folder(&self) -> Option<PathBuf> {
        let named = |name: &str| std::env::var_os(name).filter(|folder| !folder.is_empty());
        let below = |name: &str, path: &str| Some(PathBuf::from(named(name)?).join(path));
        let own = self.folder.clone();
        // The first is what systemd sets.
        own.or_else(|| named("CACHE_DIRECTORY").map(PathBuf::from))
            .or_else(|| below("XDG_CACHE_HOME", "noaber"))
            .or_else(|| below("HOME", ".cache/noaber"))
    }
}

/// The time, or another time from which it goes on.
#[derive(Clone, Copy)]
pub struct Clock {
    ahead: jiff::SignedDuration,
}

impl Clock {
    #[expect(
        clippy::disallowed_methods,
        reason = "this is where the time comes into the program"
    )]
    fn system() -> Timestamp {
        Timestamp::now()
    }

    fn starting_at(moment: Option<Timestamp>) -> Self {
        Clock {
            ahead: moment.map_or(jiff::SignedDuration::ZERO, |moment| {
                moment.duration_since(Self::system())
            }),
        }
    }

    pub fn now(self) -> Timestamp {
        Self::system() + self.ahead
    }
}

/// The report for the person who runs the program.
pub fn in_words(report: &Report, content: &Path) -> String {
    report::write(report, content, ReportFormat::Text, Extent::Capped)
}

/// Prints to the standard output. A reader that has gone away is no failure.
pub fn print(text: &str) -> anyhow::Result<()> {
    match std::io::stdout().write_all(text.as_bytes()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}

/// Prints what the person who runs the program is told.
pub fn tell(message: &Message, language: &str) -> anyhow::Result<()> {
    print(&format!("{}\n", message.in_language(language)))
}

/// The failure to write a file or a folder.
fn cannot_write(path: &Path, cause: &dyn fmt::Display) -> Message {
    message!("cannot-write", path, cause = cause.to_string())
}

/// The text of a file; nothing where there is no such file.
fn read_or_empty(path: &Path) -> anyhow::Result<String> {
    match std::fs::read_to_string(path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(String::new()),
        Err(cause) => Err(message!("cannot-read", path, cause = cause.to_string()).into()),
        Ok(text) => Ok(text),
    }
}

/// Writes a file so that it is never seen half.
fn replace_file(path: &Path, text: &str) -> std::io::Result<()> {
    let beside = path.with_added_extension("nieuw");
    std::fs::write(&beside, text)?;
    std::fs::rename(&beside, path)
}

/// The exit code of a command that did its work, and tells if it found all well.
pub fn outcome(is_well: bool) -> ExitCode {
    ExitCode::from(if is_well { 0 } else { MISTAKES })
}
