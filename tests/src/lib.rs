//! The whole system, tested as its people use it.
//!
//! Tests lie in `tests/`; a file's first word is its ring (`contracts_`, `chain_`, `oracle_`). Here is what they share.

pub mod actors;
pub mod bench;
pub mod bytecode;
pub mod caller;
pub mod clinic;
pub mod day;
pub mod expect;
pub mod life;
pub mod meddler;
pub mod papers;
pub mod scan;
pub mod shell;
pub mod stack;
