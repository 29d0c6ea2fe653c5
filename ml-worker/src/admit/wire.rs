//! What goes over the pipe between the program and its confined self: a line of JSON, then pixels.

use std::io::Write;

use image::RgbImage;
use serde::{Deserialize, Serialize, de::DeserializeOwned};

use super::{Admitted, Kind, LONGEST_SHEET, MOST_PAGES, Refusal, Sheet, dicom, pdf, picture, plain};
use crate::page::Line;

#[derive(Serialize, Deserialize)]
struct Head {
    width: u32,
    height: u32,
    pixels: bool,
    drawn: bool,
    lines: Vec<Line>,
}

/// What the confined process does: `survey`, or `sheet` with a kind and a page.
///
/// # Errors
/// When the words are none of these, or the answer finds no listener.
pub fn task(words: &[String], file: &[u8], out: &mut dyn Write) -> std::io::Result<()> {
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words[..] {
        ["survey"] => say(out, &survey(file)),
        ["sheet", kind, page] => {
            let (Some(kind), Ok(page)) = (Kind::named(kind), page.parse()) else {
                return Err(std::io::ErrorKind::InvalidInput.into());
            };
            match sheet_of(file, kind, page) {
                Ok(sheet) => {
                    let Sheet { pixels, width, height, lines, drawn } = sheet;
                    say(out, &Ok::<_, Refusal>(Head { width, height, pixels: pixels.is_some(), drawn, lines }))?;
                    pixels.map_or(Ok(()), |pixels| out.write_all(&pixels))
                }
                Err(refusal) => say(out, &Err::<Head, _>(refusal)),
            }
        }
        _ => Err(std::io::ErrorKind::InvalidInput.into()),
    }
}

fn survey(file: &[u8]) -> Result<Admitted, Refusal> {
    let kind = Kind::of(file)?;
    let pages = match kind {
        Kind::Pdf => pdf::pages(file)?,
        Kind::Tiff => picture::tiff_pages(file)?,
        Kind::Jpeg | Kind::Png => picture::check(file, kind).map(|()| 1)?,
        Kind::Plain => plain::pages(file)?,
        Kind::Dicom => return dicom::survey(file),
    };
    match pages {
        0 => Err(Refusal::NoPages),
        pages if pages > MOST_PAGES => Err(Refusal::TooManyPages { pages, most: MOST_PAGES }),
        pages => Ok(Admitted { kind, pages, modality: None, lettered: false }),
    }
}

fn sheet_of(file: &[u8], kind: Kind, page: usize) -> Result<Sheet, Refusal> {
    match kind {
        Kind::Pdf => pdf::sheet(file, page),
        Kind::Jpeg | Kind::Png => picture::sheet(file, kind),
        Kind::Tiff => picture::tiff_sheet(file, page),
        Kind::Plain => plain::sheet(file, page),
        Kind::Dicom => dicom::sheet(file, page),
    }
}

fn say(out: &mut dyn Write, head: &impl Serialize) -> std::io::Result<()> {
    let mut line = serde_json::to_vec(head)?;
    line.push(b'\n');
    out.write_all(&line)
}

fn heard<T: DeserializeOwned>(line: &[u8]) -> Result<Result<T, Refusal>, Refusal> {
    serde_json::from_slice(line).map_err(|_| Refusal::Damaged)
}

/// What a survey answered. The outer error: no answer in the known form, as from a process that an attack took over.
pub(super) fn surveyed(answer: &[u8]) -> Result<Result<Admitted, Refusal>, Refusal> {
    heard(answer)
}

/// What a page became; the outer error as with a survey. The size is looked at once more, because who took that process
/// over would say any.
pub(super) fn sheet(answer: &[u8]) -> Result<Result<Sheet, Refusal>, Refusal> {
    let end = answer.iter().position(|&byte| byte == b'\n').ok_or(Refusal::Damaged)?;
    let (line, rest) = (&answer[..end], &answer[end + 1..]);
    heard::<Head>(line)?.map_or_else(
        |refusal| Ok(Err(refusal)),
        |Head { width, height, pixels, drawn, lines }| {
            let pixels = match pixels {
                true if width.max(height) > LONGEST_SHEET => return Err(Refusal::Damaged),
                true => Some(RgbImage::from_raw(width, height, rest.to_vec()).ok_or(Refusal::Damaged)?),
                false => None,
            };
            Ok(super::words::on_sheet(lines, width, height).map(|lines| Sheet { pixels, width, height, lines, drawn }))
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_that_would_be_widened_to_gigabytes_is_not_taken() {
        let answer = |width: u32, height: u32| {
            let head = Head { width, height, pixels: true, drawn: false, lines: Vec::new() };
            let mut answer = serde_json::to_vec(&Ok::<_, Refusal>(head)).unwrap();
            answer.push(b'\n');
            answer.resize(answer.len() + (width * height * 3) as usize, 0);
            answer
        };
        assert_eq!(sheet(&answer(1, 1_000_000)).unwrap_err(), Refusal::Damaged);
        assert!(sheet(&answer(2, LONGEST_SHEET)).unwrap().is_ok());
    }
}
