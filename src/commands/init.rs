//! `init`: the folder of a new site, small and sound.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context;
use clap::Args;
use clap::builder::PossibleValuesParser;
use include_dir::{Dir, DirEntry, include_dir};
use jiff::ToSpan as _;

use noaber::date::{self, Date, TimeZone, Timestamp};
use noaber::message;
use noaber::text::Text;

use crate::commands::{Clock, cannot_write, print};

/// The files of a new site, a folder for each language. Words in braces are filled in.
static FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/templates/init");

/// The guide for editors in Dutch, which is that of the site that comes with the program.
const GUIDE: &str = include_str!("../../content/LEESMIJ.md");

/// The days from now to what is still to happen in the examples.
const SOON: i32 = 14;

#[derive(Args)]
pub struct InitArgs {
    #[arg(value_name = "folder")]
    folder: PathBuf,
    #[arg(
        long,
        value_name = "language",
        default_value = "nl",
        value_parser = PossibleValuesParser::new(languages())
    )]
    language: String,
    #[arg(long, value_name = "name")]
    name: Option<String>,
    #[arg(long, env = "NOABER_NOW", value_name = "moment")]
    now: Option<Timestamp>,
}

/// The words in braces, each with what is filled in.
type Words = [(&'static str, String)];

impl InitArgs {
    pub fn run(self) -> anyhow::Result<ExitCode> {
        let InitArgs {
            folder,
            language,
            name,
            now,
        } = self;
        let shown = folder.display();
        ensure_free(&folder)?;
        let text = Text::load(&language).expect("each language of a new site has texts");
        let name = name.unwrap_or_else(|| text.say("init-name").to_owned());
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        anyhow::ensure!(!name.is_empty(), message!("init-empty-name"));
        let today = date::day_of(Clock::starting_at(now).now(), &TimeZone::UTC);
        let words = words(&name, today);
        let files = FILES.get_dir(&language).expect("each language has files");
        write_all(files, &folder, files.path(), &words)
            .map_err(|cause| cannot_write(&folder, &cause))?;
        if language == "nl" {
            fs::write(folder.join("content/LEESMIJ.md"), GUIDE)?;
        }
        print(&format!(
            "{}\n",
            text.say_with("init-done", "folder", shown)
        ))?;
        Ok(ExitCode::SUCCESS)
    }
}

/// A folder with anything in it is left alone.
fn ensure_free(folder: &Path) -> anyhow::Result<()> {
    match fs::read_dir(folder) {
        Ok(mut entries) => anyhow::ensure!(
            entries.next().is_none(),
            message!("init-folder-not-empty", folder)
        ),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
        Err(_) => anyhow::bail!(message!("init-no-folder", folder)),
    }
    Ok(())
}

/// The languages that a new site can have.
fn languages() -> impl Iterator<Item = &'static str> {
    FILES.dirs().filter_map(|folder| folder.path().to_str())
}

fn words(name: &str, today: Date) -> [(&'static str, String); 6] {
    let quoted = toml::Value::String(name.to_owned()).to_string();
    [
        // A name with quotes in it makes TOML choose other ones.
        ("\"{name}\"", quoted),
        ("{name}", name.to_owned()),
        ("{today}", today.to_string()),
        ("{soon}", today.saturating_add(SOON.days()).to_string()),
        ("{year}", today.year().to_string()),
        ("{next-year}", (today.year() + 1).to_string()),
    ]
}

fn write_all(from: &Dir<'_>, to: &Path, above: &Path, words: &Words) -> anyhow::Result<()> {
    fs::create_dir_all(to.join(from.path().strip_prefix(above)?))?;
    for entry in from.entries() {
        match entry {
            DirEntry::Dir(folder) => write_all(folder, to, above, words)?,
            DirEntry::File(file) => {
                let path = file.path().strip_prefix(above)?.to_string_lossy();
                let path = to.join(filled_in(&path, words));
                let text = file.contents_utf8().context("the files are text")?;
                fs::write(&path, filled_in(text, words))?;
                if text.starts_with("#!") {
                    fs::set_permissions(&path, fs::Permissions::from_mode(0o755))?;
                }
            }
        }
    }
    Ok(())
}

fn filled_in(text: &str, words: &Words) -> String {
    let mut text = text.to_owned();
    for (word, value) in words {
        text = text.replace(word, value);
    }
    text
}
