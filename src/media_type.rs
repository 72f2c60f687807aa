//! The media types of files.

/// True of a type that gains by compression; pictures and archives are compressed already.
pub fn is_compressible(media_type: &str) -> bool {
    media_type.starts_with("text/")
        || ["json", "xml", "javascript"].iter().any(|part| {
            media_type
                .split(';')
                .next()
                .is_some_and(|kind| kind.ends_with(part))
        })
}

/// The media type of a file with this content: of a text that is not UTF-8, with the charset in
/// which programs of an office write it.
pub fn media_type_of(path: &str, body: &[u8]) -> &'static str {
    let usual = media_type(path);
    let Some((kind, _)) = usual.split_once("; charset=utf-8") else {
        return usual;
    };
    let is_wide = body.starts_with(b"\xff\xfe") || body.starts_with(b"\xfe\xff");
    match kind {
        _ if std::str::from_utf8(body).is_ok() => usual,
        "text/csv" if is_wide => "text/csv; charset=utf-16",
        "text/csv" => "text/csv; charset=windows-1252",
        "text/plain" if is_wide => "text/plain; charset=utf-16",
        "text/plain" => "text/plain; charset=windows-1252",
        // Its own first lines can say which it is.
        _ => kind,
    }
}

/// The media type of a file, by its extension.
pub fn media_type(path: &str) -> &'static str {
    let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension);
    match extension.to_ascii_lowercase().as_str() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "txt" => "text/plain; charset=utf-8",
        "md" => "text/markdown; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "vtt" => "text/vtt; charset=utf-8",
        "svg" => "image/svg+xml",
        "xml" => "application/xml; charset=utf-8",
        "json" => "application/json",
        "geojson" => "application/geo+json",
        "gpx" => "application/gpx+xml",
        "kml" => "application/vnd.google-earth.kml+xml",
        "kmz" => "application/vnd.google-earth.kmz",
        "webmanifest" => "application/manifest+json",
        "ics" => "text/calendar; charset=utf-8",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "gif" => "image/gif",
        "ico" => "image/x-icon",
        "woff" => "font/woff",
        "woff2" => "font/woff2",
        "pdf" => "application/pdf",
        "epub" => "application/epub+zip",
        "odt" => "application/vnd.oasis.opendocument.text",
        "ods" => "application/vnd.oasis.opendocument.spreadsheet",
        "odp" => "application/vnd.oasis.opendocument.presentation",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "pptx" => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "zip" => "application/zip",
        "mp3" => "audio/mpeg",
        "mp4" => "video/mp4",
        "webm" => "video/webm",
        _ => "application/octet-stream",
    }
}
