//! Pixels as the networks want them.

use image::RgbImage;

use crate::model::Numbers;

/// White, as the networks see it.
pub(super) const WHITE: f32 = 1.0;

/// Lays a picture on a canvas of exactly `width` by `height`, from its upper left corner; `rest` fills what it leaves
/// free. Colours go from -1 to 1, blue first: the networks were trained on files read so.
pub(super) fn numbers(picture: &RgbImage, width: usize, height: usize, rest: f32) -> Numbers {
    let plane = width * height;
    let mut values = vec![rest; 3 * plane];
    for (x, y, pixel) in picture.enumerate_pixels() {
        let (x, y) = (x as usize, y as usize);
        if x < width && y < height {
            for (channel, value) in pixel.0.into_iter().rev().enumerate() {
                values[channel * plane + y * width + x] = f32::from(value) / 127.5 - 1.0;
            }
        }
    }
    Numbers { shape: vec![1, 3, height, width], values }
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::Rgb;

    #[test]
    fn blue_comes_first_and_the_rest_is_filled() {
        let picture = RgbImage::from_pixel(1, 1, Rgb([255, 0, 51]));
        let numbers = numbers(&picture, 2, 1, WHITE);
        assert_eq!(numbers.shape, [1, 3, 1, 2]);
        assert_eq!(numbers.values, [51.0 / 127.5 - 1.0, 1.0, -1.0, 1.0, 1.0, 1.0]);
    }
}
