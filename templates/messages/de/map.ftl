map-bare = auf dieser Karte ist nichts
map-bare-help = die Grenzen der Gemeinden hineinsetzen oder die Datei entfernen
map-empty = diese Datei ist leer
map-empty-help = eine Karte hineinsetzen oder die Datei entfernen
map-none = das ist keine Karte: sie hat keine Sammlung von Formen
map-none-help = die Karte als GeoJSON exportieren, als `FeatureCollection` mit `features`
map-cut-off = die Datei hört hier auf, mitten in der Karte
map-cut-off-help = die ganze Datei noch einmal kopieren
map-unreadable = ab hier ist diese Datei nicht zu lesen
map-unreadable-help = nachsehen, ob ein Komma, eine Klammer oder ein Anführungszeichen fehlt oder zu viel ist
map-swapped = Breite und Länge sind vertauscht
map-swapped-help = bei jedem Punkt zuerst die Länge und dann die Breite schreiben: [6.66, 52.36]
map-metres = diese Zahlen sind keine Grad, sondern Meter, etwa aus einem Landesnetz
map-metres-help = die Karte neu exportieren, in WGS84 (EPSG:4326)
map-twice = `{ $code }` steht zweimal auf der Karte
map-twice-help =
    eines der beiden entfernen; Teile einer Gemeinde gehören zusammen in ein `MultiPolygon`

map-feature-unreadable = dieser Teil ist nicht zu lesen
map-feature-unreadable-help = ein Teil der Karte hat `properties` und `geometry`
map-feature-unnamed = dieser Teil hat weder `code` noch `class`
map-feature-unnamed-help =
    einer Gemeinde ihren Code geben ("code": "GM0141"), und allem anderen eine Klasse ("class": "road")
map-feature-without-form = dieser Teil hat keine Form
map-feature-without-form-help = ihn neu zeichnen oder entfernen
map-code = dieser Code ist kein Text
map-code-help = den Code in Anführungszeichen setzen: "GM0141"
map-class-unknown = die Klasse { $class } gibt es nicht

map-form-unreadable = diese Form ist nicht zu lesen
map-form-unreadable-help =
    eine Form ist ein `Polygon`, `LineString` oder `Point`, oder ein `Multi…` davon, mit Punkten aus zwei Zahlen
map-form-unfit = diese Form passt nicht zu `{ $name }`
map-form-unfit-help =
    eine Gemeinde und ein Nachbargebiet sind Flächen; eine Straße, Bahnstrecke und Grenze sind Linien, Wasser ist eine Linie oder Fläche; ein Ort ist ein Punkt
map-far-away = dieser Punkt liegt weit außerhalb der Karte
map-far-away-help = nachsehen, ob die Zahlen stimmen und in der richtigen Reihenfolge stehen
map-open-ring = dieser Umriss ist nicht geschlossen
map-open-ring-help = ein Umriss hat mindestens vier Punkte, und der letzte ist gleich dem ersten
map-crossing = ab diesem Punkt kreuzt sich der Umriss selbst
map-crossing-help = den Umriss neu zeichnen, so dass er sich nicht kreuzt
