no-such-file = het bestand `{ $file }` bestaat niet
name-a-file = noem een bestand in de map met teksten
name-a-seen-page = noem een pagina die te zien is
named-page = { $kind ->
    [themes] thema
    [municipalities] gemeente
    [bodies] bestuur
    [projects] project
   *[documents] document
} `{ $name }`
no-such-page = { $what } bestaat niet
no-such-page-help = gebruik de naam van een bestand in de map `{ $folder }`, zonder .md

target-draft = { $what } is nog een concept
target-draft-help = haal de link weg tot de pagina af is
target-planned = { $what } is nog niet te zien
target-planned-help = plan deze pagina op hetzelfde moment, of haal de link weg
target-expired = { $what } is verlopen
target-expired-help = verwijs naar een pagina die er nog is
target-expires-before = `{ $path }` is dan verlopen
target-expires-before-help = verwijs naar een pagina die er dan nog is
target-with-error = { $what } heeft een fout waardoor de pagina niet te zien is
target-unseen = bezoekers zien `{ $file }` niet
target-no-page = `{ $file }` is geen pagina
target-no-page-help = noem het bestand van een pagina

file-without-address = bezoekers krijgen `{ $path }` niet: die naam kan geen adres worden
file-without-address-help = hernoem het bestand, en verwijs hier naar de nieuwe naam: `{ $path }`
link-to-nothing = deze link heeft geen doel: tussen de ronde haken staat niets
link-to-nothing-help = noem het bestand waar de link heen gaat: `{ $up }map/naam.md`, of een adres met https://
picture-of-nothing = hier staat geen beeld: tussen de ronde haken staat niets
picture-of-nothing-help = noem het bestand: `{ $up }../static/beeld/naam.jpg`
link-to-address = `{ $path }` is een adres, geen bestand
link-to-address-help = verwijs naar het bestand, vanaf dit bestand: `{ $up }map/naam.md`
link-outside-site = `{ $path }` ligt buiten de site
link-outside-site-help = verwijs naar een bestand in de map met teksten of in `static`
no-such-heading = `{ $file }` heeft geen kop met de naam `#{ $fragment }`
no-such-heading-help = schrijf de kop in kleine letters, met streepjes tussen de woorden

missing-used-by = { $number } verwijzingen leiden erheen, in { $named }
missing-and-users = { $help }; { $users }
missing-mail-address = `{ $path }` is een mailadres, geen bestand
missing-mail-address-help = zet er mailto: voor: `{ $address }`
missing-web-address = `{ $path }` is een webadres, geen bestand
missing-web-address-help = zet er https:// voor: `{ $address }`
missing-picture = het beeld of bestand `{ $path }` bestaat niet
missing-picture-help = zet het in `static` en verwijs ernaar vanaf dit bestand: `{ $path }`
missing-asset-elsewhere = `{ $path }` is een adres op het web, en hier hoort een bestand van de site
missing-asset-elsewhere-help = zet het bestand in `static` en verwijs ernaar vanaf dit bestand: `{ $path }`; of maak er in de tekst een link van
missing-query = `{ $rest }` hoort niet bij de naam van een bestand
missing-query-help = schrijf alleen het bestand: `{ $file }`
missing-file-in-folder-help = noem een bestand in die map: `{ $folder }/naam.pdf`
missing-is-folder = `{ $path }` is een map, geen bestand
missing-page-help = kijk of de naam en de map kloppen, gezien vanaf dit bestand
missing-ending-help = noem het bestand van de pagina, met .md: `{ $up }map/naam.md`, of `{ $up }map/index.md` voor het begin van een map
places-and-more = { $named } en nog { $others }

use-in-link = link "{ $text }"
use-as-picture = beeld in de tekst
use-in-key = `{ $key }`
use-in-menu = menu
use-in-question = vraag op de voorpagina
use-in-footer = voet van de pagina
use-in-alert = melding
use-for-alert = melding op deze pagina
use-in-answer = antwoord "{ $title }"
use-for-address = oud adres { $address }

