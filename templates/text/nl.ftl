# What the site says of itself, in Dutch. One name, one string; a new language is a new file with the same names.

# What a municipality is called; a site may have other words for it.
-one-municipality = gemeente
-many-municipalities = gemeenten
-One-municipality = Gemeente
-Many-municipalities = Gemeenten

locale = nl_NL

# The frame of every page
home = Home
skip-to-content = Naar de inhoud
main-menu = Hoofdmenu
breadcrumb = Kruimelpad
alerts = Meldingen
alert-info = Mededeling
alert-warning = Waarschuwing
alert-crisis = Crisis
alert-area = Gaat over:
alert-from = van
alert-until = tot
about-this-site = Over deze site
news-feed = Nieuws van { $name }
news-feed-link = Nieuws volgen met een nieuwslezer
events-feed = Agenda van { $name }
projects-feed = Projecten van { $name }
projects-feed-link = Projecten volgen met een nieuwslezer
documents-feed = Documenten van { $name }
documents-feed-link = Documenten volgen met een nieuwslezer
meetings-feed = Vergaderingen van { $name }
meetings-feed-link = Vergaderingen volgen met een nieuwslezer
events-feed-link = Agenda volgen met een nieuwslezer
calendar-add = Zet dit in uw agenda
calendar-follow = Neem deze agenda over in die van uzelf
language-feed = { $name } in deze taal
language-feed-link = Pagina’s in deze taal volgen met een nieuwslezer
follow-title = Volg de site
follow-lead = U krijgt bericht als er iets nieuws is. U hoeft zich nergens aan te melden, en wij weten niet wie u bent.
follow-how-title = Zo werkt het
follow-how = Een programma op uw telefoon of computer kijkt voor u of er iets nieuws is. Voor berichten is dat een nieuwslezer; veel mailprogramma’s kunnen het ook. Voor wat er te doen is, is dat uw eigen agenda.
follow-choose = Kies hieronder wat u wilt volgen, en kopieer het adres van die link.
follow-paste = Berichten: plak het adres in uw nieuwslezer.
follow-calendar = Agenda en vergaderingen: plak het adres in uw agenda, bij ‘abonneren’ of ‘toevoegen via een adres’. Wat verandert, verandert daar mee.
follow-all = De hele site
follow-also = Ook:
search = Zoek
search-site = Zoeken op deze site
search-all = Zoeken in alle pagina’s
search-label = Waar zoekt u naar?
languages = Taal
language-name = Nederlands

# What kind of page it is
kind-news = Nieuws
kind-projects = Project
kind-documents = Document
kind-bodies = Bestuur
kind-meetings = Vergadering
kind-events = Agenda
kind-themes = Thema
kind-municipalities = { -One-municipality }
kind-terms = Begrip
kind-questions = Vraag
themes-count =
    { $count ->
        [one] Eén thema
       *[other] { $count } thema’s
    }
municipalities-count =
    { $count ->
        [one] Eén { -one-municipality }
       *[other] { $count } { -many-municipalities }
    }
news-count =
    { $count ->
        [one] Eén bericht
       *[other] { $count } berichten
    }
projects-count =
    { $count ->
        [one] Eén project
       *[other] { $count } projecten
    }
documents-count =
    { $count ->
        [one] Eén document
       *[other] { $count } documenten
    }
bodies-count =
    { $count ->
        [one] Eén bestuur
       *[other] { $count } besturen
    }
meetings-count =
    { $count ->
        [one] Eén vergadering
       *[other] { $count } vergaderingen
    }
events-count =
    { $count ->
        [one] Eén activiteit
       *[other] { $count } activiteiten
    }

terms-count =
    { $count ->
        [one] Eén woord
       *[other] { $count } woorden
    }
questions-count =
    { $count ->
        [one] Eén vraag
       *[other] { $count } vragen
    }

# Around the text
official = In plannen heet dit:
key-points = In het kort
glossary = Woorden op deze pagina
term-used = Op deze pagina’s komt dit woord voor
downloads = Bestanden
file-pages =
    { $count ->
        [one] 1 pagina
       *[other] { $count } pagina’s
    }
