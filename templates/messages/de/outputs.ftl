unknown-hue = die Farbe `{ $hue }` gibt es nicht
unknown-hue-help = wählen aus: { $hues }
table-fault = `{ $name }`: { $fault }
file-name-without-address = dieser Name kann keine Adresse werden
file-name-without-address-help = in den Namen von Ordnern und Dateien nur kleine Buchstaben, Ziffern und Bindestriche verwenden
unused-style-sheet = keine Seite verwendet dieses Stylesheet
unused-style-sheet-help = es in `static/css` selbst legen: dann gilt es auf jeder Seite

search-without-word = { $word }: steht nicht darin
search-with-word = { $word }: { $found } ({ $kind }, Gewicht { $weight }) { $score }
search-match = { $kind ->
    [exact] das Wort selbst
    [stem] eine andere Form
    [joined] zusammen ein Wort
    [parts] die Teile zusammen
    [synonym] ein Synonym
    [compound] eine Zusammensetzung
    [correction] vermutlich gemeint
    [root] ein abgeleitetes Wort
    [prefix] der Anfang eines Wortes
    [part] ein Teil
   *[fragment] ein Bruchstück
}
search-stop-word = { $line } × { $share } (Füllwort)
search-weak-word = { $line } × { $share } (sagt wenig)
search-word = { $word } [{ $fields }]
search-field = { $field ->
    [title] Titel
    [names] Namen
    [summary] Zusammenfassung
    [headings] Überschriften
   *[text] Text
} { $count }
search-and = { $first } + { $second }
search-factors = mal { $factors }
search-factor = { $name ->
    [coverage] Abdeckung
    [title] Titel
    [adjacent] nebeneinander
    [kind] Art
    [age] Alter
    [language] Sprache
    [entity] Ort oder Thema
   *[named] Name
} { $factor }
search-product = { $first } × { $second }
