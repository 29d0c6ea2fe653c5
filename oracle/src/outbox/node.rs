//! The outbox's chain over a node's RPC.

use super::{
    wire::{Down, Foreign, Found, NotRead, NotSigned, Wire},
    work::{Ready, Signer, Work},
};
use async_trait::async_trait;
use chartkey_client::{
    AccountId, At, Call, Chartkey, Config, DryRunError, Hash, NodeError, Prepared, SendError, Signed, Weight, selector,
};
use chartkey_vocabulary::{Account, CareMessage, ConsentMessage, Message, Peers, RecordsMessage, RegistryMessage};
use codec::{Compact, Decode};
use std::{collections::HashSet, str::FromStr};
use subxt::{
    OnlineClient,
    client::OnlineClientAtBlockImpl,
    config::transaction_extensions::CheckMortality,
    events::Phase,
    extrinsics::Extrinsic,
    utils::{Era, MultiAddress},
};
use subxt_signer::sr25519::Keypair;

/// A transaction of this chain, read.
type Read<'at> = Extrinsic<'at, Config, OnlineClientAtBlockImpl<Config>>;

/// How many blocks our view of the chain may be behind that of whoever signed.
const BEHIND: u64 = 256;

/// A node, and the keys at hand.
pub(super) struct NodeWire {
    chain: Chartkey,
    attester: Keypair,
    faucet: Option<Keypair>,
}

impl NodeWire {
    pub(super) fn new(chain: Chartkey, attester: Keypair, faucet: Option<Keypair>) -> Self {
        Self { chain, attester, faucet }
    }

    fn keypair(&self, signer: Signer) -> Option<&Keypair> {
        match signer {
            Signer::Attester => Some(&self.attester),
            Signer::Faucet => self.faucet.as_ref(),
            Signer::Other => None,
        }
    }

    async fn prepare(&self, account: &AccountId, work: &Work) -> Result<Prepared, NotSigned> {
        let prepared = match work {
            Work::Say(message) => self.chain.prepare(account, std::slice::from_ref(message)).await,
            Work::Give { to, amount } => {
                let to = AccountId::from_str(to).map_err(|_| NotSigned::Never("this is no address".into()))?;
                let to: <Config as subxt::Config>::Address = MultiAddress::Id(to);
                let at = self.chain.now().await.map_err(down)?;
                let call = Call::new(at.subxt(), "Balances", "transfer_keep_alive", (to, *amount)).map_err(down)?;
                self.chain.prepare_raw(account, call).await
            }
            Work::Relay(_) => return Err(NotSigned::Never("somebody else signs this".into())),
        };
        prepared.map_err(not_signed)
    }

    /// The block of this height; heights asked for are final.
    async fn at(&self, height: u64) -> Result<At, Down> {
        let client: &OnlineClient<Config> = self.chain.client();
        let block = client.at_block(height).await.map_err(down)?;
        self.chain.at(block.block_hash()).await.map_err(down)
    }

    /// Why a transaction was undone. The block says only that a contract reverted; its refusal is found by trying the
    /// message again on the state that stood in its way.
    async fn why(&self, at: &At, transaction: &Read<'_>, error: &[u8]) -> String {
        let signer = account_id(transaction);
        let message = message_of(transaction, self.chain.peers());
        if let (Some(signer), Some(message)) = (signer, message)
            && let Err(DryRunError::Refused(refusal)) = at.dry_run(&signer, &message).await
        {
            return refusal.name().to_owned();
        }
        at.explain(error.to_vec())
    }
}

#[async_trait]
impl Wire for NodeWire {
    async fn head(&self) -> Result<u64, Down> {
        Ok(self.chain.now().await.map_err(down)?.height())
    }

    async fn nonce(&self, account: &AccountId, height: u64) -> Result<u64, Down> {
        self.at(height).await?.nonce(account).await.map_err(down)
    }

    fn account(&self, signer: Signer) -> Option<AccountId> {
        self.keypair(signer).map(|keypair| AccountId::from(keypair.public_key().0))
    }

