//! A file's name: cleaned where that is harmless, refused where it hides something.

use super::Unfit;

/// Room for an ending is left below the 255 bytes that file systems take.
const LONGEST: usize = 200;

/// Endings that some system runs, or opens in a program that runs what is inside.
const PROGRAMS: &str = " apk app bat bin chm cmd com cpl dll dmg docm elf exe gadget hta htm html inf ins iso jar jnlp js \
    jse jsp lnk mht mhtml msc msi msp mst php pif pl ps1 pptm psm1 py pyc rb reg scf scr sh shtml svg svgz swf sys url \
    vb vbe vbs vxd wasm wsc wsf wsh xbap xht xhtml xlsm xll xsl xslt ";

/// Endings of programs that are parts of ordinary names, too.
const PLACES: &str = " app com py pl ";

/// Endings of the types that are taken, by media type; the first is the one given to a name that has none.
const ENDINGS: &[(&str, &[&str])] = &[
    ("image/png", &["png"]),
    ("image/jpeg", &["jpg", "jpeg", "jpe", "jfif"]),
    ("image/webp", &["webp"]),
    ("image/tiff", &["tif", "tiff"]),
    ("application/dicom", &["dcm", "dicom", "dic", "ima"]),
    ("application/pdf", &["pdf"]),
    ("application/json", &["json"]),
    ("application/fhir+json", &["json", "fhir"]),
    ("application/xml", &["xml", "cda", "ccd", "ccda"]),
    ("application/fhir+xml", &["xml", "fhir"]),
    ("text/plain", &["txt", "text", "csv", "tsv", "md", "log", "hl7"]),
];

/// Endings of types that are not taken, so that they are no part of an ordinary name either.
const OTHERS: &str = " zip gz tgz tar 7z rar xz bz2 zst gif bmp heic heif avif doc docx xls xlsx ppt pptx odt ods odp rtf \
    mp3 mp4 mov avi mkv wav ogg eml msg ";

/// A name without anything hidden in it.
#[derive(Debug)]
pub(super) struct Name(String);

/// Cleans a name or refuses it.
pub(super) fn clean(name: &str) -> Result<Name, Unfit> {
    if name.chars().any(is_hidden) {
        return Err(Unfit::HiddenInName);
    }
    if name.contains(['/', '\\', ':', '\u{2044}', '\u{2215}', '\u{ff0f}', '\u{ff3c}', '\u{29f8}', '\u{ff1a}']) {
        return Err(Unfit::PathInName);
    }
    // Windows drops spaces and dots at the end; spaces in a row push an ending out of sight.
    let words: Vec<&str> = name.split_whitespace().collect();
    let name = words.join(" ");
    let name = name.trim_start_matches(['.', ' ', '-', '~']).trim_end_matches(['.', ' ']);
    let name: String =
        name.chars().map(|c| if matches!(c, '<' | '>' | '"' | '|' | '?' | '*') { '_' } else { c }).collect();
    if name.is_empty() {
        return Err(Unfit::NoName);
    }
    if name.len() > LONGEST {
        return Err(Unfit::NameTooLong);
    }
    if is_device(&name) {
        return Err(Unfit::ReservedName);
    }
    // `scan.pdf.exe` runs here, and `scan.php.png` on a careless server; `lab.com.pdf` is a place on the web.
    let mut endings = name.split('.').skip(1).map(|part| part.trim().to_lowercase()).peekable();
    while let Some(extension) = endings.next() {
        let last = endings.peek().is_none();
        if is_in(PROGRAMS, &extension) && (last || !is_in(PLACES, &extension)) {
            return Err(Unfit::ProgramName { extension });
        }
    }
    Ok(Name(name))
}

impl Name {
    /// What stands after the last dot, as it is written.
    pub(super) fn extension(&self) -> &str {
        self.0.rsplit_once('.').map_or("", |(_, extension)| extension)
    }

    /// The name with an ending of its type. One kind of picture named as another is put right without a word: phones
    /// and chat programs do that every day.
    ///
    /// # Errors
    /// `LyingName` when it ends like another type.
    pub(super) fn for_type(self, media_type: &'static str) -> Result<String, Unfit> {
        let own = endings_of(media_type);
        let said = self.extension().trim().to_lowercase();
        let Some(first) = own.first().filter(|_| !own.contains(&said.as_str())) else {
            return Ok(self.0);
        };
        let picture = |of: &str| of.starts_with("image/");
        if picture(media_type) && ENDINGS.iter().any(|(of, ends)| picture(of) && ends.contains(&said.as_str())) {
            let stem = &self.0[..self.0.len() - self.extension().len()];
            return Ok(format!("{stem}{first}"));
        }
        if is_in(OTHERS, &said) || ENDINGS.iter().any(|(_, ends)| ends.contains(&said.as_str())) {
            return Err(Unfit::LyingName { extension: said, content: media_type });
        }
        Ok(format!("{}.{first}", self.0))
    }
}

fn endings_of(media_type: &str) -> &'static [&'static str] {
    ENDINGS.iter().find(|(of, _)| *of == media_type).map_or(&[], |(_, own)| own)
}

fn is_in(list: &str, part: &str) -> bool {
    !part.is_empty() && list.split_whitespace().any(|ending| ending == part)
}

/// Control characters, turns of direction, and what takes no space.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
                | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0e}' | '\u{feff}'
                | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}'
        )
}

fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim().to_lowercase();
    let numbered = |prefix| {
        let number = stem.strip_prefix(prefix).unwrap_or_default();
        number.chars().count() == 1 && number.chars().all(|c| c.is_ascii_digit() || matches!(c, '¹' | '²' | '³'))
    };
    matches!(stem.as_str(), "con" | "prn" | "aux" | "nul" | "conin$" | "conout$") || numbered("com") || numbered("lpt")
}
