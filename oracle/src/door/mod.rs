//! The blob door: ciphertext comes in by uploads, is kept while the finalized chain names it, and leaves only with a
//! permit.
//!
//! `authorize` asks the chain, `release` has the log write it down and lets the bytes go, `follow` hears from the chain
//! what is named and what is not any more, `keep` holds the books of it, `brought` says whose names count in them, and
//! `janitor` carries out what has to leave.

mod authorize;
mod brought;
mod follow;
mod janitor;
mod keep;
mod range;
mod release;
#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;
mod uploads;

pub use authorize::{Allowed, to_finding, to_version};
pub use follow::on_event;
pub use janitor::run;
pub(crate) use keep::{is_finding_of, is_version};

use crate::app::App;
use axum::{
    extract::FromRequestParts,
    http::{Method, StatusCode, header, request::Parts},
};
use chartkey_vocabulary::Purpose;
use serde::{Deserialize, Serialize};
use utoipa_axum::{router::OpenApiRouter, routes};

/// The addresses of this topic.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(uploads::begin))
        .routes(routes!(uploads::part, uploads::state, uploads::give_up))
        .routes(routes!(uploads::finish))
        .routes(routes!(uploads::usage))
        .routes(routes!(release::public))
        .routes(routes!(release::version))
        .routes(routes!(release::finding))
}

/// What a record is opened for.
#[derive(Clone, Copy, Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct For {
    /// `treatment` unless said.
    #[serde(default = "treatment")]
    #[param(value_type = Option<String>)]
    pub(crate) purpose: Purpose,
}

fn treatment() -> Purpose {
    Purpose::Treatment
}

/// A request that really reads. `HEAD` is answered by running `GET` and dropping its bytes, and then a release would be
/// logged and counted of which nothing left.
pub(crate) struct NotHead;

impl<S: Sync> FromRequestParts<S> for NotHead {
    type Rejection = (StatusCode, [(header::HeaderName, &'static str); 1]);

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        if parts.method == Method::HEAD {
            return Err((StatusCode::METHOD_NOT_ALLOWED, [(header::ALLOW, "GET")]));
        }
        Ok(Self)
    }
}

/// A word of the vocabulary as JSON, addresses and tables write it.
pub(crate) fn word(of: &impl Serialize) -> String {
    match serde_json::to_value(of) {
        Ok(serde_json::Value::String(word)) => word,
        // Of an enum whose variants carry something, its name.
        Ok(serde_json::Value::Object(fields)) => fields.keys().next().cloned().unwrap_or_default(),
        _ => String::new(),
    }
}

/// A number as tables hold it. Nothing that is counted or measured here comes near the sign.
pub(crate) fn number(of: u64) -> i64 {
    i64::try_from(of).unwrap_or(i64::MAX)
}
