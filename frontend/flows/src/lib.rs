//! What people do with their records: one page a flow, for browser and command line.
//!
//! Who acts is a type. A [`Visitor`] has come to a service and seen that it is the one expected; [`Visitor::sign_in`]
//! makes somebody [`SignedIn`], who asks for what the chain lets them see and signs what they say to it;
//! [`vault::open`] makes them a [`Person`], who can read what was sealed to them. Each can do all that the ones before
//! can. A flow is a function of one of them, in the file of its name.
//!
//! The service is trusted with nothing. Whose a public key is, which blob a version is, what it will turn out to be, how
//! many records and keys there are, and who may open what: all of it is asked of the chain, and an answer of the service
//! that does not fit ends the flow with a [`Distrust`] of its own name. Whoever runs the node is believed about the
//! chain, so [`Pins::node`] lets people bring their own.
//!
//! What touches the network, the wallet and the disk comes from outside: [`Http`], [`Wallet`], [`Drawer`], [`Content`], and
//! [`Cupboard`] where what was opened is to open again without a connection.
//! `native` has them for sockets, keys and folders; a browser brings its own.
//!
//! ```no_run
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! use chartkey_flows::{Pins, Pocket, Visitor, add_record, native::{KeyWallet, Sockets}, open_record, vault};
//! use chartkey_vault::About;
//! use chartkey_vocabulary::Kind;
//! use std::sync::Arc;
//!
//! let (http, drawer) = (Arc::new(Sockets::new()?), Arc::new(Pocket::default()));
//! let visitor = Visitor::arrive(http, "http://127.0.0.1:8080", &Pins::default(), drawer).await?;
//! let wallet = Arc::new(KeyWallet::from(subxt_signer::sr25519::dev::alice()));
//! let ada = vault::open(visitor.sign_in(wallet).await?, "seven quiet herons cross").await?;
//! let about = About { title: "Blood count".into(), media_type: "text/plain".into(), ..About::default() };
//! let mut content = b"Hb 13.9 g/dl".to_vec();
//! let added = add_record::add(&ada, ada.account(), Kind::LabReport, about, &mut content, &mut |_| {}).await?;
//! let mut out = Vec::new();
//! open_record::open(&ada, added.record.into(), &mut out, &mut |_| {}).await?;
//! # Ok(())
//! # }
//! ```

mod content;
pub mod cupboard;
mod distrust;
mod drawer;
mod failure;
mod fhir;
mod http;
mod random;
mod spool;
mod wallet;

#[cfg(feature = "native")]
pub mod native;
pub mod oracle;

pub mod alone;
mod keys;
mod person;
mod sign_in;
mod signed_in;
mod tap;
mod upload;
mod visitor;
mod wraps;

pub mod faucet;
mod puzzle;
pub mod recovery;
pub mod sign_up;
pub mod vault;

pub mod add_record;
pub mod chart;
pub mod consent;
pub mod copies;
pub mod intake;
pub mod open_record;
pub mod parcel;
pub mod rekey;
pub mod tend;

pub mod custody;
pub mod emergency;

pub mod dicom;
pub mod facts;
pub mod findings;
pub mod held;
pub mod jobs;
pub mod link;
pub mod phrases;
pub mod prescription;
pub mod reading;
pub mod values;

pub mod visit;

pub mod council;
pub mod directory;
pub mod explore;
pub mod guardian;
pub mod log;
pub mod lookup;
pub mod professional;

pub mod demo;

pub use crate::{
    alone::{Alone, Holder},
    content::Content,
    cupboard::Cupboard,
    distrust::Distrust,
    drawer::{Drawer, Jammed, Pocket},
    failure::Failure,
    http::{Heard, Http, Shared, Unreachable},
    oracle::{Oracle, TalkError},
    person::Person,
    random::bytes as random_bytes,
    signed_in::SignedIn,
    spool::{Progress, Stage},
    visitor::{Pins, Visitor},
    wallet::{Unsigned, Wallet, Watch},
};

/// SHA-256 of something public, such as a model or a program.
pub fn digest_of(bytes: &[u8]) -> chartkey_vocabulary::Digest {
    use sha2::Digest;
    chartkey_vocabulary::Digest(sha2::Sha256::digest(bytes).into())
}
