//! Arguments become one command, and its outcome an exit code.
#![expect(clippy::print_stderr, reason = "the commands are the place")]

mod commands;

use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};

use crate::commands::addresses::AddressesArgs;
use crate::commands::build::BuildArgs;
use crate::commands::check::CheckArgs;
use crate::commands::explain::ExplainArgs;
use crate::commands::help;
use crate::commands::init::InitArgs;
use crate::commands::links::LinksArgs;
use crate::commands::manual::ManualArgs;
use crate::commands::new::NewArgs;
use crate::commands::search::SearchArgs;
use crate::commands::serve::{PreviewArgs, ServeArgs};
use crate::commands::status::StatusArgs;
use crate::commands::{COULD_NOT_RUN, MISTAKES, NoSite};

#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[derive(Parser)]
#[command(
    version = noaber::VERSION,
    about = "De website van een streek, gemaakt van een map met Markdown",
    max_term_width = 100
)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    serve: ServeArgs,
}

#[derive(Subcommand)]
enum Command {
    #[command(
        about = "Laat de site zien aan bezoekers, en houd haar zoals de bestanden zijn; ook zonder opdracht"
    )]
    Serve(ServeArgs),
    #[command(
        about = "Laat de site op deze computer zien aan wie haar schrijft: met concepten, geplande pagina’s en wat er mis is"
    )]
    Preview(PreviewArgs),
    #[command(
        about = "Maak een nieuwe, kleine site in een lege map, in het Nederlands, Duits of Engels"
    )]
    Init(InitArgs),
    #[command(about = "Maak een nieuw bestand met de juiste naam en kopregels, als concept")]
    New(NewArgs),
    #[command(
        about = "Zeg hoe een draaiende site ervoor staat: wat te zien is, wat er mis is, wat er verandert; exitcode 0 alles goed, 1 niet"
    )]
    Status(StatusArgs),
    #[command(
        about = "Noem elke fout in de teksten; exitcode 0 geen fouten, 1 wel, 2 de controle kon niet"
    )]
    Check(CheckArgs),
    #[command(
        about = "Leg een regel uit, met een voorbeeld; zonder code een lijst van alle regels"
    )]
    Explain(ExplainArgs),
    #[command(about = "Noem wat naar een bestand, een adres, een kop of een begrip verwijst")]
    Links(LinksArgs),
    #[command(
        about = "Noem de adressen die nog niet in `adressen.toml` staan; exitcode 0 geen, 1 wel"
    )]
    Addresses(AddressesArgs),
    #[command(
        about = "Schrijf de site als bestanden in een nieuwe of lege map, of in plaats van wat daar een eerdere keer is geschreven"
    )]
    Build(BuildArgs),
    #[command(about = "Zoek in de site, zoals een bezoeker dat doet")]
    Search(SearchArgs),
    #[command(about = "Schrijf de handleiding (man) en de aanvullingen voor shells in een map")]
    Manual(ManualArgs),
}

fn main() -> ExitCode {
    let Arguments { command, serve } = match read() {
        Ok(arguments) => arguments,
        Err(code) => return code,
    };
    let outcome = match command.unwrap_or(Command::Serve(serve)) {
        Command::Serve(serve) => serve.run(),
        Command::Preview(preview) => preview.run(),
        Command::Init(init) => init.run(),
        Command::New(new) => new.run(),
        Command::Status(status) => status.run(),
        Command::Check(check) => check.run(),
        Command::Explain(explain) => explain.run(),
        Command::Links(links) => links.run(),
        Command::Addresses(addresses) => addresses.run(),
        Command::Build(build) => build.run(),
        Command::Search(search) => search.run(),
        Command::Manual(manual) => manual.run(help::in_dutch(Arguments::command())),
    };
    outcome.unwrap_or_else(|error| {
        if let Some(NoSite(report)) = error.downcast_ref() {
            eprint!("{report}");
            return ExitCode::from(MISTAKES);
        }
        eprintln!("noaber: {error:#}");
        ExitCode::from(COULD_NOT_RUN)
    })
}

/// The arguments; or the exit code, where they are an explanation that was asked for or cannot be
/// read.
fn read() -> Result<Arguments, ExitCode> {
    let read = help::in_dutch(Arguments::command())
        .try_get_matches()
        .and_then(|found| Arguments::from_arg_matches(&found));
    read.map_err(|error| match help::refusal(&error) {
        Some(refusal) => {
            eprintln!(
                "noaber: {refusal}\nLees hoe het moet met: noaber --help, of noaber OPDRACHT --help"
            );
            ExitCode::from(COULD_NOT_RUN)
        }
        None => {
            // A reader that has gone away needs no explanation.
            let _ = error.print();
            ExitCode::SUCCESS
        }
    })
}
