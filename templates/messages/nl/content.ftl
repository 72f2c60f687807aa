site-unreadable = { $path } kan niet worden gelezen: { $cause }
site-settings = site.toml is niet bruikbaar
cause-not-found = het bestaat niet
cause-no-permission = het programma heeft er geen leesrecht op
cause-system = het systeem geeft een fout
file-unreadable = dit kan niet worden gelezen: { $cause }
file-unreadable-help = kijk of het bestand of de map er staat, en of het programma leesrecht heeft
file-no-file = dit is geen gewoon bestand, maar bijvoorbeeld een verwijzing
file-no-file-help = zet het bestand zelf in de map, niet een verwijzing ernaar
file-too-large = { $file ->
    [page] dit bestand is te groot voor een pagina: meer dan 1 MB
    [addresses] de lijst van adressen is groter dan 16 MB
    [map] deze kaart is groter dan 2 MB
   *[other] dit bestand is groter dan 64 MB
}
file-too-large-help = { $file ->
    [page] verdeel de tekst over meer pagina's, of zet een beeld of document in `static`
    [addresses] haal adressen weg die nooit hebben bestaan, of voeg er samen met een * aan het eind
    [map] neem gegeneraliseerde grenzen, en alleen die van uw eigen gemeenten
   *[other] maak het kleiner
}
folder-too-full = in deze map staan meer dan { $most } bestanden, daarom is zij niet gelezen
folder-too-full-help = haal weg wat hier niet hoort, of verdeel de bestanden over mappen
file-name-no-text = deze naam is geen tekst, dus het bestand is niet gelezen
file-name-no-text-help = noem het bestand opnieuw, met alleen kleine letters, cijfers en streepjes
file-name-no-date = de naam van een nieuwsbericht begint met de datum
file-name-no-date-help = noem het bestand als 2022-03-02-korte-naam.md: datum, streepje, kleine letters
file-name-no-day = `{ $day }` is geen dag die bestaat
file-name-no-day-help = begin de naam met jaar, maand en dag van het bericht, zoals 2022-03-02
file-name-no-page = dit bestand wordt niet als pagina gelezen: de naam eindigt niet op `.md`
file-name-no-page-help = noem het bestand `{ $name }`
not-utf8 = dit bestand is geen tekst in UTF-8
not-utf8-help = sla het bestand op met de codering UTF-8
invisible-mark = hier staat een teken dat niemand ziet: { $code }
invisible-mark-help = haal het weg: het kwam mee met tekst uit een ander programma, en door zo'n teken vindt de zoekfunctie het woord niet
merge-conflict = git heeft hier twee versies van de tekst laten staan
merge-conflict-help = kies wat er moet staan, en haal de regels weg die beginnen met <<<<<<<, ======= of >>>>>>>
markup-link-help = schrijf alleen de woorden, en zet de link { $place ->
    [link] bij `link`
   *[text] in de tekst van de pagina
}
markup-stress-help = haal de sterretjes weg
alert-no-level = deze melding mist `level`
alert-no-level-help = schrijf hoe zwaar zij weegt, `info`, `warning` of `crisis`; zonder dat blijft zij weg
alert-language = `{ $name }` is geen andere taal van de site
alert-language-help = haal dit blok weg, of kies uit: { $languages }
alert-no-words = hier ontbreekt `title` of `text`
alert-no-words-help = geef de melding in elke taal allebei; zonder die twee blijft zij daar weg
alert-link = deze link mist `title` of `file`
alert-link-help = geef de link een tekst (`title`) en een bestand (`file`); zonder die twee blijft hij weg
answer-word-taken = `{ $word }` heeft al een ander antwoord
answer-word-taken-help = haal het bij een van de twee weg
answer-incomplete = dit antwoord mist `words`, `text` of `link`
answer-incomplete-help = geef elk antwoord woorden, een tekst en een link; zonder die drie blijft het weg
answer-text-empty = `text` is leeg
answer-text-empty-help = schrijf de tekst tussen de aanhalingstekens
answer-text-markup = in `text` staat opmaak, en die is daar gewoon te lezen
answer-no-web-address = dit is geen webadres
answer-no-web-address-help = schrijf het hele adres, met https:// ervoor
answer-link = deze link mist `title`, of een van `file` en `address`
answer-link-help = schrijf {"{"} title = "Waar de link heen gaat", file = "map/naam.md" {"}"}, of met `address` het adres van een andere site
addresses-head =
    # Elk adres dat deze site heeft gehad. Hier gaat nooit een adres uit weg: LEESMIJ.md legt uit hoe het werkt.

    # De eigen adressen van de site. `noaber addresses --write` vult deze lijst aan.
