//! The index as JSON.
//!
//! A patient's lists are for the patient and guardians; who holds a key sees the records it covers and nothing of anybody
//! else's requests and keys. Admins see members and motions, never records or keys. To everybody else what is there looks
//! like what is not.

pub mod sentence;

mod asker;
mod care;
mod consent;
mod council;
mod directory;
mod explore;
mod findings;
mod house;
mod members;
pub(crate) mod paging;
mod records;
#[cfg(test)]
mod tests;

pub(crate) use records::facts;

use crate::app::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// The addresses of this topic.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(records::records))
        .routes(routes!(records::record))
        .routes(routes!(records::chart))
        .routes(routes!(findings::findings))
        .routes(routes!(consent::grants))
        .routes(routes!(consent::my_grants))
        .routes(routes!(consent::requests))
        .routes(routes!(consent::my_requests))
        .routes(routes!(consent::links))
        .routes(routes!(consent::emergencies))
        .routes(routes!(consent::my_emergencies))
        .routes(routes!(members::member))
        .routes(routes!(members::members))
        .routes(routes!(members::relations))
        .routes(routes!(council::motions))
        .routes(routes!(council::council))
        .routes(routes!(directory::directory))
        .routes(routes!(care::visits))
        .routes(routes!(care::prescriptions))
        .routes(routes!(care::slots))
        .routes(routes!(house::openings))
        .routes(routes!(explore::account))
        .routes(routes!(explore::blocks))
        .routes(routes!(explore::block))
}
