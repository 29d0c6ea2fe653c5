//! A pharmacy's pages.

mod counter;
mod dispensed;

pub(crate) use self::{counter::Counter, dispensed::Dispensed};
