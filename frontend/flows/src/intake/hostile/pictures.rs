//! Pictures, honest ones first.

use super::{Hostile, bomb, hostile, zip};
use miniz_oxide::deflate::compress_to_vec_zlib;

fn chunk(kind: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let length = u32::try_from(data.len()).expect("a small chunk").to_be_bytes();
    [&length[..], kind, data, &[0; 4]].concat()
}

fn png_with(width: u32, height: u32, parts: &[Vec<u8>]) -> Vec<u8> {
    let header = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[8, 0, 0, 0, 0]].concat();
    [&b"\x89PNG\r\n\x1a\n"[..], &chunk(b"IHDR", &header), &parts.concat(), &chunk(b"IEND", b"")].concat()
}

/// A grey picture.
pub(crate) fn png(width: u32, height: u32) -> Vec<u8> {
    let rows = vec![0; ((width + 1) * height) as usize];
    png_with(width, height, &[chunk(b"IDAT", &compress_to_vec_zlib(&rows, 6))])
}

/// A picture whose coded pixels nobody looks at.
pub(crate) fn jpeg(width: u16, height: u16) -> Vec<u8> {
    let [frame, scan] = [&b"\xff\xc0\0\x0b\x08"[..], &b"\xff\xda\0\x08\x01\x01\0\0\x3f\0"[..]];
    let size = [height.to_be_bytes(), width.to_be_bytes()].concat();
    [
        &b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0"[..],
        frame,
        &size,
        b"\x01\x01\x11\0",
        scan,
        b"\x12\xff\0\x34\xff\xd9",
    ]
    .concat()
}

/// A grey picture of one strip that is not compressed; `next` is where another directory would be.
pub(crate) fn tiff(width: u32, height: u32, pixels: u32, next: u32) -> Vec<u8> {
    let entry = |tag: u16, value: u32| {
        [&tag.to_le_bytes()[..], &4_u16.to_le_bytes(), &1_u32.to_le_bytes(), &value.to_le_bytes()].concat()
    };
    let strip_at = 8 + 2 + 6 * 12 + 4;
    let entries =
        [entry(256, width), entry(257, height), entry(258, 8), entry(259, 1), entry(273, strip_at), entry(279, pixels)];
    [&b"II*\0\x08\0\0\0\x06\0"[..], &entries.concat(), &next.to_le_bytes(), &vec![0; pixels as usize]].concat()
}

/// A lossless picture whose coded pixels nobody looks at.
pub(crate) fn webp(width: u32, height: u32) -> Vec<u8> {
    let bits = (width - 1) | (height - 1) << 14;
    [&b"RIFF\x12\0\0\0WEBPVP8L\x05\0\0\0\x2f"[..], &bits.to_le_bytes(), b"\0"].concat()
}

/// A CT slice of 8 bits.
pub(crate) fn dicom(rows: u16, columns: u16, pixels: u32) -> Vec<u8> {
    let short = |tag: [u8; 4], value: u16| [&tag[..], b"US\x02\0", &value.to_le_bytes()].concat();
    let parts = [
        b"\x02\0\x10\0UI\x14\x001.2.840.10008.1.2.1\0".to_vec(),
        b"\x08\0\x60\0CS\x02\0CT".to_vec(),
        short(*b"\x28\0\x10\0", rows),
        short(*b"\x28\0\x11\0", columns),
        short(*b"\x28\0\0\x01", 8),
        [&b"\xe0\x7f\x10\0OB\0\0"[..], &pixels.to_le_bytes(), &vec![7; pixels as usize]].concat(),
    ];
    [&[0; 128][..], b"DICM", &parts.concat()].concat()
}

