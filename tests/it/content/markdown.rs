//! Markdown as it becomes markup, links and text.

use expect_test::{Expect, expect};
use noaber::content::markdown::render;
use noaber::problem::Report;
use noaber::source::Source;

#[test]
fn the_end_of_a_link_stays_before_the_heading_that_follows_it() {
    let source = Source::new("a.md", "- [a](b.md)\n  ## Kop\n");
    let body = render(&source, 0..source.text.len(), "nl", &mut Report::default());
    let ends: Vec<&str> = body
        .slots
        .iter()
        .map(|slot| &body.markup[slot.at..])
        .collect();
    assert!(ends[0].starts_with("a<h2"), "{}", body.markup);
    assert!(ends[1].starts_with("<h2"), "{}", body.markup);
}

#[test]
fn the_text_of_a_page_is_that_of_its_blocks() {
    let markdown = "Eén & *twee*[^a] <https://a.example>\n\n## Kop\n\n- punt [link](b.md)\n  - punt < dieper\n\n| a | b |\n|---|---|\n| c | d |\n\n```\nlet x;\n```\n\n[^a]: Noot.\n";
    let source = Source::new("a.md", markdown);
    let body = render(&source, 0..markdown.len(), "nl", &mut Report::default());
    let shown: Vec<String> = body
        .blocks
        .iter()
        .map(|block| format!("{:?} {}", block.kind, block.text))
        .collect();
    let expected = [
        "Text Eén & twee https://a.example",
        "Heading Kop",
        "Text punt link",
        "Text punt < dieper",
        "HeaderCell a",
        "HeaderCell b",
        "Text c",
        "Text d",
        "Code let x;",
        "Text Noot.",
    ];
    assert_eq!(shown, expected);
}

/// The HTML of a Markdown text, without slots.
#[track_caller]
fn check(markdown: &str, expected: Expect) {
    let source = Source::new("a.md", markdown);
    let body = render(&source, 0..source.text.len(), "nl", &mut Report::default());
    expected.assert_eq(&body.markup);
}

#[test]
fn of_html_that_is_not_allowed_the_words_stay() {
    check(
        "Een <b>vet</b> en <FONT color=\"red\">rood</FONT> woord, <naam> en <script>alert(1)</script> weg.\n\n<div align=\"center\">\n\nMidden, **vet**.\n\n</div>\n\n<p>Zes &lt; zeven<br>acht</p><ul><li>punt<li><b>dik</b>ke</ul><img src=x alt=\"De brug\">\n<style>p { color: red }</style>\n",
        expect![[r#"
            <p>Een vet en rood woord, &lt;naam&gt; en  weg.</p>
            <p>Midden, <strong>vet</strong>.</p>
            <p>Zes &lt; zeven</p>
            <p>acht</p>
            <p>punt</p>
            <p>dikke</p>
            <p>De brug</p>
        "#]],
    );
}

#[test]
fn html_that_does_not_end_ends_with_the_text_in_which_it_began() {
    check(
        "Een <sub>open, *een <sup>over* de</sup> grens</sub>, <kbd><abbr>a</kbd></abbr>.\n\n# <sub>Kop\n\nDe <sup>rest</sub>.\n\n<details>\n<summary>Nooit gesloten</summary>\n\nWel te lezen.\n\n> <details>\n> Zonder vraag.\n> </details>\n> </details>\n\n![kaart <sub>laag</sub> <b>dik</b>](a.svg) en meer.\n",
        expect![[r#"
            <p>Een <sub>open, <em>een <sup>over</sup></em> de grens</sub>, <kbd><abbr>a</abbr></kbd>.</p>
            <h2 id="kop"><sub>Kop</sub></h2>
            <p>De <sup>rest.</sup></p>
            <p>Nooit gesloten</p>
            <p>Wel te lezen.</p>
            <blockquote>
            <p>Zonder vraag.</p>
            </blockquote>
            <p> en meer.</p>
        "#]],
    );
}

#[test]
fn the_ends_of_lines_are_those_of_any_system() {
    check(
        "## Kop\rTekst.\r\r- een\r- twee\r",
        expect![[r#"
        <h2 id="kop">Kop</h2>
        <p>Tekst.</p>
        <ul>
        <li>een</li>
        <li>twee</li>
        </ul>
    "#]],
    );
}

#[test]
fn a_colon_without_a_space_behind_it_explains_nothing() {
    check(
        "Zin ervoor.\n\n:::tip Titel\n\nTekst.\n\n:::\n\nAfspraak om\n:00 uur\n\n> Leuk\n> :-) `a\n> :b;c`\n\nWoord\n: de uitleg\n:smile:\n\n```\nx\n:y;\n```\n",
        expect![[r#"
            <p>Zin ervoor.</p>
            <p>:::tip Titel</p>
            <p>Tekst.</p>
            <p>:::</p>
            <p>Afspraak om
            :00 uur</p>
            <blockquote>
            <p>Leuk
            :-) <code>a :b;c</code></p>
            </blockquote>
            <dl>
            <dt>Woord</dt>
            <dd>de uitleg
            :smile:</dd>
            </dl>
            <pre tabindex="0"><code>x
            :y;
            </code></pre>
        "#]],
    );
}

#[test]
fn a_comparison_is_no_tag_and_a_remark_is_no_text() {
    check(
        "Als a<b en c>d dan is het goed.\n\nStel a <b\nen nog meer> klaar.\n\nHier %% niet %% wel.\n\n<div en dan\n\nDe <style> blijft, <sub en dit> ook.\n\n<noscript>Zonder <b>script</b></noscript>\n",
        expect![[r#"
            <p>Als a&lt;b en c&gt;d dan is het goed.</p>
            <p>Stel a &lt;b
            en nog meer&gt; klaar.</p>
            <p>Hier            wel.</p>
            <p>&lt;div en dan</p>
            <p>De  blijft, &lt;sub en dit&gt; ook.</p>
            <p>Zonder script</p>
        "#]],
    );
}

#[test]
fn an_asterisk_between_two_numbers_multiplies() {
    check(
        "De kist is 2*3*4 meter, 2**3**4 of 5*10 en 6*7, en *3* is **4**.\n",
        expect![[r#"
            <p>De kist is 2*3*4 meter, 2**3**4 of 5*10 en 6*7, en <em>3</em> is <strong>4</strong>.</p>
        "#]],
    );
}

/// The HTML of a German text, without slots.
#[track_caller]
fn check_in_german(markdown: &str, expected: Expect) {
    let source = Source::new("a.md", markdown);
    let body = render(&source, 0..source.text.len(), "de", &mut Report::default());
    expected.assert_eq(&body.markup);
}

#[test]
fn quotes_are_those_of_the_language_and_a_number_opens_none() {
    check(
        "Een scherm van 24\" en 5'6\" groot, \"in 1924\" en 'zo *heel* goed', foto's.\n",
        expect![[r#"
            <p>Een scherm van 24″ en 5’6″ groot, “in 1924” en ‘zo <em>heel</em> goed’, foto’s.</p>
        "#]],
    );
    check_in_german(
        "Das \"ist\" und 'so *sehr* gut', geht's, „hier“ auch, 24\" und \"so 'gut' es geht\".\n",
        expect![[r#"
            <p>Das „ist“ und ‚so <em>sehr</em> gut‘, geht’s, „hier“ auch, 24″ und „so ‚gut‘ es geht“.</p>
        "#]],
    );
}
