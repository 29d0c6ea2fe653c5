//! Typed calls, dry runs, questions and events of the four contracts; for servers and for the browser.
//!
//! ```no_run
//! # async fn example(ada: impl subxt::transactions::Signer<chartkey_client::Config>) -> Result<(), Box<dyn std::error::Error>> {
//! use chartkey_client::{Chartkey, Deployment};
//! use chartkey_vocabulary::{Cid, Message, RegistryMessage, Role};
//!
//! let deployment = Deployment::read(&std::fs::read_to_string("deployments/dev.toml")?)?;
//! let chain = Chartkey::connect("ws://127.0.0.1:9944", &deployment).await?;
//! let register = RegistryMessage::Register { role: Role::Patient, keys: Cid([0; 36]), profile: None };
//! chain.send(&ada, Message::Registry(register)).await?;
//! let council = chain.now().await?.registry().council().await?;
//! # Ok(())
//! # }
//! ```
//!
//! Nothing here is generated from the runtime's metadata. The macro would give the browser the types of every pallet,
//! of which four calls, one event and three runtime APIs are needed; those are written by hand, encoded by the
//! metadata the chain itself serves, and held against the snapshot `chain-config/metadata/chartkey.scale` by a test.

mod abi;
mod address;
mod call;
mod chain;
mod deployment;
#[cfg(feature = "bound")]
mod describe;
mod dry_run;
mod envelope;
mod error;
mod events;
mod line;
mod progress;
mod questions;
mod send;
#[cfg(test)]
mod testing;

pub use abi::{call_data, code_hash, contract_address, keccak, selector};
pub use address::account_of;
pub use call::{Call, Weight};
pub use chain::{At, Chartkey, dial};
pub use deployment::{Deployed, Deployment};
pub use dry_run::{Deposit, Estimate};
pub use envelope::Envelope;
pub use error::{ConnectError, DeploymentError, DryRunError, EventsError, NodeError, QuestionError, SendError};
pub use events::{Heard, Said, hear};
pub use progress::{Progress, Receipt, Status, Way};
pub use questions::{AskCare, AskConsent, AskRecords, AskRegistry};
pub use send::{Prepared, Signed};

/// How this chain differs from others, for subxt: it does not.
pub type Config = subxt::SubstrateConfig;
/// A hash of a block or a transaction.
pub type Hash = subxt::utils::H256;
/// An account as it signs; [`account_of`] gives the account as contracts know it.
pub type AccountId = subxt::utils::AccountId32;
