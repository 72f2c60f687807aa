//! The help of the program, and its messages about a command line that it cannot read: in Dutch.

use crate::support::run;

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
