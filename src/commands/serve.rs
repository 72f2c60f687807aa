//! `serve` and `preview`: the site over HTTP, for visitors and for whoever writes it.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::mpsc::{self, Sender};

use anyhow::Context;
use clap::Args;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;

use noaber::content::git::Repository;
use noaber::dictionary::Dictionary;
use noaber::live::{Desk, Live};
use noaber::problem::Report;
use noaber::server::limits::Limits;
use noaber::server::preview::Bell;
use noaber::server::unanswered::Unanswered;
use noaber::server::{self, Current, reload};
use noaber::site::Drafts;
use noaber::site::rules::Checks;
use noaber::snapshot::encoding::Effort;
use noaber::{Options, compile};

use crate::commands::log::{self, LogFormat};
use crate::commands::stats::Stats;
use crate::commands::{SPELLING, Source, could_not_load, in_words, print, waiting};

#[derive(Args)]
pub struct Serve {
    #[command(flatten)]
    source: Source,
    /// The address and port to listen on; with port 0 the system picks a free one
    #[arg(long, env = "NOABER_LISTEN", value_name = "ADDR", default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    /// The address and port for a page for editors and for checks of the program's health; nobody else should reach it
    #[arg(long, env = "NOABER_ADMIN", value_name = "ADDR")]
    admin: Option<SocketAddr>,
    /// Do not follow changes of the files; SIGHUP still reads them again
    #[arg(long, env = "NOABER_NO_WATCH")]
    no_watch: bool,
    /// Keep what was asked and not found in this file, written within seconds: the words alone, from the third time they are asked,
    /// never numbers of six or more digits or addresses for mail. Without it `--admin` shows the same for as long as the program runs
    #[arg(long, env = "NOABER_STATS", value_name = "FILE")]
    stats: Option<PathBuf>,
    /// How hard texts are compressed
    #[arg(long, env = "NOABER_COMPRESSION", value_enum, default_value = "best")]
    compression: Compression,
    /// How the log is written
    #[arg(long, env = "NOABER_LOG_FORMAT", value_enum, default_value = "text")]
    log_format: LogFormat,
}

#[derive(Clone, Copy, PartialEq, clap::ValueEnum)]
enum Compression {
    /// At once and quickly, when it is first asked for
    Quick,
    /// That, and at the highest level in idle time
    Best,
}

#[derive(Args)]
pub struct Preview {
    #[command(flatten)]
    source: Source,
    /// The address and port to listen on, of this computer; with port 0 the system picks a free one
    #[arg(long, env = "NOABER_PREVIEW_LISTEN", value_name = "ADDR", default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
}

/// Who gets to see a site.
#[derive(Clone, Copy, PartialEq)]
enum Audience {
    Visitors,
    /// Whoever writes it, on the same computer.
    Writers,
}

impl Serve {
    pub fn run(self) -> anyhow::Result<ExitCode> {
        serve(&self, Audience::Visitors)
    }
}

impl Preview {
    pub fn run(self) -> anyhow::Result<ExitCode> {
        let Preview { source, listen } = self;
        anyhow::ensure!(listen.ip().is_loopback(), "het voorbeeld toont concepten en is alleen voor deze computer: luister op 127.0.0.1");
        let compression = Compression::Quick;
        let log_format = LogFormat::Text;
        serve(&Serve { source, listen, admin: None, stats: None, no_watch: false, compression, log_format }, Audience::Writers)
    }
}

