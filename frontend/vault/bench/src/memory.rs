//! How much memory a file takes that is larger than anybody wants to hold.

use chartkey_vault::{About, ContentKey, Context, Metadata, Opener, Sealer, rand_core::Rng};
use chartkey_vault_bench::Steady;
use chartkey_vocabulary::{Commitment, RecordId};
use std::{
    error::Error,
    fs::{self, File},
    io::{Read, Seek, SeekFrom, Write},
    path::Path,
    time::Instant,
};

type Outcome<T> = Result<T, Box<dyn Error>>;

/// So much is in memory at once.
const PIECE: usize = 1 << 20;
const CONTEXT: Context = Context { genesis: [1; 32], record: RecordId([2; 16]), version: 1 };

/// Megabytes a second, and the most memory in MB as Linux tells it.
pub(crate) fn measure(megabytes: usize, folder: &Path) -> Outcome<[(&'static str, f64); 3]> {
    let len = megabytes as u64 * 1_000_000;
    let key = ContentKey::make(&mut Steady(7));
    let path = folder.join("sealed");
    let began = Instant::now();
    let commitment = seal(&key, len, File::create(&path)?)?;
    let sealing = began.elapsed().as_secs_f64();
    let began = Instant::now();
    let opened = open(&key, &commitment, File::open(&path)?)?;
    let opening = began.elapsed().as_secs_f64();
    fs::remove_file(path)?;
    if opened != len {
        return Err("not all of it came back".into());
    }
    Ok([("seal", megabytes as f64 / sealing), ("open", megabytes as f64 / opening), ("peak", peak()?)])
}

fn seal(key: &ContentKey, len: u64, mut file: File) -> Outcome<Commitment> {
    let rng = &mut Steady(7);
    let about = About { title: "Bench".into(), media_type: "application/dicom".into(), ..About::default() };
    let metadata = Metadata::make(rng, about)?;
    let (mut content, mut out) = (vec![0; PIECE], Vec::new());
    rng.fill_bytes(&mut content);
    let mut sealer = Sealer::begin(rng, key, &CONTEXT, &metadata, len, &mut out)?;
    let mut left = len;
    while left > 0 {
        let piece = left.min(PIECE as u64);
        sealer.push(&content[..piece as usize], &mut out)?;
        file.write_all(&out)?;
        out.clear();
        left -= piece;
    }
    while sealer.pad(&mut out)? {
        file.write_all(&out)?;
        out.clear();
    }
    Ok(sealer.finish(&mut out)?)
}

fn open(key: &ContentKey, commitment: &Commitment, mut file: File) -> Outcome<u64> {
    let len = file.metadata()?.len();
    let mut buffer = vec![0; Opener::head_len(len)];
    file.read_exact(&mut buffer)?;
    let mut opener = Opener::begin(key, &CONTEXT, len, &buffer)?;
    let mut opened = 0;
    for first in (0..opener.chunks()).step_by(16) {
        let last = opener.chunks().min(first + 16) - 1;
        let (from, to) = (opener.span(first).start, opener.span(last).end);
        file.seek(SeekFrom::Start(from))?;
        buffer.resize((to - from) as usize, 0);
        file.read_exact(&mut buffer)?;
        opened += opener.run(first, &mut buffer)?.iter().map(|piece| piece.len() as u64).sum::<u64>();
    }
    opener.verify(commitment)?;
    Ok(opened)
}

fn peak() -> Outcome<f64> {
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).ok_or("no peak is told")?;
    Ok(line.trim().trim_end_matches(" kB").parse::<f64>()? * 1.024 / 1000.0)
}
