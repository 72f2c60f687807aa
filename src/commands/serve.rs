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
use tokio_util::sync::CancellationToken;

use noaber::Options;
use noaber::content::git;
use noaber::dictionary::Dictionary;
use noaber::live::LiveSite;
use noaber::live::status::StatusService;
use noaber::problem::Report;
use noaber::server::limits::Limits;
use noaber::server::preview::ChangeNotifier;
use noaber::server::{self, Current, rebuild};
use noaber::site::Drafts;
use noaber::site::rules::Checks;
use noaber::snapshot::encoding::Effort;
use noaber::zero_results::ZeroResultQueries;

use crate::commands::log::{self, LogFormat};
use crate::commands::stats::Stats;
use crate::commands::{CacheArgs, SPELLING, SiteArgs, in_words, print};

#[derive(Args)]
pub struct ServeArgs {
    #[command(flatten)]
    source: SiteArgs,
    #[command(flatten)]
    cache: CacheArgs,
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
    compression: Effort,
    #[arg(
        help = "Hoe het logboek eruitziet",
        long,
        env = "NOABER_LOG_FORMAT",
        value_enum,
        default_value = "text"
    )]
    log_format: LogFormat,
}

#[derive(Args)]
pub struct PreviewArgs {
    #[command(flatten)]
    source: SiteArgs,
    #[command(flatten)]
    cache: CacheArgs,
    #[arg(
        help = "Het adres en de poort op deze computer; met poort 0 kiest het systeem een vrije",
        long,
        env = "NOABER_PREVIEW_LISTEN",
        value_name = "ADRES",
        default_value = "127.0.0.1:8080"
    )]
    listen: SocketAddr,
}

/// The log of a preview: what a writer has to know.
const WRITERS_LOG: &str = "warn,noaber::server=off,noaber::server::watcher=warn";

/// The people who get to see a site.
#[derive(Clone, Copy, PartialEq)]
enum Audience {
    Visitors,
    /// Whoever writes it, on the same computer.
    Writers,
}

impl ServeArgs {
    pub fn run(self) -> anyhow::Result<ExitCode> {
        serve(&self, Audience::Visitors)
    }
}

impl PreviewArgs {
    pub fn run(self) -> anyhow::Result<ExitCode> {
        let PreviewArgs {
            source,
            cache,
            listen,
        } = self;
        anyhow::ensure!(
            listen.ip().is_loopback(),
            "het voorbeeld toont concepten en is alleen voor deze computer: luister op 127.0.0.1"
        );
        serve(
            &ServeArgs {
                source,
                cache,
                listen,
                admin: None,
                stats: None,
                no_watch: false,
                compression: Effort::Quick,
                log_format: LogFormat::Text,
            },
            Audience::Writers,
        )
    }
}

