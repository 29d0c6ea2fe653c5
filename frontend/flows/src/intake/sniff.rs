//! What a file is by its first bytes.

use super::{Unfit, source::Source, text};

const MB: u64 = 1 << 20;

/// What is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    Png,
    Jpeg,
    WebP,
    Tiff,
    Dicom,
    Pdf,
    Json,
    Xml,
    Text,
}

impl Format {
    /// No file of this type needs more bytes; what is read of it is bounded by this.
    pub(super) fn largest(self) -> u64 {
        match self {
            Self::Png | Self::Jpeg | Self::WebP => 256 * MB,
            Self::Tiff | Self::Dicom => 4_096 * MB,
            Self::Pdf => 512 * MB,
            Self::Json | Self::Xml | Self::Text => 64 * MB,
        }
    }

    pub(super) fn words(self) -> &'static str {
        match self {
            Self::Png => "a PNG picture",
            Self::Jpeg => "a JPEG picture",
            Self::WebP => "a WebP picture",
            Self::Tiff => "a TIFF picture",
            Self::Dicom => "a DICOM file",
            Self::Pdf => "a PDF",
            Self::Json => "JSON",
            Self::Xml => "XML",
            Self::Text => "text",
        }
    }
}

enum Known {
    Taken(Format),
    Archive,
    Program,
    Picture,
    Web,
    Office,
}

use Known::{Archive, Office, Picture, Program, Taken, Web};

/// Where, what bytes, what that is.
const SIGNATURES: &[(usize, &[u8], Known, &str)] = &[
    (0, b"\x89PNG\r\n\x1a\n", Taken(Format::Png), "a PNG picture"),
    (0, b"\xff\xd8\xff", Taken(Format::Jpeg), "a JPEG picture"),
    (8, b"WEBP", Taken(Format::WebP), "a WebP picture"),
    (0, b"II*\0", Taken(Format::Tiff), "a TIFF picture"),
    (0, b"MM\0*", Taken(Format::Tiff), "a TIFF picture"),
    (0, b"%PDF-", Taken(Format::Pdf), "a PDF"),
    (0, b"PK\x03\x04", Archive, "zip"),
    (0, b"PK\x05\x06", Archive, "zip"),
    (0, b"PK\x07\x08", Archive, "zip"),
    (0, b"\x1f\x8b", Archive, "gzip"),
    (0, b"7z\xbc\xaf\x27\x1c", Archive, "7z"),
    (0, b"Rar!\x1a\x07", Archive, "rar"),
    (0, b"\xfd7zXZ\0", Archive, "xz"),
    (0, b"BZh", Archive, "bzip2"),
    (0, b"\x28\xb5\x2f\xfd", Archive, "zstd"),
    (0, b"\x04\x22\x4d\x18", Archive, "lz4"),
    (0, b"MSCF", Archive, "cab"),
    (0, b"!<arch>\n", Archive, "ar"),
    (0, b"\x1f\x9d", Archive, "compress"),
    (257, b"ustar", Archive, "tar"),
    (0x8001, b"CD001", Archive, "a disk image"),
    (0, b"MZ", Program, "Windows"),
    (0, b"\x7fELF", Program, "Linux"),
    (0, b"\xfe\xed\xfa\xce", Program, "macOS"),
    (0, b"\xfe\xed\xfa\xcf", Program, "macOS"),
    (0, b"\xce\xfa\xed\xfe", Program, "macOS"),
    (0, b"\xcf\xfa\xed\xfe", Program, "macOS"),
    (0, b"\xca\xfe\xba\xbe", Program, "Java"),
    (0, b"\0asm", Program, "WebAssembly"),
    (0, b"dex\n", Program, "Android"),
    (0, b"L\0\0\0\x01\x14\x02\0", Program, "a Windows shortcut"),
    (0, b"#!", Program, "a script"),
    (0, b"<?php", Program, "a script"),
    (0, b"%!PS", Program, "PostScript"),
    (0, b"{\\rtf", Office, "an office document"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Office, "an office document"),
    (0, b"GIF87a", Picture, "GIF"),
    (0, b"GIF89a", Picture, "GIF"),
    (0, b"II+\0", Picture, "BigTIFF"),
    (0, b"MM\0+", Picture, "BigTIFF"),
    (0, b"\0\0\0\x0cjP  ", Picture, "JPEG 2000"),
    (0, b"\xff\x4f\xff\x51", Picture, "JPEG 2000"),
    (0, b"8BPS", Picture, "Photoshop"),
    (4, b"ftyphei", Picture, "HEIC"),
    (4, b"ftypmif1", Picture, "HEIC"),
    (4, b"ftypavif", Picture, "AVIF"),
    (4, b"ftyp", Picture, "video"),
    (0, b"\x1a\x45\xdf\xa3", Picture, "video"),
    (0, b"OggS", Picture, "audio"),
    (0, b"ID3", Picture, "audio"),
];

