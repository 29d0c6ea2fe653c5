//! What the measuring programs share: figures, a town of senders, loads, and readings of what the chain did.

pub mod latency;
pub mod load;
pub mod node_log;
pub mod prices;
pub mod report;
pub mod sizes;
pub mod town;
