site-unreadable = { $path } ist nicht zu lesen: { $cause }
site-settings = site.toml ist nicht zu verwenden
cause-not-found = nicht vorhanden
cause-no-permission = dem Programm fehlt das Recht zu lesen
cause-system = das System meldet einen Fehler
file-unreadable = das ist nicht zu lesen: { $cause }
file-unreadable-help = nachsehen, ob es die Datei oder den Ordner gibt und ob das Programm sie lesen darf
file-no-file = das ist keine gewöhnliche Datei, sondern eine Verknüpfung oder etwas Ähnliches
file-no-file-help = die Datei selbst in den Ordner legen, keine Verknüpfung mit ihr
file-too-large = { $file ->
    [page] diese Datei ist zu groß für eine Seite: mehr als 1 MB
    [addresses] die Liste der Adressen ist größer als 16 MB
    [map] diese Karte ist größer als 2 MB
   *[other] diese Datei ist größer als 64 MB
}
file-too-large-help = { $file ->
    [page] den Text auf mehrere Seiten verteilen, oder ein Bild oder Dokument in `static` ablegen
    [addresses] Adressen entfernen, die es nie gab, oder mehrere mit einem * am Ende zusammenfassen
    [map] vereinfachte Grenzen verwenden, und nur die der eigenen Gemeinden
   *[other] sie kleiner machen
}
folder-too-full = in diesem Ordner liegen mehr als { $most } Dateien, darum wurde er nicht gelesen
folder-too-full-help = entfernen, was nicht hierher gehört, oder die Dateien auf Ordner verteilen
file-name-no-text = dieser Name ist kein Text, darum wurde die Datei nicht gelesen
file-name-no-text-help = der Datei einen neuen Namen geben, nur mit kleinen Buchstaben, Ziffern und Bindestrichen
file-name-no-date = der Name einer Nachricht beginnt mit ihrem Datum
file-name-no-date-help = die Datei so nennen: 2022-03-02-kurzer-name.md, also Datum, Bindestrich, kleine Buchstaben
file-name-no-day = den Tag `{ $day }` gibt es nicht
file-name-no-day-help = den Namen mit Jahr, Monat und Tag der Nachricht beginnen, wie 2022-03-02
file-name-no-page = diese Datei wird nicht als Seite gelesen: ihr Name endet nicht auf `.md`
file-name-no-page-help = die Datei `{ $name }` nennen
not-utf8 = diese Datei ist kein Text in UTF-8
not-utf8-help = die Datei in der Kodierung UTF-8 speichern
invisible-mark = hier steht ein Zeichen, das niemand sieht: { $code }
invisible-mark-help = es entfernen: es kam mit Text aus einem anderen Programm, und die Suche findet das Wort deshalb nicht
merge-conflict = git hat hier zwei Fassungen des Textes stehen lassen
merge-conflict-help = wählen, was bleiben soll, und die Zeilen entfernen, die mit <<<<<<<, ======= oder >>>>>>> beginnen
markup-link-help = nur die Wörter schreiben, und den Link { $place ->
    [link] bei `link` angeben
   *[text] in den Text der Seite setzen
}
markup-stress-help = die Sternchen entfernen
alert-no-level = dieser Meldung fehlt `level`
alert-no-level-help = schreiben, wie ernst sie ist, `info`, `warning` oder `crisis`; ohne das wird sie nicht gezeigt
alert-language = `{ $name }` ist keine andere Sprache der Website
alert-language-help = diesen Block entfernen oder wählen aus: { $languages }
alert-no-words = hier fehlt `title` oder `text`
alert-no-words-help = der Meldung beides in jeder Sprache geben; ohne das wird sie dort nicht gezeigt
alert-link = diesem Link fehlt `title` oder `file`
alert-link-help = dem Link einen Text (`title`) und eine Datei (`file`) geben; ohne das wird er nicht gezeigt
answer-word-taken = `{ $word }` hat schon eine andere Antwort
answer-word-taken-help = das Wort bei einer der beiden entfernen
answer-incomplete = dieser Antwort fehlt `words`, `text` oder `link`
answer-incomplete-help = jeder Antwort Wörter, einen Text und einen Link geben; ohne diese drei wird sie nicht gezeigt
answer-text-empty = `text` ist leer
answer-text-empty-help = den Text zwischen die Anführungszeichen schreiben
answer-text-markup = in `text` stehen Auszeichnungen, und sie werden dort gezeigt, wie sie geschrieben sind
answer-no-web-address = das ist keine Adresse im Web
answer-no-web-address-help = die ganze Adresse schreiben, mit https:// davor
answer-link = diesem Link fehlt `title`, oder `file` oder `address`
answer-link-help = schreiben: {"{"} title = "Wohin der Link führt", file = "ordner/name.md" {"}"}, oder mit `address` die Adresse einer anderen Website
addresses-head =
    # Jede Adresse, die diese Website hatte. Keine verlässt diese Datei je wieder: LIESMICH.md erklärt, wie das geht.

    # Die Adressen der Website selbst. `noaber addresses --write` ergänzt diese Liste.
