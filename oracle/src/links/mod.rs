//! Share links for those without an account, as SMART Health Links (HL7, STU1), so that other people's viewers open
//! them.
//!
//! The chain knows a link by a hash, and says until when and how often it opens. Its files wait here, sealed under a
//! key that only the link holds. A view is counted on the chain, and final there, before anything is released.

mod keep;
mod table;
#[cfg(test)]
mod tests;
mod tidy;
mod view;

pub use tidy::run;

use crate::{app::App, problem::Failed, session::SignedIn};
use axum::{
    Json,
    extract::{DefaultBodyLimit, Path, Query, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use chartkey_protocol::{LinkFiles, Manifest, ManifestRequest, WrongPasscode};
use chartkey_vocabulary::{Account, Digest};
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::{router::OpenApiRouter, routes};

/// Bytes of a request that brings files: eight of them, and what JSON adds.
const BODY: usize = keep::TOTAL + (64 << 10);

/// The addresses of this topic.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(put, remove))
        .layer(DefaultBodyLimit::max(BODY))
        .routes(routes!(open))
        .routes(routes!(file))
}

/// For whom.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Whose {
    /// The patient, when a guardian acts.
    #[param(value_type = Option<String>)]
    owner: Option<Account>,
}

/// Puts a link's files in place, once the link is open on the chain.
#[utoipa::path(put, path = "/api/links/{link}", tag = "links", security(("bearer" = [])),
    params(("link" = String, Path), Whose), request_body = LinkFiles,
    responses((status = 204, description = "They are in place")))]
async fn put(
    State(app): State<App>,
    patient: SignedIn,
    Path(link): Path<Digest>,
    Query(whose): Query<Whose>,
    Json(files): Json<LinkFiles>,
) -> Result<StatusCode, Failed> {
    keep::put(&app, patient.account, whose.owner.unwrap_or(patient.account), link, files).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Removes a link's files. The link itself is closed on the chain.
#[utoipa::path(delete, path = "/api/links/{link}", tag = "links", security(("bearer" = [])),
    params(("link" = String, Path)), responses((status = 204, description = "They are gone")))]
async fn remove(State(app): State<App>, patient: SignedIn, Path(link): Path<Digest>) -> Result<StatusCode, Failed> {
    keep::remove(&app, patient.account, link).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// What a link holds. Anybody who has the link may ask.
#[utoipa::path(post, path = "/shl/{path}", tag = "links", params(("path" = String, Path)),
    request_body = ManifestRequest, responses(
        (status = 200, body = Manifest),
        (status = 401, description = "The passcode is missing or wrong", body = WrongPasscode),
        (status = 404, description = "There is no such link, or it has ended")))]
async fn open(
    State(app): State<App>,
    Path(path): Path<String>,
    Json(request): Json<ManifestRequest>,
) -> Result<Json<Manifest>, view::NotOpened> {
    Ok(Json(view::open(&app, &path, request).await?))
}

/// What shows that a view was counted.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Ticket {
    /// From the manifest.
    ticket: String,
}

/// One file of a link that was opened within the hour.
#[utoipa::path(get, path = "/shl/{path}/{file}", tag = "links",
    params(("path" = String, Path), ("file" = u16, Path), Ticket), responses(
        (status = 200, description = "The JWE", body = String, content_type = "application/jose"),
        (status = 404, description = "There is no such file, or the link has ended")))]
async fn file(
    State(app): State<App>,
    Path((path, file)): Path<(String, u16)>,
    Query(Ticket { ticket }): Query<Ticket>,
) -> Result<Response, Failed> {
    let jwe = view::file(&app, &path, file, &ticket).await?;
    Ok(([(header::CONTENT_TYPE, "application/jose")], jwe).into_response())
}

impl IntoResponse for view::NotOpened {
    fn into_response(self) -> Response {
        match self {
            Self::Failed(failed) => failed.into_response(),
            // As the specification wants it; viewers read the number.
            Self::Passcode { left } => {
                (StatusCode::UNAUTHORIZED, Json(WrongPasscode { remaining_attempts: left })).into_response()
            }
        }
    }
}
