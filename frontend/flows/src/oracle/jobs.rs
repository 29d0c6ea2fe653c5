//! Work for machines.

use super::{Ask, Oracle, TalkError, query, read};
use chartkey_protocol::{Claimed, Extended, Failure, Heartbeat, JobRow, NewJob, Report};
use chartkey_vocabulary::RecordId;
use http::Method;

impl Oracle {
    /// Asks machines to read a version; one job a worker.
    pub async fn new_job(&self, job: &NewJob) -> Result<Vec<JobRow>, TalkError> {
        self.tell(Method::POST, "/api/jobs", job).await
    }

    /// The asker's jobs, of one record or of all.
    pub async fn jobs(&self, record: Option<RecordId>) -> Result<Vec<JobRow>, TalkError> {
        self.all(&query("/api/jobs", &[("record", record.map(|record| record.to_string()))])).await
    }

    /// Takes a job back.
    pub async fn drop_job(&self, job: &str) -> Result<(), TalkError> {
        self.delete(&format!("/api/jobs/{job}")).await
    }

    /// A worker takes the next job; none when there is nothing to do.
    pub async fn claim(&self) -> Result<Option<Claimed>, TalkError> {
        read(&self.send(Ask::new(Method::POST, "/api/jobs/claim")).await?)
    }

    /// A worker says that it is still at it.
    pub async fn heartbeat(&self, job: &str, beat: &Heartbeat) -> Result<Extended, TalkError> {
        self.tell(Method::POST, &format!("/api/jobs/{job}/heartbeat"), beat).await
    }

    /// A worker hands its result in.
    pub async fn report(&self, job: &str, report: &Report) -> Result<JobRow, TalkError> {
        self.tell(Method::POST, &format!("/api/jobs/{job}/report"), report).await
    }

    /// A worker gives a job back.
    pub async fn fail(&self, job: &str, failure: &Failure) -> Result<JobRow, TalkError> {
        self.tell(Method::POST, &format!("/api/jobs/{job}/fail"), failure).await
    }
}
