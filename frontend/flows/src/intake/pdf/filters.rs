//! How a PDF's streams are packed, and how much comes out.

use super::{
    super::{Unfit, inflate::Inflate},
    token::{Dict, Value},
};

/// Texts around texts are nothing that a writer does.
const MAX_TEXTS: usize = 2;

/// How a stream is packed, in the order of unpacking.
pub(super) struct Filters {
    pub(super) texts: Vec<Ascii>,
    pub(super) counter: Option<Packing>,
    /// Rows refer to each other, as pixels and tables do.
    pub(super) predicted: bool,
}

/// What makes much of little.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Packing {
    Flate,
    Lzw,
    Run,
}

impl Filters {
    pub(super) fn of(dict: &Dict) -> Result<Self, Unfit> {
        let list = match dict.get("Filter") {
            None | Some(Value::Other) => &[][..],
            Some(name @ Value::Name(_)) => std::slice::from_ref(name),
            Some(Value::Array(list)) => list,
            Some(_) => return Err(Unfit::Damaged("a PDF stream that hides how it is packed")),
        };
        let mut filters = Self { texts: Vec::new(), counter: None, predicted: false };
        for filter in list {
            let Value::Name(name) = filter else {
                return Err(Unfit::Damaged("a PDF stream that hides how it is packed"));
            };
            let packing = match &name[..] {
                b"FlateDecode" | b"Fl" => Packing::Flate,
                b"LZWDecode" | b"LZW" => Packing::Lzw,
                b"RunLengthDecode" | b"RL" => Packing::Run,
                b"ASCII85Decode" | b"A85" if filters.counter.is_none() => {
                    filters.texts.push(Ascii::Base85 { group: [0; 5], filled: 0, ended: false });
                    continue;
                }
                b"ASCIIHexDecode" | b"AHx" if filters.counter.is_none() => {
                    filters.texts.push(Ascii::Hex { half: None, ended: false });
                    continue;
                }
                b"Crypt" => return Err(Unfit::Locked),
                // Pictures: their size is in the dictionary.
                _ => continue,
            };
            if filters.counter.replace(packing).is_some() {
                return Err(Unfit::Bomb("a part of the PDF that is packed twice"));
            }
        }
        if filters.texts.len() > MAX_TEXTS {
            return Err(Unfit::Damaged("a PDF stream that hides how it is packed"));
        }
        filters.predicted = match dict.get("DecodeParms") {
            Some(Value::Dict(parameters)) => parameters.number("Predictor").unwrap_or(1) > 1,
            _ => false,
        };
        Ok(filters)
    }
}

/// Bytes written as letters.
pub(super) enum Ascii {
    Hex { half: Option<u8>, ended: bool },
    Base85 { group: [u8; 5], filled: usize, ended: bool },
}

impl Ascii {
    pub(super) fn decode(&mut self, piece: &[u8]) -> Result<Vec<u8>, Unfit> {
        const BAD: Unfit = Unfit::Damaged("a PDF stream whose letters do not fit");
        let mut out = Vec::with_capacity(piece.len());
        for byte in piece.iter().filter(|byte| !byte.is_ascii_whitespace() && **byte != 0) {
            match self {
                Self::Hex { ended: true, .. } | Self::Base85 { ended: true, .. } => break,
                Self::Hex { ended, .. } if *byte == b'>' => *ended = true,
                Self::Hex { half, .. } => {
                    let digit = char::from(*byte).to_digit(16).ok_or(BAD)? as u8;
                    match half.take() {
                        Some(high) => out.push(high << 4 | digit),
                        None => *half = Some(digit),
                    }
                }
                Self::Base85 { group, filled, ended } => match byte {
                    b'~' => {
                        // A group that is cut short stands for one byte less than it has letters.
                        let bytes = filled.saturating_sub(1);
                        group[*filled..].fill(84);
                        out.extend_from_slice(&number(group).to_be_bytes()[..bytes]);
                        *ended = true;
                    }
                    b'z' if *filled == 0 => out.extend_from_slice(&[0; 4]),
                    b'!'..=b'u' => {
                        group[*filled] = byte - b'!';
                        *filled += 1;
                        if *filled == 5 {
                            out.extend_from_slice(&number(group).to_be_bytes());
                            *filled = 0;
                        }
                    }
                    _ => return Err(BAD),
                },
            }
        }
        Ok(out)
    }
}

