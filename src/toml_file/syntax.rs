//! The mistake in a line that is no TOML, in the words of an editor: the character, and what to
//! write instead.

use crate::rule::Rule;
use crate::source::{Place, Source};
use crate::toml_file::messages::ParserMessage;
use crate::toml_file::values::{as_choice, as_date, as_number};
use crate::toml_file::{hidden_character, is_forbidden};

/// A problem with one line.
pub struct SyntaxError {
    pub rule: Rule,
    /// Its offset in the line, in bytes.
    pub at: usize,
    pub message: String,
    pub help: String,
}

impl SyntaxError {
    fn new(at: usize, message: &str, help: impl Into<String>) -> Self {
        SyntaxError {
            rule: Rule::Syntax,
            at,
            message: message.to_owned(),
            help: help.into(),
        }
    }

    pub fn place(&self, source: &Source, line: usize) -> Place {
        source.place(line + self.at)
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

/// The mistake in a line about whose character at `at` the parser has a message.
pub fn syntax_error(line: &str, at: usize, message: ParserMessage<'_>) -> SyntaxError {
    let start = line.len() - line.trim_start().len();
    if let Some((hidden, _)) = line.char_indices().find(|(_, c)| is_forbidden(*c)) {
        let (message, help) = hidden_character();
        return SyntaxError {
            rule: Rule::HiddenCharacter,
            ..SyntaxError::new(hidden, message, help)
        };
    }
    if message.is_duplicate_key() {
        return SyntaxError::new(
            at,
            "deze sleutel staat er twee keer",
            "haal een van de twee regels weg",
        );
    }
    let Some(equals) = line.find('=') else {
        return without_equals(line, start);
    };
    let key = line[..equals].trim();
    if line[start..].starts_with('[') {
        return without_equals(line, start);
    }
    if key.is_empty() {
        return SyntaxError::new(
            start,
            "voor de = staat geen sleutel",
            "schrijf een regel als `sleutel = \"tekst\"`",
        );
    }
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_".contains(c);
    if !key.chars().all(plain) && !key.starts_with(['"', '\'']) {
        let help =
            "schrijf een sleutel met letters zonder accent, cijfers en streepjes, zonder spaties";
        return SyntaxError::new(start, &format!("`{key}` kan geen sleutel zijn"), help);
    }
    let value_at = equals + 1 + (line[equals + 1..].len() - line[equals + 1..].trim_start().len());
    let value = line[equals + 1..].trim();
    of_value(value, at.saturating_sub(value_at), message).map_or_else(
        || {
            SyntaxError::new(
                at,
                "deze regel kan niet worden gelezen",
                "schrijf een regel als `sleutel = \"tekst\"`, met rechte aanhalingstekens om tekst",
            )
        },
        |syntax_error| SyntaxError {
            at: syntax_error.at + value_at,
            ..syntax_error
        },
    )
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
            &format!("achter `{name}` hoort een = en geen dubbele punt"),
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
fn of_value(value: &str, at: usize, message: ParserMessage<'_>) -> Option<SyntaxError> {
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
    if message.is_about_a_date() {
        let help =
            "schrijf een bestaande datum als 2026-03-31, of 2026-03-31T09:00:00 met een tijd";
        return Some(SyntaxError::new(0, "deze datum of tijd bestaat niet", help));
    }
    if let Some(remedy) = as_choice(value)
        .map(str::to_owned)
        .or_else(|| as_number(value))
    {
        return Some(SyntaxError::new(
            0,
            &format!("de waarde `{value}` is zo niet te lezen"),
            format!("schrijf {remedy}"),
        ));
    }
    let unquoted = message.is_about_quotes()
        || message.is_about_a_string()
        || value.starts_with(char::is_alphabetic);
    unquoted.then(|| {
        SyntaxError::new(
            0,
            "om deze tekst staan geen aanhalingstekens",
            format!("zet rechte aanhalingstekens om de hele tekst: \"{value}\""),
        )
    })
}

fn of_list(value: &str, at: usize, message: ParserMessage<'_>) -> SyntaxError {
    if message.is_about_quotes() {
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
    if message.is_about_a_comma() {
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

fn of_text(value: &str, at: usize, message: ParserMessage<'_>) -> SyntaxError {
    let quote = &value[..1];
    let count = value.matches(quote).count();
    if message.is_about_what_follows() {
        let rest = value.get(at..).unwrap_or_default().trim();
        if rest.starts_with(',') {
            return SyntaxError::new(
                0,
                "hier staan meer waarden zonder haken eromheen",
                format!("schrijf een lijst tussen vierkante haken: [{value}]"),
            );
        }
        if count > 2 {
            let before = at.saturating_sub(1);
            let help =
                "zet een \\ voor elk aanhalingsteken binnen de tekst: \\\", of schrijf daar ‘ en ’";
            return SyntaxError::new(
                before,
                "de tekst eindigt bij dit aanhalingsteken, maar de regel gaat door",
                help,
            );
        }
        return SyntaxError::new(
            at,
            "achter de tekst tussen aanhalingstekens staat nog iets",
            "zet het binnen de aanhalingstekens, of haal het weg",
        );
    }
    if message.is_about_an_escape() {
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
