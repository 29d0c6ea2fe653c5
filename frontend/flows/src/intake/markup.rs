//! Finds what a browser could run, within text of any kind, without keeping the text.

use super::Unfit;

/// Elements that run something, load something or take input.
const ACTIVE: &[&str] =
    &["script", "iframe", "frame", "object", "embed", "applet", "form", "svg", "meta", "base", "link", "style", "?php"];
/// Elements that are at home in a web page, and nowhere in plain text.
const PAGE: &[&str] =
    &["html", "!doctype", "head", "body", "img", "video", "audio", "input", "a", "div", "table", "iframe"];
const LONGEST: usize = 8;

/// Reads characters one at a time and looks for the beginning of an element.
pub(super) struct Watch {
    /// Plain text has no elements at all.
    plain: bool,
    within: bool,
    name: [u8; LONGEST],
    length: usize,
}

impl Watch {
    /// For text in which a page's harmless elements are at home, as the narrative of FHIR is.
    pub(super) fn narrative() -> Self {
        Self { plain: false, within: false, name: [0; LONGEST], length: 0 }
    }

    /// For text that has no elements.
    pub(super) fn plain() -> Self {
        Self { plain: true, ..Self::narrative() }
    }

    /// Takes the next byte; other than ASCII never matters.
    pub(super) fn see(&mut self, byte: u8) -> Result<(), Unfit> {
        if byte == b'<' {
            (self.within, self.length) = (true, 0);
            return Ok(());
        }
        if !self.within {
            return Ok(());
        }
        let ends = matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | 0x0c | b'/' | b'>' | b'=');
        if ends && self.length > 0 {
            self.within = false;
            return self.judge();
        }
        // `</script` and `<svg:script` are found by what follows.
        match byte {
            b'/' | b':' => self.length = 0,
            _ if self.length < LONGEST => {
                self.name[self.length] = byte.to_ascii_lowercase();
                self.length += 1;
            }
            _ => self.within = false,
        }
        Ok(())
    }

    /// At the end of the text an unfinished element counts as one.
    pub(super) fn end(&mut self) -> Result<(), Unfit> {
        if self.within { self.judge() } else { Ok(()) }
    }

    fn judge(&self) -> Result<(), Unfit> {
        let name = &self.name[..self.length];
        let page = PAGE.iter().filter(|_| self.plain);
        match ACTIVE.iter().chain(page).find(|known| known.as_bytes() == name) {
            Some(found) => Err(Unfit::Script(found)),
            None => Ok(()),
        }
    }
}
