//! The report on the files of a site in German.

use expect_test::expect;

use crate::content::said_of;
use crate::support::valid_site::check;

const SETTINGS: &str = r#"name = "Beispiel"
description = "Eine kleine Website."
base-url = "https://example.org"
language = "de"
time-zone = "Europe/Berlin"
[publisher]
name = "Beispiel"
[kinds.news]
folder = "aktuelles"
address = "/aktuelles/"
[kinds.themes]
folder = "themen"
address = "/themen/"
[kinds.municipalities]
folder = "gemeinden"
address = "/gemeinden/"
[addresses]
page = "seite"
lists = { themes = "thema" }
[check.severity]
lange-zin = "hinweis"
lege-kop = "egal"
"#;

const PAGE: &str = r#"+++
title = "Beispiel"
sumary = "Die erste Seite."
date = "1. Mai 2026"
themes = ["wasser"]
owner = "redaktion"
+++
# Eine Überschrift

##Noch ein [Link] (aktuelles/index.md) und ** fette ** Wörter[^1].

Siehe [hier](kontackt.md). ![](../static/bilder/eins.jpg) ![](../static/bilder/rand.svg "dekorativ")

| Jahr | Menschen |
|---|---|
| 2025 | 12 | verloren |

Balkendiagramm: Menschen

<marquee>Hierher</marquee>, <b>fett</b>.

[^2]: Darauf verweist nichts.
"#;

const ALERTS: &str = "[[alert]]\ntitle = \"Gesperrt\"\n[alert.in.fr]\ntitle = \"Fermé\"\n";

const ANSWERS: &str = "[[answer]]\nwords = [\"Bus\", \"Bus\"]\ntext = \"**Hier** steht es.\"\nlink = { title = \"Anderswo\", address = \"www\" }\n";

