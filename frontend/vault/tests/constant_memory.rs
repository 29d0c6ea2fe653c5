//! A file of a gigabyte seals and opens in the memory of a few chunks.

use chartkey_vault::{About, CHUNK, ContentKey, Context, HEADER, Metadata, Opener, Sealer, entropy};
use chartkey_vocabulary::RecordId;

const GIGABYTE: u64 = 1_000_000_000;

/// The most memory this process ever had, in KiB, as Linux tells it.
#[cfg(target_os = "linux")]
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").expect("Linux");
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).expect("a peak");
    line.trim().trim_end_matches(" kB").parse().expect("a number")
}

#[cfg(target_os = "linux")]
#[test]
fn a_gigabyte_passes_through_a_few_megabytes() {
    let rng = &mut entropy();
    let about = About { title: "Whole body CT".into(), media_type: "application/dicom".into(), ..About::default() };
    let metadata = Metadata::make(rng, about).expect("sound");
    let context = Context { genesis: [1; 32], record: RecordId([2; 16]), version: 1 };
    let key = ContentKey::make(rng);
    let piece: Vec<u8> = (0..1_000_000u32).map(|at| (at % 249) as u8).collect();
    let before = peak();

    // What the sealer gives is opened at once, as if the store were a pipe.
    let mut pipe = Vec::new();
    let mut sealer = Sealer::begin(rng, &key, &context, &metadata, GIGABYTE, &mut pipe).expect("not too long");
    let blob_len = sealer.blob_len();
    let (mut opener, mut next, mut opened) = (None, 0, 0u64);
    let mut open_ready = |pipe: &mut Vec<u8>, opener: &mut Option<Opener>, opened: &mut u64| {
        if opener.is_none() && pipe.len() >= HEADER + CHUNK {
            let head = &pipe[..Opener::head_len(blob_len)];
            *opener = Some(Opener::begin(&key, &context, blob_len, head).unwrap_or_else(|error| panic!("{error}")));
            pipe.drain(..HEADER);
        }
        let Some(opener) = opener else { return };
        let mut at = 0;
        while next < opener.chunks() {
            let span = opener.span(next);
            let len = (span.end - span.start) as usize;
            let Some(chunk) = pipe.get_mut(at..at + len) else { break };
            *opened += opener.chunk(next, chunk).unwrap_or_else(|error| panic!("{error}")).len() as u64;
            (at, next) = (at + len, next + 1);
        }
        pipe.drain(..at);
    };
    for _ in 0..GIGABYTE / piece.len() as u64 {
        sealer.push(&piece, &mut pipe).expect("as announced");
        open_ready(&mut pipe, &mut opener, &mut opened);
    }
    let commitment = sealer.finish(&mut pipe).expect("as announced");
    open_ready(&mut pipe, &mut opener, &mut opened);
    opener.expect("begun").verify(&commitment).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!((opened, pipe.len()), (GIGABYTE, 0));

    let grown = peak() - before;
    assert!(grown < 24 * 1024, "grew by {grown} KiB");
}