gone-incomplete = een adres dat weg is, mist een reden of een andere pagina
gone-incomplete-help = schrijf {"{"} reason = "Waarom de pagina weg is.", instead = "map/bestand.md" {"}"}
synonyms-no-group = deze groep heeft geen twee woorden
synonyms-no-group-help = een groep noemt twee of meer woorden die hetzelfde betekenen
synonyms-incomplete = hier ontbreekt `word` of `finds`
synonyms-incomplete-help = schrijf het woord, en wat het ook vindt: word = "trein", finds = ["spoor"]
texts-no-language = deze naam is geen taal
texts-no-language-help = noem het bestand naar de twee letters van een taal: fr.ftl
texts-syntax = deze regel is niet te lezen
texts-syntax-help = schrijf een naam, een = en de tekst; meer regels beginnen met spaties
texts-unknown = de tekst `{ $name }` bestaat niet
texts-unknown-help = neem een naam uit `templates/text/en.ftl` van het programma
texts-value = in de tekst `{ $name }` staat iets dat er niet in kan
texts-value-help = gebruik tussen accolades alleen wat daar in de tekst van het programma staat
texts-missing = { $count ->
    [one] 1 tekst ontbreekt nog: { $names }
   *[other] { $count } teksten ontbreken nog, zoals { $names }
}
texts-missing-help = vertaal ze uit `templates/text/en.ftl`; tot dan staan zij er in het Engels
hard-word-incomplete = dit blok is niet af
hard-word-incomplete-help = schrijf onder [[word]] een regel `word = …` en een regel `simpler = …`
hard-word-empty = dit woord of wat eenvoudiger is, is leeg
hard-word-empty-help = vul het in, of haal het blok weg
hard-word-twice = `{ $word }` staat al in de lijst
hard-word-twice-help = haal het hier weg, of bij het andere woord
words-language = `{ $name }` is geen taal van de site
words-language-help = schrijf een van deze: { $languages }
words-none = hier staat geen woord
words-none-help = schrijf een woord, of haal de lege tekst weg
words-long = `{ $word }` heeft meer dan { $most } woorden
words-long-help = gebruik een woord of een korte naam
words-twice = `{ $word }` staat er twee keer
words-twice-help = haal een van de twee weg
csv-empty = er staat niets in
csv-empty-help = zet op de eerste regel de namen van de kolommen, en daaronder een regel voor elke rij
csv-uneven = in regel { $line } { $cells ->
    [one] staat 1 cel
   *[other] staan { $cells } cellen
}, en in de kop { $head }
csv-cells-lost = `{ $lost }` staat niet op de pagina: in regel { $line } staan { $cells } cellen, en in de kop { $head }
csv-uneven-help = geef elke regel evenveel cellen; een cel waar het scheidingsteken in staat, hoort tussen aanhalingstekens
csv-rows = van de { $count } rijen staan de eerste { $most } op de pagina
csv-rows-help = maak er een bestand van met alleen de rijen die de lezer nodig heeft
csv-columns = van de { $count } kolommen staan de eerste { $most } op de pagina
csv-columns-help = maak er een bestand van met alleen de kolommen die de lezer nodig heeft
photo-traces = deze foto vertelt { $traces ->
    [both] waar zij is gemaakt, en het serienummer van het toestel
    [place] waar zij is gemaakt
   *[camera] het serienummer van het toestel
}
photo-traces-help = bewaar de foto opnieuw voor het web, zonder plaats en zonder gegevens van het toestel
