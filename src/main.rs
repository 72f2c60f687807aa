//! Arguments become one command, and its outcome an exit code. The only place that prints.
#![expect(clippy::print_stderr, reason = "this is the place")]

mod log;
mod waiting;

use std::io::Write as _;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::{Arc, mpsc};
use std::time::Duration;

use anyhow::Context;
use clap::{Args, Parser, Subcommand};
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;

use noaber::content::git::Repository;
use noaber::content::{self, Folders, LoadError};
use noaber::date::Timestamp;
use noaber::dictionary::Dictionary;
use noaber::editors::status::Status;
use noaber::live::Live;
use noaber::problem::{Report, nearest};
use noaber::report::{self, Extent, Format};
use noaber::rule::Rule;
use noaber::rule::explanation::Explanation;
use noaber::search::analysis::Language;
use noaber::search::query::Query;
use noaber::server::limits::Limits;
use noaber::server::preview::Bell;
use noaber::server::reload;
use noaber::server::unanswered::Unanswered;
use noaber::site::Drafts;
use noaber::site::rules::Checks;
use noaber::snapshot::encoding::Effort;
use noaber::{Options, compile, export, server};

use crate::log::LogFormat;

#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The website of a region, made from a folder of Markdown.
#[derive(Parser)]
#[command(version, about, max_term_width = 100)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    serve: Serve,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the site, and keep it as the files are (the default)
    Serve(Serve),
    /// Serve the site on this computer for whoever writes it: with drafts and planned pages, and what is wrong in each page
    Preview(Preview),
    /// Make a new content file with the keys that its kind asks for, as a draft
    New {
        /// The folder in the content folder, which decides the kind: `nieuws`; a dot for the top
        folder: String,
        title: String,
        #[command(flatten)]
        source: Source,
    },
    /// Say how a running site stands: what is live, what is wrong, what changes next; exit code 0 all well, 1 not
    Status {
        /// The address at which it was started with `--admin`
        #[arg(default_value = "http://127.0.0.1:9090")]
        url: String,
    },
    /// List every mistake in the content; exit code 0 none, 1 some, 2 the check could not run
    Check(Check),
    /// Say what a rule asks and why, with an example; without a code, list every rule
    Explain {
        /// The code or name of the rule, as a report shows it
        rule: Option<String>,
    },
    /// List what refers to a file, an address, a theme or a municipality
    Links {
        /// Such as content/themas/naam.md, static/beeld/naam.svg, /themas/naam/ or naam
        path: String,
        #[command(flatten)]
        source: Source,
    },
    /// List the addresses that the ledger (`adressen.toml`) does not know yet; exit code 0 none, 1 some
    Addresses {
        /// Write them into it
        #[arg(long)]
        write: bool,
        #[command(flatten)]
        source: Source,
    },
    /// Write the site as files into a new or empty folder, for any web server
    Build {
        /// The folder to write to
        out: PathBuf,
        #[command(flatten)]
        source: Source,
    },
    /// Ask the site's search, as a visitor would
    Search {
        /// The question
        query: String,
        /// Say for each page why it stands where it does
        #[arg(long)]
        explain: bool,
        /// The language of the page on which it is asked, such as `de`; by default the site's own
        #[arg(long, value_name = "TAG")]
        language: Option<String>,
        #[command(flatten)]
        source: Source,
    },
}

