//! Every address the oracle answers, and what lies around all of them.

use crate::{
    app::App,
    door, health, jobs, keys,
    limits::{self, Gate},
    links, log, notices, onboarding, openapi,
    page::Pages,
    reads,
    session::{self, Deployed},
    streams,
    telemetry::{self, Metrics},
    wrapping,
};
use axum::{Extension, Router, extract::DefaultBodyLimit, middleware};
use tokio_util::sync::CancellationToken;
use tower_http::{catch_panic::CatchPanicLayer, limit::RequestBodyLimitLayer, timeout::RequestBodyTimeoutLayer};
use utoipa::OpenApi;
use utoipa_axum::router::OpenApiRouter;
use utoipa_swagger_ui::{Config, SwaggerUi};

/// All topics together.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::with_openapi(openapi::Frame::openapi())
        .merge(health::routes())
        .merge(session::routes())
        .merge(door::routes())
        .merge(keys::routes())
        .merge(log::routes())
        .merge(reads::routes())
        .merge(jobs::routes())
        .merge(links::routes())
        .merge(notices::routes())
        .merge(onboarding::routes())
}

/// The whole service. What streams ends when `stop` is said.
///
/// A request meets the layers from the last line to the first: it is counted and timed, then held to the limits, then
/// answered.
pub fn router(app: App, deployed: Deployed, stop: CancellationToken) -> Router {
    let (routes, document) = routes().split_for_parts();
    let docs = SwaggerUi::new("/api/docs")
        .url("/api/openapi.json", openapi::complete(document))
        .config(Config::default().validator_url("none").try_it_out_enabled(true));
    let (metrics, pages) = (Metrics::new(), Pages::of(&app.settings));
    routes
        .merge(docs)
        .fallback(move |method, uri, headers| pages.clone().answer(method, uri, headers))
        .layer(DefaultBodyLimit::max(limits::JSON))
        .layer(RequestBodyLimitLayer::new(limits::BODY))
        .layer(RequestBodyTimeoutLayer::new(limits::PAUSE))
        .layer(middleware::from_fn(limits::in_time))
        .layer(middleware::from_fn_with_state((app.clone(), stop), streams::while_welcome))
        .layer(middleware::from_fn_with_state(Gate::new(&app.settings), limits::by_address))
        .layer(wrapping::cors(&app.settings.origins))
        .layer(CatchPanicLayer::custom(wrapping::panicked))
        .layer(middleware::from_fn(wrapping::as_problem))
        .layer(middleware::from_fn_with_state(app.clone(), wrapping::headers))
        .layer(middleware::from_fn_with_state(metrics.clone(), telemetry::observe))
        .layer(Extension(metrics))
        .layer(Extension(deployed))
        .with_state(app)
}

#[cfg(test)]
mod tests;
