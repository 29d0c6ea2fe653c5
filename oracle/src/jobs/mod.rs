//! Work for machines: asked for by the patient, claimed by the named worker, leased, retried, and never done twice.
//!
//! A job is `queued`, then `leased` by its worker, then `posting` while the attestation the worker signed becomes
//! final, then `done`. What keeps failing is `parked` until a person asks anew. Each claim and each heartbeat asks the
//! chain whether the worker may still read; a job whose key was withdrawn ends there or when the index hears of it.

mod ask;
mod follow;
mod row;
mod table;
#[cfg(test)]
mod tests;
mod work;

pub use follow::{on_event, run};

use crate::{
    app::App,
    problem::{Answer, Failed},
    session::SignedIn,
};
use axum::{
    Json,
    extract::{Path, Query, State},
    http::StatusCode,
};
use chartkey_protocol::{Claimed, Extended, Failure, Heartbeat, JobRow, NewJob, Page, Paging, Report};
use chartkey_vocabulary::RecordId;
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::{router::OpenApiRouter, routes};

/// The addresses of this topic.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(create, list))
        .routes(routes!(remove))
        .routes(routes!(claim))
        .routes(routes!(heartbeat))
        .routes(routes!(report))
        .routes(routes!(fail))
}

/// Which jobs.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Which {
    /// Only those about this record; a guardian names one.
    #[param(value_type = Option<String>)]
    record: Option<RecordId>,
}

/// Asks machines to read a version: one job a worker. What is already asked for is not asked for twice.
#[utoipa::path(post, path = "/api/jobs", tag = "jobs", security(("bearer" = [])),
    request_body = NewJob, responses((status = 200, body = Vec<JobRow>)))]
async fn create(State(app): State<App>, patient: SignedIn, Json(new): Json<NewJob>) -> Answer<Vec<JobRow>> {
    Ok(Json(ask::create(&app, patient.account, new).await?))
}

/// The asker's jobs, the latest first: those about their records, or those they are to do.
#[utoipa::path(get, path = "/api/jobs", tag = "jobs", security(("bearer" = [])),
    params(Which, ("after" = Option<String>, Query), ("limit" = Option<u16>, Query)),
    responses((status = 200, body = Page<JobRow>)))]
async fn list(
    State(app): State<App>,
    asker: SignedIn,
    Query(which): Query<Which>,
    Query(paging): Query<Paging>,
) -> Answer<Page<JobRow>> {
    Ok(Json(ask::list(&app, asker.account, which.record, paging).await?))
}

/// Takes a job back, or clears a finished one away.
#[utoipa::path(delete, path = "/api/jobs/{job}", tag = "jobs", security(("bearer" = [])),
    params(("job" = String, Path)), responses((status = 204, description = "It is gone")))]
async fn remove(State(app): State<App>, patient: SignedIn, Path(job): Path<String>) -> Result<StatusCode, Failed> {
    ask::remove(&app, patient.account, &job).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Takes the next job that waits for this worker; `null` when there is none.
#[utoipa::path(post, path = "/api/jobs/claim", tag = "jobs", security(("bearer" = [])),
    responses((status = 200, body = Option<Claimed>)))]
async fn claim(State(app): State<App>, worker: SignedIn) -> Answer<Option<Claimed>> {
    Ok(Json(work::claim(&app, worker.account).await?))
}

/// Keeps a lease.
#[utoipa::path(post, path = "/api/jobs/{job}/heartbeat", tag = "jobs", security(("bearer" = [])),
    params(("job" = String, Path)), request_body = Heartbeat, responses((status = 200, body = Extended)))]
async fn heartbeat(
    State(app): State<App>,
    worker: SignedIn,
    Path(job): Path<String>,
    Json(beat): Json<Heartbeat>,
) -> Answer<Extended> {
    Ok(Json(work::heartbeat(&app, worker.account, &job, beat).await?))
}

/// Hands a result in. Saying the same twice is harmless.
#[utoipa::path(post, path = "/api/jobs/{job}/report", tag = "jobs", security(("bearer" = [])),
    params(("job" = String, Path)), request_body = Report, responses((status = 200, body = JobRow)))]
async fn report(
    State(app): State<App>,
    worker: SignedIn,
    Path(job): Path<String>,
    Json(report): Json<Report>,
) -> Answer<JobRow> {
    Ok(Json(work::report(&app, worker.account, &job, report).await?))
}

/// Gives a job back.
#[utoipa::path(post, path = "/api/jobs/{job}/fail", tag = "jobs", security(("bearer" = [])),
    params(("job" = String, Path)), request_body = Failure, responses((status = 200, body = JobRow)))]
async fn fail(
    State(app): State<App>,
    worker: SignedIn,
    Path(job): Path<String>,
    Json(failure): Json<Failure>,
) -> Answer<JobRow> {
    Ok(Json(work::fail(&app, worker.account, &job, failure).await?))
}
