//! The mistake in a line that is no TOML, in the words of an editor: the character, and what to
//! write instead.

use crate::toml_file::messages::{
    COMMA, DATES, DUPLICATE_KEY, ESCAPE, QUOTES, STRING, WHAT_FOLLOWS,
};
use crate::toml_file::values::{as_choice, as_date, as_number};

/// The mistake in a line.
pub struct SyntaxError {
    /// Its offset in the line, in bytes.
    pub at: usize,
    pub message: String,
    pub help: String,
}

impl SyntaxError {
    fn new(at: usize, message: impl Into<String>, help: impl Into<String>) -> Self {
        let (message, help) = (message.into(), help.into());
        SyntaxError { at, message, help }
    }
}

/// The key that a line begins with, if it has one.
pub fn key(line: &str) -> &str {
    line.split(['=', ':'])
        .next()
        .unwrap_or_default()
        .trim()
        .trim_matches(['"', '\''])
}

/// True for a character that a key may have without quotes around it.
pub fn is_of_key(c: char) -> bool {
    c.is_ascii_alphanumeric() || "-_".contains(c)
}

/// The mistake in a line about whose character at `at` the parser has a message.
pub fn syntax_error(line: &str, at: usize, message: &str) -> SyntaxError {
    let start = line.len() - line.trim_start().len();
    if message.contains(DUPLICATE_KEY) {
        return SyntaxError::new(
            at,
            "deze sleutel staat er twee keer",
            "haal een van de twee regels weg",
        );
    }
    let is_heading = line[start..].starts_with('[');
    let Some((key, value)) = line.split_once('=').filter(|_| !is_heading) else {
        return without_equals(line, start);
    };
    let key = key.trim();
    if key.is_empty() {
        return SyntaxError::new(
            start,
            "voor de = staat geen sleutel",
            "schrijf een regel als `sleutel = \"tekst\"`",
        );
    }
    if !key.chars().all(is_of_key) && !key.starts_with(['"', '\'']) {
        return SyntaxError::new(
            start,
            format!("`{key}` kan geen sleutel zijn"),
            "schrijf een sleutel met letters zonder accent, cijfers en streepjes, zonder spaties",
        );
    }
    let value_at = line.len() - value.trim_start().len();
    match of_value(value.trim(), at.saturating_sub(value_at), message) {
        Some(error) => SyntaxError {
            at: error.at + value_at,
            ..error
        },
        None => SyntaxError::new(
            at,
            "deze regel kan niet worden gelezen",
            "schrijf een regel als `sleutel = \"tekst\"`, met rechte aanhalingstekens om tekst",
        ),
    }
}

fn without_equals(line: &str, start: usize) -> SyntaxError {
    if line[start..].starts_with('[') {
        return SyntaxError::new(
            start,
            "deze kop tussen vierkante haken is niet af",
            "sluit de kop met evenveel haken als waarmee hij begint: [naam] of [[naam]]",
        );
    }
    if let Some(colon) = line.find(':') {
        let name = line[..colon].trim();
        return SyntaxError::new(
            colon,
            format!("achter `{name}` hoort een = en geen dubbele punt"),
            format!("schrijf `{name} = …`"),
        );
    }
    SyntaxError::new(
        start,
        "op deze regel staat geen =",
        "schrijf een regel als `sleutel = \"tekst\"`; hoort de regel bij de tekst, zet haar dan onder de kopregels",
    )
}

