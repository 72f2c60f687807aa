at-line = regel { $line }, { $message }
did-you-mean = bedoelt u `{ $name }`?
mend-first = herstel eerst `{ $file }`: { $cause }
fault-at-address = bij het maken van `{ $address }` loopt het programma zelf vast
severity-error = fout
severity-warning = waarschuwing
severity-tip = tip
problem-help = hulp: { $help }
problem-with-help = { $said }. Hulp: { $help }
count-errors =
    { $count ->
        [one] 1 fout
       *[other] { $count } fouten
    }
count-warnings =
    { $count ->
        [one] 1 waarschuwing
       *[other] { $count } waarschuwingen
    }
count-tips =
    { $count ->
        [one] 1 tip
       *[other] { $count } tips
    }
counts = { $counts }
no-errors = Geen fouten
seen-page = bezoekers zien deze pagina wel
seen-old-version = bezoekers zien de vorige versie, tot de server opnieuw start
seen-nothing = bezoekers zien deze pagina niet
hidden-page = { $name }: { $seen }: { $cause }
hidden-count =
    { $count ->
        [0] {""}
        [one] ; 1 pagina kan niet worden getoond
       *[other] ; { $count } pagina’s kunnen niet worden getoond
    }
report-more-of-rule =
    … en nog { $count } keer { $rule }, in { $files ->
        [one] 1 bestand
       *[other] { $files } bestanden
    }
report-more-hidden =
    … en nog { $count ->
        [one] 1 pagina
       *[other] { $count } pagina’s
    }
report-by-rule = Per regel (`noaber check --all` toont alles, `noaber explain CODE` legt een regel uit):
report-worst-files = De meeste punten (`noaber check BESTAND` of `noaber check MAP/` toont alleen die):
report-readability = Leesbaarheid, van 0 (zeer moeilijk) tot 100 (zeer makkelijk): gemiddeld Flesch-Douma { $flesch_douma }, Brouwer { $brouwer }
report-readability-note = Dit zijn aanwijzingen, net als de taaltips. Geen enkele meting bewijst dat een tekst op taalniveau B1 is.
report-summary =
    { $counts } in { $files ->
        [one] 1 bestand
       *[other] { $files } bestanden
    }{ $exempted ->
        [0] {""}
       *[other] {" "}({ $exempted } vrijgesteld)
    }{ $hidden }
