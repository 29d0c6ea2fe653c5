//! The oracle as its addresses: one file a topic, one method an address.

mod blobs;
mod care;
mod chart;
mod consent;
mod explore;
mod jobs;
mod keys;
mod links;
mod log;
mod members;
mod notices;
mod onboarding;
mod session;

use crate::http::{Heard, Http, Unreachable};
use chartkey_protocol::{Page, Problem, Why};
use http::{Method, Request, Response, StatusCode, header};
use serde::{Serialize, de::DeserializeOwned};
use std::{collections::HashSet, fmt::Write, sync::Arc};
use zeroize::Zeroizing;

/// So many rows are asked for at once.
const ROWS: u16 = 200;
/// A list longer than this is no list of one person's: somebody feeds us without end.
const MOST_ROWS: usize = 100_000;

/// Why the oracle gave no usable answer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TalkError {
    /// No answer.
    #[error(transparent)]
    Unreachable(#[from] Unreachable),
    /// A no, and why.
    #[error("{}", .0.title)]
    Refused(Problem),
    /// A share link wants a passcode, and this was none or a wrong one.
    #[error("The passcode is missing or wrong; {left} tries are left.")]
    Passcode {
        /// How many more wrong ones the link bears.
        left: u32,
    },
    /// An answer that makes no sense.
    #[error("the service's answer to {0} cannot be read")]
    Garbled(&'static str),
}

/// The oracle at one address; with a session once somebody signed in. Cheap to clone.
#[derive(Clone)]
pub struct Oracle {
    http: Arc<dyn Http>,
    base: String,
    token: Option<Arc<Zeroizing<String>>>,
}

impl Oracle {
    /// The oracle at this address, such as `https://chartkey.example`.
    pub fn at(http: Arc<dyn Http>, base: &str) -> Self {
        Self { http, base: base.trim_end_matches('/').to_owned(), token: None }
    }

    /// Whether both speak within one session.
    pub(crate) fn is_one_with(&self, other: &Self) -> bool {
        self.token.as_ref().zip(other.token.as_ref()).is_some_and(|(mine, theirs)| Arc::ptr_eq(mine, theirs))
    }

    /// The same oracle, spoken to within a session.
    #[must_use]
    pub fn within(&self, token: String) -> Self {
        Self { token: Some(Arc::new(Zeroizing::new(token))), ..self.clone() }
    }

    /// The address.
    pub fn base(&self) -> &str {
        &self.base
    }

    /// What carries the requests.
    pub fn http(&self) -> &dyn Http {
        self.http.as_ref()
    }

    /// The time, in unix seconds.
    pub fn now(&self) -> u64 {
        self.http.now()
    }

    async fn send(&self, request: Ask<'_>) -> Result<Response<Vec<u8>>, TalkError> {
        let answer = self.http.call(self.built(request)?).await?;
        if answer.status().is_success() { Ok(answer) } else { Err(refusal(&answer)) }
    }

    /// Hears an answer that comes in parts, until it ends or a part is answered with a no.
    async fn listen(&self, request: Ask<'_>, heard: Heard<'_>) -> Result<(), TalkError> {
        let status = self.http.listen(self.built(request)?, heard).await?;
        let mut answer = Response::new(Vec::new());
        *answer.status_mut() = status;
        if status.is_success() { Ok(()) } else { Err(refusal(&answer)) }
    }

    fn built(&self, request: Ask<'_>) -> Result<Request<Vec<u8>>, TalkError> {
        let mut built = Request::builder().method(request.method).uri(format!("{}{}", self.base, request.path));
        if let Some(token) = &self.token {
            let mut value = header::HeaderValue::from_str(&format!("Bearer {}", token.as_str()))
                .map_err(|_| TalkError::Garbled("the session"))?;
            value.set_sensitive(true);
            built = built.header(header::AUTHORIZATION, value);
        }
        if let Some(kind) = request.kind {
            built = built.header(header::CONTENT_TYPE, kind);
        }
        if let Some(range) = request.range {
            built = built.header(header::RANGE, range);
        }
        if let Some(last) = request.last {
            built = built.header("last-event-id", last);
        }
        built.body(request.body).map_err(|_| TalkError::Garbled("an address"))
    }

    async fn get<T: DeserializeOwned>(&self, path: &str) -> Result<T, TalkError> {
        read(&self.send(Ask::new(Method::GET, path)).await?)
    }

    async fn get_bytes(&self, path: &str) -> Result<Vec<u8>, TalkError> {
        Ok(self.send(Ask::new(Method::GET, path)).await?.into_body())
    }

    async fn tell<T: DeserializeOwned>(
        &self,
        method: Method,
        path: &str,
        what: &impl Serialize,
    ) -> Result<T, TalkError> {
        read(&self.send(Ask::new(method, path).json(what)?).await?)
    }

    /// As [`Self::tell`], when the answer says nothing.
    async fn order(&self, method: Method, path: &str, what: &impl Serialize) -> Result<(), TalkError> {
        self.send(Ask::new(method, path).json(what)?).await.map(drop)
    }

    async fn delete(&self, path: &str) -> Result<(), TalkError> {
        self.send(Ask::new(Method::DELETE, path)).await.map(drop)
    }

    /// All rows of a list, page by page.
    async fn all<T: DeserializeOwned>(&self, path: &str) -> Result<Vec<T>, TalkError> {
        self.pages(&query_more(path, "limit", &ROWS.to_string())).await
    }

    /// As [`Self::all`], of a list that chooses its pages' length itself. Its pages may be empty.
    async fn pages<T: DeserializeOwned>(&self, path: &str) -> Result<Vec<T>, TalkError> {
        let (mut rows, mut seen) = (Vec::new(), HashSet::<String>::new());
        let mut next = path.to_owned();
        loop {
            let page: Page<T> = self.get(&next).await?;
            rows.extend(page.rows);
            let Some(after) = page.next else { return Ok(rows) };
            // A list that leads in a circle, or never ends, is no list.
            if rows.len() > MOST_ROWS || seen.len() > MOST_ROWS || !seen.insert(after.clone()) {
                return Err(TalkError::Garbled("a list"));
            }
            next = query_more(path, "after", &after);
        }
    }
}

struct Ask<'a> {
    method: Method,
    path: &'a str,
    kind: Option<&'static str>,
    range: Option<String>,
    last: Option<u64>,
    body: Vec<u8>,
}

