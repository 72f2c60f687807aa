map-bare = er staat niets op deze kaart
map-bare-help = zet er de grenzen van de gemeenten in, of haal het bestand weg
map-empty = dit bestand is leeg
map-empty-help = zet er een kaart in, of haal het bestand weg
map-none = dit is geen kaart: een verzameling van vormen ontbreekt
map-none-help = exporteer de kaart als GeoJSON, een `FeatureCollection` met `features`
map-cut-off = het bestand houdt hier op, midden in de kaart
map-cut-off-help = kopieer het hele bestand opnieuw
map-unreadable = vanaf hier is dit bestand niet te lezen
map-unreadable-help = kijk of er een komma, haakje of aanhalingsteken ontbreekt of te veel staat
map-swapped = de breedte en de lengte zijn verwisseld
map-swapped-help = zet van elk punt eerst de lengte en dan de breedte: [6.66, 52.36]
map-metres = deze getallen zijn geen graden, maar meters, bijvoorbeeld van de Rijksdriehoek (RD)
map-metres-help = exporteer de kaart opnieuw, in WGS84 (EPSG:4326)
map-twice = `{ $code }` staat twee keer op de kaart
map-twice-help = haal een van de twee weg; delen van één gemeente horen samen in een `MultiPolygon`

map-feature-unreadable = dit onderdeel is niet te lezen
map-feature-unreadable-help = een onderdeel van de kaart heeft `properties` en `geometry`
map-feature-unnamed = dit onderdeel heeft geen `code` en geen `class`
map-feature-unnamed-help =
    geef een gemeente haar code ("code": "GM0141"), en al het andere een soort ("class": "road")
map-feature-without-form = dit onderdeel heeft geen vorm
map-feature-without-form-help = teken het opnieuw, of haal het weg
map-code = deze code is geen tekst
map-code-help = schrijf de code tussen aanhalingstekens: "GM0141"
map-class-unknown = de soort { $class } bestaat niet

map-form-unreadable = deze vorm is niet te lezen
map-form-unreadable-help =
    een vorm is een `Polygon`, `LineString` of `Point`, of een `Multi…` daarvan, met punten van twee getallen
map-form-unfit = deze vorm past niet bij `{ $name }`
map-form-unfit-help =
    een gemeente en een buurgebied zijn vlakken; een weg, spoorweg en grens zijn lijnen, water ook of een vlak; een plaats is een punt
map-far-away = dit punt ligt ver buiten de kaart
map-far-away-help = kijk of de getallen kloppen en in de goede volgorde staan
map-open-ring = deze rand is niet gesloten
map-open-ring-help = een rand heeft minstens vier punten, en het laatste is gelijk aan het eerste
map-crossing = vanaf dit punt kruist de rand zichzelf
map-crossing-help = teken de rand opnieuw, zo dat hij zichzelf niet kruist
