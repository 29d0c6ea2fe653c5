//! TIFF: directories in a chain without circles, pictures of bearable size whose parts lie within the file.

use super::{MAX_PAGES, Seen, Unfit, picture, sniff::Format, source::Source, tail};
use std::collections::HashSet;

const MAX_ENTRIES: u16 = 2_000;
/// All pages together; a hundred A4 pages at 300 dots an inch have 870 million.
const MAX_ALL_PIXELS: u64 = 10_000_000_000;
/// Strips or tiles of one picture.
const MAX_PARTS: u64 = 200_000;
/// Numbers read of one file: many directories may point to the same long list.
const MAX_WORK: u64 = 4_000_000;

/// One file's walk.
struct Walk<'s, 'a> {
    source: &'s mut Source<'a>,
    big_endian: bool,
    seen: HashSet<u32>,
    /// Directories beside the chain: previews, camera data.
    beside: Vec<u32>,
    /// The last byte that anything points to.
    extent: u64,
    work: u64,
}

#[derive(Clone, Copy)]
struct Entry {
    tag: u16,
    width: u64,
    count: u64,
    /// Where the values stand.
    at: u64,
}

pub(super) fn look(source: &mut Source<'_>) -> Result<Seen, Unfit> {
    let big_endian = source.array()? == *b"MM";
    let mut walk = Walk { source, big_endian, seen: HashSet::new(), beside: Vec::new(), extent: 8, work: 0 };
    walk.source.skip(2)?;
    let mut next = walk.u32()?;
    let (mut pages, mut all, mut first) = (0, 0, None);
    while next != 0 {
        pages += 1;
        if pages > MAX_PAGES {
            return Err(Unfit::TooManyPages);
        }
        let (pixels, following) = walk.directory(next)?;
        let pixels = pixels.ok_or(Unfit::Damaged("a TIFF page without a size"))?;
        all += u64::from(pixels.0) * u64::from(pixels.1);
        if all > MAX_ALL_PIXELS {
            return Err(Unfit::Bomb("the TIFF"));
        }
        first.get_or_insert(pixels);
        next = following;
    }
    let pixels = first.ok_or(Unfit::Damaged("a TIFF without a picture"))?;
    while let Some(beside) = walk.beside.pop() {
        walk.directory(beside)?;
    }
    let extent = walk.extent;
    source.seek(extent)?;
    tail::nothing_after(source, Format::Tiff)?;
    Ok(Seen { media_type: "image/tiff", pages: Some(pages), pixels: Some(pixels), kind_hint: None })
}

impl Walk<'_, '_> {
    fn u16(&mut self) -> Result<u16, Unfit> {
        if self.big_endian { self.source.be16() } else { self.source.le16() }
    }

    fn u32(&mut self) -> Result<u32, Unfit> {
        if self.big_endian { self.source.be32() } else { self.source.le32() }
    }

    /// One directory: its picture's size, and where the next one is.
    fn directory(&mut self, at: u32) -> Result<(Option<(u32, u32)>, u32), Unfit> {
        if !self.seen.insert(at) || self.seen.len() > 3 * MAX_PAGES as usize {
            return Err(Unfit::Damaged("a TIFF that goes in circles"));
        }
        self.source.seek(at.into())?;
        let count = self.u16()?;
        if count == 0 || count > MAX_ENTRIES {
            return Err(Unfit::Damaged("a TIFF directory that cannot be"));
        }
        let mut entries = Vec::with_capacity(count.into());
        for _ in 0..count {
            entries.extend(self.entry()?);
        }
        let next = self.u32()?;
        self.extent = self.extent.max(self.source.at());
        let pixels = match (self.one(&entries, 256)?, self.one(&entries, 257)?) {
            (Some(width), Some(height)) => Some(picture(width, height)?),
            _ => None,
        };
        self.parts(&entries, 273, 279)?;
        self.parts(&entries, 324, 325)?;
        if let Some(pixels) = pixels {
            self.enough(&entries, pixels)?;
        }
        // A preview as JPEG of the old kind: where it begins and how long it is.
        self.parts(&entries, 513, 514)?;
        for tag in [330, 34_665, 34_853, 40_965] {
            let inner = self.values(&entries, tag, 64)?;
            self.beside.extend(inner);
        }
        Ok((pixels, next))
    }

