at-line = Zeile { $line }, { $message }
did-you-mean = ist `{ $name }` gemeint?
mend-first = zuerst `{ $file }` in Ordnung bringen: { $cause }
fault-at-address = das Programm selbst scheitert, während es `{ $address }` erzeugt
severity-error = Fehler
severity-warning = Warnung
severity-tip = Hinweis
problem-help = Hilfe: { $help }
problem-with-help = { $said }. Hilfe: { $help }
count-errors = { $count } Fehler
count-warnings =
    { $count ->
        [one] 1 Warnung
       *[other] { $count } Warnungen
    }
count-tips =
    { $count ->
        [one] 1 Hinweis
       *[other] { $count } Hinweise
    }
counts = { $counts }
no-errors = Keine Fehler
seen-page = Besucher sehen diese Seite
seen-old-version = Besucher sehen die vorige Fassung, bis der Server neu startet
seen-nothing = Besucher sehen diese Seite nicht
hidden-page = { $name }: { $seen }: { $cause }
hidden-count =
    { $count ->
        [0] {""}
        [one] ; 1 Seite kann nicht gezeigt werden
       *[other] ; { $count } Seiten können nicht gezeigt werden
    }
report-more-of-rule =
    … und noch { $count ->
        [one] einmal
       *[other] { $count }-mal
    } { $rule }, in { $files ->
        [one] 1 Datei
       *[other] { $files } Dateien
    }
report-more-hidden =
    … und { $count ->
        [one] 1 weitere Seite
       *[other] { $count } weitere Seiten
    }
report-by-rule = Nach Regel (`noaber check --all` zeigt alles, `noaber explain CODE` erklärt eine Regel):
report-worst-files = Am meisten gefunden (`noaber check DATEI` oder `noaber check ORDNER/` zeigt nur das):
report-readability = Lesbarkeit, von 0 (sehr schwer) bis 100 (sehr leicht): im Durchschnitt Flesch-Douma { $flesch_douma } und Brouwer { $brouwer }
report-readability-note = Das sind Anhaltspunkte, wie die Hinweise zur Sprache. Keine Messung beweist, dass ein Text dem Sprachniveau B1 entspricht.
report-summary =
    { $counts } in { $files ->
        [one] 1 Datei
       *[other] { $files } Dateien
    }{ $exempted ->
        [0] {""}
       *[other] {" "}({ $exempted } ausgenommen)
    }{ $hidden }
