//! A wallet with keys that everybody knows, for trying things out on the development chain. It is built for development
//! only, is marked wherever it is shown, and does nothing on another chain.

use super::{Offered, Owned, Trouble};
use async_trait::async_trait;
use chartkey_client::{AccountId, Config, Deployment, Prepared};
use chartkey_flows::{Unsigned, Visitor, Wallet};
use std::{str::FromStr, sync::Arc};
use subxt::{transactions::Signer, utils::MultiSignature};
use subxt_signer::{SecretUri, sr25519::Keypair};

/// How the page finds it.
pub(crate) const ID: &str = "development";
/// The one network it works on.
const NETWORK: &str = "dev";

/// The people the development chain is seeded with: the key's name, and how they are called.
const PEOPLE: [(&str, &str); 13] = [
    ("Ada", "Ada"),
    ("Ben", "Ben"),
    ("Chandra", "Chandra"),
    ("Grace", "Grace"),
    ("DrLin", "Dr Lin"),
    ("DrOkafor", "Dr Okafor"),
    ("DrSoto", "Dr Soto"),
    ("Lindenhof", "Lindenhof"),
    ("Marktapotheke", "Marktapotheke"),
    ("Pia", "Pia"),
    ("Admin1", "Admin 1"),
    ("Admin2", "Admin 2"),
    ("Admin3", "Admin 3"),
];

pub(super) fn offered() -> Offered {
    Offered { id: ID.into(), title: "Seeded people".into(), development: true }
}

/// Whether this is the chain these people live on.
pub(crate) fn fits(visitor: &Visitor) -> bool {
    Deployment::read(&visitor.site.deployment).is_ok_and(|deployment| deployment.network == NETWORK)
}

pub(super) fn accounts(visitor: &Visitor) -> Result<Vec<Owned>, Trouble> {
    if !fits(visitor) {
        return Err(Trouble::NotHere);
    }
    let owned = |(key, name): &(&str, &str)| {
        let id = Signer::<Config>::account_id(&keypair(key)?);
        Some(Owned { address: id.to_string(), name: Some((*name).into()), id, scheme: None })
    };
    Ok(PEOPLE.iter().filter_map(owned).collect())
}

pub(super) fn signer(owned: &Owned) -> Option<Arc<dyn Wallet>> {
    let mut keys = PEOPLE.iter().filter_map(|(key, _)| keypair(key));
    let key = keys.find(|key| Signer::<Config>::account_id(key) == owned.id)?;
    Some(Arc::new(Known(key)))
}

fn keypair(name: &str) -> Option<Keypair> {
    let uri = SecretUri::from_str(&format!("//{name}")).ok()?;
    Keypair::from_uri(&uri).ok()
}

struct Known(Keypair);

#[async_trait(?Send)]
impl Wallet for Known {
    fn account(&self) -> AccountId {
        Signer::<Config>::account_id(&self.0)
    }

    async fn sign_text(&self, text: &str) -> Result<MultiSignature, Unsigned> {
        Ok(Signer::<Config>::sign(&self.0, text.as_bytes()))
    }

    async fn sign(&self, transaction: &Prepared) -> Result<MultiSignature, Unsigned> {
        let payload = transaction.payload().map_err(|error| Unsigned::because(error.to_string()))?;
        Ok(Signer::<Config>::sign(&self.0, &payload))
    }
}
