//! The Markdown of each page, and the list of them.

use std::io::Read;

use crate::support::{Server, TestSite};

const MARKDOWN: (&str, &str) = ("Accept", "text/markdown");

#[test]
fn a_page_is_there_as_markdown_by_its_address_and_by_what_is_accepted() {
    let server = Server::start(&["--no-watch"]);
    let page = server.get("/gemeenten/oever/");
    assert_eq!(
        page.header("content-type"),
        Some("text/html; charset=utf-8")
    );
    assert_eq!(page.header("vary"), Some("accept, accept-encoding"));
    let by_address = server.get("/gemeenten/oever/index.md");
    let by_accept = server.get_with("/gemeenten/oever/", &[MARKDOWN]);
    for markdown in [&by_address, &by_accept] {
        assert_eq!(markdown.status, 200);
        assert_eq!(
            markdown.header("content-type"),
            Some("text/markdown; charset=utf-8")
        );
        assert_eq!(markdown.header("vary"), Some("accept, accept-encoding"));
        assert_eq!(
            markdown.header("link"),
            Some("<https://streek.example/gemeenten/oever/>; rel=\"canonical\"")
        );
        assert_eq!(markdown.header("content-language"), Some("nl"));
    }
    assert_eq!(by_address.text(), by_accept.text());
    let text = by_address.text();
    assert!(text.starts_with("---\ntitle: \"Oever\"\n"), "{text}");
    assert!(text.contains("\nurl: \"https://streek.example/gemeenten/oever/\"\n"));
    assert!(text.contains("\n# Oever\n"), "{text}");
    assert!(!text.contains("](/"), "every address is absolute: {text}");
    assert!(
        !text.replace("\\<", "").contains('<'),
        "no HTML is left: {text}"
    );
}

#[test]
fn markdown_is_sent_only_to_those_who_prefer_it() {
    let server = Server::start(&["--no-watch"]);
    for (accept, kind) in [
        ("text/markdown, text/html;q=0.9, */*;q=0.1", "text/markdown"),
        ("text/html, text/markdown", "text/html"),
        ("text/markdown;q=0.5, text/html", "text/html"),
        ("text/markdown;q=0", "text/html"),
        ("text/html,application/xhtml+xml,*/*;q=0.8", "text/html"),
        ("*/*", "text/html"),
    ] {
        let reply = server.get_with("/contact/", &[("Accept", accept)]);
        let sent = reply.header("content-type").unwrap_or_default();
        assert!(sent.starts_with(kind), "{accept} gives {sent}");
    }
    let feed = server.get_with("/nieuws/feed.xml", &[MARKDOWN]);
    assert!(feed.text().starts_with("<?xml"), "a feed has no such form");
}

#[test]
fn markdown_has_tags_of_its_own_and_answers_conditions_and_codings() {
    let server = Server::start(&["--no-watch"]);
    let tag = |path: &str, coding: &str| {
        let reply = server.get_with(path, &[("Accept-Encoding", coding)]);
        reply.header("etag").expect("a tag").to_owned()
    };
    let mut tags = Vec::new();
    for path in ["/contact/", "/contact/index.md"] {
        tags.extend(["identity", "gzip", "br"].map(|coding| tag(path, coding)));
    }
    let plain = tags[3].clone();
    tags.sort();
    tags.dedup();
    assert_eq!(tags.len(), 6, "{tags:?}");
    let unchanged = server.get_with("/contact/", &[MARKDOWN, ("If-None-Match", &plain)]);
    assert_eq!(unchanged.status, 304);
    assert!(unchanged.body.is_empty());
    let changed = server.get_with("/contact/", &[("If-None-Match", &plain)]);
    assert_eq!(changed.status, 200, "the tag is not that of the page");
    let head = server.request("HEAD", "/contact/index.md", &[]);
    assert_eq!(head.status, 200);
    assert!(head.body.is_empty());
    let packed = server.get_with("/contact/index.md", &[("Accept-Encoding", "gzip")]);
    let mut text = String::new();
    flate2::read::GzDecoder::new(&*packed.body)
        .read_to_string(&mut text)
        .expect("valid gzip");
    assert_eq!(text, server.get("/contact/index.md").text());
}

