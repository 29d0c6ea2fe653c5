//! What the browser gives: requests, notes, a database, files, wallets, passkeys, other tabs.

pub(crate) mod camera;
pub(crate) mod clock;
pub(crate) mod cupboard;
pub(crate) mod drawer;
pub(crate) mod files;
pub(crate) mod http;
pub(crate) mod js;
pub(crate) mod passkey;
pub(crate) mod piece;
pub(crate) mod save;
pub(crate) mod shrink;
pub(crate) mod tabs;
pub(crate) mod wallet;
