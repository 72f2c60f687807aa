key-missing = `{ $key }` fehlt
key-missing-help = eine Zeile `{ $key } = …` ergänzen
key-empty = `{ $key }` ist leer
key-empty-help = den Text zwischen die Anführungszeichen schreiben
key-unknown = unbekannter Schlüssel `{ $key }`
key-unknown-help = die Zeile entfernen oder wählen aus: { $known }
key-unknown-in-block-help =
    die Zeile entfernen, wählen aus: { $known }, oder sie über `{ $heading }` setzen, wenn sie das Ganze betrifft
choose-from = wählen aus: { $names }

front-matter-absent = die Datei beginnt nicht mit Kopfzeilen
front-matter-absent-help =
    die Datei mit einer Zeile +++ beginnen, dann die Kopfzeilen, dann noch eine Zeile +++
front-matter-endless = die Kopfzeilen haben kein Ende
front-matter-key-missing-help = in den Kopfzeilen eine Zeile `{ $key } = …` ergänzen
front-matter-markdown = in `{ $key }` steht Markdown, und Leser sehen es so, wie es dort steht
key-of-another-kind = `{ $key }` gehört nicht zu dieser Art von Seite
key-of-another-kind-help = die Zeile entfernen oder die Datei in den richtigen Ordner verschieben
fact-unwritten = das ist noch nicht ausgefüllt
fact-unwritten-help = schreiben, was hierher gehört, oder die Zeile entfernen, und die Beispiele daneben prüfen
summary-unwritten = die Zusammenfassung ist noch nicht geschrieben
summary-unwritten-help = in ein oder zwei Sätzen sagen, was der Leser hier findet
image-without-alt = das Bild hat keine Beschreibung
image-without-alt-help = `alt = "…"` ergänzen mit dem, was zu sehen ist, oder `alt = ""`, wenn das Bild nur schmückt
alt-without-image = `alt` beschreibt ein Bild, und `image` fehlt
alt-without-image-help = `image = "…"` mit dem Pfad zum Bild ergänzen oder diese Zeile entfernen
tag-empty = hier steht kein Wort
tag-empty-help = schreiben, worum es auf der Seite geht: tags = ["wohnen"]
translates-from-own-language = diese Seite ist keine Übersetzung: sie steht in der Sprache der Website selbst
translates-from-own-language-help =
    die Zeile entfernen oder die Datei in den Ordner einer anderen Sprache verschieben; LIESMICH.md sagt, wie
source-incomplete = dieser Quelle fehlt `title` oder `address`
source-incomplete-help = jeder Quelle einen Titel und eine Webadresse geben
download-incomplete = dieser Datei fehlt `title` oder `file`
download-incomplete-help = jeder Datei einen Titel geben, und den Pfad zu ihr von dieser Seite aus
contact-without-name = diesem Kontakt fehlt `name`
contact-without-name-help = schreiben, wen der Leser hier erreicht

no-web-address = das ist keine Webadresse
no-web-address-help = die ganze Adresse schreiben, mit https:// davor
no-phone-number = das ist keine Telefonnummer
no-phone-number-help = Ziffern mit Leerzeichen schreiben: 0123 45 67 89
no-email-address = das ist keine E-Mail-Adresse
no-email-address-help = eine Adresse wie name@example.com schreiben
no-point = das ist kein Punkt in Europa
no-point-help = zuerst die Breite und dann die Länge schreiben, in Grad: [52.36, 6.66]

