//! How a page looked when it was read: upright, flat, and small enough to lie beside what was read of it. The original
//! shows a photo's table and shadow, and some browsers draw neither PDF nor TIFF.

use image::codecs::jpeg::JpegEncoder;

use crate::admit::Kind;
use crate::pixels::{By, grey, resized};
use crate::read::Leaf;

/// The longer side has at most so many pixels: print of ten points is fifteen high.
const LONGEST: u32 = 1_200;
/// Of a hundred; letters stay clean.
const QUALITY: u8 = 45;
/// So many bytes all views of a document have: some twenty pages, and a finding stays quick to fetch.
const MOST_BYTES: usize = 1_500_000;

/// A page as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    /// Which page, from 1.
    pub page: usize,
    /// In grey, as JPEG.
    pub jpeg: Vec<u8>,
}

/// The views of a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Views(Vec<View>);

impl Views {
    /// Keeps how a page looks, where that is another thing than what a browser shows of the file, and there is room.
    pub fn keep(&mut self, number: usize, kind: Kind, leaf: &Leaf) {
        let is_drawn = matches!(kind, Kind::Jpeg | Kind::Png);
        let Some(pixels) = leaf.pixels.as_ref().filter(|_| !is_drawn || leaf.page.sheet.is_some()) else { return };
        let (width, height) = pixels.dimensions();
        let longer = width.max(height).max(LONGEST);
        let small = |side: u32| (side * LONGEST / longer).max(1);
        let picture = resized(&grey(pixels), small(width), small(height), By::Triangle);
        let mut jpeg = Vec::new();
        let written = JpegEncoder::new_with_quality(&mut jpeg, QUALITY).encode_image(&picture);
        let held: usize = self.0.iter().map(|view| view.jpeg.len()).sum();
        // Nothing of what was read depends on it: a page without a view is a page all the same.
        if written.is_ok() && held + jpeg.len() <= MOST_BYTES {
            self.0.push(View { page: number + 1, jpeg });
        }
    }

    /// In the order of their pages.
    pub fn iter(&self) -> impl Iterator<Item = &View> {
        self.0.iter()
    }
}

#[cfg(test)]
mod tests {
    use image::{Rgb, RgbImage};

    use super::*;
    use crate::page::{Page, Sheet};

    fn leaf(width: u32, height: u32, is_flattened: bool) -> Leaf {
        let pixels = RgbImage::from_fn(width, height, |x, y| Rgb([(x * y % 251) as u8; 3]));
        let sheet = is_flattened.then_some(Sheet { width: 1.0, height: 1.0, corners: [(0.0, 0.0); 4] });
        Leaf { page: Page { sheet, ..Page::default() }, pixels: Some(pixels) }
    }

    #[test]
    fn what_a_browser_shows_as_it_was_read_is_kept_once() {
        let mut views = Views::default();
        views.keep(0, Kind::Png, &leaf(30, 40, false));
        views.keep(1, Kind::Jpeg, &leaf(30, 40, true));
        views.keep(2, Kind::Pdf, &leaf(2_480, 3_508, false));
        views.keep(3, Kind::Pdf, &Leaf { page: Page::default(), pixels: None });
        assert_eq!(views.iter().map(|view| view.page).collect::<Vec<_>>(), [2, 3]);
        let sizes = views.iter().map(|view| image::load_from_memory(&view.jpeg).expect("a JPEG"));
        let sizes: Vec<_> = sizes.map(|picture| (picture.width(), picture.height())).collect();
        assert_eq!(sizes, [(30, 40), (848, 1_200)]);
    }

    #[test]
    fn a_long_document_keeps_views_of_as_many_pages_as_there_is_room_for() {
        let (mut views, page) = (Views::default(), leaf(1_000, 1_000, false));
        (0..40).for_each(|number| views.keep(number, Kind::Tiff, &page));
        let held: usize = views.iter().map(|view| view.jpeg.len()).sum();
        assert!(held <= MOST_BYTES && (2..40).contains(&views.iter().count()), "{held}");
    }
}
