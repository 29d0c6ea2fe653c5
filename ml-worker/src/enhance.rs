//! Makes a page upright, flat, even and sharp enough to read. Each step does one thing, and does nothing to a page that
//! does not need it.

pub mod binarize;
pub mod contrast;
pub mod corners;
pub mod light;
pub mod noise;
pub mod rules;
pub mod size;
pub mod skew;
pub mod stamps;

#[cfg(test)]
mod sample;
