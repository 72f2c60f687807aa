cannot-read = { $path } ist nicht zu lesen: { $cause }
cannot-write = { $path } ist nicht zu schreiben: { $cause }
check-nothing-there = { $path } gibt es nicht
dictionary-unusable = { $path } ist kein Wörterbuch
no-static-folder = den Ordner `{ $folder }` von --static gibt es nicht
unknown-rule = die Regel `{ $name }` gibt es nicht; { $help }
explain-bad = Falsch:
explain-good = Richtig:

addresses-complete = { $path } kennt jede Adresse der Website
addresses-missing =
    { $count ->
        [one] 1 Adresse steht
       *[other] { $count } Adressen stehen
    } noch nicht in { $path }; `noaber addresses --write` trägt sie ein
addresses-unreadable = zuerst die Fehler in { $path } beheben
addresses-added =
    { $count ->
        [one] 1 Adresse
       *[other] { $count } Adressen
    } in { $path } eingetragen

built =
    { $files ->
        [one] 1 Datei
       *[other] { $files } Dateien
    } nach { $folder } geschrieben ({ $kilobytes } kB){ $hidden }
export-folder-in-site = { $folder } liegt in { $site }, und was dort liegt, gehört zur Website selbst: einen Ordner außerhalb wählen
export-kept-in-the-way = { $path } ist nicht vom letzten Mal, und die Website hat selbst eine Datei dieses Namens: ihr einen anderen Namen geben oder sie entfernen
export-folder-not-empty = { $folder } ist nicht leer: einen neuen oder leeren Ordner wählen, oder den vom letzten Mal

init-empty-name = der Name der Website ist leer
init-folder-not-empty = { $folder } ist nicht leer: einen neuen Ordner wählen
init-no-folder = { $folder } ist kein Ordner, in dem eine Website entstehen kann

links-meant = `{ $path }` gibt es nicht; ist `{ $meant }` gemeint?
links-nothing-there = `{ $path }` gibt es nicht: eine Datei, eine Adresse oder den Namen einer Seite nennen
links-counted =
    { $count ->
        [0] Nichts verweist
        [one] 1 Verweis
       *[other] { $count } Verweise
    } auf { $target }

new-draft =
    { $path }
    Das ist ein Entwurf. Nun die Zusammenfassung und den Text schreiben; mit `noaber preview` ist die Seite unter { $address } zu sehen.
    Ist sie fertig, die Zeile `draft = true` entfernen.
new-file-exists = { $path } gibt es schon: einen anderen Titel wählen oder jene Datei bearbeiten
new-folder-meant = den Ordner `{ $folder }` gibt es nicht; ist `{ $meant }` gemeint?
new-folder-missing = den Ordner `{ $folder }` gibt es nicht; einen neuen Ordner zuerst selbst anlegen
new-no-title = aus diesem Titel lässt sich kein Name machen: Buchstaben oder Ziffern hineinschreiben
new-no-address = dieser Ordner kann keine Adresse werden: nur kleine Buchstaben, Ziffern und Bindestriche verwenden
new-address-taken = die Adresse { $address } gehört schon zu `{ $file }`: einen anderen Titel wählen

progress =
    { $stage ->
        [reading] Lesen
        [checking] Prüfen
        [rendering] Erzeugen
       *[writing] Schreiben
    }{ $total ->
        [0] {""}
       *[other] : { $done ->
            [0] { $total }
           *[other] { $done } von { $total }
        } { $stage ->
            [writing] Dateien
           *[other] Seiten
        }
    }, { $seconds } s

search-meant = gemeint ist vielleicht: { $suggestion }
search-answer = Antwort: { $text }{ $link }
search-unmatched = nichts zu: { $words }
search-named = { $line } (genannt)
search-found =
    { $count ->
        [0] nichts
        [one] 1 Seite
       *[other] { $count } Seiten
    } gefunden
search-nearest = kommt dem nahe: { $address }  { $title }

preview-is-local = die Vorschau zeigt Entwürfe und ist nur für diesen Computer: auf 127.0.0.1 lauschen
serve-not-started = die Website wurde nicht gestartet: mit diesen Fehlern in site.toml gibt es keine
inherited-sockets-unusable = die weitergegebenen Sockets sind nicht zu verwenden: { $cause }
admin-address = { $address } (für die Redaktion)
address-forbidden = dieses Programm darf { $address } nicht verwenden: { $cause }
address-elsewhere = { $address } ist keine Adresse dieses Rechners: { $cause }
address-in-use = { $address } ist nicht frei: { $cause }
address-unusable = { $address } ist nicht zu verwenden: { $cause }
certificate-empty = { $path } ist leer
certificate-of-other-key = { $key } ist nicht der Schlüssel zum Zertifikat in { $chain }: { $cause }

status-no-admin = { $address } ist keine Adresse für die Redaktion
status-no-http = { $address } ist keine Adresse für die Redaktion: eine solche beginnt mit http://
status-nobody-listens = unter { $host } lauscht niemand; noaber mit --admin { $host } starten
status-no-answer = { $address } gibt keine brauchbare Antwort
