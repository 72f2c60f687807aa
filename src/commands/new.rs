//! `new`: a content file to begin with.

use std::io::Write as _;
use std::path::{Component, Path};
use std::process::ExitCode;

use anyhow::Context;
use clap::Args;

use noaber::suggest::nearest;

use crate::commands::{SiteArgs, print};

#[derive(Args)]
pub struct NewArgs {
    #[arg(
        help = "De map binnen de map met teksten, zoals nieuws; een punt voor de bovenste",
        value_name = "MAP"
    )]
    folder: String,
    #[arg(
        help = "De titel van de pagina, tussen aanhalingstekens",
        value_name = "TITEL",
        allow_hyphen_values = true
    )]
    title: String,
    #[command(flatten)]
    source: SiteArgs,
}

impl NewArgs {
    pub fn run(self) -> anyhow::Result<ExitCode> {
        let NewArgs {
            folder,
            title,
            source,
        } = self;
        let folder = &inside(&folder, &source.content);
        ensure_folder(&source.content, folder)?;
        let now = source.clock().now();
        let draft = source.loaded(noaber::draft(&source.folders()?, folder, &title, now))??;
        let path = source.content.join(&draft.file);
        let named = || format!("{} kan niet worden geschreven", path.display());
        let mut file = match std::fs::File::create_new(&path) {
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
                anyhow::bail!(
                    "{} is er al: kies een andere titel, of werk dat bestand bij",
                    path.display()
                )
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
}

/// A folder as it is called from the content folder: `./nieuws/` and `content/nieuws` are `nieuws`,
/// and the top is empty.
fn inside(folder: &str, content: &Path) -> String {
    let path = Path::new(folder);
    let below = || {
        path.canonicalize()
            .ok()?
            .strip_prefix(content.canonicalize().ok()?)
            .ok()
            .map(Path::to_owned)
    };
    let path = path
        .strip_prefix(content)
        .ok()
        .map(Path::to_owned)
        .or_else(below)
        .unwrap_or_else(|| path.to_owned());
    let parts = path
        .components()
        .filter(|part| !matches!(part, Component::CurDir | Component::RootDir));
    parts
        .map(|part| part.as_os_str().to_string_lossy())
        .collect::<Vec<_>>()
        .join("/")
}

/// A folder decides the kind, so a misspelt one would make another kind of page.
fn ensure_folder(content: &Path, folder: &str) -> anyhow::Result<()> {
    if content.join(folder).is_dir() {
        return Ok(());
    }
    let names: Vec<String> = std::fs::read_dir(content)?
        .flatten()
        .filter_map(|entry| entry.file_name().into_string().ok())
        .collect();
    match nearest(folder, names.iter().map(String::as_str)) {
        Some(suggestion) => {
            anyhow::bail!("de map `{folder}` is er niet; bedoelt u `{suggestion}`?")
        }
        None => anyhow::bail!("de map `{folder}` is er niet; maak een nieuwe map eerst zelf"),
    }
}
