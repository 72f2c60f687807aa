agenda-item-without-title = diesem Punkt der Tagesordnung fehlt `title`
agenda-item-without-title-help =
    schreiben, worum es geht: {"{"} title = "…", decision = "…" {"}"}
budget-part-without-name = diesem Teil des Geldes fehlt `name`
budget-part-without-name-help = schreiben, wer es zahlt oder wofür es ist
budget-sum = die Teile ergeben zusammen { $sum } Euro, und `total` ist { $total }
budget-sum-help = die beiden gleich machen; `amount` eines Teils weglassen, wenn es nicht bekannt ist
budget-without-source = es steht nicht da, woher diese Beträge kommen
budget-without-source-help = `source = "…"` ergänzen, und `year`, wenn das Jahr bekannt ist
document-category = das niederländische Transparenzgesetz (Woo) kennt keine Kategorie `{ $name }`
document-language = diese Sprache kennt die Website nicht
document-no-page = das ist keine Seite
document-no-page-help = die Datei einer Seite nennen, oder eine Adresse mit https:// davor
figure-incomplete = eine wichtige Zahl hat einen Namen, eine Zahl, ein Jahr und eine Quelle
figure-incomplete-help = `name`, `value`, `year` und `source` schreiben oder die Zahl weglassen
inhabitants-incomplete = bei `inhabitants` fehlt `number`, `date` oder `source`
inhabitants-incomplete-help = zu einer Einwohnerzahl gehören die Zahl, ihr Datum und eine Quelle
member-without-name = diesem Mitglied fehlt `name`
member-without-name-help = schreiben, wer es ist: {"{"} name = "…", role = "Vorsitz" {"}"}
no-drawing = das ist keine Zeichnung
no-drawing-help = die Linien als SVG-Pfad schreiben: Buchstaben wie M und L, und Zahlen
no-hue = das ist nicht der Name einer Farbe
no-hue-help = den Namen einer Farbe schreiben, etwa `blue`; die Anleitung nennt sie
no-municipality-code = das ist kein Code einer Gemeinde
no-municipality-code-help = GM und vier Ziffern schreiben, wie das niederländische Statistikamt: GM0141
no-postcodes = das sind keine Postleitzahlen
no-postcodes-help = die Ziffern schreiben, oder die erste und die letzte: "48143-48167"
no-surface = das ist keine Fläche
no-surface-help = eine Zahl über 0 schreiben, in Quadratkilometern: 176.83
now-incomplete = `now` sagt, wer die Arbeit tut und von welchem Tag diese Auskunft ist
now-incomplete-help = `text = "…"` und `date = 2026-03-31` schreiben
places-empty = `places` nennt keinen Ort
places-empty-help = die Orte der Gemeinde nennen: ["eins", "zwei"]
