//! What the contracts said aloud in a block.

use crate::{
    At, Chartkey, Config, Hash,
    error::{EventsError, NodeError},
};
use chartkey_vocabulary::{Account, Contract, Event};
use codec::Decode;
use futures::{Stream, StreamExt};
use subxt::events::{Events, Phase};

/// One event, and where it was heard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heard {
    /// In which block.
    pub block: Hash,
    /// At which height.
    pub height: u64,
    /// Which of the block's transactions said it; `None` for none of them.
    pub transaction: Option<u32>,
    /// Which of the block's events it is.
    pub index: u32,
    /// Which contract said it.
    pub contract: Contract,
    /// What.
    pub event: Event,
    /// Whom and what it concerns: accounts and identifiers, padded with zeros on the right.
    pub topics: Vec<[u8; 32]>,
}

impl Heard {
    /// Whether the event concerns this account.
    pub fn concerns(&self, account: Account) -> bool {
        self.topics.iter().any(|topic| topic[..20] == account.0 && topic[20..] == [0; 12])
    }
}

/// Which contract said what, and the topics it gave.
pub type Said = (Contract, Event, Vec<[u8; 32]>);

/// Reads what a contract deposited; `contract` tells whose event it is. `None` when it is of no contract of ours.
///
/// # Errors
/// The index of the first event that cannot be read.
pub fn hear(fields: &[u8], contract: impl Fn(Account) -> Option<Contract>) -> Option<Result<Said, codec::Error>> {
    let (address, data, topics) = match <([u8; 20], Vec<u8>, Vec<[u8; 32]>)>::decode(&mut &fields[..]) {
        Ok(fields) => fields,
        Err(error) => return Some(Err(error)),
    };
    let contract = contract(Account(address))?;
    Some(match Event::read(contract, &data) {
        Some(event) => Ok((contract, event, topics)),
        None => Err("an event of another version".into()),
    })
}

impl At {
    /// What the contracts said in this block, in order.
    ///
    /// # Errors
    /// `Unknown` when one of ours said something that cannot be read.
    pub async fn events(&self) -> Result<Vec<Heard>, EventsError> {
        let events = self.inner.events().fetch().await.map_err(NodeError::of)?;
        self.heard(&events, |_| true)
    }

    pub(crate) fn heard(
        &self,
        events: &Events<Config>,
        wanted: impl Fn(Phase) -> bool,
    ) -> Result<Vec<Heard>, EventsError> {
        let mut heard = Vec::new();
        for event in events.iter() {
            let event = event.map_err(NodeError::of)?;
            let ours = event.pallet_name() == "Revive" && event.event_name() == "ContractEmitted";
            if !ours || !wanted(event.phase()) {
                continue;
            }
            let (block, height, index) = (self.block(), self.height(), event.index());
            let Some(said) = hear(event.field_bytes(), |address| self.contract(address)) else { continue };
            let (contract, event_said, topics) = said.map_err(|_| EventsError::Unknown { block, index })?;
            let transaction = match event.phase() {
                Phase::ApplyExtrinsic(transaction) => Some(transaction),
                Phase::Finalization | Phase::Initialization => None,
            };
            heard.push(Heard { block, height, transaction, index, contract, event: event_said, topics });
        }
        Ok(heard)
    }
}

impl Chartkey {
    /// What was heard at a place of the chain, and the hash of the transaction that said it. `None` where nothing was.
    ///
    /// # Errors
    /// When the node does not answer, or does not keep that block any more.
    pub async fn heard_at(&self, height: u64, index: u32) -> Result<Option<(Heard, Option<Hash>)>, EventsError> {
        let at = self.at_height(height).await?;
        let Some(heard) = at.events().await?.into_iter().find(|heard| heard.index == index) else { return Ok(None) };
        let Some(transaction) = heard.transaction else { return Ok(Some((heard, None))) };
        let all = at.inner.extrinsics().fetch().await.map_err(NodeError::of)?;
        let said = all.iter().filter_map(Result::ok).find(|one| one.index() == transaction as usize);
        Ok(Some((heard, said.map(|one| one.hash()))))
    }

    /// Every block from now on as it becomes final.
    ///
    /// # Errors
    /// When the node does not answer; each item may fail in the same way.
    pub async fn finalized(&self) -> Result<impl Stream<Item = Result<Hash, NodeError>> + use<>, NodeError> {
        let blocks = self.client().stream_blocks().await.map_err(NodeError::of)?;
        Ok(blocks.map(|block| block.map(|block| block.hash()).map_err(NodeError::of)))
    }

    /// Every block from now on as it becomes final, with what the contracts said in it.
    ///
    /// # Errors
    /// When the node does not answer; each item may fail in the same way.
    pub async fn listen(
        &self,
    ) -> Result<impl Stream<Item = Result<(At, Vec<Heard>), EventsError>> + use<>, EventsError> {
        let blocks = self.finalized().await?;
        let chain = self.clone();
        Ok(blocks.then(move |block| {
            let chain = chain.clone();
            async move {
                let at = chain.at(block?).await?;
                let heard = at.events().await?;
                Ok((at, heard))
            }
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chartkey_vocabulary::{Digest, RegistryEvent, Topics};
    use codec::Encode;

    #[test]
    fn events_of_ours_are_read_and_others_are_passed_over() {
        let said = RegistryEvent::Left { who: Account([3; 20]) };
        let fields = ([1u8; 20], said.encode(), said.topics()).encode();
        let ours = |address| (address == Account([1; 20])).then_some(Contract::Registry);
        let (contract, event, topics) = hear(&fields, ours).expect("ours").expect("reads");
        assert_eq!((contract, event), (Contract::Registry, Event::Registry(said)));
        assert_eq!(topics.len(), 1);
        assert!(hear(&fields, |_| None).is_none());
        let strange = ([1u8; 20], vec![250u8], Vec::<[u8; 32]>::new()).encode();
        assert!(hear(&strange, ours).expect("ours").is_err());
    }

    #[test]
    fn an_event_concerns_whom_its_topics_name() {
        let mut topic = [0; 32];
        topic[..20].copy_from_slice(&[3; 20]);
        let heard = Heard {
            block: Hash::zero(),
            height: 1,
            transaction: Some(1),
            index: 0,
            contract: Contract::Registry,
            event: Event::Registry(RegistryEvent::Left { who: Account([3; 20]) }),
            topics: vec![topic, Digest([4; 32]).0],
        };
        assert!(heard.concerns(Account([3; 20])));
        // A digest that begins like an account is no account.
        assert!(!heard.concerns(Account([4; 20])));
    }
}
