//! `manual`: the manual page and the completions of shells, for whoever packs the program.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, Command};
use clap_complete::Shell;

use crate::commands::{cannot_write, outcome};

#[derive(Args)]
pub struct ManualArgs {
    #[arg(value_name = "folder")]
    folder: PathBuf,
}

impl ManualArgs {
    /// Writes what follows from the arguments that `program` takes.
    pub fn run(self, mut program: Command) -> anyhow::Result<ExitCode> {
        let ManualArgs { folder } = self;
        write(&folder, &mut program).map_err(|cause| cannot_write(&folder, &cause))?;
        Ok(outcome(true))
    }
}

fn write(folder: &Path, program: &mut Command) -> std::io::Result<()> {
    std::fs::create_dir_all(folder)?;
    clap_mangen::generate_to(program.clone(), folder)?;
    for shell in [Shell::Bash, Shell::Fish, Shell::Zsh] {
        clap_complete::generate_to(shell, program, "noaber", folder)?;
    }
    Ok(())
}