#[test]
fn the_markdown_of_an_old_address_is_one_hop_away_and_that_of_a_removed_page_is_gone() {
    let site = TestSite::new();
    site.write(
        "contact.md",
        site.read("contact.md")
            .replacen("+++\n", "+++\nformer = [\"/bel-ons/\"]\n", 1),
    );
    site.write(
        "adressen.toml",
        "[gone]\n\"/weg/\" = { reason = \"Weg.\", instead = \"contact.md\" }\n",
    );
    let server = Server::start(&["--no-watch", "--content", &site.content()]);
    for (old, new) in [
        ("/bel-ons/index.md", "/contact/index.md"),
        ("/Contact/INDEX.md", "/contact/index.md"),
        ("/contact/index.html", "/contact/"),
    ] {
        let reply = server.get(old);
        assert_eq!(reply.status, 301, "{old}");
        assert_eq!(reply.header("location"), Some(new));
    }
    assert_eq!(server.get("/weg/index.md").status, 410);
    assert_eq!(server.get("/bestaat-niet/index.md").status, 404);
}

#[test]
fn markdown_says_what_the_page_says() {
    let site = TestSite::new();
    site.write(
        "proef.md",
        "+++\ntitle = \"Een *proef*\"\nsummary = \"Wat er kan.\"\n+++\nEen [link](contact.md) en een [kop](#de-kop), *schuin*, **vet** en `een_code`.\n\n## De kop\n\n1. een\n2. twee\n   - binnen\n\n> Gezegd.\n\n| a | b |\n|---|---|\n| 1 \\| 2 | [c](contact.md) |\n\n```\n  zo\n```\n\n1\\. geen lijst, en 2 < 3 * 4\n",
    );
    let built = site.build(&[]);
    let markdown = built.read("/proef/index.md");
    let text = markdown
        .split_once("Wat er kan.\n\n")
        .expect("the summary")
        .1;
    for piece in [
        "Een [link](https://streek.example/contact/) en een [kop](https://streek.example/proef/#de-kop), *schuin*, **vet** en `een_code`.\n",
        "## De kop\n\n1. een\n2. twee\n   - binnen\n\n> Gezegd.\n",
        "| a | b |\n| --- | --- |\n| 1 \\| 2 | [c](https://streek.example/contact/) |\n",
        "```\n  zo\n```\n",
        "1\\. geen lijst, en 2 \\< 3 \\* 4\n",
    ] {
        assert!(text.contains(piece), "{piece}\nis not in\n{text}");
    }
    let list = built.read("/llms.txt");
    assert!(list.contains("](https://streek.example/proef/index.md): Wat er kan.\n"));
    let addresses = list.split("](https://streek.example").skip(1);
    for address in addresses.filter_map(|rest| rest.split(')').next()) {
        assert!(built.find(address).is_some(), "{address} is in the list");
    }
}

#[test]
fn a_twin_keeps_what_markdown_has_no_mark_for() {
    let site = TestSite::new();
    let body = "10<sup>6</sup> en CO<sub>2</sub>, met <kbd>Enter</kbd> en \
        <abbr title=\"Burgemeester &amp; wethouders\">B&W</abbr>, en `` a`b ``.\n\n\
        ````js\n```\nbinnen\n```\n````\n\n\
        Term\n: een\n\n    twee\n\nAnder\n: drie\n\n\
        3. drie\n4. vier\n";
    site.write(
        "proef.md",
        format!("+++\ntitle = \"Een proef\"\nsummary = \"Wat er kan.\"\n+++\n{body}"),
    );
    let twin = site.build(&[]).read("/proef/index.md");
    let text = twin.split_once("Wat er kan.\n\n").expect("the summary").1;
    for piece in [
        "10<sup>6</sup> en CO<sub>2</sub>, met <kbd>Enter</kbd> en ",
        "<abbr title=\"Burgemeester &amp; wethouders\">B\\&W</abbr>, en `` a`b ``.\n",
        "````js\n```\nbinnen\n```\n````\n",
        "Term\n: een\n\n  twee\n\nAnder\n: drie\n",
        "3. drie\n4. vier\n",
    ] {
        assert!(text.contains(piece), "{piece}\nis not in\n{text}");
    }
}
