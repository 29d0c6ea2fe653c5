//! Why a file is not let in, in words for the person who sent it.

use serde::{Deserialize, Serialize};

use crate::confine::Broken;

/// Why a file, or a page of it, cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[non_exhaustive]
pub enum Refusal {
    /// Nothing in it.
    #[error("the file is empty")]
    Empty,
    /// Larger than is read.
    #[error("the file has more than {} MB, which is the most that is read", most >> 20)]
    TooManyBytes {
        /// What it has, or how much of it was taken.
        bytes: u64,
        /// What it may have.
        most: u64,
    },
    /// No kind that is known.
    #[error("the file is neither a PDF, a JPEG, a PNG, a TIFF, a DICOM file nor plain text")]
    Unknown,
    /// Phones of one maker save this.
    #[error("photos in HEIC form cannot be read; save or send the photo as JPEG")]
    Heic,
    /// A scanner's file without a picture, such as a structured report.
    #[error("the DICOM file holds no picture")]
    NoPicture,
    /// A scanner's picture in a form that is not read here.
    #[error(
        "the DICOM file's pictures are in a form that cannot be read ({what}); export them uncompressed, or as JPEG"
    )]
    UnknownForm {
        /// Which.
        what: String,
    },
    /// A scanner's file of a study.
    #[error("the file has {frames} pictures; at most {most} are read")]
    TooManyFrames {
        /// What it has.
        frames: usize,
        /// What it may have.
        most: usize,
    },
    /// Only with a password.
    #[error("the PDF is locked with a password; unlock it and send it again")]
    Locked,
    /// Locked in a way that is not known.
    #[error("the PDF is encrypted in a way that cannot be read")]
    Encrypted,
    /// Nothing to read.
    #[error("the document has no pages")]
    NoPages,
    /// A book, or an attack.
    #[error("the document has {pages} pages; at most {most} are read")]
    TooManyPages {
        /// What it has, or where counting stopped.
        pages: usize,
        /// What it may have.
        most: usize,
    },
    /// No camera makes this.
    #[error("the picture is {width} by {height} pixels; at most {} million pixels are read", most / 1_000_000)]
    TooManyPixels {
        /// Its width.
        width: u32,
        /// Its height.
        height: u32,
        /// How many it may have.
        most: u64,
    },
    /// A strip, which is what attacks look like, or a scroll.
    #[error("the picture is {width} by {height} pixels, too long and narrow to be read; send it in parts")]
    TooSlim {
        /// Its width.
        width: u32,
        /// Its height.
        height: u32,
    },
    /// Cut short, or changed on its way.
    #[error("the file is damaged, or cut short")]
    Damaged,
    /// Not even close print has so many.
    #[error("the page has {words} words; at most {most} are read")]
    TooManyWords {
        /// What it has.
        words: usize,
        /// What it may have.
        most: usize,
    },
    /// Not even a list of the smallest print has so many.
    #[error("the page has more than {most} letters, which is the most that is read")]
    TooManyLetters {
        /// What it may have.
        most: usize,
    },
    /// A library, or an attack.
    #[error("the document has {words} words; at most {most} are read")]
    TooLong {
        /// What it has, or where counting stopped.
        words: usize,
        /// What it may have.
        most: usize,
    },
    /// It took its reader down, which is how attacks look, and some honest files.
    #[error("{} could not be read: {what}", page.map_or("the file".to_owned(), |page| format!("page {}", page + 1)))]
    Broken {
        /// Which page, counted from 0, when it was one.
        page: Option<usize>,
        /// What happened.
        what: Broken,
    },
}

impl Refusal {
    pub(super) fn broken(what: Broken, page: Option<usize>) -> Self {
        Self::Broken { page, what }
    }

    /// Whether the file is at fault. Where the machine is, the same file is read another time.
    pub(crate) fn is_of_the_file(&self) -> bool {
        !matches!(self, Self::Broken { what, .. } if what.is_of_the_machine())
    }

    /// What became of a page of which this is said, as the end of a sentence about it.
    pub(crate) fn of_page(&self) -> String {
        match self {
            Self::Broken { what, .. } => format!("was not read: {what}"),
            other => format!("was not read: {other}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_lost_to_its_file_and_not_to_the_machine() {
        let broken = |broken| Refusal::broken(broken, Some(1));
        let table = [
            (Refusal::Damaged, true, "was not read: the file is damaged, or cut short"),
            (broken(Broken::Crash), true, "was not read: it fell over"),
            (broken(Broken::Start), false, "was not read: it could not be started"),
            (broken(Broken::Clock), false, "was not read: it was not done in time"),
        ];
        for (refusal, of_the_file, says) in table {
            assert_eq!((refusal.is_of_the_file(), refusal.of_page().as_str()), (of_the_file, says));
        }
    }
}
