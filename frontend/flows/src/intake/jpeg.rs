//! JPEG: segments and scans up to the end, a picture of bearable size, and nothing after it.

use super::{Seen, Unfit, picture, sniff::Format, source::Source, tail};

/// A progressive picture has about ten scans; thousands are built to keep a reader busy.
const MAX_SCANS: u32 = 100;
/// Segments of one picture; colour profiles and descriptions come in parts of 64 KiB.
const MAX_SEGMENTS: u32 = 10_000;
/// Phones put a preview or a brightness map behind the picture.
const MAX_PICTURES: u32 = 8;

struct Picture {
    pixels: (u32, u32),
    /// It says that more pictures follow in the same file.
    announces: bool,
}

pub(super) fn look(source: &mut Source<'_>) -> Result<Seen, Unfit> {
    let first = one(source)?;
    let mut pictures = 1;
    while first.announces && pictures < MAX_PICTURES && begins(source)? {
        one(source)?;
        pictures += 1;
    }
    tail::nothing_after(source, Format::Jpeg)?;
    Ok(Seen { media_type: "image/jpeg", pages: Some(1), pixels: Some(first.pixels), kind_hint: None })
}

/// Whether another picture begins here, after zeros that align it.
fn begins(source: &mut Source<'_>) -> Result<bool, Unfit> {
    let at = source.at();
    let ahead = source.look_at(at, 512)?;
    let zeros = ahead.iter().take_while(|byte| **byte == 0).count();
    let is = ahead[zeros..].starts_with(b"\xff\xd8\xff");
    source.seek(if is { at + zeros as u64 } else { at })?;
    Ok(is)
}

fn one(source: &mut Source<'_>) -> Result<Picture, Unfit> {
    let (mut pixels, mut announces, mut scans) = (None, false, 0);
    if source.array()? != [0xff, 0xd8] {
        return Err(Unfit::Damaged("a JPEG without a beginning"));
    }
    let mut next = marker(source)?;
    for _ in 0..MAX_SEGMENTS {
        let at = source.at();
        match next {
            0xd9 => {
                let pixels = pixels.filter(|_| scans > 0).ok_or(Unfit::Damaged("a JPEG without a picture"))?;
                return Ok(Picture { pixels, announces });
            }
            0x01 | 0xd0..=0xd7 => {
                next = marker(source)?;
                continue;
            }
            0xd8 => return Err(Unfit::Damaged("a JPEG that begins twice")),
            _ => {}
        }
        let length = u64::from(source.be16()?);
        if length < 2 || at + length > source.size() {
            return Err(Unfit::Damaged("a JPEG that is cut off"));
        }
        match next {
            // Three of the range are tables.
            0xc0..=0xcf if !matches!(next, 0xc4 | 0xc8 | 0xcc) => {
                if pixels.is_some() {
                    return Err(Unfit::Damaged("a JPEG with two sizes"));
                }
                pixels = Some(frame(source)?);
            }
            0xe2 => announces |= length >= 6 && source.array()? == *b"MPF\0",
            _ => {}
        }
        source.seek(at + length)?;
        if next == 0xda {
            scans += 1;
            if scans > MAX_SCANS {
                return Err(Unfit::Bomb("a JPEG of too many scans"));
            }
            next = after_scan(source)?;
        } else {
            next = marker(source)?;
        }
    }
    Err(Unfit::Damaged("a JPEG of too many parts"))
}

fn frame(source: &mut Source<'_>) -> Result<(u32, u32), Unfit> {
    let [depth] = source.array()?;
    let (height, width) = (u32::from(source.be16()?), u32::from(source.be16()?));
    let [components] = source.array()?;
    if !(1..=4).contains(&components) || !(2..=16).contains(&depth) {
        return Err(Unfit::Damaged("a JPEG of unheard-of colours"));
    }
    picture(width, height)
}

fn marker(source: &mut Source<'_>) -> Result<u8, Unfit> {
    let [first] = source.array()?;
    if first != 0xff {
        return Err(Unfit::Damaged("a JPEG whose parts do not follow each other"));
    }
    fill(source)
}

/// The marker after its 0xff, which may be repeated.
fn fill(source: &mut Source<'_>) -> Result<u8, Unfit> {
    loop {
        match source.byte()? {
            Some(0xff) => {}
            Some(0) => return Err(Unfit::Damaged("a JPEG whose parts do not follow each other")),
            Some(marker) => return Ok(marker),
            None => return Err(Unfit::Damaged("a JPEG that is cut off")),
        }
    }
}

/// The marker that ends the coded pixels.
fn after_scan(source: &mut Source<'_>) -> Result<u8, Unfit> {
    loop {
        let ready = source.ready()?;
        if ready.is_empty() {
            return Err(Unfit::Damaged("a JPEG that is cut off"));
        }
        let Some(found) = ready.iter().position(|byte| *byte == 0xff) else {
            let all = ready.len();
            source.used(all);
            continue;
        };
        source.used(found + 1);
        loop {
            match source.byte()? {
                Some(0xff) => {}
                // A zero means that the 0xff was a pixel's; restarts are part of the scan.
                Some(0 | 0xd0..=0xd7) => break,
                Some(marker) => return Ok(marker),
                None => return Err(Unfit::Damaged("a JPEG that is cut off")),
            }
        }
    }
}
