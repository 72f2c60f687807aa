exemption-without-file-help = eine Datei im Ordner der Texte nennen oder die Ausnahme entfernen
exemption-idle = `{ $file }` hält sich an { $rule }
exemption-idle-help = diese Regel aus der Ausnahme entfernen

structure-empty-heading = diese Überschrift ist leer
structure-empty-heading-help = die Überschrift schreiben oder die Zeile entfernen
structure-skipped-below-title = diese Überschrift hat { $has }, aber über ihr steht nur der Titel
structure-skipped-level = diese Überschrift hat { $has }, aber die darüber hat { $above }
structure-skipped-level-help = sie mit { $needs } schreiben: keine Ebene überspringen
structure-no-table-headers = diese Tabelle hat keine Köpfe
structure-no-table-header = Spalte { $column } dieser Tabelle hat keinen Kopf
structure-no-table-header-help = in der obersten Zeile über jeder Spalte sagen, was darin steht
structure-bold-heading = diese fette Zeile dient als Überschrift
structure-slanted-heading = diese kursive Zeile dient als Überschrift
structure-stressed-heading-help = eine Überschrift daraus machen: ## { $heading }
structure-hand-made-list = das sieht aus wie eine Liste, ist aber keine
structure-hand-made-list-help = jede Zeile mit einem Bindestrich und einem Leerzeichen beginnen, oder mit 1. und einem Leerzeichen, und über der Liste eine Leerzeile lassen
structure-capitals = Großbuchstaben sind schwer zu lesen und wirken, als würde geschrien
structure-capitals-help = es in kleinen Buchstaben schreiben; einen Namen, den man so schreibt, in der Wortliste bei `names` eintragen
structure-empty-alternative = die Beschreibung `{ $alternative }` sagt nicht, was zu sehen ist
structure-file-name-alternative = die Beschreibung `{ $alternative }` ist der Name einer Datei
structure-alternative-help = schreiben, was auf dem Bild zu sehen ist

long-title = der Titel ist { $length } Zeichen lang
long-title-help = höchstens { $longest } Zeichen, mit den wichtigsten Wörtern zuerst
long-summary = die Zusammenfassung ist { $length } Zeichen lang
long-summary-help = höchstens { $longest } Zeichen: den Rest lassen Listen und Suchergebnisse weg
same-title = `{ $file }` hat denselben Titel
same-title-help = jeder Seite einen eigenen Titel geben
same-summary = `{ $file }` hat dieselbe Zusammenfassung
same-summary-help = sagen, was nur auf dieser Seite steht
day-to-come = `{ $key }` ist { $day }, und dieser Tag kommt erst noch
day-to-come-help = den Tag prüfen; soll die Seite erst dann zu sehen sein, `publish = { $day }` schreiben

spelling-one-word = `{ $word }` ist ein Wort
spelling-one-word-help = `{ $meant }` schreiben
spelling-unknown = das Wörterbuch kennt `{ $word }` nicht
spelling-unknown-help = ist `{ $meant }` gemeint? Einen Namen in der Wortliste bei `names` eintragen
no-dictionary = { $language ->
    [nl] Die Rechtschreibung wurde nicht geprüft: es gibt kein niederländisches Wörterbuch. Installieren mit: sudo apt install hunspell-nl
    [de] Die Rechtschreibung wurde nicht geprüft: es gibt kein deutsches Wörterbuch. Installieren mit: sudo apt install hunspell-de-de
    [en] Die Rechtschreibung wurde nicht geprüft: es gibt kein englisches Wörterbuch. Installieren mit: sudo apt install hunspell-en-gb
   *[other] Die Rechtschreibung wurde nicht geprüft: es gibt kein Wörterbuch der Sprache der Website. Eines nennen mit: noaber check --dictionary DATEI
}
unreadable-dictionary = Die Rechtschreibung wurde nicht geprüft: das Wörterbuch ist nicht zu lesen. Neu installieren: { $path }
language-in-part = { $language ->
    [de] Die Sprache wurde zum Teil geprüft: die Länge von Sätzen und Absätzen, die eigene Liste schwieriger Wörter und die Rechtschreibung, außer bei Wörtern mit großem Anfang, die dort auch ein Name sein können. Die Regeln für Passiv, Abkürzungen, andere Sprachen und Lesbarkeit kennen nur Niederländisch.
   *[other] Die Sprache wurde zum Teil geprüft: die Länge von Sätzen und Absätzen und die eigene Liste schwieriger Wörter. Die Regeln für Passiv, Abkürzungen, andere Sprachen und Lesbarkeit kennen nur Niederländisch.
}

map-name-beside = der Name `{ $name }` passt auf der Karte nicht in sein Gebiet: er steht daneben, mit einer Linie
map-name-cut = der Name `{ $name }` passt auf der Karte nicht in sein Gebiet: nur sein Anfang steht dort
map-name-left-out = der Name `{ $name }` passt auf der Karte nicht in sein Gebiet: er steht nicht dort
map-name-help = es so lassen, denn der Name steht auch in der Liste; oder einen kürzeren Titel wählen

