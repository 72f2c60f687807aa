//! `serve` and `preview`: the site over HTTP, for visitors and for whoever writes it.

use std::io::ErrorKind;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::Duration;

use clap::Args;
use ipnet::IpNet;
use tokio::signal::unix::{SignalKind, signal};

use noaber::Options;
use noaber::content::git;
use noaber::live::status::StatusService;
use noaber::live::{self, LiveSite};
use noaber::message;
use noaber::message::Message;
use noaber::problem::Report;
use noaber::server::client::TrustedProxies;
use noaber::server::limits::Limits;
use noaber::server::metrics::Metrics;
use noaber::server::preview::ChangeNotifier;
use noaber::server::sockets::{ListenAddress, Listeners};
use noaber::server::tls::{CertificateFiles, Tls};
use noaber::server::{self, Counts, Current, SharedCache, Stop};
use noaber::site::Drafts;
use noaber::site::rules::Checks;
use noaber::snapshot::encoding::Effort;

use crate::commands::log::{self, LogFormat};
use crate::commands::stats::Stats;
use crate::commands::{CacheArgs, NoSite, SiteArgs, in_words, language, print, service_manager};

#[derive(Args)]
pub struct ServeArgs {
    #[command(flatten)]
    source: SiteArgs,
    #[command(flatten)]
    cache: CacheArgs,
    #[arg(
        long,
        env = "NOABER_LISTEN",
        value_name = "address",
        value_delimiter = ',',
        default_value = "127.0.0.1:8080"
    )]
    listen: Vec<ListenAddress>,
    #[arg(long, env = "NOABER_ADMIN", value_name = "address")]
    admin: Option<ListenAddress>,
    #[arg(
        long,
        env = "NOABER_TLS_CERTIFICATE",
        value_name = "file",
        requires = "tls_key"
    )]
    tls_certificate: Option<PathBuf>,
    #[arg(
        long,
        env = "NOABER_TLS_KEY",
        value_name = "file",
        requires = "tls_certificate"
    )]
    tls_key: Option<PathBuf>,
    #[arg(
        long,
        env = "NOABER_REDIRECT_FROM",
        value_name = "address",
        requires = "tls_certificate"
    )]
    redirect_from: Option<ListenAddress>,
    #[arg(long, env = "NOABER_SHARED_CACHE", value_name = "seconds")]
    shared_cache: Option<u64>,
    #[arg(
        long = "trusted-proxy",
        env = "NOABER_TRUSTED_PROXY",
        value_name = "network",
        value_delimiter = ','
    )]
    trusted_proxies: Vec<IpNet>,
    #[arg(
        long,
        env = "NOABER_DRAIN",
        value_name = "seconds",
        default_value = "30"
    )]
    drain: u64,
    #[arg(long, env = "NOABER_NO_WATCH")]
    no_watch: bool,
    #[arg(long, env = "NOABER_STATS", value_name = "file")]
    stats: Option<PathBuf>,
    #[arg(long, env = "NOABER_COMPRESSION", value_enum, default_value = "best")]
    compression: Effort,
    #[arg(long, env = "NOABER_LOG_FORMAT", value_enum, default_value = "text")]
    log_format: LogFormat,
}

#[derive(Args)]
pub struct PreviewArgs {
    #[command(flatten)]
    source: SiteArgs,
    #[command(flatten)]
    cache: CacheArgs,
    #[arg(
        long,
        env = "NOABER_PREVIEW_LISTEN",
        value_name = "address",
        default_value = "127.0.0.1:8080"
    )]
    listen: ListenAddress,
}

/// The log of a preview: what a writer has to know.
const WRITERS_LOG: &str = "warn,noaber::server=off";

/// The people who get to see a site.
#[derive(Clone, Copy, PartialEq)]
enum Audience {
    Visitors,
    /// Whoever writes it, on the same computer.
    Writers,
}

impl ServeArgs {
    pub fn run(self, language: &'static str) -> anyhow::Result<ExitCode> {
        serve(&self, Audience::Visitors, language)
    }
}

impl PreviewArgs {
    pub fn run(self, language: &'static str) -> anyhow::Result<ExitCode> {
        let PreviewArgs {
            source,
            cache,
            listen,
        } = self;
        anyhow::ensure!(listen.is_local(), message!("preview-is-local"));
        serve(
            &ServeArgs {
                source,
                cache,
                listen: vec![listen],
                admin: None,
                drain: 2,
                trusted_proxies: Vec::new(),
                shared_cache: None,
                tls_certificate: None,
                tls_key: None,
                redirect_from: None,
                stats: None,
                no_watch: false,
                compression: Effort::Quick,
                log_format: LogFormat::Text,
            },
            Audience::Writers,
            language,
        )
    }
}

