//! Arguments become one command, and its outcome an exit code.
#![expect(clippy::print_stderr, reason = "the commands are the place")]

mod commands;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::commands::COULD_NOT_RUN;
use crate::commands::addresses::Addresses;
use crate::commands::build::Build;
use crate::commands::check::Check;
use crate::commands::explain::Explain;
use crate::commands::links::Links;
use crate::commands::new::New;
use crate::commands::search::Search;
use crate::commands::serve::{Preview, Serve};
use crate::commands::status::Status;

#[global_allocator]
static MEMORY: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

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
    New(New),
    /// Say how a running site stands: what is live, what is wrong, what changes next; exit code 0 all well, 1 not
    Status(Status),
    /// List every mistake in the content; exit code 0 none, 1 some, 2 the check could not run
    Check(Check),
    /// Say what a rule asks and why, with an example; without a code, list every rule
    Explain(Explain),
    /// List what refers to a file, an address, a theme or a municipality
    Links(Links),
    /// List the addresses that the ledger (`adressen.toml`) does not know yet; exit code 0 none, 1 some
    Addresses(Addresses),
    /// Write the site as files into a new or empty folder, for any web server
    Build(Build),
    /// Ask the site's search, as a visitor would
    Search(Search),
}

fn main() -> ExitCode {
    let Arguments { command, serve } = Arguments::parse();
    let outcome = match command.unwrap_or(Command::Serve(serve)) {
        Command::Serve(serve) => serve.run(),
        Command::Preview(preview) => preview.run(),
        Command::New(new) => new.run(),
        Command::Status(status) => status.run(),
        Command::Check(check) => check.run(),
        Command::Explain(explain) => explain.run(),
        Command::Links(links) => links.run(),
        Command::Addresses(addresses) => addresses.run(),
        Command::Build(build) => build.run(),
        Command::Search(search) => search.run(),
    };
    outcome.unwrap_or_else(|error| {
        eprintln!("noaber: {error:#}");
        ExitCode::from(COULD_NOT_RUN)
    })
}
