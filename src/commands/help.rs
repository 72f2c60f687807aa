//! The help of the program, and its messages about a command line that it cannot read: in Dutch,
//! for editors.

use clap::builder::StyledStr;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command, Error};

/// The layout of the help of a command.
const TEMPLATE: &str = "{about-with-newline}\nGebruik: {usage}\n\n{all-args}";

/// The same command, and those below it, with headings and remarks in Dutch.
pub fn in_dutch(command: Command) -> Command {
    let is_top = command.get_version().is_some();
    let names: Vec<String> = command
        .get_subcommands()
        .map(|below| below.get_name().to_owned())
        .collect();
    let flag = |name, short, action, help| {
        let argument = Arg::new(name).long(name).short(short);
        argument.action(action).help(help)
    };
    let help = flag("help", 'h', ArgAction::Help, "Toon deze uitleg");
    let version = flag("version", 'V', ArgAction::Version, "Toon de versie");
    let command = command
        .help_template(TEMPLATE)
        .subcommand_help_heading("Opdrachten")
        .subcommand_value_name("OPDRACHT")
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .arg(help)
        .args(is_top.then_some(version))
        .mut_args(remarks);
    let command = names.into_iter().fold(command, |command, name| {
        command.mut_subcommand(name, in_dutch)
    });
    let program = if is_top { "" } else { "noaber " };
    let usage = format!("{program}{}", usage(&command.clone().render_usage()));
    command.override_usage(usage)
}

/// An argument with what clap would say of it in English behind its help.
fn remarks(argument: Arg) -> Arg {
    let mut help = argument
        .get_help()
        .map(StyledStr::to_string)
        .unwrap_or_default();
    let takes_values = argument.get_action().takes_values();
    let choices = argument.get_possible_values();
    let choices = choices.iter().map(|value| value.get_name().to_owned());
    let usual = argument.get_default_values().iter();
    let usual = usual.map(|value| value.to_string_lossy().into_owned());
    for (label, values) in [
        ("keuze", choices.collect::<Vec<_>>()),
        ("standaard", usual.collect()),
    ] {
        if takes_values && !values.is_empty() {
            help.push_str(&format!(" [{label}: {}]", values.join(", ")));
        }
    }
    if let Some(variable) = argument.get_env() {
        help.push_str(&format!(" [omgeving: {}]", variable.to_string_lossy()));
    }
    let heading = if argument.is_positional() {
        "Argumenten"
    } else {
        "Opties"
    };
    argument
        .help(help)
        .help_heading(heading)
        .hide_env(true)
        .hide_default_value(takes_values)
        .hide_possible_values(takes_values)
}

fn usage(usage: &StyledStr) -> String {
    let plain = usage.to_string();
    plain
        .trim_start_matches("Usage:")
        .trim()
        .replace("[OPTIONS]", "[OPTIES]")
        .replace("[COMMAND]", "[OPDRACHT]")
}

/// The message about a command line that cannot be read; `None` if it asks for help.
pub fn refusal(error: &Error) -> Option<String> {
    let name = |kind| match error.get(kind) {
        Some(ContextValue::String(name)) => name.clone(),
        Some(ContextValue::Strings(names)) => names.join(", "),
        _ => String::new(),
    };
    let argument = name(ContextKind::InvalidArg);
    let value = name(ContextKind::InvalidValue);
    let suggestion = |kind| match name(kind) {
        none if none.is_empty() => none,
        suggestion => format!("; bedoelt u `{suggestion}`?"),
    };
    let what = match error.kind() {
        ErrorKind::DisplayHelp
        | ErrorKind::DisplayVersion
        | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => return None,
        ErrorKind::UnknownArgument => format!(
            "`{argument}` hoort hier niet{}",
            suggestion(ContextKind::SuggestedArg)
        ),
        ErrorKind::InvalidSubcommand => {
            let wrong = name(ContextKind::InvalidSubcommand);
            format!(
                "de opdracht `{wrong}` bestaat niet{}",
                suggestion(ContextKind::SuggestedSubcommand)
            )
        }
        ErrorKind::MissingRequiredArgument => format!("er ontbreekt: {argument}"),
        ErrorKind::InvalidValue if value.is_empty() => {
            format!("achter {argument} ontbreekt de waarde")
        }
        ErrorKind::InvalidValue => {
            let choices = name(ContextKind::ValidValue);
            format!("`{value}` kan niet bij {argument}; kies uit {choices}")
        }
        ErrorKind::ValueValidation => {
            format!("`{value}` is geen bruikbare waarde voor {argument}")
        }
        ErrorKind::ArgumentConflict => format!("{argument} mag hier maar één keer staan"),
        _ => "deze opdracht is niet te lezen".to_owned(),
    };
    Some(what)
}
