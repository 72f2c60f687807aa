//! The help of the program, and its messages about a command line that it cannot read, in the
//! language of whoever runs it.
//!
//! The help of a command is the message `help-COMMAND`, that of an argument `help-COMMAND-ID`, or
//! `help-ID` where several commands have it. The names of values are messages too: `value-NAME`.

use clap::builder::StyledStr;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command, Error};

use noaber::message;
use noaber::message::{Message, MessageValue};

/// A command, and those below it, in a language.
pub fn in_language(command: Command, language: &'static str) -> Command {
    let say = |message: Message| message.in_language(language);
    let is_top = command.get_version().is_some();
    let name = command.get_name().to_owned();
    let names: Vec<String> = command
        .get_subcommands()
        .map(|below| below.get_name().to_owned())
        .collect();
    let flag = |name, short, action| Arg::new(name).long(name).short(short).action(action);
    let about = said(&[&name], language);
    let usage_word = say(message!("help-label-usage"));
    let command = command
        .about(about)
        .help_template(format!(
            "{{about-with-newline}}\n{usage_word}: {{usage}}\n\n{{all-args}}"
        ))
        .subcommand_help_heading(say(message!("help-label-commands")))
        .subcommand_value_name(say(message!("value-command")))
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .arg(flag("help", 'h', ArgAction::Help))
        .args(is_top.then(|| flag("version", 'V', ArgAction::Version)))
        .mut_args(|argument| explained(argument, &name, language));
    let command = names.into_iter().fold(command, |command, name| {
        command.mut_subcommand(name, |below| in_language(below, language))
    });
    let program = if is_top { "" } else { "noaber " };
    let usage = usage(&command.clone().render_usage(), language);
    command.override_usage(format!("{program}{usage}"))
}

/// The first of these helps that there is.
fn said(names: &[&str], language: &str) -> String {
    let mut names = names.iter();
    let said = names.find_map(|name| message::named(&format!("help-{name}"), language));
    said.expect("templates/messages has the help of every command and argument")
}

/// An argument with its help, and with what clap would say of it in English behind that.
fn explained(argument: Arg, command: &str, language: &'static str) -> Arg {
    let say = |message: Message| message.in_language(language);
    let id = argument.get_id().as_str().replace('_', "-");
    let mut help = said(&[&format!("{command}-{id}"), &id], language);
    let takes_values = argument.get_action().takes_values();
    let choices = argument.get_possible_values();
    let choices: MessageValue = choices.iter().map(|value| value.get_name()).collect();
    let usual = argument.get_default_values().iter();
    let usual: MessageValue = usual
        .map(|value| value.to_string_lossy().into_owned())
        .collect();
    let nothing = MessageValue::List(Vec::new());
    let mut remark = |message: Message| help.push_str(&format!(" [{}]", say(message)));
    if takes_values && choices != nothing {
        remark(message!("help-label-choices", choices));
    }
    if takes_values && usual != nothing {
        remark(message!("help-label-default", usual));
    }
    if let Some(variable) = argument.get_env() {
        let variable = variable.to_string_lossy().into_owned();
        remark(message!("help-label-environment", variable));
    }
    let heading = if argument.is_positional() {
        message!("help-label-arguments")
    } else {
        message!("help-label-options")
    };
    let names = argument.get_value_names().unwrap_or_default().iter();
    let names = names.map(|name| {
        let said = message::named(&format!("value-{name}"), language);
        said.unwrap_or_else(|| name.to_string())
    });
    let names: Vec<String> = names.collect();
    let argument = match takes_values {
        true => argument.value_names(names),
        false => argument,
    };
    argument
        .help(help)
        .help_heading(say(heading))
        .hide_env(true)
        .hide_default_value(takes_values)
        .hide_possible_values(takes_values)
}

fn usage(usage: &StyledStr, language: &str) -> String {
    let plain = usage.to_string();
    let options = message!("help-label-any-options").in_language(language);
    let command = message!("value-command").in_language(language);
    plain
        .trim_start_matches("Usage:")
        .trim()
        .replace("[OPTIONS]", &format!("[{options}]"))
        .replace("[COMMAND]", &format!("[{command}]"))
}

/// The message about a command line that cannot be read; `None` if it asks for help.
pub fn refusal(error: &Error) -> Option<Message> {
    let name = |kind| match error.get(kind) {
        Some(ContextValue::String(name)) => name.clone(),
        Some(ContextValue::Strings(names)) => names.join(", "),
        _ => String::new(),
    };
    let argument = name(ContextKind::InvalidArg);
    let value = name(ContextKind::InvalidValue);
    Some(match error.kind() {
        ErrorKind::DisplayHelp
        | ErrorKind::DisplayVersion
        | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => return None,
        ErrorKind::UnknownArgument => match name(ContextKind::SuggestedArg) {
            none if none.is_empty() => message!("argument-unknown", argument),
            meant => message!("argument-meant", argument, meant),
        },
        ErrorKind::InvalidSubcommand => {
            let wrong = name(ContextKind::InvalidSubcommand);
            match name(ContextKind::SuggestedSubcommand) {
                none if none.is_empty() => message!("command-unknown", wrong),
                meant => message!("command-meant", wrong, meant),
            }
        }
        ErrorKind::MissingRequiredArgument => message!("argument-missing", argument),
        ErrorKind::InvalidValue if value.is_empty() => message!("value-missing", argument),
        ErrorKind::InvalidValue => {
            let choices = name(ContextKind::ValidValue);
            message!("value-not-among", value, argument, choices)
        }
        ErrorKind::ValueValidation => message!("value-unusable", value, argument),
        ErrorKind::ArgumentConflict => message!("argument-twice", argument),
        _ => message!("command-line-unreadable"),
    })
}