pub(super) fn all() -> Vec<Hostile> {
    let ten_gigabytes = bomb(10 << 30);
    let animated = png_with(4, 4, &[chunk(b"acTL", &[0; 8]), chunk(b"IDAT", &compress_to_vec_zlib(&[0; 20], 6))]);
    let profile = png_with(4, 4, &[chunk(b"iCCP", &[b"p\0\0", &ten_gigabytes[..]].concat())]);
    let profile_text = png_with(4, 4, &[chunk(b"iTXt", &[b"t\0\x01\0\0\0", &ten_gigabytes[..]].concat())]);
    let scans =
        [&jpeg(8, 8)[..jpeg(8, 8).len() - 2], &b"\xff\xda\0\x08\x01\x01\0\0\x3f\0\x12"[..].repeat(1_000), b"\xff\xd9"]
            .concat();
    let mut program_in_front = dicom(4, 4, 16);
    program_in_front[..2].copy_from_slice(b"MZ");
    let mut deep = dicom(4, 4, 16);
    deep.extend(b"\xe2\x7f\x01\0SQ\0\0\xff\xff\xff\xff\xfe\xff\0\xe0\xff\xff\xff\xff".repeat(10_000));
    let wrapped = [&[0; 128][..], b"DICM\x42\0\x11\0OB\0\0\x04\0\0\0%PDF"].concat();
    vec![
        hostile("PNG header of 65,535 by 65,535", "a.png", png_with(65_535, 65_535, &[]), "TooManyPixels"),
        hostile(
            "PNG that declares 10 GB",
            "a.png",
            png_with(100_000, 107_374, &[chunk(b"IDAT", &ten_gigabytes)]),
            "TooManyPixels",
        ),
        hostile(
            "PNG of 100 by 100 that unpacks to 10 GB",
            "a.png",
            png_with(100, 100, &[chunk(b"IDAT", &ten_gigabytes)]),
            "Bomb",
        ),
        hostile("PNG colour profile of 10 GB", "a.png", profile, "Bomb"),
        hostile("PNG text of 10 GB", "a.png", profile_text, "Bomb"),
        hostile(
            "PNG with fewer pixels than it says",
            "a.png",
            png_with(9_999, 9_999, &[chunk(b"IDAT", &compress_to_vec_zlib(&[0; 99], 6))]),
            "Damaged",
        ),
        hostile("PNG that moves", "a.png", animated, "NotTaken"),
        hostile("PNG with a zip archive behind it", "a.png", [png(4, 4), zip("a", b"a")].concat(), "TwoInOne"),
        hostile(
            "PNG with a zip archive in a text",
            "a.png",
            png_with(4, 4, &[chunk(b"IDAT", &compress_to_vec_zlib(&[0; 20], 6)), chunk(b"tEXt", &zip("a", b"a"))]),
            "TwoInOne",
        ),
        hostile(
            "PNG with a PDF in a text",
            "a.png",
            png_with(4, 4, &[chunk(b"tEXt", b"c\0%PDF-1.4"), chunk(b"IDAT", &compress_to_vec_zlib(&[0; 20], 6))]),
            "TwoInOne",
        ),
        hostile("PNG with a megabyte behind it", "a.png", [png(4, 4), vec![7; 1 << 20]].concat(), "Trailing"),
        hostile(
            "PNG header in front of a zip archive",
            "a.png",
            [&b"\x89PNG\r\n\x1a\n"[..], &zip("a", b"a")].concat(),
            "Damaged",
        ),
        hostile("JPEG header of 65,535 by 65,535", "a.jpg", jpeg(65_535, 65_535), "TooManyPixels"),
        hostile("JPEG of a thousand scans", "a.jpg", scans, "Bomb"),
        hostile(
            "JPEG with a Java archive behind it",
            "a.jpg",
            [jpeg(8, 8), zip("META-INF/MANIFEST.MF", b"Main-Class: A")].concat(),
            "TwoInOne",
        ),
        hostile("JPEG with another JPEG behind it", "a.jpg", [jpeg(8, 8), jpeg(8, 8)].concat(), "TwoInOne"),
        hostile("JPEG with a web page behind it", "a.jpg", [&jpeg(8, 8)[..], b"<html><script>"].concat(), "TwoInOne"),
        hostile("JPEG that is cut off", "a.jpg", &jpeg(8, 8)[..40], "Damaged"),
        hostile("TIFF header of 65,535 by 65,535", "a.tif", tiff(65_535, 65_535, 64, 0), "TooManyPixels"),
        hostile("TIFF whose directories form a circle", "a.tif", tiff(8, 8, 64, 8), "Damaged"),
        hostile("TIFF with fewer pixels than it says", "a.tif", tiff(9_999, 9_999, 64, 0), "Damaged"),
        hostile("TIFF with a zip archive behind it", "a.tif", [tiff(8, 8, 64, 0), zip("a", b"a")].concat(), "TwoInOne"),
        hostile("WebP of 16,384 by 16,384", "a.webp", webp(16_384, 16_384), "TooManyPixels"),
        hostile("WebP with a program behind it", "a.webp", [&webp(8, 8)[..], b"MZ\x90\0\x03"].concat(), "TwoInOne"),
        hostile("DICOM of 65,535 by 65,535", "a.dcm", dicom(65_535, 65_535, 16), "TooManyPixels"),
        hostile("DICOM with fewer pixels than it says", "a.dcm", dicom(9_999, 9_999, 16), "Damaged"),
        hostile("DICOM with a program in front", "a.dcm", program_in_front, "TwoInOne"),
        hostile("DICOM of sequences in sequences", "a.dcm", deep, "TooDeep"),
        hostile("DICOM around a document", "a.dcm", wrapped, "Wrapped"),
        hostile("GIF", "a.gif", "GIF89a\x08\0\x08\0\0\0\0;", "NotTaken"),
        hostile(
            "GIF that is a Java archive (GIFAR)",
            "a.gif",
            [&b"GIF89a\x08\0\x08\0\0\0\0;"[..], &zip("a", b"a")].concat(),
            "NotTaken",
        ),
        hostile("BMP", "a.bmp", [&b"BM\x46\0\0\0\0\0\0\0\x36\0\0\0"[..], &[0; 64]].concat(), "NotTaken"),
    ]
}
