//! What patients and guardians do with a link's files.

use super::table::{self, Kept, TRIES};
use crate::{app::App, db::hex, problem::Failed};
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use chartkey_protocol::{LinkFile, LinkFiles, Why};
use chartkey_vocabulary::{Account, Digest, Link, Time};
use serde::Deserialize;

/// Files of one link.
const FILES: usize = 8;
/// Bytes of all of them; larger things are shared with people who have an account.
pub(super) const TOTAL: usize = 7 << 20;
/// Links of one patient that can wait at a time.
const LINKS: i64 = 64;
/// What viewers know how to show. Access tokens, the third type of the specification, are not ours to pass on.
const TYPES: [&str; 2] = ["application/smart-health-card", "application/fhir+json"];

/// Puts files in place.
pub(super) async fn put(
    app: &App,
    asker: Account,
    owner: Account,
    link: Digest,
    LinkFiles { files, passcode }: LinkFiles,
) -> Result<(), Failed> {
    let unknown = || Failed::new(Why::NotFound, "There is no such link of yours that is open.");
    if asker != owner && !app.chain.guards(asker, owner).await? {
        return Err(unknown());
    }
    check(&files)?;
    let passcode = match passcode {
        Some(bytes) => Some(<[u8; 32]>::try_from(bytes.0).map_err(|_| bad("The passcode's hash has 32 bytes."))?),
        None => None,
    };
    let said = app.chain.link(owner, link).await?;
    let terms = said.answer.filter(|terms| opens(terms, said.block.time)).ok_or_else(unknown)?;
    let mut tx = app.db.write().await?;
    let kept = Kept { link, owner, passcode, tries: TRIES };
    if !table::put(&mut tx, &kept, terms.until, app.now()).await? {
        return Err(Failed::new(Why::Conflict, "Somebody else has this link. Please open another."));
    }
    if table::count(&mut tx, owner).await? > LINKS {
        return Err(Failed::new(Why::QuotaUsed, "Many links are open. Please close one first."));
    }
    table::put_files(&mut tx, link, &files).await?;
    Ok(tx.commit().await?)
}

/// Removes files.
pub(super) async fn remove(app: &App, asker: Account, link: Digest) -> Result<(), Failed> {
    let unknown = || Failed::new(Why::NotFound, "There is no such link of yours.");
    let kept = table::find(app.db.pool(), link).await?.ok_or_else(unknown)?;
    if asker != kept.owner && !app.chain.guards(asker, kept.owner).await? {
        return Err(unknown());
    }
    let mut tx = app.db.write().await?;
    table::remove(&mut tx, &hex(link.0)).await?;
    Ok(tx.commit().await?)
}

/// Whether a link can be viewed once more.
pub(super) fn opens(terms: &Link, at: Time) -> bool {
    at < terms.until && terms.views != Some(0)
}

fn check(files: &[LinkFile]) -> Result<(), Failed> {
    if files.is_empty() || files.len() > FILES {
        return Err(bad("A link holds one to eight files."));
    }
    if files.iter().map(|file| file.jwe.len()).sum::<usize>() > TOTAL {
        return Err(Failed::new(Why::TooLarge, "A link holds seven megabytes at most."));
    }
    for file in files {
        if !TYPES.contains(&file.content_type.as_str()) {
            return Err(bad("Viewers show `application/fhir+json` and `application/smart-health-card`."));
        }
        if !is_sealed(&file.jwe) {
            return Err(bad("Files are sealed as compact JWE with `dir` and `A256GCM`."));
        }
    }
    Ok(())
}

/// What a JWE says of itself.
#[derive(Deserialize)]
struct Header {
    alg: String,
    enc: String,
}

/// Whether this looks like what the specification wants, so that no plaintext is put here by mistake.
fn is_sealed(jwe: &str) -> bool {
    let parts: Vec<&str> = jwe.split('.').collect();
    let [header, key, nonce, text, tag] = parts[..] else { return false };
    let length = |part: &str| BASE64_URL_SAFE_NO_PAD.decode(part).ok().map(|bytes| bytes.len());
    let header = BASE64_URL_SAFE_NO_PAD.decode(header).ok();
    let header = header.and_then(|bytes| serde_json::from_slice::<Header>(&bytes).ok());
    header.is_some_and(|header| header.alg == "dir" && header.enc == "A256GCM")
        && key.is_empty()
        && length(nonce) == Some(12)
        && length(text).is_some_and(|length| length > 0)
        && length(tag) == Some(16)
}

fn bad(words: &str) -> Failed {
    Failed::new(Why::BadRequest, words)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn jwe(header: &str, key: &str, nonce: usize, text: usize, tag: usize) -> String {
        let part = |bytes: &[u8]| BASE64_URL_SAFE_NO_PAD.encode(bytes);
        let header = part(header.as_bytes());
        format!("{header}.{key}.{}.{}.{}", part(&vec![7; nonce]), part(&vec![8; text]), part(&vec![9; tag]))
    }

    #[test]
    fn only_sealed_files_are_taken() {
        let good = r#"{"alg":"dir","enc":"A256GCM","cty":"application/fhir+json"}"#;
        assert!(is_sealed(&jwe(good, "", 12, 1, 16)));
        assert!(!is_sealed(&jwe(good, "AAAA", 12, 1, 16)), "another key in it");
        assert!(!is_sealed(&jwe(good, "", 11, 1, 16)), "a short nonce");
        assert!(!is_sealed(&jwe(good, "", 12, 0, 16)), "nothing in it");
        assert!(!is_sealed(&jwe(good, "", 12, 1, 12)), "a short tag");
        assert!(!is_sealed(&jwe(r#"{"alg":"none","enc":"A256GCM"}"#, "", 12, 1, 16)), "unsealed");
        assert!(!is_sealed(&jwe(r#"{"alg":"dir","enc":"A128GCM"}"#, "", 12, 1, 16)), "sealed weakly");
        assert!(!is_sealed(r#"{"resourceType":"Bundle"}"#));
        assert!(!is_sealed(&format!("{}.", jwe(good, "", 12, 1, 16))));
    }

    #[test]
    fn a_link_opens_until_its_end_and_its_last_view() {
        assert!(opens(&Link { until: 10, views: None }, 9));
        assert!(!opens(&Link { until: 10, views: None }, 10));
        assert!(opens(&Link { until: 10, views: Some(1) }, 9));
        assert!(!opens(&Link { until: 10, views: Some(0) }, 9));
    }
}
