//! Nonces: made for one account and five minutes, recognized by their seal, good once.
//!
//! Nothing is kept of a nonce that nobody signs, so asking for many fills no table.

use crate::{app::App, db::hex};
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use chartkey_vocabulary::{Digest, MINUTE, Time};
use hmac::{Hmac, KeyInit, Mac};
use rand::{RngCore, rngs::OsRng};
use sha2::Sha256;
use subtle::ConstantTimeEq;
use subxt::utils::AccountId32;

/// How long a person may look at the text before signing it.
const GOOD_FOR: Time = 5 * MINUTE;
/// Bytes: account, end, random, seal.
const PARTS: [usize; 4] = [32, 8, 8, 16];
const LENGTH: usize = PARTS[0] + PARTS[1] + PARTS[2] + PARTS[3];
const SEALED: usize = LENGTH - PARTS[3];

/// A nonce this oracle made and whose time has not passed.
pub(super) struct Nonce {
    /// For whom it was made.
    pub(super) account: AccountId32,
    /// When it lapses.
    pub(super) until: Time,
    /// As it is kept once used.
    pub(super) mark: String,
}

/// Why a nonce opens nothing.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum NonceError {
    /// This oracle did not make it.
    #[error("the nonce was not made here")]
    Foreign,
    /// Its time has passed.
    #[error("the nonce has lapsed")]
    Lapsed,
}

/// Makes a nonce for this account.
pub(super) async fn make(app: &App, account: &AccountId32) -> Result<(String, Time), sqlx::Error> {
    let until = app.now() + GOOD_FOR;
    let mut random = [0; PARTS[2]];
    OsRng.fill_bytes(&mut random);
    Ok((write(&key(app).await?, app.genesis, account, until, random), until))
}

/// Recognizes a nonce. Whether it was used already is known to the table alone.
pub(super) async fn recognize(app: &App, nonce: &str) -> Result<Result<Nonce, NonceError>, sqlx::Error> {
    Ok(read(&key(app).await?, app.genesis, nonce, app.now()))
}

fn write(key: &[u8], genesis: Digest, account: &AccountId32, until: Time, random: [u8; PARTS[2]]) -> String {
    let mut nonce = Vec::with_capacity(LENGTH);
    nonce.extend_from_slice(&account.0);
    nonce.extend_from_slice(&until.to_be_bytes());
    nonce.extend_from_slice(&random);
    let seal = seal(key, genesis, &nonce);
    nonce.extend_from_slice(&seal);
    BASE64_URL_SAFE_NO_PAD.encode(nonce)
}

fn read(key: &[u8], genesis: Digest, text: &str, now: Time) -> Result<Nonce, NonceError> {
    let nonce = BASE64_URL_SAFE_NO_PAD.decode(text).map_err(|_| NonceError::Foreign)?;
    if nonce.len() != LENGTH || !bool::from(seal(key, genesis, &nonce[..SEALED]).ct_eq(&nonce[SEALED..])) {
        return Err(NonceError::Foreign);
    }
    let (account, rest) = nonce.split_at(PARTS[0]);
    let account = AccountId32(account.try_into().expect("cut to length"));
    let until = Time::from_be_bytes(rest[..PARTS[1]].try_into().expect("cut to length"));
    if until < now {
        return Err(NonceError::Lapsed);
    }
    Ok(Nonce { account, until, mark: hex(&nonce[SEALED..]) })
}

fn seal(key: &[u8], genesis: Digest, nonce: &[u8]) -> [u8; PARTS[3]] {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("any length of key will do");
    mac.update(b"chartkey nonce 1");
    mac.update(&genesis.0);
    mac.update(nonce);
    mac.finalize().into_bytes()[..PARTS[3]].try_into().expect("a hash is longer")
}

/// The key nonces are sealed with: made once, and shared by every process on this database.
async fn key(app: &App) -> Result<Vec<u8>, sqlx::Error> {
    loop {
        let found: Option<(String,)> = sqlx::query_as("SELECT secret FROM session_keys WHERE name = 'nonce'")
            .fetch_optional(app.db.pool())
            .await?;
        if let Some((secret,)) = found {
            return hex::decode(secret).map_err(|error| sqlx::Error::Decode(error.into()));
        }
        let mut secret = [0; 32];
        OsRng.fill_bytes(&mut secret);
        sqlx::query("INSERT INTO session_keys (name, secret) VALUES ('nonce', $1) ON CONFLICT DO NOTHING")
            .bind(hex(secret))
            .execute(app.db.pool())
            .await?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CHAIN: Digest = Digest([1; 32]);

    #[test]
    fn a_nonce_is_recognized_where_it_was_made_and_until_it_lapses() {
        let nonce = write(b"key", CHAIN, &AccountId32([9; 32]), 1000, [3; 8]);
        let read_back = read(b"key", CHAIN, &nonce, 1000).expect("made here");
        assert_eq!((read_back.account, read_back.until), (AccountId32([9; 32]), 1000));
        assert_eq!(read(b"key", CHAIN, &nonce, 1001).err(), Some(NonceError::Lapsed));
        assert_eq!(read(b"kez", CHAIN, &nonce, 1000).err(), Some(NonceError::Foreign));
        assert_eq!(read(b"key", Digest([2; 32]), &nonce, 1000).err(), Some(NonceError::Foreign));
    }

    #[test]
    fn a_nonce_that_was_altered_anywhere_is_foreign() {
        let nonce = write(b"key", CHAIN, &AccountId32([9; 32]), 1000, [3; 8]);
        let bytes = BASE64_URL_SAFE_NO_PAD.decode(&nonce).expect("base64");
        for place in 0..bytes.len() {
            let mut altered = bytes.clone();
            altered[place] ^= 1;
            let altered = BASE64_URL_SAFE_NO_PAD.encode(altered);
            assert_eq!(read(b"key", CHAIN, &altered, 0).err(), Some(NonceError::Foreign), "byte {place}");
        }
        for cut in 0..nonce.len() {
            assert_eq!(read(b"key", CHAIN, &nonce[..cut], 0).err(), Some(NonceError::Foreign), "cut to {cut}");
        }
    }
}
