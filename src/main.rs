//! Arguments become one command, and its outcome an exit code.
#![expect(clippy::print_stderr, reason = "the commands are the place")]

mod commands;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};

use noaber::message;
use noaber::message::Message;

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
use crate::commands::{CONTENT, COULD_NOT_RUN, MISTAKES, NoSite, language};

#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[derive(Parser)]
#[command(version = noaber::VERSION, max_term_width = 100)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    serve: ServeArgs,
}

#[derive(Subcommand)]
enum Command {
    Serve(ServeArgs),
    Preview(PreviewArgs),
    Init(InitArgs),
    New(NewArgs),
    Status(StatusArgs),
    Check(CheckArgs),
    Explain(ExplainArgs),
    Links(LinksArgs),
    Addresses(AddressesArgs),
    Build(BuildArgs),
    Search(SearchArgs),
    Manual(ManualArgs),
}

fn main() -> ExitCode {
    let (arguments, language) = match read() {
        Ok(read) => read,
        Err(code) => return code,
    };
    let Arguments { command, serve } = arguments;
    let outcome = match command.unwrap_or(Command::Serve(serve)) {
        Command::Serve(serve) => serve.run(language),
        Command::Preview(preview) => preview.run(language),
        Command::Init(init) => init.run(),
        Command::New(new) => new.run(language),
        Command::Status(status) => status.run(),
        Command::Check(check) => check.run(language),
        Command::Explain(explain) => explain.run(language),
        Command::Links(links) => links.run(language),
        Command::Addresses(addresses) => addresses.run(language),
        Command::Build(build) => build.run(language),
        Command::Search(search) => search.run(language),
        Command::Manual(manual) => manual.run(program(language)),
    };
    outcome.unwrap_or_else(|error| {
        if let Some(NoSite(report)) = error.downcast_ref() {
            eprint!("{report}");
            return ExitCode::from(MISTAKES);
        }
        match error.downcast_ref::<Message>() {
            Some(message) => eprintln!("noaber: {}", message.in_language(language)),
            None => eprintln!("noaber: {error:#}"),
        }
        ExitCode::from(COULD_NOT_RUN)
    })
}

/// The arguments, and the language of whoever gave them: that of the site that they name. Or the
/// exit code, where they are an explanation that was asked for or cannot be read.
fn read() -> Result<(Arguments, &'static str), ExitCode> {
    let here = language::of_site(Path::new(CONTENT));
    let read = program(here).try_get_matches().and_then(|found| {
        let below = found.subcommand().map_or(&found, |(_, below)| below);
        let named = below.try_get_one::<PathBuf>("content").ok().flatten();
        let language = named.map_or(here, |content| language::of_site(content));
        Ok((Arguments::from_arg_matches(&found)?, language))
    });
    read.map_err(|error| match help::refusal(&error) {
        Some(refusal) => {
            let told = message!("command-line-refused", refusal);
            eprintln!("noaber: {}", told.in_language(here));
            ExitCode::from(COULD_NOT_RUN)
        }
        None => {
            // A reader that has gone away needs no explanation.
            let _ = error.print();
            ExitCode::SUCCESS
        }
    })
}

/// The arguments that the program takes, explained in a language.
fn program(language: &'static str) -> clap::Command {
    help::in_language(Arguments::command(), language)
}
