//! What a machine measured, as light: through its maker's window or table, else from the least to the most.

use dicom_object::{DefaultDicomObject, InMemDicomObject, Tag};
use dicom_pixeldata::{
    ConvertOptions, DecodedPixelData, PhotometricInterpretation, PixelRepresentation, VoiLutFunction,
    WindowLevelTransform,
};

use super::pixels::{Wrong, called};
use super::{GROUPS, number};

const PADDING: Tag = Tag(0x0028, 0x0120);
const PADDING_LIMIT: Tag = Tag(0x0028, 0x0121);
const MODALITY_TABLE: Tag = Tag(0x0028, 0x3000);
const TABLE: Tag = Tag(0x0028, 0x3010);
/// What all pictures of a file share, and within it and within what each has for itself: how it is seen.
const SHARED: Tag = Tag(0x5200, 0x9229);
const SEEING: Tag = Tag(0x0028, 0x9132);

/// How bright a value is, of 255.
type Light<'a> = Box<dyn Fn(f32) -> f64 + 'a>;

/// The greys of the decoded picture, in rows.
pub(super) fn greys(object: &DefaultDicomObject, decoded: &DecodedPixelData<'_>) -> Result<Vec<u8>, Wrong> {
    let inverted = match decoded.photometric_interpretation() {
        PhotometricInterpretation::Monochrome1 => true,
        PhotometricInterpretation::Monochrome2 => false,
        other => return Err(Some(called(other))),
    };
    if !matches!(decoded.bits_allocated(), 8 | 16) {
        return Err(Some(format!("greys of {} bits", decoded.bits_allocated())));
    }
    // Such a table turns values into others before any window is looked through; without it the picture is another one.
    if !items(object, MODALITY_TABLE).is_empty() {
        return Err(Some("with a Modality LUT".into()));
    }
    // What the machine measured, in its own unit.
    let mut values: Vec<f32> = decoded.to_vec_frame_with_options(0, &ConvertOptions::new()).map_err(|_| None)?;
    blank(&mut values, object, decoded)?;
    let light = light(object, decoded, &values)?;
    let byte = |value: &f32| {
        let byte = light(*value).round().clamp(0.0, 255.0) as u8;
        match inverted {
            // Around a picture it is dark, also where its own lowest value is white.
            _ if value.is_nan() => 0,
            true => 255 - byte,
            false => byte,
        }
    };
    Ok(values.iter().map(byte).collect())
}

fn light<'a>(
    object: &DefaultDicomObject,
    decoded: &'a DecodedPixelData<'_>,
    values: &[f32],
) -> Result<Light<'a>, Wrong> {
    let window = decoded.window().ok().flatten().and_then(|windows| windows.first()).copied();
    let function = decoded.voi_lut_function().ok().flatten().and_then(|functions| functions.first()).copied();
    let window = window.filter(|window| window.width > 0.0 && window.width.is_finite() && window.center.is_finite());
    if let Some(window) = window {
        let seen = WindowLevelTransform::new(function.unwrap_or(VoiLutFunction::Linear), window);
        return Ok(Box::new(move |value| seen.apply(f64::from(value), 255.0)));
    }
    if let Some(table) = decoded.voi_lut_sequence().ok().flatten().and_then(|tables| tables.first()) {
        return Ok(through(&table.data, f64::from(table.min_pixel_value)));
    }
    if has_table(object) {
        return Err(Some("with a VOI LUT of an unusual form".into()));
    }
    // Without either all of it is shown, from the lowest to the highest.
    let (low, high) =
        values.iter().fold((f32::MAX, f32::MIN), |(low, high), value| (low.min(*value), high.max(*value)));
    let scale = if high > low { 255.0 / f64::from(high - low) } else { 0.0 };
    Ok(Box::new(move |value| f64::from(value - low) * scale))
}

/// Through a table whose entries begin with that of the value `first`; values beyond its ends look as its ends do.
fn through(entries: &[u16], first: f64) -> Light<'_> {
    let last = entries.len().saturating_sub(1) as f64;
    // By the bits that the entries fill: some makers announce 16 of entries that fill 12, and all would be all but black.
    let most = entries.iter().copied().max().unwrap_or(0);
    let white = f64::from(u16::MAX.checked_shr(most.leading_zeros()).unwrap_or(1));
    Box::new(move |value| {
        let at = (f64::from(value).round() - first).clamp(0.0, last) as usize;
        entries.get(at).map_or(0.0, |entry| f64::from(*entry) * 255.0 / white)
    })
}

/// Whether the file has a table, also one that could not be read.
fn has_table(object: &InMemDicomObject) -> bool {
    let within = |group: &InMemDicomObject| items(group, SEEING).iter().any(|seeing| !items(seeing, TABLE).is_empty());
    let mut groups = [GROUPS, SHARED].into_iter().flat_map(|groups| items(object, groups));
    !items(object, TABLE).is_empty() || groups.any(within)
}

fn items(object: &InMemDicomObject, tag: Tag) -> &[InMemDicomObject] {
    object.get(tag).and_then(|element| element.items()).unwrap_or_default()
}

/// Values that stand for no measurement, which a file may name, become none: no window is chosen by them.
fn blank(values: &mut [f32], object: &DefaultDicomObject, decoded: &DecodedPixelData<'_>) -> Result<(), Wrong> {
    let Some(one) = number(object, PADDING) else { return Ok(()) };
    let other = number(object, PADDING_LIMIT).unwrap_or(one);
    let signed = decoded.pixel_representation() == PixelRepresentation::Signed;
    // Some files pad with what no value of theirs can be; then the bits that values leave free are looked at as well.
    let stored = decoded.bits_stored();
    let fits = [one, other].into_iter().all(|value| folded(value, stored, signed) == value);
    let bits = if fits { stored } else { decoded.bits_allocated() };
    let padding = one.min(other)..=one.max(other);
    let bytes = decoded.frame_data(0).map_err(|_| None)?;
    for (value, bytes) in values.iter_mut().zip(bytes.chunks_exact(usize::from(decoded.bits_allocated() / 8))) {
        let whole = match bytes {
            [low, high] => u16::from_ne_bytes([*low, *high]),
            [byte, ..] => u16::from(*byte),
            [] => continue,
        };
        if padding.contains(&folded(i64::from(whole), bits, signed)) {
            *value = f32::NAN;
        }
    }
    Ok(())
}

/// A number by its lowest bits, of which the highest may be a sign.
fn folded(number: i64, bits: u16, signed: bool) -> i64 {
    let spare = 64 - u32::from(bits.clamp(1, 64));
    let moved = number << spare;
    if signed { moved >> spare } else { (moved as u64 >> spare) as i64 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_as_bright_as_the_bits_that_it_fills() {
        let twelve = through(&[0, 4095, 2048], -1.0);
        assert_eq!([-9.0, -1.0, 0.0, 1.0, 9.0].map(|value| twelve(value).round()), [0.0, 0.0, 255.0, 128.0, 128.0]);
        assert_eq!(through(&[0, 0], 0.0)(1.0), 0.0);
    }

    #[test]
    fn numbers_are_read_by_the_bits_that_are_theirs() {
        assert_eq!(folded(0xF830, 12, true), -2000);
        assert_eq!(folded(0xF830, 12, false), 0x830);
        assert_eq!(folded(0x8000, 16, true), -32_768);
        assert_eq!(folded(-2000, 12, true), -2000);
    }
}
