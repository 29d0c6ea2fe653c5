//! Signing in with a wallet. `GET /api/site`, `POST /api/session/challenge`, `POST /api/session`, `GET|DELETE /api/session`, `DELETE /api/sessions`.

use crate::Bytes;
use chartkey_vocabulary::{Account, Digest, Time};
use serde::{Deserialize, Serialize};

/// What a client needs to know before it signs in: `GET /api/site`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Site {
    /// The domain the wallet text names.
    pub domain: String,
    /// The chain this oracle follows.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub genesis: Digest,
    /// Where a browser reaches a node of that chain.
    pub node: String,
    /// The account this oracle signs with.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub attester: Account,
    /// Public key of the oblivious look-up.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub lookup_key: Bytes,
    /// Who may keep parts of emergency keys.
    #[cfg_attr(feature = "schema", schema(value_type = Vec<String>))]
    pub custodians: Vec<Account>,
    /// Bytes one blob may have.
    pub largest_blob: u64,
    /// The deployment file (TOML): addresses and code hashes.
    pub deployment: String,
}

/// Asks for the text to sign.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Challenge {
    /// The signer, as SS58 of any prefix.
    pub address: String,
}

/// The text the wallet signs; it names domain, chain, account, nonce and end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct SignIn {
    /// Sign exactly this, raw or as wallets wrap it in `<Bytes>`.
    pub text: String,
    /// Good for one sign-in.
    pub nonce: String,
    /// When it lapses.
    pub until: Time,
}

impl SignIn {
    /// The one text of this site, chain, account, nonce and end. The client makes it too and signs no other, so that a
    /// dishonest oracle cannot have something else signed.
    pub fn write(domain: &str, genesis: Digest, address: &str, nonce: &str, until: Time) -> String {
        format!(
            "{domain} asks you to sign in to Chartkey.\n\nAccount: {address}\nChain: {genesis}\nNonce: {nonce}\n\
             Until: {}\n\nThis opens a session on this website and nothing else: it moves no money and gives nobody a \
             key. Sign it only on a page of {domain}.",
            utc(until)
        )
    }
}

/// A time as people and programs read it (RFC 3339).
pub fn utc(time: Time) -> String {
    let (days, second) = (time / 86_400, time % 86_400);
    // Years that begin in March end with the leap day; 719,468 days lie between such a year 0 and 1970.
    let day = days + 719_468;
    let (era, day) = (day / 146_097, day % 146_097);
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let (day, month) = (day - (153 * month + 2) / 5 + 1, if month < 10 { month + 3 } else { month - 9 });
    let year = era * 400 + year + u64::from(month < 3);
    format!("{year:04}-{month:02}-{day:02}T{:02}:{:02}:{:02}Z", second / 3600, second / 60 % 60, second % 60)
}

/// A signed text: `POST /api/session`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct NewSession {
    /// Of the text that was signed.
    pub nonce: String,
    /// `sr25519`, `ed25519` or `ecdsa`.
    pub scheme: String,
    /// 64 bytes, 65 for ecdsa.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub signature: Bytes,
}

/// A session. Its token goes into `Authorization: Bearer`; there are no cookies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Session {
    /// Shown once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub token: Option<String>,
    /// Who is signed in.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub account: Account,
    /// As SS58.
    pub address: String,
    /// When it ends by itself.
    pub until: Time,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_written_as_calendars_say() {
        for (time, text) in [
            (0, "1970-01-01T00:00:00Z"),
            (951_782_400, "2000-02-29T00:00:00Z"),
            (1_709_251_199, "2024-02-29T23:59:59Z"),
            (1_709_251_200, "2024-03-01T00:00:00Z"),
            (1_795_266_021, "2026-11-21T13:00:21Z"),
            (4_107_542_400, "2100-03-01T00:00:00Z"),
        ] {
            assert_eq!(utc(time), text);
        }
    }

    #[test]
    fn the_text_names_all_it_is_bound_to() {
        let text = SignIn::write("chartkey.example", Digest([7; 32]), "5Grw", "abc", 0);
        for part in ["chartkey.example", &format!("0x{}", "07".repeat(32)), "5Grw", "abc", "1970-01-01T00:00:00Z"] {
            assert!(text.contains(part), "{part}");
        }
    }
}
