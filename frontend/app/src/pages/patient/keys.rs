//! What pages about keys share: terms as they are chosen and told, whom, and sealing anew.

mod behind;
mod count;
mod day;
mod facts;
mod pick;
mod until;
mod whom;
mod wish;

pub(super) use self::{
    behind::{Behind, Resealing, Seals, meter},
    count::Count,
    facts::{GuardianLine, KeyLine, TermsFacts, Who},
    pick::{KindPick, RecordPick},
    until::Until,
    whom::Whom,
    wish::{Wish, WishFields},
};