gone-incomplete = einer Adresse, die es nicht mehr gibt, fehlt der Grund oder eine andere Seite
gone-incomplete-help = schreiben: {"{"} reason = "Warum es die Seite nicht mehr gibt.", instead = "ordner/datei.md" {"}"}
synonyms-no-group = diese Gruppe hat keine zwei Wörter
synonyms-no-group-help = eine Gruppe nennt zwei oder mehr Wörter, die dasselbe bedeuten
synonyms-incomplete = hier fehlt `word` oder `finds`
synonyms-incomplete-help = das Wort schreiben, und was es auch findet: word = "Zug", finds = ["Bahn"]
texts-no-language = dieser Name ist keine Sprache
texts-no-language-help = die Datei nach den zwei Buchstaben einer Sprache nennen: fr.ftl
texts-syntax = diese Zeile ist nicht zu lesen
texts-syntax-help = einen Namen, ein = und den Text schreiben; weitere Zeilen beginnen mit Leerzeichen
texts-unknown = den Text `{ $name }` gibt es nicht
texts-unknown-help = einen Namen aus `templates/text/de.ftl` des Programms nehmen
texts-value = im Text `{ $name }` steht etwas, das er nicht enthalten kann
texts-value-help = in geschweiften Klammern nur verwenden, was im Text des Programms dort steht
texts-missing = { $count ->
    [one] 1 Text fehlt noch: { $names }
   *[other] { $count } Texte fehlen noch, etwa { $names }
}
texts-missing-help = sie aus `templates/text/de.ftl` übersetzen; bis dahin stehen sie auf Englisch da
hard-word-incomplete = dieser Block ist nicht vollständig
hard-word-incomplete-help = unter [[word]] eine Zeile `word = …` und eine Zeile `simpler = …` schreiben
hard-word-empty = dieses Wort oder das einfachere ist leer
hard-word-empty-help = es ausfüllen oder den Block entfernen
hard-word-twice = `{ $word }` steht schon in der Liste
hard-word-twice-help = es hier entfernen oder bei dem anderen Wort
words-language = `{ $name }` ist keine Sprache der Website
words-language-help = eine von diesen schreiben: { $languages }
words-none = hier steht kein Wort
words-none-help = ein Wort schreiben oder den leeren Text entfernen
words-long = `{ $word }` hat mehr als { $most } Wörter
words-long-help = ein Wort oder einen kurzen Namen verwenden
words-twice = `{ $word }` steht zweimal da
words-twice-help = eines der beiden entfernen
csv-empty = darin steht nichts
csv-empty-help = die Namen der Spalten in die erste Zeile schreiben, und darunter eine Zeile für jede Reihe
csv-uneven = Zeile { $line } hat { $cells ->
    [one] 1 Zelle
   *[other] { $cells } Zellen
}, und der Kopf hat { $head }
csv-cells-lost = `{ $lost }` steht nicht auf der Seite: Zeile { $line } hat { $cells } Zellen, und der Kopf hat { $head }
csv-uneven-help = jeder Zeile gleich viele Zellen geben; eine Zelle, die das Trennzeichen enthält, gehört in Anführungszeichen
csv-rows = von den { $count } Zeilen stehen die ersten { $most } auf der Seite
csv-rows-help = eine Datei nur mit den Zeilen machen, die der Leser braucht
csv-columns = von den { $count } Spalten stehen die ersten { $most } auf der Seite
csv-columns-help = eine Datei nur mit den Spalten machen, die der Leser braucht
photo-traces = dieses Foto verrät { $traces ->
    [both] wo es aufgenommen wurde, und die Seriennummer der Kamera
    [place] wo es aufgenommen wurde
   *[camera] die Seriennummer der Kamera
}
photo-traces-help = das Foto neu für das Web speichern, ohne den Ort und ohne die Angaben der Kamera
