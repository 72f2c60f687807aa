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

use noaber::content::git::CommitReader;
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
    #[arg(
        help = "Het adres en de poort van de site; met poort 0 kiest het systeem een vrije",
        long,
        env = "NOABER_LISTEN",
        value_name = "ADRES",
        default_value = "127.0.0.1:8080"
    )]
    listen: SocketAddr,
    #[arg(
        help = "Adres en poort van een pagina voor redacteuren en voor bewaking; houd die afgesloten voor anderen",
        long,
        env = "NOABER_ADMIN",
        value_name = "ADRES"
    )]
    admin: Option<SocketAddr>,
    #[arg(
        help = "Volg de bestanden niet; na SIGHUP worden zij opnieuw gelezen",
        long,
        env = "NOABER_NO_WATCH"
    )]
    no_watch: bool,
    #[arg(
        help = "Bewaar in dit bestand, binnen enkele seconden, waarop niets wordt gevonden: alleen de woorden, vanaf de derde keer, \
                nooit getallen van zes of meer cijfers of mailadressen. Zonder dit bestand toont --admin hetzelfde zolang het \
                programma loopt",
        long,
        env = "NOABER_STATS",
        value_name = "BESTAND"
    )]
    stats: Option<PathBuf>,
    #[arg(
        help = "Hoe sterk teksten worden samengeperst: meteen (quick), of later nog eens zo klein mogelijk (best)",
        long,
        env = "NOABER_COMPRESSION",
        value_enum,
        default_value = "best"
    )]
    compression: Compression,
    #[arg(
        help = "Hoe het logboek eruitziet",
        long,
        env = "NOABER_LOG_FORMAT",
        value_enum,
        default_value = "text"
    )]
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
    #[arg(
        help = "Het adres en de poort op deze computer; met poort 0 kiest het systeem een vrije",
        long,
        env = "NOABER_PREVIEW_LISTEN",
        value_name = "ADRES",
        default_value = "127.0.0.1:8080"
    )]
    listen: SocketAddr,
}

/// What goes into the log of a preview: what a writer has to know, which is told in Dutch.
const WRITERS_LOG: &str = "warn,noaber::server=off,noaber::server::watcher=warn";

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
        anyhow::ensure!(
            listen.ip().is_loopback(),
            "het voorbeeld toont concepten en is alleen voor deze computer: luister op 127.0.0.1"
        );
        let compression = Compression::Quick;
        let log_format = LogFormat::Text;
        serve(
            &Serve {
                source,
                listen,
                admin: None,
                stats: None,
                no_watch: false,
                compression,
                log_format,
            },
            Audience::Writers,
        )
    }
}

fn serve(options: &Serve, audience: Audience) -> anyhow::Result<ExitCode> {
    let (asked, logged) = match audience {
        Audience::Visitors => (Options::from(Drafts::Hide), "info"),
        Audience::Writers => {
            // It is looked into for as long as the program runs.
            let dictionary =
                Dictionary::of_system(SPELLING).map(|dictionary| &*Box::leak(Box::new(dictionary)));
            (
                Options {
                    drafts: Drafts::Show,
                    checks: Checks::All { dictionary },
                    progress: None,
                },
                WRITERS_LOG,
            )
        }
    };
    let _log = log::start(options.log_format, logged)?;
    let clock = options.source.clock();
    let folders = options.source.folders();
    let (changed, changes) = mpsc::channel();
    if !options.no_watch {
        // What changes during the first compile is a change too.
        let mut reader = CommitReader::new(folders.content.clone());
        server::follow(
            vec![folders.content.clone(), folders.assets.clone()],
            move || reader.commit(),
            changed.clone(),
        )?;
    }
    let first = match waiting::shown(|progress| {
        compile(&folders, clock.now(), asked.telling(progress), None)
    }) {
        Ok(compiled) => compiled,
        Err(error) => return could_not_load(error, &options.source.content),
    };
    eprint!("{}", in_words(&first.report, &options.source.content));
    let content = options.source.content.clone();
    let tell = move |report: &Report| eprint!("{}", in_words(report, &content));
    let stats = options.stats.clone().map(Stats::open).transpose()?;
    // Whoever looks after the site sees what is not found, also where no file keeps it.
    let in_memory = || options.admin.is_some().then(Arc::default);
    let unanswered = stats
        .as_ref()
        .map(|stats| stats.unanswered.clone())
        .or_else(in_memory);
    let looked_into = options.admin.map(|_| folders.clone());
    let mut live = Live::new(
        folders,
        asked,
        first,
        unanswered.clone(),
        move || clock.now(),
        tell,
    );
    let (current, encoded, desk) = (live.current(), live.current(), live.desk());
    let thread = |name: &str| std::thread::Builder::new().name(name.to_owned());
    if let Some(folders) = looked_into {
        let desk = desk.clone();
        thread("check").spawn(move || desk.look_into_all(&folders))?;
    }
    thread("reload").spawn(move || reload::keep_true(&mut live, &changes, move || clock.now()))?;
    let effort = match options.compression {
        Compression::Quick => Effort::Quick,
        Compression::Best => Effort::Best,
    };
    thread("encode").spawn(move || server::encode_in_background(&encoded, effort))?;
    tokio::runtime::Runtime::new()?.block_on(answer(
        options,
        audience,
        current,
        desk,
        changed,
        unanswered,
        stats.as_ref(),
    ))?;
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
        addresses.push_str(&format!(
            "http://{}/ (voor redacteuren)\n",
            admin.local_addr()?
        ));
        tokio::spawn(server::admin::serve(admin, desk, stopping.clone()));
    }
    let mut reload = signal(SignalKind::hangup())?;
    print(&addresses)?;
    tokio::spawn(async move { while reload.recv().await.is_some() && changed.send(()).is_ok() {} });
    let served = async {
        match audience {
            Audience::Visitors => {
                server::serve(
                    listener,
                    current,
                    unanswered,
                    Limits::default(),
                    until(stopping),
                )
                .await
            }
            Audience::Writers => {
                server::serve_preview(
                    listener,
                    current,
                    preview,
                    Limits::default(),
                    until(stopping),
                )
                .await
            }
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
    TcpListener::bind(address)
        .await
        .with_context(|| format!("{address} is niet vrij"))
}

/// Turns true when the system asks the program to stop; open pages of a preview are let go then.
fn stopping(bell: Arc<Bell>) -> anyhow::Result<watch::Receiver<bool>> {
    let (mut terminate, mut interrupt) = (
        signal(SignalKind::terminate())?,
        signal(SignalKind::interrupt())?,
    );
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