review-due = diese Seite war am { $day } wieder durchzusehen
review-due-help = sie noch einmal lesen, berichtigen, was nicht mehr stimmt, und bei `review` ein neues Datum setzen
no-owner = niemand hält diese Seite aktuell
no-owner-help = eine Zeile `owner = "…"` ergänzen mit dem, der für den Text sorgt
large-image = dieses Bild ist { $size } kB groß
large-image-help = es kleiner als { $largest } kB machen, oder für ein Foto JPEG verwenden: davon macht die Website selbst kleinere
unused-file = keine Seite verwendet diese Datei
unused-file-help = sie entfernen oder von einer Seite aus auf sie verweisen
unused-text-help = soll es eine Seite sein, den Namen auf .md enden lassen; sonst die Datei entfernen
security-expired = die Kontaktstelle für Sicherheitslücken ist am { $day } abgelaufen
security-expires = die Kontaktstelle für Sicherheitslücken läuft am { $day } ab
security-expires-help = prüfen, ob die Adressen noch stimmen, und bei `expires` einen Tag innerhalb eines Jahres setzen
security-far = die Kontaktstelle für Sicherheitslücken gilt bis { $day }, mehr als ein Jahr im Voraus
security-far-help = bei `expires` einen Tag innerhalb eines Jahres setzen: dann prüft jedes Jahr jemand, ob die Adressen noch stimmen
woo-without-date = ohne `date` bietet die Website dieses Dokument nicht für die Woo an
woo-without-date-help = eine Zeile `date = …` mit dem Tag des Dokuments in die Kopfzeilen setzen
woo-elsewhere = die Website bietet dieses Dokument nicht für die Woo an: es liegt nur auf einer anderen Website
woo-elsewhere-help = die Datei selbst unter `[[downloads]]` nennen oder `woo` entfernen: dann bietet die andere Website es an
security-made-twice = `[security]` in site.toml erzeugt diese Datei schon
security-made-twice-help = diese Datei entfernen oder die Zeilen in site.toml
film-without-captions = der Film `{ $name }` hat keine Untertitel
film-without-captions-help = sie daneben in `{ $stem }.{ $language }.vtt` ablegen; ist nichts zu hören, das in `[[check.exempt]]` sagen
old-translation = diese Übersetzung ist vom { $day }, und `{ $original }` wurde am { $since } geändert
translation-without-date = diese Übersetzung hat kein Datum, und `{ $original }` wurde am { $since } geändert
old-translation-help = übernehmen, was sich geändert hat, und bei `updated` den Tag setzen, an dem das geschah

detour-to-page = dieser Link führt auf einem Umweg über das Web zu einer Seite der Website selbst
detour-to-file = dieser Link führt auf einem Umweg über das Web zu einer Datei der Website selbst
detour-by-old-address = dieser Link führt über eine alte Adresse zu einer Seite der Website selbst
detour-help = auf die Datei verweisen: `{ $target }`
detour-to-nothing = diese Website hat keine Seite unter `{ $path }`
detour-to-nothing-help = auf die Datei der gemeinten Seite verweisen: `../ordner/name.md`
vague-link-address = eine bloße Adresse als Linktext sagt nicht, wohin sie führt: `{ $text }`
vague-link-file-name = ein Dateiname als Linktext sagt nicht, wohin der Link führt: `{ $text }`
vague-link-text = dieser Linktext sagt nicht, wohin der Link führt: `{ $text }`
vague-link-help = schreiben, wohin der Link führt, so dass es auch ohne den Satz darum herum klar ist: [die Website des Landkreises](…)
file-link-with-size = die Größe der Datei kommt von selbst hinter den Link
file-link-with-size-help = schreiben: [{ $text }](…)
file-link-without-size = dieser Link auf ein { $kind } einer anderen Website sagt Art und Größe nicht
file-link-without-size-help = sie ergänzen: [{ $text } ({ $kind }, 2 MB)](…)
same-link-text = `{ $text }` führt in Zeile { $line } an eine andere Stelle
same-link-text-help = jedem der beiden Links einen Text geben, der sagt, wohin er führt
orphan = keine Kette von Links führt einen Leser zu dieser Seite
orphan-help = von einer Seite auf sie verweisen, auf der ein Leser sie sucht, oder sie ins Menü setzen

long-sentence = dieser Satz hat { $length } Wörter
long-sentence-help = zwei Sätze oder eine Liste daraus machen; ein Satz von höchstens 15 Wörtern liest sich am besten
long-paragraph = dieser Absatz hat { $length } Wörter
long-paragraph-help = einen neuen Absatz beginnen, wo ein neuer Gedanke beginnt; höchstens { $longest } Wörter
passive-twice = dieser Satz steht { $count }-mal im Passiv
passive-stacked = dieser Satz häuft Hilfsverben um `worden`
passive-again = dieser Satz steht im Passiv, wie auch die { $before } Sätze davor
passive-help = sagen, wer es tut: nicht `het besluit wordt genomen`, sondern `de raad besluit`
hard-word = { $count ->
    [one] `{ $word }` ist für viele Leser ein schwieriges Wort
   *[other] `{ $word }` ist für viele Leser ein schwieriges Wort ({ $count }-mal auf dieser Seite)
}
hard-word-help = besser schreiben: { $simpler }
abbreviation = die Abkürzung `{ $abbreviation }` ist noch nicht erklärt
abbreviation-in-full-help = sie ausschreiben: { $full }
abbreviation-help = beim ersten Mal den ganzen Namen schreiben, mit ({ $abbreviation }) dahinter; kennt jeder die Abkürzung, sie in der Wortliste bei `abbreviations` eintragen
other-language = `{ $words }` scheint { $tag ->
    [de] Deutsch
    [fr] Französisch
   *[en] Englisch
} zu sein
other-language-help = es auf Niederländisch sagen
other-language-in-text-help = es auf Niederländisch sagen oder die Sprache angeben: [{ $words }](lang:{ $tag })