fn number(group: &[u8; 5]) -> u32 {
    group.iter().fold(0, |number: u32, digit| number.wrapping_mul(85).wrapping_add((*digit).into()))
}

/// Counts what comes out of a stream.
pub(super) struct Counter {
    unpacked: u64,
    cap: u64,
    what: &'static str,
    packing: State,
}

enum State {
    Plain,
    Flate(Box<Inflate>),
    Lzw(Box<Lzw>),
    /// Bytes to pass over, and whether the next one is a repeated one.
    Run(u8),
}

impl Counter {
    pub(super) fn new(packing: Option<Packing>, cap: u64, what: &'static str) -> Self {
        let packing = match packing {
            None => State::Plain,
            Some(Packing::Flate) => State::Flate(Box::new(Inflate::new(cap, what))),
            Some(Packing::Lzw) => State::Lzw(Box::default()),
            Some(Packing::Run) => State::Run(0),
        };
        Self { unpacked: 0, cap, what, packing }
    }

    pub(super) fn unpacked(&self) -> u64 {
        self.unpacked
    }

    pub(super) fn done(&self) -> bool {
        matches!(&self.packing, State::Flate(inflate) if inflate.done())
    }

    pub(super) fn push(&mut self, piece: &[u8], mut take: impl FnMut(&[u8])) -> Result<(), Unfit> {
        match &mut self.packing {
            State::Plain => {
                take(piece);
                self.unpacked += piece.len() as u64;
            }
            State::Flate(inflate) => {
                inflate.push(piece, take)?;
                self.unpacked = inflate.unpacked();
            }
            State::Lzw(lzw) => self.unpacked += piece.iter().map(|byte| lzw.push(*byte)).sum::<u64>(),
            State::Run(pass) => {
                for byte in piece {
                    match (*pass, *byte) {
                        (0, length @ 0..=127) => {
                            (*pass, self.unpacked) = (length + 1, self.unpacked + u64::from(length) + 1)
                        }
                        (0, 128) => {}
                        (0, length) => (*pass, self.unpacked) = (1, self.unpacked + 257 - u64::from(length)),
                        _ => *pass -= 1,
                    }
                }
            }
        }
        if self.unpacked > self.cap { Err(Unfit::Bomb(self.what)) } else { Ok(()) }
    }
}

/// LZW without its strings: only how long each is.
struct Lzw {
    bits: u32,
    held: u32,
    lengths: Vec<u16>,
    last: Option<u16>,
}

impl Default for Lzw {
    fn default() -> Self {
        let mut lengths = Vec::with_capacity(4_096);
        lengths.resize(258, 1);
        Self { bits: 0, held: 0, lengths, last: None }
    }
}

impl Lzw {
    /// How many bytes come out after one more goes in.
    fn push(&mut self, byte: u8) -> u64 {
        (self.bits, self.held) = (self.bits << 8 | u32::from(byte), self.held + 8);
        // The width grows one code early, as nearly all writers do.
        let width = match self.lengths.len() + 1 {
            ..=511 => 9,
            512..=1_023 => 10,
            1_024..=2_047 => 11,
            _ => 12,
        };
        if self.held < width {
            return 0;
        }
        self.held -= width;
        let code = (self.bits >> self.held) as usize & ((1 << width) - 1);
        match code {
            256 => {
                self.lengths.truncate(258);
                self.last = None;
                0
            }
            257 => 0,
            _ => {
                let known = self.lengths.get(code).copied();
                if let Some(last) = self.last.filter(|_| self.lengths.len() < 4_096) {
                    self.lengths.push(last.saturating_add(1));
                }
                let length = known.or(self.lengths.get(code).copied()).unwrap_or(1);
                self.last = Some(length);
                length.into()
            }
        }
    }
}
