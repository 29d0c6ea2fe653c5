//! From what went wrong to what the client is told, in one place.

use axum::{
    Json,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use chartkey_client::{NodeError, QuestionError};
use chartkey_protocol::{Problem, Why};
use chartkey_store::StoreError;

/// A problem on its way to the client. What the client is not shown has been logged by then.
#[derive(Debug)]
pub struct Failed(pub Problem);

/// What handlers return.
pub type Answer<T> = Result<Json<T>, Failed>;

impl Failed {
    /// A problem of this sort, in a sentence for people.
    pub fn new(why: Why, title: impl Into<String>) -> Self {
        let status = status(why).as_u16();
        Self(Problem { why, title: title.into(), status, denial: None, wait: None })
    }

    /// Says what the chain said.
    #[must_use]
    pub fn denial(mut self, denial: impl Into<String>) -> Self {
        self.0.denial = Some(denial.into());
        self
    }

    /// Says when to try again.
    #[must_use]
    pub fn wait(mut self, seconds: u64) -> Self {
        self.0.wait = Some(seconds);
        self
    }

    fn hidden(why: Why, title: &str, error: &dyn std::error::Error) -> Self {
        let causes: Vec<String> =
            std::iter::successors(error.source(), |error| error.source()).map(ToString::to_string).collect();
        tracing::error!(%error, ?causes, "request failed");
        Self::new(why, title)
    }
}

fn status(why: Why) -> StatusCode {
    match why {
        Why::BadRequest => StatusCode::BAD_REQUEST,
        Why::SignInNeeded => StatusCode::UNAUTHORIZED,
        Why::NotAllowed => StatusCode::FORBIDDEN,
        Why::NotFound => StatusCode::NOT_FOUND,
        Why::Conflict => StatusCode::CONFLICT,
        Why::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        Why::QuotaUsed => StatusCode::INSUFFICIENT_STORAGE,
        Why::TooMany => StatusCode::TOO_MANY_REQUESTS,
        Why::Refused => StatusCode::UNPROCESSABLE_ENTITY,
        Why::Lapsed => StatusCode::GONE,
        Why::Busy => StatusCode::SERVICE_UNAVAILABLE,
        Why::Broken => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

impl IntoResponse for Failed {
    fn into_response(self) -> Response {
        let mut response = (status(self.0.why), Json(&self.0)).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        if let Some(seconds) = self.0.wait {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        if self.0.why == Why::SignInNeeded {
            headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        response
    }
}

impl From<sqlx::Error> for Failed {
    fn from(error: sqlx::Error) -> Self {
        Self::hidden(Why::Broken, "The service could not read or write its own books.", &error)
    }
}

impl From<QuestionError> for Failed {
    fn from(error: QuestionError) -> Self {
        Self::hidden(Why::Busy, "The chain does not answer just now. Nothing was released.", &error).wait(5)
    }
}

impl From<NodeError> for Failed {
    fn from(error: NodeError) -> Self {
        Self::hidden(Why::Busy, "The chain does not answer just now. Nothing was released.", &error).wait(5)
    }
}

impl From<StoreError> for Failed {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::NotFound { .. } => Self::new(Why::NotFound, "This is not kept here."),
            StoreError::Full => Self::new(Why::Busy, "The store is full. Nothing was lost.").wait(600),
            error => Self::hidden(Why::Busy, "The store does not answer just now.", &error).wait(5),
        }
    }
}
