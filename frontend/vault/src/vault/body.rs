//! What lies inside a vault file, as bytes.

use super::{LinkSecret, Vault};
use crate::{
    ReaderKey,
    doors::{Door, DoorId, Whose},
};
use chartkey_vocabulary::{Account, Commitment, Time};
use codec::{Decode, DecodeAll, Encode};
use zeroize::{Zeroize, Zeroizing};

impl Vault {
    /// The body, to be sealed.
    pub(super) fn write(&self) -> Zeroizing<Vec<u8>> {
        let body = Body {
            readers: self.readers.iter().map(|key| (key.epoch(), *key.seed())).collect(),
            door_names: self.door_names.clone().into_iter().collect(),
            names: self.names.iter().map(|(account, name)| (*account, name.clone())).collect(),
            links: self
                .links
                .values()
                .map(|link| (link.commitment, link.text.to_string(), link.label.clone(), link.until))
                .collect(),
            settings: self.settings.clone().into_iter().collect(),
        };
        // Sized beforehand: a buffer that grows leaves copies of keys behind.
        let mut bytes = Zeroizing::new(Vec::with_capacity(body.encoded_size()));
        body.encode_to(&mut *bytes);
        bytes
    }

    /// The vault of an opened body; nothing, when it is not one.
    pub(crate) fn read(
        whose: Whose,
        revision: u64,
        doors: Vec<Door>,
        key: Zeroizing<[u8; 32]>,
        body: &[u8],
    ) -> Option<Self> {
        let body = Body::decode_all(&mut &*body).ok()?;
        let readers: Vec<_> = body
            .readers
            .iter()
            .map(|(epoch, seed)| ReaderKey::of(whose.account, *epoch, Zeroizing::new(*seed)))
            .collect();
        if readers.is_empty() || readers.windows(2).any(|pair| pair[0].epoch() >= pair[1].epoch()) {
            return None;
        }
        let mut vault = Self::around(whose, revision, doors, key, readers);
        vault.door_names = body.door_names.iter().cloned().collect();
        vault.names = body.names.iter().cloned().collect();
        vault.settings = body.settings.iter().cloned().collect();
        for (commitment, text, label, until) in &body.links {
            let text = Zeroizing::new(text.clone());
            let link = LinkSecret { commitment: *commitment, text, label: label.clone(), until: *until };
            vault.links.insert(commitment.0, link);
        }
        Some(vault)
    }
}

/// The body as it is written: SCALE, never kept.
#[derive(Encode, Decode)]
struct Body {
    readers: Vec<(u32, [u8; 32])>,
    door_names: Vec<(DoorId, String)>,
    names: Vec<(Account, String)>,
    links: Vec<(Commitment, String, String, Time)>,
    settings: Vec<(String, String)>,
}

impl Drop for Body {
    fn drop(&mut self) {
        self.readers.iter_mut().for_each(|(_, seed)| seed.zeroize());
        self.links.iter_mut().for_each(|(_, text, ..)| text.zeroize());
    }
}
