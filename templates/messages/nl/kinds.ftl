agenda-item-without-title = dit punt van de agenda mist `title`
agenda-item-without-title-help =
    schrijf waar het over gaat: {"{"} title = "…", decision = "…" {"}"}
budget-part-without-name = dit deel van het geld mist `name`
budget-part-without-name-help = schrijf wie het betaalt, of waarvoor het is
budget-sum = de delen zijn samen { $sum } euro, en `total` is { $total }
budget-sum-help = maak ze gelijk; laat `amount` weg bij een deel dat niet bekend is
budget-without-source = bij het geld staat niet wie het zegt
budget-without-source-help = voeg `source = "…"` toe, en `year` als het jaar bekend is
document-category = de categorie `{ $name }` kent de Woo niet
document-language = deze taal kent de site niet
document-no-page = dit is geen pagina
document-no-page-help = noem het bestand van een pagina, of een adres met https:// ervoor
figure-incomplete = een kerncijfer heeft een naam, een getal, een jaar en een bron
figure-incomplete-help = schrijf `name`, `value`, `year` en `source`, of laat het cijfer weg
inhabitants-incomplete = `inhabitants` mist `number`, `date` of `source`
inhabitants-incomplete-help = een inwonertal heeft een getal, een peildatum en een bron nodig
member-without-name = dit lid mist `name`
member-without-name-help = schrijf wie het is: {"{"} name = "…", role = "voorzitter" {"}"}
no-drawing = dit is geen tekening
no-drawing-help = schrijf de lijnen als SVG-pad: letters zoals M en L, en getallen
no-hue = dit is geen naam van een kleur
no-hue-help = schrijf de naam van een kleur, zoals `blue`; de handleiding noemt ze
no-municipality-code = dit is geen gemeentecode
no-municipality-code-help = schrijf GM en vier cijfers, zoals het CBS: GM0141
no-postcodes = dit zijn geen postcodes
no-postcodes-help = schrijf vier cijfers, of de eerste en de laatste: "7650-7669"
no-surface = dit is geen oppervlakte
no-surface-help = schrijf een getal boven 0, in vierkante kilometers: 176.83
now-incomplete = bij `now` hoort wie het werk doet, en de dag waarop dat bekend was
now-incomplete-help = schrijf `text = "…"` en `date = 2026-03-31`
places-empty = `places` noemt geen plaats
places-empty-help = noem de plaatsen in de gemeente: ["een", "twee"]