impl<'a> Ask<'a> {
    fn new(method: Method, path: &'a str) -> Self {
        Self { method, path, kind: None, range: None, last: None, body: Vec::new() }
    }

    fn json(mut self, what: &impl Serialize) -> Result<Self, TalkError> {
        self.kind = Some("application/json");
        self.body = serde_json::to_vec(what).map_err(|_| TalkError::Garbled("a question"))?;
        Ok(self)
    }

    fn bytes(mut self, bytes: Vec<u8>) -> Self {
        self.kind = Some("application/octet-stream");
        self.body = bytes;
        self
    }
}

fn read<T: DeserializeOwned>(answer: &Response<Vec<u8>>) -> Result<T, TalkError> {
    serde_json::from_slice(answer.body()).map_err(|_| TalkError::Garbled(std::any::type_name::<T>()))
}

/// What a failed answer says; an answer without words gets some.
fn refusal(answer: &Response<Vec<u8>>) -> TalkError {
    let status = answer.status();
    let problem = serde_json::from_slice::<Problem>(answer.body()).unwrap_or_else(|_| Problem {
        why: match status {
            StatusCode::UNAUTHORIZED => Why::SignInNeeded,
            StatusCode::FORBIDDEN => Why::NotAllowed,
            StatusCode::NOT_FOUND => Why::NotFound,
            StatusCode::CONFLICT => Why::Conflict,
            StatusCode::PAYLOAD_TOO_LARGE => Why::TooLarge,
            StatusCode::TOO_MANY_REQUESTS => Why::TooMany,
            StatusCode::GONE => Why::Lapsed,
            StatusCode::BAD_GATEWAY | StatusCode::SERVICE_UNAVAILABLE | StatusCode::GATEWAY_TIMEOUT => Why::Busy,
            status if status.is_client_error() => Why::BadRequest,
            _ => Why::Broken,
        },
        title: format!("The service answered {status}."),
        status: status.as_u16(),
        denial: None,
        wait: None,
    });
    TalkError::Refused(problem)
}

/// A question with one more thing asked.
fn query_more(path: &str, name: &str, value: &str) -> String {
    let joint = if path.contains('?') { '&' } else { '?' };
    format!("{path}{joint}{name}={}", escape(value))
}

/// A path with what is known of a question behind it.
fn query(path: &str, pairs: &[(&str, Option<String>)]) -> String {
    let mut joint = '?';
    let mut out = path.to_owned();
    for (name, value) in pairs {
        if let Some(value) = value {
            let _ = write!(out, "{joint}{name}={}", escape(value));
            joint = '&';
        }
    }
    out
}

/// Percent-encodes what is not plain.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(byte as char);
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

/// A name as it stands in an address: an enum's own word in JSON.
fn word(value: &impl Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use chartkey_vocabulary::Purpose;

    #[test]
    fn questions_are_spelled_so_that_nothing_in_them_reaches_beyond() {
        let asked = query(
            "/api/directory",
            &[("name", Some("Lin & Söhne/?".into())), ("place", None), ("n", Some("1".into()))],
        );
        assert_eq!(asked, "/api/directory?name=Lin%20%26%20S%C3%B6hne%2F%3F&n=1");
        assert_eq!(query_more("/api/x?a=1", "after", "b=2"), "/api/x?a=1&after=b%3D2");
        assert_eq!(word(&Purpose::SecondOpinion), "second_opinion");
    }

    #[test]
    fn an_answer_without_words_is_a_refusal_all_the_same() {
        let answer = |status, body: &str| {
            let mut answer = Response::new(body.as_bytes().to_vec());
            *answer.status_mut() = status;
            answer
        };
        let TalkError::Refused(problem) = refusal(&answer(StatusCode::BAD_GATEWAY, "<html>")) else { panic!() };
        assert_eq!((problem.why, problem.status), (Why::Busy, 502));
        let said = r#"{"why":"lapsed","title":"The link has ended.","status":410}"#;
        let TalkError::Refused(problem) = refusal(&answer(StatusCode::GONE, said)) else { panic!() };
        assert_eq!((problem.why, problem.title.as_str()), (Why::Lapsed, "The link has ended."));
    }
}
