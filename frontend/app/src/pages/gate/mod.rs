//! Before somebody is known: joining, applying, opening the vault, finding the way back.

mod apply;
mod shared;

pub(crate) use self::{apply::Apply, shared::Shared};
pub(crate) use super::hand::{Join, Recover, Unlock};
