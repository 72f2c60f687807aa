# The help of a command is `help-COMMAND`, that of an argument `help-COMMAND-ARGUMENT`, or
# `help-ARGUMENT` where several commands have it. The names of values are `value-NAME`.
help-label-usage = Gebruik
help-label-commands = Opdrachten
help-label-arguments = Argumenten
help-label-options = Opties
help-label-any-options = OPTIES
help-label-choices = keuze: { $choices }
help-label-default = standaard: { $usual }
help-label-environment = omgeving: { $variable }
help-help = Toon deze uitleg
help-version = Toon de versie

value-address = ADRES
value-command = OPDRACHT
value-file = BESTAND
value-folder = MAP
value-language = TAAL
value-moment = MOMENT
value-name = NAAM
value-network = NETWERK
value-query = VRAAG
value-rule = REGEL
value-seconds = SECONDEN
value-title = TITEL
value-what = WAT

help-noaber = De website van een streek, gemaakt van een map met Markdown
help-serve = Laat de site zien aan bezoekers, en houd haar zoals de bestanden zijn; ook zonder opdracht
help-preview = Laat de site op deze computer zien aan wie haar schrijft: met concepten, geplande pagina’s en wat er mis is
help-init = Maak een nieuwe, kleine site in een lege map, in het Nederlands, Duits of Engels
help-new = Maak een nieuw bestand met de juiste naam en kopregels, als concept
help-status = Zeg hoe een draaiende site ervoor staat: wat te zien is, wat er mis is, wat er verandert; exitcode 0 alles goed, 1 niet
help-check = Noem elke fout in de teksten; exitcode 0 geen fouten, 1 wel, 2 de controle kon niet
help-explain = Leg een regel uit, met een voorbeeld; zonder code een lijst van alle regels
help-links = Noem wat naar een bestand, een adres, een kop of een begrip verwijst
help-addresses = Noem de adressen die nog niet in `adressen.toml` staan; exitcode 0 geen, 1 wel
help-build = Schrijf de site als bestanden in een nieuwe of lege map, of in plaats van wat daar een eerdere keer is geschreven
help-search = Zoek in de site, zoals een bezoeker dat doet
help-manual = Schrijf de handleiding (man) en de aanvullingen voor shells in een map

help-content = De map met de teksten en `site.toml`
help-assets = De map met beelden en andere bestanden; anders `static` naast de map met teksten, of in deze map
help-now = Doe alsof het dit moment is, zoals 2026-03-29T01:00:00Z
help-folder = De map waarin blijft wat uit andere bestanden wordt gemaakt, zoals beelden in kleinere maten; anders `noaber` in de map die het systeem daarvoor heeft

help-listen = Het adres en de poort van de site, of unix:/pad voor een socket; mag vaker. Met poort 0 kiest het systeem een vrije, `:8080` is elk adres van de machine. Sockets die systemd doorgeeft gaan voor
help-preview-listen = Het adres en de poort op deze computer; met poort 0 kiest het systeem een vrije
help-admin = Adres en poort van een pagina voor redacteuren en voor bewaking; houd die afgesloten voor anderen
help-tls-certificate = Het bestand met het certificaat en zijn keten (PEM): de site spreekt dan TLS. Een nieuw certificaat wordt vanzelf gelezen
help-tls-key = Het bestand met de sleutel van het certificaat (PEM)
help-redirect-from = Het adres zonder TLS waar bezoekers naar hetzelfde adres met TLS worden gestuurd, zoals :80
help-shared-cache = Hoeveel seconden een cache ervoor een pagina mag geven zonder te vragen, nooit voorbij de volgende geplande wijziging; alleen waar die cache van elke wijziging hoort
help-trusted-proxies = De netwerken van proxy's ervoor, zoals 10.0.0.0/8; mag vaker. Alleen zij worden geloofd in X-Forwarded-Proto en X-Forwarded-For, en de grenzen per bezoeker gelden niet voor henzelf. Zonder deze optie: die op dezelfde computer
help-drain = Hoeveel seconden antwoorden nog krijgen als het programma moet stoppen; een tweede signaal stopt meteen
help-no-watch = Volg de bestanden niet; na SIGHUP worden zij opnieuw gelezen
help-stats = Bewaar in dit bestand, binnen enkele seconden, waarop niets wordt gevonden en welke adressen er niet zijn: vanaf de derde keer, nooit getallen van zes of meer cijfers of mailadressen. Zonder dit bestand toont --admin hetzelfde zolang het programma loopt
help-compression = Hoe sterk teksten worden samengeperst: meteen (quick), of later nog eens zo klein mogelijk (best)
help-log-format = Hoe het logboek eruitziet

help-init-folder = De map van de nieuwe site; zij is er nog niet, of is leeg
help-init-language = De taal van de site
help-init-name = De naam van de site
help-new-folder = De map binnen de map met teksten, zoals nieuws; een punt voor de bovenste
help-new-title = De titel van de pagina, tussen aanhalingstekens
help-status-url = Het adres waarop de site met --admin is gestart
help-check-only = Meld alleen wat in deze bestanden of mappen staat
help-check-format = Hoe het verslag eruitziet: voor mensen, of voor programma’s
help-check-all = Toon alles; anders de eerste van elke regel en hoeveel er nog zijn
help-check-dictionary = Het woordenboek voor de spelling: het pad van zijn .aff of .dic; anders dat van het systeem
help-explain-rule = De code of de naam van de regel, zoals het verslag die noemt
help-links-path = Zoals themas/naam.md, static/beeld/naam.svg, /themas/naam/, naam of naam.md#kop
help-addresses-write = Schrijf ze erin
help-build-out = De map om in te schrijven
help-build-compression = Hoe klein teksten ernaast komen te staan in brotli en gzip, voor webservers die deze sturen: niet (none), vlug (quick) of zo klein mogelijk (best)
help-search-query = De vraag
help-search-explain = Zeg van elke pagina waarom zij daar staat
help-search-asked-in = De taal van de pagina waarop wordt gevraagd, zoals de; anders die van de site
help-manual-folder = De map om in te schrijven

argument-unknown = `{ $argument }` hoort hier niet
argument-meant = `{ $argument }` hoort hier niet; bedoelt u `{ $meant }`?
argument-missing = er ontbreekt: { $argument }
argument-twice = { $argument } mag hier maar één keer staan
command-unknown = de opdracht `{ $wrong }` bestaat niet
command-meant = de opdracht `{ $wrong }` bestaat niet; bedoelt u `{ $meant }`?
value-missing = achter { $argument } ontbreekt de waarde
value-not-among = `{ $value }` kan niet bij { $argument }; kies uit { $choices }
value-unusable = `{ $value }` is geen bruikbare waarde voor { $argument }
command-line-unreadable = deze opdracht is niet te lezen
command-line-refused =
    { $refusal }
    Lees hoe het moet met: noaber --help, of noaber OPDRACHT --help