page-of-search = de zoekfunctie
page-of-index = de lijst van A tot Z
page-of-overview = het overzicht van de site
page-of-finder = het zoeken van een gemeente
page-of-feeds = de pagina met feeds en agenda’s
page-of-alerts = de pagina met eerdere meldingen
page-of-data = de pagina met open data
page-of-patterns = de pagina met patronen
pages-of-tags = de lijsten van onderwerpen
page-of-news = een lijst met nieuws
address-taken = het adres { $address } is al van { $owner }
address-taken-help = geef dit bestand een andere naam
address-taken-by-site-help = geef dit bestand een andere naam, of kies in site.toml een ander woord

address-loop = `{ $from }` leidt langs `{ $to }` naar zichzelf
address-loop-help = laat een van deze adressen naar een bestand leiden
address-chain = `{ $from }` leidt naar een adres dat zelf weer verder leidt
address-chain-help = laat het meteen naar `{ $last }` leiden
address-without-page = op `{ $address }` staat geen pagina
address-without-page-help = noem het bestand van de pagina, zoals `nieuws/index.md`
no-address = `{ $address }` is geen adres binnen de site
no-address-help = schrijf het oude adres vanaf de eerste schuine streep: /map/naam
addresses-of-another-site = van de { $all } adressen van pagina’s in deze lijst zijn er hier maar { $there }: dit lijkt de lijst van een andere site
addresses-of-another-site-help = is deze site nieuw, haal dan het hele bestand weg; is zij het niet, kijk dan of alle teksten er staan, en of `[kinds]` in site.toml klopt
old-address-leads = `{ $old }` leidt al naar { $to }
old-address-gone = `{ $old }` is al weg om een andere reden
old-address-twice-help = een oud adres kan maar naar een pagina leiden: haal het bij een van de twee weg
old-address-is-own = op `{ $address }` staat deze pagina nu zelf
old-address-is-own-help = haal het adres hier weg: het is geen oud adres
old-address-in-use = op `{ $address }` staat nu een andere pagina
old-address-in-use-help = haal het oude adres weg, of geef die pagina een ander adres
lost-address = het adres { $address } was er, en is er niet meer
lost-address-help = zet `former = ["{ $address }"]` in de kopregels van de pagina die ervoor in de plaats komt, of zet het adres in dit bestand onder [gone]
lost-address-and-users = { $help }; er wordt nog naar verwezen in { $users }
lost-address-for-now = het adres { $address } is er nu niet: `{ $file }`

home-missing-help = maak dit bestand: het is de eerste pagina van de site
first-page-missing-help = maak dit bestand: hier beginnen de pagina’s in deze taal
home-unseen-help = zonder eerste pagina is er geen site: haal `draft`, `publish` of `expires` daar weg
tags-without-address = `{ $tag }`: deze site heeft geen lijsten van onderwerpen
tags-without-address-help = zet in site.toml onder [addresses] het woord voor hun adres: tags = "onderwerp"
translated-twice = `{ $other }` is al de vertaling van `{ $file }`
translated-twice-help = laat van deze twee pagina’s er een weg, of haal hier de regel weg
translates-no-original = `{ $file }` is zelf geen pagina in de taal van de site
translates-no-original-help = noem het bestand waarvan de vertaling is gemaakt

point-off-map = het punt van deze pagina valt buiten de kaart
point-off-map-help = kijk of de getallen kloppen, en of `{ $file }` in graden is (WGS84)
area-without-page = geen pagina heeft de code `{ $code }`
area-without-page-help = geef de pagina van de gemeente deze `code`, of haal dit onderdeel weg
page-off-map = `{ $code }` staat niet op de kaart
page-off-map-help = zet de grenzen van deze gemeente in `{ $file }`
same-code = `{ $code }` is ook de code van `{ $other }`
same-code-help = geef elke gemeente haar eigen code