no-year = das ist kein Jahr
no-year-help = ein Jahr in vier Ziffern schreiben: 2026
no-day = hier gehört ein Datum hin
no-day-help = ein Datum wie 2026-03-31 schreiben
no-moment = hier gehört ein Datum hin, mit oder ohne Uhrzeit
no-moment-help = 2026-03-31 oder 2026-03-31T09:00:00 schreiben
no-such-moment = dieses Datum oder diese Uhrzeit gibt es nicht
skipped-time = diese Uhrzeit gibt es nicht: In dieser Nacht wird die Uhr vorgestellt
skipped-time-help = sie zählt als { $time } Uhr; die gemeinte Uhrzeit schreiben
year-out-of-reach = das Jahr { $year } ist hier nicht möglich
year-out-of-reach-help = ein Jahr von { $first } bis { $last } schreiben
years-reversed = `to` liegt vor `from`
years-reversed-help = eines der beiden Jahre ändern
expires-before-publish = `expires` liegt nicht nach `publish`
expires-before-publish-help = `expires` einen späteren Zeitpunkt geben als `publish`
updated-before-date = `updated` liegt vor `date`
updated-before-date-help = eine Seite kann nicht geändert sein, bevor es sie gab: eines der beiden ändern
date-not-of-name = `date` ist { $date }, aber der Name der Datei sagt { $named }
date-not-of-name-help = die beiden gleich machen
one-time-of-two = nur eines von `start` und `end` hat eine Uhrzeit
one-time-of-two-help = bei beiden eine Uhrzeit schreiben oder bei keinem
end-before-start = `end` liegt vor `start`
end-before-start-help = nichts kann enden, bevor es beginnt: eines der beiden ändern
repeat-incomplete = der Wiederholung fehlt `every` oder `until`
repeat-incomplete-help =
    schreiben, wie oft und bis zu welchem Tag: {"{"} every = "week", until = 2027-06-30 {"}"}
repeat-unknown = `{ $name }` ist keine Wiederholung
repeat-fifth-of-month = `start` ist der fünfte solche Tag seines Monats, und nicht jeder Monat hat einen
repeat-fifth-of-month-help = "month-end" schreiben für den letzten solchen Tag des Monats, oder ein anderes `start` wählen
repeat-not-last-of-month = `start` ist nicht der letzte solche Tag seines Monats
repeat-not-last-of-month-help =
    "month" schreiben für den ersten, zweiten, dritten oder vierten, oder ein anderes `start` wählen
repeat-once = vor diesem Tag gibt es kein zweites Mal
repeat-once-help = `until` einen späteren Tag geben oder `repeat` entfernen
repeat-too-often = bis zu diesem Tag findet es mehr als { $most }-mal statt
repeat-too-often-help = `until` einen früheren Tag geben
repeat-no-exception = nach `every` findet es am { $day } nicht statt
repeat-no-exception-help = in `except` nur Tage nennen, an denen es sonst stattfände
repeat-never = so findet es nie statt: `except` nennt jedes Mal
repeat-never-help = Tage aus `except` entfernen oder die Seite entfernen

no-choice = `{ $name }` steht hier nicht zur Wahl
value-unfit = der Wert `{ $value }` passt hier nicht
expected-text = Text zwischen Anführungszeichen schreiben: "Text"
expected-bare = { $value } schreiben, ohne Anführungszeichen
expected-choice = true (ja) oder false (nein)
expected-date = ein Datum wie 2026-03-31
expected-list = eine Liste in eckigen Klammern schreiben: ["eins", "zwei"]
expected-list-of = hier eine Liste von genau { $length } Werten schreiben
expected-blocks = zwei Klammern um den Namen setzen: [[{ $name }]]
expected-block = eine Klammer um den Namen setzen: [{ $name }]
expected-table = hier eine Tabelle schreiben: einen Kopf in eckigen Klammern, darunter die Schlüssel
expected-whole-number =
    eine ganze Zahl ab 0 schreiben, ohne Punkte oder Anführungszeichen: 74000
expected-this-whole-number =
    eine ganze Zahl schreiben, ohne Punkte oder Anführungszeichen: { $number }
expected-whole-number-to = eine ganze Zahl von 0 bis { $most } schreiben
expected-number = eine Zahl mit einem Punkt statt eines Kommas schreiben, ohne Anführungszeichen: 176.83
expected-other = den Wert ändern; LIESMICH.md sagt, was hierher gehört
choice-true = true (das heißt ja)
choice-false = false (das heißt nein)
number-without-points = die Zahl ohne Punkte: { $number }
number-with-point = die Zahl mit einem Punkt statt eines Kommas: { $number }
hidden-character = hier steht ein unsichtbares Zeichen, das kein Text ist
hidden-character-help = es entfernen: löschen, was hier steht, und es neu eintippen
too-many-mistakes = es gibt noch mehr: ab hier wurde nichts gelesen
too-many-mistakes-help = zuerst die Fehler darüber beheben

