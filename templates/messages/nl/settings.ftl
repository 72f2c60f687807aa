settings-key-missing-help = voeg `{ $key }` toe; LEESMIJ.md zegt wat het is
settings-key-of-table-missing = `{ $key }` onder `[{ $table }]` ontbreekt
settings-key-of-table-missing-help = voeg `{ $key }` onder `[{ $table }]` toe; LEESMIJ.md zegt wat het is
settings-table-missing = `[{ $table }]` ontbreekt
settings-table-missing-help = voeg `[{ $table }]` toe; LEESMIJ.md zegt wat het is
settings-alert = een melding hoort niet in `site.toml`
settings-alert-help = zet haar in `meldingen.toml` onder [[alert]]; LEESMIJ.md zegt hoe
settings-base-url = `base-url` is geen webadres: { $address }
settings-base-url-help = schrijf https:// en de naam, zonder schuine streep erachter
settings-tag = `tag` is geen webadres met een jaar: { $tag }
settings-tag-help =
    schrijf het adres zonder https://, een komma en een jaar waarin het al van u was: voorbeeld.nl,2026
settings-time-zone = de tijdzone `{ $name }` bestaat niet
settings-time-zone-help = schrijf een naam als Europe/Amsterdam
settings-country = `{ $country }` is geen land
settings-country-help = schrijf de twee hoofdletters van het land: NL
settings-licence = een licentie is hier een webadres
settings-licence-help = laat het beginnen met https:// of http://
settings-data-contact = dit is geen adres om iets te vragen
settings-data-contact-help = laat het beginnen met mailto: of https://
settings-tooi = dit is geen nummer uit de lijst van overheden (TOOI)
settings-tooi-help = schrijf het hele adres: { $start }gemeente/gm0141

settings-address = het adres `{ $word }` van `{ $key }` kan niet
settings-address-help = schrijf een woord in kleine letters, zonder schuine strepen
settings-kind-address-help =
    schrijf een adres als /nieuws/: kleine letters, met een schuine streep voor en achter
settings-address-taken = het adres `{ $word }` van `{ $key }` is al van een andere lijst
settings-list-word-taken = het woord `{ $word }` van `{ $key }` is al van een ander soort lijst
settings-other-word = kies een ander woord

settings-language = de taal `{ $tag }` heeft geen teksten
settings-language-unnamed = deze taal mist `language`
settings-language-unnamed-help = schrijf welke taal het is: language = "de"
settings-language-twice = de taal `{ $tag }` staat er al
settings-language-twice-help = noem elke taal een keer
settings-words = een van de woorden `municipality` en `municipalities` ontbreekt
settings-words-help = schrijf beide: een gemeente, en meer gemeenten
settings-no-word = `{ $word }` is geen woord
settings-no-word-help = schrijf alleen letters
settings-link-both = deze link heeft `file` en `address`, en kan maar naar een plek leiden
settings-link-address = deze link heeft geen bruikbaar adres
settings-link-address-help =
    schrijf óf `file`, een pagina van de site, óf `address`, een webadres met https:// ervoor
settings-link-title = deze link mist `title`
settings-link-title-help = geef elke link een tekst (`title`)
settings-link-incomplete = deze link mist `title` of `file`
settings-link-incomplete-help =
    geef elke link een tekst (`title`) en een bestand (`file`); zonder die twee blijft hij weg

settings-security-contact-missing-help = voeg een regel toe: contact = ["mailto:naam@voorbeeld.nl"]
settings-security-contact = `{ $address }` is geen adres om iets te melden
settings-security-contact-help = schrijf mailto:naam@voorbeeld.nl, tel:+31… of een adres met https://
settings-security-expires-missing-help = voeg een regel `expires = …` toe, met een dag binnen een jaar
settings-security-expires-help = schrijf een dag als 2027-06-01
settings-security-address = `{ $address }` is geen webadres met https

no-such-rule = de regel `{ $name }` bestaat niet
rules-are-listed = `noaber explain` noemt alle regels
mandatory-rule = de regel { $rule } staat vast
mandatory-rule-help =
    haal de regel hier weg en herstel de fout zelf: zonder dat is de pagina niet helemaal te zien
severity-unknown-help = kies uit: fout, waarschuwing, tip, uit
exemption-without-rules = deze uitzondering noemt geen regels (`rules`)
exemption-without-rules-help = noem welke regels hier niet gelden: rules = ["lange-zin"]
exemption-without-reason = deze uitzondering mist een pagina of een reden
exemption-without-reason-help =
    noem de pagina (`file`), de regels (`rules`) en waarom zij daar niet gelden (`reason`)

file-program-fault = hier loopt het programma zelf op vast
file-program-fault-help =
    meld dit, met dit bestand erbij, aan wie het programma maakt; de andere pagina's worden gewoon getoond
