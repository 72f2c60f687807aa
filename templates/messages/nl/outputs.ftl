unknown-hue = de kleur `{ $hue }` bestaat niet
unknown-hue-help = kies uit: { $hues }
table-fault = `{ $name }`: { $fault }
file-name-without-address = deze naam kan geen adres worden
file-name-without-address-help = gebruik in namen van mappen en bestanden alleen kleine letters, cijfers en streepjes
unused-style-sheet = geen pagina vraagt om dit stijlblad
unused-style-sheet-help = zet het in `static/css` zelf: dan geldt het op elke pagina

search-without-word = { $word }: staat er niet in
search-with-word = { $word }: { $found } ({ $kind }, gewicht { $weight }) { $score }
search-match = { $kind ->
    [exact] het woord zelf
    [stem] andere vorm
    [joined] samen één woord
    [parts] de delen bij elkaar
    [synonym] synoniem
    [compound] samenstelling
    [correction] waarschijnlijk bedoeld
    [root] afgeleid woord
    [prefix] begin van een woord
    [part] een deel
   *[fragment] een stukje
}
search-stop-word = { $line } × { $share } (stopwoord)
search-weak-word = { $line } × { $share } (zegt weinig)
search-word = { $word } [{ $fields }]
search-field = { $field ->
    [title] titel
    [names] namen
    [summary] samenvatting
    [headings] koppen
   *[text] tekst
} { $count }
search-and = { $first } + { $second }
search-factors = maal { $factors }
search-factor = { $name ->
    [coverage] dekking
    [title] titel
    [adjacent] naast elkaar
    [kind] soort
    [age] leeftijd
    [language] taal
    [entity] plaats of thema
   *[named] naam
} { $factor }
search-product = { $first } × { $second }