fn serve(options: &Serve, audience: Audience) -> anyhow::Result<ExitCode> {
    let (asked, logged) = match audience {
        Audience::Visitors => (Options::from(Drafts::Hide), "info"),
        Audience::Writers => {
            // It is looked into for as long as the program runs.
            let dictionary = Dictionary::of_system(SPELLING).map(|dictionary| &*Box::leak(Box::new(dictionary)));
            (Options { drafts: Drafts::Show, checks: Checks::All { dictionary }, progress: None }, "warn")
        }
    };
    let _log = log::start(options.log_format, logged)?;
    let clock = options.source.clock();
    let folders = options.source.folders();
    let (changed, changes) = mpsc::channel();
    if !options.no_watch {
        // What changes during the first compile is a change too.
        let content = folders.content.clone();
        let commit = move || Repository::around(&content).and_then(|repository| repository.commit());
        server::follow(vec![folders.content.clone(), folders.assets.clone()], commit, changed.clone())?;
    }
    let first = match waiting::shown(|progress| compile(&folders, clock.now(), asked.telling(progress), None)) {
        Ok(compiled) => compiled,
        Err(error) => return could_not_load(error, &options.source.content),
    };
    eprint!("{}", in_words(&first.report, &options.source.content));
    let content = options.source.content.clone();
    let tell = move |report: &Report| eprint!("{}", in_words(report, &content));
    let stats = options.stats.clone().map(Stats::open).transpose()?;
    // Whoever looks after the site sees what is not found, also where no file keeps it.
    let in_memory = || options.admin.is_some().then(Arc::default);
    let unanswered = stats.as_ref().map(|stats| stats.unanswered.clone()).or_else(in_memory);
    let mut live = Live::new(folders, asked, first, unanswered.clone(), move || clock.now(), tell);
    let (current, improved, desk) = (live.current(), live.current(), live.desk());
    let thread = |name: &str| std::thread::Builder::new().name(name.to_owned());
    thread("reload").spawn(move || reload::keep_true(&mut live, &changes, move || clock.now()))?;
    let effort = match options.compression {
        Compression::Quick => Effort::Quick,
        Compression::Best => Effort::Best,
    };
    thread("improve").spawn(move || server::improve(&improved, effort))?;
    tokio::runtime::Runtime::new()?.block_on(answer(options, audience, current, desk, changed, unanswered, stats.as_ref()))?;
    if let Some(stats) = &stats {
        stats.write();
    }
    Ok(ExitCode::SUCCESS)
}

/// Answers requests until the system asks the program to stop.
async fn answer(
    options: &Serve,
    audience: Audience,
    current: Arc<Current>,
    desk: Arc<Desk>,
    changed: Sender<()>,
    unanswered: Option<Arc<Unanswered>>,
    stats: Option<&Stats>,
) -> anyhow::Result<()> {
    let listener = bind(options.listen).await?;
    let mut addresses = format!("http://{}/\n", listener.local_addr()?);
    let preview = desk.clone().preview();
    let stopping = stopping(preview.bell.clone())?;
    if let Some(admin) = options.admin {
        let admin = bind(admin).await?;
        addresses.push_str(&format!("http://{}/ (voor redacteuren)\n", admin.local_addr()?));
        tokio::spawn(server::admin::serve(admin, desk, stopping.clone()));
    }
    let mut reload = signal(SignalKind::hangup())?;
    print(&addresses)?;
    tokio::spawn(async move { while reload.recv().await.is_some() && changed.send(()).is_ok() {} });
    let served = async {
        match audience {
            Audience::Visitors => server::serve(listener, current, unanswered, Limits::default(), until(stopping)).await,
            Audience::Writers => server::serve_preview(listener, current, preview, Limits::default(), until(stopping)).await,
        }
    };
    match stats {
        Some(stats) => tokio::select! {
            served = served => served,
            never = stats.keep() => match never {},
        },
        None => served.await,
    }
}

async fn bind(address: SocketAddr) -> anyhow::Result<TcpListener> {
    TcpListener::bind(address).await.with_context(|| format!("{address} is niet vrij"))
}

/// Turns true when the system asks the program to stop; open pages of a preview are let go then.
fn stopping(bell: Arc<Bell>) -> anyhow::Result<watch::Receiver<bool>> {
    let (mut terminate, mut interrupt) = (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
    let (stop, stopping) = watch::channel(false);
    tokio::spawn(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
        bell.fall_silent();
        stop.send_replace(true);
    });
    Ok(stopping)
}

async fn until(mut stopping: watch::Receiver<bool>) {
    // The sender goes only after it has said so.
    let _ = stopping.wait_for(|stopping| *stopping).await;
}
