//! The whole system, tested as its people use it.
//!
//! Tests lie in `tests/`; a file's first word is its ring (`contracts_`, `chain_`). Here is what they share.

pub mod actors;
pub mod bench;
pub mod bytecode;
pub mod expect;
pub mod life;
pub mod papers;
pub mod scan;
pub mod stack;
