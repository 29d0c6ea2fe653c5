//! Every cipher and key type of Chartkey: the key ladder, sealed streams, recovery. No I/O; the README specifies the
//! formats byte by byte.
//!
//! ```
//! use chartkey_vault::{About, ContentKey, Context, Metadata, ReaderKey, WrapPurpose, Wanted, entropy};
//! use chartkey_vault::{open_all, seal_all, unwrap, wrap};
//! use chartkey_vocabulary::{Account, Cid, Purpose, RecordId};
//!
//! let rng = &mut entropy();
//! let context = Context { genesis: [1; 32], record: RecordId([2; 16]), version: 1 };
//! let about = About { title: "Blood count".into(), media_type: "text/plain".into(), ..About::default() };
//!
//! // The author seals.
//! let key = ContentKey::make(rng);
//! let metadata = Metadata::make(rng, about)?;
//! let sealed = seal_all(rng, &key, &context, &metadata, b"Hb 13.9 g/dl")?;
//!
//! // The owner wraps for a reader whose bundle the chain names.
//! let doctor = ReaderKey::make(rng, Account([3; 20]), 0);
//! let cid = Cid([4; 36]);
//! # let cid = doctor.bundle().cid();
//! let wanted = Wanted { context, cid, purpose: WrapPurpose::Granted(Purpose::Treatment) };
//! let wrapped = wrap(rng, &key, &doctor.bundle(), &wanted);
//!
//! // The reader unwraps and opens, checking against the chain's commitment.
//! let key = unwrap(&wrapped, &doctor, &wanted)?;
//! let opened = open_all(&key, &context, &sealed.commitment, &sealed.blob)?;
//! assert_eq!(*opened.content, b"Hb 13.9 g/dl");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod bytes;
mod card;
mod commitment;
mod content_key;
mod context;
mod derive;
mod device;
mod doors;
mod envelope;
mod guardians;
mod jwe;
mod layout;
mod lookup;
mod metadata;
mod open;
mod random;
mod reader_key;
mod recovery;
mod seal;
mod shares;
mod shlink;
mod vault;
mod vault_file;
mod wrap;

/// The generator trait every drawing function takes.
pub use rand_core;

pub use bytes::HeadError;
pub use card::{join_card, pass_card_share, split_card};
pub use commitment::{output_commitment, record_commitment};
pub use content_key::ContentKey;
pub use context::{Context, Genesis, Misplaced};
pub use device::{Confirmed, DeviceKey, OFFER, OFFER_LASTS, Offer, OfferError};
pub use doors::{Door, DoorId, DoorKind, Effort, MIN_PASSPHRASE, Whose};
pub use guardians::{Guardian, PASSED_SHARE, ShareError, take_share};
pub use jwe::{JweError, LinkFile, MAX_LINK_FILE, open_link_file, seal_link_file};
pub use layout::{CHUNK, HEADER, MAX_CONTENT};
pub use lookup::{Asked, LookupError, NationalId, Tag, blind, tag_of};
pub use metadata::{About, MAX_METADATA, Metadata, MetadataError};
pub use open::{OpenError, Opened, Opener, open_all};
pub use random::entropy;
pub use reader_key::{BundleError, KEY_BUNDLE, KeyBundle, ReaderKey};
pub use recovery::{CodeError, PrintedCode};
pub use seal::{SealError, Sealed, Sealer, seal_all};
pub use shares::{SameShare, Share};
pub use shlink::{HealthLink, LinkError, LinkKey, MAX_LABEL, MAX_URL};
pub use vault::{DoorError, LinkSecret, SaveError, Vault};
pub use vault_file::{Expected, MAX_DOORS, MAX_VAULT, UnlockError, VaultFile, VaultFileError};
pub use wrap::{UnwrapError, WRAP, Wanted, Wrap, WrapContext, WrapPurpose, unwrap, unwrap_share, wrap, wrap_share};
