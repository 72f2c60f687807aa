cannot-read = { $path } kan niet worden gelezen: { $cause }
cannot-write = { $path } kan niet worden geschreven: { $cause }
check-nothing-there = { $path } bestaat niet
dictionary-unusable = { $path } is geen woordenboek
no-static-folder = de map `{ $folder }` van --static is er niet
unknown-rule = de regel `{ $name }` bestaat niet; { $help }
explain-bad = Fout:
explain-good = Goed:

addresses-complete = { $path } kent elk adres van de site
addresses-missing =
    { $count ->
        [one] 1 adres staat
       *[other] { $count } adressen staan
    } nog niet in { $path }; `noaber addresses --write` zet ze erin
addresses-unreadable = los eerst de fouten in { $path } op
addresses-added =
    { $count ->
        [one] 1 adres
       *[other] { $count } adressen
    } toegevoegd aan { $path }

built =
    { $files ->
        [one] 1 bestand
       *[other] { $files } bestanden
    } geschreven in { $folder } ({ $kilobytes } kB){ $hidden }
export-folder-in-site = { $folder } ligt in { $site }, en wat daar staat is van de site zelf: kies een map daarbuiten
export-kept-in-the-way = { $path } is niet van een eerdere keer, en de site heeft zelf een bestand met die naam: geef het een andere naam, of haal het weg
export-folder-not-empty = { $folder } is niet leeg: kies een nieuwe of lege map, of die van een eerdere keer

init-empty-name = de naam van de site is leeg
init-folder-not-empty = { $folder } is niet leeg: kies een nieuwe map
init-no-folder = { $folder } is geen map waarin een site kan komen

links-meant = `{ $path }` bestaat niet; bedoelt u `{ $meant }`?
links-nothing-there = `{ $path }` bestaat niet: noem een bestand, een adres of de naam van een pagina
links-counted =
    { $count ->
        [0] Niets verwijst
        [one] 1 verwijzing
       *[other] { $count } verwijzingen
    } naar { $target }

new-draft =
    { $path }
    Het is een concept. Schrijf de samenvatting en de tekst, en bekijk de pagina met `noaber preview` op { $address }.
    Is zij klaar, haal dan `draft = true` weg.
new-file-exists = { $path } is er al: kies een andere titel, of werk dat bestand bij
new-folder-meant = de map `{ $folder }` is er niet; bedoelt u `{ $meant }`?
new-folder-missing = de map `{ $folder }` is er niet; maak een nieuwe map eerst zelf
new-no-title = van deze titel kan geen naam worden gemaakt: schrijf er letters of cijfers in
new-no-address = deze map kan geen adres worden: gebruik kleine letters, cijfers en streepjes
new-address-taken = het adres { $address } is al van `{ $file }`: kies een andere titel

progress =
    { $stage ->
        [reading] Lezen
        [checking] Nakijken
        [rendering] Opmaken
       *[writing] Schrijven
    }{ $total ->
        [0] {""}
       *[other] : { $done ->
            [0] { $total }
           *[other] { $done } van { $total }
        } { $stage ->
            [writing] bestanden
           *[other] pagina's
        }
    }, { $seconds } s

search-meant = bedoelde u: { $suggestion }
search-answer = antwoord: { $text }{ $link }
search-unmatched = niets over: { $words }
search-named = { $line } (genoemd)
search-found =
    { $count ->
        [0] niets
        [one] 1 pagina
       *[other] { $count } pagina's
    } gevonden
search-nearest = lijkt erop: { $address }  { $title }

preview-is-local = het voorbeeld toont concepten en is alleen voor deze computer: luister op 127.0.0.1
serve-not-started = de site is niet gestart: met deze fouten in site.toml is er geen site
inherited-sockets-unusable = de doorgegeven sockets zijn niet bruikbaar: { $cause }
admin-address = { $address } (voor redacteuren)
address-forbidden = { $address } mag dit programma niet gebruiken: { $cause }
address-elsewhere = { $address } is geen adres van deze machine: { $cause }
address-in-use = { $address } is niet vrij: { $cause }
address-unusable = { $address } kan niet worden gebruikt: { $cause }
certificate-empty = { $path } is leeg
certificate-of-other-key = { $key } is niet de sleutel van het certificaat in { $chain }: { $cause }

status-no-admin = { $address } is geen adres voor redacteuren
status-no-http = { $address } is geen adres voor redacteuren: dat begint met http://
status-nobody-listens = op { $host } luistert niemand; start noaber met --admin { $host }
status-no-answer = { $address } geeft geen bruikbaar antwoord
