//! `[kinds.…]`: where the kinds of content live.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use crate::config::reader::ConfigReader;
use crate::kinds::spec::{KindSpec, KindTable, Presence};
use crate::message;
use crate::route::Route;

/// The folder of a kind within the content folder, and the address of its list.
#[derive(Clone, Debug)]
pub struct KindFolder {
    pub kind: &'static KindSpec,
    pub folder: String,
    pub address: Route,
}

pub type RawKinds = BTreeMap<Spanned<String>, Spanned<RawKindFolder>>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawKindFolder {
    folder: Option<String>,
    address: Option<Spanned<String>>,
}

/// The folders of the kinds that the site has, in the order of the table.
pub fn read(raw: RawKinds, table: KindTable, reader: &mut ConfigReader<'_>) -> Vec<KindFolder> {
    let names: Vec<&str> = table.with_folder().map(|kind| kind.name).collect();
    let mut named: BTreeMap<String, RawKindFolder> = BTreeMap::new();
    for (name, folder) in raw {
        if names.contains(&name.get_ref().as_str()) {
            named.insert(name.into_inner(), folder.into_inner());
            continue;
        }
        reader.unknown_key(&name, &names);
    }
    table
        .with_folder()
        .filter_map(|kind| read_kind(kind, named.remove(kind.name), reader))
        .collect()
}

fn read_kind(
    kind: &'static KindSpec,
    raw: Option<RawKindFolder>,
    reader: &mut ConfigReader<'_>,
) -> Option<KindFolder> {
    let table = format!("kinds.{}", kind.name);
    let raw = match kind.presence {
        Presence::Required => reader.required_table(&table, raw),
        Presence::Optional | Presence::Fallback => raw,
    }?;
    let folder = reader.required(&format!("{table}.folder"), raw.folder);
    let written = reader.required(&format!("{table}.address"), raw.address)?;
    let address = Route::parse(written.get_ref()).filter(|route| route.as_str().ends_with('/'));
    if address.is_none() {
        let (key, word) = (kind.name, written.get_ref());
        let message = message!("settings-address", word, key);
        let help = message!("settings-kind-address-help");
        reader.wrong(written.span(), message, help);
    }
    Some(KindFolder {
        kind,
        folder: folder?.trim_matches('/').to_owned(),
        address: address?,
    })
}
