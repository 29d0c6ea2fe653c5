//! The oracle: the consent-gated door to sealed blobs, the chain's index, notifications, onboarding, jobs and links.
//!
//! It never sees a plaintext, never holds a content key and never decides access on its own: every release is asked of
//! the finalized chain and written into the log before the first byte leaves.
//!
//! A request meets, in this order: `router` (limits, ids, logging) → a handler in the folder of its topic → `session`
//! (who) → `chain` (may they) → `log` (written down) → `store` (bytes). What the chain says arrives through `index`.

pub mod app;
pub mod chain;
mod columns;
pub mod db;
pub mod problem;
pub mod settings;

pub mod session;

pub mod door;
pub mod keys;
pub mod log;

pub mod index;
pub mod reads;

pub mod jobs;
pub mod outbox;

pub mod links;
pub mod notices;
pub mod onboarding;

pub mod backup;
pub mod copies;
pub mod health;
pub mod limits;
pub mod openapi;
mod page;
pub mod router;
pub mod server;
pub mod service;
pub mod streams;
pub mod telemetry;
pub mod wrapping;

#[cfg(test)]
mod fixture;
