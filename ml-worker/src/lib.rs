//! Reads documents and images that a patient lets it open.
//!
//! A file goes through stages, each in its own module and each with its own result type:
//! a [`page::Document`] is what stands on the paper; what it means is asked afterwards.

pub mod page;
