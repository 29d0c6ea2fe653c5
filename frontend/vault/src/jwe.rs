//! The files behind a SMART Health Link: compact JWE, `dir` and `A256GCM`, deflated or not.

use crate::{LinkKey, random};
use aes_gcm::{Aes256Gcm, KeyInit, aead::AeadInOut};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD as BASE64};
use miniz_oxide::{deflate::compress_to_vec, inflate::decompress_to_vec_with_limit};
use rand_core::CryptoRng;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

/// The largest file behind a link, before and after inflating.
pub const MAX_LINK_FILE: usize = 64 * 1024 * 1024;
/// zlib's own middle: smaller costs much and saves little.
const LEVEL: u8 = 6;
const TAG: usize = 16;

/// A file behind a link.
pub struct LinkFile {
    /// What kind of bytes it is, such as `application/fhir+json`.
    pub content_type: String,
    /// The bytes; zeroed on drop.
    pub content: Zeroizing<Vec<u8>>,
}

/// A file behind a link does not open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum JweError {
    /// Not five parts of base64url, or a header that is not JSON.
    #[error("not a compact JWE")]
    Malformed,
    /// Another algorithm, or a header that must be understood and is not.
    #[error("sealed in a way that is not spoken here")]
    Algorithm,
    /// Another key, or bytes that were changed.
    #[error("this key does not open this file")]
    Key,
    /// Larger than allowed, possibly only once inflated.
    #[error("the file is larger than a link may carry")]
    TooLarge,
    /// What was deflated cannot be inflated.
    #[error("the file cannot be inflated")]
    Inflate,
}

#[derive(Serialize, Deserialize)]
struct Header {
    alg: String,
    enc: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    cty: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    zip: Option<String>,
    /// Extensions that must be understood; none is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    crit: Option<Vec<String>>,
}

/// Seals a file, deflated first where that saves something.
///
/// # Errors
/// `TooLarge`.
pub fn seal_link_file(
    rng: &mut impl CryptoRng,
    key: &LinkKey,
    content_type: &str,
    content: &[u8],
) -> Result<String, JweError> {
    if content.len() > MAX_LINK_FILE {
        return Err(JweError::TooLarge);
    }
    let deflated = Zeroizing::new(compress_to_vec(content, LEVEL));
    let zip = deflated.len() < content.len();
    let mut text = if zip { deflated } else { Zeroizing::new(content.to_vec()) };
    let header = Header {
        alg: "dir".to_owned(),
        enc: "A256GCM".to_owned(),
        cty: Some(content_type.to_owned()),
        zip: zip.then(|| "DEF".to_owned()),
        crit: None,
    };
    let header = BASE64.encode(serde_json::to_vec(&header).map_err(|_| JweError::Malformed)?);
    let nonce = random::nonce::<12>(rng);
    let tag = Aes256Gcm::new(key.bytes().into())
        .encrypt_inout_detached(&nonce.into(), header.as_bytes(), text.as_mut_slice().into())
        .map_err(|_| JweError::TooLarge)?;
    let [nonce, text, tag] = [&nonce[..], &text, &tag].map(|part| BASE64.encode(part));
    // The second part is the wrapped key; with `dir` there is none.
    Ok([header.as_str(), "", &nonce, &text, &tag].join("."))
}

/// Opens a file.
///
/// # Errors
/// See [`JweError`].
pub fn open_link_file(key: &LinkKey, jwe: &str) -> Result<LinkFile, JweError> {
    // Base64 is a third longer than what it carries; the header and the tag are small.
    if jwe.len() > MAX_LINK_FILE / 3 * 4 + 4096 {
        return Err(JweError::TooLarge);
    }
    let parts: Vec<&str> = jwe.trim_end().split('.').collect();
    let [header, wrapped, nonce, text, tag] = parts[..] else { return Err(JweError::Malformed) };
    let decode = |part: &str| BASE64.decode(part).map_err(|_| JweError::Malformed);
    let says: Header = serde_json::from_slice(&decode(header)?).map_err(|_| JweError::Malformed)?;
    let zip = match says.zip.as_deref() {
        None => false,
        Some("DEF") => true,
        Some(_) => return Err(JweError::Algorithm),
    };
    if says.alg != "dir" || says.enc != "A256GCM" || says.crit.is_some() {
        return Err(JweError::Algorithm);
    }
    let nonce: [u8; 12] = decode(nonce)?.try_into().map_err(|_| JweError::Malformed)?;
    let tag: [u8; TAG] = decode(tag)?.try_into().map_err(|_| JweError::Malformed)?;
    if !wrapped.is_empty() {
        return Err(JweError::Malformed);
    }
    let mut content = Zeroizing::new(decode(text)?);
    Aes256Gcm::new(key.bytes().into())
        .decrypt_inout_detached(&nonce.into(), header.as_bytes(), content.as_mut_slice().into(), &tag.into())
        .map_err(|_| JweError::Key)?;
    if zip {
        content = Zeroizing::new(decompress_to_vec_with_limit(&content, MAX_LINK_FILE).map_err(|error| {
            let too_large = matches!(error.status, miniz_oxide::inflate::TINFLStatus::HasMoreOutput);
            if too_large { JweError::TooLarge } else { JweError::Inflate }
        })?);
    }
    Ok(LinkFile { content_type: says.cty.unwrap_or_default(), content })
}
