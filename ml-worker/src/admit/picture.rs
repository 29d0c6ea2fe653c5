//! JPEG, PNG and TIFF become upright pixels on white.

use std::io::Cursor;

use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, RgbImage};

use super::{Kind, MOST_PAGES, Refusal, SHEET_PIXELS, Sheet, fits};

/// What a decoder may keep beside the picture, in bytes.
const DECODER: u64 = 1 << 30;

fn format(kind: Kind) -> ImageFormat {
    match kind {
        Kind::Jpeg => ImageFormat::Jpeg,
        Kind::Tiff => ImageFormat::Tiff,
        _ => ImageFormat::Png,
    }
}

fn decoder(file: &[u8], kind: Kind) -> Result<impl ImageDecoder + '_, Refusal> {
    let mut reader = ImageReader::with_format(Cursor::new(file), format(kind));
    let mut limits = image::Limits::default();
    limits.max_alloc = Some(DECODER);
    reader.limits(limits);
    let decoder = reader.into_decoder().map_err(|_| Refusal::Damaged)?;
    let (width, height) = decoder.dimensions();
    fits(width, height)?;
    Ok(decoder)
}

/// Looks at a picture's size, and at none of its pixels.
pub(super) fn check(file: &[u8], kind: Kind) -> Result<(), Refusal> {
    decoder(file, kind).map(drop)
}

pub(super) fn sheet(file: &[u8], kind: Kind) -> Result<Sheet, Refusal> {
    let mut decoder = decoder(file, kind)?;
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|_| Refusal::Damaged)?;
    let pixels = u64::from(picture.width()) * u64::from(picture.height());
    if pixels > SHEET_PIXELS {
        let scale = (SHEET_PIXELS as f64 / pixels as f64).sqrt();
        let side = |length: u32| ((f64::from(length) * scale) as u32).max(1);
        picture = picture.thumbnail_exact(side(picture.width()), side(picture.height()));
    }
    picture.apply_orientation(orientation);
    let pixels = on_white(picture);
    Ok(Sheet { width: pixels.width(), height: pixels.height(), pixels: Some(pixels), lines: Vec::new(), drawn: false })
}

/// Where a picture is transparent, paper shows: most such pictures are black print on nothing.
fn on_white(picture: DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.into_rgb8();
    }
    let picture = picture.into_rgba8();
    RgbImage::from_fn(picture.width(), picture.height(), |x, y| {
        let [r, g, b, a] = picture.get_pixel(x, y).0.map(u32::from);
        image::Rgb([r, g, b].map(|value| ((value * a + 255 * (255 - a)) / 255) as u8))
    })
}

/// Where a TIFF's pages begin. Counting stops one after the most that are read.
fn tiff_places(file: &[u8]) -> Result<Vec<u64>, Refusal> {
    let mut decoder = tiff::decoder::Decoder::new(Cursor::new(file)).map_err(|_| Refusal::Damaged)?;
    let mut places = Vec::new();
    loop {
        let (width, height) = decoder.dimensions().map_err(|_| Refusal::Damaged)?;
        fits(width, height)?;
        places.push(decoder.ifd_pointer().ok_or(Refusal::Damaged)?.0);
        if !decoder.more_images() || places.len() > MOST_PAGES {
            return Ok(places);
        }
        decoder.next_image().map_err(|_| Refusal::Damaged)?;
    }
}

pub(super) fn tiff_pages(file: &[u8]) -> Result<usize, Refusal> {
    tiff_places(file).map(|places| places.len())
}

/// The header of a TIFF says where its first page begins; made to point at another, the file begins with that one.
pub(super) fn tiff_sheet(file: &[u8], page: usize) -> Result<Sheet, Refusal> {
    let place = *tiff_places(file)?.get(page).ok_or(Refusal::Damaged)?;
    let little = file.starts_with(b"II");
    let large = file.get(if little { 2 } else { 3 }) == Some(&43);
    let mut file = file.to_vec();
    if large {
        file[8..16].copy_from_slice(&if little { place.to_le_bytes() } else { place.to_be_bytes() });
    } else {
        let place = u32::try_from(place).map_err(|_| Refusal::Damaged)?;
        file[4..8].copy_from_slice(&if little { place.to_le_bytes() } else { place.to_be_bytes() });
    }
    sheet(&file, Kind::Tiff)
}
