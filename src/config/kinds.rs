//! `[kinds.…]`: where the kinds of content live.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use crate::config::reader::ConfigReader;
use crate::kinds::spec::{KindSpec, KindTable, Presence};
use crate::route::Route;
use crate::rule::Rule;
use crate::suggest::{did_you_mean, nearest};

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
        let otherwise = format!("haal de regel weg, of kies uit: {}", names.join(", "));
        let help = did_you_mean(nearest(name.get_ref(), names.iter().copied()), &otherwise);
        let message = format!("onbekende sleutel `{}`", name.get_ref());
        let place = reader.source.place(name.span().start);
        reader.report.add(place, Rule::UnknownKey, message, help);
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
        reader.wrong(
            written.span(),
            format!(
                "het adres `{}` van `{}` kan niet",
                written.get_ref(),
                kind.name
            ),
            "schrijf een adres als /nieuws/: kleine letters, met een schuine streep voor en achter",
        );
    }
    Some(KindFolder {
        kind,
        folder: folder?.trim_matches('/').to_owned(),
        address: address?,
    })
}
