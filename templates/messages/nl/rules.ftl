exemption-without-file-help = noem een bestand in de map met teksten, of haal de uitzondering weg
exemption-idle = `{ $file }` houdt zich aan { $rule }
exemption-idle-help = haal deze regel uit de uitzondering

structure-empty-heading = deze kop is leeg
structure-empty-heading-help = schrijf de kop, of haal de regel weg
structure-skipped-below-title = deze kop heeft { $has }, maar erboven staat alleen de titel
structure-skipped-level = deze kop heeft { $has }, maar de kop erboven heeft { $above }
structure-skipped-level-help = schrijf hem met { $needs }: sla geen niveau over
structure-no-table-headers = deze tabel heeft geen koppen
structure-no-table-header = kolom { $column } van deze tabel heeft geen kop
structure-no-table-header-help = zet in de bovenste rij boven elke kolom wat erin staat
structure-bold-heading = deze vette regel doet dienst als kop
structure-slanted-heading = deze schuine regel doet dienst als kop
structure-stressed-heading-help = maak er een kop van: ## { $heading }
structure-hand-made-list = dit lijkt een lijst, maar het is geen lijst
structure-hand-made-list-help = begin elke regel met een streepje en een spatie, of met 1. en een spatie, en zet een witregel boven de lijst
structure-capitals = hoofdletters lezen lastig en lijken te schreeuwen
structure-capitals-help = schrijf het met kleine letters; is het een naam die zo hoort, zet hem dan bij `names` in de woordenlijst
structure-empty-alternative = de beschrijving `{ $alternative }` zegt niet wat er te zien is
structure-file-name-alternative = de beschrijving `{ $alternative }` is de naam van een bestand
structure-alternative-help = schrijf wat er op het beeld te zien is

long-title = de titel is { $length } tekens lang
long-title-help = maak hem hoogstens { $longest } tekens lang, met de belangrijkste woorden vooraan
long-summary = de samenvatting is { $length } tekens lang
long-summary-help = maak haar hoogstens { $longest } tekens lang: in lijsten en zoekresultaten valt de rest weg
same-title = deze titel heeft `{ $file }` ook
same-title-help = geef elke pagina een titel die alleen van haar is
same-summary = deze samenvatting heeft `{ $file }` ook
same-summary-help = zeg wat alleen op deze pagina staat
day-to-come = `{ $key }` is { $day }, en die dag moet nog komen
day-to-come-help = kijk of de dag klopt; moet de pagina pas dan te zien zijn, schrijf dan `publish = { $day }`

spelling-one-word = `{ $word }` is één woord
spelling-one-word-help = schrijf `{ $meant }`
spelling-unknown = het woordenboek kent `{ $word }` niet
spelling-unknown-help = bedoelt u `{ $meant }`? is het een naam, zet hem dan bij `names` in de woordenlijst
no-dictionary = { $language ->
    [nl] De spelling is niet nagekeken: er is geen Nederlands woordenboek. Installeer het: sudo apt install hunspell-nl
    [de] De spelling is niet nagekeken: er is geen Duits woordenboek. Installeer het: sudo apt install hunspell-de-de
    [en] De spelling is niet nagekeken: er is geen Engels woordenboek. Installeer het: sudo apt install hunspell-en-gb
   *[other] De spelling is niet nagekeken: er is geen woordenboek van de taal van de site. Noem er een: noaber check --dictionary BESTAND
}
unreadable-dictionary = De spelling is niet nagekeken: het woordenboek kan niet worden gelezen. Installeer het opnieuw: { $path }
language-in-part = { $language ->
    [de] De taal is maar voor een deel nagekeken: de lengte van zinnen en alinea’s, uw eigen lijst van moeilijke woorden, en de spelling, behalve van woorden met een hoofdletter die daar ook een naam kunnen zijn. De regels voor de lijdende vorm, afkortingen, andere talen en leesbaarheid kennen alleen Nederlands.
   *[other] De taal is maar voor een deel nagekeken: de lengte van zinnen en alinea’s, en uw eigen lijst van moeilijke woorden. De regels voor de lijdende vorm, afkortingen, andere talen en leesbaarheid kennen alleen Nederlands.
}

map-name-beside = de naam `{ $name }` past op de kaart niet in het vlak: hij staat ernaast, met een lijntje
map-name-cut = de naam `{ $name }` past op de kaart niet in het vlak: alleen het begin staat er
map-name-left-out = de naam `{ $name }` past op de kaart niet in het vlak: hij staat er niet
map-name-help = laat het zo, want de naam staat ook in de lijst; of kies een kortere titel

