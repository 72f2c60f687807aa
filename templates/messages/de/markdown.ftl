lint-heading = diese Überschrift wird nicht als Überschrift gelesen
lint-heading-help = ein Leerzeichen hinter das letzte # setzen: `{ $heading }`
lint-heading-deep-help = eine Überschrift hat höchstens sechs #: `{ $heading }`
lint-table-dashes = diese Zeile aus Strichen passt nicht zum Kopf der Tabelle
lint-table-dashes-help = ihr so viele Spalten geben, wie der Kopf hat, und sie unter den Kopf setzen: `{ $dashes }`
lint-table-no-dashes = dieser Tabelle fehlt die Zeile aus Strichen unter dem Kopf
lint-table-no-dashes-help = das unter die erste Zeile setzen: `{ $dashes }`
lint-table-grid = eine gezeichnete Tabelle liest diese Website nicht: sie steht so auf der Seite
lint-table-grid-help = `| Kopf | Kopf |` schreiben, darunter `|---|---|`, und dann jede Reihe in eine Zeile
lint-link = dieser Link wird nicht als Link gelesen
lint-link-brackets-help = [Text](pfad/zur/datei.md) schreiben, ohne Klammern oder einen zweiten Link im Text
lint-link-unclosed-help = ) hinter den Pfad setzen: { $link }
lint-link-gap-help = das Leerzeichen zwischen ] und ( entfernen: { $link }
lint-link-undefined = auf dieser Seite steht nirgends, was `[{ $name }]` ist
lint-link-undefined-help = den Pfad dahinter schreiben: [{ $words }](pfad/zur/datei.md)
lint-link-double = einen Link in doppelten Klammern liest diese Website nicht
lint-link-double-help = [{ $name }](pfad/zur/datei.md) schreiben
lint-link-reversed = die Klammern dieses Links sind vertauscht
lint-link-reversed-help = { $link } schreiben
lint-loose-marks = diese Zeichen machen nichts { $made ->
    [bold] fett
   *[italic] kursiv
}: sie stehen so auf der Seite
lint-loose-marks-help = sie direkt an die Wörter setzen, mit den Leerzeichen außen: `{ $marked }`
lint-unclosed-marks-help = auch hinter das letzte fette Wort ** setzen: `**fett**`
lint-comment = dieser Kommentar ist auf der Seite zu lesen
lint-comment-help = ihn in eine eigene Zeile setzen, zwischen `<!--` und `-->`
lint-notation = `{ $written }` gehört zu einem anderen Programm: diese Website liest es nicht, und es steht so auf der Seite
lint-notation-help = { $means ->
    [abbreviation] beim ersten Mal den ganzen Namen im Text schreiben, mit der Abkürzung in Klammern dahinter
    [attributes] es löschen: die Website bestimmt, wie ein Text aussieht
    [block] es löschen, und auf eine Überschrift verweisen: `[Text](datei.md#ueberschrift)`
    [contents] es löschen, oder eine Liste mit Links zu den Überschriften machen: `- [Überschrift](#ueberschrift)`
    [footnote] `[^1]` schreiben, und unten auf der Seite `[^1]: die Fußnote`
    [heading-id] nichts als den Namen schreiben, ohne Leerzeichen: `## Überschrift {"{"}#name{"}"}`
    [mark] `**fett**` schreiben
    [tab] eine Überschrift schreiben: `### Name`
    [task] ein Leerzeichen zwischen die Klammern setzen: `- [ ] Aufgabe`
   *[template] es löschen, und den Text selbst oder einen Link schreiben: `[Text](Adresse)`
}
lint-remark = `{ $written }` ist eine Bemerkung für ein anderes Programm: sie steht nicht auf der Seite
lint-remark-help = die Bemerkung löschen: wer die Dateien sieht, liest sie auch; oder zwischen `<!--` und `-->` setzen
lint-note-elsewhere = `{ $line }` öffnet hier keinen Kasten und steht so auf der Seite
lint-note-unknown = einen Kasten der Art `{ $kind }` gibt es nicht
lint-note-gap = das Leerzeichen hinter `[!{ $kind }]` fehlt, und darum ist dies kein Kasten
lint-note-gap-help = `> [!{ $kind }] { $title }` schreiben
lint-note-help = `> [!NOTE] Titel` schreiben (oder TIP, IMPORTANT, WARNING, CAUTION), und > vor jede Zeile setzen, die hineingehört
lint-definition-unused = kein Link verwendet `[{ $name }]`, darum steht das nicht auf der Seite
lint-definition-twice = diese Seite sagt zweimal, was `[{ $name }]` ist
lint-definition-help = diese Zeile entfernen, oder ihr einen anderen Namen geben und ihn in einem Link verwenden
lint-footnote-nowhere = die Fußnote `[^{ $name }]` steht nirgends auf dieser Seite
lint-footnote-nowhere-help = die Fußnote unter den Text schreiben, in einer Zeile, die mit `[^{ $name }]: ` beginnt
footnote-twice = die Fußnote `[^{ $name }]` steht zweimal auf dieser Seite
footnote-twice-help = einer der beiden einen anderen Namen geben oder sie entfernen
footnote-unused = der Text verweist nicht auf die Fußnote `[^{ $name }]`
footnote-unused-help = `[^{ $name }]` hinter die Wörter setzen, zu denen sie gehört, oder die Fußnote entfernen
heading-second-title = die Seite hat schon einen Titel: den in den Kopfzeilen
heading-second-title-help = diese Überschrift mit ## davor schreiben
link-title = `{ $title }` steht nicht auf der Seite: es steht hinter der Adresse eines Links
link-title-help = es in den Text setzen oder entfernen: nicht jeder Besucher bekommt so etwas zu sehen
link-empty = dieser Link hat keinen Text
link-empty-help = in die eckigen Klammern schreiben, wohin der Link führt
target-help = https:, mailto:, tel: oder den Pfad zu einer Datei verwenden
target-space = in dieser Adresse steht ein Leerzeichen oder ein unsichtbares Zeichen
target-space-address-help = es entfernen, oder für ein Leerzeichen %20 schreiben: `{ $address }`
target-space-phone-help = die Nummer ohne Leerzeichen schreiben: `tel:{ $number }`
target-space-file-help = der Datei einen Namen ohne Leerzeichen geben: `{ $file }`
target-no-mail = `{ $destination }` ist keine E-Mail-Adresse
target-no-mail-help = eine Adresse wie mailto:name@example.org schreiben
target-no-phone = `{ $destination }` ist keine Telefonnummer
target-no-phone-help = eine Nummer wie tel:0123456789 schreiben
target-scheme = ein Link mit `{ $scheme }:` ist nicht erlaubt
target-no-scheme = diese Adresse sagt nicht, ob sie https ist
picture-no-alternative = das Bild hat keine Beschreibung
picture-no-alternative-help = in die eckigen Klammern schreiben, was zu sehen ist, oder "{ $mark }" hinter den Pfad setzen
picture-title = `{ $title }` steht nicht auf der Seite: nur ein Bild in einem eigenen Absatz hat eine Bildunterschrift
picture-title-help = eine leere Zeile über und unter das Bild setzen, oder diese Wörter in den Text schreiben
table-cells-lost = `{ $cells }` steht nicht auf der Seite: diese Zeile hat mehr Zellen als der Kopf der Tabelle
table-cells-lost-help = dem Kopf gleich viele Spalten geben, oder \| schreiben für ein |, das in eine Zelle gehört
code-unclosed = dieser Block mit Code wird nirgends geschlossen: alles darunter gehört dazu
code-unclosed-help = unter den Code eine Zeile mit { $fence } setzen
code-title = `{ $title }` steht nicht auf der Seite: hinter dem Anfang von Code steht nur die Sprache
code-title-help = es in einen Satz über dem Code schreiben
table-sentence = diese Zeile ist auf der Seite eine Reihe der Tabelle: es steht keine leere Zeile dazwischen
table-sentence-help = eine leere Zeile unter die Tabelle setzen; gehört sie hinein, dann | zwischen die Zellen setzen
list-renumbered = `{ $typed }` ist auf der Seite Nummer { $shown }: eine Liste zählt von der ersten Nummer an weiter
list-renumbered-help = die Nummern der Reihe nach schreiben; geht es um die Nummern selbst, dann ein Wort davor setzen: `- Artikel 3: …`
chart-no-table = unter dieser Zeile steht keine Tabelle, also ist nichts zu zeichnen
chart-no-table-help = darunter eine Leerzeile und dann die Tabelle setzen, mit einer Kopfzeile und einer Zeile aus Strichen: |---|---:|
chart-no-numbers = dieses Diagramm hat keine Zahlen: keine Spalte der Tabelle ist rechtsbündig
chart-no-numbers-help = in der Zeile aus Strichen bei der Spalte mit den Zahlen rechts einen Doppelpunkt setzen: |---:|
chart-columns = dieses Diagramm hat { $count } Spalten mit Zahlen
chart-columns-help = es bei { $most } belassen: den Doppelpunkt unter den anderen entfernen, oder daraus eine zweite Tabelle machen
chart-no-head = dieses Diagramm hat eine Spalte ohne Kopf: niemand sieht, was die Zahlen bedeuten
chart-no-head-help = in die oberste Zeile der Tabelle schreiben, was in jener Spalte steht
chart-rows = dieses Diagramm hat { $count } Zeilen: das kann niemand mehr überblicken
chart-rows-help = es bei { $most } Zeilen belassen, oder `Tabelle:` schreiben für eine Tabelle ohne Diagramm
chart-few-rows = dieses Diagramm hat zu wenige Zeilen für eine Linie
chart-few-rows-help = der Tabelle mindestens zwei Zeilen geben, oder `Balkendiagramm:` schreiben
chart-column-without-numbers = die Spalte `{ $name }` dieses Diagramms hat keine Zahlen
chart-column-without-numbers-help = jede Zelle mit der Zahl beginnen, etwa 7,4 oder 38 Millionen, oder den Doppelpunkt unter dieser Spalte entfernen
chart-long = `{ $text }` ist zu lang für das Diagramm
chart-long-label-help = es bei { $most } Zeichen belassen: was sonst noch zu sagen ist, passt in eine Spalte dahinter
chart-long-value-help = es bei { $most } Zeichen belassen: was in Klammern steht, zählt nicht
chart-below-zero = `{ $value }` ist weniger als nichts: dafür gibt es keinen Balken
chart-below-zero-help = `Liniendiagramm:` schreiben, oder `Tabelle:` für eine Tabelle ohne Diagramm
html-shown = das sieht aus wie HTML und steht so auf der Seite: { $tags }
html-lost = HTML ist nicht erlaubt, darum steht das nicht auf der Seite: { $tags }
html-help = es in Markdown schreiben; um ein < zu zeigen, einen \ davor setzen
html-no-element-help = soll es so auf der Seite stehen, einen \ davor setzen: `\{ $written }`
html-unclosed = `<{ $name }>` wird hier nirgends geschlossen
html-unclosed-help = `</{ $name }>` hinter das setzen, was dazugehört
html-comment-unclosed = ein Kommentar ohne `-->`
html-comment-unclosed-help = `-->` dorthin setzen, wo der Kommentar endet; bis dahin ist er zu lesen
html-instead = { $means ->
    [bold] `**fett**` schreiben
    [caption] `Tabelle: Die Überschrift` über die Tabelle schreiben
    [code] ` darum setzen
    [code-block] darüber und darunter eine Zeile mit ``` setzen
    [emphasis] `*betont*` schreiben
    [heading-2] `## Überschrift` schreiben
    [heading-3] `### Überschrift` schreiben
    [heading-4] `#### Überschrift` schreiben
    [heading-5] `##### Überschrift` schreiben
    [heading-6] `###### Überschrift` schreiben
    [italic] `*kursiv*` schreiben
    [line] `---` schreiben, zwischen zwei Leerzeilen
    [link-elsewhere] einen Link dorthin schreiben, wo es zu sehen ist: `[Text](Adresse)`
    [list] `- Punkt` schreiben
    [note] `> [!NOTE]` schreiben
    [nothing] es entfernen: wie ein Text aussieht, bestimmt die Website
    [numbered-list] `1. Punkt` schreiben
    [paragraph] einen neuen Absatz mit einer Leerzeile beginnen
    [picture] `![Beschreibung](Pfad)` schreiben
    [picture-with-caption] `![Beschreibung](Pfad "Bildunterschrift")` schreiben
    [question] die Frage als Überschrift schreiben, `## Die Frage`, mit der Antwort darunter
    [quotation-marks] `"Wörter"` schreiben
    [quote] `> Zitat` schreiben
    [struck] `~~gestrichen~~` schreiben
    [table] eine Tabelle in Markdown machen: `| Kopf | Kopf |`, darunter `|---|---|`, und dann die Zeilen
    [term] das Wort in eine Zeile schreiben, und darunter `: die Erklärung`
    [title] `*Titel*` schreiben
    [word] `*Wort*` schreiben
   *[link] `[Text](Adresse)` schreiben
}