toml-twice = dieser Schlüssel steht zweimal da
toml-twice-help = eine der beiden Zeilen entfernen
toml-no-key = vor dem = steht kein Schlüssel
toml-no-key-help = eine Zeile wie `title = "Text"` schreiben
toml-no-such-key = `{ $key }` kann kein Schlüssel sein
toml-no-such-key-help = einen Schlüssel aus Buchstaben ohne Umlaute, Ziffern und Bindestrichen schreiben, ohne Leerzeichen
toml-unreadable = diese Zeile ist nicht zu lesen
toml-unreadable-help = eine Zeile wie `title = "Text"` schreiben, mit geraden Anführungszeichen um den Text
toml-open-heading = dieser Kopf in eckigen Klammern ist nicht zu Ende
toml-open-heading-help = den Kopf mit so vielen Klammern schließen, wie er beginnt: [name] oder [[name]]
toml-colon = nach `{ $key }` steht ein Doppelpunkt, wo ein = hingehört
toml-colon-help = `{ $key } = …` schreiben
toml-no-equals = in dieser Zeile steht kein =
toml-no-equals-help =
    eine Zeile wie `title = "Text"` schreiben; gehört die Zeile zum Text, dann unter die Kopfzeilen setzen
toml-no-value = nach dem = steht nichts
toml-no-value-help = den Wert hinter das = schreiben oder die Zeile entfernen
toml-curly-quotes = das sind keine geraden Anführungszeichen
toml-curly-quotes-help = gerade Anführungszeichen schreiben: "{ $text }"
toml-write = { $value } schreiben
toml-other-date = dieses Datum ist nicht als Jahr-Monat-Tag geschrieben
toml-no-date = dieses Datum oder diese Uhrzeit gibt es nicht
toml-no-date-help = ein Datum schreiben, das es gibt, wie 2026-03-31, oder mit Uhrzeit 2026-03-31T09:00:00
toml-other-value = der Wert `{ $value }` ist so nicht zu lesen
toml-no-quotes = um diesen Text stehen keine Anführungszeichen
toml-no-quotes-help = gerade Anführungszeichen um den ganzen Text setzen: "{ $text }"
toml-list = diese Liste ist nicht richtig geschrieben
toml-list-help = eine Liste wie ["eins", "zwei"] schreiben
toml-list-no-quotes = um dieses Wort stehen keine Anführungszeichen
toml-list-no-quotes-help = um jedes Wort der Liste Anführungszeichen setzen: ["eins", "zwei"]
toml-list-open = diese Liste hat kein Ende
toml-list-open-help = die Liste mit einer ] schließen: ["eins", "zwei"]
toml-list-no-comma = zwischen zwei Wörtern dieser Liste fehlt ein Komma
toml-list-no-comma-help = eine Liste wie ["eins", "zwei"] schreiben
toml-several = hier stehen mehrere Werte ohne Klammern darum
toml-several-help = eine Liste in eckigen Klammern schreiben: [{ $values }]
toml-quotes-inside = der Text endet bei diesem Anführungszeichen, aber die Zeile geht weiter
toml-quotes-inside-help =
    vor jedes Anführungszeichen im Text einen \ setzen: \", oder dort „ und “ schreiben
toml-text-goes-on = hinter dem Text in Anführungszeichen steht noch etwas
toml-text-goes-on-help = es zwischen die Anführungszeichen setzen oder entfernen
toml-escape = ein \ in einem Text hat eine eigene Bedeutung
toml-escape-help = \\ schreiben, wenn dort ein \ hingehört, oder ihn entfernen
toml-text-open = dieser Text endet nicht mit einem Anführungszeichen
toml-text-open-help = { $quote } hinter den Text setzen
