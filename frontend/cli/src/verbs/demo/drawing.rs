//! Pictures for the demonstration, drawn here: grey shapes with a hatched frame, so that nobody takes them for a scan.

/// Width and height of every drawing.
const SIZE: (u32, u32) = (300, 360);
const FRAME: u32 = 8;

/// A line with round ends: from, to, how thick.
type Stroke = ((f32, f32), (f32, f32), f32);

/// A hand, as an X-ray shows one.
pub(super) fn hand() -> Vec<u8> {
    let mut bones: Vec<Stroke> = vec![((120.0, 330.0), (118.0, 285.0), 13.0), ((165.0, 332.0), (160.0, 285.0), 11.0)];
    for (finger, lean) in [(-72.0, -0.55), (-38.0, -0.2), (0.0, -0.02), (34.0, 0.14), (66.0, 0.32)] {
        let lengths = if finger < -60.0 { [42.0, 28.0, 20.0, 0.0] } else { [60.0, 36.0, 22.0, 14.0] };
        let mut from: (f32, f32) = (142.0 + finger * 0.55, 268.0 - 8.0 * f32::from(u8::from(finger == 0.0)));
        for (joint, length) in lengths.into_iter().enumerate().filter(|(_, length)| *length > 0.0) {
            let to = (from.0 + lean * length, from.1 - length);
            bones.push((from, to, 8.5 - 1.4 * joint as f32));
            from = (to.0 + lean * 18.0, to.1 - 18.0);
        }
    }
    picture(|x, y| 26.0 + 60.0 * glow(&bones, x, y, 17.0) + 130.0 * glow(&bones, x, y, 0.0))
}

/// A knee from the side, as magnetic resonance shows one.
pub(super) fn knee() -> Vec<u8> {
    let bones: [Stroke; 3] = [
        ((150.0, 10.0), (158.0, 132.0), 38.0),
        ((150.0, 228.0), (142.0, 350.0), 34.0),
        ((80.0, 130.0), (76.0, 160.0), 16.0),
    ];
    let meniscus: [Stroke; 2] = [((112.0, 186.0), (134.0, 180.0), 6.0), ((188.0, 180.0), (206.0, 186.0), 6.0)];
    picture(|x, y| {
        let soft = 40.0 + 14.0 * ((x * 0.11).sin() + (y * 0.07).cos());
        soft + 120.0 * glow(&bones, x, y, 0.0) - 34.0 * glow(&meniscus, x, y, 3.0) + 20.0 * glow(&bones, x, y, 9.0)
    })
}

/// A forearm with a mole.
pub(super) fn mole() -> Vec<u8> {
    let arm: [Stroke; 1] = [((40.0, 380.0), (230.0, -30.0), 92.0)];
    let mark: [Stroke; 1] = [((146.0, 176.0), (156.0, 182.0), 13.0)];
    picture(|x, y| 238.0 - 70.0 * glow(&arm, x, y, 0.0) - 96.0 * glow(&mark, x, y, 0.0))
}

/// 1 within the strokes, 0 far from them; `wider` than they are.
fn glow(strokes: &[Stroke], x: f32, y: f32, wider: f32) -> f32 {
    strokes.iter().map(|stroke| (1.0 - (away(stroke, x, y) - wider) / 6.0).clamp(0.0, 1.0)).fold(0.0, f32::max)
}

/// How far a point lies outside a stroke.
fn away(((ax, ay), (bx, by), thick): &Stroke, x: f32, y: f32) -> f32 {
    let (dx, dy) = (bx - ax, by - ay);
    let along = (((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)).clamp(0.0, 1.0);
    (x - ax - along * dx).hypot(y - ay - along * dy) - thick
}

/// A greyscale PNG of `shade`, within its frame.
fn picture(shade: impl Fn(f32, f32) -> f32) -> Vec<u8> {
    let (width, height) = SIZE;
    let mut rows = Vec::with_capacity((height * (width + 1)) as usize);
    for y in 0..height {
        // Each row names its filter: none.
        rows.push(0);
        for x in 0..width {
            let edge = x.min(y).min(width - 1 - x).min(height - 1 - y);
            let hatched = if (x + y) % 8 < 4 { 90 } else { 160 };
            let inside = shade(x as f32, y as f32).clamp(0.0, 255.0) as u8;
            rows.push(if edge < FRAME { hatched } else { inside });
        }
    }
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    // Eight bits of grey, not interlaced.
    let header = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[8, 0, 0, 0, 0]].concat();
    chunk(&mut png, *b"IHDR", &header);
    chunk(&mut png, *b"IDAT", &zlib(&rows));
    chunk(&mut png, *b"IEND", &[]);
    png
}

fn chunk(png: &mut Vec<u8>, name: [u8; 4], content: &[u8]) {
    png.extend_from_slice(&(content.len() as u32).to_be_bytes());
    let checked = [&name[..], content].concat();
    png.extend_from_slice(&checked);
    png.extend_from_slice(&crc(&checked).to_be_bytes());
}

/// Zlib's format without its compression, which a drawing of this size does not need.
fn zlib(bytes: &[u8]) -> Vec<u8> {
    let mut out = vec![0x78, 0x01];
    let mut blocks = bytes.chunks(usize::from(u16::MAX)).peekable();
    while let Some(block) = blocks.next() {
        let length = block.len() as u16;
        out.push(u8::from(blocks.peek().is_none()));
        out.extend_from_slice(&length.to_le_bytes());
        out.extend_from_slice(&(!length).to_le_bytes());
        out.extend_from_slice(block);
    }
    // Adler-32.
    let (low, high) = bytes.iter().fold((1_u32, 0_u32), |(low, high), byte| {
        let low = (low + u32::from(*byte)) % 65_521;
        (low, (high + low) % 65_521)
    });
    out.extend_from_slice(&(high << 16 | low).to_be_bytes());
    out
}

/// CRC-32, bit by bit.
fn crc(bytes: &[u8]) -> u32 {
    let step = |crc: u32, _| (crc >> 1) ^ (0xedb8_8320 * (crc & 1));
    !bytes.iter().fold(!0, |crc, byte| (0..8).fold(crc ^ u32::from(*byte), step))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chartkey_flows::intake::inspect;
    use std::io::Cursor;

    #[test]
    fn drawings_are_pictures_that_the_intake_takes() {
        for (name, png) in [("hand.png", hand()), ("knee.png", knee()), ("mole.png", mole())] {
            let checked = inspect(name, &mut Cursor::new(&png)).expect(name);
            assert_eq!((checked.media_type, checked.pixels), ("image/png", Some(SIZE)), "{name}");
        }
    }

    #[test]
    fn sums_are_those_of_the_specifications() {
        assert_eq!(crc(b"123456789"), 0xcbf4_3926);
        assert_eq!(zlib(b"Wikipedia")[2 + 5 + 9..], 0x11e6_0398_u32.to_be_bytes());
    }
}
