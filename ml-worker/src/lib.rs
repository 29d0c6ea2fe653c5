//! Reads documents and images that a patient lets it open.
//!
//! A file goes through stages, each in its own module and each with its own result type: it is let in ([`admit`]), made
//! ready ([`enhance`]) and read by two engines ([`engines`]), and what is no print is marked ([`marks`]), which together is
//! [`read`]ing. A [`page::Document`] is what stands on the paper. What it means is asked afterwards ([`sense`]), with what
//! is [`known`] before, held against it ([`check`]), told in a few sentences ([`summary`]), and written down for others
//! ([`report`]). A picture of a body goes to the models of [`imaging`] in place of the engines.

pub mod abreast;
pub mod admit;
pub mod bench;
pub mod check;
pub mod confine;
mod curve;
pub mod desk;
pub mod engines;
pub mod enhance;
pub mod imaging;
pub mod known;
pub mod marks;
mod memory;
pub mod model;
pub mod notes;
pub mod page;
mod pixels;
pub mod read;
pub mod report;
pub mod sense;
pub mod serve;
pub mod summary;
pub mod view;

pub use confine::Confined;
