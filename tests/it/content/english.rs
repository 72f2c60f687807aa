//! The report on the files of a site in English.

use expect_test::expect;

use crate::content::said_of;

const SETTINGS: &str = r#"name = "Example"
description = "A small site."
base-url = "https://example.org"
language = "en"
time-zone = "Europe/Amsterdam"
[publisher]
name = "Example"
[kinds.news]
folder = "news"
address = "/news/"
[kinds.themes]
folder = "themes"
address = "/themes/"
[kinds.municipalities]
folder = "places"
address = "/places/"
[addresses]
page = "page"
lists = { themes = "theme" }
"#;

const PAGE: &str = r#"+++
title = "Example"
summary = "The first page."
owner = "editors"
+++
# A heading

##Another [link] (news/index.md) and ** bold ** words[^1].

[](mailto:nobody)

![](../static/images/one.jpg)

| Year | People |
|---|---|
| 2025 | 12 | lost |

Bar chart: People

<marquee>Look here</marquee>, <b>bold</b>.

[^2]: Nobody refers to this.
"#;

const ALERTS: &str = "[[alert]]\ntitle = \"Closed\"\n[alert.in.fr]\ntitle = \"Fermé\"\n";

const ANSWERS: &str = "[[answer]]\nwords = [\"bus\", \"bus\"]\ntext = \"**Look** here.\"\nlink = { title = \"Elsewhere\", address = \"www\" }\n";

#[test]
fn what_is_wrong_with_the_files_of_an_english_site_is_said_in_english() {
    let files = [
        ("site.toml", SETTINGS),
        ("index.md", PAGE),
        (
            "news/today.md",
            "+++\ntitle = \"Today\"\nsummary = \"News.\"\n+++\n",
        ),
        ("meldingen.toml", ALERTS),
        ("antwoorden.toml", ANSWERS),
        ("synoniemen.toml", "groups = [[\"bike\"]]\n"),
        ("woordenlijst.toml", "[[word]]\nword = \"utilise\"\n"),
        ("adressen.toml", "[gone]\n\"/old\" = { reason = \"\" }\n"),
    ];
    expect![[r#"
        adressen.toml: an address that is gone lacks a reason or another page
          write { reason = "Why the page is gone.", instead = "folder/file.md" }
        antwoorden.toml: `bus` is there twice
          take one of the two away
        antwoorden.toml: there is markup in `text`, and there it is shown as it is written
          take the asterisks away
        antwoorden.toml: this is not an address of the web
          write the whole address, with https:// before it
        index.md: the page has a title already: the one in the front matter
          write this heading with ## before it
        index.md: this heading is not read as a heading
          put a space after the last #: `## Another [link] (news/index.md) and ** bold ** words[^1].`
        index.md: this link is not read as a link
          take away the space between ] and (: [link](news/index.md)
        index.md: these marks make nothing bold: they are on the page as they are
          put them right against the words, with spaces on the outside: `**bold**`
        index.md: the footnote `[^1]` is nowhere on this page
          write the footnote below the text, on a line that begins with `[^1]: `
        index.md: `mailto:nobody` is not an e-mail address
          write an address like mailto:name@example.org
        index.md: the picture has no description
          write between the square brackets what there is to see, or put "decorative" behind the path
        index.md: there is no picture or file `../static/images/one.jpg`
          put it in `static` and refer to it as seen from this file: `../static/images/one.jpg`
        index.md: `lost` is not on the page: this row has more cells than the head of the table
          give the head as many columns, or write \| for a | that belongs in a cell
        index.md: there is no table below this line, so there is nothing to draw
          put a blank line below it and then the table, with a line of heads and a line of dashes: |---|---:|
        index.md: HTML is not allowed, so this is not on the page: `<marquee>`, `<b>`
          write `**bold**`
        index.md: the text does not refer to the footnote `[^2]`
          put `[^2]` behind the words it belongs to, or take the footnote away
        meldingen.toml: this alert lacks `level`
          write how serious it is, `info`, `warning` or `crisis`; without that it is not shown
        meldingen.toml: `title` or `text` is missing here
          give the alert both in each language; without them it is not shown there
        meldingen.toml: `fr` is not another language of the site
          take this block away, or choose from: 
        news/today.md: the name of a news item begins with its date
          name the file like 2022-03-02-short-name.md: date, hyphen, small letters
        synoniemen.toml: this group does not have two words
          a group names two or more words that mean the same
        woordenlijst.toml: this block is not complete
          write a line `word = …` and a line `simpler = …` below [[word]]
    "#]].assert_eq(&said_of(&files));
}
