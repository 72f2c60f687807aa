lint-heading = deze kop wordt niet als kop gelezen
lint-heading-help = zet een spatie achter de laatste #: `{ $heading }`
lint-heading-deep-help = een kop heeft hoogstens zes #: `{ $heading }`
lint-table-dashes = deze regel met streepjes past niet bij de kop van de tabel
lint-table-dashes-help = geef haar zoveel kolommen als de kop heeft, en zet haar onder de kop: `{ $dashes }`
lint-table-no-dashes = deze tabel heeft geen regel met streepjes onder de kop
lint-table-no-dashes-help = zet onder de eerste regel: `{ $dashes }`
lint-table-grid = een getekende tabel leest deze site niet: zij staat zo op de pagina
lint-table-grid-help = schrijf `| kop | kop |`, daaronder `|---|---|`, en dan elke rij op een regel
lint-link = deze link wordt niet als link gelezen
lint-link-brackets-help = schrijf [tekst](pad/naar/bestand.md), zonder haken of een andere link in de tekst
lint-link-unclosed-help = zet ) achter het pad: { $link }
lint-link-gap-help = haal de spatie weg tussen ] en (: { $link }
lint-link-undefined = nergens op deze pagina staat wat `[{ $name }]` is
lint-link-undefined-help = schrijf het pad erachter: [{ $words }](pad/naar/bestand.md)
lint-link-double = een link met twee haken leest deze site niet
lint-link-double-help = schrijf [{ $name }](pad/naar/bestand.md)
lint-link-reversed = de haken van deze link staan andersom
lint-link-reversed-help = schrijf { $link }
lint-loose-marks = deze tekens maken niets { $made ->
    [bold] vet
   *[italic] schuin
}: ze staan zo op de pagina
lint-loose-marks-help = zet ze tegen de woorden aan, met spaties aan de buitenkant: `{ $marked }`
lint-unclosed-marks-help = zet ook ** achter het laatste woord dat vet is: `**vet**`
lint-comment = deze opmerking is op de pagina te lezen
lint-comment-help = zet haar op een regel voor zich, tussen `<!--` en `-->`
lint-notation = `{ $written }` komt uit een ander programma: deze site leest het niet, en het staat zo op de pagina
lint-notation-help = { $means ->
    [abbreviation] schrijf de eerste keer de hele naam in de tekst, met de afkorting tussen haakjes erachter
    [attributes] haal het weg: de site bepaalt hoe een tekst eruitziet
    [block] haal het weg, en verwijs naar een kop: `[tekst](bestand.md#kop)`
    [contents] haal het weg, of maak een lijst met links naar de koppen: `- [Kop](#kop)`
    [footnote] schrijf `[^1]`, en onderaan de pagina `[^1]: de noot`
    [heading-id] schrijf niets dan de naam, zonder spaties: `## Kop {"{"}#naam{"}"}`
    [mark] schrijf `**vet**`
    [tab] schrijf een kop: `### Naam`
    [task] zet een spatie tussen de haken: `- [ ] taak`
   *[template] haal het weg, en schrijf de tekst zelf of een link: `[tekst](adres)`
}
lint-remark = `{ $written }` is een opmerking voor een ander programma: zij staat niet op de pagina
lint-remark-help = haal haar weg: wie de bestanden ziet, leest haar ook; of zet haar tussen `<!--` en `-->`
lint-note-elsewhere = `{ $line }` opent hier geen kader, en staat zo op de pagina
lint-note-unknown = een kader van de soort `{ $kind }` is er niet
lint-note-gap = de spatie achter `[!{ $kind }]` ontbreekt, en daarom is dit geen kader
lint-note-gap-help = schrijf `> [!{ $kind }] { $title }`
lint-note-help = schrijf `> [!NOTE] Titel` (of TIP, IMPORTANT, WARNING, CAUTION), en zet > voor elke regel die erin hoort
lint-definition-unused = geen link gebruikt `[{ $name }]`, dus dit staat niet op de pagina
lint-definition-twice = wat `[{ $name }]` is, staat twee keer op deze pagina
lint-definition-help = haal deze regel weg, of geef haar een andere naam en gebruik die in een link
lint-footnote-nowhere = de voetnoot `[^{ $name }]` staat nergens op deze pagina
lint-footnote-nowhere-help = schrijf de voetnoot onder de tekst, op een regel die begint met `[^{ $name }]: `
footnote-twice = de voetnoot `[^{ $name }]` staat twee keer op deze pagina
footnote-twice-help = geef een van de twee een andere naam, of haal haar weg
footnote-unused = naar de voetnoot `[^{ $name }]` verwijst de tekst niet
footnote-unused-help = zet `[^{ $name }]` achter de woorden waar zij bij hoort, of haal haar weg
heading-second-title = de pagina heeft al een titel: die uit de kopregels
heading-second-title-help = schrijf deze kop met ## ervoor
link-title = `{ $title }` staat niet op de pagina: het staat achter het adres van een link
link-title-help = zet het in de tekst, of haal het weg: niet iedere bezoeker kan zoiets te zien krijgen
link-empty = deze link heeft geen tekst
link-empty-help = zet tussen de vierkante haken waar de link heen gaat
target-help = gebruik https:, mailto:, tel: of het pad naar een bestand
target-space = dit adres bevat een spatie of een onzichtbaar teken
target-space-address-help = haal dat weg, of schrijf %20 voor een spatie: `{ $address }`
target-space-phone-help = schrijf het nummer zonder spaties: `tel:{ $number }`
target-space-file-help = geef het bestand een naam zonder spaties: `{ $file }`
target-no-mail = `{ $destination }` is geen e-mailadres
target-no-mail-help = schrijf een adres als mailto:naam@voorbeeld.nl
target-no-phone = `{ $destination }` is geen telefoonnummer
target-no-phone-help = schrijf een nummer als tel:0123456789
target-scheme = een link met `{ $scheme }:` mag niet
target-no-scheme = dit adres zegt niet of het https is
picture-no-alternative = de afbeelding heeft geen beschrijving
picture-no-alternative-help = schrijf tussen de vierkante haken wat er te zien is, of zet "{ $mark }" achter het pad
picture-title = `{ $title }` staat niet op de pagina: alleen een afbeelding in een alinea voor zich heeft een bijschrift
picture-title-help = zet een lege regel boven en onder de afbeelding, of zet deze woorden in de tekst
table-cells-lost = `{ $cells }` staat niet op de pagina: deze rij heeft meer cellen dan de kop van de tabel
table-cells-lost-help = geef de kop net zoveel kolommen, of schrijf \| voor een | die in een cel hoort
code-unclosed = dit blok met code wordt nergens gesloten: alles eronder staat erin
code-unclosed-help = zet onder de code een regel met { $fence }
code-title = `{ $title }` staat niet op de pagina: achter het begin van code staat alleen de taal
code-title-help = zet het in een zin boven de code
table-sentence = deze regel is op de pagina een rij van de tabel: er staat geen lege regel tussen
table-sentence-help = zet een lege regel onder de tabel; hoort het erin, zet dan | tussen de cellen
list-renumbered = `{ $typed }` is op de pagina nummer { $shown }: een lijst telt vanaf het eerste nummer door
list-renumbered-help = zet de nummers op volgorde; gaat het om de nummers zelf, zet er dan een woord voor: `- Artikel 3: …`
chart-no-table = onder deze regel staat geen tabel, dus er is niets te tekenen
chart-no-table-help = zet er een witregel onder en dan de tabel, met een kopregel en een regel streepjes: |---|---:|
chart-no-numbers = dit diagram heeft geen getallen: geen kolom van de tabel is rechts uitgelijnd
chart-no-numbers-help = zet in de streepjesregel een dubbele punt rechts onder de kolom met getallen: |---:|
chart-columns = dit diagram heeft { $count } kolommen met getallen
chart-columns-help = houd het bij { $most }: haal de dubbele punt weg onder de andere, of maak er een tweede tabel van
chart-no-head = dit diagram heeft een kolom zonder kop: niemand ziet wat de getallen zijn
chart-no-head-help = zet in de bovenste rij van de tabel wat er in die kolom staat
chart-rows = dit diagram heeft { $count } rijen: dat is niet te overzien
chart-rows-help = houd het bij { $most } rijen, of schrijf `Tabel:` voor een tabel zonder diagram
chart-few-rows = dit diagram heeft te weinig rijen voor een lijn
chart-few-rows-help = zet minstens twee rijen in de tabel, of schrijf `Staafdiagram:`
chart-column-without-numbers = de kolom `{ $name }` van dit diagram heeft geen getallen
chart-column-without-numbers-help = schrijf in elke cel eerst het getal, zoals 7,4 of 38 miljoen, of haal de dubbele punt onder deze kolom weg
chart-long = `{ $text }` is te lang voor in het diagram
chart-long-label-help = houd het bij { $most } tekens: wat u er nog bij wilt zeggen, past in een kolom erachter
chart-long-value-help = houd het bij { $most } tekens: wat tussen haakjes staat, telt niet mee
chart-below-zero = `{ $value }` is minder dan niets: daar is geen staaf voor
chart-below-zero-help = schrijf `Lijndiagram:`, of `Tabel:` voor een tabel zonder diagram
html-shown = dit lijkt op HTML, en staat zo op de pagina: { $tags }
html-lost = HTML mag niet, dus dit staat niet op de pagina: { $tags }
html-help = schrijf het in Markdown; wilt u een < laten zien, zet er dan een \ voor
html-no-element-help = moet het zo op de pagina staan, zet er dan een \ voor: `\{ $written }`
html-unclosed = `<{ $name }>` wordt hier nergens gesloten
html-unclosed-help = zet `</{ $name }>` achter wat erbij hoort
html-comment-unclosed = een opmerking zonder `-->`
html-comment-unclosed-help = zet `-->` waar de opmerking eindigt; tot zo lang is ze te lezen
html-instead = { $means ->
    [bold] schrijf `**vet**`
    [caption] schrijf boven de tabel `Tabel: Het onderschrift`
    [code] zet er ` omheen
    [code-block] zet er een regel met ``` boven en onder
    [emphasis] schrijf `*nadruk*`
    [heading-2] schrijf `## Kop`
    [heading-3] schrijf `### Kop`
    [heading-4] schrijf `#### Kop`
    [heading-5] schrijf `##### Kop`
    [heading-6] schrijf `###### Kop`
    [italic] schrijf `*schuin*`
    [line] schrijf `---`, tussen twee lege regels
    [link-elsewhere] schrijf een link naar de plek waar het te zien is: `[tekst](adres)`
    [list] schrijf `- punt`
    [note] schrijf `> [!NOTE]`
    [nothing] haal het weg: de site bepaalt hoe een tekst eruitziet
    [numbered-list] schrijf `1. punt`
    [paragraph] begin een nieuwe alinea met een lege regel
    [picture] schrijf `![beschrijving](pad)`
    [picture-with-caption] schrijf `![beschrijving](pad "bijschrift")`
    [question] schrijf de vraag als kop, `## De vraag`, met het antwoord eronder
    [quotation-marks] schrijf `"woorden"`
    [quote] schrijf `> citaat`
    [struck] schrijf `~~weg~~`
    [table] maak een tabel van Markdown: `| kop | kop |`, daaronder `|---|---|`, en dan de rijen
    [term] schrijf het woord op een regel, en daaronder `: de uitleg`
    [title] schrijf `*titel*`
    [word] schrijf `*woord*`
   *[link] schrijf `[tekst](adres)`
}