phone = Telefoon
hours = Bereikbaar
email = E-mail
contact-website = Website
author = Geschreven door:
published = Gepubliceerd:
news-of-day = Nieuws van
changed = Laatst gewijzigd:
on-this-page = Op deze pagina
sources = Bronnen
related = Hoort hierbij
below = Pagina’s in dit onderdeel
tags-title = Onderwerpen
tags-lead = Alles op deze site, bij het woord waar het over gaat.
tag-description = Alles op deze site over { $tag }.
tag-pages = Pagina’s over dit onderwerp
tag-feed-link = Dit onderwerp volgen met een nieuwslezer
themes = Thema’s
municipalities = { -Many-municipalities }

# Words in texts
note-note = Goed om te weten
note-tip = Tip
note-important = Belangrijk
note-warning = Let op
note-caution = Pas op
table = Tabel
task-done = Gedaan
task-open = Nog te doen
footnote = Voetnoot
footnotes = Voetnoten
footnote-back = Terug naar de tekst bij voetnoot

# News
latest-news = Laatste nieuws
newest-news = Nieuwste bericht:
newest-documents = Nieuwste document:
tasks = Waarmee kunnen we u helpen?
all-news = Al het nieuws
other-news = Ander nieuws
older-news = Ouder bericht
newer-news = Nieuwer bericht
news-of-years = Nieuws uit { $title }
news-of-municipalities = Nieuws over { $title }
news-of-themes = Nieuws bij het thema { $title }
all-news-of = Al het nieuws over { $title }
list-description =
    { $count ->
        [one] Eén pagina
       *[other] Alle { $count } pagina’s
    } in de lijst ‘{ $title }’.
list-empty = Er staat nu niets in deze lijst.
own-lists = Hier staat niet bij wat een eigen lijst heeft:
choose-part = Kies een deel van de lijst
by-years = Per jaar
by-months = Per maand
by-past = Eerder
by-themes = Per thema
by-municipalities = Per { -one-municipality }
all-years = Alle jaren
all-months = Alle maanden
all-past = Wat nog komt
all-themes = Alle thema’s
all-municipalities = Alle { -many-municipalities }
past = Wat voorbij is
month-past = { $month } (voorbij)
page-of = pagina { $number } van { $total }
pages = Pagina’s
page = Pagina
previous-page = Vorige pagina
next-page = Volgende pagina

# Events, and when they happen
clock = %H.%M
when-hour = { $day }, { $hour } uur
when-hours = { $day }, { $hour } tot { $last-hour } uur
when-days = { $day } tot en met { $last-day }
when-days-and-hours = { $day }, { $hour } uur tot { $last-day }, { $last-hour } uur
every-week = elke week
every-two-weeks = om de week
every-month = elke maand, op dezelfde dag van de week
every-month-end = elke maand, op de laatste van die dag
repeated = { $every }, tot en met { $until }
events-of-months = Agenda van { $title }
events-of-themes = Agenda bij het thema { $title }
events-of-municipalities = Agenda in { $title }
events-past = Wat er was
all-events-of = De hele agenda van { $title }
event-facts = Wanneer en waar
event-when = Wanneer
event-was = Was op
event-repeats = Herhaling
event-later = Daarna
event-except = Niet op
event-place = Waar
event-address = Adres
event-organiser = Organisatie
event-cost = Kosten
event-register = Aanmelden
event-cancelled = Gaat niet door
event-moved = Verplaatst: was op { $day }

euros = € { $amount }
unknown = niet bekend
years-from = vanaf { $year }
years-to = tot en met { $year }
projects-of-status = Projecten: { $title }
projects-of-themes = Projecten bij het thema { $title }
projects-of-municipalities = Projecten in { $title }
all-projects-of = Alle projecten bij { $title }
by-status = Per stand
all-status = Alle projecten
project-status = Stand
project-years = Looptijd
project-partners = Partners
project-budget = Geld
project-total = Samen
project-source = Bron:
documents-of-type = Documenten: { $title }
documents-of-years = Documenten uit { $title }
documents-of-bodies = Documenten van { $title }
documents-of-themes = Documenten bij het thema { $title }
all-documents-of = Alle documenten bij { $title }
by-type = Per soort
all-type = Alle soorten
by-bodies = Per bestuur
all-bodies = Alle besturen

