//! The help of the program, and its messages about a command line that it cannot read, in the
//! language of the site or of the system.

use std::process::Command;

use noaber::message;

use crate::support::{noaber, project, run};

const COMMANDS: &[&str] = &[
    "serve",
    "preview",
    "init",
    "new",
    "status",
    "check",
    "explain",
    "links",
    "addresses",
    "build",
    "search",
    "manual",
];

#[test]
fn every_command_explains_itself_in_dutch() {
    for command in COMMANDS
        .iter()
        .map(|command| vec![*command, "--help"])
        .chain([vec!["--help"], vec!["-h"], vec!["preview", "-h"]])
    {
        let output = run(&command);
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(output.status.success(), "{command:?}: {output:?}");
        assert!(
            text.contains("\nGebruik: noaber")
                && text.contains("\nOpties:\n")
                && text.contains("Toon deze uitleg"),
            "{text}"
        );
        for word in [
            "Usage",
            "Options:",
            "Commands",
            "Arguments",
            "Print",
            "default",
            "possible",
            "[env",
            "[OPTIONS]",
            "[COMMAND]",
        ] {
            assert!(!text.contains(word), "{command:?} says {word}:\n{text}");
        }
    }
    let all = String::from_utf8_lossy(&run(&["--help"]).stdout).into_owned();
    assert!(
        COMMANDS
            .iter()
            .all(|command| all.contains(&format!("\n  {command} "))),
        "{all}"
    );
    for option in [
        "--content <MAP>",
        "--static <MAP>",
        "--listen <ADRES>",
        "--now <MOMENT>",
        "--admin <ADRES>",
        "--no-watch",
    ] {
        assert!(all.contains(option), "{option} is explained:\n{all}");
    }
    let all = all.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        all.contains("[standaard: content] [omgeving: NOABER_CONTENT]"),
        "{all}"
    );
}

#[test]
fn a_command_line_that_cannot_be_read_is_told_in_dutch() {
    for (line, told) in [
        (
            &["chek"][..],
            "de opdracht `chek` bestaat niet; bedoelt u `check`?",
        ),
        (
            &["check", "--al"],
            "`--al` hoort hier niet; bedoelt u `--all`?",
        ),
        (&["addresses", "teksten"], "`teksten` hoort hier niet"),
        (&["new", "nieuws"], "er ontbreekt: <TITEL>"),
        (
            &["check", "--format", "xml"],
            "`xml` kan niet bij --format <FORMAT>; kies uit text, json, github, sarif",
        ),
        (
            &["check", "--content"],
            "achter --content <MAP> ontbreekt de waarde",
        ),
        (
            &["check", "--now", "morgen"],
            "`morgen` is geen bruikbare waarde voor --now <MOMENT>",
        ),
        (
            &["check", "--all", "--all"],
            "--all mag hier maar één keer staan",
        ),
    ] {
        let output = run(line);
        let text = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{line:?}: {output:?}");
        assert_eq!(
            text.lines().next(),
            Some(format!("noaber: {told}").as_str()),
            "{line:?}"
        );
        assert!(text.contains("noaber --help"), "{text}");
    }
}

#[test]
fn the_manual_and_the_completions_name_every_command() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let output = run(&["manual", &folder.path().display().to_string()]);
    assert!(output.status.success(), "{output:?}");
    let read = |name: &str| {
        let text = std::fs::read_to_string(folder.path().join(name));
        text.unwrap_or_else(|_| panic!("{name} was written"))
    };
    for name in ["noaber.1", "noaber.bash", "noaber.fish", "_noaber"] {
        let text = read(name);
        for command in COMMANDS {
            assert!(text.contains(command), "{name} names {command}");
        }
    }
    assert!(read("noaber-serve.1").contains("NOABER_LISTEN"));
}

/// The program in a folder without a site, on a system in this language.
fn without_site(language: &str, arguments: &[&str]) -> Command {
    let mut command = noaber(arguments);
    command.current_dir(std::env::temp_dir());
    command.env("LC_ALL", language);
    command
}

/// Text with its words one space apart.
fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_string_of_the_help_is_said_in_its_language() {
    for language in message::languages() {
        let system = &format!("{language}.UTF-8");
        let mut all = String::new();
        for command in COMMANDS
            .iter()
            .map(|command| vec![*command, "--help"])
            .chain([vec!["-h"]])
        {
            let output = without_site(system, &command).output().expect("it starts");
            assert!(output.status.success(), "{command:?}: {output:?}");
            all += &on_one_line(&String::from_utf8_lossy(&output.stdout));
        }
        let file = format!("templates/messages/{language}/help.ftl");
        let strings = std::fs::read_to_string(file).expect("the strings of the help");
        let strings = strings.lines().filter_map(|line| line.split_once(" = "));
        let fixed = strings.filter(|(name, text)| {
            (name.starts_with("help-") || name.starts_with("value-"))
                && !text.contains('{')
                && !name.starts_with("value-missing")
        });
        for (name, text) in fixed {
            assert!(all.contains(text), "no help says `{name}` in {language}");
        }
    }
}

#[test]
fn the_program_speaks_the_language_of_the_system_where_there_is_no_site() {
    for (system, told) in [
        (
            "nl_NL.UTF-8",
            "noaber: de opdracht `chek` bestaat niet; bedoelt u `check`?",
        ),
        (
            "en_GB.UTF-8",
            "noaber: there is no command `chek`; did you mean `check`?",
        ),
        (
            "de_DE.UTF-8",
            "noaber: den Befehl `chek` gibt es nicht; ist `check` gemeint?",
        ),
        (
            "fr_FR.UTF-8",
            "noaber: there is no command `chek`; did you mean `check`?",
        ),
        (
            "C",
            "noaber: there is no command `chek`; did you mean `check`?",
        ),
    ] {
        let output = without_site(system, &["chek"]).output().expect("it starts");
        let text = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(text.lines().next(), Some(told), "{system}");
    }
}

#[test]
fn a_command_line_that_cannot_be_read_is_told_in_the_language_of_the_site_that_it_names() {
    let content = project().join("content");
    let content = content.to_str().expect("the path is UTF-8");
    let by_argument = without_site("en_GB", &["check", "--format", "xml", "--content", content]);
    let mut by_variable = without_site("en_GB", &["check", "--format", "xml"]);
    by_variable.env("NOABER_CONTENT", content);
    for mut command in [by_argument, by_variable] {
        let output = command.output().expect("the binary starts");
        let text = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(text.contains("kies uit text, json"), "{text}");
    }
}