/// The format that is taken, by content; `extension` decides only between text and what looks like JSON.
pub(super) fn format(source: &mut Source<'_>, extension: &str) -> Result<Format, Unfit> {
    let head = source.look_at(0, 0x8010)?;
    // A DICOM preamble is free to look like something else, so what follows it is asked first.
    if head.get(128..132) == Some(b"DICM") {
        if let Some(first) = find(&head).map(words) {
            return Err(Unfit::TwoInOne { first, second: "a DICOM file" });
        }
        // Some files were found to carry programs there; a preamble that is not used is zero.
        if head[..128].iter().any(|byte| *byte != 0) {
            return Err(Unfit::Damaged("bytes in front of the DICOM file's beginning"));
        }
        return Ok(Format::Dicom);
    }
    match find(&head) {
        Some((Taken(format), _)) => Ok(*format),
        Some((Archive, "zip")) if is_office(&head) => Err(Unfit::Office),
        Some((Archive, name)) => Err(Unfit::Archive(name)),
        Some((Program, name)) => Err(Unfit::Program(name)),
        Some((Web, name)) => Err(Unfit::WebPage(name)),
        Some((Office, _)) => Err(Unfit::Office),
        Some((Picture, name)) => Err(Unfit::NotTaken(name)),
        None if is_bare_dicom(&head) => Ok(Format::Dicom),
        None if head[..head.len().min(1_024)].windows(5).any(|part| part == b"%PDF-") => {
            Err(Unfit::TwoInOne { first: "something else", second: "a PDF" })
        }
        None => text::format(source, &head, extension),
    }
}

/// What a second file's beginning would be.
pub(super) fn signature(head: &[u8]) -> Option<&'static str> {
    if head.get(128..132) == Some(b"DICM") && head[..128].iter().all(|byte| *byte == 0) {
        return Some("a DICOM file");
    }
    find(head).map(words)
}

fn words((known, name): (&Known, &'static str)) -> &'static str {
    match (known, name) {
        (Archive, "zip") => "a zip archive",
        (Archive, _) => "an archive",
        (Program, _) => "a program",
        (Web, _) => "a web page",
        _ => name,
    }
}

fn find(head: &[u8]) -> Option<(&'static Known, &'static str)> {
    let bitmap = head.starts_with(b"BM") && head.get(6..10) == Some(&[0; 4]);
    if bitmap {
        return Some((&Picture, "a BMP picture"));
    }
    let text = text::without_mark(head).trim_ascii_start();
    if let Some(name) = text::web_page(text) {
        return Some((&Web, name));
    }
    let fits = |at: usize, bytes: &[u8]| head.get(at..).is_some_and(|rest| rest.starts_with(bytes));
    // Two printable letters are a beginning of many a note; a program goes on in bytes that no text has.
    let printed = head.iter().take(64).all(|byte| matches!(byte, b'\t' | b'\n' | b'\r' | 0x20..=0x7e | 0x80..));
    let known = SIGNATURES.iter().find(|(at, bytes, _, _)| {
        let short = matches!(*bytes, b"MZ" | b"BZh" | b"ID3" | b"MSCF" | b"OggS" | b"8BPS");
        fits(*at, bytes) && !(short && printed)
    });
    known.map(|(_, _, known, name)| (known, *name))
}

/// Office documents are zip archives whose first file tells.
fn is_office(head: &[u8]) -> bool {
    let first = head.get(30..).unwrap_or_default();
    [&b"[Content_Types].xml"[..], b"mimetypeapplication/vnd.oasis", b"_rels/", b"word/", b"xl/", b"ppt/", b"docProps/"]
        .iter()
        .any(|name| first.starts_with(name))
}

/// DICOM without the 128 bytes in front: a first element of group 2 or 8 with a length that can be.
fn is_bare_dicom(head: &[u8]) -> bool {
    let Some([2 | 8, 0, _, 0, a, b, c, d]) = head.get(..8).and_then(|part| <[u8; 8]>::try_from(part).ok()) else {
        return false;
    };
    let explicit = matches!(&[a, b], b"UL" | b"UI" | b"CS" | b"OB" | b"SH" | b"LO" | b"DA" | b"TM" | b"SQ");
    explicit || u32::from_le_bytes([a, b, c, d]) < 1_024
}
