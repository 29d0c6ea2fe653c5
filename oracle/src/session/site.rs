//! What a client needs to know before it signs in.

use crate::{app::App, onboarding, problem::Answer};
use axum::{Extension, Json, extract::State};
use chartkey_protocol::Site;
use std::sync::Arc;

/// The deployment file's text, as it was when the service began.
#[derive(Clone)]
pub struct Deployed(pub Arc<str>);

/// What a client needs to know before it signs in.
#[utoipa::path(get, path = "/api/site", tag = "session", responses((status = 200, body = Site)))]
pub(super) async fn site(State(app): State<App>, Extension(deployed): Extension<Deployed>) -> Answer<Site> {
    let settings = &app.settings;
    Ok(Json(Site {
        domain: settings.domain.clone(),
        genesis: app.genesis,
        node: settings.public_node.clone(),
        attester: app.attester,
        lookup_key: onboarding::lookup_public_key(&app).await?,
        custodians: settings.custodians.clone(),
        largest_blob: settings.limits.blob,
        deployment: deployed.0.to_string(),
    }))
}
