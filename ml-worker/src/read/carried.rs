//! A page whose file says what stands on it.

use image::RgbImage;

use super::{beside, prepare, verify};
use crate::engines::ppocr::PpOcr;
use crate::marks;
use crate::model::ModelError;
use crate::page::{Line, Page};

/// Such a page shows some strips of print that it carries no letters of: a letterhead, a stamp. With more of them it is
/// read as a picture is.
const FEW: usize = 8;

/// The page with the letters that it carries, as far as it shows them, and with what it shows beside them; nothing where
/// it has to be read as a picture.
///
/// # Errors
/// When a network fails.
pub(super) fn page(lines: &[Line], seen: &RgbImage, ppocr: &PpOcr) -> Result<Option<Page>, ModelError> {
    if verify::are_endless(lines, seen) {
        return Ok(None);
    }
    let (ink, print) = (prepare::ink(seen), ppocr.find(seen)?);
    let Some(mut lines) = verify::verified(lines, seen, &ink, &print, ppocr)? else { return Ok(None) };
    let beside = prepare::with_print(beside::strips(&print, &lines), &ink);
    if beside.len() > FEW {
        return Ok(None);
    }
    let (carried, more) = (lines.len(), beside::read(&beside, seen, &lines, ppocr)?);
    lines.extend(more);
    let marks = marks::find(seen, &ink, &lines);
    let more = lines.split_off(carried);
    lines.extend(marks::without_stamps(seen, &ink, more, &marks));
    let (width, height) = (seen.width() as f32, seen.height() as f32);
    Ok(Some(Page { width, height, lines, marks, ..Page::default() }))
}
