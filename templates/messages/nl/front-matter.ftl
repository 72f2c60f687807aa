key-missing = `{ $key }` ontbreekt
key-missing-help = voeg een regel `{ $key } = …` toe
key-empty = `{ $key }` is leeg
key-empty-help = schrijf de tekst tussen de aanhalingstekens
key-unknown = onbekende sleutel `{ $key }`
key-unknown-help = haal de regel weg, of kies uit: { $known }
key-unknown-in-block-help =
    haal de regel weg, kies uit: { $known }, of zet haar boven `{ $heading }` als zij bij het geheel hoort
choose-from = kies uit: { $names }

front-matter-absent = het bestand begint niet met kopregels
front-matter-absent-help = begin het bestand met een regel +++, dan de kopregels, dan weer een regel +++
front-matter-endless = de kopregels hebben geen einde
front-matter-key-missing-help = voeg een regel `{ $key } = …` toe aan de kopregels
front-matter-markdown = in `{ $key }` staat opmaak, en die is daar gewoon te lezen
key-of-another-kind = `{ $key }` hoort niet bij dit soort pagina
key-of-another-kind-help = haal de regel weg, of zet het bestand in de goede map
fact-unwritten = dit is nog niet ingevuld
fact-unwritten-help = schrijf wat hier hoort, of haal de regel weg, en kijk of de voorbeelden ernaast kloppen
summary-unwritten = de samenvatting is nog niet geschreven
summary-unwritten-help = schrijf in één of twee zinnen wat de lezer hier vindt
image-without-alt = het beeld heeft geen beschrijving
image-without-alt-help = voeg `alt = "…"` toe met wat er te zien is, of `alt = ""` als het beeld alleen versiert
alt-without-image = `alt` beschrijft een beeld, en er is geen `image`
alt-without-image-help = voeg `image = "…"` toe met het pad naar het beeld, of haal deze regel weg
tag-empty = hier staat geen woord
tag-empty-help = schrijf waar de pagina over gaat: tags = ["wonen"]
translates-from-own-language = deze pagina is geen vertaling: zij is in de taal van de site zelf
translates-from-own-language-help =
    haal de regel weg, of zet het bestand in de map van een andere taal; LEESMIJ.md zegt hoe
source-incomplete = deze bron mist `title` of `address`
source-incomplete-help = geef elke bron een titel en een webadres
download-incomplete = dit bestand mist `title` of `file`
download-incomplete-help = geef elk bestand een titel, en het pad ernaartoe vanaf deze pagina
contact-without-name = dit contact mist `name`
contact-without-name-help = schrijf wie de lezer hier kan bereiken

no-web-address = dit is geen webadres
no-web-address-help = schrijf het hele adres, met https:// ervoor
no-phone-number = dit is geen telefoonnummer
no-phone-number-help = schrijf cijfers met spaties: 0123 45 67 89
no-email-address = dit is geen e-mailadres
no-email-address-help = schrijf een adres als naam@voorbeeld.nl
no-point = dit is geen punt in Europa
no-point-help = schrijf eerst de breedte en dan de lengte, in graden: [52.36, 6.66]

no-year = dit is geen jaar
no-year-help = schrijf een jaar in vier cijfers: 2026
no-day = hier hoort een datum
no-day-help = schrijf een datum als 2026-03-31
no-moment = hier hoort een datum, met of zonder tijd
no-moment-help = schrijf 2026-03-31 of 2026-03-31T09:00:00
no-such-moment = deze datum of tijd bestaat niet
skipped-time = deze tijd bestaat niet: die nacht gaat de klok vooruit
skipped-time-help = dit telt als { $time } uur; schrijf de tijd die u bedoelt
year-out-of-reach = het jaar { $year } kan hier niet
year-out-of-reach-help = schrijf een jaar van { $first } tot en met { $last }
years-reversed = `to` ligt voor `from`
years-reversed-help = pas een van de twee jaren aan
expires-before-publish = `expires` ligt niet na `publish`
expires-before-publish-help = zet bij `expires` een later moment dan bij `publish`
updated-before-date = `updated` ligt voor `date`
updated-before-date-help = een pagina kan niet gewijzigd zijn voor zij er was: pas een van de twee aan
date-not-of-name = `date` is { $date }, maar de bestandsnaam zegt { $named }
date-not-of-name-help = maak de twee gelijk
one-time-of-two = van `start` en `end` heeft er maar één een tijd
one-time-of-two-help = schrijf bij beide een tijd, of bij geen van beide
end-before-start = `end` ligt voor `start`
end-before-start-help = iets kan niet eerder eindigen dan beginnen: pas een van de twee aan
repeat-incomplete = de herhaling mist `every` of `until`
repeat-incomplete-help =
    schrijf hoe vaak, en tot en met welke dag: {"{"} every = "week", until = 2027-06-30 {"}"}
repeat-unknown = `{ $name }` is geen herhaling
repeat-fifth-of-month = `start` is de vijfde zo’n dag van de maand, en die heeft niet elke maand
repeat-fifth-of-month-help =
    schrijf "month-end" voor de laatste zo’n dag van de maand, of kies een andere `start`
repeat-not-last-of-month = `start` is niet de laatste zo’n dag van de maand
repeat-not-last-of-month-help =
    schrijf "month" voor de eerste, tweede, derde of vierde, of kies een andere `start`
