//! Files that are built to harm, made here byte by byte, and what each has to be refused for.

pub(crate) mod documents;
mod names;
pub(crate) mod pictures;

/// One file, and the variant that refuses it.
pub(crate) struct Hostile {
    pub(crate) what: &'static str,
    pub(crate) name: String,
    pub(crate) content: Vec<u8>,
    /// As `Unfit` prints itself for programmers, up to the first bracket.
    pub(crate) refused: &'static str,
}

fn hostile(what: &'static str, name: &str, content: impl Into<Vec<u8>>, refused: &'static str) -> Hostile {
    Hostile { what, name: name.into(), content: content.into(), refused }
}

/// Every hostile file there is.
pub(crate) fn all() -> Vec<Hostile> {
    [pictures::all(), documents::all(), names::all()].into_iter().flatten().collect()
}

/// Zeros, packed: `bytes` of them in about a thousandth. Every piece unpacks to a million and ends on a whole byte, so
/// one piece, repeated, makes a bomb without the work of packing one.
pub(crate) fn bomb(bytes: u64) -> Vec<u8> {
    use miniz_oxide::deflate::core::{CompressorOxide, TDEFLFlush, compress, create_comp_flags_from_zip_params};
    let mut packer = CompressorOxide::new(create_comp_flags_from_zip_params(9, -15, 0));
    let (zeros, mut piece) = (vec![0; 1 << 20], vec![0; 8 << 10]);
    let (_, _, written) = compress(&mut packer, &zeros, &mut piece, TDEFLFlush::Full);
    piece.truncate(written);
    let mut bomb = vec![0x78, 0x9c];
    bomb.extend(piece.repeat(usize::try_from(bytes.div_ceil(1 << 20)).expect("the bomb fits")));
    // An empty last block, and a checksum that nobody comes to check.
    bomb.extend([3, 0, 0, 0, 0, 1]);
    bomb
}

/// A zip archive of one stored file.
pub(crate) fn zip(name: &str, content: &[u8]) -> Vec<u8> {
    let long = |n: usize| u32::try_from(n).expect("a small archive").to_le_bytes();
    let [a, b, ..] = long(name.len());
    let mut fields =
        [&[20, 0, 0, 0, 0, 0, 0, 0, 0, 0][..], &[0; 4], &long(content.len()), &long(content.len())].concat();
    fields.extend([a, b, 0, 0]);
    let local = [b"PK\x03\x04", &fields[..], name.as_bytes(), content].concat();
    let central = [b"PK\x01\x02\x14\0", &fields[..], &[0; 14], name.as_bytes()].concat();
    let end = [b"PK\x05\x06\0\0\0\0\x01\0\x01\0", &long(central.len())[..], &long(local.len()), &[0, 0]].concat();
    [local, central, end].concat()
}
