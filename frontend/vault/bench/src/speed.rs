//! How fast, beside age doing the same to the same file.

use chartkey_vault_bench::Case;
use std::{
    hint::black_box,
    io::{Read, Write},
    time::Instant,
};

/// MB/s of the vault and of age.
pub(crate) fn measure(mebibytes: usize, rounds: usize) -> [(&'static str, f64); 5] {
    let mut case = Case::new(mebibytes << 20);
    let content = case.content().to_vec();
    let identity = age::x25519::Identity::generate();
    let mut aged = age_seal(&identity, &content, Vec::new());

    // Taken in turns, so that a busy moment of the machine does not fall on one of them alone.
    let mut times = [const { Vec::new() }; 5];
    for _ in 0..rounds {
        times[0].push(seconds(|| case.seal()));
        times[1].push(seconds(|| {
            aged = age_seal(&identity, &content, core::mem::take(&mut aged));
            aged.len()
        }));
        times[2].push(seconds(|| case.open()));
        times[3].push(seconds(|| case.open_all()));
        times[4].push(seconds(|| age_open(&identity, &aged)));
    }
    let [seal, age_seal, open, open_all, age_open] = times.map(|times| mebibytes as f64 * 1.048576 / best(times));
    [("seal", seal), ("age_seal", age_seal), ("open", open), ("open_all", open_all), ("age_open", age_open)]
}

fn age_seal(identity: &age::x25519::Identity, content: &[u8], mut out: Vec<u8>) -> Vec<u8> {
    out.clear();
    let recipient = identity.to_public();
    let encryptor = age::Encryptor::with_recipients([&recipient as &dyn age::Recipient].into_iter()).expect("one");
    let mut writer = encryptor.wrap_output(&mut out).expect("memory");
    content.chunks(4 << 20).for_each(|piece| writer.write_all(piece).expect("memory"));
    writer.finish().expect("memory");
    out
}

fn age_open(identity: &age::x25519::Identity, blob: &[u8]) -> usize {
    let decryptor = age::Decryptor::new(blob).expect("a header");
    let mut reader = decryptor.decrypt([identity as &dyn age::Identity].into_iter()).expect("the identity");
    let (mut buffer, mut opened) = (vec![0; 64 * 1024], 0);
    loop {
        match reader.read(&mut buffer).expect("memory") {
            0 => return opened,
            read => opened += read,
        }
    }
}

fn seconds(run: impl FnOnce() -> usize) -> f64 {
    let started = Instant::now();
    black_box(run());
    started.elapsed().as_secs_f64()
}

/// The round least disturbed by whatever else the machine was doing.
fn best(times: Vec<f64>) -> f64 {
    times.into_iter().fold(f64::INFINITY, f64::min)
}
