//! What is measured, on every target alike.

use chartkey_vault::{About, ContentKey, Context, Metadata, Opener, Sealer, open_all};
use chartkey_vocabulary::{Commitment, RecordId};
pub use rand::Steady;
use std::sync::Mutex;

mod rand;

/// A content, and a blob of it.
pub struct Case {
    key: ContentKey,
    context: Context,
    metadata: Metadata,
    content: Vec<u8>,
    blob: Vec<u8>,
    commitment: Commitment,
}

impl Case {
    /// A content of `len` bytes, sealed once.
    pub fn new(len: usize) -> Self {
        let rng = &mut Steady(7);
        let about = About { title: "Bench".into(), media_type: "application/dicom".into(), ..About::default() };
        let metadata = Metadata::make(rng, about).expect("sound metadata");
        let context = Context { genesis: [1; 32], record: RecordId([2; 16]), version: 1 };
        let content = (0..len).map(|at| (at.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
        let (blob, commitment) = (Vec::new(), Commitment([0; 32]));
        let mut case = Self { key: ContentKey::make(rng), context, metadata, content, blob, commitment };
        case.seal();
        case
    }

    /// The content.
    pub fn content(&self) -> &[u8] {
        &self.content
    }

    /// Seals four mebibytes of the file at a time, commitment included.
    pub fn seal(&mut self) -> usize {
        let (out, rng) = (&mut self.blob, &mut Steady(7));
        out.clear();
        let len = self.content.len() as u64;
        let mut sealer = Sealer::begin(rng, &self.key, &self.context, &self.metadata, len, out).expect("not too long");
        out.reserve(sealer.blob_len() as usize);
        for piece in self.content.chunks(4 << 20) {
            sealer.push(piece, out).expect("as announced");
        }
        self.commitment = sealer.finish(out).expect("as announced");
        out.len()
    }

    /// Opens four mebibytes at a time in one buffer and checks the commitment.
    pub fn open(&self) -> usize {
        let len = self.blob.len() as u64;
        let head = &self.blob[..Opener::head_len(len)];
        let mut opener = Opener::begin(&self.key, &self.context, len, head).expect("a blob");
        let (mut buffer, mut opened) = (Vec::new(), 0);
        for first in (0..opener.chunks()).step_by(64) {
            let last = opener.chunks().min(first + 64) - 1;
            buffer.clear();
            buffer.extend_from_slice(&self.blob[opener.span(first).start as usize..opener.span(last).end as usize]);
            opened += opener.run(first, &mut buffer).expect("chunks").iter().map(|piece| piece.len()).sum::<usize>();
        }
        opener.verify(&self.commitment).expect("the same content");
        opened
    }
}

impl Case {
    /// Opens all of it at once and checks the commitment.
    pub fn open_all(&self) -> usize {
        open_all(&self.key, &self.context, &self.commitment, &self.blob).expect("the same content").content.len()
    }
}

static CASE: Mutex<Option<Case>> = Mutex::new(None);

/// For JavaScript: makes a content of so many mebibytes.
#[unsafe(no_mangle)]
pub extern "C" fn prepare(mebibytes: u32) {
    *CASE.lock().expect("one thread") = Some(Case::new((mebibytes as usize) << 20));
}

/// For JavaScript: seals it.
#[unsafe(no_mangle)]
pub extern "C" fn seal() -> u32 {
    CASE.lock().expect("one thread").as_mut().expect("prepared").seal() as u32
}

/// For JavaScript: opens it.
#[unsafe(no_mangle)]
pub extern "C" fn open() -> u32 {
    CASE.lock().expect("one thread").as_ref().expect("prepared").open() as u32
}