#[derive(Args)]
struct Serve {
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
    /// Count the questions for which nothing is found, in this file: the words alone, from the third time they are asked
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
struct Preview {
    #[command(flatten)]
    source: Source,
    /// The address and port to listen on, of this computer; with port 0 the system picks a free one
    #[arg(long, env = "NOABER_PREVIEW_LISTEN", value_name = "ADDR", default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
}

#[derive(Args)]
struct Check {
    #[command(flatten)]
    source: Source,
    /// How the report is written: for people, for programs, or for a service that checks every change
    #[arg(long, env = "NOABER_FORMAT", value_enum, default_value = "text")]
    format: ReportFormat,
    /// Show every problem; otherwise the first of each rule, and how many more there are
    #[arg(long)]
    all: bool,
    /// The spelling dictionary to use, as the path of its `.aff` or `.dic` file; by default the system's
    #[arg(long, env = "NOABER_DICTIONARY", value_name = "FILE")]
    dictionary: Option<PathBuf>,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum ReportFormat {
    Text,
    Json,
    Github,
    Sarif,
}

#[derive(Args)]
struct Source {
    /// The folder with the texts and `site.toml`
    #[arg(long, env = "NOABER_CONTENT", value_name = "DIR", default_value = "content")]
    content: PathBuf,
    /// The folder with images and other files that are served as they are; by default `static` beside the content folder,
    /// or else in the current folder
    #[arg(long = "static", env = "NOABER_STATIC", value_name = "DIR")]
    assets: Option<PathBuf>,
    /// Run as if it were this moment, such as 2026-03-29T01:00:00Z
    #[arg(long, env = "NOABER_NOW", value_name = "RFC3339")]
    now: Option<Timestamp>,
}

/// The dictionary that the rules of language go with.
const SPELLING: &str = "nl_NL";

/// The commands' own exit codes.
const MISTAKES: u8 = 1;
const COULD_NOT_RUN: u8 = 2;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let outcome = match arguments.command {
        None => serve(&arguments.serve, Audience::Visitors),
        Some(Command::Serve(options)) => serve(&options, Audience::Visitors),
        Some(Command::Preview(options)) => preview(options),
        Some(Command::New { folder, title, source }) => new(&folder, &title, &source),
        Some(Command::Status { url }) => status(&url),
        Some(Command::Check(options)) => check(&options),
        Some(Command::Explain { rule }) => explain(rule.as_deref()),
        Some(Command::Links { path, source }) => links(&path, &source),
        Some(Command::Addresses { write, source }) => addresses(write, &source),
        Some(Command::Build { out, source }) => build(&out, &source),
        Some(Command::Search { query, explain, language, source }) => {
            search(&query, explain.then_some(Explain), language.as_deref(), &source)
        }
    };
    outcome.unwrap_or_else(|error| {
        eprintln!("noaber: {error:#}");
        ExitCode::from(COULD_NOT_RUN)
    })
}

fn check(options: &Check) -> anyhow::Result<ExitCode> {
    let source = &options.source;
    let dictionary = match &options.dictionary {
        Some(path) => Some(Dictionary::at(path).with_context(|| format!("{} is geen woordenboek", path.display()))?),
        None => Dictionary::of_system(SPELLING),
    };
    // Reading the dictionary takes about as long as reading the site, so it happens beside it.
    let compiled = std::thread::scope(|scope| {
        scope.spawn(|| dictionary.as_ref().map(Dictionary::load));
        let checks = Checks::All { dictionary: dictionary.as_ref() };
        let options = Options { drafts: Drafts::Hide, checks, progress: None };
        waiting::shown(|progress| compile(&source.folders(), source.clock().now(), options.telling(progress), None))
    });
    let report = match compiled {
        Ok(compiled) => compiled.report,
        Err(LoadError::Settings(report)) => report,
        Err(error) => return Err(error.into()),
    };
    let extent = if options.all { Extent::All } else { Extent::Capped };
    let format = match options.format {
        ReportFormat::Text => Format::Text(extent),
        ReportFormat::Json => Format::Json,
        ReportFormat::Github => Format::Github,
        ReportFormat::Sarif => Format::Sarif,
    };
    print(&report::write(&report, &source.content, format))?;
    Ok(if report.has_errors() { ExitCode::from(MISTAKES) } else { ExitCode::SUCCESS })
}

fn explain(name: Option<&str>) -> anyhow::Result<ExitCode> {
    let Some(name) = name else {
        let lines = Rule::ALL.iter().map(|rule| format!("{} ({})\n  {}\n", rule, rule.severity(), Explanation::of(*rule).what));
        print(&lines.collect::<String>())?;
        return Ok(ExitCode::SUCCESS);
    };
    let meant = || nearest(name, Rule::ALL.iter().flat_map(|rule| [rule.code(), rule.name()]));
    let help = || meant().map_or("`noaber explain` noemt alle regels".to_owned(), |meant| format!("bedoelt u `{meant}`?"));
    let rule = Rule::find(name).with_context(|| format!("de regel `{name}` bestaat niet; {}", help()))?;
    print(&Explanation::of(rule).to_string())?;
    Ok(ExitCode::SUCCESS)
}

fn build(out: &Path, source: &Source) -> anyhow::Result<ExitCode> {
    let options = Options::from(Drafts::Hide);
    let compiled = match waiting::shown(|progress| compile(&source.folders(), source.clock().now(), options.telling(progress), None)) {
        Ok(compiled) => compiled,
        Err(error) => return could_not_load(error, &source.content),
    };
    if !compiled.report.problems().is_empty() {
        eprint!("{}", in_words(&compiled.report, &source.content));
    }
    let exported = waiting::shown(|progress| export::export(&compiled.snapshot, out, progress))?;
    print(&format!("{} bestanden geschreven in {} ({} kB)\n", exported.files, out.display(), exported.bytes / 1000))?;
    Ok(if compiled.report.has_errors() { ExitCode::from(MISTAKES) } else { ExitCode::SUCCESS })
}

/// That the reasons are asked for, too.
struct Explain;

fn search(text: &str, explain: Option<Explain>, language: Option<&str>, source: &Source) -> anyhow::Result<ExitCode> {
    let compiled = match compile(&source.folders(), source.clock().now(), Drafts::Hide, None) {
        Ok(compiled) => compiled,
        Err(error) => return could_not_load(error, &source.content),
    };
    let language = Some(Language::of(language.unwrap_or(compiled.config().language())));
    let query = Query { language, ..Query::new(text) };
    let found = noaber::search::search(&compiled.index, &query);
    let mut printed = String::new();
    if let Some(suggestion) = &found.suggestion {
        printed.push_str(&format!("bedoelde u: {suggestion}\n"));
    }
    let reasons = explain.map(|Explain| noaber::search::explain(&compiled.index, &query)).unwrap_or_default();
    for (number, hit) in found.hits.iter().enumerate() {
        let named = if hit.is_named { " (genoemd)" } else { "" };
        printed.push_str(&format!("{:2}. {:7.3}  {}  {}{named}\n", number + 1, hit.score, hit.page.route, hit.page.title));
        if let Some(reason) = reasons.get(number) {
            printed.push_str(&reason.to_string());
        }
    }
    printed.push_str(&match found.total {
        0 => "niets gevonden\n".to_owned(),
        1 => "1 pagina gevonden\n".to_owned(),
        total => format!("{total} pagina's gevonden\n"),
    });
    print(&printed)?;
    Ok(if found.total > 0 { ExitCode::SUCCESS } else { ExitCode::from(MISTAKES) })
}

fn links(path: &str, source: &Source) -> anyhow::Result<ExitCode> {
    let (target, uses) = match noaber::uses(&source.folders(), path) {
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

fn addresses(write: bool, source: &Source) -> anyhow::Result<ExitCode> {
    let compiled = match compile(&source.folders(), source.clock().now(), Drafts::Hide, None) {
        Ok(compiled) => compiled,
        Err(error) => return could_not_load(error, &source.content),
    };
    let unlisted = compiled.unlisted();
    let path = source.content.join(content::addresses::FILE);
    if unlisted.is_empty() {
        print(&format!("{} kent elk adres van de site\n", path.display()))?;
        return Ok(ExitCode::SUCCESS);
    }
    for address in &unlisted {
        print(&format!("{address}\n"))?;
    }
    let (count, stand) =
        if unlisted.len() == 1 { ("1 adres".to_owned(), "staat") } else { (format!("{} adressen", unlisted.len()), "staan") };
    if !write {
        print(&format!("{count} {stand} nog niet in {}; `noaber addresses --write` zet ze erin\n", path.display()))?;
        return Ok(ExitCode::from(MISTAKES));
    }
    let text = match std::fs::read_to_string(&path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
        text => text.with_context(|| format!("{} kan niet worden gelezen", path.display()))?,
    };
    let completed = compiled.completed_ledger(&text).with_context(|| format!("los eerst de fouten in {} op", path.display()))?;
    replace_file(&path, &completed).with_context(|| format!("{} kan niet worden geschreven", path.display()))?;
    print(&format!("{count} toegevoegd aan {}\n", path.display()))?;
    Ok(ExitCode::SUCCESS)
}

/// Writes a file so that it is never seen half.
fn replace_file(path: &Path, text: &str) -> std::io::Result<()> {
    let beside = path.with_extension("toml.nieuw");
    std::fs::write(&beside, text)?;
    std::fs::rename(&beside, path)
}

/// Says why there is no site.
fn could_not_load(error: LoadError, content: &Path) -> anyhow::Result<ExitCode> {
    match error {
        LoadError::Settings(report) => {
            eprint!("{}", in_words(&report, content));
            Ok(ExitCode::from(MISTAKES))
        }
        error => Err(error.into()),
    }
}

/// Who gets to see a site.
#[derive(Clone, Copy, PartialEq)]
enum Audience {
    Visitors,
    /// Whoever writes it, on the same computer.
    Writers,
}

fn preview(options: Preview) -> anyhow::Result<ExitCode> {
    let Preview { source, listen } = options;
    anyhow::ensure!(listen.ip().is_loopback(), "het voorbeeld toont concepten en is alleen voor deze computer: luister op 127.0.0.1");
    let compression = Compression::Quick;
    let log_format = LogFormat::Text;
    serve(&Serve { source, listen, admin: None, stats: None, no_watch: false, compression, log_format }, Audience::Writers)
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
    let unanswered = stats.as_ref().map(|stats| stats.unanswered.clone());
    let mut live = Live::new(folders, asked, first, unanswered.clone(), move || clock.now(), tell);
    let (current, improved, desk) = (live.current(), live.current(), live.desk());
    let thread = |name: &str| std::thread::Builder::new().name(name.to_owned());
    thread("reload").spawn(move || reload::keep_true(&mut live, &changes, move || clock.now()))?;
    let effort = match options.compression {
        Compression::Quick => Effort::Quick,
        Compression::Best => Effort::Best,
    };
    thread("improve").spawn(move || server::improve(&improved, effort))?;
    tokio::runtime::Runtime::new()?.block_on(async {
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
        match &stats {
            Some(stats) => tokio::select! {
                served = served => served,
                never = stats.keep() => match never {},
            },
            None => served.await,
        }
    })?;
    if let Some(stats) = &stats {
        stats.write();
    }
    Ok(ExitCode::SUCCESS)
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

/// How often the counts are written to their file.
const STATS_EVERY: Duration = Duration::from_secs(60);

/// What was asked and not found, and the file that outlives the program.
struct Stats {
    path: PathBuf,
    unanswered: Arc<Unanswered>,
}

impl Stats {
    /// Goes on from what the file holds. A file that is not there yet is made at once, so that a wrong path is known at the start.
    fn open(path: PathBuf) -> anyhow::Result<Self> {
        let lines = match std::fs::read_to_string(&path) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
            read => read.with_context(|| format!("{} kan niet worden gelezen", path.display()))?,
        };
        let stats = Stats { path, unanswered: Arc::new(Unanswered::from_lines(&lines)) };
        std::fs::write(&stats.path, stats.unanswered.lines())
            .with_context(|| format!("{} kan niet worden geschreven", stats.path.display()))?;
        Ok(stats)
    }

    /// Writes the counts now and then, for as long as the program runs.
    async fn keep(&self) -> std::convert::Infallible {
        let mut every = tokio::time::interval(STATS_EVERY);
        loop {
            every.tick().await;
            self.write();
        }
    }

    /// The file is small, and replaced whole.
    fn write(&self) {
        let beside = self.path.with_extension("new");
        let written = std::fs::write(&beside, self.unanswered.lines()).and_then(|()| std::fs::rename(&beside, &self.path));
        if let Err(error) = written {
            tracing::warn!(%error, "what was asked and not found could not be written");
        }
    }
}

fn new(folder: &str, title: &str, source: &Source) -> anyhow::Result<ExitCode> {
    let inside = Path::new(folder).strip_prefix(&source.content).ok().and_then(Path::to_str);
    let folder = if folder == "." { "" } else { inside.unwrap_or(folder).trim_matches('/') };
    let draft = match noaber::draft(&source.folders(), folder, title, source.clock().now()) {
        Ok(draft) => draft?,
        Err(error) => return could_not_load(error, &source.content),
    };
    ensure_folder(&source.content, folder)?;
    let path = source.content.join(&draft.file);
    let named = || format!("{} kan niet worden geschreven", path.display());
    let mut file = match std::fs::File::create_new(&path) {
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
            anyhow::bail!("{} is er al: kies een andere titel, of werk dat bestand bij", path.display())
        }
        file => file.with_context(named)?,
    };
    file.write_all(draft.text.as_bytes()).with_context(named)?;
    print(&format!(
        "{}\nHet is een concept. Schrijf de samenvatting en de tekst, en bekijk de pagina met `noaber preview` op {}.\nIs zij klaar, haal dan `draft = true` weg.\n",
        path.display(),
        draft.route
    ))?;
    Ok(ExitCode::SUCCESS)
}

/// A folder decides the kind, so a misspelt one would make another kind of page.
fn ensure_folder(content: &Path, folder: &str) -> anyhow::Result<()> {
    if content.join(folder).is_dir() {
        return Ok(());
    }
    let names: Vec<String> = std::fs::read_dir(content)?.flatten().filter_map(|entry| entry.file_name().into_string().ok()).collect();
    match nearest(folder, names.iter().map(String::as_str)) {
        Some(meant) => anyhow::bail!("de map `{folder}` is er niet; bedoelt u `{meant}`?"),
        None => anyhow::bail!("de map `{folder}` is er niet; maak een nieuwe map eerst zelf"),
    }
}

fn status(url: &str) -> anyhow::Result<ExitCode> {
    let status: Status =
        serde_json::from_str(&server::admin::ask(url)?).with_context(|| format!("{url} is geen adres voor redacteuren"))?;
    print(&status.in_words())?;
    Ok(if status.failure.is_none() && status.errors == 0 { ExitCode::SUCCESS } else { ExitCode::from(MISTAKES) })
}

impl Source {
    fn folders(&self) -> Folders {
        let beside = self.content.join("../static");
        let assets = self.assets.clone().unwrap_or_else(|| if beside.is_dir() { beside } else { PathBuf::from("static") });
        Folders { content: self.content.clone(), assets }
    }

    fn clock(&self) -> Clock {
        Clock::starting_at(self.now)
    }
}

/// The time, or another time from which it goes on.
#[derive(Clone, Copy)]
struct Clock {
    ahead: jiff::SignedDuration,
}

impl Clock {
    #[expect(clippy::disallowed_methods, reason = "this is where the time comes into the program")]
    fn system() -> Timestamp {
        Timestamp::now()
    }

    fn starting_at(moment: Option<Timestamp>) -> Self {
        Clock { ahead: moment.map_or(jiff::SignedDuration::ZERO, |moment| moment.duration_since(Self::system())) }
    }

    fn now(self) -> Timestamp {
        Self::system() + self.ahead
    }
}

/// The report for the person who runs the program.
fn in_words(report: &Report, content: &Path) -> String {
    report::write(report, content, Format::Text(Extent::Capped))
}

/// Prints to the standard output. A reader that has gone away is no failure.
fn print(text: &str) -> anyhow::Result<()> {
    match std::io::stdout().write_all(text.as_bytes()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}
