//! Everybody's pages.

mod block;
mod directory;
mod doings;
mod explorer;
mod happened;
mod help;
mod notices;
mod professional;

pub(crate) use self::{
    block::Block, directory::Directory, doings::Doings, explorer::Explorer, help::Help, notices::Notices,
    professional::Professional,
};
pub(crate) use self::{
    directory::{NextFree, full_name, spoken, trades},
    happened::Happened,
};
pub(crate) use super::hand::Vault;
