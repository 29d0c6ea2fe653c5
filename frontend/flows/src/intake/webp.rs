//! WebP: chunks within the container's length, one picture, and nothing after it.

use super::{Seen, Unfit, picture, sniff::Format, source::Source, tail};

const MAX_CHUNKS: u32 = 1_000;
const BAD: Unfit = Unfit::Damaged("a WebP header that cannot be");

pub(super) fn look(source: &mut Source<'_>) -> Result<Seen, Unfit> {
    if source.array()? != *b"RIFF" {
        return Err(BAD);
    }
    let end = 8 + u64::from(source.le32()?);
    if end > source.size() {
        return Err(Unfit::Damaged("a WebP that is cut off"));
    }
    source.skip(4)?;
    let (mut canvas, mut drawn, mut chunks) = (None, None, 0);
    while source.at() + 8 <= end {
        let kind = source.array()?;
        let length = u64::from(source.le32()?);
        let next = source.at() + length + length % 2;
        chunks += 1;
        if next > end || chunks > MAX_CHUNKS {
            return Err(Unfit::Damaged("a WebP whose parts do not fit"));
        }
        match &kind {
            b"VP8 " if drawn.is_none() => drawn = Some(lossy(source)?),
            b"VP8L" if drawn.is_none() => drawn = Some(lossless(source)?),
            b"VP8X" if canvas.is_none() && drawn.is_none() => canvas = Some(extended(source)?),
            b"VP8 " | b"VP8L" | b"VP8X" => return Err(Unfit::Damaged("a WebP with two pictures")),
            b"ANIM" | b"ANMF" => return Err(Unfit::NotTaken("an animated picture")),
            _ => {}
        }
        source.seek(next)?;
    }
    let pixels = drawn.ok_or(Unfit::Damaged("a WebP without a picture"))?;
    if canvas.is_some_and(|canvas| canvas != pixels) {
        return Err(Unfit::Damaged("a WebP with two sizes"));
    }
    source.seek(end)?;
    tail::nothing_after(source, Format::WebP)?;
    Ok(Seen { media_type: "image/webp", pages: Some(1), pixels: Some(pixels), kind_hint: None })
}

fn lossy(source: &mut Source<'_>) -> Result<(u32, u32), Unfit> {
    let [frame, _, _, 0x9d, 0x01, 0x2a] = source.array()? else { return Err(BAD) };
    if frame & 1 != 0 {
        return Err(BAD);
    }
    // The two upper bits say how to enlarge it.
    let side = |raw: u16| u32::from(raw & 0x3fff);
    picture(side(source.le16()?), side(source.le16()?))
}

fn lossless(source: &mut Source<'_>) -> Result<(u32, u32), Unfit> {
    let [0x2f] = source.array()? else { return Err(BAD) };
    let bits = source.le32()?;
    picture((bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1)
}

fn extended(source: &mut Source<'_>) -> Result<(u32, u32), Unfit> {
    let [flags, _, _, _, w0, w1, w2, h0, h1, h2] = source.array()?;
    if flags & 2 != 0 {
        return Err(Unfit::NotTaken("an animated picture"));
    }
    let side = |bytes: [u8; 4]| u32::from_le_bytes(bytes) + 1;
    picture(side([w0, w1, w2, 0]), side([h0, h1, h2, 0]))
}
