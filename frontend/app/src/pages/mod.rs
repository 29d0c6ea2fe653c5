//! The pages, by whose they are.

pub(crate) mod admin;
pub(crate) mod doctor;
pub(crate) mod everyone;
pub(crate) mod gate;
pub(crate) mod hand;
pub(crate) mod hospital;
pub(crate) mod patient;
pub(crate) mod pharmacy;
pub(crate) mod shared;

#[cfg(feature = "development")]
mod gallery;
mod more;
mod nowhere;
mod paged;
mod settings;
mod welcome;

#[cfg(feature = "development")]
pub(crate) use gallery::Gallery;
pub(crate) use more::More;
pub(crate) use nowhere::{NotYours, Nowhere};
pub(crate) use settings::Settings;
pub(crate) use welcome::Welcome;
