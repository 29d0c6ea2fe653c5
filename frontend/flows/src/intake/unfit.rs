//! Why a file is not taken, in sentences that say what to do.

use std::io;

/// Why a file is not taken.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Unfit {
    /// The device does not give the file out.
    #[error("the file could not be read; choose it again")]
    Unreadable(#[from] io::Error),
    /// No bytes.
    #[error("the file is empty; look whether it was copied to the end")]
    Empty,
    /// More bytes than this type of file has.
    #[error("the file is larger than the {} MB taken of its type; split it, or save it with a lower resolution", .limit >> 20)]
    TooLarge {
        /// How many bytes are taken.
        limit: u64,
    },
    /// Control characters, or characters that turn the direction of writing or take no space.
    #[error("the file's name holds invisible characters that can make it look like another; rename the file")]
    HiddenInName,
    /// Separators of folders.
    #[error("the file's name points into folders; rename the file without / \\ or :")]
    PathInName,
    /// Nothing but spaces and dots.
    #[error("the file has no name; give it one")]
    NoName,
    /// Longer than file systems take.
    #[error("the file's name is too long; shorten it to 200 bytes")]
    NameTooLong,
    /// A name that Windows keeps for a device.
    #[error("the file is named like a device of the computer; rename the file")]
    ReservedName,
    /// The name ends, or seems to end, like a program's.
    #[error("the file's name has the ending of a program (.{extension}); programs are not taken")]
    ProgramName {
        /// The ending.
        extension: String,
    },
    /// The name's ending says one thing, the content another.
    #[error(
        "the file's name ends in .{extension}, but its content is {content}; save it again from the program it came from"
    )]
    LyingName {
        /// The ending.
        extension: String,
        /// The content's media type.
        content: &'static str,
    },
    /// Files within a file.
    #[error("this is an archive ({0}); unpack it and add the files one by one")]
    Archive(&'static str),
    /// Something that runs.
    #[error("this is a program ({0}); programs are not taken")]
    Program(&'static str),
    /// A page that a browser would run.
    #[error("this is a web page ({0}), which can act on its own; print it to a PDF and add that")]
    WebPage(&'static str),
    /// An office document, which may hold macros.
    #[error("this is an office document, which can act on its own; save it as a PDF and add that")]
    Office,
    /// A known type that is not taken.
    #[error("{0} is not taken; save it as PNG, JPEG or PDF and add that")]
    NotTaken(&'static str),
    /// Not a type that is known.
    #[error("the file is of no type that is taken; save it as PDF, PNG, JPEG or plain text (UTF-8) and add that")]
    Unknown,
    /// Two types at once: what one program checks is not what another shows.
    #[error(
        "the file is {first} and {second} at once, which hides one of them; save it again from the program it came from"
    )]
    TwoInOne {
        /// What it begins as.
        first: &'static str,
        /// What it is besides.
        second: &'static str,
    },
    /// Bytes after the end that the format tells.
    #[error("{bytes} bytes follow after the file's end; open it and save a copy, or take a picture of it")]
    Trailing {
        /// How many.
        bytes: u64,
    },
    /// The structure does not hold.
    #[error("the file is damaged ({0}); save it again from the program it came from")]
    Damaged(&'static str),
    /// A picture too large to show.
    #[error("a picture of {width} by {height} pixels is too large; save it with at most 100 million pixels")]
    TooManyPixels {
        /// Pixels in a row.
        width: u32,
        /// Rows.
        height: u32,
    },
    /// Too many pages, slices or pictures.
    #[error("the file has more than {} pages; split it", super::MAX_PAGES)]
    TooManyPages,
    /// It unpacks to far more than it says.
    #[error("{0} unpacks to far more than it should, as files do that are built to stop computers; it is not taken")]
    Bomb(&'static str),
    /// Lists within lists without end.
    #[error("the file is nested deeper than any record; it is not taken, export it again")]
    TooDeep,
    /// XML that declares its own words.
    #[error("the XML declares a document type or entities of its own; export it without them")]
    Entities,
    /// A password is needed.
    #[error("the PDF is locked; open it with its password, save a copy without one and add that")]
    Locked,
    /// It would do something when opened.
    #[error("the PDF carries {0}; print it to a new PDF and add that")]
    Active(&'static str),
    /// Pages that contain themselves.
    #[error("the PDF's pages form a circle; print it to a new PDF and add that")]
    PageCircle,
    /// A script, or what would load one.
    #[error("the text holds <{0}>, which a browser could run; remove it and add the file again")]
    Script(&'static str),
    /// A document wrapped as an image.
    #[error("this DICOM file wraps {0}; export that on its own and add it")]
    Wrapped(&'static str),
}