    async fn sign(&self, work: &Work, nonce: u64) -> Result<Ready, NotSigned> {
        let keypair = self.keypair(work.signer()).ok_or_else(|| NotSigned::NotNow("its key is not at hand".into()))?;
        let account = AccountId::from(keypair.public_key().0);
        let signed: Signed = self.prepare(&account, work).await?.nonce(nonce).sign(keypair).map_err(not_signed)?;
        // Asked after signing, so that it is no earlier than the block the transaction begins at.
        let at = self.chain.now().await.map_err(down)?;
        let extrinsics = at.subxt().extrinsics().from_bytes(vec![signed.bytes().to_vec()]).await;
        let era = match extrinsics.iter().next() {
            Some(Ok(transaction)) => era_of(&transaction),
            _ => None,
        };
        let (born, until) = match era {
            Some(Era::Mortal { period, phase }) => {
                let born = birth(period, phase, at.height());
                (born, born + period)
            }
            // Ours are never without an end; what cannot be read is not sent.
            _ => return Err(NotSigned::Never("the transaction's end cannot be read".into())),
        };
        Ok(Ready { account, nonce, hash: signed.hash(), bytes: signed.bytes().to_vec(), born, until })
    }

    async fn read(&self, bytes: &[u8]) -> Result<Foreign, NotRead> {
        let at = self.chain.now().await.map_err(down)?;
        let extrinsics = at.subxt().extrinsics().from_bytes(vec![bytes.to_vec()]).await;
        let transaction = match extrinsics.iter().next() {
            Some(Ok(transaction)) if is_whole(bytes) => transaction,
            _ => return Err(NotRead::Unreadable),
        };
        let extensions = transaction.transaction_extensions().ok_or(NotRead::Unreadable)?;
        let nonce = extensions.nonce().ok_or(NotRead::Unreadable)?;
        let account = account_id(&transaction).ok_or(NotRead::Unreadable)?;
        let head = at.height();
        let (born, until) = match era_of(&transaction).ok_or(NotRead::Unreadable)? {
            // It may begin at a block we have not seen yet, so it is followed a little longer than it can live.
            Era::Mortal { period, phase } => (birth(period, phase, head), head + period + BEHIND),
            Era::Immortal => return Err(NotRead::Unreadable),
        };
        let ready = Ready { account, nonce, hash: transaction.hash(), bytes: bytes.to_vec(), born, until };
        Ok(Foreign { ready, message: message_of(&transaction, self.chain.peers()) })
    }

    async fn submit(&self, bytes: &[u8]) -> Result<(), Down> {
        let client: &OnlineClient<Config> = self.chain.client();
        let tx = client.tx().await.map_err(down)?;
        tx.from_bytes(bytes.to_vec()).submit().await.map(|_| ()).map_err(down)
    }

    async fn find(&self, height: u64, wanted: &HashSet<Hash>) -> Result<Vec<Found>, Down> {
        let at = self.at(height).await?;
        let mut found = Vec::new();
        for transaction in at.subxt().extrinsics().fetch().await.map_err(down)?.iter() {
            let transaction = transaction.map_err(down)?;
            let hash = transaction.hash();
            if !wanted.contains(&hash) {
                continue;
            }
            let mine = Phase::ApplyExtrinsic(transaction.index() as u32);
            let mut failure = None;
            for event in at.subxt().events().fetch().await.map_err(down)?.iter() {
                let event = event.map_err(down)?;
                if event.phase() == mine && (event.pallet_name(), event.event_name()) == ("System", "ExtrinsicFailed") {
                    failure = Some(self.why(&at, &transaction, event.field_bytes()).await);
                }
            }
            found.push(Found { hash, failure });
        }
        Ok(found)
    }
}

fn down(error: impl std::error::Error) -> Down {
    Down(error.to_string())
}

fn not_signed(error: SendError) -> NotSigned {
    match error {
        SendError::Refused(refusal) => NotSigned::Never(refusal.name().to_owned()),
        SendError::NotUnderstood(_) | SendError::Empty => NotSigned::Never(error.to_string()),
        SendError::Node(error) => NotSigned::Down(node_down(error)),
        error => NotSigned::NotNow(error.to_string()),
    }
}

fn node_down(error: NodeError) -> Down {
    Down(error.to_string())
}

/// Whether the length in front is the length of the rest; the chain would not read on either.
fn is_whole(mut bytes: &[u8]) -> bool {
    Compact::<u32>::decode(&mut bytes).is_ok_and(|length| length.0 as usize == bytes.len())
}

