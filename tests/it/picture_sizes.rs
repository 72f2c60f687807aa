//! Pictures in the sizes that screens need, made in the background and kept between starts.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant, SystemTime};

use jpeg_encoder::{ColorType, Encoder};

use crate::support::html::Document;
use crate::support::{NOW, Server, TIMEOUT, TestSite, noaber};

/// The place at which a camera says a picture was taken, as a text in its Exif.
const SECRET: &str = "52.2661N 6.7893E";

/// Dots that look like a photograph: colours that run over into each other, with grain. The left
/// half is red and the right half is blue.
fn dots(width: u32, height: u32) -> Vec<u8> {
    let mut grain = 1_u32;
    let mut dots = Vec::new();
    for y in 0..height {
        for x in 0..width {
            grain = grain.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let grain = (grain >> 27) as u8;
            let light = (y * 100 / height) as u8 + grain;
            let (red, blue) = if x < width / 2 { (200, 20) } else { (20, 200) };
            dots.extend([red + grain, light, blue + grain]);
        }
    }
    dots
}

/// A photograph by a camera that was held in one of eight ways, and that says where it was.
fn photograph(width: u16, height: u16, held: u8) -> Vec<u8> {
    let mut exif = b"MM\0*\0\0\0\x08\0\x02".to_vec();
    exif.extend([1, 0x0e, 0, 2, 0, 0, 0, SECRET.len() as u8, 0, 0, 0, 38]);
    exif.extend([1, 0x12, 0, 3, 0, 0, 0, 1, 0, held, 0, 0]);
    exif.extend([0; 4]);
    exif.extend(SECRET.as_bytes());
    let mut jpeg = Vec::new();
    let mut encoder = Encoder::new(&mut jpeg, 95);
    encoder.add_exif_metadata(&exif).expect("it is small");
    encoder
        .encode(
            &dots(width.into(), height.into()),
            width,
            height,
            ColorType::Rgb,
        )
        .expect("it is a picture");
    jpeg
}

fn drawing(width: u32, height: u32) -> Vec<u8> {
    let mut written = Vec::new();
    let mut encoder = png::Encoder::new(&mut written, width, height);
    encoder.set_color(png::ColorType::Rgb);
    let mut writer = encoder.write_header().expect("it can be written");
    writer
        .write_image_data(&dots(width, height))
        .expect("it can be written");
    drop(writer);
    written
}

/// A site with a page at `/beelden/` that shows this file, and a cache folder of its own.
fn site_with(name: &str, picture: &[u8]) -> (TestSite, String) {
    let site = TestSite::new();
    fs::write(site.folder().join("static/beeld").join(name), picture).expect("it can be written");
    site.write(
        "beelden.md",
        format!(
            "+++\ntitle = \"Beelden\"\nsummary = \"Alle beelden.\"\n+++\n![Een beeld](../static/beeld/{name})\n"
        ),
    );
    let cache = site.folder().join("cache").display().to_string();
    (site, cache)
}

/// The addresses in a `srcset`, each with the width that it says.
fn candidates(srcset: &str) -> Vec<(String, usize)> {
    let each = srcset.split(", ").map(|candidate| {
        let (address, width) = candidate.split_once(' ').expect("a width");
        let width = width.strip_suffix('w').expect("a width in dots");
        (address.to_owned(), width.parse().expect("a number"))
    });
    each.collect()
}

/// The addresses of the picture on the page that `served` shows.
fn addresses(page: &str, element: &str) -> Vec<(String, usize)> {
    let srcset = Document::parse(page).attributes(element, "srcset");
    candidates(&srcset[0])
}