review-due = deze pagina moest op { $day } worden nagekeken
review-due-help = lees haar na, verbeter wat niet meer klopt, en zet bij `review` een nieuwe datum
no-owner = niemand houdt deze pagina bij
no-owner-help = voeg een regel `owner = "…"` toe met wie de tekst bijhoudt
large-image = dit beeld is { $size } kB groot
large-image-help = maak het kleiner dan { $largest } kB, of zet een foto er als JPEG in: daar maakt de site zelf kleinere van
unused-file = geen pagina gebruikt dit bestand
unused-file-help = haal het weg, of verwijs ernaar vanaf een pagina
unused-text-help = moet dit een pagina zijn, laat de naam dan eindigen op .md; haal het anders weg
security-expired = het meldpunt voor lekken is verlopen op { $day }
security-expires = het meldpunt voor lekken verloopt op { $day }
security-expires-help = kijk of de adressen nog kloppen, en zet bij `expires` een dag binnen een jaar
security-far = het meldpunt voor lekken geldt tot { $day }, meer dan een jaar vooruit
security-far-help = zet bij `expires` een dag binnen een jaar: dan kijkt er elk jaar iemand of de adressen nog kloppen
woo-without-date = zonder `date` biedt de site dit document niet aan voor de Woo
woo-without-date-help = voeg een regel `date = …` toe aan de kopregels, met de dag van het document
woo-elsewhere = de site biedt dit document niet aan voor de Woo: het staat alleen op een andere site
woo-elsewhere-help = zet het bestand zelf bij `[[downloads]]`, of haal `woo` weg: dan biedt die andere site het aan
security-made-twice = `[security]` in site.toml maakt dit bestand al
security-made-twice-help = haal dit bestand weg, of de regels in site.toml
film-without-captions = bij de film `{ $name }` zijn geen ondertitels
film-without-captions-help = zet ze ernaast in `{ $stem }.{ $language }.vtt`; is er niets te horen, zeg dat dan in `[[check.exempt]]`
old-translation = deze vertaling is van { $day }, en `{ $original }` is op { $since } gewijzigd
translation-without-date = deze vertaling heeft geen datum, en `{ $original }` is op { $since } gewijzigd
old-translation-help = neem over wat er veranderd is, en zet bij `updated` de dag waarop dat gebeurde

detour-to-page = deze link gaat met een omweg over het web naar een pagina van de site zelf
detour-to-file = deze link gaat met een omweg over het web naar een bestand van de site zelf
detour-by-old-address = deze link gaat langs een oud adres naar een pagina van de site zelf
detour-help = verwijs naar het bestand: `{ $target }`
detour-to-nothing = op `{ $path }` staat op deze site geen pagina
detour-to-nothing-help = verwijs naar het bestand van de pagina die u bedoelt: `../map/naam.md`
vague-link-address = een kaal adres als linktekst zegt niet waar de link heen gaat: `{ $text }`
vague-link-file-name = een bestandsnaam als linktekst zegt niet waar de link heen gaat: `{ $text }`
vague-link-text = deze linktekst zegt niet waar de link heen gaat: `{ $text }`
vague-link-help = schrijf waar de link heen gaat, zo dat het ook zonder de zin eromheen duidelijk is: [de site van de provincie](…)
file-link-with-size = de grootte van het bestand komt vanzelf achter de link
file-link-with-size-help = schrijf: [{ $text }](…)
file-link-without-size = deze link naar een { $kind } van een andere site noemt de soort en de grootte niet
file-link-without-size-help = zet ze erbij: [{ $text } ({ $kind }, 2 MB)](…)
same-link-text = `{ $text }` leidt op regel { $line } naar een andere plaats
same-link-text-help = geef de twee links elk een tekst die zegt waar zij heen gaan
orphan = langs links komt een lezer nooit op deze pagina
orphan-help = verwijs ernaar vanaf een pagina waar een lezer haar zoekt, of zet haar in het menu

long-sentence = deze zin heeft { $length } woorden
long-sentence-help = maak er twee zinnen van, of een lijst; een zin van hoogstens 15 woorden leest het prettigst
long-paragraph = deze alinea heeft { $length } woorden
long-paragraph-help = begin een nieuwe alinea waar een nieuwe gedachte begint; hoogstens { $longest } woorden
passive-twice = deze zin staat { $count } keer in de lijdende vorm
passive-stacked = deze zin stapelt hulpwerkwoorden op `worden`
passive-again = deze zin staat in de lijdende vorm, net als de { $before } zinnen ervoor
passive-help = zeg wie het doet: niet `het besluit wordt genomen`, maar `de raad besluit`
hard-word = { $count ->
    [one] `{ $word }` is voor veel lezers een moeilijk woord
   *[other] `{ $word }` is voor veel lezers een moeilijk woord ({ $count } keer op deze pagina)
}
hard-word-help = schrijf liever: { $simpler }
abbreviation = de afkorting `{ $abbreviation }` is nog niet uitgelegd
abbreviation-in-full-help = schrijf het voluit: { $full }
abbreviation-help = schrijf de eerste keer de hele naam, met ({ $abbreviation }) erachter; kent iedereen de afkorting, zet haar dan bij `abbreviations` in de woordenlijst
other-language = `{ $words }` lijkt { $tag ->
    [de] Duits
    [fr] Frans
   *[en] Engels
}
other-language-help = zeg het in het Nederlands
other-language-in-text-help = zeg het in het Nederlands, of geef de taal aan: [{ $words }](lang:{ $tag })
