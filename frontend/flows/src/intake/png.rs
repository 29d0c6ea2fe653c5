//! PNG: chunks in order, a picture of bearable size, and exactly as many pixels in it as the header says.

use super::{Seen, Unfit, inflate::Inflate, picture, sniff::Format, source::Source, tail};

/// Colour profiles and texts are compressed as well; no honest one unpacks to more.
const MAX_ANCILLARY: u64 = 8 << 20;

const BAD: Unfit = Unfit::Damaged("a PNG header that cannot be");

struct Header {
    width: u32,
    height: u32,
    bits_per_pixel: u64,
    interlaced: bool,
}

pub(super) fn look(source: &mut Source<'_>) -> Result<Seen, Unfit> {
    source.skip(8)?;
    let header = header(source)?;
    let pixels = picture(header.width, header.height)?;
    let expected = header.raw_bytes();
    let mut data = Inflate::new(expected, "the picture");
    let mut after_data = false;
    loop {
        let (length, kind) = (u64::from(source.be32()?), source.array()?);
        let end = source.at() + length + 4;
        if end > source.size() {
            return Err(Unfit::Damaged("a PNG that is cut off"));
        }
        match &kind {
            b"IDAT" if after_data => return Err(Unfit::Damaged("a PNG whose pixels are scattered")),
            b"IDAT" => feed(source, length, &mut data)?,
            b"IEND" if length == 0 => break,
            b"acTL" | b"fcTL" | b"fdAT" => return Err(Unfit::NotTaken("an animated picture")),
            b"iCCP" | b"zTXt" => ancillary(source, length, 1)?,
            b"iTXt" => international(source, length)?,
            b"PLTE" => {}
            // A capital first letter means that no reader may ignore it.
            [b'A'..=b'Z', ..] => return Err(Unfit::Damaged("a PNG with parts that no reader knows")),
            _ => {}
        }
        after_data |= &kind != b"IDAT" && data.unpacked() > 0;
        source.seek(end)?;
    }
    source.skip(4)?;
    if !data.done() || data.unpacked() != expected {
        return Err(Unfit::Damaged("a PNG with fewer pixels than it says"));
    }
    tail::nothing_after(source, Format::Png)?;
    Ok(Seen { media_type: "image/png", pages: Some(1), pixels: Some(pixels), kind_hint: None })
}

fn header(source: &mut Source<'_>) -> Result<Header, Unfit> {
    if source.be32()? != 13 || source.array()? != *b"IHDR" {
        return Err(BAD);
    }
    let (width, height) = (source.be32()?, source.be32()?);
    let [depth, colour, compression, filter, interlace] = source.array()?;
    source.skip(4)?;
    let channels = match (colour, depth) {
        (0, 1 | 2 | 4 | 8 | 16) | (3, 1 | 2 | 4 | 8) => 1,
        (2, 8 | 16) => 3,
        (4, 8 | 16) => 2,
        (6, 8 | 16) => 4,
        _ => return Err(BAD),
    };
    if compression != 0 || filter != 0 || interlace > 1 || width > i32::MAX as u32 || height > i32::MAX as u32 {
        return Err(BAD);
    }
    Ok(Header { width, height, bits_per_pixel: channels * u64::from(depth), interlaced: interlace == 1 })
}

impl Header {
    /// How many bytes the pixels unpack to, with the filter's byte in front of each row.
    fn raw_bytes(&self) -> u64 {
        let (width, height) = (u64::from(self.width), u64::from(self.height));
        let pass = |columns: u64, rows: u64| match columns {
            0 => 0,
            _ => rows * (1 + (columns * self.bits_per_pixel).div_ceil(8)),
        };
        if !self.interlaced {
            return pass(width, height);
        }
        // The seven passes of Adam7: first column, first row, step right, step down.
        let passes = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];
        let count = |all: u64, first: u64, step: u64| all.saturating_sub(first).div_ceil(step);
        passes.iter().map(|(x, y, right, down)| pass(count(width, *x, *right), count(height, *y, *down))).sum()
    }
}

/// Unpacks `length` bytes from here.
fn feed(source: &mut Source<'_>, mut length: u64, data: &mut Inflate) -> Result<(), Unfit> {
    while length > 0 {
        let ready = source.ready()?;
        let now = usize::try_from(length).unwrap_or(usize::MAX).min(ready.len());
        if now == 0 {
            return Err(Unfit::Damaged("it is cut off"));
        }
        let used = data.push(&ready[..now], |_| ())?;
        if used < now {
            // Bytes behind the pixels' end, but within their chunks, are a hiding place.
            return Err(Unfit::Damaged("a PNG with bytes after its pixels"));
        }
        source.used(now);
        length -= now as u64;
    }
    Ok(())
}

/// A keyword, a zero, `between` more bytes, and then what is compressed.
fn ancillary(source: &mut Source<'_>, length: u64, between: u64) -> Result<(), Unfit> {
    let begin = source.at();
    while source.byte()?.is_some_and(|byte| byte != 0) && source.at() - begin <= 80 {}
    source.skip(between)?;
    let rest = length.checked_sub(source.at() - begin).ok_or(Unfit::Damaged("a PNG with a part that is cut off"))?;
    unpack(source, rest)
}

fn international(source: &mut Source<'_>, length: u64) -> Result<(), Unfit> {
    let begin = source.at();
    while source.byte()?.is_some_and(|byte| byte != 0) && source.at() - begin <= 80 {}
    let [compressed, _] = source.array()?;
    if compressed == 0 {
        return Ok(());
    }
    for _ in 0..2 {
        while source.byte()?.is_some_and(|byte| byte != 0) && source.at() - begin <= length {}
    }
    let rest = length.checked_sub(source.at() - begin).ok_or(Unfit::Damaged("a PNG with a part that is cut off"))?;
    unpack(source, rest)
}

fn unpack(source: &mut Source<'_>, length: u64) -> Result<(), Unfit> {
    feed(source, length, &mut Inflate::new(MAX_ANCILLARY, "a text or colour profile in the picture"))
}