undated = Zonder datum
documents-of-day = Document van
document-facts = Over dit document
document-type = Soort
document-number = Nummer
document-publisher = Uitgever
document-bodies = Bestuur
document-projects = Project
document-language = Taal
document-address = Te lezen bij
document-page = Webpagina
document-html = Lees als webpagina
document-replaces = Komt in plaats van
document-replaced = Er is een nieuwer document
body-facts = Leden en wat eraan voorafging
body-next = Volgende vergadering
body-members = Leden
body-before = Komt na
body-ended = Bestaat niet meer sinds { $when }
body-after = Het werk gaat verder bij:
meetings-of-months = Vergaderingen in { $title }
meetings-of-bodies = Vergaderingen van { $title }
meetings-past = Eerdere vergaderingen
all-meetings-of = Alle vergaderingen van { $title }
meeting-bodies = Wie vergadert
meeting-access = Toegang
meeting-open = openbaar: iedereen mag komen luisteren
meeting-closed = besloten
meeting-agenda = Agenda
meeting-decision = Besluit:
meeting-papers = Stukken

# Themes and municipalities
choose-themes = Kies een thema
other-themes = Andere thema’s
theme-now = Wie doet dit nu
theme-now-day = Zo bekend op
theme-figures = Kerncijfers
choose-municipalities = Kies uw { -one-municipality }
municipalities-as-list = De { -many-municipalities } als lijst
inhabitants-count = { $number } inwoners
inhabitants-counted = Inwoners op { $date }.
inhabitants-except = { $name }: { $date }.
map = Kies uw { -one-municipality } op de kaart
map-drawing = Kaart van de { -many-municipalities }
map-as-list = Ook op de kaart
map-points = Plekken op de kaart
neighbours = Grenst aan
map-land = { -One-municipality }
map-neighbour = Buurgebied
map-abroad = Buitenland
map-water = Water
map-road = Weg
map-railway = Spoorlijn
map-border = Landsgrens
map-town = Plaats
facts = Feiten en cijfers
inhabitants = Inwoners
area = Oppervlakte
seat = Gemeentehuis in
places = Plaatsen
website = Eigen website
inhabitants-source = Bron van het inwonertal

# Find your municipality
finder-title = Vind uw { -one-municipality }
finder-lead = Typ uw woonplaats, of een deel van de naam.
finder-label = Uw woonplaats, postcode of { -one-municipality }
finder-button = Vind
finder-nothing = ‘{ $query }’ vinden we niet. Dit zijn alle { -many-municipalities }.
finder-several = Bij ‘{ $query }’ kan het een van deze zijn.
place-lies-here = { $place } ligt hier

# Lists of all pages. Articles do not count when titles are put in order.
articles = de het een
index-title = A tot Z
index-lead = Alle pagina’s op volgorde van het alfabet. Kies een letter of blader door de lijst.
overview-title = Overzicht van de site
overview-lead = Alle pagina’s bij elkaar, per onderdeel van de site.
alerts-title = Eerdere meldingen
alerts-lead = Wat er boven de pagina’s van deze site stond en nu voorbij is, het laatste bovenaan. Wat nu geldt, staat boven deze pagina.
alerts-none = Er zijn nog geen eerdere meldingen.
data-title = Open data
data-lead = De lijsten van deze site als bestand, voor wie ermee wil rekenen of er iets mee wil bouwen.
data-licence = U mag de gegevens gebruiken onder deze licentie:
data-no-licence = Onder welke licentie u de gegevens mag gebruiken, is niet vastgelegd.
data-schema = beschrijving van de kolommen
data-catalog = Catalogus van alle bestanden
data-map = De { -many-municipalities } en wat eromheen ligt, in lengte- en breedtegraden.
data-address = Het adres van de pagina
data-name = De titel
data-summary = De samenvatting
data-language = De taal
data-date = De dag waarop de pagina verscheen, of van wat zij meldt
data-updated = De dag van de laatste wijziging
data-longitude = De lengtegraad
data-latitude = De breedtegraad
data-author = De schrijver
data-tags = De onderwerpen
data-sources = De adressen van de bronnen
data-files = De adressen van de bestanden
data-start = Het begin van de eerste keer
data-end = Het einde van de eerste keer
data-starts = Het begin van elke keer
data-moved = De dag waarop het eerst zou zijn
data-area = De oppervlakte in vierkante kilometer
data-inhabitants-date = De dag van de telling
data-code = De code van het Centraal Bureau voor de Statistiek
data-status-date = De dag waarvoor de stand geldt
data-from = Het eerste jaar
data-to = Het laatste jaar
data-budget = Het geld samen, in euro’s
data-budget-year = Het jaar van het bedrag
data-budget-source = De bron van het bedrag
data-document = Het adres van een document dat elders staat
data-woo = De informatiecategorie van de Woo
data-decisions = De besluiten
data-ended = De dag waarop het ophield
data-ended-year = Het jaar waarin het ophield
patterns-title = Patronen
patterns-lead = Alle onderdelen waaruit pagina’s zijn gemaakt, met verzonnen inhoud. Voor wie eraan werkt.