fn serve(
    options: &ServeArgs,
    audience: Audience,
    language: &'static str,
) -> anyhow::Result<ExitCode> {
    let (compile_options, logged) = compile_options(options, audience);
    let log = log::start(options.log_format, logged);
    let clock = options.source.clock();
    let folders = options.source.folders()?;
    let (changed, changes) = mpsc::channel();
    if !options.no_watch {
        // What changes during the first compile is a change too.
        let content = folders.content.clone();
        live::follow(
            vec![
                folders.content.clone(),
                folders.assets.clone(),
                folders.texts(),
            ],
            move || git::commit(&content),
            changed.clone(),
        )?;
    }
    let first = options
        .source
        .compiled(compile_options, language)
        .map_err(|error| not_started(error, language))?;
    if first.commit().is_none() && git::is_repository(&folders.content) {
        tracing::warn!(
            "the commit of the content cannot be read: the repository has none, or git is not there"
        );
    }
    let (content, mut write) = (options.source.content.clone(), log.writer());
    let mut show = move |report: &Report| write(&in_words(report, &content));
    show(&first.report);
    let stats = options.stats.clone().map(Stats::open).transpose()?;
    let stats = stats.map(Arc::new);
    let counts = counts(stats.as_deref(), options.admin.is_some());
    let live_site = LiveSite::new(
        folders,
        compile_options,
        first,
        counts.clone(),
        move || clock.now(),
        show,
    );
    let running = RunningSite {
        options,
        audience,
        language,
        current: live_site.current(),
        status: live_site.status(),
        changed,
        counts,
        stats: stats.clone(),
    };
    running.work_in_background(live_site, changes)?;
    tokio::runtime::Runtime::new()?.block_on(running.serve_requests())?;
    if let Some(stats) = &stats {
        stats.write();
    }
    Ok(ExitCode::SUCCESS)
}

/// The purpose of each compile, and what is logged.
fn compile_options(options: &ServeArgs, audience: Audience) -> (Options<'static>, &'static str) {
    let (drafts, checks, logged) = match audience {
        Audience::Visitors => match options.admin {
            Some(_) => (Drafts::Hide, Checks::Deferred, "info"),
            None => (Drafts::Hide, Checks::Essential, "info"),
        },
        Audience::Writers => {
            // It is used for as long as the program runs.
            let dictionary = language::dictionary_of_site(&options.source.content);
            let dictionary = dictionary.map(|dictionary| &*Box::leak(Box::new(dictionary)));
            (Drafts::Show, Checks::All { dictionary }, WRITERS_LOG)
        }
    };
    let options = Options {
        checks,
        ..drafts.into()
    };
    (options, logged)
}

/// The counts of what visitors ask. Whoever looks after the site sees what is not found, also where
/// no file keeps it.
fn counts(stats: Option<&Stats>, has_admin: bool) -> Counts {
    let (searches, addresses) = match stats {
        Some(stats) => (Some(stats.searches.clone()), Some(stats.addresses.clone())),
        None if has_admin => (Some(Arc::default()), Some(Arc::default())),
        None => (None, None),
    };
    Counts {
        searches,
        addresses,
        metrics: has_admin.then(|| Arc::new(Metrics::new(noaber::VERSION))),
    }
}

/// Says behind the mistakes in the settings what came of them.
fn not_started(error: anyhow::Error, language: &str) -> anyhow::Error {
    match error.downcast::<NoSite>() {
        Ok(NoSite(report)) => {
            let not_started = message!("serve-not-started").in_language(language);
            NoSite(format!("{report}noaber: {not_started}\n")).into()
        }
        Err(error) => error,
    }
}

/// A site that is being served, with all that belongs to it.
struct RunningSite<'a> {
    options: &'a ServeArgs,
    audience: Audience,
    language: &'static str,
    current: Arc<Current>,
    status: Arc<StatusService>,
    /// Told when the files may have changed.
    changed: Sender<()>,
    counts: Counts,
    stats: Option<Arc<Stats>>,
}