#[test]
fn what_is_wrong_with_the_files_of_a_german_site_is_said_in_german() {
    let files = [
        ("site.toml", SETTINGS),
        ("index.md", PAGE),
        (
            "aktuelles/heute.md",
            "+++\ntitle = \"Heute\"\nsummary = \"Neues.\"\n+++\n",
        ),
        ("meldingen.toml", ALERTS),
        ("antwoorden.toml", ANSWERS),
        ("synoniemen.toml", "groups = [[\"Rad\"]]\n"),
        ("woordenlijst.toml", "[[word]]\nword = \"durchführen\"\n"),
        ("adressen.toml", "[gone]\n\"/alt\" = { reason = \"\" }\n"),
    ];
    expect![[r#"
        adressen.toml: einer Adresse, die es nicht mehr gibt, fehlt der Grund oder eine andere Seite
          schreiben: { reason = "Warum es die Seite nicht mehr gibt.", instead = "ordner/datei.md" }
        aktuelles/heute.md: der Name einer Nachricht beginnt mit ihrem Datum
          die Datei so nennen: 2022-03-02-kurzer-name.md, also Datum, Bindestrich, kleine Buchstaben
        antwoorden.toml: `Bus` steht zweimal da
          eines der beiden entfernen
        antwoorden.toml: in `text` stehen Auszeichnungen, und sie werden dort gezeigt, wie sie geschrieben sind
          die Sternchen entfernen
        antwoorden.toml: das ist keine Adresse im Web
          die ganze Adresse schreiben, mit https:// davor
        index.md: unbekannter Schlüssel `sumary`
          ist `summary` gemeint?
        index.md: der Wert `"1. Mai 2026"` passt hier nicht
          2026-05-01 schreiben, ohne Anführungszeichen
        index.md: Thema `wasser` gibt es nicht
          den Namen einer Datei im Ordner `themen` verwenden, ohne .md
        index.md: die Seite hat schon einen Titel: den in den Kopfzeilen
          diese Überschrift mit ## davor schreiben
        index.md: diese Überschrift wird nicht als Überschrift gelesen
          ein Leerzeichen hinter das letzte # setzen: `## Noch ein [Link] (aktuelles/index.md) und ** fette ** Wörter[^1].`
        index.md: dieser Link wird nicht als Link gelesen
          das Leerzeichen zwischen ] und ( entfernen: [Link](aktuelles/index.md)
        index.md: diese Zeichen machen nichts fett: sie stehen so auf der Seite
          sie direkt an die Wörter setzen, mit den Leerzeichen außen: `**fette**`
        index.md: die Fußnote `[^1]` steht nirgends auf dieser Seite
          die Fußnote unter den Text schreiben, in einer Zeile, die mit `[^1]: ` beginnt
        index.md: die Datei `kontackt.md` gibt es nicht
          den Namen und den Ordner prüfen, von dieser Datei aus gesehen
        index.md: dieser Linktext sagt nicht, wohin der Link führt: `hier`
          schreiben, wohin der Link führt, so dass es auch ohne den Satz darum herum klar ist: [die Website des Landkreises](…)
        index.md: das Bild hat keine Beschreibung
          in die eckigen Klammern schreiben, was zu sehen ist, oder "dekorativ" hinter den Pfad setzen
        index.md: das Bild oder die Datei `../static/bilder/eins.jpg` gibt es nicht
          es in `static` ablegen und von dieser Datei aus gesehen darauf verweisen: `../static/bilder/eins.jpg`
        index.md: das Bild oder die Datei `../static/bilder/rand.svg` gibt es nicht
          es in `static` ablegen und von dieser Datei aus gesehen darauf verweisen: `../static/bilder/rand.svg`
        index.md: `verloren` steht nicht auf der Seite: diese Zeile hat mehr Zellen als der Kopf der Tabelle
          dem Kopf gleich viele Spalten geben, oder \| schreiben für ein |, das in eine Zelle gehört
        index.md: unter dieser Zeile steht keine Tabelle, also ist nichts zu zeichnen
          darunter eine Leerzeile und dann die Tabelle setzen, mit einer Kopfzeile und einer Zeile aus Strichen: |---|---:|
        index.md: HTML ist nicht erlaubt, darum steht das nicht auf der Seite: `<marquee>`, `<b>`
          `**fett**` schreiben
        index.md: der Text verweist nicht auf die Fußnote `[^2]`
          `[^2]` hinter die Wörter setzen, zu denen sie gehört, oder die Fußnote entfernen
        meldingen.toml: dieser Meldung fehlt `level`
          schreiben, wie ernst sie ist, `info`, `warning` oder `crisis`; ohne das wird sie nicht gezeigt
        meldingen.toml: hier fehlt `title` oder `text`
          der Meldung beides in jeder Sprache geben; ohne das wird sie dort nicht gezeigt
        meldingen.toml: `fr` ist keine andere Sprache der Website
          diesen Block entfernen oder wählen aus: 
        site.toml: `egal` steht hier nicht zur Wahl
          wählen aus: fehler, warnung, hinweis, aus
        synoniemen.toml: diese Gruppe hat keine zwei Wörter
          eine Gruppe nennt zwei oder mehr Wörter, die dasselbe bedeuten
        woordenlijst.toml: dieser Block ist nicht vollständig
          unter [[word]] eine Zeile `word = …` und eine Zeile `simpler = …` schreiben
    "#]].assert_eq(&said_of(&files));
}

#[test]
fn the_nouns_of_a_german_site_are_spelt_and_names_and_compounds_are_not_told() {
    let page = "+++\ntitle = \"Beispiel\"\nsummary = \"Die erste Seite.\"\nowner = \"redaktion\"\n+++\nDie Gemiende liegt an der Brükke. Sie sieht die Stadtbrücke von Herrn Brükner, und der Beirat der Gemeindewahl tagt. Brukke heißt sie nicht.\n";
    let folder = tempfile::tempdir().expect("a folder can be made");
    let words = [
        "Beirat", "Brücke", "Gemeinde", "Herrn", "Sie", "Stadt", "Wahl", "an", "der", "die",
        "heißt", "liegt", "nicht", "sieht", "tagt", "und", "von",
    ];
    let dictionary = folder.path().join("de.dic");
    let list = format!("{}\n{}\n", words.len(), words.join("\n"));
    std::fs::write(&dictionary, list).expect("it can be written");
    std::fs::write(folder.path().join("de.aff"), "SET UTF-8\n").expect("it can be written");
    let files = [
        ("site.toml", SETTINGS.to_owned()),
        ("index.md", page.to_owned()),
    ];
    let dictionary = dictionary.display().to_string();
    let (_, report) = check(&files, &["--dictionary", &dictionary]);
    let told = report.lines().filter_map(|line| {
        let (_, rest) = line.split_once("das Wörterbuch kennt `")?;
        rest.split('`').next()
    });
    assert_eq!(told.collect::<Vec<_>>(), ["Gemiende", "Brükke"], "{report}");
}
