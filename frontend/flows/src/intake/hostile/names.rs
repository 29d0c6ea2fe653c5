//! Names of files that are harmless otherwise.

use super::{Hostile, hostile, pictures::png};

pub(super) fn all() -> Vec<Hostile> {
    let picture = |what, name: &str, refused| hostile(what, name, png(4, 4), refused);
    vec![
        picture("name that turns its direction", "scan\u{202e}gnp.exe", "HiddenInName"),
        picture("name with a turn that is closed", "\u{2066}scan\u{2069}.png", "HiddenInName"),
        picture("name with a zero", "scan.exe\0.png", "HiddenInName"),
        picture("name with a line's end", "scan\r\nX: y.png", "HiddenInName"),
        picture("name with a space of no width", "scan\u{200b}.png", "HiddenInName"),
        picture("name out of the folder", "../../etc/passwd", "PathInName"),
        picture("name out of the folder on Windows", "..\\..\\scan.png", "PathInName"),
        picture("name of a stream beside the file", "scan.png:evil", "PathInName"),
        picture("name of dots", " .. ", "NoName"),
        picture("name of 10,000 letters", &("a".repeat(10_000) + ".png"), "NameTooLong"),
        picture("name of a device", "CON.png", "ReservedName"),
        picture("name of a port", "com1 .png", "ReservedName"),
        picture("name of a program", "scan.png.exe", "ProgramName"),
        picture("name of a program, out of sight", &("scan.png".to_owned() + &" ".repeat(150) + ".scr"), "ProgramName"),
        picture("name of a page that a server runs", "scan.php.png", "ProgramName"),
        picture("name of another type", "scan.png.pdf", "LyingName"),
        picture("name of an archive", "scan.zip", "LyingName"),
    ]
}