    fn entry(&mut self) -> Result<Option<Entry>, Unfit> {
        let (tag, kind, count) = (self.u16()?, self.u16()?, u64::from(self.u32()?));
        let width = match kind {
            1 | 2 | 6 | 7 => 1,
            3 | 8 => 2,
            4 | 9 | 11 | 13 => 4,
            5 | 10 | 12 => 8,
            // Readers are told to skip kinds that they do not know.
            _ => 0,
        };
        let (here, bytes) = (self.source.at(), width * count);
        let at = if bytes > 4 { self.u32()?.into() } else { here };
        self.source.seek(here + 4)?;
        if bytes > 4 {
            self.reach(at, bytes)?;
        }
        Ok((width > 0).then_some(Entry { tag, width, count, at }))
    }

    fn reach(&mut self, at: u64, bytes: u64) -> Result<(), Unfit> {
        let end = at + bytes;
        if end > self.source.size() {
            return Err(Unfit::Damaged("a TIFF that points behind its end"));
        }
        self.extent = self.extent.max(end);
        Ok(())
    }

    fn values(&mut self, entries: &[Entry], tag: u16, most: u64) -> Result<Vec<u32>, Unfit> {
        let Some(entry) = entries.iter().find(|entry| entry.tag == tag) else { return Ok(Vec::new()) };
        self.work += entry.count;
        if entry.count > most || self.work > MAX_WORK {
            return Err(Unfit::Damaged("a TIFF of too many parts"));
        }
        self.source.seek(entry.at)?;
        (0..entry.count)
            .map(|_| match entry.width {
                1 => self.source.array().map(|[byte]| u32::from(byte)),
                2 => self.u16().map(u32::from),
                4 => self.u32(),
                _ => Err(Unfit::Damaged("a TIFF with a number of another kind")),
            })
            .collect()
    }

    fn one(&mut self, entries: &[Entry], tag: u16) -> Result<Option<u32>, Unfit> {
        self.values(entries, tag, MAX_PARTS).map(|values| values.first().copied())
    }

    /// Strips or tiles: each within the file.
    fn parts(&mut self, entries: &[Entry], offsets: u16, lengths: u16) -> Result<(), Unfit> {
        let (offsets, lengths) = (self.values(entries, offsets, MAX_PARTS)?, self.values(entries, lengths, MAX_PARTS)?);
        if offsets.len() != lengths.len() && !lengths.is_empty() {
            return Err(Unfit::Damaged("a TIFF whose parts have no lengths"));
        }
        offsets.iter().zip(&lengths).try_for_each(|(at, bytes)| self.reach((*at).into(), (*bytes).into()))
    }

    /// Pixels that are not compressed have to be there.
    fn enough(&mut self, entries: &[Entry], (width, height): (u32, u32)) -> Result<(), Unfit> {
        if self.one(entries, 259)?.unwrap_or(1) != 1 {
            return Ok(());
        }
        let bits: u64 = self.values(entries, 258, 16)?.iter().map(|bits| u64::from(*bits)).sum();
        let mut there = 0;
        for tag in [279, 325] {
            there += self.values(entries, tag, MAX_PARTS)?.iter().map(|bytes| u64::from(*bytes)).sum::<u64>();
        }
        let row = (u64::from(width) * bits.max(1)).div_ceil(8);
        // Without lengths there is one strip, and the file's size bounds it.
        let known = if there == 0 { self.source.size() } else { there };
        // Colour that is kept more coarsely than brightness takes half.
        if known < row * u64::from(height) / 2 {
            Err(Unfit::Damaged("a TIFF with fewer pixels than it says"))
        } else {
            Ok(())
        }
    }
}
