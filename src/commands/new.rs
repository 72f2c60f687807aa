//! `new`: a content file to begin with.

use std::io::Write as _;
use std::path::{Component, Path};
use std::process::ExitCode;

use clap::Args;

use noaber::DraftError;
use noaber::message;
use noaber::suggest::nearest;

use crate::commands::{SiteArgs, cannot_write, tell};

#[derive(Args)]
pub struct NewArgs {
    #[arg(value_name = "folder")]
    folder: String,
    #[arg(value_name = "title", allow_hyphen_values = true)]
    title: String,
    #[command(flatten)]
    source: SiteArgs,
}

impl NewArgs {
    pub fn run(self, language: &'static str) -> anyhow::Result<ExitCode> {
        let NewArgs {
            folder,
            title,
            source,
        } = self;
        let folder = &inside(&folder, &source.content);
        ensure_folder(&source.content, folder)?;
        let now = source.clock().now();
        let draft = noaber::draft(&source.folders()?, folder, &title, now);
        let draft = draft.map_err(|error| match error {
            DraftError::NoSite(error) => source.no_site(error),
            DraftError::NoFile(message) => message.into(),
        })?;
        let path = source.content.join(&draft.file);
        let cannot_write = |cause: std::io::Error| cannot_write(&path, &cause);
        let mut file = match std::fs::File::create_new(&path) {
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
                anyhow::bail!(message!("new-file-exists", path = path.as_path()))
            }
            file => file.map_err(cannot_write)?,
        };
        file.write_all(draft.text.as_bytes())
            .map_err(cannot_write)?;
        let address = draft.route.as_str();
        tell(
            &message!("new-draft", path = path.as_path(), address),
            language,
        )?;
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
        Some(meant) => anyhow::bail!(message!("new-folder-meant", folder, meant)),
        None => anyhow::bail!(message!("new-folder-missing", folder)),
    }
}