fn serve(options: &ServeArgs, audience: Audience) -> anyhow::Result<ExitCode> {
    let (drafts, checks, logged) = match audience {
        Audience::Visitors => match options.admin {
            Some(_) => (Drafts::Hide, Checks::Deferred, "info"),
            None => (Drafts::Hide, Checks::Essential, "info"),
        },
        Audience::Writers => {
            // It is used for as long as the program runs.
            let dictionary =
                Dictionary::of_system(SPELLING).map(|dictionary| &*Box::leak(Box::new(dictionary)));
            (Drafts::Show, Checks::All { dictionary }, WRITERS_LOG)
        }
    };
    let compile_options = Options {
        checks,
        ..drafts.into()
    };
    let _log = log::start(options.log_format, logged);
    let clock = options.source.clock();
    let folders = options.source.folders()?;
    let (changed, changes) = mpsc::channel();
    if !options.no_watch {
        // What changes during the first compile is a change too.
        let content = folders.content.clone();
        server::follow(
            vec![folders.content.clone(), folders.assets.clone()],
            move || git::commit(&content),
            changed.clone(),
        )?;
    }
    let first = options.source.compiled(compile_options)?;
    if first.commit().is_none() && git::is_repository(&folders.content) {
        tracing::warn!(
            "the commit of the content cannot be read: the repository has none, or git is not there"
        );
    }
    eprint!("{}", in_words(&first.report, &options.source.content));
    let content = options.source.content.clone();
    let show = move |report: &Report| eprint!("{}", in_words(report, &content));
    let stats = options.stats.clone().map(Stats::open).transpose()?;
    let stats = stats.map(Arc::new);
    // Whoever looks after the site sees what is not found, also where no file keeps it.
    let in_memory = || options.admin.is_some().then(Arc::default);
    let zero_results = stats
        .as_ref()
        .map(|stats| stats.zero_results.clone())
        .or_else(in_memory);
    let mut live_site = LiveSite::new(
        folders,
        compile_options,
        first,
        zero_results.clone(),
        move || clock.now(),
        show,
    );
    let (current, encoded, status) = (live_site.current(), live_site.current(), live_site.status());
    let thread = |name: &str| std::thread::Builder::new().name(name.to_owned());
    if options.admin.is_some() {
        let status = status.clone();
        thread("check").spawn(move || status.run_full_checks())?;
    }
    thread("rebuild")
        .spawn(move || rebuild::run_rebuild_loop(&mut live_site, &changes, move || clock.now()))?;
    if let Some(folder) = options.cache.folder() {
        let derived = current.clone();
        thread("derive").spawn(move || server::derive_in_background(&derived, &folder))?;
    }
    let effort = options.compression;
    thread("encode").spawn(move || server::encode_in_background(&encoded, effort))?;
    tokio::runtime::Runtime::new()?.block_on(serve_requests(
        options,
        audience,
        current,
        status,
        changed,
        zero_results,
        stats.clone(),
    ))?;
    if let Some(stats) = &stats {
        stats.write();
    }
    Ok(ExitCode::SUCCESS)
}

/// Serves requests until the system asks the program to stop.
async fn serve_requests(
    options: &ServeArgs,
    audience: Audience,
    current: Arc<Current>,
    status: Arc<StatusService>,
    changed: Sender<()>,
    zero_results: Option<Arc<ZeroResultQueries>>,
    stats: Option<Arc<Stats>>,
) -> anyhow::Result<()> {
    let listener = bind(options.listen).await?;
    let mut addresses = format!("http://{}/\n", listener.local_addr()?);
    let preview = status.clone().preview();
    let stopping = stopping(preview.notifier.clone())?;
    if let Some(admin) = options.admin {
        let admin = bind(admin).await?;
        addresses.push_str(&format!(
            "http://{}/ (voor redacteuren)\n",
            admin.local_addr()?
        ));
        tokio::spawn(server::admin::serve(admin, status, stopping.clone()));
    }
    let mut hangup = signal(SignalKind::hangup())?;
    print(&addresses)?;
    tokio::spawn(async move { while hangup.recv().await.is_some() && changed.send(()).is_ok() {} });
    if let Some(stats) = stats {
        tokio::spawn(async move { stats.keep().await });
    }
    let (limits, stop) = (Limits::default(), stopping.cancelled_owned());
    match audience {
        Audience::Visitors => {
            server::serve(listener, current, zero_results, limits, stop).await;
        }
        Audience::Writers => {
            server::serve_preview(listener, current, preview, limits, stop).await;
        }
    }
    Ok(())
}

async fn bind(address: SocketAddr) -> anyhow::Result<TcpListener> {
    TcpListener::bind(address)
        .await
        .with_context(|| format!("{address} is niet vrij"))
}

/// Cancelled when the system asks the program to stop; open pages of a preview are let go then.
fn stopping(notifier: Arc<ChangeNotifier>) -> anyhow::Result<CancellationToken> {
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    let stopping = CancellationToken::new();
    let stop = stopping.clone();
    tokio::spawn(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
        notifier.close();
        stop.cancel();
    });
    Ok(stopping)
}
