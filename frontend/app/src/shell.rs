//! The frame around every page: rail on a desk, bar of five on a phone, brand and bell, offline line.

mod frame;
mod looks;
mod menu;
mod standing;

pub(crate) use frame::Frame;
pub(crate) use looks::{Contrast, Looks, Motion, Theme};
pub(crate) use menu::{Count, counts};
pub(crate) use standing::Standing;
