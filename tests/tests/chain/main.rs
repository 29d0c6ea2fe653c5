//! Clients against real nodes: one, and three that have to agree.

mod lifecycle;
mod one_node;
mod validators;