impl RunningSite<'_> {
    /// Starts the threads that no request waits for.
    fn work_in_background(
        &self,
        mut live_site: LiveSite,
        changes: Receiver<()>,
    ) -> anyhow::Result<()> {
        let thread = |name: &str| std::thread::Builder::new().name(name.to_owned());
        if self.options.admin.is_some() {
            let status = self.status.clone();
            thread("check").spawn(move || status.run_full_checks())?;
        }
        thread("rebuild").spawn(move || live_site.keep_up(&changes))?;
        match self.options.cache.folder() {
            Some(folder) => {
                let derived = self.current.clone();
                thread("derive").spawn(move || server::derive_in_background(&derived, &folder))?;
            }
            None => {
                tracing::warn!("pictures keep their size: there is no folder for others (--cache)");
            }
        }
        let (encoded, effort) = (self.current.clone(), self.options.compression);
        thread("encode").spawn(move || server::encode_in_background(&encoded, effort))?;
        Ok(())
    }

    /// Serves requests until the system asks the program to stop.
    async fn serve_requests(self) -> anyhow::Result<()> {
        let RunningSite {
            options, language, ..
        } = self;
        let listeners = listeners(options)?;
        let mut addresses: Vec<String> = listeners.addresses().collect();
        let preview = self.status.clone().preview();
        let stop = Stop::default();
        stop_at_signals(stop.clone(), preview.notifier.clone())?;
        if let (Some(admin), Some(metrics)) = (&options.admin, &self.counts.metrics) {
            let admin = bind(std::slice::from_ref(admin))?;
            addresses.extend(
                admin
                    .addresses()
                    .map(|address| message!("admin-address", address).in_language(language)),
            );
            tokio::spawn(server::admin::serve(
                admin,
                self.status,
                metrics.clone(),
                stop.begun.clone(),
            ));
        }
        let (mut hangup, changed) = (signal(SignalKind::hangup())?, self.changed);
        tokio::spawn(
            async move { while hangup.recv().await.is_some() && changed.send(()).is_ok() {} },
        );
        if let Some(stats) = self.stats {
            tokio::spawn(async move { stats.keep().await });
        }
        let limits = limits(options);
        if let (Some(from), Some(port)) = (&options.redirect_from, listeners.port()) {
            let from = bind(std::slice::from_ref(from))?;
            addresses.extend(from.addresses());
            tokio::spawn(server::redirect_to_tls(from, port, limits, stop.clone()));
        }
        print(&(addresses.join("\n") + "\n"))?;
        let told = service_manager::ready(stop.begun.clone());
        match self.audience {
            Audience::Visitors => {
                let clock = options.source.clock();
                let shared_cache = options
                    .shared_cache
                    .map(|seconds| SharedCache::new(seconds, move || clock.now()));
                let (current, counts) = (self.current, self.counts);
                server::serve(listeners, current, counts, shared_cache, limits, stop).await;
            }
            Audience::Writers => {
                server::serve_preview(listeners, self.current, preview, limits, stop).await;
            }
        }
        // Otherwise the program might end before its manager hears of it.
        told.await?;
        Ok(())
    }
}

/// The sockets on which requests come: those that the system opened for this program, or else those
/// that were asked for.
fn listeners(options: &ServeArgs) -> anyhow::Result<Listeners> {
    let listeners = Listeners::inherited()
        .map_err(|cause| message!("inherited-sockets-unusable", cause = cause.to_string()))?;
    let listeners = if listeners.is_empty() {
        bind(&options.listen)?
    } else {
        listeners
    };
    let tls = match (&options.tls_certificate, &options.tls_key) {
        (Some(chain), Some(key)) => Some(Tls::start(CertificateFiles {
            chain: chain.clone(),
            key: key.clone(),
        })?),
        _ => None,
    };
    Ok(listeners.with_tls(tls))
}

fn limits(options: &ServeArgs) -> Limits {
    Limits {
        finish: Duration::from_secs(options.drain),
        proxies: match &options.trusted_proxies[..] {
            [] => TrustedProxies::default(),
            // They are asked for as long as the program runs.
            networks => TrustedProxies(Box::leak(networks.into())),
        },
        ..Limits::default()
    }
}

fn bind(addresses: &[ListenAddress]) -> Result<Listeners, Message> {
    Listeners::bind(addresses).map_err(|(address, error)| {
        let (address, cause) = (address.to_string(), error.to_string());
        match error.kind() {
            ErrorKind::PermissionDenied => message!("address-forbidden", address, cause),
            ErrorKind::AddrNotAvailable => message!("address-elsewhere", address, cause),
            ErrorKind::AddrInUse => message!("address-in-use", address, cause),
            _ => message!("address-unusable", address, cause),
        }
    })
}

/// Stops when the system asks for it, and without waiting when it asks again. Open pages of a
/// preview are let go.
fn stop_at_signals(stop: Stop, notifier: Arc<ChangeNotifier>) -> anyhow::Result<()> {
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    tokio::spawn(async move {
        for step in [stop.begun, stop.now] {
            tokio::select! {
                _ = terminate.recv() => {}
                _ = interrupt.recv() => {}
            }
            notifier.close();
            step.cancel();
        }
    });
    Ok(())
}