/// The mistake in a value; `at` is where the parser stopped in it.
fn of_value(value: &str, at: usize, message: &str) -> Option<SyntaxError> {
    if value.is_empty() || value.starts_with('#') {
        return Some(SyntaxError::new(
            0,
            "achter de = staat niets",
            "schrijf de waarde achter de =, of haal de regel weg",
        ));
    }
    if value.starts_with(['“', '”', '„', '‘', '’', '«']) {
        let inner = value.trim_matches(['“', '”', '„', '‘', '’', '«', '»']);
        return Some(SyntaxError::new(
            0,
            "dit zijn geen rechte aanhalingstekens",
            format!("schrijf rechte aanhalingstekens: \"{inner}\""),
        ));
    }
    if value.starts_with('[') {
        return Some(of_list(value, at, message));
    }
    if value.starts_with('"') || value.starts_with('\'') {
        return Some(of_text(value, at, message));
    }
    if let Some(remedy) = as_date(value) {
        return Some(SyntaxError::new(
            0,
            "deze datum is niet geschreven als jaar-maand-dag",
            format!("schrijf {remedy}"),
        ));
    }
    if DATES.iter().any(|word| message.contains(word)) {
        return Some(SyntaxError::new(
            0,
            "deze datum of tijd bestaat niet",
            "schrijf een bestaande datum als 2026-03-31, of 2026-03-31T09:00:00 met een tijd",
        ));
    }
    if let Some(remedy) = as_choice(value)
        .map(str::to_owned)
        .or_else(|| as_number(value))
    {
        return Some(SyntaxError::new(
            0,
            format!("de waarde `{value}` is zo niet te lezen"),
            format!("schrijf {remedy}"),
        ));
    }
    let unquoted = message.contains(QUOTES)
        || message.contains(STRING)
        || value.starts_with(char::is_alphabetic);
    unquoted.then(|| {
        SyntaxError::new(
            0,
            "om deze tekst staan geen aanhalingstekens",
            format!("zet rechte aanhalingstekens om de hele tekst: \"{value}\""),
        )
    })
}

fn of_list(value: &str, at: usize, message: &str) -> SyntaxError {
    if message.contains(QUOTES) {
        return SyntaxError::new(
            at,
            "om dit woord staan geen aanhalingstekens",
            "zet elk woord in de lijst tussen aanhalingstekens: [\"een\", \"twee\"]",
        );
    }
    if !value.contains(']') {
        return SyntaxError::new(
            0,
            "deze lijst heeft geen einde",
            "sluit de lijst met een ]: [\"een\", \"twee\"]",
        );
    }
    if message.contains(COMMA) {
        return SyntaxError::new(
            at,
            "tussen twee woorden in deze lijst ontbreekt een komma",
            "schrijf een lijst als [\"een\", \"twee\"]",
        );
    }
    SyntaxError::new(
        at.min(value.len()),
        "deze lijst is niet goed geschreven",
        "schrijf een lijst als [\"een\", \"twee\"]",
    )
}

fn of_text(value: &str, at: usize, message: &str) -> SyntaxError {
    let quote = &value[..1];
    if message.contains(WHAT_FOLLOWS) {
        let rest = value.get(at..).unwrap_or_default().trim();
        if rest.starts_with(',') {
            return SyntaxError::new(
                0,
                "hier staan meer waarden zonder haken eromheen",
                format!("schrijf een lijst tussen vierkante haken: [{value}]"),
            );
        }
        if value.matches(quote).count() > 2 {
            return SyntaxError::new(
                at.saturating_sub(1),
                "de tekst eindigt bij dit aanhalingsteken, maar de regel gaat door",
                "zet een \\ voor elk aanhalingsteken binnen de tekst: \\\", of schrijf daar ‘ en ’",
            );
        }
        return SyntaxError::new(
            at,
            "achter de tekst tussen aanhalingstekens staat nog iets",
            "zet het binnen de aanhalingstekens, of haal het weg",
        );
    }
    if message.contains(ESCAPE) {
        return SyntaxError::new(
            at.saturating_sub(1),
            "een \\ in een tekst heeft een eigen betekenis",
            "schrijf \\\\ als er een \\ moet staan, of haal hem weg",
        );
    }
    SyntaxError::new(
        0,
        "deze tekst eindigt niet met een aanhalingsteken",
        format!("zet achter de tekst een {quote}"),
    )
}