#[test]
fn a_photograph_is_offered_in_widths_turned_upright_and_without_what_the_camera_wrote() {
    // Held on its side: what is stored as 1200 by 800 is shown as 800 by 1200.
    let photograph = photograph(1200, 800, 6);
    let (site, cache) = site_with("foto.jpg", &photograph);
    let built = site.build(&["--cache", &cache]);
    let page = built.read("/beelden/");
    let offered = addresses(&page, "img");
    let widths: Vec<usize> = offered.iter().map(|(_, width)| *width).collect();
    assert_eq!(widths, [320, 640, 800]);
    let images = Document::parse(&page);
    let src = images.attributes("img", "src").remove(0);
    assert_eq!(src, offered[2].0, "who knows no sizes gets the largest");
    for (address, width) in offered {
        let made = fs::read(built.folder().join(&address[1..])).expect("it was made");
        let size = imagesize::blob_size(&made).expect("it is a picture");
        assert_eq!((size.width, size.height), (width, width * 3 / 2));
        assert!(made.len() < photograph.len());
        let holds = |part: &[u8]| made.windows(part.len()).any(|bytes| bytes == part);
        assert!(!holds(b"Exif") && !holds(SECRET.as_bytes()));
        let mut read = zune_jpeg::JpegDecoder::new(zune_core::bytestream::ZCursor::new(&made));
        let dots = read.decode().expect("it can be read");
        // Turned to the right, what was on the left is on top.
        let (top, bottom) = (&dots[..3], &dots[dots.len() - 3..]);
        assert!(top[0] > 150 && top[2] < 100, "red: {top:?}");
        assert!(bottom[2] > 150 && bottom[0] < 100, "blue: {bottom:?}");
    }
}

#[test]
fn a_drawing_is_offered_as_webp_beside_itself() {
    let (site, cache) = site_with("tekening.png", &drawing(900, 300));
    let built = site.build(&["--cache", &cache]);
    let page = built.read("/beelden/");
    let offered = addresses(&page, "source");
    let widths: Vec<usize> = offered.iter().map(|(_, width)| *width).collect();
    assert_eq!(widths, [320, 640, 900]);
    for (address, width) in &offered[..2] {
        let made = fs::read(built.folder().join(&address[1..])).expect("it was made");
        assert_eq!(&made[8..12], b"WEBP");
        assert_eq!(
            imagesize::blob_size(&made).expect("a picture").width,
            *width
        );
    }
    let images = Document::parse(&page);
    assert_eq!(images.attributes("source", "type"), ["image/webp"]);
    assert!(images.attributes("img", "src")[0].ends_with(".png"));
}

#[test]
fn a_picture_that_is_small_or_moves_stays_as_it_is() {
    let mut moving = drawing(600, 300);
    let animation = b"\0\0\0\x08acTL\0\0\0\x01\0\0\0\0\0\0\0\0";
    moving.splice(33..33, animation.iter().copied());
    for (name, picture) in [
        ("klein.jpg", photograph(320, 200, 1)),
        ("beweegt.png", moving),
    ] {
        let (site, cache) = site_with(name, &picture);
        let page = site.build(&["--cache", &cache]).read("/beelden/");
        assert!(!page.contains("srcset"), "{name}");
    }
}

#[test]
fn a_picture_that_cannot_be_read_is_shown_as_it_is_at_every_address() {
    let mut broken = photograph(800, 600, 1);
    broken.truncate(700);
    let (site, cache) = site_with("stuk.jpg", &broken);
    let built = site.build(&["--cache", &cache]);
    for (address, _) in addresses(&built.read("/beelden/"), "img") {
        let shown = fs::read(built.folder().join(&address[1..])).expect("it is there");
        assert!(shown.starts_with(b"\xff\xd8"), "{address}");
    }
}

/// The response at an address, when it is no longer the picture itself that stands in.
fn made(server: &Server, address: &str) -> Vec<u8> {
    let begun = Instant::now();
    loop {
        let reply = server.get(address);
        assert_eq!(reply.status, 200, "there is always a picture");
        let policy = reply.header("cache-control").expect("a policy");
        if policy.contains("immutable") {
            return reply.body;
        }
        assert_eq!(policy, "public, no-cache", "what stands in is not kept");
        assert!(begun.elapsed() < Duration::from_secs(60), "it is made");
        sleep(Duration::from_millis(50));
    }
}

