//! From a drawing to pixels, with fonts that Debian carries.

use std::path::Path;
use std::sync::Arc;

use image::{Rgb, RgbImage};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb::Database};

/// Where Debian puts the fonts that `tasks/setup/documents.sh` asks for.
const FOLDERS: [&str; 5] = ["liberation", "dejavu", "breip", "femkeklaver", "fifthhorseman"];
/// Dots an inch of the page as it is described.
const PAGE: f32 = 96.0;

/// The fonts pages are drawn with.
pub struct Fonts(Arc<Database>);

impl Fonts {
    /// Loads them.
    ///
    /// # Errors
    /// When one that pages are drawn with is not installed.
    pub fn load() -> anyhow::Result<Self> {
        let mut database = Database::new();
        for folder in FOLDERS {
            database.load_fonts_dir(Path::new("/usr/share/fonts/truetype").join(folder));
        }
        for family in super::PRINT.into_iter().chain(super::HAND) {
            let known = database.faces().any(|face| face.families.iter().any(|(name, _)| name == family));
            anyhow::ensure!(known, "the font {family} is not installed; tasks/setup/documents.sh installs it");
        }
        Ok(Self(Arc::new(database)))
    }

    /// The drawing with so many dots an inch, across and down.
    ///
    /// # Errors
    /// When it is no drawing.
    pub fn drawn(&self, svg: &str, across: f32, down: f32) -> anyhow::Result<RgbImage> {
        let options = Options { fontdb: self.0.clone(), ..Options::default() };
        let tree = Tree::from_str(svg, &options)?;
        let size = tree.size();
        let (wide, high) = (across / PAGE, down / PAGE);
        let side = |length: f32| length.round().max(1.0) as u32;
        let (width, height) = (side(size.width() * wide), side(size.height() * high));
        let mut pixels = Pixmap::new(width, height).ok_or_else(|| anyhow::anyhow!("the page has no size"))?;
        resvg::render(&tree, Transform::from_scale(wide, high), &mut pixels.as_mut());
        let pixel = |x, y| pixels.pixel(x, y).map_or([255; 3], |pixel| [pixel.red(), pixel.green(), pixel.blue()]);
        Ok(RgbImage::from_fn(width, height, |x, y| Rgb(pixel(x, y))))
    }
}
