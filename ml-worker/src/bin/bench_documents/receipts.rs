//! Real receipts, scanned: pictures with the text of each line and where it stands.

use std::path::{Path, PathBuf};

use anyhow::Context;
use chartkey_worker::bench::score::Stands;
use chartkey_worker::page::Area;

/// A receipt.
pub(crate) struct Receipt {
    pub(crate) name: String,
    pub(crate) file: Vec<u8>,
    pub(crate) lines: Vec<Stands>,
}

/// All of a folder, in the order of their names, at most so many.
pub(crate) fn all(folder: &Path, most: usize) -> anyhow::Result<Vec<Receipt>> {
    let pictures = folder.join("img");
    let files = std::fs::read_dir(&pictures).with_context(|| format!("{} cannot be read", pictures.display()))?;
    let mut pictures: Vec<PathBuf> = files.map(|file| Ok(file?.path())).collect::<std::io::Result<_>>()?;
    pictures.sort();
    pictures.iter().take(most).map(|picture| one(folder, picture)).collect()
}

fn one(folder: &Path, picture: &Path) -> anyhow::Result<Receipt> {
    let name = picture.file_stem().context("a picture has a name")?.to_string_lossy().into_owned();
    let place = folder.join("box").join(format!("{name}.csv"));
    let text = std::fs::read(&place).with_context(|| format!("{} cannot be read", place.display()))?;
    let lines = String::from_utf8_lossy(&text).lines().filter_map(line).collect();
    Ok(Receipt { name, file: std::fs::read(picture)?, lines })
}

/// Eight numbers for the corners, then the text, which is written in capitals whatever the print is.
fn line(line: &str) -> Option<Stands> {
    let mut parts = line.splitn(9, ',');
    let corners: Vec<f32> = parts.by_ref().take(8).filter_map(|number| number.trim().parse().ok()).collect();
    let (xs, ys) = (corners.iter().step_by(2).copied(), corners.iter().skip(1).step_by(2).copied());
    let area = Area {
        left: xs.clone().fold(f32::INFINITY, f32::min),
        right: xs.fold(0.0, f32::max),
        top: ys.clone().fold(f32::INFINITY, f32::min),
        bottom: ys.fold(0.0, f32::max),
    };
    Some(Stands { text: parts.next()?.trim().to_uppercase(), area, by_hand: false })
}
