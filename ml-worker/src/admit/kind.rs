//! What a file is, by its first bytes.

use serde::{Deserialize, Serialize};

use super::Refusal;

/// What can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Pages, drawn or scanned.
    Pdf,
    /// A photo, mostly.
    Jpeg,
    /// A scan or a picture of a screen.
    Png,
    /// Scans or faxes, one or many.
    Tiff,
    /// Letters only.
    Plain,
    /// A scanner's image, or several.
    Dicom,
}

impl Kind {
    const ALL: [Self; 6] = [Self::Pdf, Self::Jpeg, Self::Png, Self::Tiff, Self::Plain, Self::Dicom];

    /// Its name.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Jpeg => "jpeg",
            Self::Png => "png",
            Self::Tiff => "tiff",
            Self::Plain => "plain",
            Self::Dicom => "dicom",
        }
    }

    pub(super) fn named(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// What the bytes say they are.
    ///
    /// # Errors
    /// When that is nothing that can be read.
    pub(super) fn of(file: &[u8]) -> Result<Self, Refusal> {
        if file.is_empty() {
            return Err(Refusal::Empty);
        }
        if file.starts_with(&[0xFF, 0xD8, 0xFF]) {
            return Ok(Self::Jpeg);
        }
        if file.starts_with(b"\x89PNG\r\n\x1a\n") {
            return Ok(Self::Png);
        }
        if [&b"II*\0"[..], b"MM\0*", b"II+\0", b"MM\0+"].iter().any(|magic| file.starts_with(magic)) {
            return Ok(Self::Tiff);
        }
        if file.get(128..132) == Some(b"DICM") {
            return Ok(Self::Dicom);
        }
        if file.get(4..8) == Some(b"ftyp") {
            let brand = file.get(8..12).unwrap_or_default();
            let heic = [&b"heic"[..], b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1"].contains(&brand);
            return Err(if heic { Refusal::Heic } else { Refusal::Unknown });
        }
        // Some writers put bytes of their own before a PDF's first line; readers look at the first kilobyte.
        if file[..file.len().min(1024)].windows(5).any(|window| window == b"%PDF-") {
            return Ok(Self::Pdf);
        }
        if super::plain::text(file).is_some() { Ok(Self::Plain) } else { Err(Refusal::Unknown) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_what_its_bytes_say() {
        assert_eq!(Kind::of(b"\xFF\xD8\xFF\xE0 and a name like report.pdf"), Ok(Kind::Jpeg));
        assert_eq!(Kind::of(b"\x89PNG\r\n\x1a\n"), Ok(Kind::Png));
        assert_eq!(Kind::of(b"II*\0\x08\0\0\0"), Ok(Kind::Tiff));
        assert_eq!(Kind::of(b"\nsome noise\n%PDF-1.7"), Ok(Kind::Pdf));
        assert_eq!(Kind::of("Hämoglobin 13,2 g/dl".as_bytes()), Ok(Kind::Plain));
        assert_eq!(Kind::of(b"\0\0\0\x18ftypheic\0\0\0\0"), Err(Refusal::Heic));
        assert_eq!(Kind::of(b"MZ\x90\0\x03\0\0\0"), Err(Refusal::Unknown));
        let mut dicom = vec![0; 128];
        dicom.extend(b"DICM\x02\0\0\0");
        assert_eq!(Kind::of(&dicom), Ok(Kind::Dicom));
    }

    #[test]
    fn a_kind_is_found_by_its_name() {
        for kind in Kind::ALL {
            assert_eq!(Kind::named(kind.word()), Some(kind));
        }
        assert_eq!(Kind::named("exe"), None);
    }
}
