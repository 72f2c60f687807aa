//! `status`: how a running site stands.

use std::process::ExitCode;

use anyhow::Context;
use clap::Args;

use noaber::editors::status;
use noaber::server::admin;

use crate::commands::{MISTAKES, print};

#[derive(Args)]
pub struct Status {
    #[arg(
        help = "Het adres waarop de site met --admin is gestart",
        value_name = "ADRES",
        default_value = "http://127.0.0.1:9090"
    )]
    url: String,
}

impl Status {
    pub fn run(self) -> anyhow::Result<ExitCode> {
        let Status { url } = self;
        let status: status::Status = serde_json::from_str(&admin::ask(&url)?)
            .ok()
            .with_context(|| format!("{url} is geen adres voor redacteuren"))?;
        print(&status.in_words())?;
        Ok(if status.failure.is_none() && status.errors == 0 {
            ExitCode::SUCCESS
        } else {
            ExitCode::from(MISTAKES)
        })
    }
}