repeat-once = voor deze dag komt er geen tweede keer
repeat-once-help = zet bij `until` een latere dag, of haal `repeat` weg
repeat-too-often = tot deze dag is het vaker dan { $most } keer
repeat-too-often-help = zet bij `until` een eerdere dag
repeat-no-exception = op { $day } valt het volgens `every` niet
repeat-no-exception-help = noem bij `except` alleen dagen waarop het anders wel zou zijn
repeat-never = zo gebeurt het nooit: elke keer staat bij `except`
repeat-never-help = haal dagen weg bij `except`, of haal de pagina weg

no-choice = `{ $name }` is hier geen keuze
value-unfit = de waarde `{ $value }` past hier niet
expected-text = schrijf tekst tussen aanhalingstekens: "tekst"
expected-bare = schrijf { $value }, zonder aanhalingstekens
expected-choice = true (ja) of false (nee)
expected-date = een datum als 2026-03-31
expected-list = schrijf een lijst tussen vierkante haken: ["een", "twee"]
expected-list-of = schrijf hier een lijst van precies { $length } waarden
expected-blocks = zet twee haken om de naam: [[{ $name }]]
expected-block = zet één haak om de naam: [{ $name }]
expected-table = schrijf hier een tabel: een kop tussen vierkante haken met sleutels eronder
expected-whole-number =
    schrijf een heel getal van 0 of hoger, zonder punten of aanhalingstekens: 74000
expected-this-whole-number =
    schrijf een heel getal, zonder punten of aanhalingstekens: { $number }
expected-whole-number-to = schrijf een heel getal van 0 tot en met { $most }
expected-number =
    schrijf een getal met een punt als decimaalteken, zonder aanhalingstekens: 176.83
expected-other = pas de waarde aan; LEESMIJ.md zegt wat hier hoort
choice-true = true (dat is ja)
choice-false = false (dat is nee)
number-without-points = het getal zonder punten: { $number }
number-with-point = het getal met een punt in plaats van een komma: { $number }
hidden-character = hier staat een onzichtbaar teken dat geen tekst is
hidden-character-help = haal het weg: wis wat hier staat en typ het opnieuw
too-many-mistakes = er zijn er meer: vanaf hier is niet verder gekeken
too-many-mistakes-help = herstel eerst de fouten hierboven

toml-twice = deze sleutel staat er twee keer
toml-twice-help = haal een van de twee regels weg
toml-no-key = voor de = staat geen sleutel
toml-no-key-help = schrijf een regel als `sleutel = "tekst"`
toml-no-such-key = `{ $key }` kan geen sleutel zijn
toml-no-such-key-help =
    schrijf een sleutel met letters zonder accent, cijfers en streepjes, zonder spaties
toml-unreadable = deze regel kan niet worden gelezen
toml-unreadable-help =
    schrijf een regel als `sleutel = "tekst"`, met rechte aanhalingstekens om tekst
toml-open-heading = deze kop tussen vierkante haken is niet af
toml-open-heading-help =
    sluit de kop met evenveel haken als waarmee hij begint: [naam] of [[naam]]
toml-colon = achter `{ $key }` hoort een = en geen dubbele punt
toml-colon-help = schrijf `{ $key } = …`
toml-no-equals = op deze regel staat geen =
toml-no-equals-help =
    schrijf een regel als `sleutel = "tekst"`; hoort de regel bij de tekst, zet haar dan onder de kopregels
toml-no-value = achter de = staat niets
toml-no-value-help = schrijf de waarde achter de =, of haal de regel weg
toml-curly-quotes = dit zijn geen rechte aanhalingstekens
toml-curly-quotes-help = schrijf rechte aanhalingstekens: "{ $text }"
toml-write = schrijf { $value }
toml-other-date = deze datum is niet geschreven als jaar-maand-dag
toml-no-date = deze datum of tijd bestaat niet
toml-no-date-help = schrijf een bestaande datum als 2026-03-31, of 2026-03-31T09:00:00 met een tijd
toml-other-value = de waarde `{ $value }` is zo niet te lezen
toml-no-quotes = om deze tekst staan geen aanhalingstekens
toml-no-quotes-help = zet rechte aanhalingstekens om de hele tekst: "{ $text }"
toml-list = deze lijst is niet goed geschreven
toml-list-help = schrijf een lijst als ["een", "twee"]
toml-list-no-quotes = om dit woord staan geen aanhalingstekens
toml-list-no-quotes-help = zet elk woord in de lijst tussen aanhalingstekens: ["een", "twee"]
toml-list-open = deze lijst heeft geen einde
toml-list-open-help = sluit de lijst met een ]: ["een", "twee"]
toml-list-no-comma = tussen twee woorden in deze lijst ontbreekt een komma
toml-list-no-comma-help = schrijf een lijst als ["een", "twee"]
toml-several = hier staan meer waarden zonder haken eromheen
toml-several-help = schrijf een lijst tussen vierkante haken: [{ $values }]
toml-quotes-inside = de tekst eindigt bij dit aanhalingsteken, maar de regel gaat door
toml-quotes-inside-help =
    zet een \ voor elk aanhalingsteken binnen de tekst: \", of schrijf daar ‘ en ’
toml-text-goes-on = achter de tekst tussen aanhalingstekens staat nog iets
toml-text-goes-on-help = zet het binnen de aanhalingstekens, of haal het weg
toml-escape = een \ in een tekst heeft een eigen betekenis
toml-escape-help = schrijf \\ als er een \ moet staan, of haal hem weg
toml-text-open = deze tekst eindigt niet met een aanhalingsteken
toml-text-open-help = zet achter de tekst een { $quote }
