//! What the measuring programs share: figures, a town of senders, loads, readings of what the chain did, and the
//! programs we are measured beside.

pub mod app;
pub mod door;
pub mod index;
pub mod latency;
pub mod load;
pub mod node_log;
pub mod openings;
pub mod prices;
pub mod report;
pub mod rivals;
pub mod sizes;
pub mod store;
pub mod town;
pub mod vault;
