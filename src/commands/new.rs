//! `new`: a content file to begin with.

use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;

use anyhow::Context;
use clap::Args;

use noaber::problem::nearest;

use crate::commands::{Source, could_not_load, print};

#[derive(Args)]
pub struct New {
    /// The folder in the content folder, which decides the kind: `nieuws`; a dot for the top
    folder: String,
    title: String,
    #[command(flatten)]
    source: Source,
}

impl New {
    pub fn run(self) -> anyhow::Result<ExitCode> {
        let New { folder, title, source } = self;
        let inside = Path::new(&folder).strip_prefix(&source.content).ok().and_then(Path::to_str);
        let folder = if folder == "." { "" } else { inside.unwrap_or(&folder).trim_matches('/') };
        let draft = match noaber::draft(&source.folders(), folder, &title, source.clock().now()) {
            Ok(draft) => draft?,
            Err(error) => return could_not_load(error, &source.content),
        };
        ensure_folder(&source.content, folder)?;
        let path = source.content.join(&draft.file);
        let named = || format!("{} kan niet worden geschreven", path.display());
        let mut file = match std::fs::File::create_new(&path) {
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
                anyhow::bail!("{} is er al: kies een andere titel, of werk dat bestand bij", path.display())
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

/// A folder decides the kind, so a misspelt one would make another kind of page.
fn ensure_folder(content: &Path, folder: &str) -> anyhow::Result<()> {
    if content.join(folder).is_dir() {
        return Ok(());
    }
    let names: Vec<String> = std::fs::read_dir(content)?.flatten().filter_map(|entry| entry.file_name().into_string().ok()).collect();
    match nearest(folder, names.iter().map(String::as_str)) {
        Some(meant) => anyhow::bail!("de map `{folder}` is er niet; bedoelt u `{meant}`?"),
        None => anyhow::bail!("de map `{folder}` is er niet; maak een nieuwe map eerst zelf"),
    }
}
