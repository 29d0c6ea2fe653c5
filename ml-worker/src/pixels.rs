//! Pictures of whole pages, made smaller, larger or grey: what the `image` library does as well, number by number.

use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer};
use image::{GrayImage, ImageBuffer, Pixel, RgbImage, imageops};

/// How a picture is made smaller or larger.
#[derive(Clone, Copy, Debug)]
pub(crate) enum By {
    /// The mean of what lies near: for smaller ones.
    Triangle,
    /// A curve through what lies near: for larger ones, whose edges it keeps.
    Curve,
}

/// A picture of one or three bytes a pixel in another size.
pub(crate) fn resized<P>(picture: &ImageBuffer<P, Vec<u8>>, width: u32, height: u32, by: By) -> ImageBuffer<P, Vec<u8>>
where
    P: Pixel<Subpixel = u8> + 'static,
{
    let (ours, theirs) = match by {
        By::Triangle => (FilterType::Bilinear, imageops::FilterType::Triangle),
        By::Curve => (FilterType::CatmullRom, imageops::FilterType::CatmullRom),
    };
    let options = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(ours));
    let quickly = || {
        let kind = if P::CHANNEL_COUNT == 1 { PixelType::U8 } else { PixelType::U8x3 };
        let from = ImageRef::new(picture.width(), picture.height(), picture.as_raw(), kind).ok()?;
        let mut to = Image::new(width, height, kind);
        Resizer::new().resize(&from, &mut to, &options).ok()?;
        ImageBuffer::from_raw(width, height, to.into_vec())
    };
    quickly().unwrap_or_else(|| imageops::resize(picture, width, height, theirs))
}

/// How bright each pixel is, by the weights of Rec. 709.
pub(crate) fn grey(page: &RgbImage) -> GrayImage {
    let bright = |[red, green, blue]: [u8; 3]| {
        ((2126 * u32::from(red) + 7152 * u32::from(green) + 722 * u32::from(blue)) / 10_000) as u8
    };
    let values: Vec<u8> = page.as_chunks::<3>().0.iter().map(|pixel| bright(*pixel)).collect();
    GrayImage::from_raw(page.width(), page.height(), values).unwrap_or_else(|| imageops::grayscale(page))
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::Rgb;

    /// A page with edges, slopes and single dots, none so bright or dark that a curve leads beyond white or black: the
    /// quick way cuts that off after each row, the slow way at the end.
    fn page() -> RgbImage {
        let soft = |value: u32| (value % 256 / 3 + 85) as u8;
        RgbImage::from_fn(97, 61, |x, y| {
            Rgb([soft(x * 37 + y * 11), soft(x * y), soft(if x % 9 == 0 { 0 } else { 255 })])
        })
    }

    #[test]
    fn sizes_change_as_the_slow_way_changes_them() {
        let far = |a: &[u8], b: &[u8]| a.iter().zip(b).map(|(a, b)| a.abs_diff(*b)).max();
        for (by, theirs) in
            [(By::Triangle, imageops::FilterType::Triangle), (By::Curve, imageops::FilterType::CatmullRom)]
        {
            for (width, height) in [(40, 25), (97, 61), (200, 130), (1, 1)] {
                let (ours, slow) =
                    (resized(&page(), width, height, by), imageops::resize(&page(), width, height, theirs));
                assert!(far(&ours, &slow) <= Some(1), "{by:?} to {width} by {height}: {:?}", far(&ours, &slow));
                let (ours, slow) = (
                    resized(&grey(&page()), width, height, by),
                    imageops::resize(&grey(&page()), width, height, theirs),
                );
                assert!(far(&ours, &slow) <= Some(1), "{by:?} in grey: {:?}", far(&ours, &slow));
            }
        }
    }

    #[test]
    fn greys_are_those_of_the_library() {
        assert_eq!(grey(&page()), imageops::grayscale(&page()));
    }
}