fn account_id(transaction: &Read<'_>) -> Option<AccountId> {
    match transaction.address_bytes()? {
        [0, id @ ..] => <[u8; 32]>::try_from(id).ok().map(AccountId::from),
        _ => None,
    }
}

fn era_of(transaction: &Read<'_>) -> Option<Era> {
    transaction.transaction_extensions()?.find::<CheckMortality<Config>>()?.ok()
}

/// The block a mortal transaction begins at, seen from a later one.
fn birth(period: u64, phase: u64, current: u64) -> u64 {
    (current.max(phase) - phase) / period * period + phase
}

/// What a transaction says to our contracts, when that is all it does: one message, with no money in it.
fn message_of(transaction: &Read<'_>, peers: Peers) -> Option<Message> {
    let is_call = (transaction.pallet_name(), transaction.call_name()) == ("Revive", "call");
    if is_call { read_call(transaction.call_data_field_bytes(), peers) } else { None }
}

fn read_call(mut fields: &[u8], peers: Peers) -> Option<Message> {
    let (to, value, _, _, data) =
        <([u8; 20], Compact<u128>, Weight, Compact<u128>, Vec<u8>)>::decode(&mut fields).ok()?;
    if value.0 != 0 || !fields.is_empty() {
        return None;
    }
    let (asked, arguments) = data.split_at_checked(4)?;
    let name = |names: &[&'static str]| names.iter().copied().find(|name| selector(name) == asked);
    let to = Account(to);
    if to == peers.registry {
        RegistryMessage::read(name(RegistryMessage::NAMES)?, arguments).map(Message::Registry)
    } else if to == peers.consent {
        ConsentMessage::read(name(ConsentMessage::NAMES)?, arguments).map(Message::Consent)
    } else if to == peers.records {
        RecordsMessage::read(name(RecordsMessage::NAMES)?, arguments).map(Message::Records)
    } else if to == peers.care {
        CareMessage::read(name(CareMessage::NAMES)?, arguments).map(Message::Care)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chartkey_client::call_data;
    use chartkey_vocabulary::Digest;
    use codec::Encode;

    const PEERS: Peers = Peers {
        registry: Account([1; 20]),
        consent: Account([2; 20]),
        records: Account([3; 20]),
        care: Account([4; 20]),
    };

    fn fields(to: [u8; 20], value: u128, data: Vec<u8>) -> Vec<u8> {
        let weight = Weight { ref_time: 7, proof_size: 9 };
        (to, Compact(value), weight, Compact(5u128), data).encode()
    }

    #[test]
    fn a_call_is_read_as_the_one_message_it_carries() {
        let message = Message::Records(RecordsMessage::AnchorLog { head: Digest([7; 32]), count: 3 });
        let data = call_data(&message);
        assert_eq!(read_call(&fields([3; 20], 0, data.clone()), PEERS), Some(message));
        assert_eq!(read_call(&fields([2; 20], 0, data.clone()), PEERS), None, "another contract");
        assert_eq!(read_call(&fields([9; 20], 0, data.clone()), PEERS), None, "no contract of ours");
        assert_eq!(read_call(&fields([3; 20], 1, data.clone()), PEERS), None, "money in it");
        assert_eq!(read_call(&fields([3; 20], 0, data[..3].to_vec()), PEERS), None, "cut short");
        let more = [data.clone(), vec![0]].concat();
        assert_eq!(read_call(&fields([3; 20], 0, more), PEERS), None, "more than the message");
        let behind = [fields([3; 20], 0, data), vec![0]].concat();
        assert_eq!(read_call(&behind, PEERS), None, "something behind the call");
    }

    #[test]
    fn a_transaction_begins_at_the_last_block_of_its_phase() {
        assert_eq!(birth(64, 10, 10), 10);
        assert_eq!(birth(64, 10, 73), 10);
        assert_eq!(birth(64, 10, 74), 74);
        assert_eq!(birth(64, 10, 3), 10, "one that begins before the chain had so many blocks");
    }

    #[test]
    fn a_transaction_is_as_long_as_it_says() {
        assert!(is_whole(&vec![1u8, 2, 3].encode()));
        assert!(!is_whole(&[vec![1u8, 2, 3].encode(), vec![0]].concat()));
        assert!(!is_whole(&[]));
    }
}
