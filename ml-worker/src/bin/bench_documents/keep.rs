//! Makes the pages that are kept in `golden/pages`: parts of made pages, small, after all that paper goes through.

use std::path::Path;

use chartkey_worker::bench::golden::{self, Golden};
use chartkey_worker::bench::pixels::{Fonts, Wear, worn_at};
use chartkey_worker::bench::{self, Layouts};

/// Pages of each class.
const EACH: usize = 10;
/// Dots an inch: enough to read, little to keep.
const DOTS: u32 = 130;
/// How high the part of a page is that is kept, in its own measure.
const HIGH: f32 = 330.0;

/// Draws them anew; nothing is said yet of how well they are read.
pub(crate) fn drawn(folder: &Path, seed: u64) -> anyhow::Result<Vec<Golden>> {
    std::fs::create_dir_all(folder)?;
    let fonts = Fonts::load()?;
    let made = bench::make(seed, Layouts::Known, 2);
    let mut all = Vec::new();
    for wear in Wear::ALL {
        for number in 0..EACH {
            let at = (number * Wear::ALL.len() + wear as usize) * made.len() / (EACH * Wear::ALL.len());
            // The upper part has the head and the form, the next one the table.
            let top = if number % 2 == 0 { 20.0 } else { 190.0 };
            let sheet = made[at].sheet.part(top, top + HIGH);
            let picture = worn_at(&sheet, wear, DOTS, seed + number as u64, &fonts)?;
            let ending = if picture.file.starts_with(b"\x89PNG") { "png" } else { "jpg" };
            let file = format!("{}-{number}.{ending}", wear.name());
            std::fs::write(folder.join(&file), &picture.file)?;
            let (width, height) = (sheet.width(), sheet.height());
            let corners = [(0.0, 0.0), (width, 0.0), (width, height), (0.0, height)];
            let round = |value: f32| (value * 10.0).round() / 10.0;
            let stands = super::classes::stands(&sheet, &picture.by_hand).into_iter().map(|stands| {
                let area = stands.area;
                (round(area.left), round(area.top), round(area.right), round(area.bottom), stands.by_hand, stands.text)
            });
            all.push(Golden {
                file,
                wear: wear.name().to_owned(),
                letters: 0,
                wrong: 0,
                size: (width, height),
                corners: corners.map(|corner| picture.from_page * corner),
                stands: stands.collect(),
                stamps: picture.stamps.iter().map(|area| (area.left, area.top, area.right, area.bottom)).collect(),
            });
        }
    }
    golden::keep(folder, &all)?;
    Ok(all)
}
