//! Which service this is, and what this device has believed of it since it first saw it.

use crate::ground::drawer::LocalNotes;
use chartkey_client::Deployment;
use chartkey_flows::{Drawer, Failure, Jammed, Pins, Visitor};
use chartkey_protocol::Bytes;
use chartkey_vocabulary::Account;
use serde::{Deserialize, Serialize};

const NOTE: &str = "service";

/// What was believed at first sight.
#[derive(Serialize, Deserialize)]
struct Believed {
    domain: String,
    deployment: String,
    lookup_key: Bytes,
    custodians: Vec<Account>,
    /// A node of one's own, in place of the one the service names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    node: Option<String>,
}

/// The address the app was served from: the service is behind the same one.
pub(super) fn base() -> String {
    leptos::prelude::window().location().origin().unwrap_or_default()
}

/// What is known beforehand.
pub(super) fn pins() -> Result<Pins, Failure> {
    let Some(note) = LocalNotes.get(NOTE)? else { return Ok(Pins::default()) };
    // A damaged note must not make somebody believe another service silently.
    let known: Believed = serde_json::from_slice(&note).map_err(|_| Jammed("a note is damaged".into()))?;
    Ok(Pins {
        domain: Some(known.domain),
        deployment: Some(Deployment::read(&known.deployment)?),
        lookup_key: Some(known.lookup_key),
        custodians: Some(known.custodians),
        node: known.node,
    })
}

/// Remembers what was believed. Code hashes are left as they were first seen; upgrades happen on the chain.
pub(super) fn remember(visitor: &Visitor, node: Option<String>) -> Result<(), Failure> {
    let site = &visitor.site;
    let believed = Believed {
        domain: site.domain.clone(),
        deployment: site.deployment.clone(),
        lookup_key: site.lookup_key.clone(),
        custodians: site.custodians.clone(),
        node,
    };
    let note = serde_json::to_vec(&believed).map_err(|_| Jammed("a note cannot be written".into()))?;
    Ok(LocalNotes.put(NOTE, &note)?)
}

/// Forgets it, so that the service is believed anew.
pub(super) fn forget() -> Result<(), Failure> {
    Ok(LocalNotes.remove(NOTE)?)
}
