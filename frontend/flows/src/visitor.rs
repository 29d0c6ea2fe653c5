//! Somebody who has not signed in yet: which service, which chain, and whether the two belong together.

use crate::{
    cupboard::{Bare, Cupboard},
    distrust::Distrust,
    drawer::Drawer,
    failure::Failure,
    http::Http,
    oracle::Oracle,
    signed_in::SignedIn,
    wallet::Wallet,
};
use chartkey_client::{Chartkey, Deployment};
use chartkey_protocol::{Bytes, Site};
use chartkey_vocabulary::{Account, Digest};
use std::sync::Arc;

/// What is known beforehand and must not change. What is left out is believed at first sight and remembered.
#[derive(Clone, Debug, Default)]
pub struct Pins {
    /// The domain the wallet's text must name.
    pub domain: Option<String>,
    /// Where the contracts live.
    pub deployment: Option<Deployment>,
    /// The public key of the oblivious look-up.
    pub lookup_key: Option<Bytes>,
    /// Who keeps parts of emergency keys. Whoever could name others would be given the keys.
    pub custodians: Option<Vec<Account>>,
    /// The node to ask, in place of the one the service names: whoever runs the node is whose word is taken for the
    /// chain's.
    pub node: Option<String>,
}

/// Somebody at the door.
#[derive(Clone)]
pub struct Visitor {
    /// The service.
    pub oracle: Oracle,
    /// The chain.
    pub chain: Chartkey,
    /// What the service says of itself, as far as it was checked.
    pub site: Site,
    /// What this device remembers.
    pub drawer: Arc<dyn Drawer>,
    /// What it keeps for when there is no connection; nothing, unless it was given a cupboard.
    pub cupboard: Arc<dyn Cupboard>,
}

impl Visitor {
    /// Comes to the service at `base` and sees that it is the one expected.
    ///
    /// # Errors
    /// `Distrust` when the service is another than the one pinned, or follows another chain than the node.
    pub async fn arrive(
        http: Arc<dyn Http>,
        base: &str,
        pins: &Pins,
        drawer: Arc<dyn Drawer>,
    ) -> Result<Self, Failure> {
        let oracle = Oracle::at(http, base);
        let site = oracle.site().await?;
        let deployment = believable(&site, pins)?;
        let node = pins.node.as_deref().unwrap_or(&site.node);
        let chain = Chartkey::connect(node, &deployment).await?;
        // The wallets of a browser show what they sign.
        #[cfg(feature = "web")]
        let chain = chain.bound();
        Ok(Self { oracle, chain, site, drawer, cupboard: Arc::new(Bare) })
    }

    /// The same visitor, on a device that keeps what was opened and what is to be sent.
    #[must_use]
    pub fn keeping_in(self, cupboard: Arc<dyn Cupboard>) -> Self {
        Self { cupboard, ..self }
    }

    /// Everything that was believed, to be pinned from now on.
    ///
    /// # Errors
    /// Never after [`Self::arrive`].
    pub fn pins(&self) -> Result<Pins, Failure> {
        Ok(Pins {
            domain: Some(self.site.domain.clone()),
            deployment: Some(Deployment::read(&self.site.deployment)?),
            lookup_key: Some(self.site.lookup_key.clone()),
            custodians: Some(self.site.custodians.clone()),
            node: None,
        })
    }

    /// Which chain it is.
    pub fn genesis(&self) -> Digest {
        self.site.genesis
    }

    /// Signs in.
    ///
    /// # Errors
    /// `Distrust` when text or session are not what they should be; `Unsigned` when the wallet says no.
    pub async fn sign_in(&self, wallet: Arc<dyn Wallet>) -> Result<SignedIn, Failure> {
        crate::sign_in::sign_in(self, wallet).await
    }
}

/// The deployment the service names, when all it says of itself fits what is pinned.
fn believable(site: &Site, pins: &Pins) -> Result<Deployment, Failure> {
    let named = Deployment::read(&site.deployment)?;
    if pins.domain.as_ref().is_some_and(|domain| *domain != site.domain) {
        return Err(Distrust::OtherDomain.into());
    }
    if named.genesis != site.genesis.0 {
        return Err(Distrust::OtherChain.into());
    }
    if let Some(known) = &pins.deployment {
        if known.genesis != named.genesis {
            return Err(Distrust::OtherChain.into());
        }
        if known.peers() != named.peers() {
            return Err(Distrust::OtherContracts.into());
        }
    }
    if pins.lookup_key.as_ref().is_some_and(|key| *key != site.lookup_key) {
        return Err(Distrust::OtherLookupKey.into());
    }
    if pins.custodians.as_ref().is_some_and(|custodians| *custodians != site.custodians) {
        return Err(Distrust::OtherCustodians.into());
    }
    Ok(named)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chartkey_client::Deployed;

    fn deployment(registry: u8) -> Deployment {
        let contract = |n| Deployed { address: [n; 20], code_hash: [n; 32] };
        let network = "dev".to_owned();
        let (consent, records, care) = (contract(2), contract(3), contract(4));
        Deployment { network, genesis: [9; 32], deployed_at: 4, registry: contract(registry), consent, records, care }
    }

    fn site() -> Site {
        Site {
            domain: "chartkey.example".into(),
            genesis: Digest([9; 32]),
            node: "ws://127.0.0.1:9944".into(),
            attester: Account([8; 20]),
            lookup_key: vec![1; 32].into(),
            custodians: Vec::new(),
            largest_blob: 1,
            deployment: deployment(1).write().expect("writes"),
        }
    }

    fn pins() -> Pins {
        let (domain, lookup_key) = (Some("chartkey.example".into()), Some(vec![1; 32].into()));
        Pins { domain, deployment: Some(deployment(1)), lookup_key, custodians: Some(Vec::new()), node: None }
    }

    fn refused(site: &Site, pins: &Pins) -> Option<Distrust> {
        believable(site, pins).err().and_then(|failure| failure.distrust())
    }

    #[test]
    fn a_service_is_believed_when_it_is_the_one_pinned() {
        assert!(believable(&site(), &Pins::default()).is_ok());
        assert!(believable(&site(), &pins()).is_ok());
    }

    #[test]
    fn each_way_of_being_another_service_is_refused_by_its_own_name() {
        let elsewhere = Site { domain: "chartkey.exampIe".into(), ..site() };
        assert_eq!(refused(&elsewhere, &pins()), Some(Distrust::OtherDomain));
        let forked = Site { genesis: Digest([7; 32]), ..site() };
        assert_eq!(refused(&forked, &Pins::default()), Some(Distrust::OtherChain));
        let moved = Site { deployment: deployment(5).write().expect("writes"), ..site() };
        assert_eq!(refused(&moved, &pins()), Some(Distrust::OtherContracts));
        let rekeyed = Site { lookup_key: vec![2; 32].into(), ..site() };
        assert_eq!(refused(&rekeyed, &pins()), Some(Distrust::OtherLookupKey));
        let entrusted = Site { custodians: vec![Account([6; 20])], ..site() };
        assert_eq!(refused(&entrusted, &pins()), Some(Distrust::OtherCustodians));
    }
}
