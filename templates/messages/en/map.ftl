map-bare = there is nothing on this map
map-bare-help = put the borders of the municipalities in it, or take the file out
map-empty = this file is empty
map-empty-help = put a map in it, or take the file out
map-none = this is not a map: it has no collection of shapes
map-none-help = export the map as GeoJSON, a `FeatureCollection` with `features`
map-cut-off = the file stops here, in the middle of the map
map-cut-off-help = copy the whole file again
map-unreadable = from here on this file cannot be read
map-unreadable-help = see if a comma, bracket or quotation mark is missing, or is one too many
map-swapped = the latitude and the longitude are swapped
map-swapped-help = write the longitude of each point first and then its latitude: [6.66, 52.36]
map-metres = these numbers are not degrees but metres, of a national grid for example
map-metres-help = export the map again, in WGS84 (EPSG:4326)
map-twice = `{ $code }` is on the map twice
map-twice-help =
    take one of the two out; parts of one municipality belong together in a `MultiPolygon`

map-feature-unreadable = this feature cannot be read
map-feature-unreadable-help = a feature of the map has `properties` and `geometry`
map-feature-unnamed = this feature has no `code` and no `class`
map-feature-unnamed-help =
    give a municipality its code ("code": "GM0141"), and all else a class ("class": "road")
map-feature-without-form = this feature has no shape
map-feature-without-form-help = draw it again, or take it out
map-code = this code is not a text
map-code-help = put the code between quotation marks: "GM0141"
map-class-unknown = there is no class { $class }

map-form-unreadable = this shape cannot be read
map-form-unreadable-help =
    a shape is a `Polygon`, `LineString` or `Point`, or a `Multi…` of those, with points of two numbers
map-form-unfit = this shape does not fit `{ $name }`
map-form-unfit-help =
    a municipality and a neighbouring area are areas; a road, railway and border are lines, water is one or an area; a town is a point
map-far-away = this point lies far off the map
map-far-away-help = see if the numbers are right and in the right order
map-open-ring = this outline is not closed
map-open-ring-help = an outline has at least four points, and the last is the same as the first
map-crossing = from this point on the outline crosses itself
map-crossing-help = draw the outline again, so that it does not cross itself