/// The photographs in a folder with the moment at which each was written.
fn files(folder: &str) -> Vec<(String, SystemTime)> {
    let each = fs::read_dir(Path::new(folder)).expect("the folder is there");
    let photographs = each
        .map(|entry| entry.expect("an entry"))
        .filter(|entry| fs::read(entry.path()).is_ok_and(|bytes| bytes.starts_with(b"\xff\xd8")));
    let mut files: Vec<_> = photographs
        .map(|entry| {
            let written = entry.metadata().and_then(|of| of.modified());
            let name = entry.file_name().to_string_lossy().into_owned();
            (name, written.expect("a moment"))
        })
        .collect();
    files.sort();
    files
}

#[test]
fn sizes_are_made_while_the_site_is_there_and_kept_for_the_next_start() {
    let photograph = photograph(1000, 700, 1);
    let (site, cache) = site_with("foto.jpg", &photograph);
    let content = site.content();
    let arguments = ["--content", &content, "--now", NOW, "--cache", &cache];
    let server = Server::start(&arguments);
    let page = server.get("/beelden/");
    let offered = addresses(&page.text(), "img");
    let small = made(&server, &offered[0].0);
    assert!(small.len() < photograph.len() / 4);
    for (address, _) in &offered {
        made(&server, address);
    }
    let kept = files(&cache);
    assert_eq!(kept.len(), offered.len(), "each once, and nothing else");
    // Who empties the folder below a running server hurts nobody.
    fs::remove_dir_all(&cache).expect("it can be removed");
    assert_eq!(made(&server, &offered[0].0), small);
    for (address, _) in &offered {
        made(&server, address);
    }
    drop(server);
    let kept = files(&cache);
    let server = Server::start(&arguments);
    assert_eq!(
        server.get("/beelden/").text(),
        page.text(),
        "whatever is there"
    );
    for (address, _) in &offered {
        made(&server, address);
    }
    assert_eq!(files(&cache), kept, "nothing is made again");
    let mut command = noaber(&["check", "--content", &content, "--now", NOW]);
    assert!(command.output().expect("it runs").status.success());
}

#[test]
fn a_derived_file_that_no_site_has_used_for_long_goes_and_nothing_else_does() {
    let (site, cache) = site_with("foto.jpg", &photograph(1600, 900, 1));
    site.build(&["--cache", &cache]);
    let made = fs::metadata(site.folder()).and_then(|of| of.modified());
    let old = made.expect("a moment") - Duration::from_hours(100 * 24);
    let date = |path: &Path| {
        let file = File::open(path).expect("the file is there");
        file.set_modified(old).expect("a file can be dated");
    };
    let names = |folder: &str| -> BTreeSet<PathBuf> {
        let entries = fs::read_dir(folder).expect("the folder is there");
        entries
            .map(|entry| entry.expect("an entry").path())
            .collect()
    };
    let used = names(&cache);
    assert!(!used.is_empty());
    let unused = Path::new(&cache).join("0123456789abcdef0123456789abcdef");
    let foreign = Path::new(&cache).join("brief.txt");
    for path in [&unused, &foreign] {
        fs::write(path, "tekst").expect("a file can be written");
    }
    used.iter()
        .chain([&unused, &foreign])
        .for_each(|path| date(path));
    let content = site.content();
    let _server = Server::start(&["--content", &content, "--cache", &cache]);
    let begun = Instant::now();
    while unused.exists() {
        assert!(begun.elapsed() < TIMEOUT, "the unused file stays");
        sleep(Duration::from_millis(20));
    }
    assert!(used.is_subset(&names(&cache)), "what is used stays");
    assert!(foreign.exists(), "what is no derived file stays");
}
