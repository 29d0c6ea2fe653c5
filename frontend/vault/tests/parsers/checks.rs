//! One check for each parser. Shared with the fuzz targets.

use chartkey_vault::rand_core::{TryCryptoRng, TryRng};
use chartkey_vault::{
    ContentKey, Context, DeviceKey, Expected, HealthLink, KeyBundle, LinkKey, Metadata, NationalId, Offer, Opener,
    PrintedCode, VaultFile, Whose, Wrap, open_link_file, take_share,
};
use chartkey_vocabulary::{Account, RecordId};
use core::convert::Infallible;

/// A parser's name and its check.
pub(crate) type Check = (&'static str, fn(&[u8]));

/// All of them.
pub(crate) const CHECKS: [Check; 11] = [
    ("blob", blob),
    ("metadata", metadata),
    ("wrap", wrap),
    ("key_bundle", key_bundle),
    ("vault_file", vault_file),
    ("offer", offer),
    ("passed_share", passed_share),
    ("printed_code", printed_code),
    ("health_link", health_link),
    ("link_file", link_file),
    ("national_id", national_id),
];

/// Gives out one byte for ever: keys of the vectors.
struct Only(u8);

impl TryRng for Only {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        Ok(u32::from_ne_bytes([self.0; 4]))
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        Ok(u64::from_ne_bytes([self.0; 8]))
    }

    fn try_fill_bytes(&mut self, to: &mut [u8]) -> Result<(), Infallible> {
        to.fill(self.0);
        Ok(())
    }
}

impl TryCryptoRng for Only {}

const WHOSE: Whose = Whose { genesis: [0x9e; 32], account: Account([0xad; 20]) };

/// A blob, under the key the vectors use; opened to the end where it opens.
pub(crate) fn blob(bytes: &[u8]) {
    let key = ContentKey::make(&mut Only(0x11));
    let context = Context { genesis: [0x9e; 32], record: RecordId([0x5a; 16]), version: 1 };
    let len = bytes.len() as u64;
    let Ok(mut opener) = Opener::begin(&key, &context, len, &bytes[..Opener::head_len(len)]) else { return };
    let mut opened = 0;
    for chunk in 0..opener.chunks() {
        let span = opener.span(chunk);
        let mut piece = bytes[span.start as usize..span.end as usize].to_vec();
        let Ok(piece) = opener.chunk(chunk, &mut piece) else { return };
        opened += piece.len() as u64;
    }
    assert_eq!(opened, opener.content_len());
    opener.finish().unwrap_or_else(|error| panic!("{error}"));
}

/// Metadata: what is read is fit to be written.
pub(crate) fn metadata(bytes: &[u8]) {
    if let Ok(read) = Metadata::read(bytes, [0; 32]) {
        let name = &read.about().file_name;
        assert!(!name.contains(['/', '\\', '\0', '\u{202e}']) && name != "..");
        Metadata::make(&mut Only(0), read.about().clone()).ok();
    }
}

/// A wrap.
pub(crate) fn wrap(bytes: &[u8]) {
    if let Ok(wrap) = Wrap::parse(bytes) {
        assert_eq!(wrap.as_bytes(), bytes);
    }
}

/// A key bundle.
pub(crate) fn key_bundle(bytes: &[u8]) {
    if let Ok(bundle) = KeyBundle::parse(bytes) {
        assert_eq!(bundle.to_bytes(), bytes);
    }
}

/// A vault file, tried at every door that costs no Argon2.
pub(crate) fn vault_file(bytes: &[u8]) {
    let Ok(file) = VaultFile::parse(bytes) else { return };
    let expected = Expected { whose: *file.whose(), seen: 0 };
    let code = PrintedCode::make(&mut Only(0x0f));
    if let Ok(vault) = file.open_with_code(&code, &expected) {
        assert_eq!(vault.revision(), file.revision());
    }
    let key = DeviceKey::restore(&[0x31; 32], WHOSE, 0);
    file.open_with_device(&key, &expected).ok();
}

/// A device's offer.
pub(crate) fn offer(bytes: &[u8]) {
    if let Ok(offer) = Offer::parse(bytes) {
        assert_eq!(offer.to_bytes(), bytes);
        assert_eq!(offer.words().split(' ').count(), 6);
    }
}

/// A share passed by a guardian, for the device of the vectors.
pub(crate) fn passed_share(bytes: &[u8]) {
    let device = DeviceKey::restore(&[0x33; 32], WHOSE, 1_800_000_600);
    let door = bytes.get(60..68).and_then(|door| door.try_into().ok()).unwrap_or([0; 8]);
    if let Ok(share) = take_share(bytes, &device, door) {
        assert!((1..=3).contains(&share.number()));
    }
}

/// A printed code: what is read is printed the same.
pub(crate) fn printed_code(bytes: &[u8]) {
    if let Ok(code) = PrintedCode::parse(&String::from_utf8_lossy(bytes)) {
        let words = code.words();
        assert!(PrintedCode::parse(&words).is_ok_and(|again| again.words() == words));
    }
}

/// A SMART Health Link: what is read can be written, and reads the same.
pub(crate) fn health_link(bytes: &[u8]) {
    if let Ok(link) = HealthLink::parse(&String::from_utf8_lossy(bytes)) {
        let text = link.write().unwrap_or_else(|error| panic!("{error}"));
        let again = HealthLink::parse(&text).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!((again.url, again.label, again.until), (link.url, link.label, link.until));
    }
}

/// A file behind a link.
pub(crate) fn link_file(bytes: &[u8]) {
    open_link_file(&LinkKey::make(&mut Only(0x88)), &String::from_utf8_lossy(bytes)).ok();
}

/// A national number.
pub(crate) fn national_id(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let (country, number) = text.split_once(':').unwrap_or(("DE", &text));
    NationalId::parse(country, number).ok();
}
