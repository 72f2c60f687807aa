//! The list of words of a site.

use expect_test::{Expect, expect};
use noaber::content::word_list::{FILE, WordList, read};
use noaber::problem::Report;
use noaber::source::Source;

fn list(text: &str) -> (WordList, Report) {
    let mut report = Report::default();
    (read(&Source::new(FILE, text), &mut report), report)
}

#[track_caller]
fn mistakes(text: &str, expected: Expect) {
    expected.assert_eq(
        &list(text)
            .1
            .problems()
            .iter()
            .map(|problem| format!("{}\n", problem.in_language("nl")))
            .collect::<String>(),
    );
}

#[test]
fn a_word_is_found_in_all_its_forms_and_the_longest_wins() {
    let (list, _) = list(
        r#"
        [[word]]
        word = "realiseren"
        simpler = "maken"
        [[word]]
        word = "kader"
        simpler = "grens"
        [[word]]
        word = "kader van de"
        simpler = "voor de"
        forms = ["kaders van de"]
        "#,
    );
    let found = |words: &[&str]| {
        list.hard_word(words.iter().copied())
            .map(|(length, word)| (length, word.simpler.clone()))
    };
    assert_eq!(found(&["gerealiseerd"]), Some((1, "maken".to_owned())));
    assert_eq!(
        found(&["kader", "van", "de", "wet"]),
        Some((3, "voor de".to_owned()))
    );
    assert_eq!(
        found(&["kaders", "van", "de"]),
        Some((3, "voor de".to_owned()))
    );
    assert_eq!(found(&["kader", "van"]), Some((1, "grens".to_owned())));
    assert_eq!(found(&["kaders"]), None);
    assert_eq!(found(&[]), None);
}

#[test]
fn a_name_of_two_words_is_known_by_each() {
    let (list, _) = list("names = [\"Veilig Thuis\", \"Almelo\"]\nabbreviations = [\"GGD\"]");
    assert!(
        list.is_name("Veilig")
            && list.is_name("Thuis")
            && list.is_name("Almelo")
            && !list.is_name("almelo")
    );
    assert!(list.is_known_abbreviation("GGD") && !list.is_known_abbreviation("RES"));
}

#[test]
fn what_is_wrong_is_reported_at_its_place() {
    mistakes(
        "nemes = []\n[[word]]\nword = \"a\"\n[[word]]\nword = \"b\"\nsimpler = \" \"\n[[word]]\nword = \"c\"\nsimpler = \"d\"\n[[word]]\nword = \"c\"\nsimpler = \"e\"\n",
        expect![[r#"
            woordenlijst.toml:1:1: fout: onbekende sleutel `nemes` [V103 onbekende-sleutel]
              hulp: bedoelt u `names`?
            woordenlijst.toml:2:1: fout: dit blok is niet af [S103 woordenlijst]
              hulp: schrijf onder [[word]] een regel `word = …` en een regel `simpler = …`
            woordenlijst.toml:5:8: fout: dit woord of wat eenvoudiger is, is leeg [S103 woordenlijst]
              hulp: vul het in, of haal het blok weg
            woordenlijst.toml:11:8: fout: `c` staat al in de lijst [S103 woordenlijst]
              hulp: haal het hier weg, of bij het andere woord
        "#]],
    );
}
