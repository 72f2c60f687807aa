//! The syllables of Dutch words, counted as groups of vowels.

use crate::site::rules::language::tokens::lower;

/// Vowels with a mark; each takes two bytes.
const MARKED: &str = "éèêáàóòúíäëïöü";

/// The syllables of a word; at least one. A vowel with a diaeresis starts a syllable of its own.
pub fn count(word: &str) -> usize {
    let mut word = lower(word);
    if !word.is_ascii() && word.contains('ĳ') {
        word = word.replace('ĳ', "ij").into();
    }
    let mut rest = word.as_bytes();
    let mut count = 0;
    while let Some(first) = rest.first() {
        let is_marked = || {
            MARKED
                .as_bytes()
                .chunks(2)
                .any(|vowel| rest.starts_with(vowel))
        };
        let is_vowel = matches!(first, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
            || !first.is_ascii() && is_marked();
        count += usize::from(is_vowel);
        rest = &rest[if is_vowel { group(rest) } else { 1 }..];
    }
    count.max(1)
}

/// The number of bytes of the vowels at the start of a word that sound as one; of a marked vowel
/// the first.
fn group(word: &[u8]) -> usize {
    match word {
        [b'a', b'a', b'i', ..]
        | [b'o', b'o' | b'e', b'i', ..]
        | [b'e', b'e' | b'a', b'u', ..]
        | [b'i', b'e', b'u', ..] => 3,
        [b'a', b'a' | b'u', ..]
        | [b'e', b'e' | b'u' | b'i', ..]
        | [b'i', b'e' | b'j', ..]
        | [b'o', b'o' | b'e' | b'u', ..]
        | [b'u', b'u' | b'i', ..] => 2,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::count;

    /// Counted by hand, with a hyphen between the syllables.
    const WORDS: &str = "
        aan af-spraak al Al-me-lo al-tijd an-der ar-beid ar-beids-markt au-to A-ze-lo baan bank be-drijf be-drij-ven beek be-ïn-vloe-den
        be-leid be-reik-baar be-reik-baar-heid be-richt be-slui-ten be-staan be-stuur be-stuur-ders be-ta-len bij bij-een bij-zon-der boe-ren
        boom Bor-ne brand-weer brui-sen-de brug burg-ge-mees-ter bus ca-deau cent-rum ci-vie-le com-pu-ter co-ör-di-na-tie co-ör-di-ne-ren
        cri-sis cul-tuur dag de-cem-ber Den-e-kamp deel deel-ne-mers Deur-nin-gen dicht dien-sten Din-kel-land doe-len dorp dorps-huis drie
        druk duin Duits-land duur-za-me e-co-no-mie e-co-no-misch een-voud eer-ste eeuw ei-gen e-lek-tri-ci-teit e-ner-gie En-sche-de Eu-re-gi-o
        Eu-ro-pa fa-bri-kan-ten fei-ten fiets fiets-pa-den fi-nan-ci-eel fun-da-ment gaan ge-bied ge-bouwd ge-ïn-te-res-seerd ge-luk ge-meen-te
        ge-meen-te-raad ge-meen-ten ge-zond-heid ge-zond-heids-zorg geld goed grens grens-ar-bei-der groen groep Haaks-ber-gen ha-ven heel
        Hel-len-doorn Hen-ge-lo her-in-ne-ring hoe-veel hoofd-weg huis hulp i-dee in-dus-trie in-for-ma-tie in-ge-ni-eur in-no-va-tie
        in-wo-ners jaar jan-u-a-ri je-zelf jong eer ka-naal ka-na-len ken-nis keu-ze kin-de-ren klein koe ko-ning kun-nen kwa-li-teit
        land land-schap le-den le-ren le-ven lief lo-ket Los-ser lucht-ha-ven maat-schap-pe-lijk maat-re-gel ma-te-ri-aal meer mees-te
        mi-li-eu mil-joen mi-nis-ter mo-biel mooi mooi-e mu-se-um naar na-tuur Ne-der-land nieuw nieu-we nieuws niet Nij-ver-dal no-vem-ber nu
        of-fi-ci-eel Ol-den-zaal on-der-ne-mers on-der-wijs on-der-zoek ook o-pen-baar op-lei-ding or-ga-ni-sa-tie ou-ders O-ver-ijs-sel
        o-ver-heid pa-gi-na plaats plan po-li-tiek pro-ject pro-vin-cie raad re-cre-a-tie re-gi-o re-gi-o-naal reis ri-vier Rijs-sen rij-den
        ruim-te sa-men sa-men-wer-ken sa-men-wer-king school scho-ling sep-tem-ber sneeuw spoor stad ste-de-lijk straat stra-te-gie
        stu-den-ten taak taal tech-niek tech-no-lo-gie the-ma toe-gan-ke-lijk toe-komst to-taal trein Tub-ber-gen twee Twen-te Twen-te-ka-naal
        Twents ui-ter-ste uit uit-leg u-ni-ver-si-teit va-kan-tie va-ri-a-tie veer-tien vei-lig veld ver-bin-ding ver-e-ni-ging ver-gun-ning
        ver-voer vier vlieg-veld voor voor-zit-ter vraag vrij-e vrij-e-tijd wa-ter weg we-reld werk werk-ge-vers Wier-den wijk wo-nen wo-ning
        zee zes zie-ken-huis zorg Zwol-le yog-hurt ni-veau web-site o-ver-een-komst ge-bruik reu-zen ui-en zei groei groei-en
    ";

    #[test]
    fn at_most_three_in_a_hundred_words_are_counted_wrong() {
        let words: Vec<(String, usize)> = WORDS
            .split_whitespace()
            .map(|word| (word.replace('-', ""), word.split('-').count()))
            .collect();
        let wrong: Vec<_> = words
            .iter()
            .filter(|(word, syllables)| count(word) != *syllables)
            .map(|(word, _)| word)
            .collect();
        assert!(words.len() >= 200, "{}", words.len());
        assert!(
            wrong.len() * 100 <= words.len() * 3,
            "{} of {}: {wrong:?}",
            wrong.len(),
            words.len()
        );
    }

    #[test]
    fn a_word_without_vowels_is_one_syllable() {
        assert_eq!((count("bv"), count("'s"), count("reünie")), (1, 1, 3));
    }
}
