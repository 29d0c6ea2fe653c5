//! Wrapped keys, vault files and the custody of emergency cards' keys: all of it sealed to somebody, none of it to us.
//!
//! A wrap is no part of a blob. It is a row here, released like ciphertext: decided on the finalized chain, written in
//! the log, and deleted the moment the chain says that its reader may not use it any more.

mod cards;
mod custody;
mod follow;
mod missing;
#[cfg(test)]
mod tests;
mod vault;
mod wraps;

pub(crate) use follow::{chart, mended, narrowed, other_card, reader_left, revoked, sealed_anew, withdrawn};
pub(crate) use vault::drop_unclaimed;
pub use wraps::put_wraps;

use crate::app::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// Bytes of a wrap or a share; the vault's own take about 1,200.
const LARGEST: usize = 4096;

/// The addresses of this topic.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(wraps::put))
        .routes(routes!(wraps::of_version))
        .routes(routes!(wraps::of_finding))
        .routes(routes!(missing::missing))
        .routes(routes!(vault::get, vault::put))
        .routes(routes!(cards::put, cards::get))
        .routes(routes!(custody::pending))
        .routes(routes!(custody::hand_over))
}