# Search. The names of choices in addresses are words, too: /zoeken/?q=woord&soort=nieuws
search-title = Zoeken
search-title-of = Zoeken: { $query }
error-code = Foutcode
search-description = Zoek in alle pagina’s van deze site, op wat er in staat of op hoe het heet.
search-kicker = Alle pagina’s
search-list-lead = Deze uitgave van de site kan niet zoeken. Hieronder staan alle pagina’s van A tot Z.
search-choice-kind = soort
search-choice-theme = thema
search-choice-municipality = gemeente
search-choice-year = jaar
search-choice-page = pagina
search-choice-literal = letterlijk
search-found =
    { $count ->
        [one] resultaat
       *[other] resultaten
    }
search-found-for = voor ‘{ $query }’
search-narrow = Kies uit deze resultaten
search-narrowed = Kies uit de resultaten
search-suggestion = Bedoelde u
search-suggestion-found = Daar zochten we ook op.
search-literally = Zoek alleen op ‘{ $query }’
search-named = Beste antwoord
search-in-language =
    { $language ->
        [de] in het Duits
        [en] in het Engels
        [nl] in het Nederlands
       *[other] in een andere taal
    }
search-nothing-title = Niets gevonden
search-nothing-lead = Kijk of de woorden goed getypt zijn, of probeer een ander of korter woord.
search-nothing-narrowed = Met deze keuzes blijft er niets over.
search-not-narrowed = Zoek zonder deze keuzes
search-answer = Antwoord
search-unmatched = Over { $words } hebben we niets.
search-quoted = ‘{ $word }’
search-nearest = Wat er nog het meest op lijkt
search-too-long-title = Deze vraag is te lang
search-too-long-lead = Typ een paar woorden waar het over gaat. Meer dan 200 tekens kan niet.
search-malformed-title = Deze vraag is niet te begrijpen
search-malformed-lead = Er klopt iets niet aan het adres. Typ hieronder waar u naar zoekt.
search-too-many-title = Deze vraag heeft te veel woorden
search-too-many-lead = Typ een paar woorden waar het over gaat. Meer dan twaalf woorden kan niet.
search-no-page-title = Deze pagina met resultaten is er niet
search-no-page-lead = Zo veel resultaten zijn er niet. Typ hieronder waar u naar zoekt.
search-kinds = Soort
search-years = Jaar
search-all-hits = Alles
search-kind-news = Nieuws
search-kind-projects = Projecten
search-kind-documents = Documenten
search-kind-bodies = Besturen
search-kind-meetings = Vergaderingen
search-kind-events = Agenda
search-kind-themes = Thema’s
search-kind-municipalities = { -Many-municipalities }
search-kind-questions = Vragen
search-kind-terms = Begrippen
search-kind-page = Uitleg
kind-page = Uitleg
a-to-z = Alle onderwerpen van A tot Z
letters = Letters

# When there is no page
not-found-title = Deze pagina is er niet
not-found-lead = Misschien is het adres verkeerd getypt, of heeft de pagina een andere plek gekregen.
not-found-offer = Deze pagina’s lijken erop
gone-title = Deze pagina is er niet meer
gone-lead = De pagina ‘{ $title }’ is weggehaald.
gone-offer = Hier kunt u verder
bad-request-title = Deze vraag is niet te begrijpen
bad-request-lead = Er klopt iets niet aan het adres of aan de vraag van uw browser. Begin opnieuw vanaf de beginpagina.
method-not-allowed-title = Dit kan hier niet
method-not-allowed-lead = Pagina’s op deze site kunt u alleen lezen. U kunt er niets naartoe sturen.
not-implemented-title = Dit kent deze site niet
not-implemented-lead = Uw browser vraagt iets dat deze site niet kent. Pagina’s lezen kan wel.
failed-title = Er ging iets mis
failed-lead = Dat ligt niet aan u. Probeer het over een paar minuten nog eens.
overloaded-title = Het is even te druk
overloaded-lead = Veel mensen bekijken deze site tegelijk. Probeer het over een paar seconden nog eens.

# A new site
init-name = Onze streek
init-done =
    { $folder } is een site. Bekijk haar met:
        cd { $folder }
        noaber preview
    De README daar zegt hoe u verdergaat.
