moment = { $day } { $hour }:{ $minute }
moment-with-seconds = { $day } { $hour }:{ $minute }:{ $second }

place-line = Zeile { $line }
page-of-file = { $seen }: { $cause }
state-invalid = kann nicht gezeigt werden
state-draft = Entwurf
state-planned = geplant für { $moment }
state-expired = abgelaufen seit { $moment }
state-live-until = zu sehen bis { $moment }

preview-name = Vorschau
preview-show = Zeigen
preview-hide = Verbergen
preview-problems =
    { $count ->
        [one] 1 Problem
       *[other] { $count } Probleme
    } in { $file }
preview-elsewhere =
    { $count ->
        [one] 1 Problem in einer anderen Datei
       *[other] { $count } Probleme in anderen Dateien
    }
preview-and-more = und { $count } weitere
preview-failure = Die letzte Änderung ist nicht zu sehen:
program-fault = im Programm ist etwas schiefgegangen; bitte melden, mit den Dateien, bei denen es geschieht
admin-by-address = Das bei localhost oder bei einer Adresse in Ziffern abfragen, etwa 127.0.0.1.

status-title = So steht es um { $site }
status-no-change = keine geplant
status-change-of-alert = { $moment }: die Meldung
status-change = { $moment }: { $files }
status-not-shown = nicht zu sehen: { $failure }
status-no-commit = der Ordner liegt nicht in git, oder der Commit ist nicht zu lesen
status-no-problems = keine
status-counting =
    { $errors ->
        [0] keine Fehler
        [one] 1 Fehler
       *[other] { $errors } Fehler
    }; die Warnungen werden noch gezählt
status-problem = { $place }: { $severity }: { $said } ({ $help })
status-asked =
    { $what } ({ $times ->
        [one] einmal
       *[other] { $times }-mal
    })
status-label-failure = Letzte Änderung
status-label-since = Zu sehen seit
status-label-commit = Commit
status-label-version = Version
status-label-pages = Seiten
status-label-problems = Probleme
status-label-next-change = Nächste Änderung
status-label-hidden = Nicht zu sehen
status-label-searches = Gesucht und nicht gefunden
status-label-addresses = Aufgerufene Adresse, die es nicht gibt
