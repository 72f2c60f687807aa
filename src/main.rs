//! Arguments become one command, and its outcome an exit code.
#![expect(clippy::print_stderr, reason = "the commands are the place")]

mod commands;

use std::ffi::OsStr;
use std::path::PathBuf;
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
    let language = language::of_site(&named_content());
    let read = program(language).try_get_matches();
    let read = read.and_then(|found| Arguments::from_arg_matches(&found));
    read.map(|arguments| (arguments, language))
        .map_err(|error| match help::refusal(&error) {
            Some(refusal) => {
                let told = message!("command-line-refused", refusal);
                eprintln!("noaber: {}", told.in_language(language));
                ExitCode::from(COULD_NOT_RUN)
            }
            None => {
                // A reader that has gone away needs no explanation.
                let _ = error.print();
                ExitCode::SUCCESS
            }
        })
}

/// The folder of the site that the arguments name, also where they cannot be read otherwise.
fn named_content() -> PathBuf {
    let mut words = std::env::args_os().skip_while(|word| !is_content(word));
    let named = words
        .next()
        .and_then(|word| match word.to_str()?.split_once('=') {
            Some((_, folder)) => Some(folder.into()),
            None => words.next(),
        });
    let named = named.or_else(|| std::env::var_os("NOABER_CONTENT"));
    named.map_or_else(|| CONTENT.into(), PathBuf::from)
}

fn is_content(word: &OsStr) -> bool {
    word == "--content" || word.as_encoded_bytes().starts_with(b"--content=")
}

/// The arguments that the program takes, explained in a language.
fn program(language: &'static str) -> clap::Command {
    help::in_language(Arguments::command(), language)
}
